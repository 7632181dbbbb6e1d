#include "validation/validate.h"

#include "base/message.h"

#include <string.h>

static void explain_missing_attribute(struct validation *validation, const xmlError *error)
{
    xmlNodePtr element = error->node;
    const char *attribute = error->str1 ? error->str1 : "";
    struct buf message = {0}, hint = {0};
    buf_printf(&message, _("<%s> lacks the attribute %s"), xml_name(element), attribute);
    buf_printf(&hint, _("add %s=\"…\""), attribute);
    buf_string(&hint, ". ");
    vocabulary_document(vocabulary_attribute(validation->vocabulary, xml_name(element), attribute),
                        &hint);
    explain_report_attribute(validation, element, attribute, RULE_XSD_ATTRIBUTE_MISSING,
                             xml_place(element), &message, &hint);
}

/* Reports libxml2's own sentence, without its prefix and {namespaces}: never silence. */
static void explain_other(struct validation *validation, const xmlError *error)
{
    struct buf message = {0}, hint = {0};
    const char *attribute = explain_attribute(validation, error);
    const char *from = strstr(error->message, "': ");
    from = from ? from + 3 : error->message;
    buf_printf(&message, "<%s>: ", error->node ? xml_name(error->node) : "");
    for (; *from && *from != '\n'; from++) {
        const char *brace = *from == '{' ? strchr(from, '}') : NULL;
        if (brace)
            from = brace;
        else
            buf_char(&message, *from);
    }
    explain_report(validation, error->node, RULE_XSD,
                   error->node ? explain_place(error->node, attribute, true)
                               : source_place(validation->source, 0),
                   &message, &hint);
}

static void explain_nothing(struct validation *validation, const xmlError *error)
{
    (void)validation, (void)error;
}

/* Errors of structure have been reported before libxml2 finds them (repair.c). */
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

/* Returns whether the error is about the stand-in for a missing element, which has been reported.
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
