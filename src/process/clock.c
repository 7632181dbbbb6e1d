#include "process/clock.h"

#include <time.h>

int64_t clock_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void clock_write_since(int64_t milliseconds, struct buf *out)
{
    buf_decimal(out, clock_milliseconds() - milliseconds, 1000, 2);
    buf_string(out, " s");
}
