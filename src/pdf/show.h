/*
 * Showing text: a run's glyphs as TJ arrays.
 */
#ifndef PYKALA_PDF_SHOW_H
#define PYKALA_PDF_SHOW_H

#include "pdf/file.h"

/* What goes on from run to run; begins with zeros. */
struct pdf_text_state {
    const struct pdf_font *font; /* set, with its size (ISO 32000-1 9.3.1) */
    pt64 size;
    bool in_word; /* a broken word is told whole, whose rest follows */
};

/*
 * The broken words of a run, which stand in two lines or more. Each is told whole where it begins
 * (ActualText, ISO 32000-1 14.9.4), so that a search finds it. Places are bytes of the run's text.
 */
struct pdf_broken {
    const struct page_run *hyphen; /* breaks the last word; NULL: none does */
    const char *word;              /* that word, where it begins in this run; NULL: it isn't told */
    size_t word_size, begin;
    bool word_hyphen; /* a written hyphen ends it, and more follows in the next line */
    size_t end;       /* of the word that goes on from the run before; SIZE_MAX: not in this run */
};

/* Writes the operators that show the run, whose start the pen is at, and right behind it the hyphen
 * of a broken word, in one array where that isn't told, or else readers find two words. */
void pdf_show_run(struct pdf_file *file, const struct page_run *run,
                  const struct pdf_broken *broken, struct pdf_text_state *state, struct buf *out);

#endif
