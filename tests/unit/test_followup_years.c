/*
 * The three years of examples/asian-vaiheet: parties that come and go, a plan that changes, answers
 * that are missing or late. 2026 and 2027 are of the version 1.0, 2028 is of 1.1. In the table ·
 * says that the party isn't asked, – that it has not answered, × that it doesn't concern it.
 *
 *                 harjulahti    saarikyla  uusiniitty  county           council
 * answers         26 27 28      26         27 late,    26 27 28         – 27 28
 *                                          28 untouched
 * kuvauspohja     ·             ·          ·           begun, 12.3.27   ·             by 31.12.26;
 * ends ketjuja         1  3  4       ×          2  –        2  4  6          · …-kaytossa 2       ·
 * –              3          ·             from 2028 on …yhteyshenkilo  ei ky ky      ky         ei
 * –        ·                · kokoukset       ·             ·          ·           · –  3  3 ≥ 4,
 * 4; 2–3 …-luottamus     ·             ·          ·           58 60.5 63.5     · …tavallisyys    61
 * 64 66      55         58.5 –      70 71 74         · osallistuminen  ky ky ky      ky         ei
 * –        ky ky ky         –  ky ky tietosopimus    ·             ·          ·           no,
 * begun, begun ·             by 31.12.27
 *
 * Statuses (n not begun, u under way, d done, h halted); the council reports that of
 * yhteistyoryhma. palveluketjut   u  u  d       u          n  –        u  u  d          · u u u
 * yhteistyoryhma  u  u  d       u          n  –        u  u  u          –  u  d       – u d
 * tietojen-vaihto n  u  u       n          h  –        n  u  u          ·             n u u
 */
#include "followup_fixture.h"

enum { FIRST = 2026, LAST = 2028 };

