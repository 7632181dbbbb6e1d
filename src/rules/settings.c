/* Severities that a project sets: hanke/saannot. */
#include "rules/rules_private.h"

#include "base/buf.h"
#include "base/message.h"
#include "base/rule.h"

#include <string.h>

static void report_unknown(const xmlNode *setting, const char *id, struct diags *diags)
{
    struct buf hint = {0};
    const char *meant = rule_nearest(id);
    if (meant)
        buf_printf(&hint, _("did you mean %s?"), meant);
    else
        buf_string(&hint, _("pykala check --list-rules tells which there are"));
    diag_add(diags, RULE_RULE_SETTING, xml_attribute_place(setting, "tunnus"), hint.data,
             _("there is no rule %s"), id);
    if (meant)
        diag_replace(diags, meant);
    buf_free(&hint);
}

static void set(const xmlNode *setting, enum rule rule, struct diags *diags)
{
    static const struct {
        const char *word;
        enum diag_severity severity;
        bool is_off;
    } words[] = {{"virhe", DIAG_ERROR, false},
                 {"varoitus", DIAG_WARNING, false},
                 {"huomautus", DIAG_INFO, false},
                 {"pois", DIAG_INFO, true}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (xml_has(setting, "vakavuus", words[i].word))
            diags_override(diags, rule, words[i].severity, words[i].is_off);
}

static void read_setting(const xmlNode *setting, struct diags *diags)
{
    const char *id = xml_attribute(setting, "tunnus");
    enum rule rule = id ? rule_find(id) : RULE_COUNT;
    bool is_rule = rule != RULE_COUNT, is_sound = xml_knows_all(setting, "tunnus vakavuus");
    bool is_settable = is_rule && rule_info(rule)->is_settable;
    if (is_settable && is_sound)
        set(setting, rule, diags);
    else if (is_settable)
        diags_override(diags, rule, DIAG_INFO, true); /* till it is known what is wanted of it */
    else if (is_rule)
        diag_add(diags, RULE_RULE_SETTING, xml_attribute_place(setting, "tunnus"),
                 _("delete it; without that rule the data could not be used"),
                 _("the severity of the rule %s cannot be set"), id);
    else if (id && is_sound)
        report_unknown(setting, id, diags);
}

void rules_read_settings(const struct input_project *project, struct diags *diags)
{
    diags_forget_overrides(diags); /* another project's */
    const xmlNode *settings = xml_child(rules_root(project->project), "saannot");
    for (xmlNodePtr setting = xml_child(settings, "saanto"); setting;
         setting = xml_next(setting, "saanto"))
        read_setting(setting, diags);
}
