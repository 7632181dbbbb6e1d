#include "xml/search.h"

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

const char *search_next(struct search *search, const char *text, const char *mark)
{
    bool is_known = search->from && search->from <= text;
    if (is_known && (!search->found || text <= search->found))
        return search->found;
    *search = (struct search){.from = text, .found = strstr(text, mark)};
    return search->found;
}

/* A tag of a text. The offset of its name, doubled; an end tag's has 1 added. */
struct tag {
    uint32_t place;
    uint32_t next; /* of the same name: its index and 1, or 0 */
};

/* The tags of a name: indices and 1, or 0. */
struct tag_name {
    uint32_t first, last;
    uint32_t current; /* before which no question has been asked lately */
};

struct tags {
    const char *text;
    struct tag *tags; /* in their order */
    size_t count, capacity;
    struct tag_name *names; /* a hash table with open addresses */
    size_t name_count, name_capacity;
};

/* Names that take more probes than this are left out: somebody has chosen them for that. */
enum { NAMES_AT_FIRST = 256, PROBES = 64 };

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("_-.:", c)) || (unsigned char)c >= 0x80;
}

/* Returns how many bytes of a tag's name stand at text. */
static size_t name_size(const char *text)
{
    size_t size = 0;
    while (is_name(text[size]))
        size++;
    return size;
}

/* FNV-1a. */
static uint64_t hash(const char *name, size_t size)
{
    uint64_t hash = 14695981039346656037U;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)name[i]) * 1099511628211U;
    return hash ^ hash >> 32;
}

static const char *name_of(const struct tags *tags, uint32_t tag)
{
    return tags->text + tags->tags[tag - 1].place / 2;
}

/* Returns the slot of a name, which is empty when no tag has it; NULL for a name to leave out. */
static struct tag_name *find_name(const struct tags *tags, const char *name)
{
    size_t size = name_size(name), mask = tags->name_capacity - 1;
    uint64_t start = hash(name, size);
    for (size_t i = 0; i < PROBES; i++) {
        struct tag_name *slot = &tags->names[(start + i) & mask];
        if (!slot->first)
            return slot;
        const char *other = name_of(tags, slot->first);
        if (strncmp(other, name, size) == 0 && !is_name(other[size]))
            return slot;
    }
    return NULL;
}

static void grow_names(struct tags *tags)
{
    struct tag_name *names = tags->names;
    size_t capacity = tags->name_capacity;
    tags->name_capacity = capacity ? 2 * capacity : NAMES_AT_FIRST;
    tags->names = memory_new(tags->name_capacity, sizeof *tags->names);
    for (size_t i = 0; i < capacity; i++) {
        struct tag_name *slot =
            names[i].first ? find_name(tags, name_of(tags, names[i].first)) : NULL;
        if (slot)
            *slot = names[i];
    }
    free(names);
}

static void add(struct tags *tags, const char *name, bool is_end)
{
    if (2 * tags->name_count >= tags->name_capacity)
        grow_names(tags);
    struct tag_name *slot = find_name(tags, name);
    if (!slot)
        return;
    memory_grow((void **)&tags->tags, tags->count, &tags->capacity, sizeof *tags->tags);
    tags->tags[tags->count++] = (struct tag){.place = (uint32_t)(name - tags->text) * 2 + is_end};
    uint32_t index = (uint32_t)tags->count;
    if (slot->first) {
        tags->tags[slot->last - 1].next = index;
    } else {
        slot->first = slot->current = index;
        tags->name_count++;
    }
    slot->last = index;
}

struct tags *tags_find(const char *text)
{
    struct tags *tags = memory_new(1, sizeof *tags);
    tags->text = text;
    grow_names(tags);
    for (const char *at = text; (at = strchr(at, '<')); at++) {
        bool is_end = at[1] == '/';
        if (is_name(at[1 + is_end]))
            add(tags, at + 1 + is_end, is_end);
    }
    return tags;
}

void tags_free(struct tags *tags)
{
    if (!tags)
        return;
    free(tags->tags);
    free(tags->names);
    free(tags);
}

bool tags_end_next(struct tags *tags, const char *name)
{
    struct tag_name *slot = find_name(tags, name);
    const uint32_t place = (uint32_t)(name - tags->text) * 2 + 1;
    if (!slot || !slot->first)
        return false;
    if (tags->tags[slot->current - 1].place > place)
        slot->current = slot->first;
    uint32_t tag = slot->current;
    for (; tag && tags->tags[tag - 1].place <= place; tag = tags->tags[tag - 1].next)
        slot->current = tag;
    return tag && tags->tags[tag - 1].place % 2;
}
