#include "text/fit.h"

#include "base/memory.h"
#include "text/hyphenate.h"
#include "text/paragraph.h"

#include <stdlib.h>

/*
 * What lines and their ends cost. A ragged line costs the square of its shortness, 100 being a
 * fifth of the measure (of a narrow one: of FIT_NARROW_EMS, where a rag of whole words is better
 * than many hyphens); a justified one the square of TeX's badness, 100 being spaces half as wide
 * again. A hyphen must thus save about as much as it costs here: in ragged text a compound's joint
 * stands for a line a sixth short, a syllable for one 28 % short. A short word goes down to the
 * words it belongs to only where its line is no more than about a tenth short then: where the line
 * above is full that costs less than its 800, where it is short already more.
 */
static const struct costs {
    int64_t line;          /* each, so that fewer are better */
    int64_t breaks[5];     /* by enum candidate_kind */
    int64_t small_piece;   /* more for a syllable of a short word, or near its end */
    int64_t second_hyphen; /* two lines in a row end in one */
    int64_t short_word;    /* ja, on, se stand alone at the line's end */
    int64_t cut_last_word; /* the last line starts inside a word */
    int64_t last_line;     /* an empty last line; less the nearer it is to a FULL_LAST_LINE-th */
    int64_t tolerance;     /* badness of a line that calls for hyphens */
    int64_t good_start;    /* by how much a line's start may be worse than others near it */
} ragged_costs = {1000, {0, 1500, 7000, 20000, 0}, 6000, 12000, 800, 16000, 16000, 100, 20000},
  justified_costs = {0, {0, 500, 1600, 3600, 0}, 2500, 6000, 400, 5000, 6000, 120, 45000};

static const int64_t never = INT64_MAX / 4;
static const int64_t overfull_cost = 10000000000000;
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

/* A line that might be, from one candidate to another. */
struct trial {
    const struct candidate *from, *to;
    int64_t measure, slack, glue;
    int64_t scale; /* what a ragged line's shortness is measured by */
    bool fills, first, last, justified;
};

static const struct costs *costs_of(bool justified)
{
    return justified ? &justified_costs : &ragged_costs;
}

static struct trial try_line(const struct text_paragraph *paragraph,
                             const struct fit_measure *measure, size_t from, size_t to)
{
    const struct fit_scratch *scratch = &paragraph->library->scratch;
    struct trial trial = {.from = &scratch->candidates[from], .to = &scratch->candidates[to]};
    trial.measure = from == 0 ? measure->first_width : measure->width;
    trial.slack = trial.measure - candidate_width(paragraph, trial.from, trial.to);
    trial.glue = trial.to->glue_before - trial.from->glue_after;
    trial.fills = trial.to->fills_before != trial.from->fills_after;
    trial.first = from == 0;
    trial.last = trial.to->end;
    trial.justified = measure->justified;
    trial.scale = trial.measure > measure->narrow ? trial.measure : measure->narrow;
    return trial;
}

static bool fits(const struct trial *trial)
{
    return trial->slack >= 0 ||
           (trial->justified && !trial->fills && -trial->slack <= fit_shrink(trial->glue));
}

/* How far the line is from its ideal: 0 is ideal, 100 as described at the costs above. */
static int64_t badness(const struct trial *trial)
{
    if (trial->fills || (trial->last && trial->slack >= 0))
        return 0;
    if (!trial->justified)
        return trial->slack * 500 / trial->scale;
    int64_t flexible = trial->slack < 0 ? fit_shrink(trial->glue) : trial->glue / 2;
    int64_t ratio = llabs(trial->slack) * 100 / (flexible > 0 ? flexible : 1);
    return ratio > worst_ratio ? worst_ratio : ratio;
}

/* TeX's (10 + badness)², which past the steepest goes on in a straight line, lest it overflow. */
static int64_t justified_cost(int64_t ratio)
{
    int64_t steep = ratio > steepest_ratio ? steepest_ratio : ratio;
    int64_t cubed = 10 + steep * steep * steep / 10000;
    return cubed * cubed + (ratio - steep) * 1000000;
}

static int64_t line_fit_cost(const struct trial *trial)
{
    int64_t bad = badness(trial);
    return trial->justified ? justified_cost(bad) : ragged_costs.line + bad * bad;
}

