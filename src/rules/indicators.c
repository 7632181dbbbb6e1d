#include "rules/rules_private.h"

#include "base/memory.h"
#include "base/message.h"

#include <libxml/hash.h>
#include <libxml/xmlschemastypes.h>

#include <string.h>

/* Calls check with each indicator of the plan, version by version. */
static void each_indicator(struct rules_run *run,
                           void (*check)(struct rules_run *run, const xmlNode *indicator))
{
    for (size_t i = 0; i < run->project->version_count; i++) {
        xmlNodePtr root = rules_root(run->project->versions[i].document);
        for (xmlNodePtr element = root; element; element = rules_next_element(element, root))
            if (strcmp((const char *)element->name, "mittari") == 0 && rules_can_read(run, element))
                check(run, element);
    }
}

static const char *id_of(const xmlNode *indicator)
{
    const char *id = xml_attribute(indicator, "tunnus");
    return id ? id : "";
}

static void check_reporter(struct rules_run *run, const xmlNode *indicator)
{
    bool has_reporter = xml_attribute(indicator, "raportoija") != NULL;
    if (xml_has(indicator, "taso", "alue") && !has_reporter)
        rules_report(run, xml_place(indicator),
                     _("name the party that reports it as raportoija=\"…\""),
                     _("nobody reports the region's indicator %s"), id_of(indicator));
    else if (xml_has(indicator, "taso", "osapuoli") && has_reporter)
        rules_report(run, xml_attribute_place(indicator, "raportoija"),
                     _("leave raportoija out, or make the indicator taso=\"alue\""),
                     _("each party reports the indicator %s, so it has no reporter"),
                     id_of(indicator));
}

void rules_indicator_reporter(struct rules_run *run)
{
    each_indicator(run, check_reporter);
}

static bool is_measured(const xmlNode *indicator)
{
    return xml_has(indicator, "laji", "lukumaara") || xml_has(indicator, "laji", "osuus") ||
           xml_has(indicator, "laji", "mittausarvo");
}

/* Reports a target without a limit, or without a number that can reach it. */
static void check_target(struct rules_run *run, const xmlNode *indicator)
{
    const xmlNode *target = rules_child(run, indicator, "tavoitearvo");
    if (!target)
        return;
    if (!xml_attribute(target, "alaraja") && !xml_attribute(target, "ylaraja"))
        rules_report(run, xml_place(target), _("give alaraja, ylaraja or both"),
                     _("the target of the indicator %s has no limit"), id_of(indicator));
    else if (!is_measured(indicator))
        rules_report(
            run, xml_place(target),
            _("leave the target out, or make the indicator one that asks for a number"),
            _("the indicator %s of the kind %s is not a number, so it has no target value"),
            id_of(indicator), xml_attribute(indicator, "laji"));
}

void rules_indicator_target(struct rules_run *run)
{
    each_indicator(run, check_target);
}

/* Returns whether one xs:decimal is greater than another, whatever their size. */
static bool is_greater(const char *left, const char *right)
{
    xmlSchemaTypePtr type = xmlSchemaGetBuiltInType(XML_SCHEMAS_DECIMAL);
    xmlSchemaValPtr a = NULL, b = NULL;
    bool are_decimals = xmlSchemaValPredefTypeNode(type, (const xmlChar *)left, &a, NULL) == 0 &&
                        xmlSchemaValPredefTypeNode(type, (const xmlChar *)right, &b, NULL) == 0;
    bool is_greater = are_decimals && xmlSchemaCompareValues(a, b) == 1;
    xmlSchemaFreeValue(a);
    xmlSchemaFreeValue(b);
    return is_greater;
}

static void check_range(struct rules_run *run, const xmlNode *indicator)
{
    const xmlNode *target = rules_child(run, indicator, "tavoitearvo");
    const char *lower = target ? xml_attribute(target, "alaraja") : NULL;
    const char *upper = target ? xml_attribute(target, "ylaraja") : NULL;
    if (lower && upper && is_greater(lower, upper))
        rules_report(run, xml_attribute_place(target, "alaraja"), _("mend one of the two"),
                     _("the lower limit %s of the indicator %s is above the upper limit %s"), lower,
                     id_of(indicator), upper);
}

void rules_indicator_range(struct rules_run *run)
{
    each_indicator(run, check_range);
}

/* Words for an outcome (sanat), and the kind of indicator whose answers have it. */
static const struct {
    const char *word, *kind;
} outcomes[] = {
    {"kylla", "kyllaEi"},        {"ei", "kyllaEi"},          {"tehty", "tehtyEiTehty"},
    {"eiTehty", "tehtyEiTehty"}, {"kesken", "tehtyEiTehty"},
};

