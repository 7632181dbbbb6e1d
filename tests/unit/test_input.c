/* Loading: trees, helpers, limits, encodings, projects. */
#include "input_fixture.h"

#include <sys/stat.h>

static void expect_rule(struct fixture *f, const char *rule, int line, int column)
{
    assert_int_equal(diags_count(f->diags), 1);
    const struct diag *diag = diags_at(f->diags, 0);
    assert_string_equal(rule_info(diag->rule)->id, rule);
    assert_int_equal(diag->place.line, line);
    assert_int_equal(diag->place.column, column);
    diags_clear(f->diags);
}

static void a_valid_file_is_a_tree(void **state)
{
    struct fixture *f = *state;
    struct input_document *document = load_text(
        f, ROOT_START "<osa tunnus=\"a\" laji=\"\n kunta \"><nimi> 7 </nimi></osa><!-- x -->"
                      "<osa tunnus=\"b\"><nimi>8</nimi></osa><nimi>9</nimi></hanke>");
    assert_non_null(document);
    assert_true(document->valid);
    assert_int_equal(diags_count(f->diags), 0);
    assert_string_equal(document->path, "a.xml");
    assert_string_equal(document->xml->URL, "a.xml");
    const xmlNode *root = xmlDocGetRootElement(document->xml);
    const xmlNode *part = xml_child(root, "osa");
    assert_string_equal(xml_attribute(part, "tunnus"), "a");
    assert_null(xml_attribute(part, "numero"));
    char *name = xml_child_text(part, "nimi");
    assert_string_equal(name, "7");
    free(name);
    part = xml_next(part, "osa");
    assert_string_equal(xml_attribute(part, "tunnus"), "b");
    assert_null(xml_next(part, "osa"));
    assert_null(xml_child(root, "kappale"));
    assert_null(xml_child_text(root, "kappale"));
    assert_null(xml_child(NULL, "osa"));
    input_document_free(document);
}

/* Columns count characters, and attributes are found however they are written. */
static void places_are_exact(void **state)
{
    struct fixture *f = *state;
    struct input_document *document = load_text(
        f,
        "\xEF\xBB\xBF<?xml version='1.0'?>\r\n<!-- <osa tunnus=\"x\"> -->\r\n" ROOT_START "\r\n"
        "  <osa tunnus = 'a'\r\n\tlaji=\"kunta\"\talkaa='2025-10-24'><nimi>1</nimi><kappale>ÄäÖö😀 "
        "&lt;<nimi>2</nimi></kappale><osa\ntunnus=\"b\" ><nimi>3</nimi></osa></osa></hanke>");
    assert_non_null(document);
    assert_int_equal(diags_count(f->diags), 0);
    const xmlNode *root = xmlDocGetRootElement(document->xml);
    const xmlNode *part = xml_child(root, "osa");
    const xmlNode *inner = xml_child(part, "osa");
    const struct {
        struct diag_place place;
        int line, column;
    } cases[] = {
        {xml_place(root), 3, 1},
        {xml_place(part), 4, 3},
        {xml_attribute_place(part, "tunnus"), 4, 18},
        {xml_attribute_place(part, "laji"), 5, 8},
        {xml_attribute_place(part, "alkaa"), 5, 22},
        {xml_attribute_place(part, "lista"), 4, 3},
        {xml_place(xml_child(part, "nimi")), 5, 34},
        {xml_place(xml_child(xml_child(part, "kappale"), "nimi")), 5, 67},
        {xml_place(inner), 5, 91},
        {xml_attribute_place(inner, "tunnus"), 6, 9},
        {xml_place(xml_child(inner, "nimi")), 6, 13},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(cases[i].place.file, "a.xml");
        assert_int_equal(cases[i].place.line, cases[i].line);
        assert_int_equal(cases[i].place.column, cases[i].column);
    }
    input_document_free(document);
}

