#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

_Noreturn void memory_exhausted(void)
{
    static const char message[] = "pykala: out of memory\n";
    ssize_t ignored = write(STDERR_FILENO, message, sizeof message - 1);
    (void)ignored;
    _exit(3);
}

void *memory_new(size_t count, size_t size)
{
    void *p = calloc(count ? count : 1, size ? size : 1);
    if (!p)
        memory_exhausted();
    return p;
}

void *memory_resize(void *p, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        memory_exhausted();
    size_t bytes = count * size;
    void *resized = realloc(p, bytes ? bytes : 1);
    if (!resized)
        memory_exhausted();
    return resized;
}

void memory_grow(void **items, size_t used, size_t *capacity, size_t size)
{
    if (used < *capacity)
        return;
    size_t wanted = *capacity < 8 ? 8 : *capacity + *capacity / 2;
    *items = memory_resize(*items, wanted, size);
    *capacity = wanted;
}
