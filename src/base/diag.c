#include "base/diag.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/memory.h"
#include "base/message.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A severity that a project has set. */
struct override {
    const char *rule;
    enum diag_severity severity;
    bool is_off;
};

/* How many there are of a rule. */
struct tally {
    const char *rule; /* in the arena */
    size_t count;
};

struct diags {
    struct arena *arena;
    struct override *overrides;
    size_t override_count, override_capacity;
    size_t most; /* of a rule; 0: any number */
    struct tally *tallies;
    size_t tally_count, tally_capacity;
    struct diag *items;
    size_t count, capacity;
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
    free(diags->tallies);
    diags_forget_overrides(diags);
    free(diags);
}

void diags_clear(struct diags *diags)
{
    arena_free(diags->arena);
    diags->arena = arena_new();
    diags->count = diags->tally_count = 0;
    if (diags->slots)
        memset(diags->slots, 0, diags->slot_count * sizeof *diags->slots);
}

void diags_forget_overrides(struct diags *diags)
{
    for (size_t i = 0; i < diags->override_count; i++)
        free((void *)(uintptr_t)diags->overrides[i].rule);
    free(diags->overrides);
    diags->overrides = NULL;
    diags->override_count = diags->override_capacity = 0;
}

void diags_override(struct diags *diags, const char *rule, enum diag_severity severity, bool is_off)
{
    size_t size = strlen(rule) + 1;
    char *copied = memory_new(size, 1);
    memcpy(copied, rule, size);
    memory_grow((void **)&diags->overrides, diags->override_count, &diags->override_capacity,
                sizeof *diags->overrides);
    diags->overrides[diags->override_count++] =
        (struct override){.rule = copied, .severity = severity, .is_off = is_off};
}

bool diags_severity(const struct diags *diags, const char *rule, enum diag_severity *severity)
{
    for (size_t i = diags->override_count; i-- > 0;)
        if (strcmp(diags->overrides[i].rule, rule) == 0) {
            *severity = diags->overrides[i].severity;
            return !diags->overrides[i].is_off;
        }
    return true;
}

