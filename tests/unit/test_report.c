/* Diagnostics as text and as JSON. */
#include "report/html.h"
#include "report/lines.h"
#include "report/report.h"

#include <json-c/json.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

static struct diags *sample(void)
{
    struct diags *diags = diags_new();
    diag_add(diags, RULE_XSD_TYPE, (struct diag_place){.file = "a/ä.xml", .line = 3, .column = 14},
             "did you mean x?", "\"y\" in <nimi>: is wrong");
    diag_add(diags, RULE_PROSE_DATE, (struct diag_place){.file = "b.xml", .line = 2}, NULL,
             "no column");
    diag_add(diags, RULE_FILE_WRITE, (struct diag_place){.file = "out/c.pdf"}, NULL,
             "cannot be written");
    diag_add(diags, RULE_LAYOUT_TORN, (struct diag_place){0}, NULL, "no place");
    return diags;
}

static void text_is_one_line_each(void **state)
{
    (void)state;
    struct diags *diags = sample();
    struct buf text = {0};
    report_text(diags, &text);
    assert_string_equal(text.data, "a/ä.xml:3:14: error: \"y\" in <nimi>: is wrong [xsd-type]\n"
                                   "  did you mean x?\n"
                                   "b.xml:2: warning: no column [prose-date]\n"
                                   "out/c.pdf: failure: cannot be written [file-write]\n"
                                   "info: no place [layout-torn]\n");
    buf_free(&text);
    diags_free(diags);
}

/* What comes from outside can neither break a line nor steer a terminal. */
static void text_shows_no_control_characters(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    struct buf text = {0};
    diag_add(diags, RULE_TEMPLATE,
             (struct diag_place){.file = "a\nb\x1B[2J.xml", .line = 1, .column = 1}, "h\r\t\x7F",
             "m\xC2\x9B\xE2\x80\xAE\xE2\x81\xA6q\xFF\xE2\x80\xA8\xC3");
    report_text(diags, &text);
    assert_string_equal(text.data, "a b [2J.xml:1:1: error: m \xEF\xBF\xBD\xEF\xBF\xBDq"
                                   "\xEF\xBF\xBD \xEF\xBF\xBD [template]\n"
                                   "  h   \n");
    buf_free(&text);
    diags_free(diags);
}

static const char *string_in(struct json_object *object, const char *key)
{
    struct json_object *value;
    assert_true(json_object_object_get_ex(object, key, &value));
    return value ? json_object_get_string(value) : NULL;
}

static void json_holds_everything(void **state)
{
    (void)state;
    struct diags *diags = sample();
    struct buf text = {0};
    report_json(diags, &text);
    struct json_object *array = json_tokener_parse(text.data);
    assert_non_null(array);
    assert_int_equal(json_object_array_length(array), 4);
    struct json_object *first = json_object_array_get_idx(array, 0);
    assert_string_equal(string_in(first, "severity"), "error");
    assert_string_equal(string_in(first, "rule"), "xsd-type");
    assert_string_equal(string_in(first, "file"), "a/ä.xml");
    assert_string_equal(string_in(first, "line"), "3");
    assert_string_equal(string_in(first, "column"), "14");
    assert_string_equal(string_in(first, "message"), "\"y\" in <nimi>: is wrong");
    assert_string_equal(string_in(first, "hint"), "did you mean x?");
    struct json_object *last = json_object_array_get_idx(array, 3);
    assert_string_equal(string_in(last, "severity"), "info");
    assert_null(string_in(last, "file"));
    assert_null(string_in(last, "line"));
    assert_null(string_in(last, "column"));
    assert_null(string_in(last, "hint"));
    json_object_put(array);
    buf_free(&text);
    diags_free(diags);
}

