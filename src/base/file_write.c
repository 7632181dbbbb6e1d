#define _GNU_SOURCE /* O_PATH */
#include "base/file.h"

#include "base/blank.h"
#include "base/file_unnamed.h"
#include "base/memory.h"
#include "base/message.h"

#include <assert.h>
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

bool file_cannot_write(struct diags *diags, const char *path)
{
    const char *hint = NULL;
    if (errno == ENOSPC || errno == EDQUOT)
        hint = _("free some space and run again");
    else if (errno == EACCES || errno == EROFS || errno == EPERM)
        hint = _("choose a folder you may write to");
    return diag_add(diags, RULE_FILE_WRITE, (struct diag_place){.file = path}, hint,
                    _("cannot be written: %s"), strerror(errno));
}

static bool make_one_folder(int base, const char *name)
{
    if (mkdirat(base, name, 0777) == 0)
        return true;
    if (errno != EEXIST)
        return false;
    struct stat status;
    if (fstatat(base, name, &status, 0) != 0)
        return false;
    errno = ENOTDIR;
    return S_ISDIR(status.st_mode);
}

/* A file to be written. The part of its path from named on is its name below the folder base;
 * diagnostics show the whole path. */
struct target {
    int base;
    const char *path;
    size_t named;
};

/* Makes the folders that the first size bytes of the target's path name. */
static bool make_folders(const struct target *target, size_t size, struct diags *diags)
{
    char *part = memory_new(size + 1, 1);
    memcpy(part, target->path, size);
    bool made = true;
    for (size_t i = target->named + 1; made && i <= size; i++) {
        if (i < size && part[i] != '/')
            continue;
        part[i] = '\0';
        made =
            make_one_folder(target->base, part + target->named) || file_cannot_write(diags, part);
        part[i] = target->path[i];
    }
    free(part);
    return made;
}

bool file_make_folder(const char *path, struct diags *diags)
{
    return make_folders(&(struct target){AT_FDCWD, path, 0}, strlen(path), diags);
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
    return true;
}

#define TEMPORARY ".pykala-"
enum { NAMES_TRIED = 1000 };
static_assert(sizeof TEMPORARY "-" + 2 * 20 <= FILE_NAME_ROOM, "two numbers have room");

/* Returns whether a name has the form ".pykala-PID-N". */
static bool is_temporary(const char *name)
{
    if (strncmp(name, TEMPORARY, strlen(TEMPORARY)) != 0)
        return false;
    name += strlen(TEMPORARY);
    size_t size = strspn(name, DIGITS);
    return size && name[size] == '-' && name[size + 1 + strspn(name + size + 1, DIGITS)] == '\0';
}

/*
 * Returns whether no process fills a temporary file. Each that does holds a lock, which ends with
 * the process wherever that runs: the number in the name does not identify processes of other
 * machines and containers. Where the file system knows no locks, nobody gets one and the file
 * stays.
 */
