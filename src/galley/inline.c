/* Turns inline content into spans of one font and one content leaf each, those into a shaped
 * paragraph, and its lines into strips. */
#include "galley/galley.h"

#include "base/message.h"
#include "base/minmax.h"
#include "base/utf8.h"
#include "text/letters.h"

#include <stdlib.h>
#include <string.h>

enum {
    LINK_UNDERLINE = 64 / 2,
    FILL_IN_LEAST = 60 * 64,
    FILL_IN_MOST = 240 * 64, /* a column's width for a line to write on */
    RULE_BELOW = 2 * 64,
    MOST_PLACES = 300
};

struct link {
    struct page_tag *tag;
    struct page_tag *leaf; /* directly in the tag: owner of the annotations */
    const char *href, *contents;
};

/* A span's properties besides text. */
struct piece {
    struct page_tag *leaf; /* NULL: an artifact */
    uint32_t colour;
    const struct link *link;
    const struct doc_node *node; /* the text's own; NULL: a text from no document */
};

struct galley_text {
    struct text_style style;
    const struct text_font *font; /* of the paragraph, for the baseline */
    struct text_span *spans;
    struct piece *pieces;
    size_t count, span_capacity, piece_capacity;
    struct text_paragraph *paragraph;
    struct diag_place place;
    /* For a paragraph of the body: */
    size_t order;
    pt64 width;
    size_t lines;
};

static int by_paragraph(const void *left, const void *right)
{
    const struct galley_loose *a = left, *b = right;
    return (a->paragraph > b->paragraph) - (a->paragraph < b->paragraph);
}

void galley_sort_loosening(struct galley_loosening *loosening)
{
    if (loosening->count)
        qsort(loosening->items, loosening->count, sizeof *loosening->items, by_paragraph);
}

/* Returns the number of lines to lengthen the paragraph by; below 0: to shorten. */
static int galley_looser(const struct galley_loosening *loosening, size_t paragraph)
{
    const struct galley_loose wanted = {.paragraph = paragraph};
    const struct galley_loose *found =
        loosening->count
            ? bsearch(&wanted, loosening->items, loosening->count, sizeof wanted, by_paragraph)
            : NULL;
    return found ? found->looser : 0;
}

static void add_span(struct galley *galley, struct galley_text *text, struct text_span span,
                     struct piece piece)
{
    STRIP_GROW(galley->arena, text->spans, text->count, text->span_capacity);
    STRIP_GROW(galley->arena, text->pieces, text->count, text->piece_capacity);
    text->spans[text->count] = span;
    text->pieces[text->count++] = piece;
}

/* State carried down by the walk. */
struct context {
    struct text_style style;
    struct page_tag *tag;
    struct link *link;
    bool no_break, no_hyphens;
};

static void add_text(struct galley *galley, struct galley_text *text, const struct doc_node *node,
                     const struct context *context)
{
    const struct text_font *font = galley_font(galley, &context->style);
    if (!font)
        return;
    struct page_tag *leaf = context->tag;
    if (leaf)
        leaf = galley_tag(galley, context->tag, PAGE_CONTENT);
    if (context->link && !context->link->leaf && context->tag == context->link->tag)
        context->link->leaf = leaf;
    struct text_span span = {
        .kind = TEXT_SPAN_TEXT,
        .text = node->text,
        .size = strlen(node->text),
        .font = font,
        .fallback = galley->fallback,
        .font_size = context->style.size,
        .lang = node->lang,
        .no_break = context->no_break,
        .no_hyphens = context->no_hyphens,
        .tabular = context->style.tabular,
    };
    add_span(galley, text, span,
             (struct piece){.leaf = leaf,
                            .colour = context->style.colour,
                            .link = context->link,
                            .node = node->parent ? node : NULL});
}

/* Returns a screen reader's words for a line to write on. */
static const char *blank_name(const char *lang)
{
    if (strncmp(lang, "sv", 2) == 0)
        return "fylls i";
    return strncmp(lang, "en", 2) == 0 ? "to be filled in" : "täytettävä kohta";
}

