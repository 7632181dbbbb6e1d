#include "input/input.h"
#include "input/source.h"

static bool is_as_written(const xmlNode *element, size_t from, size_t to)
{
    return !source_is_made_up(source_of(element), from, to);
}

bool input_is_sound(const xmlNode *element)
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

bool input_is_sound_with_children(const xmlNode *element)
{
    bool is_sound = input_is_sound(element);
    for (const xmlNode *child = element->children; child && is_sound; child = child->next)
        is_sound = child->type != XML_ELEMENT_NODE || input_is_sound(child);
    return is_sound;
}

bool input_is_whole(const struct input_document *document)
{
    if (!document || document->valid)
        return document;
    return document->well_formed &&
           input_is_sound_with_children(xmlDocGetRootElement(document->xml));
}

bool input_is_sound_inside(const xmlNode *element)
{
    const struct source_span *span = source_span(element);
    return are_all_sound(element) && is_as_written(element, span->start, span->end);
}

bool input_files_are_known(const struct input_project *project)
{
    const xmlNode *files = input_child(xmlDocGetRootElement(project->project->xml), "tiedostot");
    return files && input_is_whole(project->project) && input_is_sound_inside(files);
}
