#include "text/fit.h"

#include "base/memory.h"
#include "text/hyphenate.h"
#include "text/paragraph.h"

#include <stdlib.h>

/*
 * Costs. A ragged line costs the square of its shortness, 100 being a fifth of the measure; a
 * justified one the square of TeX's badness, 100 being spaces half as wide again. A hyphen must
 * thus save about as much as it costs here.
 */
static const int64_t never = INT64_MAX / 4;
static const int64_t overfull_cost = 1000000000000;
static const int64_t emergency_cost = 10000000000;
static const int64_t third_hyphen_cost = 1000000000;
static const int64_t second_hyphen_cost = 6000;
static const int64_t cut_last_word_cost = 5000;
static const int64_t short_last_line_cost = 4000;
static const int64_t line_cost = 1000;
enum { TOLERANCE_RAGGED = 100, TOLERANCE_JUSTIFIED = 120, LEAST_LAST_LINE = 8 };

void fit_scratch_free(struct fit_scratch *scratch)
{
    free(scratch->candidates);
    free(scratch->chosen);
}

int64_t fit_shrink(int64_t glue)
{
    return glue / 5;
}

static bool is_drawn(const struct atom *atom)
{
    return atom->kind != ATOM_SPACE;
}

/* Ends the candidate's line with an atom. */
static void end_with(const struct text_paragraph *paragraph, uint32_t last,
                     struct candidate *candidate)
{
    const struct atom *atom = &paragraph->atoms[last];
    candidate->last = last;
    candidate->before = atom->start + atom->width;
    candidate->glue_before = atom->glue;
    candidate->fills_before = atom->fills + (atom->kind == ATOM_FILL);
}

static void start_with(const struct text_paragraph *paragraph, uint32_t next,
                       struct candidate *candidate)
{
    const struct atom *atom = &paragraph->atoms[next];
    candidate->next = next;
    candidate->after = atom->start;
    candidate->glue_after = atom->glue;
    candidate->fills_after = atom->fills;
}

static int64_t piece_width(const struct text_paragraph *paragraph, uint32_t index, size_t first,
                           size_t last, bool hyphen)
{
    const struct atom *atom = &paragraph->atoms[index];
    const struct word *piece = hyphenate_piece(paragraph->library, atom->word, first, last);
    return paragraph_fine(paragraph, atom->span,
                          piece->advance + (hyphen ? piece->font->hyphen_advance : 0));
}

static struct candidate cut_word(const struct text_paragraph *paragraph, uint32_t index,
                                 size_t point)
{
    static const enum candidate_kind kinds[] = {
        [HYPHEN_EMERGENCY] = CANDIDATE_EMERGENCY,
        [HYPHEN_SYLLABLE] = CANDIDATE_SYLLABLE,
        [HYPHEN_COMPOUND] = CANDIDATE_COMPOUND,
    };
    const struct atom *atom = &paragraph->atoms[index];
    const struct hyphens *hyphens = atom->word->hyphens;
    struct candidate candidate = {.kind = kinds[hyphens->points[point].level],
                                  .hyphen = hyphens->points[point].drawn,
                                  .point = (int)point};
    end_with(paragraph, index, &candidate);
    start_with(paragraph, index, &candidate);
    candidate.before = atom->start + piece_width(paragraph, index, 0, point, candidate.hyphen);
    candidate.after =
        atom->start + atom->width - piece_width(paragraph, index, point + 1, hyphens->count, false);
    return candidate;
}

/* The word's hyphenation points, which are looked for only now; NULL where it has none. */
static const struct hyphens *hyphens_of(const struct text_paragraph *paragraph, uint32_t index)
{
    const struct atom *atom = &paragraph->atoms[index];
    if (atom->kind != ATOM_BOX || !atom->hyphenates)
        return NULL;
    return hyphenate_word(paragraph->library, atom->word);
}

static struct candidate *add_candidate(struct fit_scratch *scratch)
{
    memory_grow((void **)&scratch->candidates, scratch->count, &scratch->capacity,
                sizeof *scratch->candidates);
    struct candidate *candidate = &scratch->candidates[scratch->count++];
    *candidate = (struct candidate){.kind = CANDIDATE_SPACE, .point = -1};
    return candidate;
}

static void add_points(const struct text_paragraph *paragraph, uint32_t index,
                       enum hyphen_level least)
{
    const struct hyphens *hyphens = hyphens_of(paragraph, index);
    for (size_t i = 0; hyphens && i < hyphens->count; i++)
        if (hyphens->points[i].level >= least)
            *add_candidate(&paragraph->library->scratch) = cut_word(paragraph, index, i);
}

