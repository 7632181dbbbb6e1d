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

/* Appends "line:column-column element attribute=value", the line of a related place, and the edits.
 */
static void write_diag(const struct diag *diag, struct buf *out)
{
    const struct diag_place *place = &diag->place;
    const struct diag_field *field = &place->field;
    buf_printf(out, "%d:%d-%d %.*s %.*s=%.*s", place->line, place->column, place->end_column,
               (int)field->element.size, field->element.text, (int)field->attribute.size,
               field->attribute.text, (int)field->value.size, field->value.text);
    if (diag->related.file)
        buf_printf(out, " ^%d:%d", diag->related.line, diag->related.column);
    for (const struct diag_edit *edit = diag->edits; edit; edit = edit->next)
        buf_printf(out, " %d:%d-%d>%s", edit->place.line, edit->place.column,
                   edit->place.end_column, edit->text);
    buf_char(out, '\n');
}

/* What stands at the place of a finding is known where the file is read, and how to mend it. */
static void findings_know_their_stretch_and_what_mends_it(void **state)
{
    struct fixture *fixture = *state;
    static const char written[] =
        ROOT_START "\n<nimi>5 & 6 ä</nimi><nimmi>\n 7</nimmi>\n<osa tunnus=“aa” tunus='x'>"
                   "<nimi>b<br></nimi></osa>\n<osa tunnus='aa'/><viite osa='ab'/></osaa></hanke>";
    static const char expected[] = "2:1-6 nimi =5 &amp; 6 ä\n"
                                   "2:9-10 nimi = 2:10-10>amp;\n"
                                   "2:21-27 nimmi =\n 7 2:22-27>nimi 3:5-10>nimi\n"
                                   "4:13-17 osa tunnus=aa 4:13-14>\" 4:16-17>\"\n"
                                   "4:18-23 osa tunus=x\n"
                                   "4:35-38 br =\n"
                                   "5:1-5 osa =\n"
                                   "5:14-16 osa tunnus=aa ^4:14\n"
                                   "5:31-33 viite osa=ab\n"
                                   "5:36-42 hanke =\n";
    struct buf found = {0};
    write_bytes("a.xml", written, sizeof written - 1);
    input_document_free(input_document_load(fixture->schema, "a.xml", fixture->diags));
    diags_sort(fixture->diags);
    for (size_t i = 0; i < diags_count(fixture->diags); i++)
        write_diag(diags_at(fixture->diags, i), &found);
    assert_string_equal(found.data, expected);
    buf_free(&found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(findings_know_their_stretch_and_what_mends_it,
                                        fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_walk_tells_each_place, fixture_set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(texts_are_those_that_are_shown, fixture_set_up,
                                        fixture_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
