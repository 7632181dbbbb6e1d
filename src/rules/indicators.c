#include "rules/rules_private.h"

#include "base/message.h"

#include <string.h>

/* Calls check with each indicator of the plan. */
static void each_indicator(struct rules_run *run,
                           void (*check)(struct rules_run *run, const xmlNode *indicator))
{
    xmlNodePtr root = rules_root(run->project->plan);
    for (xmlNodePtr element = root; element; element = rules_next_element(element, root))
        if (strcmp((const char *)element->name, "mittari") == 0 && xml_is_sound(element))
            check(run, element);
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

/* A target needs a limit, and something measured that can reach it. */
static void check_target(struct rules_run *run, const xmlNode *indicator)
{
    const xmlNode *target = rules_child(indicator, "tavoitearvo");
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

struct decimal {
    bool negative;
    const char *whole, *fraction;     /* without zeros at the front of whole */
    size_t whole_size, fraction_size; /* without zeros at the end of fraction */
};

/* Reads xs:decimal without the locale and without rounding. */
static struct decimal read_decimal(const char *text)
{
    struct decimal decimal = {.fraction = ""};
    text += strspn(text, " \t\r\n");
    decimal.negative = *text == '-';
    text += *text == '-' || *text == '+';
    text += strspn(text, "0");
    decimal.whole = text;
    decimal.whole_size = strspn(text, "0123456789");
    text += decimal.whole_size;
    if (*text == '.') {
        decimal.fraction = text + 1;
        decimal.fraction_size = strspn(text + 1, "0123456789");
    }
    while (decimal.fraction_size && decimal.fraction[decimal.fraction_size - 1] == '0')
        decimal.fraction_size--;
    if (!decimal.whole_size && !decimal.fraction_size)
        decimal.negative = false;
    return decimal;
}

static int sign_of(int order)
{
    return (order > 0) - (order < 0);
}

static int compare_magnitudes(const struct decimal *a, const struct decimal *b)
{
    if (a->whole_size != b->whole_size)
        return a->whole_size < b->whole_size ? -1 : 1;
    int order = memcmp(a->whole, b->whole, a->whole_size);
    size_t shared = a->fraction_size < b->fraction_size ? a->fraction_size : b->fraction_size;
    if (!order)
        order = memcmp(a->fraction, b->fraction, shared);
    if (!order)
        order = (a->fraction_size > shared) - (b->fraction_size > shared);
    return sign_of(order);
}

static int compare_decimals(const char *left, const char *right)
{
    struct decimal a = read_decimal(left), b = read_decimal(right);
    if (a.negative != b.negative)
        return a.negative ? -1 : 1;
    int order = compare_magnitudes(&a, &b);
    return a.negative ? -order : order;
}

static void check_range(struct rules_run *run, const xmlNode *indicator)
{
    const xmlNode *target = rules_child(indicator, "tavoitearvo");
    const char *lower = target ? xml_attribute(target, "alaraja") : NULL;
    const char *upper = target ? xml_attribute(target, "ylaraja") : NULL;
    if (lower && upper && compare_decimals(lower, upper) > 0)
        rules_report(run, xml_attribute_place(target, "alaraja"), _("mend one of the two"),
                     _("the lower limit %s of the indicator %s is above the upper limit %s"), lower,
                     id_of(indicator), upper);
}

void rules_indicator_range(struct rules_run *run)
{
    each_indicator(run, check_range);
}
