/* Files that wait for the disk at once: each is whole or not there, and the first failure is told.
 */
#include "base/file.h"
#include "base/flush.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <cmocka.h>
#include "folder_fixture.h"

enum { FILES = 100 };

static void name_file(char name[32], int number)
{
    snprintf(name, 32, "out/%d.pdf", number);
}

/* Writes so many files; each holds its own name. */
static void write_files(struct flush *flush, int count, struct diags *diags)
{
    char name[32];
    for (int i = 0; i < count; i++) {
        name_file(name, i);
        assert_true(flush_write(flush, name, name, strlen(name), diags));
    }
}

static void expect_files(struct fixture *f, int count)
{
    char name[32];
    for (int i = 0; i < count; i++) {
        name_file(name, i);
        assert_true(file_read(name, sizeof name, f->diags, &f->buf));
        assert_string_equal(f->buf.data, name);
    }
    assert_int_equal(files_in("out"), count);
}

static void all_get_their_names(void **state)
{
    struct fixture *f = *state;
    struct flush *flush = flush_begin();
    write_files(flush, FILES, f->diags);
    assert_int_equal(flush_end(flush, f->diags), 0);
    expect_files(f, FILES);
    assert_int_equal(diags_count(f->diags), 0);
}

static void nothing_may_be_written_at_all(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(flush_end(flush_begin(), f->diags), 0);
    assert_int_equal(files_in("."), 0);
}

static void one_name_is_that_of_the_last_file(void **state)
{
    struct fixture *f = *state;
    struct flush *flush = flush_begin();
    assert_true(flush_write(flush, "a", "first", 5, f->diags));
    assert_int_equal(flush_end(flush, f->diags), 0);
    flush = flush_begin();
    assert_true(flush_write(flush, "a", "last", 4, f->diags));
    assert_int_equal(flush_end(flush, f->diags), 0);
    assert_true(file_read("a", 10, f->diags, &f->buf));
    assert_string_equal(f->buf.data, "last");
    assert_int_equal(files_in("."), 1);
}

static void after_a_failure_nothing_is_written(void **state)
{
    struct fixture *f = *state;
    assert_true(file_make_folder("folder", f->diags));
    struct flush *flush = flush_begin();
    write_files(flush, 3, f->diags);
    assert_false(flush_write(flush, "folder", "x", 1, f->diags));
    assert_false(flush_write(flush, "later", "x", 1, f->diags));
    assert_int_equal(flush_end(flush, f->diags), 0);
    expect_files(f, 3);
    expect(f, RULE_FILE_WRITE);
    assert_int_equal(files_in("."), 2);
}

/* The name becomes a folder's while the file waits, or before it is written. */
static void a_file_that_gets_no_name_is_told(void **state)
{
    struct fixture *f = *state;
    size_t lost = 0;
    for (int i = 0; i < 20 && !lost; i++) {
        struct flush *flush = flush_begin();
        assert_true(flush_write(flush, "a", "x", 1, f->diags));
        bool is_quick = mkdir("a", 0777) == 0;
        lost = flush_end(flush, f->diags);
        assert_int_equal(lost, is_quick);
        assert_int_equal(unlink("a") == 0, !lost);
    }
    if (lost)
        expect(f, RULE_FILE_WRITE);
    assert_int_equal(files_in("."), lost);
}

static void few_descriptors_are_enough(void **state)
{
    struct fixture *f = *state;
    struct rlimit before, few;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    few = (struct rlimit){.rlim_cur = 16, .rlim_max = before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &few), 0);
    struct flush *flush = flush_begin();
    write_files(flush, FILES, f->diags);
    size_t lost = flush_end(flush, f->diags);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_int_equal(lost, 0);
    expect_files(f, FILES);
}

/* A signal comes while files wait: the process ends when all have their names. */
static void a_signal_waits_for_the_files(void **state)
{
    struct fixture *f = *state;
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        pid_t pid = fork();
        while (pid == 0) {
            struct flush *flush = flush_begin();
            write_files(flush, FILES, f->diags);
            kill(getpid(), signals[i]);
            flush_end(flush, f->diags);
        }
        int end;
        waitpid(pid, &end, 0);
        assert_true(WIFSIGNALED(end));
        assert_int_equal(WTERMSIG(end), signals[i]);
        expect_files(f, FILES);
        empty_folder("out");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(all_get_their_names),
        IN_FOLDER(nothing_may_be_written_at_all),
        IN_FOLDER(one_name_is_that_of_the_last_file),
        IN_FOLDER(after_a_failure_nothing_is_written),
        IN_FOLDER(a_file_that_gets_no_name_is_told),
        IN_FOLDER(few_descriptors_are_enough),
        IN_FOLDER(a_signal_waits_for_the_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
