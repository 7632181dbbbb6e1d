/*
 * A party's answers of two years, changed: they are rejected just when there is an error, and
 * whatever has been accepted can be summed up, written out and asked again. Now and then the
 * project is changed, too: then what can be compared is.
 */
#include "edits.h"
#include "followup/csv.h"
#include "followup/followup.h"
#include "fuzz.h"
#include "rules/rules.h"

#include <string.h>

enum { FIRST = 2026, LAST = 2027, FIXED = 3 };

static struct edits_base base = {
    .source = PYKALA_SOURCE_DIR "/tests/data/followup",
    .names = {"hanke.xml", "osapuolet.xml", "suunnitelma.xml", "seuranta/2026/alpi.xml",
              "seuranta/2027/alpi.xml"},
    .count = 5,
};

static struct schema *schema;
static struct input_project *project;

static void free_project(void)
{
    input_project_free(project);
    schema_free(schema);
}

static void open_project(void)
{
    struct diags *diags = diags_new();
    schema = schema_load(PYKALA_SOURCE_DIR "/schemas", diags);
    fuzz_require(schema != NULL, "the schema can be read");
    edits_open(&base);
    project = input_project_load(schema, base.folder, diags);
    fuzz_require(project && !diags_count(diags), "the project is right");
    atexit(free_project);
    diags_free(diags);
}

/* Whether the party is told of an error just when its answers are rejected. */
static void require_state(const struct followup *followup, int year, const struct diags *diags)
{
    struct followup_party party = followup_party_at(followup, year, 0);
    size_t errors = 0;
    fuzz_require(strcmp(party.id, "alpi") == 0 && party.file, "there are answers");
    for (size_t i = 0; i < diags_count(diags); i++) {
        const struct diag *diag = diags_at(diags, i);
        errors += diag->severity == DIAG_ERROR && strstr(diag->place.file, party.file);
    }
    fuzz_require((party.state == FOLLOWUP_REJECTED) == (errors > 0),
                 "answers are rejected or have no error");
}

static void write_tables(const xmlNode *summary, struct buf *text)
{
    static const struct csv_form form = {.separator = ';', .decimal = ','};
    for (size_t i = 0; i < table_count(); i++)
        csv_write(table_at(i), summary, &form, text);
}

/* One year, and one of what can be made of it: each takes longer than the check. */
static void sum_up(const struct followup *followup, int year, unsigned choice)
{
    xmlDocPtr document = xmlNewDoc(NULL);
    struct buf text = {0};
    xmlNodePtr summary = followup_tree(followup, year, false, document);
    fuzz_require(summary != NULL, "a year has a summary");
    xmlDocSetRootElement(document, summary);
    if (choice == 0)
        write_tables(summary, &text);
    else if (choice == 1)
        followup_json(summary, &text);
    else
        followup_form(followup, year, 0, &text);
    fuzz_require(text.size > 1000, "a year is written");
    buf_free(&text);
    xmlFreeDoc(document);
}

static void check_form(struct input_project *changed, struct diags *diags)
{
    struct arena *arena = arena_new();
    struct names files = {0};
    followup_check_form(schema, changed, FIRST, LAST, diags, &files, arena);
    names_free(&files);
    arena_free(arena);
}

static void check_changed(struct diags *diags)
{
    struct input_project *changed = input_project_load(schema, base.folder, diags);
    if (!changed)
        return;
    rules_check(changed, diags);
    if (followup_has(changed) && followup_can_compare(changed))
        followup_free(followup_load(schema, changed, FIRST, LAST, diags));
    else if (followup_has(changed))
        check_form(changed, diags);
    input_project_free(changed);
}

/* Of the project as it is. */
static void check_answers(unsigned year, unsigned choice, struct diags *diags)
{
    struct followup *followup = followup_load(schema, project, FIRST, LAST, diags);
    fuzz_require(followup != NULL, "the project has a follow-up");
    require_state(followup, FIRST, diags);
    require_state(followup, LAST, diags);
    sum_up(followup, year ? LAST : FIRST, choice);
    followup_free(followup);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct fuzz fuzz = {bytes, size};
    struct diags *diags = diags_new();
    unsigned choice = fuzz_below(&fuzz, 8), year = fuzz_below(&fuzz, 2);
    bool is_of_project = choice == 7;
    if (!project)
        open_project();
    base.fixed = is_of_project ? 0 : FIXED;
    edits_make(&base, &fuzz);
    if (is_of_project)
        check_changed(diags);
    else
        check_answers(year, choice, diags);
    if (getenv("PYKALA_FUZZ_SHOW"))
        fuzz_print(diags);
    fuzz_require_messages(diags);
    diags_free(diags);
    return 0;
}
