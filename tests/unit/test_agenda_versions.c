/*
 * Which version of the plan papers are made from: of tests/data/versiot 1.0 is in force to the end
 * of February 2028, 1.1 from then on.
 */
#include "agenda_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

static int open_versions(void **state)
{
    *state = agenda_fixture_new("tests/data/versiot");
    return 0;
}

static const struct {
    const char *stem, *version, *day;
} papers[] = {
    {"alpi/suunnitelma-1.0-kunnanhallitus", "1.0", "2026-01-15"},
    {"alpi/seuranta-2027", "1.0", "2027-12-31"},
    {"alpi/seuranta-2028", "1.1", "2028-12-31"},
    {"alpi/muutos-2027-kunnanhallitus", "1.0", "2027-12-31"},
    {"berta/suunnitelma-1.0-kunnanhallitus", "1.0", "2026-01-15"},
    {"berta/seuranta-2027", "1.0", "2027-12-31"},
    {"berta/seuranta-2028", "1.1", "2028-12-31"},
    {"berta/muutos-2027-kunnanhallitus", "1.0", "2027-12-31"},
    {"yhteiset/suunnitelma", "1.1", "2028-02-20"},
    {"yhteiset/vanha-suunnitelma", "1.0", "2026-01-15"},
    {"yhteiset/seuranta-2027", "1.0", "2027-12-31"},
    {"yhteiset/seuranta-2028", "1.1", "2028-12-31"},
};
enum { PAPERS = sizeof papers / sizeof *papers };

static void papers_have_their_version_and_day(void **state)
{
    const struct agenda_fixture *fixture = *state;
    assert_int_equal(fixture->agenda->count, PAPERS);
    for (size_t i = 0; i < PAPERS; i++) {
        assert_string_equal(fixture->agenda->papers[i].stem, papers[i].stem);
        assert_string_equal(fixture->agenda->papers[i].day, papers[i].day);
    }
}

/* Whatever paper comes before. */
static void the_data_holds_the_papers_version_alone(void **state)
{
    const struct agenda_fixture *fixture = *state;
    const xmlNode *root = xmlDocGetRootElement(fixture->agenda->data);
    for (size_t before = 0; before < PAPERS; before++)
        for (size_t i = 0; i < PAPERS; i++) {
            agenda_select(fixture->agenda, &fixture->agenda->papers[before]);
            agenda_select(fixture->agenda, &fixture->agenda->papers[i]);
            const xmlNode *plan = xml_child(root, "suunnitelma");
            assert_string_equal(xml_attribute(plan, "versio"), papers[i].version);
            assert_null(xml_next(plan, "suunnitelma"));
            assert_string_equal((const char *)plan->prev->name, "osapuolet");
            assert_string_equal((const char *)plan->next->name, "lajit");
        }
}

static void elements_know_their_versions_file(void **state)
{
    const struct agenda_fixture *fixture = *state;
    const xmlNode *root = xmlDocGetRootElement(fixture->agenda->data);
    for (size_t i = 0; i < PAPERS; i++) {
        agenda_select(fixture->agenda, &fixture->agenda->papers[i]);
        struct diag_place place =
            agenda_place(xml_child(xml_child(root, "suunnitelma"), "toimenpiteet"));
        assert_non_null(strstr(place.file, papers[i].version));
        assert_int_equal(place.line, 5);
    }
}

/* Returns an element's number in document order, as libxml2 keeps it. */
static intptr_t number_of(const xmlNode *element)
{
    return -(intptr_t)element->content;
}

/* libxml2 orders nodes by numbers, which are given once, when no version has been exchanged. */
static void elements_stay_numbered_in_document_order(void **state)
{
    const struct agenda_fixture *fixture = *state;
    const xmlNode *root = xmlDocGetRootElement(fixture->agenda->data);
    for (size_t i = 0; i < PAPERS; i++) {
        agenda_select(fixture->agenda, &fixture->agenda->papers[i]);
        intptr_t last = 0;
        for (const xmlNode *node = root; node; node = xml_next_node(node, root)) {
            if (node->type != XML_ELEMENT_NODE)
                continue;
            assert_true(number_of(node) > last);
            last = number_of(node);
        }
    }
}

#define WITH_VERSIONS(test)                                                                        \
    cmocka_unit_test_setup_teardown(test, open_versions, agenda_fixture_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_VERSIONS(papers_have_their_version_and_day),
        WITH_VERSIONS(the_data_holds_the_papers_version_alone),
        WITH_VERSIONS(elements_know_their_versions_file),
        WITH_VERSIONS(elements_stay_numbered_in_document_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
