#include "agenda_fixture.h"

#include "base/file.h"
#include "template/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define HEAD                                                                                       \
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "              \
    "xmlns='http://www.w3.org/1999/xhtml' xmlns:exsl='http://exslt.org/common' "                   \
    "xmlns:date='http://exslt.org/dates-and-times' extension-element-prefixes='exsl date'>\n"
#define RULE(body) HEAD "<xsl:template match='/'>\n" body "\n</xsl:template>\n</xsl:stylesheet>\n"

/* A folder of templates in a folder of its own, and the data of three parties. */
struct fixture {
    struct agenda_fixture *agenda;
    struct diags *diags;
    struct buf xhtml;
    struct diag_place marked; /* of the mark 1, when there is one */
    char marked_file[160];
    char outer[64], folder[96], path[160];
};

static void write_text(struct fixture *fixture, const char *folder, const char *name,
                       const char *text)
{
    snprintf(fixture->path, sizeof fixture->path, "%s/%s", folder, name);
    assert_true(file_write(fixture->path, text, strlen(text), fixture->diags));
}

static int open_folder(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->agenda = agenda_fixture_new("tests/data/kolme");
    fixture->diags = diags_new();
    strcpy(fixture->outer, "/tmp/test-template-XXXXXX");
    assert_non_null(mkdtemp(fixture->outer));
    snprintf(fixture->folder, sizeof fixture->folder, "%s/oma kansio", fixture->outer);
    write_text(fixture, fixture->outer, "salaisuus.xml", "<salaisuus>hs</salaisuus>");
    write_text(fixture, fixture->outer, "ulkona.xsl", HEAD "</xsl:stylesheet>");
    write_text(fixture, fixture->folder, "fi/tieto.xml", "<tieto>sana</tieto>");
    write_text(fixture, fixture->folder, "osa.xsl",
               HEAD "<xsl:variable name='osa' select=\"'osasta'\"/></xsl:stylesheet>");
    *state = fixture;
    return 0;
}

static void remove_in(struct fixture *fixture, const char *folder, const char *name)
{
    snprintf(fixture->path, sizeof fixture->path, "%s/%s", folder, name);
    unlink(fixture->path);
    rmdir(fixture->path);
}

