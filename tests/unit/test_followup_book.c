/* Workbooks of answers: what people write into cells, and the XML that is made of it. */
#include "followup/book.h"
#include "followup/book_value.h"
#include "xlsx/written.h"
#include "xlsx_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>
#include <cmocka.h>

/* Fails unless the texts are the same; NULL: nothing is understood. */
static void same(const char *written, const char *value, const char *expected)
{
    if (!value != !expected || (value && strcmp(value, expected) != 0))
        fail_msg("\"%s\" is read as %s, not %s", written, value ? value : "nothing",
                 expected ? expected : "nothing");
}

static void words_are_read_as_people_write_them(void **state)
{
    static const struct {
        enum value_words words;
        const char *written, *expected;
    } cases[] = {
        {VALUE_YES_NO, "kyllä", "kylla"},
        {VALUE_YES_NO, " Kyllä.\xC2\xA0", "kylla"},
        {VALUE_YES_NO, "KYLLA\xCC\x88", "kylla"},
        {VALUE_YES_NO, "K", "kylla"},
        {VALUE_YES_NO, "x", "kylla"},
        {VALUE_YES_NO, "1", "kylla"},
        {VALUE_YES_NO, "joo", "kylla"},
        {VALUE_YES_NO, "true", "kylla"},
        {VALUE_YES_NO, "Ei", "ei"},
        {VALUE_YES_NO, "E", "ei"},
        {VALUE_YES_NO, "0", "ei"},
        {VALUE_YES_NO, "ehkä", NULL},
        {VALUE_YES_NO, "kyllä ja ei", NULL},
        {VALUE_YES_NO, "2", NULL},
        {VALUE_DONE, "Ei  tehty", "eiTehty"},
        {VALUE_DONE, "eiTehty", "eiTehty"},
        {VALUE_DONE, "kyllä", "tehty"},
        {VALUE_DONE, "ei", "eiTehty"},
        {VALUE_DONE, "kesken", "kesken"},
        {VALUE_STATUS, "Käynnissä", "kaynnissa"},
        {VALUE_STATUS, "kaynnissa", "kaynnissa"},
        {VALUE_STATUS,
         "ei\xE2\x80\xAF"
         "aloitettu",
         "eiAloitettu"},
        {VALUE_STATUS, "kyllä", NULL},
        {VALUE_TARGET, "Seuranta", "seuranta"},
        {VALUE_MARK, "X", "kylla"},
        {VALUE_MARK, "salainen", NULL},
    };
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct xlsx_cell cell = {.kind = XLSX_TEXT, .text = cases[i].written};
        same(cases[i].written, value_word(&cell, cases[i].words, arena), cases[i].expected);
    }
    arena_free(arena);
}

static void numbers_are_read_as_people_write_them(void **state)
{
    static const struct {
        const char *written, *unit;
        bool is_whole;
        const char *expected;
    } cases[] = {
        {"52,3", "%", false, "52.3"},
        {"52,3 %", "%", false, "52.3"},
        {"52.3%", "%", false, "52.3"},
        {"52,30", "%", false, "52.3"},
        {"7,2 km", "km", false, "7.2"},
        {"7,2 KM", "km", false, "7.2"},
        {"7,2 mk", "km", false, NULL},
        {"1 200", NULL, true, "1200"},
        {"1\xC2\xA0"
         "200",
         NULL, true, "1200"},
        {"1\xE2\x80\x89"
         "200\xE2\x80\xAF"
         "300 kpl",
         NULL, true, "1200300"},
        {"12 5", NULL, true, NULL},
        {"1200 300", NULL, true, NULL},
        {"3,0", NULL, true, "3"},
        {"3,5", NULL, true, NULL},
        {"\xE2\x88\x92"
         "1,5",
         NULL, false, "-1.5"},
        {"-0,25", NULL, false, "-0.25"},
        {"007", NULL, true, "7"},
        {"0", NULL, true, "0"},
        {"1,2345", NULL, false, NULL},
        {"1.234,5", NULL, false, NULL},
        {"noin 5", NULL, true, NULL},
        {"1234567890", NULL, true, NULL},
        {",5", NULL, false, NULL},
        {"5,", NULL, false, NULL},
        {"1e5", NULL, false, NULL},
        {"%", "%", false, NULL},
    };
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct xlsx_cell cell = {.kind = XLSX_TEXT, .text = cases[i].written};
        same(cases[i].written, value_number(&cell, cases[i].unit, cases[i].is_whole, arena),
             cases[i].expected);
    }
    const struct xlsx_cell day = {.kind = XLSX_DATE, .text = "2026-11-09"};
    same("a day", value_number(&day, NULL, true, arena), NULL);
    arena_free(arena);
}

