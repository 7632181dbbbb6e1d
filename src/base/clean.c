#include "base/clean.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_control(uint32_t codepoint)
{
    return codepoint < 0x20 || (codepoint >= 0x7F && codepoint < 0xA0) || codepoint == 0x2028 ||
           codepoint == 0x2029;
}

/* Returns whether a character sets the direction of text (Unicode, UAX #9, table 4). */
static bool sets_direction(uint32_t codepoint)
{
    return codepoint == 0x61C || codepoint == 0x200E || codepoint == 0x200F ||
           (codepoint >= 0x202A && codepoint <= 0x202E) ||
           (codepoint >= 0x2066 && codepoint <= 0x2069);
}

/* Returns whether a character takes no room, so that nobody would see it: a joiner, zero-width
 * space, soft hyphen or tag, or one that sets the direction of text. */
static bool is_invisible(uint32_t codepoint)
{
    return sets_direction(codepoint) || codepoint == 0xAD || codepoint == 0x34F ||
           codepoint == 0x180E || (codepoint >= 0x200B && codepoint <= 0x200D) ||
           (codepoint >= 0x2060 && codepoint <= 0x206F) || codepoint == 0xFEFF ||
           (codepoint >= 0xFFF9 && codepoint <= 0xFFFB) ||
           (codepoint >= 0xE0000 && codepoint <= 0xE00FF);
}

/* Returns whether a range of DerivedCoreProperties.txt has the character, in its order. */
bool clean_is_ignorable(uint32_t codepoint)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0xAD, 0xAD},       {0x34F, 0x34F},   {0x61C, 0x61C},     {0x115F, 0x1160},
        {0x17B4, 0x17B5},   {0x180B, 0x180F}, {0x200B, 0x200F},   {0x202A, 0x202E},
        {0x2060, 0x206F},   {0x3164, 0x3164}, {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},
        {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A},
        {0xE0000, 0xE0FFF},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges && codepoint >= ranges[i].first; i++)
        if (codepoint <= ranges[i].last)
            return true;
    return false;
}

static bool has_ignorable(const char *text, size_t size)
{
    uint32_t codepoint;
    for (size_t at = 0, length; at < size; at += length ? length : 1) {
        length = utf8_read_within(text + at, size - at, &codepoint);
        if (length && clean_is_ignorable(codepoint))
            return true;
    }
    return false;
}

void clean_drop_ignorable(const char *text, size_t size, struct buf *out)
{
    uint32_t codepoint;
    for (size_t at = 0, length; at < size; at += length) {
        length = utf8_read_within(text + at, size - at, &codepoint);
        if (!length || !clean_is_ignorable(codepoint))
            buf_append(out, text + at, length ? length : 1);
        length = length ? length : 1;
    }
}

const char *clean_without_ignorable(const char *text, size_t *size, struct arena *arena)
{
    if (!has_ignorable(text, *size))
        return text;
    struct buf rest = {0};
    clean_drop_ignorable(text, *size, &rest);
    const char *kept = arena_strndup(arena, rest.data ? rest.data : "", rest.size);
    *size = rest.size;
    buf_free(&rest);
    return kept;
}

bool clean_steers(uint32_t codepoint)
{
    return is_control(codepoint) || sets_direction(codepoint);
}

static uint32_t printable_of(uint32_t codepoint)
{
    if (is_control(codepoint))
        return ' ';
    return is_invisible(codepoint) ? 0xFFFD : codepoint;
}

/* Reads a character and returns its size; a byte that belongs to none is U+FFFD. */
static size_t read_character(const char *string, uint32_t *codepoint)
{
    size_t size = utf8_read(string, codepoint);
    if (!size)
        *codepoint = 0xFFFD;
    return size ? size : 1;
}

void clean_utf8(const char *string, struct buf *out)
{
    for (uint32_t codepoint; *string; buf_codepoint(out, codepoint))
        string += read_character(string, &codepoint);
}

void clean_shown(const char *string, struct buf *out)
{
    for (uint32_t codepoint; *string; buf_codepoint(out, printable_of(codepoint)))
        string += read_character(string, &codepoint);
}

void clean_printf(struct buf *out, const char *format, ...)
{
    va_list arguments;
    struct buf text = {0};
    va_start(arguments, format);
    buf_vprintf(&text, format, arguments);
    va_end(arguments);
    clean_shown(text.data ? text.data : "", out);
    buf_free(&text);
}

void clean_value(const char *string, struct buf *out)
{
    while (*string) {
        uint32_t codepoint;
        string += read_character(string, &codepoint);
        if (!sets_direction(codepoint))
            buf_codepoint(out, is_control(codepoint) ? ' ' : codepoint);
    }
}

