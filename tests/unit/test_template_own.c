/*
 * A project's own templates: they stand before the shipped ones, take from them, and whatever they
 * try, nothing outside the two folders is read and nothing at all is written.
 */
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

#define NAMES                                                                                      \
    "version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "                              \
    "xmlns='http://www.w3.org/1999/xhtml' xmlns:exsl='http://exslt.org/common' "                   \
    "xmlns:date='http://exslt.org/dates-and-times' xmlns:math='http://exslt.org/math' "            \
    "xmlns:dyn='http://exslt.org/dynamic' xmlns:func='http://exslt.org/functions' "                \
    "xmlns:str='http://exslt.org/strings' xmlns:saxon='http://icl.com/saxon' "                     \
    "xmlns:xt='http://www.jclark.com/xt' xmlns:redirect='org.apache.xalan.xslt.extensions."        \
    "Redirect' xmlns:outo='urn:outo'"
#define HEAD "<xsl:stylesheet " NAMES ">\n"
#define END "</xsl:stylesheet>"
#define RULE(body) HEAD "<xsl:template match='/'>\n" body "\n</xsl:template>\n" END

/* hanke/pohjat is the project's folder, valmiit the shipped one. */
struct fixture {
    struct agenda_fixture *agenda;
    struct diags *diags;
    struct buf xhtml;
    char outer[64], project[96], own[128], shipped[96], path[192];
};

static const char *in(struct fixture *fixture, const char *folder, const char *name)
{
    snprintf(fixture->path, sizeof fixture->path, "%s/%s", folder, name);
    return fixture->path;
}

static void write_text(struct fixture *fixture, const char *folder, const char *name,
                       const char *text)
{
    assert_true(file_write(in(fixture, folder, name), text, strlen(text), fixture->diags));
}

static void write_shipped(struct fixture *fixture)
{
    write_text(fixture, fixture->shipped, "fi/sanat.xsl",
               HEAD "<xsl:template name='sana'>valmis</xsl:template>" END);
    write_text(fixture, fixture->shipped, "fi/tieto.xml", "<tieto>tieto</tieto>");
    write_text(fixture, fixture->shipped, "perus.xsl",
               HEAD "<xsl:include href='fi/sanat.xsl'/><xsl:template match='/'><p>"
                    "<xsl:call-template name='sana'/> <xsl:value-of "
                    "select=\"document('fi/tieto.xml')\"/></p></xsl:template>" END);
}

static int open_folders(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->agenda = agenda_fixture_new("tests/data/kolme");
    fixture->diags = diags_new();
    strcpy(fixture->outer, "/tmp/test-own-XXXXXX");
    assert_non_null(mkdtemp(fixture->outer));
    snprintf(fixture->project, sizeof fixture->project, "%s/hanke", fixture->outer);
    snprintf(fixture->own, sizeof fixture->own, "%s/pohjat", fixture->project);
    snprintf(fixture->shipped, sizeof fixture->shipped, "%s/valmiit", fixture->outer);
    write_shipped(fixture);
    write_text(fixture, fixture->project, "salaisuus.xml", "<salaisuus>hs</salaisuus>");
    write_text(fixture, fixture->project, "ulkona.xsl", HEAD END);
    write_text(fixture, fixture->own, "osa.xsl", HEAD END);
    write_text(fixture, fixture->own, "toinen.xsl", HEAD "<xsl:import href='koe.xsl'/>" END);
    write_text(fixture, fixture->own, "oma.xml", "<oma>oma tieto</oma>");
    assert_int_equal(symlink("../salaisuus.xml", in(fixture, fixture->own, "linkki.xml")), 0);
    assert_int_equal(symlink("../ulkona.xsl", in(fixture, fixture->own, "linkki.xsl")), 0);
    assert_int_equal(mkfifo(in(fixture, fixture->own, "putki.xsl"), 0600), 0);
    *state = fixture;
    return 0;
}

