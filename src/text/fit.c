#include "text/fit.h"

#include "base/memory.h"
#include "base/minmax.h"
#include "text/hyphenate.h"
#include "text/paragraph.h"

#include <stdlib.h>

/*
 * Costs of lines and their ends. A ragged line costs the square of its shortness, 100 being a fifth
 * of the measure (of a narrow one: of FIT_NARROW_EMS, where a rag of whole words is better than
 * many hyphens); a justified one the square of TeX's badness, 100 being spaces half as wide again.
 * A hyphen must thus save about its own cost: in ragged text a compound's joint equals a line a
 * sixth short, a syllable one 28 % short. A short word goes down to the next line only where its
 * old line is then no more than about a tenth short: from a full line that costs less than its 800,
 * from a short one more.
 */
static const struct costs {
    int64_t line;          /* each one, so that fewer lines are better */
    int64_t breaks[5];     /* by enum breakpoint_kind */
    int64_t small_piece;   /* more for a syllable of a short word, or near its end */
    int64_t second_hyphen; /* two lines in a row end in one */
    int64_t short_word;    /* ja, on, se stand alone at the line's end */
    int64_t written;       /* more for a written hyphen: less than for a syllable beside it */
    int64_t cut_last_word; /* the last line starts inside a word */
    int64_t last_line;     /* an empty last line; falls to 0 at a FULL_LAST_LINE-th full */
    int64_t tolerance;     /* the most badness without calling for hyphens */
    int64_t good_start;    /* how much worse a line's start may be than others near it */
} ragged_costs = {1000, {0, 1500, 7000, 20000, 0}, 6000, 12000, 800, 24000, 16000, 16000, 100,
                  20000},
  justified_costs = {0, {0, 500, 1600, 3600, 0}, 2500, 6000, 400, 5500, 5000, 6000, 120, 45000};

static const int64_t never = INT64_MAX / 4;
static const int64_t overfull_cost = 10000000000000;
static const int64_t anywhere_cost = 1000000000000; /* a cut where no line may end */
static const int64_t emergency_cost = 100000000000; /* a cut at a last resort */
static const int64_t piece_alone_cost = 50000000;   /* the last line is the rest of a word */
static const int64_t third_hyphen_cost = 20000000000;
static const int64_t adjacent_cost = 6000; /* a loose line below a tight one, or the like */
static const int64_t steepest_ratio = 450, worst_ratio = 10000;
enum { FULL_LAST_LINE = 6 };

int64_t fit_shrink(int64_t glue)
{
    return glue / 5;
}

/* A possible line between two breakpoints. */
struct fit_line {
    const struct breakpoint *from, *to;
    int64_t measure, slack, glue;
    int64_t scale; /* the width that a ragged line's shortness is a share of */
    bool fills, justified;
};

static const struct costs *costs_of(bool justified)
{
    return justified ? &justified_costs : &ragged_costs;
}

static struct fit_line make_line(const struct text_paragraph *paragraph,
                                 const struct fit_measure *measure, const struct breakpoint *from,
                                 const struct breakpoint *to)
{
    struct fit_line line = {.from = from, .to = to, .justified = measure->justified};
    line.measure = from->first ? measure->first_width : measure->width;
    line.slack = line.measure - breakpoint_width(paragraph, from, to);
    line.glue = to->glue_before - from->glue_after;
    line.fills = to->fills_before != from->fills_after;
    line.scale = MAX(line.measure, measure->narrow);
    return line;
}

static bool fits(const struct fit_line *line)
{
    return line->slack >= 0 ||
           (line->justified && !line->fills && -line->slack <= fit_shrink(line->glue));
}

/* Returns the line's distance from the ideal: 0 is ideal; struct costs describes 100. */
static int64_t badness(const struct fit_line *line)
{
    if (line->fills || (line->to->end && line->slack >= 0))
        return 0;
    if (!line->justified)
        return line->slack * 500 / line->scale;
    int64_t flexible = line->slack < 0 ? fit_shrink(line->glue) : line->glue / 2;
    int64_t ratio = llabs(line->slack) * 100 / MAX(flexible, 1);
    return MIN(ratio, worst_ratio);
}

/* Returns TeX's (10 + badness)²: past the steepest ratio in a straight line, lest it overflow. */
static int64_t justified_cost(int64_t ratio)
{
    int64_t steep = MIN(ratio, steepest_ratio);
    int64_t cubed = 10 + steep * steep * steep / 10000;
    return cubed * cubed + (ratio - steep) * 1000000;
}

