/* Draws the parts of drawings. Every item belongs to the Figure's one content leaf; in the rows of
 * a table it is an artifact. */
#include "chart/chart_private.h"

#include "base/minmax.h"
#include "base/utf8.h"

#include <string.h>

enum {
    STRIPE_STEP = 4 * 64,
    STRIPE = 64 * 7 / 10,
    OUTLINE = 64,
    LINE = 64 * 3 / 2,
    MARK = 64 * 11 / 4, /* half a mark's size */
    TEXT_CONTRAST = 450,
    GRAPHICS_CONTRAST = 300
};

void chart_dress(struct chart *chart)
{
    const uint32_t *colours = chart->galley->theme->colours;
    chart->style = galley_style(chart->galley, THEME_SMALL);
    chart->style.align = TEXT_RAGGED;
    chart->title_style = galley_style(chart->galley, THEME_TABLE);
    chart->title_style.align = TEXT_RAGGED;
    chart->title_style.bold = true;
    chart->style.colour = chart->title_style.colour =
        chart_on_white(colours[THEME_TEXT], TEXT_CONTRAST);
    chart->ink[0] = chart_on_white(colours[THEME_ACCENT], GRAPHICS_CONTRAST);
    chart->ink[1] = chart->style.colour;
    chart->ink[2] = chart_on_white(colours[THEME_RULE], GRAPHICS_CONTRAST);
    chart->axis = chart_on_white(colours[THEME_RULE], GRAPHICS_CONTRAST);
    chart->grid = chart_tint(chart->axis, 35);
    chart->band = chart_tint(chart->ink[0], 12);
}

static struct doc_node *add_node(struct chart *chart, struct doc_node *holder, enum doc_kind kind)
{
    struct doc_node *node = arena_alloc(chart->galley->arena, sizeof *node);
    node->kind = kind;
    node->lang = chart->data->lang;
    node->place = chart->place;
    node->order = SIZE_MAX; /* the body has no such text */
    doc_append(holder, node);
    return node;
}

static void add_text(struct chart *chart, struct doc_node *holder, const char *text, size_t size)
{
    add_node(chart, holder, DOC_TEXT)->text = arena_strndup(chart->galley->arena, text, size);
}

/* Makes a paragraph of words; breaks those of more than longest characters at that length. */
static struct doc_node *make_holder(struct chart *chart, const char *words, size_t longest)
{
    struct doc_node *holder = arena_alloc(chart->galley->arena, sizeof *holder);
    holder->kind = DOC_PARAGRAPH;
    holder->lang = chart->data->lang;
    holder->place = chart->place;
    const char *from = words;
    size_t run = 0;
    for (const char *at = words; *at; at++) {
        bool begins = utf8_begins(*at);
        if (begins && run == longest) {
            add_text(chart, holder, from, (size_t)(at - from));
            add_node(chart, holder, DOC_BREAK);
            from = at;
            run = 0;
        }
        run = *at == ' ' ? 0 : run + begins;
    }
    if (*from)
        add_text(chart, holder, from, strlen(from));
    return holder;
}

static pt64 strip_extent(const struct strip *strip)
{
    pt64 extent = 0;
    for (size_t i = 0; i < strip->count; i++) {
        struct page_box box = page_item_box(&strip->items[i]);
        extent = MAX(box.x + box.width, extent);
    }
    return extent;
}

struct chart_text chart_text(struct chart *chart, const char *words, const struct text_style *style,
                             pt64 width)
{
    struct galley *galley = chart->galley;
    struct chart_text text = {0};
    const struct galley_text *shaped =
        galley_text_new(galley, make_holder(chart, words, SIZE_MAX), style, NULL);
    /* No word hyphenates well enough; a character is hardly ever wider than the em. */
    if (galley_text_min_width(shaped, TEXT_CUT_WORDS) > width) {
        size_t longest = width > style->size ? (size_t)(width / style->size) : 1;
        shaped = galley_text_new(galley, make_holder(chart, words, longest), style, NULL);
    }
    galley_text_set(galley, shaped, 0, width, PAGE_NOT_ARTIFACT, &text.lines);
    text.height = strips_height(&text.lines, 0, text.lines.count);
    for (size_t i = 0; i < text.lines.count; i++) {
        pt64 extent = strip_extent(&text.lines.items[i]);
        text.width = MAX(extent, text.width);
    }
    return text;
}

