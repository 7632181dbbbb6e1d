/* Errors in the value of an attribute or in an element's text. */
#include "validation/validate.h"

#include "base/memory.h"
#include "base/message.h"
#include "schema/suggestion.h"

#include <string.h>

enum { SHOWN = 60 /* bytes of a value in a message */ };

/* A value that an error is about. */
struct value {
    xmlNodePtr element;
    const char *attribute; /* NULL: the element's text */
    const char *text;
    const xmlNode *declaration, *type;
    const char *builtin; /* the XSD's built-in type below all */
};

static const char *or_empty(const char *string)
{
    return string ? string : "";
}

/* Begins a message: laji="x" in <osapuoli>, or "x" in <nimi>. */
static void write_subject(const struct value *value, struct buf *out)
{
    if (value->attribute)
        buf_printf(out, "%s=", value->attribute);
    buf_char(out, '"');
    buf_clipped(out, value->text, strlen(value->text), SHOWN);
    buf_printf(out, _("\" in <%s>"), xml_name(value->element));
    buf_string(out, ": ");
}

static const struct {
    const char *builtin, *words;
} builtins[] = {
    {"date", N_("must be a date as year-month-day, such as 2025-10-24")},
    {"gYearMonth", N_("must be a month, such as 2026-02")},
    {"gYear", N_("must be a year, such as 2025")},
    {"time", N_("must be a time, such as 13:00:00")},
    {"positiveInteger", N_("must be a whole number above zero")},
    {"nonNegativeInteger", N_("must be a whole number, zero or more")},
    {"integer", N_("must be a whole number")},
    {"decimal", N_("must be a number, with a full stop before decimals")},
    {"boolean", N_("must be true or false")},
    {"anyURI", N_("must be an address")},
    {"language", N_("must be a language code, such as fi or sv")},
};

static void write_builtin(const struct value *value, struct buf *out)
{
    for (size_t i = 0; value->builtin && i < sizeof builtins / sizeof *builtins; i++)
        if (strcmp(builtins[i].builtin, value->builtin) == 0) {
            buf_string(out, _(builtins[i].words));
            return;
        }
    buf_string(out, _("is not of the right form"));
}

static void write_enumeration(const struct validation *validation, const struct value *value,
                              const xmlError *error, struct buf *out, struct buf *hint,
                              struct buf *meant)
{
    struct names allowed = {0};
    vocabulary_values(validation->vocabulary, value->type, &allowed);
    buf_string(out, _("must be "));
    if (allowed.count)
        names_write(&allowed, false, out);
    else
        buf_string(out, or_empty(error->str2));
    suggestion_write(validation->vocabulary, value->type, value->builtin, value->text, hint, meant);
    names_free(&allowed);
}

/* The message of each facet. {1} stands for its limit. */
static const struct facet {
    int code;
    const char *words;
    bool is_length; /* libxml2 gives the value's own length, too */
} facets[] = {
    {XML_SCHEMAV_CVC_LENGTH_VALID, N_("must have exactly {1} characters"), true},
    {XML_SCHEMAV_CVC_MINLENGTH_VALID, N_("must have at least {1} characters"), true},
    {XML_SCHEMAV_CVC_MAXLENGTH_VALID, N_("must have at most {1} characters"), true},
    {XML_SCHEMAV_CVC_MININCLUSIVE_VALID, N_("must be at least {1}"), false},
    {XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID, N_("must be at most {1}"), false},
    {XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID, N_("must be more than {1}"), false},
    {XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID, N_("must be less than {1}"), false},
    {XML_SCHEMAV_CVC_TOTALDIGITS_VALID, N_("must have at most {1} digits"), false},
    {XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID, N_("must have at most {1} decimals"), false},
    {XML_SCHEMAV_CVC_AU, N_("must be {1}"), false},
};

static const struct facet *facet_of(const xmlError *error)
{
    for (size_t i = 0; i < sizeof facets / sizeof *facets; i++)
        if (facets[i].code == error->code)
            return &facets[i];
    return NULL;
}

/* Returns whether libxml2 gives the value, before the limit: not with the length of an element's
 * text. */
static bool tells_value(const xmlError *error)
{
    const struct facet *facet = facet_of(error);
    return !facet || !facet->is_length || error->str3;
}

static bool write_facet(const xmlError *error, struct buf *out)
{
    const struct facet *facet = facet_of(error);
    if (!facet)
        return false;
    const char *words = _(facet->words);
    const char *mark = strstr(words, "{1}");
    const char *limit = or_empty(error->str3 ? error->str3 : error->str2);
    buf_append(out, words, mark ? (size_t)(mark - words) : strlen(words));
    if (mark)
        buf_printf(out, "%s%s", limit, mark + 3);
    return true;
}

