#include "base/correction.h"

#include "base/arena.h"
#include "base/blank.h"
#include "base/memory.h"
#include "base/recode.h"
#include "base/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { NOWHERE = -1 };

/* A change of a text, whose place is searched for. */
struct change {
    const struct diag_edit *edit;
    size_t owner; /* the index of the diagnostic */
    size_t order; /* among all changes */
    ptrdiff_t at, end;
};

/* The changes of a file, and of which diagnostics they are not made. */
struct changes {
    struct change *items;
    size_t count, capacity;
    bool *is_dropped; /* of each diagnostic */
};

struct corrections corrections_new(void)
{
    return (struct corrections){.arena = arena_new()};
}

void corrections_free(struct corrections *corrections)
{
    if (corrections->arena)
        arena_free(corrections->arena);
    free(corrections->items);
    *corrections = (struct corrections){0};
}

void corrections_add(struct corrections *corrections, struct correction correction)
{
    struct arena *arena = corrections->arena;
    correction.was = arena_strdup(arena, correction.was);
    correction.now = arena_strdup(arena, correction.now);
    correction.message = arena_strdup(arena, correction.message);
    GROW(corrections->items, corrections->count, corrections->capacity);
    corrections->items[corrections->count++] = correction;
}

static bool is_file(const char *name, const char *file)
{
    return name && strcmp(name, file) == 0;
}

bool correction_is_of(const struct diag *diag, const char *file)
{
    bool is_one = diag->is_certain && is_file(diag->place.file, file) &&
                  (diag->edits || diag->rule == RULE_XML_ENCODING);
    for (const struct diag_edit *edit = diag->edits; is_one && edit; edit = edit->next)
        is_one = is_file(edit->place.file, file) && edit->place.line > 0 &&
                 edit->place.column > 0 && edit->place.end_line > 0 && edit->place.end_column > 0;
    return is_one;
}

/* --- Places → offsets --- */

/* A place that is searched for. */
struct spot {
    int line, column;
    ptrdiff_t *offset;
};

static int by_spot(const void *left, const void *right)
{
    const struct spot *a = left, *b = right;
    int order = (a->line > b->line) - (a->line < b->line);
    return order ? order : (a->column > b->column) - (a->column < b->column);
}

/* Finds sorted spots in a text whose first line begins at an offset. Those behind the end of their
 * line are nowhere. */
static void find_spots(const struct buf *text, size_t at, struct spot *spots, size_t count)
{
    int line = 1, column = 1;
    for (size_t i = 0; i < count;) {
        const struct spot *spot = &spots[i];
        bool is_here = spot->line == line && spot->column == column;
        bool is_passed = spot->line < line || (spot->line == line && spot->column < column);
        if (is_here || is_passed || at >= text->size) {
            *spot->offset = is_here ? (ptrdiff_t)at : NOWHERE;
            i++;
            continue;
        }
        bool ends = blank_ends_line(text->data + at);
        for (at++; at < text->size && !utf8_begins(text->data[at]);)
            at++;
        column = ends ? 1 : column + 1;
        line += ends;
    }
}

static void find_places(const struct changes *changes, const struct buf *text, size_t from)
{
    struct spot *spots = memory_new(2 * changes->count, sizeof *spots);
    for (size_t i = 0; i < changes->count; i++) {
        struct change *change = &changes->items[i];
        const struct diag_place *place = &change->edit->place;
        spots[2 * i] = (struct spot){place->line, place->column, &change->at};
        spots[2 * i + 1] = (struct spot){place->end_line, place->end_column, &change->end};
    }
    qsort(spots, 2 * changes->count, sizeof *spots, by_spot);
    find_spots(text, from, spots, 2 * changes->count);
    free(spots);
}

/* --- Which changes are made --- */

static void add_changes(struct changes *changes, const struct diag *diag, size_t owner)
{
    for (const struct diag_edit *edit = diag->edits; edit; edit = edit->next) {
        GROW(changes->items, changes->count, changes->capacity);
        changes->items[changes->count] =
            (struct change){.edit = edit, .owner = owner, .order = changes->count};
        changes->count++;
    }
}

static int by_offset(const void *left, const void *right)
{
    const struct change *a = left, *b = right;
    int order = (a->at > b->at) - (a->at < b->at);
    return order ? order : (a->order > b->order) - (a->order < b->order);
}