static void add_special(struct galley *galley, struct galley_text *text, enum text_span_kind kind,
                        const struct doc_node *node, const struct context *context)
{
    const struct text_font *font = galley_font(galley, &context->style);
    struct page_tag *leaf = NULL;
    if (kind == TEXT_SPAN_FILL && context->tag) {
        struct page_tag *blank = galley_tag(galley, context->tag, PAGE_SPAN);
        blank->alt = blank_name(node->lang);
        leaf = galley_tag(galley, blank, PAGE_CONTENT);
    }
    struct text_span span = {
        .kind = kind,
        .text = "",
        .font = font,
        .font_size = context->style.size,
        .lang = node->lang,
        .width = kind == TEXT_SPAN_FILL ? FILL_IN_LEAST : 0,
    };
    if (font)
        add_span(galley, text, span, (struct piece){.leaf = leaf, .colour = context->style.colour});
}

const char *galley_plain_text(struct galley *galley, const struct doc_node *node)
{
    struct buf text = {0};
    doc_text(node, &text);
    const char *copy = arena_strndup(galley->arena, text.data ? text.data : "", text.size);
    buf_free(&text);
    return copy;
}

static struct link *make_link(struct galley *galley, const struct doc_node *node)
{
    struct link *link = arena_alloc(galley->arena, sizeof *link);
    link->href = node->link.href;
    link->contents = node->link.title ? node->link.title : galley_plain_text(galley, node);
    return link;
}

static void walk(struct galley *galley, struct galley_text *text, const struct doc_node *parent,
                 struct context context);

/* Gives the node a tag below the context's, where the text has tags. */
static void enter_tag(struct galley *galley, enum page_role role, const struct doc_node *node,
                      struct context *context)
{
    if (context->tag)
        context->tag = galley_node_tag(galley, context->tag, role, node);
}

/* Has a screen reader say the symbol's word instead of its sign. */
static void enter_symbol(struct galley *galley, const struct doc_node *node,
                         struct context *context)
{
    context->no_break = true;
    enter_tag(galley, PAGE_SPAN, node, context);
    if (context->tag)
        context->tag->actual = node->spoken;
}

static void enter_span(struct galley *galley, const struct doc_node *node, struct context *context)
{
    if (node->classes & DOC_NOWRAP)
        context->no_break = true;
    if (node->classes & DOC_LABEL)
        context->style.bold = true;
    if (node->classes & DOC_SYMBOL)
        enter_symbol(galley, node, context);
    else if (strcmp(node->lang, node->parent->lang) != 0 || node->id)
        enter_tag(galley, PAGE_SPAN, node, context);
}

static void walk_element(struct galley *galley, struct galley_text *text,
                         const struct doc_node *node, struct context context)
{
    if (node->classes & DOC_NO_HYPHENS)
        context.no_hyphens = true;
    switch (node->kind) {
    case DOC_EM:
        context.style.italic = true;
        enter_tag(galley, PAGE_EM, node, &context);
        break;
    case DOC_STRONG:
        context.style.bold = true;
        enter_tag(galley, PAGE_STRONG, node, &context);
        break;
    case DOC_LINK:
        if (!context.style.quiet_links)
            context.style.colour = galley->theme->colours[THEME_ACCENT];
        enter_tag(galley, PAGE_LINK, node, &context);
        context.link = make_link(galley, node);
        context.link->tag = context.tag;
        break;
    default:
        enter_span(galley, node, &context);
        break;
    }
    walk(galley, text, node, context);
    /* Where all of a link's text is in elements, its annotations are still the link's. */
    if (node->kind == DOC_LINK && context.tag && !context.link->leaf)
        context.link->leaf = galley_tag(galley, context.tag, PAGE_CONTENT);
}