struct chart_text chart_tick(struct chart *chart, const struct chart_scale *scale, int64_t value)
{
    struct buf number = {0};
    chart_format(value, chart_decimals(scale->step), chart->words, &number);
    struct chart_text text = chart_text(chart, number.data, &chart->style, room_width(chart->room));
    buf_free(&number);
    return text;
}

void chart_begin(struct chart *chart, const char *alt, struct strips *out)
{
    struct galley *galley = chart->galley;
    /* Not the table's node, which has its id. The Alt may be English for want of words. */
    bool known = strncmp(chart->data->lang, chart->words->lang, strlen(chart->words->lang)) == 0;
    const struct doc_node node = {.lang = known ? chart->data->lang : chart->words->lang};
    struct page_tag *figure = galley_node_tag(galley, chart->parent, PAGE_FIGURE, &node);
    figure->alt = alt;
    chart->leaf = galley_tag(galley, figure, PAGE_CONTENT);
    chart->strip = strips_add(galley->arena, out, 0);
    chart->strip->place = chart->place;
}

static struct page_item *add_item(struct chart *chart, enum page_item_kind kind, uint32_t colour)
{
    struct page_item *item = strip_item(chart->galley->arena, chart->strip, kind);
    item->tag = chart->leaf;
    item->artifact = chart->artifact;
    item->colour = colour;
    return item;
}

static void put_line_of_text(struct chart *chart, const struct strip *line, pt64 x, pt64 y)
{
    for (size_t i = 0; i < line->count; i++) {
        struct page_item *item = add_item(chart, line->items[i].kind, 0);
        *item = line->items[i];
        item->tag = chart->leaf;
        item->artifact = chart->artifact;
        strip_move(item, x, y);
        /* Each label stands alone: in copied text they are apart. */
        if (item->kind == PAGE_RUN && !item->run.soft_hyphen && i + 1 == line->count)
            item->run.space_after = true;
    }
}

void chart_put_text(struct chart *chart, const struct chart_text *text, pt64 x, pt64 y)
{
    for (size_t i = 0; i < text->lines.count; i++) {
        put_line_of_text(chart, &text->lines.items[i], x, y);
        y += text->lines.items[i].height;
    }
}

void chart_put_text_left_of(struct chart *chart, const struct chart_text *text, pt64 x, pt64 y)
{
    for (size_t i = 0; i < text->lines.count; i++) {
        const struct strip *line = &text->lines.items[i];
        put_line_of_text(chart, line, x - strip_extent(line), y);
        y += line->height;
    }
}

void chart_put_fill(struct chart *chart, struct page_box box, uint32_t colour)
{
    add_item(chart, PAGE_FILL, colour)->fill = box;
}

static struct page_path *add_path(struct chart *chart, enum page_path_paint paint,
                                  const struct page_point *points, size_t count, pt64 width,
                                  uint32_t colour)
{
    struct page_point *copy = arena_array(chart->galley->arena, count, sizeof *copy);
    memcpy(copy, points, count * sizeof *copy);
    struct page_item *item = add_item(chart, PAGE_PATH, colour);
    item->path =
        (struct page_path){.paint = paint, .points = copy, .point_count = count, .width = width};
    return &item->path;
}

void chart_put_line(struct chart *chart, const struct page_point *points, size_t count, pt64 width,
                    uint32_t colour)
{
    add_path(chart, PAGE_PATH_LINE, points, count, width, colour);
}

/* Puts stripes at 45 degrees from the bar's foot to its head, cut off at its ends. */
static void put_stripes(struct chart *chart, struct page_box box, uint32_t colour)
{
    size_t most = (size_t)((box.width + box.height) / STRIPE_STEP + 1), count = 0;
    struct page_point *points = arena_array(chart->galley->arena, 2 * most, sizeof *points);
    for (pt64 foot = STRIPE_STEP - box.height; foot < box.width; foot += STRIPE_STEP) {
        pt64 from = MAX(foot, 0);
        pt64 to = MIN(foot + box.height, box.width);
        if (from >= to)
            continue;
        points[count++] = (struct page_point){from, box.height - (from - foot)};
        points[count++] = (struct page_point){to, box.height - (to - foot)};
    }
    if (!count)
        return;
    struct page_path *path = add_path(chart, PAGE_PATH_SEGMENTS, points, count, STRIPE, colour);
    path->x = box.x;
    path->y = box.y;
}

