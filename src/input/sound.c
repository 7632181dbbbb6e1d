#include "input/input.h"
#include "input/source.h"

bool input_is_sound(const xmlNode *element)
{
    const struct source *source = source_of(element);
    const struct source_span *span = source_span(element);
    return span && !span->faulty &&
           !source_is_made_up(source, span->start, source_tag_end(source, span->start));
}

bool input_is_sound_inside(const xmlNode *element)
{
    if (!input_is_sound(element))
        return false;
    for (const xmlNode *child = element->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && !input_is_sound_inside(child))
            return false;
    return true;
}
