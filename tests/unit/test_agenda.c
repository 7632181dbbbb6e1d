#include "agenda/names.h"
#include "agenda_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void assert_same(const char *found, const char *wanted)
{
    if (wanted)
        assert_string_equal(found, wanted);
    else
        assert_null(found);
}

/* Parties in the register's order, each with the papers meant for it; the project's own last. */
static void papers_come_in_order(void **state)
{
    static const struct agenda_paper wanted[] = {
        {"sopimus-hallitus", "yla-jarvi", "hallitus", "sopimus", "paatosehdotus", "fi",
         "yla-jarvi/sopimus-kunnanhallitus", NULL, NULL, NULL, 0},
        {"sopimus-valtuusto", "yla-jarvi", "valtuusto", "sopimus", "paatosehdotus", "fi",
         "yla-jarvi/sopimus-kunnanvaltuusto", NULL, NULL, NULL, 0},
        {"suunnitelma-hallitus", "yla-jarvi", "hallitus", "suunnitelma", "paatosehdotus", "fi",
         "yla-jarvi/suunnitelma-kunnanhallitus", NULL, NULL, NULL, 0},
        {"sopimus-hallitus", "lampi", "hallitus", "sopimus", "paatosehdotus", "fi",
         "lampi/sopimus-kaupunginhallitus", NULL, NULL, NULL, 0},
        {"sopimus-valtuusto", "lampi", "valtuusto", "sopimus", "paatosehdotus", "fi",
         "lampi/sopimus-ayras-valtuusto", NULL, NULL, NULL, 0},
        {"sopimus-hallitus", "alue", "hallitus", "sopimus", "paatosehdotus", "fi",
         "alue/sopimus-aluehallitus", NULL, NULL, NULL, 0},
        {"suunnitelma-hallitus", "alue", "hallitus", "suunnitelma", "paatosehdotus", "fi",
         "alue/suunnitelma-aluehallitus", NULL, NULL, NULL, 0},
        {"selostus", "alue", NULL, "sopimus", "selostus", "fi", "alue/selostus", NULL, NULL, NULL,
         0},
        {"sopimus", NULL, NULL, "sopimus", "sopimus", "fi", "yhteiset/sopimus", NULL, NULL, NULL,
         0},
    };
    const struct agenda_fixture *fixture = *state;
    assert_non_null(fixture->agenda);
    assert_int_equal(fixture->agenda->count, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < fixture->agenda->count; i++) {
        const struct agenda_paper *paper = &fixture->agenda->papers[i];
        assert_string_equal(paper->stem, wanted[i].stem);
        assert_string_equal(paper->id, wanted[i].id);
        assert_same(paper->party, wanted[i].party);
        assert_same(paper->body, wanted[i].body);
        assert_string_equal(paper->subject, wanted[i].subject);
        assert_string_equal(paper->template_name, wanted[i].template_name);
        assert_string_equal(paper->lang, wanted[i].lang);
    }
}

static void selection_is_on_the_root(void **state)
{
    struct agenda_fixture *fixture = *state;
    const xmlNode *root = xmlDocGetRootElement(fixture->agenda->data);
    assert_string_equal((const char *)root->name, "aineisto");
    agenda_select(fixture->agenda, &fixture->agenda->papers[0]);
    assert_string_equal(xml_attribute(root, "osapuoli"), "yla-jarvi");
    assert_string_equal(xml_attribute(root, "toimielin"), "hallitus");
    assert_string_equal(xml_attribute(root, "paperi"), "sopimus-hallitus");
    assert_string_equal(xml_attribute(root, "aihe"), "sopimus");
    assert_string_equal(xml_attribute(root, "kieli"), "fi");
    agenda_select(fixture->agenda, &fixture->agenda->papers[fixture->agenda->count - 1]);
    assert_null(xml_attribute(root, "osapuoli"));
    assert_null(xml_attribute(root, "toimielin"));
    assert_string_equal(xml_attribute(root, "paperi"), "sopimus");
}

