/*
 * The running head and foot (SFS 2487): organisation at the left, kind of paper and date in the
 * middle, page number and record number at the right. The head is content on page 1, where it is
 * read once, and an artifact on every later page; the page number and the foot always are.
 */
#include "layout/layout_private.h"

enum {
    MIDDLE_COLUMN = 53, /* where the middle column begins, per cent of the measure */
    NUMBER_COLUMN = 86,
    HEAD_GAP = 20 * 64,
    FOOT_GAP = 10 * 64,
    NOTICE_GAP = 6 * 64,
    RULE = 64 / 2
};

struct layout_frames {
    struct {
        struct strip head, foot;
    } forms[2]; /* portrait, landscape */
    struct type number_type;
};

static pt64 measure_of(const struct layout *layout, bool landscape)
{
    return layout_page_width(landscape) - layout->theme->left - layout->theme->right;
}

/* Puts strips below one another into one strip, from y on. Returns the y below them. */
static pt64 stack(struct layout *layout, const struct strips *strips, pt64 y, struct strip *out)
{
    for (size_t i = 0; i < strips->count; i++) {
        const struct strip *strip = &strips->items[i];
        for (size_t k = 0; k < strip->count; k++) {
            struct page_item *item = strip_item(layout->arena, out, strip->items[k].kind);
            *item = strip->items[k];
            strip_move(item, 0, y);
        }
        y += strip->height;
    }
    if (y > out->height)
        out->height = y;
    return y;
}

/* Sets the field of that class, where the head has it. Returns the y below it. */
static pt64 set_field(struct layout *layout, unsigned class, const struct type *type, pt64 x,
                      pt64 width, pt64 y, struct page_tag *parent, struct strip *head)
{
    for (const struct doc_node *node = layout->document->header->first; node; node = node->next) {
        if (node->kind != DOC_PARAGRAPH || !(node->classes & class))
            continue;
        struct strips own = {0};
        const struct layout_text *text =
            layout_text_new(layout, node, type, layout_node_tag(layout, parent, PAGE_P, node));
        layout_text_set(layout, text, x, width, PAGE_NOT_ARTIFACT, &own);
        y = stack(layout, &own, y, head);
    }
    return y;
}

static pt64 set_logo(struct layout *layout, const struct image *logo, struct page_tag *parent,
                     struct strip *head)
{
    if (!logo)
        return 0;
    const pt64 width = layout->theme->logo_width, height = layout_image_height(logo, width);
    struct page_tag *figure = layout_tag(layout, parent, PAGE_FIGURE);
    figure->alt = layout->theme->logo_alt;
    struct page_item *item = strip_item(layout->arena, head, PAGE_IMAGE);
    item->tag = layout_tag(layout, figure, PAGE_CONTENT);
    item->image = (struct page_image){{0, 0, width, height}, logo};
    return height + PT(4);
}

static void make_head(struct layout *layout, bool landscape, const struct image *logo,
                      struct page_tag *parent, struct strip *head)
{
    pt64 measure = measure_of(layout, landscape);
    pt64 middle = (pt64)((int64_t)measure * MIDDLE_COLUMN / 100);
    pt64 right = (pt64)((int64_t)measure * NUMBER_COLUMN / 100);
    struct type plain = layout_type(layout, THEME_BODY), bold, small;
    plain.align = TEXT_RAGGED;
    bold = plain;
    bold.bold = true;
    small = layout_type(layout, THEME_SMALL);
    small.bold = true;
    small.align = TEXT_RAGGED;

    head->height = plain.leading; /* the page number's line is always there */
    if (!layout->document->header)
        return;
    pt64 y = set_logo(layout, logo, parent, head);
    y = set_field(layout, DOC_ORGANISATION, &bold, 0, middle - PT(8), y, parent, head);
    set_field(layout, DOC_DECIDING_BODY, &plain, 0, middle - PT(8), y, parent, head);
    y = set_field(layout, DOC_PAPER_KIND, &bold, middle, right - middle, 0, parent, head);
    set_field(layout, DOC_DATE, &plain, middle, right - middle, y, parent, head);
    plain.align = TEXT_RIGHT;
    set_field(layout, DOC_RECORD_NUMBER, &plain, middle, measure - middle,
              y > plain.leading ? y : plain.leading, parent, head);
    pt64 below = head->height + NOTICE_GAP;
    pt64 reached = set_field(layout, DOC_NOTICE, &small, 0, measure, below, parent, head);
    head->height = reached > below ? reached : below - NOTICE_GAP;
}

