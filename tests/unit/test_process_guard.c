/* The guard: work that goes on for too long, or takes too much memory, ends its process with a
 * message; other work goes on undisturbed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "process/guard.h"

#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void work_for_ever(void)
{
    for (;;)
        pause();
}

static void do_nothing(void)
{
}

static void get_an_alarm(void)
{
    raise(SIGALRM);
    pause();
}

static void work_as_long_as_the_guard(void)
{
    poll(NULL, 0, 1200);
}

struct end {
    int status;
    char said[1024];
};

/* What becomes of a process that does the work under a guard of a second, and then the rest. */
static struct end guarded(void (*work)(void), void (*rest)(void), const char *hint)
{
    struct end end = {0};
    int ends[2], status;
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    if (pid == 0) {
        struct guard guard;
        dup2(ends[1], STDERR_FILENO);
        guard_begin(&guard, &(struct limits){.seconds = 1}, "reading", hint);
        work();
        guard_end(&guard);
        rest();
        _exit(0);
    }
    close(ends[1]);
    for (ssize_t got, size = 0;
         (got = read(ends[0], end.said + size, sizeof end.said - 1 - (size_t)size)) > 0;)
        size += got;
    close(ends[0]);
    waitpid(pid, &status, 0);
    end.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return end;
}

static void test_too_long(void **state)
{
    (void)state;
    struct end end = guarded(work_for_ever, do_nothing, NULL);
    assert_int_equal(end.status, 3);
    assert_string_equal(end.said, "pykala: reading took longer than 1 seconds\n");
}

static void test_a_hint(void **state)
{
    (void)state;
    struct end end = guarded(work_for_ever, do_nothing, "allow more");
    assert_int_equal(end.status, 3);
    assert_string_equal(end.said, "pykala: reading took longer than 1 seconds\n  allow more\n");
}

static void test_an_alarm_of_somebody_else(void **state)
{
    (void)state;
    struct end end = guarded(get_an_alarm, do_nothing, NULL);
    assert_int_equal(end.status, 128 + SIGALRM);
    assert_string_equal(end.said, "");
    end = guarded(do_nothing, get_an_alarm, NULL);
    assert_int_equal(end.status, 128 + SIGALRM);
}

/* As after ulimit -i 0. */
static void test_no_timer(void **state)
{
    (void)state;
    struct rlimit before, none;
    getrlimit(RLIMIT_SIGPENDING, &before);
    none = (struct rlimit){.rlim_cur = 0, .rlim_max = before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_SIGPENDING, &none), 0);
    struct end end = guarded(do_nothing, do_nothing, NULL);
    setrlimit(RLIMIT_SIGPENDING, &before);
    assert_int_equal(end.status, 3);
    assert_non_null(strstr(end.said, "pykala: a timer cannot be set: "));
}

static void test_what_comes_after_it(void **state)
{
    (void)state;
    struct end end = guarded(do_nothing, work_as_long_as_the_guard, NULL);
    assert_int_equal(end.status, 0);
    assert_string_equal(end.said, "");
}

static void test_memory_is_as_before_afterwards(void **state)
{
    (void)state;
    struct rlimit before, during, after;
    struct guard guard;
    getrlimit(RLIMIT_DATA, &before);
    guard_begin(&guard, &(struct limits){.mebibytes = 100}, "reading", NULL);
    getrlimit(RLIMIT_DATA, &during);
    guard_end(&guard);
    getrlimit(RLIMIT_DATA, &after);
    assert_true(during.rlim_cur < before.rlim_cur);
    assert_true(during.rlim_cur >= 100 << 20);
    assert_true(after.rlim_cur == before.rlim_cur);
}

static void test_no_limits(void **state)
{
    (void)state;
    struct rlimit before, during;
    struct guard guard;
    getrlimit(RLIMIT_DATA, &before);
    guard_begin(&guard, &(struct limits){0}, "reading", NULL);
    getrlimit(RLIMIT_DATA, &during);
    guard_end(&guard);
    assert_true(during.rlim_cur == before.rlim_cur);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_too_long),
        cmocka_unit_test(test_a_hint),
        cmocka_unit_test(test_an_alarm_of_somebody_else),
        cmocka_unit_test(test_no_timer),
        cmocka_unit_test(test_what_comes_after_it),
        cmocka_unit_test(test_memory_is_as_before_afterwards),
        cmocka_unit_test(test_no_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