static bool is_blank(const char *text)
{
    return text[strspn(text, BLANK)] == '\0';
}

static void write_reason(const struct validation *validation, const struct value *value,
                         const xmlError *error, struct buf *out, struct buf *hint,
                         struct buf *meant)
{
    if (error->code == XML_SCHEMAV_CVC_ENUMERATION_VALID)
        write_enumeration(validation, value, error, out, hint, meant);
    else if (is_blank(value->text))
        buf_string(out, _("must not be empty"));
    else if (!write_facet(error, out))
        write_builtin(value, out);
}

static const char *text_of(struct validation *validation, const xmlError *error)
{
    if (tells_value(error))
        return or_empty(error->str1);
    xmlChar *content = xmlNodeGetContent(error->node);
    const char *text = arena_strdup(validation->arena, content ? (const char *)content : "");
    xmlFree(content);
    return text;
}

static struct value value_of(struct validation *validation, const xmlError *error)
{
    struct value value = {
        .element = validation->item ? validation->item->element : error->node,
        .attribute = explain_attribute(validation, error),
        .text = text_of(validation, error),
    };
    const char *name = xml_name(value.element);
    value.declaration = value.attribute
                            ? vocabulary_attribute(validation->vocabulary, name, value.attribute)
                            : vocabulary_global(validation->vocabulary, "element", name);
    if (value.declaration)
        value.type =
            vocabulary_value_type(validation->vocabulary, value.declaration, &value.builtin);
    return value;
}

/* Puts off a list until libxml2, which reports only the first item, has finished. Returns false for
 * other values. */
static bool is_put_off(struct validation *validation, const struct value *value)
{
    if (!value->attribute || validation->item ||
        !vocabulary_is_list(validation->vocabulary, value->declaration) || is_blank(value->text))
        return false;
    GROW(validation->lists, validation->list_count, validation->list_capacity);
    validation->lists[validation->list_count++] =
        (struct listed_value){.element = value->element, .attribute = value->attribute};
    return true;
}

static struct diag_place place_of(const struct validation *validation, const struct value *value)
{
    if (validation->item)
        return validation->item->place;
    return explain_place(value->element, value->attribute, true);
}

static void write_error(const struct validation *validation, const struct value *value,
                        const xmlError *error, struct buf *message, struct buf *hint,
                        struct buf *meant)
{
    write_subject(value, message);
    write_reason(validation, value, error, message, hint, meant);
    if (!hint->size)
        suggestion_write(validation->vocabulary, value->type, value->builtin, value->text, hint,
                         meant);
    bool is_optional =
        value->attribute && value->declaration &&
        !vocabulary_is_required(validation->vocabulary, xml_name(value->element), value->attribute);
    if (!hint->size && is_blank(value->text) && is_optional)
        buf_printf(hint, _("fill it in, or delete %s=\"\""), value->attribute);
    /* Explains what a missing value is for, and what a wrong one looks like. */
    if (!hint->size && is_blank(value->text))
        vocabulary_document(value->declaration, hint);
    if (!hint->size && !vocabulary_document_type(validation->vocabulary, value->type, hint))
        vocabulary_document(value->declaration, hint);
}

void explain_value(struct validation *validation, const xmlError *error)
{
    struct value value = value_of(validation, error);
    struct buf message = {0}, hint = {0}, meant = {0};
    const struct source_span *span = source_span(value.element);
    if (explain_is_repeat(validation, value.element, value.attribute) ||
        explain_is_made_up(value.element, value.attribute) ||
        (!value.attribute && span && span->lacks_content) || is_put_off(validation, &value))
        return;
    if (validation->errors <= SOURCE_ERRORS) /* more aren't reported */
        write_error(validation, &value, error, &message, &hint, &meant);
    struct diag_place place = place_of(validation, &value);
    if (!value.attribute)
        explain_report_content(validation, value.element, RULE_XSD_TYPE, place, &message, &hint);
    else if (explain_report_attribute(validation, value.element, value.attribute, RULE_XSD_TYPE,
                                      place, &message, &hint) &&
             meant.size) {
        diag_replace(validation->diags, meant.data);
        if (suggestion_is_certain(value.builtin, error->code == XML_SCHEMAV_CVC_ENUMERATION_VALID,
                                  value.text, meant.data))
            diag_certain(validation->diags);
    }
    buf_free(&meant);
}

void explain_item(struct validation *validation, const xmlError *error)
{
    const char *attribute = explain_attribute(validation, error);
    if (attribute && strcmp(attribute, validation->item->attribute) == 0 &&
        error->code >= XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1 &&
        error->code <= XML_SCHEMAV_CVC_ENUMERATION_VALID)
        explain_value(validation, error);
}
