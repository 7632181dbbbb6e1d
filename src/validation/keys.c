/* Errors of keys (values that may come once) and of references to them. */
#include "validation/validate.h"

#include "base/memory.h"
#include "base/message.h"
#include "validation/copy.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <stdlib.h>
#include <string.h>

/* The first holders of keys are searched for up to this number of errors: beyond it, nobody misses
 * them. */
enum { SEARCHED = 100 };

/* An identity constraint of the XSD, ready to be asked. */
struct constraint {
    const xmlNode *declaration;
    const char *selector;
    const char *fields[8];
    size_t field_count;
    xmlXPathContextPtr xpath;
};

static void register_prefixes(xmlXPathContextPtr xpath, const xmlNode *declaration)
{
    xmlNsPtr *namespaces = xmlGetNsList(declaration->doc, declaration);
    for (xmlNsPtr *ns = namespaces; ns && *ns; ns++)
        if ((*ns)->prefix)
            xmlXPathRegisterNs(xpath, (*ns)->prefix, (*ns)->href);
    xmlFree(namespaces);
}

static bool constraint_open(const struct validation *validation, const char *name,
                            struct constraint *constraint)
{
    *constraint = (struct constraint){
        .declaration = name ? vocabulary_constraint(validation->vocabulary, name) : NULL};
    if (!constraint->declaration)
        return false;
    for (const xmlNode *part = constraint->declaration->children; part; part = part->next) {
        const char *path =
            part->type == XML_ELEMENT_NODE ? vocabulary_property(part, "xpath") : NULL;
        if (path && strcmp((const char *)part->name, "selector") == 0)
            constraint->selector = path;
        else if (path && constraint->field_count < 8)
            constraint->fields[constraint->field_count++] = path;
    }
    if (!constraint->selector || !constraint->field_count)
        return false;
    constraint->xpath = xmlXPathNewContext(validation->tree);
    if (!constraint->xpath)
        memory_exhausted();
    register_prefixes(constraint->xpath, constraint->declaration);
    return true;
}

static void constraint_close(struct constraint *constraint)
{
    xmlXPathFreeContext(constraint->xpath);
}

/* Returns the name of the attribute that a field is, or NULL. */
static const char *field_attribute(const struct constraint *constraint, size_t field)
{
    const char *path = constraint->fields[field];
    return path[0] == '@' ? path + 1 : NULL;
}

static bool field_equals(const xmlNode *a, const xmlNode *b, const char *attribute)
{
    const char *left = attribute ? xml_attribute(a, attribute) : NULL;
    const char *right = attribute ? xml_attribute(b, attribute) : NULL;
    return left && right && strcmp(left, right) == 0;
}

static bool same_key(const struct constraint *constraint, const xmlNode *a, const xmlNode *b)
{
    for (size_t i = 0; i < constraint->field_count; i++)
        if (!field_equals(a, b, field_attribute(constraint, i)))
            return false;
    return true;
}

/* Returns the constraint's element, where its paths start. */
static xmlNodePtr scope_of(const struct constraint *constraint, xmlNodePtr element)
{
    const char *name = vocabulary_property(constraint->declaration->parent, "name");
    while (element && element->type == XML_ELEMENT_NODE && name &&
           strcmp(xml_name(element), name) != 0)
        element = element->parent;
    return element && element->type == XML_ELEMENT_NODE ? element : NULL;
}

/* Returns all elements that the constraint selects (xmlXPathFreeObject), or NULL. */
static xmlXPathObjectPtr select_all(const struct constraint *constraint, xmlNodePtr element)
{
    xmlNodePtr scope = scope_of(constraint, element);
    if (!scope)
        return NULL;
    constraint->xpath->node = scope;
    return xmlXPathEvalExpression((const xmlChar *)constraint->selector, constraint->xpath);
}

static const xmlNode *first_holder(const struct constraint *constraint, xmlNodePtr element)
{
    const xmlNode *first = NULL;
    xmlXPathObjectPtr all = select_all(constraint, element);
    const xmlNodeSet *set = all ? all->nodesetval : NULL;
    for (int i = 0; set && !first && i < set->nodeNr && set->nodeTab[i] != element; i++)
        if (same_key(constraint, set->nodeTab[i], element))
            first = set->nodeTab[i];
    xmlXPathFreeObject(all);
    return first;
}

/* Returns the name of the constraint in "key identity-constraint '{ns}name'" or "{ns}name". */
static const char *constraint_name(const struct validation *validation, const char *designation)
{
    const char *brace = designation ? strchr(designation, '}') : NULL;
    return brace ? arena_strndup(validation->arena, brace + 1, strcspn(brace + 1, "'")) : NULL;
}

