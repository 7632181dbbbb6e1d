/* What is said of a file that isn't valid: each fault once, with its rule and place, in plain
 * words. */
#include "input_fixture.h"

struct said {
    const char *rule;
    int line, column;
    const char *message, *hint; /* hint NULL: there is none */
};

static const struct {
    const char *text; /* inside the root */
    struct said said[10];
} cases[] = {
    /* elements */
    {"<nimi>1</nimi><osa tunnus='a'><nimi>1</nimi></osa>",
     {{"xsd-order", 1, 43, "<osa> stands in the wrong place in <hanke>",
       "its place is before <nimi> on line 1"}}},
    {"<viite osa='a'/>",
     {{"xsd-keyref", 1, 41, "osa=\"a\" in <viite> refers to nothing in this file", NULL}}},
    {"<nim>1</nim>",
     {{"xsd-element", 1, 29,
       "<nim> is not allowed here in <hanke>; expected <tiedostot>, <osa>, <nimi> or <viite>",
       "did you mean <nimi>?"}}},
    {"<OSA/>",
     {{"xsd-attribute-missing", 1, 29, "<osa> lacks the attribute tunnus",
       "add tunnus=\"…\". What the part is called by."},
      {"xsd-element", 1, 29,
       "<OSA> is not allowed here in <hanke>; expected <tiedostot>, <osa>, <nimi> or <viite>",
       "did you mean <osa>?"},
      {"xsd-missing", 1, 29, "<osa> lacks <nimi>", NULL}}},
    {"<kappale/>",
     {{"xsd-element", 1, 29,
       "<kappale> is not allowed here in <hanke>; expected <tiedostot>, <osa>, <nimi> or <viite>",
       "write it inside <osa>"}}},
    {"<nimi xmlns=''>1</nimi>",
     {{"xsd-element", 1, 29,
       "<nimi> is not allowed here in <hanke>; expected <tiedostot>, <osa>, <nimi> or <viite>",
       "<nimi> is not in the namespace urn:pykala:1"}}},
    {"<tiedostot><osapuoletTiedosto polku='a'/><sopimusTiedosto polku='a'/><sopimusTiedosto "
     "polku='b'/></tiedostot>",
     {{"xsd-repeated", 1, 98, "<sopimusTiedosto> may come only once in <tiedostot>",
       "the first is on line 1"}}},
    {"<tiedostot><sopimusTiedosto polku='a'/><osapuoletTiedosto polku='b'/></tiedostot>",
     {{"xsd-order", 1, 68, "<osapuoletTiedosto> stands in the wrong place in <tiedostot>",
       "its place is before <sopimusTiedosto> on line 1"}}},
    /* what was meant is what is then looked at */
    {"<osaa tunnus='A'>\n<nim>1000</nim><kapale/></osaa>",
     {{"xsd-element", 1, 29,
       "<osaa> is not allowed here in <hanke>; expected <tiedostot>, <osa>, <nimi> or <viite>",
       "did you mean <osa>?"},
      {"xsd-type", 1, 43, "tunnus=\"A\" in <osa>: is not of the right form", "did you mean a?"},
      {"xsd-element", 2, 1, "<nim> is not allowed here in <osa>; expected <nimi>",
       "did you mean <nimi>?"},
      {"xsd-type", 2, 1, "\"1000\" in <nimi>: must be at most 99", NULL},
      {"xsd-element", 2, 16, "<kapale> is not allowed here in <osa>; expected <kappale> or <osa>",
       "did you mean <kappale>?"}}},
    /* what libxml2 skips behind an unexpected element is told in the same run */
    {"<vieras><osa tunnus='A'><nimi>1</nimi></osa></vieras>\n<osa "
     "tunnus='b'><nimi>x</nimi>\n<outo/>"
     "<kappale><osa/></kappale></osa>\n<muu/>",
     {{"xsd-element", 1, 29,
       "<vieras> is not allowed here in <hanke>; expected <tiedostot>, <osa>, <nimi> or <viite>",
       "delete <vieras> and </vieras>: what they hold stands here by itself"},
      {"xsd-type", 1, 50, "tunnus=\"A\" in <osa>: is not of the right form", "did you mean a?"},
      {"xsd-type", 2, 17, "\"x\" in <nimi>: must be a whole number above zero", NULL},
      {"xsd-element", 3, 1, "<outo> is not allowed here in <osa>; expected <kappale> or <osa>",
       NULL},
      {"xsd-attribute-missing", 3, 17, "<osa> lacks the attribute tunnus",
       "add tunnus=\"…\". What the part is called by."},
      {"xsd-element", 3, 17, "<osa> is not allowed here in <kappale>; expected <nimi>",
       "<osa> belongs in <hanke> or <osa>"},
      {"xsd-missing", 3, 17, "<osa> lacks <nimi>", NULL},
      {"xsd-element", 4, 1,
       "<muu> is not allowed here in <hanke>; expected <osa>, <nimi> or <viite>", NULL}}},
    /* a reference to a key that libxml2 did not reach is no fault */
    {"<vieras/><osa tunnus='a'><nimi>1</nimi></osa><viite osa='a'/>",
     {{"xsd-element", 1, 29,
       "<vieras> is not allowed here in <hanke>; expected <tiedostot>, <osa>, <nimi> or <viite>",
       NULL}}},
    {"<nimi>1<kappale/></nimi>",
     {{"xsd-element", 1, 36, "<kappale> is not allowed here: <nimi> holds no elements",
       "write the text without <kappale>"}}},
    {"<tiedostot><sopimusTiedosto polku='a'><nimi>x</nimi></sopimusTiedosto></tiedostot>",
     {{"xsd-element", 1, 67, "<nimi> is not allowed here: <sopimusTiedosto> holds no elements",
       NULL},
      {"xsd-type", 1, 67, "\"x\" in <nimi>: must be a whole number above zero", NULL}}},
    /* text */
    {"<osa tunnus='a'><nimi>1</nimi> <!-- --> teksti <kappale/> lisää</osa>",
     {{"xsd-text", 1, 69, "text is not allowed directly in <osa>",
       "write it inside <nimi>, <kappale> or <osa>"},
      {"xsd-text", 1, 87, "text is not allowed directly in <osa>",
       "write it inside <nimi>, <kappale> or <osa>"}}},
    {"<tiedostot><sopimusTiedosto polku='a'>x</sopimusTiedosto></tiedostot>",
     {{"xsd-text", 1, 67, "text is not allowed directly in <sopimusTiedosto>", NULL}}},
    /* missing */
    {"<osa tunnus='a'/>", {{"xsd-missing", 1, 29, "<osa> lacks <nimi>", NULL}}},
    {"<osa><nimi>1</nimi></osa>",
     {{"xsd-attribute-missing", 1, 29, "<osa> lacks the attribute tunnus",
       "add tunnus=\"…\". What the part is called by."}}},
    /* attributes */
    {"<nimi numero='1'>1</nimi>",
     {{"xsd-attribute", 1, 35, "<nimi> has no attribute numero",
       "leave it out: <nimi> has no attributes"}}},
    {"<osa tunnus='a' läji='kunta'><nimi>1</nimi></osa>",
     {{"xsd-attribute", 1, 45, "<osa> has no attribute läji", "did you mean laji?"}}},
    {"<osa tunnus='a' xmlns:x='urn:x'\n x:laji='kunta'><nimi>1</nimi></osa>",
     {{"xsd-attribute", 2, 2, "<osa> has no attribute x:laji", "did you mean laji?"}}},
    {"<viite osa='a' väri='punainen'/><osa tunnus='a'><nimi>1</nimi></osa>",
     {{"xsd-attribute", 1, 44, "<viite> has no attribute väri", "it may have osa"},
      {"xsd-order", 1, 61, "<osa> stands in the wrong place in <hanke>",
       "its place is before <viite> on line 1"}}},
    {"<osa tunus='A'><nimi>1</nimi></osa>",
     {{"xsd-attribute", 1, 34, "<osa> has no attribute tunus", "did you mean tunnus?"},
      {"xsd-type", 1, 41, "tunnus=\"A\" in <osa>: is not of the right form", "did you mean a?"}}},
    /* values */
    {"<osa tunnus='a' laji='kylä'><nimi>1</nimi></osa>",
     {{"xsd-type", 1, 51, "laji=\"kylä\" in <osa>: must be kunta or kaupunki", NULL}}},
    {"<osa tunnus='a' laji='Kaupunkki'><nimi>1</nimi></osa>",
     {{"xsd-type", 1, 51, "laji=\"Kaupunkki\" in <osa>: must be kunta or kaupunki",
       "did you mean kaupunki?"}}},
    {"<osa tunnus='aaaaaaaaa'><nimi>1</nimi></osa>",
     {{"xsd-type", 1, 42, "tunnus=\"aaaaaaaaa\" in <osa>: must have at most 8 characters",
       "Lower-case letters."}}},
    {"<osa tunnus=''><nimi>1</nimi></osa>",
     {{"xsd-type", 1, 42, "tunnus=\"\" in <osa>: must not be empty",
       "What the part is called by."}}},
    {"<osa tunnus='a' lista='a B  c é'><nimi>1</nimi></osa>",
     {{"xsd-type", 1, 54, "lista=\"B\" in <osa>: is not of the right form", "did you mean b?"},
      {"xsd-type", 1, 59, "lista=\"é\" in <osa>: is not of the right form",
       "Lower-case letters."}}},
    {"<osa tunnus='a' alkaa='24.10.2025'><nimi>1</nimi></osa>",
     {{"xsd-type", 1, 52,
       "alkaa=\"24.10.2025\" in <osa>: must be a date as year-month-day, such as 2025-10-24",
       "did you mean 2025-10-24?"}}},
    {"<osa tunnus='a' arvo='x'><nimi>1</nimi></osa>",
     {{"xsd-type", 1, 51, "arvo=\"x\" in <osa>: is not of the right form", NULL}}},
    {"<osa tunnus='a' alkaa='2025-02-30'><nimi>1</nimi></osa>",
     {{"xsd-type", 1, 52,
       "alkaa=\"2025-02-30\" in <osa>: must be a date as year-month-day, such as 2025-10-24",
       "there is no such day in the calendar"}}},
    {"<osa tunnus='a' vakio='b'><nimi>1</nimi></osa>",
     {{"xsd-type", 1, 52, "vakio=\"b\" in <osa>: must be a", NULL}}},
    {"<nimi>100</nimi>", {{"xsd-type", 1, 29, "\"100\" in <nimi>: must be at most 99", NULL}}},
    {"<nimi> </nimi>", {{"xsd-type", 1, 29, "\" \" in <nimi>: must not be empty", NULL}}},
    {"<nimi>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaäbbbb</nimi>",
     {{"xsd-type", 1, 29,
       "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…\" in <nimi>: must be a "
       "whole "
       "number above zero",
       NULL}}},
    /* keys */
    {"<osa tunnus='a'><nimi>1</nimi></osa>\n<osa tunnus='a'><nimi>1</nimi></osa>",
     {{"xsd-key", 2, 14, "tunnus=\"a\" in <osa>: must not come twice",
       "the whole <osa> is a copy of the first, on line 1: delete one of them"}}},
    {"<osa tunnus='osa'><nimi>1</nimi></osa><viite osa='osat'/><viite osa='osat'/>",
     {{"xsd-keyref", 1, 79, "osa=\"osat\" in <viite> refers to nothing in this file",
       "did you mean osa?"},
      {"xsd-keyref", 1, 98, "osa=\"osat\" in <viite> refers to nothing in this file",
       "did you mean osa?"}}},
    {"<nimi xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'>1</nimi>",
     {{"xsd-attribute", 1, 89, "<nimi> has no attribute xsi:nil",
       "leave it out: <nimi> has no attributes"}}},
};

