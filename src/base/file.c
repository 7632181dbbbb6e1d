#include "base/file.h"

#include "base/memory.h"
#include "base/message.h"

#include <errno.h>
#include <fcntl.h>
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
        return diag_add_as(diags, DIAG_FAILURE, RULE_FILE_READ, at(path), NULL,
                           _("cannot be read: %s"), strerror(errno));
    if (!S_ISREG(status.st_mode))
        return diag_add(diags, RULE_FILE_KIND, at(path), _("name a plain file"),
                        _("is not a plain file"));
    char bytes[65536];
    for (;;) {
        ssize_t got = read(fd, bytes, sizeof bytes);
        if (got == 0)
            return true;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return diag_add_as(diags, DIAG_FAILURE, RULE_FILE_READ, at(path), NULL,
                               _("cannot be read: %s"), strerror(errno));
        if ((size_t)got > limit - out->size)
            return diag_add(diags, RULE_FILE_SIZE, at(path), NULL,
                            _("is larger than the limit of %zu bytes"), limit);
        buf_append(out, bytes, (size_t)got);
    }
}

/* Returns why a file was not opened, in the reader's language: the C library often knows English
 * alone. */
static const char *why_not_opened(int error)
{
    if (error == EACCES || error == EPERM)
        return _("there is no permission to read it");
    return error == ELOOP ? _("it is a link that leads back to itself") : strerror(error);
}

bool file_cannot_open(const char *path, struct diags *diags)
{
    int error = errno;
    bool machine = error == EMFILE || error == ENFILE || error == ENOMEM || error == EIO;
    if (error == ENOENT || error == ENOTDIR)
        return diag_add(diags, RULE_FILE_MISSING, at(path), _("check the name and the folder"),
                        _("there is no such file"));
    return diag_add_as(diags, machine ? DIAG_FAILURE : DIAG_ERROR, RULE_FILE_READ, at(path), NULL,
                       _("cannot be opened: %s"), why_not_opened(error));
}

bool file_read(const char *path, size_t limit, struct diags *diags, struct buf *out)
{
    buf_clear(out);
    buf_append(out, "", 0); /* an empty file, too, gives a string */
    /* O_NONBLOCK: opening a pipe nobody writes to must not wait. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return file_cannot_open(path, diags);
    bool read_whole = read_open(fd, path, limit, diags, out);
    close(fd);
    return read_whole;
}

/* --- Where a path leads --- */

/* Makes a path that leads to nothing the one that its link names, or else its folder's. Returns
 * false where there is none, or where links go in a circle. */
static bool step_back(struct buf *path, int *links)
{
    enum { MOST_LINKS = 40 };
    char target[4096];
    ssize_t size = readlink(path->data, target, sizeof target - 1);
    if (size > 0 && ++*links > MOST_LINKS)
        return false;
    char *slash = strrchr(path->data, '/');
    size_t kept = slash ? (size_t)(slash - path->data) : 0;
    if (size > 0)
        kept = *target == '/' ? 0 : slash ? kept + 1 : 0;
    else if (slash == path->data)
        kept = path->size > 1;
    else if (!slash && strcmp(path->data, ".") == 0)
        return false;
    path->size = kept;
    if (size > 0)
        buf_append(path, target, (size_t)size);
    else if (!slash)
        buf_char(path, '.');
    path->data[path->size] = '\0';
    return path->size > 0;
}

/* Returns the real path of the nearest folder that is there: both paths lead to the same side.
 * Owned by the caller (free); NULL when it can't be known. */
static char *find_nearest(const char *path)
{
    struct buf nearest = {0};
    char *real = NULL;
    int links = 0;
    buf_string(&nearest, path);
    while (!real && (errno == ENOENT || errno == ENOTDIR) && step_back(&nearest, &links))
        real = realpath(nearest.data, NULL);
    buf_free(&nearest);
    return real;
}

/* Returns whether a real path is below a real folder, or the folder itself where that is enough. */
static bool is_below(const char *path, const char *folder, bool or_itself)
{
    size_t size = strcmp(folder, "/") == 0 ? 0 : strlen(folder);
    return strncmp(path, folder, size) == 0 && (path[size] == '/' || (or_itself && !path[size]));
}

bool file_is_below(const char *path, const char *folder)
{
    char *real_folder = realpath(folder, NULL), *real_path = realpath(path, NULL);
    bool is_inside = real_path && real_folder && is_below(real_path, real_folder, false);
    free(real_path);
    free(real_folder);
    return is_inside;
}

bool file_leads_out(const char *path, const char *folder)
{
    char *real_folder = realpath(folder, NULL), *real_path = realpath(path, NULL);
    bool is_there = real_path != NULL;
    if (!is_there)
        real_path = find_nearest(path);
    bool leads_out = real_path && real_folder && !is_below(real_path, real_folder, !is_there);
    free(real_path);
    free(real_folder);
    return leads_out;
}

struct file_identity file_identify(const char *path)
{
    struct stat status;
    if (!path || stat(path, &status) != 0)
        return (struct file_identity){0};
    return (struct file_identity){status.st_dev, status.st_ino};
}

bool file_are_one(struct file_identity a, struct file_identity b)
{
    return a.inode && a.device == b.device && a.inode == b.inode;
}

bool file_is_same(const char *a, const char *b)
{
    return file_are_one(file_identify(a), file_identify(b));
}

bool file_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

bool file_has_ending(const char *name, const char *ending)
{
    size_t size = strlen(name), ending_size = strlen(ending);
    return size > ending_size && strcmp(name + size - ending_size, ending) == 0;
}

const char *file_numbered(const char *name, int number, struct arena *arena)
{
    const char *dot = strrchr(name, '.'), *end = dot ? dot : name + strlen(name);
    return arena_printf(arena, "%.*s-%d%s", (int)(end - name), name, number, end);
}

const char *file_folder(const char *path, struct arena *arena)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return arena_strndup(arena, path, slash > path ? (size_t)(slash - path) : 1);
}

const char *file_without_slashes(const char *path, struct arena *arena)
{
    size_t size = strlen(path);
    while (size > 1 && path[size - 1] == '/')
        size--;
    return arena_strndup(arena, path, size);
}
