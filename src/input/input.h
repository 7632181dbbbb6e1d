/*
 * Input: untrusted bytes → validated trees, with positions for messages.
 *
 * In: file names. Out: libxml2 trees that are valid against schemas/pykala.xsd, held by a project;
 * every element knows its file, line and column. Everything that is wrong goes to the diagnostics,
 * all of it in one run. No network, no external entities, no XInclude; size, depth and expansion
 * are limited.
 */
#ifndef PYKALA_INPUT_INPUT_H
#define PYKALA_INPUT_INPUT_H

#include "base/buf.h"
#include "base/diag.h"
#include "schema/schema.h"
#include "xml/xml.h"

#include <libxml/tree.h>

#include <stdbool.h>
#include <stddef.h>

/* One parsed file. */
struct input_document {
    const char *path;
    xmlDocPtr xml;
    bool well_formed; /* nothing of its form has been mended */
    bool valid;       /* well formed, and no XSD error */
};

/*
 * Parses and validates one file. Reports what is wrong. Returns NULL only when it can't be read, or
 * is so broken that its meaning isn't known; a document with errors is returned with valid = false.
 * Owned by the caller.
 */
struct input_document *input_document_load(const struct schema *schema, const char *path,
                                           struct diags *diags);
/*
 * Parses and validates bytes that were made of a workbook at path, in the same way. What is told of
 * them has the place of the workbook's cells, one for each line of the bytes (NULL: the whole
 * workbook); they are to live as long as the document.
 */
struct input_document *input_document_made(const struct schema *schema, const char *path,
                                           const struct buf *bytes, const char *const *cells,
                                           struct diags *diags);

/* Begins to read a file by another library: should that crash, the next process knows of which
 * file. Reports a file that a process has crashed with, and returns false. */
bool input_begin(const struct schema *schema, const char *path, struct diags *diags);
void input_end(const struct schema *schema);

void input_document_free(struct input_document *document);

/* What papers can show (text/letters.h); only passed on here. */
struct text_letters;

/* What looks up words (rules/rules.h); only passed on here. */
struct rules_spelling;

/* When something is in force: its first and last day. */
enum { INPUT_DAY = sizeof "2026-01-01" };

/* A version of the plan: a file of the project, and the days on which it is in force. */
struct input_version {
    const xmlNode *reference;        /* suunnitelmaTiedosto; NULL for a plan without its project */
    struct input_document *document; /* NULL when the file could not be parsed */
    char begins[INPUT_DAY];          /* its first day; empty: from the beginning */
    char ends[INPUT_DAY];            /* its last day; empty: until the next version begins */
};

/* A file of answers that is read instead of what may stand at its place, XML or a workbook. */
struct input_stand_in {
    const char *place; /* from the project's folder: seuranta/2026/joutsa.xml */
    const char *path;  /* of what is read; messages name it */
};

/* A project: hanke.xml and the files that it names. */
struct input_project {
    const char *path;            /* of hanke.xml */
    const char *folder;          /* of the file; names in the project are relative to it */
    const char *template_folder; /* the project's own; NULL when it has none that can be used */
    struct input_document *project;
    /* NULL where the project has none (or the file could not be parsed). */
    struct input_document *parties, *agreement, *meetings, *theme, *statutes;
    struct input_version *versions; /* of the plan, in the order of the project file */
    size_t version_count;
    struct text_letters *letters;    /* of its papers, set by those who know their fonts; or NULL */
    struct rules_spelling *spelling; /* of answers, set by those who ask for it; or NULL */
    const struct input_stand_in *stand_in; /* set by those who check a file that came; or NULL */
};

/* Return how many documents a project can have, and the one at an index, in the order of its
 * project file: NULL where it has none. */
size_t input_project_count(const struct input_project *project);
const struct input_document *input_project_document(const struct input_project *project,
                                                    size_t index);

/*
 * Loads a project. path is the project file, or a folder that holds hanke.xml. Reports everything
 * that is wrong in all files. Returns NULL when the project file itself can't be used: it is a link
 * that leads out of the folder, for example. Owned by the caller.
 */
struct input_project *input_project_load(const struct schema *schema, const char *path,
                                         struct diags *diags);
void input_project_free(struct input_project *project);

/* Returns a project with only one file, in its place; its folder is the file's. Lives as long as
 * the document. */
struct input_project input_project_alone(struct input_document *document);

/* Returns whether a document holds all that it should directly in its root: otherwise a part may
 * seem missing that is only at fault. NULL isn't whole. */
bool input_is_whole(const struct input_document *document);

/* Does the same for the files that a project names (tiedostot). */
bool input_files_are_known(const struct input_project *project);

/* Returns the newest version of the plan: the last of the project file. NULL when there is none. */
const struct input_version *input_newest_version(const struct input_project *project);

/* Returns the version of the plan that is in force on a day. NULL when none is, or when it isn't
 * certain which: more than one would be. */
const struct input_version *input_version_on(const struct input_project *project, const char *day);

/* Returns the version of the plan that is in force on the last day of a year ("2027"). NULL as
 * above. */
const struct input_version *input_version_of_year(const struct input_project *project,
                                                  const char *year);

/* Returns the root of a version's plan. NULL for no version, and where the file could not be
 * parsed. */
const xmlNode *input_version_root(const struct input_version *version);

/* When a party is one of the agreement's. */
struct input_term {
    bool is_party;
    char begins[INPUT_DAY]; /* its first day; empty: from the beginning */
    char ends[INPUT_DAY];   /* its last day; empty: until further notice */
};

/* The agreement's parties: those of its list (osapuoliviitteet), or without a list all of the
 * register. */
struct input_bound;

/* Reads the agreement, which may be NULL and be freed before. Owned by the caller. */
struct input_bound *input_bound_new(const struct input_document *agreement);
void input_bound_free(struct input_bound *bound);

struct input_term input_bound_term(const struct input_bound *bound, const xmlNode *party);

/* Returns whether a day is in the term: every day of a party for NULL. */
bool input_term_holds(const struct input_term *term, const char *day);

/* Returns whether the matter of a meeting or a paper (aihe) is one of a follow-up year: what was
 * answered, or what the answers propose to change. */
bool input_is_of_year(const xmlNode *element);

/* Returns whether a list of words set apart by white space holds the word. */
bool input_list_has(const char *list, const char *word);

/* Returns whether a word of a list of parties names a party of that id and kind: it is the id, the
 * kind, kunnat or kaikki. The id and the kind may be NULL. */
bool input_word_names(const char *word, size_t size, const char *id, const char *kind);

/* Returns whether a word of a list names the party. No list (NULL) names all. */
bool input_list_names(const char *list, const xmlNode *party);

#endif
