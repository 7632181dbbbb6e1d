/* SARIF 2.1.0 (OASIS Standard, 27 March 2020): what GitHub and editors show beside the lines. */
#include "report/report.h"

#include "base/rule.h"
#include "report/json_value.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* SARIF has three levels. */
static const char *level(enum diag_severity severity)
{
    if (severity >= DIAG_ERROR)
        return "error";
    return severity == DIAG_WARNING ? "warning" : "note";
}

/* 3.11: a message is an object. */
static struct json_object *message(const char *text)
{
    struct json_object *object = json_new();
    json_add(object, "text", json_text(text));
    return object;
}

static struct json_object *rule(const struct rule_info *info)
{
    struct json_object *object = json_new(), *configuration = json_new();
    json_add(object, "id", json_text(info->id));
    json_add(object, "shortDescription", message(info->meaning));
    json_add(object, "fullDescription", message(info->meaning));
    json_add(object, "help", message(info->meaning));
    json_add(configuration, "level", json_text(level(info->severity)));
    json_add(object, "defaultConfiguration", configuration);
    return object;
}

static struct json_object *driver(const char *version)
{
    struct json_object *object = json_new(), *rules = json_new_list();
    for (size_t i = 0; i < rule_count(); i++)
        json_append(rules, rule(rule_at(i)));
    json_add(object, "name", json_text("pykala"));
    json_add(object, "version", json_text(version));
    json_add(object, "rules", rules);
    return object;
}

static bool stays_in_uri(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("-._~/", c));
}

/* RFC 3986: a path as a reference; an absolute one as a file URI. */
static struct json_object *uri(const char *path)
{
    struct buf text = {0};
    buf_string(&text, *path == '/' ? "file://" : "");
    for (; *path; path++)
        if (stays_in_uri((unsigned char)*path))
            buf_char(&text, *path);
        else
            buf_printf(&text, "%%%02X", (unsigned)(unsigned char)*path);
    struct json_object *value = json_text(text.data);
    buf_free(&text);
    return value;
}

static struct json_object *region(const struct diag_place *place)
{
    struct json_object *object = json_new();
    json_add(object, "startLine", json_count(place->line));
    if (place->column > 0)
        json_add(object, "startColumn", json_count(place->column));
    return object;
}

static struct json_object *locations(const struct diag_place *place)
{
    struct json_object *list = json_new_list();
    if (!place->file)
        return list;
    struct json_object *location = json_new(), *physical = json_new(), *artifact = json_new();
    json_add(artifact, "uri", uri(place->file));
    json_add(physical, "artifactLocation", artifact);
    if (place->line > 0)
        json_add(physical, "region", region(place));
    json_add(location, "physicalLocation", physical);
    json_append(list, location);
    return list;
}

/* The sentence and its hint in one: SARIF has no place for hints that all programs show. */
static struct json_object *sentence(const struct diag *diag)
{
    struct buf text = {0};
    buf_string(&text, diag->message);
    if (diag->hint)
        buf_printf(&text, ". %s", diag->hint);
    struct json_object *object = message(text.data);
    buf_free(&text);
    return object;
}

static struct json_object *result(const struct diag *diag)
{
    struct json_object *object = json_new();
    json_add(object, "ruleId", json_text(diag->rule));
    for (size_t i = 0; i < rule_count(); i++)
        if (i && strcmp(rule_at(i)->id, diag->rule) == 0)
            json_add(object, "ruleIndex", json_count((int)i));
    json_add(object, "level", json_text(level(diag->severity)));
    json_add(object, "message", sentence(diag));
    json_add(object, "locations", locations(&diag->place));
    return object;
}

/* 3.58: what kept the program from its work is no result of it. */
static struct json_object *notification(const struct diag *diag)
{
    struct json_object *object = json_new(), *descriptor = json_new();
    json_add(descriptor, "id", json_text(diag->rule));
    json_add(object, "descriptor", descriptor);
    json_add(object, "level", json_text("error"));
    json_add(object, "message", sentence(diag));
    json_add(object, "locations", locations(&diag->place));
    return object;
}

static struct json_object *invocation(const struct diags *diags)
{
    struct json_object *object = json_new(), *notifications = json_new_list();
    bool failed = diags_at_least(diags, DIAG_FAILURE) > 0;
    for (size_t i = 0; i < diags_count(diags); i++)
        if (diags_at(diags, i)->severity == DIAG_FAILURE)
            json_append(notifications, notification(diags_at(diags, i)));
    json_add(object, "executionSuccessful", json_object_new_boolean(!failed));
    json_add(object, "toolExecutionNotifications", notifications);
    return object;
}

static struct json_object *run(const struct diags *diags, const char *version)
{
    struct json_object *object = json_new(), *tool = json_new();
    struct json_object *results = json_new_list(), *invocations = json_new_list();
    for (size_t i = 0; i < diags_count(diags); i++)
        if (diags_at(diags, i)->severity != DIAG_FAILURE)
            json_append(results, result(diags_at(diags, i)));
    json_add(tool, "driver", driver(version));
    json_append(invocations, invocation(diags));
    json_add(object, "tool", tool);
    json_add(object, "invocations", invocations);
    json_add(object, "columnKind", json_text("unicodeCodePoints"));
    json_add(object, "results", results);
    return object;
}

void report_sarif(const struct diags *diags, const char *version, struct buf *out)
{
    struct json_object *log = json_new(), *runs = json_new_list();
    json_append(runs, run(diags, version));
    json_add(log, "$schema", json_text("https://json.schemastore.org/sarif-2.1.0.json"));
    json_add(log, "version", json_text("2.1.0"));
    json_add(log, "runs", runs);
    json_write(log, out);
}
