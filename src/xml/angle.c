/* Tags whose < is missing: what is left of them reads as text. They are found by the names that the
 * schema knows. */
#include "xml/recovery.h"

#include <string.h>

enum { LONGEST_NAME = 64 /* that the schema may have */ };

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

/* Returns the size of the name at a text when the schema knows it; 0 otherwise. */
static size_t known_name(const struct recovery *recovery, const char *text)
{
    char name[LONGEST_NAME + 1];
    size_t size = 0;
    while (size <= LONGEST_NAME && is_name(text[size]))
        size++;
    if (!size || size > LONGEST_NAME)
        return 0;
    memcpy(name, text, size);
    name[size] = '\0';
    return recovery_knows(recovery, name) ? size : 0;
}

/* Returns where the text goes on after its attributes; *count is how many there are. */
static const char *skip_attributes(const char *text, size_t *count)
{
    for (*count = 0;; ++*count) {
        const char *name = text + strspn(text, BLANK), *sign = name;
        while (is_name(*sign))
            sign++;
        if (name == text || sign == name || sign[0] != '=' || sign[1] != '"')
            return text;
        const char *close = sign + 2 + strcspn(sign + 2, "\"<>");
        if (*close != '"')
            return text;
        text = close + 1;
    }
}

/* Returns whether a piece of text, up to a >, is a start tag without its <. After words, a name
 * alone is one only when its end tag follows. */
static bool is_start(const struct recovery *recovery, const char *piece, const char *end,
                     bool has_words, bool *is_certain)
{
    size_t attributes, name = known_name(recovery, piece);
    if (!name)
        return false;
    const char *after = skip_attributes(piece + name, &attributes);
    if (after + (after + 1 == end && *after == '/') != end)
        return false;
    *is_certain = attributes || !has_words;
    return attributes || *after == '>';
}

size_t angle_find_missing(const struct recovery *recovery, size_t from, size_t end,
                          bool *is_certain)
{
    const char *bytes = recovery->bytes, *piece = bytes + from, *last = bytes + end, *name = last;
    while (name > piece && is_name(name[-1]))
        name--;
    *is_certain = true;
    if (name > piece && name[-1] == '/' && known_name(recovery, name))
        return (size_t)(name - 1 - bytes);
    bool has_words = false;
    for (piece += strspn(piece, BLANK); piece < last; piece += strspn(piece, BLANK)) {
        if (is_start(recovery, piece, last, has_words, is_certain))
            return (size_t)(piece - bytes);
        while (piece < last && !strchr(BLANK, *piece))
            piece++;
        has_words = true;
    }
    return end;
}