static void data_holds_every_root(void **state)
{
    static const char *const roots[] = {"hanke",       "osapuolet", "sopimus",
                                        "suunnitelma", "kokoukset", "lajit"};
    const struct agenda_fixture *fixture = *state;
    const xmlNode *child = xmlDocGetRootElement(fixture->agenda->data)->children;
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++, child = child->next) {
        assert_string_equal((const char *)child->name, roots[i]);
        assert_string_equal((const char *)child->ns->href, XML_PYKALA);
    }
    assert_null(child);
}

/* Makes the agenda again after a change to the project; returns the diagnostics it gave. */
static struct agenda *agenda_again(struct agenda_fixture *fixture)
{
    diags_clear(fixture->diags);
    return agenda_new(fixture->project, fixture->kinds, fixture->arena, fixture->diags);
}

/* How many parties of the data's register are marked as the agreement's. */
static size_t count_marked(const struct agenda *agenda)
{
    size_t count = 0;
    const xmlNode *register_root = xml_child(xmlDocGetRootElement(agenda->data), "osapuolet");
    const xmlNode *party = xml_child(register_root, "osapuoli");
    for (; party; party = xml_next(party, "osapuoli"))
        count += xml_attribute(party, "sopimuksessa") != NULL;
    return count;
}

static void the_agreements_parties_are_marked(void **state)
{
    struct agenda_fixture *fixture = *state;
    const xmlNode *register_root =
        xml_child(xmlDocGetRootElement(fixture->agenda->data), "osapuolet");
    const xmlNode *party = xml_child(register_root, "osapuoli");
    assert_string_equal(xml_attribute(party, "sopimuksessa"), "true");
    assert_int_equal(count_marked(fixture->agenda), 3); /* not "sivullinen" */

    const xmlNode *agreement = xmlDocGetRootElement(fixture->project->agreement->xml);
    xmlNodePtr list = xml_child(agreement, "osapuoliviitteet");
    xmlUnlinkNode(list);
    xmlFreeNode(list);
    struct agenda *agenda = agenda_again(fixture);
    assert_int_equal(count_marked(agenda), 4);
    agenda_free(agenda);
}

/* The initials of the data's parties that are marked as the agreement's. */
static const char *marked(const struct agenda *agenda)
{
    static char initials[8];
    size_t count = 0;
    const xmlNode *parties = xml_child(xmlDocGetRootElement(agenda->data), "osapuolet");
    for (const xmlNode *party = xml_child(parties, "osapuoli"); party;
         party = xml_next(party, "osapuoli"))
        if (xml_attribute(party, "sopimuksessa"))
            initials[count++] = *xml_attribute(party, "tunnus");
    initials[count] = '\0';
    return initials;
}

