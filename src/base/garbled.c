#include "base/garbled.h"

#include "base/blank.h"
#include "base/message.h"
#include "base/recode.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { LOST = 0xFFFD, LONGEST_ENTITY = 12 };

/* Appends the code point of bytes that are one whole character of UTF-8. Returns whether they are.
 */
static bool add_character(const char *bytes, size_t size, struct buf *meant)
{
    uint32_t codepoint;
    if (utf8_read_within(bytes, size, &codepoint) != size)
        return false;
    buf_append(meant, bytes, size);
    return true;
}

/* Returns how many bytes a character of UTF-8 has that begins with the byte: 0 for one that begins
 * no letter or sign of Finnish or Swedish. In Windows-1252 and in Unicode they are "Â", "Ã", "â".
 */
static size_t length_of(uint32_t byte)
{
    if (byte == 0xC2 || byte == 0xC3)
        return 2;
    return byte == 0xE2 ? 3 : 0;
}

/* Matches "Ã¤", whose characters are the bytes of "ä" in Windows-1252. */
static size_t match_encoding(const char *at, struct buf *meant)
{
    char bytes[3];
    uint32_t codepoint;
    size_t size = utf8_read(at, &codepoint), length = size == 2 ? length_of(codepoint) : 0;
    bytes[0] = (char)codepoint;
    for (size_t i = 1; i < length; i++) {
        size_t step = utf8_read(at + size, &codepoint);
        int byte = step > 1 ? recode_windows_1252_byte(codepoint) : -1;
        if (byte < 0)
            return 0;
        bytes[i] = (char)byte;
        size += step;
    }
    return length && add_character(bytes, length, meant) ? size : 0;
}

static int digit_of(char c)
{
    const char *digits = "0123456789ABCDEF", *found = c ? strchr(digits, c) : NULL;
    return found ? (int)(found - digits) : -1;
}

/* Returns the byte that "=C3" stands for; 0 for none, and for a byte of ASCII. */
static int quoted_byte(const char *at)
{
    if (at[0] != '=' || digit_of(at[1]) < 8 || digit_of(at[2]) < 0)
        return 0;
    return digit_of(at[1]) * 16 + digit_of(at[2]);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xC3;
}

/* Returns whether a letter, or a byte in this form, stands before a place. */
static bool is_behind_letter(const char *begin, const char *at)
{
    return at > begin && (is_letter(at[-1]) || (unsigned char)at[-1] >= 0x80 ||
                          (at - begin >= 3 && quoted_byte(at - 3)));
}

/* Matches "=C3=A4", and "=E4" behind a letter. */
static size_t match_quoted(const char *begin, const char *at, struct buf *meant)
{
    int first = quoted_byte(at);
    size_t length = length_of((uint32_t)first);
    char bytes[3] = {(char)first};
    for (size_t i = 1; i < length; i++)
        if (!(bytes[i] = (char)quoted_byte(at + 3 * i)))
            length = 0;
    if (length && add_character(bytes, length, meant))
        return 3 * length;
    bool is_nordic = first && strchr("\xC4\xC5\xD6\xE4\xE5\xF6", first);
    if (!is_nordic || !is_behind_letter(begin, at))
        return 0;
    buf_codepoint(meant, (uint32_t)first);
    return 3;
}

static const struct {
    const char *name, *meant;
} entities[] = {
    {"amp", "&"},   {"lt", "<"},        {"gt", ">"},     {"quot", "\""}, {"apos", "'"},
    {"auml", "ä"},  {"ouml", "ö"},      {"aring", "å"},  {"Auml", "Ä"},  {"Ouml", "Ö"},
    {"Aring", "Å"}, {"nbsp", "\u00A0"}, {"sect", "§"},   {"ndash", "–"}, {"mdash", "—"},
    {"euro", "€"},  {"eacute", "é"},    {"hellip", "…"}, {"ldquo", "“"}, {"rdquo", "”"},
};

