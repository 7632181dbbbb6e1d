#include "base/diag.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/utf8.h"
#include "base/wire.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What becomes of a rule's diagnostics. */
struct policy {
    bool is_overridden, is_off;
    enum diag_severity severity; /* when overridden */
};

struct diags {
    struct arena *arena;
    struct policy policies[RULE_COUNT];
    size_t tallies[RULE_COUNT]; /* diagnostics of each rule, where there is a limit */
    size_t most;                /* of a rule; 0: any number */
    struct diag *items;
    size_t count, capacity;
    struct diag *last; /* that was added; NULL when it was dropped */
    /* A hash table of indices + 1 into items (0: free), so that a long list finds repeats in
     * constant time. */
    size_t *slots;
    size_t slot_count; /* a power of two, at least twice count; 0 at first */
};

struct diags *diags_new(void)
{
    struct diags *diags = memory_new(1, sizeof *diags);
    diags->arena = arena_new();
    return diags;
}

void diags_free(struct diags *diags)
{
    if (!diags)
        return;
    arena_free(diags->arena);
    free(diags->items);
    free(diags->slots);
    free(diags);
}

void diags_clear(struct diags *diags)
{
    arena_free(diags->arena);
    diags->arena = arena_new();
    diags->count = 0;
    diags->last = NULL;
    memset(diags->tallies, 0, sizeof diags->tallies);
    if (diags->slots)
        memset(diags->slots, 0, diags->slot_count * sizeof *diags->slots);
}

void diags_forget_overrides(struct diags *diags)
{
    memset(diags->policies, 0, sizeof diags->policies);
}

void diags_override(struct diags *diags, enum rule rule, enum diag_severity severity, bool is_off)
{
    diags->policies[rule] =
        (struct policy){.is_overridden = true, .is_off = is_off, .severity = severity};
}

enum diag_severity diags_severity(const struct diags *diags, enum rule rule)
{
    const struct policy *policy = &diags->policies[rule];
    return policy->is_overridden ? policy->severity : rule_info(rule)->severity;
}

bool diags_want(const struct diags *diags, enum rule rule)
{
    return !diags->policies[rule].is_off;
}

static int compare_strings(const char *a, const char *b)
{
    if (!a || !b)
        return (a != NULL) - (b != NULL);
    return strcmp(a, b);
}

/* A cell of a workbook, by which cells are sorted. A name without a cell has only a sheet. */
struct cell {
    size_t sheet;   /* the size of the sheet's name */
    size_t letters; /* of the column */
    const char *column;
    long row;
};

static struct cell cell_of(const char *name)
{
    const char *mark = strrchr(name, '!');
    const char *column = mark ? mark + 1 : name + strlen(name);
    size_t letters = strspn(column, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return (struct cell){(size_t)(column - name), letters, column,
                         strtol(column + letters, NULL, 10)};
}

/* Compares two cells: sheet by sheet, row by row, then column by column. */
static int compare_cells(const char *a, const char *b)
{
    if (!a || !b)
        return compare_strings(a, b);
    struct cell left = cell_of(a), right = cell_of(b);
    bool is_same_sheet = left.sheet == right.sheet && strncmp(a, b, left.sheet) == 0;
    int order = is_same_sheet ? (left.row > right.row) - (left.row < right.row) : 0;
    if (is_same_sheet && !order)
        order = (left.letters > right.letters) - (left.letters < right.letters);
    return order ? order : strcmp(a, b);
}

/* A total order of everything in two diagnostics: what a reader sorts by comes first. */
static int compare(const struct diag *a, const struct diag *b)
{
    int order = compare_strings(a->place.file, b->place.file);
    if (!order)
        order = (a->place.line > b->place.line) - (a->place.line < b->place.line);
    if (!order)
        order = (a->place.column > b->place.column) - (a->place.column < b->place.column);
    if (!order)
        order = compare_cells(a->place.cell, b->place.cell);
    if (!order)
        order = compare_strings(rule_info(a->rule)->id, rule_info(b->rule)->id);
    if (!order)
        order = compare_strings(a->message, b->message);
    if (!order)
        order = compare_strings(a->hint, b->hint);
    return order ? order : (a->severity > b->severity) - (a->severity < b->severity);
}

/* FNV-1a. */
static uint64_t hash_string(uint64_t hash, const char *string)
{
    for (; string && *string; string++)
        hash = (hash ^ (unsigned char)*string) * UINT64_C(1099511628211);
    return hash;
}

static uint64_t hash_of(const struct diag *diag)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    hash = hash_string(hash, diag->message);
    hash = hash_string(hash, diag->place.file);
    hash = hash_string(hash, diag->place.cell);
    hash = (hash ^ (unsigned)diag->place.line) * UINT64_C(1099511628211);
    hash = (hash ^ (unsigned)diag->place.column) * UINT64_C(1099511628211);
    return hash ^ hash >> 32;
}

