/* doc: reads page documents into trees, and reports faults in others. */
#include "page_fixture.h"

static struct doc_document *read_body(struct fixture *fixture, const char *body)
{
    return fixture_read(fixture, "fi", body);
}

static const char *dump_body(struct fixture *fixture, const char *body)
{
    struct doc_document *document = read_body(fixture, body);
    assert_non_null(document);
    buf_clear(&fixture->text);
    doc_dump(document, &fixture->text);
    const char *tree = strstr(fixture->text.data, "body");
    assert_non_null(tree);
    return tree;
}

static void white_space_collapses_as_in_css(void **state)
{
    assert_string_equal(dump_body(*state, "<h1>  a\n  <em> b </em> \t c <br/> d  </h1>"),
                        "body\n"
                        "  heading 1\n"
                        "    text \"a \"\n"
                        "    em\n"
                        "      text \"b \"\n"
                        "    text \"c\"\n"
                        "    break\n"
                        "    text \"d\"\n");
}

static void a_space_alone_between_inline_elements_stays(void **state)
{
    assert_string_equal(dump_body(*state, "<h1><em>a</em> <em>b</em> </h1>"), "body\n"
                                                                              "  heading 1\n"
                                                                              "    em\n"
                                                                              "      text \"a\"\n"
                                                                              "    text \" \"\n"
                                                                              "    em\n"
                                                                              "      text \"b\"\n");
}

static void text_directly_in_an_item_gets_a_paragraph(void **state)
{
    assert_string_equal(dump_body(*state, "<h1>t</h1><ul><li>a <em>b</em><ul><li>c</li></ul> d"
                                          "</li></ul>"),
                        "body\n"
                        "  heading 1\n"
                        "    text \"t\"\n"
                        "  list\n"
                        "    item\n"
                        "      paragraph implied\n"
                        "        text \"a \"\n"
                        "        em\n"
                        "          text \"b\"\n"
                        "      list\n"
                        "        item\n"
                        "          paragraph implied\n"
                        "            text \"c\"\n"
                        "      paragraph implied\n"
                        "        text \"d\"\n");
}

static void language_and_classes_are_read(void **state)
{
    assert_string_equal(dump_body(*state,
                                  "<h1>t</h1><section class=\"side keep\" id=\"x\" lang=\"sv\">"
                                  "<h2>o</h2></section>"),
                        "body\n"
                        "  heading 1\n"
                        "    text \"t\"\n"
                        "  section .side .keep #x lang=sv\n"
                        "    heading 2\n"
                        "      text \"o\"\n");
}

static void a_symbol_stands_for_its_word(void **state)
{
    static const char body[] = "<h1>a <span class=\"symbol\" title=\"valmis\">●</span> b</h1>";
    struct buf text = {0};
    assert_string_equal(dump_body(*state, body), "body\n"
                                                 "  heading 1\n"
                                                 "    text \"a \"\n"
                                                 "    span spoken=\"valmis\" .symbol\n"
                                                 "      text \"●\"\n"
                                                 "    text \" b\"\n");
    doc_text(read_body(*state, body)->body->first, &text);
    assert_string_equal(text.data, "a valmis b");
    buf_free(&text);
}

static void languages_may_have_subtags(void **state)
{
    dump_body(*state, "<h1>t</h1><p lang=\"sv-FI\">a</p><p lang=\"zh-Hant-TW\">b</p>"
                      "<p lang=\"x-privat12\">c</p><p lang=\"de-1996\">d</p>");
}

static void header_and_footer_are_taken_out_of_the_body(void **state)
{
    struct doc_document *document =
        read_body(*state, "<header><p class=\"organisation\">K</p></header><h1>t</h1>"
                          "<footer><p>f</p></footer>");
    assert_non_null(document);
    assert_non_null(document->header);
    assert_non_null(document->footer);
    assert_int_equal(document->body->first->kind, DOC_HEADING);
    assert_null(document->body->first->next);
}

