#include "base/file.h"

#include "base/memory.h"
#include "base/message.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct diag_place at(const char *path)
{
    return (struct diag_place){.file = path};
}

static bool read_open(int fd, const char *path, size_t limit, struct diags *diags, struct buf *out)
{
    struct stat status;
    if (fstat(fd, &status) != 0)
        return diag_add(diags, DIAG_FAILURE, "file-read", at(path), NULL, _("cannot be read: %s"),
                        strerror(errno));
    if (!S_ISREG(status.st_mode))
        return diag_add(diags, DIAG_ERROR, "file-kind", at(path), _("name a plain file"),
                        _("is not a plain file"));
    char bytes[65536];
    for (;;) {
        ssize_t got = read(fd, bytes, sizeof bytes);
        if (got == 0)
            return true;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return diag_add(diags, DIAG_FAILURE, "file-read", at(path), NULL,
                            _("cannot be read: %s"), strerror(errno));
        if ((size_t)got > limit - out->size)
            return diag_add(diags, DIAG_ERROR, "file-size", at(path), NULL,
                            _("is larger than the limit of %zu bytes"), limit);
        buf_append(out, bytes, (size_t)got);
    }
}

static bool cannot_open(struct diags *diags, const char *path)
{
    bool missing = errno == ENOENT || errno == ENOTDIR;
    bool machine = errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == EIO;
    return diag_add(diags, machine ? DIAG_FAILURE : DIAG_ERROR,
                    missing ? "file-missing" : "file-read", at(path),
                    missing ? _("check the name and the folder") : NULL, _("cannot be opened: %s"),
                    strerror(errno));
}

bool file_read(const char *path, size_t limit, struct diags *diags, struct buf *out)
{
    buf_clear(out);
    buf_append(out, "", 0); /* an empty file, too, gives a string */
    /* O_NONBLOCK: opening a pipe nobody writes to must not wait. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return cannot_open(diags, path);
    bool read_whole = read_open(fd, path, limit, diags, out);
    close(fd);
    return read_whole;
}

bool file_leads_out(const char *path, const char *folder)
{
    char *real_path = realpath(path, NULL), *real_folder = realpath(folder, NULL);
    size_t size = real_folder ? strlen(real_folder) : 0;
    if (size == 1)
        size = 0; /* the root: its slash is the path's own */
    bool leads_out = real_path && real_folder &&
                     (strncmp(real_path, real_folder, size) != 0 || real_path[size] != '/');
    free(real_path);
    free(real_folder);
    return leads_out;
}

static bool cannot_write(struct diags *diags, const char *path)
{
    const char *hint = NULL;
    if (errno == ENOSPC || errno == EDQUOT)
        hint = _("free some space and run again");
    else if (errno == EACCES || errno == EROFS || errno == EPERM)
        hint = _("choose a folder you may write to");
    return diag_add(diags, DIAG_FAILURE, "file-write", at(path), hint, _("cannot be written: %s"),
                    strerror(errno));
}

static bool make_one_folder(const char *path)
{
    if (mkdir(path, 0777) == 0)
        return true;
    if (errno != EEXIST)
        return false;
    struct stat status;
    if (stat(path, &status) != 0)
        return false;
    errno = ENOTDIR;
    return S_ISDIR(status.st_mode);
}

bool file_is_same(const char *a, const char *b)
{
    struct stat status_a, status_b;
    return stat(a, &status_a) == 0 && stat(b, &status_b) == 0 &&
           status_a.st_dev == status_b.st_dev && status_a.st_ino == status_b.st_ino;
}

bool file_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

const char *file_folder(const char *path, struct arena *arena)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return arena_strndup(arena, path, slash > path ? (size_t)(slash - path) : 1);
}

bool file_make_folder(const char *path, struct diags *diags)
{
    size_t size = strlen(path);
    char *part = memory_new(size + 1, 1);
    bool made = true;
    for (size_t i = 1; made && i <= size; i++) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        memcpy(part, path, i);
        part[i] = '\0';
        made = make_one_folder(part) || cannot_write(diags, part);
    }
    free(part);
    return made;
}