/* Appends the character of a reference by number, such as "#228" or "#xE4". */
static bool add_numbered(const char *name, struct buf *meant)
{
    bool is_hex = name[1] == 'x' || name[1] == 'X';
    char *end;
    unsigned long codepoint = strtoul(name + 1 + is_hex, &end, is_hex ? 16 : 10);
    if (*end || end == name + 1 + is_hex || codepoint < 0x20 || codepoint > 0xFFFF ||
        (codepoint >= 0xD800 && codepoint < 0xE000))
        return false;
    buf_codepoint(meant, (uint32_t)codepoint);
    return true;
}

static bool add_entity(const char *name, struct buf *meant)
{
    if (*name == '#')
        return add_numbered(name, meant);
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (strcmp(entities[i].name, name) == 0) {
            buf_string(meant, entities[i].meant);
            return true;
        }
    return false;
}

/* Matches "&auml;" and the like, and "&amp;auml;" whole. */
static size_t match_entity(const char *at, struct buf *meant)
{
    char name[LONGEST_ENTITY] = "";
    if (*at != '&')
        return 0;
    size_t again = 0;
    while (strncmp(at + 1 + again, "amp;", 4) == 0)
        again += 4;
    size_t size = strcspn(at + 1 + again, "; &<\n");
    if (at[1 + again + size] == ';' && size < LONGEST_ENTITY) {
        memcpy(name, at + 1 + again, size);
        if (add_entity(name, meant))
            return again + size + 2;
    }
    if (again)
        buf_char(meant, '&');
    return again ? again + 1 : 0;
}

/* Returns whether the word around a place is an address, in which a question mark may stand. */
static bool is_in_address(const char *begin, const char *at)
{
    enum { AROUND = 100 };
    const char *from = at, *to = at;
    while (from > begin && at - from < AROUND && !strchr(BLANK, from[-1]))
        from--;
    while (*to && to - at < AROUND && !strchr(BLANK, *to))
        to++;
    return memchr(from, '/', (size_t)(to - from)) || memchr(from, '=', (size_t)(to - from));
}

/* Matches U+FFFD, and a question mark between two small letters. */
static size_t match_lost(const char *begin, const char *at)
{
    uint32_t codepoint;
    size_t size = utf8_read(at, &codepoint);
    if (size == 3 && codepoint == LOST)
        return size;
    bool is_within =
        *at == '?' && at > begin && at[-1] >= 'a' && at[-1] <= 'z' && at[1] >= 'a' && at[1] <= 'z';
    return is_within && !is_in_address(begin, at) ? 1 : 0;
}

static enum garbled match(const char *begin, const char *at, size_t *size, struct buf *meant)
{
    if ((*size = match_encoding(at, meant)))
        return GARBLED_ENCODING;
    if ((*size = match_quoted(begin, at, meant)))
        return GARBLED_QUOTED;
    if ((*size = match_entity(at, meant)))
        return GARBLED_ENTITY;
    return (*size = match_lost(begin, at)) ? GARBLED_LOST : GARBLED_NONE;
}

enum garbled garbled_next(const char *text, size_t *at, size_t *size, struct buf *meant)
{
    for (; text[*at]; (*at)++) {
        bool may_begin = (unsigned char)text[*at] >= 0x80 || strchr("=&?", text[*at]);
        enum garbled kind = may_begin ? match(text, text + *at, size, meant) : GARBLED_NONE;
        if (kind != GARBLED_NONE)
            return kind;
    }
    return GARBLED_NONE;
}

bool garbled_is_certain(enum garbled kind, const char *text, size_t at, size_t size)
{
    const char *after = text + at + size;
    bool is_byte = kind == GARBLED_QUOTED && size == 3;
    return kind != GARBLED_NONE && kind != GARBLED_LOST &&
           (!is_byte || (*after >= 'a' && *after <= 'z') || quoted_byte(after));
}

const char *garbled_words(enum garbled kind)
{
    switch (kind) {
    case GARBLED_ENCODING:
        return _("letters that a program has read in a wrong encoding");
    case GARBLED_QUOTED:
        return _("letters in the form in which mail carries them");
    case GARBLED_ENTITY:
        return _("an entity of XML that was escaped twice");
    case GARBLED_LOST:
        return _("a letter has been lost");
    case GARBLED_NONE:
        break;
    }
    return "";
}
