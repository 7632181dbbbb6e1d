/*
 * Turns messages of libxml2 and libxslt into diagnostics while a template is compiled or run.
 *
 * Both libraries keep their message functions and the document loader in the process (libxml2:
 * in the thread), so a capture puts its own in place and the earlier ones back. The loader finds
 * the capture as the message functions' user data.
 */
#ifndef PYKALA_TEMPLATE_CAPTURE_H
#define PYKALA_TEMPLATE_CAPTURE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/names.h"
#include "base/xml_error.h"
#include "template/trace.h"

#include <libxml/xmlerror.h>
#include <libxslt/xsltInternals.h>

#include <stdbool.h>

struct capture {
    const char *folder;  /* of templates */
    const char *own;     /* the project's folder of templates; NULL when it has none */
    struct trace *trace; /* loaded templates are marked; NULL: they are not */
    struct diags *diags;
    const char *sheet; /* the file that messages without a place are about */
    /* The run that is going on, and the tree it reads; NULL while compiling. */
    xsltTransformContextPtr run;
    xmlDocPtr data;

    bool failed;
    bool told;           /* why a template could not be loaded */
    size_t files, bytes; /* loaded so far */
    struct names seen;   /* URIs of what is part of the sheet, in the arena */
    struct arena *arena;
    struct diag_place
        asking;      /* what has asked for the shipped template that is compiled: blame.h */
    struct buf file; /* of the next message, when the library has named it */
    int line;
    struct buf detail; /* the reason, which comes before the message itself */

    xmlStructuredErrorFunc xml_structured;
    void *xml_structured_context;
    xmlGenericErrorFunc xml_generic;
    void *xml_generic_context;
    xmlGenericErrorFunc xslt_generic;
    void *xslt_generic_context;
};

/* Starts to listen. The caller has set folder, trace, diags, sheet and (for a run) data. */
void capture_begin(struct capture *capture);

/* Lets the capture listen to a run's own messages. */
void capture_run(struct capture *capture, xsltTransformContextPtr run);

/* Reports a detail without a message and puts the earlier functions back. */
void capture_end(struct capture *capture);

/* Adds an error of libxml2 with its place, or the detail of why an expression fails, before its
 * message. Leaves out warnings. */
void capture_error(struct capture *capture, const xmlError *error);

/* Adds an error about the template. Returns false. */
bool capture_fail(struct capture *capture, const char *message);

/* Adds an error at a line of a file. Returns false. */
bool capture_fail_at(struct capture *capture, const char *file, int line, const char *message);

#endif