/* What it costs to end a line here. */
static int64_t break_cost(const struct candidate *candidate, const struct fit_measure *measure)
{
    const struct costs *costs = costs_of(measure->justified);
    bool cut = candidate->kind > CANDIDATE_INSIDE;
    if (candidate->kind == CANDIDATE_EMERGENCY || (cut && !measure->hyphenate))
        return emergency_cost;
    return costs->breaks[candidate->kind] + (candidate->small_piece ? costs->small_piece : 0) +
           (candidate->short_word ? costs->short_word : 0);
}

static int64_t last_line_cost(const struct trial *trial)
{
    const struct costs *costs = costs_of(trial->justified);
    int64_t full = trial->measure / FULL_LAST_LINE, lack = full - (trial->measure - trial->slack);
    bool is_short = !trial->first && lack > 0;
    bool alone = trial->from->hyphen && trial->from->next == trial->to->last;
    return (trial->from->hyphen ? costs->cut_last_word : 0) + (alone ? piece_alone_cost : 0) +
           (is_short ? costs->last_line * (lack * 100 / full) / 100 * (lack * 100 / full) / 100
                     : 0);
}

static int64_t trial_cost(const struct trial *trial, const struct fit_measure *measure)
{
    int64_t cost = fits(trial) ? line_fit_cost(trial) + break_cost(trial->to, measure)
                               : overfull_cost - paragraph_floor(trial->slack);
    return cost + (trial->last && !trial->fills ? last_line_cost(trial) : 0);
}

/* Work of fit_choose. */
struct fit {
    const struct text_paragraph *paragraph;
    const struct fit_measure *measure;
    enum fit_pass pass;
    bool strict; /* no line much shorter than the measure */
    uint32_t counts, first_class, classes, states;
};

/* A line's state: its number where lines are counted, its class, and whether it and the one before
 * end in hyphens. */
static uint32_t state_of(const struct fit *fit, uint32_t count, uint32_t class, bool row)
{
    return (count * fit->classes + class - fit->first_class) * 2 + row;
}

static struct fit_way *ways_to(const struct fit *fit, size_t candidate)
{
    return &fit->paragraph->library->scratch.ways[candidate * fit->states];
}

int64_t fit_hyphens_cost(const struct fit_measure *measure, bool second, bool third)
{
    if (!second)
        return 0;
    return third ? third_hyphen_cost : costs_of(measure->justified)->second_hyphen;
}

int64_t fit_classes_cost(enum fit_class above, enum fit_class below)
{
    return abs((int)above - (int)below) > 1 ? adjacent_cost : 0;
}

/* TeX's classes: a half of what a line can take, and all of it. */
static enum fit_class class_of(const struct trial *trial)
{
    int64_t bad = trial->justified ? badness(trial) : 0;
    if (trial->slack < 0)
        return bad > 50 ? FIT_TIGHT : FIT_DECENT;
    return bad > 100 ? FIT_VERY_LOOSE : bad > 50 ? FIT_LOOSE : FIT_DECENT;
}

/* A line that is tried, as it follows others. */
struct step {
    const struct fit_way *from; /* of its start */
    struct fit_way *to;         /* of its end */
    struct candidate *end;
    uint32_t start; /* index of its start */
    int64_t cost;
    enum fit_class class;
    bool hyphens; /* both ends are hyphens */
};

/* Goes over the line from a state; keeps the way where it is the cheapest so far to the next. */
static void relax_state(const struct step *step, uint32_t state, int64_t adjacent, uint32_t next)
{
    int64_t cost = step->from[state].cost + step->cost + adjacent;
    if (cost < step->to[next].cost)
        step->to[next] = (struct fit_way){cost, step->start, state};
    if (cost < step->end->cheapest)
        step->end->cheapest = cost;
}

/* What it costs to stand below a line of that class; row: that one and the line above it end in
 * hyphens. */
static int64_t adjacent_cost_of(const struct fit *fit, const struct step *step, uint32_t class,
                                bool row)
{
    if (!step->hyphens && class == step->class)
        return 0;
    return fit_hyphens_cost(fit->measure, step->hyphens, row) +
           fit_classes_cost(class, step->class);
}

