/*
 * The sums of tests/data/followup, worked out by hand: one indicator of each kind, five parties,
 * two years, with gaps. The same table holds for the aggregate's tree, the CSV and the JSON.
 */
#include "bare_fixture.h"
#include "followup/csv.h"
#include "followup_fixture.h"

#include <json-c/json.h>

/*
 *              alpi          berta         celia         dora          emma
 * edustaja     ei → kylla    ei → ei       kylla → n/a   kylla → –     kylla → –
 * selvitys     kesken→tehty  ei → ei       – → kesken    – → tehty     – → –
 * kokoukset    1 → 2         3 → 5         – → 0         4 → –         – → –        target 2–3
 * harjoitukset 2 → 1         1 → 1                                                  3 in the term
 * osuus        60 → 62.5     41.5 → 40     – → 71.25     48.125 → 50   – → –        at least 50
 * matka        7.125 → 7.2   – → 12        – → n/a       – → –         – → –        at most 10
 * kuvaus       – → text      – → –         – → –         – → –
 * alueen-luku                                            – → 4
 * emma's file of 2027 is missing.
 */
static const struct {
    const char *indicator, *attribute, *value; /* NULL: it must not be there */
} figures[] = {
    {"edustaja", "odotettu", "5"},
    {"edustaja", "vastanneita", "3"},
    {"edustaja", "eiKoske", "1"},
    {"edustaja", "eiRaportoitu", "2"},
    {"edustaja", "kylla", "1"},
    {"edustaja", "ei", "1"},
    {"edustaja", "kesken", NULL},
    {"edustaja", "kyllaosuus", "50"}, /* 1 / (1 + 1): neither n/a nor missing is a no */
    {"edustaja", "muutos", "1"},      /* alpi +1, berta 0 */
    {"edustaja", "verrattavia", "2"},
    {"edustaja", "summa", NULL},
    {"selvitys", "vastanneita", "4"},
    {"selvitys", "eiRaportoitu", "1"},
    {"selvitys", "kylla", "2"},
    {"selvitys", "ei", "1"},
    {"selvitys", "kesken", "1"},
    {"selvitys", "kyllaosuus", "50"},
    {"selvitys", "muutos", "1"},
    {"selvitys", "verrattavia", "2"},
    {"kokoukset", "odotettu", "5"},
    {"kokoukset", "vastanneita", "3"},
    {"kokoukset", "eiRaportoitu", "2"},
    {"kokoukset", "arvoja", "3"},
    {"kokoukset", "pienin", "0"},
    {"kokoukset", "mediaani", "2"},
    {"kokoukset", "suurin", "5"},
    {"kokoukset", "summa", "7"},
    {"kokoukset", "tavoitteessa", "1"},
    {"kokoukset", "tavoiteosuus", "33.3"},
    {"kokoukset", "muutos", "3"}, /* alpi +1, berta +2; dora's missing count is no −4 */
    {"kokoukset", "verrattavia", "2"},
    {"harjoitukset", "odotettu", "2"},
    {"harjoitukset", "summa", "2"},
    {"harjoitukset", "tavoitteessa", "1"}, /* alpi 2 + 1 in the term; berta 1 + 1 */
    {"harjoitukset", "tavoiteosuus", "50"},
    {"harjoitukset", "muutos", "-1"},
    {"osuus", "vastanneita", "4"},
    {"osuus", "pienin", "40"},
    {"osuus", "mediaani", "56.25"}, /* (50 + 62.5) / 2 */
    {"osuus", "suurin", "71.25"},
    {"osuus", "summa", NULL},
    {"osuus", "tavoitteessa", "3"},
    {"osuus", "tavoiteosuus", "75"},
    {"osuus", "muutos", "1.875"}, /* the median of 2.5, −1.5 and 1.875 */
    {"osuus", "verrattavia", "3"},
    {"matka", "vastanneita", "3"},
    {"matka", "eiKoske", "1"},
    {"matka", "eiRaportoitu", "2"},
    {"matka", "arvoja", "2"},
    {"matka", "pienin", "7.2"},
    {"matka", "mediaani", "9.6"},
    {"matka", "suurin", "12"},
    {"matka", "tavoiteosuus", "50"},
    {"matka", "muutos", "0.075"},
    {"matka", "verrattavia", "1"},
    {"kuvaus", "odotettu", "4"}, /* emma isn't asked */
    {"kuvaus", "vastanneita", "1"},
    {"kuvaus", "eiRaportoitu", "3"},
    {"kuvaus", "muutos", NULL},
    {"alueen-luku", "taso", "alue"},
    {"alueen-luku", "odotettu", "1"},
    {"alueen-luku", "vastanneita", "1"},
    {"alueen-luku", "summa", "4"},
    {"alueen-luku", "muutos", NULL}, /* the year before is missing */
};
enum { FIGURES = sizeof figures / sizeof *figures };

