/*
 * Templates: the agenda's tree → one XHTML page document a paper, by XSLT 1.0 (libxslt, EXSLT).
 *
 * A template may read files below the template folder only; it can't write or use the network. Its mistakes are diagnostics that name
 * the template and the line.
 */
#ifndef PYKALA_TEMPLATE_TEMPLATE_H
#define PYKALA_TEMPLATE_TEMPLATE_H

#include "base/buf.h"
#include "base/diag.h"

#include <libxml/tree.h>

#include <stdbool.h>

/* The stylesheets of a template folder, each compiled on first use and kept. */
struct template_set;

/* Opens a folder of templates. Owned by the caller. */
struct template_set *template_set_new(const char *folder, struct diags *diags);
void template_set_free(struct template_set *set);

/* Compiles FOLDER/NAME.xsl now. Returns false and says what is wrong with it. */
bool template_load(struct template_set *set, const char *name, struct diags *diags);

/*
 * Runs a template over the data and appends the page document to *xhtml as UTF-8. Returns false and
 * says why: a template error, or an xsl:message terminate="yes". A message that begins "#ID " is reported at the
 * place of the input element whose tunnus is ID.
 */
bool template_run(struct template_set *set, const char *name, xmlDocPtr data, struct diags *diags,
                  struct buf *xhtml);

#endif
