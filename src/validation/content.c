/* What an element with a wrong name could be by its content. */
#include "validation/repair.h"

#include "base/message.h"
#include "schema/suggestion.h"

#include <string.h>

static bool attributes_fit(const struct validation *validation, const xmlNode *element,
                           const char *wanted, const struct names *allowed)
{
    const struct vocabulary *vocabulary = validation->vocabulary;
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
        const char *name = (const char *)attribute->name;
        if (attribute->ns || !names_contain(allowed, name) ||
            !suggestion_fits(vocabulary, vocabulary_attribute(vocabulary, wanted, name),
                             xml_attribute(element, name)))
            return false;
    }
    for (size_t i = 0; i < allowed->count; i++)
        if (vocabulary_is_required(vocabulary, wanted, allowed->items[i]) &&
            !xmlHasProp(element, (const xmlChar *)allowed->items[i]))
            return false;
    return true;
}

static bool children_fit(const xmlNode *element, const struct model *model)
{
    for (const xmlNode *child = element->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && !names_contain(&model->elements, xml_name(child)))
            return false;
    return true;
}

static bool text_fits(const struct validation *validation, const xmlNode *element,
                      const char *wanted, const struct model *model)
{
    xmlChar *content = xmlNodeGetContent(element);
    const char *text = content ? (const char *)content : "";
    bool is_blank = text[strspn(text, BLANK)] == '\0', fits = !is_blank;
    if (model->kind == MODEL_ELEMENTS)
        fits = is_blank || xml_has_elements(element);
    else if (model->kind == MODEL_TEXT && !is_blank)
        fits = suggestion_fits(validation->vocabulary,
                               vocabulary_global(validation->vocabulary, "element", wanted), text);
    xmlFree(content);
    return fits;
}

static bool fits(const struct validation *validation, const xmlNode *element, const char *wanted)
{
    const struct model *model = models_of(validation->models, wanted);
    bool may_be_empty =
        xml_has_elements(element) || model->kind != MODEL_ELEMENTS || model->ends[MODEL_START];
    return model->kind != MODEL_UNKNOWN && may_be_empty &&
           attributes_fit(validation, element, wanted, &model->attributes) &&
           children_fit(element, model) && text_fits(validation, element, wanted, model);
}

bool content_belongs_inside(const struct validation *validation, const xmlNode *element,
                            const struct names *here)
{
    for (size_t i = 0; i < here->count; i++)
        if (names_contain(&models_of(validation->models, here->items[i])->elements,
                          xml_name(element)))
            return true;
    return false;
}

/* Returns whether the content of an element shows what it is: text that may be any text doesn't. */
static bool says_something(const struct validation *validation, const xmlNode *element,
                           const char *wanted)
{
    return element->properties || xml_has_elements(element) ||
           (models_of(validation->models, wanted)->kind == MODEL_TEXT &&
            !suggestion_fits(validation->vocabulary,
                             vocabulary_global(validation->vocabulary, "element", wanted), "?"));
}

void content_meant(struct validation *validation, const xmlNode *element, const struct names *here,
                   struct names *meant)
{
    if (names_contain(here, xml_name(element)) || names_nearest(here, xml_name(element)) ||
        content_belongs_inside(validation, element, here) ||
        validation->looked_into++ >= VALIDATE_LOOKED_INTO)
        return;
    for (size_t i = 0; i < here->count; i++)
        if (says_something(validation, element, here->items[i]) &&
            fits(validation, element, here->items[i]))
            names_add(meant, here->items[i]);
}

static bool is_wrapper(struct validation *validation, const xmlNode *element,
                       const struct names *here)
{
    const char *name = xml_name(element);
    if (element->properties || !xml_has_elements(element) ||
        vocabulary_global(validation->vocabulary, "element", name))
        return false;
    const char *nearest = names_nearest(here, name);
    for (const xmlNode *child = element->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE
                ? !names_contain(here, xml_name(child)) ||
                      (nearest && names_contain(&models_of(validation->models, nearest)->elements,
                                                xml_name(child)))
                : !xmlIsBlankNode(child) && child->type != XML_COMMENT_NODE)
            return false;
    return true;
}

static void unwrap(struct validation *validation, xmlNodePtr parent, xmlNodePtr wrapper,
                   const struct names *here)
{
    struct buf message = {0}, hint = {0};
    const char *name = xml_name(wrapper);
    buf_printf(&message, _("<%s> is not allowed here in <%s>"), name, xml_name(parent));
    buf_string(&message, _("; expected "));
    names_write(here, true, &message);
    buf_printf(&hint, _("delete <%s> and </%s>: what they hold stands here by itself"), name, name);
    explain_report(validation, wrapper, RULE_XSD_ELEMENT, xml_place(wrapper), &message, &hint);
    for (xmlNodePtr child = wrapper->children, next; child; child = next) {
        next = child->next;
        edit_move(validation, child, parent, wrapper);
    }
    edit_unlink(validation, wrapper);
}

void content_unwrap(struct validation *validation, xmlNodePtr element, const struct model *model)
{
    for (xmlNodePtr child = element->children, next; child; child = next) {
        next = child->next;
        if (child->type == XML_ELEMENT_NODE && xml_is_ours(child) &&
            is_wrapper(validation, child, &model->elements))
            unwrap(validation, element, child, &model->elements);
    }
}