/* What each party answered in 2027. */
static const struct {
    const char *indicator, *party, *attribute, *value;
} answers[] = {
    {"edustaja", "alpi", "vastaus", "kylla"},
    {"edustaja", "alpi", "edellinen", "ei"},
    {"edustaja", "alpi", "tiedosto", "seuranta/2027/alpi.xml"},
    {"edustaja", "alpi", "rivi", "8"},
    {"edustaja", "celia", "vastaus", "eiKoske"},
    {"edustaja", "celia", "teksti", "Ei ole meillä."},
    {"edustaja", "dora", "vastaus", "eiRaportoitu"},
    {"edustaja", "dora", "edellinen", "kylla"},
    {"edustaja", "dora", "tiedosto", NULL},
    {"edustaja", "emma", "vastaus", "eiRaportoitu"},
    {"selvitys", "alpi", "vastaus", "tehty"},
    {"selvitys", "alpi", "paivays", "2027-05-04"},
    {"selvitys", "celia", "vastaus", "kesken"},
    {"kokoukset", "alpi", "vastaus", "arvo"},
    {"kokoukset", "alpi", "arvo", "2"},
    {"kokoukset", "alpi", "tavoite", "saavutettu"},
    {"kokoukset", "alpi", "muutos", "1"},
    {"kokoukset", "berta", "tavoite", "yli"},
    {"kokoukset", "celia", "arvo", "0"},
    {"kokoukset", "celia", "tavoite", "alle"},
    {"kokoukset", "celia", "muutos", NULL},
    {"kokoukset", "dora", "arvo", NULL},
    {"kokoukset", "dora", "edellinenArvo", "4"},
    {"harjoitukset", "alpi", "tavoite", "saavutettu"},
    {"harjoitukset", "berta", "tavoite", "alle"},
    {"osuus", "berta", "muutos", "-1.5"},
    {"osuus", "berta", "lahde", "THL"},
    {"osuus", "berta", "tilastovuosi", "2025"},
    {"kuvaus", "alpi", "huomautus", "-- tarkentuu --"},
    {"alueen-luku", "dora", "arvo", "4"},
};
enum { ANSWERS = sizeof answers / sizeof *answers };

static const struct {
    const char *indicator, *year, *figure;
} trends[] = {
    {"edustaja", "2026", "3"},  {"edustaja", "2027", "1"},     {"kokoukset", "2026", "8"},
    {"kokoukset", "2027", "7"}, {"osuus", "2026", "48.125"},   {"osuus", "2027", "56.25"},
    {"matka", "2026", "7.125"}, {"alueen-luku", "2026", NULL}, {"alueen-luku", "2027", "4"},
};

static void same(const char *what, const char *attribute, const char *expected, const char *found)
{
    bool equal = expected && found ? strcmp(expected, found) == 0 : expected == found;
    if (!equal)
        fail_msg("%s %s: expected %s, found %s", what, attribute, expected ? expected : "nothing",
                 found ? found : "nothing");
}

static char bare[BARE_PATH];

static int set_up(void **state)
{
    static struct followup_fixture fixture;
    followup_fixture_load(&fixture, "tests/data/followup", 2027);
    *state = &fixture;
    return diags_count(fixture.diags) ? -1 : bare_set_up("followup", bare);
}

static int tear_down(void **state)
{
    followup_fixture_free(*state);
    return bare_tear_down(bare);
}

static void tree_holds_the_figures(void **state)
{
    for (size_t i = 0; i < FIGURES; i++) {
        const xmlNode *element =
            find_element(summary_of(*state), "mittarikooste", "mittari", figures[i].indicator);
        assert_non_null(element);
        same(figures[i].indicator, figures[i].attribute, figures[i].value,
             xml_attribute(element, figures[i].attribute));
    }
}