static bool write_all(int fd, const char *bytes, size_t size)
{
    while (size) {
        ssize_t written = write(fd, bytes, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        size -= (size_t)written;
    }
    return fsync(fd) == 0;
}

#define TEMPORARY ".pykala-"
enum { NAME_ROOM = sizeof TEMPORARY "-" + 2 * 20, NAMES_TRIED = 1000 };

/* The process that a temporary file's name names; 0 for any other name. */
static pid_t process_of(const char *name)
{
    if (strncmp(name, TEMPORARY, strlen(TEMPORARY)) != 0)
        return 0;
    char *end;
    errno = 0;
    long process = strtol(name + strlen(TEMPORARY), &end, 10);
    bool named = !errno && *end == '-' && end[1 + strspn(end + 1, "0123456789")] == '\0';
    return named && process > 0 && process == (pid_t)process ? (pid_t)process : 0;
}

/* A dead process that nobody has waited for (in a container without an init) is there, but dead. */
static bool is_zombie(pid_t process)
{
    char name[64], line[512] = "";
    snprintf(name, sizeof name, "/proc/%ld/stat", (long)process);
    FILE *file = fopen(name, "r");
    if (file && !fgets(line, sizeof line, file))
        line[0] = '\0';
    if (file)
        fclose(file);
    const char *state = strrchr(line, ')'); /* proc(5): behind the program's name */
    return state && strncmp(state, ") Z", 3) == 0;
}

static bool is_dead(pid_t process)
{
    return (kill(process, 0) != 0 && errno == ESRCH) || is_zombie(process);
}

void file_sweep(const char *folder)
{
    DIR *entries = opendir(folder);
    if (!entries)
        return;
    for (const struct dirent *entry; (entry = readdir(entries));) {
        pid_t process = process_of(entry->d_name);
        if (process && is_dead(process))
            unlinkat(dirfd(entries), entry->d_name, 0);
    }
    closedir(entries);
}

/*
 * Opens a new file beside path and says its name, owned by the caller. Not mkstemp: the umask
 * decides who may read what is made, and the name must fit where that of path does.
 */
static int open_temporary(const char *path, char **name)
{
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash - path + 1) : 0;
    size_t size = (size_t)folder + NAME_ROOM;
    *name = memory_new(size, 1);
    int fd = -1;
    for (int i = 0; fd < 0 && i < NAMES_TRIED; i++) {
        snprintf(*name, size, "%.*s" TEMPORARY "%ld-%d", folder, path, (long)getpid(), i);
        fd = open(*name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (fd < 0 && errno != EEXIST)
            break;
    }
    return fd;
}

static bool make_folder_of(const char *path, struct diags *diags)
{
    const char *slash = strrchr(path, '/');
    if (!slash || slash == path)
        return true;
    char *folder = memory_new((size_t)(slash - path) + 1, 1);
    memcpy(folder, path, (size_t)(slash - path));
    bool made = file_make_folder(folder, diags);
    free(folder);
    return made;
}

/* Fills and closes the open temporary file and gives it its name. On failure errno says why. */
static bool finish(int fd, const char *temporary, const char *path, const void *bytes, size_t size)
{
    bool written = write_all(fd, bytes, size);
    int cause = errno;
    if (close(fd) != 0 && written) {
        written = false;
        cause = errno;
    }
    if (written && rename(temporary, path) == 0)
        return true;
    if (written)
        cause = errno;
    unlink(temporary);
    errno = cause;
    return false;
}

/* Where a device, a pipe or a folder stands, links followed, no file takes its place: root could
 * lose /dev/null. */
static bool may_replace(const char *path, struct diags *diags)
{
    struct stat status;
    return stat(path, &status) != 0 || S_ISREG(status.st_mode) ||
           diag_add(diags, DIAG_FAILURE, "file-write", at(path), _("choose another name"),
                    _("cannot be written: it is there and is no plain file"));
}

static bool write_file(const char *path, const void *bytes, size_t size, struct diags *diags)
{
    char *temporary;
    int fd = open_temporary(path, &temporary);
    bool written =
        (fd >= 0 && finish(fd, temporary, path, bytes, size)) || cannot_write(diags, path);
    free(temporary);
    return written;
}

/* A signal that ends the process would leave the temporary file: it waits. */
static void hold_signals(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGHUP);
    sigaddset(&held, SIGQUIT);
    sigprocmask(SIG_BLOCK, &held, before);
}

bool file_write(const char *path, const void *bytes, size_t size, struct diags *diags)
{
    sigset_t before;
    if (!may_replace(path, diags) || !make_folder_of(path, diags))
        return false;
    hold_signals(&before);
    bool written = write_file(path, bytes, size, diags);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return written;
}