static bool is_abandoned(int folder, const char *name, int fd)
{
    struct stat opened, named;
    return fstat(fd, &opened) == 0 && S_ISREG(opened.st_mode) &&
           flock(fd, LOCK_EX | LOCK_NB) == 0 &&
           /* The file may have got its own name meanwhile, and another one this name. */
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

static DIR *open_entries(int base, const char *name)
{
    int fd = openat(base, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *entries = fd < 0 ? NULL : fdopendir(fd);
    if (!entries && fd >= 0)
        close(fd);
    return entries;
}

/* Sweeps a folder, and as many levels of folders in it. */
static void sweep(int base, const char *name, int levels)
{
    DIR *entries = open_entries(base, name);
    if (!entries)
        return;
    for (const struct dirent *entry; (entry = readdir(entries));)
        if (is_temporary(entry->d_name))
            sweep_file(dirfd(entries), entry->d_name);
        else if (levels && entry->d_name[0] != '.')
            sweep(dirfd(entries), entry->d_name, levels - 1);
    closedir(entries);
}

void file_sweep(const char *folder)
{
    sweep(AT_FDCWD, folder, 0);
}

void file_folder_sweep(const struct file_folder *folder)
{
    sweep(folder->fd, ".", 1);
}

/* Locks a temporary file that was opened here. Returns false when a sweep was quicker: then the
 * file is gone. */
static bool take(int fd)
{
    struct stat status;
    if (flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return false;
    return fstat(fd, &status) == 0 && status.st_nlink > 0;
}

/* Opens a new file in the folder and writes its name to name. Not mkstemp: the umask decides who
 * may read the file. */
static int open_temporary(int folder, char name[FILE_NAME_ROOM])
{
    int fd = -1;
    for (int i = 0; fd < 0 && i < NAMES_TRIED; i++) {
        snprintf(name, FILE_NAME_ROOM, TEMPORARY "%ld-%d", (long)getpid(), i);
        fd = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (fd < 0 && errno != EEXIST)
            break;
        if (fd >= 0 && !take(fd)) {
            close(fd);
            fd = -1;
        }
    }
    return fd;
}

/* Reports a device, a pipe or a folder that a file would replace, links followed: root could lose
 * /dev/null. Returns whether there is none. */
static bool may_replace(int folder, const char *name, const char *path, struct diags *diags)
{
    struct stat status;
    return fstatat(folder, *name ? name : ".", &status, 0) != 0 || S_ISREG(status.st_mode) ||
           diag_add(diags, RULE_FILE_WRITE, (struct diag_place){.file = path},
                    _("choose another name"),
                    _("cannot be written: it is there and is no plain file"));
}

/* Removes a file that has no name yet, where there is one, and closes what is open. Keeps errno. */
static void drop(struct file_unnamed *file)
{
    int cause = errno;
    if (file->fd >= 0) {
        unlinkat(file->folder, file->temporary, 0);
        close(file->fd); /* not before, since the lock goes with it */
    }
    close(file->folder);
    errno = cause;
}

bool file_give_name(struct file_unnamed *file)
{
    if (fsync(file->fd) != 0 ||
        renameat(file->folder, file->temporary, file->folder, file->name) != 0) {
        drop(file);
        return false;
    }
    close(file->fd); /* its result does not matter after fsync */
    close(file->folder);
    return true;
}

/* Fills a temporary file in the open folder. On failure nothing is left or open. */
static bool fill(int folder, const char *name, const void *bytes, size_t size,
                 struct file_unnamed *file)
{
    file->folder = folder;
    file->name = name;
    file->fd = open_temporary(folder, file->temporary);
    if (file->fd >= 0 && write_all(file->fd, bytes, size))
        return true;
    drop(file);
    return false;
}

/* Holds back the signals that would end the process and leave the temporary file. */
void file_hold_signals(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGHUP);
    sigaddset(&held, SIGQUIT);
    sigprocmask(SIG_BLOCK, &held, before);
}

/* Opens the folder of a name, even one that can't be read. */
static int open_folder(int base, const char *name)
{
    return openat(base, name, O_PATH | O_DIRECTORY | O_CLOEXEC);
}

/* Opens the target's folder. slash is the last one in its name, or NULL. */
static int open_folder_of(const struct target *target, const char *slash)
{
    const char *below = target->path + target->named;
    size_t size = slash ? (size_t)(slash - below) : 0;
    if (!size)
        return open_folder(target->base, slash ? "/" : ".");
    char *name = memory_new(size + 1, 1);
    memcpy(name, below, size);
    int folder = open_folder(target->base, name);
    free(name);
    return folder;
}

/* Writes a target to a temporary file. Once its folder is open the file goes there, whatever
 * becomes of the folder's name. */
static bool write_unnamed(const struct target *target, const void *bytes, size_t size,
                          struct diags *diags, struct file_unnamed *file)
{
    const char *below = target->path + target->named, *slash = strrchr(below, '/');
    const char *name = slash ? slash + 1 : below;
    if (slash && !make_folders(target, (size_t)(slash - target->path), diags))
        return false;
    int folder = open_folder_of(target, slash);
    if (folder < 0)
        return file_cannot_write(diags, target->path);
    if (!may_replace(folder, name, target->path, diags)) {
        close(folder);
        return false;
    }
    return fill(folder, name, bytes, size, file) || file_cannot_write(diags, target->path);
}

bool file_write_unnamed(const char *path, const void *bytes, size_t size, struct diags *diags,
                        struct file_unnamed *file)
{
    return write_unnamed(&(struct target){AT_FDCWD, path, 0}, bytes, size, diags, file);
}

static bool write_target(const struct target *target, const void *bytes, size_t size,
                         struct diags *diags)
{
    struct file_unnamed file = {.folder = -1, .fd = -1};
    sigset_t before;
    file_hold_signals(&before);
    bool written = write_unnamed(target, bytes, size, diags, &file) &&
                   (file_give_name(&file) || file_cannot_write(diags, target->path));
    sigprocmask(SIG_SETMASK, &before, NULL);
    return written;
}

bool file_write(const char *path, const void *bytes, size_t size, struct diags *diags)
{
    return write_target(&(struct target){AT_FDCWD, path, 0}, bytes, size, diags);
}

bool file_folder_open(const char *path, struct file_folder *folder, struct diags *diags)
{
    *folder = (struct file_folder){.fd = -1, .path = path};
    if (!file_make_folder(path, diags))
        return false;
    folder->fd = open_folder(AT_FDCWD, path);
    if (folder->fd >= 0 && faccessat(folder->fd, ".", W_OK | X_OK, 0) == 0)
        return true;
    file_cannot_write(diags, path);
    file_folder_close(folder);
    return false;
}

void file_folder_close(struct file_folder *folder)
{
    if (folder->fd >= 0)
        close(folder->fd);
    folder->fd = -1;
}

bool file_folder_write(const struct file_folder *folder, const char *name, const void *bytes,
                       size_t size, struct diags *diags)
{
    struct buf path = {0};
    buf_printf(&path, "%s/", folder->path);
    size_t named = path.size;
    buf_string(&path, name);
    bool written = write_target(&(struct target){folder->fd, path.data, named}, bytes, size, diags);
    buf_free(&path);
    return written;
}
