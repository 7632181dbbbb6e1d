#include "base/memory.h"
#include "xml/source.h"
#include "xml/xml.h"

#include <string.h>

void source_fault(const xmlNode *element, const char *attribute)
{
    struct source_span *span = source_span(element);
    if (!span)
        return;
    struct arena *arena = source_of(element)->arena;
    struct source_fault *fault = arena_alloc(arena, sizeof *fault);
    *fault = (struct source_fault){arena_strdup(arena, attribute), span->faults};
    span->faults = fault;
}

static bool is_as_written(const xmlNode *element, size_t from, size_t to)
{
    return !source_is_made_up(source_of(element), from, to);
}

static bool has_faultless_tag(const struct source_span *span)
{
    return span && !span->faulty && !span->faults && !span->has_strange_attribute;
}

bool xml_is_sound(const xmlNode *element)
{
    const struct source_span *span = source_span(element);
    if (!has_faultless_tag(span))
        return false;
    const struct source *source = source_of(element);
    return !source->change_count ||
           is_as_written(element, span->start, source_tag_end(source, span->start));
}

bool xml_is_in_place(const xmlNode *element)
{
    const struct source_span *span = source_span(element);
    if (!span || span->faulty)
        return false;
    const struct source *source = source_of(element);
    return !source->change_count ||
           is_as_written(element, span->start,
                         span->start + 1 + source_tag_name(source, span->start).size);
}

static bool is_faulty(const struct source_span *span, const char *attribute)
{
    const struct source_fault *fault = span->faults;
    while (fault && strcmp(fault->attribute, attribute) != 0)
        fault = fault->next;
    return fault != NULL;
}

/* Returns whether an attribute's absence is no slip: nothing in the tag can be meant to be it. */
static bool is_known_absent(const xmlNode *element)
{
    const struct source_span *span = source_span(element);
    return !span->has_strange_attribute &&
           is_as_written(element, span->start, source_tag_end(source_of(element), span->start));
}

bool xml_knows(const xmlNode *element, const char *attribute)
{
    const struct source_span *span = source_span(element);
    struct source_attribute written;
    if (!xml_is_in_place(element) || is_faulty(span, attribute))
        return false;
    if (!source_of(element)->change_count && !span->has_strange_attribute)
        return true;
    if (!source_attribute(source_of(element), span->start, attribute, &written))
        return is_known_absent(element);
    return is_as_written(element, written.name, written.end + 1);
}

bool xml_knows_all(const xmlNode *element, const char *attributes)
{
    char name[sizeof "toimivaltaAsteikko"];
    for (size_t size; *attributes; attributes += size) {
        size = strcspn(attributes, " ");
        if (size && size < sizeof name) {
            memcpy(name, attributes, size);
            name[size] = '\0';
            if (!xml_knows(element, name))
                return false;
        }
        size += attributes[size] == ' ';
    }
    return true;
}

bool xml_is_content_in_place(const xmlNode *element)
{
    bool is_in_place = !source_span(element)->has_faulty_content;
    for (const xmlNode *child = element->children; child && is_in_place; child = child->next)
        is_in_place = child->type != XML_ELEMENT_NODE || xml_is_in_place(child);
    return is_in_place;
}

static bool are_all_sound(const xmlNode *element)
{
    const struct source_span *span = source_span(element);
    if (!has_faultless_tag(span) || span->has_faulty_content)
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
