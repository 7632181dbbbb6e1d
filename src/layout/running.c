/*
 * Sets the running head and foot (SFS 2487): organisation at the left, kind of paper, date and
 * notice in the middle, page number and record number at the right. The head is content on page 1,
 * where it is read once, and an artifact on every later page; the page number and the foot always
 * are artifacts. Contact details stand at the foot of page 1 alone and are read after the head.
 */
#include "layout/layout_private.h"

#include "base/minmax.h"

enum {
    MIDDLE_COLUMN = 53, /* start of the middle column, per cent of the measure */
    NUMBER_COLUMN = 86,
    HEAD_GAP = 20 * 64,
    FOOT_GAP = 10 * 64,
    RULE_GAP = 4 * 64, /* below the rule above a foot */
    RULE = 64 / 2,
    LOGO_WIDTH = MM(30), /* where nothing is said */
    HIGHEST_LOGO = MM(60)
};

struct running {
    struct {
        struct strip head, foot, contact;
    } forms[2]; /* portrait, landscape */
    struct text_style number_style;
};

struct head {
    struct galley *galley;
    struct page_tag *parent; /* NULL: the head is an artifact */
    struct strip *strip;
};

/* Sets the text's lines into out, from y on. Returns the y below the lines. */
static pt64 set_lines(struct galley *galley, const struct galley_text *text, pt64 x, pt64 width,
                      pt64 y, struct strip *out)
{
    struct strips lines = {0};
    galley_text_set(galley, text, x, width, PAGE_NOT_ARTIFACT, &lines);
    for (size_t i = 0; i < lines.count; i++) {
        strip_take(galley->arena, out, &lines.items[i], y);
        y += lines.items[i].height;
    }
    out->height = MAX(out->height, y);
    return y;
}

/* Returns the head's field of a class; NULL without one. */
static const struct doc_node *find_field(const struct head *head, unsigned class)
{
    const struct doc_node *node = head->galley->document->header->first;
    while (node && (node->kind != DOC_PARAGRAPH || !(node->classes & class)))
        node = node->next;
    return node;
}

/* Sets the head's field of a class, if there is one. Returns the y below the field. */
static pt64 set_field(const struct head *head, unsigned class, const struct text_style *style,
                      pt64 x, pt64 width, pt64 y)
{
    struct galley *galley = head->galley;
    const struct doc_node *field = find_field(head, class);
    if (!field)
        return y;
    struct page_tag *tag =
        head->parent ? galley_node_tag(galley, head->parent, PAGE_P, field) : NULL;
    return set_lines(galley, galley_text_new(galley, field, style, tag), x, width, y, head->strip);
}

/* The picture above the organisation: the page document's own or the theme's. */
struct logo {
    const struct image *image; /* NULL: none */
    pt64 width;
    const char *alt; /* "": it says nothing */
};

static pt64 set_logo(const struct head *head, const struct logo *logo)
{
    if (!logo->image)
        return 0;
    struct galley *galley = head->galley;
    const pt64 height = galley_image_height(logo->image, logo->width);
    struct page_item *item = strip_item(galley->arena, head->strip, PAGE_IMAGE);
    item->image = (struct page_image){{0, 0, logo->width, height}, logo->image};
    item->artifact = PAGE_ARTIFACT_HEADER;
    if (*logo->alt) {
        struct page_tag *figure = galley_tag(galley, head->parent, PAGE_FIGURE);
        figure->alt = logo->alt;
        item->tag = galley_tag(galley, figure, PAGE_CONTENT);
        item->artifact = PAGE_NOT_ARTIFACT;
    }
    head->strip->height = MAX(head->strip->height, height);
    return height + PT(4);
}

/* Returns the width on one line of the head's field of a class; 0 without one. */
static pt64 field_width(const struct head *head, unsigned class, const struct text_style *style)
{
    const struct doc_node *field = find_field(head, class);
    return field ? galley_text_max_width(galley_text_new(head->galley, field, style, NULL)) : 0;
}

