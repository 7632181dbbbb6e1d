#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

enum { BAR = 30 };

static void draw(const struct progress *progress)
{
    char bar[BAR + 1];
    size_t full = progress->total ? progress->done * BAR / progress->total : BAR;
    for (size_t i = 0; i < BAR; i++)
        bar[i] = i < full ? '#' : '-';
    bar[BAR] = '\0';
    fprintf(stderr, "\r[%s] %zu/%zu", bar, progress->done, progress->total);
    fflush(stderr);
}

struct progress progress_start(size_t total)
{
    struct progress progress = {.shown = isatty(STDERR_FILENO) == 1, .total = total};
    if (progress.shown)
        draw(&progress);
    return progress;
}

void progress_step(struct progress *progress)
{
    progress->done++;
    if (progress->shown)
        draw(progress);
}

void progress_end(struct progress *progress)
{
    if (progress->shown)
        fputs("\r\033[K", stderr);
    progress->shown = false;
}
