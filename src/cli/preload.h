/* The templates, fonts and themes of the wanted papers, loaded once and shared by all workers. */
#ifndef PYKALA_CLI_PRELOAD_H
#define PYKALA_CLI_PRELOAD_H

#include "cli/project.h"
#include "cli/session.h"
#include "text/font.h"
#include "text/letters.h"
#include "theme/theme.h"

#include <stdbool.h>
#include <stddef.h>

struct preload {
    struct agenda *agenda;
    const char *project_folder;
    const size_t *papers; /* the wanted ones, as indices into the agenda */
    size_t count;
    struct template_set *templates;
    struct text_library *text;
    const struct theme **themes;        /* each wanted paper's */
    struct text_letters *letters;       /* asked of what isn't laid out; or NULL */
    const struct diags *slanted_faults; /* told of it where it has slanted text; or NULL */
    const struct text_loans *told;      /* what is known to come from other fonts; or NULL */
};

/* Loads the templates, fonts and themes of the wanted papers. Reports every fault (in a template, a
 * font that is missing) and returns false. All of it belongs to the session and the project. */
bool preload_papers(struct session *session, const struct project *project, const size_t *papers,
                    size_t count, struct preload *preload);

#endif
