/* For MAP_ANONYMOUS. */
#define _DEFAULT_SOURCE

#include "base/reading.h"

#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

struct reading *reading_new(size_t count)
{
    void *memory = mmap(NULL, count * sizeof(struct reading), PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? NULL : memory;
}

void reading_free(struct reading *readings, size_t count)
{
    if (readings)
        munmap(readings, count * sizeof *readings);
}

static bool identify(const char *path, struct reading_file *file)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return false;
    *file = (struct reading_file){.device = status.st_dev,
                                  .inode = status.st_ino,
                                  .size = status.st_size,
                                  .seconds = status.st_mtim.tv_sec,
                                  .nanoseconds = status.st_mtim.tv_nsec};
    return true;
}

int reading_begin(struct reading *reading, const char *path)
{
    struct reading_file file;
    if (!reading || !identify(path, &file))
        return 0;
    for (size_t i = 0; i < reading->barred_count; i++)
        if (memcmp(&reading->barred[i].file, &file, sizeof file) == 0)
            return reading->barred[i].signal;
    reading->current = file;
    reading->has_current = true;
    return 0;
}

void reading_end(struct reading *reading)
{
    if (reading)
        reading->has_current = false;
}

static bool is_crash(int signal)
{
    static const int signals[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGTRAP, SIGSYS};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (signals[i] == signal)
            return true;
    return false;
}

bool reading_bar(struct reading *reading, int signal)
{
    if (!reading->has_current || !is_crash(signal) || reading->barred_count == READING_BARRED)
        return false;
    size_t index = reading->barred_count++;
    reading->barred[index].file = reading->current;
    reading->barred[index].signal = signal;
    reading->has_current = false;
    return true;
}