static void what_is_outside_the_subset_is_named(void **state)
{
    static const struct {
        const char *body, *rule, *word;
    } cases[] = {
        {"<h1>t</h1><blink>x</blink>", "page-element", "blink"},
        {"<h1>t</h1><p><p>x</p></p>", "page-element", "p"},
        {"<h1>t</h1><p class=\"huge\">x</p>", "page-class", "huge"},
        {"<h1>t</h1><p style=\"color:red\">x</p>", "page-attribute", "style"},
        {"<h1>t</h1>text", "page-text", "body"},
        {"<h1>t</h1><table><tr><th>x</th></tr></table>", "page-attribute", "scope"},
        {"<h1>t</h1><figure><img src=\"a.png\"/></figure>", "page-attribute", "alt"},
        {"<h1>t</h1><p><a>x</a></p>", "page-attribute", "href"},
        {"<h1>t</h1><p><a href=\"#no\">x</a></p>", "page-link", "no"},
        {"<h1>t</h1><p><a href=\"\">x</a></p>", "page-attribute", "https:"},
        {"<h1>t</h1><p><a href=\"javascript:x()\">x</a></p>", "page-attribute", "javascript"},
        {"<h1>t</h1><p><a href=\" https://a.fi\">x</a></p>", "page-attribute", " https"},
        {"<h1>t</h1><p><a href=\"file:///etc/passwd\">x</a></p>", "page-attribute", "passwd"},
        {"<h1>t</h1><p><a href=\"//a.fi\">x</a></p>", "page-attribute", "//a.fi"},
        {"<h1 id=\"a\">t</h1><p id=\"a\">x</p>", "page-id", "a"},
        {"<h1>t</h1><h3>x</h3>", "page-heading", "h3"},
        {"<h2>t</h2>", "page-heading", "h2"},
        {"<h1>t</h1><h1>u</h1>", "page-heading", "h1"},
        {"<p>t</p>", "page-heading", "heading"},
        {"<h1>t</h1><table><tr><td colspan=\"0\">x</td></tr></table>", "page-attribute", "0"},
        {"<h1>t</h1><p lang=\"\">x</p>", "page-attribute", "language"},
        {"<h1>t</h1><p lang=\"fi_FI\">x</p>", "page-attribute", "fi_FI"},
        {"<h1>t</h1><p lang=\"suomenkieli\">x</p>", "page-attribute", "suomenkieli"},
        {"<h1>t</h1><p lang=\"fi-\">x</p>", "page-attribute", "fi-"},
        {"<h1>t</h1><p lang=\"4i\">x</p>", "page-attribute", "4i"},
        {"<h1>t</h1><ol type=\"I\"><li>x</li></ol>", "page-attribute", "I"},
        {"<h1>t</h1><p>&nbsp;</p>", "page-well-formed", "nbsp"},
        {"<h1>t</h1><p><span class=\"symbol\">●</span></p>", "page-attribute", "title"},
        {"<h1>t</h1><p><span class=\"symbol\" title=\" \">●</span></p>", "page-attribute", "title"},
        {"<h1>t</h1><p><span title=\"a\">●</span></p>", "page-attribute", "title"},
        {"<h1>t</h1><p>a <span class=\"symbol\" title=\"a\"> </span></p>", "page-element", "sign"},
        {"<h1>t</h1><p><span class=\"symbol\" title=\"a\">●<em>●</em></span></p>", "page-element",
         "em"},
        {"<h1>t</h1><table><tr><td class=\"bars\">1</td></tr></table>", "page-class", "bars"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture *fixture = *state;
        assert_null(read_body(fixture, cases[i].body));
        if (diags_count(fixture->diags) != 1)
            fail_msg("%zu findings: %s", diags_count(fixture->diags), cases[i].body);
        const struct diag *diag = diags_at(fixture->diags, 0);
        assert_string_equal(rule_info(diag->rule)->id, cases[i].rule);
        assert_string_equal(diag->place.file, "test.xhtml");
        char said[1024];
        snprintf(said, sizeof said, "%s %s", diag->message, diag->hint ? diag->hint : "");
        assert_non_null(strstr(said, cases[i].word));
    }
}

static void every_mistake_is_reported_in_one_run(void **state)
{
    struct fixture *fixture = *state;
    assert_null(read_body(fixture, "<h1>t</h1><blink/><p class=\"x\">a</p><p><a>b</a></p>"));
    assert_int_equal(diags_count(fixture->diags), 3);
}

static const struct diag_place template_places[] = {{.file = "a.xsl", .line = 1},
                                                    {.file = "b.xsl", .line = 42}};
static const struct diag_marks template_marks = {template_places, 2};

/* Reads a document of the body, below an html element of the first place, with the marks. */
static void read_traced(struct fixture *fixture, const struct diag_marks *marks, const char *body)
{
    diags_clear(fixture->diags);
    buf_clear(&fixture->xhtml);
    buf_printf(&fixture->xhtml,
               "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"fi\"><head><title>T</title>"
               "</head>\n<body " DIAG_MARK "=\"0\">%s</body></html>",
               body);
    assert_null(doc_read(fixture->xhtml.data, fixture->xhtml.size, "test.xhtml", marks,
                         fixture->arena, fixture->diags));
}

static void a_trace_names_the_template(void **state)
{
    struct fixture *fixture = *state;
    read_traced(fixture, &template_marks, "<h1 " DIAG_MARK "=\"1\">t<blink/></h1>");
    assert_int_equal(diags_count(fixture->diags), 1);
    const struct diag *diag = diags_at(fixture->diags, 0);
    assert_string_equal(diag->place.file, "b.xsl");
    assert_int_equal(diag->place.line, 42);
}

/* Else a template, or a page document that somebody wrote, could lay its mistakes on any file. */
static void nothing_but_a_mark_names_a_place(void **state)
{
    static const char *const forged[] = {
        "data-at=\"good.xml:5\"", DIAG_MARK "=\"good.xml:5\"",
        DIAG_MARK "=\"2\"",       DIAG_MARK "=\"-1\"",
        DIAG_MARK "=\"1x\"",      DIAG_MARK "=\"\"",
        DIAG_MARK "=\" 1\"",      DIAG_MARK "=\"99999999999999999999999\"",
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof forged / sizeof *forged; i++) {
        char body[200];
        snprintf(body, sizeof body, "<h1>t</h1><p %s>a</p>", forged[i]);
        read_traced(fixture, &template_marks, body);
        assert_int_equal(diags_count(fixture->diags), 1); /* it is no attribute of a page */
        const struct diag *diag = diags_at(fixture->diags, 0);
        assert_int_equal(diag->rule, RULE_PAGE_ATTRIBUTE);
        assert_string_equal(diag->place.file, "a.xsl");
        assert_int_equal(diag->place.line, 1);
    }
}

/* Finds the first text node with a sign, and checks where its sign stands in the file. */
static void assert_sign_at(struct fixture *fixture, const char *body, int line, int column)
{
    const struct doc_document *document = read_body(fixture, body);
    assert_non_null(document);
    const struct doc_node *node = document->body;
    while (node && !(node->kind == DOC_TEXT && strstr(node->text, "✓")))
        node = doc_following(document->body, node);
    assert_non_null(node);
    const size_t offset = (size_t)(strstr(node->text, "✓") - node->text);
    const struct diag_place place = doc_text_place(document, node, offset);
    assert_string_equal(place.file, "test.xhtml");
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
}

static void a_character_of_a_text_has_a_place(void **state)
{
    struct fixture *fixture = *state;
    assert_sign_at(fixture, "\n<h1>t</h1>\n<p>ääni ✓</p>", 3, 9);
    assert_sign_at(fixture, "\n<h1>t</h1>\n<p>\n  ä\n\n <em>b</em> c\n  ✓ d</p>", 7, 3);
    assert_sign_at(fixture, "\n<h1>t</h1>\n<p>a &#x2713;</p>", 3, 6);
    assert_sign_at(fixture, "\n<h1>t</h1>\n<p>a &#10003;</p>", 3, 6);
    assert_sign_at(fixture, "\n<h1>t</h1><!-- ✓ -->\n<?x ✓?><p>a<!-- > -->b ✓</p>", 3, 24);
    assert_sign_at(fixture,
                   "\n<h1>t</h1>\n<p>a <a href='#x' title='✓ > b'>b</a> <![CDATA[✓]]></p>"
                   "<p id='x'>c</p>",
                   3, 48);
}

static void without_marks_a_page_names_no_place(void **state)
{
    struct fixture *fixture = *state;
    read_traced(fixture, NULL, "\n<h1 " DIAG_MARK "=\"1\">t</h1>");
    assert_int_equal(diags_count(fixture->diags), 2); /* body and h1 */
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(diags_at(fixture->diags, i)->rule, RULE_PAGE_ATTRIBUTE);
        assert_string_equal(diags_at(fixture->diags, i)->place.file, "test.xhtml");
        assert_int_equal(diags_at(fixture->diags, i)->place.line, 2 + (int)i);
    }
}

