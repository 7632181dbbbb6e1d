#include "text/hash.h"

#include "base/memory.h"

#include <stdlib.h>

enum { FIRST_CAPACITY = 1024 };

struct hash_slot {
    uint32_t hash;
    void *value; /* NULL: free */
};

uint32_t hash_bytes(uint32_t seed, const void *bytes, size_t size)
{
    uint32_t hash = 2166136261u ^ seed;
    for (const unsigned char *at = bytes; size--; at++)
        hash = (hash ^ *at) * 16777619u;
    return hash ^ hash >> 15;
}

static void enlarge(struct hash_table *table)
{
    size_t capacity = table->capacity ? table->capacity * 2 : FIRST_CAPACITY;
    struct hash_slot *slots = memory_new(capacity, sizeof *slots);
    for (size_t i = 0; i < table->capacity; i++) {
        size_t at = table->slots[i].hash & (capacity - 1);
        while (slots[at].value)
            at = (at + 1) & (capacity - 1);
        slots[at] = table->slots[i];
    }
    free(table->slots);
    table->slots = slots;
    table->capacity = capacity;
}

void **hash_find(struct hash_table *table, uint32_t hash, const void *key,
                 bool (*has_key)(const void *value, const void *key))
{
    if (table->count * 2 >= table->capacity)
        enlarge(table);
    size_t at = hash & (table->capacity - 1);
    for (; table->slots[at].value; at = (at + 1) & (table->capacity - 1))
        if (table->slots[at].hash == hash && has_key(table->slots[at].value, key))
            return &table->slots[at].value;
    table->slots[at].hash = hash;
    table->count++;
    return &table->slots[at].value;
}