static void make_head(const struct head *head, bool landscape, const struct logo *logo)
{
    struct galley *galley = head->galley;
    pt64 measure = sheet_measure(galley, landscape);
    pt64 middle = (pt64)((int64_t)measure * MIDDLE_COLUMN / 100);
    pt64 right = (pt64)((int64_t)measure * NUMBER_COLUMN / 100);
    struct text_style plain = galley_style(galley, THEME_BODY);
    struct text_style small = galley_style(galley, THEME_SMALL);
    plain.align = small.align = TEXT_RAGGED;
    struct text_style bold = plain;
    bold.bold = small.bold = true;
    head->strip->height = plain.leading; /* the page number's line is always there */
    if (!galley->document->header)
        return;
    pt64 y = set_logo(head, logo);
    y = set_field(head, DOC_ORGANISATION, &bold, 0, middle - PT(8), y);
    set_field(head, DOC_DECIDING_BODY, &plain, 0, middle - PT(8), y);
    y = set_field(head, DOC_PAPER_KIND, &bold, middle, right - middle, 0);
    pt64 dated = set_field(head, DOC_DATE, &plain, middle, right - middle, y);
    pt64 date = MIN(field_width(head, DOC_DATE, &plain), right - middle);
    bool is_crowded =
        middle + date + PT(8) > measure - field_width(head, DOC_RECORD_NUMBER, &plain);
    plain.align = TEXT_RIGHT;
    y = MAX(is_crowded ? dated : y, plain.leading);
    y = set_field(head, DOC_RECORD_NUMBER, &plain, middle, measure - middle, y);
    set_field(head, DOC_NOTICE, &small, middle, measure - middle, MAX(y, dated));
}

/* Adds the rule above what stands at a page's foot. */
static void add_rule(struct galley *galley, pt64 measure, struct strip *foot)
{
    struct page_item *rule = strip_item(galley->arena, foot, PAGE_FILL);
    rule->artifact = PAGE_ARTIFACT_FOOTER;
    rule->colour = galley->theme->colours[THEME_RULE];
    rule->fill = (struct page_box){0, 0, measure, RULE};
}

static void make_foot(struct galley *galley, bool landscape, struct page_tag *aside,
                      struct strip *foot)
{
    const struct doc_node *footer = galley->document->footer;
    if (!footer || !footer->first)
        return;
    pt64 measure = sheet_measure(galley, landscape);
    struct text_style style = galley_style(galley, THEME_SMALL);
    style.align = TEXT_RAGGED;
    add_rule(galley, measure, foot);
    pt64 y = RULE_GAP;
    for (const struct doc_node *node = footer->first; node; node = node->next)
        y = set_lines(galley, galley_text_new(galley, node, &style, aside), 0, measure, y, foot);
}

static void make_contact(const struct head *head, bool landscape)
{
    struct galley *galley = head->galley;
    if (!galley->document->header)
        return;
    pt64 measure = sheet_measure(galley, landscape);
    struct text_style style = galley_style(galley, THEME_SMALL);
    style.align = TEXT_RAGGED;
    set_field(head, DOC_CONTACT, &style, 0, measure, RULE_GAP);
    if (head->strip->height)
        add_rule(galley, measure, head->strip);
}

static struct logo theme_logo(struct galley *galley)
{
    const struct theme *theme = galley->theme;
    if (!theme->logo)
        return (struct logo){0};
    return (struct logo){
        galley_image_read(galley, theme->logo_folder, theme->logo, theme->logo_place),
        theme->logo_width, theme->logo_alt};
}

/* Returns the logo of the document's own head, no higher than a theme's may be. */
static struct logo own_logo(struct galley *galley, const struct doc_node *node)
{
    const char *path = arena_printf(galley->arena, "%s/%s", galley->folder, node->image.source);
    const struct image *image = galley_image_read(galley, galley->folder, path, node->place);
    if (!image)
        return (struct logo){0};
    pt64 left = (pt64)((int64_t)sheet_measure(galley, false) * MIDDLE_COLUMN / 100) - PT(8);
    pt64 width = MIN(node->image.width ? node->image.width : LOGO_WIDTH, left);
    if (galley_image_height(image, width) > HIGHEST_LOGO)
        width = (pt64)((int64_t)image->width * HIGHEST_LOGO / image->height);
    return (struct logo){image, width, node->image.alt};
}