void clean_quoted(const char *string, size_t size, struct buf *out)
{
    const char *end = string + size;
    buf_char(out, '"');
    while (string < end) {
        uint32_t codepoint;
        string += read_character(string, &codepoint);
        if (clean_steers(codepoint))
            buf_printf(out, codepoint < 0x100 ? "\\x%02x" : "\\u%04x", (unsigned)codepoint);
        else if (codepoint == '"' || codepoint == '\\')
            buf_printf(out, "\\%c", (char)codepoint);
        else
            buf_codepoint(out, codepoint);
    }
    buf_char(out, '"');
}

/* Appends a character as RFC 8259, 7 escapes it. */
static void append_escape(uint32_t codepoint, struct buf *out)
{
    if (codepoint < 0x10000) {
        buf_printf(out, "\\u%04x", (unsigned)codepoint);
        return;
    }
    unsigned offset = (unsigned)codepoint - 0x10000;
    buf_printf(out, "\\u%04x\\u%04x", 0xD800 + (offset >> 10), 0xDC00 + (offset & 0x3FF));
}

/* Appends JSON. Such characters stand in strings only; JSON's writer has escaped the others. */
void clean_json(const char *json, struct buf *out)
{
    while (*json) {
        uint32_t codepoint;
        json += read_character(json, &codepoint);
        if (codepoint >= 0x7F && (is_control(codepoint) || is_invisible(codepoint)))
            append_escape(codepoint, out);
        else
            buf_codepoint(out, codepoint);
    }
}

/* Markup in which a reference means nothing. */
static const struct opaque {
    const char *begin, *end;
    bool is_text; /* it can be left for a reference */
} opaques[] = {{"<!--", "-->", false}, {"<?", "?>", false}, {"<![CDATA[", "]]>", true}};

/* Returns the markup without references that begins here, or NULL. */
static const struct opaque *find_opaque(const char *xml)
{
    for (size_t i = 0; i < sizeof opaques / sizeof *opaques; i++)
        if (strncmp(xml, opaques[i].begin, strlen(opaques[i].begin)) == 0)
            return &opaques[i];
    return NULL;
}

/* The surroundings of a position of an XML document. */
struct markup {
    const struct opaque *opaque; /* NULL: in none */
    const char *opaque_end;      /* NULL: it goes on to the end */
    bool in_tag;
    char quote; /* of the value in a tag; NUL: in none */
};

static void begin_markup(struct markup *markup, const char *xml)
{
    markup->opaque = find_opaque(xml);
    markup->in_tag = !markup->opaque;
    if (!markup->opaque)
        return;
    const char *end = strstr(xml + strlen(markup->opaque->begin), markup->opaque->end);
    markup->opaque_end = end ? end + strlen(markup->opaque->end) : NULL;
}

/* Takes the position to the character that begins at xml, where it belongs. */
static void step(struct markup *markup, const char *xml)
{
    if (markup->opaque && xml == markup->opaque_end)
        markup->opaque = NULL;
    if (markup->opaque)
        return;
    if (!markup->in_tag) {
        if (*xml == '<')
            begin_markup(markup, xml);
    } else if (markup->quote ? *xml == markup->quote : *xml == '"' || *xml == '\'') {
        markup->quote = markup->quote ? '\0' : *xml;
    } else if (!markup->quote) {
        markup->in_tag = *xml != '>';
    }
}

static void append_reference(const struct markup *markup, uint32_t codepoint, struct buf *out)
{
    bool has_references = !markup->opaque && (!markup->in_tag || markup->quote);
    if (has_references)
        buf_printf(out, "&#x%X;", (unsigned)codepoint);
    else if (markup->opaque && markup->opaque->is_text)
        buf_printf(out, "%s&#x%X;%s", markup->opaque->end, (unsigned)codepoint,
                   markup->opaque->begin);
    else
        buf_codepoint(out, printable_of(codepoint));
}

static bool is_layout(uint32_t codepoint)
{
    return codepoint == '\n' || codepoint == '\t';
}

void clean_xml(const char *xml, struct buf *out)
{
    struct markup markup = {0};
    while (*xml) {
        uint32_t codepoint;
        step(&markup, xml);
        xml += read_character(xml, &codepoint);
        if (clean_steers(codepoint) && !is_layout(codepoint))
            append_reference(&markup, codepoint, out);
        else
            buf_codepoint(out, codepoint);
    }
}

void clean_markup(const char *text, struct buf *out)
{
    for (; *text; text++) {
        if (*text == '&')
            buf_string(out, "&amp;");
        else if (*text == '<')
            buf_string(out, "&lt;");
        else if (*text == '"')
            buf_string(out, "&quot;");
        else
            buf_char(out, *text);
    }
}
