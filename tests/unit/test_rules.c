/*
 * Rules: a project without faults passes, errors and warnings decide the result, except errors that
 * spare papers, and a project that lacks files is no trouble. What each rule says is marked in
 * tests/broken/rules.
 */
#include "bare_fixture.h"
#include "base/buf.h"
#include "rules/rules.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#define RIGHT PYKALA_SOURCE_DIR "/tests/broken/base/agreement"

static char folder[BARE_PATH];

static const struct {
    const char *project;
    bool passes;
    size_t said;
} cases[] = {
    {"meeting-after-term", true, 1},
    {"meeting-order", false, 1},
    {"unknown-party", false, 8},
    {"municipality-number", false, 3},
    {"party-id", false, 2},
    {"paper-subject", false, 2},
    {"paper-year", true, 1},
    {"paper-body", false, 2},
    {"term-order", false, 5},
    {"meeting-item", false, 1},
    {"meeting-decision", false, 4},
    {"text-missing", false, 3},
    {"image-missing", false, 2},
    {"indicator-reporter", false, 2},
    {"indicator-target", false, 2},
    {"indicator-range", false, 7},
    {"meeting-twice", false, 2},
    {"meeting-sequence", false, 2},
    {"meeting-year", false, 3},
    {"meeting-visible", false, 1},
    {"meeting-remedy", false, 4},
    {"meeting-point", false, 4},
    {"vote-count", false, 2},
    {"vote-proposal", true, 1},
    {"secret-ground", false, 3},
    {"unknown-body", false, 6},
    {"plan-order", true, 2},
    {"plan-overlap", true, 2},
    {"plan-gap", true, 2},
    {"plan-version", true, 2},
    {"plan-id", true, 1},
    {"indicator-changed", true, 3},
};

static int load_schema(void **state)
{
    struct diags *diags = diags_new();
    *state = schema_load(PYKALA_SOURCE_DIR "/schemas", diags);
    diags_free(diags);
    return *state ? bare_set_up("rules", folder) : -1;
}

static int free_schema(void **state)
{
    schema_free(*state);
    return bare_tear_down(folder);
}

/* Each case breaks the rule that it is named after and no other. */
static void each_rule_finds_its_own_faults(void **state)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diags *diags = diags_new();
        struct buf path = {0};
        buf_printf(&path, "%s/%s", folder, cases[i].project);
        struct input_project *project = input_project_load(*state, path.data, diags);
        assert_non_null(project);
        assert_int_equal(diags_count(diags), 0);
        assert_int_equal(rules_check(project, diags), cases[i].passes);
        assert_int_equal(diags_count(diags), cases[i].said);
        for (size_t k = 0; k < diags_count(diags); k++)
            assert_string_equal(rule_info(diags_at(diags, k)->rule)->id, cases[i].project);
        input_project_free(project);
        buf_free(&path);
        diags_free(diags);
    }
}

/* What was wrong before the rules ran is not theirs. */
static void earlier_errors_do_not_count(void **state)
{
    struct diags *diags = diags_new();
    struct input_project *project = input_project_load(*state, RIGHT, diags);
    diag_add(diags, RULE_TEMPLATE, (struct diag_place){0}, NULL, "earlier");
    assert_true(rules_check(project, diags));
    input_project_free(project);
    diags_free(diags);
}

/* The rules run over what could be read of a broken project, and add nothing that follows from its
 * being broken. */
static void missing_documents_are_no_fault(void **state)
{
    struct diags *diags = diags_new();
    struct input_project *project = input_project_load(*state, RIGHT, diags);
    struct input_project partial = *project;
    struct input_version version = project->versions[0];
    partial.versions = &version;
    for (int i = 0; i < 5; i++) {
        struct input_document **documents[] = {&partial.parties, &partial.agreement,
                                               &version.document, &partial.meetings,
                                               &partial.theme};
        *documents[i] = NULL;
        assert_true(rules_check(&partial, diags));
        assert_int_equal(diags_count(diags), 0);
    }
    input_project_free(project);
    diags_free(diags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_rule_finds_its_own_faults),
        cmocka_unit_test(earlier_errors_do_not_count),
        cmocka_unit_test(missing_documents_are_no_fault),
    };
    return cmocka_run_group_tests(tests, load_schema, free_schema);
}
