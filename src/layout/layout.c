/*
 * Runs the passes, each over the whole document. Where pages cost much, a second pass may set
 * paragraphs near them otherwise. Passes repeat, at most five times, until the page numbers in the
 * table of contents are right.
 */
#include "layout/layout_private.h"

#include "base/message.h"
#include "base/minmax.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_PASSES = 5,
    MOST_PAGES = 32767 /* the most that libharu puts into a file */
};

/* Returns the record number in the pages' head, or NULL. */
static const char *find_record_number(struct galley *galley)
{
    const struct doc_node *header = galley->document->header;
    for (const struct doc_node *node = header ? header->first : NULL; node; node = node->next)
        if (node->classes & DOC_RECORD_NUMBER && node->first)
            return galley_plain_text(galley, node);
    return NULL;
}

static struct page_document *new_document(struct layout *layout)
{
    const struct doc_document *document = layout->galley.document;
    struct page_document *pages = arena_alloc(layout->galley.arena, sizeof *pages);
    pages->title = document->title;
    pages->author = document->author;
    pages->description = document->description;
    pages->keywords = document->keywords;
    pages->lang = document->lang;
    pages->date = document->date;
    pages->record_number = find_record_number(&layout->galley);
    pages->publicity = document->publicity;
    pages->root = galley_tag(&layout->galley, NULL, PAGE_DOCUMENT);
    return pages;
}

/* Keeps only the targets of the pass before: a long document's strips take memory. */
static void end_earlier_pass(struct layout *layout, struct arena *lasting)
{
    struct galley_target *earlier =
        arena_array(lasting, layout->galley.target_count, sizeof *earlier);
    if (layout->galley.target_count)
        memcpy(earlier, layout->galley.targets, layout->galley.target_count * sizeof *earlier);
    layout->galley.earlier = earlier;
    layout->galley.earlier_count = layout->galley.target_count;
    arena_free(layout->galley.arena);
}

static void begin_pass(struct layout *layout)
{
    layout->galley.arena = arena_new();
    layout->galley.targets = NULL;
    layout->galley.target_count = layout->galley.target_capacity = 0;
    layout->anchors = NULL;
    layout->anchor_count = layout->anchor_capacity = 0;
    layout->galley.images = NULL;
    layout->galley.image_count = layout->galley.image_capacity = 0;
    layout->galley.bookmarks = NULL;
    layout->galley.bookmark_count = layout->galley.bookmark_capacity = 0;
    layout->galley.table_count = 0;
    layout->galley.paragraph_count = 0;
    layout->strips = (struct strips){0};
    layout->pages = new_document(layout);
}