static void walk(struct galley *galley, struct galley_text *text, const struct doc_node *parent,
                 struct context context)
{
    for (const struct doc_node *node = parent->first; node; node = node->next) {
        if (node->kind == DOC_TEXT)
            add_text(galley, text, node, &context);
        else if (node->kind == DOC_BREAK)
            add_special(galley, text, TEXT_SPAN_BREAK, node, &context);
        else if (node->kind == DOC_SPAN && (node->classes & DOC_FILL_IN))
            add_special(galley, text, TEXT_SPAN_FILL, node, &context);
        else
            walk_element(galley, text, node, context);
    }
}

/* Returns the place of a byte of a span; of one of very many the text's, as each look-up takes a
 * walk along the document. */
static struct diag_place place_in(struct galley *galley, const struct galley_text *text,
                                  size_t span, size_t at)
{
    const struct doc_node *node = text->pieces[span].node;
    if (!node || galley->place_count == MOST_PLACES)
        return text->place;
    galley->place_count++;
    return doc_text_place(galley->document, node, at);
}

static void report_missing(struct galley *galley, const struct galley_text *text)
{
    struct text_missing missing;
    if (!text_paragraph_find_missing(text->paragraph, &missing))
        return;
    const struct text_lack lack = {.codepoint = missing.codepoint,
                                   .font = text->spans[missing.span].font};
    text_lack_tell(&lack, RULE_LAYOUT_MISSING_CHARACTER,
                   place_in(galley, text, missing.span, missing.at), galley->diags);
    galley->failed = true;
}

static void note_loans(struct galley *galley, const struct galley_text *text)
{
    size_t item = 0;
    for (struct text_borrowed borrowed;
         text_paragraph_next_borrowed(text->paragraph, &item, &borrowed);) {
        const char *lent = text->spans[borrowed.span].text + borrowed.at;
        if (!text_loans_have(galley->loans, borrowed.font, lent, borrowed.size))
            text_loans_add(galley->loans, borrowed.font, lent, borrowed.size,
                           place_in(galley, text, borrowed.span, borrowed.at));
    }
}

static struct galley_text *shape(struct galley *galley, struct galley_text *text)
{
    text->font = galley_font(galley, &text->style);
    text->paragraph = text_paragraph_new(galley->library, galley->arena, text->spans, text->count);
    report_missing(galley, text);
    note_loans(galley, text);
    return text;
}

struct galley_text *galley_text_new(struct galley *galley, const struct doc_node *holder,
                                    const struct text_style *style, struct page_tag *tag)
{
    struct galley_text *text = arena_alloc(galley->arena, sizeof *text);
    text->style = *style;
    text->place = holder->place;
    struct context context = {
        .style = *style,
        .tag = tag,
        .no_hyphens = !style->hyphenate || (holder->classes & DOC_NO_HYPHENS),
    };
    walk(galley, text, holder, context);
    return shape(galley, text);
}

struct galley_text *galley_text_label(struct galley *galley, const char *label,
                                      const struct doc_node *of, const struct text_style *style,
                                      struct page_tag *tag)
{
    struct galley_text *text = arena_alloc(galley->arena, sizeof *text);
    text->style = *style;
    text->style.tabular = true; /* labels are below each other, too */
    text->place = of->place;
    const struct doc_node node = {.kind = DOC_TEXT, .text = label, .lang = of->lang};
    add_text(galley, text, &node,
             &(struct context){.style = text->style, .tag = tag, .no_hyphens = true});
    return shape(galley, text);
}

pt64 galley_text_min_width(const struct galley_text *text, enum text_cuts cuts)
{
    return text_paragraph_min_width(text->paragraph, cuts);
}

pt64 galley_text_min_width_over(const struct galley_text *text, enum text_cuts cuts, pt64 known)
{
    return text_paragraph_min_width_over(text->paragraph, cuts, known);
}

pt64 galley_text_max_width(const struct galley_text *text)
{
    pt64 width = text_paragraph_max_width(text->paragraph);
    for (size_t i = 0; i < text->count; i++)
        if (text->spans[i].kind == TEXT_SPAN_FILL)
            return width + FILL_IN_MOST - FILL_IN_LEAST;
    return width;
}