static int close_folders(void **state)
{
    static const char *const own[] = {"koe.xsl",    "osa.xsl",    "toinen.xsl", "oma.xml",
                                      "linkki.xml", "linkki.xsl", "putki.xsl"};
    static const char *const shipped[] = {"fi/sanat.xsl", "fi/tieto.xml", "perus.xsl"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        unlink(in(fixture, fixture->own, own[i]));
    for (size_t i = 0; i < sizeof shipped / sizeof *shipped; i++)
        unlink(in(fixture, fixture->shipped, shipped[i]));
    unlink(in(fixture, fixture->project, "salaisuus.xml"));
    unlink(in(fixture, fixture->project, "ulkona.xsl"));
    rmdir(fixture->own);
    rmdir(fixture->project);
    rmdir(in(fixture, fixture->shipped, "fi"));
    rmdir(fixture->shipped);
    assert_int_equal(rmdir(fixture->outer), 0); /* nothing else was written */
    agenda_fixture_free(fixture->agenda);
    diags_free(fixture->diags);
    buf_free(&fixture->xhtml);
    free(fixture);
    return 0;
}

static bool run_named(struct fixture *fixture, const char *name)
{
    diags_clear(fixture->diags);
    buf_clear(&fixture->xhtml);
    struct template_set *set = template_set_new(fixture->shipped, fixture->diags);
    template_set_own(set, fixture->own);
    agenda_select(fixture->agenda->agenda, &fixture->agenda->agenda->papers[0]);
    bool made =
        template_run(set, name, fixture->agenda->agenda->data, fixture->diags, &fixture->xhtml);
    template_set_free(set);
    return made;
}

/* Runs the text as the own template koe.xsl. */
static bool run(struct fixture *fixture, const char *text)
{
    write_text(fixture, fixture->own, "koe.xsl", text);
    return run_named(fixture, "koe");
}

static void own_templates_take_from_the_shipped(void **state)
{
    struct fixture *fixture = *state;
    assert_true(
        run(fixture,
            HEAD "<xsl:import href='pykala:perus.xsl'/><xsl:include href='osa.xsl'/>"
                 "<xsl:template name='sana'>oma <xsl:value-of select=\"document('oma.xml')\"/>"
                 " <xsl:value-of select=\"document('pykala:fi/tieto.xml')\"/></xsl:template>" END));
    assert_non_null(strstr(fixture->xhtml.data, "oma oma tietotietotieto</p>"));
    assert_int_equal(diags_count(fixture->diags), 0);
    assert_true(run_named(fixture, "perus"));
    assert_non_null(strstr(fixture->xhtml.data, "valmistieto</p>"));
}

static void own_templates_stand_before_the_shipped(void **state)
{
    struct fixture *fixture = *state;
    struct template_set *set = template_set_new(fixture->shipped, fixture->diags);
    write_text(fixture, fixture->own, "koe.xsl", RULE("<p>oma</p>"));
    assert_int_equal(template_find(set, "koe"), TEMPLATE_NONE);
    assert_int_equal(template_find(set, "perus"), TEMPLATE_SHIPPED);
    assert_true(template_load(set, "perus", fixture->diags));
    template_set_own(set, fixture->own);
    assert_int_equal(template_find(set, "koe"), TEMPLATE_OWN);
    assert_int_equal(template_find(set, "perus"), TEMPLATE_SHIPPED);
    struct arena *arena = arena_new();
    assert_string_equal(template_nearest(set, "peruss", arena), "perus");
    assert_string_equal(template_nearest(set, "toine", arena), "toinen");
    assert_null(template_nearest(set, "aivan-muu", arena));
    arena_free(arena);
    template_set_own(set, NULL);
    assert_int_equal(template_find(set, "koe"), TEMPLATE_NONE);
    template_set_free(set);
}

/* What a template tries, the line that is told, and a part of what is said. */
struct attempt {
    const char *text;
    int line;
    const char *message;
};

static bool says(const struct diag *diag, const struct attempt *attempt)
{
    return diag->severity == DIAG_ERROR && diag->place.line == attempt->line &&
           strstr(diag->message, attempt->message) && diag->place.file &&
           strstr(diag->place.file, "/pohjat/koe.xsl");
}

static void check_attempts(struct fixture *fixture, const struct attempt *attempts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool made = run(fixture, attempts[i].text);
        const struct diag *diag = diags_count(fixture->diags) ? diags_at(fixture->diags, 0) : NULL;
        if (made || !diag || !says(diag, &attempts[i]))
            fail_msg("%zu: not %d “%s” but %s:%d: %s", i, attempts[i].line, attempts[i].message,
                     diag ? diag->place.file : "", diag ? diag->place.line : 0,
                     diag ? diag->message : "nothing");
        assert_int_equal(fixture->xhtml.size, 0);
        for (size_t j = 1; j < diags_count(fixture->diags); j++)
            fail_msg("%zu: told too much: %s", i, diags_at(fixture->diags, j)->message);
    }
}

