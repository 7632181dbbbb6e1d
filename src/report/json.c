#include "report/report.h"

#include "base/memory.h"
#include "report/clean.h"

#include <json-c/json.h>

/* Programs read these: they are not translated. */
static const char *const severities[] = {
    [DIAG_INFO] = "info",
    [DIAG_WARNING] = "warning",
    [DIAG_ERROR] = "error",
    [DIAG_FAILURE] = "failure",
};

static void add(struct json_object *object, const char *key, struct json_object *value)
{
    if (json_object_object_add(object, key, value) != 0)
        memory_exhausted();
}

static struct json_object *string_or_null(const char *string)
{
    if (!string)
        return NULL; /* json-c's null */
    struct buf clean = {0};
    buf_string(&clean, "");
    clean_append(string, false, &clean);
    struct json_object *value = json_object_new_string_len(clean.data, (int)clean.size);
    buf_free(&clean);
    if (!value)
        memory_exhausted();
    return value;
}

static struct json_object *number_or_null(int number)
{
    if (number <= 0)
        return NULL;
    struct json_object *value = json_object_new_int(number);
    if (!value)
        memory_exhausted();
    return value;
}

static struct json_object *diag_object(const struct diag *diag)
{
    struct json_object *object = json_object_new_object();
    if (!object)
        memory_exhausted();
    add(object, "severity", string_or_null(severities[diag->severity]));
    add(object, "rule", string_or_null(diag->rule));
    add(object, "file", string_or_null(diag->place.file));
    add(object, "line", number_or_null(diag->place.line));
    add(object, "column", number_or_null(diag->place.column));
    add(object, "message", string_or_null(diag->message));
    add(object, "hint", string_or_null(diag->hint));
    return object;
}

void report_json(const struct diags *diags, struct buf *out)
{
    struct json_object *array = json_object_new_array();
    if (!array)
        memory_exhausted();
    for (size_t i = 0; i < diags_count(diags); i++)
        if (json_object_array_add(array, diag_object(diags_at(diags, i))) != 0)
            memory_exhausted();
    const char *text = json_object_to_json_string_ext(array, JSON_C_TO_STRING_PRETTY |
                                                                 JSON_C_TO_STRING_NOSLASHESCAPE);
    if (!text)
        memory_exhausted();
    buf_string(out, text);
    buf_char(out, '\n');
    json_object_put(array);
}
