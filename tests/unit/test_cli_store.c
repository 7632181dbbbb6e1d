/* Answers that are put into their place: whatever stood there, and wherever a kill comes, the
 * record that stands there is the earlier one or the new one, with no workbook beside it but its
 * own, and nothing is lost or kept twice. */
#include "base/digest.h"
#include "base/file.h"
#include "cli/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <cmocka.h>
#include "folder_fixture.h"

enum { KILLED = 9 };

/* Changes of the folder until the process is killed; -1: it isn't. The linker puts the two
 * functions in place of the system's. */
static int left = -1;

static void count_down(void)
{
    if (left == 0)
        _exit(KILLED);
    left -= left > 0;
}

int __real_renameat(int from_folder, const char *from, int to_folder, const char *to);
int __wrap_renameat(int from_folder, const char *from, int to_folder, const char *to);
int __wrap_renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    count_down();
    return __real_renameat(from_folder, from, to_folder, to);
}

int __real_unlink(const char *path);
int __wrap_unlink(const char *path);
int __wrap_unlink(const char *path)
{
    count_down();
    return __real_unlink(path);
}

/* Answers as XML, or as a workbook with the record that is made of it. A workbook is any bytes
 * here. */
struct sample {
    const char *name;
    struct buf record, workbook;
    bool has_record, has_workbook;
};

static struct sample sample(const char *name, bool has_record, bool has_workbook)
{
    struct sample sample = {.name = name, .has_record = has_record, .has_workbook = has_workbook};
    struct arena *arena = arena_new();
    if (has_workbook)
        buf_printf(&sample.workbook, "PK %s", name);
    buf_printf(&sample.record, "<%s tyokirja=\"%s\"/>", name,
               has_workbook ? digest_of(sample.workbook.data, sample.workbook.size, arena) : "");
    arena_free(arena);
    return sample;
}

static void free_sample(struct sample *sample)
{
    buf_free(&sample->record);
    buf_free(&sample->workbook);
}

static enum store_outcome put(const struct sample *sample)
{
    struct diags *diags = diags_new();
    const struct store_answers answers = {
        .record = &sample->record, .workbook = sample->has_workbook ? &sample->workbook : NULL};
    enum store_outcome outcome = store_put("p", "s/2026/a.xml", &answers, diags);
    assert_int_equal(diags_count(diags), 0);
    diags_free(diags);
    return outcome;
}

/* Returns whether a file is there and has the bytes. */
static bool has(const char *path, const struct buf *bytes)
{
    struct diags *diags = diags_new();
    struct buf found = {0};
    bool is_so = access(path, F_OK) == 0 && file_read(path, 1000, diags, &found) &&
                 found.size == bytes->size && memcmp(found.data, bytes->data, bytes->size) == 0;
    buf_free(&found);
    diags_free(diags);
    return is_so;
}

/* Returns how many of the earlier files have the bytes. */
static int count_earlier(const struct buf *bytes, const char *ending)
{
    int count = 0;
    for (int number = 1; number < 9; number++) {
        char path[64];
        snprintf(path, sizeof path, "p/s/2026/aiemmat/a-%d%s", number, ending);
        count += has(path, bytes);
    }
    return count;
}

static bool is_there(const char *path)
{
    return access(path, F_OK) == 0;
}

/* Returns whether a sample stands at the place: its record, with its own workbook or none; or its
 * workbook alone. */
static bool stands(const struct sample *sample)
{
    bool has_record = has("p/s/2026/a.xml", &sample->record);
    bool has_workbook = sample->has_workbook && has("p/s/2026/a.xlsx", &sample->workbook);
    if (is_there("p/s/2026/a.xml"))
        return has_record && (has_workbook || !is_there("p/s/2026/a.xlsx"));
    return has_workbook;
}

/* Makes a folder in which a sample stands, as much of it as is there. */
static void make_standing(struct fixture *f, const struct sample *sample)
{
    assert_int_equal(system("rm -rf p"), 0);
    assert_true(file_make_folder("p/s/2026", f->diags));
    if (sample->has_record)
        assert_true(
            file_write("p/s/2026/a.xml", sample->record.data, sample->record.size, f->diags));
    if (sample->has_workbook)
        assert_true(
            file_write("p/s/2026/a.xlsx", sample->workbook.data, sample->workbook.size, f->diags));
}

