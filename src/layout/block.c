/* Sets blocks one below another. Space between two blocks is the larger of what the upper wants
 * below and the lower wants above, as in TeX's and CSS's collapsing margins. */
#include "layout/layout_private.h"

#include "base/minmax.h"

#include <string.h>

static const pt64 heading_above[] = {0, PT(0), PT(15), PT(11), PT(8)};
static const pt64 heading_below[] = {0, PT(10), PT(4), PT(3), PT(2)};
enum {
    PARAGRAPH_GAP = 6 * 64,
    LIST_GAP = 5 * 64,
    TABLE_GAP = 9 * 64,
    SIDE_GAP = 12 * 64,
    SIDE_GUTTER = 8 * 64,
    SIDE_LEAST = 40 * 64 /* width for a heading in the margin */
};

struct gaps {
    pt64 above, below;
};

static struct gaps gaps_of(const struct doc_node *node)
{
    switch (node->kind) {
    case DOC_HEADING:
        return (struct gaps){heading_above[node->level], heading_below[node->level]};
    case DOC_LIST:
    case DOC_TERMS:
        return (struct gaps){LIST_GAP, PARAGRAPH_GAP};
    case DOC_TABLE:
    case DOC_FIGURE:
    case DOC_CONTENTS:
        return (struct gaps){TABLE_GAP, TABLE_GAP};
    case DOC_SECTION:
        return (struct gaps){node->classes & DOC_SIDE ? SIDE_GAP : 0, 0};
    default:
        return (struct gaps){node->implied ? 0 : PARAGRAPH_GAP, node->implied ? 0 : PARAGRAPH_GAP};
    }
}

/* Returns the space wanted above node. Text stands closer to its heading than to other text. */
static pt64 gap_above(const struct doc_node *node, bool after_heading)
{
    bool text = node->kind == DOC_PARAGRAPH || node->kind == DOC_LIST || node->kind == DOC_TERMS;
    return after_heading && text ? 0 : gaps_of(node).above;
}

static void add_bookmark(struct galley *galley, const struct doc_node *heading,
                         const struct page_tag *tag)
{
    STRIP_GROW(galley->arena, galley->bookmarks, galley->bookmark_count, galley->bookmark_capacity);
    galley->bookmarks[galley->bookmark_count++] = (struct page_bookmark){
        .level = heading->level,
        .title = galley_plain_text(galley, heading),
        .target = tag,
    };
}

static void set_heading(struct galley *galley, const struct doc_node *heading,
                        struct page_tag *parent, const struct text_style *style, pt64 x, pt64 width,
                        struct strips *out)
{
    enum page_role role = (enum page_role)(PAGE_H1 + heading->level - 1);
    struct page_tag *tag = galley_node_tag(galley, parent, role, heading);
    const struct galley_text *text = galley_text_new(galley, heading, style, tag);
    size_t first = out->count;
    galley_text_set(galley, text, x, width, PAGE_NOT_ARTIFACT, out);
    strips_keep(out, first, STRIP_STRICT);
    if (out->count > first)
        strip_anchor(galley->arena, &out->items[first], tag);
    add_bookmark(galley, heading, tag);
}

static void block_heading(struct galley *galley, const struct doc_node *heading,
                          struct page_tag *parent, struct room room, struct strips *out)
{
    struct text_style style = galley_heading_style(galley, heading->level);
    pt64 x = heading->level <= 2 ? room.left : room.x;
    set_heading(galley, heading, parent, &style, x, room.right - x, out);
}

static struct text_style paragraph_style(const struct galley *galley,
                                         const struct doc_node *paragraph,
                                         const struct text_style *around)
{
    struct text_style style = *around;
    if (paragraph->classes & DOC_SMALL) {
        const struct text_style small = galley_style(galley, THEME_SMALL);
        style.size = small.size;
        style.leading = small.leading;
    }
    if (paragraph->classes & DOC_LEAD) {
        style.size = style.size * 11 / 10;
        style.leading = style.leading * 11 / 10;
    }
    return style;
}

static void block_paragraph(struct galley *galley, const struct doc_node *paragraph,
                            struct page_tag *parent, struct room room,
                            const struct text_style *around, struct strips *out)
{
    struct text_style style = paragraph_style(galley, paragraph, around);
    struct page_tag *tag =
        paragraph->implied ? parent : galley_node_tag(galley, parent, PAGE_P, paragraph);
    struct galley_text *text = galley_text_new(galley, paragraph, &style, tag);
    size_t first = out->count;
    galley_text_set_body(galley, text, room.x, room_width(room), out);
    if (paragraph->id && out->count > first)
        strip_anchor(galley->arena, &out->items[first], tag);
}

