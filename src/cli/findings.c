#include "cli/findings.h"

#include "base/memory.h"
#include "base/wire.h"

#include <stdlib.h>

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

void findings_pack(const struct findings *findings, struct buf *out)
{
    struct buf diags = {0};
    diags_pack(findings->diags, &diags);
    wire_put_bytes(out, &diags);
    wire_put_bytes(out, &findings->states);
    for (size_t i = 0; i < findings->file_count; i++) {
        wire_put_string(out, findings->files[i].path);
        wire_put_string(out, findings->files[i].name);
        wire_put_number(out, findings->files[i].is_remarked);
        wire_put_number(out, findings->files[i].is_uncompared);
    }
    buf_free(&diags);
}

void findings_unpack(struct findings *findings, const struct buf *bytes)
{
    struct wire wire = wire_begin(bytes->data, bytes->size);
    size_t size;
    const char *piece = wire_bytes(&wire, &size);
    diags_unpack(findings->diags, piece, size);
    piece = wire_bytes(&wire, &size);
    buf_append(&findings->states, piece, size);
    while (wire.at < wire.end && !wire.is_broken) {
        struct report_file file = {.path = wire_string(&wire)};
        file.name = wire_string(&wire);
        file.is_remarked = wire_number(&wire);
        file.is_uncompared = wire_number(&wire);
        findings_add_file(findings, file);
    }
}