#define CHECK(fixture, attempts)                                                                   \
    check_attempts(fixture, attempts, sizeof attempts / sizeof *attempts)
#define COPY(uri) RULE("<p/>\n<xsl:copy-of select=\"document('" uri "')\"/>")
#define INCLUDE(uri) HEAD "<xsl:template match='/'/>\n<xsl:include href='" uri "'/>" END

static void documents_outside_are_not_read(void **state)
{
    static const struct attempt attempts[] = {
        {COPY("../salaisuus.xml"), 4, "salaisuus.xml"},
        {COPY("%2e%2e/salaisuus.xml"), 4, "salaisuus.xml"},
        {COPY("linkki.xml"), 4, "linkki.xml"},
        {COPY("/etc/passwd"), 4, "/etc/passwd"},
        {COPY("file:///etc/passwd"), 4, "/etc/passwd"},
        {COPY("pykala:../hanke/salaisuus.xml"), 4, "salaisuus.xml"},
        {COPY("pykala:%2e%2e/hanke/salaisuus.xml"), 4, "salaisuus.xml"},
        {COPY("pykala:/etc/passwd"), 4, "/etc/passwd"},
        {COPY("http://127.0.0.1:9/x"), 4, "127.0.0.1"},
        {COPY("ftp://127.0.0.1:9/x"), 4, "127.0.0.1"},
        {COPY("data:text/xml,x"), 4, "data:"},
        {RULE("<p/>\n<xsl:copy-of select=\"document('salaisuus.xml', /)\"/>"), 4, ""},
    };
    CHECK(*state, attempts);
}

static void templates_outside_are_not_read(void **state)
{
    static const struct attempt attempts[] = {
        {INCLUDE("../ulkona.xsl"), 3, "../ulkona.xsl"},
        {INCLUDE("./../ulkona.xsl"), 3, "../ulkona.xsl"},
        {INCLUDE("%2e%2e/ulkona.xsl"), 3, "ulkona.xsl"},
        {INCLUDE("linkki.xsl"), 3, "linkki.xsl"},
        {INCLUDE("/etc/passwd"), 3, "/etc/passwd"},
        {INCLUDE("file:///etc/passwd"), 3, "/etc/passwd"},
        {INCLUDE("http://127.0.0.1:9/x.xsl"), 3, "127.0.0.1"},
        {INCLUDE("pykala:../hanke/ulkona.xsl"), 3, "ulkona.xsl"},
        {HEAD "<xsl:import href='../ulkona.xsl'/>" END, 2, "../ulkona.xsl"},
        {"<xsl:stylesheet xml:base='../' " NAMES ">\n<xsl:include href='ulkona.xsl'/>" END, 2,
         "ulkona.xsl"},
        {INCLUDE("olematon.xsl"), 3, "there is no file"},
        {INCLUDE("pykala:olematon.xsl"), 3, "there is no file"},
    };
    CHECK(*state, attempts);
}