/* Berta is a party to the end of 2026, celia from 2027 on, dora to June 2027. */
static void a_papers_parties_are_those_of_its_day(void **state)
{
    static const struct {
        const char *stem, *day, *marked;
    } wanted[] = {
        {"alpi/sopimus-kunnanhallitus", "2025-11-10", "abd"},     /* the meeting */
        {"alpi/suunnitelma-kunnanhallitus", "2026-01-01", "abd"}, /* the plan's term */
        {"alpi/seuranta-2026", "2026-12-31", "abd"},
        {"alpi/seuranta-2027", "2027-12-31", "ac"},
        {"berta/sopimus-kunnanhallitus", "2025-10-24", "abd"}, /* the agreement's own day */
        {"berta/seuranta-2026", "2026-12-31", "abd"},          /* its board met after it had left */
        {"celia/sopimus-kunnanhallitus", "2027-01-01", "acd"}, /* met before it joins */
        {"celia/suunnitelma-kunnanhallitus", "2027-01-01", "acd"},
        {"celia/seuranta-2027", "2027-12-31", "ac"},
        {"dora/sopimus-kunnanhallitus", "2025-10-24", "abd"},
        {"dora/suunnitelma-kunnanhallitus", "2027-04-05", "acd"}, /* the second meeting */
        {"dora/seuranta-2026", "2026-12-31", "abd"},
        {"yhteiset/sopimus", "2025-10-24", "abd"},
        {"yhteiset/seuranta-2026", "2026-12-31", "abd"},
        {"yhteiset/seuranta-2027", "2027-12-31", "ac"},
    };
    const struct agenda_fixture *fixture = *state;
    struct agenda *agenda = fixture->agenda;
    assert_non_null(agenda);
    assert_string_equal(marked(agenda), "abcd");
    assert_int_equal(agenda->count, sizeof wanted / sizeof *wanted);
    for (size_t round = 0; round < 2; round++)
        for (size_t i = 0; i < agenda->count; i++) {
            assert_string_equal(agenda->papers[i].stem, wanted[i].stem);
            assert_string_equal(agenda->papers[i].day, wanted[i].day);
            agenda_select(agenda, &agenda->papers[i]);
            assert_string_equal(marked(agenda), wanted[i].marked);
        }
}

static void copies_know_their_place(void **state)
{
    const struct agenda_fixture *fixture = *state;
    const xmlNode *root = xmlDocGetRootElement(fixture->agenda->data);
    const xmlNode *party = xml_child(xml_child(root, "osapuolet"), "osapuoli");
    struct diag_place place = agenda_place(xml_next(party, "osapuoli"));
    assert_string_equal(place.file, "tests/data/kolme/osapuolet.xml");
    assert_int_equal(place.line, 19);
    assert_int_equal(place.column, 3);
    place = agenda_place(xml_child(xml_child(root, "lajit"), "osapuolilaji"));
    assert_string_equal(place.file, "templates/fi/lajit.xml");
    assert_int_equal(place.line, 7);
}

/* How many papers the agenda has when it is made again. */
static size_t count_again(struct agenda_fixture *fixture)
{
    struct agenda *agenda = agenda_again(fixture);
    size_t count = agenda->count;
    agenda_free(agenda);
    return count;
}

static xmlNodePtr papers_of(const struct agenda_fixture *fixture)
{
    return xml_child(xmlDocGetRootElement(fixture->project->project->xml), "paperit");
}

static void one_name_for_two_papers_is_an_error(void **state)
{
    struct agenda_fixture *fixture = *state;
    xmlNodePtr plan = xml_child(papers_of(fixture), "paperi");
    for (int i = 0; i < 3; i++)
        plan = xml_next(plan, "paperi");
    xmlSetProp(plan, (const xmlChar *)"aihe", (const xmlChar *)"sopimus");
    assert_int_equal(count_again(fixture), 7); /* but for the plan's two */
    const struct diag *diag = diags_at(fixture->diags, 0);
    assert_int_equal(diag->rule, RULE_PAPER_DUPLICATE);
    assert_string_equal(diag->place.file, "tests/data/kolme/hanke.xml");
    assert_int_equal(diag->place.line, 20);
    assert_non_null(strstr(diag->message, "yla-jarvi/sopimus-kunnanhallitus"));
    assert_int_equal(diags_count(fixture->diags), 1); /* though each party's would have it */
}

static void a_paper_without_its_year_is_not_made(void **state)
{
    struct agenda_fixture *fixture = *state;
    xmlNodePtr paper = xml_next(xml_child(papers_of(fixture), "paperi"), "paperi");
    xmlSetProp(paper, (const xmlChar *)"aihe", (const xmlChar *)"seuranta");
    assert_int_equal(count_again(fixture), 6);        /* but for three boards' */
    assert_int_equal(diags_count(fixture->diags), 0); /* a rule has told it of the paper */
}

