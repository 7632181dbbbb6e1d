#include "agenda/bound.h"

#include "base/memory.h"
#include "input/input.h"

#include <libxml/hash.h>

#include <stdlib.h>

struct agenda_bound {
    xmlHashTablePtr parties; /* by id; NULL: all are bound */
};

struct agenda_bound *agenda_bound_new(const xmlNode *agreement)
{
    struct agenda_bound *bound = memory_new(1, sizeof *bound);
    const xmlNode *list = agreement ? xml_child(agreement, "osapuoliviitteet") : NULL;
    if (!list)
        return bound;
    bound->parties = xmlHashCreate(0);
    if (!bound->parties)
        memory_exhausted();
    const xmlNode *reference = xml_child(list, "osapuoliviite");
    for (; reference; reference = xml_next(reference, "osapuoliviite")) {
        const char *id = xml_attribute(reference, "osapuoli");
        if (id)
            xmlHashUpdateEntry(bound->parties, (const xmlChar *)id, bound, NULL);
    }
    return bound;
}

void agenda_bound_free(struct agenda_bound *bound)
{
    if (bound->parties)
        xmlHashFree(bound->parties, NULL);
    free(bound);
}

bool agenda_is_bound(const struct agenda_bound *bound, const xmlNode *party)
{
    const char *id = xml_attribute(party, "tunnus");
    return !bound->parties || (id && xmlHashLookup(bound->parties, (const xmlChar *)id));
}
