/* SARIF 2.1.0 (OASIS Standard, 27 March 2020), which GitHub and editors show beside the lines. */
#include "report/sarif.h"

#include "report/report.h"

#include "base/message.h"
#include "base/rule.h"
#include "report/language.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Returns one of SARIF's three levels. */
static const char *level(enum diag_severity severity)
{
    if (severity >= DIAG_ERROR)
        return "error";
    return severity == DIAG_WARNING ? "warning" : "note";
}

/* Returns the help that code hosts show of a rule. */
static struct json_object *help(const struct rule_info *info)
{
    struct json_object *object = json_new();
    struct buf markdown = {0};
    buf_printf(&markdown, "**%s**: %s", info->id, _(info->meaning));
    if (info->is_settable)
        buf_printf(&markdown, "\n\n%s\n\n```xml\n<saanto tunnus=\"%s\" vakavuus=\"pois\"/>\n```",
                   _("A project can give it another severity, or put it off:"), info->id);
    json_add(object, "text", json_text(_(info->meaning)));
    json_add(object, "markdown", json_text(markdown.data));
    buf_free(&markdown);
    return object;
}

static struct json_object *rule(const struct rule_info *info)
{
    struct json_object *object = json_new(), *configuration = json_new();
    json_add(object, "id", json_text(info->id));
    json_add(object, "shortDescription", sarif_message(_(info->meaning), NULL));
    json_add(object, "fullDescription", sarif_message(_(info->meaning), NULL));
    json_add(object, "help", help(info));
    json_add(configuration, "level", json_text(level(info->severity)));
    json_add(object, "defaultConfiguration", configuration);
    return object;
}

static struct json_object *driver(const char *version)
{
    struct json_object *object = json_new(), *rules = json_new_list();
    for (int i = 0; i < RULE_COUNT; i++)
        json_append(rules, rule(rule_info((enum rule)i)));
    json_add(object, "name", json_text("pykala"));
    json_add(object, "version", json_text(version));
    json_add(object, "language", json_text(report_language()));
    json_add(object, "rules", rules);
    return object;
}

/* The sources of the results. */
struct sources {
    struct lines *lines;
    const struct diags *diags;
    const uint64_t *hashes;
};

/* Returns the result of a diagnostic; NULL for a failure. */
static struct json_object *result(const void *context, size_t index)
{
    const struct sources *sources = context;
    const struct diag *diag = diags_at(sources->diags, index);
    if (diag->severity == DIAG_FAILURE)
        return NULL;
    struct json_object *object = json_new();
    json_add(object, "ruleId", json_text(rule_info(diag->rule)->id));
    json_add(object, "ruleIndex", json_number((int)diag->rule));
    json_add(object, "level", json_text(level(diag->severity)));
    json_add(object, "message", sarif_message(diag->message, diag->hint));
    json_add(object, "locations", sarif_locations(sources->lines, &diag->place));
    if (diag->related.file)
        json_add(object, "relatedLocations", sarif_locations(sources->lines, &diag->related));
    if (diag->edits)
        json_add(object, "fixes", sarif_fixes(diag->edits));
    json_add(object, "partialFingerprints",
             sarif_fingerprints(sources->diags, sources->hashes, index));
    return object;
}

/* 3.58: returns what kept the program from its work, which is no result. */
static struct json_object *notification(struct lines *lines, const struct diag *diag)
{
    struct json_object *object = json_new(), *descriptor = json_new();
    json_add(descriptor, "id", json_text(rule_info(diag->rule)->id));
    json_add(descriptor, "index", json_number((int)diag->rule));
    json_add(object, "associatedRule", descriptor);
    json_add(object, "level", json_text("error"));
    json_add(object, "message", sarif_message(diag->message, diag->hint));
    json_add(object, "locations", sarif_locations(lines, &diag->place));
    return object;
}

static struct json_object *invocations(struct lines *lines, const struct diags *diags)
{
    struct json_object *list = json_new_list();
    struct json_object *object = json_new(), *notifications = json_new_list();
    bool failed = diags_at_least(diags, DIAG_FAILURE) > 0;
    for (size_t i = 0; i < diags_count(diags); i++)
        if (diags_at(diags, i)->severity == DIAG_FAILURE)
            json_append(notifications, notification(lines, diags_at(diags, i)));
    json_add(object, "executionSuccessful", json_object_new_boolean(!failed));
    json_add(object, "toolExecutionNotifications", notifications);
    json_append(list, object);
    return list;
}

/* 3.14.14: returns the base of paths, without its folder: only the reader knows it, and its name
 * would show this machine. */
static struct json_object *bases(void)
{
    struct json_object *object = json_new(), *root = json_new();
    json_add(root, "description", sarif_message(_("The folder in which pykala was run."), NULL));
    json_add(object, SARIF_ROOT, root);
    return object;
}

/* 3.17.3: returns the name by which GitHub keeps the logs of several programs apart. */
static struct json_object *details(void)
{
    struct json_object *object = json_new();
    json_add(object, "id", json_text("pykala/check/"));
    return object;
}

static struct json_object *run(const struct sources *sources, const char *version)
{
    struct json_object *object = json_new(), *tool = json_new();
    json_add(tool, "driver", driver(version));
    json_add(object, "tool", tool);
    json_add(object, "automationDetails", details());
    json_add(object, "language", json_text(report_language()));
    json_add(object, "originalUriBaseIds", bases());
    json_add(object, "invocations", invocations(sources->lines, sources->diags));
    json_add(object, "columnKind", json_text("unicodeCodePoints"));
    json_add(object, "results",
             json_new_each(&(struct json_each){
                 .count = diags_count(sources->diags), .make = result, .context = sources}));
    return object;
}

void report_sarif(const struct diags *diags, const char *version, struct buf *out)
{
    struct json_object *log = json_new(), *runs = json_new_list();
    struct lines lines = {0};
    uint64_t *hashes = sarif_hashes(&lines, diags);
    const struct sources sources = {.lines = &lines, .diags = diags, .hashes = hashes};
    json_append(runs, run(&sources, version));
    json_add(log, "$schema", json_text("https://json.schemastore.org/sarif-2.1.0.json"));
    json_add(log, "version", json_text("2.1.0"));
    json_add(log, "runs", runs);
    json_write(log, out);
    free(hashes);
    lines_free(&lines);
}
