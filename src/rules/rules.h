/*
 * Rules: what an XSD cannot say, across the files of a project. A rule is a function with a rule
 * id.
 *
 * In: a project, whose files are valid for all rules but those of texts. Out: diagnostics.
 */
#ifndef PYKALA_RULES_RULES_H
#define PYKALA_RULES_RULES_H

#include "base/diag.h"
#include "input/input.h"

/* Runs every rule over the project. Returns false when one found an error. */
bool rules_check(const struct input_project *project, struct diags *diags);

/*
 * What can be asked of each text alone, its orthography: of a project whose files aren't all valid,
 * so that it is told in the same run, and of a file without its project.
 */
void rules_check_texts(const struct input_project *project, struct diags *diags);
void rules_check_file(struct input_document *document, struct diags *diags);

/*
 * Tells, on request, the words of a Finnish project's texts, or of one file's, that the dictionary
 * doesn't know. After rules_check, which reads the project's settings.
 */
void rules_spelling(const struct input_project *project, struct diags *diags);
void rules_spelling_file(const struct input_document *document, struct diags *diags);

#endif
