/*
 * Whose answers count in a year: those who are parties of the agreement on its last day. Of
 * tests/data/days berta is one to the end of 2026, celia from 2027 on, dora to June 2027.
 */
#include "followup_fixture.h"

/* What a year's summary says of an indicator, of a party (or of all) in it. */
static const struct {
    int year;
    const char *indicator, *element, *party, *attribute, *value; /* NULL: it must not be there */
} figures[] = {
    {2026, "siltoja", "mittarikooste", NULL, "odotettu", "3"},
    {2026, "siltoja", "mittarikooste", NULL, "vastanneita", "2"},
    {2026, "siltoja", "mittarikooste", NULL, "eiRaportoitu", "1"}, /* dora; not celia */
    {2026, "siltoja", "mittarikooste", NULL, "summa", "8"},
    {2026, "alueella", "mittarikooste", NULL, "odotettu", "1"},
    {2026, "alueella", "osapuolenvastaus", "berta", "arvo", "8"},
    {2027, "siltoja", "mittarikooste", NULL, "odotettu", "2"},
    {2027, "siltoja", "mittarikooste", NULL, "eiRaportoitu", "0"}, /* neither berta nor dora */
    {2027, "siltoja", "mittarikooste", NULL, "summa", "11"},
    {2027, "siltoja", "mittarikooste", NULL, "verrattavia", "1"},
    {2027, "siltoja", "osapuolenvastaus", "alpi", "edellinenArvo", "3"},
    {2027, "siltoja", "osapuolenvastaus", "celia", "edellinen", NULL}, /* it wasn't asked */
    {2027, "alueella", "mittarikooste", NULL, "odotettu", "0"},
};

/* Whether the summary of a year has a row of a party. */
static const struct {
    int year;
    const char *element, *party;
    bool is_there;
} rows[] = {
    {2026, "osapuolitilanne", "berta", true},  {2026, "osapuolitilanne", "celia", false},
    {2026, "osapuolentila", "celia", false},   {2026, "osapuolitilanne", "dora", true},
    {2027, "osapuolitilanne", "berta", false}, {2027, "osapuolentila", "berta", false},
    {2027, "osapuolenvastaus", "dora", false}, {2027, "osapuolitilanne", "celia", true},
};

static int set_up(void **state)
{
    static struct followup_fixture fixture;
    followup_fixture_load(&fixture, "tests/data/days", 2027);
    *state = &fixture;
    return diags_count(fixture.diags) ? -1 : 0;
}

static int tear_down(void **state)
{
    followup_fixture_free(*state);
    return 0;
}

/* The summary of a year. Owned by the caller. */
static xmlDocPtr summarise(const struct followup_fixture *fixture, int year)
{
    xmlDocPtr document = xmlNewDoc((const xmlChar *)"1.0");
    xmlDocSetRootElement(document, followup_tree(fixture->followup, year, false, document));
    return document;
}

static void counts_are_of_the_years_parties(void **state)
{
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        xmlDocPtr document = summarise(*state, figures[i].year);
        const xmlNode *found = find_element(xmlDocGetRootElement(document), "mittarikooste",
                                            "mittari", figures[i].indicator);
        if (figures[i].party)
            found = find_element(found, figures[i].element, "osapuoli", figures[i].party);
        assert_non_null(found);
        const char *value = xml_attribute(found, figures[i].attribute);
        if (figures[i].value && value)
            assert_string_equal(value, figures[i].value);
        else
            assert_ptr_equal(value, figures[i].value);
        xmlFreeDoc(document);
    }
}

static void rows_are_of_the_years_parties(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        xmlDocPtr document = summarise(*state, rows[i].year);
        assert_int_equal(find_element(xmlDocGetRootElement(document), rows[i].element, "osapuoli",
                                      rows[i].party) != NULL,
                         rows[i].is_there);
        xmlFreeDoc(document);
    }
}

/* Who has left keeps its part in the trend. */
static void a_trend_counts_each_years_own(void **state)
{
    const struct followup_fixture *fixture = *state;
    const xmlNode *indicator =
        find_element(summary_of(fixture), "mittarikooste", "mittari", "siltoja");
    const xmlNode *year = find_element(indicator, "trendi", "vuosi", "2026");
    assert_string_equal(xml_attribute(year, "arvo"), "8");
    assert_string_equal(xml_attribute(year, "odotettu"), "3");
    year = find_element(indicator, "trendi", "vuosi", "2027");
    assert_string_equal(xml_attribute(year, "odotettu"), "2");
}

static void only_the_years_parties_are_asked(void **state)
{
    static const char *const asked[] = {"abd", "ac"};
    const struct followup_fixture *fixture = *state;
    for (int year = 2026; year <= 2027; year++)
        for (size_t i = 0; i < followup_party_count(fixture->followup); i++) {
            const char *id = followup_party_id(fixture->followup, i);
            assert_int_equal(followup_asks(fixture->followup, year, i),
                             strchr(asked[year - 2026], *id) != NULL);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_are_of_the_years_parties),
        cmocka_unit_test(rows_are_of_the_years_parties),
        cmocka_unit_test(a_trend_counts_each_years_own),
        cmocka_unit_test(only_the_years_parties_are_asked),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
