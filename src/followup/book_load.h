/* Loads a workbook of answers as the XML that is made of it. */
#ifndef PYKALA_FOLLOWUP_BOOK_LOAD_H
#define PYKALA_FOLLOWUP_BOOK_LOAD_H

#include "base/arena.h"
#include "input/input.h"

/* What a workbook is to be, where it stands. NULL or 0: anything. */
struct book_expected {
    int year;
    const char *party, *plan, *version;
    const char *day; /* of answers, where theirs isn't understood: it is never NULL */
};

/*
 * Loads a workbook. Reports cells that aren't understood, and whether it is another form than the
 * expected one. Returns the document of its answers, whose places are cells and which isn't valid
 * when anything was reported; it uses the arena. Returns NULL for what is not such a form, and for
 * one that nobody has filled in, which isn't at fault (*is_untouched).
 */
struct input_document *book_load(const struct schema *schema, const char *path,
                                 const struct book_expected *expected, struct arena *arena,
                                 struct diags *diags, bool *is_untouched);

#endif