void chart_put_bar(struct chart *chart, struct page_box box, bool solid)
{
    if (box.width <= 2 * OUTLINE || solid) {
        chart_put_fill(chart, box, chart->ink[0]);
        return;
    }
    pt64 half = OUTLINE / 2;
    struct page_box inner = {box.x + half, box.y + half, box.width - OUTLINE, box.height - OUTLINE};
    const struct page_point corners[] = {{inner.x, inner.y},
                                         {inner.x + inner.width, inner.y},
                                         {inner.x + inner.width, inner.y + inner.height},
                                         {inner.x, inner.y + inner.height}};
    chart_put_fill(chart, box, CHART_WHITE);
    put_stripes(chart, inner, chart->ink[0]);
    add_path(chart, PAGE_PATH_OUTLINE, corners, 4, OUTLINE, chart->ink[0]);
}

void chart_put_series(struct chart *chart, size_t series, const struct page_point *points,
                      size_t count)
{
    static const pt64 dashes[CHART_SERIES][2] = {{0, 0}, {5 * 64, 3 * 64}, {64 * 3 / 2, 64 * 2}};
    struct page_path *path =
        add_path(chart, PAGE_PATH_LINE, points, count, LINE, chart->ink[series]);
    path->dash = dashes[series][0];
    path->gap = dashes[series][1];
}

/* A disc, a square and a triangle, in 1/1024 of half a mark's size. */
static const struct page_point disc[] = {
    {1024, 0},   {946, 392},  {724, 724},  {392, 946},   {0, 1024},    {-392, 946},
    {-724, 724}, {-946, 392}, {-1024, 0},  {-946, -392}, {-724, -724}, {-392, -946},
    {0, -1024},  {392, -946}, {724, -724}, {946, -392},
};
static const struct page_point square[] = {{-900, -900}, {900, -900}, {900, 900}, {-900, 900}};
static const struct page_point triangle[] = {{0, -1180}, {1130, 800}, {-1130, 800}};

struct mark {
    const struct page_point *points;
    size_t count;
    bool hollow;
};

static const struct mark marks[CHART_SERIES] = {
    {disc, sizeof disc / sizeof *disc, false},
    {square, sizeof square / sizeof *square, true},
    {triangle, sizeof triangle / sizeof *triangle, false},
};

static void put_shape(struct chart *chart, const struct mark *mark, struct page_point at,
                      pt64 radius, uint32_t colour)
{
    struct page_point points[16];
    for (size_t i = 0; i < mark->count; i++)
        points[i] = (struct page_point){at.x + mark->points[i].x * radius / 1024,
                                        at.y + mark->points[i].y * radius / 1024};
    add_path(chart, PAGE_PATH_AREA, points, mark->count, 0, mark->hollow ? CHART_WHITE : colour);
    if (mark->hollow)
        add_path(chart, PAGE_PATH_OUTLINE, points, mark->count, OUTLINE, colour);
}

void chart_put_mark(struct chart *chart, size_t series, struct page_point at)
{
    put_shape(chart, &marks[series], at, MARK, chart->ink[series]);
}

void chart_put_dot(struct chart *chart, struct page_point at, pt64 radius, bool hollow)
{
    const struct mark dot = {disc, sizeof disc / sizeof *disc, hollow};
    put_shape(chart, &dot, at, radius, chart->ink[0]);
}

pt64 chart_put_title(struct chart *chart, const char *title)
{
    if (!*title)
        return 0;
    struct chart_text text = chart_text(chart, title, &chart->title_style, room_width(chart->room));
    chart_put_text(chart, &text, chart->room.x, 0);
    return text.height + CHART_GAP;
}

pt64 chart_inside(const struct chart *chart, pt64 x, pt64 width)
{
    x = MIN(x, chart->room.right - width);
    return MAX(x, chart->room.x);
}