/* Returns whether a change can't be made beside an earlier one, which begins no later. */
static bool is_in_the_way(const struct change *earlier, const struct change *later)
{
    bool is_one_insertion = earlier->owner == later->owner && earlier->at == earlier->end;
    return later->at < earlier->end || (later->at == earlier->at && !is_one_insertion);
}

/* Drops the diagnostics whose changes are nowhere or overlap with an earlier one. */
static void drop_overlapping(struct changes *changes)
{
    const struct change *last = NULL;
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        if (change->at == NOWHERE || change->end < change->at)
            changes->is_dropped[change->owner] = true;
    }
    qsort(changes->items, changes->count, sizeof *changes->items, by_offset);
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        if (changes->is_dropped[change->owner])
            continue;
        if (last && !changes->is_dropped[last->owner] && is_in_the_way(last, change))
            changes->is_dropped[change->owner] = true;
        else
            last = change;
    }
}

/* --- The result --- */

static bool is_same(const struct buf *text, const struct change *change)
{
    size_t size = (size_t)(change->end - change->at);
    return strlen(change->edit->text) == size &&
           memcmp(text->data + change->at, change->edit->text, size) == 0;
}

static void note(struct corrections *made, const struct diag *diag, const struct diag_place *place,
                 int round, const char *was, const char *now)
{
    corrections_add(made, (struct correction){.round = round,
                                              .rule = diag->rule,
                                              .line = place->line,
                                              .column = place->column,
                                              .end_line = place->end_line,
                                              .end_column = place->end_column,
                                              .was = was,
                                              .now = now,
                                              .message = diag->message});
}

/* Writes the text with the changes. Returns whether it is another. */
static bool write_changed(const struct buf *text, const struct changes *changes,
                          const struct diags *diags, int round, struct buf *out,
                          struct corrections *made)
{
    size_t from = 0, earlier = made->count;
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        size_t at = (size_t)change->at, end = (size_t)change->end;
        if (changes->is_dropped[change->owner] || is_same(text, change))
            continue;
        const char *was = arena_strndup(made->arena, text->data + at, end - at);
        note(made, diags_at(diags, change->owner), &change->edit->place, round, was,
             change->edit->text);
        buf_append(out, text->data + from, at - from);
        buf_string(out, change->edit->text);
        from = end;
    }
    buf_append(out, text->data + from, text->size - from);
    return made->count > earlier;
}

/* Returns the diagnostic that says for certain what a file is in that is not in UTF-8. */
static const struct diag *find_encoding(const struct diags *diags, const char *file)
{
    for (size_t i = 0; i < diags_count(diags); i++) {
        const struct diag *diag = diags_at(diags, i);
        if (diag->rule == RULE_XML_ENCODING && correction_is_of(diag, file))
            return diag;
    }
    return NULL;
}

static bool change_text(const struct buf *text, const char *file, const struct diags *diags,
                        int round, struct buf *out, struct corrections *made)
{
    struct changes changes = {.is_dropped = memory_new(diags_count(diags), sizeof(bool))};
    for (size_t i = 0; i < diags_count(diags); i++)
        if (correction_is_of(diags_at(diags, i), file))
            add_changes(&changes, diags_at(diags, i), i);
    if (changes.count) {
        find_places(&changes, text, utf8_mark_size(text->data, text->size));
        drop_overlapping(&changes);
    }
    bool is_changed = write_changed(text, &changes, diags, round, out, made);
    free(changes.items);
    free(changes.is_dropped);
    return is_changed;
}

bool correction_make(const struct buf *bytes, const char *file, const struct diags *diags,
                     int round, struct buf *out, struct corrections *made)
{
    struct buf text = {0};
    buf_append(&text, bytes->data, bytes->size);
    const struct recoding recoding = recode(&text);
    const struct diag *encoding = recoding.from ? find_encoding(diags, file) : NULL;
    bool is_known = !recoding.from || (encoding && *recoding.from);
    if (recoding.from)
        recode_drop_mark(&text);
    if (encoding && is_known)
        note(made, encoding, &(struct diag_place){0}, round, recoding.from, "UTF-8");
    bool is_changed = is_known && change_text(&text, file, diags, round, out, made);
    buf_free(&text);
    return is_changed || (is_known && encoding);
}
