/*
 * Follows the automaton while the children fit. From a little before the first that doesn't,
 * searches for the cheapest repairs (an edit distance between a word and a regular language, by
 * dynamic programming from the end), a window of children at a time: time and memory grow with the
 * number of children alone.
 */
#include "validation/align.h"

#include "base/memory.h"

#include <stdint.h>
#include <string.h>

enum {
    WINDOW = 48,
    BACK = WINDOW / 4, /* fewer than a window deals with */
    /* Costs of repairs. A name near the wanted one costs little, one near but not the nearest more;
       another element in place of a wanted one is one fault rather than two. */
    RENAME = 100,
    SECOND_BEST = 20,
    OTHER = 300,
    MISSING = 200,
    LEFT_OUT = 200
};

static const int32_t NEVER = INT32_MAX / 2;

struct search {
    const struct model *model;
    const struct align_child *children;
    size_t count;  /* of the window */
    int32_t *best; /* [child * states + state]: the cheapest way to the end */
    int32_t *fit;  /* [child * states + state]: the cost when the child leads into the state */
};

static bool is_near(const char *name, const char *wanted)
{
    struct names one = {.items = &wanted, .count = 1};
    return names_nearest(&one, name) != NULL;
}

/* Returns whether a name of the schema is the end of the wanted one: <nimi> for <saadosnimi>. */
static bool ends_with(const char *wanted, const char *name)
{
    size_t all = strlen(wanted), size = strlen(name);
    return all > size && strcmp(wanted + all - size, name) == 0;
}

/* Returns the cost of an element that is known elsewhere. */
static int32_t known_cost(const struct model *model, const struct align_child *child,
                          const char *wanted)
{
    if (names_contain(&model->elements, child->name))
        return NEVER;
    if (ends_with(wanted, child->name))
        return RENAME + SECOND_BEST;
    return child->may_replace ? OTHER : NEVER;
}

static int32_t fit_cost(const struct model *model, const struct align_child *child, size_t state,
                        const char *nearest)
{
    const char *wanted = model->names[state];
    if (strcmp(child->name, wanted) == 0)
        return child->is_ours ? 0 : RENAME;
    if (!child->is_ours)
        return NEVER;
    if (names_contain(&child->meant, wanted))
        return child->meant.count == 1 ? RENAME : RENAME + SECOND_BEST;
    if (!child->is_unknown)
        return known_cost(model, child, wanted);
    if (nearest && strcmp(nearest, wanted) == 0)
        return RENAME;
    if (is_near(child->name, wanted))
        return RENAME + SECOND_BEST;
    return nearest ? OTHER + SECOND_BEST : OTHER;
}

static void fill_fits(struct search *search)
{
    const struct model *model = search->model;
    for (size_t i = 0; i < search->count; i++) {
        const struct align_child *child = &search->children[i];
        const char *nearest =
            child->is_unknown ? names_nearest(&model->elements, child->name) : NULL;
        for (size_t state = 1; state < model->states; state++)
            search->fit[i * model->states + state] = fit_cost(model, child, state, nearest);
    }
}

static int32_t best(const struct search *search, size_t child, size_t state)
{
    return search->best[child * search->model->states + state];
}

/* Returns the cost of the cheapest step that takes a child, or leaves it out. */
static int32_t take_cost(const struct search *search, size_t child, size_t state)
{
    const struct model *model = search->model;
    int32_t least = LEFT_OUT + best(search, child + 1, state);
    for (size_t to = 1; to < model->states; to++) {
        if (!model_follows(model, state, to))
            continue;
        int32_t cost = search->fit[child * model->states + to] + best(search, child + 1, to);
        least = cost < least ? cost : least;
    }
    return least;
}

/* Supposes missing elements before the child, until nothing gets cheaper. */
static void suppose_missing(struct search *search, size_t child)
{
    const struct model *model = search->model;
    int32_t *row = search->best + child * model->states;
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t from = 0; from < model->states; from++)
            for (size_t to = 1; to < model->states; to++)
                if (model_follows(model, from, to) && row[to] + MISSING < row[from]) {
                    row[from] = row[to] + MISSING;
                    changed = true;
                }
    }
}

static void fill_best(struct search *search, bool to_the_end)
{
    const struct model *model = search->model;
    for (size_t state = 0; state < model->states; state++)
        search->best[search->count * model->states + state] =
            !to_the_end || model->ends[state] ? 0 : NEVER;
    suppose_missing(search, search->count);
    for (size_t child = search->count; child-- > 0;) {
        for (size_t state = 0; state < model->states; state++)
            search->best[child * model->states + state] = take_cost(search, child, state);
        suppose_missing(search, child);
    }
}

static struct align_step *add_step(struct alignment *alignment, struct align_step step)
{
    GROW(alignment->steps, alignment->count, alignment->capacity);
    alignment->steps[alignment->count] = step;
    alignment->repairs += step.kind != ALIGN_FITS;
    return &alignment->steps[alignment->count++];
}