static int64_t line_fit_cost(const struct fit_line *line)
{
    int64_t bad = badness(line);
    return line->justified ? justified_cost(bad) : ragged_costs.line + bad * bad;
}

static int64_t break_cost(const struct breakpoint *breakpoint, const struct fit_measure *measure)
{
    const struct costs *costs = costs_of(measure->justified);
    bool cut = breakpoint->kind > BREAKPOINT_INSIDE;
    if (breakpoint->kind == BREAKPOINT_ANYWHERE)
        return anywhere_cost;
    if (breakpoint->kind == BREAKPOINT_EMERGENCY || (cut && !measure->hyphenate))
        return emergency_cost;
    return costs->breaks[breakpoint->kind] + (breakpoint->small_piece ? costs->small_piece : 0) +
           (breakpoint->short_word ? costs->short_word : 0) +
           (breakpoint->written ? costs->written : 0);
}

static int64_t last_line_cost(const struct fit_line *line)
{
    const struct costs *costs = costs_of(line->justified);
    int64_t full = line->measure / FULL_LAST_LINE, lack = full - (line->measure - line->slack);
    bool is_short = !line->from->first && lack > 0;
    bool alone = line->from->hyphen && line->from->next == line->to->last;
    return (line->from->hyphen ? costs->cut_last_word : 0) + (alone ? piece_alone_cost : 0) +
           (is_short ? costs->last_line * (lack * 100 / full) / 100 * (lack * 100 / full) / 100
                     : 0);
}

static int64_t line_cost(const struct fit_line *line, const struct fit_measure *measure)
{
    int64_t cost = fits(line) ? line_fit_cost(line) + break_cost(line->to, measure)
                              : overfull_cost - paragraph_floor(line->slack);
    return cost + (line->to->end && !line->fills ? last_line_cost(line) : 0);
}

/* Returns TeX's class, bounded at half and all of a line's stretch or shrink. */
static enum fitness fitness_of(const struct fit_line *line)
{
    int64_t bad = line->justified ? badness(line) : 0;
    if (line->slack < 0)
        return bad > 50 ? FITNESS_TIGHT : FITNESS_DECENT;
    return bad > 100 ? FITNESS_VERY_LOOSE : bad > 50 ? FITNESS_LOOSE : FITNESS_DECENT;
}

static bool is_tolerable(const struct fit_line *line)
{
    return badness(line) <= costs_of(line->justified)->tolerance && !line->to->written;
}

int64_t fit_ladder_cost(const struct fit_measure *measure, bool ladder, bool above)
{
    if (!ladder)
        return 0;
    return above ? third_hyphen_cost : costs_of(measure->justified)->second_hyphen;
}

int64_t fit_fitness_cost(enum fitness above, enum fitness below)
{
    return abs((int)above - (int)below) > 1 ? adjacent_cost : 0;
}

/* The cheapest lines up to a breakpoint with one state of the last line. The next line's cost
 * depends on that state: its number where lines are counted, its fitness, and whether it ends a
 * ladder. */
struct active_node {
    int64_t cost;                /* never: there are none */
    uint32_t start, start_state; /* breakpoint and state before the last line */
};

struct fit {
    const struct text_paragraph *paragraph; /* of the current choice, like the next ones */
    struct fit_measure measure;
    enum fit_pass pass;
    bool strict; /* no line much shorter than the measure */
    uint32_t counts, first_fitness, fitnesses, states;
    struct breakpoints breakpoints;
    struct active_node *nodes; /* one a state for each breakpoint */
    size_t node_capacity;
    uint32_t *chosen; /* the lines' ends, the last one first, then the start */
    size_t line_count, chosen_capacity;
    int64_t total;
};

struct fit *fit_new(void)
{
    return memory_new(1, sizeof(struct fit));
}

void fit_free(struct fit *fit)
{
    free(fit->breakpoints.items);
    free(fit->nodes);
    free(fit->chosen);
    free(fit);
}

static uint32_t state_of(const struct fit *fit, uint32_t count, uint32_t fitness, bool ladder)
{
    return (count * fit->fitnesses + fitness - fit->first_fitness) * 2 + ladder;
}

static struct active_node *nodes_at(const struct fit *fit, size_t breakpoint)
{
    return &fit->nodes[breakpoint * fit->states];
}

