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

/* A total order of everything in two diagnostics: what a reader sorts by comes first. */
static int compare(const struct diag *a, const struct diag *b)
{
    int order = compare_strings(a->place.file, b->place.file);
    if (!order)
        order = (a->place.line > b->place.line) - (a->place.line < b->place.line);
    if (!order)
        order = (a->place.column > b->place.column) - (a->place.column < b->place.column);
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

/* Takes a diagnostic in a copy, unless it is there already or one too many. */
static void append(struct diags *diags, struct diag diag)
{
    if (2 * (diags->count + 1) > diags->slot_count)
        index_items(diags, diags->slot_count ? 2 * diags->slot_count : 32);
    if (*find_slot(diags, &diag) || !is_taken(diags, &diag))
        return;
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

static void vadd(struct diags *diags, struct diag diag, const char *format, va_list arguments)
{
    char message[ROOM], hint[ROOM];
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
        int numbers[4] = {(int)diag->severity, (int)diag->rule, diag->place.line,
                          diag->place.column};
        buf_append(out, numbers, sizeof numbers);
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
        int numbers[4];
        struct diag diag = {0};
        if ((size_t)(end - bytes) < sizeof numbers)
            return false;
        memcpy(numbers, bytes, sizeof numbers);
        bytes += sizeof numbers;
        if (numbers[0] < DIAG_INFO || numbers[0] > DIAG_FAILURE || numbers[1] < 0 ||
            numbers[1] >= RULE_COUNT)
            return false;
        diag.severity = (enum diag_severity)numbers[0];
        diag.rule = (enum rule)numbers[1];
        diag.place.line = numbers[2];
        diag.place.column = numbers[3];
        if (!unpack_string(&bytes, end, &diag.place.file) ||
            !unpack_string(&bytes, end, &diag.message) || !unpack_string(&bytes, end, &diag.hint) ||
            !diag.message)
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
