#include "text/line.h"

#include "base/minmax.h"

#include "text/hyphenate.h"
#include "text/paragraph.h"

static const char soft_hyphen_text[] = "\xC2\xAD";

struct line_builder {
    const struct text_paragraph *paragraph;
    const struct breakpoint *from, *to;
    struct text_line *line;
    struct text_run *run; /* the unfinished one, or NULL */
    struct glyph *glyphs; /* of all runs */
    size_t glyph_count;
    pt64 x;          /* of the line's start */
    int64_t pen;     /* fine, from x */
    int64_t natural; /* fine width before anything is stretched */
    /* Justification: each space gets word_space and a share of rest (fine). */
    pt64 word_space;
    int64_t rest, spaces, spaces_done;
    int64_t fill_rest; /* fine width left for the stretches to write on */
    uint32_t fills;
};

/* The part of an item on the line. */
struct piece {
    const struct word *word;
    uint32_t at, size;
};

static struct piece piece_of(const struct line_builder *builder, uint32_t index)
{
    const struct item *item = &builder->paragraph->items[index];
    struct piece piece = {item->word, item->at, item->size};
    bool cut_at_start = index == builder->from->next && builder->from->point >= 0;
    bool cut_at_end = index == builder->to->last && builder->to->point >= 0;
    if (!cut_at_start && !cut_at_end)
        return piece;
    const struct hyphens *hyphens = item->word->hyphens;
    size_t first = cut_at_start ? (size_t)builder->from->point + 1 : 0;
    size_t last = cut_at_end ? (size_t)builder->to->point : hyphens->count;
    piece.word = shape_between(builder->paragraph->library, item->word, first, last);
    piece.at += first ? hyphens->points[first - 1].start : 0;
    piece.size = piece.word->size;
    return piece;
}

/* Returns whether an item is in the span and font of the one before. */
static bool is_of_one_run(const struct text_paragraph *paragraph, const struct item *item)
{
    return item->span == item[-1].span &&
           paragraph_font(paragraph, item) == paragraph_font(paragraph, item - 1);
}

/* Counts the spaces, and allocates the most runs and glyphs that the line can have. */
static void make_room(struct line_builder *builder, struct arena *arena)
{
    const struct item *items = builder->paragraph->items;
    size_t runs = 2, glyphs = 1;
    for (uint32_t i = builder->from->next; i <= builder->to->last; i++) {
        runs += i > builder->from->next && !is_of_one_run(builder->paragraph, &items[i]);
        if (items[i].kind == ITEM_SPACE)
            glyphs++;
        else if (items[i].kind == ITEM_BOX)
            glyphs += piece_of(builder, i).word->glyph_count;
        builder->spaces += items[i].kind == ITEM_SPACE;
    }
    builder->line->runs = arena_array(arena, runs, sizeof(struct text_run));
    builder->glyphs = arena_array(arena, glyphs, sizeof(struct glyph));
}

static pt64 here(const struct line_builder *builder)
{
    return builder->x + paragraph_floor(builder->pen);
}

static void close_run(struct line_builder *builder)
{
    struct text_run *run = builder->run;
    if (run)
        run->width = here(builder) - run->x;
    builder->run = NULL;
}

/* Opens a run in the item's span and font. */
static struct text_run *open_run(struct line_builder *builder, const struct item *item,
                                 const char *text)
{
    close_run(builder);
    struct text_run *run = &builder->line->runs[builder->line->run_count++];
    run->span = item->span;
    run->font = paragraph_font(builder->paragraph, item);
    run->x = here(builder);
    run->word_space = builder->word_space;
    run->glyphs = &builder->glyphs[builder->glyph_count];
    run->text = text;
    builder->run = run;
    return run;
}

/* Returns the open run where in the item's span and font, else a new one from byte at on. */
static struct text_run *run_of(struct line_builder *builder, const struct item *item, uint32_t at)
{
    const struct text_run *run = builder->run;
    if (run && run->span == item->span && run->font == paragraph_font(builder->paragraph, item))
        return builder->run;
    return open_run(builder, item, builder->paragraph->spans[item->span].text + at);
}

static void add_glyph(struct line_builder *builder, struct glyph glyph)
{
    builder->glyphs[builder->glyph_count++] = glyph;
    builder->run->glyph_count++;
}

static void add_box(struct line_builder *builder, uint32_t index)
{
    const struct item *item = &builder->paragraph->items[index];
    struct piece piece = piece_of(builder, index);
    struct text_run *run = run_of(builder, item, piece.at);
    for (size_t i = 0; i < piece.word->glyph_count; i++)
        add_glyph(builder, piece.word->glyphs[i]);
    run->text_size += piece.size;
    builder->pen +=
        paragraph_fine(builder->paragraph, item->span, piece.word->style.font, piece.word->advance);
}