/* Adds the line from start to end to the cheapest lines up to start: together they become those up
 * to end, in the line's state, where cheaper than any so far. */
static void add_line(const struct fit *fit, const struct fit_line *line, size_t start, size_t end)
{
    const struct active_node *starts = nodes_at(fit, start);
    struct active_node *ends = nodes_at(fit, end);
    struct breakpoint *to = &fit->breakpoints.items[end];
    const enum fitness fitness = fitness_of(line);
    const bool ladder = line->from->hyphen && line->to->hyphen;
    const int64_t own = line_cost(line, &fit->measure);
    const uint32_t counted = fit->counts > 1; /* the last count has no line after it */
    uint32_t state = 0;
    for (uint32_t count = 0; count < fit->counts - counted; count++) {
        struct active_node *best = &ends[state_of(fit, count + counted, fitness, ladder)];
        for (uint32_t i = 0; i < fit->fitnesses * 2; i++, state++) {
            if (starts[state].cost >= never)
                continue;
            enum fitness above = (enum fitness)(fit->first_fitness + i / 2);
            int64_t cost = starts[state].cost + own + fit_fitness_cost(above, fitness) +
                           fit_ladder_cost(&fit->measure, ladder, i % 2);
            if (cost < best->cost)
                *best = (struct active_node){cost, (uint32_t)start, state};
            to->cheapest = MIN(to->cheapest, cost);
        }
    }
}

/* Finds the cheapest lines up to breakpoint end by dynamic programming: tries each last line, after
 * the known cheapest lines up to its start. */
static void find_cheapest(const struct fit *fit, size_t end)
{
    const struct breakpoint *breakpoints = fit->breakpoints.items;
    const bool first_is_wider = fit->measure.first_width > fit->measure.width;
    for (size_t start = end; start-- > 0;) {
        struct fit_line line =
            make_line(fit->paragraph, &fit->measure, &breakpoints[start], &breakpoints[end]);
        /* Lines from further back are too long, too; only a hanging first line may hold more. */
        if (!fits(&line)) {
            if (!start || !first_is_wider)
                break;
            start = 1;
            continue;
        }
        if (!fit->strict || is_tolerable(&line))
            add_line(fit, &line, start, end);
    }
    /* Where no line fits, the shortest one has to do. */
    if (fit->strict || breakpoints[end].cheapest < never)
        return;
    struct fit_line line =
        make_line(fit->paragraph, &fit->measure, &breakpoints[end - 1], &breakpoints[end]);
    add_line(fit, &line, end - 1, end);
}

static void breakpoint_added(void *context)
{
    struct fit *fit = context;
    struct breakpoints *breakpoints = &fit->breakpoints;
    size_t index = breakpoints->count - 1;
    if (fit->node_capacity < breakpoints->capacity * fit->states) {
        fit->node_capacity = breakpoints->capacity * fit->states;
        fit->nodes = memory_resize(fit->nodes, fit->node_capacity, sizeof *fit->nodes);
    }
    struct active_node *nodes = nodes_at(fit, index);
    for (size_t i = 0; i < fit->states; i++)
        nodes[i].cost = never;
    breakpoints->items[index].cheapest = index ? never : 0;
    if (index)
        find_cheapest(fit, index);
    else
        nodes[state_of(fit, 0, FITNESS_DECENT, false)].cost = 0;
}

/* Returns whether a line of a good paragraph can start at breakpoint index: no start nearby is
 * cheaper by more than one bad line. */
static bool is_good_start(const struct fit *fit, size_t index)
{
    const struct breakpoint *items = fit->breakpoints.items, *start = &items[index];
    int64_t near = fit->measure.width / 2;
    int64_t limit = start->cheapest - costs_of(fit->measure.justified)->good_start;
    for (size_t i = index; i-- > 0 && start->after - items[i].after < near;)
        if (items[i].cheapest < limit)
            return false;
    for (size_t i = index + 1; i < fit->breakpoints.count && items[i].after - start->after < near;
         i++)
        if (items[i].cheapest < limit)
            return false;
    return true;
}

/* Returns whether the end of the measure falls into the word on a line with a good start: only then
 * is the word looked up, as dictionaries are slow. */
