#include "doc/doc_private.h"

#include "base/clean.h"

#include <glib.h>
#include <string.h>

const char *doc_normalise(const char *text, struct arena *arena)
{
    enum {
        FIRST_LEAD = 0xCC /* of U+0300, the first character that may be composed with another */
    };
    const char *at = text;
    while (*at && (unsigned char)*at < FIRST_LEAD)
        at++;
    if (!*at)
        return text;
    char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
    if (!normal)
        return text;
    const char *kept = arena_strdup(arena, normal);
    g_free(normal);
    return kept;
}

const char *doc_plain(const char *text, struct arena *arena)
{
    text = doc_normalise(text, arena);
    size_t size = strlen(text);
    return clean_without_ignorable(text, &size, arena);
}
