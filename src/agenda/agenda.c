#include "agenda/agenda.h"

#include "agenda/data.h"
#include "agenda/days.h"
#include "agenda/marks.h"
#include "agenda/names.h"
#include "agenda/plans.h"
#include "agenda/rows.h"
#include "agenda/versions.h"
#include "base/memory.h"
#include "base/message.h"

#include <libxml/hash.h>

#include <string.h>

/* The list of papers while it is made. */
struct making {
    struct arena *arena;
    struct diags *diags;
    const struct input_project *input;
    const xmlNode *project, *parties, *kinds; /* roots; NULL where missing */
    struct agenda *agenda;
    struct input_bound *bound;
    struct agenda_days *days;
    xmlHashTablePtr stems; /* the papers' file names */
};

static const xmlNode *root_of(const struct input_document *document)
{
    return document && document->xml ? xmlDocGetRootElement(document->xml) : NULL;
}

static const char *kept(const struct making *making, const char *string)
{
    return string ? arena_strdup(making->arena, string) : NULL;
}

static void fail(const struct making *making, const xmlNode *element, enum rule rule,
                 const char *message, const char *name, const char *hint)
{
    diag_add(making->diags, rule, xml_place(element), hint, "%s: %s", message, name);
}

/* Records a file name. Returns false when another paper has it already. */
static bool take_stem(const struct making *making, const char *stem)
{
    return xmlHashAddEntry(making->stems, (const xmlChar *)stem, making->agenda) == 0;
}

/* Returns what a paper is about: "seuranta-2027", "suunnitelma-1.0", "sopimus". */
static const char *matter(const struct making *making, const xmlNode *paper)
{
    const char *subject = xml_attribute(paper, "aihe"), *year = xml_attribute(paper, "vuosi");
    const char *of = year ? year : agenda_version_name(paper, making->arena);
    return of ? arena_printf(making->arena, "%s-%s", subject, of) : subject;
}

/* Returns the name of a paper without a body: its id, or of a follow-up paper its subject and year.
 * The appendix of a year's report, and the year's questions, stand beside it. */
static const char *plain_name(const struct making *making, const xmlNode *paper)
{
    if (!xml_attribute(paper, "vuosi"))
        return xml_attribute(paper, "tunnus");
    const char *rest = "";
    if (xml_has(paper, "pohja", "seuranta-liite"))
        rest = "-liite";
    else if (xml_has(paper, "pohja", "kysymyslomake"))
        rest = "-kysymykset";
    return arena_printf(making->arena, "%s%s", matter(making, paper), rest);
}

/* Returns the name of the file of a party's paper; NULL when the party lacks the body that the
 * paper is for. That is reported here of boards and councils; the rule unknown-body does of others.
 */
static const char *party_stem(const struct making *making, const xmlNode *paper,
                              const xmlNode *party)
{
    const char *id = agenda_slug(making->arena, xml_attribute(party, "tunnus"));
    const char *body = xml_attribute(paper, "toimielin");
    if (!body)
        return arena_printf(making->arena, "%s/%s", id, plain_name(making, paper));
    const char *other = xml_attribute(paper, "elin");
    const char *name = other ? agenda_other_body_name(making->arena, party, other)
                             : agenda_body_name(making->arena, party, body, making->kinds);
    const char *slug = name ? agenda_slug(making->arena, name) : "";
    if (!*slug && strcmp(body, "muu") != 0)
        fail(making, party, RULE_PAPER_UNNAMED, _("the party has no name for its body"), body,
             _("add its name to the party, in an element of that name"));
    if (!*slug)
        return NULL;
    /* The instructions for appeal against a decision stand beside it. */
    const char *rest = xml_has(paper, "pohja", "muutoksenhaku") ? "-muutoksenhaku" : "";
    return arena_printf(making->arena, "%s/%s-%s%s", id, matter(making, paper), slug, rest);
}

/* Returns a paper's language: the party's, else the project's. */
static const char *language(const struct making *making, const xmlNode *party)
{
    const char *own = party ? xml_attribute(party, "kieli") : NULL;
    return own ? own : xml_attribute(making->project, "kieli");
}

