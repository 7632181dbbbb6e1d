/* Workers: every task done once, whatever dies, and nothing half done after a signal. */
#include "base/memory.h"
#include "process/clock.h"
#include "process/workers.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

/* SECONDS is more than a task takes on any machine: the clock is moved by as much. */
enum { TASKS = 40, REPLY_LIMIT = 200000, SECONDS = 10 };

enum fault { NONE, KILLED, EXITED, EXITED_AT_END, HANGING, GREEDY, STOPPED, WORDY, BABBLING };

struct trial {
    enum fault fault;
    size_t faulty; /* the task at which it happens */
    size_t stop_after, stop_signal_after;
    unsigned done[TASKS], lost[TASKS];
    size_t replies, deaths;
    int status;
    enum workers_cause cause;
    struct limits limits;
    bool is_slow; /* in taking the first reply: more than the tasks' limit */
    unsigned jobs;
};

static volatile sig_atomic_t signals; /* of workers: that one hangs, or has made a reply */

static void count_signal(int number)
{
    (void)number;
    signals++;
}

static const struct trial *running;
static int64_t moved; /* milliseconds */

/* Whether a task hangs and no other is in hand that would be late, too. */
static bool only_one_is_left(void)
{
    return (running->fault == HANGING || running->fault == STOPPED) &&
           (running->replies == TASKS - 1 || (running->jobs == 1 && signals));
}

/* Stands in for the clock of src/process: it is moved past the limit where a task hangs. */
int64_t clock_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (!moved && only_one_is_left())
        moved = 2 * SECONDS * 1000;
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000 + moved;
}

/* Waits so long, signals or none. */
static void wait_milliseconds(long milliseconds)
{
    struct timespec left = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    while (nanosleep(&left, &left) != 0)
        assert_int_equal(errno, EINTR);
}

static void leave_badly(void)
{
    _exit(7);
}

static void leave(void *context)
{
    (void)context;
}

/* More than a socket's buffer holds, where the worker shall wait with its reply. */
static size_t reply_size(const struct trial *trial)
{
    return trial->is_slow ? 1000000 : 100000;
}

static void stop_here(int number)
{
    (void)number;
    raise(SIGSTOP);
}

/* Has this process stand still in the middle of its reply, for which the parent has no time yet. */
static void stop_soon(void)
{
    const struct itimerval time = {.it_value = {.tv_usec = 300000}};
    wait_milliseconds(200);
    signal(SIGALRM, stop_here);
    setitimer(ITIMER_REAL, &time, NULL);
}

/* Sends more than a reply that is said to have four bytes. */
static void babble(void)
{
    static const struct {
        size_t size;
        char bytes[5];
    } reply = {4, "12345"};
    for (int fd = 3; fd < 64; fd++)
        send(fd, &reply, sizeof reply, MSG_NOSIGNAL); /* nothing else is a socket */
}

static void work(void *context, size_t task, struct buf *reply)
{
    const struct trial *trial = context;
    if (trial->fault == KILLED && task == trial->faulty)
        raise(SIGKILL);
    if (trial->fault == EXITED && task == trial->faulty)
        _exit(9);
    if (trial->fault == HANGING && task == trial->faulty) {
        kill(getppid(), SIGUSR1);
        for (;;)
            pause();
    }
    if (trial->fault == GREEDY && task == trial->faulty)
        memory_exhausted();
    if (trial->fault == EXITED_AT_END && task == trial->faulty)
        atexit(leave_badly);
    if (trial->fault == STOPPED && task == trial->faulty)
        stop_soon();
    if (trial->fault == BABBLING && task == trial->faulty)
        babble();
    for (int i = 0; trial->fault == WORDY && task == trial->faulty && i < REPLY_LIMIT; i++)
        buf_char(reply, 'y');
    buf_printf(reply, "task %zu", task);
    /* A reply of more than one packet arrives whole. */
    for (size_t i = 0; i < reply_size(trial); i++)
        buf_char(reply, 'x');
    if (trial->is_slow)
        kill(getppid(), SIGUSR1);
}

