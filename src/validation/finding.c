#include "validation/validate.h"

#include <string.h>

static const char *text_of(struct buf *buf)
{
    return buf->size ? buf->data : NULL;
}

static bool report(struct validation *validation, bool *mark, enum rule rule,
                   struct diag_place place, struct buf *message, struct buf *hint)
{
    if (mark)
        *mark = true;
    validation->errors++;
    if (validation->errors <= SOURCE_ERRORS)
        diag_add(validation->diags, rule, place, text_of(hint), "%s", message->data);
    else if (validation->errors == SOURCE_ERRORS + 1)
        source_too_many_errors(place, validation->diags);
    buf_free(message);
    buf_free(hint);
    return validation->errors <= SOURCE_ERRORS;
}

bool explain_report(struct validation *validation, xmlNodePtr element, enum rule rule,
                    struct diag_place place, struct buf *message, struct buf *hint)
{
    struct source_span *span = source_span(element);
    return report(validation, span ? &span->faulty : NULL, rule, place, message, hint);
}

bool explain_report_attribute(struct validation *validation, xmlNodePtr element,
                              const char *attribute, enum rule rule, struct diag_place place,
                              struct buf *message, struct buf *hint)
{
    struct source_span *span = source_span(element);
    if (attribute)
        source_fault(element, attribute);
    else if (span)
        span->has_strange_attribute = true;
    return report(validation, NULL, rule, place, message, hint);
}

bool explain_report_content(struct validation *validation, xmlNodePtr element, enum rule rule,
                            struct diag_place place, struct buf *message, struct buf *hint)
{
    struct source_span *span = source_span(element);
    return report(validation, span ? &span->has_faulty_content : NULL, rule, place, message, hint);
}

/* Finds an attribute in the file by its name there. */
static bool find_written(const xmlNode *element, const char *attribute,
                         struct source_attribute *written)
{
    const struct source_span *span = source_span(element);
    const xmlAttr *found = attribute ? xmlHasProp(element, (const xmlChar *)attribute) : NULL;
    if (found && found->_private)
        attribute = found->_private;
    return span && attribute &&
           source_attribute(source_of(element), span->start, attribute, written);
}

struct diag_place explain_place(const xmlNode *element, const char *attribute, bool value)
{
    struct source_attribute written;
    const xmlAttr *found = attribute ? xmlHasProp(element, (const xmlChar *)attribute) : NULL;
    if (found && found->psvi)
        return *(const struct diag_place *)found->psvi;
    if (!find_written(element, attribute, &written))
        return xml_place(element);
    return (value ? source_value_place : source_name_place)(source_of(element),
                                                            source_span(element)->start, &written);
}

bool explain_is_made_up(const xmlNode *element, const char *attribute)
{
    const struct source *source = source_of(element);
    const struct source_span *span = source_span(element);
    struct source_attribute written;
    if (!span || !source->change_count)
        return false;
    if (!attribute)
        return source_is_made_up(source, source_tag_end(source, span->start), span->end);
    return find_written(element, attribute, &written) &&
           source_is_made_up(source, written.value - 1, written.end);
}

bool explain_is_repeat(struct validation *validation, const xmlNode *element, const char *attribute)
{
    const char *last = validation->last_attribute;
    bool repeat = validation->last_element == element &&
                  (attribute && last ? strcmp(attribute, last) == 0 : attribute == last);
    validation->last_element = element;
    validation->last_attribute = attribute;
    return repeat;
}

/* Returns prefix:name, as in the file, for libxml2's {namespace}name. */
static const char *as_written(struct validation *validation, const xmlNode *element,
                              const char *name)
{
    const char *brace = *name == '{' ? strchr(name, '}') : NULL;
    if (!brace)
        return name;
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next)
        if (attribute->ns && attribute->ns->prefix &&
            strcmp((const char *)attribute->name, brace + 1) == 0)
            return arena_printf(validation->arena, "%s:%s", (const char *)attribute->ns->prefix,
                                brace + 1);
    return brace + 1;
}

const char *explain_attribute(struct validation *validation, const xmlError *error)
{
    static const char mark[] = "', attribute '";
    const char *name = strstr(error->message, mark);
    const char *colon = strstr(error->message, "': ");
    if (!name || !colon || name >= colon || !error->node)
        return NULL;
    name += sizeof mark - 1;
    return as_written(validation, error->node,
                      arena_strndup(validation->arena, name, (size_t)(colon - name)));
}

void explain_rename(const struct validation *validation, const xmlNode *element, const char *name)
{
    const struct source *source = validation->source;
    const struct source_span *span = source_span(element);
    size_t start = span->start + 1, end = span->end;
    size_t size = source_tag_name(source, span->start).size;
    diag_edit(validation->diags, source_place_between(source, start, start + size), name);
    while (end > start + 2 && strncmp(source->bytes.data + end - 2, "</", 2) != 0)
        end--;
    if (end > start + 2 && end > source_tag_end(source, span->start))
        diag_edit(validation->diags, source_place_between(source, end, end + size), name);
}
