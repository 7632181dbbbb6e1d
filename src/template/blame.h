/* Finds the place that answers for a mistake in a shipped template that a project's own one
 * includes or imports: the line that does so, since the shipped one is right by itself. */
#ifndef PYKALA_TEMPLATE_BLAME_H
#define PYKALA_TEMPLATE_BLAME_H

#include "template/capture.h"

#include <libxml/tree.h>

/* Returns whether a path names something below a folder, links not followed; NULL is no folder. */
bool blame_is_below(const char *path, const char *folder);

/* Returns whether a path is one of the shipped templates' folder. */
bool blame_is_shipped(const struct capture *capture, const char *path);

/* Records that one of the project's own templates asks for a shipped file, which a URI names. */
void blame_note(struct capture *capture, const xmlDoc *sheet, const char *uri);

/* Returns the place that answers for a mistake at a place: another one where an own template has
 * come to a shipped one while it runs or is compiled. Its strings are the capture's. */
struct diag_place blame_place(struct capture *capture, struct diag_place place);

#endif
