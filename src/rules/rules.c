#include "base/memory.h"
#include "base/message.h"
#include "rules/dictionary.h"
#include "rules/rules_private.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *rule;
    enum diag_severity severity;
    void (*check)(struct rules_run *run);
    void (*check_text)(struct rules_run *run, const xmlNode *text); /* of each text instead */
} rules[] = {
    {"unknown-party", DIAG_ERROR, .check = rules_unknown_party},
    {"party-id", DIAG_ERROR, .check = rules_party_id},
    {"municipality-number", DIAG_ERROR, .check = rules_municipality_number},
    {"paper-subject", DIAG_ERROR, .check = rules_paper_subject},
    {"paper-body", DIAG_ERROR, .check = rules_paper_body},
    {"term-order", DIAG_ERROR, .check = rules_term_order},
    {"meeting-item", DIAG_ERROR, .check = rules_meeting_item},
    {"meeting-twice", DIAG_ERROR, .check = rules_meeting_twice},
    {"meeting-order", DIAG_ERROR, .check = rules_meeting_order},
    {"meeting-after-term", DIAG_WARNING, .check = rules_meeting_after_term},
    {"text-missing", DIAG_ERROR, .check = rules_text_missing},
    {"image-missing", DIAG_ERROR, .check = rules_image_missing},
    {"indicator-reporter", DIAG_ERROR, .check = rules_indicator_reporter},
    {"indicator-target", DIAG_ERROR, .check = rules_indicator_target},
    {"indicator-range", DIAG_ERROR, .check = rules_indicator_range},
    {"statute-unknown", DIAG_WARNING, .check = rules_statute_unknown},
    {"statute-name", DIAG_WARNING, .check = rules_statute_name},
    {"form-case", DIAG_WARNING, .check = rules_form_case},
    {"form-word", DIAG_WARNING, .check = rules_form_word},
    {"prose-section-sign", DIAG_WARNING, .check_text = rules_prose_section_sign},
    {"prose-range", DIAG_WARNING, .check_text = rules_prose_range},
    {"prose-quotes", DIAG_WARNING, .check_text = rules_prose_quotes},
    {"prose-spaces", DIAG_WARNING, .check_text = rules_prose_spaces},
    {"prose-date", DIAG_WARNING, .check_text = rules_prose_date},
    {"prose-abbreviation", DIAG_WARNING, .check_text = rules_prose_abbreviation},
};

static void index_statutes(struct rules_run *run)
{
    run->statutes = xmlHashCreate(0);
    if (!run->statutes)
        memory_exhausted();
    xmlNodePtr statute = rules_child(rules_root(run->project->statutes), "saadostieto");
    for (; statute; statute = rules_sibling(statute, "saadostieto")) {
        const char *number = xml_attribute(statute, "numero");
        if (number)
            xmlHashAddEntry(run->statutes, (const xmlChar *)number, statute);
    }
}

static void index_parties(struct rules_run *run)
{
    run->parties = xmlHashCreate(0);
    if (!run->parties)
        memory_exhausted();
    xmlNodePtr party = rules_child(rules_root(run->project->parties), "osapuoli");
    for (; party; party = rules_sibling(party, "osapuoli")) {
        const char *id = xml_attribute(party, "tunnus");
        if (id && xmlHashAddEntry(run->parties, (const xmlChar *)id, party) == 0)
            names_add(&run->party_ids, id);
    }
}

static void ask(struct rules_run *run, size_t rule)
{
    run->rule = rules[rule].rule;
    run->severity = rules[rule].severity;
    run->findings = 0;
    run->is_full = false;
    if (rules[rule].check)
        rules[rule].check(run);
    else
        rules_each_text(run, rules[rule].check_text);
}

bool rules_check(const struct input_project *project, struct diags *diags)
{
    struct rules_run run = {.project = project, .diags = diags};
    size_t errors = diags_at_least(diags, DIAG_ERROR);
    rules_read_settings(project, diags);
    index_parties(&run);
    index_statutes(&run);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        ask(&run, i);
    for (int i = 0; i < INPUT_DOCUMENTS; i++)
        if (input_project_document(project, i))
            rules_check_letters(input_project_document(project, i), project->letters, diags);
    dictionary_close(run.dictionary);
    xmlHashFree(run.parties, NULL);
    xmlHashFree(run.statutes, NULL);
    names_free(&run.party_ids);
    return diags_at_least(diags, DIAG_ERROR) == errors;
}

