/* A project, its agenda and what they need, for the tests of agenda and template. */
#ifndef PYKALA_AGENDA_FIXTURE_H
#define PYKALA_AGENDA_FIXTURE_H

#include "agenda/agenda.h"

#include <libxml/parser.h>

#include <stdlib.h>

struct agenda_fixture {
    struct diags *diags;
    struct arena *arena;
    struct schema *schema;
    struct input_project *project;
    xmlDocPtr kinds;
    struct agenda *agenda; /* NULL when it can't be made */
    bool answered;         /* what follow-up papers need is there */
};

/* Adds the answers that all papers of the agenda need. */
static inline void agenda_fixture_add_answers(struct agenda_fixture *fixture)
{
    struct agenda *agenda = fixture->agenda;
    size_t *all = arena_array(fixture->arena, agenda->count + 1, sizeof *all);
    for (size_t i = 0; i < agenda->count; i++)
        all[i] = i;
    struct followup *followup = NULL;
    if (followup_has(fixture->project))
        followup = followup_load(fixture->schema, fixture->project, 0,
                                 agenda_last_year(agenda, all, agenda->count), fixture->diags);
    fixture->answered =
        agenda_take_answered(agenda, all, agenda->count, followup, fixture->diags) == agenda->count;
    if (fixture->answered)
        agenda_add_answers(agenda, all, agenda->count, followup);
    followup_free(followup);
}

/* Puts off what the projects put off, whose settings nobody reads here. */
static inline void agenda_fixture_put_off(struct diags *diags)
{
    const enum rule rules[] = {RULE_ANSWER_MISSING, RULE_ANSWER_STATUS, RULE_ANSWER_DONE,
                               RULE_PROSE_QUOTES};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        diags_override(diags, rules[i], DIAG_INFO, true);
}

static inline struct agenda_fixture *agenda_fixture_new(const char *folder)
{
    struct agenda_fixture *fixture = calloc(1, sizeof *fixture);
    fixture->diags = diags_new();
    agenda_fixture_put_off(fixture->diags);
    fixture->arena = arena_new();
    fixture->schema = schema_load("schemas", fixture->diags);
    fixture->project = input_project_load(fixture->schema, folder, fixture->diags);
    fixture->kinds = xmlReadFile("templates/fi/lajit.xml", NULL, XML_PARSE_NONET);
    if (fixture->project)
        fixture->agenda =
            agenda_new(fixture->project, fixture->kinds, fixture->arena, fixture->diags);
    if (fixture->agenda)
        agenda_fixture_add_answers(fixture);
    return fixture;
}

static inline void agenda_fixture_free(struct agenda_fixture *fixture)
{
    agenda_free(fixture->agenda);
    xmlFreeDoc(fixture->kinds);
    input_project_free(fixture->project);
    schema_free(fixture->schema);
    arena_free(fixture->arena);
    diags_free(fixture->diags);
    free(fixture);
}

static inline int agenda_fixture_open_kolme(void **state)
{
    *state = agenda_fixture_new("tests/data/kolme");
    return 0;
}

static inline int agenda_fixture_open_answers(void **state)
{
    *state = agenda_fixture_new("tests/data/followup");
    return 0;
}

static inline int agenda_fixture_open_days(void **state)
{
    *state = agenda_fixture_new("tests/data/days");
    return 0;
}

static inline int agenda_fixture_close(void **state)
{
    agenda_fixture_free(*state);
    return 0;
}

/* Tests with three parties, with parties that have answered, and with parties that come and go. */
#define WITH_KOLME(test)                                                                           \
    cmocka_unit_test_setup_teardown(test, agenda_fixture_open_kolme, agenda_fixture_close)
#define WITH_ANSWERS(test)                                                                         \
    cmocka_unit_test_setup_teardown(test, agenda_fixture_open_answers, agenda_fixture_close)
#define WITH_DAYS(test)                                                                            \
    cmocka_unit_test_setup_teardown(test, agenda_fixture_open_days, agenda_fixture_close)

#endif
