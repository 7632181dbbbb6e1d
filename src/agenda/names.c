#include "agenda/names.h"

#include "agenda/agenda.h"
#include "base/buf.h"
#include "input/input.h"

#include <stdlib.h>
#include <string.h>

/* Returns the plain letter for U+00C0–U+00FF; '-' where there is none. */
static char plain_letter(unsigned char low_byte)
{
    static const char letters[] =
        "aaaaaaaceeeeiiii-nooooo-ouuuuy-saaaaaaaceeeeiiii-nooooo-ouuuuy-y";
    return letters[low_byte & 0x3F];
}

/* Reads one character at *text, steps over it, and returns what it is in a file name. */
static char slug_letter(const unsigned char **text)
{
    unsigned char c = *(*text)++;
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        return (char)c;
    bool latin = c == 0xC3 && **text >= 0x80;
    char letter = latin ? plain_letter(**text) : '-';
    while (**text >= 0x80 && **text < 0xC0)
        (*text)++;
    return letter;
}

const char *agenda_slug(struct arena *arena, const char *text)
{
    struct buf slug = {0};
    const unsigned char *rest = (const unsigned char *)text;
    while (*rest) {
        char c = slug_letter(&rest);
        if (c != '-' || (slug.size > 0 && slug.data[slug.size - 1] != '-'))
            buf_char(&slug, c);
    }
    while (slug.size > 0 && slug.data[slug.size - 1] == '-')
        slug.size--;
    char *copy = arena_strndup(arena, slug.size ? slug.data : "", slug.size);
    buf_free(&slug);
    return copy;
}

static const xmlNode *find_kind(const xmlNode *kinds, const char *kind)
{
    const xmlNode *found = kinds ? xml_child(kinds, "osapuolilaji") : NULL;
    while (found && !xml_has(found, "laji", kind))
        found = xml_next(found, "osapuolilaji");
    return found;
}

static const char *nominative_in(struct arena *arena, const xmlNode *forms)
{
    char *text = forms ? xml_child_text(forms, "nominatiivi") : NULL;
    const char *name = text && *text ? arena_strdup(arena, text) : NULL;
    free(text);
    return name;
}

static const char *nominative(struct arena *arena, const xmlNode *owner, const char *body)
{
    return nominative_in(arena, owner ? xml_child(owner, body) : NULL);
}

const char *agenda_body_name(struct arena *arena, const xmlNode *party, const char *body,
                             const xmlNode *default_kinds)
{
    const char *kind = xml_attribute(party, "laji");
    const xmlNode *own_kinds = xml_child(party->parent, "lajit");
    const char *name = nominative(arena, party, body);
    if (!name && kind)
        name = nominative(arena, find_kind(own_kinds, kind), body);
    if (!name && kind)
        name = nominative(arena, find_kind(default_kinds, kind), body);
    return name;
}

const char *agenda_other_body_name(struct arena *arena, const xmlNode *party, const char *id)
{
    const xmlNode *body = xml_child(party, "toimielin");
    while (body && !xml_has(body, "tunnus", id))
        body = xml_next(body, "toimielin");
    return nominative_in(arena, body);
}