static void deep_nesting_ends_in_a_message(void **state)
{
    struct fixture *fixture = *state;
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1>");
    for (int i = 0; i < 200; i++)
        buf_string(&body, "<section>");
    for (int i = 0; i < 200; i++)
        buf_string(&body, "</section>");
    assert_null(read_body(fixture, body.data));
    assert_int_equal(diags_at(fixture->diags, 0)->rule, RULE_PAGE_DEPTH);
    buf_free(&body);
}

/* A DTD that isn't read may know an entity. */
static void an_entity_is_reported_anywhere(void **state)
{
    static const char *const parts[] = {
        "<head><title>&a;</title></head><body><h1>t</h1></body>",
        ("<head><title>a</title><meta name=\"author\" "
         "content=\"&a;\"/></head><body><h1>t</h1></body>"),
        "<head><title>a</title></head><body><h1>t&a;</h1></body>",
        "<head><title>a</title></head><body><h1>t</h1>&a;</body>",
        "<head><title>a</title></head><body lang=\"&a;\"><h1>t</h1></body>",
        "<head><title>a</title></head><body><h1>t</h1><p lang=\"&a;\">x</p></body>",
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct buf bytes = {0};
        buf_printf(&bytes,
                   "<!DOCTYPE html SYSTEM \"a.dtd\">"
                   "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"fi\">%s</html>",
                   parts[i]);
        diags_clear(fixture->diags);
        assert_null(
            doc_read(bytes.data, bytes.size, "test.xhtml", NULL, fixture->arena, fixture->diags));
        assert_non_null(strstr(diags_at(fixture->diags, 0)->message, "&a;"));
        buf_free(&bytes);
    }
}

