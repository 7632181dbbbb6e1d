#include "base/feed.h"

#include <string.h>

int feed_read(void *context, char *buffer, int size)
{
    struct feed *feed = context;
    size_t left = feed->stopped ? 0 : feed->left;
    size_t count = left < (size_t)size ? left : (size_t)size;
    memcpy(buffer, feed->bytes, count);
    feed->bytes += count;
    feed->left -= count;
    return (int)count;
}
