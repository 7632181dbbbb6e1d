/* The words of a text, without those that can't be in a dictionary. */
#ifndef PYKALA_RULES_WORDS_H
#define PYKALA_RULES_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* A position in a text. */
struct words {
    const char *at, *end; /* of what stands between spaces */
    const char *last;     /* the text's end */
};

struct words words_begin(const char *text);

struct words_word {
    const char *text; /* in the text */
    size_t size;
};

/* Steps to the next word: letters, also joined by hyphens, a colon or an apostrophe. Passes numbers
 * with their endings, sections, and addresses of mail and web. Returns false at the end. */
bool words_next(struct words *words, struct words_word *word);

/* Returns whether a part of a word is an acronym, inflected or not: STM, KSTURVAn; STM:n. */
bool words_is_acronym(const char *text, size_t size);

#endif
