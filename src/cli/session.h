/*
 * A session: what a command needs before it looks at its input. The program's own files are found
 * relative to the executable: beside it in share/ (a build folder) or in ../share/ (installed).
 */
#ifndef PYKALA_CLI_SESSION_H
#define PYKALA_CLI_SESSION_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "cli/cli.h"
#include "input/input.h"
#include "template/template.h"
#include "text/font.h"

#include <stdbool.h>
#include <stdio.h>

struct session {
    struct arena *arena; /* lives as long as the session */
    struct diags *diags;
    const char *template_folder, *font_folder, *schema_folder;
    struct reading *reading;        /* where it is recorded which file is read; NULL: nowhere */
    struct schema *schema;          /* NULL until session_load */
    struct template_set *templates; /* NULL until session_load */
    struct text_library *text;      /* NULL until session_load_fonts */
};

/* Starts a session that only knows where the program's files are and records in reading (may be
 * NULL) which file is read. Reports it and returns false when they aren't there. End the session in
 * either case. */
bool session_find(struct session *session, struct reading *reading);

/* Loads the schema and opens the templates, unless that is done: most of the time that starting
 * takes. Reports faults and returns false. */
bool session_load(struct session *session);

/* Opens the library of fonts, unless it is open. */
void session_load_fonts(struct session *session);

/* Opens the library of fonts and its dictionaries, unless they are open. Reports faults and returns
 * false. */
bool session_load_text(struct session *session);

/* Forgets the diagnostics, and all that was loaded from files of the kinds that have changed (enum
 * watch_kind). */
void session_renew(struct session *session, unsigned changed);

/* Does session_find, then session_load. End the session in either case. */
bool session_start(struct session *session, struct reading *reading);

/* Frees all that the session holds. */
void session_end(struct session *session);

/* Starts translation, where a catalogue for the user's language is found. */
void session_translate(void);

/* Translates to a language, "fi", "sv" or "en", whatever the locale. */
void session_speak(const char *language);

/* Prints the text, which may be empty. */
void session_print(const struct buf *text, FILE *stream);

/* Prints a path by a format that holds "%s". */
__attribute__((format(printf, 1, 0))) void session_print_path(const char *format, const char *path);

/* Prints the diagnostics as text, with the lines of the files. */
void session_report(const struct session *session, FILE *stream);

/* Returns the exit status that the worst diagnostic calls for. */
int session_worst(const struct diags *diags);

/* Reports on standard error and returns the status. */
int session_tell(const struct session *session);

#endif
