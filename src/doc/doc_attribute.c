#include "doc/doc_element.h"
#include "doc/doc_private.h"

#include "base/blank.h"
#include "base/message.h"

#include <string.h>

void doc_complain(const struct doc_complaints *complaints, enum rule rule, const char *hint,
                  const char *message, const char *what)
{
    if (doc_may_report(complaints->diags, complaints->place))
        diag_add(complaints->diags, rule, complaints->place, hint, message, what);
}

int doc_read_number(const char *value)
{
    int number = 0;
    for (; *value >= '0' && *value <= '9' && number <= 10000; value++)
        number = number * 10 + (*value - '0');
    return *value || number > 10000 ? 0 : number;
}

static unsigned class_bit(const char *name, size_t size)
{
    for (size_t i = 0; i < doc_class_count; i++)
        if (strlen(doc_class_names[i].name) == size &&
            memcmp(doc_class_names[i].name, name, size) == 0)
            return doc_class_names[i].bit;
    return 0;
}

static unsigned read_classes(const struct doc_complaints *complaints, unsigned allowed,
                             const char *value)
{
    unsigned classes = 0;
    while (*value) {
        size_t size = strcspn(value, BLANK);
        unsigned bit = class_bit(value, size);
        if (size && !(bit & allowed))
            doc_complain(complaints, RULE_PAGE_CLASS,
                         _("see the list of classes in the template guide"),
                         _("the class \"%s\" is not known here"),
                         arena_strndup(complaints->arena, value, size));
        classes |= bit & allowed;
        value += size;
        value += strspn(value, BLANK);
    }
    return classes;
}

static bool read_count(const struct doc_complaints *complaints, const char *value, int *count)
{
    *count = doc_read_number(value);
    if (*count > 0)
        return true;
    *count = 1;
    doc_complain(complaints, RULE_PAGE_ATTRIBUTE, _("write a whole number from 1"),
                 _("\"%s\" is not a count"), value);
    return true;
}

static enum doc_scope read_scope(const struct doc_complaints *complaints, const char *value)
{
    static const char *const names[] = {"", "col", "row", "colgroup", "rowgroup"};
    for (int i = 1; i < 5; i++)
        if (strcmp(value, names[i]) == 0)
            return (enum doc_scope)i;
    doc_complain(complaints, RULE_PAGE_ATTRIBUTE, _("use col, row, colgroup or rowgroup"),
                 _("\"%s\" is not a scope"), value);
    return DOC_SCOPE_COLUMN;
}

static bool read_cell_attribute(const struct doc_complaints *complaints, const char *name,
                                const char *value, struct doc_node *made)
{
    if (strcmp(name, "colspan") == 0)
        return read_count(complaints, value, &made->cell.column_span);
    if (strcmp(name, "rowspan") == 0)
        return read_count(complaints, value, &made->cell.row_span);
    if (strcmp(name, "headers") == 0)
        made->cell.headers = value;
    else if (strcmp(name, "scope") == 0 && made->cell.header)
        made->cell.scope = read_scope(complaints, value);
    else
        return false;
    return true;
}

static bool read_list_attribute(const struct doc_complaints *complaints, const char *name,
                                const char *value, struct doc_node *made)
{
    if (strcmp(name, "start") == 0)
        return read_count(complaints, value, &made->list.start);
    if (strcmp(name, "type") != 0)
        return false;
    if (strcmp(value, "1") != 0 && strcmp(value, "a") != 0)
        doc_complain(complaints, RULE_PAGE_ATTRIBUTE, _("use 1 or a"),
                     _("\"%s\" is not a list type"), value);
    else
        made->list.type = value[0];
    return true;
}

static bool read_image_attribute(const struct doc_complaints *complaints, const char *name,
                                 const char *value, struct doc_node *made)
{
    int millimetres;
    if (strcmp(name, "src") == 0) {
        made->image.source = value;
    } else if (strcmp(name, "alt") == 0) {
        made->image.alt = doc_plain(value, complaints->arena);
    } else if (strcmp(name, "width") == 0) {
        read_count(complaints, value, &millimetres);
        made->image.width = MM(millimetres);
    } else {
        return false;
    }
    return true;
}

/* Returns whether a paper may link to value: readers treat javascript:, file: and others at will.
 */
static bool is_address(const char *value)
{
    static const char *const beginnings[] = {"#", "https:", "mailto:"};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (strncmp(value, beginnings[i], strlen(beginnings[i])) == 0)
            return true;
    return false;
}