static void what_is_shipped_is_not_to_blame(void **state)
{
    static const struct attempt attempts[] = {
        {INCLUDE("pykala:fi/tieto.xml"), 3, "tieto.xml is not a template"},
        {HEAD "<xsl:import href='pykala:fi/tieto.xml'/>" END, 2, "tieto.xml is not a template"},
        {INCLUDE("oma.xml"), 3, "oma.xml is not a template"},
        {INCLUDE("pykala:fi"), 3, "fi is not a plain file"},
        {COPY("pykala:fi"), 4, "fi is not a plain file"},
        {HEAD "<xsl:template name='sana'/>\n<xsl:include href='pykala:fi/sanat.xsl'/>" END, 3,
         "sana"},
        {HEAD "<xsl:include href='pykala:fi/sanat.xsl'/>\n<xsl:include href='pykala:perus.xsl'/>"
              "<xsl:template name='sana'/>" END,
         3, "sana"},
        {HEAD "\n<xsl:import href='pykala:perus.xsl'/>\n<xsl:template name='sana'>"
              "<xsl:message terminate='yes'>oma</xsl:message></xsl:template>" END,
         4, "oma"},
        {HEAD "\n<xsl:import href='pykala:perus.xsl'/>\n<xsl:template name='sana'>"
              "<xsl:apply-templates select='/'/></xsl:template>" END,
         3, "recursion"},
    };
    CHECK(*state, attempts);
}

/* What begins a message may be all of it. */
static void a_message_is_never_empty(void **state)
{
    struct fixture *fixture = *state;
    static const char *const messages[] = {"#alue", "#alue ", "# alue", "#", "#alue a"};
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
        struct buf text = {0};
        buf_printf(&text, RULE("<p>a</p><xsl:message>%s</xsl:message>"), messages[i]);
        assert_true(run(fixture, text.data));
        assert_int_equal(diags_count(fixture->diags), 1);
        assert_int_not_equal(*diags_at(fixture->diags, 0)->message, '\0');
        buf_free(&text);
    }
}

static void a_template_file_is_no_link_out(void **state)
{
    struct fixture *fixture = *state;
    assert_false(run_named(fixture, "linkki"));
    assert_int_equal(diags_count(fixture->diags), 1);
    assert_non_null(strstr(diags_at(fixture->diags, 0)->place.file, "/pohjat/linkki.xsl"));
    assert_false(run_named(fixture, "putki"));
    assert_int_equal(diags_count(fixture->diags), 1);
    assert_int_equal(diags_at(fixture->diags, 0)->rule, RULE_FILE_KIND);
}

static void nothing_is_written(void **state)
{
    static const struct attempt attempts[] = {
        {RULE("<p/>\n<exsl:document href='uusi.xml'><x/></exsl:document>"), 4, "document"},
        {RULE("<p/>\n<xsl:document href='uusi.xml'><x/></xsl:document>"), 4, "document"},
        {"<xsl:stylesheet extension-element-prefixes='exsl saxon' " NAMES ">\n" END, 1, "saxon"},
        {"<xsl:stylesheet\nextension-element-prefixes='xt' " NAMES ">\n" END, 2, "xt"},
        {RULE("<p xsl:extension-element-prefixes='redirect'><redirect:write file='uusi.xml'/></p>"),
         3, "Redirect"},
        {RULE("<p xsl:extension-element-prefixes='outo'><outo:x/></p>"), 3, "urn:outo"},
    };
    CHECK(*state, attempts);
}

