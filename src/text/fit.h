/*
 * Inside text: the choice of line ends, TeX's total fit (Knuth and Plass 1981) in one backward
 * look for each place a line may end: of all lines that could end there the one is kept that makes
 * the cheapest paragraph up to it.
 */
#ifndef PYKALA_TEXT_FIT_H
#define PYKALA_TEXT_FIT_H

#include "base/units.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text_paragraph;

enum candidate_kind {
    CANDIDATE_SPACE,  /* at a space, or at the paragraph's start or end */
    CANDIDATE_INSIDE, /* between characters: after a hyphen that is there, a slash, … */
    CANDIDATE_COMPOUND,
    CANDIDATE_SYLLABLE,
    CANDIDATE_EMERGENCY
};

/* A place where a line may end and the next one start. Sums are the paragraph's (struct atom). */
struct candidate {
    enum candidate_kind kind;
    bool hyphen;    /* a hyphen is drawn */
    uint32_t last;  /* atom that ends the line */
    uint32_t next;  /* atom that starts the next line; the same where a word is cut */
    int point;      /* of the cut word's hyphens, or -1 */
    int64_t before; /* end of what is drawn on the line, a hyphen included */
    int64_t after;  /* start of what is drawn on the next */
    int64_t glue_before, glue_after;
    uint32_t fills_before, fills_after;
    /* The cheapest way here: [1] where two hyphens or more follow each other. */
    struct {
        int64_t cost;
        uint32_t previous;
        bool previous_row;
    } best[2];
};

/* Memory of the last fit: candidates, of which chosen are the lines' ends. */
struct fit_scratch {
    struct candidate *candidates;
    size_t count, capacity;
    uint32_t *chosen;
    size_t chosen_count, chosen_capacity;
};

enum fit_pass { FIT_NATURAL, FIT_HYPHENS, FIT_EMERGENCY };

struct fit_measure {
    int64_t width, first_width; /* fine */
    bool justified, hyphenate;
};

/*
 * Finds the candidates of the pass among the atoms from first up to end, which hold no forced
 * break. The first candidate is the start, the last one the end; none where nothing is drawn.
 */
void fit_collect(const struct text_paragraph *paragraph, size_t first, size_t end,
                 enum fit_pass pass);

/*
 * Chooses among the candidates. Returns false where there is no way without a line that is wider
 * than the measure, or (when tolerant is false) much shorter; what was chosen then is the best
 * there is, or when not tolerant, nothing.
 */
bool fit_choose(const struct text_paragraph *paragraph, const struct fit_measure *measure,
                bool tolerant);

/* The fine width of a line between two candidates, spaces unstretched. */
int64_t fit_width(const struct text_paragraph *paragraph, const struct candidate *from,
                  const struct candidate *to);

/* The fine width of the widest part between two candidates when words are hyphenated. */
int64_t fit_hyphenated_width(const struct text_paragraph *paragraph, const struct candidate *from,
                             const struct candidate *to);

/* How far spaces of this total width may shrink. */
int64_t fit_shrink(int64_t glue);

void fit_scratch_free(struct fit_scratch *scratch);

#endif
