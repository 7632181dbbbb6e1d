#include "layout/layout_private.h"

#include <stdlib.h>
#include <string.h>

struct page_tag *layout_tag(struct layout *layout, struct page_tag *parent, enum page_role role)
{
    struct page_tag *tag = arena_alloc(layout->arena, sizeof *tag);
    tag->role = role;
    tag->parent = parent;
    if (role == PAGE_TH || role == PAGE_TD)
        tag->column_span = tag->row_span = 1;
    if (!parent)
        return tag;
    if (parent->last)
        parent->last->next = tag;
    else
        parent->first = tag;
    parent->last = tag;
    return tag;
}

void layout_note_target(struct layout *layout, const struct doc_node *node, struct page_tag *tag)
{
    if (!node->id || layout->measuring)
        return;
    layout->targets = strip_grow(layout->arena, layout->targets, layout->target_count,
                                 &layout->target_capacity, sizeof *layout->targets);
    layout->targets[layout->target_count++] = (struct layout_target){.id = node->id, .tag = tag};
}

/* The language of the nearest element above that names one. */
static const char *tag_language(const struct layout *layout, const struct page_tag *tag)
{
    while (tag && !tag->lang)
        tag = tag->parent;
    return tag ? tag->lang : layout->document->lang;
}

struct page_tag *layout_node_tag(struct layout *layout, struct page_tag *parent,
                                 enum page_role role, const struct doc_node *node)
{
    const char *around = tag_language(layout, parent);
    struct page_tag *tag = layout_tag(layout, parent, role);
    if (strcmp(node->lang, around) != 0)
        tag->lang = node->lang;
    layout_note_target(layout, node, tag);
    return tag;
}

static int by_id(const void *left, const void *right)
{
    const struct layout_target *a = left, *b = right;
    return strcmp(a->id, b->id);
}

void layout_sort_targets(struct layout_target *targets, size_t count)
{
    if (count)
        qsort(targets, count, sizeof *targets, by_id);
}

const struct layout_target *layout_find_target(const struct layout_target *targets, size_t count,
                                               const char *id)
{
    const struct layout_target wanted = {.id = id};
    return count ? bsearch(&wanted, targets, count, sizeof *targets, by_id) : NULL;
}
