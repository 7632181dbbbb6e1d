#include "template/missing.h"

#include "base/message.h"

#include <string.h>

/* Returns what stands behind a key and a space, or NULL when the text has another key. */
static const char *after(const char *text, const char *key)
{
    size_t size = strlen(key);
    if (strncmp(text, key, size) != 0 || (text[size] && text[size] != ' '))
        return NULL;
    return text[size] ? text + size + 1 : text + size;
}

static struct missing form_of(const char *rest, struct arena *arena)
{
    size_t size = strcspn(rest, " ");
    const char *form = arena_strndup(arena, rest, size);
    const char *name = rest[size] ? rest + size + 1 : "";
    return (struct missing){
        .message = arena_printf(arena, _("the name \"%s\" lacks the form %s, which papers need"),
                                name, form),
        .hint = arena_printf(arena, _("add <%s>…</%s> to the name's other forms"), form, form)};
}

bool missing_read(const char *text, struct arena *arena, struct missing *missing)
{
    const char *rest;
    if ((rest = after(text, "!muoto")))
        *missing = form_of(rest, arena);
    else if ((rest = after(text, "!nimi")))
        *missing = (struct missing){
            .message = arena_printf(
                arena, _("the name of a body or head whose form %s papers need is missing"), rest),
            .hint = _("add it, in all the forms that Finnish needs")};
    else if ((rest = after(text, "!puuttuu")))
        *missing = (struct missing){
            .message =
                arena_printf(arena, _("the data has no <%s>, of which the paper is made"), rest),
            .hint = _("add it, or leave the paper out")};
    else
        return false;
    return true;
}
