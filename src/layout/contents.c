/*
 * The table of contents: each entry a link, a leader and the page number that the pass before
 * found. Tagged TOC, TOCI, Reference, Link (ISO 32000-1 14.8.4.3.3).
 */
#include "layout/layout_private.h"

enum { NUMBER_ROOM = 24 * 64, LEVEL_INDENT = 14 * 64, LEADER_GAP = 4 * 64, ENTRY_GAP = 64 };

static const struct doc_node *find_link(const struct doc_node *item)
{
    for (const struct doc_node *node = item; node; node = doc_following(item, node)) {
        if (node->kind == DOC_LINK)
            return node;
        if (node->kind == DOC_LIST)
            return NULL;
    }
    return NULL;
}

static size_t page_of(const struct layout *layout, const struct doc_node *link)
{
    if (link->link.href[0] != '#')
        return 0;
    const struct layout_target *target =
        layout_find_target(layout->earlier, layout->earlier_count, link->link.href + 1);
    return target ? target->page : 0;
}

/* Dots from the end of the text to the number, on a grid that all entries share. */
static void add_leader(struct layout *layout, const struct type *entry, pt64 from, pt64 to,
                       struct strip *strip)
{
    const struct doc_node *body = layout->document->body;
    struct type type = *entry;
    type.bold = false;
    type.align = TEXT_RIGHT;
    pt64 step = layout_text_max_width(layout_text_label(layout, ". .", body, &type, NULL)) -
                layout_text_max_width(layout_text_label(layout, ".", body, &type, NULL));
    int count = step > 0 && to > from ? (to - from) / step : 0;
    if (!count)
        return;
    char *dots = arena_alloc(layout->arena, (size_t)count * 2);
    for (int i = 0; i < count * 2 - 1; i++)
        dots[i] = i % 2 ? ' ' : '.';
    struct strips leader = {0};
    layout_text_set(layout, layout_text_label(layout, dots, body, &type, NULL), from, to - from,
                    PAGE_ARTIFACT_LAYOUT, &leader);
    *strip_item(layout->arena, strip, PAGE_RUN) = leader.items[0].items[0];
}

static pt64 line_end(const struct strip *strip, pt64 x)
{
    pt64 end = x;
    for (size_t i = 0; i < strip->count; i++)
        if (strip->items[i].kind == PAGE_RUN) {
            pt64 right = strip->items[i].run.x + strip->items[i].run.width;
            end = right > end ? right : end;
        }
    return end;
}

static void add_number(struct layout *layout, const struct doc_node *link, struct page_tag *tag,
                       const struct type *type, struct frame frame, struct strip *strip)
{
    size_t page = page_of(layout, link);
    if (!page)
        return;
    struct type right = *type;
    right.align = TEXT_RIGHT;
    struct strips number = {0};
    const char *label = arena_printf(layout->arena, "%zu", page);
    layout_text_set(layout, layout_text_label(layout, label, link, &right, tag),
                    frame.right - NUMBER_ROOM, NUMBER_ROOM, PAGE_NOT_ARTIFACT, &number);
    for (size_t i = 0; number.count && i < number.items[0].count; i++)
        *strip_item(layout->arena, strip, PAGE_RUN) = number.items[0].items[i];
}

static void set_entry(struct layout *layout, const struct doc_node *item,
                      const struct doc_node *link, struct page_tag *tag, struct frame frame,
                      const struct type *type, struct strips *out)
{
    struct page_tag *reference = layout_tag(layout, tag, PAGE_REFERENCE);
    const struct doc_node *holder =
        item->first && item->first->kind == DOC_PARAGRAPH ? item->first : item;
    const struct layout_text *text = layout_text_new(layout, holder, type, reference);
    struct strips own = {0};
    layout_text_set(layout, text, frame.x, frame.right - frame.x - NUMBER_ROOM - LEADER_GAP,
                    PAGE_NOT_ARTIFACT, &own);
    if (!own.count)
        return;
    strips_keep(&own, 0, STRIP_STRICT);
    struct strip *last = &own.items[own.count - 1];
    add_leader(layout, type, line_end(last, frame.x) + LEADER_GAP,
               frame.right - NUMBER_ROOM + LEADER_GAP, last);
    add_number(layout, link, reference, type, frame, last);
    strips_append(layout->arena, out, &own, ENTRY_GAP);
}

static void set_level(struct layout *layout, const struct doc_node *list, struct page_tag *tag,
                      struct frame frame, int level, struct strips *out)
{
    struct type type = layout_type(layout, THEME_BODY);
    type.align = TEXT_RAGGED;
    type.bold = level == 0;
    type.quiet_links = true;
    for (const struct doc_node *item = list->first; item; item = item->next) {
        struct page_tag *entry = layout_node_tag(layout, tag, PAGE_TOCI, item);
        const struct doc_node *link = find_link(item);
        if (link)
            set_entry(layout, item, link, entry, frame, &type, out);
        struct frame inner = {frame.left, frame.x + LEVEL_INDENT, frame.right};
        for (const struct doc_node *node = item->first; node; node = node->next)
            if (node->kind == DOC_LIST)
                set_level(layout, node, layout_tag(layout, tag, PAGE_TOC), inner, level + 1, out);
    }
}

void layout_contents(struct layout *layout, const struct doc_node *contents,
                     struct page_tag *parent, struct frame frame, struct strips *out)
{
    for (const struct doc_node *node = contents->first; node; node = node->next) {
        if (node->kind != DOC_LIST) {
            struct strips heading = {0};
            struct type type = layout_heading_type(layout, node->level);
            struct page_tag *tag = layout_node_tag(layout, parent, PAGE_H2, node);
            layout_text_set(layout, layout_text_new(layout, node, &type, tag), frame.left,
                            frame.right - frame.left, PAGE_NOT_ARTIFACT, &heading);
            strips_append(layout->arena, out, &heading, 0);
            continue;
        }
        struct strips entries = {0};
        struct page_tag *tag = layout_node_tag(layout, parent, PAGE_TOC, node);
        set_level(layout, node, tag, frame, 0, &entries);
        if (entries.count && out->count)
            entries.items[0].penalty = STRIP_STRICT;
        strips_append(layout->arena, out, &entries, PT(4));
    }
}
