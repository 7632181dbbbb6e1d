/* Whose a file or a name is. A name is reduced to its letters and digits, without dots, rings and
 * case, and "-" between words, so that "Joutsan kunta" and "joutsan-kunta" are the same. */
#include "followup/followup_private.h"

#include "base/blank.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <string.h>

/* Returns the letter that is written for one with a dot or a ring; 0 for none. */
static char plain_letter(uint32_t c)
{
    if (c < 0x80)
        return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    if (c == 0xE4 || c == 0xE5 || c == 0xC4 || c == 0xC5)
        return 'a';
    if (c == 0xF6 || c == 0xD6)
        return 'o';
    return c == 0xE9 || c == 0xC9 ? 'e' : '\0';
}

static bool is_word_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Returns a name reduced as above, in the arena. */
static char *reduce(const char *name, struct arena *arena)
{
    char *reduced = arena_alloc(arena, strlen(name) + 1);
    size_t length = 0;
    uint32_t c;
    for (size_t size; *name && (size = utf8_read(name, &c)); name += size) {
        char letter = plain_letter(c);
        bool is_mark = c >= 0x300 && c <= 0x36F; /* of a decomposed letter */
        if (is_word_letter(letter))
            reduced[length++] = letter;
        else if (!is_mark && length && reduced[length - 1] != '-')
            reduced[length++] = '-';
    }
    while (length && reduced[length - 1] == '-')
        length--;
    reduced[length] = '\0';
    return reduced;
}

/* Stands for a name of more than one party, such as that of their common region. */
static struct followup_register_party nobody;

static void add_name(const struct followup *followup, const char *name,
                     struct followup_register_party *party)
{
    const xmlChar *key = (const xmlChar *)reduce(name, followup->arena);
    const struct followup_register_party *known = xmlHashLookup(followup->called, key);
    bool is_id = known && known->id && strcmp(known->id, (const char *)key) == 0;
    if (*key && (!known || (known != party && !is_id)))
        xmlHashUpdateEntry(followup->called, key, known ? &nobody : party, NULL);
}

static void add_forms(const struct followup *followup, const xmlNode *forms,
                      struct followup_register_party *party)
{
    for (const xmlNode *form = forms ? forms->children : NULL; form; form = form->next) {
        const char *name =
            form->type == XML_ELEMENT_NODE ? followup_filled_text(form, followup->arena) : NULL;
        if (name)
            add_name(followup, name, party);
    }
}

void followup_read_names(struct followup *followup, const xmlNode *parties)
{
    followup->called = xmlHashCreate(0);
    if (!followup->called)
        memory_exhausted();
    for (size_t i = 0; i < followup->party_count; i++)
        if (followup->parties[i].id)
            add_name(followup, followup->parties[i].id, &followup->parties[i]);
    struct followup_register_party *party = followup->parties;
    for (xmlNodePtr node = xml_child(parties, "osapuoli"); node;
         node = xml_next(node, "osapuoli"), party++) {
        add_forms(followup, xml_child(node, "nimimuodot"), party);
        add_forms(followup, xml_child(node, "paikka"), party);
    }
}

static ptrdiff_t find_reduced(const struct followup *followup, const char *name)
{
    const struct followup_register_party *party =
        followup->called ? xmlHashLookup(followup->called, (const xmlChar *)name) : NULL;
    return party && party != &nobody ? party - followup->parties : LOOKUP_NONE;
}

ptrdiff_t followup_party_called(const struct followup *followup, const char *name)
{
    struct arena *arena = arena_new();
    ptrdiff_t party = name ? find_reduced(followup, reduce(name, arena)) : LOOKUP_NONE;
    arena_free(arena);
    return party;
}

/* Takes the mark of a copy off the end of a reduced name: "-2", "-v2", "-kopio". */
static bool drop_end(char *name)
{
    static const char *const marks[] = {"kopio", "copy", "kopia", "korjattu", "uusi"};
    char *last = strrchr(name, '-');
    if (!last)
        return false;
    const char *word = last + 1;
    size_t digits = strspn(word + (*word == 'v'), DIGITS);
    bool is_mark = digits && digits < 3 && !word[digits + (*word == 'v')];
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        is_mark = is_mark || strcmp(word, marks[i]) == 0;
    if (is_mark)
        *last = '\0';
    return is_mark;
}

/* Returns a reduced name after what programs put before the name of a copy. */
static char *after_mark(char *name)
{
    static const char *const marks[] = {"kopio-", "copy-of-", "kopia-av-"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strncmp(name, marks[i], strlen(marks[i])) == 0)
            return name + strlen(marks[i]);
    return name;
}

ptrdiff_t followup_party_of_file(const struct followup *followup, const char *name)
{
    struct arena *arena = arena_new();
    const char *stem = arena_strndup(arena, name, strcspn(name, "."));
    char *reduced = after_mark(reduce(stem, arena));
    ptrdiff_t party = find_reduced(followup, reduced);
    while (party == LOOKUP_NONE && drop_end(reduced))
        party = find_reduced(followup, reduced);
    arena_free(arena);
    return party;
}
