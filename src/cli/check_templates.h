/*
 * A trial of what papers ask of a project, without making them: every paper is made up to the page
 * document, which needs neither themes nor lines, so that check tells what build would.
 *
 * Of a project with many papers one of each shape (shape.h) is tried, and the others of that shape
 * when anything is said of it. The region's report of very many parties is left out: it asks only
 * for what the schema requires. A project's own templates may have been written by anybody: they
 * are run in processes that have limits, and the heads of the images that they name are read.
 */
#ifndef PYKALA_CLI_CHECK_TEMPLATES_H
#define PYKALA_CLI_CHECK_TEMPLATES_H

#include "cli/project.h"

/* Reports what keeps the papers of an open project from being made, each fault once. followup has
 * the answers of all years; NULL: there are none. Only loads the template of a follow-up paper
 * without answers. Adds the answers to the project's data. */
void check_templates(struct session *session, struct project *project,
                     const struct followup *followup);

#endif