static void days_are_read_as_people_write_them(void **state)
{
    static const struct {
        const char *written, *first, *last;
    } cases[] = {
        {"9.11.2026", "2026-11-09", NULL},
        {" 09.11.2026 ", "2026-11-09", NULL},
        {"9. 11. 2026", "2026-11-09", NULL},
        {"2026-11-09", "2026-11-09", NULL},
        {"9.–10.11.2026", "2026-11-09", "2026-11-10"},
        {"30.9.–1.10.2026", "2026-09-30", "2026-10-01"},
        {"9.11.2026 - 10.11.2026", "2026-11-09", "2026-11-10"},
        {"9-10.11.2026", "2026-11-09", "2026-11-10"},
        {"31.2.2026", NULL, NULL},
        {"9.11.26", NULL, NULL},
        {"9/11/2026", NULL, NULL},
        {"11.2026", NULL, NULL},
        {"marraskuussa", NULL, NULL},
        {"2026", NULL, NULL},
    };
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct xlsx_cell cell = {.kind = XLSX_TEXT, .text = cases[i].written};
        const char *last;
        same(cases[i].written, xlsx_day(&cell, &last, arena), cases[i].first);
        if (cases[i].first)
            same(cases[i].written, last, cases[i].last);
    }
    const struct xlsx_cell day = {.kind = XLSX_DATE, .text = "2026-11-09"};
    same("a day", xlsx_day(&day, NULL, arena), "2026-11-09");
    const struct xlsx_cell year = {.kind = XLSX_NUMBER, .text = "2025"};
    same("a year", value_year(&year, arena), "2025");
    const struct xlsx_cell years = {.kind = XLSX_TEXT, .text = "2024-2025"};
    same("years", value_year(&years, arena), NULL);
    arena_free(arena);
}

#define TEXT(cell, text) "<c r=\"" cell "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define NUMBER(cell, number) "<c r=\"" cell "\"><v>" number "</v></c>"
#define ROW(number, cells) "<row r=\"" number "\">" cells "</row>"
#define HEADS                                                                                      \
    ROW("3", TEXT("A3", "#tunnus") TEXT("B3", "#kysymys") TEXT("C3", "#vastaus")                   \
                 TEXT("D3", "#huomautus") TEXT("E3", "#ei-koske") TEXT("F3", "#paivays")           \
                     TEXT("G3", "#lahde") TEXT("H3", "#tilastovuosi") TEXT("I3", "#ei-julkinen"))
#define BEGIN "<worksheet " SAMPLE_MAIN "><sheetData>" HEADS
#define END "</sheetData></worksheet>"

static const char answered[] = BEGIN ROW("4", TEXT("A4", "paivays") TEXT("C4", "20.1.2027"))
    ROW("5", TEXT("A5", "vastaaja") TEXT("C5", "johtaja"))
        ROW("6", TEXT("A6", "vastuu tieto") TEXT("C6", "asuntosihteeri; kaavoittaja")) ROW(
            "7", TEXT("A7", "tila tieto") TEXT("C7", "Käynnissä") TEXT("D7", "A &amp; B &lt; C"))
            ROW("8", TEXT("A8", "mittari lukumaara tieto kokoukset kertaa")
                         NUMBER("C8", "3")) ROW("9", TEXT("A9", "mittari kyllaEi muu edustaja "))
                ROW("10", TEXT("A10", "mittari kyllaEi tieto edustaja ") TEXT("E10", "Ei aluetta."))
                    ROW("11", TEXT("B11", "Omat muistiinpanot") TEXT("C11", "kysy vielä")) END;

