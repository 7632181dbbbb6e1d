#include "base/blank.h"
#include "input/input.h"

#include <string.h>

bool input_list_has(const char *list, const char *word)
{
    size_t size = strlen(word);
    while (*list) {
        list += strspn(list, BLANK);
        size_t found = strcspn(list, BLANK);
        if (found == size && memcmp(list, word, size) == 0)
            return true;
        list += found;
    }
    return false;
}

bool input_list_names(const char *list, const xmlNode *party)
{
    const char *id = xml_attribute(party, "tunnus");
    const char *kind = xml_attribute(party, "laji");
    if (!list || input_list_has(list, "kaikki"))
        return true;
    if (kind && input_list_has(list, kind))
        return true;
    bool is_municipality = xml_has(party, "laji", "kunta") || xml_has(party, "laji", "kaupunki");
    if (is_municipality && input_list_has(list, "kunnat"))
        return true;
    return id && input_list_has(list, id);
}
