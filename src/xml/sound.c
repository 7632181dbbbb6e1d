#include "xml/source.h"
#include "xml/xml.h"

static bool is_as_written(const xmlNode *element, size_t from, size_t to)
{
    return !source_is_made_up(source_of(element), from, to);
}

bool xml_is_sound(const xmlNode *element)
{
    const struct source_span *span = source_span(element);
    if (!span || span->faulty)
        return false;
    const struct source *source = source_of(element);
    return !source->change_count ||
           is_as_written(element, span->start, source_tag_end(source, span->start));
}

static bool are_all_sound(const xmlNode *element)
{
    const struct source_span *span = source_span(element);
    if (!span || span->faulty || span->has_faulty_content)
        return false;
    for (const xmlNode *child = element->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && !are_all_sound(child))
            return false;
    return true;
}

bool xml_is_sound_with_children(const xmlNode *element)
{
    bool is_sound = xml_is_sound(element);
    for (const xmlNode *child = element->children; child && is_sound; child = child->next)
        is_sound = child->type != XML_ELEMENT_NODE || xml_is_sound(child);
    return is_sound;
}

bool xml_is_sound_inside(const xmlNode *element)
{
    const struct source_span *span = source_span(element);
    return are_all_sound(element) && is_as_written(element, span->start, span->end);
}
