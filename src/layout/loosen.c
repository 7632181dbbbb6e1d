/*
 * Finds paragraphs to set longer or shorter: near a page that costs much in the cheapest cut, a
 * paragraph may have a line more or less than is cheapest (TeX's \looseness; Knuth and Plass 1981,
 * "Choosing the number of lines"), at a cost.
 *
 * The strips become a lattice: each such paragraph is a choice between chains of strips, one for
 * each way to set the paragraph. The search is that of page_break.c, over the lattice: from each
 * place where a page can begin, it follows all ways down the page and keeps for each height the
 * cheapest.
 */
#include "layout/page_break.h"

#include "base/minmax.h"

#include <string.h>

enum {
    TROUBLE = 400,    /* cost of a page in need: an eighth of it empty, say */
    LEAST_COST = 100, /* of setting a paragraph otherwise: five per cent of a page */
    MOST_COST = 1500, /* a dearer setting looks worse than a page a quarter empty */
    TEXT_COST = 20,   /* of a paragraph's own cost for one of a page's */
    MOST_CHANGED = 2, /* paragraphs on a page: more would look like another setting */
    PAGES_BEFORE = 2, /* how far before a page in need others can help; so can the one after */
    MOST_WAYS = 2     /* a line less, a line more */
};

/* A way to set a paragraph that is not the cheapest. */
struct variant {
    size_t paragraph;
    int looser;
    int64_t cost;
    struct text_lines lines;
};

/* A strip's place in the lattice: the next strip, and others in its stead. */
struct knot {
    size_t next;
    size_t other;                  /* first strip of another chain; 0: none */
    const struct variant *variant; /* begun by this strip; NULL: the cheapest */
    bool changed;                  /* the strip belongs to a variant */
};

/* The variants that a way has taken, the last one first. */
struct choice {
    const struct variant *variant;
    const struct choice *before;
};

/* A way down a page to a strip, which is not on it yet. */
struct state {
    pt64 height;
    int changed;
    int64_t cost;
    const struct choice *choices;
};

struct states {
    struct state *items;
    size_t count, capacity;
};

/* The cheapest way to end a page before a strip. */
struct way {
    int64_t cost; /* of all pages so far; -1: no page can end here */
    size_t from;
    const struct choice *choices; /* of the page that begins with from */
};

struct lattice {
    const struct galley *galley;
    struct arena *arena;
    struct strips strips;
    struct knot *knots;
    size_t knot_capacity;
    size_t variant_count;
    struct states *states; /* one for each strip; those of one page are in use */
    struct way *ways;
};

/* --- The lattice --- */

static void add_strip(struct lattice *lattice, const struct strip *strip, struct knot knot)
{
    size_t index = lattice->strips.count;
    *strips_add(lattice->arena, &lattice->strips, 0) = *strip;
    STRIP_GROW(lattice->arena, lattice->knots, index, lattice->knot_capacity);
    knot.next = index + 1;
    lattice->knots[index] = knot;
}

/* Returns the number of strips of the paragraph that begins at first; 0 where the strips are not
 * just its lines, or are kept together. */
static size_t lines_of(const struct strips *strips, size_t first)
{
    size_t count = galley_text_lines(strips->items[first].text);
    if (count < 2 || first + count > strips->count || strips->items[first + 1].kept)
        return 0;
    for (size_t i = first; i < first + count; i++)
        if (strips->items[i].height != strips->items[first].height ||
            (i > first && strips->items[i].text))
            return 0;
    return count;
}

static void add_chain(struct lattice *lattice, const struct strips *strips, size_t first,
                      size_t count, const struct variant *variant)
{
    size_t start = lattice->strips.count;
    for (size_t i = 0; i < variant->lines.count; i++) {
        struct strip strip = strips->items[first + MIN(i, count - 1)];
        if (i)
            strip.penalty = galley_line_penalty(&variant->lines, i);
        add_strip(lattice, &strip, (struct knot){.changed = true});
    }
    lattice->knots[start].variant = variant;
}

int64_t loosen_cost(const struct galley_text *text, int looser, struct arena *arena,
                    struct text_lines *lines)
{
    struct text_lines cheapest;
    galley_text_try(text, 0, arena, &cheapest);
    galley_text_try(text, looser, arena, lines);
    int64_t more = MAX(lines->cost - cheapest.cost, 0);
    int64_t cost = LEAST_COST + more / TEXT_COST;
    return lines->count != cheapest.count && cost <= MOST_COST ? cost : -1;
}