static void add_start(const struct text_paragraph *paragraph, uint32_t first)
{
    start_with(paragraph, first, add_candidate(&paragraph->library->scratch));
}

static void add_end(const struct text_paragraph *paragraph, uint32_t last)
{
    end_with(paragraph, last, add_candidate(&paragraph->library->scratch));
}

static void add_natural(const struct text_paragraph *paragraph, uint32_t last, uint32_t next)
{
    struct candidate *candidate = add_candidate(&paragraph->library->scratch);
    end_with(paragraph, last, candidate);
    start_with(paragraph, next, candidate);
    candidate->kind = next == last + 1 ? CANDIDATE_INSIDE : CANDIDATE_SPACE;
}

void fit_collect(const struct text_paragraph *paragraph, size_t first, size_t end,
                 enum fit_pass pass)
{
    const struct atom *atoms = paragraph->atoms;
    bool started = false, breaks = false;
    uint32_t last = 0;
    paragraph->library->scratch.count = 0;
    for (uint32_t i = (uint32_t)first; i < end; i++) {
        if (is_drawn(&atoms[i])) {
            if (!started)
                add_start(paragraph, i);
            else if (breaks)
                add_natural(paragraph, last, i);
            if (pass != FIT_NATURAL)
                add_points(paragraph, i, pass == FIT_HYPHENS ? HYPHEN_SYLLABLE : HYPHEN_EMERGENCY);
            started = true;
            breaks = false;
            last = i;
        }
        breaks |= atoms[i].breaks;
    }
    if (started)
        add_end(paragraph, last);
}

int64_t fit_width(const struct text_paragraph *paragraph, const struct candidate *from,
                  const struct candidate *to)
{
    if (from->next == to->last && from->point >= 0 && to->point >= 0)
        return piece_width(paragraph, to->last, (size_t)from->point + 1, (size_t)to->point,
                           to->hyphen);
    return to->before - from->after;
}

int64_t fit_hyphenated_width(const struct text_paragraph *paragraph, const struct candidate *from,
                             const struct candidate *to)
{
    struct candidate previous = *from;
    int64_t widest = 0, width;
    for (uint32_t i = from->next; i <= to->last; i++) {
        const struct hyphens *hyphens = hyphens_of(paragraph, i);
        for (size_t j = 0; hyphens && j < hyphens->count; j++) {
            if (hyphens->points[j].level < HYPHEN_SYLLABLE)
                continue;
            struct candidate cut = cut_word(paragraph, i, j);
            width = fit_width(paragraph, &previous, &cut);
            widest = width > widest ? width : widest;
            previous = cut;
        }
    }
    width = fit_width(paragraph, &previous, to);
    return width > widest ? width : widest;
}

/* A line that might be, from one candidate to another. */
struct trial {
    const struct candidate *from, *to;
    int64_t measure, slack, glue;
    bool fills, first, last, justified;
};

static struct trial try_line(const struct text_paragraph *paragraph,
                             const struct fit_measure *measure, size_t from, size_t to)
{
    const struct fit_scratch *scratch = &paragraph->library->scratch;
    struct trial trial = {.from = &scratch->candidates[from], .to = &scratch->candidates[to]};
    trial.measure = from == 0 ? measure->first_width : measure->width;
    trial.slack = trial.measure - fit_width(paragraph, trial.from, trial.to);
    trial.glue = trial.to->glue_before - trial.from->glue_after;
    trial.fills = trial.to->fills_before != trial.from->fills_after;
    trial.first = from == 0;
    trial.last = to + 1 == scratch->count;
    trial.justified = measure->justified;
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
        return trial->slack * 500 / (trial->measure > 0 ? trial->measure : 1);
    int64_t flexible = trial->slack < 0 ? fit_shrink(trial->glue) : trial->glue / 2;
    int64_t ratio = llabs(trial->slack) * 100 / (flexible > 0 ? flexible : 1);
    return ratio > 450 ? 450 : ratio;
}

static int64_t line_fit_cost(const struct trial *trial)
{
    int64_t bad = badness(trial);
    if (trial->justified) {
        int64_t cubed = 10 + bad * bad * bad / 10000;
        return cubed * cubed;
    }
    return line_cost + bad * bad;
}