/* Returns the state that the child leads into on the cheapest way; MODEL_START when it is left out.
 */
static size_t taken(const struct search *search, size_t child, size_t from)
{
    const struct model *model = search->model;
    size_t found = MODEL_START;
    for (size_t to = 1; to < model->states; to++) {
        int32_t fit = search->fit[child * model->states + to];
        if (!model_follows(model, from, to) ||
            fit + best(search, child + 1, to) != best(search, child, from))
            continue;
        if (!fit)
            return to;
        found = found ? found : to;
    }
    return found;
}

static void add_missing(const struct search *search, struct align_step step, struct arena *arena,
                        struct alignment *alignment)
{
    const struct model *model = search->model;
    size_t child = step.child;
    step.names = arena_array(arena, model->states, sizeof *step.names);
    for (size_t to = model->states; to-- > 1;)
        if (model_follows(model, step.from, to) &&
            MISSING + best(search, child, to) == best(search, child, step.from)) {
            step.state = to;
            step.name_count++;
        }
    size_t count = 0;
    for (size_t to = step.state; count < step.name_count; to++)
        if (model_follows(model, step.from, to) &&
            MISSING + best(search, child, to) == best(search, child, step.from))
            step.names[count++] = model->names[to];
    add_step(alignment, step);
}

/* Returns whether the cheapest way supposes a missing element before the child. */
static bool is_missing(const struct search *search, size_t child, size_t from)
{
    const struct model *model = search->model;
    for (size_t to = 1; to < model->states; to++)
        if (model_follows(model, from, to) &&
            MISSING + best(search, child, to) == best(search, child, from))
            return true;
    return false;
}

/* Follows the cheapest way over the first children; returns the state it ends in. */
static size_t follow(const struct search *search, size_t from, size_t children, bool to_the_end,
                     struct arena *arena, struct alignment *alignment)
{
    size_t child = 0;
    while (child < children || to_the_end) {
        struct align_step step = {.child = child, .from = from, .state = from};
        size_t to = child < children ? taken(search, child, from) : MODEL_START;
        if (to) {
            step.kind =
                search->fit[child * search->model->states + to] ? ALIGN_RENAMED : ALIGN_FITS;
            step.state = to;
            child++;
            add_step(alignment, step);
        } else if (is_missing(search, child, from)) {
            step.kind = ALIGN_MISSING;
            add_missing(search, step, arena, alignment);
        } else if (child < children) {
            step.kind = ALIGN_LEFT_OUT;
            child++;
            add_step(alignment, step);
        } else {
            break;
        }
        from = alignment->steps[alignment->count - 1].state;
    }
    return from;
}

/* Repairs what begins with the first of the children; returns how many it has dealt with. */
static size_t repair(const struct model *model, const struct align_child *children, size_t count,
                     size_t first, size_t *state, struct arena *arena, struct alignment *alignment)
{
    bool to_the_end = count - first <= WINDOW;
    size_t size = to_the_end ? count - first : WINDOW, done = to_the_end ? size : WINDOW / 2;
    struct search search = {.model = model, .children = children + first, .count = size};
    struct arena *tables = arena_new();
    search.best = arena_array(tables, (size + 1) * model->states, sizeof *search.best);
    search.fit = arena_array(tables, (size + 1) * model->states, sizeof *search.fit);
    fill_fits(&search);
    fill_best(&search, to_the_end);
    size_t before = alignment->count;
    *state = follow(&search, *state, done, to_the_end, arena, alignment);
    for (size_t i = before; i < alignment->count; i++)
        alignment->steps[i].child += first;
    arena_free(tables);
    return done;
}

/* Takes back steps over children that fitted, since one of them can be wrong. Returns how many. */
static size_t go_back(struct alignment *alignment, size_t fitted, size_t *state)
{
    size_t back = fitted < BACK ? fitted : BACK;
    alignment->count -= back;
    if (back)
        *state = alignment->steps[alignment->count].from;
    return back;
}

struct alignment align(const struct model *model, const struct align_child *children, size_t count,
                       struct arena *arena)
{
    struct alignment alignment = {0};
    size_t state = MODEL_START, i = 0, repaired = 0;
    bool ended = false;
    while (i < count) {
        size_t to = children[i].is_ours ? model_step(model, state, children[i].name) : MODEL_START;
        if (to) {
            add_step(&alignment, (struct align_step){.child = i++, .from = state, .state = to});
            state = to;
        } else {
            i -= go_back(&alignment, i - repaired, &state);
            ended = count - i <= WINDOW;
            i += repair(model, children, count, i, &state, arena, &alignment);
            repaired = i;
        }
    }
    if (!ended && !model->ends[state])
        repair(model, children, count, count, &state, arena, &alignment);
    return alignment;
}
