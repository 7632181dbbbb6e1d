/* One diagnostic: the sentence, the advice, the line of the file, and the place. */
#include "base/blank.h"
#include "base/message.h"
#include "report/facts.h"
#include "report/html.h"
#include "report/html_page.h"
#include "report/lines.h"
#include "report/plain.h"
#include "report/words.h"

#include <string.h>

static void write_part(const char *text, size_t size, struct arena *arena, struct buf *out)
{
    html_text(arena_strndup(arena, text, size), out);
}

static void write_excerpt(struct lines *lines, const struct diag *diag, struct arena *arena,
                          struct buf *out)
{
    struct lines_excerpt excerpt;
    if (!lines_excerpt(lines, &diag->place, &excerpt) || excerpt.caret >= excerpt.size)
        return;
    size_t indent = excerpt.is_cut_before ? 0 : strspn(excerpt.text, " \t");
    indent = indent < excerpt.mark_begin ? indent : excerpt.mark_begin;
    buf_string(out, "<pre>");
    html_begin_code(out);
    buf_string(out, excerpt.is_cut_before ? "…" : "");
    write_part(excerpt.text + indent, excerpt.mark_begin - indent, arena, out);
    buf_string(out, "<mark>");
    write_part(excerpt.text + excerpt.mark_begin, excerpt.mark_end - excerpt.mark_begin, arena,
               out);
    buf_string(out, "</mark>");
    write_part(excerpt.text + excerpt.mark_end, excerpt.size - excerpt.mark_end, arena, out);
    buf_string(out, excerpt.is_cut_behind ? "…</code></pre>\n" : "</code></pre>\n");
}

/* Returns a text on one line, trimmed, and not longer than what can be shown; NULL for none. */
static const char *shown(struct diag_text text, struct arena *arena)
{
    struct buf clipped = {0};
    size_t size;
    const char *trimmed = blank_trim(text.text ? text.text : "", &size);
    if (!size)
        return NULL;
    buf_clipped(&clipped, trimmed, size, LINES_SHOWN);
    const char *kept = arena_strdup(arena, clipped.data);
    buf_free(&clipped);
    return kept;
}

static const char *field_words(const struct diag_field *field, struct arena *arena)
{
    const char *element = shown(field->element, arena), *attribute = shown(field->attribute, arena);
    if (attribute)
        return arena_printf(arena, _("%s of <%s>"), attribute, element);
    return element ? arena_printf(arena, "<%s>", element) : NULL;
}

static void write_field(const struct diag_field *field, struct arena *arena, struct buf *out)
{
    const char *words = field_words(field, arena), *value = shown(field->value, arena);
    if (words) {
        html_element("dt", _("Field"), out);
        buf_string(out, "<dd>");
        html_sentence(words, out);
        buf_string(out, "</dd>\n");
    }
    if (value) {
        html_element("dt", _("Value"), out);
        buf_string(out, "<dd>");
        html_code(value, out);
        buf_string(out, "</dd>\n");
    }
}

static void write_hint(const char *hint, struct buf *out)
{
    if (!hint)
        return;
    buf_string(out, "<p class=\"todo\"><strong>");
    html_text(_("Advice"), out);
    buf_string(out, ":</strong> ");
    html_sentence(hint, out);
    buf_string(out, "</p>\n");
}

/* Appends a severity, whose word begins with a letter of ASCII in all languages. */
static void write_severity(enum diag_severity severity, struct buf *out)
{
    static const char *const classes[] = {"info", "warning", "error", "error"};
    const char *word = severity_word(severity);
    char first = word[0];
    buf_printf(out, "<span class=\"%s\">%c", classes[severity],
               first >= 'a' && first <= 'z' ? first - 'a' + 'A' : first);
    html_text(*word ? word + 1 : word, out);
    buf_string(out, ":</span> ");
}

/* Appends the line of the file and what stands at the place in it. */
static void write_details(struct lines *lines, const struct diag *diag, struct arena *arena,
                          struct buf *out)
{
    write_excerpt(lines, diag, arena, out);
    buf_string(out, "<dl>\n");
    if (!diag->place.cell) /* its field is of the XML that was made of it */
        write_field(&diag->place.field, arena, out);
    page_pair(_("Place"), facts_place(diag, arena), out);
    page_pair(_("Rule"), rule_info(diag->rule)->id, out);
    buf_string(out, "</dl>\n");
}

static void write_point(struct lines *lines, const struct diag *diag, size_t number,
                        struct buf *out)
{
    struct arena *arena = arena_new();
    buf_printf(out, "<li>\n<h3>%zu. ", number);
    write_severity(diag->severity, out);
    html_sentence(diag->message, out);
    buf_string(out, "</h3>\n");
    write_hint(diag->hint, out);
    write_details(lines, diag, arena, out);
    buf_string(out, "</li>\n");
    arena_free(arena);
}

/* Begins a list, which has no marks: it would be none to some programs that read aloud, did it not
 * say so. */
static void begin_list(struct buf *out)
{
    buf_string(out, "<ol class=\"points\" role=\"list\">\n");
}

void page_points(const struct diags *diags, size_t first, size_t count, struct buf *out)
{
    struct lines lines = {0};
    if (!count)
        return;
    html_element("h2", _("What to look at"), out);
    begin_list(out);
    for (size_t i = first; i < first + count; i++)
        write_point(&lines, diags_at(diags, i), i - first + 1, out);
    buf_string(out, "</ol>\n");
    lines_free(&lines);
}

static void write_plain_point(const struct receipt *receipt, const struct diag *diag, size_t number,
                              struct buf *out)
{
    struct arena *arena = arena_new();
    const struct plain plain = plain_of(receipt, diag, arena);
    buf_printf(out, "<li>\n<h3>%zu. ", number);
    write_severity(diag->severity, out);
    html_sentence(plain.subject ? plain.subject : plain.words, out);
    buf_string(out, "</h3>\n");
    if (plain.subject) {
        buf_string(out, "<p class=\"said\">");
        html_sentence(plain.words, out);
        buf_string(out, "</p>\n");
    }
    write_hint(plain.advice, out);
    buf_string(out, "</li>\n");
    arena_free(arena);
}

void page_plain_points(const struct report_receipts *receipts, const struct receipt *receipt,
                       struct buf *out)
{
    if (!receipt->count)
        return;
    html_element("h2", _("What to look at"), out);
    begin_list(out);
    for (size_t i = 0; i < receipt->count; i++)
        write_plain_point(receipt, diags_at(receipts->diags, receipt->first + i), i + 1, out);
    buf_string(out, "</ol>\n");
}

void page_technical(const struct report_receipts *receipts, const struct receipt *receipt,
                    struct buf *out)
{
    struct lines lines = {0};
    struct arena *arena = arena_new();
    begin_list(out);
    for (size_t i = 0; i < receipt->count; i++) {
        const struct diag *diag = diags_at(receipts->diags, receipt->first + i);
        buf_printf(out, "<li>\n<p class=\"said\">%zu. ", i + 1);
        html_sentence(diag->message, out);
        buf_string(out, "</p>\n");
        write_details(&lines, diag, arena, out);
        buf_string(out, "</li>\n");
    }
    buf_string(out, "</ol>\n");
    arena_free(arena);
    lines_free(&lines);
}