static void write_key(const struct constraint *constraint, const xmlNode *element, struct buf *out)
{
    for (size_t i = 0; i < constraint->field_count; i++) {
        const char *attribute = field_attribute(constraint, i);
        const char *value = attribute ? xml_attribute(element, attribute) : NULL;
        if (value)
            buf_printf(out, "%s%s=\"%s\"", i ? ", " : "", attribute, value);
    }
}

/* Returns whether an element is in one that has been reported as a copy. */
static bool is_in_copy(const xmlNode *element)
{
    for (; element && element->type == XML_ELEMENT_NODE; element = element->parent) {
        const struct source_span *span = source_span(element);
        if (span && span->is_copy)
            return true;
    }
    return false;
}

/* Returns the outermost copy around an element that is a copy of the first: only that one is
 * reported. *first becomes its original. */
static xmlNodePtr outermost_copy(const xmlNode **first, xmlNodePtr element, const char *attribute)
{
    xmlNodePtr outermost = element, copy = element;
    const xmlNode *original = *first;
    while (original != copy && copy->type == XML_ELEMENT_NODE && copy_is(original, copy)) {
        if (xml_attribute(copy, attribute)) {
            outermost = copy;
            *first = original;
        }
        original = original->parent;
        copy = copy->parent;
    }
    return outermost;
}

/* Appends the place of a key's first holder, and whether the other is only a copy of it. */
static void hint_first(const xmlNode *first, xmlNodePtr element, struct buf *hint)
{
    int line = xml_place(first).line;
    if (copy_has_elements(element) && copy_is(first, element)) {
        source_span(element)->is_copy = true;
        buf_printf(hint, _("the whole <%s> is a copy of the first, on line %d: delete one of them"),
                   xml_name(element), line);
    } else {
        buf_printf(hint, _("the first is on line %d"), line);
    }
}

/* Reports a key that comes twice: the fault is the attribute's, unless the whole element is a copy
 * or is told from others by more than one. */
static bool report_key(struct validation *validation, const struct constraint *constraint,
                       xmlNodePtr element, struct buf *message, struct buf *hint)
{
    const char *attribute = field_attribute(constraint, 0);
    struct diag_place place = explain_place(element, attribute, true);
    if (!attribute || constraint->field_count != 1 || source_span(element)->is_copy)
        return explain_report(validation, element, RULE_XSD_KEY, place, message, hint);
    return explain_report_attribute(validation, element, attribute, RULE_XSD_KEY, place, message,
                                    hint);
}

static void report_duplicate(struct validation *validation, const struct constraint *constraint,
                             xmlNodePtr element, const char *attribute)
{
    struct buf message = {0}, hint = {0};
    const xmlNode *first = validation->errors < SEARCHED ? first_holder(constraint, element) : NULL;
    if (first && attribute && constraint->field_count == 1)
        element = outermost_copy(&first, element, attribute);
    write_key(constraint, element, &message);
    buf_printf(&message, _(" in <%s>: must not come twice"), xml_name(element));
    if (first)
        hint_first(first, element, &hint);
    if (report_key(validation, constraint, element, &message, &hint) && first)
        diag_relate(validation->diags, explain_place(first, attribute, true));
}

static void explain_duplicate(struct validation *validation, const xmlError *error)
{
    struct constraint constraint;
    xmlNodePtr element = error->node;
    if (!constraint_open(validation, constraint_name(validation, error->str2), &constraint))
        return;
    const char *attribute = field_attribute(&constraint, 0);
    if (!is_in_copy(element) && !explain_is_repeat(validation, element, attribute))
        report_duplicate(validation, &constraint, element, attribute);
    constraint_close(&constraint);
}

static void explain_incomplete(struct validation *validation, const xmlError *error)
{
    struct constraint constraint;
    struct source_span *span = source_span(error->node);
    /* A missing attribute or a wrong value has been reported. */
    if (span &&
        (span->faulty || span->faults || span->has_strange_attribute || span->has_faulty_content))
        return;
    if (!constraint_open(validation, constraint_name(validation, error->str1), &constraint))
        return;
    struct buf message = {0}, hint = {0};
    const xmlNode *element = error->node;
    buf_printf(&message, _("<%s> lacks what tells it from others: "), xml_name(element));
    for (size_t i = 0; i < constraint.field_count; i++)
        buf_printf(&message, "%s%s", i ? ", " : "",
                   constraint.fields[i] + (constraint.fields[i][0] == '@'));
    explain_report(validation, error->node, RULE_XSD_KEY, xml_place(element), &message, &hint);
    constraint_close(&constraint);
}