/* Makes links name tags, which all exist now, instead of ids. */
static void resolve_links(struct layout *layout)
{
    for (size_t p = 0; p < layout->pages->page_count; p++) {
        const struct page *page = &layout->pages->pages[p];
        for (size_t i = 0; i < page->item_count; i++) {
            struct page_annotation *link = &page->items[i].annotation;
            if (page->items[i].kind != PAGE_ANNOTATION || link->uri[0] != '#')
                continue;
            const struct galley_target *target = galley_find_target(
                layout->galley.targets, layout->galley.target_count, link->uri + 1);
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
    pages->bookmarks = layout->galley.bookmarks;
    pages->bookmark_count = layout->galley.bookmark_count;
    pages->loans = layout->galley.loans;
    resolve_links(layout);
    layout_report_torn(&layout->galley, &layout->strips, layout->cuts, layout->cut_count);
}

static void set_rooms(struct layout *layout, const struct running *running)
{
    for (int landscape = 0; landscape < 2; landscape++) {
        pt64 bottom = layout->galley.theme->bottom;
        pt64 foot = bottom / 2 + running_foot_height(running, landscape);
        pt64 first = foot + running_contact_height(running, landscape);
        bottom = MAX(bottom, foot);
        layout->galley.first_lacks[landscape] = MAX(first - bottom, 0);
        pt64 room = sheet_height(landscape) - layout->galley.theme->top - bottom -
                    running_head_height(running, landscape);
        layout->galley.page_rooms[landscape] = MAX(room, PT(1)); /* costs are shares of the room */
    }
}

/* Returns whether another pass is to set paragraphs otherwise. They are asked once, and stay
 * changed only where that makes the whole cheaper. */
static bool adjust(struct layout *layout, int64_t cost, struct arena *lasting)
{
    if (layout->adjusting == LAYOUT_TO_ASK) {
        layout->adjusting = LAYOUT_ASKED;
        layout->unadjusted_cost = cost;
        layout_loosen(&layout->galley, &layout->strips, layout->cuts, layout->cut_count, lasting,
                      &layout->galley.loosening);
        return layout->galley.loosening.count > 0;
    }
    if (layout->adjusting == LAYOUT_ADJUSTED)
        return false;
    layout->adjusting = LAYOUT_ADJUSTED;
    if (!layout->galley.loosening.count ||
        cost + layout->galley.loosening.cost < layout->unadjusted_cost)
        return false;
    layout->galley.loosening.count = 0;
    return true;
}

/* Returns whether the document has too many pages; reports where the first excess page begins. */
static bool is_too_long(struct layout *layout)
{
    if (layout->cut_count <= MOST_PAGES)
        return false;
    const struct strip *strip = &layout->strips.items[layout->cuts[MOST_PAGES].from];
    layout->galley.failed = true;
    diag_add(layout->galley.diags, RULE_LAYOUT_TOO_LONG, strip->place, _("divide the document"),
             _("the document has %zu pages, more than the %d of a file"), layout->cut_count,
             (int)MOST_PAGES);
    return true;
}

/* Returns whether another pass must follow because paragraphs are to be set otherwise. */
static bool run_pass(struct layout *layout, bool has_contents, struct arena *lasting)
{
    end_earlier_pass(layout, lasting);
    begin_pass(layout);
    const struct running *running = running_new(&layout->galley, layout->pages->root);
    set_rooms(layout, running);
    const struct doc_node *body = layout->galley.document->body;
    struct room room = {
        .left = 0,
        .x = body->classes & DOC_WIDE ? 0 : layout->galley.theme->indent,
        .right = sheet_measure(&layout->galley, false),
    };
    struct text_style style = galley_style(&layout->galley, THEME_BODY);
    layout_blocks(&layout->galley, body->first, layout->pages->root, room, &style, &layout->strips);
    int64_t cost;
    layout->cut_count = layout_cut(&layout->galley, &layout->strips, &layout->cuts, &cost);
    if (is_too_long(layout))
        return false;
    bool again = adjust(layout, cost, lasting);
    if (again && !has_contents)
        return true;
    layout_paint(layout, running, &layout->strips, layout->cuts, layout->cut_count);
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
    if (layout->galley.target_count != layout->galley.earlier_count)
        return false;
    for (size_t i = 0; i < layout->galley.target_count; i++)
        if (layout->galley.targets[i].page != layout->galley.earlier[i].page)
            return false;
    return true;
}

static void run_passes(struct layout *layout, struct arena *lasting)
{
    bool contents = has_contents(layout->galley.document), again = contents;
    bool adjusts = run_pass(layout, contents, lasting);
    for (int pass = 1; (again || adjusts) && !layout->galley.failed; pass++) {
        if (pass > MOST_PASSES) {
            diag_add(layout->galley.diags, RULE_LAYOUT_UNSETTLED,
                     (struct diag_place){.file = layout->galley.name}, NULL,
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
        .galley =
            {
                .document = document,
                .theme = theme,
                .library = library,
                .folder = folder,
                .name = name,
                .diags = diags,
            },
    };
    if (!galley_open_fonts(&layout.galley, arena))
        return NULL;
    run_passes(&layout, arena);
    if (layout.galley.failed) {
        galley_images_check(&layout.galley); /* no later stage will tell */
        arena_free(layout.galley.arena);
        return NULL;
    }
    finish(&layout);
    arena_take(arena, layout.galley.arena);
    return layout.pages;
}
