#include "base/diag.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct diags {
    struct arena *arena;
    struct diag *items;
    size_t count, capacity;
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
    free(diags);
}

void diags_clear(struct diags *diags)
{
    arena_free(diags->arena);
    diags->arena = arena_new();
    diags->count = 0;
}

static int compare_strings(const char *a, const char *b)
{
    if (!a || !b)
        return (a != NULL) - (b != NULL);
    return strcmp(a, b);
}

static bool same(const struct diag *a, const struct diag *b)
{
    return a->severity == b->severity && a->place.line == b->place.line &&
           a->place.column == b->place.column && compare_strings(a->rule, b->rule) == 0 &&
           compare_strings(a->place.file, b->place.file) == 0 &&
           compare_strings(a->message, b->message) == 0 && compare_strings(a->hint, b->hint) == 0;
}

static void append(struct diags *diags, struct diag diag)
{
    for (size_t i = 0; i < diags->count; i++)
        if (same(&diags->items[i], &diag))
            return;
    memory_grow((void **)&diags->items, diags->count, &diags->capacity, sizeof diag);
    diags->items[diags->count++] = diag;
}

static const char *copy(struct diags *diags, const char *string)
{
    return string ? arena_strdup(diags->arena, string) : NULL;
}

bool diag_add(struct diags *diags, enum diag_severity severity, const char *rule,
              struct diag_place place, const char *hint, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *message = arena_alloc(diags->arena, (size_t)(size < 0 ? 0 : size) + 1);
    if (size > 0)
        vsnprintf(message, (size_t)size + 1, format, again);
    va_end(again);
    append(diags, (struct diag){
                      .severity = severity,
                      .rule = copy(diags, rule),
                      .place = {copy(diags, place.file), place.line, place.column},
                      .message = message,
                      .hint = copy(diags, hint),
                  });
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
    const struct diag *a = left, *b = right;
    int order = compare_strings(a->place.file, b->place.file);
    if (!order)
        order = (a->place.line > b->place.line) - (a->place.line < b->place.line);
    if (!order)
        order = (a->place.column > b->place.column) - (a->place.column < b->place.column);
    if (!order)
        order = compare_strings(a->rule, b->rule);
    return order ? order : compare_strings(a->message, b->message);
}

void diags_sort(struct diags *diags)
{
    if (diags->count)
        qsort(diags->items, diags->count, sizeof *diags->items, by_place);
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

static bool unpack_string(struct diags *diags, const char **bytes, const char *end,
                          const char **string)
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
    *string = arena_strndup(diags->arena, *bytes, (size_t)(stop - *bytes));
    *bytes = stop + 1;
    return true;
}

bool diags_unpack(struct diags *diags, const char *bytes, size_t size)
{
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
        if (!unpack_string(diags, &bytes, end, &diag.rule) ||
            !unpack_string(diags, &bytes, end, &diag.place.file) ||
            !unpack_string(diags, &bytes, end, &diag.message) ||
            !unpack_string(diags, &bytes, end, &diag.hint) || !diag.message)
            return false;
        append(diags, diag);
    }
    return true;
}