static void an_entity_is_not_declared(void **state)
{
    static const char bytes[] =
        "<!DOCTYPE html [<!ENTITY a \"b\">]>"
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"fi\"><head><title>a</title></head>"
        "<body><h1>t</h1></body></html>";
    struct fixture *fixture = *state;
    assert_null(
        doc_read(bytes, sizeof bytes - 1, "test.xhtml", NULL, fixture->arena, fixture->diags));
    assert_int_equal(diags_count(fixture->diags), 1);
    assert_int_equal(diags_at(fixture->diags, 0)->rule, RULE_PAGE_WELL_FORMED);
}

static void the_first_fault_is_reported(void **state)
{
    struct fixture *fixture = *state;
    assert_null(read_body(fixture, "<h1>t</h1>\n<p>&nbsp;</p>\n<!-- a -- b -->\n<p></h1>"));
    assert_int_equal(diags_count(fixture->diags), 1);
    assert_int_equal(diags_at(fixture->diags, 0)->place.line, 2);
    assert_non_null(strstr(diags_at(fixture->diags, 0)->message, "nbsp"));
}

/* libxml2 reports "internal error: Huge input lookup". */
static void a_text_that_is_too_long_is_reported_in_plain_words(void **state)
{
    enum { LONG = 11000000 };
    struct fixture *fixture = *state;
    struct buf body = {0};
    char *letters = malloc(LONG + 1);
    assert_non_null(letters);
    memset(letters, 'a', LONG);
    letters[LONG] = '\0';
    buf_printf(&body, "<h1>t</h1><p>%s</p>", letters);
    assert_null(read_body(fixture, body.data));
    assert_int_equal(diags_at(fixture->diags, 0)->rule, RULE_PAGE_WELL_FORMED);
    assert_non_null(strstr(diags_at(fixture->diags, 0)->hint, "10,000,000"));
    buf_free(&body);
    free(letters);
}

static void not_more_than_a_thousand_errors_are_reported(void **state)
{
    static const char *const wrong[] = {"<blink/>", "<h4>a</h4>", "<p id=\"a\">a</p>",
                                        "<p><a href=\"#b\">b</a></p>"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct buf body = {0};
        buf_string(&body, "<h1>t</h1>");
        for (int line = 0; line < 3000; line++)
            buf_printf(&body, "%s\n<h2>t</h2>\n", wrong[i]);
        diags_clear(fixture->diags);
        assert_null(read_body(fixture, body.data));
        assert_int_equal(diags_count(fixture->diags), 1001);
        assert_int_equal(diags_at(fixture->diags, 1000)->rule, RULE_XML_ERRORS);
        buf_free(&body);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
        TEST(white_space_collapses_as_in_css),
        TEST(a_space_alone_between_inline_elements_stays),
        TEST(text_directly_in_an_item_gets_a_paragraph),
        TEST(language_and_classes_are_read),
        TEST(a_symbol_stands_for_its_word),
        TEST(languages_may_have_subtags),
        TEST(header_and_footer_are_taken_out_of_the_body),
        TEST(what_is_outside_the_subset_is_named),
        TEST(every_mistake_is_reported_in_one_run),
        TEST(a_trace_names_the_template),
        TEST(nothing_but_a_mark_names_a_place),
        TEST(a_character_of_a_text_has_a_place),
        TEST(without_marks_a_page_names_no_place),
        TEST(deep_nesting_ends_in_a_message),
        TEST(an_entity_is_reported_anywhere),
        TEST(an_entity_is_not_declared),
        TEST(a_text_that_is_too_long_is_reported_in_plain_words),
        TEST(the_first_fault_is_reported),
        TEST(not_more_than_a_thousand_errors_are_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