void rules_check_file(struct input_document *document, struct diags *diags)
{
    const struct input_project alone = input_project_alone(document);
    rules_check(&alone, diags);
}

static void report(struct rules_run *run, struct diag_place place, const char *hint,
                   const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *message = memory_new((size_t)(size < 0 ? 0 : size) + 1, 1);
    vsnprintf(message, (size_t)(size < 0 ? 0 : size) + 1, format, arguments);
    diag_add(run->diags, run->severity, run->rule, place, hint, "%s", message);
    free(message);
}

/* Counts a finding. Whether it is to be told; the first that is one too many says so at a place. */
static bool is_wanted(struct rules_run *run, struct diag_place place, int most)
{
    if (run->findings < most) {
        run->findings++;
        return true;
    }
    if (!run->is_full)
        diag_add(run->diags, run->severity, run->rule, place, NULL,
                 _("more than %d errors; the others are not told"), most);
    run->is_full = true;
    return false;
}

bool rules_report(struct rules_run *run, struct diag_place place, const char *hint,
                  const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (is_wanted(run, place, RULES_FINDINGS))
        report(run, place, hint, format, arguments);
    va_end(arguments);
    return !run->is_full;
}

/* Returns the place of a byte of a text. Goes on from the finding before, where that came before it
 * in the text. */
static struct diag_place text_place(struct rules_run *run, const xmlNode *text, size_t offset)
{
    if (run->walk.text != text || offset < run->walked)
        run->walk = (struct xml_walk){0};
    run->walked = offset;
    return xml_walk_place(&run->walk, text, offset);
}

bool rules_report_text(struct rules_run *run, const xmlNode *text, size_t offset, const char *hint,
                       const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (is_wanted(run, xml_place(text->parent), RULES_TEXT_FINDINGS))
        report(run, text_place(run, text, offset), hint, format, arguments);
    va_end(arguments);
    return !run->is_full;
}

xmlNodePtr rules_root(const struct input_document *document)
{
    return document ? xmlDocGetRootElement(document->xml) : NULL;
}

xmlNodePtr rules_next_element(xmlNodePtr element, const xmlNode *top)
{
    do
        element = xml_next_node(element, top);
    while (element && element->type != XML_ELEMENT_NODE);
    return element;
}

/* The next element, whatever has been said of it. */
static xmlNodePtr step(const struct rules_run *run, struct rules_walk *walk)
{
    walk->element = walk->element ? rules_next_element(walk->element, walk->root) : NULL;
    while (!walk->element && walk->documents < INPUT_DOCUMENTS) {
        walk->root = rules_root(input_project_document(run->project, walk->documents++));
        walk->element = walk->root;
    }
    return walk->element;
}

xmlNodePtr rules_next(const struct rules_run *run, struct rules_walk *walk)
{
    xmlNodePtr element = step(run, walk);
    while (element && !xml_is_sound(element))
        element = step(run, walk);
    return element;
}

static xmlNodePtr first_sound(xmlNodePtr element, const char *name)
{
    while (element && !xml_is_sound(element))
        element = xml_next(element, name);
    return element;
}

xmlNodePtr rules_child(const xmlNode *parent, const char *name)
{
    return first_sound(xml_child(parent, name), name);
}

xmlNodePtr rules_sibling(const xmlNode *element, const char *name)
{
    return first_sound(xml_next(element, name), name);
}

bool rules_has(const xmlNode *element, const char *attribute, const char *value)
{
    const char *found = xml_attribute(element, attribute);
    return found && strcmp(found, value) == 0;
}

bool rules_knows_party(const struct rules_run *run, const char *id)
{
    return xmlHashLookup(run->parties, (const xmlChar *)id) != NULL;
}

void rules_each_text(struct rules_run *run,
                     void (*visit)(struct rules_run *run, const xmlNode *text))
{
    struct rules_walk walk = {0};
    for (xmlNodePtr element; (element = step(run, &walk));)
        for (const xmlNode *node = element->children; node; node = node->next)
            if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
                node->content && !xmlIsBlankNode(node))
                visit(run, node);
}
