#include "base/memory.h"
#include "rules/dictionary.h"
#include "rules/rules_private.h"

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
    {"table-columns", DIAG_ERROR, .check = rules_table_columns},
    {"list-depth", DIAG_ERROR, .check = rules_list_depth},
    {"theme-room", DIAG_ERROR, .check = rules_theme_room},
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
