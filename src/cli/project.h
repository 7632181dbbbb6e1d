/* A project, opened: its files read and checked, and the list of papers made from them. */
#ifndef PYKALA_CLI_PROJECT_H
#define PYKALA_CLI_PROJECT_H

#include "agenda/agenda.h"
#include "base/arena.h"
#include "base/buf.h"
#include "cli/letters.h"
#include "cli/session.h"
#include "input/input.h"

#include <stdbool.h>

struct project {
    struct arena *arena; /* lives as long as the agenda */
    struct input_project *input;
    struct text_letters *letters; /* what its papers can show, as input has it; or NULL */
    struct letters_faults font_faults;
    struct rules_spelling *spelling; /* set by those who ask for it, as input has it; or NULL */
    bool is_right;                   /* there is no error in the files */
    struct buf said;                 /* of the files: packed diagnostics */
    xmlDocPtr kinds;                 /* the defaults of each kind of party */
    xmlDocPtr offer;                 /* which papers the shipped templates make */
    struct agenda *agenda;
};

/*
 * Opens the project file, or the one in the folder, at path. Adds everything that is wrong to the
 * session's diagnostics, sorted, and returns false when any of it is an error of the files. Papers
 * that can't be made, of which other files know nothing, are told and left out of the agenda. Close
 * it in either case.
 */
bool project_open(struct session *session, const char *path, struct project *project);
void project_close(struct project *project);

/* Makes the agenda of a project anew when templates have changed and its own files, which are
 * right, have not. Reports the files' findings again. Returns false and reports why when it can't
 * be done. */
bool project_reopen(struct session *session, struct project *project);

/*
 * Reads the answers that the papers (indices into the agenda) need, and adds them to the agenda's
 * data. Reports a rejected file and leaves it out, so that one party's mistake does not stop the
 * others' papers, which mention it. Reports a paper of a year without answers and takes it out of
 * the list. Returns how many papers are left.
 */
size_t project_add_answers(struct session *session, struct project *project, size_t *papers,
                           size_t count);

/* Returns the party of the register with an id, or NULL. The project has a register. */
const xmlNode *project_find_party(const struct input_project *input, const char *id);

/* Returns a party's name in the register, in the arena: its id where the register has none. */
const char *project_party_name(const struct input_project *input, const char *id,
                               struct arena *arena);

#endif
