#define _GNU_SOURCE /* pthread_tryjoin_np */
#include "base/flush.h"

#include "base/file_unnamed.h"
#include "base/memory.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

/* Files that wait at once, each in a thread of its own: more gain little. A thread needs no more
 * than its calls of the system; a file takes two descriptors. */
enum { MOST_WAITING = 32, STACK = 64 << 10, SHARE_OF_DESCRIPTORS = 8 };

struct waiting {
    pthread_t thread;
    struct file_unnamed file;
    char *path;
    int cause; /* errno, or 0 */
};

/* A ring of files that wait, the oldest first. */
struct flush {
    struct waiting files[MOST_WAITING];
    size_t first, count, most;
    size_t lost; /* files that have got no name */
    bool has_failed;
    sigset_t before;
};

/* Returns how many files may wait at once: most descriptors are left to others. */
static size_t most_waiting(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 1;
    rlim_t share = limit.rlim_cur / SHARE_OF_DESCRIPTORS;
    return share < 1 ? 1 : share < MOST_WAITING ? (size_t)share : MOST_WAITING;
}

struct flush *flush_begin(void)
{
    struct flush *flush = memory_new(1, sizeof *flush);
    flush->most = most_waiting();
    file_hold_signals(&flush->before);
    return flush;
}

static void *wait_for_disk(void *context)
{
    struct waiting *waiting = context;
    waiting->cause = file_give_name(&waiting->file) ? 0 : errno;
    return NULL;
}

/* Settles a file that waits no more: reports it where it is the first that got no name. */
static void settle(struct flush *flush, const struct waiting *waiting, struct diags *diags)
{
    errno = waiting->cause;
    flush->lost += waiting->cause != 0;
    if (waiting->cause && !flush->has_failed)
        flush->has_failed = !file_cannot_write(diags, waiting->path);
    free(waiting->path);
}

static void take_oldest(struct flush *flush, struct diags *diags)
{
    settle(flush, &flush->files[flush->first], diags);
    flush->first = (flush->first + 1) % MOST_WAITING;
    flush->count--;
}

/* Waits for the oldest files until at most so many wait. */
static void wait_for_all_but(struct flush *flush, size_t most, struct diags *diags)
{
    while (flush->count > most) {
        pthread_join(flush->files[flush->first].thread, NULL);
        take_oldest(flush, diags);
    }
}

/* Takes out of the ring what waits no more at its beginning. */
static void take_named(struct flush *flush, struct diags *diags)
{
    while (flush->count && pthread_tryjoin_np(flush->files[flush->first].thread, NULL) == 0)
        take_oldest(flush, diags);
}

static bool start_thread(struct waiting *waiting)
{
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK);
    bool started = pthread_create(&waiting->thread, &attributes, wait_for_disk, waiting) == 0;
    pthread_attr_destroy(&attributes);
    return started;
}

bool flush_write(struct flush *flush, const char *path, const void *bytes, size_t size,
                 struct diags *diags)
{
    wait_for_all_but(flush, flush->most - 1, diags);
    take_named(flush, diags);
    struct waiting *waiting = &flush->files[(flush->first + flush->count) % MOST_WAITING];
    /* Before the file is there: running out of memory would leave it. */
    *waiting = (struct waiting){.path = strcpy(memory_new(strlen(path) + 1, 1), path)};
    if (flush->has_failed ||
        !file_write_unnamed(waiting->path, bytes, size, diags, &waiting->file)) {
        free(waiting->path);
        flush->has_failed = true;
        return false;
    }
    if (start_thread(waiting)) {
        flush->count++;
        return true;
    }
    wait_for_disk(waiting); /* there can be no thread: so it waits alone */
    settle(flush, waiting, diags);
    return true;
}

size_t flush_end(struct flush *flush, struct diags *diags)
{
    wait_for_all_but(flush, 0, diags);
    size_t lost = flush->lost;
    sigprocmask(SIG_SETMASK, &flush->before, NULL);
    free(flush);
    return lost;
}
