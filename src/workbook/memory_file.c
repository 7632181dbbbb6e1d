#define _GNU_SOURCE /* memfd_create, fopencookie */
#include "workbook/memory_file.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

FILE *memory_file_open(void)
{
    int fd = memfd_create("pykala", MFD_CLOEXEC);
    FILE *file = fd >= 0 ? fdopen(fd, "r+b") : NULL;
    if (!file && fd >= 0)
        close(fd);
    return file;
}

void memory_file_name(FILE *file, struct buf *name)
{
    buf_printf(name, "/proc/self/fd/%d", fileno(file));
}

bool memory_file_read(FILE *file, struct buf *out)
{
    char bytes[1 << 16];
    rewind(file);
    for (size_t size; (size = fread(bytes, 1, sizeof bytes, file)) > 0;)
        buf_append(out, bytes, size);
    return !ferror(file);
}

/* A part of a workbook: it is written to its end, then read. */
struct part {
    struct buf bytes;
    size_t at; /* where reading goes on */
};

static ssize_t write_part(void *cookie, const char *bytes, size_t size)
{
    struct part *part = cookie;
    buf_append(&part->bytes, bytes, size);
    return (ssize_t)size;
}

static ssize_t read_part(void *cookie, char *bytes, size_t size)
{
    struct part *part = cookie;
    size_t rest = part->bytes.size - part->at;
    size_t taken = size < rest ? size : rest;
    if (taken)
        memcpy(bytes, part->bytes.data + part->at, taken);
    part->at += taken;
    return (ssize_t)taken;
}

/* Goes back to the beginning; there is no other place to go to. */
static int seek_part(void *cookie, off64_t *offset, int whence)
{
    struct part *part = cookie;
    if (whence != SEEK_SET || *offset != 0)
        return -1;
    part->at = 0;
    return 0;
}

static int close_part(void *cookie)
{
    struct part *part = cookie;
    buf_free(&part->bytes);
    free(part);
    return 0;
}

/* Replaces libxlsxwriter's function of that name, which it calls for each temporary file, so "that
 * it can be over-ridden with a user defined version". folder is where it would make them. */
FILE *lxw_tmpfile(const char *folder);
FILE *lxw_tmpfile(const char *folder)
{
    (void)folder;
    FILE *file = fopencookie(
        memory_new(1, sizeof(struct part)), "w+b",
        (cookie_io_functions_t){
            .read = read_part, .write = write_part, .seek = seek_part, .close = close_part});
    if (!file)
        memory_exhausted();
    return file;
}
