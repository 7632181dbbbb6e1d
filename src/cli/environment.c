/* For MAP_ANONYMOUS. */
#define _DEFAULT_SOURCE

#include "cli/environment.h"

#include "base/memory.h"
#include "base/message.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

/* The deepest input needs less than STACK_NEEDED. */
enum { STACK_NEEDED = 256 * 1024, STACK_WANTED = 8 * 1024 * 1024 };

/* Opens streams that the caller has closed so that they can't be written: else the next file, or a
 * worker's socket, would get the number of one, and receive what is printed. */
static void fill_closed_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDONLY) != fd)
            return; /* there is no /dev/null: nothing better can be done */
}

/* Accepts signals that a caller may have left ignored or blocked: the ends of workers would not be
 * known, and a guard's time would never be over. */
static void accept_signals(void)
{
    sigset_t needed;
    sigemptyset(&needed);
    sigaddset(&needed, SIGALRM);
    sigprocmask(SIG_UNBLOCK, &needed, NULL);
    signal(SIGCHLD, SIG_DFL);
}

static bool may_have_stack(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= STACK_WANTED)
        return true;
    limit.rlim_cur = limit.rlim_max < STACK_WANTED ? limit.rlim_max : STACK_WANTED;
    setrlimit(RLIMIT_STACK, &limit);
    if (limit.rlim_cur >= STACK_NEEDED)
        return true;
    fprintf(stderr, _("pykala: the stack may have %llu KiB only and needs %d (ulimit -s)\n"),
            (unsigned long long)limit.rlim_cur >> 10, STACK_NEEDED >> 10);
    return false;
}

static __attribute__((noinline)) void take_stack(void)
{
    volatile char stack[STACK_NEEDED];
    for (size_t i = 0; i < sizeof stack; i += 4096)
        stack[i] = 0;
}

/* Takes the needed stack first where the address space has a limit: else the stack's growth would
 * end the process by a signal, not a failing allocation. */
static void reserve_stack(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return;
    void *room =
        mmap(NULL, 2 * STACK_NEEDED, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (room == MAP_FAILED)
        memory_exhausted();
    munmap(room, 2 * STACK_NEEDED);
    take_stack();
}

bool environment_prepare(void)
{
    fill_closed_streams();
    signal(SIGXFSZ, SIG_IGN);
    accept_signals();
    if (!may_have_stack())
        return false;
    reserve_stack();
    return true;
}
