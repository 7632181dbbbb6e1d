#include "cli/incoming.h"

#include "cli/command.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* More than any file may have (docs/security.md): what is larger is refused where it is read. */
enum { MOST = 17 * 1024 * 1024 };

/* Copies a file, of what is too large the beginning. Returns false and errno. */
static bool copy(int from, int to)
{
    char bytes[64 * 1024];
    size_t total = 0;
    ssize_t size;
    while (total < MOST && (size = read(from, bytes, sizeof bytes)) != 0) {
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0 || write(to, bytes, (size_t)size) != size)
            return false;
        total += (size_t)size;
    }
    return true;
}

/* Opens a file without a name. Returns -1 and errno. */
static int open_unnamed(void)
{
    FILE *file = tmpfile();
    int fd = file ? dup(fileno(file)) : -1;
    if (file)
        fclose(file);
    return fd;
}

/* Says why a file can't be read, by errno. */
static void cannot_read(const char *name)
{
    command_say(_("pykala: %s could not be read: %s"), name, strerror(errno));
    fputc('\n', stderr);
}

/* Takes a copy of an open file. Prints why not and returns false. */
static bool take(int from, struct incoming *incoming)
{
    incoming->fd = open_unnamed();
    if (incoming->fd < 0 || !copy(from, incoming->fd)) {
        cannot_read(incoming->name);
        incoming_close(incoming);
        return false;
    }
    snprintf(incoming->copy, sizeof incoming->copy, "/proc/self/fd/%d", incoming->fd);
    incoming->path = incoming->copy;
    return true;
}

bool incoming_open(char *path, struct incoming *incoming)
{
    *incoming = (struct incoming){.path = path, .name = path, .fd = -1};
    return strcmp(path, "-") != 0 || take(STDIN_FILENO, incoming);
}

bool incoming_copy(char *path, struct incoming *incoming)
{
    if (strcmp(path, "-") == 0)
        return incoming_open(path, incoming);
    *incoming = (struct incoming){.path = path, .name = path, .fd = -1};
    int from = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (from < 0) {
        cannot_read(path);
        return false;
    }
    bool is_taken = take(from, incoming);
    close(from);
    return is_taken;
}

void incoming_close(struct incoming *incoming)
{
    if (incoming->fd >= 0)
        close(incoming->fd);
    incoming->fd = -1;
}
