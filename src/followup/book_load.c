#include "base/digest.h"
#include "base/file.h"
#include "base/message.h"
#include "followup/book_load.h"
#include "followup/book_read.h"
#include "rules/rules.h"

#include <string.h>

/* Reports that a workbook is another form than the one that is expected in its place. */
__attribute__((format(printf, 3, 4))) static bool
report_other(const struct book_reading *reading, const char *hint, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    diag_vadd(reading->diags, RULE_FOLLOWUP_WORKBOOK, (struct diag_place){.file = reading->path},
              hint, format, arguments);
    va_end(arguments);
    return false;
}

/* Returns whether the workbook is of the plan that is expected, in the version that is. */
static bool is_of_plan(const struct book_reading *reading, const struct book_expected *expected)
{
    const char *hint = _("answer the questions of the plan in force");
    const char *plan = book_fact(reading, "suunnitelma"), *version = book_fact(reading, "versio");
    if (expected->plan && strcmp(plan, expected->plan) != 0)
        return report_other(reading, hint, _("the answers are for the plan %s, not %s"), plan,
                            expected->plan);
    if (expected->version && strcmp(version, expected->version) != 0)
        return report_other(reading, hint,
                            _("the answers are for the version %s of the plan, not %s"), version,
                            expected->version);
    return true;
}

/* Returns whether the workbook is the form that is expected; reports the first thing in which it is
 * another, by itself: all else would follow from that. */
static bool is_expected(const struct book_reading *reading, const struct book_expected *expected)
{
    const char *form = book_fact(reading, "lomake"), *party = book_fact(reading, "osapuoli");
    const char *year = book_fact(reading, "vuosi");
    if (strcmp(form, BOOK_FORM) != 0)
        return report_other(reading, _("copy the answers into a new form"),
                            _("the form is of another version of pykala (%s)"), form);
    if (expected->year && followup_year_number(year) != expected->year)
        return report_other(reading,
                            _("send the form of the right year, or move the file to the folder of "
                              "its year"),
                            _("this is the form of the year %s, but the file is in the folder %d"),
                            year, expected->year);
    if (expected->party && strcmp(party, expected->party) != 0)
        return report_other(reading, _("send the party's own form"),
                            _("this is the form of %s, but the file is named after %s"), party,
                            expected->party);
    return is_of_plan(reading, expected);
}

/* Returns whether the workbook was read; is_touched says whether there is any XML. */
static bool read_book(struct book_reading *reading, const struct book_expected *expected)
{
    struct buf bytes = {0};
    bool is_read = file_read(reading->path, XLSX_FILE_SIZE, reading->diags, &bytes);
    const struct xlsx_book *book = is_read ? xlsx_read_bytes(reading->path, bytes.data, bytes.size,
                                                             reading->arena, reading->diags)
                                           : NULL;
    bool is_form = book && book_find(reading, book) && is_expected(reading, expected);
    if (is_form && reading->is_touched)
        book_make_xml(reading, digest_of(bytes.data, bytes.size, reading->arena), expected->day);
    buf_free(&bytes);
    return is_form;
}

struct input_document *book_load(const struct schema *schema, const char *path,
                                 const struct book_expected *expected, struct arena *arena,
                                 struct diags *diags, bool *is_untouched)
{
    struct book_reading reading = {.path = path, .arena = arena, .diags = diags};
    struct input_document *document = NULL;
    *is_untouched = false;
    if (!input_begin(schema, path, diags))
        return NULL;
    bool is_read = read_book(&reading, expected);
    *is_untouched = is_read && !reading.is_touched;
    if (is_read && reading.is_touched)
        document = input_document_made(schema, path, &reading.xml, reading.cells, diags);
    input_end(schema);
    buf_free(&reading.xml);
    if (document && reading.errors)
        document->valid = false;
    return document;
}

bool followup_check_book(const struct schema *schema, const char *path, bool spelling,
                         struct diags *diags, bool *is_untouched)
{
    const struct book_expected any = {.day = "1970-01-01"};
    struct arena *arena = arena_new();
    struct input_document *document = book_load(schema, path, &any, arena, diags, is_untouched);
    bool is_answers = document != NULL;
    if (is_answers)
        rules_check_file(document, diags);
    if (is_answers && spelling)
        rules_spelling_file(document, diags);
    input_document_free(document);
    arena_free(arena);
    return is_answers;
}

bool followup_book_owner(const char *path, struct arena *arena, const char **party,
                         const char **year)
{
    struct diags *told = diags_new(); /* whoever checks the workbook reports it */
    struct book_reading reading = {.path = path, .arena = arena, .diags = told};
    const struct xlsx_book *book = xlsx_read(path, arena, told);
    bool is_form = book && book_find(&reading, book);
    if (is_form) {
        *party = book_fact(&reading, "osapuoli");
        *year = book_fact(&reading, "vuosi");
    }
    diags_free(told);
    return is_form;
}

bool followup_record(const char *path, struct diags *diags, struct buf *out)
{
    struct arena *arena = arena_new();
    struct book_reading reading = {.path = path, .arena = arena, .diags = diags};
    const struct book_expected any = {.day = "1970-01-01"};
    bool is_made = read_book(&reading, &any) && reading.is_touched && !reading.errors;
    if (is_made)
        buf_append(out, reading.xml.data, reading.xml.size);
    buf_free(&reading.xml);
    arena_free(arena);
    return is_made;
}
