#include "doc/doc_private.h"

#include "base/clean.h"

#include <string.h>

static const char *const kind_names[] = {
    [DOC_BODY] = "body",
    [DOC_HEADER] = "header",
    [DOC_FOOTER] = "footer",
    [DOC_SECTION] = "section",
    [DOC_HEADING] = "heading",
    [DOC_PARAGRAPH] = "paragraph",
    [DOC_LIST] = "list",
    [DOC_ITEM] = "item",
    [DOC_TERMS] = "terms",
    [DOC_TERM] = "term",
    [DOC_DETAIL] = "detail",
    [DOC_TABLE] = "table",
    [DOC_CAPTION] = "caption",
    [DOC_TABLE_HEAD] = "table-head",
    [DOC_TABLE_BODY] = "table-body",
    [DOC_ROW] = "row",
    [DOC_CELL] = "cell",
    [DOC_FIGURE] = "figure",
    [DOC_FIGURE_CAPTION] = "figure-caption",
    [DOC_IMAGE] = "image",
    [DOC_CONTENTS] = "contents",
    [DOC_TEXT] = "text",
    [DOC_EM] = "em",
    [DOC_STRONG] = "strong",
    [DOC_LINK] = "link",
    [DOC_SPAN] = "span",
    [DOC_BREAK] = "break",
};

static const char *const scope_names[] = {
    [DOC_SCOPE_NONE] = "none",
    [DOC_SCOPE_COLUMN] = "col",
    [DOC_SCOPE_ROW] = "row",
    [DOC_SCOPE_COLUMN_GROUP] = "colgroup",
    [DOC_SCOPE_ROW_GROUP] = "rowgroup",
};

static void dump_text(const char *label, const char *text, struct buf *out)
{
    buf_string(out, label);
    clean_quoted(text, strlen(text), out);
}

static void dump_cell(const struct doc_node *node, struct buf *out)
{
    if (node->cell.header)
        buf_printf(out, " scope=%s", scope_names[node->cell.scope]);
    if (node->cell.column_span > 1)
        buf_printf(out, " columns=%d", node->cell.column_span);
    if (node->cell.row_span > 1)
        buf_printf(out, " rows=%d", node->cell.row_span);
    if (node->cell.headers)
        dump_text(" headers=", node->cell.headers, out);
}

static void dump_image(const struct doc_node *node, struct buf *out)
{
    dump_text(" ", node->image.source, out);
    dump_text(" alt=", node->image.alt, out);
    if (node->image.width) {
        buf_string(out, " width=");
        buf_decimal(out, node->image.width, 64, 2);
    }
}

static void dump_details(const struct doc_node *node, struct buf *out)
{
    switch (node->kind) {
    case DOC_HEADING:
        buf_printf(out, " %d", node->level);
        break;
    case DOC_TEXT:
        dump_text(" ", node->text, out);
        break;
    case DOC_LIST:
        if (node->list.type)
            buf_printf(out, " type=%c start=%d", node->list.type, node->list.start);
        break;
    case DOC_CELL:
        dump_cell(node, out);
        break;
    case DOC_LINK:
        clean_printf(out, " %s", node->link.href);
        break;
    case DOC_SPAN:
        if (node->spoken)
            dump_text(" spoken=", node->spoken, out);
        break;
    case DOC_IMAGE:
        dump_image(node, out);
        break;
    default:
        break;
    }
}

static void dump_node(const struct doc_node *node, int depth, struct buf *out)
{
    buf_printf(out, "%*s%s", depth * 2, "", kind_names[node->kind]);
    dump_details(node, out);
    for (size_t i = 0; i < doc_class_count; i++)
        if (node->classes & doc_class_names[i].bit)
            buf_printf(out, " .%s", doc_class_names[i].name);
    if (node->id)
        clean_printf(out, " #%s", node->id);
    if (node->parent && node->lang != node->parent->lang)
        clean_printf(out, " lang=%s", node->lang);
    if (node->implied)
        buf_string(out, " implied");
    buf_char(out, '\n');
    for (const struct doc_node *child = node->first; child; child = child->next)
        dump_node(child, depth + 1, out);
}

static void dump_field(const char *name, const char *value, struct buf *out)
{
    if (!value)
        return;
    buf_string(out, name);
    dump_text(" ", value, out);
    buf_char(out, '\n');
}

void doc_dump(const struct doc_document *document, struct buf *out)
{
    dump_field("lang", document->lang, out);
    dump_field("title", document->title, out);
    dump_field("author", document->author, out);
    dump_field("description", document->description, out);
    dump_field("keywords", document->keywords, out);
    dump_field("date", document->date, out);
    dump_field("paper", document->paper, out);
    dump_field("publicity", document->publicity, out);
    const struct doc_node *parts[] = {document->header, document->body, document->footer};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i])
            dump_node(parts[i], 0, out);
}
