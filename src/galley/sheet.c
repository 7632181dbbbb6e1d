/* Measures pages, and puts items on them. */
#include "galley/galley.h"

#include "base/minmax.h"

pt64 sheet_width(bool landscape)
{
    return landscape ? MM(297) : MM(210);
}

pt64 sheet_height(bool landscape)
{
    return landscape ? MM(210) : MM(297);
}

pt64 sheet_measure(const struct galley *galley, bool landscape)
{
    return sheet_width(landscape) - galley->theme->left - galley->theme->right;
}

pt64 sheet_room(const struct galley *galley)
{
    return MIN(galley->page_rooms[0], galley->page_rooms[1]);
}

struct page_item *sheet_put(struct galley *galley, struct page *page, const struct page_item *item,
                            pt64 x, pt64 y)
{
    STRIP_GROW(galley->arena, page->items, page->item_count, page->item_capacity);
    struct page_item *put = &page->items[page->item_count++];
    *put = *item;
    strip_move(put, x, y);
    return put;
}