/* What a year's summary says of an indicator, of a party (or of all) in it. */
static const struct {
    int year;
    const char *indicator, *party, *attribute, *value; /* NULL: it must not be there */
} figures[] = {
    /* begun past its day, then done 31 + 28 + 12 days late; no question of 2028 */
    {2026, "kuvauspohja", "harjumaan-hyvinvointialue", "vastaus", "kesken"},
    {2026, "kuvauspohja", "harjumaan-hyvinvointialue", "maaraaikaOhi", "true"},
    {2026, "kuvauspohja", "harjumaan-hyvinvointialue", "myohassaPaivia", NULL},
    {2027, "kuvauspohja", "harjumaan-hyvinvointialue", "maaraaikaOhi", NULL},
    {2027, "kuvauspohja", "harjumaan-hyvinvointialue", "myohassaPaivia", "71"},
    {2027, "kuvauspohja", "harjumaan-hyvinvointialue", "suunta", "parani"},
    {2027, "kuvauspohja", NULL, "kylla", "1"},
    {2027, "kuvauspohja", NULL, "muutos", "1"},
    /* not yet due in 2026, overdue in both years after */
    {2026, "tietosopimus", "harjumaan-hyvinvointialue", "vastaus", "eiTehty"},
    {2026, "tietosopimus", "harjumaan-hyvinvointialue", "maaraaikaOhi", NULL},
    {2027, "tietosopimus", "harjumaan-hyvinvointialue", "maaraaikaOhi", "true"},
    {2028, "tietosopimus", "harjumaan-hyvinvointialue", "maaraaikaOhi", "true"},
    {2028, "tietosopimus", "harjumaan-hyvinvointialue", "vastaus", "kesken"},
    {2028, "tietosopimus", "harjumaan-hyvinvointialue", "edellinen", "kesken"},
    {2027, "tietosopimus", "harjumaan-hyvinvointialue", "suunta", NULL}, /* begun, not done */
    /* 1 + 2, 3 + 2 + 4, 4 + 6: the totals grow by 6 and 1, those who answered twice by 4 and 3 */
    {2026, "ketjuja", NULL, "odotettu", "3"},
    {2026, "ketjuja", NULL, "vastanneita", "3"},
    {2026, "ketjuja", NULL, "eiKoske", "1"},
    {2026, "ketjuja", NULL, "summa", "3"},
    {2026, "ketjuja", NULL, "mediaani", "1.5"},
    {2026, "ketjuja", NULL, "muutos", NULL},
    {2027, "ketjuja", NULL, "odotettu", "3"},
    {2027, "ketjuja", NULL, "vastanneita", "3"},
    {2027, "ketjuja", NULL, "summa", "9"},
    {2027, "ketjuja", NULL, "muutos", "4"},
    {2027, "ketjuja", NULL, "verrattavia", "2"},
    {2027, "ketjuja", "uusiniitty", "edellinen", NULL},
    {2028, "ketjuja", NULL, "vastanneita", "2"},
    {2028, "ketjuja", NULL, "eiRaportoitu", "1"},
    {2028, "ketjuja", NULL, "summa", "10"},
    {2028, "ketjuja", NULL, "muutos", "3"},
    {2028, "ketjuja", NULL, "verrattavia", "2"},
    {2028, "ketjuja", "uusiniitty", "vastaus", "eiRaportoitu"},
    {2028, "ketjuja", "uusiniitty", "edellinenArvo", "2"},
    {2028, "ketjuja-kaytossa", NULL, "summa", "5"},
    {2028, "ketjuja-kaytossa", NULL, "muutos", NULL},
    {2028, "ketjuja-kaytossa", "harjulahti", "edellinen", NULL},
    /* one yes of two each year, but not the same: harjulahti, which answered twice, has turned */
    {2026, "kunnan-yhteyshenkilo", NULL, "kylla", "1"},
    {2027, "kunnan-yhteyshenkilo", NULL, "kylla", "1"},
    {2027, "kunnan-yhteyshenkilo", NULL, "muutos", "1"},
    {2027, "kunnan-yhteyshenkilo", NULL, "verrattavia", "1"},
    {2028, "kunnan-yhteyshenkilo", NULL, "kyllaosuus", "100"},
    {2028, "kunnan-yhteyshenkilo", NULL, "eiRaportoitu", "1"},
    {2028, "kunnan-yhteyshenkilo", NULL, "muutos", "0"},
    /* three meetings are too few by the one version, and enough by the other */
    {2026, "kokoukset", NULL, "eiRaportoitu", "1"},
    {2027, "kokoukset", NULL, "alaraja", "4"},
    {2027, "kokoukset", NULL, "ylaraja", NULL},
    {2027, "kokoukset", "harjumaan-liitto", "tavoite", "alle"},
    {2027, "kokoukset", "harjumaan-liitto", "edellinen", "eiRaportoitu"},
    {2027, "kokoukset", NULL, "muutos", NULL},
    {2028, "kokoukset", NULL, "alaraja", "2"},
    {2028, "kokoukset", NULL, "ylaraja", "3"},
    {2028, "kokoukset", "harjumaan-liitto", "tavoite", "saavutettu"},
    {2028, "kokoukset", NULL, "muutos", "0"},
    {2027, "perheiden-luottamus", NULL, "muutos", "2.5"},
    {2028, "perheiden-luottamus", NULL, "muutos", "3"},
    /* medians of 55 61 70, 58.5 64 71, 66 74; of the changes +3 +1, +2 +3 */
    {2026, "perheystavallisyys", NULL, "mediaani", "61"},
    {2027, "perheystavallisyys", NULL, "mediaani", "64"},
    {2027, "perheystavallisyys", NULL, "muutos", "2"},
    {2027, "perheystavallisyys", NULL, "verrattavia", "2"},
    {2028, "perheystavallisyys", NULL, "mediaani", "70"},
    {2028, "perheystavallisyys", NULL, "muutos", "2.5"},
    {2026, "osallistuminen", NULL, "odotettu", "4"},
    {2026, "osallistuminen", NULL, "vastanneita", "3"},
    {2026, "osallistuminen", NULL, "kylla", "3"},
    {2027, "osallistuminen", NULL, "vastanneita", "4"},
    {2027, "osallistuminen", NULL, "kyllaosuus", "75"},
    {2027, "osallistuminen", NULL, "verrattavia", "2"},
    {2028, "osallistuminen", NULL, "kylla", "3"},
    {2028, "osallistuminen", NULL, "verrattavia", "3"},
    {2028, "osallistuminen", NULL, "muutos", "0"},
};

