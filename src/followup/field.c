/* Reads values from input trees. White space at a value's ends doesn't count (xs:token). */
#include "followup/followup_private.h"

#include "base/blank.h"

#include <string.h>

static const char *collapse(const char *text, struct arena *arena)
{
    char *copy = arena_strdup(arena, text);
    blank_collapse(copy);
    return copy;
}

const char *followup_field(const xmlNode *element, const char *attribute, struct arena *arena)
{
    const char *value = element ? xml_attribute(element, attribute) : NULL;
    return value ? collapse(value, arena) : NULL;
}

const char *followup_filled(const xmlNode *element, const char *attribute, struct arena *arena)
{
    const char *value = followup_field(element, attribute, arena);
    return value && *value ? value : NULL;
}

const char *followup_text(const xmlNode *element, struct arena *arena)
{
    xmlChar *content = element ? xmlNodeGetContent(element) : NULL;
    if (!content)
        return NULL;
    const char *text = collapse((const char *)content, arena);
    xmlFree(content);
    return text;
}

const char *followup_filled_text(const xmlNode *element, struct arena *arena)
{
    const char *text = followup_text(element, arena);
    return text && *text ? text : NULL;
}

int followup_year_number(const char *text)
{
    int year = 0;
    for (int i = 0; text && i < 4 && text[i] >= '0' && text[i] <= '9'; i++)
        year = year * 10 + (text[i] - '0');
    return year;
}

size_t followup_index(const char *const *words, size_t count, const char *word)
{
    size_t i = 0;
    while (i < count && (!word || !words[i] || strcmp(words[i], word) != 0))
        i++;
    return i;
}

xmlNodePtr followup_first_element(const xmlNode *parent)
{
    xmlNodePtr node = parent ? parent->children : NULL;
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}
