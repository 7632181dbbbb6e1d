#include "xml/doctype.h"

#include <string.h>

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* Returns where the text goes on after a closing mark; its end when the mark does not come. */
static const char *after(const char *text, const char *closing)
{
    const char *found = strstr(text, closing);
    return found ? found + strlen(closing) : text + strlen(text);
}

/* Returns where the text goes on after the literal, comment or instruction that begins there; NULL
 * when none begins there. */
static const char *after_opaque(const char *text)
{
    if (*text == '"' || *text == '\'')
        return after(text + 1, *text == '"' ? "\"" : "'");
    if (starts_with(text, "<!--"))
        return after(text + 4, "-->");
    if (starts_with(text, "<?"))
        return after(text + 2, "?>");
    return NULL;
}

/* Returns where the text goes on after the declaration that begins there, with what it has in
 * square brackets. */
static const char *after_declaration(const char *text)
{
    size_t depth = 0; /* brackets that are open */
    while (*text && (depth || *text != '>')) {
        const char *next = after_opaque(text);
        if (!next && *text == '[')
            depth++;
        else if (!next && *text == ']' && depth)
            depth--;
        text = next ? next : text + 1;
    }
    return text + (*text == '>');
}

static bool begins_element(const char *text)
{
    return *text == '<' && text[1] && !strchr("!?", text[1]);
}

bool doctype_find(const char *bytes, size_t *start, size_t *end)
{
    const char *at = bytes;
    while (*at && !begins_element(at) && !starts_with(at, "<!DOCTYPE")) {
        const char *next = *at == '<' ? after_opaque(at) : NULL;
        at = next ? next : at + 1;
    }
    if (!*at || begins_element(at))
        return false;
    *start = (size_t)(at - bytes);
    *end = (size_t)(after_declaration(at) - bytes);
    return true;
}
