/*
 * A trial of what papers ask of a project, without making them.
 *
 * A project's own templates: each paper that one of them makes is made once, for the first party
 * that gets it, up to the page document and the heads of its images. Anybody may have written them,
 * so this is done in processes that have limits.
 *
 * The shipped templates are right, but the data may lack what they ask for, such as a form of a
 * name: they are run for each paper but those of the follow-up, which ask only for what the schema
 * requires.
 */
#ifndef PYKALA_CLI_CHECK_TEMPLATES_H
#define PYKALA_CLI_CHECK_TEMPLATES_H

#include "cli/project.h"

/* Reports faults in the templates of an open project, and what their papers lack. Only loads the
 * template of a follow-up paper without answers. May add the answers to the project's data. */
void check_templates(struct session *session, struct project *project);

#endif