/* Returns the slot that holds the diagnostic or, when none does, the free one for it. */
static size_t *find_slot(const struct diags *diags, const struct diag *diag)
{
    size_t mask = diags->slot_count - 1;
    for (size_t i = (size_t)hash_of(diag) & mask;; i = (i + 1) & mask) {
        size_t *slot = &diags->slots[i];
        if (!*slot || compare(&diags->items[*slot - 1], diag) == 0)
            return slot;
    }
}

static void index_items(struct diags *diags, size_t slot_count)
{
    free(diags->slots);
    diags->slots = memory_new(slot_count, sizeof *diags->slots);
    diags->slot_count = slot_count;
    for (size_t i = 0; i < diags->count; i++)
        *find_slot(diags, &diags->items[i]) = i + 1;
}

void diags_limit(struct diags *diags, size_t most)
{
    diags->most = most;
}

/* Counts a diagnostic where there is a limit. Returns whether it is taken. The first that is one
 * too many becomes the one that says so. */
static bool is_taken(struct diags *diags, struct diag *diag)
{
    size_t earlier = diags->most ? diags->tallies[diag->rule]++ : 0;
    if (!diags->most || earlier < diags->most)
        return true;
    if (earlier > diags->most)
        return false;
    diag->message = arena_printf(diags->arena, _("more than %d findings; the others are not told"),
                                 (int)diags->most);
    diag->hint = NULL;
    return true;
}

static const char *copy(struct diags *diags, const char *string)
{
    return string ? arena_strdup(diags->arena, string) : NULL;
}

static struct diag_text copy_text(struct arena *arena, struct diag_text text)
{
    return (struct diag_text){text.text ? arena_strndup(arena, text.text, text.size) : NULL,
                              text.size};
}

struct diag_place diag_place_copy(struct arena *arena, struct diag_place place)
{
    const struct diag_field *field = &place.field;
    place.file = place.file ? arena_strdup(arena, place.file) : NULL;
    place.cell = place.cell ? arena_strdup(arena, place.cell) : NULL;
    place.field =
        (struct diag_field){copy_text(arena, field->element), copy_text(arena, field->attribute),
                            copy_text(arena, field->value)};
    return place;
}

/* Takes a diagnostic in a copy, unless it is there already or one too many. */
static void append(struct diags *diags, struct diag diag)
{
    diags->last = NULL;
    if (2 * (diags->count + 1) > diags->slot_count)
        index_items(diags, diags->slot_count ? 2 * diags->slot_count : 32);
    if (*find_slot(diags, &diag) || !is_taken(diags, &diag))
        return;
    diag.place = diag_place_copy(diags->arena, diag.place);
    diag.message = copy(diags, diag.message);
    diag.hint = copy(diags, diag.hint);
    GROW(diags->items, diags->count, diags->capacity);
    diags->last = &diags->items[diags->count++];
    *diags->last = diag;
    *find_slot(diags, &diag) = diags->count;
}