static void tree_holds_the_answers(void **state)
{
    for (size_t i = 0; i < ANSWERS; i++) {
        const xmlNode *indicator =
            find_element(summary_of(*state), "mittarikooste", "mittari", answers[i].indicator);
        const xmlNode *element =
            find_element(indicator, "osapuolenvastaus", "osapuoli", answers[i].party);
        assert_non_null(element);
        same(answers[i].indicator, answers[i].attribute, answers[i].value,
             xml_attribute(element, answers[i].attribute));
    }
}

static void trend_holds_the_figure_of_each_year(void **state)
{
    for (size_t i = 0; i < sizeof trends / sizeof *trends; i++) {
        const xmlNode *indicator =
            find_element(summary_of(*state), "mittarikooste", "mittari", trends[i].indicator);
        const xmlNode *element = find_element(indicator, "trendi", "vuosi", trends[i].year);
        assert_non_null(element);
        same(trends[i].indicator, trends[i].year, trends[i].figure, xml_attribute(element, "arvo"));
    }
}

static void only_who_is_asked_has_a_row(void **state)
{
    const xmlNode *region =
        find_element(summary_of(*state), "mittarikooste", "mittari", "alueen-luku");
    const xmlNode *text = find_element(summary_of(*state), "mittarikooste", "mittari", "kuvaus");
    assert_null(find_element(region, "osapuolenvastaus", "osapuoli", "alpi"));
    assert_null(find_element(text, "osapuolenvastaus", "osapuoli", "emma"));
    assert_null(find_element(text, "trendi", "vuosi", "2027"));
}

static void states_of_measures_are_counted(void **state)
{
    const xmlNode *done =
        find_element(summary_of(*state), "toimenpidekooste", "toimenpide", "asuminen");
    const xmlNode *open =
        find_element(summary_of(*state), "toimenpidekooste", "toimenpide", "tieto");
    same("asuminen", "tila", "toteutunut", xml_attribute(done, "tila"));
    same("asuminen", "toteutunut", "4", xml_attribute(done, "toteutunut"));
    same("asuminen", "eiKysytty", "1", xml_attribute(done, "eiKysytty")); /* emma isn't asked */
    same("asuminen", "eiRaportoitu", "0", xml_attribute(done, "eiRaportoitu"));
    same("tieto", "tila", "kaynnissa", xml_attribute(open, "tila"));
    same("tieto", "eiRaportoitu", "1", xml_attribute(open, "eiRaportoitu")); /* but here, as all */
    const xmlNode *alpi = find_element(done, "osapuolentila", "osapuoli", "alpi");
    char *person = xml_child_text(alpi, "vastuuhenkilo");
    same("alpi", "vastuuhenkilo", "asuntosihteeri", person);
    free(person);
}

static void summary_holds_the_state_of_each_party(void **state)
{
    static const char *const states[][2] = {
        {"alpi", "huomautuksin"}, {"berta", "hyvaksytty"}, {"celia", "huomautuksin"},
        {"dora", "hyvaksytty"},   {"emma", "puuttuu"},
    };
    const xmlNode *summary = summary_of(*state);
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        same(states[i][0], "tila", states[i][1],
             xml_attribute(find_element(summary, "osapuolitilanne", "osapuoli", states[i][0]),
                           "tila"));
    same("summary", "osapuolia", "5", xml_attribute(summary, "osapuolia"));
    same("summary", "vastanneita", "4", xml_attribute(summary, "vastanneita"));
    same("summary", "esimerkki", NULL, xml_attribute(summary, "esimerkki"));
    assert_non_null(find_element(summary, "muutosehdotus", "osapuoli", "alpi"));
    assert_non_null(find_element(summary, "huomautus", "osapuoli", "celia"));
}

/* JSON */

static const char *json_text(struct json_object *object, const char *key)
{
    struct json_object *value;
    return json_object_object_get_ex(object, key, &value) ? json_object_get_string(value) : NULL;
}