static void check_words(struct rules_run *run, const xmlNode *indicator)
{
    const xmlNode *words = rules_child(run, indicator, "sanat");
    const char *kind = xml_attribute(indicator, "laji");
    for (size_t i = 0; words && i < sizeof outcomes / sizeof *outcomes; i++)
        if (xml_attribute(words, outcomes[i].word) && !xml_has(indicator, "laji", outcomes[i].kind))
            rules_report(run, xml_attribute_place(words, outcomes[i].word), _("leave it out"),
                         _("%s: an indicator of the kind %s has no such answer"), outcomes[i].word,
                         kind);
    if (words && xml_has(indicator, "laji", "teksti"))
        rules_report(run, xml_place(words), _("leave <sanat> out"),
                     _("the indicator %s asks for words, so its answers have no others"),
                     id_of(indicator));
}

void rules_indicator_words(struct rules_run *run)
{
    each_indicator(run, check_words);
}

static void check_deadline(struct rules_run *run, const xmlNode *indicator)
{
    const char *deadline = xml_attribute(indicator, "maaraaika");
    const xmlNode *plan = xmlDocGetRootElement(indicator->doc);
    const char *begins = xml_knows(plan, "kausiAlkaa") ? xml_attribute(plan, "kausiAlkaa") : NULL;
    if (!deadline)
        return;
    if (!xml_has(indicator, "laji", "kyllaEi") && !xml_has(indicator, "laji", "tehtyEiTehty"))
        rules_report(
            run, xml_attribute_place(indicator, "maaraaika"), _("leave maaraaika out"),
            _("the indicator %s of the kind %s is not done on a day, so it has no deadline"),
            id_of(indicator), xml_attribute(indicator, "laji"));
    else if (begins && strncmp(deadline, begins, 4) < 0)
        rules_report(
            run, xml_attribute_place(indicator, "maaraaika"), _("mend the day"),
            _("the deadline %s of the indicator %s is before the plan's term, which begins "
              "in %s"),
            deadline, id_of(indicator), begins);
}

void rules_indicator_deadline(struct rules_run *run)
{
    each_indicator(run, check_deadline);
}

/* Returns whether an indicator's answer says that something has happened or has not. */
static bool says_whether(const xmlNode *indicator)
{
    return xml_has(indicator, "laji", "kyllaEi") || xml_has(indicator, "laji", "tehtyEiTehty");
}

/* Returns the next indicator of a plan, or NULL. */
static xmlNodePtr next_indicator(xmlNodePtr element, xmlNodePtr root)
{
    do
        element = rules_next_element(element, root);
    while (element && strcmp((const char *)element->name, "mittari") != 0);
    return element;
}

/* Returns the indicators of the whole region by their ids; NULL where one's id isn't known. */
static xmlHashTablePtr regional_indicators(const struct rules_run *run, xmlNodePtr root)
{
    xmlHashTablePtr table = xmlHashCreate(0);
    if (!table)
        memory_exhausted();
    for (xmlNodePtr one = next_indicator(root, root); one; one = next_indicator(one, root)) {
        const char *id = xml_attribute(one, "tunnus");
        if (!rules_can_read(run, one) || !id) {
            xmlHashFree(table, NULL);
            return NULL;
        }
        if (xml_has(one, "taso", "alue"))
            xmlHashUpdateEntry(table, (const xmlChar *)id, one, NULL);
    }
    return table;
}

static void check_presupposed(struct rules_run *run, const xmlNode *indicator,
                              xmlHashTablePtr regional)
{
    const char *id = xml_attribute(indicator, "edellyttaa");
    if (!id)
        return;
    const xmlNode *presupposed = xmlHashLookup(regional, (const xmlChar *)id);
    struct diag_place place = xml_attribute_place(indicator, "edellyttaa");
    if (!says_whether(indicator))
        rules_report(run, place, _("leave edellyttaa out"),
                     _("the indicator %s of the kind %s presupposes nothing"), id_of(indicator),
                     xml_attribute(indicator, "laji"));
    else if (!presupposed || presupposed == indicator)
        rules_report(run, place, _("name another indicator with taso=\"alue\", or leave it out"),
                     _("the plan has no indicator %s that one party answers for the region"), id);
    else if (!says_whether(presupposed) && !xml_has(presupposed, "laji", "lukumaara"))
        rules_report(run, place,
                     _("name an indicator of the kind kyllaEi, tehtyEiTehty or lukumaara"),
                     _("the indicator %s doesn't say whether something has happened"), id);
}

void rules_indicator_presupposed(struct rules_run *run)
{
    for (size_t i = 0; i < run->project->version_count; i++) {
        xmlNodePtr root = rules_root(run->project->versions[i].document);
        xmlHashTablePtr regional = root ? regional_indicators(run, root) : NULL;
        xmlNodePtr one = regional ? next_indicator(root, root) : NULL;
        for (; one; one = next_indicator(one, root))
            check_presupposed(run, one, regional);
        xmlHashFree(regional, NULL);
    }
}