static void what_would_change_other_papers_is_refused(void **state)
{
    static const struct attempt attempts[] = {
        {HEAD "<xsl:strip-space elements='*'/>" END, 2, "strip-space"},
        {RULE("<p>\n<xsl:value-of select='math:random()'/></p>"), 4, ""},
        {RULE("<p>\n<xsl:value-of select='date:date-time()'/></p>"), 4, ""},
        {RULE("<p>\n<xsl:value-of select=\"dyn:evaluate('1')\"/></p>"), 4, ""},
        {RULE("<p>\n<xsl:value-of select=\"saxon:evaluate('1')\"/></p>"), 4, ""},
        {RULE("<p>\n<xsl:value-of select='func:x()'/></p>"), 4, ""},
    };
    CHECK(*state, attempts);
}

static void doctypes_and_endless_templates_are_errors(void **state)
{
    static const struct attempt attempts[] = {
        {"<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>\n" RULE("<p>x</p>"), 1,
         "document type"},
        {"<!-- -->\n<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>\n" RULE("<p>x</p>"), 2,
         "document type"},
        {INCLUDE("koe.xsl"), 3, "koe.xsl"},
        {INCLUDE("./koe.xsl"), 3, "koe.xsl"},
        {INCLUDE("osa.xsl'/>\n<xsl:include href='osa.xsl"), 4, "osa.xsl"},
        {RULE("<xsl:apply-templates select='/'/>"), 3, "recursion"},
        {HEAD "<xsl:template match='/' name='a'>\n<xsl:call-template name='a'/></xsl:template>" END,
         3, "recursion"},
        {RULE("\n<xsl:value-of select='count(//*[count(//*[count(//*) > 0]) > 0])'/>"), 4, ""},
    };
    CHECK(*state, attempts);
}

/* Two files that import each other: the second one is told, where it closes the circle. */
static void circles_are_errors(void **state)
{
    struct fixture *fixture = *state;
    assert_false(run(fixture, HEAD "<xsl:import href='toinen.xsl'/>" END));
    assert_int_equal(diags_count(fixture->diags), 1);
    assert_non_null(strstr(diags_at(fixture->diags, 0)->place.file, "/pohjat/toinen.xsl"));
    assert_int_equal(diags_at(fixture->diags, 0)->place.line, 2);
}

static void repeat(struct buf *text, const char *part, int times)
{
    for (int i = 0; i < times; i++)
        buf_string(text, part);
}

static void check_fails(struct fixture *fixture, struct buf *text, const char *end)
{
    buf_string(text, end);
    assert_false(run(fixture, text->data));
    assert_true(diags_at_least(fixture->diags, DIAG_ERROR) > 0);
    assert_non_null(strstr(diags_at(fixture->diags, 0)->place.file, "/pohjat/koe.xsl"));
    buf_clear(text);
}

static void deep_and_large_templates_are_errors(void **state)
{
    struct buf text = {0};
    buf_string(&text, HEAD "<xsl:template match='/'>");
    repeat(&text, "<p>", 100000);
    check_fails(*state, &text, "");
    buf_string(&text, HEAD "<xsl:template match='/'><p><xsl:value-of select='");
    repeat(&text, "(", 100000);
    repeat(&text, ")", 100000);
    check_fails(*state, &text, "'/></p></xsl:template>" END);
    buf_string(&text, HEAD "<!--");
    repeat(&text, "aaaaaaaaaaaaaaaa", 600000);
    check_fails(*state, &text, "-->" END);
    buf_free(&text);
}

/* A template that calls itself so often, each time with so many variables. */
static bool run_calls(struct fixture *fixture, int calls, int variables)
{
    struct buf text = {0};
    buf_printf(&text,
               HEAD "<xsl:template match='/'><p><xsl:call-template name='a'><xsl:with-param "
                    "name='n' select='%d'/></xsl:call-template></p></xsl:template>"
                    "<xsl:template name='a'><xsl:param name='n'/>",
               calls);
    for (int i = 0; i < variables; i++)
        buf_printf(&text, "<xsl:variable name='v%d' select='1'/>", i);
    buf_string(&text, "<xsl:if test='$n &gt; 1'><xsl:call-template name='a'><xsl:with-param "
                      "name='n' select='$n - 1'/></xsl:call-template></xsl:if></xsl:template>" END);
    diags_clear(fixture->diags);
    bool whole = run(fixture, text.data);
    buf_free(&text);
    return whole;
}

