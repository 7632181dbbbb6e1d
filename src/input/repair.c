#include "input/repair.h"

#include "base/memory.h"
#include "base/message.h"

#include <stdlib.h>
#include <string.h>

#define SCHEMA_INSTANCE "http://www.w3.org/2001/XMLSchema-instance"

static const char *name_of(const xmlNode *element)
{
    return (const char *)element->name;
}

bool repair_is_ours(const xmlNode *element)
{
    return element->ns && strcmp((const char *)element->ns->href, INPUT_NAMESPACE) == 0;
}

/* An attribute's name with its prefix. */
static const char *written_name(const struct validation *validation, const xmlAttr *attribute)
{
    const char *name = (const char *)attribute->name;
    if (!attribute->ns || !attribute->ns->prefix)
        return name;
    return arena_printf(validation->arena, "%s:%s", (const char *)attribute->ns->prefix, name);
}

/* The attributes by which a file names its schema to an editor are allowed anywhere. */
static bool names_schema(const xmlAttr *attribute)
{
    const char *name = (const char *)attribute->name;
    return attribute->ns && strcmp((const char *)attribute->ns->href, SCHEMA_INSTANCE) == 0 &&
           (strcmp(name, "schemaLocation") == 0 || strcmp(name, "noNamespaceSchemaLocation") == 0);
}

static void report_attribute(struct validation *validation, xmlNodePtr element, const char *written,
                             const char *meant, const struct names *allowed)
{
    struct buf message = {0}, hint = {0};
    buf_printf(&message, _("<%s> has no attribute %s"), name_of(element), written);
    if (meant)
        buf_printf(&hint, _("did you mean %s?"), meant);
    else if (allowed->count) {
        buf_string(&hint, _("it may have "));
        names_write(allowed, false, &hint);
    }
    explain_report(validation, element, "xsd-attribute", explain_place(element, written, false),
                   &message, &hint);
}

/* An attribute that the element may not have is taken for the one that was meant, unless the
 * element has that, too. */
static void repair_attribute(struct validation *validation, xmlNodePtr element,
                             xmlAttrPtr attribute, const struct model *model)
{
    const char *name = (const char *)attribute->name;
    if (names_schema(attribute) || (!attribute->ns && names_contain(&model->attributes, name)))
        return;
    const char *written = written_name(validation, attribute);
    const char *meant = names_nearest(&model->attributes, name);
    report_attribute(validation, element, written, meant, &model->attributes);
    if (meant && !xmlHasNsProp(element, (const xmlChar *)meant, NULL))
        edit_attribute(validation, attribute, meant, written);
}

static bool is_text(const xmlNode *node)
{
    return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
           !xmlIsBlankNode(node);
}

static void report_text(struct validation *validation, xmlNodePtr element, const xmlNode *before,
                        const struct model *model)
{
    struct buf message = {0}, hint = {0};
    size_t from = before ? source_span(before)->end
                         : source_tag_end(validation->source, source_span(element)->start);
    from = source_skip_blank(validation->source, from);
    if (source_is_made_up(validation->source, from, from + 1))
        return; /* a less-than sign that was told */
    buf_printf(&message, _("text is not allowed directly in <%s>"), name_of(element));
    if (model->elements.count) {
        buf_string(&hint, _("write it inside "));
        names_write(&model->elements, true, &hint);
    } else {
        vocabulary_document(vocabulary_global(validation->vocabulary, "element", name_of(element)),
                            &hint);
    }
    explain_report(validation, element, "xsd-text", source_place(validation->source, from),
                   &message, &hint);
}

/* Each piece of text between two elements is told once. Returns whether there was any. */
static bool check_text(struct validation *validation, xmlNodePtr element, const struct model *model)
{
    const xmlNode *before = NULL;
    bool told = false, any = false;
    for (const xmlNode *node = element->children; node; node = node->next) {
        if (node->type == XML_ELEMENT_NODE) {
            before = node;
            told = false;
        } else if (is_text(node) && !told) {
            report_text(validation, element, before, model);
            told = any = true;
        }
    }
    return any;
}

/* libxml2 gives up the keys of an element with stray text, and takes a CDATA section for such even
 * when it is blank. */
static void leave_out_text(struct validation *validation, const xmlNode *element)
{
    for (xmlNodePtr node = element->children, next; node; node = next) {
        next = node->next;
        if (is_text(node) || node->type == XML_CDATA_SECTION_NODE)
            edit_unlink(validation, node);
    }
}

static void repair_element(struct validation *validation, xmlNodePtr element);

static void detach(struct validation *validation, xmlNodePtr element)
{
    memory_grow((void **)&validation->detached, validation->detached_count,
                &validation->detached_capacity, sizeof *validation->detached);
    validation->detached[validation->detached_count++] = element;
}

/* What has no place in the tree can still be wrong inside. An element that the schema doesn't know
 * has no inside to be wrong; but those in it that it knows do. */
static void repair_detached(struct validation *validation, xmlNodePtr element)
{
    if (repair_is_ours(element) &&
        vocabulary_global(validation->vocabulary, "element", name_of(element))) {
        detach(validation, element);
        repair_element(validation, element);
        return;
    }
    for (xmlNodePtr child = element->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            repair_detached(validation, child);
}

/* The elements in an element as they stand in the file. */
static xmlNodePtr *list_children(struct validation *validation, const xmlNode *element,
                                 size_t *count)
{
    *count = 0;
    for (const xmlNode *node = element->children; node; node = node->next)
        *count += node->type == XML_ELEMENT_NODE;
    xmlNodePtr *list = arena_array(validation->arena, *count + 1, sizeof(xmlNodePtr));
    size_t i = 0;
    for (xmlNodePtr node = element->children; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE)
            list[i++] = node;
    return list;
}

/* A namespace that was said wrong of an element is wrong for all in it: that is no new fault. */
static void repair_namespaces(struct validation *validation, const xmlNode *parent,
                              const xmlNs *wrong)
{
    for (xmlNodePtr node = parent->children; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE && node->ns == wrong) {
            repair_namespaces(validation, node, wrong);
            edit_namespace(validation, node, parent->ns);
        }
}

void repair_namespace(struct validation *validation, xmlNodePtr element)
{
    const xmlNs *wrong = element->ns;
    edit_namespace(validation, element, element->parent->ns);
    repair_namespaces(validation, element, wrong);
}

static void repair_element(struct validation *validation, xmlNodePtr element)
{
    const struct model *model = models_of(validation->models, name_of(element));
    size_t count;
    xmlNodePtr *children = list_children(validation, element, &count);
    if (model->kind != MODEL_UNKNOWN) {
        for (xmlAttrPtr attribute = element->properties; attribute; attribute = attribute->next)
            repair_attribute(validation, element, attribute, model);
        if (model->kind == MODEL_ELEMENTS) {
            source_span(element)->has_stray_text = check_text(validation, element, model);
            leave_out_text(validation, element);
        }
        repair_children(validation, element, model);
    }
    for (size_t i = 0; i < count; i++)
        if (children[i]->parent)
            repair_element(validation, children[i]);
        else
            repair_detached(validation, children[i]);
}

void repair_tree(struct validation *validation)
{
    repair_element(validation, xmlDocGetRootElement(validation->tree));
}