void diag_relate(struct diags *diags, struct diag_place place)
{
    if (diags->last)
        diags->last->related = diag_place_copy(diags->arena, place);
}

void diag_edit(struct diags *diags, struct diag_place place, const char *text)
{
    if (!diags->last)
        return;
    if (strlen(text) > DIAG_LONGEST || place.cell) {
        diags->last->edits = NULL;
        diags->last = NULL;
        return;
    }
    struct diag_edit *edit = arena_alloc(diags->arena, sizeof *edit);
    *edit = (struct diag_edit){diag_place_copy(diags->arena, place), copy(diags, text), NULL};
    struct diag_edit **end = &diags->last->edits;
    while (*end)
        end = &(*end)->next;
    *end = edit;
}

void diag_replace(struct diags *diags, const char *text)
{
    if (diags->last && diags->last->place.end_line)
        diag_edit(diags, diags->last->place, text);
}

void diag_certain(struct diags *diags)
{
    if (diags->last)
        diags->last->is_certain = true;
}

/* Room for a string that is known to be too long, and for what says that it goes on. */
enum { TOO_LONG = DIAG_LONGEST + 1, ROOM = DIAG_LONGEST + sizeof "…" };

/* Cuts a string that is too long, but not inside a character. */
static const char *cut(char text[ROOM])
{
    size_t size = DIAG_LONGEST;
    if (strlen(text) < TOO_LONG)
        return text;
    while (size && !utf8_begins(text[size]))
        size--;
    memcpy(text + size, "…", sizeof "…");
    return text;
}

static void vadd(struct diags *diags, struct diag diag, const char *format, va_list arguments)
{
    char message[ROOM], hint[ROOM];
    diags->last = NULL;
    if (!diags_want(diags, diag.rule))
        return;
    if (diags->policies[diag.rule].is_overridden)
        diag.severity = diags_severity(diags, diag.rule);
    if (vsnprintf(message, TOO_LONG + 1, format, arguments) < 0)
        *message = '\0';
    snprintf(hint, TOO_LONG + 1, "%s", diag.hint ? diag.hint : "");
    diag.message = cut(message);
    diag.hint = diag.hint ? cut(hint) : NULL;
    append(diags, diag);
}

bool diag_vadd(struct diags *diags, enum rule rule, struct diag_place place, const char *hint,
               const char *format, va_list arguments)
{
    const struct diag diag = {rule_info(rule)->severity, rule, place, .hint = hint};
    vadd(diags, diag, format, arguments);
    return false;
}

bool diag_add(struct diags *diags, enum rule rule, struct diag_place place, const char *hint,
              const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    diag_vadd(diags, rule, place, hint, format, arguments);
    va_end(arguments);
    return false;
}

bool diag_add_as(struct diags *diags, enum diag_severity severity, enum rule rule,
                 struct diag_place place, const char *hint, const char *format, ...)
{
    va_list arguments;
    const struct diag diag = {severity, rule, place, .hint = hint};
    va_start(arguments, format);
    vadd(diags, diag, format, arguments);
    va_end(arguments);
    return false;
}

size_t diags_count(const struct diags *diags)
{
    return diags->count;
}

const struct diag *diags_at(const struct diags *diags, size_t index)
{
    return &diags->items[index];
}

size_t diags_at_least(const struct diags *diags, enum diag_severity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < diags->count; i++)
        count += diags->items[i].severity >= severity;
    return count;
}

static int by_place(const void *left, const void *right)
{
    return compare(left, right);
}

void diags_sort(struct diags *diags)
{
    if (!diags->count)
        return;
    diags->last = NULL;
    qsort(diags->items, diags->count, sizeof *diags->items, by_place);
    index_items(diags, diags->slot_count);
}

/* Returns a place under the new name of a file, when it is in that file. */
static struct diag_place renamed(struct diag_place place, const char *old, const char *file)
{
    if (file && place.file && old && strcmp(place.file, old) == 0)
        place.file = file;
    return place;
}

