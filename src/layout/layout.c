/*
 * The order of work: a pass sets the whole document. Where pages cost much, a second one may set
 * paragraphs near them otherwise. Passes repeat until the page numbers that the table of contents
 * shows are those that come out, at most five times.
 */
#include "layout/layout_private.h"

#include "base/message.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_PASSES = 5,
    MOST_PAGES = 32767 /* that libharu puts into a file */
};

static struct page_document *new_document(struct layout *layout)
{
    const struct doc_document *document = layout->document;
    struct page_document *pages = arena_alloc(layout->arena, sizeof *pages);
    pages->title = document->title;
    pages->author = document->author;
    pages->description = document->description;
    pages->keywords = document->keywords;
    pages->lang = document->lang;
    pages->date = document->date;
    pages->root = layout_tag(layout, NULL, PAGE_DOCUMENT);
    return pages;
}

/* Keeps of the pass before only where its targets were: a long document's strips take memory. */
static void end_earlier_pass(struct layout *layout, struct arena *lasting)
{
    struct layout_target *earlier = arena_array(lasting, layout->target_count, sizeof *earlier);
    if (layout->target_count)
        memcpy(earlier, layout->targets, layout->target_count * sizeof *earlier);
    layout->earlier = earlier;
    layout->earlier_count = layout->target_count;
    arena_free(layout->arena);
}

static void begin_pass(struct layout *layout)
{
    layout->arena = arena_new();
    layout->targets = NULL;
    layout->target_count = layout->target_capacity = 0;
    layout->anchors = NULL;
    layout->anchor_count = layout->anchor_capacity = 0;
    layout->bookmarks = NULL;
    layout->bookmark_count = layout->bookmark_capacity = 0;
    layout->table_count = 0;
    layout->paragraph_count = 0;
    layout->strips = (struct strips){0};
    layout->pages = new_document(layout);
}

/* Links name ids while strips are made; now that every tag is there, they name tags. */
static void resolve_links(struct layout *layout)
{
    for (size_t p = 0; p < layout->pages->page_count; p++) {
        const struct page *page = &layout->pages->pages[p];
        for (size_t i = 0; i < page->item_count; i++) {
            struct page_annotation *link = &page->items[i].annotation;
            if (page->items[i].kind != PAGE_ANNOTATION || link->uri[0] != '#')
                continue;
            const struct layout_target *target =
                layout_find_target(layout->targets, layout->target_count, link->uri + 1);
            link->uri = NULL;
            link->target = target ? target->tag : layout->pages->root;
        }
    }
}

static void finish(struct layout *layout)
{
    struct page_document *pages = layout->pages;
    pages->anchors = layout->anchors;
    pages->anchor_count = layout->anchor_count;
    pages->bookmarks = layout->bookmarks;
    pages->bookmark_count = layout->bookmark_count;
    resolve_links(layout);
    layout_report_torn(layout, &layout->strips, layout->cuts, layout->cut_count);
}

static void set_rooms(struct layout *layout, const struct layout_frames *frames)
{
    for (int landscape = 0; landscape < 2; landscape++) {
        pt64 bottom = layout->theme->bottom, foot = layout_foot_height(frames, landscape);
        if (bottom / 2 + foot > bottom)
            bottom = bottom / 2 + foot;
        pt64 room = layout_page_height(landscape) - layout->theme->top - bottom -
                    layout_head_height(frames, landscape);
        layout->rooms[landscape] = room < PT(1) ? PT(1) : room; /* costs are shares of it */
    }
}

/*
 * Whether another pass is to set paragraphs otherwise than this one did. They are asked once, and
 * stay so only where that has made the whole cheaper.
 */
