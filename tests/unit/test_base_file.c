/* Files: what is read and refused, and that nothing appears half-written. */
#include "base/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>
#include "folder_fixture.h"

static void what_is_written_is_read(void **state)
{
    struct fixture *f = *state;
    static const char bytes[] = "a\0b\nä";
    assert_true(file_write("a.bin", bytes, sizeof bytes, f->diags));
    assert_true(file_read("a.bin", 100, f->diags, &f->buf));
    assert_int_equal(f->buf.size, sizeof bytes);
    assert_memory_equal(f->buf.data, bytes, sizeof bytes);
    assert_true(file_write("a.bin", "", 0, f->diags));
    assert_true(file_read("a.bin", 0, f->diags, &f->buf));
    assert_int_equal(f->buf.size, 0);
    assert_string_equal(f->buf.data, "");
    assert_int_equal(diags_count(f->diags), 0);
    assert_int_equal(files_in("."), 1);
}

static void the_limit_holds_to_the_byte(void **state)
{
    struct fixture *f = *state;
    enum { SIZE = 200001 };
    char *bytes = calloc(1, SIZE);
    assert_true(file_write("a", bytes, SIZE, f->diags));
    free(bytes);
    assert_true(file_read("a", SIZE, f->diags, &f->buf));
    assert_int_equal(f->buf.size, SIZE);
    assert_false(file_read("a", SIZE - 1, f->diags, &f->buf));
    expect(f, RULE_FILE_SIZE);
    assert_false(file_read("a", 0, f->diags, &f->buf));
    expect(f, RULE_FILE_SIZE);
}

static void only_plain_files_are_read(void **state)
{
    struct fixture *f = *state;
    assert_false(file_read("missing", 10, f->diags, &f->buf));
    expect(f, RULE_FILE_MISSING);
    assert_false(file_read("", 10, f->diags, &f->buf));
    expect(f, RULE_FILE_MISSING);
    assert_false(file_read(".", 10, f->diags, &f->buf));
    expect(f, RULE_FILE_KIND);
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_false(file_read("pipe", 10, f->diags, &f->buf));
    expect(f, RULE_FILE_KIND);
    assert_false(file_read("/dev/zero", 10, f->diags, &f->buf));
    expect(f, RULE_FILE_KIND);
    assert_true(file_write("plain", "x", 1, f->diags));
    assert_false(file_read("plain/below", 10, f->diags, &f->buf));
    expect(f, RULE_FILE_MISSING);
    assert_int_equal(symlink("loop", "loop"), 0);
    assert_false(file_read("loop", 10, f->diags, &f->buf));
    expect(f, RULE_FILE_READ);
}

static void too_many_open_files_is_the_machines_fault(void **state)
{
    struct fixture *f = *state;
    struct rlimit before, none;
    assert_true(file_write("a", "x", 1, f->diags));
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    none = (struct rlimit){.rlim_cur = 0, .rlim_max = before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    bool got = file_read("a", 10, f->diags, &f->buf);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_false(got);
    expect_as(f, DIAG_FAILURE, RULE_FILE_READ);
}

static void folders_are_made(void **state)
{
    struct fixture *f = *state;
    assert_true(file_write("a/b/c/d.txt", "x", 1, f->diags));
    assert_true(file_write("a/b/c/d.txt", "y", 1, f->diags));
    assert_true(file_make_folder("a/b//c/", f->diags));
    assert_true(file_make_folder("/", f->diags));
    assert_true(file_make_folder(".", f->diags));
    assert_true(file_make_folder("", f->diags));
    assert_int_equal(diags_count(f->diags), 0);
    assert_false(file_make_folder("a/b/c/d.txt", f->diags));
    expect(f, RULE_FILE_WRITE);
    assert_false(file_write("a/b/c/d.txt/e", "x", 1, f->diags));
    expect(f, RULE_FILE_WRITE);
    assert_false(file_write("/proc/pykala/x", "x", 1, f->diags));
    expect(f, RULE_FILE_WRITE);
}

/* The child writes until it is ended, which is as soon as a temporary file is seen. */
static void a_signal_leaves_no_temporary_file(void **state)
{
    struct fixture *f = *state;
    enum { SIZE = 8 << 20 };
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    char *bytes = calloc(1, SIZE);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        pid_t pid = fork();
        while (pid == 0)
            file_write("a", bytes, SIZE, f->diags);
        struct stat status;
        while (files_in(".") < 2 && stat("a", &status) != 0)
            ;
        kill(pid, signals[i]);
        int end;
        waitpid(pid, &end, 0);
        assert_true(WIFSIGNALED(end));
        assert_int_equal(WTERMSIG(end), signals[i]);
        assert_int_equal(files_in("."), 1);
        assert_int_equal(stat("a", &status), 0);
        assert_int_equal(status.st_size, SIZE);
        unlink("a");
    }
    free(bytes);
}