static void json_is_valid_utf8(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    struct buf text = {0};
    diag_add(diags, RULE_TEMPLATE, (struct diag_place){.file = "\xFF.xml", .line = 1, .column = 1},
             "a\nb", "\"\\/\x01\xC3");
    report_json(diags, &text);
    struct json_object *array = json_tokener_parse(text.data);
    assert_non_null(array);
    struct json_object *object = json_object_array_get_idx(array, 0);
    assert_string_equal(string_in(object, "file"), "\xEF\xBF\xBD.xml");
    assert_string_equal(string_in(object, "message"), "\"\\/\x01\xEF\xBF\xBD");
    assert_string_equal(string_in(object, "hint"), "a\nb");
    json_object_put(array);
    buf_free(&text);
    diags_free(diags);
}

/* Nor can JSON steer a terminal; the strings are as they were. */
static void json_escapes_what_cannot_be_seen(void **state)
{
    (void)state;
    static const char message[] = "\xC2\x9B[2J \x7F \xE2\x80\xAE \xF3\xA0\x81\xA1 \xC3\xA4";
    struct diags *diags = diags_new();
    struct buf text = {0}, sarif = {0};
    diag_add(diags, RULE_TEMPLATE, (struct diag_place){0}, NULL, "%s", message);
    report_json(diags, &text);
    report_sarif(diags, "1", &sarif);
    static const char escaped[] = "\"\\u009b[2J \\u007f \\u202e \\udb40\\udc61 \xC3\xA4";
    assert_non_null(strstr(text.data, escaped));
    assert_non_null(strstr(sarif.data, escaped));
    struct json_object *array = json_tokener_parse(text.data);
    assert_string_equal(string_in(json_object_array_get_idx(array, 0), "message"), message);
    json_object_put(array);
    buf_free(&text);
    buf_free(&sarif);
    diags_free(diags);
}

static void nothing_to_say_is_an_empty_report(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    struct buf text = {0}, json = {0};
    report_text(diags, &text);
    assert_int_equal(text.size, 0);
    report_json(diags, &json);
    struct json_object *array = json_tokener_parse(json.data);
    assert_int_equal(json_object_array_length(array), 0);
    json_object_put(array);
    buf_free(&text);
    buf_free(&json);
    diags_free(diags);
}

/* A file in the source folder, and diagnostics at its misspelt element and at an attribute. */
static const char broken[] = "tests/data/seven.xml";

static struct diag_text text_of(const char *string)
{
    return (struct diag_text){string, strlen(string)};
}

/* Returns the place of a stretch of a line of that file. */
static struct diag_place stretch(int line, int column, int end)
{
    return (struct diag_place){broken, line, column, .end_line = line, .end_column = end};
}

static struct diags *sample_in_file(void)
{
    struct diags *diags = diags_new();
    struct diag_place value = stretch(3, 40, 47), tag = stretch(4, 5, 12);
    value.field = (struct diag_field){text_of("kokous"), text_of("toimielin"), text_of("halitus")};
    tag.field.element = text_of("otsiko");
    tag.field.value = text_of(" \n Yhteistyösopimus ");
    diag_add(diags, RULE_XSD_TYPE, value, "a<b", "not \"x\"");
    diag_replace(diags, "hallitus");
    diag_relate(diags, tag);
    diag_add(diags, RULE_XSD_ELEMENT, tag, NULL, "<otsiko>");
    return diags;
}

static void lines_have_a_caret(void **state)
{
    (void)state;
    struct diags *diags = sample_in_file();
    struct buf text = {0};
    report_text_with_lines(diags, false, &text);
    assert_non_null(strstr(text.data, "     4 |     <otsiko>Yhteistyösopimus</otsiko>\n"
                                      "       |     ^\n"));
    assert_non_null(strstr(text.data, "     3 |   <kokous osapuoli=\"Joutsa\" toimielin=\"hal"));
    assert_non_null(strstr(text.data, "\n       |                                        ^\n"));
    buf_free(&text);
    diags_free(diags);
}

