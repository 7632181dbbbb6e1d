/*
 * A plan that is changed: each year is asked and counted by the version in force on its last day.
 * Of tests/data/versiot 2026 and 2027 answer the version 1.0, and 2028 answers 1.1.
 *
 *              alpi                berta
 * edustaja     ei → kylla          kylla → kylla           only in 1.0
 * matka        7 → 8               9 → 9                   only in 1.0, with the measure tieto
 * kokoukset    1 → 2 → 3           3 → 3 → 5               at least 2 in 1.0, 4 in 1.1
 * harjoitukset         1                   2               only in 1.1, with the measure valmius
 */
#include "followup_fixture.h"

/* What a year's summary says of an indicator, of a party (or of all) in it. */
static const struct {
    int year;
    const char *indicator, *element, *party, *attribute, *value; /* NULL: it must not be there */
} figures[] = {
    {2026, "edustaja", "mittarikooste", NULL, "kylla", "1"},
    {2026, "kokoukset", "mittarikooste", NULL, "yksikko", "kertaa"},
    {2026, "kokoukset", "mittarikooste", NULL, "tavoitteessa", "1"},
    {2027, "edustaja", "mittarikooste", NULL, "kylla", "2"},
    {2027, "edustaja", "mittarikooste", NULL, "muutos", "1"},
    {2027, "matka", "mittarikooste", NULL, "mediaani", "8.5"},
    {2027, "kokoukset", "mittarikooste", NULL, "alaraja", "2"},
    {2027, "kokoukset", "mittarikooste", NULL, "tavoitteessa", "2"},
    {2027, "kokoukset", "osapuolenvastaus", "alpi", "tavoite", "saavutettu"},
    {2028, "kokoukset", "mittarikooste", NULL, "yksikko", "kokousta"},
    {2028, "kokoukset", "mittarikooste", NULL, "alaraja", "4"},
    {2028, "kokoukset", "mittarikooste", NULL, "tavoitteessa", "1"},
    {2028, "kokoukset", "mittarikooste", NULL, "summa", "8"},
    {2028, "kokoukset", "mittarikooste", NULL, "muutos", "3"}, /* alpi +1, berta +2 */
    {2028, "kokoukset", "mittarikooste", NULL, "verrattavia", "2"},
    {2028, "kokoukset", "osapuolenvastaus", "alpi", "tavoite", "alle"},
    {2028, "kokoukset", "osapuolenvastaus", "alpi", "muutos", "1"},
    {2028, "kokoukset", "osapuolenvastaus", "alpi", "edellinen", "arvo"},
    {2028, "kokoukset", "osapuolenvastaus", "alpi", "edellinenArvo", "2"},
    {2028, "harjoitukset", "mittarikooste", NULL, "summa", "3"},
    {2028, "harjoitukset", "mittarikooste", NULL, "muutos", NULL},
    {2028, "harjoitukset", "mittarikooste", NULL, "verrattavia", NULL},
    {2028, "harjoitukset", "osapuolenvastaus", "alpi", "edellinen", NULL},
    {2029, "harjoitukset", "osapuolenvastaus", "alpi", "edellinenArvo", "1"},
    {2029, "harjoitukset", "osapuolenvastaus", "alpi", "vastaus", "eiRaportoitu"},
};

/* Which measures and indicators a year's summary has. */
static const struct {
    int year;
    const char *element, *attribute, *id;
    bool is_there;
} elements[] = {
    {2027, "mittarikooste", "mittari", "edustaja", true},
    {2027, "mittarikooste", "mittari", "harjoitukset", false},
    {2027, "toimenpidekooste", "toimenpide", "tieto", true},
    {2027, "toimenpidekooste", "toimenpide", "valmius", false},
    {2028, "mittarikooste", "mittari", "edustaja", false},
    {2028, "mittarikooste", "mittari", "matka", false},
    {2028, "toimenpidekooste", "toimenpide", "tieto", false},
    {2028, "toimenpidekooste", "toimenpide", "valmius", true},
    {2028, "toimenpidekooste", "toimenpide", "asuminen", true},
};

/* The trend up to the last year of an indicator: the years, and its figures. */
static const struct {
    int last;
    const char *indicator, *year, *figure; /* NULL: the year has no place in it */
} trends[] = {
    {2027, "kokoukset", "2026", "4"},     {2027, "kokoukset", "2027", "5"},
    {2028, "kokoukset", "2026", "4"},     {2028, "kokoukset", "2027", "5"},
    {2028, "kokoukset", "2028", "8"},     {2028, "harjoitukset", "2026", NULL},
    {2028, "harjoitukset", "2027", NULL}, {2028, "harjoitukset", "2028", "3"},
};

