#include "cli/findings.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct findings findings_new(void)
{
    return (struct findings){.arena = arena_new(), .diags = diags_new()};
}

void findings_free(struct findings *findings)
{
    diags_free(findings->diags);
    buf_free(&findings->states);
    free(findings->files);
    arena_free(findings->arena);
}

void findings_add_file(struct findings *findings, struct report_file file)
{
    GROW(findings->files, findings->file_count, findings->file_capacity);
    file.path = file.path ? arena_strdup(findings->arena, file.path) : NULL;
    file.name = file.name ? arena_strdup(findings->arena, file.name) : NULL;
    findings->files[findings->file_count++] = file;
}

/* Comes first; then the diagnostics, the states and the files: two strings each, and a third that
 * is empty unless there are remarks. */
struct sizes {
    size_t diags, states;
};

/* No name is empty, so an empty string can stand for none. */
static void pack_string(const char *string, struct buf *out)
{
    buf_append(out, string ? string : "", string ? strlen(string) + 1 : 1);
}

static const char *unpack_string(const char **bytes)
{
    const char *string = *bytes;
    *bytes += strlen(string) + 1;
    return *string ? string : NULL;
}

void findings_pack(const struct findings *findings, struct buf *out)
{
    struct buf diags = {0};
    diags_pack(findings->diags, &diags);
    const struct sizes sizes = {.diags = diags.size, .states = findings->states.size};
    buf_append(out, &sizes, sizeof sizes);
    buf_append(out, diags.data, diags.size);
    buf_append(out, findings->states.data, findings->states.size);
    for (size_t i = 0; i < findings->file_count; i++) {
        pack_string(findings->files[i].path, out);
        pack_string(findings->files[i].name, out);
        pack_string(findings->files[i].is_remarked ? "remarked" : NULL, out);
    }
    buf_free(&diags);
}

void findings_unpack(struct findings *findings, const struct buf *bytes)
{
    const char *at = bytes->data, *end = at + bytes->size;
    struct sizes sizes;
    memcpy(&sizes, at, sizeof sizes);
    at += sizeof sizes;
    diags_unpack(findings->diags, at, sizes.diags);
    at += sizes.diags;
    buf_append(&findings->states, at, sizes.states);
    at += sizes.states;
    while (at < end) {
        struct report_file file = {.path = unpack_string(&at)};
        file.name = unpack_string(&at);
        file.is_remarked = unpack_string(&at) != NULL;
        findings_add_file(findings, file);
    }
}
