/* For syscall. */
#define _DEFAULT_SOURCE

#include "base/memory.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Returns the limit of memory, or RLIM_INFINITY. */
static rlim_t limit_of_memory(void)
{
    struct rlimit data, space;
    if (getrlimit(RLIMIT_DATA, &data) != 0 || getrlimit(RLIMIT_AS, &space) != 0)
        return RLIM_INFINITY;
    return data.rlim_cur < space.rlim_cur ? data.rlim_cur : space.rlim_cur;
}

_Noreturn void memory_exhausted(void)
{
    char message[80];
    rlim_t limit = limit_of_memory();
    if (limit != RLIM_INFINITY)
        snprintf(message, sizeof message, "pykala: out of memory: it may use %llu MiB\n",
                 (unsigned long long)limit >> 20);
    else
        snprintf(message, sizeof message, "pykala: out of memory\n");
    ssize_t ignored = write(STDERR_FILENO, message, strlen(message));
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

/*
 * Allocation by libraries. Hardly any of them reports every failure: some leave out what they had
 * no room for, some follow the null pointer, and the C++ ones abort. As glibc allows, these
 * functions replace its own in the whole process, and none returns NULL. Sanitizers have functions
 * of their own there.
 */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ /* gcc does it itself */
#endif
#endif
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *p, size_t size);

void *malloc(size_t size)
{
    void *p = __libc_malloc(size);
    if (!p)
        memory_exhausted();
    return p;
}

void *calloc(size_t count, size_t size)
{
    void *p = __libc_calloc(count, size);
    if (!p)
        memory_exhausted();
    return p;
}

void *realloc(void *p, size_t size)
{
    void *resized = __libc_realloc(p, size);
    if (!resized && size)
        memory_exhausted();
    return resized;
}

/* libvoikko follows MAP_FAILED where the address space has no room for its dictionary. */
#if defined(__x86_64__) || defined(__aarch64__)
void *mmap(void *address, size_t size, int protection, int flags, int file, off_t offset)
{
    long mapped = syscall(SYS_mmap, address, size, protection, flags, file, offset);
    if (mapped == -1 && errno == ENOMEM)
        memory_exhausted();
    return (void *)mapped; /* -1 is MAP_FAILED */
}
#endif
#endif