static void expect_said(const struct said *expected, const struct diag *diag)
{
    assert_string_equal(expected->rule, rule_info(diag->rule)->id);
    assert_string_equal(expected->message, diag->message);
    assert_int_equal(expected->line, diag->place.line);
    assert_int_equal(expected->column, diag->place.column);
    assert_int_equal(diag->severity, DIAG_ERROR);
    if (expected->hint)
        assert_string_equal(expected->hint, diag->hint);
    else
        assert_null(diag->hint);
}

static void check(struct fixture *f, size_t number)
{
    struct buf text = {0};
    size_t count = 0;
    buf_printf(&text, "%s%s</hanke>", ROOT_START, cases[number].text);
    struct input_document *document = load_text(f, text.data);
    assert_non_null(document);
    assert_false(document->valid);
    diags_sort(f->diags);
    while (count < 10 && cases[number].said[count].rule)
        count++;
    print_message("case %zu: %s\n", number, cases[number].text);
    for (size_t i = 0; i < diags_count(f->diags); i++)
        print_message("  %s: %s (%s)\n", rule_info(diags_at(f->diags, i)->rule)->id,
                      diags_at(f->diags, i)->message,
                      diags_at(f->diags, i)->hint ? diags_at(f->diags, i)->hint : "");
    for (size_t i = 0; i < count && i < diags_count(f->diags); i++)
        expect_said(&cases[number].said[i], diags_at(f->diags, i));
    assert_int_equal(diags_count(f->diags), count);
    input_document_free(document);
    buf_free(&text);
}

static void each_fault_is_told_once(void **state)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(*state, i);
}

/* Ten names are enough in a message, and a file full of faults is told whole, quickly. */
static void many_faults_are_all_told(void **state)
{
    struct fixture *f = *state;
    enum { MANY = 300 }; /* SOURCE_ERRORS is the end of it */
    struct buf text = {0};
    buf_string(&text, ROOT_START);
    for (int i = 0; i < MANY; i++)
        buf_string(&text, "<osa tunnus='a'><nimi>x</nimi><outo/></osa>\n");
    buf_string(&text, "</hanke>");
    struct input_document *document = load_text(f, text.data);
    assert_non_null(document);
    assert_int_equal(diags_count(f->diags), 3 * MANY - 1);
    input_document_free(document);
    buf_free(&text);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_fault_is_told_once),
        TEST(many_faults_are_all_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
