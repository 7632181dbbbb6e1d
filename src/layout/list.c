/* Lists: the label hangs beside the item's own blocks. */
#include "layout/layout_private.h"

enum {
    BULLET_ROOM = 14 * 64,
    LABEL_GAP = 6 * 64,
    ITEM_GAP = 3 * 64,
    TERM_GAP = 4 * 64,
    LOOSE_GAP = 9 * 64, /* more than between an item's own paragraphs */
    TERM_GUTTER = 12 * 64
};

/* "a", "z", "aa", "zz", "aaa": the number in letters. */
static const char *letters(struct arena *arena, int number)
{
    char text[16];
    size_t at = sizeof text;
    text[--at] = '\0';
    for (; number > 0; number = (number - 1) / 26)
        text[--at] = (char)('a' + (number - 1) % 26);
    return arena_strdup(arena, text + at);
}

/* Writes an item's label: "•", "–" inside, "1." or "a)". */
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

pt64 layout_label_room(struct galley *galley, const struct doc_node *list,
                       const struct text_style *type)
{
    if (!list->list.type)
        return BULLET_ROOM;
    int last = list->list.start + count_items(list) - 1;
    /* The last number is the widest; letters are of different widths. */
    int number = list->list.type == 'a' ? list->list.start : last;
    pt64 room = BULLET_ROOM;
    for (; number <= last; number++) {
        const char *label = item_label(galley, list, number);
        const struct galley_text *text = galley_text_label(galley, label, list, type, NULL);
        pt64 wanted = galley_text_max_width(text) + LABEL_GAP;
        room = wanted > room ? wanted : room;
    }
    return room;
}

/* Whether an item has more than one paragraph. */
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

/* Between items; gap is for those of one paragraph. */
static pt64 item_gap(const struct doc_node *list, pt64 gap)
{
    if (list->classes & DOC_COMPACT)
        return 0;
    return is_loose(list) ? LOOSE_GAP : gap;
}

/* Sets content beside a label and appends both. */
static void append_beside(struct galley *galley, const struct strips *label, struct strips *content,
                          pt64 gap, struct strips *out)
{
    strips_beside(galley->arena, label, content);
    if (content->count && content->items[0].penalty >= 0)
        content->items[0].penalty = STRIP_FREE;
    strips_append(galley->arena, out, content, out->count ? gap : 0);
}

static void set_item(struct galley *galley, const struct doc_node *list,
                     const struct doc_node *item, int number, struct page_tag *parent,
                     struct frame frame, pt64 room, const struct text_style *type, pt64 gap,
                     struct strips *out)
{
    struct page_tag *tag = galley_node_tag(galley, parent, PAGE_LI, item);
    struct page_tag *label_tag = galley_tag(galley, tag, PAGE_LBL);
    struct page_tag *body_tag = galley_tag(galley, tag, PAGE_LBODY);
    struct text_style label_type = *type;
    label_type.align = TEXT_RAGGED;
    struct strips label = {0}, content = {0};
    const struct galley_text *text =
        galley_text_label(galley, item_label(galley, list, number), item, &label_type, label_tag);
    galley_text_set(galley, text, frame.x, room, PAGE_NOT_ARTIFACT, &label);
    struct frame inner = {frame.x + room, frame.x + room, frame.right};
    layout_blocks(galley, item->first, body_tag, inner, type, &content);
    append_beside(galley, &label, &content, gap, out);
}

void layout_list(struct galley *galley, const struct doc_node *list, struct page_tag *parent,
                 struct frame frame, const struct text_style *type, struct strips *out)
{
    struct page_tag *tag = galley_node_tag(galley, parent, PAGE_L, list);
    tag->numbering = numbering_of(list);
    pt64 room = layout_label_room(galley, list, type), gap = item_gap(list, ITEM_GAP);
    int number = list->list.start;
    for (const struct doc_node *item = list->first; item; item = item->next)
        set_item(galley, list, item, number++, tag, frame, room, type, gap, out);
}

static struct text_style term_type(const struct text_style *type)
{
    struct text_style term = *type;
    term.bold = true;
    term.align = TEXT_RAGGED;
    return term;
}

/* The terms' column: as wide as the widest term, at most two fifths of the measure. A word is
 * divided only where one is wider than that. */
static pt64 term_room(struct galley *galley, const struct doc_node *terms, struct frame frame,
                      struct text_style *term)
{
    pt64 room = 0, word = 0, most = (frame.right - frame.x) * 2 / 5 - TERM_GUTTER;
    for (const struct doc_node *node = terms->first; node; node = node->next) {
        if (node->kind != DOC_TERM)
            continue;
        const struct galley_text *text = galley_text_new(galley, node, term, NULL);
        pt64 width = galley_text_max_width(text), least = galley_text_min_width(text, false);
        room = width > room ? width : room;
        word = least > word ? least : word;
    }
    term->hyphenate = term->hyphenate && word > most;
    return (room < most ? room : most) + TERM_GUTTER;
}

static void set_term(struct galley *galley, const struct doc_node *node, struct page_tag *item,
                     struct frame frame, pt64 room, const struct text_style *term,
                     struct strips *label)
{
    struct page_tag *tag = galley_node_tag(galley, item, PAGE_LBL, node);
    const struct galley_text *text = galley_text_new(galley, node, term, tag);
    galley_text_set(galley, text, frame.x, room - TERM_GUTTER, PAGE_NOT_ARTIFACT, label);
}

void layout_terms(struct galley *galley, const struct doc_node *terms, struct page_tag *parent,
                  struct frame frame, const struct text_style *type, struct strips *out)
{
    struct page_tag *tag = galley_node_tag(galley, parent, PAGE_L, terms);
    struct text_style term = term_type(type);
    pt64 room = term_room(galley, terms, frame, &term);
    pt64 gap = item_gap(terms, TERM_GAP);
    struct frame inner = {frame.x + room, frame.x + room, frame.right};
    const struct doc_node *node = terms->first;
    while (node) {
        struct page_tag *item = galley_tag(galley, tag, PAGE_LI);
        struct strips label = {0}, content = {0};
        for (; node && node->kind == DOC_TERM; node = node->next)
            set_term(galley, node, item, frame, room, &term, &label);
        struct page_tag *body = galley_tag(galley, item, PAGE_LBODY);
        for (; node && node->kind == DOC_DETAIL; node = node->next) {
            galley_note_target(galley, node, body);
            layout_blocks(galley, node->first, body, inner, type, &content);
        }
        append_beside(galley, &label, &content, gap, out);
    }
}
