#include "report/report.h"

#include "report/json_value.h"

/* For programs: they are not translated. */
static const char *const severities[] = {
    [DIAG_INFO] = "info",
    [DIAG_WARNING] = "warning",
    [DIAG_ERROR] = "error",
    [DIAG_FAILURE] = "failure",
};

static void add_place(struct json_object *object, const struct diag_place *place)
{
    json_add(object, "file", json_text(place->file));
    json_add(object, "line", json_count(place->line));
    json_add(object, "column", json_count(place->column));
    json_add(object, "endLine", json_count(place->end_line));
    json_add(object, "endColumn", json_count(place->end_column));
    json_add(object, "cell", json_text(place->cell));
}

static struct json_object *related(const struct diag_place *place)
{
    struct json_object *object = place->file ? json_new() : NULL;
    if (object)
        add_place(object, place);
    return object;
}

static struct json_object *edits(const struct diag_edit *edit)
{
    struct json_object *list = json_new_list();
    for (; edit; edit = edit->next) {
        struct json_object *object = json_new();
        add_place(object, &edit->place);
        json_add(object, "text", json_text(edit->text));
        json_append(list, object);
    }
    return list;
}

struct json_object *json_diag(const void *diags, size_t index)
{
    const struct diag *diag = diags_at(diags, index);
    struct json_object *object = json_new();
    json_add(object, "severity", json_text(severities[diag->severity]));
    json_add(object, "rule", json_text(rule_info(diag->rule)->id));
    add_place(object, &diag->place);
    json_add(object, "message", json_text(diag->message));
    json_add(object, "hint", json_text(diag->hint));
    json_add(object, "related", related(&diag->related));
    json_add(object, "edits", edits(diag->edits));
    json_add(object, "certain", json_object_new_boolean(diag->is_certain));
    return object;
}

void report_json(const struct diags *diags, struct buf *out)
{
    json_write(json_new_each(&(struct json_each){
                   .count = diags_count(diags), .make = json_diag, .context = diags}),
               out);
}
