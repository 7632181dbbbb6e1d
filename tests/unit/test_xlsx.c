/* What people's programs write into workbooks is read as a person reads it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "xlsx_fixture.h"

#define SHEET(rows) "<worksheet " SAMPLE_MAIN "><sheetData>" rows "</sheetData></worksheet>"
#define ROW(cells) SHEET("<row r=\"1\">" cells "</row>")
#define STYLES(own, cells)                                                                         \
    "<styleSheet " SAMPLE_MAIN "><numFmts>" own "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"    \
    "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>" cells "</cellXfs></styleSheet>"

/* Reads a sheet of such XML in a workbook that has other parts, too, where they are given. */
static const struct xlsx_sheet *read_with(struct fixture *fixture, const char *sheet,
                                          const char *strings, const char *styles)
{
    const char *parts[SAMPLE_PARTS] = {
        [SAMPLE_SHEET] = sheet, [SAMPLE_STRINGS] = strings, [SAMPLE_STYLES] = styles};
    const struct xlsx_book *book = expect_book(fixture, read_parts(fixture, parts));
    assert_int_equal(book->count, 1);
    return &book->sheets[0];
}

static const struct xlsx_sheet *read_sheet(struct fixture *fixture, const char *sheet)
{
    return read_with(fixture, sheet, NULL, NULL);
}

static void expect_cell(const struct xlsx_sheet *sheet, int row, int column, enum xlsx_kind kind,
                        const char *text)
{
    const struct xlsx_cell *cell = xlsx_cell_at(sheet, row, column);
    if (!cell)
        fail_msg("row %d, column %d is blank", row, column);
    assert_string_equal(cell->text, text);
    assert_int_equal(cell->kind, kind);
}

static void texts_are_joined_without_phonetic_guides(void **state)
{
    const struct xlsx_sheet *sheet = read_with(
        *state,
        ROW("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
            "<c r=\"C1\" t=\"s\"><v>2</v></c>"),
        "<sst " SAMPLE_MAIN "><si><r><rPr><b/></rPr><t xml:space=\"preserve\">Kylla, </t></r>"
        "<r><t>vuonna 2026</t></r></si><si><t>\xE6\x9D\xB1</t><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh>"
        "<phoneticPr fontId=\"1\"/></si><si><t/></si></sst>",
        NULL);
    expect_cell(sheet, 1, 1, XLSX_TEXT, "Kylla, vuonna 2026");
    expect_cell(sheet, 1, 2, XLSX_TEXT, "\xE6\x9D\xB1");
    assert_null(xlsx_cell_at(sheet, 1, 3));
    assert_int_equal(sheet->count, 2);
}

static void texts_stand_in_cells_too(void **state)
{
    const struct xlsx_sheet *sheet =
        read_sheet(*state, ROW("<c r=\"A1\" t=\"inlineStr\"><is><t>A &amp; B</t></is></c>"
                               "<c r=\"B1\" t=\"inlineStr\"><is><r><t>c</t></r><r><t>d</t></r></is>"
                               "</c><c r=\"C1\" t=\"str\"><f>D1</f><v>tulos</v></c>"
                               "<c r=\"D1\" t=\"inlineStr\"><is><t><![CDATA[<e>]]></t></is></c>"));
    expect_cell(sheet, 1, 1, XLSX_TEXT, "A & B");
    expect_cell(sheet, 1, 2, XLSX_TEXT, "cd");
    expect_cell(sheet, 1, 3, XLSX_TEXT, "tulos");
    expect_cell(sheet, 1, 4, XLSX_TEXT, "<e>");
}

static void spaces_count_where_the_file_says_so(void **state)
{
    const struct xlsx_sheet *sheet =
        read_sheet(*state, ROW("<c r=\"A1\" t=\"inlineStr\"><is><t> a </t></is></c><c r=\"B1\" "
                               "t=\"inlineStr\"><is><t xml:space=\"preserve\"> a </t></is></c>"));
    expect_cell(sheet, 1, 1, XLSX_TEXT, "a");
    expect_cell(sheet, 1, 2, XLSX_TEXT, " a ");
}

