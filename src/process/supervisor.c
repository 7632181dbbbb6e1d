#include "process/supervisor.h"

#include "base/message.h"
#include "base/status.h"
#include "process/stopping.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

struct supervision {
    supervised *work;
    void *context;
    struct reading *reading;
    sigset_t before, awaited; /* signals: the mask as it was; those that are waited for */
    pid_t parent;
};

/* Does the work in the child, which leads a group of its own: a terminal sends its signals to the
 * program's whole group, and each must come once. */
static _Noreturn void become_worker(const struct supervision *supervision)
{
    setpgid(0, 0);
    signal(SIGTTOU, SIG_IGN); /* or a terminal may stop it for what it prints */
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != supervision->parent)
        _exit(EXIT_FAILURE);
    sigprocmask(SIG_SETMASK, &supervision->before, NULL);
    exit(supervision->work(supervision->context, supervision->reading));
}

/* Stops with the child and all its processes, as a terminal's user asks, until they go on. */
static void pause_with(pid_t child)
{
    kill(-child, SIGSTOP);
    raise(SIGSTOP);
    kill(-child, SIGCONT);
}

/* Waits for the child to end, and passes stopping signals on to it. Returns its wait status. */
static int await(const struct supervision *supervision, pid_t child)
{
    int status;
    for (;;) {
        pid_t ended = waitpid(child, &status, WNOHANG);
        if (ended == child)
            return status;
        int number = sigwaitinfo(&supervision->awaited, NULL);
        if (number == SIGTSTP)
            pause_with(child);
        else if (number > 0 && number != SIGCHLD)
            kill(child, number);
    }
}

static int cannot_start(void)
{
    perror(_("pykala: a process cannot be started"));
    return STATUS_FAILURE;
}

static bool is_stopping(int number)
{
    const sigset_t signals = stopping_signals();
    return sigismember(&signals, number) == 1;
}

/* Ends this process by the signal, too, so that its caller sees it. */
static int end_by(const struct supervision *supervision, int number)
{
    signal(number, SIG_DFL);
    sigprocmask(SIG_SETMASK, &supervision->before, NULL);
    raise(number);
    return 128 + number;
}

static int tell_end(int number)
{
    fprintf(stderr, _("pykala: the process that did the work was ended by signal %d (%s)\n"),
            number, strsignal(number));
    return STATUS_FAILURE;
}

/* Does the work once. Returns false when it is to begin anew, without the file that was in hand. */
static bool supervise(const struct supervision *supervision, int *result)
{
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        become_worker(supervision);
    if (child < 0) {
        *result = cannot_start();
        return true;
    }
    setpgid(child, child); /* whichever of the two comes first */
    int status = await(supervision, child);
    if (WIFEXITED(status))
        *result = WEXITSTATUS(status);
    else if (reading_bar(supervision->reading, WTERMSIG(status)))
        return false;
    else if (is_stopping(WTERMSIG(status)))
        *result = end_by(supervision, WTERMSIG(status));
    else
        *result = tell_end(WTERMSIG(status));
    return true;
}

int supervisor_run(supervised *work, void *context)
{
    struct supervision supervision = {.work = work, .context = context, .parent = getpid()};
    int result = STATUS_FAILURE;
    supervision.reading = reading_new(1);
    if (!supervision.reading)
        return cannot_start();
    supervision.awaited = stopping_signals();
    sigaddset(&supervision.awaited, SIGCHLD);
    sigaddset(&supervision.awaited, SIGTSTP);
    sigprocmask(SIG_BLOCK, &supervision.awaited, &supervision.before);
    while (!supervise(&supervision, &result))
        ;
    sigprocmask(SIG_SETMASK, &supervision.before, NULL);
    reading_free(supervision.reading, 1);
    return result;
}
