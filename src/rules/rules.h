/*
 * Rules: what an XSD cannot say, across the files of a project. A rule is a function with a rule
 * id.
 *
 * In: a project. In files that aren't valid only elements without findings are checked, so that one
 * run reports all faults, and none twice. Out: diagnostics.
 */
#ifndef PYKALA_RULES_RULES_H
#define PYKALA_RULES_RULES_H

#include "base/diag.h"
#include "input/input.h"

/* Runs every rule over the project. Returns false when one found an error for which no paper can be
 * made. Faults of the plan's versions leave the papers that they aren't about (agenda). */
bool rules_check(const struct input_project *project, struct diags *diags);

/* Runs the rules that need no other file over one without its project. */
void rules_check_file(struct input_document *document, struct diags *diags);

/* Reports the characters and letters of a document's texts that papers can't show. Returns false
 * when there are any. letters is NULL where it isn't known which the fonts show. rules_check does
 * this for the project's own files. */
bool rules_check_letters(const struct input_document *document, struct text_letters *letters,
                         struct diags *diags);

/* Reports the stretches of a document's texts that were garbled on their way. rules_check does this
 * for the project's own files. */
void rules_check_garbled(const struct input_document *document, struct diags *diags);

/* Returns whether a text is as it was written: nothing of it has been mended. */
bool rules_is_text_sound(const struct xml_text *text);

/* Reports one text when it is garbled. Returns whether it is, and the project wants the rule. */
bool rules_report_garbled(const struct xml_text *text, struct diags *diags);

/* Finds the names of people. Owned by the caller; diags, which gets a failure when the dictionary
 * isn't installed, must outlive it. */
struct rules_people *rules_people_new(struct diags *diags);
void rules_people_free(struct rules_people *people);

/* Returns whether a text that is to name a role names a person, and where. */
bool rules_finds_person(struct rules_people *people, const char *text, size_t *at, size_t *size);

/* Reports faults of orthography in the texts of a file of answers. rules_check does this for the
 * project's own files. */
void rules_check_orthography(const xmlDoc *tree, struct diags *diags);

/* Looks up the words of texts in the Finnish dictionary. Owned by the caller; diags must outlive
 * it. NULL for a project in another language, or that doesn't want the rule, and after a failure:
 * the dictionary isn't installed. To be made after rules_check, which reads the project's settings.
 */
struct rules_spelling *rules_spelling_new(const struct input_project *project, struct diags *diags);
void rules_spelling_free(struct rules_spelling *spelling);

/* Report, once a file, the words that the dictionary doesn't know: in the project's own files, and
 * in a file of answers. */
void rules_spelling_project(struct rules_spelling *spelling, const struct input_project *project);
void rules_spelling_answers(struct rules_spelling *spelling, const xmlDoc *tree);

/* Does the same for a file by itself. */
void rules_spelling_file(const struct input_document *document, struct diags *diags);

#endif
