/* Sets the table of contents: each entry is a link, a leader and the page number that the pass
 * before found. Tagged TOC, TOCI, Reference, Link (ISO 32000-1 14.8.4.3.3). */
#include "layout/layout_private.h"

#include "base/minmax.h"

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

static size_t page_of(const struct galley *galley, const struct doc_node *link)
{
    if (link->link.href[0] != '#')
        return 0;
    const struct galley_target *target =
        galley_find_target(galley->earlier, galley->earlier_count, link->link.href + 1);
    return target ? target->page : 0;
}

/* Adds dots from the end of the text to the number, on a grid that all entries share. */
static void add_leader(struct galley *galley, const struct text_style *entry, pt64 from, pt64 to,
                       struct strip *strip)
{
    const struct doc_node *body = galley->document->body;
    struct text_style style = *entry;
    style.bold = false;
    style.align = TEXT_RIGHT;
    pt64 step = galley_text_max_width(galley_text_label(galley, ". .", body, &style, NULL)) -
                galley_text_max_width(galley_text_label(galley, ".", body, &style, NULL));
    int count = step > 0 && to > from ? (to - from) / step : 0;
    if (!count)
        return;
    char *dots = arena_alloc(galley->arena, (size_t)count * 2);
    for (int i = 0; i < count * 2 - 1; i++)
        dots[i] = i % 2 ? ' ' : '.';
    struct strips leader = {0};
    galley_text_set(galley, galley_text_label(galley, dots, body, &style, NULL), from, to - from,
                    PAGE_ARTIFACT_LAYOUT, &leader);
    strip_take(galley->arena, strip, &leader.items[0], 0);
}

static pt64 line_end(const struct strip *strip, pt64 x)
{
    pt64 end = x;
    for (size_t i = 0; i < strip->count; i++)
        if (strip->items[i].kind == PAGE_RUN) {
            pt64 right = strip->items[i].run.x + strip->items[i].run.width;
            end = MAX(right, end);
        }
    return end;
}

static void add_number(struct galley *galley, const struct doc_node *link, struct page_tag *tag,
                       const struct text_style *style, struct room room, struct strip *strip)
{
    size_t page = page_of(galley, link);
    if (!page)
        return;
    struct text_style right = *style;
    right.align = TEXT_RIGHT;
    struct strips number = {0};
    const char *label = arena_printf(galley->arena, "%zu", page);
    galley_text_set(galley, galley_text_label(galley, label, link, &right, tag),
                    room.right - NUMBER_ROOM, NUMBER_ROOM, PAGE_NOT_ARTIFACT, &number);
    if (number.count)
        strip_take(galley->arena, strip, &number.items[0], 0);
}

static void set_entry(struct galley *galley, const struct doc_node *item,
                      const struct doc_node *link, struct page_tag *tag, struct room room,
                      const struct text_style *style, struct strips *out)
{
    struct page_tag *reference = galley_tag(galley, tag, PAGE_REFERENCE);
    const struct doc_node *holder =
        item->first && item->first->kind == DOC_PARAGRAPH ? item->first : item;
    const struct galley_text *text = galley_text_new(galley, holder, style, reference);
    struct strips own = {0};
    galley_text_set(galley, text, room.x, room_width(room) - NUMBER_ROOM - LEADER_GAP,
                    PAGE_NOT_ARTIFACT, &own);
    if (!own.count)
        return;
    strips_keep(&own, 0, STRIP_STRICT);
    struct strip *last = &own.items[own.count - 1];
    add_leader(galley, style, line_end(last, room.x) + LEADER_GAP,
               room.right - NUMBER_ROOM + LEADER_GAP, last);
    add_number(galley, link, reference, style, room, last);
    strips_append(galley->arena, out, &own, ENTRY_GAP);
}

static void set_level(struct galley *galley, const struct doc_node *list, struct page_tag *tag,
                      struct room room, int level, struct strips *out)
{
    struct text_style style = galley_style(galley, THEME_BODY);
    style.align = TEXT_RAGGED;
    style.bold = level == 0;
    style.quiet_links = true;
    for (const struct doc_node *item = list->first; item; item = item->next) {
        struct page_tag *entry = galley_node_tag(galley, tag, PAGE_TOCI, item);
        const struct doc_node *link = find_link(item);
        if (link)
            set_entry(galley, item, link, entry, room, &style, out);
        struct room inner = {room.left, room.x + LEVEL_INDENT, room.right};
        for (const struct doc_node *node = item->first; node; node = node->next)
            if (node->kind == DOC_LIST)
                set_level(galley, node, galley_tag(galley, tag, PAGE_TOC), inner, level + 1, out);
    }
}

void layout_contents(struct galley *galley, const struct doc_node *contents,
                     struct page_tag *parent, struct room room, struct strips *out)
{
    for (const struct doc_node *node = contents->first; node; node = node->next) {
        if (node->kind != DOC_LIST) {
            struct strips heading = {0};
            struct text_style style = galley_heading_style(galley, node->level);
            struct page_tag *tag = galley_node_tag(galley, parent, PAGE_H2, node);
            galley_text_set(galley, galley_text_new(galley, node, &style, tag), room.left,
                            room.right - room.left, PAGE_NOT_ARTIFACT, &heading);
            strips_append(galley->arena, out, &heading, 0);
            continue;
        }
        struct strips entries = {0};
        struct page_tag *tag = galley_node_tag(galley, parent, PAGE_TOC, node);
        set_level(galley, node, tag, room, 0, &entries);
        if (entries.count && out->count)
            entries.items[0].penalty = STRIP_STRICT;
        strips_append(galley->arena, out, &entries, PT(4));
    }
}