/* Adds the places and changes of a diagnostic to the one that was added last. */
static void add_rest(struct diags *diags, const struct diag *from, const char *file)
{
    if (from->related.file)
        diag_relate(diags, renamed(from->related, from->place.file, file));
    for (const struct diag_edit *edit = from->edits; edit; edit = edit->next)
        diag_edit(diags, renamed(edit->place, from->place.file, file), edit->text);
}

void diag_copy(struct diags *diags, const struct diag *diag, const char *file)
{
    struct diag bare = *diag;
    bare.place.file = file ? file : bare.place.file;
    bare.related = (struct diag_place){0};
    bare.edits = NULL;
    append(diags, bare);
    add_rest(diags, diag, file);
}

void diags_add_all(struct diags *diags, const struct diags *from)
{
    for (size_t i = 0; i < from->count; i++)
        diag_copy(diags, &from->items[i], NULL);
}

static void pack_place(struct buf *out, const struct diag_place *place)
{
    wire_put_number(out, place->line);
    wire_put_number(out, place->column);
    wire_put_number(out, place->end_line);
    wire_put_number(out, place->end_column);
    wire_put_string(out, place->file);
    wire_put_string(out, place->field.element.text);
    wire_put_string(out, place->field.attribute.text);
    wire_put_string(out, place->field.value.text);
    wire_put_string(out, place->cell);
}

static void pack(const struct diag *diag, struct buf *out)
{
    wire_put_number(out, diag->severity);
    wire_put_number(out, diag->rule);
    wire_put_number(out, diag->is_certain);
    pack_place(out, &diag->place);
    wire_put_string(out, diag->message);
    wire_put_string(out, diag->hint);
    pack_place(out, &diag->related);
    for (const struct diag_edit *edit = diag->edits; edit; edit = edit->next) {
        wire_put_string(out, edit->text);
        pack_place(out, &edit->place);
    }
    wire_put_string(out, NULL);
}

void diags_pack(const struct diags *diags, struct buf *out)
{
    for (size_t i = 0; i < diags->count; i++)
        pack(&diags->items[i], out);
}

static struct diag_text unpack_text(struct wire *wire)
{
    const char *text = wire_string(wire);
    return (struct diag_text){text, text ? strlen(text) : 0};
}

static struct diag_place unpack_place(struct wire *wire)
{
    struct diag_place place = {0};
    place.line = (int)wire_number(wire);
    place.column = (int)wire_number(wire);
    place.end_line = (int)wire_number(wire);
    place.end_column = (int)wire_number(wire);
    place.file = wire_string(wire);
    place.field.element = unpack_text(wire);
    place.field.attribute = unpack_text(wire);
    place.field.value = unpack_text(wire);
    place.cell = wire_string(wire);
    return place;
}

static bool unpack(struct wire *wire, struct diags *diags)
{
    struct diag diag = {0};
    int64_t severity = wire_number(wire), rule = wire_number(wire);
    diag.is_certain = wire_number(wire) != 0;
    diag.place = unpack_place(wire);
    diag.message = wire_string(wire);
    diag.hint = wire_string(wire);
    struct diag_place related = unpack_place(wire);
    if (wire->is_broken || !diag.message || severity < DIAG_INFO || severity > DIAG_FAILURE ||
        rule < 0 || rule >= RULE_COUNT)
        return false;
    diag.severity = (enum diag_severity)severity;
    diag.rule = (enum rule)rule;
    append(diags, diag);
    diag_relate(diags, related);
    for (const char *text; (text = wire_string(wire));) {
        struct diag_place place = unpack_place(wire);
        if (!wire->is_broken)
            diag_edit(diags, place, text);
    }
    return !wire->is_broken;
}

bool diags_unpack(struct diags *diags, const char *bytes, size_t size)
{
    struct wire wire = wire_begin(bytes, size);
    while (wire.at < wire.end)
        if (!unpack(&wire, diags))
            return false;
    return true;
}
