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
#include <sys/file.h>
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

/* What senders meet, in the reader's language: the C library's words often are in English alone. */
static const char *why_not_opened(int error)
{
    if (error == EACCES || error == EPERM)
        return _("there is no permission to read it");
    return error == ELOOP ? _("it is a link that leads back to itself") : strerror(error);
}

static bool cannot_open(struct diags *diags, const char *path)
{
    int error = errno;
    bool machine = error == EMFILE || error == ENFILE || error == ENOMEM || error == EIO;
    if (error == ENOENT || error == ENOTDIR)
        return diag_add(diags, DIAG_ERROR, "file-missing", at(path),
                        _("check the name and the folder"), _("there is no such file"));
    return diag_add(diags, machine ? DIAG_FAILURE : DIAG_ERROR, "file-read", at(path), NULL,
                    _("cannot be opened: %s"), why_not_opened(error));
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

/* ".pykala-PID-N". */
static bool is_temporary(const char *name)
{
    static const char digits[] = "0123456789";
    if (strncmp(name, TEMPORARY, strlen(TEMPORARY)) != 0)
        return false;
    name += strlen(TEMPORARY);
    size_t size = strspn(name, digits);
    return size && name[size] == '-' && name[size + 1 + strspn(name + size + 1, digits)] == '\0';
}

/*
 * Whoever fills a temporary file holds a lock on it. A process's locks end with it, wherever it
 * runs: the number in the name tells nothing of processes of other machines and containers. Where
 * the file system knows no locks nobody gets one, and what was left stays.
 */
static bool is_abandoned(int folder, const char *name, int fd)
{
    struct stat opened, named;
    return fstat(fd, &opened) == 0 && S_ISREG(opened.st_mode) &&
           flock(fd, LOCK_EX | LOCK_NB) == 0 &&
           /* It may have got its own name meanwhile, and the next file this one. */
           fstatat(folder, name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
           named.st_dev == opened.st_dev && named.st_ino == opened.st_ino;
}

static void sweep_file(int folder, const char *name)
{
    int fd = openat(folder, name, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return;
    if (is_abandoned(folder, name, fd))
        unlinkat(folder, name, 0);
    close(fd);
}

void file_sweep(const char *folder)
{
    DIR *entries = opendir(folder);
    if (!entries)
        return;
    for (const struct dirent *entry; (entry = readdir(entries));)
        if (is_temporary(entry->d_name))
            sweep_file(dirfd(entries), entry->d_name);
    closedir(entries);
}

/* Locks a temporary file that was opened here. A sweep may have been quicker: it is gone then. */
static bool take(int fd)
{
    struct stat status;
    if (flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return false;
    return fstat(fd, &status) == 0 && status.st_nlink > 0;
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
        if (fd >= 0 && !take(fd)) {
            close(fd);
            fd = -1;
        }
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
    bool finished = write_all(fd, bytes, size) && rename(temporary, path) == 0;
    int cause = errno;
    if (!finished)
        unlink(temporary);
    /* Not before: the lock goes with it. After fsync it has nothing to say of the bytes. */
    close(fd);
    errno = cause;
    return finished;
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
