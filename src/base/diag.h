/*
 * Diagnostics: everything pykala has to say about its input and its papers. A function that can
 * fail takes a struct diags, adds what is wrong, and returns false (or NULL, or a count). Only
 * cli and report print them.
 */
#ifndef PYKALA_BASE_DIAG_H
#define PYKALA_BASE_DIAG_H

#include "base/rule.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* A piece of a text, which may go on after it. Without a text it is NULL. */
struct diag_text {
    const char *text;
    size_t size; /* in bytes */
};

/* The element or the attribute of one that stands at a place, and its value as the file has it: of
 * a longer one as many bytes as can be needed to show it. */
enum { DIAG_SHOWN = 400 };
struct diag_field {
    struct diag_text element, attribute, value;
};

/* A stretch of a file. Lines and columns count from 1, columns in characters; 0 is unknown. */
struct diag_place {
    const char *file; /* NULL when there is no file */
    int line, column;
    int end_line, end_column; /* after the last character */
    struct diag_field field;
    const char *cell; /* of a workbook: "Vastaukset!C12"; NULL elsewhere */
};

/* Returns a place whose strings are in the arena. */
struct arena;
struct diag_place diag_place_copy(struct arena *arena, struct diag_place place);

/*
 * The places that a page document's elements name: which line of which template wrote each. An
 * element's attribute DIAG_MARK is the number of its place, counted from 0. A document that comes
 * without such a list names no places, whatever its attributes.
 */
#define DIAG_MARK "data-pykala-mark"
struct diag_marks {
    const struct diag_place *places;
    size_t count;
};

/* A change of a file that mends what is wrong: text instead of what stands at a place. */
struct diag_edit {
    struct diag_place place;
    const char *text;
    struct diag_edit *next; /* that is to be made with it; NULL for none */
};

struct diag {
    enum diag_severity severity;
    enum rule rule;
    struct diag_place place;
    const char *message;
    const char *hint;          /* what to do about it; NULL when the message says it */
    struct diag_place related; /* for instance of the first of two; without a file: none */
    struct diag_edit *edits;   /* what to do about it in the file, when that is known */
    bool is_certain;           /* the edits are no guess: they may be made without asking */
};

struct diags;

/* Returns an empty list, owned by the caller (diags_free). */
struct diags *diags_new(void);
void diags_free(struct diags *diags);

/* Bytes of a message or a hint: of a longer one the beginning is kept. Ours have a quarter of it.
 */
enum { DIAG_LONGEST = 1000 };

/*
 * Adds a diagnostic. All strings are copied; of a message and a hint at most DIAG_LONGEST bytes.
 * hint may be NULL. A diagnostic that equals an earlier one in severity, rule, file, line, column,
 * cell, message and hint is dropped. Returns false, so that a caller can return it on.
 */
bool diag_add(struct diags *diags, enum rule rule, struct diag_place place, const char *hint,
              const char *format, ...) __attribute__((format(printf, 5, 6)));
bool diag_vadd(struct diags *diags, enum rule rule, struct diag_place place, const char *hint,
               const char *format, va_list arguments) __attribute__((format(printf, 5, 0)));

/* Adds a diagnostic of another severity than its rule has, for instance one of another list. */
bool diag_add_as(struct diags *diags, enum diag_severity severity, enum rule rule,
                 struct diag_place place, const char *hint, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/*
 * Add to the diagnostic that was added last another place that it is about, or a change that mends
 * it. They do nothing when it was dropped. A text longer than DIAG_LONGEST takes all its changes
 * away, since half a change mends nothing; so does a place in a workbook, which has no text.
 */
void diag_relate(struct diags *diags, struct diag_place place);
void diag_edit(struct diags *diags, struct diag_place place, const char *text);

/* Adds to the diagnostic that was added last the change of what stands at its own place. */
void diag_replace(struct diags *diags, const char *text);

/* Says of the diagnostic that was added last that its changes are no guess: nobody could have meant
 * anything else. Without a change that is, of a file's encoding, to write it in UTF-8. */
void diag_certain(struct diags *diags);

/*
 * Gives a rule's later diagnostics another severity, or with is_off drops them; the last call for a
 * rule counts. diags_forget_overrides gives all rules their own severities again.
 */
void diags_override(struct diags *diags, enum rule rule, enum diag_severity severity, bool is_off);
void diags_forget_overrides(struct diags *diags);

/*
 * From now on at most so many diagnostics of a rule are taken, and one more that says so: of what
 * somebody's template or page document says nobody reads all.
 */
enum { DIAGS_MOST = 1000 };
void diags_limit(struct diags *diags, size_t most);

/* Return the severity of a rule's diagnostics, and whether they are taken, not dropped. */
enum diag_severity diags_severity(const struct diags *diags, enum rule rule);
bool diags_want(const struct diags *diags, enum rule rule);

/* The list, in the order added, or after diags_sort by file, line, column, cell. Each piece of text
 * in it ends with a NUL. */
size_t diags_count(const struct diags *diags);
const struct diag *diags_at(const struct diags *diags, size_t index);
void diags_sort(struct diags *diags);

/* How many there are of at least the given severity. */
size_t diags_at_least(const struct diags *diags, enum diag_severity severity);

/* Empties the list. */
void diags_clear(struct diags *diags);

/*
 * Writes all diagnostics to, and reads them back from, a plain byte form, so that a worker
 * process can send them to its parent. diags_unpack adds; it returns false on a broken form.
 */
struct buf;
void diags_pack(const struct diags *diags, struct buf *out);
bool diags_unpack(struct diags *diags, const char *bytes, size_t size);

/* Add one or all of another list, whatever is overridden. Where file is not NULL, it is the name
 * of the diagnostic's file from now on. */
void diag_copy(struct diags *diags, const struct diag *diag, const char *file);
void diags_add_all(struct diags *diags, const struct diags *from);

#endif