/* Returns whether a finding of a rule about a paper is there already: the paper is listed for each
 * party. */
static bool is_told(const struct making *making, const xmlNode *paper, enum rule rule)
{
    struct diag_place place = xml_place(paper);
    for (size_t i = 0; i < diags_count(making->diags); i++) {
        const struct diag *diag = diags_at(making->diags, i);
        bool is_there = diag->place.file && place.file &&
                        strcmp(diag->place.file, place.file) == 0 &&
                        diag->place.line == place.line && diag->place.column == place.column;
        if (is_there && diag->rule == rule)
            return true;
    }
    return false;
}

static void fail_paper(const struct making *making, const xmlNode *paper, enum rule rule,
                       const char *message, const char *stem, const char *hint)
{
    if (!is_told(making, paper, rule))
        fail(making, paper, rule, message, stem, hint);
}

/* Returns the place of a version in the project's list. */
static size_t index_of(const struct making *making, const struct input_version *version)
{
    return version ? (size_t)(version - making->input->versions) : 0;
}

static void add_paper(struct making *making, const xmlNode *paper, const xmlNode *party,
                      const struct input_version *version, const char *stem, const char *day)
{
    struct agenda *agenda = making->agenda;
    if (!stem || (input_is_of_year(paper) && !xml_attribute(paper, "vuosi")))
        return; /* a rule has reported the year */
    if (!take_stem(making, stem)) {
        fail_paper(making, paper, RULE_PAPER_DUPLICATE,
                   _("two papers would have the same file name"), stem,
                   _("leave one out, or make them for different parties (osapuolet)"));
        return;
    }
    agenda->papers[agenda->count++] = (struct agenda_paper){
        .id = kept(making, xml_attribute(paper, "tunnus")),
        .party = party ? kept(making, xml_attribute(party, "tunnus")) : NULL,
        .body = kept(making, xml_attribute(paper, "toimielin")),
        .subject = kept(making, xml_attribute(paper, "aihe")),
        .template_name = kept(making, xml_attribute(paper, "pohja")),
        .lang = kept(making, language(making, party)),
        .stem = stem,
        .year = kept(making, xml_attribute(paper, "vuosi")),
        .other_body = kept(making, xml_attribute(paper, "elin")),
        .day = day,
        .version = index_of(making, version),
    };
}

static const xmlNode *first_paper(const struct making *making)
{
    const xmlNode *papers = xml_child(making->project, "paperit");
    return papers ? xml_child(papers, "paperi") : NULL;
}

/* Adds a party's paper, unless the party is none of the agreement's on the paper's day. */
static void add_partys(struct making *making, const xmlNode *paper, const xmlNode *party,
                       const struct input_term *term)
{
    const struct input_version *version;
    if (!agenda_find_version(making->input, paper, making->diags, &version))
        return;
    const char *day = agenda_day_of(making->days, paper, party, version, term, making->arena);
    if (input_term_holds(term, day))
        add_paper(making, paper, party, version, party_stem(making, paper, party), day);
}

static void add_party(struct making *making, const xmlNode *party)
{
    const struct input_term term = input_bound_term(making->bound, party);
    for (const xmlNode *paper = first_paper(making); paper; paper = xml_next(paper, "paperi"))
        if (!xml_has(paper, "laajuus", "hanke") &&
            input_list_names(xml_attribute(paper, "osapuolet"), party))
            add_partys(making, paper, party, &term);
}

static const xmlNode *first_party(const struct making *making)
{
    return making->parties ? xml_child(making->parties, "osapuoli") : NULL;
}

static void add_common(struct making *making)
{
    static const struct input_term always = {.is_party = true};
    const struct input_version *version;
    for (const xmlNode *paper = first_paper(making); paper; paper = xml_next(paper, "paperi"))
        if (xml_has(paper, "laajuus", "hanke") &&
            agenda_find_version(making->input, paper, making->diags, &version))
            add_paper(making, paper, NULL, version,
                      arena_printf(making->arena, "yhteiset/%s", plain_name(making, paper)),
                      agenda_day_of(making->days, paper, NULL, version, &always, making->arena));
}