static void a_foreign_tree_has_no_places(void **state)
{
    (void)state;
    xmlDocPtr tree = xmlNewDoc((const xmlChar *)"1.0");
    xmlNodePtr root = xmlNewDocNode(tree, NULL, (const xmlChar *)"osa", NULL);
    xmlDocSetRootElement(tree, root);
    xmlNewProp(root, (const xmlChar *)"a", (const xmlChar *)"");
    assert_null(xml_place(root).file);
    assert_null(xml_attribute_place(root, "a").file);
    assert_string_equal(xml_attribute(root, "a"), "");
    xmlFreeDoc(tree);
}

static void lines_beyond_65535_are_counted(void **state)
{
    struct fixture *f = *state;
    struct buf text = {0};
    buf_string(&text, ROOT_START);
    for (int i = 0; i < 70000; i++)
        buf_char(&text, '\n');
    buf_string(&text, "  <osa tunnus='b'/><viite osa=\"x\"/></hanke>");
    struct input_document *document = load_text(f, text.data);
    assert_non_null(document);
    assert_false(document->valid);
    diags_sort(f->diags);
    assert_int_equal(diags_count(f->diags), 2);
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(diags_at(f->diags, i)->place.line, 70001);
    assert_int_equal(diags_at(f->diags, 1)->rule, RULE_XSD_KEYREF);
    assert_int_equal(diags_at(f->diags, 1)->place.column, 32);
    input_document_free(document);
    buf_free(&text);
}

static void repeat(struct buf *text, const char *string, int times)
{
    for (int i = 0; i < times; i++)
        buf_string(text, string);
}

static void depth_is_limited(void **state)
{
    struct fixture *f = *state;
    for (int depth = 256; depth <= 257; depth++) {
        struct buf text = {0};
        buf_string(&text, ROOT_START);
        repeat(&text, "<osa>", depth - 1);
        repeat(&text, "</osa>", depth - 1);
        buf_string(&text, "</hanke>");
        struct input_document *document = load_text(f, text.data);
        assert_int_equal(document != NULL, depth == 256);
        if (!document)
            expect_rule(f, "xml-depth", 1, 29 + 5 * 255);
        input_document_free(document);
        buf_free(&text);
    }
}

static void size_is_limited(void **state)
{
    struct fixture *f = *state;
    struct buf text = {0};
    buf_string(&text, ROOT_START "</hanke>");
    while (text.size < 16 * 1024 * 1024)
        repeat(&text, "                                                                ", 1024);
    assert_null(load_text(f, text.data));
    expect_rule(f, "file-size", 0, 0);
    buf_free(&text);
}

static void attributes_are_limited(void **state)
{
    struct fixture *f = *state;
    for (int count = 256; count <= 257; count++) {
        struct buf text = {0};
        buf_string(&text, ROOT_START "<!-- a=\"\"\"<b --><![CDATA[<c a=]]><?p <d ?><osa");
        for (int i = 0; i < count; i++)
            buf_printf(&text, " a%d='>'", i);
        buf_string(&text, "/></hanke>");
        struct input_document *document = load_text(f, text.data);
        assert_int_equal(document != NULL, count == 256);
        if (!document)
            expect_rule(f, "xml-attributes", 1, 71);
        input_document_free(document);
        buf_free(&text);
    }
}

/* libxml2 takes a text that is longer for a lack of memory. */
static void lengths_are_limited(void **state)
{
    struct fixture *f = *state;
    for (int more = 0; more <= 1; more++) {
        struct buf text = {0};
        buf_string(&text, ROOT_START "<!-- --><nimi>");
        repeat(&text, "aaaaaaaaaaaaaaaaaaaa", 500000);
        repeat(&text, "a", more);
        buf_string(&text, "</nimi></hanke>");
        struct input_document *document = load_text(f, text.data);
        assert_int_equal(document != NULL, !more);
        if (!document)
            expect_rule(f, "xml-length", 1, 43);
        input_document_free(document);
        buf_free(&text);
    }
}