/* Adds a thin rectangle below the baseline: a line to write on, with its leaf; or an underline. */
static void add_rule(struct galley *galley, struct strip *strip, struct page_box box,
                     uint32_t colour, struct page_tag *leaf, enum page_artifact artifact)
{
    struct page_item *item = strip_item(galley->arena, strip, PAGE_FILL);
    item->tag = artifact == PAGE_NOT_ARTIFACT ? leaf : NULL;
    item->artifact = artifact == PAGE_NOT_ARTIFACT && !leaf ? PAGE_ARTIFACT_LAYOUT : artifact;
    item->colour = colour;
    item->fill = box;
}

static void add_annotation(struct galley *galley, struct strip *strip, const struct link *link,
                           pt64 x, pt64 width)
{
    struct page_item *item = strip_item(galley->arena, strip, PAGE_ANNOTATION);
    item->tag = link->leaf;
    item->annotation = (struct page_annotation){
        .box = {x, 0, width, strip->height},
        .uri = link->href,
        .contents = link->contents,
    };
}

/* Underlines a line's links and gives each one area: a screen reader takes every area for a link.
 */
static void add_links(struct galley *galley, const struct galley_text *text,
                      const struct text_line *line, pt64 x, pt64 baseline, struct strip *strip)
{
    for (size_t i = 0; i < line->run_count; i++) {
        const struct text_run *first = &line->runs[i], *last = first;
        const struct piece *piece = &text->pieces[first->span];
        if (!piece->link)
            continue;
        for (; i + 1 < line->run_count; last = &line->runs[++i])
            if (text->pieces[line->runs[i + 1].span].link != piece->link)
                break;
        pt64 width = last->x + last->width - first->x;
        struct page_box box = {x + first->x, baseline + RULE_BELOW / 2, width, LINK_UNDERLINE};
        if (!text->style.quiet_links)
            add_rule(galley, strip, box, piece->colour, NULL, PAGE_NOT_ARTIFACT);
        add_annotation(galley, strip, piece->link, x + first->x, width);
    }
}

static void add_run(struct galley *galley, const struct galley_text *text,
                    const struct text_run *run, pt64 x, pt64 baseline, enum page_artifact artifact,
                    struct strip *strip)
{
    const struct text_span *span = &text->spans[run->span];
    const struct piece *piece = &text->pieces[run->span];
    if (run->fill) {
        struct page_box box = {x + run->x, baseline + RULE_BELOW, run->width, LINK_UNDERLINE};
        add_rule(galley, strip, box, galley->theme->colours[THEME_RULE], piece->leaf, artifact);
        return;
    }
    struct page_item *item = strip_item(galley->arena, strip, PAGE_RUN);
    item->artifact = artifact;
    item->tag = artifact == PAGE_NOT_ARTIFACT ? piece->leaf : NULL;
    item->colour = piece->colour;
    item->run = (struct page_run){
        .font = run->font,
        .size = span->font_size,
        .x = x + run->x,
        .y = baseline,
        .word_space = run->word_space,
        .width = run->width,
        .glyphs = run->glyphs,
        .glyph_count = run->glyph_count,
        .text = run->text,
        .text_size = run->text_size,
        .soft_hyphen = run->soft_hyphen,
        .written_hyphen = run->written_hyphen,
        .space_after = run->space_after,
    };
}

/* Returns the run's bytes to show: at most sixty, in whole characters. */
static int shown_size(const struct text_run *run)
{
    size_t size = MIN(run->text_size, 60);
    while (size && size < run->text_size && !utf8_begins(run->text[size]))
        size--;
    return (int)size;
}

static void report_overfull(struct galley *galley, const struct galley_text *text,
                            const struct text_line *line)
{
    const struct text_run *run = &line->runs[0];
    diag_add(galley->diags, RULE_LAYOUT_OVERFULL, text->place,
             _("shorten the text or give it more room"), _("\"%.*s\" is wider than its column"),
             shown_size(run), run->text);
}