static int compare_strings(const char *a, const char *b)
{
    if (!a || !b)
        return (a != NULL) - (b != NULL);
    return strcmp(a, b);
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
        order = compare_strings(a->rule, b->rule);
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

static struct tally *find_tally(struct diags *diags, const char *rule)
{
    for (size_t i = 0; i < diags->tally_count; i++)
        if (strcmp(diags->tallies[i].rule, rule) == 0)
            return &diags->tallies[i];
    memory_grow((void **)&diags->tallies, diags->tally_count, &diags->tally_capacity,
                sizeof *diags->tallies);
    diags->tallies[diags->tally_count] = (struct tally){.rule = arena_strdup(diags->arena, rule)};
    return &diags->tallies[diags->tally_count++];
}

/* Counts a diagnostic where there is a limit. Returns whether it is taken; the first that is one
 * too many says so. */
static bool is_taken(struct diags *diags, struct diag *diag)
{
    struct tally *tally = diags->most ? find_tally(diags, diag->rule) : NULL;
    if (!tally || tally->count++ < diags->most)
        return true;
    if (tally->count > diags->most + 1)
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

/* Takes a diagnostic in a copy, unless it is there already or one too many. */
static void append(struct diags *diags, struct diag diag)
{
    if (2 * (diags->count + 1) > diags->slot_count)
        index_items(diags, diags->slot_count ? 2 * diags->slot_count : 32);
    if (*find_slot(diags, &diag) || !is_taken(diags, &diag))
        return;
    diag.rule = copy(diags, diag.rule);
    diag.place.file = copy(diags, diag.place.file);
    diag.message = copy(diags, diag.message);
    diag.hint = copy(diags, diag.hint);
    memory_grow((void **)&diags->items, diags->count, &diags->capacity, sizeof diag);
    diags->items[diags->count++] = diag;
    *find_slot(diags, &diag) = diags->count;
}

/* Room for a string that is known to be too long, and for what says that it goes on. */
enum { TOO_LONG = DIAG_LONGEST + 1, ROOM = DIAG_LONGEST + sizeof "…" };

/* Cuts a string that is too long, but not inside a character. */
static const char *cut(char text[ROOM])
{
    size_t size = DIAG_LONGEST;
    if (strlen(text) < TOO_LONG)
        return text;
    while (size && ((unsigned char)text[size] & 0xC0) == 0x80)
        size--;
    memcpy(text + size, "…", sizeof "…");
    return text;
}

bool diag_vadd(struct diags *diags, enum diag_severity severity, const char *rule,
               struct diag_place place, const char *hint, const char *format, va_list arguments)
{
    char message[ROOM], short_hint[ROOM];
    if (!diags_severity(diags, rule, &severity))
        return false;
    int size = vsnprintf(message, TOO_LONG + 1, format, arguments);
    if (size < 0)
        *message = '\0';
    snprintf(short_hint, TOO_LONG + 1, "%s", hint ? hint : "");
    append(diags, (struct diag){
                      .severity = severity,
                      .rule = rule,
                      .place = place,
                      .message = cut(message),
                      .hint = hint ? cut(short_hint) : NULL,
                  });
    return false;
}

bool diag_add(struct diags *diags, enum diag_severity severity, const char *rule,
              struct diag_place place, const char *hint, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    diag_vadd(diags, severity, rule, place, hint, format, arguments);
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
    qsort(diags->items, diags->count, sizeof *diags->items, by_place);
    index_items(diags, diags->slot_count);
}

static void pack_string(struct buf *out, const char *string)
{
    buf_char(out, string ? 's' : 'n');
    if (string)
        buf_append(out, string, strlen(string) + 1);
}

void diags_pack(const struct diags *diags, struct buf *out)
{
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *diag = &diags->items[i];
        int numbers[3] = {(int)diag->severity, diag->place.line, diag->place.column};
        buf_append(out, numbers, sizeof numbers);
        pack_string(out, diag->rule);
        pack_string(out, diag->place.file);
        pack_string(out, diag->message);
        pack_string(out, diag->hint);
    }
}

/* The string stays where it is. */
static bool unpack_string(const char **bytes, const char *end, const char **string)
{
    if (*bytes == end)
        return false;
    char form = *(*bytes)++;
    *string = NULL;
    if (form == 'n')
        return true;
    const char *stop = memchr(*bytes, '\0', (size_t)(end - *bytes));
    if (form != 's' || !stop)
        return false;
    *string = *bytes;
    *bytes = stop + 1;
    return true;
}

bool diags_unpack(struct diags *diags, const char *bytes, size_t size)
{
    if (!size) /* bytes may be NULL, to which nothing can be added */
        return true;
    const char *end = bytes + size;
    while (bytes < end) {
        int numbers[3];
        struct diag diag = {0};
        if ((size_t)(end - bytes) < sizeof numbers)
            return false;
        memcpy(numbers, bytes, sizeof numbers);
        bytes += sizeof numbers;
        if (numbers[0] < DIAG_INFO || numbers[0] > DIAG_FAILURE)
            return false;
        diag.severity = (enum diag_severity)numbers[0];
        diag.place.line = numbers[1];
        diag.place.column = numbers[2];
        if (!unpack_string(&bytes, end, &diag.rule) ||
            !unpack_string(&bytes, end, &diag.place.file) ||
            !unpack_string(&bytes, end, &diag.message) || !unpack_string(&bytes, end, &diag.hint) ||
            !diag.rule || !diag.message)
            return false;
        append(diags, diag);
    }
    return true;
}

void diags_add_all(struct diags *diags, const struct diags *from)
{
    struct buf packed = {0};
    diags_pack(from, &packed);
    diags_unpack(diags, packed.data, packed.size);
    buf_free(&packed);
}
