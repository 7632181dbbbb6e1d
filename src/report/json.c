#include "report/report.h"

#include "report/json_value.h"

/* Programs read these: they are not translated. */
static const char *const severities[] = {
    [DIAG_INFO] = "info",
    [DIAG_WARNING] = "warning",
    [DIAG_ERROR] = "error",
    [DIAG_FAILURE] = "failure",
};

static struct json_object *diag_object(const void *diags, size_t index)
{
    const struct diag *diag = diags_at(diags, index);
    struct json_object *object = json_new();
    json_add(object, "severity", json_text(severities[diag->severity]));
    json_add(object, "rule", json_text(rule_info(diag->rule)->id));
    json_add(object, "file", json_text(diag->place.file));
    json_add(object, "line", json_count(diag->place.line));
    json_add(object, "column", json_count(diag->place.column));
    json_add(object, "message", json_text(diag->message));
    json_add(object, "hint", json_text(diag->hint));
    return object;
}

void report_json(const struct diags *diags, struct buf *out)
{
    json_write(json_new_each(&(struct json_each){
                   .count = diags_count(diags), .make = diag_object, .context = diags}),
               out);
}