static void escapes_are_characters(void **state)
{
    static const struct {
        const char *written, *text;
    } cases[] = {
        {"a_x000D_\nb", "a\nb"},
        {"a_x000D_b", "a\nb"},
        {"_x005F_x0041_", "_x0041_"},
        {"_x00e4__x0009_.", "\xC3\xA4\t."},
        {"_xD83D__xDE00_", "\xF0\x9F\x98\x80"},
        {"_xD83D_", "\xEF\xBF\xBD"},
        {"_xDE00_", "\xEF\xBF\xBD"},
        {"a_x0000_b_x0007_", "a\xEF\xBF\xBD"
                             "b\xEF\xBF\xBD"},
        {"_x12_ _x123G_ _xyz_ _ __", "_x12_ _x123G_ _xyz_ _ __"},
        {"_x004", "_x004"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf xml = {0};
        buf_printf(&xml,
                   ROW("<c r=\"A1\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                       "<c r=\"B1\" t=\"str\"><v>%s</v></c>"),
                   cases[i].written, cases[i].written);
        const struct xlsx_sheet *sheet = read_sheet(*state, xml.data);
        expect_cell(sheet, 1, 1, XLSX_TEXT, cases[i].text);
        expect_cell(sheet, 1, 2, XLSX_TEXT, cases[i].text);
        buf_free(&xml);
    }
}

static void expect_number(struct fixture *fixture, const char *value, const char *style,
                          enum xlsx_kind kind, const char *text)
{
    struct buf xml = {0};
    buf_printf(&xml, ROW("<c r=\"A1\" s=\"1\"><v>%s</v></c>"), value);
    const struct xlsx_sheet *sheet = read_with(fixture, xml.data, NULL, style);
    expect_cell(sheet, 1, 1, kind, text);
    buf_free(&xml);
}

static void numbers_are_plain(void **state)
{
    static const struct {
        const char *value, *text;
    } cases[] = {
        {"52.3", "52.3"},
        {"52.299999999999997", "52.3"},
        {"0.30000000000000004", "0.3"},
        {"-0.5", "-0.5"},
        {"0", "0"},
        {"-0", "0"},
        {"1E3", "1000"},
        {"1.5E-3", "0.0015"},
        {"1.2345E+20", "123450000000000000000"},
        {"100", "100"},
        {"12.", "12"},
        {"123456789012345", "123456789012345"},
        {"0.1", "0.1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_number(*state, cases[i].value, NULL, XLSX_NUMBER, cases[i].text);
}

/* A number of one's own format is read as the format's kind says. */
static void expect_code(struct fixture *fixture, const char *code, const char *value,
                        enum xlsx_kind kind, const char *text)
{
    struct buf styles = {0};
    buf_printf(&styles,
               STYLES("<numFmt numFmtId=\"164\" formatCode=\"%s\"/>", "<xf numFmtId=\"164\"/>"),
               code);
    expect_number(fixture, value, styles.data, kind, text);
    buf_free(&styles);
}

static void formats_make_dates(void **state)
{
    static const char *const codes[] = {
        "d.m.yyyy",
        "[$-40B]d\\.m\\.yyyy;@",
        "[Red]dd/mm/yy",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
        "yyyy-mm-dd hh:mm",
        "mmmm",
        "&quot;pvm &quot;d.m.",
        "_-d.m.yyyy_-",
        "D.M.YYYY",
    };
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        expect_code(*state, codes[i], "46335", XLSX_DATE, "2026-11-09");
    expect_code(*state, "d.m.yyyy h:mm", "46335.75", XLSX_DATE, "2026-11-09");
    expect_code(*state, "d.m.yyyy", "4.6335E4", XLSX_DATE, "2026-11-09");
}

static void other_formats_make_no_dates(void **state)
{
    static const char *const codes[] = {
        "General",
        "0.00E+00",
        "# ##0\\ &quot;days&quot;",
        "[Red]0",
        "0;[Red]\\-d",
        "\\d0",
        "0_d",
        "[&lt;100]0;dd",
        "&quot;yyyy",
        "@",
        "#,##0\\ [$\xE2\x82\xAC-40B]",
        "0*d",
        "[yellow]0",
        "\\",
        "[d",
    };
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        expect_code(*state, codes[i], "46335", XLSX_NUMBER, "46335");
}

static void formats_of_every_workbook_are_known(void **state)
{
    static const struct {
        const char *number, *value;
        enum xlsx_kind kind;
        const char *text;
    } cases[] = {
        {"1", "46335", XLSX_NUMBER, "46335"},
        {"14", "46335", XLSX_DATE, "2026-11-09"},
        {"17", "46335", XLSX_DATE, "2026-11-09"},
        {"22", "46335.5", XLSX_DATE, "2026-11-09"},
        {"20", "0.395833333333333", XLSX_TEXT, "9:30"},
        {"46", "1.5", XLSX_TEXT, "36:00"},
        {"9", "0.52", XLSX_NUMBER, "52 %"},
        {"10", "0.52300000000000002", XLSX_NUMBER, "52.3 %"},
        {"49", "46335", XLSX_NUMBER, "46335"},
        {"57", "46335", XLSX_DATE, "2026-11-09"},
        {"37", "46335", XLSX_NUMBER, "46335"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf styles = {0};
        buf_printf(&styles, STYLES("", "<xf numFmtId=\"%s\"/>"), cases[i].number);
        expect_number(*state, cases[i].value, styles.data, cases[i].kind, cases[i].text);
        buf_free(&styles);
    }
}

static void per_cents_are_as_they_are_seen(void **state)
{
    expect_code(*state, "0.0%", "0.523", XLSX_NUMBER, "52.3 %");
    expect_code(*state, "0\\ %", "1", XLSX_NUMBER, "100 %");
    expect_code(*state, "0%", "0", XLSX_NUMBER, "0 %");
    expect_code(*state, "0%", "-0.005", XLSX_NUMBER, "-0.5 %");
    expect_code(*state, "0.0&quot; %&quot;", "52.3", XLSX_NUMBER, "52.3");
    expect_code(*state, "h:mm AM/PM", "0.5", XLSX_TEXT, "12:00");
    expect_code(*state, "[h]:mm:ss", "1.0001", XLSX_TEXT, "24:00:09");
}

static void days_begin_in_1900(void **state)
{
    static const struct {
        const char *value;
        enum xlsx_kind kind;
        const char *text;
    } cases[] = {
        {"1", XLSX_DATE, "1900-01-01"},
        {"59", XLSX_DATE, "1900-02-28"},
        {"60", XLSX_NUMBER, "60"},
        {"61", XLSX_DATE, "1900-03-01"},
        {"36525", XLSX_DATE, "1999-12-31"},
        {"36526", XLSX_DATE, "2000-01-01"},
        {"36585", XLSX_DATE, "2000-02-29"},
        {"36586", XLSX_DATE, "2000-03-01"},
        {"46751", XLSX_DATE, "2027-12-30"},
        {"2958465", XLSX_DATE, "9999-12-31"},
        {"2958466", XLSX_NUMBER, "2958466"},
        {"-1", XLSX_NUMBER, "-1"},
        {"0", XLSX_NUMBER, "0"},
        {"1E300", XLSX_NUMBER, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf zeros = {0};
        buf_char(&zeros, '1');
        for (int zero = 0; zero < 300; zero++)
            buf_char(&zeros, '0');
        expect_code(*state, "d.m.yyyy", cases[i].value, cases[i].kind,
                    cases[i].text ? cases[i].text : zeros.data);
        buf_free(&zeros);
    }
}

static void days_begin_in_1904(void **state)
{
    const char *parts[SAMPLE_PARTS] = {
        [SAMPLE_BOOK] = "<workbook " SAMPLE_MAIN " xmlns:r=\"" SAMPLE_TYPES "\">"
                        "<workbookPr date1904=\"1\"/><sheets>"
                        "<sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        [SAMPLE_STYLES] = STYLES("", "<xf numFmtId=\"14\"/>"),
        [SAMPLE_SHEET] =
            ROW("<c r=\"A1\" s=\"1\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>44873</v></c>"),
    };
    const struct xlsx_book *book = expect_book(*state, read_parts(*state, parts));
    expect_cell(&book->sheets[0], 1, 1, XLSX_DATE, "1904-01-01");
    expect_cell(&book->sheets[0], 1, 2, XLSX_DATE, "2026-11-09");
}

static void other_kinds_of_values_are_read(void **state)
{
    const struct xlsx_sheet *sheet =
        read_sheet(*state, ROW("<c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c>"
                               "<c r=\"C1\" t=\"e\"><v>#REF!</v></c>"
                               "<c r=\"D1\" t=\"d\"><v>2026-11-09T00:00:00</v></c>"
                               "<c r=\"E1\" t=\"n\"><v>7</v></c><c r=\"F1\" s=\"0\"/>"));
    expect_cell(sheet, 1, 1, XLSX_BOOLEAN, "true");
    expect_cell(sheet, 1, 2, XLSX_BOOLEAN, "false");
    expect_cell(sheet, 1, 3, XLSX_ERROR, "#REF!");
    expect_cell(sheet, 1, 4, XLSX_DATE, "2026-11-09");
    expect_cell(sheet, 1, 5, XLSX_NUMBER, "7");
    assert_int_equal(sheet->count, 5);
}

static void formulas_have_the_value_that_was_left(void **state)
{
    const struct xlsx_sheet *sheet =
        read_sheet(*state, ROW("<c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\"><f>A1</f><v></v></c>"
                               "<c r=\"C1\"><f t=\"shared\" si=\"0\"/></c>"
                               "<c r=\"D1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"E1\"><v/></c>"));
    expect_cell(sheet, 1, 1, XLSX_NUMBER, "2");
    expect_cell(sheet, 1, 2, XLSX_NO_VALUE, "");
    expect_cell(sheet, 1, 3, XLSX_NO_VALUE, "");
    assert_int_equal(sheet->count, 3);
}

static void cells_without_a_place_come_after_one_another(void **state)
{
    const struct xlsx_sheet *sheet =
        read_sheet(*state, SHEET("<row><c><v>1</v></c><c/><c><v>2</v></c></row>"
                                 "<row><c r=\"B2\"><v>3</v></c><c><v>4</v></c></row>"
                                 "<row r=\"7\"><c><v>5</v></c></row><row><c><v>6</v></c></row>"));
    expect_cell(sheet, 1, 1, XLSX_NUMBER, "1");
    expect_cell(sheet, 1, 3, XLSX_NUMBER, "2");
    expect_cell(sheet, 2, 2, XLSX_NUMBER, "3");
    expect_cell(sheet, 2, 3, XLSX_NUMBER, "4");
    expect_cell(sheet, 7, 1, XLSX_NUMBER, "5");
    expect_cell(sheet, 8, 1, XLSX_NUMBER, "6");
}

static void cells_are_put_in_order(void **state)
{
    const struct xlsx_sheet *sheet = read_sheet(
        *state, SHEET("<row r=\"2\"><c r=\"C2\"><v>3</v></c><c r=\"A2\"><v>2</v></c></row>"
                      "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"));
    assert_int_equal(sheet->count, 3);
    for (int i = 0; i < 3; i++)
        assert_int_equal(*sheet->cells[i].text, '1' + i);
    assert_int_equal(sheet->cells[0].column, 16384);
}

static void sheets_are_named_and_hidden_ones_told(void **state)
{
    const char *parts[SAMPLE_PARTS] = {
        [SAMPLE_BOOK] =
            "<w:workbook xmlns:w=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
            "xmlns:rel=\"" SAMPLE_TYPES "\"><w:sheets><w:sheet name=\"A &amp; &#228;_x0041_\" "
            "rel:id=\"rId1\"/><w:sheet name=\"B\" state=\"hidden\" rel:id=\"rId1\"/>"
            "<w:sheet name=\"C\" state=\"veryHidden\" rel:id=\"rId1\"/>"
            "<w:sheet name=\"D\" state=\"visible\" rel:id=\"rId1\"/>"
            "<w:sheet name=\"Kuva\" rel:id=\"rId4\"/></w:sheets></w:workbook>",
        [SAMPLE_BOOK_RELS] =
            SAMPLE_RELS "<Relationship Id=\"rId1\" Type=\"" SAMPLE_TYPES
                        "/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/>"
                        "<Relationship Id=\"rId4\" Type=\"" SAMPLE_TYPES
                        "/chartsheet\" Target=\"chartsheets/sheet1.xml\"/></Relationships>",
    };
    const struct xlsx_book *book = expect_book(*state, read_parts(*state, parts));
    assert_int_equal(book->count, 4);
    assert_string_equal(book->sheets[0].name, "A & \xC3\xA4"
                                              "A");
    assert_false(book->sheets[0].is_hidden);
    assert_true(book->sheets[1].is_hidden);
    assert_true(book->sheets[2].is_hidden);
    assert_false(book->sheets[3].is_hidden);
}

static void strict_workbooks_are_read(void **state)
{
    struct fixture *fixture = *state;
#define STRICT "http://purl.oclc.org/ooxml/officeDocument/relationships"
#define STRICT_MAIN "xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\""
    const char *parts[SAMPLE_PARTS] = {
        [SAMPLE_PACKAGE_RELS] = SAMPLE_RELS "<Relationship Id=\"a\" Type=\"" STRICT
                                            "/officeDocument\" Target=\"/xl/workbook.xml\"/>"
                                            "</Relationships>",
        [SAMPLE_BOOK] = "<workbook " STRICT_MAIN " xmlns:r=\"" STRICT "\" conformance=\"strict\">"
                        "<workbookPr date1904=\"false\"/><sheets>"
                        "<sheet name=\"A\" r:id=\"a\"/></sheets></workbook>",
        [SAMPLE_BOOK_RELS] =
            SAMPLE_RELS "<Relationship Id=\"a\" Type=\"" STRICT
                        "/worksheet\" Target=\"../xl/./worksheets/sheet1.xml\"/></Relationships>",
        [SAMPLE_SHEET] = "<worksheet " STRICT_MAIN "><sheetData><row><c><v>1</v></c></row>"
                         "</sheetData></worksheet>",
    };
    const struct xlsx_book *book = expect_book(fixture, read_parts(fixture, parts));
    expect_cell(&book->sheets[0], 1, 1, XLSX_NUMBER, "1");
}

static void what_other_namespaces_say_is_left_out(void **state)
{
    const struct xlsx_sheet *sheet = read_sheet(
        *state, "<worksheet " SAMPLE_MAIN " xmlns:x=\"urn:x\"><sheetData><row r=\"1\">"
                "<c r=\"A1\" x:t=\"s\"><x:v>9</x:v><v>1</v><x:is><x:t>x</x:t></x:is></c>"
                "<x:c r=\"B1\"><v>2</v></x:c></row></sheetData>"
                "<extLst><ext><x:row><c><v>3</v></c></x:row></ext></extLst></worksheet>");
    assert_int_equal(sheet->count, 1);
    expect_cell(sheet, 1, 1, XLSX_NUMBER, "1");
}

static void part_names_have_no_case(void **state)
{
    struct fixture *fixture = *state;
    for (int i = 0; i < SAMPLE_PARTS; i++) {
        const char *name = i == SAMPLE_STRINGS ? "XL/SharedStrings.xml" : sample_names[i];
        const char *part = i == SAMPLE_SHEET ? ROW("<c t=\"s\"><v>0</v></c>") : sample_parts[i];
        zip_add_deflated(&fixture->zip, name, part, strlen(part));
    }
    expect_cell(&expect_book(fixture, read_zip(fixture))->sheets[0], 1, 1, XLSX_TEXT, "nolla");
}

static void utf_16_is_read(void **state)
{
    struct fixture *fixture = *state;
    struct buf wide = {0};
    const char *narrow = ROW("<c t=\"inlineStr\"><is><t>a</t></is></c>");
    buf_string(&wide, "\xFF\xFE");
    for (const char *at = narrow; *at; at++)
        zip_put(&wide, (uint32_t)*at, 2);
    for (int i = 0; i < SAMPLE_PARTS; i++)
        if (i == SAMPLE_SHEET)
            zip_add(&fixture->zip, sample_names[i], wide.data, wide.size);
        else
            zip_add(&fixture->zip, sample_names[i], sample_parts[i], strlen(sample_parts[i]));
    expect_cell(&expect_book(fixture, read_zip(fixture))->sheets[0], 1, 1, XLSX_TEXT, "a");
    buf_free(&wide);
}

static void cells_have_people_s_names(void **state)
{
    struct fixture *fixture = *state;
    static const struct xlsx_sheet sheet = {.name = "Vastaukset"};
    assert_string_equal(xlsx_name(&sheet, 12, 3, fixture->arena), "Vastaukset!C12");
    assert_string_equal(xlsx_name(&sheet, 1, 26, fixture->arena), "Vastaukset!Z1");
    assert_string_equal(xlsx_name(&sheet, 1, 27, fixture->arena), "Vastaukset!AA1");
    assert_string_equal(xlsx_name(&sheet, XLSX_ROWS, XLSX_COLUMNS, fixture->arena),
                        "Vastaukset!XFD1048576");
    assert_null(xlsx_cell_at(&sheet, 1, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(texts_are_joined_without_phonetic_guides),
        TEST(texts_stand_in_cells_too),
        TEST(spaces_count_where_the_file_says_so),
        TEST(escapes_are_characters),
        TEST(numbers_are_plain),
        TEST(formats_make_dates),
        TEST(other_formats_make_no_dates),
        TEST(formats_of_every_workbook_are_known),
        TEST(per_cents_are_as_they_are_seen),
        TEST(days_begin_in_1900),
        TEST(days_begin_in_1904),
        TEST(other_kinds_of_values_are_read),
        TEST(formulas_have_the_value_that_was_left),
        TEST(cells_without_a_place_come_after_one_another),
        TEST(cells_are_put_in_order),
        TEST(sheets_are_named_and_hidden_ones_told),
        TEST(strict_workbooks_are_read),
        TEST(what_other_namespaces_say_is_left_out),
        TEST(part_names_have_no_case),
        TEST(utf_16_is_read),
        TEST(cells_have_people_s_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
