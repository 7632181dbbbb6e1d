/*
 * Inside text: chooses line ends by TeX's total fit (Knuth and Plass 1981). A fit can choose any
 * number of times, and answers for its last choice.
 */
#ifndef PYKALA_TEXT_FIT_H
#define PYKALA_TEXT_FIT_H

#include "text/breakpoint.h"

enum fit_pass {
    FIT_STRICT,   /* between words only, and no line much shorter than the measure */
    FIT_NATURAL,  /* between words only */
    FIT_HYPHENS,  /* also in words where that makes a good line better */
    FIT_EMERGENCY /* at all points of words, too */
};

/* The width by which narrower ragged columns are judged. */
enum { FIT_NARROW_EMS = 20 };

struct fit_measure {
    int64_t width, first_width; /* fine */
    int64_t narrow;             /* fine, more than 0: the least width to judge a rag by */
    bool justified, hyphenate;
    size_t lines; /* the exact number, none of them bad; 0: the cheapest number */
};

/* The tightness of a line: TeX's fitness classes. A ragged line is always decent. */
enum fitness { FITNESS_TIGHT, FITNESS_DECENT, FITNESS_LOOSE, FITNESS_VERY_LOOSE, FITNESSES };

struct fit;

struct fit *fit_new(void);
void fit_free(struct fit *fit);

/*
 * Chooses line ends for the items from first up to end, which draw something and hold no forced
 * break. Returns false where every choice has an overfull line: the best one stands then, or none
 * after FIT_STRICT or with a number of lines.
 */
bool fit_choose(struct fit *fit, const struct text_paragraph *paragraph, size_t first, size_t end,
                const struct fit_measure *measure, enum fit_pass pass);

/* Returns the cost of the whole choice. */
int64_t fit_total(const struct fit *fit);

/* Returns how many lines were chosen. */
size_t fit_lines(const struct fit *fit);

/* Returns the breakpoint at the end of a line, counted from 1; for 0 the start of the text. */
const struct breakpoint *fit_end(const struct fit *fit, size_t line);

/* Returns all breakpoints, chosen or not. */
const struct breakpoints *fit_breakpoints(const struct fit *fit);

/*
 * Returns the cost of a line between two breakpoints, without that of standing below the line
 * before; -1 where the line does not fit, or in FIT_STRICT is too short or loose.
 */
int64_t fit_line_cost(const struct text_paragraph *paragraph, const struct fit_measure *measure,
                      enum fit_pass pass, const struct breakpoint *from,
                      const struct breakpoint *to);

/* Returns the cost of a ladder: a line and the one before end in hyphens. above: the line before
 * already made one. */
int64_t fit_ladder_cost(const struct fit_measure *measure, bool ladder, bool above);

enum fitness fit_line_fitness(const struct text_paragraph *paragraph,
                              const struct fit_measure *measure, const struct breakpoint *from,
                              const struct breakpoint *to);

/* Returns the cost of a line below one of another fitness (TeX's \adjdemerits). */
int64_t fit_fitness_cost(enum fitness above, enum fitness below);

/* Returns the most that spaces of the total width glue may shrink by. */
int64_t fit_shrink(int64_t glue);

#endif
