#include "cli/incoming.h"

#include "base/message.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* More than any file may have (docs/security.md): what is larger is refused where it is read. */
enum { MOST = 17 * 1024 * 1024 };

/* Copies standard input, of what is too large the beginning. Returns false and errno. */
static bool copy_input(int to)
{
    char bytes[64 * 1024];
    size_t total = 0;
    ssize_t size;
    while (total < MOST && (size = read(STDIN_FILENO, bytes, sizeof bytes)) != 0) {
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

bool incoming_open(char *path, struct incoming *incoming)
{
    *incoming = (struct incoming){.path = path, .name = path, .fd = -1};
    if (strcmp(path, "-") != 0)
        return true;
    incoming->fd = open_unnamed();
    if (incoming->fd < 0 || !copy_input(incoming->fd)) {
        fprintf(stderr, _("pykala: standard input could not be read: %s\n"), strerror(errno));
        incoming_close(incoming);
        return false;
    }
    snprintf(incoming->copy, sizeof incoming->copy, "/proc/self/fd/%d", incoming->fd);
    incoming->path = incoming->copy;
    return true;
}

void incoming_close(struct incoming *incoming)
{
    if (incoming->fd >= 0)
        close(incoming->fd);
    incoming->fd = -1;
}