/* Returns a fine width in the span in design units. */
static int64_t units(const struct text_span *span, int64_t fine)
{
    int64_t em = (int64_t)span->font_size * FINE;
    return em ? fine * span->font->metrics.units_per_em / em : 0;
}

/* Adds a space. word_space is whole 1/64 pt; the remainder goes into the advances of space glyphs,
 * so that a justified line ends exactly at the margin. */
static void add_space(struct line_builder *builder, const struct item *item)
{
    const struct text_span *span = &builder->paragraph->spans[item->span];
    struct text_run *run = run_of(builder, item, item->at);
    int64_t done = builder->rest * builder->spaces_done / builder->spaces;
    int64_t share = builder->rest * ++builder->spaces_done / builder->spaces;
    struct glyph glyph = {.id = span->font->space, .text_size = 1};
    glyph.advance = span->font->space_advance + (int32_t)(units(span, share) - units(span, done));
    add_glyph(builder, glyph);
    run->text_size++;
    builder->pen += item->width + (int64_t)builder->word_space * FINE + share - done;
}

static void add_fill(struct line_builder *builder, const struct item *item)
{
    struct text_run *run = open_run(builder, item, "");
    int64_t share = builder->fill_rest / builder->fills;
    run->fill = true;
    builder->pen += item->width + share;
    builder->fill_rest -= share;
    builder->fills--;
    close_run(builder);
}

static void add_hyphen(struct line_builder *builder)
{
    const struct item *item = &builder->paragraph->items[builder->to->last];
    const struct text_font *font = paragraph_font(builder->paragraph, item);
    struct text_run *run = open_run(builder, item, soft_hyphen_text);
    run->soft_hyphen = true;
    run->text_size = sizeof soft_hyphen_text - 1;
    add_glyph(builder, (struct glyph){.id = font->hyphen,
                                      .text_size = sizeof soft_hyphen_text - 1,
                                      .advance = font->hyphen_advance});
    builder->pen += paragraph_fine(builder->paragraph, item->span, font, font->hyphen_advance);
    builder->line->hyphenated = true;
}

static void add_items(struct line_builder *builder)
{
    const struct item *items = builder->paragraph->items;
    for (uint32_t i = builder->from->next; i <= builder->to->last; i++) {
        if (items[i].kind == ITEM_BOX)
            add_box(builder, i);
        else if (items[i].kind == ITEM_SPACE)
            add_space(builder, &items[i]);
        else
            add_fill(builder, &items[i]);
    }
    if (builder->to->hyphen)
        add_hyphen(builder);
    close_run(builder);
}

static void justify(struct line_builder *builder, int64_t slack)
{
    int64_t share = slack / (builder->spaces * FINE);
    if (share * builder->spaces * FINE > slack)
        share--;
    builder->word_space = (pt64)share;
    builder->rest = slack - share * builder->spaces * FINE;
}

/* Distributes the room left over, or lacking, by the alignment. */
static void set_slack(struct line_builder *builder, const struct line_room *room)
{
    int64_t slack = (int64_t)room->width * FINE - builder->natural;
    int64_t glue = builder->to->glue_before - builder->from->glue_after;
    builder->fills = builder->to->fills_before - builder->from->fills_after;
    if (builder->fills) {
        builder->fill_rest = MAX(slack, 0);
    } else if (room->align == TEXT_JUSTIFIED) {
        bool shrinks = slack < 0 && -slack <= fit_shrink(glue);
        if (builder->spaces && (shrinks || (slack > 0 && !room->last)))
            justify(builder, slack);
    } else if (room->align != TEXT_RAGGED && slack > 0) {
        builder->x += paragraph_floor(room->align == TEXT_RIGHT ? slack : slack / 2);
    }
}

static bool ate_space(const struct line_builder *builder)
{
    const struct breakpoint *to = builder->to;
    return to->next > to->last + 1;
}

struct text_line line_build(const struct text_paragraph *paragraph, struct arena *arena,
                            const struct breakpoint *from, const struct breakpoint *to,
                            const struct line_room *room)
{
    struct text_line line = {0};
    struct line_builder builder = {
        .paragraph = paragraph, .from = from, .to = to, .line = &line, .x = room->x};
    builder.natural = breakpoint_width(paragraph, from, to);
    make_room(&builder, arena);
    set_slack(&builder, room);
    add_items(&builder);
    line.runs[line.run_count - 1].space_after = ate_space(&builder);
    line.runs[line.run_count - 1].written_hyphen = to->written;
    line.width = paragraph_floor(builder.pen);
    line.ends = to->end;
    line.torn = to->kind == BREAKPOINT_ANYWHERE;
    line.overfull = builder.pen > (int64_t)room->width * FINE;
    return line;
}
