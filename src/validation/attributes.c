/* Attributes: wrong ones, and those that are written in another form. */
#include "validation/repair.h"

#include "base/message.h"
#include "schema/suggestion.h"

#include <string.h>

#define SCHEMA_INSTANCE "http://www.w3.org/2001/XMLSchema-instance"

enum { SHOWN = 60 /* bytes of a value in a hint */ };

/* Returns an attribute's name with its prefix. */
static const char *written_name(const struct validation *validation, const xmlAttr *attribute)
{
    const char *name = (const char *)attribute->name;
    if (!attribute->ns || !attribute->ns->prefix)
        return name;
    return arena_printf(validation->arena, "%s:%s", (const char *)attribute->ns->prefix, name);
}

/* Returns whether an attribute names the file's schema to an editor, which is allowed anywhere. */
static bool names_schema(const xmlAttr *attribute)
{
    const char *name = (const char *)attribute->name;
    return attribute->ns && strcmp((const char *)attribute->ns->href, SCHEMA_INSTANCE) == 0 &&
           (strcmp(name, "schemaLocation") == 0 || strcmp(name, "noNamespaceSchemaLocation") == 0);
}

/* Returns the only attribute that an element must have; NULL for none or several. */
static const char *only_required(const struct validation *validation, const char *element,
                                 const struct model *model)
{
    const char *only = NULL;
    for (size_t i = 0; i < model->attributes.count; i++) {
        if (!vocabulary_is_required(validation->vocabulary, element, model->attributes.items[i]))
            continue;
        if (only)
            return NULL;
        only = model->attributes.items[i];
    }
    return only;
}

/* Appends "write it as <tila arvo="kaynnissa">", with the value when it is short. */
static void hint_attribute(const struct validation *validation, const char *element,
                           const char *attribute, const char *value, struct buf *hint)
{
    const struct model *model = models_of(validation->models, element);
    bool is_short = *value && strlen(value) <= SHOWN && !strpbrk(value, "\"<&\n");
    bool is_empty = model->kind == MODEL_ELEMENTS && !model->elements.count;
    buf_printf(hint, is_empty ? _("write it as <%s %s=\"%s\"/>") : _("write it as <%s %s=\"%s\">"),
               element, attribute, is_short ? value : "…");
}

/* Does the same for an attribute that is an element here. */
static void hint_element(const struct validation *validation, const char *name, const char *value,
                         struct buf *hint)
{
    const struct model *model = models_of(validation->models, name);
    const char *attribute = only_required(validation, name, model);
    bool is_short = *value && strlen(value) <= SHOWN && !strpbrk(value, "\"<&\n");
    const char *shown = is_short ? value : "…";
    if (attribute && model->kind == MODEL_ELEMENTS)
        buf_printf(hint, _("write it inside as an element: <%s %s=\"%s\"/>"), name, attribute,
                   shown);
    else
        buf_printf(hint, _("write it inside as an element: <%s>%s</%s>"), name,
                   model->kind == MODEL_ELEMENTS ? "…" : shown, name);
}

/* Appends the attributes that an element may have, and the elements inside to which the other
 * belongs. */
static void hint_allowed(const struct validation *validation, const char *element,
                         const char *written, const struct model *model, struct buf *hint)
{
    struct names holders = {0};
    for (size_t i = 0; i < model->elements.count; i++)
        if (names_contain(&models_of(validation->models, model->elements.items[i])->attributes,
                          written))
            names_add(&holders, model->elements.items[i]);
    if (model->attributes.count) {
        buf_string(hint, _("it may have "));
        names_write(&model->attributes, false, hint);
    } else if (!holders.count) {
        buf_printf(hint, _("leave it out: <%s> has no attributes"), element);
    }
    if (holders.count) {
        buf_string(hint, hint->size ? "; " : "");
        buf_printf(hint, _("%s is an attribute of "), written);
        names_write(&holders, true, hint);
    }
    names_free(&holders);
}

