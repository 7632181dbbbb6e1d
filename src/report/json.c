#include "report/report.h"

#include "report/json_value.h"

/* Programs read these: they are not translated. */
static const char *const severities[] = {
    [DIAG_INFO] = "info",
    [DIAG_WARNING] = "warning",
    [DIAG_ERROR] = "error",
    [DIAG_FAILURE] = "failure",
};

static struct json_object *diag_object(const struct diag *diag)
{
    struct json_object *object = json_new();
    json_add(object, "severity", json_text(severities[diag->severity]));
    json_add(object, "rule", json_text(diag->rule));
    json_add(object, "file", json_text(diag->place.file));
    json_add(object, "line", json_count(diag->place.line));
    json_add(object, "column", json_count(diag->place.column));
    json_add(object, "message", json_text(diag->message));
    json_add(object, "hint", json_text(diag->hint));
    return object;
}

void report_json(const struct diags *diags, struct buf *out)
{
    struct json_object *array = json_new_list();
    for (size_t i = 0; i < diags_count(diags); i++)
        json_append(array, diag_object(diags_at(diags, i)));
    json_write(array, out);
}