static void elements_are_limited(void **state)
{
    struct fixture *f = *state;
    for (int count = 200000; count <= 200001; count++) {
        struct buf text = {0};
        buf_string(&text, ROOT_START);
        repeat(&text, "<nimi>1</nimi>", count - 1);
        buf_string(&text, "</hanke>");
        struct input_document *document = load_text(f, text.data);
        assert_int_equal(document != NULL, count == 200000);
        if (!document)
            expect_rule(f, "xml-elements", 1, 29 + 14 * 199999);
        input_document_free(document);
        buf_free(&text);
    }
}

/* However many faults there are, there is an end to what is said about them. */
static void errors_are_limited(void **state)
{
    struct fixture *f = *state;
    struct buf text = {0};
    buf_string(&text, ROOT_START);
    repeat(&text, "& <nimi>1</nimi>", 100000);
    assert_null(load_text(f, text.data));
    size_t count = diags_count(f->diags);
    assert_in_range(count, 1000, 1001);
    assert_int_equal(diags_at(f->diags, count - 1)->rule, RULE_XML_ERRORS);
    buf_clear(&text);
    buf_string(&text, ROOT_START);
    repeat(&text, "<osa/><nimi/><x/>", 60000);
    buf_string(&text, "</hanke>");
    struct input_document *document = load_text(f, text.data);
    assert_false(document->valid);
    assert_int_equal(diags_count(f->diags), 1001);
    assert_int_equal(diags_at(f->diags, 1000)->rule, RULE_XML_ERRORS);
    input_document_free(document);
    buf_free(&text);
}

/* Each fault of the form is told, however many there are; what else is wrong, when there are not
 * too many to be taken out one by one. */
static void faults_of_form_are_told_one_by_one(void **state)
{
    static const size_t counts[] = {200, 300};
    struct fixture *f = *state;
    for (size_t i = 0; i < 2; i++) {
        struct buf text = {0};
        buf_string(&text, ROOT_START "<nimi>");
        repeat(&text, "& ", (int)counts[i]);
        buf_string(&text, "</nimi><outo/></hanke>");
        struct input_document *document = load_text(f, text.data);
        assert_int_equal(diags_count(f->diags), counts[i] + (i == 0));
        assert_int_equal(document != NULL, i == 0);
        assert_false(document && document->valid);
        input_document_free(document);
        buf_free(&text);
    }
}

static void faults_of_a_long_file_are_told_as_those_of_a_short_one(void **state)
{
    enum { FAULTS = 20 };
    static const int lengths[] = {1 << 10, 1 << 20};
    struct fixture *f = *state;
    for (size_t i = 0; i < 2; i++) {
        struct buf text = {0};
        buf_string(&text, ROOT_START "<nimi>");
        repeat(&text, "a", lengths[i]);
        repeat(&text, "& ", FAULTS);
        buf_string(&text, "</nimi><outo/></hanke>");
        struct input_document *document = load_text(f, text.data);
        assert_int_equal(diags_count(f->diags), FAULTS + 1);
        assert_non_null(document);
        input_document_free(document);
        buf_free(&text);
    }
}

/* So is each tag that lacks its <; behind two hundred such the rest is read as it stands. */
static void lost_marks_are_told_one_by_one(void **state)
{
    static const size_t counts[] = {200, 300};
    struct fixture *f = *state;
    for (size_t i = 0; i < 2; i++) {
        struct buf text = {0};
        buf_string(&text, ROOT_START);
        repeat(&text, "<nimi>1/nimi>", (int)counts[i]);
        buf_string(&text, "</hanke>");
        struct input_document *document = load_text(f, text.data);
        size_t told = 0;
        for (size_t j = 0; j < diags_count(f->diags); j++)
            told += diags_at(f->diags, j)->rule == RULE_XML_WELL_FORMED;
        assert_in_range(told, 200, i == 0 ? 200 : 500);
        assert_false(document && document->valid);
        input_document_free(document);
        buf_free(&text);
    }
}