/* Takes longer than the limit, in which the other worker makes its reply and begins to send it. */
static void be_slow(const struct trial *trial)
{
    while (!trial->fault && signals < 2)
        wait_milliseconds(10);
    wait_milliseconds(1200);
    if (!trial->fault)
        moved = 2 * SECONDS * 1000;
}

static bool done(void *context, size_t task, const char *reply, size_t size)
{
    struct trial *trial = context;
    char expected[32];
    int length = snprintf(expected, sizeof expected, "task %zux", task);
    assert_int_equal(size, reply_size(trial) + (size_t)length - 1);
    assert_memory_equal(reply, expected, (size_t)length);
    trial->done[task]++;
    trial->replies++;
    if (trial->is_slow && trial->replies == 1)
        be_slow(trial);
    if (trial->stop_signal_after && trial->replies == trial->stop_signal_after)
        kill(getpid(), SIGTERM);
    return !trial->stop_after || trial->replies < trial->stop_after;
}

static void lost(void *context, size_t task, enum workers_cause cause, int status)
{
    struct trial *trial = context;
    trial->deaths++;
    trial->status = status;
    trial->cause = cause;
    if (task < TASKS)
        trial->lost[task]++;
}

static int run(struct trial *trial, unsigned jobs)
{
    const struct workers_batch batch = {.count = TASKS,
                                        .jobs = jobs,
                                        .limits = trial->limits,
                                        .reply_limit = trial->is_slow ? 0 : REPLY_LIMIT,
                                        .context = trial,
                                        .work = work,
                                        .leave = leave,
                                        .done = done,
                                        .lost = lost};
    struct diags *diags = diags_new();
    trial->jobs = jobs;
    running = trial;
    moved = 0;
    signals = 0;
    sigaction(SIGUSR1, &(struct sigaction){.sa_handler = count_signal}, NULL);
    int stopped_by = workers_run(&batch, diags);
    assert_int_equal(diags_count(diags), 0);
    diags_free(diags);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* no child is left */
    return stopped_by;
}

static void assert_each_once_but(const struct trial *trial, size_t missing)
{
    for (size_t i = 0; i < TASKS; i++) {
        assert_int_equal(trial->done[i], i != missing);
        assert_int_equal(trial->lost[i], i == missing);
    }
}

static void test_every_task_is_done_once(void **state)
{
    (void)state;
    static const unsigned jobs[] = {1, 2, 7, TASKS + 5};
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++) {
        struct trial trial = {0};
        assert_int_equal(run(&trial, jobs[i]), 0);
        assert_each_once_but(&trial, TASKS);
    }
}

static void test_a_death_costs_one_task(void **state)
{
    (void)state;
    static const size_t faulty[] = {0, 5, TASKS - 1};
    for (unsigned jobs = 1; jobs <= 3; jobs += 2)
        for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++) {
            struct trial killed = {.fault = KILLED, .faulty = faulty[i]};
            assert_int_equal(run(&killed, jobs), 0);
            assert_each_once_but(&killed, faulty[i]);
            assert_true(WIFSIGNALED(killed.status) && WTERMSIG(killed.status) == SIGKILL);
            struct trial exited = {.fault = EXITED, .faulty = faulty[i]};
            assert_int_equal(run(&exited, jobs), 0);
            assert_each_once_but(&exited, faulty[i]);
            assert_true(WIFEXITED(exited.status) && WEXITSTATUS(exited.status) == 9);
        }
}

/* What a leak checker says at the end of a worker is not lost. */
static void test_a_bad_end_after_the_last_task_is_told(void **state)
{
    (void)state;
    struct trial trial = {.fault = EXITED_AT_END, .faulty = 3};
    assert_int_equal(run(&trial, 1), 0);
    assert_each_once_but(&trial, TASKS);
    assert_int_equal(trial.deaths, 1);
    assert_int_equal(WEXITSTATUS(trial.status), 7);
}