static const char expected[] =
    "    paivays=\"2027-01-20\"\n"
    "    tyokirja=\"DIGEST\">\n"
    "  <vastaaja>\n"
    "    <tehtava>johtaja</tehtava>\n"
    "  </vastaaja>\n"
    "  <toimenpideseuranta toimenpide=\"tieto\" solu=\"Vastaukset!C7\">\n"
    "    <vastuuhenkilo>asuntosihteeri</vastuuhenkilo>\n"
    "    <vastuuhenkilo>kaavoittaja</vastuuhenkilo>\n"
    "    <tila arvo=\"kaynnissa\"/>\n"
    "    <huomautus solu=\"Vastaukset!D7\">A &amp; B &lt; C</huomautus>\n"
    "    <vastaus mittari=\"kokoukset\" solu=\"Vastaukset!C8\">\n"
    "      <lukumaara arvo=\"3\"\n"
    "      />\n"
    "    </vastaus>\n"
    "    <vastaus mittari=\"edustaja\" solu=\"Vastaukset!E10\">\n"
    "      <eiKoske>Ei aluetta.</eiKoske>\n"
    "    </vastaus>\n"
    "  </toimenpideseuranta>\n"
    "</seurantatiedot>\n";

/* Writes a workbook with the sheet of answers, and returns its path. */
static const char *write_book(const char *sheet)
{
    static const char facts[] =
        "<worksheet " SAMPLE_MAIN
        "><sheetData>" ROW("1", TEXT("A1", "lomake") TEXT("B1", BOOK_FORM))
            ROW("2", TEXT("A2", "osapuoli") TEXT("B2", "alpi"))
                ROW("3", TEXT("A3", "vuosi") TEXT("B3", "2026"))
                    ROW("4", TEXT("A4", "suunnitelma") TEXT("B4", "suunnitelma")) END;
    static const char *parts[SAMPLE_PARTS] = {
        [SAMPLE_BOOK] = "<workbook " SAMPLE_MAIN " xmlns:r=\"" SAMPLE_TYPES "\"><sheets>"
                        "<sheet name=\"Vastaukset\" sheetId=\"1\" r:id=\"rId1\"/>"
                        "<sheet name=\"Tiedot\" sheetId=\"2\" r:id=\"rId2\" state=\"hidden\"/>"
                        "</sheets></workbook>",
        [SAMPLE_BOOK_RELS] =
            SAMPLE_RELS "<Relationship Id=\"rId1\" Type=\"" SAMPLE_TYPES
                        "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        "<Relationship Id=\"rId2\" Type=\"" SAMPLE_TYPES
                        "/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>",
    };
    static char path[] = "/tmp/pykala-book-XXXXXX";
    struct zip_sample zip = {0};
    parts[SAMPLE_SHEET] = sheet;
    sample_add(&zip, parts);
    zip_add(&zip, "xl/worksheets/sheet2.xml", facts, strlen(facts));
    zip_finish(&zip);
    strcpy(path, "/tmp/pykala-book-XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, zip.bytes.data, zip.bytes.size), zip.bytes.size);
    close(fd);
    zip_free(&zip);
    return path;
}

/* A record names the workbook and each answer's cell; nothing of a row of somebody's own, and of a
 * measure without answers, is in it. */
static void a_record_names_workbook_and_cells(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    struct buf xml = {0};
    const char *path = write_book(answered);
    assert_true(followup_record(path, diags, &xml));
    assert_int_equal(diags_count(diags), 0);
    char *digest = strstr(xml.data, "tyokirja=\"");
    assert_non_null(digest);
    digest += strlen("tyokirja=\"");
    assert_int_equal(strspn(digest, "0123456789abcdef"), 64);
    memmove(digest + strlen("DIGEST"), digest + 64, strlen(digest + 64) + 1);
    memcpy(digest, "DIGEST", strlen("DIGEST"));
    assert_string_equal(strstr(xml.data, "    paivays="), expected);
    assert_non_null(strstr(xml.data, " osapuoli=\"alpi\" vuosi=\"2026\"\n"));
    buf_free(&xml);
    unlink(path);
    diags_free(diags);
}

/* What is wrong is told cell by cell, and then there is no record. */
static void each_cell_is_told(void **state)
{
    static const struct {
        const char *sheet, *cell, *message;
    } cases[] = {
        {BEGIN ROW("4", TEXT("A4", "paivays") TEXT("C4", "eilen")) END, "Vastaukset!C4",
         "\"eilen\" is not understood"},
        {BEGIN ROW("4", TEXT("A4", "paivays") TEXT("C4", "1.2.2027"))
             ROW("5", TEXT("A5", "vastaaja")) END,
         "Vastaukset!C5", "role is missing"},
        {BEGIN ROW("6", TEXT("A6", "mittari kyllaEi a b ") TEXT("C6", "x") TEXT("E6", "syy")) END,
         "Vastaukset!E6", "also a reason"},
        {BEGIN ROW("6", TEXT("A6", "mittari kyllaEi a b ") TEXT("E6", "x")) END, "Vastaukset!E6",
         "does not say why"},
        {BEGIN ROW("6", TEXT("A6", "mittari kyllaEi a b ") TEXT("D6", "Tulossa.")) END,
         "Vastaukset!C6", "the answer is missing"},
        {BEGIN ROW("6", TEXT("A6", "mittari kyllaEi a b ") TEXT("C6", "x"))
             ROW("7", TEXT("A7", "mittari kyllaEi a b ") TEXT("C7", "ei")) END,
         "Vastaukset!C7", "on the row 6 already"},
        {BEGIN ROW("6", TEXT("A6", "mittari kyllaEi a b ") "<c r=\"C6\"><f>1+1</f></c>" TEXT(
                            "D6", "y")) END,
         "Vastaukset!C6", "the formula in the cell has no value"},
        {BEGIN ROW("6", TEXT("A6", "tila a") "<c r=\"C6\" t=\"e\"><v>#REF!</v></c>") END,
         "Vastaukset!C6", "the cell shows the error #REF!"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diags *diags = diags_new();
        struct buf xml = {0};
        const char *path = write_book(cases[i].sheet);
        assert_false(followup_record(path, diags, &xml));
        assert_int_equal(xml.size, 0);
        bool is_told = false;
        for (size_t k = 0; k < diags_count(diags); k++) {
            const struct diag *diag = diags_at(diags, k);
            is_told |= strcmp(diag->place.cell ? diag->place.cell : "", cases[i].cell) == 0 &&
                       strstr(diag->message, cases[i].message);
        }
        if (!is_told)
            fail_msg("not told: %s", cases[i].message);
        unlink(path);
        diags_free(diags);
    }
}

/* Nobody has filled in anything: there is nothing to record, and nothing wrong. */
static void an_untouched_form_is_no_record(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    struct buf xml = {0};
    const char *path = write_book(BEGIN ROW("4", TEXT("A4", "paivays") TEXT("C4", " ")) END);
    assert_false(followup_record(path, diags, &xml));
    assert_int_equal(diags_count(diags), 0);
    unlink(path);
    path = write_book("<worksheet " SAMPLE_MAIN "><sheetData/></worksheet>");
    assert_false(followup_record(path, diags, &xml));
    assert_int_equal(diags_count(diags), 1);
    assert_int_equal(diags_at(diags, 0)->rule, RULE_FOLLOWUP_WORKBOOK);
    unlink(path);
    diags_free(diags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_read_as_people_write_them),
        cmocka_unit_test(numbers_are_read_as_people_write_them),
        cmocka_unit_test(days_are_read_as_people_write_them),
        cmocka_unit_test(a_record_names_workbook_and_cells),
        cmocka_unit_test(each_cell_is_told),
        cmocka_unit_test(an_untouched_form_is_no_record),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
