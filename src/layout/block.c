/*
 * Blocks one below another. Space between two blocks is the larger of what the upper wants below
 * and the lower wants above, as in TeX's and CSS's collapsing margins.
 */
#include "layout/layout_private.h"

#include <string.h>

static const pt64 heading_above[] = {0, PT(0), PT(15), PT(11), PT(8)};
static const pt64 heading_below[] = {0, PT(10), PT(4), PT(3), PT(2)};
enum {
    PARAGRAPH_GAP = 6 * 64,
    LIST_GAP = 5 * 64,
    TABLE_GAP = 9 * 64,
    SIDE_GAP = 12 * 64,
    SIDE_GUTTER = 8 * 64
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

static void add_bookmark(struct layout *layout, const struct doc_node *heading,
                         const struct page_tag *tag)
{
    struct buf title = {0};
    doc_text(heading, &title);
    layout->bookmarks = strip_grow(layout->arena, layout->bookmarks, layout->bookmark_count,
                                   &layout->bookmark_capacity, sizeof *layout->bookmarks);
    layout->bookmarks[layout->bookmark_count++] = (struct page_bookmark){
        .level = heading->level,
        .title = arena_strndup(layout->arena, title.data ? title.data : "", title.size),
        .target = tag,
    };
    buf_free(&title);
}

static void set_heading(struct layout *layout, const struct doc_node *heading,
                        struct page_tag *parent, const struct type *type, pt64 x, pt64 width,
                        struct strips *out)
{
    enum page_role role = (enum page_role)(PAGE_H1 + heading->level - 1);
    struct page_tag *tag = layout_node_tag(layout, parent, role, heading);
    const struct layout_text *text = layout_text_new(layout, heading, type, tag);
    size_t first = out->count;
    layout_text_set(layout, text, x, width, PAGE_NOT_ARTIFACT, out);
    strips_keep(out, first, STRIP_STRICT);
    if (out->count > first)
        strip_anchor(layout->arena, &out->items[first], tag);
    add_bookmark(layout, heading, tag);
}

static void block_heading(struct layout *layout, const struct doc_node *heading,
                          struct page_tag *parent, struct frame frame, struct strips *out)
{
    struct type type = layout_heading_type(layout, heading->level);
    pt64 x = heading->level <= 2 ? frame.left : frame.x;
    set_heading(layout, heading, parent, &type, x, frame.right - x, out);
}

static struct type paragraph_type(const struct layout *layout, const struct doc_node *paragraph,
                                  const struct type *around)
{
    struct type type = *around;
    if (paragraph->classes & DOC_SMALL) {
        const struct type small = layout_type(layout, THEME_SMALL);
        type.size = small.size;
        type.leading = small.leading;
    }
    if (paragraph->classes & DOC_LEAD) {
        type.size = type.size * 11 / 10;
        type.leading = type.leading * 11 / 10;
    }
    return type;
}

static void block_paragraph(struct layout *layout, const struct doc_node *paragraph,
                            struct page_tag *parent, struct frame frame, const struct type *around,
                            struct strips *out)
{
    struct type type = paragraph_type(layout, paragraph, around);
    struct page_tag *tag =
        paragraph->implied ? parent : layout_node_tag(layout, parent, PAGE_P, paragraph);
    struct layout_text *text = layout_text_new(layout, paragraph, &type, tag);
    size_t first = out->count;
    layout_text_set_body(layout, text, frame.x, frame.right - frame.x, out);
    if (paragraph->id && out->count > first)
        strip_anchor(layout->arena, &out->items[first], tag);
}

/* A side section: its heading in the left margin, the rest beside it. */
static pt64 side_section(struct layout *layout, const struct doc_node *section,
                         struct page_tag *tag, struct frame frame, const struct type *type,
                         struct strips *out)
{
    const struct doc_node *heading = section->first;
    struct strips label = {0};
    struct type side = layout_side_type(layout);
    set_heading(layout, heading, tag, &side, frame.left, frame.x - frame.left - SIDE_GUTTER,
                &label);
    struct frame inner = {frame.x, frame.x, frame.right};
    pt64 below = layout_blocks(layout, heading->next, tag, inner, type, out);
    strips_beside(layout->arena, &label, out);
    return below > PARAGRAPH_GAP ? below : PARAGRAPH_GAP;
}

static struct frame section_frame(const struct doc_node *section, struct frame frame)
{
    if (section->classes & DOC_LANDSCAPE) {
        frame.right += layout_page_width(true) - layout_page_width(false);
        frame.x = frame.left;
    }
    if (section->classes & DOC_WIDE)
        frame.x = frame.left;
    return frame;
}

static pt64 block_section(struct layout *layout, const struct doc_node *section,
                          struct page_tag *parent, struct frame frame, const struct type *type,
                          struct strips *out)
{
    struct page_tag *tag = layout_node_tag(layout, parent, PAGE_SECT, section);
    struct frame inner = section_frame(section, frame);
    bool side =
        (section->classes & DOC_SIDE) && section->first && section->first->kind == DOC_HEADING;
    pt64 below = side ? side_section(layout, section, tag, inner, type, out)
                      : layout_blocks(layout, section->first, tag, inner, type, out);
    if (section->classes & DOC_LANDSCAPE)
        for (size_t i = 0; i < out->count; i++)
            out->items[i].landscape = true;
    if (section->id && out->count)
        strip_anchor(layout->arena, &out->items[0], tag);
    return below;
}

/* Sets one block into out, empty before. Returns the space wanted below. */
static pt64 set_block(struct layout *layout, const struct doc_node *node, struct page_tag *tag,
                      struct frame frame, const struct type *type, struct strips *out)
{
    switch (node->kind) {
    case DOC_SECTION:
        return block_section(layout, node, tag, frame, type, out);
    case DOC_HEADING:
        block_heading(layout, node, tag, frame, out);
        break;
    case DOC_LIST:
        layout_list(layout, node, tag, frame, type, out);
        break;
    case DOC_TERMS:
        layout_terms(layout, node, tag, frame, type, out);
        break;
    case DOC_TABLE:
        layout_table(layout, node, tag, frame, out);
        break;
    case DOC_FIGURE:
        layout_figure(layout, node, tag, frame, out);
        break;
    case DOC_CONTENTS:
        layout_contents(layout, node, tag, frame, out);
        break;
    default:
        block_paragraph(layout, node, tag, frame, type, out);
        break;
    }
    return gaps_of(node).below;
}

/* A paragraph that ends in a colon announces what follows, and stays with it. */
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

pt64 layout_blocks(struct layout *layout, const struct doc_node *first, struct page_tag *tag,
                   struct frame frame, const struct type *type, struct strips *out)
{
    pt64 below = 0;
    bool keep = false;
    for (const struct doc_node *node = first; node; node = node->next) {
        struct strips own = {0};
        pt64 wanted = set_block(layout, node, tag, frame, type, &own);
        if (!own.count)
            continue;
        if (node->classes & DOC_KEEP)
            strips_keep(&own, 0, STRIP_KEEP);
        if (node->classes & DOC_BREAK_BEFORE)
            own.items[0].penalty = STRIP_FORCED;
        else if (keep && own.items[0].penalty >= 0)
            own.items[0].penalty = STRIP_STRICT;
        pt64 above = gaps_of(node).above;
        strips_append(layout->arena, out, &own, above > below ? above : below);
        below = wanted;
        keep = keeps_next(node);
    }
    return below;
}
