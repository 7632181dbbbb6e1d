#include "text/pile.h"

#include "base/clean.h"
#include "base/minmax.h"
#include "base/utf8.h"
#include "text/unicode.h"

#include <string.h>

/* Begins a pile with the unshown characters at the end of the last one. */
static void begin(struct text_pile *pile)
{
    size_t kept = MIN(pile->size, TEXT_MOST_PILE);
    size_t from = pile->size - pile->unshown;
    if (from < kept)
        memmove(pile->bytes, pile->bytes + from, kept - from);
    pile->size = pile->unshown;
    pile->count = pile->unshown > 0;
    pile->unshown = 0;
}

static void append(struct text_pile *pile, const char *bytes, size_t length)
{
    if (pile->size + length <= TEXT_MOST_PILE)
        memcpy(pile->bytes + pile->size, bytes, length);
    pile->size += length;
    pile->count++;
}

size_t text_pile_add(struct text_pile *pile, const char *text)
{
    uint32_t codepoint;
    size_t length = utf8_read(text, &codepoint);
    if (!length)
        length = 1;
    if (unicode_is_blank(codepoint)) {
        *pile = (struct text_pile){0};
        return length;
    }
    bool belongs = pile->joins || unicode_continues(codepoint);
    if (!belongs)
        begin(pile);
    append(pile, text, length);
    pile->unshown = belongs && clean_is_ignorable(codepoint) ? pile->unshown + length : 0;
    pile->joins = unicode_joins(codepoint);
    return length;
}