/* What it says of a group of parties: of 61 and 55, 64 and 58.5, 66 alone; of the county. Only
 * those of the group that answered in both years have changed. */
static const struct {
    int year;
    const char *group, *median, *change, *compared;
} groups[] = {
    {2026, "kunnat", "58", NULL, NULL},  {2026, "hyvinvointialue", "70", NULL, NULL},
    {2027, "kunnat", "61.25", "3", "1"}, {2027, "hyvinvointialue", "71", "1", "1"},
    {2028, "kunnat", "66", "2", "1"},    {2028, "hyvinvointialue", "74", "3", "1"},
};

/* How many are parties, and how many of them have answered. */
static const struct {
    const char *version, *parties, *answered;
} years[LAST - FIRST + 1] = {{"1.0", "4", "3"}, {"1.0", "4", "4"}, {"1.1", "4", "3"}};

/* What has become of each party's answers. NULL: it is no party of the year. */
static const struct {
    const char *party;
    const char *states[LAST - FIRST + 1];
    int late; /* the year whose answers are late; 0: none */
} parties[] = {
    {"harjulahti", {"huomautuksin", "huomautuksin", "hyvaksytty"}, 0},
    {"saarikyla", {"huomautuksin", NULL, NULL}, 0},
    {"uusiniitty", {NULL, "huomautuksin", "puuttuu"}, 2027},
    {"harjumaan-hyvinvointialue", {"huomautuksin", "huomautuksin", "huomautuksin"}, 0},
    {"harjumaan-liitto", {"puuttuu", "huomautuksin", "hyvaksytty"}, 0},
};
enum { PARTIES = sizeof parties / sizeof *parties };

/* The status of each measure, and how many parties are not begun, under way, done, halted, missing
 * and not asked. */
static const struct {
    int year;
    const char *measure, *status, *counts[6];
} statuses[] = {
    {2026, "palveluketjut", "kaynnissa", {"0", "3", "0", "0", "0", "1"}},
    {2026, "yhteistyoryhma", "eiRaportoitu", {"0", "3", "0", "0", "1", "0"}},
    {2026, "tietojen-vaihto", "eiAloitettu", {"3", "0", "0", "0", "0", "1"}},
    {2027, "palveluketjut", "kaynnissa", {"1", "2", "0", "0", "0", "1"}},
    {2027, "yhteistyoryhma", "kaynnissa", {"1", "3", "0", "0", "0", "0"}},
    {2027, "tietojen-vaihto", "kaynnissa", {"0", "2", "0", "1", "0", "1"}},
    {2028, "palveluketjut", "kaynnissa", {"0", "0", "2", "0", "1", "1"}}, /* one is missing */
    {2028, "yhteistyoryhma", "toteutunut", {"0", "1", "2", "0", "1", "0"}},
    {2028, "tietojen-vaihto", "kaynnissa", {"0", "2", "0", "0", "1", "1"}},
};

/* A party's status in the year before, and which way it went; NULL: it must not be there. */
static const struct {
    int year;
    const char *measure, *party, *previous, *direction;
} previous_statuses[] = {
    {2027, "tietojen-vaihto", "harjulahti", "eiAloitettu", "parani"},
    {2027, "palveluketjut", "harjulahti", "kaynnissa", NULL},
    {2027, "palveluketjut", "uusiniitty", NULL, NULL}, /* no party in 2026 */
    {2027, "yhteistyoryhma", "harjumaan-liitto", "eiRaportoitu", NULL},
    {2028, "palveluketjut", "harjulahti", "kaynnissa", "parani"}, /* in another version */
    {2028, "palveluketjut", "uusiniitty", "eiAloitettu", NULL},   /* missing */
    {2028, "palveluketjut", "harjumaan-liitto", "eiKysytty", NULL},
    {2026, "palveluketjut", "harjulahti", NULL, NULL},
};