/* Returns the logo; none where there is no head of pages for one. */
static struct logo find_logo(struct galley *galley)
{
    const struct doc_node *header = galley->document->header;
    if (!header)
        return (struct logo){0};
    for (const struct doc_node *node = header->first; node; node = node->next)
        if (node->kind == DOC_IMAGE)
            return own_logo(galley, node);
    return theme_logo(galley);
}

struct running *running_new(struct galley *galley, struct page_tag *parent)
{
    struct running *running = arena_alloc(galley->arena, sizeof *running);
    running->number_style = galley_style(galley, THEME_BODY);
    running->number_style.align = TEXT_RIGHT;
    struct page_tag *aside = galley_tag(galley, NULL, PAGE_DIV);
    const struct logo logo = find_logo(galley);
    make_head(&(struct head){galley, parent, &running->forms[0].head}, false, &logo);
    make_contact(&(struct head){galley, parent, &running->forms[0].contact}, false);
    /* A document that begins turned reads the portrait head's tags on page 1: the words are the
     * same, so the turned head is only ever an artifact. */
    make_head(&(struct head){galley, NULL, &running->forms[1].head}, true, &logo);
    make_contact(&(struct head){galley, NULL, &running->forms[1].contact}, true);
    make_foot(galley, false, aside, &running->forms[0].foot);
    make_foot(galley, true, aside, &running->forms[1].foot);
    return running;
}

pt64 running_head_height(const struct running *running, bool landscape)
{
    return running->forms[landscape].head.height + HEAD_GAP;
}

pt64 running_foot_height(const struct running *running, bool landscape)
{
    pt64 height = running->forms[landscape].foot.height;
    return height ? height + FOOT_GAP : 0;
}

pt64 running_contact_height(const struct running *running, bool landscape)
{
    pt64 height = running->forms[landscape].contact.height;
    return height ? height + FOOT_GAP : 0;
}

static void paint(struct galley *galley, const struct strip *strip, pt64 x, pt64 y,
                  enum page_artifact artifact, struct page *page)
{
    for (size_t i = 0; i < strip->count; i++) {
        if (artifact != PAGE_NOT_ARTIFACT && strip->items[i].kind == PAGE_ANNOTATION)
            continue;
        struct page_item *item = sheet_put(galley, page, &strip->items[i], x, y);
        if (artifact == PAGE_NOT_ARTIFACT)
            continue;
        item->artifact = artifact;
        item->tag = NULL;
    }
}

void running_paint_head(struct galley *galley, const struct running *running, size_t number,
                        size_t total, bool landscape, struct page *page)
{
    const struct theme *theme = galley->theme;
    bool read = number == 1 && !landscape;
    paint(galley, &running->forms[landscape].head, theme->left, theme->top,
          read ? PAGE_NOT_ARTIFACT : PAGE_ARTIFACT_HEADER, page);
    pt64 measure = sheet_measure(galley, landscape), x = measure * 2 / 3;
    struct strip line = {0};
    const char *label = arena_printf(galley->arena, "%zu (%zu)", number, total);
    set_lines(
        galley,
        galley_text_label(galley, label, galley->document->body, &running->number_style, NULL), x,
        measure - x, 0, &line);
    paint(galley, &line, theme->left, theme->top, PAGE_ARTIFACT_HEADER, page);
}

void running_paint_foot(struct galley *galley, const struct running *running, size_t number,
                        bool landscape, struct page *page)
{
    const struct strip *foot = &running->forms[landscape].foot;
    const struct strip *contact = &running->forms[landscape].contact;
    pt64 end = sheet_height(landscape) - galley->theme->bottom / 2, x = galley->theme->left;
    paint(galley, foot, x, end - foot->height, PAGE_ARTIFACT_FOOTER, page);
    if (number > 1)
        return;
    end -= running_foot_height(running, landscape) + contact->height;
    paint(galley, contact, x, end, landscape ? PAGE_ARTIFACT_FOOTER : PAGE_NOT_ARTIFACT, page);
}
