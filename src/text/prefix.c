#include "text/prefix.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 256 };

struct prefix {
    uint32_t hash;
    bool is_part;
    size_t count;
    uint32_t codepoints[];
};

static uint32_t hash_letters(const struct letters *letters)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < letters->count; i++)
        hash = (hash ^ letters->codepoints[i]) * 16777619u;
    return hash ^ hash >> 15;
}

static bool is_prefix(const struct prefix *prefix, uint32_t hash, const struct letters *letters)
{
    return prefix->hash == hash && prefix->count == letters->count &&
           memcmp(prefix->codepoints, letters->codepoints,
                  letters->count * sizeof *letters->codepoints) == 0;
}

static void insert(struct prefix_table *table, struct prefix *prefix)
{
    size_t i = prefix->hash & (table->capacity - 1);
    while (table->slots[i])
        i = (i + 1) & (table->capacity - 1);
    table->slots[i] = prefix;
}

static void enlarge(struct prefix_table *table)
{
    struct prefix_table larger = {
        .capacity = table->capacity ? table->capacity * 2 : FIRST_CAPACITY, .count = table->count};
    larger.slots = memory_new(larger.capacity, sizeof(struct prefix *));
    for (size_t i = 0; i < table->capacity; i++)
        if (table->slots[i])
            insert(&larger, table->slots[i]);
    free(table->slots);
    *table = larger;
}

static struct prefix *add(struct text_library *library, uint32_t hash,
                          const struct letters *letters)
{
    size_t size = letters->count * sizeof *letters->codepoints;
    struct prefix *prefix = arena_alloc(library->arena, sizeof *prefix + size);
    prefix->hash = hash;
    prefix->count = letters->count;
    memcpy(prefix->codepoints, letters->codepoints, size);
    prefix->is_part = hyphenate_fi_is_part(library, letters);
    insert(&library->prefixes, prefix);
    library->prefixes.count++;
    return prefix;
}

bool prefix_is_part(struct text_library *library, const struct letters *letters)
{
    struct prefix_table *table = &library->prefixes;
    uint32_t hash = hash_letters(letters);
    if (table->count * 2 >= table->capacity)
        enlarge(table);
    for (size_t i = hash & (table->capacity - 1); table->slots[i];
         i = (i + 1) & (table->capacity - 1))
        if (is_prefix(table->slots[i], hash, letters))
            return table->slots[i]->is_part;
    return add(library, hash, letters)->is_part;
}