/* Proposes a key for the reference. Returns it in the tree's memory; NULL for none. */
static const char *hint_key(const struct validation *validation, const struct constraint *key,
                            xmlNodePtr element, const char *value, struct buf *hint)
{
    struct names known = {0};
    xmlXPathObjectPtr all = validation->errors < SEARCHED ? select_all(key, element) : NULL;
    const xmlNodeSet *set = all ? all->nodesetval : NULL;
    const char *attribute = field_attribute(key, 0);
    for (int i = 0; set && attribute && i < set->nodeNr; i++)
        if (xml_attribute(set->nodeTab[i], attribute))
            names_add(&known, xml_attribute(set->nodeTab[i], attribute));
    const char *meant = names_nearest(&known, value);
    if (meant)
        buf_printf(hint, _("did you mean %s?"), meant);
    names_free(&known);
    xmlXPathFreeObject(all);
    return meant;
}

/* Returns whether the reference may mean an element whose missing or wrong key has been reported;
 * any such when no right key is like it. */
static bool may_mean(const struct validation *validation, const xmlNode *holder,
                     const char *attribute, const char *value, bool is_only)
{
    const char *key = xml_attribute(holder, attribute), *builtin = NULL;
    const xmlNode *declaration =
        vocabulary_attribute(validation->vocabulary, xml_name(holder), attribute);
    if (!key || !declaration)
        return !key;
    struct names one = {.items = &key, .count = 1};
    return !vocabulary_fits(validation->vocabulary,
                            vocabulary_value_type(validation->vocabulary, declaration, &builtin),
                            key) &&
           (is_only || names_nearest(&one, value));
}

static bool means_faulty(const struct validation *validation, const struct constraint *key,
                         xmlNodePtr element, const char *value, bool is_only)
{
    xmlXPathObjectPtr all = select_all(key, element);
    const xmlNodeSet *set = all ? all->nodesetval : NULL;
    const char *attribute = field_attribute(key, 0);
    bool found = false;
    for (int i = 0; set && attribute && !found && i < set->nodeNr; i++)
        found = may_mean(validation, set->nodeTab[i], attribute, value, is_only);
    xmlXPathFreeObject(all);
    return found;
}

/* Returns whether a value is a number: any number is like another. */
static bool is_number(const char *value)
{
    return value[strspn(value, DIGITS)] == '\0';
}

static void report_reference(struct validation *validation, const struct constraint *key,
                             xmlNodePtr element, const char *attribute, const char *value)
{
    struct buf message = {0}, hint = {0};
    const char *meant = hint_key(validation, key, element, value, &hint);
    if (validation->errors < SEARCHED &&
        means_faulty(validation, key, element, value, !hint.size || is_number(value))) {
        buf_free(&hint);
        return;
    }
    buf_printf(&message, _("%s=\"%s\" in <%s> refers to nothing in this file"), attribute, value,
               xml_name(element));
    if (explain_report_attribute(validation, element, attribute, RULE_XSD_KEYREF,
                                 explain_place(element, attribute, true), &message, &hint) &&
        meant)
        diag_replace(validation->diags, meant);
}

static bool is_skipped(const struct attribute_holder *holder)
{
    while (holder && !holder->skipped)
        holder = holder->next;
    return holder != NULL;
}

/*
 * Reports references without a key. libxml2 gives neither node nor attribute, only the line: all
 * elements of that name and line with that value are at fault, since the value has no key anywhere.
 * Reported ones leave the list.
 */
static void report_references(struct validation *validation, const xmlError *error,
                              const struct constraint *key, const char *attribute)
{
    const char *name = constraint_name(validation, error->str1);
    const char *value = strchr(error->str2, '\'');
    size_t size = value ? strlen(++value) : 0;
    if (!name || size < 2)
        return;
    value = arena_strndup(validation->arena, value, size - 2); /* it ends in '] */
    if (is_skipped(*validate_holders(validation, field_attribute(key, 0), value)))
        return; /* the key may be in a part that libxml2 did not reach */
    struct attribute_holder **link = validate_holders(validation, attribute, value);
    while (*link && (*link)->element->line <= error->line) {
        xmlNodePtr element = (*link)->element;
        if (element->line == error->line && strcmp(xml_name(element), name) == 0) {
            *link = (*link)->next;
            report_reference(validation, key, element, attribute, value);
        } else {
            link = &(*link)->next;
        }
    }
}

static void explain_reference(struct validation *validation, const xmlError *error)
{
    struct constraint reference, key;
    if (!constraint_open(validation, constraint_name(validation, error->str3), &reference))
        return;
    const char *refer = vocabulary_property(reference.declaration, "refer");
    const char *attribute = field_attribute(&reference, 0);
    if (refer && attribute && constraint_open(validation, vocabulary_local(refer), &key)) {
        if (field_attribute(&key, 0))
            report_references(validation, error, &key, attribute);
        constraint_close(&key);
    }
    constraint_close(&reference);
}

void explain_key(struct validation *validation, const xmlError *error)
{
    if (!error->node && error->str3)
        explain_reference(validation, error);
    else if (error->node && error->str1 && error->str2)
        explain_duplicate(validation, error);
    else if (error->node)
        explain_incomplete(validation, error);
}
