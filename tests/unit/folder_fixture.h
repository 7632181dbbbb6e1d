/* Tests of what is written: each has a folder of its own and stands in it. Include after cmocka.h.
 */
#ifndef PYKALA_UNIT_FOLDER_FIXTURE_H
#define PYKALA_UNIT_FOLDER_FIXTURE_H

#include "base/buf.h"
#include "base/diag.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fixture {
    char folder[64];
    char came_from[4096];
    struct diags *diags;
    struct buf buf;
};

static inline int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    snprintf(fixture->folder, sizeof fixture->folder, "/tmp/pykala-test-XXXXXX");
    if (!getcwd(fixture->came_from, sizeof fixture->came_from) || !mkdtemp(fixture->folder) ||
        chdir(fixture->folder) != 0)
        return -1;
    fixture->diags = diags_new();
    *state = fixture;
    return 0;
}

static inline void empty_folder(const char *name)
{
    DIR *folder = opendir(name);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        struct buf path = {0};
        buf_printf(&path, "%s/%s", name, entry->d_name);
        if (unlink(path.data) != 0) {
            empty_folder(path.data);
            rmdir(path.data);
        }
        buf_free(&path);
    }
    if (folder)
        closedir(folder);
}

static inline int tear_down(void **state)
{
    struct fixture *fixture = *state;
    empty_folder(".");
    int failed = chdir(fixture->came_from) != 0 || rmdir(fixture->folder) != 0;
    diags_free(fixture->diags);
    buf_free(&fixture->buf);
    free(fixture);
    return failed ? -1 : 0;
}

static inline size_t files_in(const char *name)
{
    size_t count = 0;
    DIR *folder = opendir(name);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(folder);
    return count;
}

static inline void expect_as(struct fixture *fixture, enum diag_severity severity, enum rule rule)
{
    assert_int_equal(diags_count(fixture->diags), 1);
    const struct diag *diag = diags_at(fixture->diags, 0);
    assert_int_equal(diag->severity, severity);
    assert_int_equal(diag->rule, rule);
    assert_non_null(diag->place.file);
    diags_clear(fixture->diags);
}

static inline void expect(struct fixture *fixture, enum rule rule)
{
    expect_as(fixture, rule_info(rule)->severity, rule);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

#endif