/* The trend in the summary of 2028, or of the last year that the indicator is in. */
static const struct {
    int last;
    const char *indicator, *trend; /* "YEAR:FIGURE …"; ? is a year without a figure */
} trends[] = {
    {2026, "ketjuja", "2026:3 "},
    {2027, "ketjuja", "2026:3 2027:9 "},
    {2028, "ketjuja", "2026:3 2027:9 2028:10 "},
    {2027, "kuvauspohja", "2026:0 2027:1 "},
    {2028, "ketjuja-kaytossa", "2028:5 "},
    {2028, "kunnan-yhteyshenkilo", "2026:1 2027:1 2028:1 "},
    {2028, "kokoukset", "2026:? 2027:3 2028:3 "},
    {2028, "perheiden-luottamus", "2026:58 2027:60.5 2028:63.5 "},
    {2028, "perheystavallisyys", "2026:61 2027:64 2028:70 "},
    {2028, "osallistuminen", "2026:3 2027:3 2028:3 "},
};

/* The indicators that a party's form of a year asks, in their order. */
static const struct {
    int year;
    const char *party, *version, *asked;
} forms[] = {
    {2026, "saarikyla", "1.0",
     "ketjuja kunnan-yhteyshenkilo perheystavallisyys osallistuminen perheiden-palaute "},
    {2026, "harjumaan-liitto", "1.0", "kokoukset osallistuminen "},
    {2027, "uusiniitty", "1.0",
     "ketjuja kunnan-yhteyshenkilo perheystavallisyys osallistuminen perheiden-palaute "},
    {2027, "harjumaan-hyvinvointialue", "1.0",
     "kuvauspohja ketjuja perheiden-luottamus perheystavallisyys osallistuminen tietosopimus "},
    {2028, "uusiniitty", "1.1",
     "ketjuja ketjuja-kaytossa kunnan-yhteyshenkilo perheystavallisyys osallistuminen "
     "perheiden-palaute "},
    {2028, "harjumaan-hyvinvointialue", "1.1",
     "ketjuja ketjuja-kaytossa perheiden-luottamus perheystavallisyys osallistuminen "
     "tietosopimus "},
    {2028, "harjumaan-liitto", "1.1", "kokoukset osallistuminen "},
};

/* Nothing is said of the example but that one party was late. */
static int set_up(void **state)
{
    static struct followup_fixture fixture;
    followup_fixture_load(&fixture, "examples/asian-vaiheet", LAST);
    *state = &fixture;
    return diags_count(fixture.diags) == 1 ? 0 : -1;
}

static int tear_down(void **state)
{
    followup_fixture_free(*state);
    return 0;
}

static const xmlNode *indicator_of(const xmlDoc *document, const char *indicator)
{
    const xmlNode *root = xmlDocGetRootElement(document);
    const xmlNode *found = find_element(root, "mittarikooste", "mittari", indicator);
    assert_non_null(found);
    return found;
}

static void figures_are_those_worked_out_by_hand(void **state)
{
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        xmlDocPtr document = followup_fixture_summary(*state, figures[i].year, false);
        const xmlNode *found = indicator_of(document, figures[i].indicator);
        if (figures[i].party)
            found = find_element(found, "osapuolenvastaus", "osapuoli", figures[i].party);
        assert_non_null(found);
        same_text(figures[i].value, xml_attribute(found, figures[i].attribute));
        xmlFreeDoc(document);
    }
}

