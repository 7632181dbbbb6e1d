/*
 * Finds the place of each link target. A block's anchor is that of its first strip; a list, an
 * item, a cell or a phrase begins where its first content is painted, and one without content where
 * the next content is.
 */
#include "layout/layout_private.h"

#include <stdlib.h>

static size_t number_tags(struct page_tag *root)
{
    size_t count = 0;
    for (struct page_tag *tag = root; tag;) {
        tag->index = count++;
        if (tag->first) {
            tag = tag->first;
            continue;
        }
        while (tag != root && !tag->next)
            tag = tag->parent;
        tag = tag == root ? NULL : tag->next;
    }
    return count;
}

static int by_tag(const void *left, const void *right)
{
    const struct page_anchor *a = left, *b = right;
    return (a->tag->index > b->tag->index) - (a->tag->index < b->tag->index);
}

static void sort_anchors(struct layout *layout)
{
    if (layout->anchor_count)
        qsort(layout->anchors, layout->anchor_count, sizeof *layout->anchors, by_tag);
}

/* Returns the first content in or after each tag, by tag index; tag is NULL where none is. */
static const struct page_anchor *find_content(const struct layout *layout)
{
    const struct page_document *pages = layout->pages;
    struct page_anchor *content =
        arena_array(layout->galley.arena, pages->tag_count + 1, sizeof *content);
    for (size_t p = 0; p < pages->page_count; p++)
        for (size_t i = 0; i < pages->pages[p].item_count; i++) {
            const struct page_item *item = &pages->pages[p].items[i];
            if (item->tag && !content[item->tag->index].tag)
                content[item->tag->index] =
                    (struct page_anchor){item->tag, p, page_item_box(item).y};
        }
    for (size_t i = pages->tag_count; i-- > 0;)
        if (!content[i].tag)
            content[i] = content[i + 1];
    return content;
}

void layout_add_anchor(struct layout *layout, struct page_anchor anchor)
{
    STRIP_GROW(layout->galley.arena, layout->anchors, layout->anchor_count,
               layout->anchor_capacity);
    layout->anchors[layout->anchor_count++] = anchor;
}

static const struct page_anchor *find_anchor(const struct layout *layout, size_t count,
                                             const struct page_tag *tag)
{
    const struct page_anchor wanted = {.tag = tag};
    return count ? bsearch(&wanted, layout->anchors, count, sizeof wanted, by_tag) : NULL;
}

static void anchor_rest(struct layout *layout)
{
    const size_t known = layout->anchor_count;
    const struct page_anchor *content = NULL;
    for (size_t i = 0; i < layout->galley.target_count; i++) {
        const struct page_tag *tag = layout->galley.targets[i].tag;
        if (find_anchor(layout, known, tag))
            continue;
        if (!content)
            content = find_content(layout);
        struct page_anchor anchor = content[tag->index];
        if (!anchor.tag)
            anchor.page = layout->pages->page_count - 1;
        anchor.tag = tag;
        layout_add_anchor(layout, anchor);
    }
}

void layout_find_pages(struct layout *layout)
{
    layout->pages->tag_count = number_tags(layout->pages->root);
    sort_anchors(layout);
    anchor_rest(layout);
    sort_anchors(layout);
    for (size_t i = 0; i < layout->galley.target_count; i++)
        layout->galley.targets[i].page =
            find_anchor(layout, layout->anchor_count, layout->galley.targets[i].tag)->page + 1;
    galley_sort_targets(layout->galley.targets, layout->galley.target_count);
}
