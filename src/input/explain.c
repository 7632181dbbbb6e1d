#include "input/validate.h"

#include "base/message.h"

#include <string.h>

static const char *name_of(const xmlNode *element)
{
    return (const char *)element->name;
}

static bool in_our_namespace(const xmlNode *element)
{
    return element->ns && strcmp((const char *)element->ns->href, INPUT_NAMESPACE) == 0;
}

static const char *text_of(struct buf *buf)
{
    return buf->size ? buf->data : NULL;
}

void explain_report(struct validation *validation, xmlNodePtr element, const char *rule,
                    struct diag_place place, struct buf *message, struct buf *hint)
{
    struct source_span *span = source_span(element);
    if (span)
        span->faulty = true;
    validation->errors++;
    diag_add(validation->diags, DIAG_ERROR, rule, place, text_of(hint), "%s", message->data);
    buf_free(message);
    buf_free(hint);
}

struct diag_place explain_place(const xmlNode *element, const char *attribute, bool value)
{
    const struct source *source = source_of(element);
    const struct source_span *span = source_span(element);
    size_t name_offset, value_offset;
    if (!span || !attribute ||
        !source_attribute(source, span->start, attribute, &name_offset, &value_offset))
        return input_place(element);
    return source_place(source, value ? value_offset : name_offset);
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

/* Reads the names from "… Expected is one of ( {ns}a, {ns}b )." Ten are all that libxml2 tells. */
static void read_expected(struct validation *validation, const char *message, struct names *names)
{
    const char *at = strstr(message, "Expected is ");
    at = at ? strchr(at, '(') : NULL;
    while (at && *at != ')' && *at) {
        at += strspn(at, "(, ");
        size_t size = strcspn(at, ", )");
        const char *brace = memchr(at, '}', size);
        if (brace)
            names_add_new(names, arena_strndup(validation->arena, brace + 1,
                                               (size_t)(at + size - brace - 1)));
        at += size;
        at += strspn(at, ", ");
    }
}

static void hint_meant(struct buf *hint, const char *meant)
{
    buf_printf(hint, _("did you mean <%s>?"), meant);
}

/* What to do about an element that may not stand where it stands. */
static void hint_unexpected(struct validation *validation, const xmlNode *element,
                            struct names *candidates, struct buf *hint)
{
    const struct vocabulary *vocabulary = validation->vocabulary;
    const char *name = name_of(element), *parent = name_of(element->parent);
    struct names places = {0};
    vocabulary_children(vocabulary, parent, candidates);
    if (!in_our_namespace(element))
        buf_printf(hint, _("<%s> is not in the namespace %s"), name, INPUT_NAMESPACE);
    else if (!vocabulary_global(vocabulary, "element", name)) {
        const char *meant = names_nearest(candidates, name);
        if (meant)
            hint_meant(hint, meant);
    } else if (names_contain(candidates, name)) {
        buf_printf(hint, _("<%s> is allowed in <%s>, but not at this place or not this many times"),
                   name, parent);
    } else {
        vocabulary_parents(vocabulary, name, &places);
        buf_printf(hint, _("<%s> belongs in "), name);
        names_write(&places, true, hint);
        if (!places.count)
            buf_clear(hint);
    }
    names_free(&places);
}

static void report_unexpected(struct validation *validation, xmlNodePtr element,
                              struct names *expected)
{
    struct buf message = {0}, hint = {0};
    buf_printf(&message, _("<%s> is not allowed here in <%s>"), name_of(element),
               name_of(element->parent));
    if (expected->count) {
        buf_string(&message, _("; expected "));
        names_write(expected, true, &message);
    } else {
        buf_string(&message, _("; nothing more may follow"));
    }
    hint_unexpected(validation, element, expected, &hint);
    explain_report(validation, element, "xsd-element", input_place(element), &message, &hint);
}

/*
 * libxml2 skips an unexpected element and the siblings behind it. Each is validated on its own;
 * those that can't stand in this parent at all are told now.
 */
static void skip_from(struct validation *validation, xmlNodePtr unexpected)
{
    struct names children = {0};
    vocabulary_children(validation->vocabulary, name_of(unexpected->parent), &children);
    validate_skipped(validation, unexpected, true);
    for (xmlNodePtr next = unexpected->next; next; next = next->next) {
        if (next->type != XML_ELEMENT_NODE)
            continue;
        bool foreign = !in_our_namespace(next) || !names_contain(&children, name_of(next));
        if (foreign)
            report_unexpected(validation, next, &children);
        validate_skipped(validation, next, foreign);
    }
    names_free(&children);
}

static void explain_missing(struct validation *validation, const xmlError *error,
                            const struct names *expected)
{
    xmlNodePtr element = error->node;
    struct buf message = {0}, hint = {0};
    if (expected->count == 1) {
        buf_printf(&message, _("<%s> lacks <%s>"), name_of(element), expected->items[0]);
        vocabulary_document(
            vocabulary_global(validation->vocabulary, "element", expected->items[0]), &hint);
    } else {
        buf_printf(&message, _("<%s> ends too early; expected "), name_of(element));
        names_write(expected, true, &message);
    }
    explain_report(validation, element, "xsd-missing", input_place(element), &message, &hint);
}

static void explain_content(struct validation *validation, const xmlError *error)
{
    struct names expected = {0};
    read_expected(validation, error->message, &expected);
    if (strstr(error->message, "Missing child")) {
        explain_missing(validation, error, &expected);
    } else {
        xmlNodePtr element = error->node;
        report_unexpected(validation, element, &expected);
        skip_from(validation, element);
    }
    names_free(&expected);
}

/* An element that was skipped and that the XSD doesn't know, or an unknown root. */
static void explain_undeclared(struct validation *validation, const xmlError *error)
{
    xmlNodePtr element = error->node;
    validate_children(validation, element);
    if (validation->current && validation->current->reported)
        return;
    struct buf message = {0}, hint = {0};
    buf_printf(&message, _("<%s> is unknown"), name_of(element));
    explain_report(validation, element, "xsd-element", input_place(element), &message, &hint);
}

static xmlNodePtr first_element(const xmlNode *parent)
{
    xmlNodePtr node = parent->children;
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

/* Elements where the type allows text only, or nothing. */
static void explain_no_elements(struct validation *validation, const xmlError *error)
{
    xmlNodePtr element = error->node, inner = first_element(element);
    struct buf message = {0}, hint = {0};
    if (!inner || source_span(inner)->queued)
        return;
    validate_children(validation, element);
    buf_printf(&message, _("<%s> is not allowed here: <%s> holds no elements"), name_of(inner),
               name_of(element));
    vocabulary_document(vocabulary_global(validation->vocabulary, "element", name_of(element)),
                        &hint);
    explain_report(validation, element, "xsd-element", input_place(inner), &message, &hint);
}

static bool is_text(const xmlNode *node)
{
    return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
           !xmlIsBlankNode(node);
}

/* Where the text behind its previous sibling element, or behind its parent's start tag, begins. */
static struct diag_place text_place(const struct validation *validation, const xmlNode *text)
{
    const xmlNode *before = text->prev;
    while (before && before->type != XML_ELEMENT_NODE)
        before = before->prev;
    size_t from = before ? source_span(before)->end
                         : source_tag_end(validation->source, source_span(text->parent)->start);
    return source_place(validation->source, source_skip_blank(validation->source, from));
}

static void explain_text(struct validation *validation, const xmlError *error)
{
    xmlNodePtr element = error->node;
    const xmlNode *text = element->children;
    while (text && !is_text(text))
        text = text->next;
    if (!text)
        return;
    struct buf message = {0}, hint = {0};
    buf_printf(&message, _("text is not allowed directly in <%s>"), name_of(element));
    struct names children = {0};
    vocabulary_children(validation->vocabulary, name_of(element), &children);
    if (children.count) {
        buf_string(&hint, _("write it inside "));
        names_write(&children, true, &hint);
    } else {
        vocabulary_document(vocabulary_global(validation->vocabulary, "element", name_of(element)),
                            &hint);
    }
    names_free(&children);
    explain_report(validation, element, "xsd-text", text_place(validation, text), &message, &hint);
}

static void explain_empty(struct validation *validation, const xmlError *error)
{
    if (strstr(error->message, "Character content"))
        explain_text(validation, error);
    else
        explain_no_elements(validation, error);
}

static void explain_unknown_attribute(struct validation *validation, const xmlError *error)
{
    xmlNodePtr element = error->node;
    const char *attribute = explain_attribute(validation, error);
    if (!attribute)
        return;
    struct buf message = {0}, hint = {0};
    struct names names = {0};
    vocabulary_attributes(validation->vocabulary, name_of(element), &names);
    const char *meant = names_nearest(&names, attribute);
    buf_printf(&message, _("<%s> has no attribute %s"), name_of(element), attribute);
    if (meant)
        buf_printf(&hint, _("did you mean %s?"), meant);
    else if (names.count) {
        buf_string(&hint, _("it may have "));
        names_write(&names, false, &hint);
    }
    names_free(&names);
    explain_report(validation, element, "xsd-attribute", explain_place(element, attribute, false),
                   &message, &hint);
}

static void explain_missing_attribute(struct validation *validation, const xmlError *error)
{
    xmlNodePtr element = error->node;
    const char *attribute = error->str1 ? error->str1 : "";
    struct buf message = {0}, hint = {0};
    buf_printf(&message, _("<%s> lacks the attribute %s"), name_of(element), attribute);
    vocabulary_document(vocabulary_attribute(validation->vocabulary, name_of(element), attribute),
                        &hint);
    explain_report(validation, element, "xsd-attribute-missing", input_place(element), &message,
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

static const struct {
    int code;
    void (*explain)(struct validation *validation, const xmlError *error);
} explanations[] = {
    {XML_SCHEMAV_ELEMENT_CONTENT, explain_content},
    {XML_SCHEMAV_CVC_ELT_1, explain_undeclared},
    {XML_SCHEMAV_CVC_TYPE_3_1_2, explain_no_elements},
    {XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, explain_empty},
    {XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, explain_no_elements},
    {XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3, explain_text},
    {XML_SCHEMAV_CVC_ELT_4_1, explain_unknown_attribute}, /* xsi:type, which no file needs */
    {XML_SCHEMAV_CVC_ELT_4_2, explain_unknown_attribute},
    {XML_SCHEMAV_CVC_ELT_4_3, explain_unknown_attribute},
    {XML_SCHEMAV_CVC_TYPE_3_1_1, explain_unknown_attribute},
    {XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, explain_unknown_attribute},
    {XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2, explain_unknown_attribute},
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

void explain(struct validation *validation, const xmlError *error)
{
    for (size_t i = 0; i < sizeof explanations / sizeof *explanations; i++)
        if (explanations[i].code == error->code &&
            (error->node || error->code == XML_SCHEMAV_CVC_IDC)) {
            explanations[i].explain(validation, error);
            return;
        }
    explain_other(validation, error);
}