static int set_up(void **state)
{
    static struct followup_fixture fixture;
    followup_fixture_load(&fixture, "tests/data/versiot", 2029);
    *state = &fixture;
    return diags_count(fixture.diags) ? -1 : 0;
}

static int tear_down(void **state)
{
    followup_fixture_free(*state);
    return 0;
}

static void figures_are_by_the_years_version(void **state)
{
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        xmlDocPtr document = followup_fixture_summary(*state, figures[i].year, false);
        const xmlNode *found = find_element(xmlDocGetRootElement(document), "mittarikooste",
                                            "mittari", figures[i].indicator);
        if (figures[i].party)
            found = find_element(found, figures[i].element, "osapuoli", figures[i].party);
        assert_non_null(found);
        same_text(figures[i].value, xml_attribute(found, figures[i].attribute));
        xmlFreeDoc(document);
    }
}

static void a_year_has_what_its_version_asks(void **state)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        xmlDocPtr document = followup_fixture_summary(*state, elements[i].year, false);
        assert_int_equal(find_element(xmlDocGetRootElement(document), elements[i].element,
                                      elements[i].attribute, elements[i].id) != NULL,
                         elements[i].is_there);
        xmlFreeDoc(document);
    }
}

static void a_trend_goes_on_across_versions(void **state)
{
    for (size_t i = 0; i < sizeof trends / sizeof *trends; i++) {
        xmlDocPtr document = followup_fixture_summary(*state, trends[i].last, false);
        const xmlNode *indicator = find_element(xmlDocGetRootElement(document), "mittarikooste",
                                                "mittari", trends[i].indicator);
        const xmlNode *year = find_element(indicator, "trendi", "vuosi", trends[i].year);
        assert_int_equal(year != NULL, trends[i].figure != NULL);
        if (year)
            same_text(trends[i].figure, xml_attribute(year, "arvo"));
        xmlFreeDoc(document);
    }
}

static void a_summary_names_its_version(void **state)
{
    static const char *const versions[] = {"1.0", "1.0", "1.1", "1.1"};
    for (int year = 2026; year <= 2029; year++) {
        xmlDocPtr document = followup_fixture_summary(*state, year, false);
        const xmlNode *root = xmlDocGetRootElement(document);
        assert_string_equal(xml_attribute(root, "versio"), versions[year - 2026]);
        assert_string_equal(xml_attribute(root, "suunnitelma"), "suunnitelma");
        xmlFreeDoc(document);
    }
}

/* What is proposed about a measure that a later version doesn't have stays a proposal about it. */
static void a_proposal_keeps_its_measure(void **state)
{
    xmlDocPtr document = followup_fixture_summary(*state, 2027, false);
    const xmlNode *proposal =
        find_element(xmlDocGetRootElement(document), "muutosehdotus", "osapuoli", "alpi");
    assert_string_equal(xml_attribute(proposal, "toimenpide"), "tieto");
    xmlFreeDoc(document);
}

static char *form_of(const struct followup_fixture *fixture, int year)
{
    struct buf text = {0};
    followup_form(fixture->followup, year, 0, &text);
    return text.data;
}

/* The first form by the new version has last year's figures of what goes on. */
static void a_form_asks_by_the_years_version(void **state)
{
    char *old = form_of(*state, 2027), *new = form_of(*state, 2028);
    assert_non_null(strstr(old, "versio=\"1.0\""));
    assert_non_null(strstr(old, "mittari=\"edustaja\""));
    assert_non_null(strstr(new, "versio=\"1.1\""));
    assert_null(strstr(new, "mittari=\"edustaja\""));
    assert_non_null(strstr(new, "mittari=\"harjoitukset\""));
    assert_non_null(strstr(new, "vähintään 4 kokousta.\n         Viime vuonna (2027): 2 kertaa"));
    assert_non_null(strstr(new, "Viime vuoden vastuuhenkilöt: asuntosihteeri"));
    free(old);
    free(new);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_by_the_years_version),
        cmocka_unit_test(a_year_has_what_its_version_asks),
        cmocka_unit_test(a_trend_goes_on_across_versions),
        cmocka_unit_test(a_summary_names_its_version),
        cmocka_unit_test(a_proposal_keeps_its_measure),
        cmocka_unit_test(a_form_asks_by_the_years_version),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
