#include "validation/validate.h"

#include "base/message.h"

#include <string.h>

static const char *name_of(const xmlNode *element)
{
    return (const char *)element->name;
}

static const char *text_of(struct buf *buf)
{
    return buf->size ? buf->data : NULL;
}

static void report(struct validation *validation, bool *mark, const char *rule,
                   struct diag_place place, struct buf *message, struct buf *hint)
{
    if (mark)
        *mark = true;
    validation->errors++;
    if (validation->errors <= SOURCE_ERRORS)
        diag_add(validation->diags, DIAG_ERROR, rule, place, text_of(hint), "%s", message->data);
    else if (validation->errors == SOURCE_ERRORS + 1)
        source_too_many_errors(place, validation->diags);
    buf_free(message);
    buf_free(hint);
}

void explain_report(struct validation *validation, xmlNodePtr element, const char *rule,
                    struct diag_place place, struct buf *message, struct buf *hint)
{
    struct source_span *span = source_span(element);
    report(validation, span ? &span->faulty : NULL, rule, place, message, hint);
}

void explain_report_content(struct validation *validation, xmlNodePtr element, const char *rule,
                            struct diag_place place, struct buf *message, struct buf *hint)
{
    struct source_span *span = source_span(element);
    report(validation, span ? &span->has_faulty_content : NULL, rule, place, message, hint);
}

/* Where an attribute stands in the file, also under the name that is written there. */
static bool find_written(const xmlNode *element, const char *attribute, size_t *name, size_t *value)
{
    const struct source_span *span = source_span(element);
    const xmlAttr *found = attribute ? xmlHasProp(element, (const xmlChar *)attribute) : NULL;
    if (found && found->_private)
        attribute = found->_private;
    return span && attribute &&
           source_attribute(source_of(element), span->start, attribute, name, value);
}

struct diag_place explain_place(const xmlNode *element, const char *attribute, bool value)
{
    size_t name_offset, value_offset;
    const xmlAttr *found = attribute ? xmlHasProp(element, (const xmlChar *)attribute) : NULL;
    if (found && found->psvi)
        return *(const struct diag_place *)found->psvi;
    if (!find_written(element, attribute, &name_offset, &value_offset))
        return xml_place(element);
    return source_place(source_of(element), value ? value_offset : name_offset);
}

bool explain_is_made_up(const xmlNode *element, const char *attribute)
{
    const struct source *source = source_of(element);
    const struct source_span *span = source_span(element);
    size_t name, value;
    if (!span || !source->change_count)
        return false;
    if (!attribute)
        return source_is_made_up(source, source_tag_end(source, span->start), span->end);
    if (!find_written(element, attribute, &name, &value))
        return false;
    const char *text = source->bytes.data + value, *end = strchr(text, text[-1]);
    return source_is_made_up(source, value - 1, value + (end ? (size_t)(end - text) : 0));
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

/* libxml2 writes {namespace}name; the file has prefix:name. */
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

static void explain_missing_attribute(struct validation *validation, const xmlError *error)
{
    xmlNodePtr element = error->node;
    const char *attribute = error->str1 ? error->str1 : "";
    struct buf message = {0}, hint = {0};
    buf_printf(&message, _("<%s> lacks the attribute %s"), name_of(element), attribute);
    buf_printf(&hint, _("add %s=\"…\""), attribute);
    buf_string(&hint, ". ");
    vocabulary_document(vocabulary_attribute(validation->vocabulary, name_of(element), attribute),
                        &hint);
    explain_report(validation, element, "xsd-attribute-missing", xml_place(element), &message,
                   &hint);
}

/* libxml2's own sentence, without its prefix and without {namespaces}: never silence. */
static void explain_other(struct validation *validation, const xmlError *error)
{
    struct buf message = {0}, hint = {0};
    const char *attribute = explain_attribute(validation, error);
    const char *from = strstr(error->message, "': ");
    from = from ? from + 3 : error->message;
    buf_printf(&message, "<%s>: ", error->node ? name_of(error->node) : "");
    for (; *from && *from != '\n'; from++) {
        const char *brace = *from == '{' ? strchr(from, '}') : NULL;
        if (brace)
            from = brace;
        else
            buf_char(&message, *from);
    }
    explain_report(validation, error->node, "xsd",
                   error->node ? explain_place(error->node, attribute, true)
                               : source_place(validation->source, 0),
                   &message, &hint);
}

static void explain_nothing(struct validation *validation, const xmlError *error)
{
    (void)validation, (void)error;
}

/* What is wrong with the structure has been told before libxml2 saw it (repair.c). */
static const struct {
    int code;
    void (*explain)(struct validation *validation, const xmlError *error);
} explanations[] = {
    {XML_SCHEMAV_CVC_ELT_3_1, explain_nothing},
    {XML_SCHEMAV_CVC_ELT_4_1, explain_nothing},
    {XML_SCHEMAV_CVC_ELT_4_2, explain_nothing},
    {XML_SCHEMAV_CVC_ELT_4_3, explain_nothing},
    {XML_SCHEMAV_CVC_TYPE_3_1_1, explain_nothing},
    {XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, explain_nothing},
    {XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2, explain_nothing},
    {XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, explain_nothing},
    {XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3, explain_nothing},
    {XML_SCHEMAV_CVC_COMPLEX_TYPE_4, explain_missing_attribute},
    {XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, explain_value},
    {XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2, explain_value},
    {XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3, explain_value},
    {XML_SCHEMAV_CVC_FACET_VALID, explain_value},
    {XML_SCHEMAV_CVC_LENGTH_VALID, explain_value},
    {XML_SCHEMAV_CVC_MINLENGTH_VALID, explain_value},
    {XML_SCHEMAV_CVC_MAXLENGTH_VALID, explain_value},
    {XML_SCHEMAV_CVC_MININCLUSIVE_VALID, explain_value},
    {XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID, explain_value},
    {XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID, explain_value},
    {XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID, explain_value},
    {XML_SCHEMAV_CVC_TOTALDIGITS_VALID, explain_value},
    {XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID, explain_value},
    {XML_SCHEMAV_CVC_PATTERN_VALID, explain_value},
    {XML_SCHEMAV_CVC_ENUMERATION_VALID, explain_value},
    {XML_SCHEMAV_CVC_AU, explain_value},
    {XML_SCHEMAV_CVC_IDC, explain_key},
};

/* Whether the error is about an element that stands for one that is missing, which has been told.
 */
static bool is_supposed(const xmlError *error)
{
    const xmlNode *node = error->node;
    return node && node->type == XML_ELEMENT_NODE && !source_span(node);
}

void explain(struct validation *validation, const xmlError *error)
{
    if (validation->item) {
        explain_item(validation, error);
        return;
    }
    if (is_supposed(error))
        return;
    for (size_t i = 0; i < sizeof explanations / sizeof *explanations; i++)
        if (explanations[i].code == error->code &&
            (error->node || error->code == XML_SCHEMAV_CVC_IDC)) {
            explanations[i].explain(validation, error);
            return;
        }
    explain_other(validation, error);
}
