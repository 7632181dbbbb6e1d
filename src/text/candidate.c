#include "text/candidate.h"

#include "base/memory.h"
#include "text/hyphenate.h"
#include "text/paragraph.h"

#include <stdlib.h>

enum { LEAST_PIECE = 4, LEAST_WORD = 10, SHORT_WORD = 3 }; /* letters */

void fit_scratch_free(struct fit_scratch *scratch)
{
    free(scratch->candidates);
    free(scratch->ways);
    free(scratch->chosen);
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
    const struct word *piece = shape_between(paragraph->library, atom->word, first, last);
    return paragraph_fine(paragraph, atom->span,
                          piece->advance + (hyphen ? piece->style.font->hyphen_advance : 0));
}

static size_t count_characters(const char *text, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t i = from; i < to; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

/* Whether a cut there, which is not between a compound's parts, tears a reader's word apart. */
static bool is_small_piece(const struct word *word, const struct hyphen_point *point)
{
    size_t before = count_characters(word->text, 0, point->end);
    size_t after = count_characters(word->text, point->start, word->size);
    return point->level == HYPHEN_SYLLABLE &&
           (before < LEAST_PIECE || after < LEAST_PIECE || before + after < LEAST_WORD);
}

/* Words such as ja, on, se: they belong to what follows. */
static bool is_short_word(const struct text_paragraph *paragraph, uint32_t index)
{
    const struct atom *atom = &paragraph->atoms[index];
    if (atom->kind != ATOM_BOX || atom->size > SHORT_WORD || (index && atom[-1].kind != ATOM_SPACE))
        return false;
    for (uint32_t i = 0; i < atom->size; i++)
        if ((atom->word->text[i] | 0x20) < 'a' || (atom->word->text[i] | 0x20) > 'z')
            return false;
    return true;
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
    candidate.small_piece = is_small_piece(atom->word, &hyphens->points[point]);
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

static bool wants_points(const struct candidate_visitor *visitor, uint32_t index)
{
    return visitor && visitor->least && visitor->wants_points(visitor->context, index);
}

static void added(const struct candidate_visitor *visitor)
{
    if (visitor)
        visitor->added(visitor->context);
}

static void add_points(const struct text_paragraph *paragraph, uint32_t index,
                       const struct candidate_visitor *visitor)
{
    if (!wants_points(visitor, index))
        return;
    const struct hyphens *hyphens = hyphens_of(paragraph, index);
    for (size_t i = 0; hyphens && i < hyphens->count; i++) {
        if (hyphens->points[i].level < visitor->least)
            continue;
        *add_candidate(&paragraph->library->scratch) = cut_word(paragraph, index, i);
        added(visitor);
    }
}

static void add_start(const struct text_paragraph *paragraph, uint32_t first,
                      const struct candidate_visitor *visitor)
{
    start_with(paragraph, first, add_candidate(&paragraph->library->scratch));
    added(visitor);
}

static void add_end(const struct text_paragraph *paragraph, uint32_t last,
                    const struct candidate_visitor *visitor)
{
    struct candidate *candidate = add_candidate(&paragraph->library->scratch);
    end_with(paragraph, last, candidate);
    candidate->end = true;
    added(visitor);
}

static void add_natural(const struct text_paragraph *paragraph, uint32_t last, uint32_t next,
                        const struct candidate_visitor *visitor)
{
    struct candidate *candidate = add_candidate(&paragraph->library->scratch);
    end_with(paragraph, last, candidate);
    start_with(paragraph, next, candidate);
    candidate->kind = next == last + 1 ? CANDIDATE_INSIDE : CANDIDATE_SPACE;
    candidate->short_word = is_short_word(paragraph, last);
    added(visitor);
}

void candidates_collect(const struct text_paragraph *paragraph, size_t first, size_t end,
                        const struct candidate_visitor *visitor)
{
    const struct atom *atoms = paragraph->atoms;
    bool started = false, breaks = false;
    uint32_t last = 0;
    paragraph->library->scratch.count = 0;
    for (uint32_t i = (uint32_t)first; i < end; i++) {
        if (is_drawn(&atoms[i])) {
            if (!started)
                add_start(paragraph, i, visitor);
            else if (breaks)
                add_natural(paragraph, last, i, visitor);
            add_points(paragraph, i, visitor);
            started = true;
            breaks = false;
            last = i;
        }
        breaks |= atoms[i].breaks;
    }
    if (started)
        add_end(paragraph, last, visitor);
}

int64_t candidate_width(const struct text_paragraph *paragraph, const struct candidate *from,
                        const struct candidate *to)
{
    if (from->next == to->last && from->point >= 0 && to->point >= 0)
        return piece_width(paragraph, to->last, (size_t)from->point + 1, (size_t)to->point,
                           to->hyphen);
    return to->before - from->after;
}

/* Widens *widest to the pieces that the word's points leave. *start is where the piece that is open
 * before the word begins; then, where the one that is open behind it does. */
static void widen_to_pieces(const struct text_paragraph *paragraph, uint32_t index, int64_t *start,
                            int64_t *widest)
{
    const struct atom *atom = &paragraph->atoms[index];
    const struct hyphens *hyphens = hyphens_of(paragraph, index);
    int64_t before = atom->start - *start;
    size_t first = 0;
    for (size_t i = 0; hyphens && i < hyphens->count; i++) {
        if (hyphens->points[i].level < HYPHEN_SYLLABLE)
            continue;
        int64_t width = before + piece_width(paragraph, index, first, i, hyphens->points[i].drawn);
        *widest = width > *widest ? width : *widest;
        before = 0;
        first = i + 1;
    }
    if (first)
        *start =
            atom->start + atom->width - piece_width(paragraph, index, first, hyphens->count, false);
}

int64_t candidate_hyphenated_width(const struct text_paragraph *paragraph,
                                   const struct candidate *from, const struct candidate *to)
{
    int64_t start = from->after, widest = 0;
    for (uint32_t i = from->next; i <= to->last; i++)
        widen_to_pieces(paragraph, i, &start, &widest);
    return to->before - start > widest ? to->before - start : widest;
}