static void statuses_tell_where_they_were_a_year_before(void **state)
{
    for (size_t i = 0; i < sizeof previous_statuses / sizeof *previous_statuses; i++) {
        xmlDocPtr document = followup_fixture_summary(*state, previous_statuses[i].year, false);
        const xmlNode *found = find_element(xmlDocGetRootElement(document), "toimenpidekooste",
                                            "toimenpide", previous_statuses[i].measure);
        found = find_element(found, "osapuolentila", "osapuoli", previous_statuses[i].party);
        assert_non_null(found);
        same_text(previous_statuses[i].previous, xml_attribute(found, "edellinen"));
        same_text(previous_statuses[i].direction, xml_attribute(found, "suunta"));
        xmlFreeDoc(document);
    }
}

static void groups_have_medians_and_changes_of_their_own(void **state)
{
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        xmlDocPtr document = followup_fixture_summary(*state, groups[i].year, false);
        const xmlNode *found = find_element(indicator_of(document, "perheystavallisyys"),
                                            "ryhmakooste", "ryhma", groups[i].group);
        assert_non_null(found);
        same_text(groups[i].median, xml_attribute(found, "mediaani"));
        same_text(groups[i].change, xml_attribute(found, "muutos"));
        same_text(groups[i].compared, xml_attribute(found, "verrattavia"));
        xmlFreeDoc(document);
    }
}

static void years_count_their_own_parties(void **state)
{
    for (int year = FIRST; year <= LAST; year++) {
        xmlDocPtr document = followup_fixture_summary(*state, year, false);
        const xmlNode *root = xmlDocGetRootElement(document);
        assert_string_equal(xml_attribute(root, "versio"), years[year - FIRST].version);
        assert_string_equal(xml_attribute(root, "osapuolia"), years[year - FIRST].parties);
        assert_string_equal(xml_attribute(root, "vastanneita"), years[year - FIRST].answered);
        assert_string_equal(xml_attribute(root, "esimerkki"), "true");
        xmlFreeDoc(document);
    }
}

static void parties_join_leave_and_answer_late(void **state)
{
    for (size_t i = 0; i < PARTIES * (LAST - FIRST + 1); i++) {
        int year = FIRST + (int)(i / PARTIES);
        const char *party = parties[i % PARTIES].party;
        const char *expected = parties[i % PARTIES].states[year - FIRST];
        xmlDocPtr document = followup_fixture_summary(*state, year, false);
        const xmlNode *found =
            find_element(xmlDocGetRootElement(document), "osapuolitilanne", "osapuoli", party);
        assert_int_equal(found != NULL, expected != NULL);
        if (found) {
            assert_string_equal(xml_attribute(found, "tila"), expected);
            same_text(parties[i % PARTIES].late == year ? "true" : NULL,
                      xml_attribute(found, "myohassa"));
        }
        xmlFreeDoc(document);
    }
}

static void statuses_are_those_worked_out_by_hand(void **state)
{
    static const char *const names[] = {"eiAloitettu", "kaynnissa",    "toteutunut",
                                        "keskeytynyt", "eiRaportoitu", "eiKysytty"};
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        xmlDocPtr document = followup_fixture_summary(*state, statuses[i].year, false);
        const xmlNode *found = find_element(xmlDocGetRootElement(document), "toimenpidekooste",
                                            "toimenpide", statuses[i].measure);
        assert_non_null(found);
        assert_string_equal(xml_attribute(found, "tila"), statuses[i].status);
        for (size_t k = 0; k < sizeof names / sizeof *names; k++)
            assert_string_equal(xml_attribute(found, names[k]), statuses[i].counts[k]);
        xmlFreeDoc(document);
    }
}

static void trends_go_on_across_versions(void **state)
{
    for (size_t i = 0; i < sizeof trends / sizeof *trends; i++) {
        xmlDocPtr document = followup_fixture_summary(*state, trends[i].last, false);
        const xmlNode *indicator = indicator_of(document, trends[i].indicator);
        struct buf trend = {0};
        for (xmlNodePtr year = xml_child(indicator, "trendi"); year;
             year = xml_next(year, "trendi")) {
            const char *figure = xml_attribute(year, "arvo");
            buf_printf(&trend, "%s:%s ", xml_attribute(year, "vuosi"), figure ? figure : "?");
        }
        assert_string_equal(trend.data, trends[i].trend);
        buf_free(&trend);
        xmlFreeDoc(document);
    }
}

