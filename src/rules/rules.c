#include "base/memory.h"
#include "rules/dictionary.h"
#include "rules/rules_private.h"

/* What meetings about one matter have in common. */
#define MATTER "osapuoli toimielin elin aihe vuosi"

static const struct {
    enum rule rule;
    void (*check)(struct rules_run *run);
    void (*check_text)(struct rules_run *run, const xmlNode *text); /* of each text instead */
    bool spares_papers; /* the papers that it isn't about can be made all the same */
    /* The attributes that it reads, of whatever element: a slip in another hides nothing. NULL: it
     * wants elements of which nothing has been reported. */
    const char *reads;
} rules[] = {
    {RULE_UNKNOWN_PARTY, .check = rules_unknown_party, .reads = ""},
    {RULE_UNKNOWN_BODY, .check = rules_unknown_body,
     .reads = "toimielin elin osapuoli osapuolet tunnus"},
    {RULE_PARTY_ID, .check = rules_party_id, .reads = "tunnus"},
    {RULE_MUNICIPALITY_NUMBER, .check = rules_municipality_number, .reads = "tunnus laji numero"},
    {RULE_PAPER_SUBJECT, .check = rules_paper_subject, .reads = "aihe"},
    {RULE_PAPER_BODY, .check = rules_paper_body, .reads = "laajuus toimielin osapuolet"},
    {RULE_PAPER_YEAR, .check = rules_paper_year, .spares_papers = true, .reads = "aihe vuosi"},
    {RULE_TERM_ORDER, .check = rules_term_order, .reads = ""},
    {RULE_MEETING_ITEM, .check = rules_meeting_item, .reads = "pykala paivays"},
    {RULE_MEETING_DECISION, .check = rules_meeting_decision, .reads = "paivays pykala tulos"},
    {RULE_MEETING_TWICE, .check = rules_meeting_twice, .reads = MATTER " tulos"},
    {RULE_MEETING_SEQUENCE, .check = rules_meeting_sequence, .reads = MATTER " tulos paivays"},
    {RULE_MEETING_ORDER, .check = rules_meeting_order, .reads = MATTER " tulos paivays"},
    {RULE_MEETING_YEAR, .check = rules_meeting_year, .reads = "aihe vuosi"},
    {RULE_MEETING_VISIBLE, .check = rules_meeting_visible, .reads = "paivays nahtavilla"},
    {RULE_MEETING_REMEDY, .check = rules_meeting_remedy, .reads = "osapuoli toimielin tulos"},
    {RULE_MEETING_POINT, .check = rules_meeting_point,
     .reads = "toimielin aihe vuosi paatoskohdat korvaa osapuolet"},
    {RULE_VOTE_COUNT, .check = rules_vote_count, .reads = "jaa ei tyhjia poissa jasenia aani"},
    {RULE_VOTE_PROPOSAL, .check = rules_vote_proposal, .reads = ""},
    {RULE_SECRET_GROUND, .check = rules_secret_ground, .reads = "julkisuus salassapitoperuste"},
    {RULE_MEETING_AFTER_TERM, .check = rules_meeting_after_term, .reads = "paivays"},
    {RULE_TEXT_MISSING, .check = rules_text_missing},
    {RULE_IMAGE_MISSING, .check = rules_image_missing, .reads = "tiedosto"},
    {RULE_TABLE_COLUMNS, .check = rules_table_columns, .reads = "sarake rivi"},
    {RULE_LIST_DEPTH, .check = rules_list_depth, .reads = ""},
    {RULE_THEME_ROOM, .check = rules_theme_room},
    {RULE_INDICATOR_REPORTER, .check = rules_indicator_reporter, .reads = "taso raportoija"},
    {RULE_INDICATOR_TARGET, .check = rules_indicator_target, .reads = "laji alaraja ylaraja"},
    {RULE_INDICATOR_RANGE, .check = rules_indicator_range, .reads = "alaraja ylaraja"},
    {RULE_INDICATOR_WORDS, .check = rules_indicator_words,
     .reads = "laji kylla ei tehty eiTehty kesken"},
    {RULE_INDICATOR_DEADLINE, .check = rules_indicator_deadline, .reads = "laji maaraaika"},
    {RULE_INDICATOR_PRESUPPOSED, .check = rules_indicator_presupposed,
     .reads = "tunnus laji taso edellyttaa"},
    {RULE_PLAN_ORDER, .check = rules_plan_order, .spares_papers = true},
    {RULE_PLAN_OVERLAP, .check = rules_plan_overlap, .spares_papers = true},
    {RULE_PLAN_GAP, .check = rules_plan_gap, .spares_papers = true, .reads = "vuosi"},
    {RULE_PLAN_VERSION, .check = rules_plan_version, .spares_papers = true, .reads = "versio"},
    {RULE_PLAN_ID, .check = rules_plan_id, .spares_papers = true, .reads = "tunnus"},
    {RULE_INDICATOR_CHANGED, .check = rules_indicator_changed, .spares_papers = true,
     .reads = "tunnus laji taso yksikko"},
    {RULE_STATUTE_UNKNOWN, .check = rules_statute_unknown, .reads = "numero"},
    {RULE_STATUTE_NAME, .check = rules_statute_name, .reads = "numero"},
    {RULE_FORM_CASE, .check = rules_form_case, .reads = ""},
    {RULE_FORM_WORD, .check = rules_form_word, .reads = ""},
    {RULE_PROSE_SECTION_SIGN, .check_text = rules_prose_section_sign},
    {RULE_PROSE_RANGE, .check_text = rules_prose_range},
    {RULE_PROSE_QUOTES, .check_text = rules_prose_quotes},
    {RULE_PROSE_SPACES, .check_text = rules_prose_spaces},
    {RULE_PROSE_DATE, .check_text = rules_prose_date},
    {RULE_PROSE_ABBREVIATION, .check_text = rules_prose_abbreviation},
};