/* The object of an array whose member has the value. */
static struct json_object *json_find(struct json_object *array, const char *key, const char *value)
{
    for (size_t i = 0; array && i < json_object_array_length(array); i++) {
        struct json_object *object = json_object_array_get_idx(array, i);
        const char *text = json_text(object, key);
        if (text && strcmp(text, value) == 0)
            return object;
    }
    return NULL;
}

static struct json_object *json_indicator(struct json_object *root, const char *id)
{
    struct json_object *measures = json_object_object_get(root, "toimenpidekooste");
    for (size_t i = 0; i < json_object_array_length(measures); i++) {
        struct json_object *measure = json_object_array_get_idx(measures, i);
        struct json_object *found =
            json_find(json_object_object_get(measure, "mittarikooste"), "mittari", id);
        if (found)
            return found;
    }
    return NULL;
}

static void json_holds_the_same_figures(void **state)
{
    struct buf text = {0};
    followup_json(summary_of(*state), &text);
    struct json_object *root = json_tokener_parse(text.data);
    assert_non_null(root);
    for (size_t i = 0; i < FIGURES; i++)
        same(figures[i].indicator, figures[i].attribute, figures[i].value,
             json_text(json_indicator(root, figures[i].indicator), figures[i].attribute));
    for (size_t i = 0; i < ANSWERS; i++) {
        struct json_object *indicator = json_indicator(root, answers[i].indicator);
        struct json_object *answer = json_find(
            json_object_object_get(indicator, "osapuolenvastaus"), "osapuoli", answers[i].party);
        same(answers[i].indicator, answers[i].attribute, answers[i].value,
             json_text(answer, answers[i].attribute));
    }
    struct json_object *median;
    json_object_object_get_ex(json_indicator(root, "osuus"), "mediaani", &median);
    assert_true(json_object_is_type(median, json_type_double));
    json_object_put(root);
    buf_free(&text);
}

/* CSV, read as RFC 4180 says. */

enum { MOST_FIELDS = 64 };

/* Reads a line's fields in place; returns where the next line begins. */
static char *csv_line(char *text, char *fields[MOST_FIELDS])
{
    for (int i = 0; i < MOST_FIELDS; i++) {
        char *end = text;
        bool quoted = *text == '"';
        fields[i] = end;
        text += quoted;
        while (quoted ? *text != '"' || text[1] == '"' : !strchr(",\r", *text)) {
            text += quoted && *text == '"';
            *end++ = *text++;
        }
        text += quoted;
        char separator = *text;
        *end = '\0';
        if (separator != ',')
            return text + strlen("\r\n");
        text++;
    }
    return NULL;
}

static const struct csv_form plain = {.separator = ',', .decimal = '.'};

/* A table of the summary as CSV. Owned by the caller. */
static struct buf csv_of(const xmlNode *summary, const char *table, const struct csv_form *form)
{
    struct buf text = {0};
    csv_write(table_find(table), summary, form, &text);
    return text;
}

static int csv_column(char *head[MOST_FIELDS], const char *name)
{
    int at = 0;
    while (strcmp(head[at], name) != 0)
        at++;
    return at;
}

/* The value in a column of the table's line of that indicator and party (NULL: of any). */
static char *csv_value(const xmlNode *summary, const char *table, const char *indicator,
                       const char *party, const char *column)
{
    struct buf text = csv_of(summary, table, &plain);
    char *head[MOST_FIELDS] = {0}, *fields[MOST_FIELDS], *value = NULL;
    char *line = csv_line(text.data, head);
    while (!value && *line) {
        line = csv_line(line, fields);
        if ((!indicator || strcmp(fields[csv_column(head, "mittari")], indicator) == 0) &&
            (!party || strcmp(fields[csv_column(head, "osapuoli")], party) == 0))
            value = strdup(fields[csv_column(head, column)]);
    }
    buf_free(&text);
    return value;
}

/* An attribute that one kind of indicator has and another hasn't is a column of both. */
static void csv_holds_the_same_figures(void **state)
{
    const xmlNode *summary = summary_of(*state);
    for (size_t i = 0; i < FIGURES; i++) {
        char *value =
            csv_value(summary, "mittarikooste", figures[i].indicator, NULL, figures[i].attribute);
        same(figures[i].indicator, figures[i].attribute, figures[i].value ? figures[i].value : "",
             value);
        free(value);
    }
    for (size_t i = 0; i < ANSWERS; i++) {
        char *value = csv_value(summary, "osapuolenvastaus", answers[i].indicator, answers[i].party,
                                answers[i].attribute);
        bool is_formula = answers[i].value && strncmp(answers[i].value, "--", 2) == 0;
        same(answers[i].indicator, answers[i].attribute, answers[i].value ? answers[i].value : "",
             is_formula ? value + strlen("'") : value);
        free(value);
    }
}