static void loads_behind_doctype(struct fixture *f, const char *text, int line, int column)
{
    struct input_document *document = load_text(f, text);
    assert_non_null(document);
    assert_false(document->valid);
    diags_sort(f->diags);
    const struct diag *first = diags_at(f->diags, 0);
    assert_int_equal(first->rule, RULE_XML_DOCTYPE);
    assert_int_equal(first->place.line, line);
    assert_int_equal(first->place.column, column);
    diags_clear(f->diags);
    xmlChar *content = xmlNodeGetContent(xmlDocGetRootElement(document->xml));
    assert_null(strstr((const char *)content, "secret"));
    xmlFree(content);
    input_document_free(document);
}

/* Neither an external nor an internal entity is read, in no time, and the rest of the file is. */
static void a_doctype_is_refused(void **state)
{
    struct fixture *f = *state;
    write_text("osapuolet.xml", "secret");
    loads_behind_doctype(f,
                         "<!DOCTYPE hanke SYSTEM \"osapuolet.xml\" [<!ENTITY a SYSTEM "
                         "\"osapuolet.xml\">]>\n" ROOT_START "&a;</hanke>",
                         1, 1);
    loads_behind_doctype(f, "<?xml version=\"1.0\"?>\n <!DOCTYPE hanke>\n" ROOT_START "</hanke>", 2,
                         2);
    loads_behind_doctype(
        f, "<!DOCTYPE hanke [<!-- ]> -->\n<?a ]>?><![IGNORE[ ]>\n]]>]>" ROOT_START "</hanke>", 1,
        1);
}

/* All of the file is part of the declaration, and nothing is left to be read. */
static void a_doctype_without_an_end_is_refused(void **state)
{
    struct fixture *f = *state;
    assert_null(load_text(f, "<!DOCTYPE hanke [\n" ROOT_START "</hanke>"));
    expect_rule(f, "xml-doctype", 1, 1);
}

/* To mend a comment shows the parser what was in it: not the DOCTYPE. */
static void a_doctype_in_an_open_comment_is_refused(void **state)
{
    struct fixture *f = *state;
    struct input_document *document = load_text(
        f, "<!-- a\n<!DOCTYPE hanke [<!ENTITY a \"secret\">]>\n" ROOT_START "&a;</hanke>");
    assert_non_null(document);
    assert_null(document->xml->intSubset);
    input_document_free(document);
}

/* Of so many faults before it no more are mended, so that the parser gets it. */
static void a_doctype_behind_many_faults_is_refused(void **state)
{
    static const char *const doctypes[] = {"<!DOCTYPE hanke [<!ENTITY a \"b\">]>",
                                           "<!-- <!-- --><!DOCTYPE hanke [<!ENTITY a \"b\">]>"};
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof doctypes / sizeof *doctypes; i++) {
        struct buf text = {0};
        size_t told = 0;
        repeat(&text, "<!-- - -- - -->\n", 250);
        buf_printf(&text, "%s" ROOT_START "<osa tunnus=\"&a;\"/></hanke>", doctypes[i]);
        assert_null(load_text(f, text.data));
        for (size_t k = 0; k < diags_count(f->diags); k++)
            told += diags_at(f->diags, k)->rule == RULE_XML_DOCTYPE;
        assert_int_equal(told, 1);
        buf_free(&text);
    }
}

static void entities_of_xml_and_cdata_are_text(void **state)
{
    struct fixture *f = *state;
    struct input_document *document = load_text(
        f, ROOT_START "<osa tunnus=\"&#97;\"><nimi><![CDATA[4]]>&#x32;</nimi></osa></hanke>");
    assert_non_null(document);
    assert_true(document->valid);
    const xmlNode *part = xml_child(xmlDocGetRootElement(document->xml), "osa");
    assert_string_equal(xml_attribute(part, "tunnus"), "a");
    char *text = xml_child_text(part, "nimi");
    assert_string_equal(text, "42");
    free(text);
    input_document_free(document);
}

