#include "layout/table.h"

enum { CAPTION_GAP = 3 * 64, CHART_BELOW = 10 * 64 };

static void set_caption(struct galley *galley, const struct doc_node *caption,
                        struct page_tag *parent, struct room room, struct strips *out)
{
    struct text_style style = galley_style(galley, THEME_TABLE);
    style.bold = true;
    style.align = TEXT_RAGGED;
    struct page_tag *tag = galley_node_tag(galley, parent, PAGE_CAPTION, caption);
    galley_text_set(galley, galley_text_new(galley, caption, &style, tag), room.x, room_width(room),
                    PAGE_NOT_ARTIFACT, out);
    strips_keep(out, 0, STRIP_STRICT);
}

static void set_table(struct galley *galley, struct table *table, struct page_tag *tag,
                      struct strips *out)
{
    const struct doc_node *caption = table_caption(table->node);
    if (caption)
        set_caption(galley, caption, tag, table->room, out);
    table_tag(galley, table, tag);
    table_measure(galley, table);
    struct strips rows = {0};
    table_set(galley, table, &rows);
    if (out->count)
        rows.items[0].penalty = STRIP_STRICT;
    strips_append(galley->arena, out, &rows, out->count ? CAPTION_GAP : 0);
}

void layout_table(struct galley *galley, const struct doc_node *node, struct page_tag *parent,
                  struct room room, struct strips *out)
{
    if (node->classes & DOC_WIDE)
        room.x = room.left;
    struct table table = {.node = node, .room = room, .plain = (node->classes & DOC_PLAIN) != 0};
    table_read(galley, &table);
    if (!table.cell_count)
        return;
    table_find_graphics(galley, &table);
    if (node->classes & (DOC_BAR_CHART | DOC_LINE_CHART))
        table_chart(galley, &table, parent, out);
    struct page_tag *tag = galley_node_tag(galley, parent, PAGE_TABLE, node);
    struct strips own = {0};
    set_table(galley, &table, tag, &own);
    strips_append(galley->arena, out, &own, out->count ? CHART_BELOW : 0);
    if (out->count > own.count &&
        strips_height(out, 0, out->count) <= table_page_room(galley, &table))
        strips_keep(out, 0, STRIP_KEEP);
    if (node->id)
        strip_anchor(galley->arena, &out->items[0], tag);
}