static void index_statutes(struct rules_run *run)
{
    run->statutes = xmlHashCreate(0);
    if (!run->statutes)
        memory_exhausted();
    run->reads = "numero";
    xmlNodePtr statute = rules_child(run, rules_root(run->project->statutes), "saadostieto");
    for (; statute; statute = rules_sibling(run, statute, "saadostieto")) {
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
    run->reads = "tunnus";
    xmlNodePtr party = rules_child(run, rules_root(run->project->parties), "osapuoli");
    for (; party; party = rules_sibling(run, party, "osapuoli")) {
        const char *id = xml_attribute(party, "tunnus");
        if (id && xmlHashAddEntry(run->parties, (const xmlChar *)id, party) == 0)
            names_add(&run->party_ids, id);
    }
}

static void begin(struct rules_run *run, size_t rule)
{
    run->rule = rules[rule].rule;
    run->reads = rules[rule].reads;
    run->findings = 0;
    run->is_full = false;
}

static void ask(struct rules_run *run, size_t rule)
{
    begin(run, rule);
    if (rules[rule].check)
        rules[rule].check(run);
    else
        rules_each_text(run, rules[rule].check_text);
}

static void ask_all(struct rules_run *run, bool spares_papers)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i].spares_papers == spares_papers)
            ask(run, i);
}

static void check_letters(const struct input_project *project, struct diags *diags)
{
    for (size_t i = 0; i < input_project_count(project); i++) {
        const struct input_document *document = input_project_document(project, i);
        if (!document)
            continue;
        rules_check_letters(document, project->letters, diags);
        rules_check_garbled(document, diags);
    }
}

bool rules_check(const struct input_project *project, struct diags *diags)
{
    struct rules_run run = {.project = project, .diags = diags};
    size_t errors = diags_at_least(diags, DIAG_ERROR);
    rules_read_settings(project, diags);
    index_parties(&run);
    index_statutes(&run);
    ask_all(&run, false);
    check_letters(project, diags);
    bool is_right = diags_at_least(diags, DIAG_ERROR) == errors;
    ask_all(&run, true);
    dictionary_close(run.dictionary);
    xmlHashFree(run.parties, NULL);
    xmlHashFree(run.statutes, NULL);
    names_free(&run.party_ids);
    return is_right;
}

void rules_check_orthography(const xmlDoc *tree, struct diags *diags)
{
    struct rules_run run = {.diags = diags};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (!rules[i].check_text)
            continue;
        begin(&run, i);
        rules_texts_in(&run, xmlDocGetRootElement(tree), rules[i].check_text);
    }
}

/* Returns whether a project names a document: answers no project does. */
static bool has_document(const struct input_project *project, const struct input_document *document)
{
    for (size_t i = 0; i < input_project_count(project); i++)
        if (input_project_document(project, i) == document)
            return true;
    return false;
}

void rules_check_file(struct input_document *document, struct diags *diags)
{
    const struct input_project alone = input_project_alone(document);
    rules_check(&alone, diags);
    if (has_document(&alone, document))
        return;
    rules_check_letters(document, NULL, diags);
    rules_check_garbled(document, diags);
    rules_check_orthography(document->xml, diags);
}
