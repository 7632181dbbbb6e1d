#include "galley/strip.h"

#include "base/minmax.h"

#include <string.h>

void *strip_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    size_t wanted = *capacity ? *capacity * 2 : 1;
    void *grown = arena_array(arena, wanted, size);
    if (count)
        memcpy(grown, items, count * size);
    *capacity = wanted;
    return grown;
}

struct strip *strips_add(struct arena *arena, struct strips *strips, pt64 height)
{
    STRIP_GROW(arena, strips->items, strips->count, strips->capacity);
    struct strip *strip = &strips->items[strips->count++];
    *strip = (struct strip){.height = height};
    return strip;
}

struct page_item *strip_item(struct arena *arena, struct strip *strip, enum page_item_kind kind)
{
    STRIP_GROW(arena, strip->items, strip->count, strip->capacity);
    struct page_item *item = &strip->items[strip->count++];
    *item = (struct page_item){.kind = kind};
    return item;
}

void strip_anchor(struct arena *arena, struct strip *strip, const struct page_tag *tag)
{
    STRIP_GROW(arena, strip->anchors, strip->anchor_count, strip->anchor_capacity);
    strip->anchors[strip->anchor_count++] = tag;
}

void strips_append(struct arena *arena, struct strips *strips, const struct strips *more,
                   pt64 before)
{
    for (size_t i = 0; i < more->count; i++) {
        struct strip *strip = strips_add(arena, strips, 0);
        *strip = more->items[i];
        if (i == 0 && strip->before < before)
            strip->before = before;
    }
}

pt64 strips_height(const struct strips *strips, size_t from, size_t to)
{
    pt64 height = 0;
    for (size_t i = from; i < to; i++)
        height += strips->items[i].height + (i > from ? strips->items[i].before : 0);
    return height;
}

void strip_move(struct page_item *item, pt64 x, pt64 y)
{
    struct page_box *box = NULL;
    switch (item->kind) {
    case PAGE_RUN:
        item->run.x += x;
        item->run.y += y;
        return;
    case PAGE_PATH:
        item->path.x += x;
        item->path.y += y;
        return;
    case PAGE_FILL:
        box = &item->fill;
        break;
    case PAGE_IMAGE:
        box = &item->image.box;
        break;
    case PAGE_ANNOTATION:
        box = &item->annotation.box;
        break;
    }
    box->x += x;
    box->y += y;
}

void strip_take(struct arena *arena, struct strip *strip, const struct strip *other, pt64 y)
{
    for (size_t i = 0; i < other->count; i++) {
        struct page_item *item = strip_item(arena, strip, other->items[i].kind);
        *item = other->items[i];
        strip_move(item, 0, y);
    }
    for (size_t i = 0; i < other->anchor_count; i++)
        strip_anchor(arena, strip, other->anchors[i]);
}

void strip_take_all(struct arena *arena, struct strip *strip, const struct strips *others, pt64 y)
{
    for (size_t i = 0; i < others->count; i++) {
        y += i ? others->items[i].before : 0;
        strip_take(arena, strip, &others->items[i], y);
        y += others->items[i].height;
    }
}

/* Puts the items of all the label's strips before those of the first strip of content. */
static void take_items(struct arena *arena, const struct strips *label, struct strip *first)
{
    struct strip merged = *first;
    merged.items = NULL;
    merged.count = merged.capacity = 0;
    strip_take_all(arena, &merged, label, 0);
    for (size_t k = 0; k < first->count; k++)
        *strip_item(arena, &merged, first->items[k].kind) = first->items[k];
    *first = merged;
}

static void forbid_break(struct strip *strip)
{
    strip->penalty = STRIP_NEVER;
    strip->kept = STRIP_NEVER;
}

/* Sets a label above content. */
static void set_above(struct arena *arena, const struct strips *label, struct strips *content)
{
    struct strips both = {0};
    strips_append(arena, &both, label, 0);
    if (content->count && content->items[0].penalty >= 0)
        content->items[0].penalty = STRIP_STRICT;
    strips_append(arena, &both, content, 0);
    *content = both;
}

void strips_beside(struct arena *arena, const struct strips *label, pt64 room,
                   struct strips *content)
{
    pt64 wanted = strips_height(label, 0, label->count);
    if (!label->count)
        return;
    if (wanted > room) {
        set_above(arena, label, content);
        return;
    }
    if (!content->count)
        strips_add(arena, content, 0)->place = label->items[0].place;
    take_items(arena, label, &content->items[0]);
    pt64 reached = content->items[0].height;
    size_t next = 1;
    while (reached < wanted && next < content->count && !strips_must_part(content, next)) {
        struct strip *strip = &content->items[next];
        if (reached + strip->before + strip->height > room)
            break;
        forbid_break(strip);
        reached += strip->before + strip->height;
        next++;
    }
    if (reached < wanted)
        content->items[next - 1].height += wanted - reached;
}

void strips_keep(struct strips *strips, size_t from, int penalty)
{
    for (size_t i = from + 1; i < strips->count; i++) {
        struct strip *strip = &strips->items[i];
        if (strip->penalty >= 0 && strip->penalty < penalty)
            strip->penalty = MIN(strip->penalty + penalty - strip->kept, STRIP_STRICT);
        strip->kept = MAX(strip->kept, penalty);
    }
}
