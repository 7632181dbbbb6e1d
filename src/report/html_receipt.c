/* The receipt of one file. It links to nothing: whoever gets it by mail has no other page. */
#include "base/file.h"
#include "base/message.h"
#include "report/facts.h"
#include "report/html.h"
#include "report/html_page.h"

static void write_word(const char *word, const char *meaning, struct buf *out)
{
    html_element("dt", word, out);
    buf_string(out, "<dd>");
    html_sentence(meaning, out);
    buf_string(out, "</dd>\n");
}

/* Explains words to those who have been sent the receipt and have not seen XML before. */
static void write_words(struct buf *out)
{
    buf_string(out, "<div class=\"words\">\n");
    html_element("h2", _("What the words mean"), out);
    buf_string(out, "<dl>\n");
    write_word(_("Element"),
               _("a part of the file from its start tag to its end tag: "
                 "<tehtava>kunnanjohtaja</tehtava>; one without content is <tila/>"),
               out);
    write_word(_("Attribute"), _("what a start tag says beside its name: vuosi=\"2026\""), out);
    write_word(_("Line and column"),
               _("counted from the start of the file, and from the start of the line; most text "
                 "editors show them at the bottom of the window"),
               out);
    write_word(_("Rule"), _("what was checked; those who help you find it by this name"), out);
    buf_string(out, "</dl>\n</div>\n");
}

static void write_facts(const struct report_receipts *receipts, const struct receipt *receipt,
                        struct arena *arena, struct buf *out)
{
    struct fact facts[FACTS];
    const size_t count = facts_of(receipts, receipt, arena, facts);
    buf_string(out, "<dl>\n");
    for (size_t i = 0; i < count; i++) {
        html_element("dt", facts[i].name, out);
        buf_string(out, "<dd>");
        page_path(facts[i].value, out);
        buf_string(out, "</dd>\n");
    }
    buf_string(out, "</dl>\n");
}

/* Appends what a receipt of answers says after what was received, with the XML closed at first. */
static void write_answers(const struct report_receipts *receipts, const struct receipt *receipt,
                          struct buf *out)
{
    page_plain_points(receipts, receipt, out);
    page_unanswered(receipt, out);
    page_answers(receipt, out);
    if (!receipt->count)
        return;
    buf_string(out, "<details>\n<summary>");
    html_text(_("Technical details"), out);
    buf_string(out, "</summary>\n");
    page_technical(receipts, receipt, out);
    write_words(out);
    buf_string(out, "</details>\n");
}

static void write_file(const struct report_receipts *receipts, const struct receipt *receipt,
                       struct buf *out)
{
    page_points(receipts->diags, receipt->first, receipt->count, out);
    if (receipt->count)
        write_words(out);
}

/* Returns what the page is about, for its title: no two open pages are called the same. */
static const char *subject_of(const struct receipt *receipt, struct arena *arena)
{
    if (!facts_are_of_answers(receipt))
        return receipt->path;
    const char *file = file_name(receipt->path);
    return receipt->party ? arena_printf(arena, "%s, %s", receipt->party, file) : file;
}

void page_write_receipt(const struct report_receipts *receipts, const struct receipt *receipt,
                        const char *mark, struct buf *out)
{
    struct arena *arena = arena_new();
    page_begin(mark, receipts_verdict_word(receipt->verdict), subject_of(receipt, arena),
               receipt->verdict, out);
    html_element("p", receipts_advice(receipt), out);
    if (receipt->note)
        html_element("p", receipt->note, out);
    buf_string(out, "</div>\n");
    write_facts(receipts, receipt, arena, out);
    (facts_are_of_answers(receipt) ? write_answers : write_file)(receipts, receipt, out);
    html_end(out);
    arena_free(arena);
}