/* Returns the way to set text with looser lines more; NULL where there is no good one. */
static const struct variant *find_variant(struct lattice *lattice, const struct galley_text *text,
                                          int looser)
{
    struct variant *variant = arena_alloc(lattice->arena, sizeof *variant);
    variant->paragraph = galley_text_order(text);
    variant->looser = looser;
    variant->cost = loosen_cost(text, looser, lattice->arena, &variant->lines);
    return variant->cost < 0 ? NULL : variant;
}

/* Adds a paragraph's strips and those of its variants. Returns the number of its own. */
static size_t add_paragraph(struct lattice *lattice, const struct strips *strips, size_t first)
{
    size_t count = lines_of(strips, first), start = lattice->strips.count;
    if (!count)
        return 0;
    for (size_t i = 0; i < count; i++)
        add_strip(lattice, &strips->items[first + i], (struct knot){0});
    size_t ends[MOST_WAYS + 1] = {lattice->strips.count - 1}, ways = 1, last = start;
    for (int looser = -1; looser <= 1; looser += 2) {
        const struct variant *variant = find_variant(lattice, strips->items[first].text, looser);
        if (!variant)
            continue;
        lattice->knots[last].other = lattice->strips.count;
        last = lattice->strips.count;
        add_chain(lattice, strips, first, count, variant);
        ends[ways++] = lattice->strips.count - 1;
        lattice->variant_count++;
    }
    for (size_t i = 0; i < ways; i++)
        lattice->knots[ends[i]].next = lattice->strips.count;
    return count;
}

/* Makes the lattice; near marks the strips of pages that can help one in need. */
static void make_lattice(struct lattice *lattice, const struct strips *strips, const bool *near)
{
    for (size_t i = 0; i < strips->count;) {
        size_t count =
            i && near[i] && strips->items[i].text ? add_paragraph(lattice, strips, i) : 0;
        if (!count)
            add_strip(lattice, &strips->items[i], (struct knot){0});
        i += count ? count : 1;
    }
}

/* --- The search --- */

static const struct choice *choose(struct lattice *lattice, const struct choice *before,
                                   const struct variant *variant)
{
    if (!variant)
        return before;
    struct choice *choice = arena_alloc(lattice->arena, sizeof *choice);
    *choice = (struct choice){variant, before};
    return choice;
}

static int64_t cost_of(const struct variant *variant)
{
    return variant ? variant->cost : 0;
}

/* Ends a page before the strip at, and before others in its stead. */
static void end_page(struct lattice *lattice, size_t from, const struct state *state, size_t at)
{
    pt64 room = cut_room(lattice->galley, &lattice->strips, from);
    pt64 height = MIN(state->height, room);
    int64_t cost =
        lattice->ways[from].cost + state->cost + cut_page_cost(&lattice->strips, at, height, room);
    do {
        const struct knot *knot = &lattice->knots[at];
        const struct variant *variant = at < lattice->strips.count ? knot->variant : NULL;
        struct way *way = &lattice->ways[at];
        if (way->cost < 0 || cost + cost_of(variant) < way->cost)
            *way = (struct way){cost + cost_of(variant), from,
                                choose(lattice, state->choices, variant)};
        at = at < lattice->strips.count ? knot->other : 0;
    } while (at);
}

/* Keeps the cheapest of the states with the same height and number of changed paragraphs. */
static void add_state(struct lattice *lattice, size_t at, struct state state)
{
    struct states *states = &lattice->states[at];
    for (size_t i = 0; i < states->count; i++) {
        struct state *known = &states->items[i];
        if (known->height != state.height || known->changed != state.changed)
            continue;
        if (state.cost < known->cost)
            *known = state;
        return;
    }
    STRIP_GROW(lattice->arena, states->items, states->count, states->capacity);
    states->items[states->count++] = state;
}

/* Goes on to the strip at, and to others in its stead. */
static void go_on(struct lattice *lattice, const struct state *state, size_t at)
{
    do {
        const struct knot *knot = &lattice->knots[at];
        struct state next = *state;
        next.changed += knot->variant != NULL;
        next.cost += cost_of(knot->variant);
        if (next.changed <= MOST_CHANGED) {
            next.choices = choose(lattice, state->choices, knot->variant);
            add_state(lattice, at, next);
        }
        at = knot->other;
    } while (at);
}

