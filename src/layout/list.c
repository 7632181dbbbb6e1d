/* Sets lists: the label hangs beside the item's own blocks. */
#include "layout/layout_private.h"

#include "base/minmax.h"

#include <string.h>

enum {
    BULLET_ROOM = 14 * 64,
    LABEL_GAP = 6 * 64,
    ITEM_GAP = 3 * 64,
    TERM_GAP = 4 * 64,
    LOOSE_GAP = 9 * 64, /* more than between an item's own paragraphs */
    TERM_GUTTER = 12 * 64,
    LEAST_ROOM = 20 * 64 /* beside a label; in less the content stands below it */
};

/* Returns the number in letters: "a", "z", "aa", "zz", "aaa". */
static const char *letters(struct arena *arena, int number)
{
    char text[16];
    size_t at = sizeof text;
    text[--at] = '\0';
    for (; number > 0; number = (number - 1) / 26)
        text[--at] = (char)('a' + (number - 1) % 26);
    return arena_strdup(arena, text + at);
}

/* Returns an item's label: "•", "–" in an inner list, "1." or "a)". */
static const char *item_label(struct galley *galley, const struct doc_node *list, int number)
{
    if (list->list.type == '1')
        return arena_printf(galley->arena, "%d.", number);
    if (list->list.type == 'a')
        return arena_printf(galley->arena, "%s)", letters(galley->arena, number));
    return list->parent && list->parent->kind == DOC_ITEM ? "–" : "•";
}

static enum page_list_numbering numbering_of(const struct doc_node *list)
{
    return list->list.type == '1'   ? PAGE_LIST_DECIMAL
           : list->list.type == 'a' ? PAGE_LIST_LOWER_ALPHA
                                    : PAGE_LIST_DISC;
}

static int count_items(const struct doc_node *list)
{
    int count = 0;
    for (const struct doc_node *item = list->first; item; item = item->next)
        count++;
    return count;
}

pt64 layout_label_width(struct galley *galley, const struct doc_node *list,
                        const struct text_style *style)
{
    if (!list->list.type)
        return BULLET_ROOM;
    int last = list->list.start + count_items(list) - 1;
    /* The last number is the widest; letters are of different widths. */
    int number = list->list.type == 'a' ? list->list.start : last;
    pt64 label_width = BULLET_ROOM;
    for (; number <= last; number++) {
        const char *label = item_label(galley, list, number);
        const struct galley_text *text = galley_text_label(galley, label, list, style, NULL);
        pt64 wanted = galley_text_max_width(text) + LABEL_GAP;
        label_width = MAX(wanted, label_width);
    }
    return label_width;
}

/* Returns whether an item has more than one paragraph. */
static bool is_loose(const struct doc_node *list)
{
    for (const struct doc_node *item = list->first; item; item = item->next) {
        int paragraphs = 0;
        for (const struct doc_node *node = item->first; node; node = node->next)
            paragraphs += node->kind == DOC_PARAGRAPH;
        if (item->kind != DOC_TERM && paragraphs > 1)
            return true;
    }
    return false;
}

/* Returns the gap between items; gap is for items of one paragraph. */
static pt64 item_gap(const struct doc_node *list, pt64 gap)
{
    if (list->classes & DOC_COMPACT)
        return 0;
    return is_loose(list) ? LOOSE_GAP : gap;
}

/* Values shared by the items of a list or of terms. */
struct list {
    struct galley *galley;
    struct room room;
    pt64 label_width;
    const struct text_style *style, *label_style;
    pt64 gap;
    struct strips *out;
};

/* Returns whether the items' content has room beside their labels. */
static bool has_room(const struct list *list)
{
    return room_width(list->room) - list->label_width >= LEAST_ROOM;
}

/* Sets first and the blocks after it right of the labels. */
static void set_blocks(const struct list *list, const struct doc_node *first, struct page_tag *tag,
                       struct strips *content)
{
    pt64 x = list->room.x + (has_room(list) ? list->label_width : 0);
    layout_blocks(list->galley, first, tag, (struct room){x, x, list->room.right}, list->style,
                  content);
}

/* Sets content beside a label, or below it, and appends both. */
static void append_beside(const struct list *list, const struct strips *label,
                          struct strips *content)
{
    pt64 room = has_room(list) ? sheet_room(list->galley) : 0;
    strips_beside(list->galley->arena, label, room, content);
    if (content->count && content->items[0].penalty >= 0)
        content->items[0].penalty = STRIP_FREE;
    strips_append(list->galley->arena, list->out, content, list->out->count ? list->gap : 0);
}

