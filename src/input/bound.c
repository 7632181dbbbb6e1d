#include "base/memory.h"
#include "input/day.h"

#include <libxml/hash.h>

#include <stdlib.h>
#include <string.h>

struct input_bound {
    xmlHashTablePtr terms; /* by party; NULL: all are bound all the time */
};

/* Reads a party's term. Who is one from the agreement's first day on is so on the days before, too,
 * on which it is made. */
static struct input_term *read_term(const xmlNode *reference, const char *agreed)
{
    struct input_term *term = memory_new(1, sizeof *term);
    term->is_party = true;
    day_copy(reference, "alkaa", term->begins);
    day_copy(reference, "paattyy", term->ends);
    if (strcmp(term->begins, agreed) <= 0)
        *term->begins = '\0';
    return term;
}

static void free_term(void *term, const xmlChar *id)
{
    (void)id;
    free(term);
}

static void read_list(struct input_bound *bound, const xmlNode *agreement, const xmlNode *list)
{
    char agreed[INPUT_DAY];
    day_copy(agreement, "alkaa", agreed);
    const xmlNode *reference = xml_child(list, "osapuoliviite");
    for (; reference; reference = xml_next(reference, "osapuoliviite")) {
        const char *id = xml_attribute(reference, "osapuoli");
        if (id)
            xmlHashUpdateEntry(bound->terms, (const xmlChar *)id, read_term(reference, agreed),
                               free_term);
    }
}

struct input_bound *input_bound_new(const struct input_document *agreement)
{
    struct input_bound *bound = memory_new(1, sizeof *bound);
    const xmlNode *root = agreement && agreement->xml ? xmlDocGetRootElement(agreement->xml) : NULL;
    const xmlNode *list = root ? xml_child(root, "osapuoliviitteet") : NULL;
    if (!list)
        return bound;
    bound->terms = xmlHashCreate(0);
    if (!bound->terms)
        memory_exhausted();
    read_list(bound, root, list);
    return bound;
}

void input_bound_free(struct input_bound *bound)
{
    if (bound->terms)
        xmlHashFree(bound->terms, free_term);
    free(bound);
}

struct input_term input_bound_term(const struct input_bound *bound, const xmlNode *party)
{
    const char *id = xml_attribute(party, "tunnus");
    if (!bound->terms)
        return (struct input_term){.is_party = true};
    const struct input_term *term = id ? xmlHashLookup(bound->terms, (const xmlChar *)id) : NULL;
    return term ? *term : (struct input_term){0};
}

bool input_term_holds(const struct input_term *term, const char *day)
{
    return term->is_party && (!day || strcmp(term->begins, day) <= 0) &&
           (!day || !*term->ends || strcmp(day, term->ends) <= 0);
}
