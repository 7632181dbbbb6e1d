/*
 * An arena: many small allocations, one free. A stage puts its result in the document's arena.
 * All memory is zeroed and aligned for any type. Running out ends the process (memory.h).
 */
#ifndef PYKALA_BASE_ARENA_H
#define PYKALA_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* Returns an empty arena, owned by the caller (arena_free). */
struct arena *arena_new(void);

/* Frees the arena and all that was allocated in it. NULL is allowed. */
void arena_free(struct arena *arena);

/* Moves all that was allocated in other into the arena, without copying, and frees other. */
void arena_take(struct arena *arena, struct arena *other);

/* Returns size zeroed bytes that live as long as the arena. */
void *arena_alloc(struct arena *arena, size_t size);

/* Returns count × size zeroed bytes. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* Returns a copy of the string, or of its first size bytes with a NUL after them. */
char *arena_strdup(struct arena *arena, const char *string);
char *arena_strndup(struct arena *arena, const char *bytes, size_t size);

/* Returns the formatted string. Do not format floating point: the locale would show. */
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

#endif