static void test_a_task_that_hangs_is_ended(void **state)
{
    (void)state;
    for (unsigned jobs = 1; jobs <= 3; jobs += 2) {
        struct trial trial = {.fault = HANGING, .faulty = 5, .limits = {.seconds = SECONDS}};
        assert_int_equal(run(&trial, jobs), 0);
        assert_each_once_but(&trial, 5);
        assert_int_equal(trial.cause, WORKERS_OUT_OF_TIME);
    }
}

/* That there is a limit shows tests/failure/limits.sh, with a program that has no sanitizers. */
static void test_a_task_that_takes_all_memory_is_told(void **state)
{
    (void)state;
    for (unsigned mebibytes = 0; mebibytes <= 1 << 16; mebibytes += 1 << 16) {
        struct trial trial = {.fault = GREEDY, .faulty = 5, .limits = {.mebibytes = mebibytes}};
        assert_int_equal(run(&trial, 2), 0);
        assert_each_once_but(&trial, 5);
        assert_int_equal(trial.cause, mebibytes ? WORKERS_OUT_OF_MEMORY : WORKERS_ENDED);
    }
}

static void test_a_reply_that_waits_is_in_time(void **state)
{
    (void)state;
    struct trial trial = {.is_slow = true, .limits = {.seconds = SECONDS}};
    assert_int_equal(run(&trial, 2), 0);
    assert_int_equal(trial.deaths, 0);
    assert_each_once_but(&trial, TASKS);
}

static void test_a_reply_that_stands_still_is_late(void **state)
{
    (void)state;
    struct trial trial = {
        .fault = STOPPED, .faulty = 1, .is_slow = true, .limits = {.seconds = SECONDS}};
    assert_int_equal(run(&trial, 2), 0);
    assert_each_once_but(&trial, 1);
    assert_int_equal(trial.cause, WORKERS_OUT_OF_TIME);
}

static void test_done_can_stop_the_batch(void **state)
{
    (void)state;
    struct trial trial = {.stop_after = 4};
    assert_int_equal(run(&trial, 2), 0);
    assert_in_range(trial.replies, 4, 6); /* what both workers have in hand is finished */
    assert_int_equal(trial.deaths, 0);
}

static void test_a_signal_stops_the_batch(void **state)
{
    (void)state;
    struct trial trial = {.stop_signal_after = 6};
    assert_int_equal(run(&trial, 2), SIGTERM);
    assert_in_range(trial.replies, 6, 9);
    assert_int_equal(trial.deaths, 0);
}

static void test_no_tasks(void **state)
{
    (void)state;
    const struct workers_batch batch = {
        .count = 0, .jobs = 2, .work = work, .leave = leave, .done = done, .lost = lost};
    struct diags *diags = diags_new();
    assert_int_equal(workers_run(&batch, diags), 0);
    diags_free(diags);
}

/* The parent would have to hold it. */
static void test_a_reply_that_is_too_large_is_not_taken(void **state)
{
    static const enum fault faults[] = {WORDY, BABBLING};
    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct trial trial = {.fault = faults[i], .faulty = 5};
        assert_int_equal(run(&trial, 3), 0);
        assert_each_once_but(&trial, 5);
        assert_int_equal(trial.deaths, 1);
        assert_int_equal(trial.cause, WORKERS_REPLY_TOO_LARGE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_task_is_done_once),
        cmocka_unit_test(test_a_death_costs_one_task),
        cmocka_unit_test(test_a_reply_that_is_too_large_is_not_taken),
        cmocka_unit_test(test_a_bad_end_after_the_last_task_is_told),
        cmocka_unit_test(test_a_task_that_hangs_is_ended),
        cmocka_unit_test(test_a_task_that_takes_all_memory_is_told),
        cmocka_unit_test(test_a_reply_that_waits_is_in_time),
        cmocka_unit_test(test_a_reply_that_stands_still_is_late),
        cmocka_unit_test(test_done_can_stop_the_batch),
        cmocka_unit_test(test_a_signal_stops_the_batch),
        cmocka_unit_test(test_no_tasks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
