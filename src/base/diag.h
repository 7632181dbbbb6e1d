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

/* Where in which file. line and column count from 1; 0 is unknown. column counts characters. */
struct diag_place {
    const char *file; /* NULL when there is no file */
    int line, column;
};

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

struct diag {
    enum diag_severity severity;
    enum rule rule;
    struct diag_place place;
    const char *message;
    const char *hint; /* what to do about it; NULL when the message says it */
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
 * hint may be NULL. A diagnostic that equals an earlier one in every field is dropped. Returns
 * false, so that a caller can return it on.
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

/* The list, in the order added, or after diags_sort by file, line, column. */
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

/* Adds all of another list, whatever is overridden. */
void diags_add_all(struct diags *diags, const struct diags *from);

#endif
