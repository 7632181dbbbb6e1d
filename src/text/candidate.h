/* Inside text: the places where lines may end, and widths between them. */
#ifndef PYKALA_TEXT_CANDIDATE_H
#define PYKALA_TEXT_CANDIDATE_H

#include "text/hyphen_level.h"

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
    bool hyphen;      /* a hyphen is drawn */
    bool end;         /* of the text */
    bool small_piece; /* cuts a syllable off a short word, or a short one off */
    bool short_word;  /* a word of few letters ends the line */
    uint32_t last;    /* atom that ends the line */
    uint32_t next;    /* atom that starts the next line; the same where a word is cut */
    int point;        /* of the cut word's hyphens, or -1 */
    int64_t before;   /* end of what is drawn on the line, a hyphen included */
    int64_t after;    /* start of what is drawn on the next */
    int64_t glue_before, glue_after;
    uint32_t fills_before, fills_after;
    int64_t cheapest; /* of all ways here that fit.c knows */
};

/* The cheapest way to a candidate in one state (fit.c), and what it comes from. */
struct fit_way {
    int64_t cost;
    uint32_t previous, previous_state;
};

/* Memory of the last fit: candidates, of which chosen are the lines' ends. */
struct fit_scratch {
    struct candidate *candidates;
    size_t count, capacity;
    struct fit_way *ways; /* as many for each candidate as there are states */
    size_t way_capacity;
    uint32_t *chosen;
    size_t chosen_count, chosen_capacity;
    int64_t total; /* what the choice costs */
};

void fit_scratch_free(struct fit_scratch *scratch);

/* Follows candidates_collect. */
struct candidate_visitor {
    enum hyphen_level
        least; /* words are cut at points of at least this level; HYPHEN_NONE: never */
    bool (*wants_points)(void *context, uint32_t atom); /* whether this word is cut at all */
    void (*added)(void *context);                       /* a candidate was added */
    void *context;
};

/*
 * Puts the candidates among the atoms from first up to end, which hold no forced break, in the
 * library's scratch memory. The first candidate is the start, the last one the end; there are
 * none where nothing is drawn. visitor may be NULL: words are not cut then.
 */
void candidates_collect(const struct text_paragraph *paragraph, size_t first, size_t end,
                        const struct candidate_visitor *visitor);

/* The fine width of a line between two candidates, spaces unstretched. */
int64_t candidate_width(const struct text_paragraph *paragraph, const struct candidate *from,
                        const struct candidate *to);

/* The fine width of the widest part between two candidates when words are hyphenated. */
int64_t candidate_hyphenated_width(const struct text_paragraph *paragraph,
                                   const struct candidate *from, const struct candidate *to);

#endif
