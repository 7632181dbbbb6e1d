/* The receipt of one file. */
#include "base/message.h"
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

static void write_about(const struct receipt *receipt, struct buf *out)
{
    struct buf count = {0};
    page_count(receipt->errors, receipt->warnings, page_remarks(receipt), &count);
    buf_string(out, "<dl>\n");
    html_element("dt", _("File"), out);
    buf_string(out, "<dd>");
    page_path(receipt->path, out);
    buf_string(out, "</dd>\n");
    page_pair(_("Party"), receipt->party, out);
    page_pair(_("Found"), count.data, out);
    buf_string(out, "</dl>\n");
    buf_free(&count);
}

void page_write_receipt(const struct report_receipts *receipts, const struct receipt *receipt,
                        struct buf *out)
{
    page_begin(receipts_verdict_word(receipt->verdict), receipt->path, receipt->verdict, out);
    html_element("p", receipts_advice(receipt), out);
    buf_string(out, "</div>\n");
    write_about(receipt, out);
    page_points(receipts->diags, receipt->first, receipt->count, out);
    if (receipt->count)
        write_words(out);
    buf_string(out, "<nav><p><a href=\"index.html\">");
    html_text(_("Summary of all files"), out);
    buf_string(out, "</a></p></nav>\n");
    html_end(out);
}