static void csv_quotes_and_defuses_formulas(void **state)
{
    const xmlNode *summary = summary_of(*state);
    struct buf text = csv_of(summary, "osapuolenvastaus", &plain);
    assert_non_null(strstr(text.data, ",\"'=1+1, \"\"hyvin\"\" & halvalla\","));
    char *change = csv_value(summary, "osapuolenvastaus", "osuus", "berta", "muutos");
    assert_string_equal(change, "-1.5"); /* a number is no formula */
    char *people = csv_value(summary, "osapuolentila", NULL, "alpi", "vastuuhenkilo");
    assert_string_equal(people, "asuntosihteeri; kaavoittaja");
    free(change);
    free(people);
    buf_free(&text);
}

/* An attribute with the name of the row's parent's is not inherited but for what names the row. */
static void csv_takes_no_figure_of_another_row(void **state)
{
    char *change = csv_value(summary_of(*state), "osapuolenvastaus", "osuus", "celia", "muutos");
    assert_string_equal(change, "");
    free(change);
}

static void csv_has_a_choice_of_signs(void **state)
{
    static const struct csv_form excel = {.separator = ';', .decimal = ',', .has_mark = true};
    static const struct csv_form tabs = {.separator = '\t', .decimal = ','};
    struct buf text = csv_of(summary_of(*state), "trendi", &excel);
    assert_memory_equal(text.data, "\xEF\xBB\xBFtoimenpide;mittari;", 22);
    assert_non_null(strstr(text.data, "\r\nasuminen;osuus;osuus;%;2027;56,25;4;5;\r\n"));
    buf_free(&text);
    text = csv_of(summary_of(*state), "trendi", &tabs);
    assert_non_null(strstr(text.data, "\r\nasuminen\tosuus\tosuus\t%\t2027\t56,25\t4\t5\t\r\n"));
    buf_free(&text);
}

/* A summary of one answer with the remark, as CSV. Owned by the caller. */
static struct buf csv_of_remark(const char *remark, const struct csv_form *form)
{
    struct buf text = {0};
    xmlDocPtr document = xmlNewDoc((const xmlChar *)"1.0");
    xmlNodePtr answer = xmlNewNode(NULL, (const xmlChar *)"osapuolenvastaus");
    xmlDocSetRootElement(document, answer);
    xmlNewProp(answer, (const xmlChar *)"muutos", (const xmlChar *)"-1.5");
    xmlNewProp(answer, (const xmlChar *)"huomautus", (const xmlChar *)remark);
    csv_write(table_find("osapuolenvastaus"), answer, form, &text);
    xmlFreeDoc(document);
    return text;
}

/* A remark, and the field that it becomes. */
struct cell {
    const char *remark, *field;
};

static void expect_field(const struct cell *cell, const struct csv_form *form)
{
    struct buf text = csv_of_remark(cell->remark, form);
    struct buf wanted = {0};
    buf_printf(&wanted, "-1%c5%c%c%c%c%s%c", form->decimal, form->separator, form->separator,
               form->separator, form->separator, cell->field, form->separator);
    if (!strstr(text.data, wanted.data))
        fail_msg("%s: %s", cell->remark, text.data);
    buf_free(&wanted);
    buf_free(&text);
}

/* Whatever the signs are. */
static void expect_fields(const struct cell *cases, size_t count)
{
    static const struct csv_form forms[] = {
        {',', '.', false}, {';', ',', true}, {'|', ',', false}, {'\t', '.', false}};
    for (size_t i = 0; i < count; i++)
        for (size_t form = 0; form < sizeof forms / sizeof *forms; form++)
            expect_field(&cases[i], &forms[form]);
}