static void a_body_without_a_name_is_an_error(void **state)
{
    struct agenda_fixture *fixture = *state;
    xmlNodePtr kind = xml_child(xmlDocGetRootElement(fixture->kinds), "osapuolilaji");
    xmlNodePtr body = xml_child(kind, "hallitus");
    xmlUnlinkNode(body);
    xmlFreeNode(body);
    assert_int_equal(count_again(fixture), 7); /* but for the two of the board without a name */
    const struct diag *diag = diags_at(fixture->diags, 0);
    assert_int_equal(diag->rule, RULE_PAPER_UNNAMED);
    assert_int_equal(diag->place.line, 3);
}

/* Follow-up papers are named by their year, whatever their ids are. */
static void follow_up_papers_are_named_by_year(void **state)
{
    static const char *const stems[] = {"alpi/seuranta-2027", "alpi/seuranta-2027-kunnanhallitus",
                                        "dora/seuranta-2027-kaupunginhallitus",
                                        "emma/seuranta-2027-aluehallitus",
                                        "yhteiset/seuranta-2027"};
    const struct agenda_fixture *fixture = *state;
    const struct agenda *agenda = fixture->agenda;
    size_t found = 0, about = 0;
    for (size_t i = 0; i < agenda->count; i++) {
        for (size_t j = 0; j < sizeof stems / sizeof *stems; j++)
            found += strcmp(agenda->papers[i].stem, stems[j]) == 0;
        about += agenda->papers[i].year && strcmp(agenda->papers[i].year, "2027") == 0;
    }
    assert_int_equal(found, sizeof stems / sizeof *stems);
    assert_int_equal(about, 5 * 2 + 1);
    assert_int_equal(agenda->count, 5 * 2 + 2);
}

/* A paper's year and the year before, in order, after the project's own roots. */
static void data_holds_the_years_of_papers(void **state)
{
    struct agenda_fixture *fixture = *state;
    const xmlNode *root = xmlDocGetRootElement(fixture->agenda->data);
    const xmlNode *summary = xml_child(root, "seurantakooste");
    assert_true(fixture->answered);
    assert_string_equal(xml_attribute(summary, "vuosi"), "2026");
    summary = xml_next(summary, "seurantakooste");
    assert_string_equal(xml_attribute(summary, "vuosi"), "2027");
    assert_null(summary->next);
    agenda_select(fixture->agenda, &fixture->agenda->papers[0]);
    assert_string_equal(xml_attribute(root, "vuosi"), "2027");
    for (size_t i = 0; i < fixture->agenda->count; i++)
        if (strcmp(fixture->agenda->papers[i].id, "suunnitelma") == 0)
            agenda_select(fixture->agenda, &fixture->agenda->papers[i]);
    assert_null(xml_attribute(root, "vuosi"));
}

/* The data tree as text; free with xmlFree. */
static xmlChar *data_text(const struct agenda *agenda)
{
    xmlChar *text = NULL;
    int size = 0;
    xmlDocDumpMemory(agenda->data, &text, &size);
    return text;
}

static size_t count_rows(const struct agenda *agenda, const char *party)
{
    size_t count = 0;
    const xmlNode *root = xmlDocGetRootElement(agenda->data);
    for (const xmlNode *summary = xml_child(root, "seurantakooste"); summary;
         summary = xml_next(summary, "seurantakooste"))
        for (const xmlNode *measure = xml_child(summary, "toimenpidekooste"); measure;
             measure = xml_next(measure, "toimenpidekooste"))
            for (const xmlNode *row = xml_child(measure, "osapuolentila"); row;
                 row = xml_next(row, "osapuolentila"))
                count += !party || strcmp(xml_attribute(row, "osapuoli"), party) == 0;
    return count;
}

