#include "agenda/marks.h"

#include "base/memory.h"

#include <stdlib.h>

/* A party that is one for a part of the time. */
struct passing {
    xmlNodePtr node;
    struct input_term term;
    bool is_marked;
};

/* Those who are parties all the time are marked once: most are, and there may be a thousand, with
 * papers of as many days. */
struct agenda_marks {
    struct passing *parties;
    size_t count, capacity;
};

static void mark(xmlNodePtr node)
{
    if (!xmlSetProp(node, (const xmlChar *)"sopimuksessa", (const xmlChar *)"true"))
        memory_exhausted();
}

struct agenda_marks *agenda_marks_new(xmlDocPtr data, const struct input_bound *bound)
{
    struct agenda_marks *marks = memory_new(1, sizeof *marks);
    const xmlNode *parties = xml_child(xmlDocGetRootElement(data), "osapuolet");
    xmlNodePtr party = parties ? xml_child(parties, "osapuoli") : NULL;
    for (; party; party = xml_next(party, "osapuoli")) {
        const struct input_term term = input_bound_term(bound, party);
        if (!term.is_party)
            continue;
        mark(party);
        if (!*term.begins && !*term.ends)
            continue;
        GROW(marks->parties, marks->count, marks->capacity);
        marks->parties[marks->count++] =
            (struct passing){.node = party, .term = term, .is_marked = true};
    }
    return marks;
}

void agenda_marks_show(struct agenda_marks *marks, const char *day)
{
    for (size_t i = 0; i < marks->count; i++) {
        struct passing *party = &marks->parties[i];
        bool is_one = input_term_holds(&party->term, day);
        if (is_one == party->is_marked)
            continue;
        if (is_one)
            mark(party->node);
        else
            xmlUnsetProp(party->node, (const xmlChar *)"sopimuksessa");
        party->is_marked = is_one;
    }
}

void agenda_marks_free(struct agenda_marks *marks)
{
    if (!marks)
        return;
    free(marks->parties);
    free(marks);
}