/* Writes a file of one line, with a diagnostic at a column of it; returns what is shown. */
static struct buf shown(const char *line, int column, bool is_coloured)
{
    char path[] = "/tmp/pykala-report-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, line, strlen(line)), strlen(line));
    close(descriptor);
    struct diags *diags = diags_new();
    diag_add(diags, RULE_TEMPLATE, (struct diag_place){.file = path, .line = 1, .column = column},
             NULL, "m");
    struct buf text = {0};
    report_text_with_lines(diags, is_coloured, &text);
    diags_free(diags);
    unlink(path);
    return text;
}

/* The line and the caret below: under the same column, whatever stands before it. */
static void caret_stands_under_its_place(void **state)
{
    (void)state;
    static const struct {
        const char *line, *shown, *caret;
        int column;
    } cases[] = {
        {"\t\t<a>", "  <a>", "  ^", 3},
        {"\xE6\xBC\xA2\xE5\xAD\x97<a>", "\xE6\xBC\xA2\xE5\xAD\x97<a>", "    ^", 3},
        {"e\xCC\x81o\xCC\x88<a>", "e\xCC\x81o\xCC\x88<a>", "  ^", 5},
        {"\xF0\x9F\x98\x80<a>", "\xF0\x9F\x98\x80<a>", "  ^", 2},
        {"\xE2\x80\x8B<a>", "\xEF\xBF\xBD<a>", " ^", 2},
        {"\x80\xE4<a>", "\u20ACä<a>", " ^", 2}, /* as it was read: base/recode.h */
        {"a\x1B[31m<a>", "a [31m<a>", "      ^", 7},
        {"<a", "<a", "  ^", 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf text = shown(cases[i].line, cases[i].column, false), expected = {0};
        buf_printf(&expected, "     1 | %s\n       | %s\n", cases[i].shown, cases[i].caret);
        assert_string_equal(strstr(text.data, "     1 |"), expected.data);
        buf_free(&text);
        buf_free(&expected);
    }
}

/* Of a long line only what is around the place, wherever that is. */
static void long_lines_are_cut_around_the_place(void **state)
{
    (void)state;
    struct buf line = {0};
    for (int i = 0; i < 100000; i++)
        buf_string(&line, "\xC3\xA4");
    for (int column = 1; column <= 100000; column += 33333) {
        struct buf text = shown(line.data, column, false);
        const char *first = strstr(text.data, "     1 | "),
                   *second = strstr(text.data, "\n       | ");
        assert_non_null(first);
        assert_non_null(second);
        assert_in_range(second - first, 90, 220);
        assert_in_range(strlen(second), 11, 110);
        assert_int_equal(text.data[text.size - 2], '^');
        buf_free(&text);
    }
    buf_free(&line);
}

static void colours_are_only_added(void **state)
{
    (void)state;
    struct buf text = shown("<a>", 1, true), plain = {0};
    assert_non_null(strstr(text.data, "\033[1;31merror\033[0m: m [template]\n"));
    assert_non_null(strstr(text.data, "\033[1;31m^\033[0m\n"));
    for (const char *at = text.data; *at; at++)
        if (*at == '\033')
            at += strcspn(at, "m");
        else
            buf_char(&plain, *at);
    assert_null(strchr(plain.data, '\033'));
    assert_non_null(strstr(plain.data, ":1:1: error: m [template]\n     1 | <a>\n       | ^\n"));
    buf_free(&text);
    buf_free(&plain);
}

/* What is quoted of a file is in Finnish, though the page isn't. */
#define CODE "<code lang=\"fi\" translate=\"no\">"

static void receipts_name_field_and_value(void **state)
{
    (void)state;
    static const struct report_file files[] = {
        {.path = "x/<&\".xml", .name = "joutsa"},
        {.path = NULL, .name = "keuruu"},
        {.path = "z.xml", .name = "luhanka", .is_remarked = true}};
    struct diags *diags = sample_in_file();
    struct report_receipts *receipts = report_receipts_new(diags, files, 3, "0.1");
    struct buf summary = {0}, page = {0};
    assert_int_equal(report_receipts_count(receipts), 4);
    assert_string_equal(report_receipts_name(receipts, 0), "index.html");
    assert_string_equal(report_receipts_name(receipts, 3), "tests-data-seven.html");
    report_receipts_write(receipts, 0, &summary);
    report_receipts_write(receipts, 2, &page);
    assert_non_null(strstr(page.data, "<h1>Accepted with remarks</h1>"));
    assert_non_null(strstr(page.data, "have been written into it"));
    buf_clear(&page);
    report_receipts_write(receipts, 3, &page);
    assert_non_null(strstr(summary.data, "<h1>There are errors</h1>"));
    assert_non_null(strstr(summary.data, ">x/<wbr>&lt;&amp;&quot;.xml</a>"));
    assert_non_null(strstr(summary.data, ">keuruu</th><td role=\"cell\" class=\"wide\" "
                                         "data-head=\"File\">no file</td><td role=\"cell\" "
                                         "class=\"missing\" data-head=\"Verdict\">Missing</td>"));
    assert_non_null(strstr(page.data, "<h1>Rejected</h1>"));
    assert_non_null(strstr(page.data, "<dd>toimielin of " CODE "&lt;kokous&gt;</code></dd>\n"
                                      "<dt>Value</dt>\n<dd>" CODE "halitus</code></dd>"));
    assert_non_null(strstr(page.data, "<dd>" CODE "&lt;otsiko&gt;</code></dd>\n<dt>Value</dt>\n"
                                      "<dd>" CODE "Yhteistyösopimus</code></dd>"));
    assert_non_null(strstr(page.data, "toimielin=&quot;<mark>halitus</mark>&quot;"));
    assert_non_null(
        strstr(page.data, "<mark>&lt;otsiko</mark>&gt;Yhteistyösopimus&lt;/otsiko&gt;"));
    assert_non_null(strstr(page.data, ":</strong> a&lt;b</p>"));
    assert_non_null(strstr(page.data, "</span> not " CODE "&quot;x&quot;</code></h3>"));
    assert_null(strstr(page.data, "<otsiko>"));
    buf_free(&summary);
    buf_free(&page);
    report_receipts_free(receipts);
    diags_free(diags);
}

/* What the machine has kept from being checked is neither rejected nor accepted. */
static void receipts_tell_what_was_not_checked(void **state)
{
    (void)state;
    static const struct report_file files[] = {{.path = "a.xml", .name = "joutsa"},
                                               {.path = "b.xml", .name = NULL}};
    struct diags *diags = diags_new();
    diag_add(diags, RULE_XSD_TYPE, (struct diag_place){.file = "a.xml", .line = 1, .column = 1},
             NULL, "m");
    diag_add(diags, RULE_CHECK_TIME, (struct diag_place){.file = "a.xml"}, NULL, "m");
    diag_add(diags, RULE_XSD_TYPE, (struct diag_place){.file = "b.xml", .line = 1, .column = 1},
             NULL, "m");
    diags_sort(diags);
    struct report_receipts *receipts = report_receipts_new(diags, files, 2, "0.1");
    struct buf summary = {0}, page = {0};
    report_receipts_write(receipts, 0, &summary);
    report_receipts_write(receipts, 1, &page);
    assert_non_null(strstr(page.data, "<h1>Not checked</h1>"));
    assert_non_null(strstr(page.data, "nothing is known of it"));
    assert_non_null(strstr(summary.data, "<h1>Not all could be checked</h1>"));
    assert_non_null(strstr(summary.data, "<dt>Not checked</dt>\n<dd>1: "
                                         "<a href=\"a.html\">joutsa</a></dd>\n"
                                         "<dt>Rejected</dt>\n<dd>0</dd>"));
    buf_free(&summary);
    buf_free(&page);
    report_receipts_free(receipts);
    diags_free(diags);
}

/* Answers that nobody could compare with the project are not accepted, nor are they at fault. */
static void receipts_tell_what_was_not_compared(void **state)
{
    (void)state;
    static const struct report_file files[] = {
        {.path = "a.xml", .name = "joutsa", .is_uncompared = true},
        {.path = "b.xml", .name = "keuruu", .is_uncompared = true},
        {.path = "c.xml", .name = "luhanka"}};
    struct diags *diags = diags_new();
    diag_add(diags, RULE_XSD_TYPE, (struct diag_place){.file = "b.xml", .line = 1, .column = 1},
             NULL, "m");
    struct report_receipts *receipts = report_receipts_new(diags, files, 3, "0.1");
    struct buf summary = {0}, page = {0};
    report_receipts_write(receipts, 0, &summary);
    report_receipts_write(receipts, 1, &page);
    assert_non_null(strstr(page.data, "<h1>Not compared</h1>"));
    assert_null(strstr(page.data, "The file can be used"));
    assert_non_null(strstr(summary.data, "<dt>Not compared</dt>\n<dd>1: "
                                         "<a href=\"a.html\">joutsa</a></dd>"));
    assert_non_null(strstr(summary.data, "<dt>Rejected</dt>\n<dd>1: "
                                         "<a href=\"b.html\">keuruu</a></dd>"));
    buf_free(&summary);
    buf_free(&page);
    report_receipts_free(receipts);
    diags_free(diags);
}

/* The coordinator sees first whom to ask, and where there is something to read. */
static void summaries_name_who_is_asked(void **state)
{
    (void)state;
    static const struct report_file files[] = {
        {.path = "x/a.xml", .name = "joutsa", .is_remarked = true},
        {.path = NULL, .name = "keuruu"},
        {.path = NULL, .name = "l & m"},
        {.path = "x/b.xml", .name = "multia"}};
    struct diags *diags = diags_new();
    struct report_receipts *receipts = report_receipts_new(diags, files, 4, "0.1");
    struct buf summary = {0};
    report_receipts_write(receipts, 0, &summary);
    assert_non_null(strstr(summary.data, "<h1>Some answers are missing</h1>"));
    assert_non_null(strstr(summary.data, "<dl>\n<dt>Answers in all</dt>\n<dd>4</dd>\n"
                                         "<dt>Rejected</dt>\n<dd>0</dd>\n"
                                         "<dt>Missing</dt>\n<dd>2: keuruu, l &amp; m</dd>\n"
                                         "<dt>Accepted with remarks</dt>\n<dd>1</dd>\n"
                                         "<dt>Accepted</dt>\n<dd>1</dd>\n</dl>"));
    assert_non_null(strstr(summary.data, "has written remarks (huomautus) into the file"));
    assert_null(strstr(summary.data, "data-head=\"Remarks\""));
    buf_free(&summary);
    report_receipts_free(receipts);
    diags_free(diags);
}

/* Follows keys and indices, such as "runs.0.results", into a value; NULL when one is not there. */
static struct json_object *at(struct json_object *value, const char *path)
{
    char key[64];
    for (int size; value && sscanf(path, "%63[^.]%n", key, &size) == 1; path += size) {
        bool is_list = json_object_is_type(value, json_type_array);
        struct json_object *next = NULL;
        if (is_list)
            next = json_object_array_get_idx(value, (size_t)atoi(key));
        else
            json_object_object_get_ex(value, key, &next);
        value = next;
        size += path[size] == '.';
    }
    return value;
}

static const char *text_at(struct json_object *value, const char *path)
{
    struct json_object *found = at(value, path);
    return found ? json_object_get_string(found) : NULL;
}

static struct json_object *sarif_of(struct diags *diags)
{
    struct buf text = {0};
    report_sarif(diags, "1.2", &text);
    struct json_object *log = json_tokener_parse(text.data);
    assert_non_null(log);
    buf_free(&text);
    return log;
}

/* Names that look the same with what a page's name cannot hold, and names that are numbered
 * already. */
static void pages_of_many_files_have_names_of_their_own(void **state)
{
    enum { FILES = 6000 };
    (void)state;
    struct diags *diags = diags_new();
    struct report_file *files = calloc(FILES, sizeof *files);
    char(*paths)[32] = calloc(FILES, sizeof *paths);
    for (int i = 0; i < FILES; i++) {
        const char *form = i % 2 ? "a/page-%d.xml" : "a/%c%c%c%c.xml";
        static const char signs[] = "!#$%&()+,;=@[]{}~ ";
        int at = i / 2, base = (int)strlen(signs);
        if (i % 2)
            snprintf(paths[i], sizeof *paths, form, at + 2);
        else
            snprintf(paths[i], sizeof *paths, form, signs[at % base], signs[at / base % base],
                     signs[at / base / base % base], signs[at / base / base / base]);
        files[i] = (struct report_file){.path = paths[i]};
        diag_add(diags, RULE_TEMPLATE, (struct diag_place){.file = paths[i]}, NULL, "m");
    }
    diags_sort(diags);
    alarm(60);
    struct report_receipts *receipts = report_receipts_new(diags, files, FILES, "0.1");
    alarm(0);
    assert_int_equal(report_receipts_count(receipts), FILES + 1);
    assert_string_equal(report_receipts_name(receipts, 1), "page.html");
    assert_string_equal(report_receipts_name(receipts, 2), "page-2.html");
    assert_string_equal(report_receipts_name(receipts, 3), "page-3.html");
    assert_string_equal(report_receipts_name(receipts, 4), "page-3-2.html");
    report_receipts_free(receipts);
    free(paths);
    free(files);
    diags_free(diags);
}

/* Seconds of the processor that work on so much of a repeated part takes. */
static double seconds_of(void (*work)(const struct buf *text), const char *part, size_t size)
{
    struct buf text = {0};
    while (text.size < size)
        buf_string(&text, part);
    clock_t start = clock();
    work(&text);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    buf_free(&text);
    return seconds;
}

/* Four times as much takes four times as long, not sixteen times. */
static void assert_linear(void (*work)(const struct buf *text), const char *part)
{
    enum { SIZE = 256 * 1024 };
    double one = seconds_of(work, part, SIZE), four = seconds_of(work, part, 4 * (size_t)SIZE);
    if (four > 8 * one + 0.2)
        fail_msg("%s: %f seconds, of four times as much %f", part, one, four);
}

static void make_sentence(const struct buf *text)
{
    struct buf html = {0};
    html_sentence(text->data, &html);
    assert_true(html.size >= text->size);
    buf_free(&html);
}

static void sentences_are_made_in_linear_time(void **state)
{
    static const char *const parts[] = {"<a> ", "<a b=\"c\"> ", "<a></b> ", "<a",
                                        "\" ",  "a=\" ",        "< "};
    (void)state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        assert_linear(make_sentence, parts[i]);
}

static void sentences_show_what_they_quote(void **state)
{
    static const struct {
        const char *text, *html;
    } cases[] = {
        {"<a>b</a> c", "<code lang=\"fi\" translate=\"no\">&lt;a&gt;b&lt;/a&gt;</code> c"},
        {"<a> c", "<code lang=\"fi\" translate=\"no\">&lt;a&gt;</code> c"},
        {"a < b", "a &lt; b"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf html = {0};
        html_sentence(cases[i].text, &html);
        assert_string_equal(html.data, cases[i].html);
        buf_free(&html);
    }
}

static void sarif_places_have_a_base(void **state)
{
    (void)state;
    static const struct {
        const char *path, *uri, *base;
    } cases[] = {
        {"a/\xC3\xA4 b.xml", "a/%C3%A4%20b.xml", "%SRCROOT%"},
        {".//a.xml", "a.xml", "%SRCROOT%"},
        {"c:d.xml", "c%3Ad.xml", "%SRCROOT%"},
        {"../a.xml", "../a.xml", NULL},
        {"a/../../b.xml", "a/../../b.xml", NULL},
        {"/a/b.xml", "file:///a/b.xml", NULL},
        {"%41#?.xml", "%2541%23%3F.xml", "%SRCROOT%"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diags *diags = diags_new();
        diag_add(diags, RULE_XSD_TYPE, (struct diag_place){.file = cases[i].path}, NULL, "m");
        struct json_object *log = sarif_of(diags);
        struct json_object *place = at(log, "runs.0.results.0.locations.0.physicalLocation");
        assert_string_equal(text_at(place, "artifactLocation.uri"), cases[i].uri);
        const char *base = text_at(place, "artifactLocation.uriBaseId");
        assert_string_equal(base ? base : "", cases[i].base ? cases[i].base : "");
        assert_string_equal(text_at(place, "region.startLine"), "1");
        assert_null(at(place, "region.startColumn"));
        json_object_put(log);
        diags_free(diags);
    }
}

/* A place in a workbook is its sheet and cell, in each form of a report. */
static void cells_are_places(void **state)
{
    (void)state;
    static const struct report_file file = {.path = "a.xlsx"};
    struct diags *diags = diags_new();
    struct diag_place place = {.file = "a.xlsx", .cell = "Vastaukset!C12"};
    place.field.element = (struct diag_text){"kyllaEi", strlen("kyllaEi")};
    diag_add(diags, RULE_XSD_TYPE, place, NULL, "m");
    struct buf text = {0}, page = {0};
    report_text_with_lines(diags, false, &text);
    assert_string_equal(text.data, "a.xlsx, Vastaukset!C12: error: m [xsd-type]\n");
    buf_clear(&text);
    report_json(diags, &text);
    assert_non_null(strstr(text.data, "\"cell\":\"Vastaukset!C12\""));
    struct json_object *log = sarif_of(diags);
    struct json_object *logical = at(log, "runs.0.results.0.locations.0.logicalLocations.0");
    assert_string_equal(text_at(logical, "fullyQualifiedName"), "Vastaukset!C12");
    struct report_receipts *receipts = report_receipts_new(diags, &file, 1, "0.1");
    assert_string_equal(report_receipts_name(receipts, 1), "a.html");
    report_receipts_write(receipts, 1, &page);
    assert_non_null(strstr(page.data, "<dd>cell Vastaukset!C12</dd>"));
    assert_null(strstr(page.data, "kyllaEi"));
    buf_clear(&text);
    report_receipt_text(receipts, 1, &text);
    assert_non_null(strstr(text.data, "1. error: m (cell Vastaukset!C12)\n"));
    report_receipts_free(receipts);
    json_object_put(log);
    buf_free(&page);
    buf_free(&text);
    diags_free(diags);
}

/* Neither a link nor a placeholder comes of what stands in a file; the hint is a sentence. */
static void sarif_messages_are_sentences(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    diag_add(diags, RULE_XSD_TYPE, (struct diag_place){0}, "\xC3\xA4l\xC3\xA4 tee",
             "\"{0} [a](1) \\\" is wrong");
    diag_add(diags, RULE_XSD_KEY, (struct diag_place){0}, "arvo=\"1\"?", "{a} [b]");
    struct json_object *log = sarif_of(diags);
    assert_string_equal(text_at(log, "runs.0.results.0.message.text"),
                        "\"{{0} \\[a\\](1) \\\\\" is wrong. \xC3\x84l\xC3\xA4 tee.");
    assert_string_equal(text_at(log, "runs.0.results.1.message.text"), "{a} [b]. arvo=\"1\"?");
    assert_int_equal(json_object_array_length(at(log, "runs.0.results.1.locations")), 0);
    json_object_put(log);
    diags_free(diags);
}

static void sarif_tells_failures_apart(void **state)
{
    (void)state;
    struct diags *diags = sample_in_file();
    struct json_object *log = sarif_of(diags);
    assert_string_equal(text_at(log, "runs.0.invocations.0.executionSuccessful"), "true");
    assert_string_equal(text_at(log, "runs.0.language"), "en");
    assert_string_equal(text_at(log, "runs.0.tool.driver.version"), "1.2");
    json_object_put(log);
    diag_add_as(diags, DIAG_FAILURE, RULE_FILE_READ, (struct diag_place){.file = "x.xml"}, NULL,
                "no");
    log = sarif_of(diags);
    struct json_object *invocation = at(log, "runs.0.invocations.0");
    assert_int_equal(json_object_array_length(at(log, "runs.0.results")), 2);
    assert_string_equal(text_at(invocation, "executionSuccessful"), "false");
    assert_string_equal(text_at(invocation, "toolExecutionNotifications.0.associatedRule.id"),
                        "file-read");
    json_object_put(log);
    diags_free(diags);
}

static void sarif_marks_and_tells_results_apart(void **state)
{
    (void)state;
    struct diags *diags = sample_in_file();
    diag_add(diags, RULE_XSD_TYPE, (struct diag_place){.file = broken, .line = 3, .column = 21},
             NULL, "again");
    diags_sort(diags);
    struct json_object *log = sarif_of(diags);
    struct json_object *results = at(log, "runs.0.results");
    struct json_object *region = at(results, "1.locations.0.physicalLocation.region");
    assert_string_equal(text_at(region, "startColumn"), "40");
    assert_string_equal(text_at(region, "endColumn"), "47");
    assert_string_equal(text_at(region, "snippet.text"), "halitus");
    struct json_object *change = at(results, "1.fixes.0.artifactChanges.0");
    assert_string_equal(text_at(change, "replacements.0.insertedContent.text"), "hallitus");
    assert_string_equal(text_at(change, "replacements.0.deletedRegion.startColumn"), "40");
    assert_string_equal(text_at(change, "replacements.0.deletedRegion.endColumn"), "47");
    assert_string_equal(text_at(results, "1.relatedLocations.0.physicalLocation.region.startLine"),
                        "4");
    assert_null(at(results, "2.fixes"));
    assert_null(at(results, "2.relatedLocations"));
    const char *first = text_at(results, "0.partialFingerprints.primaryLocationLineHash");
    const char *second = text_at(results, "1.partialFingerprints.primaryLocationLineHash");
    const char *third = text_at(results, "2.partialFingerprints.primaryLocationLineHash");
    assert_int_equal(strncmp(first, second, 16), 0);
    assert_string_equal(first + 16, ":1");
    assert_string_equal(second + 16, ":2");
    assert_int_not_equal(strncmp(first, third, 16), 0);
    assert_string_equal(third + 16, ":1");
    json_object_put(log);
    diags_free(diags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_one_line_each),
        cmocka_unit_test(text_shows_no_control_characters),
        cmocka_unit_test(json_holds_everything),
        cmocka_unit_test(json_is_valid_utf8),
        cmocka_unit_test(json_escapes_what_cannot_be_seen),
        cmocka_unit_test(nothing_to_say_is_an_empty_report),
        cmocka_unit_test(lines_have_a_caret),
        cmocka_unit_test(caret_stands_under_its_place),
        cmocka_unit_test(long_lines_are_cut_around_the_place),
        cmocka_unit_test(colours_are_only_added),
        cmocka_unit_test(receipts_name_field_and_value),
        cmocka_unit_test(receipts_tell_what_was_not_checked),
        cmocka_unit_test(receipts_tell_what_was_not_compared),
        cmocka_unit_test(summaries_name_who_is_asked),
        cmocka_unit_test(pages_of_many_files_have_names_of_their_own),
        cmocka_unit_test(sentences_are_made_in_linear_time),
        cmocka_unit_test(sentences_show_what_they_quote),
        cmocka_unit_test(sarif_places_have_a_base),
        cmocka_unit_test(cells_are_places),
        cmocka_unit_test(sarif_messages_are_sentences),
        cmocka_unit_test(sarif_tells_failures_apart),
        cmocka_unit_test(sarif_marks_and_tells_results_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
