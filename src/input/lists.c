#include "base/blank.h"
#include "input/input.h"

#include <string.h>

bool input_list_has(const char *list, const char *word)
{
    size_t size = 0;
    for (list = blank_word(list, &size); list; list = blank_word(list + size, &size))
        if (size == strlen(word) && memcmp(list, word, size) == 0)
            return true;
    return false;
}

bool input_is_of_year(const xmlNode *element)
{
    return xml_has(element, "aihe", "seuranta") || xml_has(element, "aihe", "muutos");
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
