#include "process/guard.h"

#include "base/message.h"
#include "base/status.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Ends the process with the prepared message, in a signal handler. */
static void out_of_time(int number, siginfo_t *info, void *context)
{
    (void)context;
    if (info->si_code != SI_TIMER) { /* somebody else's: it ends the process as ever */
        signal(number, SIG_DFL);
        raise(number);
        return;
    }
    const struct guard *guard = info->si_value.sival_ptr;
    ssize_t ignored = write(STDERR_FILENO, guard->message, guard->size);
    (void)ignored;
    _exit(STATUS_FAILURE);
}

static void prepare_message(struct guard *guard, unsigned seconds, const char *work,
                            const char *hint)
{
    snprintf(guard->message, sizeof guard->message, _("pykala: %s took longer than %u seconds"),
             work, seconds);
    guard->size = strlen(guard->message);
    snprintf(guard->message + guard->size, sizeof guard->message - guard->size,
             hint ? "\n  %s\n" : "\n", hint);
    guard->size = strlen(guard->message);
}

/* Ends the process when no timer can be set, as where no signal may wait (ulimit -i): the promised
 * time could not be kept. */
static _Noreturn void end_without_timer(void)
{
    perror(_("pykala: a timer cannot be set"));
    _exit(STATUS_FAILURE);
}

static void start_timer(struct guard *guard, unsigned seconds)
{
    struct sigaction action = {.sa_sigaction = out_of_time, .sa_flags = SA_SIGINFO};
    struct sigevent event = {
        .sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGALRM, .sigev_value = {.sival_ptr = guard}};
    const struct itimerspec time = {.it_value = {.tv_sec = (time_t)seconds}};
    sigaction(SIGALRM, &action, NULL);
    if (timer_create(CLOCK_MONOTONIC, &event, &guard->timer) != 0)
        end_without_timer();
    guard->has_timer = true;
    timer_settime(guard->timer, 0, &time, NULL);
}

void guard_begin(struct guard *guard, const struct limits *limits, const char *work,
                 const char *hint)
{
    *guard = (struct guard){0};
    prepare_message(guard, limits->seconds, work, hint);
    if (limits->seconds)
        start_timer(guard, limits->seconds);
    getrlimit(RLIMIT_DATA, &guard->memory);
    limits_set_memory(limits);
}

void guard_end(struct guard *guard)
{
    if (guard->has_timer)
        timer_delete(guard->timer);
    setrlimit(RLIMIT_DATA, &guard->memory);
}