static void report_attribute(struct validation *validation, xmlNodePtr element, const char *written,
                             const char *meant, const struct model *model)
{
    struct buf message = {0}, hint = {0};
    buf_printf(&message, _("<%s> has no attribute %s"), xml_name(element), written);
    if (names_contain(&model->elements, written))
        hint_element(validation, written, xml_attribute(element, written), &hint);
    else if (meant)
        buf_printf(&hint, _("did you mean %s?"), meant);
    else
        hint_allowed(validation, xml_name(element), written, model, &hint);
    if (meant)
        source_fault(element, meant);
    if (explain_report_attribute(validation, element, NULL, RULE_XSD_ATTRIBUTE,
                                 explain_place(element, written, false), &message, &hint) &&
        meant && !names_contain(&model->elements, written) &&
        !xmlHasProp(element, (const xmlChar *)meant))
        diag_replace(validation->diags, meant);
}

static bool is_date(const struct vocabulary *vocabulary, const xmlNode *declaration)
{
    const char *builtin;
    vocabulary_value_type(vocabulary, declaration, &builtin);
    return builtin && strcmp(builtin, "date") == 0;
}

/* Returns the lacking attribute that a value is right for: a required one, or a date, which is
 * right for little else. Of several, the only one that isn't right for just any text. NULL for
 * none. */
static const char *meant_by_value(const struct validation *validation, const xmlNode *element,
                                  const struct names *lacking, const char *value)
{
    const char *only[2] = {NULL, NULL};
    size_t count[2] = {0, 0};
    for (size_t i = 0; i < lacking->count; i++) {
        const xmlNode *declaration =
            vocabulary_attribute(validation->vocabulary, xml_name(element), lacking->items[i]);
        if ((!vocabulary_is_required(validation->vocabulary, xml_name(element),
                                     lacking->items[i]) &&
             !is_date(validation->vocabulary, declaration)) ||
            !suggestion_fits(validation->vocabulary, declaration, value))
            continue;
        bool is_any = suggestion_fits(validation->vocabulary, declaration, "?");
        only[is_any] = lacking->items[i];
        count[is_any]++;
    }
    return count[0] == 1 ? only[0] : !count[0] && count[1] == 1 ? only[1] : NULL;
}

/* Returns the attribute that shares a part of its name with another and for which the value is
 * right. */
static const char *meant_by_part(const struct validation *validation, const xmlNode *element,
                                 const struct names *lacking, const char *name, const char *value)
{
    const char *meant = names_within(lacking, name);
    return meant && suggestion_fits(
                        validation->vocabulary,
                        vocabulary_attribute(validation->vocabulary, xml_name(element), meant),
                        value)
               ? meant
               : NULL;
}

/* Returns the attribute that is meant by one that the element may not have. */
static const char *meant_attribute(struct validation *validation, const xmlNode *element,
                                   const char *name, const char *value, const struct model *model)
{
    struct names lacking = {0};
    for (size_t i = 0; i < model->attributes.count; i++)
        if (!xmlHasProp(element, (const xmlChar *)model->attributes.items[i]))
            names_add(&lacking, model->attributes.items[i]);
    const char *meant = names_nearest(&lacking, name);
    bool may_look =
        validation->errors <= SOURCE_ERRORS && validation->looked_into++ < VALIDATE_LOOKED_INTO;
    if (!meant && may_look)
        meant = meant_by_part(validation, element, &lacking, name, value);
    if (!meant && may_look)
        meant = meant_by_value(validation, element, &lacking, value);
    if (!meant)
        meant = names_nearest(&model->attributes, name);
    names_free(&lacking);
    return meant;
}

/* Reports an attribute that the element may not have, and takes it for the one that was meant,
 * unless the element has that, too. */
static void repair_attribute(struct validation *validation, xmlNodePtr element,
                             xmlAttrPtr attribute, const struct model *model)
{
    const char *name = (const char *)attribute->name;
    if (names_schema(attribute) || (!attribute->ns && names_contain(&model->attributes, name)))
        return;
    const char *written = written_name(validation, attribute), *meant = NULL;
    if (!names_contain(&model->elements, written))
        meant = meant_attribute(
            validation, element, name,
            attribute->children ? (const char *)attribute->children->content : "", model);
    report_attribute(validation, element, written, meant, model);
    if (meant && !xmlHasNsProp(element, (const xmlChar *)meant, NULL))
        edit_attribute(validation, attribute, meant, written);
}

