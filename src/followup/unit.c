/* Compares units as people read them. */
#include "followup/followup_private.h"

#include "base/memory.h"

#include <glib.h>

char *followup_plain(const char *text)
{
    char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_ALL_COMPOSE);
    char *folded = normal ? g_utf8_casefold(normal, -1) : NULL;
    if (!folded)
        memory_exhausted();
    char *end = folded;
    for (const char *at = folded, *next; *at; at = next) {
        gunichar character = g_utf8_get_char(at);
        next = g_utf8_next_char(at); /* before it is written over */
        if (!g_unichar_isspace(character))
            end += g_unichar_to_utf8(character, end);
    }
    *end = '\0';
    g_free(normal);
    return folded;
}

bool followup_same_unit(const char *one, const char *other)
{
    char *a = followup_plain(one), *b = followup_plain(other);
    bool are_same = g_strcmp0(a, b) == 0;
    g_free(a);
    g_free(b);
    return are_same;
}