static void expect_put(const struct sample *before, const struct sample *came)
{
    assert_true(stands(came));
    assert_int_equal(is_there("p/s/2026/a.xlsx"), came->has_workbook);
    if (before->has_record)
        assert_int_equal(count_earlier(&before->record, ".xml"), 1);
    if (before->has_workbook)
        assert_int_equal(count_earlier(&before->workbook, ".xlsx"), 1);
    assert_int_equal(count_earlier(&came->record, ".xml"), 0);
}

/* Kills a process that puts a sample before its nth change of the folder. Returns whether it came
 * so far. */
static bool kill_at(const struct sample *came, int change)
{
    pid_t child = fork();
    if (!child) {
        left = change;
        put(came);
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status) == KILLED;
}

/* A workbook that stands alone and XML that comes: for a moment both are there, which check tells
 * as two files. */
static bool may_be_two(const struct sample *before, const struct sample *came)
{
    return !before->has_record && before->has_workbook && !came->has_workbook;
}

static void expect_any_kill_mended(struct fixture *f, const struct sample *before,
                                   const struct sample *came)
{
    int change = 0;
    for (bool is_killed = true; is_killed; change++) {
        make_standing(f, before);
        is_killed = kill_at(came, change);
        bool had_one = before->has_record || before->has_workbook;
        if (!may_be_two(before, came))
            assert_true(stands(came) || (had_one ? stands(before) : !is_there("p/s/2026/a.xml")));
        put(came);
        expect_put(before, came);
        assert_int_equal(put(came), STORE_AGAIN);
        expect_put(before, came);
    }
    assert_true(change > 1);
}

static void test_kill_at_any_change(void **state)
{
    struct fixture *f = *state;
    struct sample before[] = {sample("n", false, false), sample("x", true, false),
                              sample("w", false, true), sample("b", true, true)};
    struct sample came[] = {sample("y", true, false), sample("v", true, true)};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        for (size_t j = 0; j < sizeof came / sizeof *came; j++)
            expect_any_kill_mended(f, &before[i], &came[j]);
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        free_sample(&before[i]);
    for (size_t j = 0; j < sizeof came / sizeof *came; j++)
        free_sample(&came[j]);
}

/* What is put in turn, in both forms, is all kept, and none comes back. */
static void test_sequence(void **state)
{
    struct fixture *f = *state;
    struct sample samples[] = {sample("a", true, false), sample("b", true, true),
                               sample("c", true, true), sample("d", true, false)};
    enum { COUNT = sizeof samples / sizeof *samples };
    assert_true(file_make_folder("p", f->diags));
    for (int i = 0; i < COUNT; i++) {
        assert_int_equal(put(&samples[i]), i ? STORE_REPLACED : STORE_NEW);
        assert_true(stands(&samples[i]));
        for (int j = 0; j < i; j++)
            assert_int_equal(put(&samples[j]), STORE_OUTDATED);
        assert_true(stands(&samples[i]));
    }
    for (int i = 0; i < COUNT; i++)
        assert_int_equal(count_earlier(&samples[i].record, ".xml"), i < COUNT - 1);
    for (int i = 0; i < COUNT; i++)
        free_sample(&samples[i]);
}

/* A record that was corrected by hand keeps the workbook of which it was made, and the workbook
 * doesn't undo it. */
static void test_corrected_record(void **state)
{
    struct fixture *f = *state;
    struct sample one = sample("a", true, true), corrected = sample("a", true, true);
    assert_true(file_make_folder("p", f->diags));
    buf_string(&corrected.record, "<!-- corrected -->");
    corrected.has_workbook = false;
    assert_int_equal(put(&one), STORE_NEW);
    assert_int_equal(put(&corrected), STORE_REPLACED);
    assert_true(has("p/s/2026/a.xlsx", &one.workbook));
    assert_int_equal(put(&one), STORE_AGAIN);
    assert_true(has("p/s/2026/a.xml", &corrected.record));
    free_sample(&one);
    free_sample(&corrected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_kill_at_any_change),
        IN_FOLDER(test_sequence),
        IN_FOLDER(test_corrected_record),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