static void only_a_plain_file_is_replaced(void **state)
{
    struct fixture *f = *state;
    struct stat status;
    assert_true(file_make_folder("folder", f->diags));
    assert_int_equal(mkfifo("pipe", 0666), 0);
    assert_int_equal(symlink("/dev/full", "device"), 0);
    assert_int_equal(symlink("pipe", "link"), 0);
    static const char *const names[] = {"folder", "pipe", "device", "link"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_false(file_write(names[i], "x", 1, f->diags));
        expect(f, RULE_FILE_WRITE);
        assert_int_equal(stat(names[i], &status), 0);
        assert_false(S_ISREG(status.st_mode));
    }
    assert_true(file_write("plain", "x", 1, f->diags));
    assert_int_equal(symlink("plain", "to-plain"), 0);
    assert_int_equal(symlink("nothing", "to-nothing"), 0);
    assert_true(file_write("to-plain", "y", 1, f->diags));
    assert_true(file_write("to-nothing", "y", 1, f->diags));
}

static void the_umask_decides_who_reads(void **state)
{
    struct fixture *f = *state;
    struct stat status;
    mode_t before = umask(077);
    assert_true(file_write("private", "x", 1, f->diags));
    umask(022);
    assert_true(file_write("public", "x", 1, f->diags));
    umask(before);
    assert_int_equal(stat("private", &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_int_equal(stat("public", &status), 0);
    assert_int_equal(status.st_mode & 0777, 0644);
}

static void a_name_may_be_as_long_as_the_system_allows(void **state)
{
    struct fixture *f = *state;
    char name[256];
    memset(name, 'n', 255);
    name[255] = '\0';
    assert_true(file_write(name, "x", 1, f->diags));
    assert_true(file_read(name, 1, f->diags, &f->buf));
}

/* A file size limit stops the write half-way, as a full disk would. */
static void a_failed_write_leaves_the_earlier_file(void **state)
{
    struct fixture *f = *state;
    struct rlimit before, low;
    char *bytes = calloc(1, 10000);
    assert_true(file_write("a", "earlier", 7, f->diags));
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    low = (struct rlimit){.rlim_cur = 5000, .rlim_max = before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &low), 0);
    bool written = file_write("a", bytes, 10000, f->diags);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    free(bytes);
    assert_false(written);
    expect(f, RULE_FILE_WRITE);
    assert_true(file_read("a", 100, f->diags, &f->buf));
    assert_string_equal(f->buf.data, "earlier");
    assert_int_equal(files_in("."), 1);
}

static void a_folder_in_the_way_is_left_alone(void **state)
{
    struct fixture *f = *state;
    assert_true(file_make_folder("out/a.pdf", f->diags));
    assert_false(file_write("out/a.pdf", "x", 1, f->diags));
    expect(f, RULE_FILE_WRITE);
    assert_int_equal(files_in("out"), 1);
}

static void a_stale_temporary_file_is_no_hindrance(void **state)
{
    struct fixture *f = *state;
    char stale[64];
    snprintf(stale, sizeof stale, ".pykala-%ld-0", (long)getpid());
    FILE *file = fopen(stale, "w");
    assert_non_null(file);
    fclose(file);
    assert_true(file_write("a", "x", 1, f->diags));
    assert_int_equal(files_in("."), 2);
}

/* A path, and whether it leads out of the folder. */
struct leading {
    const char *path, *folder;
    bool leads_out;
};

static void expect_leading(const struct leading *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_int_equal(file_leads_out(cases[i].path, cases[i].folder), cases[i].leads_out);
}

static void links_may_lead_out(void **state)
{
    struct fixture *f = *state;
    static const struct leading cases[] = {
        {"in/a", "in", false},     {"in/../in/a", "in", false}, {"in/../b", "in", true},
        {"in/to-b", "in", true},   {"in/to-a", "in", false},    {"in/loop", "in", false},
        {"in/none", "in", false},  {"inner/c", "in", true},     {"in/a", "/", false},
        {"/dev/null", "in", true}, {"in", "in", true},          {"b", ".", false},
    };
    assert_true(file_write("in/a", "", 0, f->diags) && file_write("b", "", 0, f->diags) &&
                file_write("inner/c", "", 0, f->diags));
    assert_int_equal(
        symlink("../b", "in/to-b") | symlink("a", "in/to-a") | symlink("loop", "in/loop"), 0);
    expect_leading(cases, sizeof cases / sizeof *cases);
}

/* A template may be read only where it is known to be below its folder. */
static void nothing_is_below_what_is_not_known(void **state)
{
    struct fixture *f = *state;
    assert_true(file_write("in/a", "", 0, f->diags) && file_write("b", "", 0, f->diags));
    assert_int_equal(symlink("../b", "in/to-b") | symlink("loop", "in/loop"), 0);
    assert_true(file_is_below("in/a", "in"));
    assert_true(file_is_below("in/../in/a", "in"));
    assert_false(file_is_below("in/to-b", "in"));
    assert_false(file_is_below("in/loop", "in"));
    assert_false(file_is_below("in/none", "in"));
    assert_false(file_is_below("in/a", "none"));
    assert_false(file_is_below("in", "in"));
}

static void what_is_missing_leads_where_it_would(void **state)
{
    struct fixture *f = *state;
    static const struct leading cases[] = {
        {"in/../none", "in", true},
        {"in/none/none", "in", false},
        {"in/../../../none/a", "in", true},
        {"in/to-none", "in", true},
        {"in/to-inner-none", "in", false},
        {"in/to-up/none", "in", true},
        {"/none/none", "in", true},
        {"none", ".", false},
        {"in/a/none", "in", false},
        {"in/to-root-none", "in", true},
        {"in/round", "in", false},
        {"none", "in", true},
        {"/none", "/", false},
        {"", "in", true},
    };
    assert_true(file_write("in/a", "", 0, f->diags));
    assert_int_equal(symlink("../none", "in/to-none") | symlink("none", "in/to-inner-none") |
                         symlink("..", "in/to-up") | symlink("/none/a", "in/to-root-none") |
                         symlink("round/a", "in/round"),
                     0);
    expect_leading(cases, sizeof cases / sizeof *cases);
}

static void only_what_was_left_is_swept(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *name;
        bool is_swept;
    } cases[] = {
        {".pykala-123-0", true},      {".pykala-123-17", true},  {".pykala-123-", true},
        {".pykala-123", false},       {".pykala-123-0x", false}, {"pykala-123-0", false},
        {".pykala-123-0.pdf", false}, {".pykala--1-0", false},   {".pykala--123-0", false},
        {".pykala-x-0", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char path[80];
        snprintf(path, sizeof path, "folder/%s", cases[i].name);
        assert_true(file_write(path, "x", 1, f->diags));
        file_sweep("folder");
        assert_int_equal(access(path, F_OK) != 0, cases[i].is_swept);
        unlink(path);
    }
    file_sweep("nosuch");
}

static void only_plain_files_are_swept(void **state)
{
    struct fixture *f = *state;
    assert_true(file_write("kept", "x", 1, f->diags));
    assert_int_equal(mkfifo(".pykala-1-0", 0666) | symlink("kept", ".pykala-1-1") |
                         mkdir(".pykala-1-2", 0777),
                     0);
    file_sweep(".");
    assert_int_equal(files_in("."), 4);
}

/* As a process of another machine would hold it, of whose number nothing is known here. */
static void what_is_being_written_is_not_swept(void **state)
{
    struct fixture *f = *state;
    assert_true(file_write(".pykala-99999999-0", "x", 1, f->diags));
    int fd = open(".pykala-99999999-0", O_WRONLY);
    assert_int_equal(flock(fd, LOCK_EX | LOCK_NB), 0);
    file_sweep(".");
    assert_int_equal(files_in("."), 1);
    close(fd);
    file_sweep(".");
    assert_int_equal(files_in("."), 0);
}

/* Whether a file with something in it has that name and nobody's lock. */
static bool can_lock(const char *name)
{
    struct stat opened, named;
    int fd = open(name, O_WRONLY);
    bool locked = fd >= 0 && fstat(fd, &opened) == 0 && opened.st_size > 0 &&
                  flock(fd, LOCK_EX | LOCK_NB) == 0 && stat(name, &named) == 0 &&
                  named.st_ino == opened.st_ino;
    if (fd >= 0)
        close(fd);
    return locked;
}

/* The child writes one file again and again while this process sweeps and tries its locks. */
static void a_file_is_locked_while_it_is_written(void **state)
{
    struct fixture *f = *state;
    enum { SIZE = 1 << 20, ROUNDS = 200 };
    char *bytes = calloc(1, SIZE), name[64];
    pid_t pid = fork();
    if (pid == 0) {
        bool written = true;
        for (int i = 0; i < ROUNDS && written; i++)
            written = file_write("a", bytes, SIZE, f->diags);
        _exit(written ? 0 : 1);
    }
    free(bytes);
    snprintf(name, sizeof name, ".pykala-%ld-0", (long)pid);
    int end = 0, locked = 0;
    while (waitpid(pid, &end, WNOHANG) == 0) {
        file_sweep(".");
        locked += can_lock(name);
    }
    assert_int_equal(locked, 0);
    assert_true(WIFEXITED(end));
    assert_int_equal(WEXITSTATUS(end), 0);
    assert_int_equal(files_in("."), 1);
}

static void a_folder_stays_the_same_whatever_its_name(void **state)
{
    struct fixture *f = *state;
    struct file_folder folder;
    assert_true(file_folder_open("out", &folder, f->diags));
    assert_int_equal(rename("out", "moved"), 0);
    assert_true(file_folder_write(&folder, "in/a", "x", 1, f->diags));
    assert_int_equal(files_in("."), 1);
    assert_int_equal(mkdir("out", 0777), 0);
    assert_true(file_folder_write(&folder, "in/b", "x", 1, f->diags));
    assert_int_equal(rmdir("out") | mkdir("other", 0777) | symlink("other", "out"), 0);
    assert_true(file_folder_write(&folder, "c", "x", 1, f->diags));
    assert_int_equal(files_in("other"), 0);
    assert_int_equal(files_in("moved/in"), 2);
    assert_int_equal(files_in("moved"), 2);
    assert_int_equal(diags_count(f->diags), 0);
    file_folder_close(&folder);
}

static void a_folder_is_swept_whatever_its_name(void **state)
{
    struct fixture *f = *state;
    struct file_folder folder;
    assert_true(file_folder_open("out", &folder, f->diags));
    assert_true(file_write("out/.pykala-1-0", "x", 1, f->diags));
    assert_true(file_write("out/in/.pykala-1-0", "x", 1, f->diags));
    assert_true(file_write("out/in/kept", "x", 1, f->diags));
    assert_true(file_write("out/in/deep/.pykala-1-0", "x", 1, f->diags));
    assert_true(file_write("out/.hidden/.pykala-1-0", "x", 1, f->diags));
    assert_int_equal(rename("out", "moved") | rename("moved/in", "moved/renamed"), 0);
    assert_true(file_write("out/.pykala-1-0", "x", 1, f->diags)); /* another's */
    file_folder_sweep(&folder);
    file_folder_close(&folder);
    assert_int_equal(files_in("moved"), 2);
    assert_int_equal(files_in("moved/renamed"), 2);
    assert_int_equal(files_in("moved/renamed/deep"), 1);
    assert_int_equal(files_in("moved/.hidden"), 1);
    assert_int_equal(files_in("out"), 1);
}

static void a_folder_that_is_deleted_takes_no_file(void **state)
{
    struct fixture *f = *state;
    struct file_folder folder;
    assert_true(file_folder_open("out", &folder, f->diags));
    assert_int_equal(rmdir("out"), 0);
    assert_false(file_folder_write(&folder, "a", "x", 1, f->diags));
    expect(f, RULE_FILE_WRITE);
    assert_false(file_folder_write(&folder, "in/a", "x", 1, f->diags));
    expect(f, RULE_FILE_WRITE);
    file_folder_sweep(&folder);
    file_folder_close(&folder);
    assert_int_equal(files_in("."), 0);
}

static void only_a_folder_is_opened(void **state)
{
    struct fixture *f = *state;
    struct file_folder folder;
    assert_true(file_write("plain", "x", 1, f->diags));
    static const char *const names[] = {"plain", "plain/in", "/proc/pykala"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_false(file_folder_open(names[i], &folder, f->diags));
        expect(f, RULE_FILE_WRITE);
        assert_int_equal(folder.fd, -1);
    }
}

static size_t temporaries_in(const char *name)
{
    size_t count = 0;
    DIR *folder = opendir(name);
    for (struct dirent *entry; folder && (entry = readdir(folder));)
        count += strncmp(entry->d_name, ".pykala-", 8) == 0;
    if (folder)
        closedir(folder);
    return count;
}

/* The child writes while this process takes the folder away under other names. */
static void a_folder_may_be_renamed_while_a_file_is_written(void **state)
{
    struct fixture *f = *state;
    enum { SIZE = 1 << 20, ROUNDS = 100, NAMES = 40 };
    char *bytes = calloc(1, SIZE), name[32];
    pid_t pid = fork();
    if (pid == 0) {
        int written = 0;
        for (int i = 0; i < ROUNDS; i++)
            written += file_write("out/a", bytes, SIZE, f->diags);
        _exit(written > 0 ? 0 : 1);
    }
    free(bytes);
    int end = 0;
    for (int i = 0; waitpid(pid, &end, WNOHANG) == 0;) {
        snprintf(name, sizeof name, "out-%d", i);
        if (i < NAMES && temporaries_in("out"))
            i += rename("out", name) == 0;
    }
    assert_true(WIFEXITED(end));
    assert_int_equal(WEXITSTATUS(end), 0);
    assert_int_equal(temporaries_in("out"), 0);
    for (int i = 0; i < NAMES; i++) {
        snprintf(name, sizeof name, "out-%d", i);
        assert_int_equal(access(name, F_OK), 0);
        assert_int_equal(temporaries_in(name), 0);
        assert_int_equal(files_in(name), 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(what_is_written_is_read),
        IN_FOLDER(the_limit_holds_to_the_byte),
        IN_FOLDER(only_plain_files_are_read),
        IN_FOLDER(too_many_open_files_is_the_machines_fault),
        IN_FOLDER(folders_are_made),
        IN_FOLDER(a_signal_leaves_no_temporary_file),
        IN_FOLDER(only_a_plain_file_is_replaced),
        IN_FOLDER(the_umask_decides_who_reads),
        IN_FOLDER(a_name_may_be_as_long_as_the_system_allows),
        IN_FOLDER(a_failed_write_leaves_the_earlier_file),
        IN_FOLDER(a_folder_in_the_way_is_left_alone),
        IN_FOLDER(a_stale_temporary_file_is_no_hindrance),
        IN_FOLDER(links_may_lead_out),
        IN_FOLDER(nothing_is_below_what_is_not_known),
        IN_FOLDER(what_is_missing_leads_where_it_would),
        IN_FOLDER(only_what_was_left_is_swept),
        IN_FOLDER(only_plain_files_are_swept),
        IN_FOLDER(what_is_being_written_is_not_swept),
        IN_FOLDER(a_file_is_locked_while_it_is_written),
        IN_FOLDER(a_folder_stays_the_same_whatever_its_name),
        IN_FOLDER(a_folder_is_swept_whatever_its_name),
        IN_FOLDER(a_folder_that_is_deleted_takes_no_file),
        IN_FOLDER(only_a_folder_is_opened),
        IN_FOLDER(a_folder_may_be_renamed_while_a_file_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
