/*
 * Searches in the bytes of a file that many questions share, so that all of them together read the
 * bytes once or a few times. A file may have a million comments without an end.
 */
#ifndef PYKALA_XML_SEARCH_H
#define PYKALA_XML_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

/* Remembers where a mark was found last. Begin with zeroes, and anew when the bytes change. */
struct search {
    const char *from, *found; /* nothing stands between them; found is NULL for none behind from */
};

/* Returns the next place of the mark at or after text, or NULL. Texts that come in the order of
 * their places take linear time in all. */
const char *search_next(struct search *search, const char *text, const char *mark);

/* The start and end tags of a text by their names. */
struct tags;

/* Finds the tags of a text that ends with a NUL. Free them, and find them anew when the text
 * changes. Takes linear time, and eight bytes a tag. */
struct tags *tags_find(const char *text);
void tags_free(struct tags *tags);

/*
 * Returns whether the next tag after name, a place in the text, that has the name that stands there
 * is an end tag. Places that come in order take linear time in all.
 */
bool tags_end_next(struct tags *tags, const char *name);

#endif
