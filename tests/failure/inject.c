/*
 * Makes calls fail in a program that is run with this in LD_PRELOAD.
 *
 * PYKALA_FAIL=memory: at every PYKALA_STRIDE-th allocation the process is forked; in the copy the
 * allocation fails, and the copy has to end at once with exit status 3. The original goes on, so
 * that one run tries them all. Copies that end otherwise are told in the file PYKALA_FAIL_LOG.
 * PYKALA_FAIL=file: the PYKALA_STRIDE-th of the calls that make files fails, and only that.
 * PYKALA_FAIL=slow: fsync waits for a minute first.
 * PYKALA_FAIL=late: fsync waits for a fifth of a second first.
 * In the end the number of calls is in PYKALA_FAIL_LOG.
 */
#define _GNU_SOURCE /* RTLD_NEXT, _Fork, usleep */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NO_MEMORY = 3, WENT_ON = 99 };

/* Shared by all processes of the run. */
static struct counters {
    unsigned long allocations, tried;
    atomic_ulong calls;
} * counters;

static bool fails_memory, fails_files, is_slow, is_late, is_copy;
static unsigned long stride = 1;
static int report = -1;
static pid_t first;

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *p, size_t size);

#define NEXT(name) dlsym(RTLD_NEXT, name)

/* Found at the start: in a copy made while the loader opens a library, nothing can be found, since
 * the loader's lock is held by the original. */
static ssize_t (*next_write)(int, const void *, size_t);

static void say(const char *what, unsigned long number)
{
    char line[100];
    int size = snprintf(line, sizeof line, "%s %lu\n", what, number);
    ssize_t ignored = write(report, line, (size_t)size);
    (void)ignored;
}

__attribute__((constructor)) static void start(void)
{
    const char *mode = getenv("PYKALA_FAIL"), *step = getenv("PYKALA_STRIDE");
    const char *log = getenv("PYKALA_FAIL_LOG");
    if (!mode || !log)
        return;
    report = open(log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    counters =
        mmap(NULL, sizeof *counters, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (report < 0 || counters == MAP_FAILED)
        abort();
    next_write = (ssize_t(*)(int, const void *, size_t))NEXT("write");
    stride = step ? strtoul(step, NULL, 10) : 1;
    first = getpid();
    fails_memory = strcmp(mode, "memory") == 0;
    fails_files = strcmp(mode, "file") == 0;
    is_slow = strcmp(mode, "slow") == 0;
    is_late = strcmp(mode, "late") == 0;
}

__attribute__((destructor)) static void end(void)
{
    bool memory = fails_memory, files = fails_files;
    fails_memory = fails_files = false;
    if (is_copy || getpid() != first)
        return;
    if (memory)
        say("tried", counters->tried);
    if (files)
        say("calls", counters->calls);
}

/* Whether the allocation shall fail: only ever true in a copy. */
static bool fails_here(void)
{
    if (!fails_memory)
        return false;
    if (is_copy) {
        say("went on after allocation", counters->allocations);
        _exit(WENT_ON);
    }
    unsigned long number = ++counters->allocations;
    if (number % stride)
        return false;
    counters->tried++;
    pid_t copy = _Fork();
    if (copy == 0) {
        is_copy = true;
        return true;
    }
    int status = 0;
    while (waitpid(copy, &status, 0) < 0 && errno == EINTR)
        ;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != NO_MEMORY)
        say("ended badly after allocation", number);
    return false;
}

void *__libc_malloc(size_t size)
{
    static void *(*next)(size_t);
    if (!next)
        next = (void *(*)(size_t))NEXT("__libc_malloc");
    return fails_here() ? NULL : next(size);
}

void *__libc_calloc(size_t count, size_t size)
{
    static void *(*next)(size_t, size_t);
    if (!next)
        next = (void *(*)(size_t, size_t))NEXT("__libc_calloc");
    return fails_here() ? NULL : next(count, size);
}

void *__libc_realloc(void *p, size_t size)
{
    static void *(*next)(void *, size_t);
    if (!next)
        next = (void *(*)(void *, size_t))NEXT("__libc_realloc");
    return fails_here() ? NULL : next(p, size);
}

/* Whether this call is the one to fail. */
static bool is_turn(int cause)
{
    if (!fails_files || ++counters->calls != stride)
        return false;
    errno = cause;
    return true;
}

ssize_t write(int fd, const void *bytes, size_t size)
{
    if (!next_write)
        next_write = (ssize_t(*)(int, const void *, size_t))NEXT("write");
    bool counts = fd != STDERR_FILENO && fd != report;
    return counts && is_turn(ENOSPC) ? -1 : next_write(fd, bytes, size);
}

int fsync(int fd)
{
    static int (*next)(int);
    if (!next)
        next = (int (*)(int))NEXT("fsync");
    if (is_slow)
        sleep(60);
    if (is_late)
        usleep(200000);
    return is_turn(EIO) ? -1 : next(fd);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    static int (*next)(int, const char *, int, const char *);
    if (!next)
        next = (int (*)(int, const char *, int, const char *))NEXT("renameat");
    return is_turn(EIO) ? -1 : next(from_folder, from, to_folder, to);
}

int mkdirat(int folder, const char *path, mode_t mode)
{
    static int (*next)(int, const char *, mode_t);
    if (!next)
        next = (int (*)(int, const char *, mode_t))NEXT("mkdirat");
    return is_turn(ENOSPC) ? -1 : next(folder, path, mode);
}

/* Counts where a file is made or a folder opened to make one in. */
int openat(int folder, const char *path, int flags, ...)
{
    static int (*next)(int, const char *, int, ...);
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    if (!next)
        next = (int (*)(int, const char *, int, ...))NEXT("openat");
    return flags & (O_CREAT | O_PATH) && is_turn(ENOSPC) ? -1 : next(folder, path, flags, mode);
}
