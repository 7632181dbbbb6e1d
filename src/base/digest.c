#include "base/digest.h"

#include <glib.h>

const char *digest_of(const void *bytes, size_t size, struct arena *arena)
{
    char *digits = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, size);
    const char *digest = arena_strdup(arena, digits);
    g_free(digits);
    return digest;
}