static bool is_worth_cutting(void *context, uint32_t index)
{
    const struct fit *fit = context;
    const struct item *item = &fit->paragraph->items[index];
    if (fit->pass == FIT_EMERGENCY || (item->word && hyphenate_is_marked(item->word)))
        return true;
    for (size_t i = fit->breakpoints.count; i-- > 0;) {
        int64_t measure = i ? fit->measure.width : fit->measure.first_width;
        int64_t room = measure - (item->start - fit->breakpoints.items[i].after);
        if (room < 0)
            break;
        if (room < item->width && is_good_start(fit, i))
            return true;
    }
    return false;
}

/* Returns the cheapest state at the paragraph's end. */
static uint32_t last_state(const struct fit *fit)
{
    const struct active_node *nodes = nodes_at(fit, fit->breakpoints.count - 1);
    uint32_t best = state_of(fit, fit->counts - 1, fit->first_fitness, false);
    for (uint32_t i = 1; i < fit->fitnesses; i++) {
        uint32_t state = state_of(fit, fit->counts - 1, fit->first_fitness + i, false);
        best = nodes[state].cost < nodes[best].cost ? state : best;
    }
    return best;
}

/* Notes the lines' ends on the way back from the last one. */
static void trace(struct fit *fit, uint32_t state)
{
    size_t end = fit->breakpoints.count - 1;
    for (fit->line_count = 0;; fit->line_count++) {
        GROW(fit->chosen, fit->line_count, fit->chosen_capacity);
        fit->chosen[fit->line_count] = (uint32_t)end;
        if (!end)
            return;
        const struct active_node *node = &nodes_at(fit, end)[state];
        end = node->start;
        state = node->start_state;
    }
}

static void begin(struct fit *fit, const struct text_paragraph *paragraph,
                  const struct fit_measure *measure, enum fit_pass pass)
{
    fit->paragraph = paragraph;
    fit->measure = *measure;
    fit->pass = pass;
    fit->strict = pass == FIT_STRICT || measure->lines;
    fit->counts = (uint32_t)measure->lines + 1;
    fit->first_fitness = measure->justified ? FITNESS_TIGHT : FITNESS_DECENT;
    fit->fitnesses = measure->justified ? FITNESSES : 1;
    fit->states = fit->counts * fit->fitnesses * 2;
    fit->line_count = 0;
}

bool fit_choose(struct fit *fit, const struct text_paragraph *paragraph, size_t first, size_t end,
                const struct fit_measure *measure, enum fit_pass pass)
{
    static const enum hyphen_level least[] = {
        [FIT_STRICT] = HYPHEN_NONE,
        [FIT_NATURAL] = HYPHEN_NONE,
        [FIT_HYPHENS] = HYPHEN_SYLLABLE,
        [FIT_EMERGENCY] = HYPHEN_EMERGENCY,
    };
    const struct breakpoint_visitor visitor = {least[pass], is_worth_cutting, breakpoint_added,
                                               fit};
    begin(fit, paragraph, measure, pass);
    breakpoints_collect(paragraph, first, end, &visitor, &fit->breakpoints);
    uint32_t state = last_state(fit);
    fit->total = nodes_at(fit, fit->breakpoints.count - 1)[state].cost;
    if (fit->total >= never)
        return false;
    trace(fit, state);
    return fit->total < overfull_cost;
}

int64_t fit_total(const struct fit *fit)
{
    return fit->total;
}

size_t fit_lines(const struct fit *fit)
{
    return fit->line_count;
}

const struct breakpoints *fit_breakpoints(const struct fit *fit)
{
    return &fit->breakpoints;
}

const struct breakpoint *fit_end(const struct fit *fit, size_t line)
{
    return &fit->breakpoints.items[fit->chosen[fit->line_count - line]];
}

enum fitness fit_line_fitness(const struct text_paragraph *paragraph,
                              const struct fit_measure *measure, const struct breakpoint *from,
                              const struct breakpoint *to)
{
    struct fit_line line = make_line(paragraph, measure, from, to);
    return fitness_of(&line);
}

int64_t fit_line_cost(const struct text_paragraph *paragraph, const struct fit_measure *measure,
                      enum fit_pass pass, const struct breakpoint *from,
                      const struct breakpoint *to)
{
    struct fit_line line = make_line(paragraph, measure, from, to);
    bool strict = pass == FIT_STRICT || measure->lines;
    if (!fits(&line) || (strict && !is_tolerable(&line)))
        return -1;
    return line_cost(&line, measure);
}
