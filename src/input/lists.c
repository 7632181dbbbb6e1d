#include "base/blank.h"
#include "input/input.h"

#include <string.h>

static bool is_word(const char *word, size_t size, const char *meant)
{
    return meant && size == strlen(meant) && memcmp(word, meant, size) == 0;
}

bool input_list_has(const char *list, const char *word)
{
    size_t size = 0;
    for (list = blank_word(list, &size); list; list = blank_word(list + size, &size))
        if (is_word(list, size, word))
            return true;
    return false;
}

bool input_is_of_year(const xmlNode *element)
{
    return xml_has(element, "aihe", "seuranta") || xml_has(element, "aihe", "muutos");
}

bool input_word_names(const char *word, size_t size, const char *id, const char *kind)
{
    bool is_municipality = kind && (strcmp(kind, "kunta") == 0 || strcmp(kind, "kaupunki") == 0);
    return is_word(word, size, "kaikki") || is_word(word, size, id) || is_word(word, size, kind) ||
           (is_municipality && is_word(word, size, "kunnat"));
}

bool input_list_names(const char *list, const xmlNode *party)
{
    const char *id = xml_attribute(party, "tunnus");
    const char *kind = xml_attribute(party, "laji");
    size_t size = 0;
    if (!list)
        return true;
    for (list = blank_word(list, &size); list; list = blank_word(list + size, &size))
        if (input_word_names(list, size, id, kind))
            return true;
    return false;
}
