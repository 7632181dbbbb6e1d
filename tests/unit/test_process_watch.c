/* Watching: what changes what, and what doesn't. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "process/watch.h"

#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* The folder that a test has for itself is the current one. */
struct fixture {
    char folder[64];
    char before[4096];
    struct diags *diags;
    struct watch *watch;
};

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *ftw)
{
    (void)status;
    (void)type;
    (void)ftw;
    return remove(path);
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    assert_non_null(getcwd(fixture->before, sizeof fixture->before));
    strcpy(fixture->folder, "/tmp/pykala-watch-XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    assert_int_equal(chdir(fixture->folder), 0);
    mkdir("project", 0777);
    mkdir("project/out", 0777);
    mkdir("templates", 0777);
    mkdir("templates/fi", 0777);
    write_file("project/hanke.xml", "a");
    write_file("templates/fi/sanat.xml", "a");
    write_file("document.xhtml", "a");
    fixture->diags = diags_new();
    fixture->watch = watch_new(fixture->diags);
    assert_non_null(fixture->watch);
    alarm(60); /* nothing here waits for ever */
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    watch_free(fixture->watch);
    diags_free(fixture->diags);
    assert_int_equal(chdir(fixture->before), 0);
    nftw(fixture->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    free(fixture);
    alarm(0);
    return 0;
}

static void begin(const struct fixture *fixture)
{
    watch_begin(fixture->watch);
    watch_tree(fixture->watch, "project", WATCH_INPUT);
    watch_tree(fixture->watch, "templates", WATCH_TEMPLATES);
    watch_file(fixture->watch, "document.xhtml", WATCH_SCHEMAS);
}

static unsigned wait_for_change(const struct fixture *fixture)
{
    unsigned changed;
    assert_int_equal(watch_wait(fixture->watch, fixture->diags, &changed), WATCH_CHANGED);
    return changed;
}

/* Whether anything has changed: a signal that is waiting comes before all changes. */
static void assert_nothing_changed(const struct fixture *fixture)
{
    struct timespec moment = {.tv_nsec = 1000000};
    nanosleep(&moment, NULL);
    write_file("document.xhtml", "last");
    assert_int_equal(wait_for_change(fixture), WATCH_SCHEMAS);
}

static void edit_in_place(void)
{
    write_file("project/hanke.xml", "b");
}

static void replace(void)
{
    write_file("project/hanke.xml~", "b");
    rename("project/hanke.xml~", "project/hanke.xml");
}

/* As vim does it: the old file gets another name, a new one is written, the old one goes. */
static void back_up_and_write(void)
{
    rename("project/hanke.xml", "project/hanke.xml~");
    write_file("project/hanke.xml", "b");
    unlink("project/hanke.xml~");
}

static void delete (void)
{
    unlink("project/hanke.xml");
}

static void add_image(void)
{
    write_file("project/kuva.png", "a");
}

static void add_folder(void)
{
    mkdir("project/seuranta", 0777);
}

static void replace_project(void)
{
    rename("project", "earlier");
    mkdir("project", 0777);
}

static void edit_template(void)
{
    write_file("templates/fi/sanat.xml", "b");
}

static void edit_own_template(void)
{
    write_file("project/oma.xsl", "b");
}

static void edit_document(void)
{
    write_file("document.xhtml", "b");
}

static void test_changes(void **state)
{
    const struct fixture *fixture = *state;
    static const struct {
        void (*edit)(void);
        unsigned changed;
    } cases[] = {
        {edit_in_place, WATCH_INPUT},     {replace, WATCH_INPUT},
        {back_up_and_write, WATCH_INPUT}, {delete, WATCH_INPUT},
        {add_image, WATCH_INPUT},         {add_folder, WATCH_INPUT},
        {edit_template, WATCH_TEMPLATES}, {edit_own_template, WATCH_TEMPLATES},
        {edit_document, WATCH_SCHEMAS},   {replace_project, WATCH_INPUT},
        {edit_in_place, WATCH_INPUT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        begin(fixture);
        cases[i].edit();
        if (wait_for_change(fixture) != cases[i].changed)
            fail_msg("case %zu", i);
    }
}

static void test_several_kinds_are_one_change(void **state)
{
    const struct fixture *fixture = *state;
    begin(fixture);
    edit_in_place();
    edit_template();
    assert_int_equal(wait_for_change(fixture), WATCH_INPUT | WATCH_TEMPLATES);
}

static void test_what_is_not_read_changes_nothing(void **state)
{
    const struct fixture *fixture = *state;
    begin(fixture);
    write_file("project/.hanke.xml.swp", "a");
    write_file("project/hanke.xml~", "a");
    write_file("project/4913", "a");
    write_file("project/out/paper.pdf", "a");
    write_file("beside.xhtml", "a");
    mkdir("project/.git", 0777);
    assert_nothing_changed(fixture);
}

static void test_reading_changes_nothing(void **state)
{
    const struct fixture *fixture = *state;
    begin(fixture);
    FILE *file = fopen("project/hanke.xml", "r");
    assert_int_equal(fgetc(file), 'a');
    fclose(file);
    assert_nothing_changed(fixture);
}

static void test_ignored_folders(void **state)
{
    const struct fixture *fixture = *state;
    begin(fixture);
    watch_ignore(fixture->watch, "project/out");
    write_file("project/out/paper.xml", "a");
    assert_nothing_changed(fixture);

    begin(fixture); /* and in later rounds */
    write_file("project/out/paper.xml", "b");
    assert_nothing_changed(fixture);
}

static void test_an_ignored_folder_that_comes_later(void **state)
{
    const struct fixture *fixture = *state;
    begin(fixture);
    mkdir("project/out/joutsa", 0777);
    watch_ignore(fixture->watch, "project/out/joutsa");
    write_file("project/out/joutsa/paper.xml", "a");
    assert_nothing_changed(fixture);
}

static void test_new_folders_are_watched(void **state)
{
    const struct fixture *fixture = *state;
    begin(fixture);
    add_folder();
    assert_int_equal(wait_for_change(fixture), WATCH_INPUT);
    begin(fixture);
    write_file("project/seuranta/joutsa.xml", "a");
    assert_int_equal(wait_for_change(fixture), WATCH_INPUT);
}

static void test_a_file_whose_folder_is_missing(void **state)
{
    const struct fixture *fixture = *state;
    for (int level = 0; level < 3; level++) {
        static const char *const folders[] = {"a", "a/b", NULL};
        watch_begin(fixture->watch);
        watch_file(fixture->watch, "a/b/theme.xml", WATCH_INPUT);
        if (folders[level])
            mkdir(folders[level], 0777);
        else
            write_file("a/b/theme.xml", "a");
        assert_int_equal(wait_for_change(fixture), WATCH_INPUT);
    }
}

static void test_a_file_behind_a_link(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(symlink("templates/fi/sanat.xml", "link.xml"), 0);
    watch_begin(fixture->watch);
    watch_file(fixture->watch, "link.xml", WATCH_INPUT);
    edit_template();
    assert_int_equal(wait_for_change(fixture), WATCH_INPUT);
}

static void test_what_was_watched_before_is_not_now(void **state)
{
    const struct fixture *fixture = *state;
    begin(fixture);
    watch_begin(fixture->watch);
    watch_file(fixture->watch, "document.xhtml", WATCH_SCHEMAS);
    edit_in_place();
    assert_nothing_changed(fixture);
}

static void test_a_signal_ends_it(void **state)
{
    const struct fixture *fixture = *state;
    unsigned changed;
    begin(fixture);
    assert_false(watch_is_stopped(fixture->watch));
    edit_in_place();
    raise(SIGTERM); /* would end the process, were it not blocked */
    assert_true(watch_is_stopped(fixture->watch));
    assert_int_equal(watch_wait(fixture->watch, fixture->diags, &changed), WATCH_STOPPED);
    assert_int_equal(diags_count(fixture->diags), 0);
}

static void test_nothing_can_be_watched(void **state)
{
    const struct fixture *fixture = *state;
    struct rlimit before, none;
    getrlimit(RLIMIT_NOFILE, &before);
    none = before;
    none.rlim_cur = 0;
    setrlimit(RLIMIT_NOFILE, &none);
    assert_null(watch_new(fixture->diags));
    setrlimit(RLIMIT_NOFILE, &before);
    assert_int_equal(diags_at_least(fixture->diags, DIAG_FAILURE), 1);
    assert_int_equal(diags_at(fixture->diags, 0)->rule, RULE_WATCH);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_changes),
        CASE(test_several_kinds_are_one_change),
        CASE(test_what_is_not_read_changes_nothing),
        CASE(test_reading_changes_nothing),
        CASE(test_ignored_folders),
        CASE(test_an_ignored_folder_that_comes_later),
        CASE(test_new_folders_are_watched),
        CASE(test_a_file_whose_folder_is_missing),
        CASE(test_a_file_behind_a_link),
        CASE(test_what_was_watched_before_is_not_now),
        CASE(test_a_signal_ends_it),
        CASE(test_nothing_can_be_watched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