void repair_attributes(struct validation *validation, xmlNodePtr element, const struct model *model)
{
    for (xmlAttrPtr attribute = element->properties; attribute; attribute = attribute->next)
        repair_attribute(validation, element, attribute, model);
}

/* Returns the only text in an element, trimmed; NULL for none or more. */
static const char *only_text(const struct validation *validation, const xmlNode *element)
{
    const xmlNode *node = element->children;
    if (!node || node->next || node->type != XML_TEXT_NODE || xmlIsBlankNode(node))
        return NULL;
    size_t size;
    const char *text = blank_trim((const char *)node->content, &size);
    return arena_strndup(validation->arena, text, size);
}

/* Returns a text in the form that is right for an attribute, when it is known. */
static const char *as_value(const struct validation *validation, const char *element,
                            const char *attribute, const char *text)
{
    struct buf meant = {0};
    const char *builtin = NULL;
    const struct vocabulary *vocabulary = validation->vocabulary;
    const xmlNode *declaration = vocabulary_attribute(vocabulary, element, attribute);
    const xmlNode *type = vocabulary_value_type(vocabulary, declaration, &builtin);
    if (*text && suggestion_find(vocabulary, type, builtin, text, &meant))
        text = arena_strdup(validation->arena, meant.data);
    buf_free(&meant);
    return text;
}

/* Returns the attribute that a text in an element is meant to be: the only required one, or the one
 * that the text is right for. */
static const char *attribute_for_text(const struct validation *validation, const xmlNode *element,
                                      const struct model *model, const char *text)
{
    const char *only = only_required(validation, xml_name(element), model);
    return only ? only : meant_by_value(validation, element, &model->attributes, text);
}

bool repair_text_as_attribute(struct validation *validation, xmlNodePtr element,
                              const struct model *model, struct diag_place place, struct buf *hint)
{
    const char *text = only_text(validation, element);
    const char *attribute = text && !model->elements.count
                                ? attribute_for_text(validation, element, model, text)
                                : NULL;
    if (!attribute || xmlHasProp(element, (const xmlChar *)attribute))
        return false;
    source_fault(element, attribute);
    text = as_value(validation, xml_name(element), attribute, text);
    hint_attribute(validation, xml_name(element), attribute, text, hint);
    edit_add_attribute(validation, element, attribute, text, place);
    return true;
}

/* Reports an element that should be an attribute of the one around, and makes it one. */
static void repair_inner_attribute(struct validation *validation, xmlNodePtr element,
                                   xmlNodePtr child)
{
    const char *name = xml_name(child), *text = only_text(validation, child);
    text = text ? as_value(validation, xml_name(element), name, text) : NULL;
    struct buf message = {0}, hint = {0};
    buf_printf(&message, _("%s is an attribute of <%s>, not an element in it"), name,
               xml_name(element));
    hint_attribute(validation, xml_name(element), name, text ? text : "", &hint);
    explain_report_attribute(validation, element, name, RULE_XSD_ELEMENT, xml_place(child),
                             &message, &hint);
    if (!xmlHasProp(element, (const xmlChar *)name))
        edit_add_attribute(validation, element, name, text ? text : "",
                           text ? xml_text_place(child->children, 0,
                                                 strlen((const char *)child->children->content))
                                : xml_place(child));
    edit_unlink(validation, child);
}

static bool is_inner_attribute(const struct model *model, const xmlNode *child)
{
    return child->type == XML_ELEMENT_NODE && xml_is_ours(child) && !child->properties &&
           names_contain(&model->attributes, xml_name(child)) &&
           !names_contain(&model->elements, xml_name(child)) && !xml_has_elements(child);
}

void repair_inner_attributes(struct validation *validation, xmlNodePtr element,
                             const struct model *model)
{
    for (xmlNodePtr child = element->children, next; child; child = next) {
        next = child->next;
        if (is_inner_attribute(model, child))
            repair_inner_attribute(validation, element, child);
    }
}
