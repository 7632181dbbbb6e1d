/* A project with answers and its follow-up, for the tests of src/followup. */
#ifndef PYKALA_FOLLOWUP_FIXTURE_H
#define PYKALA_FOLLOWUP_FIXTURE_H

#include "followup/followup.h"
#include "rules/rules.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

struct followup_fixture {
    struct diags *diags;
    struct schema *schema;
    struct input_project *project;
    struct followup *followup;
    xmlDocPtr document; /* the summary of the year is its root */
};

static inline void followup_fixture_load(struct followup_fixture *fixture, const char *project,
                                         int year)
{
    fixture->diags = diags_new();
    fixture->schema = schema_load("schemas", fixture->diags);
    fixture->project = input_project_load(fixture->schema, project, fixture->diags);
    assert_non_null(fixture->project);
    rules_check(fixture->project, fixture->diags); /* it reads the project's settings */
    fixture->followup = followup_load(fixture->schema, fixture->project, 0, year, fixture->diags);
    assert_non_null(fixture->followup);
    fixture->document = xmlNewDoc((const xmlChar *)"1.0");
    xmlDocSetRootElement(fixture->document,
                         followup_tree(fixture->followup, year, false, fixture->document));
}

static inline void followup_fixture_free(struct followup_fixture *fixture)
{
    xmlFreeDoc(fixture->document);
    followup_free(fixture->followup);
    input_project_free(fixture->project);
    schema_free(fixture->schema);
    diags_free(fixture->diags);
}

static inline const xmlNode *summary_of(const struct followup_fixture *fixture)
{
    return xmlDocGetRootElement(fixture->document);
}

/* The summary of a year. Owned by the caller. */
static inline xmlDocPtr followup_fixture_summary(const struct followup_fixture *fixture, int year,
                                                 bool is_public)
{
    xmlDocPtr document = xmlNewDoc((const xmlChar *)"1.0");
    xmlDocSetRootElement(document, followup_tree(fixture->followup, year, is_public, document));
    return document;
}

/* Fails unless the texts are the same; NULL: there is to be none. */
static inline void same_text(const char *expected, const char *found)
{
    if (expected && found)
        assert_string_equal(found, expected);
    else
        assert_ptr_equal(found, expected);
}

/* The element of a name below top whose attribute has the value. NULL: there is none. */
static inline const xmlNode *find_element(const xmlNode *top, const char *name,
                                          const char *attribute, const char *value)
{
    for (const xmlNode *child = top->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        const char *has = xml_attribute(child, attribute);
        if (strcmp((const char *)child->name, name) == 0 && has && strcmp(has, value) == 0)
            return child;
        const xmlNode *below = find_element(child, name, attribute, value);
        if (below)
            return below;
    }
    return NULL;
}

#endif
