/* A walk along texts tells the places that each byte has by itself. */
#include "input_fixture.h"

static const char bytes[] =
    ROOT_START "\n<nimi>a&amp;b<!-- c -->d\r\n&#228;e<![CDATA[<f>]]>g<?h i?>j</nimi>"
               "k<nimi>l<nimi>m<!-- n --></nimi>o<!----><![CDATA[p]]><![CDATA[<![CDATA[\r\nq]]>r"
               "</nimi>\n  s</hanke>";

/* The byte of the file at a place: it has ASCII only. */
static char byte_at(struct diag_place place)
{
    const char *at = bytes;
    for (int line = 1; line < place.line; line++)
        at = strchr(at, '\n') + 1;
    return at[place.column - 1];
}

static void assert_place(struct xml_walk *walk, const xmlNode *text, size_t offset)
{
    struct diag_place walked = xml_walk_place(walk, text, offset, 0);
    struct diag_place alone = xml_text_place(text, offset, 0);
    char written = byte_at(walked), read = (char)text->content[offset];
    assert_int_equal(walked.line, alone.line);
    assert_int_equal(walked.column, alone.column);
    if (written != '&') /* a reference */
        assert_int_equal(written == '\r' ? '\n' : written, read);
}

/* Walks along the texts that every says, below the element. */
static void walk_below(const xmlNode *element, size_t every, size_t *count, struct xml_walk *walk)
{
    for (const xmlNode *node = element->children; node; node = node->next) {
        if (node->type == XML_ELEMENT_NODE)
            walk_below(node, every, count, walk);
        if ((node->type != XML_TEXT_NODE && node->type != XML_CDATA_SECTION_NODE) ||
            (*count)++ % every)
            continue;
        size_t size = strlen((const char *)node->content);
        for (size_t offset = 0; offset < size; offset++)
            if (((unsigned char)node->content[offset] & 0xC0) != 0x80)
                assert_place(walk, node, offset);
    }
}

static void a_walk_tells_each_place(void **state)
{
    struct fixture *fixture = *state;
    write_bytes("a.xml", bytes, sizeof bytes - 1);
    struct input_document *document = input_document_load(fixture->schema, "a.xml", fixture->diags);
    assert_non_null(document);
    for (size_t every = 1; every < 8; every++) {
        struct xml_walk walk = {0};
        size_t count = 0;
        walk_below(xmlDocGetRootElement(document->xml), every, &count, &walk);
        assert_int_equal(count, 13);
    }
    input_document_free(document);
}

/* The texts of a document that papers can show, in order, set apart by bars. */
static void assert_texts(struct fixture *fixture, const char *written, const char *expected)
{
    struct buf found = {0};
    struct xml_text text = {0};
    write_bytes("a.xml", written, strlen(written));
    struct input_document *document = input_document_load(fixture->schema, "a.xml", fixture->diags);
    assert_non_null(document);
    buf_string(&found, "");
    while (xml_next_text(document->xml, &text))
        buf_printf(&found, "%s|", text.content);
    assert_string_equal(found.data, expected);
    buf_free(&found);
    input_document_free(document);
}

static void texts_are_those_that_are_shown(void **state)
{
    assert_texts(*state, ROOT_START "</hanke>", "");
    assert_texts(*state,
                 ROOT_START "a<nimi otsikko=\"b\" vaihtoehto=\"c\" perhe=\"d\" osoite=\"e\" "
                            "lahde=\"f\">g<!-- h --><![CDATA[i]]></nimi><nimi yksikko=\"\"/>"
                            "</hanke>",
                 "a|b|f|g|i||");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_walk_tells_each_place, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(texts_are_those_that_are_shown, fixture_set_up,
                                        fixture_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