static void attribute_values_are_whole(void **state)
{
    struct fixture *f = *state;
    struct input_document *document = load_text(
        f, ROOT_START "<tiedostot><sopimusTiedosto polku='a&amp;b&#x20;&#228;&lt;&quot;\n\tc'/>"
                      "</tiedostot></hanke>");
    assert_non_null(document);
    const xmlNode *files = xml_child(xmlDocGetRootElement(document->xml), "tiedostot");
    assert_string_equal(xml_attribute(xml_child(files, "sopimusTiedosto"), "polku"), "a&b ä<\"  c");
    input_document_free(document);
}

static void only_utf8_is_read(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *text;
        int line, column;
    } refused[] = {
        {"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" ROOT_START "</hanke>", 1, 31},
        {"<?xml version='1.0' encoding='utf-16'?>" ROOT_START "</hanke>", 1, 31},
        {ROOT_START "\n<!-- \xE4 --></hanke>", 2, 6},
        {ROOT_START "\n<!-- \xED\xA0\x80 --></hanke>", 2, 6},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct input_document *document = load_text(f, refused[i].text);
        assert_false(document && document->valid);
        input_document_free(document);
        expect_rule(f, "xml-encoding", refused[i].line, refused[i].column);
    }
    write_bytes("a.xml", ROOT_START "\0</hanke>", sizeof ROOT_START + 8);
    assert_null(input_document_load(f->schema, "a.xml", f->diags));
    expect_rule(f, "xml-encoding", 1, 29);
    static const char *const read[] = {"utf-8", "UTF-8", "us-ascii"};
    for (size_t i = 0; i < sizeof read / sizeof *read; i++) {
        struct buf text = {0};
        buf_printf(&text, "<?xml version=\"1.0\" encoding = \"%s\"?>" ROOT_START "</hanke>",
                   read[i]);
        struct input_document *document = load_text(f, text.data);
        assert_non_null(document);
        assert_true(document->valid);
        input_document_free(document);
        buf_free(&text);
    }
}

static void a_missing_schema_is_a_failure(void **state)
{
    struct fixture *f = *state;
    assert_null(schema_load("missing", f->diags));
    assert_true(diags_at_least(f->diags, DIAG_FAILURE) > 0);
    diags_clear(f->diags);
    schema_free(NULL);
    input_document_free(NULL);
    input_project_free(NULL);
}

#define FILES(parties, agreement)                                                                  \
    ROOT_START "\n<tiedostot><osapuoletTiedosto polku=\"" parties                                  \
               "\"/>\n<sopimusTiedosto polku=\"" agreement "\"/></tiedostot></hanke>"

static void a_project_names_its_files(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *path, *project, *folder, *parties;
    } cases[] = {
        {".", "hanke.xml", ".", "osapuolet.xml"},
        {"hanke.xml", "hanke.xml", ".", "osapuolet.xml"},
        {"./", "./hanke.xml", ".", "osapuolet.xml"},
    };
    write_text("hanke.xml", FILES("osapuolet.xml", "sopimus.xml"));
    write_text("osapuolet.xml", "<osapuolet xmlns=\"urn:pykala:1\"/>");
    write_text("sopimus.xml", "<sopimus xmlns=\"urn:pykala:1\"/>");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct input_project *project = input_project_load(f->schema, cases[i].path, f->diags);
        assert_non_null(project);
        assert_int_equal(diags_count(f->diags), 0);
        assert_string_equal(project->folder, cases[i].folder);
        assert_string_equal(project->parties->path, cases[i].parties);
        assert_non_null(project->agreement);
        assert_null(input_newest_version(project));
        input_project_free(project);
    }
    struct buf path = {0};
    buf_printf(&path, "%s//", f->folder);
    struct input_project *project = input_project_load(f->schema, path.data, f->diags);
    assert_non_null(project);
    assert_string_equal(project->folder, f->folder);
    assert_int_equal(strncmp(project->parties->path, f->folder, strlen(f->folder)), 0);
    input_project_free(project);
    buf_free(&path);
}