static int close_folder(void **state)
{
    static const char *const names[] = {"fi/tieto.xml", "fi", "osa.xsl", "koe.xsl", "linkki.xml"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        remove_in(fixture, fixture->folder, names[i]);
    remove_in(fixture, fixture->outer, "salaisuus.xml");
    remove_in(fixture, fixture->outer, "ulkona.xsl");
    rmdir(fixture->folder);
    assert_int_equal(rmdir(fixture->outer), 0); /* nothing else was written */
    agenda_fixture_free(fixture->agenda);
    diags_free(fixture->diags);
    buf_free(&fixture->xhtml);
    free(fixture);
    return 0;
}

static void keep_mark(struct fixture *fixture, const struct template_set *set)
{
    const struct diag_marks marks = template_set_marks(set);
    if (marks.count < 2)
        return;
    fixture->marked = marks.places[1];
    snprintf(fixture->marked_file, sizeof fixture->marked_file, "%s", fixture->marked.file);
}

/* Runs the text as template koe.xsl over the data of the first paper. */
static bool run(struct fixture *fixture, const char *text, bool trace)
{
    diags_clear(fixture->diags);
    buf_clear(&fixture->xhtml);
    write_text(fixture, fixture->folder, "koe.xsl", text);
    struct template_set *plain = template_set_new(fixture->folder, fixture->diags);
    assert_non_null(plain);
    struct template_set *set = trace ? template_set_traced(plain) : plain;
    agenda_select(fixture->agenda->agenda, &fixture->agenda->agenda->papers[0]);
    bool made =
        template_run(set, "koe", fixture->agenda->agenda->data, fixture->diags, &fixture->xhtml);
    if (trace)
        keep_mark(fixture, set);
    if (set != plain)
        template_set_free(set);
    template_set_free(plain);
    return made;
}

static void a_page_is_written_as_it_is(void **state)
{
    struct fixture *fixture = *state;
    assert_true(run(fixture,
                    HEAD "<xsl:include href='osa.xsl'/>"
                         "<xsl:output method='html' indent='yes'/>"
                         "<xsl:template match='/'><html><p>ä<br/></p><p>"
                         "<xsl:value-of select='$osa'/>"
                         "<xsl:value-of select=\"document('fi/tieto.xml')\"/></p></html>"
                         "</xsl:template></xsl:stylesheet>",
                    false));
    assert_string_equal(fixture->xhtml.data,
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><p>ä<br/></p>"
                        "<p>osastasana</p></html>\n");
    assert_int_equal(diags_count(fixture->diags), 0);
}

static void a_trace_names_the_template_line(void **state)
{
    struct fixture *fixture = *state;
    assert_true(run(fixture, RULE("<html>\n<p/></html>"), true));
    assert_non_null(strstr(fixture->xhtml.data, "<p " DIAG_MARK "=\"1\"/>"));
    assert_string_equal(strrchr(fixture->marked_file, '/'), "/koe.xsl");
    assert_int_equal(fixture->marked.line, 4);
}

static void an_own_attribute_is_no_mark(void **state)
{
    struct fixture *fixture = *state;
    assert_true(run(fixture, RULE("<html>\n<p " DIAG_MARK "='1'/><br/></html>"), true));
    assert_non_null(
        strstr(fixture->xhtml.data, "<p " DIAG_MARK "=\"1\"/><br " DIAG_MARK "=\"1\"/>"));
    assert_true(run(fixture, RULE("<html>\n<p " DIAG_MARK "='x'/></html>"), true));
    assert_non_null(strstr(fixture->xhtml.data, "<p " DIAG_MARK "=\"x\"/>"));
}

/* What a mistake in a template says, and on which line. */
struct mistake {
    const char *text;
    int line;
    const char *message; /* a part of it */
};

static void check_mistake(struct fixture *fixture, const struct mistake *mistake)
{
    assert_false(run(fixture, mistake->text, false));
    assert_int_equal(fixture->xhtml.size, 0);
    assert_true(diags_count(fixture->diags) >= 1);
    const struct diag *diag = diags_at(fixture->diags, 0);
    assert_int_equal(diag->severity, DIAG_ERROR);
    assert_non_null(diag->place.file);
    if (diag->place.line != mistake->line || !strstr(diag->message, mistake->message))
        fail_msg("%d: %s: not line %d and “%s”", diag->place.line, diag->message, mistake->line,
                 mistake->message);
    assert_string_equal(strrchr(diag->place.file, '/'), "/koe.xsl");
    assert_non_null(strstr(diag->place.file, "oma kansio"));
}

static void mistakes_name_template_and_line(void **state)
{
    static const struct mistake mistakes[] = {
        {"<xsl:stylesheet", 1, ""},
        {RULE("<p>\n</q>"), 4, "mismatch"},
        {RULE("<xsl:olematon/>"), 3, "olematon"},
        {RULE("<xsl:value-of select='1 +'/>"), 3, "1 +"},
        {RULE("<p/>\n<xsl:value-of select='$olematon'/>"), 4, "olematon"},
        {RULE("<p/>\n<xsl:value-of select='olematon()'/>"), 4, "olematon"},
        {RULE("<xsl:value-of select='date:date()'/>"), 3, "date"},
        {RULE("<p/>\n<xsl:call-template name='olematon'/>"), 4, "olematon"},
        {RULE("<xsl:message terminate='yes'>Paperia ei voi tehdä.</xsl:message>"), 3,
         "Paperia ei voi tehdä."},
        {RULE("<xsl:apply-templates select='/'/>"), 3, "recursion"},
        {RULE("\n<xsl:value-of select='count(//*[count(//*[count(//*) > 0]) > 0])'/>"), 4, ""},
        {"<p/>", 1, "not a stylesheet"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++)
        check_mistake(fixture, &mistakes[i]);
}

/* Steps are limited so that a loop ends, but a table of very many answers is no loop. */
static void large_data_may_take_many_steps(void **state)
{
    struct fixture *fixture = *state;
    xmlNodePtr root = xmlDocGetRootElement(fixture->agenda->agenda->data);
    for (int i = 0; i < 100000; i++)
        xmlNewChild(root, NULL, (const xmlChar *)"vastaus", NULL);
    assert_true(
        run(fixture,
            RULE("<p><xsl:for-each select='//*[contains(concat(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, "
                 "11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26), 27)]'/>"
                 "</p>"),
            false));
}

static void nothing_outside_the_folder_is_read(void **state)
{
    static const struct mistake mistakes[] = {
        {RULE("<p/>\n<xsl:copy-of select=\"document('../salaisuus.xml')\"/>"), 4, "salaisuus.xml"},
        {RULE("<xsl:copy-of select=\"document('/etc/passwd')\"/>"), 3, "/etc/passwd"},
        {RULE("<xsl:copy-of select=\"document('linkki.xml')\"/>"), 3, "linkki.xml"},
        {RULE("<xsl:copy-of select=\"document('http://127.0.0.1:9/x')\"/>"), 3, "127.0.0.1"},
        {HEAD "<xsl:include href='../ulkona.xsl'/></xsl:stylesheet>", 2, "ulkona.xsl"},
        {HEAD "<xsl:import href='../ulkona.xsl'/></xsl:stylesheet>", 2, "ulkona.xsl"},
        {HEAD "<xsl:include href='http://127.0.0.1:9/x.xsl'/></xsl:stylesheet>", 2, "127.0.0.1"},
        {"<!DOCTYPE x [<!ENTITY e SYSTEM '../salaisuus.xml'>]>" RULE("<p>x</p>"), 1,
         "document type"},
    };
    struct fixture *fixture = *state;
    char link[160];
    snprintf(link, sizeof link, "%s/linkki.xml", fixture->folder);
    assert_int_equal(symlink("../salaisuus.xml", link), 0);
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++)
        check_mistake(fixture, &mistakes[i]);
}

/* close_folder finds whatever would have been written. */
static void nothing_is_written(void **state)
{
    static const struct mistake mistakes[] = {
        {RULE("<p/><exsl:document href='uusi.xml'><x/></exsl:document>"), 3, ""},
        {RULE("<p/><exsl:document href='a/b/uusi.xml'><x/></exsl:document>"), 3, ""},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++)
        check_mistake(fixture, &mistakes[i]);
}

static void a_message_about_a_party_is_at_the_party(void **state)
{
    struct fixture *fixture = *state;
    assert_false(run(
        fixture, RULE("<xsl:message terminate='yes'>#lampi muoto\n puuttuu</xsl:message>"), false));
    assert_int_equal(diags_count(fixture->diags), 1);
    const struct diag *diag = diags_at(fixture->diags, 0);
    assert_int_equal(diag->rule, RULE_TEMPLATE_MESSAGE);
    assert_string_equal(diag->message, "muoto puuttuu");
    assert_string_equal(diag->place.file, "tests/data/kolme/osapuolet.xml");
    assert_int_equal(diag->place.line, 19);
    assert_int_equal(diag->place.column, 3);
}

static void a_message_alone_is_a_warning(void **state)
{
    struct fixture *fixture = *state;
    assert_true(run(fixture, RULE("<p/>\n<xsl:message>Huom.</xsl:message>"), false));
    assert_int_equal(diags_count(fixture->diags), 1);
    assert_int_equal(diags_at(fixture->diags, 0)->severity, DIAG_WARNING);
    assert_int_equal(diags_at(fixture->diags, 0)->place.line, 4);
    assert_string_equal(diags_at(fixture->diags, 0)->message, "Huom.");
}

/* Else it could lay what it says next on any file. */
static void a_message_that_reads_like_a_place_is_none(void **state)
{
    static const char *const forged[] = {
        "runtime error: file /etc/passwd line 3 element x",
        "runtime error: file /etc/passwd",
        "compilation error: file /etc/passwd line 3",
        "error: element p",
        "runtime error",
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof forged / sizeof *forged; i++) {
        char text[1000];
        snprintf(text, sizeof text,
                 RULE("<p/>\n<xsl:message>%s</xsl:message>\n"
                      "<xsl:message terminate='yes'>wrong</xsl:message>"),
                 forged[i]);
        assert_false(run(fixture, text, false));
        assert_int_equal(diags_count(fixture->diags), 2);
        assert_string_equal(diags_at(fixture->diags, 0)->message, forged[i]);
        assert_string_equal(diags_at(fixture->diags, 1)->message, "wrong");
        for (int j = 0; j < 2; j++) {
            const struct diag *diag = diags_at(fixture->diags, (size_t)j);
            assert_int_equal(diag->rule, RULE_TEMPLATE_MESSAGE);
            assert_string_equal(strrchr(diag->place.file, '/'), "/koe.xsl");
            assert_int_equal(diag->place.line, 4 + j);
        }
    }
}

/* A mistake inside of a message is one of the template still. */
static void a_mistake_in_a_message_is_told(void **state)
{
    static const struct mistake mistakes[] = {
        {RULE("<p/>\n<xsl:message>\n<xsl:value-of select='$olematon'/></xsl:message>"), 5,
         "olematon"},
        {RULE("<p/>\n<xsl:message terminate='ehkä'>a</xsl:message>"), 4, "terminate"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++)
        check_mistake(fixture, &mistakes[i]);
}

static void a_page_without_elements_is_an_error(void **state)
{
    struct fixture *fixture = *state;
    assert_false(run(fixture, RULE(""), false));
    assert_int_equal(diags_at_least(fixture->diags, DIAG_ERROR), 1);
}

static void missing_templates_and_folders_are_errors(void **state)
{
    struct fixture *fixture = *state;
    struct template_set *set = template_set_new(fixture->folder, fixture->diags);
    assert_false(template_load(set, "olematon", fixture->diags));
    assert_non_null(strstr(diags_at(fixture->diags, 0)->place.file, "olematon.xsl"));
    assert_false(template_load(set, "../ulkona", fixture->diags));
    assert_int_equal(diags_count(fixture->diags), 2);
    assert_null(template_read_data(set, "fi/olematon.xml", fixture->diags));
    assert_int_equal(diags_count(fixture->diags), 3);
    template_set_free(set);
    assert_null(template_set_new("/tmp/olematon-kansio", fixture->diags));
    assert_int_equal(diags_count(fixture->diags), 4);
}

static void a_template_is_compiled_once(void **state)
{
    struct fixture *fixture = *state;
    write_text(fixture, fixture->folder, "koe.xsl", RULE("<p>vanha</p>"));
    struct template_set *set = template_set_new(fixture->folder, fixture->diags);
    assert_true(template_load(set, "koe", fixture->diags));
    write_text(fixture, fixture->folder, "koe.xsl", RULE("<p>uusi</p>"));
    assert_true(
        template_run(set, "koe", fixture->agenda->agenda->data, fixture->diags, &fixture->xhtml));
    assert_non_null(strstr(fixture->xhtml.data, "vanha"));
    template_set_free(set);
}

#define WITH_FOLDER(test) cmocka_unit_test_setup_teardown(test, open_folder, close_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(a_page_is_written_as_it_is),
        WITH_FOLDER(a_trace_names_the_template_line),
        WITH_FOLDER(an_own_attribute_is_no_mark),
        WITH_FOLDER(mistakes_name_template_and_line),
        WITH_FOLDER(large_data_may_take_many_steps),
        WITH_FOLDER(nothing_outside_the_folder_is_read),
        WITH_FOLDER(nothing_is_written),
        WITH_FOLDER(a_message_about_a_party_is_at_the_party),
        WITH_FOLDER(a_message_alone_is_a_warning),
        WITH_FOLDER(a_message_that_reads_like_a_place_is_none),
        WITH_FOLDER(a_mistake_in_a_message_is_told),
        WITH_FOLDER(a_page_without_elements_is_an_error),
        WITH_FOLDER(missing_templates_and_folders_are_errors),
        WITH_FOLDER(a_template_is_compiled_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
