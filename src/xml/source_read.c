#include "base/recode.h"
#include "base/snapshot.h"
#include "base/utf8.h"
#include "xml/encoding.h"
#include "xml/kind.h"
#include "xml/source.h"

#include <string.h>

static void find_characters(struct source *source)
{
    size_t steps = source->bytes.size / SOURCE_STEP;
    source->characters = arena_array(source->arena, steps + 1, sizeof *source->characters);
    for (size_t i = 0; i < steps; i++)
        source->characters[i + 1] =
            source->characters[i] + utf8_count(source->bytes.data + i * SOURCE_STEP, SOURCE_STEP);
}

static void find_lines(struct source *source)
{
    const struct buf *bytes = &source->bytes;
    size_t count = 1;
    for (size_t i = 0; i < bytes->size; i++)
        count += blank_ends_line(bytes->data + i);
    source->lines = arena_array(source->arena, count, sizeof *source->lines);
    source->line_count = 1;
    for (size_t i = 0; i < bytes->size; i++)
        if (blank_ends_line(bytes->data + i))
            source->lines[source->line_count++] = i + 1;
}

static struct source *new_source(const char *path)
{
    struct arena *arena = arena_new();
    struct source *source = arena_alloc(arena, sizeof *source);
    source->arena = arena;
    source->path = arena_strdup(arena, path);
    return source;
}

struct source *source_made(const char *path, const struct buf *bytes, const char *const *cells)
{
    struct source *source = new_source(path);
    buf_append(&source->bytes, bytes->data, bytes->size);
    source->cells = cells;
    find_lines(source);
    find_characters(source);
    return source;
}

struct source *source_read(const char *path, struct snapshot *snapshot, struct diags *diags)
{
    struct source *source = new_source(path);
    if (snapshot_read(snapshot, path, SOURCE_LIMIT, diags, &source->bytes) &&
        kind_check(&source->bytes, path, diags)) {
        const struct recoding recoding = recode(&source->bytes);
        source->recoded = recoding.where;
        recode_drop_mark(&source->bytes);
        find_lines(source);
        find_characters(source);
        if (encoding_check(source, &recoding, diags))
            return source;
    }
    source_free(source);
    return NULL;
}
