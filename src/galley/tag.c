#include "galley/galley.h"

#include <stdlib.h>
#include <string.h>

struct page_tag *galley_tag(struct galley *galley, struct page_tag *parent, enum page_role role)
{
    struct page_tag *tag = arena_alloc(galley->arena, sizeof *tag);
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

void galley_note_target(struct galley *galley, const struct doc_node *node, struct page_tag *tag)
{
    if (!node->id)
        return;
    STRIP_GROW(galley->arena, galley->targets, galley->target_count, galley->target_capacity);
    galley->targets[galley->target_count++] = (struct galley_target){.id = node->id, .tag = tag};
}

/* Returns the language of the nearest element, from tag upwards, that names one. */
static const char *tag_language(const struct galley *galley, const struct page_tag *tag)
{
    while (tag && !tag->lang)
        tag = tag->parent;
    return tag ? tag->lang : galley->document->lang;
}

struct page_tag *galley_node_tag(struct galley *galley, struct page_tag *parent,
                                 enum page_role role, const struct doc_node *node)
{
    const char *around = tag_language(galley, parent);
    struct page_tag *tag = galley_tag(galley, parent, role);
    if (strcmp(node->lang, around) != 0)
        tag->lang = node->lang;
    galley_note_target(galley, node, tag);
    return tag;
}

static int by_id(const void *left, const void *right)
{
    const struct galley_target *a = left, *b = right;
    return strcmp(a->id, b->id);
}

void galley_sort_targets(struct galley_target *targets, size_t count)
{
    if (count)
        qsort(targets, count, sizeof *targets, by_id);
}

const struct galley_target *galley_find_target(const struct galley_target *targets, size_t count,
                                               const char *id)
{
    const struct galley_target wanted = {.id = id};
    return count ? bsearch(&wanted, targets, count, sizeof *targets, by_id) : NULL;
}