/* From all states that the line before it, the count-th, can have left. */
static void relax_states(const struct fit *fit, const struct step *step, uint32_t count)
{
    uint32_t next = state_of(fit, count + (fit->counts > 1), step->class, step->hyphens);
    uint32_t state = state_of(fit, count, fit->first_class, false);
    for (uint32_t i = 0; i < fit->classes; i++)
        for (int row = 0; row < 2; row++, state++)
            if (step->from[state].cost < never)
                relax_state(step, state, adjacent_cost_of(fit, step, fit->first_class + i, row),
                            next);
}

static void relax(const struct fit *fit, const struct trial *trial, size_t from, size_t to)
{
    const struct step step = {
        .from = ways_to(fit, from),
        .to = ways_to(fit, to),
        .end = &fit->paragraph->library->scratch.candidates[to],
        .start = (uint32_t)from,
        .cost = trial_cost(trial, fit->measure),
        .class = class_of(trial),
        .hyphens = trial->from->hyphen && trial->to->hyphen,
    };
    uint32_t steps = fit->counts > 1 ? fit->counts - 1 : 1;
    for (uint32_t count = 0; count < steps; count++)
        relax_states(fit, &step, count);
}

static bool is_reached(const struct candidate *candidate)
{
    return candidate->cheapest < never;
}

static bool is_tolerable(const struct trial *trial)
{
    return badness(trial) <= costs_of(trial->justified)->tolerance;
}

/* Where no line ends well here, the shortest one does. */
static void accept_overfull(const struct fit *fit, size_t to)
{
    struct trial trial = try_line(fit->paragraph, fit->measure, to - 1, to);
    relax(fit, &trial, to - 1, to);
}

/* Tries every line that can end at a candidate, from the shortest on. */
static void find_best(const struct fit *fit, size_t to)
{
    struct fit_scratch *scratch = &fit->paragraph->library->scratch;
    bool first_is_wider = fit->measure->first_width > fit->measure->width;
    for (size_t from = to; from-- > 0;) {
        struct trial trial = try_line(fit->paragraph, fit->measure, from, to);
        if (!fits(&trial)) {
            if (!from || !first_is_wider)
                break;
            from = 1; /* a hanging first line may hold more */
            continue;
        }
        if (!fit->strict || is_tolerable(&trial))
            relax(fit, &trial, from, to);
    }
    if (!fit->strict && !is_reached(&scratch->candidates[to]))
        accept_overfull(fit, to);
}

static void candidate_added(void *context)
{
    const struct fit *fit = context;
    struct fit_scratch *scratch = &fit->paragraph->library->scratch;
    size_t index = scratch->count - 1;
    while (scratch->way_capacity < scratch->count * fit->states)
        memory_grow((void **)&scratch->ways, scratch->way_capacity, &scratch->way_capacity,
                    sizeof *scratch->ways);
    struct fit_way *ways = ways_to(fit, index);
    for (size_t i = 0; i < fit->states; i++)
        ways[i].cost = never;
    scratch->candidates[index].cheapest = index ? never : 0;
    if (index)
        find_best(fit, index);
    else
        ways[state_of(fit, 0, FIT_DECENT, false)].cost = 0;
}

/* Whether a line that starts here can be one of a good paragraph: no start nearby is cheaper by
   more than one bad line. */
static bool is_good_start(const struct fit *fit, size_t index)
{
    const struct fit_scratch *scratch = &fit->paragraph->library->scratch;
    const struct candidate *start = &scratch->candidates[index];
    int64_t near = fit->measure->width / 2;
    int64_t limit = start->cheapest - costs_of(fit->measure->justified)->good_start;
    for (size_t i = index; i-- > 0 && start->after - scratch->candidates[i].after < near;)
        if (scratch->candidates[i].cheapest < limit)
            return false;
    for (size_t i = index + 1;
         i < scratch->count && scratch->candidates[i].after - start->after < near; i++)
        if (scratch->candidates[i].cheapest < limit)
            return false;
    return true;
}

/*
 * Dictionaries are slow. A word is worth looking up when the end of the measure falls into it on
 * a line with a good start.
 */