/* Reports a word that was broken where no line may end: its part at the end of the first line. */
static void report_torn(struct galley *galley, const struct galley_text *text,
                        const struct text_line *line)
{
    const struct text_run *run = &line->runs[line->run_count - 1];
    if (run->soft_hyphen && line->run_count > 1)
        run--;
    const char *word = run->text;
    for (const char *at = word; at < run->text + run->text_size; at++)
        word = *at == ' ' ? at + 1 : word;
    struct text_run part = *run;
    part.text_size -= (size_t)(word - run->text);
    part.text = word;
    diag_add(galley->diags, RULE_LAYOUT_OVERFULL, text->place,
             _("shorten the text or give it more room"),
             _("a word is broken after \"%.*s\": it is wider than its column"), shown_size(&part),
             part.text);
}

int galley_line_penalty(const struct text_lines *lines, size_t index)
{
    if (index == 0)
        return STRIP_FREE;
    if (index == 1 || index == lines->count - 1)
        return STRIP_STRICT;
    return lines->lines[index - 1].hyphenated ? STRIP_HYPHEN : STRIP_POOR;
}

/* Has a space stand behind a strip's last word, where readers of a file might find none between
 * that and the next one: of another line, paragraph or cell (ISO 32000-1 14.8.2.5). */
static void part_words(struct strip *strip)
{
    for (size_t i = strip->count; i-- > 0;)
        if (strip->items[i].kind == PAGE_RUN) {
            strip->items[i].run.space_after = true;
            return;
        }
}

static void add_lines(struct galley *galley, const struct galley_text *text,
                      const struct text_lines *lines, pt64 x, enum page_artifact artifact,
                      struct strips *out)
{
    pt64 baseline = galley_baseline(text->font, &text->style);
    for (size_t i = 0; i < lines->count; i++) {
        const struct text_line *line = &lines->lines[i];
        struct strip *strip = strips_add(galley->arena, out, text->style.leading);
        strip->penalty = galley_line_penalty(lines, i);
        strip->place = text->place;
        for (size_t k = 0; k < line->run_count; k++)
            add_run(galley, text, &line->runs[k], x, baseline, artifact, strip);
        if (artifact == PAGE_NOT_ARTIFACT)
            add_links(galley, text, line, x, baseline, strip);
        if (line->ends)
            part_words(strip);
        if (line->overfull && line->run_count)
            report_overfull(galley, text, line);
        else if (line->torn && !(i && line[-1].torn))
            report_torn(galley, text, line);
    }
}

static void break_text(const struct galley_text *text, pt64 width, int looser, struct arena *arena,
                       struct text_lines *lines)
{
    struct text_measure measure = {.width = width,
                                   .align = text->style.align,
                                   .hyphenate = text->style.hyphenate,
                                   .looser = looser};
    text_paragraph_break(text->paragraph, arena, &measure, lines);
}

void galley_text_set(struct galley *galley, const struct galley_text *text, pt64 x, pt64 width,
                     enum page_artifact artifact, struct strips *out)
{
    if (!text->font)
        return;
    struct text_lines lines;
    break_text(text, width, 0, galley->arena, &lines);
    add_lines(galley, text, &lines, x, artifact, out);
}

void galley_text_set_body(struct galley *galley, struct galley_text *text, pt64 x, pt64 width,
                          struct strips *out)
{
    if (!text->font)
        return;
    struct text_lines lines;
    size_t first = out->count;
    text->order = galley->paragraph_count++;
    text->width = width;
    break_text(text, width, galley_looser(&galley->loosening, text->order), galley->arena, &lines);
    text->lines = lines.count;
    add_lines(galley, text, &lines, x, PAGE_NOT_ARTIFACT, out);
    out->items[first].text = text;
    for (size_t i = first + 1; i < out->count; i++)
        out->items[i].inside = true;
}

void galley_text_try(const struct galley_text *text, int looser, struct arena *arena,
                     struct text_lines *lines)
{
    break_text(text, text->width, looser, arena, lines);
}

size_t galley_text_order(const struct galley_text *text)
{
    return text->order;
}

size_t galley_text_lines(const struct galley_text *text)
{
    return text->lines;
}
