/* The answers of a party as they were understood. */
#include "base/message.h"
#include "report/facts.h"
#include "report/html.h"
#include "report/html_page.h"
#include "report/language.h"

#include <string.h>

void page_unanswered(const struct receipt *receipt, struct buf *out)
{
    const struct report_answers *known = facts_answers(receipt);
    if (!known || known->answered == known->count)
        return;
    html_element("h2", _("Not answered"), out);
    buf_string(out, "<ul>\n");
    for (size_t i = 0; i < known->count; i++) {
        const struct report_question *one = &known->questions[i];
        if (one->answer)
            continue;
        buf_string(out, "<li>");
        html_text(one->measure, out);
        buf_string(out, ": ");
        html_text(one->question, out);
        buf_string(out, "</li>\n");
    }
    buf_string(out, "</ul>\n");
}

/* The columns of the table. */
static const char *answer_head(void)
{
    return _("Answer");
}

static const char *remark_head(void)
{
    return _("Source and remark");
}

/* Returns the attribute of what stands in Finnish, as the plan and the answers do. */
static const char *in_finnish(void)
{
    return strcmp(report_language(), "fi") == 0 ? "" : " lang=\"fi\"";
}

static void write_cell(const char *attributes, const char *head, const char *text, struct buf *out)
{
    buf_printf(out, "<td role=\"cell\"%s data-head=\"", attributes);
    html_text(head, out);
    buf_string(out, "\">");
    html_text(text, out);
    buf_string(out, "</td>");
}

static void write_row(const struct report_question *one, bool has_remarks, struct arena *arena,
                      struct buf *out)
{
    const char *answer = facts_answer(one, arena), *remark = facts_remark(one, arena);
    const char *class = arena_printf(arena, " class=\"wide\"%s", in_finnish());
    buf_printf(out, "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\"%s>",
               one->indicator_id ? in_finnish() : "");
    html_text(one->question, out);
    buf_string(out, "</th>");
    if (answer)
        write_cell(class, answer_head(), answer, out);
    else
        write_cell(" class=\"wide missing\"", answer_head(), _("not answered"), out);
    if (has_remarks)
        write_cell(remark ? " class=\"wide\"" : " class=\"wide blank\"", remark_head(),
                   remark ? remark : "", out);
    buf_string(out, "</tr>\n");
}

/* Ends the rows of the measure before, if there is one, and begins those of another. */
static void begin_measure(const char *before, const char *measure, bool has_remarks,
                          struct buf *out)
{
    buf_printf(out,
               "%s<tbody role=\"rowgroup\">\n<tr role=\"row\" class=\"measure\">"
               "<th role=\"rowheader\" scope=\"rowgroup\" colspan=\"%d\">",
               before ? "</tbody>\n" : "", has_remarks ? 3 : 2);
    html_text(measure, out);
    buf_string(out, "</th></tr>\n");
}

static void write_column(const char *head, struct buf *out)
{
    buf_string(out, "<th role=\"columnheader\" scope=\"col\">");
    html_text(head, out);
    buf_string(out, "</th>");
}

/* Begins the table. Its caption says whose the answers are; a heading can't stand in it. */
static void begin_table(const char *party, bool has_remarks, struct buf *out)
{
    html_element("h2 id=\"answers\"", _("The answers as they were understood"), out);
    buf_string(out, "<table role=\"table\" class=\"answers\" aria-labelledby=\"answers whose\">\n");
    html_element("caption id=\"whose\"", party, out);
    buf_string(out, "<thead role=\"rowgroup\"><tr role=\"row\">");
    write_column(_("Question"), out);
    write_column(answer_head(), out);
    if (has_remarks)
        write_column(remark_head(), out);
    buf_string(out, "</tr></thead>\n");
}

void page_answers(const struct receipt *receipt, struct buf *out)
{
    const struct report_answers *known = facts_answers(receipt);
    const char *measure = NULL;
    bool has_remarks = false;
    if (!known || !known->count)
        return;
    for (size_t i = 0; i < known->count; i++)
        has_remarks |= known->questions[i].remark || known->questions[i].source;
    struct arena *arena = arena_new();
    begin_table(receipt->party, has_remarks, out);
    for (size_t i = 0; i < known->count; i++) {
        const struct report_question *one = &known->questions[i];
        if (!measure || strcmp(measure, one->measure) != 0)
            begin_measure(measure, one->measure, has_remarks, out);
        measure = one->measure;
        write_row(one, has_remarks, arena, out);
    }
    buf_string(out, "</tbody>\n</table>\n");
    arena_free(arena);
}
