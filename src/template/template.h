/*
 * Templates: the agenda's tree → one XHTML page document a paper, by XSLT 1.0 (libxslt, EXSLT).
 *
 * A template may read files below the template folder only, a project's own template also files
 * below the project's folder of templates; it can't write or use the network. Its mistakes are
 * diagnostics that name the template and the line.
 *
 * The limits of a run hold in time only so far as its steps do: a project's own templates are
 * loaded and run in processes that have limits of their own.
 */
#ifndef PYKALA_TEMPLATE_TEMPLATE_H
#define PYKALA_TEMPLATE_TEMPLATE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

#include <libxml/tree.h>

#include <stdbool.h>

/* The stylesheets of the folders, each compiled on first use and kept. */
struct template_set;

/* Opens a folder of templates. Adds an error and returns NULL when it isn't there. Owned by the
 * caller. */
struct template_set *template_set_new(const char *folder, struct diags *diags);
void template_set_free(struct template_set *set);

/* Lets a project's folder of templates precede the template folder; NULL: it has none. Forgets all
 * compiled templates. */
void template_set_own(struct template_set *set, const char *folder);

/* Returns a set of the same folders whose page elements are marked with the template's line that
 * wrote them, so that a fault of a page document is reported there. In a paper of a project's own
 * template only its own templates' elements are marked. Owned by the caller. */
struct template_set *template_set_traced(const struct template_set *set);

/* Returns the places that a traced set's marks number, as far as it has run. They live until it
 * runs again. */
struct diag_marks template_set_marks(const struct template_set *set);

/* Where NAME.xsl is found, if at all. */
enum template_origin { TEMPLATE_NONE, TEMPLATE_OWN, TEMPLATE_SHIPPED };
enum template_origin template_find(const struct template_set *set, const char *name);

/* Returns the name that was probably meant by an unknown one, in the arena; NULL when none is near.
 */
const char *template_nearest(const struct template_set *set, const char *name, struct arena *arena);

/* Compiles NAME.xsl now. Reports its faults and returns false. */
bool template_load(struct template_set *set, const char *name, struct diags *diags);

/* Runs a template over the data and appends the page document to *xhtml as UTF-8. Reports a
 * template error, or an xsl:message terminate="yes", and returns false. A message that begins "#ID
 * " is reported at the input element whose tunnus is ID. Other messages are warnings. */
bool template_run(struct template_set *set, const char *name, xmlDocPtr data, struct diags *diags,
                  struct buf *xhtml);

/* Reads a data file of the template folder, such as fi/lajit.xml. Adds an error and returns NULL
 * when it can't be read or isn't well formed. Owned by the caller (xmlFreeDoc). */
xmlDocPtr template_read_data(struct template_set *set, const char *name, struct diags *diags);

#endif