static void a_partys_paper_is_made_from_its_own_rows(void **state)
{
    struct agenda_fixture *fixture = *state;
    struct agenda *agenda = fixture->agenda;
    const struct agenda_paper *own = NULL, *common = NULL;
    for (size_t i = 0; i < agenda->count; i++) {
        const struct agenda_paper *paper = &agenda->papers[i];
        if (paper->year && paper->party && !own)
            own = paper;
        if (paper->year && !paper->party)
            common = paper;
    }
    assert_non_null(own);
    assert_non_null(common);
    agenda_select(agenda, common);
    xmlChar *whole = data_text(agenda);
    size_t rows = count_rows(agenda, own->party);
    assert_true(rows > 0 && rows < count_rows(agenda, NULL));
    agenda_select(agenda, own);
    assert_int_equal(count_rows(agenda, NULL), rows);
    assert_int_equal(count_rows(agenda, own->party), rows);
    agenda_select(agenda, common);
    xmlChar *again = data_text(agenda);
    assert_string_equal((const char *)again, (const char *)whole);
    xmlFree(again);
    xmlFree(whole);
}

static void only_papers_of_a_year_need_answers(void **state)
{
    struct agenda_fixture *fixture = *state;
    struct agenda *agenda = agenda_again(fixture);
    size_t plan = 0;
    while (strcmp(agenda->papers[plan].id, "suunnitelma") != 0)
        plan++;
    assert_int_equal(agenda_last_year(agenda, &plan, 1), 0);
    assert_int_equal(agenda_take_answered(agenda, &plan, 1, NULL, fixture->diags), 1);
    agenda_add_answers(agenda, &plan, 1, NULL);
    assert_null(xml_child(xmlDocGetRootElement(agenda->data), "seurantakooste"));
    assert_int_equal(agenda_last_year(agenda, (size_t[]){0, plan}, 2), 2027);
    agenda_free(agenda);
}

/* Makes all anew after the project's first follow-up paper was changed. */
static void again_with(struct agenda_fixture *fixture, const char *attribute, const char *value)
{
    xmlNodePtr paper = xml_next(xml_child(papers_of(fixture), "paperi"), "paperi");
    if (value)
        xmlSetProp(paper, (const xmlChar *)attribute, (const xmlChar *)value);
    else
        xmlUnsetProp(paper, (const xmlChar *)attribute);
    agenda_free(fixture->agenda);
    fixture->agenda = agenda_again(fixture);
}

static void a_year_without_answers_has_its_papers(void **state)
{
    struct agenda_fixture *fixture = *state;
    again_with(fixture, "vuosi", "2028");
    agenda_fixture_add_answers(fixture);
    assert_true(fixture->answered);
    assert_int_equal(diags_count(fixture->diags), 1);
    const struct diag *diag = diags_at(fixture->diags, 0);
    assert_int_equal(diag->rule, RULE_PAPER_ANSWERS);
    assert_int_equal(diag->severity, DIAG_WARNING);
    assert_string_equal(diag->place.file, "tests/data/followup/hanke.xml");
    assert_int_equal(diag->place.line, 19);
    assert_non_null(strstr(diag->message, "2028"));
    assert_non_null(strstr(diag->message, "seuranta/2028"));
}

static void a_year_that_is_not_followed_up_is_an_error(void **state)
{
    struct agenda_fixture *fixture = *state;
    again_with(fixture, "vuosi", "2029");
    agenda_fixture_add_answers(fixture);
    assert_false(fixture->answered);
    const struct diag *diag = diags_at(fixture->diags, 0);
    assert_int_equal(diag->rule, RULE_PAPER_ANSWERS);
    assert_int_equal(diag->severity, DIAG_ERROR);
    assert_non_null(strstr(diag->message, "2029"));
}

static void a_project_without_answers_is_an_error(void **state)
{
    struct agenda_fixture *fixture = *state;
    const xmlNode *root = xmlDocGetRootElement(fixture->project->project->xml);
    xmlNodePtr folder = xml_child(xml_child(root, "tiedostot"), "seurantaKansio");
    xmlUnlinkNode(folder);
    again_with(fixture, "vuosi", "2027");
    agenda_fixture_add_answers(fixture);
    xmlFreeNode(folder);
    assert_false(fixture->answered);
    assert_int_equal(diags_at(fixture->diags, 0)->rule, RULE_PAPER_ANSWERS);
}