static bool read_link_attribute(const struct doc_complaints *complaints, const char *name,
                                const char *value, struct doc_node *made)
{
    if (strcmp(name, "href") == 0 && !is_address(value))
        doc_complain(complaints, RULE_PAGE_ATTRIBUTE, _("begin it with https:, mailto: or #"),
                     _("a link cannot lead to \"%s\""), value);
    if (strcmp(name, "href") == 0)
        made->link.href = value;
    else if (strcmp(name, "title") == 0)
        made->link.title = doc_is_empty(value) ? NULL : doc_plain(value, complaints->arena);
    else
        return false;
    return true;
}

static bool read_own_attribute(const struct doc_complaints *complaints,
                               const struct doc_element *element, const char *name,
                               const char *value, struct doc_node *made)
{
    if (element->attributes & (TAKES_SPANS | TAKES_SCOPE))
        return read_cell_attribute(complaints, name, value, made);
    if (element->attributes & TAKES_LIST)
        return read_list_attribute(complaints, name, value, made);
    if (element->attributes & TAKES_IMAGE)
        return read_image_attribute(complaints, name, value, made);
    if (element->attributes & TAKES_HREF)
        return read_link_attribute(complaints, name, value, made);
    if (!(element->attributes & TAKES_WORD) || strcmp(name, "title") != 0)
        return false;
    made->spoken = doc_plain(value, complaints->arena);
    return true;
}

/* Returns whether value has a language tag's form (RFC 5646): subtags of letters and digits,
 * letters first. */
static bool is_language(const char *value)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const char others[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    enum { MOST = 8 };
    size_t size = strspn(value, letters);
    while (size && size <= MOST && value[size] == '-') {
        value += size + 1;
        size = strspn(value, others);
    }
    return size && size <= MOST && !value[size];
}

void doc_language_check(const struct doc_complaints *complaints, const char *value)
{
    if (!is_language(value))
        doc_complain(complaints, RULE_PAGE_ATTRIBUTE, _("write it as fi, sv or en-GB"),
                     _("\"%s\" is not a language"), value);
}

void doc_attribute_read(const struct doc_complaints *complaints, const struct doc_element *element,
                        const char *name, const char *value, struct doc_node *node)
{
    if (strcmp(name, "class") == 0)
        node->classes = read_classes(complaints, element->classes, value);
    else if (strcmp(name, "id") == 0)
        node->id = value;
    else if (strcmp(name, "lang") == 0)
        node->lang = value;
    else if (!read_own_attribute(complaints, element, name, value, node))
        doc_complain(complaints, RULE_PAGE_ATTRIBUTE, _("see the template guide"),
                     _("the attribute \"%s\" is not known here"), name);
    if (strcmp(name, "lang") == 0)
        doc_language_check(complaints, value);
}

/* Complains of a symbol without its word, and of a word where there is no symbol. */
static void check_word(const struct doc_complaints *complaints, const struct doc_node *span)
{
    bool has_word = span->spoken && span->spoken[strspn(span->spoken, BLANK)];
    if (!(span->classes & DOC_SYMBOL) && span->spoken)
        doc_complain(complaints, RULE_PAGE_ATTRIBUTE, _("see the template guide"),
                     _("the attribute \"%s\" is not known here"), "title");
    if (span->classes & DOC_SYMBOL && !has_word)
        doc_complain(complaints, RULE_PAGE_ATTRIBUTE,
                     _("say with title what the sign means, for those who cannot see it"),
                     _("%s of class symbol without title"), "span");
}

static void check_image(const struct doc_complaints *complaints, const struct doc_node *image)
{
    const char *alt = image->image.alt;
    if (!image->image.source || !*image->image.source || !alt)
        doc_complain(complaints, RULE_PAGE_ATTRIBUTE,
                     _("say with alt what the picture shows, for those who cannot see it"),
                     _("%s without src or alt"), "img");
    else if (*alt && doc_is_empty(alt))
        doc_complain(complaints, RULE_PAGE_ATTRIBUTE,
                     _("say what the picture shows; alt=\"\" of one that shows nothing"),
                     _("%s with a blank alt"), "img");
}

void doc_attributes_check(const struct doc_complaints *complaints,
                          const struct doc_element *element, const struct doc_node *node)
{
    if (node->kind == DOC_LINK && !node->link.href)
        doc_complain(complaints, RULE_PAGE_ATTRIBUTE, NULL, _("%s without href"), element->name);
    if (node->kind == DOC_IMAGE)
        check_image(complaints, node);
    if (node->kind == DOC_SPAN)
        check_word(complaints, node);
    if (node->kind == DOC_CELL && node->cell.header && !node->cell.scope)
        doc_complain(complaints, RULE_PAGE_ATTRIBUTE, _("add scope=\"col\" or scope=\"row\""),
                     _("%s without scope"), element->name);
}
