/* Characters and references: which are allowed, and what they may be part of. */
#include "xml/recovery.h"

#include <libxml/xmlerror.h>

#include <stdlib.h>
#include <string.h>

bool character_begins_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0xC3;
}

bool character_is_name(char c)
{
    return character_begins_name(c) || (c >= '0' && c <= '9') || (c && strchr("-.:", c)) ||
           (unsigned char)c >= 0x80;
}

bool character_is_curly(const char *text)
{
    return text[0] == '\xE2' && text[1] == '\x80' && text[2] &&
           strchr("\x98\x99\x9C\x9D\x9E", text[2]);
}

size_t character_name_size(const char *text)
{
    size_t size = 0;
    while (character_is_name(text[size]))
        size++;
    return size;
}

bool character_is_blank(char c)
{
    return c && strchr(BLANK, c);
}

size_t character_skip(const struct recovery *recovery, size_t at)
{
    return at + strspn(recovery->bytes + at, BLANK);
}

static bool is_forbidden(unsigned long codepoint)
{
    return codepoint > 0x10FFFF || (codepoint >= 0xD800 && codepoint < 0xE000) ||
           codepoint == 0xFFFE || codepoint == 0xFFFF ||
           (codepoint < 0x20 && codepoint != '\t' && codepoint != '\n' && codepoint != '\r');
}

/* Mends an ampersand that is meant as one. */
static size_t mend_ampersand(struct recovery *recovery, size_t at, int code, const char *name)
{
    recovery_mend(recovery, code, at + 1, name, at + 1, 0, "amp;");
    return at + 1;
}

static size_t check_number(struct recovery *recovery, size_t at)
{
    const char *digits = recovery->bytes + at + 2;
    bool is_hex = *digits == 'x';
    digits += is_hex;
    size_t size = strspn(digits, is_hex ? "0123456789abcdefABCDEF" : DIGITS);
    if (!size || digits[size] != ';')
        return mend_ampersand(
            recovery, at, is_hex ? XML_ERR_INVALID_HEX_CHARREF : XML_ERR_INVALID_DEC_CHARREF, NULL);
    size_t after = (size_t)(digits + size + 1 - recovery->bytes);
    if (size > 8 + strspn(digits, "0") || is_forbidden(strtoul(digits, NULL, is_hex ? 16 : 10)))
        recovery_mend(recovery, XML_ERR_INVALID_CHAR, at, NULL, at, after - at, "");
    return after;
}

static bool is_predefined(const char *name, size_t size)
{
    static const char *const names[] = {"amp", "lt", "gt", "quot", "apos"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (size == strlen(names[i]) && memcmp(name, names[i], size) == 0)
            return true;
    return false;
}

/* Mends an unknown entity. One that a DOCTYPE may have declared is reported with that; where only
 * elements may stand, it stood for some. */
static size_t mend_entity(struct recovery *recovery, size_t at, size_t size, bool is_value)
{
    const char *open = recovery_open(recovery);
    const char *name = recovery_name(recovery, at + 1, size);
    if (!recovery->has_doctype)
        return mend_ampersand(recovery, at, XML_ERR_UNDECLARED_ENTITY, name);
    if (!is_value && recovery_model(recovery, open ? open : "")->kind == MODEL_ELEMENTS)
        recovery_blank(recovery, at, at + size + 2);
    else
        recovery_edit(recovery, at + 1, 0, "amp;");
    return at + 1;
}

static size_t check_reference(struct recovery *recovery, size_t at, bool is_value)
{
    const char *name = recovery->bytes + at + 1;
    size_t size = character_name_size(name);
    if (*name == '#')
        return check_number(recovery, at);
    if (!size || !character_begins_name(*name))
        return mend_ampersand(recovery, at, XML_ERR_NAME_REQUIRED, NULL);
    if (name[size] != ';')
        return mend_ampersand(recovery, at, XML_ERR_ENTITYREF_SEMICOL_MISSING, NULL);
    return is_predefined(name, size) ? at + 1 : mend_entity(recovery, at, size, is_value);
}

size_t character_forbidden(const char *text)
{
    const unsigned char *c = (const unsigned char *)text;
    if (*c < 0x20)
        return !strchr("\t\r\n", *c);
    return c[0] == 0xEF && c[1] == 0xBF && c[2] >= 0xBE ? 3 : 0;
}

/* Takes out the character at an offset when XML does not allow it. Returns its size, or 0. */
static size_t mend_forbidden(struct recovery *recovery, size_t at)
{
    size_t size = character_forbidden(recovery->bytes + at);
    if (size)
        recovery_mend(recovery, XML_ERR_INVALID_CHAR, at, NULL, at, size, "");
    return size;
}

void character_check_all(struct recovery *recovery, size_t from, size_t to)
{
    for (size_t at = from, size; at < to; at += size ? size : 1)
        size = mend_forbidden(recovery, at);
}

void character_check(struct recovery *recovery, size_t from, size_t to, bool is_value)
{
    for (size_t at = from, size; at < to;) {
        if (recovery->bytes[at] == '&') {
            at = check_reference(recovery, at, is_value);
        } else if ((size = mend_forbidden(recovery, at))) {
            at += size;
        } else if (!is_value && strncmp(recovery->bytes + at, "]]>", 3) == 0) {
            recovery_mend(recovery, XML_ERR_MISPLACED_CDATA_END, at, NULL, at + 2, 1, "&gt;");
            at += 3;
        } else {
            at++;
        }
    }
}
