/*
 * Inside text: the choice of line ends, TeX's total fit (Knuth and Plass 1981) in one backward
 * look for each place a line may end: of all lines that could end there the one is kept that makes
 * the cheapest paragraph up to it. What a line costs also depends on the one before it, so the
 * cheapest is kept for each state that a line can leave: whether two hyphens follow each other,
 * how tight it is (justified), and its number where a number of lines is asked for.
 */
#ifndef PYKALA_TEXT_FIT_H
#define PYKALA_TEXT_FIT_H

#include "text/candidate.h"

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
enum fit_class { FIT_TIGHT, FIT_DECENT, FIT_LOOSE, FIT_VERY_LOOSE, FIT_CLASSES };

/*
 * Chooses line ends for the atoms from first up to end, which draw something and hold no forced
 * break: chosen in the library's scratch memory. Returns false where there is no way without an
 * overfull line; what was chosen is the best there is, or after FIT_STRICT and where a number of
 * lines is asked for, nothing.
 */
bool fit_choose(const struct text_paragraph *paragraph, size_t first, size_t end,
                const struct fit_measure *measure, enum fit_pass pass);

/* What the choice of fit_choose costs in all. */
int64_t fit_total(const struct text_paragraph *paragraph);

/*
 * What a line costs that goes from one candidate of the scratch memory to another; -1 where it
 * does not fit, or in FIT_STRICT is too short or loose. What it costs to stand below the line
 * before comes on top.
 */
int64_t fit_line_cost(const struct text_paragraph *paragraph, const struct fit_measure *measure,
                      enum fit_pass pass, size_t from, size_t to);

/* What it costs that a line ends in a hyphen and the one before does; third: as the one before. */
int64_t fit_hyphens_cost(const struct fit_measure *measure, bool second, bool third);

enum fit_class fit_line_class(const struct text_paragraph *paragraph,
                              const struct fit_measure *measure, size_t from, size_t to);

/* What it costs that a line of one class stands below one of the other (TeX's \adjdemerits). */
int64_t fit_classes_cost(enum fit_class above, enum fit_class below);

/* How far spaces of this total width may shrink. */
int64_t fit_shrink(int64_t glue);

#endif
