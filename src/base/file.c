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

bool file_read(const char *path, size_t limit, struct diags *diags, struct buf *out)
{
    buf_clear(out);
    /* O_NONBLOCK: opening a pipe nobody writes to must not wait. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) {
        bool missing = errno == ENOENT || errno == ENOTDIR;
        return diag_add(diags, DIAG_ERROR, missing ? "file-missing" : "file-read", at(path),
                        missing ? _("check the name and the folder") : NULL,
                        _("cannot be opened: %s"), strerror(errno));
    }
    bool read_whole = read_open(fd, path, limit, diags, out);
    close(fd);
    return read_whole;
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

bool file_make_folder(const char *path, struct diags *diags)
{
    size_t size = strlen(path) + 1;
    char *part = memory_new(size, 1);
    memcpy(part, path, size);
    bool made = true;
    for (char *slash = part + 1; made && *part; slash++) {
        char c = *slash;
        if (c != '/' && c != '\0')
            continue;
        *slash = '\0';
        struct stat status;
        if (mkdir(part, 0777) != 0 &&
            !(errno == EEXIST && stat(part, &status) == 0 && S_ISDIR(status.st_mode)))
            made = cannot_write(diags, part);
        *slash = c;
        if (c == '\0')
            break;
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

/* Returns ".NAME.XXXXXX" beside path, for mkstemp; owned by the caller. */
static char *temporary_beside(const char *path)
{
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash - path + 1) : 0;
    size_t size = strlen(path) + sizeof "..XXXXXX";
    char *temporary = memory_new(size, 1);
    snprintf(temporary, size, "%.*s.%s.XXXXXX", folder, path, path + folder);
    return temporary;
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

bool file_write(const char *path, const void *bytes, size_t size, struct diags *diags)
{
    if (!make_folder_of(path, diags))
        return false;
    char *temporary = temporary_beside(path);
    int fd = mkstemp(temporary);
    bool written = false;
    if (fd >= 0) {
        written = fchmod(fd, 0644) == 0 && write_all(fd, bytes, size);
        int cause = errno;
        if (close(fd) != 0 && written) {
            written = false;
            cause = errno;
        }
        errno = cause;
        if (written)
            written = rename(temporary, path) == 0;
        cause = errno;
        if (!written)
            unlink(temporary);
        errno = cause;
    }
    if (!written)
        cannot_write(diags, path);
    free(temporary);
    return written;
}
