/* The words of a text, for those who look each up: what can't be in a dictionary is left out. */
#ifndef PYKALA_RULES_WORDS_H
#define PYKALA_RULES_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* Where the reading stands. */
struct words {
    const char *at, *end; /* of what stands between spaces */
    const char *last;     /* the text's end */
};

struct words words_begin(const char *text);

struct words_word {
    const char *text; /* in the text */
    size_t size;
};

/*
 * Steps to the next word: letters, also joined by hyphens, a colon or an apostrophe. Numbers and
 * what hangs on them, sections, addresses of mail and web are passed over. Returns false at the
 * end.
 */
bool words_next(struct words *words, struct words_word *word);

/* Whether a part of a word is an acronym, inflected or not: STM, KSTURVAn; STM:n. */
bool words_is_acronym(const char *text, size_t size);

#endif
