#include "base/snapshot.h"

#include "base/file.h"
#include "base/memory.h"

#include <glib.h>

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* Of a device and an inode in hexadecimal digits, with a blank between them. */
enum { KEY = 2 * 16 + sizeof " " };

struct snapshot {
    GHashTable *by_path;     /* owns its keys and the bytes */
    GHashTable *by_identity; /* the same bytes: a file may have several paths */
};

static void free_bytes(void *bytes)
{
    buf_free(bytes);
    free(bytes);
}

struct snapshot *snapshot_new(void)
{
    struct snapshot *snapshot = memory_new(1, sizeof *snapshot);
    snapshot->by_path = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_bytes);
    snapshot->by_identity = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return snapshot;
}

void snapshot_free(struct snapshot *snapshot)
{
    if (!snapshot)
        return;
    g_hash_table_destroy(snapshot->by_identity);
    g_hash_table_destroy(snapshot->by_path);
    free(snapshot);
}

/* Writes a file's identity as a key, which doesn't begin as a path does. */
static void write_key(const char *path, char key[KEY])
{
    const struct file_identity identity = file_identify(path);
    snprintf(key, KEY, "%" PRIx64 " %" PRIx64, (uint64_t)identity.device, (uint64_t)identity.inode);
}

static struct buf *find(const struct snapshot *snapshot, const char *path)
{
    char key[KEY];
    struct buf *bytes = g_hash_table_lookup(snapshot->by_path, path);
    if (bytes)
        return bytes;
    write_key(path, key);
    return g_hash_table_lookup(snapshot->by_identity, key);
}

static void keep(struct snapshot *snapshot, const char *path, const struct buf *bytes)
{
    char key[KEY];
    struct buf *kept = memory_new(1, sizeof *kept);
    buf_append(kept, bytes->data, bytes->size);
    write_key(path, key);
    g_hash_table_insert(snapshot->by_path, g_strdup(path), kept);
    g_hash_table_insert(snapshot->by_identity, g_strdup(key), kept);
}

bool snapshot_read(struct snapshot *snapshot, const char *path, size_t limit, struct diags *diags,
                   struct buf *out)
{
    const struct buf *known = snapshot ? find(snapshot, path) : NULL;
    if (known) {
        buf_clear(out);
        buf_append(out, known->data, known->size);
        return true;
    }
    if (!file_read(path, limit, diags, out))
        return false;
    if (snapshot)
        keep(snapshot, path, out);
    return true;
}

const struct buf *snapshot_find(const struct snapshot *snapshot, const char *path)
{
    return find(snapshot, path);
}

void snapshot_replace(struct snapshot *snapshot, const char *path, const struct buf *bytes)
{
    struct buf *known = find(snapshot, path);
    if (!known)
        return;
    buf_clear(known);
    buf_append(known, bytes->data, bytes->size);
}