static void calls_and_variables_are_limited(void **state)
{
    assert_true(run_calls(*state, 190, 0)); /* each with a condition in it */
    assert_false(run_calls(*state, 210, 0));
    assert_true(run_calls(*state, 150, 50));
    assert_false(run_calls(*state, 150, 80));
}

/* The template itself is one of the hundred files. */
static void files_are_limited(void **state)
{
    struct fixture *fixture = *state;
    struct buf text = {0};
    buf_string(&text, HEAD);
    for (int i = 1; i <= 100; i++) {
        char name[32];
        snprintf(name, sizeof name, "osa%d.xsl", i);
        write_text(fixture, fixture->own, name, HEAD END);
        buf_printf(&text, "<xsl:include href='%s'/>", name);
        if (i < 99)
            continue;
        struct buf whole = {0};
        buf_printf(&whole, "%s<xsl:template match='/'><p/></xsl:template>" END, text.data);
        assert_int_equal(run(fixture, whole.data), i == 99);
        buf_free(&whole);
    }
    assert_non_null(strstr(diags_at(fixture->diags, 0)->message, "too many files"));
    for (int i = 1; i <= 100; i++) {
        char name[32];
        snprintf(name, sizeof name, "osa%d.xsl", i);
        unlink(in(fixture, fixture->own, name));
    }
    buf_free(&text);
}

/* XInclude elements are elements like others. */
static void inclusions_are_not_followed(void **state)
{
    struct fixture *fixture = *state;
    assert_true(run(fixture, RULE("<p xmlns:xi='http://www.w3.org/2001/XInclude'>"
                                  "<xi:include href='oma.xml'/></p>")));
    assert_null(strstr(fixture->xhtml.data, "oma tieto"));
}

/* Which it would be if it came from where a node stands in memory. */
static void generated_ids_are_the_same_each_time(void **state)
{
    struct fixture *fixture = *state;
    const char *text = RULE("<p><xsl:for-each select='//*'><xsl:value-of "
                            "select='generate-id()'/>,</xsl:for-each></p>");
    assert_true(run(fixture, text));
    struct buf first = fixture->xhtml;
    fixture->xhtml = (struct buf){0};
    xmlDocPtr data = fixture->agenda->agenda->data;
    fixture->agenda->agenda->data = xmlCopyDoc(data, 1);
    assert_true(run(fixture, text));
    assert_string_equal(first.data, fixture->xhtml.data);
    xmlFreeDoc(fixture->agenda->agenda->data);
    fixture->agenda->agenda->data = data;
    buf_free(&first);
}

#define WITH_FOLDERS(test) cmocka_unit_test_setup_teardown(test, open_folders, close_folders)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDERS(own_templates_take_from_the_shipped),
        WITH_FOLDERS(own_templates_stand_before_the_shipped),
        WITH_FOLDERS(documents_outside_are_not_read),
        WITH_FOLDERS(templates_outside_are_not_read),
        WITH_FOLDERS(what_is_shipped_is_not_to_blame),
        WITH_FOLDERS(a_message_is_never_empty),
        WITH_FOLDERS(a_template_file_is_no_link_out),
        WITH_FOLDERS(nothing_is_written),
        WITH_FOLDERS(what_would_change_other_papers_is_refused),
        WITH_FOLDERS(doctypes_and_endless_templates_are_errors),
        WITH_FOLDERS(circles_are_errors),
        WITH_FOLDERS(deep_and_large_templates_are_errors),
        WITH_FOLDERS(calls_and_variables_are_limited),
        WITH_FOLDERS(files_are_limited),
        WITH_FOLDERS(inclusions_are_not_followed),
        WITH_FOLDERS(generated_ids_are_the_same_each_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
