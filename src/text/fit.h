/*
 * Inside text: the choice of line ends, TeX's total fit (Knuth and Plass 1981), as a value that its
 * maker owns, asks and frees: one can choose any number of times, and answers for its last choice.
 */
#ifndef PYKALA_TEXT_FIT_H
#define PYKALA_TEXT_FIT_H

#include "text/breakpoint.h"

enum fit_pass {
    FIT_STRICT,   /* between words only, and no line much shorter than the measure */
    FIT_NATURAL,  /* between words only */
    FIT_HYPHENS,  /* also in words where that makes a good line better */
    FIT_EMERGENCY /* anywhere that a word can be cut */
};

/* A ragged column narrower than this many ems is judged as if it were as wide. */
enum { FIT_NARROW_EMS = 20 };

struct fit_measure {
    int64_t width, first_width; /* fine */
    int64_t narrow; /* fine, more than 0: the measure of narrow columns is taken as this wide */
    bool justified, hyphenate;
    size_t lines; /* exactly so many, none of them bad; 0: as many as are cheapest */
};

/* How tight a line is (TeX's fitness classes). A ragged line is always decent. */
enum fitness { FITNESS_TIGHT, FITNESS_DECENT, FITNESS_LOOSE, FITNESS_VERY_LOOSE, FITNESSES };

struct fit;

struct fit *fit_new(void);
void fit_free(struct fit *fit);

/*
 * Chooses line ends for the items from first up to end, which draw something and hold no forced
 * break. Returns false where there is no way without an overfull line; what was chosen is the best
 * there is, or after FIT_STRICT and where a number of lines is asked for, nothing.
 */
bool fit_choose(struct fit *fit, const struct text_paragraph *paragraph, size_t first, size_t end,
                const struct fit_measure *measure, enum fit_pass pass);

/* Returns what the choice costs in all. */
int64_t fit_total(const struct fit *fit);

/* Returns how many lines were chosen. */
size_t fit_lines(const struct fit *fit);

/* Returns the breakpoint that ends a line, counted from 1; of line 0 the start of the text. */
const struct breakpoint *fit_end(const struct fit *fit, size_t line);

/* Returns the breakpoints that were chosen from. */
const struct breakpoints *fit_breakpoints(const struct fit *fit);

/*
 * Returns what a line costs that goes from one breakpoint to another; -1 where it does not fit, or
 * in FIT_STRICT is too short or loose. What it costs to stand below the line before comes on top.
 */
int64_t fit_line_cost(const struct text_paragraph *paragraph, const struct fit_measure *measure,
                      enum fit_pass pass, const struct breakpoint *from,
                      const struct breakpoint *to);

/*
 * Returns what it costs that a line ends in a hyphen and the one before does, too: ladder. above:
 * the line before ended the same way.
 */
int64_t fit_ladder_cost(const struct fit_measure *measure, bool ladder, bool above);

enum fitness fit_line_fitness(const struct text_paragraph *paragraph,
                              const struct fit_measure *measure, const struct breakpoint *from,
                              const struct breakpoint *to);

/* Returns what it costs that a line stands below one of another fitness (TeX's \adjdemerits). */
int64_t fit_fitness_cost(enum fitness above, enum fitness below);

/* Returns how far spaces of this total width may shrink. */
int64_t fit_shrink(int64_t glue);

#endif
