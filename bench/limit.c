/*
 * The limit: how long it takes to deflate a document's streams and write its file, when everything
 * else costs nothing.
 *
 * usage: limit FILE LEVEL TIMES < pieces, where each piece is a byte (1: to be deflated), a length
 * of four bytes, least first, and that many bytes. Prints the middle time of deflating and of
 * writing with fsync, in milliseconds, and the bytes written.
 */
#define _XOPEN_SOURCE 700
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

enum { ROOM = 64 * 1024 * 1024, MOST_TIMES = 1000 };

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double middle(double *times, int count)
{
    qsort(times, (size_t)count, sizeof *times, compare);
    return times[count / 2];
}

static size_t add(const unsigned char *piece, size_t size, bool packed, int level,
                  unsigned char *out, size_t room)
{
    uLongf made = room;
    if (!packed) {
        memcpy(out, piece, size);
        return size;
    }
    if (compress2(out, &made, piece, size, level) != Z_OK)
        abort();
    return made;
}

static size_t pack(const unsigned char *in, size_t size, int level, unsigned char *out)
{
    size_t made = 0;
    for (size_t at = 0; at + 5 <= size;) {
        uint32_t length;
        memcpy(&length, in + at + 1, sizeof length);
        made += add(in + at + 5, length, in[at], level, out + made, ROOM - made);
        at += 5 + length;
    }
    return made;
}

static void save(const char *path, const unsigned char *bytes, size_t size)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (file < 0 || write(file, bytes, size) != (ssize_t)size || fsync(file) != 0)
        abort();
    close(file);
}

int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    int level = atoi(argv[2]), times = atoi(argv[3]);
    if (times < 1 || times > MOST_TIMES)
        return 2;
    unsigned char *in = malloc(ROOM), *out = malloc(ROOM);
    double packing[MOST_TIMES], saving[MOST_TIMES];
    if (!in || !out)
        return 3;
    size_t size = fread(in, 1, ROOM, stdin), made = 0;
    for (int i = 0; i < times; i++) {
        double start = now();
        made = pack(in, size, level, out);
        packing[i] = now() - start;
        save(argv[1], out, made);
        saving[i] = now() - start - packing[i];
    }
    printf("{\"deflate\": %.3f, \"write\": %.3f, \"bytes\": %zu}\n", middle(packing, times),
           middle(saving, times), made);
    return 0;
}