/* Sets a side section: its heading in the left margin, the rest beside the heading. */
static pt64 side_section(struct galley *galley, const struct doc_node *section,
                         struct page_tag *tag, struct room room, const struct text_style *style,
                         struct strips *out)
{
    const struct doc_node *heading = section->first;
    struct strips label = {0};
    struct text_style side = galley_side_style(galley);
    set_heading(galley, heading, tag, &side, room.left, room.x - room.left - SIDE_GUTTER, &label);
    struct room inner = {room.x, room.x, room.right};
    pt64 below = layout_blocks(galley, heading->next, tag, inner, style, out);
    strips_beside(galley->arena, &label, sheet_room(galley), out);
    return MAX(below, PARAGRAPH_GAP);
}

/* Returns whether pages are turned around the section already. */
static bool is_in_landscape(const struct doc_node *section)
{
    const struct doc_node *around = section->parent;
    while (around && !(around->classes & DOC_LANDSCAPE))
        around = around->parent;
    return around;
}

static struct room section_room(const struct doc_node *section, struct room room)
{
    if ((section->classes & DOC_LANDSCAPE) && !is_in_landscape(section)) {
        room.right += sheet_width(true) - sheet_width(false);
    }
    if (section->classes & (DOC_LANDSCAPE | DOC_WIDE))
        room.x = room.left;
    return room;
}

/* Returns whether a section's heading stands beside the rest. In a wide, a turned or another side
 * section the text begins at the left margin, so that there is no room for it. */
static bool is_side(const struct doc_node *section, struct room room)
{
    return (section->classes & DOC_SIDE) && section->first && section->first->kind == DOC_HEADING &&
           room.x - room.left - SIDE_GUTTER >= SIDE_LEAST;
}

static pt64 block_section(struct galley *galley, const struct doc_node *section,
                          struct page_tag *parent, struct room room, const struct text_style *style,
                          struct strips *out)
{
    struct page_tag *tag = galley_node_tag(galley, parent, PAGE_SECT, section);
    struct room inner = section_room(section, room);
    pt64 below = is_side(section, inner)
                     ? side_section(galley, section, tag, inner, style, out)
                     : layout_blocks(galley, section->first, tag, inner, style, out);
    if (section->classes & DOC_LANDSCAPE)
        for (size_t i = 0; i < out->count; i++)
            out->items[i].landscape = true;
    if (section->id && out->count)
        strip_anchor(galley->arena, &out->items[0], tag);
    return below;
}

/* Sets one block into out, which is empty before. Returns the space wanted below. */
static pt64 set_block(struct galley *galley, const struct doc_node *node, struct page_tag *tag,
                      struct room room, const struct text_style *style, struct strips *out)
{
    switch (node->kind) {
    case DOC_SECTION:
        return block_section(galley, node, tag, room, style, out);
    case DOC_HEADING:
        block_heading(galley, node, tag, room, out);
        break;
    case DOC_LIST:
        layout_list(galley, node, tag, room, style, out);
        break;
    case DOC_TERMS:
        layout_terms(galley, node, tag, room, style, out);
        break;
    case DOC_TABLE:
        layout_table(galley, node, tag, room, out);
        break;
    case DOC_FIGURE:
        layout_figure(galley, node, tag, room, out);
        break;
    case DOC_CONTENTS:
        layout_contents(galley, node, tag, room, out);
        break;
    default:
        block_paragraph(galley, node, tag, room, style, out);
        break;
    }
    return gaps_of(node).below;
}

/* Returns whether node is a paragraph that ends in a colon: it announces the next block. */
static bool announces(const struct doc_node *node)
{
    if (node->kind != DOC_PARAGRAPH || !node->next)
        return false;
    const struct doc_node *last = node->last;
    while (last && last->last)
        last = last->last;
    if (!last || last->kind != DOC_TEXT)
        return false;
    size_t size = strlen(last->text);
    return size && last->text[size - 1] == ':';
}

static bool keeps_next(const struct doc_node *node)
{
    return node->kind == DOC_HEADING || (node->classes & DOC_KEEP_WITH_NEXT) || announces(node);
}

pt64 layout_blocks(struct galley *galley, const struct doc_node *first, struct page_tag *tag,
                   struct room room, const struct text_style *style, struct strips *out)
{
    pt64 below = 0;
    bool keep = false, after_heading = false;
    for (const struct doc_node *node = first; node; node = node->next) {
        struct strips own = {0};
        pt64 wanted = set_block(galley, node, tag, room, style, &own);
        if (!own.count)
            continue;
        if (node->classes & DOC_KEEP)
            strips_keep(&own, 0, STRIP_KEEP);
        if (node->classes & DOC_BREAK_BEFORE)
            own.items[0].penalty = STRIP_FORCED;
        else if (keep && own.items[0].penalty >= 0)
            own.items[0].penalty = STRIP_STRICT;
        pt64 above = gap_above(node, after_heading);
        strips_append(galley->arena, out, &own, MAX(above, below));
        below = wanted;
        keep = keeps_next(node);
        after_heading = node->kind == DOC_HEADING;
    }
    return below;
}
