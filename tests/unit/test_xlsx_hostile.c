/* What isn't a workbook, a damaged one and one that is made to do harm end in one message. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "xlsx_fixture.h"

#include <unistd.h>

#define COMPOUND "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
#define BOOK(sheets)                                                                               \
    "<workbook " SAMPLE_MAIN " xmlns:r=\"" SAMPLE_TYPES "\"><sheets>" sheets "</sheets></"         \
    "workbook>"

/* Reads a workbook of which one part is that text. */
static const struct xlsx_book *read_part(struct fixture *fixture, enum sample_part part,
                                         const char *text)
{
    const char *parts[SAMPLE_PARTS] = {0};
    parts[part] = text;
    return read_parts(fixture, parts);
}

static void expect_part(struct fixture *fixture, enum sample_part part, const char *text,
                        enum rule rule, const char *message)
{
    expect_refused(fixture, read_part(fixture, part, text), rule, message);
}

/* Appends the text so many times. */
static void repeat(struct buf *buf, const char *text, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_string(buf, text);
}

static void other_kinds_of_files_are_named(void **state)
{
    static const struct {
        const char *bytes;
        size_t size;
        const char *message;
    } cases[] = {
#define BYTES(string) string, sizeof string - 1
        {BYTES(""), "the file is empty"},
        {BYTES("P"), "no Excel workbook"},
        {BYTES("<?xml version=\"1.0\"?><a/>"), "no Excel workbook"},
        {BYTES("%PDF-1.7"), "no Excel workbook"},
        {BYTES(COMPOUND "...E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), "password"},
        {BYTES(COMPOUND "...W\0o\0r\0k\0b\0o\0o\0k\0"), "older Excel (.xls)"},
        {BYTES(COMPOUND "...W\0o\0r\0d\0D\0o\0c"), "no Excel workbook"},
        {BYTES(COMPOUND), "no Excel workbook"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_refused(*state, read_bytes(*state, cases[i].bytes, cases[i].size), RULE_XLSX_KIND,
                       cases[i].message);
}

static void other_documents_in_zip_files_are_named(void **state)
{
    struct fixture *fixture = *state;
    zip_add(&fixture->zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", 46);
    zip_add(&fixture->zip, "content.xml", "<a/>", 4);
    expect_refused(fixture, read_zip(fixture), RULE_XLSX_KIND, "OpenDocument");
    zip_add(&fixture->zip, "a.txt", "a", 1);
    expect_refused(fixture, read_zip(fixture), RULE_XLSX_KIND, "no Excel workbook");
    static const struct {
        const char *target, *message;
    } cases[] = {{"word/document.xml", "a Word document"},
                 {"ppt/presentation.xml", "no Excel workbook"},
                 {"xl/workbook.bin", "binary workbook (.xlsb)"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf rels = {0};
        buf_printf(&rels,
                   SAMPLE_RELS "<Relationship Id=\"rId1\" Type=\"" SAMPLE_TYPES
                               "/officeDocument\" Target=\"%s\"/></Relationships>",
                   cases[i].target);
        expect_part(fixture, SAMPLE_PACKAGE_RELS, rels.data, RULE_XLSX_KIND, cases[i].message);
        buf_free(&rels);
    }
    expect_part(fixture, SAMPLE_PACKAGE_RELS, SAMPLE_RELS "</Relationships>", RULE_XLSX_KIND,
                "no Excel workbook");
}

/* Wherever the file ends too early, the reader says so and reads nothing beside it. */
static void workbooks_that_are_cut_short_are_told(void **state)
{
    struct fixture *fixture = *state;
    const char *parts[SAMPLE_PARTS] = {0};
    sample_add(&fixture->zip, parts);
    zip_finish(&fixture->zip);
    size_t size = fixture->zip.bytes.size;
    for (size_t left = 4; left < size; left += 61) {
        char *cut = malloc(left);
        memcpy(cut, fixture->zip.bytes.data, left);
        expect_refused(fixture, read_bytes(fixture, cut, left), RULE_XLSX_BROKEN, "cut short");
        free(cut);
    }
}

static void damaged_parts_are_named(void **state)
{
    struct fixture *fixture = *state;
    const char *parts[SAMPLE_PARTS] = {0};
    sample_add(&fixture->zip, parts);
    zip_finish(&fixture->zip);
    char *bytes = fixture->zip.bytes.data;
    char *text = bytes;
    while (memcmp(text, "nolla", 5) != 0)
        text++;
    *text = 'm';
    const struct xlsx_book *book = read_bytes(fixture, bytes, fixture->zip.bytes.size);
    expect_refused(fixture, book, RULE_XLSX_BROKEN, "xl/sharedStrings.xml of the workbook is dam");
}

static void parts_that_are_missing_are_named(void **state)
{
    struct fixture *fixture = *state;
    for (int without = SAMPLE_BOOK; without < SAMPLE_PARTS; without++) {
        for (int i = 0; i < SAMPLE_PARTS; i++)
            if (i != without)
                zip_add(&fixture->zip, sample_names[i], sample_parts[i], strlen(sample_parts[i]));
        expect_refused(fixture, read_zip(fixture), RULE_XLSX_BROKEN, sample_names[without]);
    }
    expect_part(fixture, SAMPLE_BOOK, BOOK("<sheet name=\"A\" r:id=\"rId9\"/>"), RULE_XLSX_BROKEN,
                "lacks the part of its sheet A");
    expect_part(fixture, SAMPLE_BOOK, BOOK("<sheet name=\"A\"/>"), RULE_XLSX_BROKEN,
                "lacks the part of its sheet A");
}

static void parts_of_one_name_are_told(void **state)
{
    struct fixture *fixture = *state;
    zip_add(&fixture->zip, "XL/workbook.xml", "<a/>", 4);
    const char *parts[SAMPLE_PARTS] = {0};
    expect_refused(fixture, read_parts(fixture, parts), RULE_XLSX_BROKEN, "two parts");
}

static void locked_parts_are_told(void **state)
{
    struct fixture *fixture = *state;
    for (int i = 0; i < SAMPLE_PARTS; i++) {
        struct zip_part part = {.name = sample_names[i],
                                .flags = ZIP_LOCKED,
                                .packed = sample_parts[i],
                                .packed_size = strlen(sample_parts[i]),
                                .size = strlen(sample_parts[i])};
        zip_add_part(&fixture->zip, &part);
    }
    expect_refused(fixture, read_zip(fixture), RULE_XLSX_KIND, "password");
}

/* Names that lead out of a folder lead nowhere: nothing is unpacked into files. */
static void part_names_are_no_paths(void **state)
{
    struct fixture *fixture = *state;
    static const char *const names[] = {"../../etc/passwd", "/etc/passwd", "C:\\a.xml", "",
                                        "xl/../../a"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        zip_add(&fixture->zip, names[i], "<a/>", 4);
    const char *parts[SAMPLE_PARTS] = {0};
    expect_book(fixture, read_parts(fixture, parts));
    expect_part(fixture, SAMPLE_BOOK_RELS,
                SAMPLE_RELS "<Relationship Id=\"rId1\" Type=\"" SAMPLE_TYPES
                            "/worksheet\" Target=\"../../../../etc/passwd\"/></Relationships>",
                RULE_XLSX_BROKEN, "lacks its part etc/passwd");
}

static void what_is_outside_the_workbook_is_not_looked_for(void **state)
{
    expect_part(*state, SAMPLE_BOOK_RELS,
                SAMPLE_RELS "<Relationship Id=\"rId1\" TargetMode=\"External\" Type=\"" SAMPLE_TYPES
                            "/worksheet\" Target=\"http://localhost/sheet.xml\"/></Relationships>",
                RULE_XLSX_BROKEN, "lacks the part of its sheet");
    const char *links = SAMPLE_RELS
        "<Relationship Id=\"rId1\" Type=\"" SAMPLE_TYPES
        "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        "<Relationship Id=\"rId2\" TargetMode=\"External\" Type=\"" SAMPLE_TYPES
        "/externalLinkPath\" Target=\"file:///etc/passwd\"/>"
        "<Relationship Id=\"rId3\" Type=\"http://schemas.microsoft.com/office/2006/relationships/"
        "vbaProject\" Target=\"vbaProject.bin\"/></Relationships>";
    expect_book(*state, read_part(*state, SAMPLE_BOOK_RELS, links));
}

static void declarations_are_refused_in_every_part(void **state)
{
    for (int part = SAMPLE_PACKAGE_RELS; part < SAMPLE_PARTS; part++) {
        struct buf text = {0};
        buf_printf(&text,
                   "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM "
                   "\"file:///etc/passwd\">]>%s",
                   sample_parts[part]);
        expect_part(*state, (enum sample_part)part, text.data, RULE_XLSX_BROKEN, "DOCTYPE");
        buf_free(&text);
    }
}

/* Ten entities of ten, ten times: a declaration is refused before any of them grows. */
static void entities_never_grow(void **state)
{
    struct buf text = {0};
    buf_string(&text, "<!DOCTYPE a [<!ENTITY e0 \"aaaaaaaaaa\">");
    for (int i = 1; i < 10; i++) {
        buf_printf(&text, "<!ENTITY e%d \"", i);
        for (int j = 0; j < 10; j++)
            buf_printf(&text, "&e%d;", i - 1);
        buf_string(&text, "\">");
    }
    buf_string(&text, "]><sst " SAMPLE_MAIN "><si><t>&e9;</t></si></sst>");
    expect_part(*state, SAMPLE_STRINGS, text.data, RULE_XLSX_BROKEN, "DOCTYPE");
    buf_free(&text);
    expect_part(*state, SAMPLE_STRINGS, "<sst " SAMPLE_MAIN "><si><t>&e;</t></si></sst>",
                RULE_XLSX_BROKEN, "line 1 of part xl/sharedStrings.xml");
}

static void what_is_no_xml_is_told_with_its_line(void **state)
{
    expect_part(*state, SAMPLE_SHEET, "<worksheet " SAMPLE_MAIN ">\n<sheetData>\n<row></c>",
                RULE_XLSX_BROKEN, "line 3 of part xl/worksheets/sheet1.xml");
    expect_part(*state, SAMPLE_SHEET, "", RULE_XLSX_BROKEN, "xl/worksheets/sheet1.xml");
    expect_part(*state, SAMPLE_STYLES, "<a>\xFF</a>", RULE_XLSX_BROKEN, "xl/styles.xml");
    expect_part(*state, SAMPLE_BOOK, "<a/><b/>", RULE_XLSX_BROKEN, "xl/workbook.xml");
}

/* A part that says that it is UTF-16 and isn't is one error, and libxml2 itself prints nothing. */
static void what_is_no_utf_16_is_told(void **state)
{
    struct fixture *fixture = *state;
    static const char part[] = "\xFF\xFE<\0a\0>\0\x31\xDA\x5F\0<\0";
    FILE *printed = tmpfile();
    int before = dup(STDERR_FILENO);
    assert_true(dup2(fileno(printed), STDERR_FILENO) >= 0);
    for (enum sample_part i = 0; i < SAMPLE_PARTS; i++)
        if (i == SAMPLE_SHEET)
            zip_add(&fixture->zip, sample_names[i], part, sizeof part - 1);
        else
            zip_add(&fixture->zip, sample_names[i], sample_parts[i], strlen(sample_parts[i]));
    const struct xlsx_book *book = read_zip(fixture);
    dup2(before, STDERR_FILENO);
    close(before);
    assert_int_equal(lseek(fileno(printed), 0, SEEK_END), 0);
    fclose(printed);
    expect_refused(fixture, book, RULE_XLSX_BROKEN, "xl/worksheets/sheet1.xml");
}

#define CELL(cell)                                                                                 \
    "<worksheet " SAMPLE_MAIN "><sheetData><row>" cell "</row></sheetData></worksheet>"

static void wrong_cells_are_named(void **state)
{
    static const struct {
        const char *cell, *message;
    } cases[] = {
        {"<c r=\"B3\" t=\"s\"><v>1</v></c>",
         "Vastaukset!B3: the text that the cell refers to isn't"},
        {"<c r=\"B3\" t=\"s\"><v>-1</v></c>",
         "Vastaukset!B3: the text that the cell refers to isn't"},
        {"<c r=\"B3\" t=\"s\"><v>99999999999999999999</v></c>",
         "Vastaukset!B3: the text that the cell refers to isn't"},
        {"<c r=\"B3\"><v>1,5</v></c>", "Vastaukset!B3: what the file has for a number"},
        {"<c r=\"B3\"><v>1e999</v></c>", "Vastaukset!B3: what the file has for a number"},
        {"<c r=\"B3\"><v>nan</v></c>", "Vastaukset!B3: what the file has for a number"},
        {"<c r=\"B3\"><v>0x10</v></c>", "Vastaukset!B3: what the file has for a number"},
        {"<c r=\"B3\"><v>1</v></c><c r=\"B3\"><v>2</v></c>", "Vastaukset!B3: the cell comes twice"},
        {"<c r=\"XFE1\"><v>1</v></c>", "beyond the last"},
        {"<c r=\"A1048577\"><v>1</v></c>", "beyond the last"},
        {"<c r=\"A99999999999999999999\"><v>1</v></c>", "beyond the last"},
        {"<c r=\"AAAAAAAAAAAAAAAAAAA1\"><v>1</v></c>", "beyond the last"},
        {"<c r=\"A0\"><v>1</v></c>", "beyond the last"},
        {"<c r=\"3\"><v>1</v></c>", "beyond the last"},
        {"<c r=\"$A$1\"><v>1</v></c>", "beyond the last"},
        {"<c r=\"XFD1\"/><c><v>1</v></c>", "beyond the last"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf sheet = {0};
        buf_printf(&sheet, CELL("%s"), cases[i].cell);
        expect_part(*state, SAMPLE_SHEET, sheet.data, RULE_XLSX_BROKEN, cases[i].message);
        buf_free(&sheet);
    }
}

static void rows_end_at_the_last(void **state)
{
    expect_part(*state, SAMPLE_SHEET,
                "<worksheet " SAMPLE_MAIN "><sheetData><row r=\"1048576\"/><row/></sheetData>"
                "</worksheet>",
                RULE_XLSX_BROKEN, "sheet Vastaukset has a row beyond the last");
}

/* Adds a part to the zip file, as it is or deflated. */
typedef void zip_adder(struct zip_sample *zip, const char *name, const void *bytes, size_t size);

/* Reads a workbook of which a part is a head, a text so many times, and a foot. */
static const struct xlsx_book *read_many(struct fixture *fixture, zip_adder *add,
                                         enum sample_part part, const char *head, const char *text,
                                         size_t count, const char *foot)
{
    struct buf many = {0};
    buf_string(&many, head);
    repeat(&many, text, count);
    buf_string(&many, foot);
    for (enum sample_part i = 0; i < SAMPLE_PARTS; i++)
        if (i == part)
            add(&fixture->zip, sample_names[i], many.data, many.size);
        else
            zip_add(&fixture->zip, sample_names[i], sample_parts[i], strlen(sample_parts[i]));
    buf_free(&many);
    return read_zip(fixture);
}

enum { KIB = 1024 };

/* Fills a comment of a KiB. */
static void make_comment(char comment[KIB + 1])
{
    memset(comment, 'a', KIB);
    memcpy(comment, "<!--", 4);
    memcpy(comment + KIB - 3, "-->", 4);
}

static void bombs_are_refused(void **state)
{
    char comment[KIB + 1];
    make_comment(comment);
    expect_refused(*state,
                   read_many(*state, zip_add_deflated, SAMPLE_SHEET, "<a>", comment, 100 * KIB, ""),
                   RULE_XLSX_LIMIT, "packed more than 200 times");
    expect_refused(*state, read_many(*state, zip_add, SAMPLE_STYLES, "<a>", comment, 65 * KIB, ""),
                   RULE_XLSX_LIMIT, "xl/styles.xml of the workbook is larger than 64 MiB");
}

/* Three sheets that are one part: each time it is unpacked it counts. */
static void the_parts_together_have_a_limit(void **state)
{
    struct fixture *fixture = *state;
    char comment[KIB + 1];
    make_comment(comment);
    struct buf sheet = {0};
    buf_string(&sheet, "<worksheet " SAMPLE_MAIN ">");
    repeat(&sheet, comment, 40 * KIB);
    buf_string(&sheet, "</worksheet>");
    const char *parts[SAMPLE_PARTS] = {
        [SAMPLE_BOOK] = BOOK("<sheet name=\"A\" r:id=\"rId1\"/><sheet name=\"B\" r:id=\"rId1\"/>"
                             "<sheet name=\"C\" r:id=\"rId1\"/>"),
        [SAMPLE_SHEET] = sheet.data};
    expect_refused(fixture, read_parts(fixture, parts), RULE_XLSX_LIMIT, "larger than 96 MiB");
    buf_free(&sheet);
}

static void too_much_is_refused(void **state)
{
    static const struct {
        enum sample_part part;
        const char *head, *text;
        size_t count;
        const char *message;
    } cases[] = {
        {SAMPLE_SHEET, "<worksheet " SAMPLE_MAIN "><sheetData><row><c><v>1</v></c></row><row>",
         "<c/></row><row>", 1000000, "500000 cells"},
        {SAMPLE_SHEET, "<worksheet>", "<a>", 100000, "64 elements inside each other"},
        {SAMPLE_SHEET, "<worksheet><a ", "a=\"\" ", 100000, "a tag of more than 65536 bytes"},
        {SAMPLE_SHEET, "<worksheet><a a='", ">", 1000000, "a tag of more than 65536 bytes"},
        {SAMPLE_SHEET, "<worksheet ", "xmlns:a='b' ", 300, "line 1"},
        {SAMPLE_STRINGS, "<sst " SAMPLE_MAIN ">", "<si/>", 500001, "500000 texts"},
        {SAMPLE_STRINGS, "<sst " SAMPLE_MAIN "><si><t>", "0123456789", 200000, "1048576 bytes"},
        {SAMPLE_STYLES, "<styleSheet " SAMPLE_MAIN "><cellXfs>", "<xf/>", 65537, "65536 formats"},
        {SAMPLE_STYLES, "<styleSheet " SAMPLE_MAIN "><numFmts>", "<numFmt/>", 4097, "4096 formats"},
        {SAMPLE_BOOK, "<workbook " SAMPLE_MAIN "><sheets>", "<sheet/>", 257, "256 sheets"},
        {SAMPLE_BOOK_RELS, SAMPLE_RELS, "<Relationship/>", 4097, "4096 parts"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_refused(*state,
                       read_many(*state, zip_add, cases[i].part, cases[i].head, cases[i].text,
                                 cases[i].count, ""),
                       strstr(cases[i].message, "line") ? RULE_XLSX_BROKEN : RULE_XLSX_LIMIT,
                       cases[i].message);
}

/* libxml2 compares each attribute with each. */
static void attributes_have_a_limit(void **state)
{
    struct fixture *fixture = *state;
    struct buf text = {0};
    buf_string(&text, "<worksheet");
    for (int i = 0; i < 257; i++)
        buf_printf(&text, " a%d=\"\"", i);
    buf_string(&text, "/>");
    expect_part(fixture, SAMPLE_SHEET, text.data, RULE_XLSX_LIMIT, "more than 256 attributes");
    buf_free(&text);
}

static void namespaces_have_a_limit(void **state)
{
    struct fixture *fixture = *state;
    struct buf text = {0};
    buf_string(&text, "<worksheet");
    for (int i = 0; i < 65; i++)
        buf_printf(&text, " xmlns:a%d=\"urn:a\"", i);
    buf_string(&text, "/>");
    expect_part(fixture, SAMPLE_SHEET, text.data, RULE_XLSX_LIMIT, "64 namespaces");
    buf_free(&text);
}

static void files_of_many_parts_are_refused(void **state)
{
    struct fixture *fixture = *state;
    for (int i = 0; i <= XLSX_PARTS; i++)
        zip_add(&fixture->zip, "a", "", 0);
    expect_refused(fixture, read_zip(fixture), RULE_XLSX_LIMIT, "4096 parts");
}

static void long_texts_are_refused_with_their_cell(void **state)
{
    struct fixture *fixture = *state;
    const char *head = "<worksheet " SAMPLE_MAIN "><sheetData><row><c t=\"inlineStr\"><is><t>";
    const char *foot = "</t></is></c></row></sheetData></worksheet>";
    expect_book(fixture, read_many(fixture, zip_add, SAMPLE_SHEET, head, "\xC3\xA4", 32767, foot));
    expect_refused(fixture,
                   read_many(fixture, zip_add, SAMPLE_SHEET, head, "\xC3\xA4", 32768, foot),
                   RULE_XLSX_LIMIT, "Vastaukset!A1: the cell has more than 32767 characters");
}

static void files_that_are_no_files_are_refused(void **state)
{
    struct fixture *fixture = *state;
    assert_null(xlsx_read("/nonexistent/a.xlsx", fixture->arena, fixture->diags));
    assert_null(xlsx_read("/dev/null", fixture->arena, fixture->diags));
    assert_int_equal(diags_count(fixture->diags), 2);
    assert_int_equal(diags_at(fixture->diags, 0)->rule, RULE_FILE_MISSING);
    assert_int_equal(diags_at(fixture->diags, 1)->rule, RULE_FILE_KIND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(other_kinds_of_files_are_named),
        TEST(other_documents_in_zip_files_are_named),
        TEST(workbooks_that_are_cut_short_are_told),
        TEST(damaged_parts_are_named),
        TEST(parts_that_are_missing_are_named),
        TEST(parts_of_one_name_are_told),
        TEST(locked_parts_are_told),
        TEST(part_names_are_no_paths),
        TEST(what_is_outside_the_workbook_is_not_looked_for),
        TEST(declarations_are_refused_in_every_part),
        TEST(entities_never_grow),
        TEST(what_is_no_xml_is_told_with_its_line),
        TEST(what_is_no_utf_16_is_told),
        TEST(wrong_cells_are_named),
        TEST(rows_end_at_the_last),
        TEST(bombs_are_refused),
        TEST(the_parts_together_have_a_limit),
        TEST(too_much_is_refused),
        TEST(attributes_have_a_limit),
        TEST(namespaces_have_a_limit),
        TEST(files_of_many_parts_are_refused),
        TEST(long_texts_are_refused_with_their_cell),
        TEST(files_that_are_no_files_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