static bool adjust(struct layout *layout, int64_t cost, struct arena *lasting)
{
    if (layout->adjusting == LAYOUT_TO_ASK) {
        layout->adjusting = LAYOUT_ASKED;
        layout->unadjusted_cost = cost;
        layout_loosen(layout, &layout->strips, layout->cuts, layout->cut_count, lasting,
                      &layout->loosening);
        return layout->loosening.count > 0;
    }
    if (layout->adjusting == LAYOUT_ADJUSTED)
        return false;
    layout->adjusting = LAYOUT_ADJUSTED;
    if (!layout->loosening.count || cost + layout->loosening.cost < layout->unadjusted_cost)
        return false;
    layout->loosening.count = 0;
    return true;
}

/* Tells of a document of too many pages where the first that is too many begins. */
static bool is_too_long(struct layout *layout)
{
    if (layout->cut_count <= MOST_PAGES)
        return false;
    const struct strip *strip = &layout->strips.items[layout->cuts[MOST_PAGES].from];
    layout->failed = true;
    diag_add(layout->diags, DIAG_ERROR, "layout-too-long", strip->place, _("divide the document"),
             _("the document has %zu pages, more than the %d of a file"), layout->cut_count,
             (int)MOST_PAGES);
    return true;
}

/* Returns whether another pass must follow because paragraphs are to be set otherwise. */
static bool run_pass(struct layout *layout, bool has_contents, struct arena *lasting)
{
    end_earlier_pass(layout, lasting);
    begin_pass(layout);
    const struct layout_frames *frames = layout_frames_new(layout, layout->pages->root);
    set_rooms(layout, frames);
    const struct theme *theme = layout->theme;
    struct frame frame = {
        .left = 0,
        .x = theme->indent,
        .right = layout_page_width(false) - theme->left - theme->right,
    };
    struct type type = layout_type(layout, THEME_BODY);
    layout_blocks(layout, layout->document->body->first, layout->pages->root, frame, &type,
                  &layout->strips);
    int64_t cost;
    layout->cut_count = layout_cut(layout, &layout->strips, &layout->cuts, &cost);
    if (is_too_long(layout))
        return false;
    bool again = adjust(layout, cost, lasting);
    if (again && !has_contents)
        return true;
    layout_paint(layout, frames, &layout->strips, layout->cuts, layout->cut_count);
    layout_find_pages(layout);
    return again;
}

static bool has_contents(const struct doc_document *document)
{
    const struct doc_node *body = document->body;
    for (const struct doc_node *node = body; node; node = doc_following(body, node))
        if (node->kind == DOC_CONTENTS)
            return true;
    return false;
}

static bool settled(const struct layout *layout)
{
    if (layout->target_count != layout->earlier_count)
        return false;
    for (size_t i = 0; i < layout->target_count; i++)
        if (layout->targets[i].page != layout->earlier[i].page)
            return false;
    return true;
}

static void run_passes(struct layout *layout, struct arena *lasting)
{
    bool contents = has_contents(layout->document), again = contents;
    bool adjusts = run_pass(layout, contents, lasting);
    for (int pass = 1; (again || adjusts) && !layout->failed; pass++) {
        if (pass > MOST_PASSES) {
            diag_add(layout->diags, DIAG_WARNING, "layout-unsettled",
                     (struct diag_place){.file = layout->name}, NULL,
                     _("the page numbers in the table of contents do not settle"));
            break;
        }
        adjusts = run_pass(layout, contents, lasting);
        again = contents && !settled(layout);
    }
}

struct page_document *layout_pages(const struct doc_document *document, const struct theme *theme,
                                   struct text_library *library, const char *folder,
                                   const char *name, struct arena *arena, struct diags *diags)
{
    struct layout layout = {
        .document = document,
        .theme = theme,
        .library = library,
        .folder = folder,
        .name = name,
        .diags = diags,
    };
    struct type body = layout_type(&layout, THEME_BODY);
    if (!layout_font(&layout, &body))
        return NULL;
    run_passes(&layout, arena);
    if (layout.failed) {
        arena_free(layout.arena);
        return NULL;
    }
    finish(&layout);
    arena_take(arena, layout.arena);
    return layout.pages;
}
