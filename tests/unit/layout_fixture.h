/* Page documents laid out, for the tests of layout. */
#ifndef PYKALA_LAYOUT_FIXTURE_H
#define PYKALA_LAYOUT_FIXTURE_H

#include "layout/layout.h"
#include "page_fixture.h"
#include "text/text.h"

static inline int layout_fixture_open(void **state)
{
    fixture_open(state);
    struct fixture *fixture = *state;
    fixture->library = text_library_new(NULL, fixture->diags);
    fixture->theme = theme_default();
    return fixture->library ? 0 : -1;
}

static inline int layout_fixture_close(void **state)
{
    struct fixture *fixture = *state;
    text_library_free(fixture->library);
    return fixture_close(state);
}

/* Lays out a document with that body. Returns NULL after a failure. */
static inline struct page_document *layout_fixture_pages(struct fixture *fixture, const char *lang,
                                                         const char *body)
{
    const struct doc_document *document = fixture_read(fixture, lang, body);
    if (!document)
        fail_msg("line %d: %s", diags_at(fixture->diags, 0)->place.line,
                 diags_at(fixture->diags, 0)->message);
    return layout_pages(document, &fixture->theme, fixture->library, "tests/golden/layout", "test",
                        fixture->arena, fixture->diags);
}

/* Counts the runs of the page that hold the text. */
static inline int count_text(const struct page *page, const char *text)
{
    int count = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct page_item *item = &page->items[i];
        if (item->kind != PAGE_RUN)
            continue;
        char run[1024];
        snprintf(run, sizeof run, "%.*s", (int)item->run.text_size, item->run.text);
        count += strstr(run, text) != NULL;
    }
    return count;
}

/* Returns the y of the first run that holds the text; -1 where there is none. */
static inline pt64 find_text(const struct page *page, const char *text)
{
    for (size_t i = 0; i < page->item_count; i++) {
        const struct page_item *item = &page->items[i];
        char run[1024] = "";
        if (item->kind == PAGE_RUN)
            snprintf(run, sizeof run, "%.*s", (int)item->run.text_size, item->run.text);
        if (strstr(run, text))
            return item->run.y;
    }
    return -1;
}

static inline void repeat(struct buf *buf, int count, const char *format)
{
    for (int i = 0; i < count; i++)
        buf_printf(buf, format, i, i);
}

/* Returns the lowest baseline of a run that is no artifact. */
static inline pt64 foot_of(const struct page *page)
{
    pt64 foot = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct page_item *item = &page->items[i];
        if (item->kind == PAGE_RUN && item->artifact == PAGE_NOT_ARTIFACT && item->run.y > foot)
            foot = item->run.y;
    }
    return foot;
}

static inline const struct page_tag *find_tag(const struct page_tag *tag, enum page_role role,
                                              int nth)
{
    static int left;
    if (nth >= 0)
        left = nth;
    for (; tag; tag = tag->next) {
        if (tag->role == role && left-- == 0)
            return tag;
        const struct page_tag *found = find_tag(tag->first, role, -1);
        if (found)
            return found;
    }
    return NULL;
}

#endif