static void make_foot(struct layout *layout, bool landscape, struct page_tag *aside,
                      struct strip *foot)
{
    const struct doc_node *footer = layout->document->footer;
    if (!footer || !footer->first)
        return;
    pt64 measure = measure_of(layout, landscape);
    struct type type = layout_type(layout, THEME_SMALL);
    type.align = TEXT_RAGGED;
    struct page_item *rule = strip_item(layout->arena, foot, PAGE_FILL);
    rule->colour = layout->theme->colours[THEME_RULE];
    rule->fill = (struct page_box){0, 0, measure, RULE};
    pt64 y = PT(4);
    for (const struct doc_node *node = footer->first; node; node = node->next) {
        struct strips own = {0};
        layout_text_set(layout, layout_text_new(layout, node, &type, aside), 0, measure,
                        PAGE_NOT_ARTIFACT, &own);
        y = stack(layout, &own, y, foot);
    }
}

/* Reads the theme's logo. Returns NULL where it has none, or no head of pages to put it in. */
static const struct image *read_logo(struct layout *layout)
{
    const struct theme *theme = layout->theme;
    if (!theme->logo || !layout->document->header)
        return NULL;
    return layout_image_read(layout, theme->logo_folder, theme->logo, theme->logo_place);
}

struct layout_frames *layout_frames_new(struct layout *layout, struct page_tag *parent)
{
    struct layout_frames *frames = arena_alloc(layout->arena, sizeof *frames);
    frames->number_type = layout_type(layout, THEME_BODY);
    frames->number_type.align = TEXT_RIGHT;
    struct page_tag *aside = layout_tag(layout, NULL, PAGE_DIV);
    const struct image *logo = read_logo(layout);
    make_head(layout, false, logo, parent, &frames->forms[0].head);
    /* Page 1 of a document that begins turned reads the portrait head's tags: they are the same
     * words, so the turned head is only ever an artifact. */
    layout->measuring = true;
    make_head(layout, true, logo, aside, &frames->forms[1].head);
    layout->measuring = false;
    make_foot(layout, false, aside, &frames->forms[0].foot);
    make_foot(layout, true, aside, &frames->forms[1].foot);
    return frames;
}

pt64 layout_head_height(const struct layout_frames *frames, bool landscape)
{
    return frames->forms[landscape].head.height + HEAD_GAP;
}

pt64 layout_foot_height(const struct layout_frames *frames, bool landscape)
{
    pt64 height = frames->forms[landscape].foot.height;
    return height ? height + FOOT_GAP : 0;
}

static void paint(struct layout *layout, const struct strip *strip, pt64 x, pt64 y,
                  enum page_artifact artifact, struct page *page)
{
    for (size_t i = 0; i < strip->count; i++) {
        if (artifact != PAGE_NOT_ARTIFACT && strip->items[i].kind == PAGE_ANNOTATION)
            continue;
        struct page_item *item = layout_put(layout, page, &strip->items[i], x, y);
        if (artifact == PAGE_NOT_ARTIFACT)
            continue;
        item->artifact = artifact;
        item->tag = NULL;
    }
}

void layout_paint_head(struct layout *layout, const struct layout_frames *frames, size_t number,
                       size_t total, bool landscape, struct page *page)
{
    const struct theme *theme = layout->theme;
    bool read = number == 1 && !landscape;
    paint(layout, &frames->forms[landscape].head, theme->left, theme->top,
          read ? PAGE_NOT_ARTIFACT : PAGE_ARTIFACT_HEADER, page);
    pt64 measure = measure_of(layout, landscape);
    struct strips own = {0};
    struct strip all = {0};
    const char *label = arena_printf(layout->arena, "%zu (%zu)", number, total);
    layout_text_set(
        layout,
        layout_text_label(layout, label, layout->document->body, &frames->number_type, NULL),
        measure * 2 / 3, measure - measure * 2 / 3, PAGE_ARTIFACT_HEADER, &own);
    stack(layout, &own, 0, &all);
    paint(layout, &all, theme->left, theme->top, PAGE_ARTIFACT_HEADER, page);
}

void layout_paint_foot(struct layout *layout, const struct layout_frames *frames, bool landscape,
                       struct page *page)
{
    const struct strip *foot = &frames->forms[landscape].foot;
    pt64 y = layout_page_height(landscape) - layout->theme->bottom / 2 - foot->height;
    paint(layout, foot, layout->theme->left, y, PAGE_ARTIFACT_FOOTER, page);
}