static bool is_worth_cutting(void *context, uint32_t index)
{
    const struct fit *fit = context;
    const struct fit_scratch *scratch = &fit->paragraph->library->scratch;
    const struct atom *atom = &fit->paragraph->atoms[index];
    if (fit->pass == FIT_EMERGENCY || (atom->word && hyphenate_is_marked(atom->word)))
        return true;
    for (size_t i = scratch->count; i-- > 0;) {
        int64_t measure = i ? fit->measure->width : fit->measure->first_width;
        int64_t room = measure - (atom->start - scratch->candidates[i].after);
        if (room < 0)
            break;
        if (room < atom->width && is_good_start(fit, i))
            return true;
    }
    return false;
}

/* The state that the paragraph ends in at least cost. */
static uint32_t last_state(const struct fit *fit)
{
    const struct fit_way *ways = ways_to(fit, fit->paragraph->library->scratch.count - 1);
    uint32_t best = state_of(fit, fit->counts - 1, fit->first_class, false);
    for (uint32_t i = 1; i < fit->classes; i++) {
        uint32_t state = state_of(fit, fit->counts - 1, fit->first_class + i, false);
        best = ways[state].cost < ways[best].cost ? state : best;
    }
    return best;
}

/* Walks back from the end and turns the walk round. */
static void trace(const struct fit *fit, uint32_t state)
{
    struct fit_scratch *scratch = &fit->paragraph->library->scratch;
    size_t lines = 0;
    for (size_t i = scratch->count - 1; i > 0; lines++) {
        memory_grow((void **)&scratch->chosen, lines, &scratch->chosen_capacity,
                    sizeof *scratch->chosen);
        scratch->chosen[lines] = (uint32_t)i;
        const struct fit_way *way = &ways_to(fit, i)[state];
        i = way->previous;
        state = way->previous_state;
    }
    for (size_t i = 0; i < lines / 2; i++) {
        uint32_t end = scratch->chosen[i];
        scratch->chosen[i] = scratch->chosen[lines - 1 - i];
        scratch->chosen[lines - 1 - i] = end;
    }
    scratch->chosen_count = lines;
}

static struct fit begin(const struct text_paragraph *paragraph, const struct fit_measure *measure,
                        enum fit_pass pass)
{
    struct fit fit = {.paragraph = paragraph, .measure = measure, .pass = pass};
    fit.strict = pass == FIT_STRICT || measure->lines;
    fit.counts = (uint32_t)measure->lines + 1;
    fit.first_class = measure->justified ? FIT_TIGHT : FIT_DECENT;
    fit.classes = measure->justified ? FIT_CLASSES : 1;
    fit.states = fit.counts * fit.classes * 2;
    return fit;
}

bool fit_choose(const struct text_paragraph *paragraph, size_t first, size_t end,
                const struct fit_measure *measure, enum fit_pass pass)
{
    static const enum hyphen_level least[] = {
        [FIT_STRICT] = HYPHEN_NONE,
        [FIT_NATURAL] = HYPHEN_NONE,
        [FIT_HYPHENS] = HYPHEN_SYLLABLE,
        [FIT_EMERGENCY] = HYPHEN_EMERGENCY,
    };
    struct fit fit = begin(paragraph, measure, pass);
    struct fit_scratch *scratch = &paragraph->library->scratch;
    candidates_collect(paragraph, first, end,
                       &(struct candidate_visitor){.least = least[pass],
                                                   .wants_points = is_worth_cutting,
                                                   .added = candidate_added,
                                                   .context = &fit});
    scratch->chosen_count = 0;
    uint32_t state = last_state(&fit);
    scratch->total = ways_to(&fit, scratch->count - 1)[state].cost;
    if (scratch->total >= never)
        return false;
    trace(&fit, state);
    return scratch->total < overfull_cost;
}

int64_t fit_total(const struct text_paragraph *paragraph)
{
    return paragraph->library->scratch.total;
}

enum fit_class fit_line_class(const struct text_paragraph *paragraph,
                              const struct fit_measure *measure, size_t from, size_t to)
{
    struct trial trial = try_line(paragraph, measure, from, to);
    return class_of(&trial);
}

int64_t fit_line_cost(const struct text_paragraph *paragraph, const struct fit_measure *measure,
                      enum fit_pass pass, size_t from, size_t to)
{
    struct trial trial = try_line(paragraph, measure, from, to);
    bool strict = pass == FIT_STRICT || measure->lines;
    if (!fits(&trial) || (strict && !is_tolerable(&trial)))
        return -1;
    return trial_cost(&trial, measure);
}