/* Behind whatever separator a spreadsheet splits at, with its quotation marks or without. */
static void csv_holds_no_formula_after_a_separator(void **state)
{
    static const struct cell cases[] = {
        {"hyvä;=cmd|' /C calc'!A0;x", "\"hyvä;'=cmd|' /C calc'!A0;x\""},
        {"a,=1", "\"a,'=1\""},
        {"a;+1;-1;@a", "\"a;'+1;'-1;'@a\""},
        {"a|-2+3", "\"a|'-2+3\""},
        {"a; =1", "\"a; '=1\""},
        {"a; -1", "\"a; '-1\""},
        {"a;\"=1\"", "\"a;\"\"'=1\"\"\""},
        {"a;\"\"=1", "\"a;\"\"\"\"'=1\""},
        {"\"=1", "\"\"\"'=1\""},
        {" =1", " '=1"},
        {" -1", " '-1"},
        {"\xC2\x9B=1", " '=1"},    /* a control character becomes a space */
        {"\xE2\x80\xAE=1", "'=1"}, /* what sets the direction is left out */
        {"a;\xEF\xBB\xBF=1", "\"a;\xEF\xBB\xBF'=1\""},
        {"a;\t=1", "\"a; '=1\""},
        {"a\n=1\r\n-1", "a =1  -1"}, /* no line begins anew */
        {"＝1", "'＝1"},
        {"a;＋1;－1;＠1", "\"a;'＋1;'－1;'＠1\""},
        {"a,-1", "\"a,'-1\""},
        /* What people write stays as it is. */
        {"työnhaku, -tarjonta ja -ohjaus", "\"työnhaku, -tarjonta ja -ohjaus\""},
        {"a, =1", "\"a, '=1\""},
        {"lapsi-, nuoriso- ja perhetyö", "\"lapsi-, nuoriso- ja perhetyö\""},
        {"5 - 6 = -1 (a+b) x@y.fi", "5 - 6 = -1 (a+b) x@y.fi"},
        {"kyllä; ei", "\"kyllä; ei\""},
        {"hän sanoi: \"-5\"", "\"hän sanoi: \"\"-5\"\"\""},
    };
    (void)state;
    expect_fields(cases, sizeof cases / sizeof *cases);
}

/* A reader may take away what it doesn't show. */
static void csv_holds_no_formula_after_what_is_not_shown(void **state)
{
    static const struct cell cases[] = {
        {"\u034F=1", "\u034F'=1"},
        {"\u180E=1", "\u180E'=1"},
        {"\u200B\u3164\uFE0F\u115F@a", "\u200B\u3164\uFE0F\u115F'@a"},
        {"\U000E0041=1", "\U000E0041'=1"},
        {"\u1680=1", "\u1680'=1"},
        {"a;\u061C\uFFF0=1", "\"a;\uFFF0'=1\""},
    };
    (void)state;
    expect_fields(cases, sizeof cases / sizeof *cases);
}

static void later_years_change_nothing(void **state)
{
    struct followup_fixture *all = *state;
    struct buf now = {0}, later = {0};
    struct followup_fixture with_2028;
    followup_fixture_load(&with_2028, "tests/data/followup", 2028);
    xmlDocPtr document = xmlNewDoc((const xmlChar *)"1.0");
    xmlDocSetRootElement(document, followup_tree(with_2028.followup, 2027, false, document));
    followup_json(summary_of(all), &now);
    followup_json(xmlDocGetRootElement(document), &later);
    assert_string_equal(now.data, later.data);
    buf_free(&now);
    buf_free(&later);
    xmlFreeDoc(document);
    followup_fixture_free(&with_2028);
}

static void year_without_answers_is_all_unreported(void **state)
{
    (void)state;
    struct followup_fixture fixture;
    followup_fixture_load(&fixture, "tests/data/followup", 2028);
    const xmlNode *indicator =
        find_element(summary_of(&fixture), "mittarikooste", "mittari", "edustaja");
    same("edustaja", "eiRaportoitu", "5", xml_attribute(indicator, "eiRaportoitu"));
    same("edustaja", "ei", "0", xml_attribute(indicator, "ei"));
    same("edustaja", "kyllaosuus", NULL, xml_attribute(indicator, "kyllaosuus"));
    same("edustaja", "muutos", NULL, xml_attribute(indicator, "muutos"));
    same("summary", "vastanneita", "0", xml_attribute(summary_of(&fixture), "vastanneita"));
    followup_fixture_free(&fixture);
}

