/* Inside text: finds values by their keys: open addressing, a power of two of slots. */
#ifndef PYKALA_TEXT_HASH_H
#define PYKALA_TEXT_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct hash_table {
    struct hash_slot *slots; /* freed with the library */
    size_t capacity, count;
};

/* Returns FNV-1a of the bytes, begun from seed. */
uint32_t hash_bytes(uint32_t seed, const void *bytes, size_t size);

/* Returns where the key's value is. A new key's is NULL and must be set before the next call. */
void **hash_find(struct hash_table *table, uint32_t hash, const void *key,
                 bool (*has_key)(const void *value, const void *key));

#endif
