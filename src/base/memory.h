/*
 * Memory that is always there: running out ends the process with a message and exit status 3, so no
 * caller needs a path for it. Nothing half-written is left: files get their names when they are
 * whole (file.h). It holds for the libraries, too: memory.c replaces malloc, calloc and realloc in
 * the whole process (but for builds with sanitizers).
 */
#ifndef PYKALA_BASE_MEMORY_H
#define PYKALA_BASE_MEMORY_H

#include <stddef.h>

/* Returns zeroed memory of count × size bytes, owned by the caller (free). Never NULL. */
void *memory_new(size_t count, size_t size);

/* Resizes p (may be NULL) to count × size bytes; new bytes are not cleared. Never NULL. */
void *memory_resize(void *p, size_t count, size_t size);

/* Makes room for one more element than used in *items, whose capacity is *capacity elements of size
 * bytes each. Amortised constant time. */
void memory_grow(void **items, size_t used, size_t *capacity, size_t size);

/* Does the same for a pointer and a capacity, which it names. */
#define GROW(items, used, capacity)                                                                \
    memory_grow((void **)&(items), used, &(capacity), sizeof *(items))

/* Reports that memory has run out and ends the process with status 3. */
_Noreturn void memory_exhausted(void);

#endif