static void a_project_stays_in_its_folder(void **state)
{
    struct fixture *f = *state;
    static const char *const outside[] = {
        FILES("../osapuolet.xml", "sopimus.xml"),
        FILES("/etc/passwd", "sopimus.xml"),
        FILES("a/../../b.xml", "sopimus.xml"),
        FILES("a/..", "sopimus.xml"),
        FILES("", "sopimus.xml"),
    };
    write_text("sopimus.xml", "<sopimus xmlns=\"urn:pykala:1\"/>");
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) {
        write_text("hanke.xml", outside[i]);
        struct input_project *project = input_project_load(f->schema, ".", f->diags);
        assert_non_null(project);
        assert_null(project->parties);
        assert_non_null(project->agreement);
        input_project_free(project);
        expect_rule(f, "project-path", 2, 38);
    }
}

static void a_missing_file_is_told_where_it_is_named(void **state)
{
    struct fixture *f = *state;
    write_text("hanke.xml", FILES("..osapuolet.xml", "sopimus.xml"));
    write_text("sopimus.xml", "<osapuolet xmlns=\"urn:pykala:1\"/>");
    struct input_project *project = input_project_load(f->schema, ".", f->diags);
    assert_non_null(project);
    assert_null(project->parties);
    assert_null(project->agreement);
    input_project_free(project);
    diags_sort(f->diags);
    assert_int_equal(diags_count(f->diags), 2);
    assert_int_equal(diags_at(f->diags, 0)->rule, RULE_PROJECT_FILE);
    assert_string_equal(diags_at(f->diags, 0)->place.file, "hanke.xml");
    assert_int_equal(diags_at(f->diags, 0)->place.column, 38);
    assert_int_equal(diags_at(f->diags, 1)->rule, RULE_XML_ROOT);
    assert_string_equal(diags_at(f->diags, 1)->place.file, "sopimus.xml");
}

static void what_is_no_project_is_refused(void **state)
{
    struct fixture *f = *state;
    assert_null(input_project_load(f->schema, ".", f->diags));
    expect_rule(f, "file-missing", 0, 0);
    write_text("hanke.xml", "<sopimus xmlns=\"urn:pykala:1\"/>");
    assert_null(input_project_load(f->schema, ".", f->diags));
    expect_rule(f, "xml-root", 1, 1);
    write_text("hanke.xml", "<hanke/>");
    assert_null(input_project_load(f->schema, "hanke.xml", f->diags));
    expect_rule(f, "xml-namespace", 1, 1);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_valid_file_is_a_tree),
        TEST(places_are_exact),
        TEST(a_foreign_tree_has_no_places),
        TEST(lines_beyond_65535_are_counted),
        TEST(depth_is_limited),
        TEST(size_is_limited),
        TEST(attributes_are_limited),
        TEST(lengths_are_limited),
        TEST(elements_are_limited),
        TEST(errors_are_limited),
        TEST(faults_of_form_are_told_one_by_one),
        TEST(faults_of_a_long_file_are_told_as_those_of_a_short_one),
        TEST(lost_marks_are_told_one_by_one),
        TEST(a_doctype_is_refused),
        TEST(a_doctype_without_an_end_is_refused),
        TEST(a_doctype_in_an_open_comment_is_refused),
        TEST(a_doctype_behind_many_faults_is_refused),
        TEST(entities_of_xml_and_cdata_are_text),
        TEST(attribute_values_are_whole),
        TEST(only_utf8_is_read),
        TEST(a_missing_schema_is_a_failure),
        TEST(a_project_names_its_files),
        TEST(a_project_stays_in_its_folder),
        TEST(a_missing_file_is_told_where_it_is_named),
        TEST(what_is_no_project_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
