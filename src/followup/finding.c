#include "base/message.h"
#include "followup/check.h"

#include <stdarg.h>

/* Returns "joutsa, measure asuminen, indicator selvitys", as far as the check has come. */
static const char *subject(const struct check *check)
{
    if (!check->party_id)
        return "–";
    if (check->indicator_id)
        return arena_printf(check->arena, _("%s, measure %s, indicator %s"), check->party_id,
                            check->measure_id, check->indicator_id);
    if (check->measure_id)
        return arena_printf(check->arena, _("%s, measure %s"), check->party_id, check->measure_id);
    return check->party_id;
}

/* Reports once, as one finding more, that there are too many. */
static void report_too_many(struct check *check, struct diag_place place)
{
    if (check->errors + check->warnings > CHECK_FINDINGS)
        return;
    diag_add(check->diags, RULE_XML_ERRORS, place, _("mend the first ones and check again"),
             _("more than %d findings; the others are not told"), CHECK_FINDINGS);
    check->errors++;
}

bool check_report(struct check *check, struct diag_place place, const char *hint,
                  const char *format, ...)
{
    va_list arguments;
    enum diag_severity severity = diags_severity(check->diags, check->rule);
    if (!diags_want(check->diags, check->rule))
        return false; /* the project doesn't want the rule */
    if (check->errors + check->warnings >= CHECK_FINDINGS) {
        report_too_many(check, place);
        return false;
    }
    va_start(arguments, format);
    const char *message = arena_vprintf(check->arena, format, arguments);
    va_end(arguments);
    diag_add(check->diags, check->rule, place, hint, "%s: %s", subject(check), message);
    check->errors += severity >= DIAG_ERROR;
    check->warnings += severity == DIAG_WARNING;
    return true;
}

void check_report_unknown(struct check *check, const xmlNode *element, const char *attribute,
                          const char *meant, const char *message)
{
    const char *hint = meant ? arena_printf(check->arena, _("did you mean %s?"), meant) : NULL;
    if (check_report(check, xml_attribute_place(element, attribute), hint, "%s", message) && meant)
        diag_replace(check->diags, meant);
}

const char *check_field(const struct check *check, const xmlNode *element, const char *attribute)
{
    return followup_field(element, attribute, check->arena);
}

struct decimal check_number(const struct check *check, const xmlNode *element,
                            const char *attribute)
{
    return element && xml_knows(element, attribute)
               ? decimal_read(check_field(check, element, attribute))
               : (struct decimal){0};
}