/* Puts the strip on the page. Returns the end of the search: one past the last strip. */
static size_t take_strip(struct lattice *lattice, size_t from, size_t at, struct state state)
{
    const struct strip *strip = &lattice->strips.items[at];
    pt64 room = cut_room(lattice->galley, &lattice->strips, from);
    size_t next = lattice->knots[at].next;
    state.height += strip->height + (at > from ? strip->before : 0);
    if (state.height > room && at > from)
        return 0;
    if (cut_can_begin(&lattice->strips, next))
        end_page(lattice, from, &state, next);
    if (state.height > room || cut_is_forced(&lattice->strips, next))
        return 0;
    go_on(lattice, &state, next);
    size_t reached = next;
    while (lattice->knots[reached].other)
        reached = lattice->knots[reached].other;
    return reached + 1;
}

static void try_pages(struct lattice *lattice, size_t from)
{
    add_state(lattice, from,
              (struct state){.height = cut_repeated(&lattice->strips.items[from]),
                             .changed = lattice->knots[from].changed});
    for (size_t at = from, end = from + 1; at < end; at++) {
        struct states *states = &lattice->states[at];
        for (size_t i = 0; i < states->count; i++) {
            size_t reached = take_strip(lattice, from, at, states->items[i]);
            end = MAX(reached, end);
        }
        states->count = 0;
    }
}

static void find_ways(struct lattice *lattice)
{
    size_t count = lattice->strips.count;
    lattice->states = arena_array(lattice->arena, count + 1, sizeof *lattice->states);
    lattice->ways = arena_array(lattice->arena, count + 1, sizeof *lattice->ways);
    for (size_t i = 1; i <= count; i++)
        lattice->ways[i].cost = -1;
    for (size_t from = 0; from < count; from++)
        if (lattice->ways[from].cost >= 0)
            try_pages(lattice, from);
}

/* --- Which pages are in need --- */

static void mark(const struct cut *cut, bool *near)
{
    memset(near + cut->from, true, (cut->to - cut->from) * sizeof *near);
}

/* Marks the page and the pages that can help: no forced end is between. */
static void mark_around(const struct strips *strips, const struct cut *cuts, size_t count,
                        size_t page, bool *near)
{
    mark(&cuts[page], near);
    for (size_t i = page; i-- > 0 && page - i <= PAGES_BEFORE;) {
        if (cut_is_forced(strips, cuts[i].to))
            break;
        mark(&cuts[i], near);
    }
    if (page + 1 < count && !cut_is_forced(strips, cuts[page].to))
        mark(&cuts[page + 1], near);
}

static bool is_in_need(const struct galley *galley, const struct strips *strips,
                       const struct cut *cut)
{
    pt64 room = cut_room(galley, strips, cut->from);
    pt64 height =
        cut_repeated(&strips->items[cut->from]) + strips_height(strips, cut->from, cut->to);
    return cut_page_cost(strips, cut->to, MIN(height, room), room) >= TROUBLE;
}

/* Returns the strips of pages that can help one in need; NULL where none is in need. */
static const bool *find_need(const struct galley *galley, const struct strips *strips,
                             const struct cut *cuts, size_t count, struct arena *arena)
{
    bool *near = NULL;
    for (size_t i = 0; strips->count && i < count; i++) {
        if (!is_in_need(galley, strips, &cuts[i]))
            continue;
        if (!near)
            near = arena_array(arena, strips->count, sizeof *near);
        mark_around(strips, cuts, count, i, near);
    }
    return near;
}

/* --- The outcome --- */

static void note_choices(struct lattice *lattice, struct arena *lasting,
                         struct galley_loosening *out)
{
    out->items = arena_array(lasting, lattice->variant_count, sizeof *out->items);
    for (size_t at = lattice->strips.count; at > 0; at = lattice->ways[at].from)
        for (const struct choice *c = lattice->ways[at].choices; c; c = c->before) {
            out->items[out->count++] =
                (struct galley_loose){c->variant->paragraph, c->variant->looser};
            out->cost += c->variant->cost;
        }
    galley_sort_loosening(out);
}

void loosen_near(const struct galley *galley, const struct strips *strips, const bool *near,
                 struct arena *lasting, struct galley_loosening *out)
{
    struct lattice lattice = {.galley = galley, .arena = arena_new()};
    make_lattice(&lattice, strips, near);
    if (lattice.variant_count) {
        find_ways(&lattice);
        note_choices(&lattice, lasting, out);
    }
    arena_free(lattice.arena);
}

void layout_loosen(const struct galley *galley, const struct strips *strips, const struct cut *cuts,
                   size_t count, struct arena *lasting, struct galley_loosening *out)
{
    struct arena *arena = arena_new();
    const bool *near = find_need(galley, strips, cuts, count, arena);
    if (near)
        loosen_near(galley, strips, near, lasting, out);
    arena_free(arena);
}