/* Returns the most papers that there can be: each for each party. */
static size_t most_papers(const struct making *making)
{
    size_t papers = 0, parties = 1;
    for (const xmlNode *paper = first_paper(making); paper; paper = xml_next(paper, "paperi"))
        papers++;
    for (const xmlNode *party = first_party(making); party; party = xml_next(party, "osapuoli"))
        parties++;
    return papers * parties;
}

static void list_papers(struct making *making)
{
    making->agenda->papers =
        arena_array(making->arena, most_papers(making) + 1, sizeof(struct agenda_paper));
    for (const xmlNode *party = first_party(making); party; party = xml_next(party, "osapuoli"))
        add_party(making, party);
    add_common(making);
}

static struct making new_making(const struct input_project *project, xmlDocPtr kinds,
                                struct arena *arena, struct diags *diags)
{
    return (struct making){
        .arena = arena,
        .diags = diags,
        .input = project,
        .project = root_of(project->project),
        .parties = root_of(project->parties),
        .kinds = xmlDocGetRootElement(kinds),
        .agenda = arena_alloc(arena, sizeof(struct agenda)),
        .bound = input_bound_new(project->agreement),
        .days = agenda_days_new(project),
    };
}

static void end_making(const struct making *making)
{
    input_bound_free(making->bound);
    agenda_days_free(making->days);
}

static void make_list(struct making *making)
{
    making->stems = xmlHashCreate(0);
    if (!making->stems)
        memory_exhausted();
    list_papers(making);
    xmlHashFree(making->stems, NULL);
}

struct agenda *agenda_new(const struct input_project *project, xmlDocPtr kinds, struct arena *arena,
                          struct diags *diags)
{
    struct making making = new_making(project, kinds, arena, diags);
    make_list(&making);
    making.agenda->data = agenda_data_new(project, kinds);
    making.agenda->marks = agenda_marks_new(making.agenda->data, making.bound);
    making.agenda->plans = agenda_plans_new(making.agenda->data, project);
    agenda_plans_number(making.agenda->plans, making.agenda->data);
    end_making(&making);
    return making.agenda;
}

void agenda_check(const struct input_project *project, xmlDocPtr kinds, struct diags *diags)
{
    struct arena *arena = arena_new();
    struct making making = new_making(project, kinds, arena, diags);
    make_list(&making);
    end_making(&making);
    arena_free(arena);
}

void agenda_free(struct agenda *agenda)
{
    if (!agenda)
        return;
    agenda_marks_free(agenda->marks);
    agenda->marks = NULL;
    agenda_plans_free(agenda->plans);
    agenda->plans = NULL;
    agenda_rows_free(agenda->rows);
    agenda->rows = NULL;
    xmlFreeDoc(agenda->data);
    agenda->data = NULL;
}

static void set(xmlNodePtr root, const char *name, const char *value)
{
    if (value)
        xmlSetProp(root, (const xmlChar *)name, (const xmlChar *)value);
    else
        xmlUnsetProp(root, (const xmlChar *)name);
}

void agenda_select(struct agenda *agenda, const struct agenda_paper *paper)
{
    xmlNodePtr root = xmlDocGetRootElement(agenda->data);
    set(root, "osapuoli", paper->party);
    set(root, "toimielin", paper->body);
    set(root, "elin", paper->other_body);
    set(root, "paperi", paper->id);
    set(root, "aihe", paper->subject);
    set(root, "vuosi", paper->year);
    set(root, "kieli", paper->lang);
    agenda_marks_show(agenda->marks, paper->day);
    agenda_plans_show(agenda->plans, paper->version);
    if (agenda->rows)
        agenda_rows_show(agenda->rows, paper->party);
}

xmlNodePtr agenda_plan_at(const struct agenda *agenda, size_t version)
{
    return agenda_plans_at(agenda->plans, version);
}
