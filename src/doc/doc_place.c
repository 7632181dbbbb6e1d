/*
 * Finds a character of a text in the page document's bytes, for diagnostics: the tree knows the
 * lines of elements only. It is searched for when asked, which is seldom: the text's place among
 * the texts of the body, and the character's among the like in it.
 */
#define _GNU_SOURCE /* memmem */
#include "doc/doc_private.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

static const char cdata[] = "<![CDATA[";

/* A walk along the texts between the tags of a well-formed document. */
struct walk {
    const char *at, *end;
    const char *text, *text_end; /* the last one found; of a CDATA section what is in it */
    bool is_literal;             /* of a CDATA section */
    bool in_body;
};

static bool starts_with(const struct walk *walk, const char *start)
{
    size_t size = strlen(start);
    return (size_t)(walk->end - walk->at) >= size && memcmp(walk->at, start, size) == 0;
}

/* Returns the byte after the next occurrence of stop, or the end. */
static const char *after(const struct walk *walk, const char *stop)
{
    const char *found = memmem(walk->at, (size_t)(walk->end - walk->at), stop, strlen(stop));
    return found ? found + strlen(stop) : walk->end;
}

static const char *tag_end(const struct walk *walk)
{
    char quote = '\0';
    for (const char *at = walk->at; at < walk->end; at++) {
        if (quote ? *at == quote : *at == '"' || *at == '\'')
            quote = quote ? '\0' : *at;
        else if (!quote && *at == '>')
            return at + 1;
    }
    return walk->end;
}

static void skip_markup(struct walk *walk)
{
    if (starts_with(walk, "<!--"))
        walk->at = after(walk, "-->");
    else if (starts_with(walk, "<?"))
        walk->at = after(walk, "?>");
    else {
        walk->in_body |= starts_with(walk, "<body");
        walk->at = tag_end(walk);
    }
}

/* Finds the body's next text. Returns false at the end. */
static bool next_text(struct walk *walk)
{
    while (walk->at < walk->end) {
        walk->text = walk->at;
        walk->is_literal = starts_with(walk, cdata);
        if (walk->is_literal) {
            walk->text += sizeof cdata - 1;
            walk->at = after(walk, "]]>");
            walk->text_end = walk->at - strlen("]]>");
        } else if (*walk->at == '<') {
            skip_markup(walk);
            continue;
        } else {
            const char *tag = memchr(walk->at, '<', (size_t)(walk->end - walk->at));
            walk->text_end = walk->at = tag ? tag : walk->end;
        }
        if (walk->in_body)
            return true;
    }
    return false;
}

/* Reads a character or the number of one. Returns its bytes, at least one. */
static size_t read_character(const struct walk *walk, const char *at, uint32_t *character)
{
    if (*at != '&' || walk->is_literal || at[1] != '#') {
        size_t length = utf8_read_within(at, (size_t)(walk->text_end - at), character);
        return length ? length : 1;
    }
    char *number_end;
    bool is_hexadecimal = at[2] == 'x';
    *character = (uint32_t)strtoul(at + 2 + is_hexadecimal, &number_end, is_hexadecimal ? 16 : 10);
    return (size_t)(number_end - at);
}

/* Returns the walk's text's character that is like the given one and has so many of those before
 * it; NULL where there is none. */
static const char *find_character(const struct walk *walk, uint32_t wanted, size_t before)
{
    for (const char *at = walk->text; at < walk->text_end;) {
        uint32_t character = 0;
        size_t length = read_character(walk, at, &character);
        if (character == wanted && before-- == 0)
            return at;
        at += length;
    }
    return NULL;
}

static struct diag_place place_at(const struct doc_document *document, struct diag_place place,
                                  const char *at)
{
    const char *line = document->source;
    place.line = 1;
    for (const char *end; (end = memchr(line, '\n', (size_t)(at - line))); line = end + 1)
        place.line++;
    place.column = (int)utf8_count(line, (size_t)(at - line)) + 1;
    place.end_line = place.line;
    place.end_column = place.column + 1;
    return place;
}

struct diag_place doc_text_place(const struct doc_document *document, const struct doc_node *text,
                                 size_t offset)
{
    struct walk walk = {.at = document->source, .end = document->source + document->source_size};
    uint32_t wanted = 0, character;
    size_t before = 0;
    utf8_read(text->text + offset, &wanted);
    for (size_t at = 0, length; at < offset; at += length) {
        length = utf8_read(text->text + at, &character);
        before += character == wanted;
    }
    for (size_t i = 0; document->source && next_text(&walk); i++) {
        const char *found = i == text->order ? find_character(&walk, wanted, before) : NULL;
        if (found)
            return place_at(document, text->place, found);
    }
    return text->place;
}
