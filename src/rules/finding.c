#include "base/message.h"
#include "rules/rules_private.h"

#include <stdarg.h>

/* Counts a finding. Returns whether to report it; reports in place of the first that is one too
 * many that there are more. */
static bool is_wanted(struct rules_run *run, struct diag_place place, int most)
{
    if (run->findings < most) {
        run->findings++;
        return true;
    }
    if (!run->is_full)
        diag_add(run->diags, run->rule, place, NULL,
                 _("more than %d findings; the others are not told"), most);
    run->is_full = true;
    return false;
}

bool rules_report(struct rules_run *run, struct diag_place place, const char *hint,
                  const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (is_wanted(run, place, RULES_FINDINGS))
        diag_vadd(run->diags, run->rule, place, hint, format, arguments);
    va_end(arguments);
    return !run->is_full;
}

/* Returns the place of a stretch of a text. Goes on from the finding before, where that came before
 * it in the text. */
static struct diag_place text_place(struct rules_run *run, const xmlNode *text, size_t offset,
                                    size_t size)
{
    if (run->walk.text != text || offset < run->walked)
        run->walk = (struct xml_walk){0};
    run->walked = offset;
    return xml_walk_place(&run->walk, text, offset, size);
}

bool rules_report_text(struct rules_run *run, const xmlNode *text, size_t offset, size_t size,
                       const char *hint, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (is_wanted(run, xml_place(text->parent), RULES_TEXT_FINDINGS))
        diag_vadd(run->diags, run->rule, text_place(run, text, offset, size), hint, format,
                  arguments);
    va_end(arguments);
    return !run->is_full;
}
