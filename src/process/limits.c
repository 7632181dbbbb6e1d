#include "process/limits.h"

#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

/* Returns the bytes of data that the process has, as RLIMIT_DATA counts them: proc(5), statm. */
static size_t data_size(void)
{
    unsigned long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file && fscanf(file, "%*u %*u %*u %*u %*u %lu", &pages) != 1)
        pages = 0;
    if (file)
        fclose(file);
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

void limits_set_memory(const struct limits *limits)
{
    struct rlimit limit;
    if (!limits->mebibytes || getrlimit(RLIMIT_DATA, &limit) != 0)
        return;
    limit.rlim_cur = data_size() + ((rlim_t)limits->mebibytes << 20);
    if (limit.rlim_cur > limit.rlim_max)
        limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_DATA, &limit);
}