static void load_broken(struct followup_fixture *fixture, const char *project)
{
    char path[BARE_PATH + 32];
    snprintf(path, sizeof path, "%s/%s", bare, project);
    followup_fixture_load(fixture, path, 2026);
}

static void rejected_answers_do_not_count(void **state)
{
    (void)state;
    struct followup_fixture fixture;
    load_broken(&fixture, "share");
    assert_int_equal(diags_at_least(fixture.diags, DIAG_ERROR), 1);
    assert_int_equal(followup_party_at(fixture.followup, 2026, 0).state, FOLLOWUP_REJECTED);
    const xmlNode *indicator =
        find_element(summary_of(&fixture), "mittarikooste", "mittari", "edustaja");
    same("edustaja", "kylla", "0", xml_attribute(indicator, "kylla"));
    same("edustaja", "eiRaportoitu", "3", xml_attribute(indicator, "eiRaportoitu"));
    followup_fixture_free(&fixture);
}

static void answers_decide_the_state_of_a_party(void **state)
{
    (void)state;
    static const struct {
        const char *project;          /* NULL: the one without faults */
        enum followup_state expected; /* of the first party */
    } cases[] = {
        {NULL, FOLLOWUP_ACCEPTED},           {"file-name", FOLLOWUP_REMARKS},
        {"two-files", FOLLOWUP_ACCEPTED},    {"not-well-formed", FOLLOWUP_REJECTED},
        {"unknown-party", FOLLOWUP_MISSING}, {"other-party", FOLLOWUP_REJECTED},
        {"free-names", FOLLOWUP_REJECTED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct followup_fixture fixture;
        if (cases[i].project)
            load_broken(&fixture, cases[i].project);
        else
            followup_fixture_load(&fixture, "tests/broken/base/followup", 2026);
        assert_int_equal(followup_party_at(fixture.followup, 2026, 0).state, cases[i].expected);
        followup_fixture_free(&fixture);
    }
}

static void project_without_answers_has_no_followup(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    struct schema *schema = schema_load("schemas", diags);
    struct input_project *project = input_project_load(schema, "examples/puitesopimus-2022", diags);
    assert_false(followup_has(project));
    assert_null(followup_load(schema, project, 0, 2027, diags));
    assert_int_equal(diags_at(diags, 0)->rule, RULE_FOLLOWUP_NONE);
    input_project_free(project);
    schema_free(schema);
    diags_free(diags);
}

static void answers_without_a_plan_have_no_followup(void **state)
{
    struct followup_fixture *fixture = *state;
    struct diags *diags = diags_new();
    size_t versions = fixture->project->version_count;
    fixture->project->version_count = 0;
    assert_null(followup_load(fixture->schema, fixture->project, 0, 2027, diags));
    fixture->project->version_count = versions;
    assert_int_equal(diags_count(diags), 1);
    assert_int_equal(diags_at(diags, 0)->rule, RULE_FOLLOWUP_NONE);
    diags_free(diags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tree_holds_the_figures),
        cmocka_unit_test(tree_holds_the_answers),
        cmocka_unit_test(trend_holds_the_figure_of_each_year),
        cmocka_unit_test(only_who_is_asked_has_a_row),
        cmocka_unit_test(states_of_measures_are_counted),
        cmocka_unit_test(summary_holds_the_state_of_each_party),
        cmocka_unit_test(json_holds_the_same_figures),
        cmocka_unit_test(csv_holds_the_same_figures),
        cmocka_unit_test(csv_quotes_and_defuses_formulas),
        cmocka_unit_test(csv_takes_no_figure_of_another_row),
        cmocka_unit_test(csv_has_a_choice_of_signs),
        cmocka_unit_test(csv_holds_no_formula_after_a_separator),
        cmocka_unit_test(csv_holds_no_formula_after_what_is_not_shown),
        cmocka_unit_test(later_years_change_nothing),
        cmocka_unit_test(year_without_answers_is_all_unreported),
        cmocka_unit_test(rejected_answers_do_not_count),
        cmocka_unit_test(answers_decide_the_state_of_a_party),
        cmocka_unit_test(project_without_answers_has_no_followup),
        cmocka_unit_test(answers_without_a_plan_have_no_followup),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