/* Each year has the indicators of its version, and no other. */
static void indicators_end_and_begin(void **state)
{
    for (int year = FIRST; year <= LAST; year++) {
        xmlDocPtr document = followup_fixture_summary(*state, year, false);
        const xmlNode *root = xmlDocGetRootElement(document);
        bool is_new = year == LAST;
        assert_int_equal(!find_element(root, "mittarikooste", "mittari", "kuvauspohja"), is_new);
        assert_int_equal(find_element(root, "mittarikooste", "mittari", "ketjuja-kaytossa") != NULL,
                         is_new);
        xmlFreeDoc(document);
    }
}

static void forms_ask_their_years_questions(void **state)
{
    const struct followup_fixture *fixture = *state;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        ptrdiff_t party = followup_find_party(fixture->followup, forms[i].party);
        struct buf form = {0}, asked = {0};
        assert_true(party >= 0);
        followup_form(fixture->followup, forms[i].year, (size_t)party, &form);
        const char *version = strstr(form.data, " versio=\"");
        assert_non_null(version);
        assert_memory_equal(version + strlen(" versio=\""), forms[i].version, 3);
        static const char question[] = "<vastaus mittari=\"";
        for (const char *at = form.data; (at = strstr(at, question));) {
            at += strlen(question);
            buf_printf(&asked, "%.*s ", (int)strcspn(at, "\""), at);
        }
        assert_string_equal(asked.data, forms[i].asked);
        buf_free(&form);
        buf_free(&asked);
    }
}

/* Of 2027 two proposals change the plan, one the questions alone. The others have none. */
static void proposals_are_of_2027(void **state)
{
    for (int year = FIRST; year <= LAST; year++) {
        xmlDocPtr document = followup_fixture_summary(*state, year, false);
        size_t of_plan = 0, of_questions = 0;
        for (xmlNodePtr one = xml_child(xmlDocGetRootElement(document), "muutosehdotus"); one;
             one = xml_next(one, "muutosehdotus"))
            *(xml_has(one, "kohde", "seuranta") ? &of_questions : &of_plan) += 1;
        assert_int_equal(of_plan, year == 2027 ? 2 : 0);
        assert_int_equal(of_questions, year == 2027 ? 1 : 0);
        xmlFreeDoc(document);
    }
}

/* The remark of the county that isn't public is for the coordinator, and in no paper. */
static void a_secret_remark_is_in_no_paper(void **state)
{
    for (int is_public = 0; is_public <= 1; is_public++) {
        xmlDocPtr document = followup_fixture_summary(*state, 2027, is_public);
        const xmlNode *measure = find_element(xmlDocGetRootElement(document), "toimenpidekooste",
                                              "toimenpide", "tietojen-vaihto");
        const xmlNode *county =
            find_element(measure, "osapuolentila", "osapuoli", "harjumaan-hyvinvointialue");
        assert_int_equal(xml_child(county, "huomautus") == NULL, is_public);
        xmlFreeDoc(document);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_those_worked_out_by_hand),
        cmocka_unit_test(statuses_tell_where_they_were_a_year_before),
        cmocka_unit_test(groups_have_medians_and_changes_of_their_own),
        cmocka_unit_test(years_count_their_own_parties),
        cmocka_unit_test(parties_join_leave_and_answer_late),
        cmocka_unit_test(statuses_are_those_worked_out_by_hand),
        cmocka_unit_test(trends_go_on_across_versions),
        cmocka_unit_test(indicators_end_and_begin),
        cmocka_unit_test(forms_ask_their_years_questions),
        cmocka_unit_test(proposals_are_of_2027),
        cmocka_unit_test(a_secret_remark_is_in_no_paper),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
