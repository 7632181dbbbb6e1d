#include "validation/repair.h"

#include "base/memory.h"
#include "base/message.h"

#include <stdlib.h>
#include <string.h>

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
        return; /* a less-than sign that has been reported */
    buf_printf(&message, _("text is not allowed directly in <%s>"), xml_name(element));
    struct diag_place place = source_place(validation->source, from);
    if (model->elements.count) {
        buf_string(&hint, _("write it inside "));
        names_write(&model->elements, true, &hint);
    } else if (!repair_text_as_attribute(validation, element, model, place, &hint)) {
        vocabulary_document(vocabulary_global(validation->vocabulary, "element", xml_name(element)),
                            &hint);
    }
    explain_report_content(validation, element, RULE_XSD_TEXT, place, &message, &hint);
}

/* Reports each piece of text between two elements once. Returns whether there was any. */
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

/* Takes out stray text, and CDATA sections though they are blank: else libxml2 gives up the
 * element's keys. */
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
    GROW(validation->detached, validation->detached_count, validation->detached_capacity);
    validation->detached[validation->detached_count++] = element;
}

/* Repairs the inside of an element that has no place in the tree, or of the known elements in an
 * unknown one. */
static void repair_detached(struct validation *validation, xmlNodePtr element)
{
    if (xml_is_ours(element) &&
        vocabulary_global(validation->vocabulary, "element", xml_name(element))) {
        detach(validation, element);
        repair_element(validation, element);
        return;
    }
    for (xmlNodePtr child = element->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            repair_detached(validation, child);
}

/* Returns the elements in an element before they are repaired. */
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

/* Repairs an element itself. Returns the elements in it; *count is their number. */
static xmlNodePtr *repair_one(struct validation *validation, xmlNodePtr element, size_t *count)
{
    const struct model *model = models_of(validation->models, xml_name(element));
    if (model->kind == MODEL_UNKNOWN)
        return list_children(validation, element, count);
    repair_inner_attributes(validation, element, model);
    repair_attributes(validation, element, model);
    if (model->kind == MODEL_ELEMENTS) {
        source_span(element)->has_stray_text = check_text(validation, element, model);
        leave_out_text(validation, element);
    }
    content_unwrap(validation, element, model);
    xmlNodePtr *children = list_children(validation, element, count);
    repair_children(validation, element, model, children, *count);
    return children;
}

static void repair_element(struct validation *validation, xmlNodePtr element)
{
    size_t count;
    xmlNodePtr *children = repair_one(validation, element, &count);
    for (size_t i = 0; i < count; i++)
        if (children[i]->parent)
            repair_element(validation, children[i]);
        else
            repair_detached(validation, children[i]);
}

/* Mends a wrong name or namespace of the root, which has been reported. */
static void repair_root(struct validation *validation, xmlNodePtr root, const char *meant)
{
    if (strcmp(xml_name(root), meant) != 0)
        edit_rename(validation, root, meant);
    if (xml_is_ours(root)) { /* but all in it has no namespace */
        edit_namespaces(validation, root, NULL);
        return;
    }
    validation->ours = xmlNewNs(NULL, (const xmlChar *)XML_PYKALA, NULL);
    if (!validation->ours)
        memory_exhausted();
    const xmlNs *wrong = root->ns;
    edit_namespace(validation, root, validation->ours);
    edit_namespaces(validation, root, wrong);
}

void repair_tree(struct validation *validation, const char *root)
{
    xmlNodePtr element = xmlDocGetRootElement(validation->tree);
    if (root)
        repair_root(validation, element, root);
    repair_element(validation, element);
}