static void set_item(const struct list *list, const struct doc_node *item, const char *label,
                     struct page_tag *parent)
{
    struct galley *galley = list->galley;
    struct page_tag *tag = galley_node_tag(galley, parent, PAGE_LI, item);
    struct page_tag *label_tag = galley_tag(galley, tag, PAGE_LBL);
    struct page_tag *body = galley_tag(galley, tag, PAGE_LBODY);
    struct strips beside = {0}, content = {0};
    galley_text_set(galley, galley_text_label(galley, label, item, list->label_style, label_tag),
                    list->room.x, MIN(list->label_width, room_width(list->room)), PAGE_NOT_ARTIFACT,
                    &beside);
    set_blocks(list, item->first, body, &content);
    append_beside(list, &beside, &content);
}

void layout_list(struct galley *galley, const struct doc_node *node, struct page_tag *parent,
                 struct room room, const struct text_style *style, struct strips *out)
{
    struct text_style label_style = *style;
    label_style.align = TEXT_RAGGED;
    const struct list list = {.galley = galley,
                              .room = room,
                              .label_width = layout_label_width(galley, node, style),
                              .style = style,
                              .label_style = &label_style,
                              .gap = item_gap(node, ITEM_GAP),
                              .out = out};
    struct page_tag *tag = galley_node_tag(galley, parent, PAGE_L, node);
    tag->numbering = numbering_of(node);
    int number = node->list.start;
    for (const struct doc_node *item = node->first; item; item = item->next)
        set_item(&list, item, item_label(galley, node, number++), tag);
}

static struct text_style term_style(const struct text_style *style)
{
    struct text_style term = *style;
    term.bold = true;
    term.align = TEXT_RAGGED;
    return term;
}

/* Returns the width of the terms' column with its gutter: of the widest term, at most two fifths of
 * the measure. Words are divided only where one is wider. */
static pt64 term_width(struct galley *galley, const struct doc_node *terms, struct room room,
                       struct text_style *term)
{
    pt64 widest = 0, word = 0, most = room_width(room) * 2 / 5 - TERM_GUTTER;
    for (const struct doc_node *node = terms->first; node; node = node->next) {
        if (node->kind != DOC_TERM)
            continue;
        const struct galley_text *text = galley_text_new(galley, node, term, NULL);
        pt64 width = galley_text_max_width(text),
             least = galley_text_min_width(text, TEXT_CUT_WRITTEN);
        widest = MAX(widest, width);
        word = MAX(word, least);
    }
    term->hyphenate = term->hyphenate && word > most;
    return MIN(widest, most) + TERM_GUTTER;
}

static void set_term(const struct list *list, const struct doc_node *node, struct page_tag *item,
                     struct strips *label)
{
    struct page_tag *tag = galley_node_tag(list->galley, item, PAGE_LBL, node);
    galley_text_set(list->galley, galley_text_new(list->galley, node, list->label_style, tag),
                    list->room.x, list->label_width - TERM_GUTTER, PAGE_NOT_ARTIFACT, label);
}

static bool is_detail(const struct doc_node *node)
{
    return node && node->kind == DOC_DETAIL;
}

/* Sets one of a term's details. Where there are many, a text alone is a paragraph: else they would
 * be read as one. */
static void set_detail(const struct list *list, const struct doc_node *node, bool is_one_of_many,
                       struct page_tag *body, struct strips *content)
{
    const struct doc_node *first = node->first;
    struct page_tag *tag = body;
    bool needs_own = is_one_of_many || strcmp(node->lang, node->parent->lang) != 0;
    if (needs_own && first && first->implied && !first->next)
        tag = galley_node_tag(list->galley, body, PAGE_P, first);
    galley_note_target(list->galley, node, tag);
    set_blocks(list, first, tag, content);
}

void layout_terms(struct galley *galley, const struct doc_node *terms, struct page_tag *parent,
                  struct room room, const struct text_style *style, struct strips *out)
{
    struct page_tag *tag = galley_node_tag(galley, parent, PAGE_L, terms);
    struct text_style term = term_style(style);
    pt64 width = term_width(galley, terms, room, &term);
    const struct list list = {galley, room, width, style, &term, item_gap(terms, TERM_GAP), out};
    const struct doc_node *node = terms->first;
    while (node) {
        struct page_tag *item = galley_tag(galley, tag, PAGE_LI);
        struct strips label = {0}, content = {0};
        for (; node && node->kind == DOC_TERM; node = node->next)
            set_term(&list, node, item, &label);
        struct page_tag *body = galley_tag(galley, item, PAGE_LBODY);
        bool is_one_of_many = is_detail(node) && is_detail(node->next);
        for (; is_detail(node); node = node->next)
            set_detail(&list, node, is_one_of_many, body, &content);
        append_beside(&list, &label, &content);
    }
}