/* What it costs to end a line here. */
static int64_t break_cost(const struct candidate *candidate, const struct fit_measure *measure)
{
    static const int64_t costs[2][4] = {
        [false] = {0, 500, 7000, 10000},
        [true] = {0, 500, 1600, 3600},
    };
    bool cut = candidate->kind > CANDIDATE_INSIDE;
    if (candidate->kind == CANDIDATE_EMERGENCY || (cut && !measure->hyphenate))
        return emergency_cost;
    return costs[measure->justified][candidate->kind];
}

static int64_t last_line_cost(const struct trial *trial)
{
    bool is_short =
        !trial->first && trial->measure - trial->slack < trial->measure / LEAST_LAST_LINE;
    return (trial->from->hyphen ? cut_last_word_cost : 0) + (is_short ? short_last_line_cost : 0);
}

static int64_t trial_cost(const struct trial *trial, const struct fit_measure *measure)
{
    int64_t cost = line_fit_cost(trial) + break_cost(trial->to, measure);
    if (!fits(trial))
        cost = overfull_cost - paragraph_floor(trial->slack);
    return cost + (trial->last && !trial->fills ? last_line_cost(trial) : 0);
}

/* Keeps the way over the trial line where it is the cheapest so far. */
static void relax(struct fit_scratch *scratch, size_t from, size_t to, int64_t cost)
{
    const struct candidate *a = &scratch->candidates[from];
    struct candidate *b = &scratch->candidates[to];
    for (int row = 0; row < 2; row++) {
        bool next_row = b->hyphen && a->hyphen;
        int64_t hyphens = !next_row ? 0 : row ? third_hyphen_cost : second_hyphen_cost;
        int64_t total = a->best[row].cost + cost + hyphens;
        if (a->best[row].cost >= never || total >= b->best[next_row].cost)
            continue;
        b->best[next_row].cost = total;
        b->best[next_row].previous = (uint32_t)from;
        b->best[next_row].previous_row = row;
    }
}

static bool is_reached(const struct candidate *candidate)
{
    return candidate->best[0].cost < never || candidate->best[1].cost < never;
}

static bool is_tolerable(const struct trial *trial)
{
    return badness(trial) <= (trial->justified ? TOLERANCE_JUSTIFIED : TOLERANCE_RAGGED);
}

/* Tries every line that can end at a candidate, from the shortest on. */
static void find_best(const struct text_paragraph *paragraph, const struct fit_measure *measure,
                      size_t to, bool tolerant)
{
    struct fit_scratch *scratch = &paragraph->library->scratch;
    struct candidate *candidate = &scratch->candidates[to];
    bool first_is_wider = measure->first_width > measure->width;
    candidate->best[0].cost = candidate->best[1].cost = never;
    for (size_t from = to; from-- > 0;) {
        struct trial trial = try_line(paragraph, measure, from, to);
        if (!fits(&trial)) {
            if (from < 2 || !first_is_wider)
                break;
            from = 1; /* a hanging first line may hold more */
            continue;
        }
        if (tolerant || is_tolerable(&trial))
            relax(scratch, from, to, trial_cost(&trial, measure));
    }
    if (!tolerant || is_reached(candidate))
        return;
    struct trial trial = try_line(paragraph, measure, to - 1, to);
    relax(scratch, to - 1, to, trial_cost(&trial, measure));
}

/* Walks back from the end and turns the walk round. */
static void trace(struct fit_scratch *scratch)
{
    size_t lines = 0;
    bool row = false;
    for (size_t i = scratch->count - 1; i > 0; lines++) {
        memory_grow((void **)&scratch->chosen, lines, &scratch->chosen_capacity,
                    sizeof *scratch->chosen);
        scratch->chosen[lines] = (uint32_t)i;
        const struct candidate *candidate = &scratch->candidates[i];
        i = candidate->best[row].previous;
        row = candidate->best[row].previous_row;
    }
    for (size_t i = 0; i < lines / 2; i++) {
        uint32_t end = scratch->chosen[i];
        scratch->chosen[i] = scratch->chosen[lines - 1 - i];
        scratch->chosen[lines - 1 - i] = end;
    }
    scratch->chosen_count = lines;
}

bool fit_choose(const struct text_paragraph *paragraph, const struct fit_measure *measure,
                bool tolerant)
{
    struct fit_scratch *scratch = &paragraph->library->scratch;
    const struct candidate *end = &scratch->candidates[scratch->count - 1];
    scratch->chosen_count = 0;
    scratch->candidates[0].best[0].cost = 0;
    scratch->candidates[0].best[1].cost = never;
    for (size_t to = 1; to < scratch->count; to++)
        find_best(paragraph, measure, to, tolerant);
    if (!is_reached(end))
        return false;
    trace(scratch);
    return end->best[0].cost < overfull_cost;
}
