#include "text/prefix.h"

#include <string.h>

struct prefix {
    bool is_part;
    size_t count;
    uint32_t codepoints[];
};

static bool has_letters(const void *value, const void *key)
{
    const struct prefix *prefix = value;
    const struct letters *letters = key;
    return prefix->count == letters->count &&
           memcmp(prefix->codepoints, letters->codepoints,
                  letters->count * sizeof *letters->codepoints) == 0;
}

static struct prefix *look_up(struct text_library *library, const struct letters *letters)
{
    size_t size = letters->count * sizeof *letters->codepoints;
    struct prefix *prefix = arena_alloc(library->arena, sizeof *prefix + size);
    prefix->count = letters->count;
    memcpy(prefix->codepoints, letters->codepoints, size);
    prefix->is_part = hyphenate_fi_is_part(library, letters);
    return prefix;
}

bool prefix_is_part(struct text_library *library, const struct letters *letters)
{
    uint32_t hash =
        hash_bytes(0, letters->codepoints, letters->count * sizeof *letters->codepoints);
    void **prefix = hash_find(&library->prefixes, hash, letters, has_letters);
    if (!*prefix)
        *prefix = look_up(library, letters);
    return ((const struct prefix *)*prefix)->is_part;
}
