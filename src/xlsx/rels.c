#include "xlsx/rels.h"

#include "base/file.h"
#include "base/message.h"
#include "xlsx/markup.h"
#include "xlsx/xlsx.h"

#include <string.h>

struct reading {
    struct package *package;
    struct arena *arena;
    struct rels *rels;
    const char *part;
};

/* Takes the last folder's name off a path that ends with a slash. */
static void step_up(struct buf *path)
{
    if (path->size)
        path->size--;
    while (path->size && path->data[path->size - 1] != '/')
        path->size--;
}

/* Returns the part that a target names: from the package's root or from the part's folder. Steps
 * out of the package lead nowhere but to its root. */
static const char *resolve(const char *part, const char *target, struct arena *arena)
{
    struct buf path = {0};
    buf_append(&path, part, *target == '/' ? 0 : (size_t)(file_name(part) - part));
    for (const char *step = target; *step; step += strspn(step, "/")) {
        size_t size = strcspn(step, "/");
        if (size == 2 && memcmp(step, "..", 2) == 0)
            step_up(&path);
        else if (size && !(size == 1 && *step == '.'))
            buf_append(&path, step, size + (step[size] == '/'));
        step += size;
    }
    const char *resolved = arena_strndup(arena, path.data, path.size);
    buf_free(&path);
    return resolved;
}

/* Returns an attribute in the arena, "" when it isn't there. */
static const char *attribute(struct reading *reading, struct markup *markup, const char *name)
{
    const char *value = markup_attribute(markup, name);
    return value ? arena_strdup(reading->arena, value) : "";
}

static void start(void *context, struct markup *markup)
{
    struct reading *reading = context;
    if (!markup_is(markup, "Relationships", "Relationship"))
        return;
    if (reading->rels->list.size / sizeof(struct rel) == XLSX_PARTS) {
        package_is_over(reading->package, _("the workbook has more than %d parts"), XLSX_PARTS);
        markup_stop(markup);
        return;
    }
    struct rel rel = {.id = attribute(reading, markup, "Id"),
                      .type = file_name(attribute(reading, markup, "Type"))};
    bool is_outside = strcmp(attribute(reading, markup, "TargetMode"), "External") == 0;
    if (!is_outside)
        rel.part = resolve(reading->part, attribute(reading, markup, "Target"), reading->arena);
    buf_append(&reading->rels->list, &rel, sizeof rel);
}

static void end(void *context, struct markup *markup)
{
    (void)context, (void)markup;
}

bool rels_read(struct package *package, const char *part, struct arena *arena, struct rels *rels)
{
    static const struct markup_listener listener = {start, end};
    struct reading reading = {.package = package, .arena = arena, .rels = rels, .part = part};
    const char *name = file_name(part);
    const char *own = arena_printf(arena, "%.*s_rels/%s.rels", (int)(name - part), part, name);
    return markup_read(package, own, &listener, &reading);
}

void rels_free(struct rels *rels)
{
    buf_free(&rels->list);
}

const struct rel *rels_of_type(const struct rels *rels, const char *type)
{
    const struct rel *list = (const void *)rels->list.data;
    for (size_t i = 0; i < rels->list.size / sizeof *list; i++)
        if (list[i].part && strcmp(list[i].type, type) == 0)
            return &list[i];
    return NULL;
}

const struct rel *rels_of_id(const struct rels *rels, const char *id)
{
    const struct rel *list = (const void *)rels->list.data;
    for (size_t i = 0; i < rels->list.size / sizeof *list; i++)
        if (list[i].part && strcmp(list[i].id, id) == 0)
            return &list[i];
    return NULL;
}