static void a_follow_up_paper_without_a_year_is_left_out(void **state)
{
    struct agenda_fixture *fixture = *state;
    again_with(fixture, "vuosi", NULL);
    assert_int_equal(fixture->agenda->count, 5 * 2 + 1);
    assert_int_equal(diags_count(fixture->diags), 0); /* a rule has told it of the paper */
}

/* The register may name the bodies of a kind itself. */
static void the_register_comes_before_the_defaults(void **state)
{
    struct agenda_fixture *fixture = *state;
    xmlNodePtr parties = xmlDocGetRootElement(fixture->project->parties->xml);
    xmlNodePtr kinds = xmlNewNode(parties->ns, (const xmlChar *)"lajit");
    xmlNodePtr kind = xmlNewChild(kinds, parties->ns, (const xmlChar *)"osapuolilaji", NULL);
    xmlSetProp(kind, (const xmlChar *)"laji", (const xmlChar *)"kaupunki");
    xmlNodePtr body = xmlNewChild(kind, parties->ns, (const xmlChar *)"hallitus", NULL);
    xmlNewChild(body, parties->ns, (const xmlChar *)"nominatiivi",
                (const xmlChar *)"Raati ja neuvosto");
    xmlAddPrevSibling(parties->children, kinds);
    struct agenda *agenda = agenda_again(fixture);
    assert_non_null(agenda);
    assert_string_equal(agenda->papers[3].stem, "lampi/sopimus-raati-ja-neuvosto");
    agenda_free(agenda);
}

static void slugs(void **state)
{
    static const struct {
        const char *text, *slug;
    } cases[] = {
        {"Kunnanhallitus", "kunnanhallitus"},
        {"Äänekosken  kaupunginhallitus", "aanekosken-kaupunginhallitus"},
        {"ÅLAND Ö", "aland-o"},
        {" (hallitus) 2 ", "hallitus-2"},
        {"Éder ñ ß ×", "eder-n-s"},
        {"狐", ""},
        {"", ""},
    };
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(agenda_slug(arena, cases[i].text), cases[i].slug);
    arena_free(arena);
}

static void lists(void **state)
{
    (void)state;
    assert_true(input_list_has("joutsa", "joutsa"));
    assert_true(input_list_has(" a\n joutsa\tb ", "joutsa"));
    assert_true(input_list_has("a b", "b"));
    assert_false(input_list_has("joutsan", "joutsa"));
    assert_false(input_list_has("", "joutsa"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KOLME(papers_come_in_order),
        WITH_KOLME(selection_is_on_the_root),
        WITH_KOLME(data_holds_every_root),
        WITH_KOLME(the_agreements_parties_are_marked),
        WITH_DAYS(a_papers_parties_are_those_of_its_day),
        WITH_KOLME(copies_know_their_place),
        WITH_KOLME(one_name_for_two_papers_is_an_error),
        WITH_KOLME(a_paper_without_its_year_is_not_made),
        WITH_KOLME(a_body_without_a_name_is_an_error),
        WITH_KOLME(the_register_comes_before_the_defaults),
        WITH_ANSWERS(follow_up_papers_are_named_by_year),
        WITH_ANSWERS(data_holds_the_years_of_papers),
        WITH_ANSWERS(a_partys_paper_is_made_from_its_own_rows),
        WITH_ANSWERS(only_papers_of_a_year_need_answers),
        WITH_ANSWERS(a_year_without_answers_has_its_papers),
        WITH_ANSWERS(a_year_that_is_not_followed_up_is_an_error),
        WITH_ANSWERS(a_project_without_answers_is_an_error),
        WITH_ANSWERS(a_follow_up_paper_without_a_year_is_left_out),
        cmocka_unit_test(slugs),
        cmocka_unit_test(lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
