/* Prefixes that nothing declares. */
#include "xml/balance.h"

#include "xml/xml.h"

#include <libxml/xmlerror.h>

#include <string.h>

static const char instance[] = "http://www.w3.org/2001/XMLSchema-instance";

/* Returns the size of a name's prefix; 0 when it has none. */
static size_t prefix_size(const char *name, size_t size)
{
    const char *colon = memchr(name, ':', size);
    return colon ? (size_t)(colon - name) : 0;
}

static bool is_attribute(const struct recovery *recovery, const struct token_attribute *attribute,
                         const char *name, size_t size)
{
    return attribute->name_size == size &&
           memcmp(recovery->bytes + attribute->name, name, size) == 0;
}

/* Returns whether a start tag declares the prefix. */
static bool declares(const struct recovery *recovery, const struct token *token, const char *prefix)
{
    const char *name = arena_printf(recovery->arena, "xmlns:%s", prefix);
    for (size_t i = 0; i < token->attribute_count; i++)
        if (is_attribute(recovery, &recovery->attributes[token->first_attribute + i], name,
                         strlen(name)))
            return true;
    return false;
}

static bool is_declared(const struct balance *balance, const struct element *element,
                        const char *prefix)
{
    if (strcmp(prefix, "xml") == 0 || strcmp(prefix, "xmlns") == 0 ||
        names_contain(&balance->declared, prefix))
        return true;
    for (int depth = 0; depth < SOURCE_DEPTH && balance_is_element(element); depth++) {
        if (declares(balance->recovery, balance_token(balance, element), prefix))
            return true;
        element = element->parent;
    }
    return false;
}

/* Declares the prefix in the root, and reports it unless is_silent: the schema reports the elements
 * of other namespaces. */
static void declare(struct balance *balance, const struct token *token, const char *prefix,
                    const char *uri, bool is_silent)
{
    struct recovery *recovery = balance->recovery;
    const struct token *root = balance_token(balance, balance->root);
    const struct fault fault = {
        .code = XML_NS_ERR_UNDEFINED_NAMESPACE, .offset = token->start + 1, .name = prefix};
    const char *text = arena_printf(recovery->arena, " xmlns:%s=\"%s\"", prefix, uri);
    size_t at = root->start + 1 + strlen(root->name);
    names_add(&balance->declared, prefix);
    if (is_silent)
        recovery_edit(recovery, at, 0, text);
    else
        recovery_fault(recovery, fault, at, 0, text);
}

/* Takes the prefix off an attribute that the element may have; takes out any other. */
static void mend_attribute(struct balance *balance, const struct token *token,
                           const struct token_attribute *attribute, size_t prefix)
{
    struct recovery *recovery = balance->recovery;
    const struct names *allowed = &recovery_model(recovery, token->name)->attributes;
    size_t local = attribute->name + prefix + 1;
    const char *name = recovery_name(recovery, local, attribute->name_size - prefix - 1);
    const struct fault fault = {.code = FAULT_ATTRIBUTE_PREFIX,
                                .offset = attribute->name,
                                .name = recovery_name(recovery, attribute->name, prefix)};
    recovery_fault_blank(recovery, fault, attribute->name,
                         names_contain(allowed, name) ? local : attribute->end + 1);
}

/* Mends an attribute's prefix. The schema reports xsi:type and xsi:nil; an attribute that names a
 * schema lacks only the prefix. */
static void check_attribute(struct balance *balance, const struct element *element,
                            const struct token_attribute *attribute)
{
    struct recovery *recovery = balance->recovery;
    const struct token *token = balance_token(balance, element);
    const char *name = recovery->bytes + attribute->name;
    size_t size = prefix_size(name, attribute->name_size);
    const char *prefix = size ? recovery_name(recovery, attribute->name, size) : NULL;
    if (!prefix || is_declared(balance, element, prefix))
        return;
    const char *local = name + size + 1;
    if (strcmp(prefix, "xsi") == 0)
        declare(balance, token, prefix, instance,
                !strstr(local, "chemaLocation") ||
                    strstr(local, "chemaLocation") > name + attribute->name_size);
    else
        mend_attribute(balance, token, attribute, size);
}

void balance_check_prefixes(struct balance *balance, const struct element *element)
{
    struct recovery *recovery = balance->recovery;
    const struct token *token = balance_token(balance, element);
    size_t size = prefix_size(token->name, strlen(token->name));
    const char *prefix = size ? arena_strndup(recovery->arena, token->name, size) : NULL;
    if (prefix && !is_declared(balance, element, prefix)) {
        bool is_known = recovery_knows(recovery, token->name);
        declare(balance, token, prefix,
                is_known ? XML_PYKALA : arena_printf(recovery->arena, "urn:%s", prefix), !is_known);
    }
    for (size_t i = 0; i < token->attribute_count; i++)
        check_attribute(balance, element, &recovery->attributes[token->first_attribute + i]);
}
