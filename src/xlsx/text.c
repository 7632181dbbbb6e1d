#include "xlsx/text.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ESCAPE = 7 /* bytes of "_x000D_" */ };

/* Reads an escape, a unit of UTF-16. Returns false for what is none. */
static bool read_unit(const char *bytes, size_t size, uint32_t *unit)
{
    if (size < ESCAPE || bytes[0] != '_' || bytes[1] != 'x' || bytes[6] != '_')
        return false;
    char digits[5] = {0};
    for (int i = 0; i < 4; i++) {
        if (!isxdigit((unsigned char)bytes[2 + i]))
            return false;
        digits[i] = bytes[2 + i];
    }
    *unit = (uint32_t)strtoul(digits, NULL, 16);
    return true;
}

/* Reads an escaped character, of which two escapes may be the halves. Returns its bytes, 0 where
 * none is escaped. */
static size_t read_escape(const char *bytes, size_t size, uint32_t *character)
{
    uint32_t low;
    if (!read_unit(bytes, size, character))
        return 0;
    bool is_high = *character >= 0xD800 && *character < 0xDC00;
    if (!is_high || !read_unit(bytes + ESCAPE, size - ESCAPE, &low) || low < 0xDC00 || low > 0xDFFF)
        return ESCAPE;
    *character = 0x10000 + ((*character - 0xD800) << 10) + (low - 0xDC00);
    return 2 * ESCAPE;
}

/* Appends a character that was escaped. */
static void append_character(uint32_t character, struct buf *out)
{
    bool is_control = character < 0x20 && character != '\t' && character != '\n';
    if (character == '\r')
        buf_char(out, '\n');
    else
        buf_codepoint(out, is_control || (character & 0xFFFE) == 0xFFFE ? 0xFFFD : character);
}

void text_append_read(const char *text, size_t size, struct buf *out)
{
    uint32_t character;
    for (size_t at = 0; at < size;) {
        size_t escaped = text[at] == '_' ? read_escape(text + at, size - at, &character) : 0;
        if (!escaped) {
            const char *next = memchr(text + at + 1, '_', size - at - 1);
            size_t plain = next ? (size_t)(next - text) - at : size - at;
            buf_append(out, text + at, plain);
            at += plain;
            continue;
        }
        at += escaped;
        /* \r\n is one line end. */
        if (character == '\r' && at < size && text[at] == '\n')
            continue;
        append_character(character, out);
    }
}

static bool is_piece(const struct text *text, const struct markup *markup)
{
    return markup_is(markup, text->parent, "t") || markup_is(markup, "r", "t");
}

void text_start(struct text *text, struct markup *markup)
{
    if (!is_piece(text, markup))
        return;
    const char *space = markup_attribute(markup, "xml:space");
    text->keeps_space = space && strcmp(space, "preserve") == 0;
    markup_gather(markup);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void text_end(struct text *text, struct markup *markup)
{
    if (!is_piece(text, markup))
        return;
    markup_gathered(markup);
    const char *piece = markup_text(markup);
    size_t size = strlen(piece);
    for (; !text->keeps_space && size && is_space(*piece); size--)
        piece++;
    while (!text->keeps_space && size && is_space(piece[size - 1]))
        size--;
    text_append_read(piece, size, &text->whole);
}
