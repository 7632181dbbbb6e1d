#include "cli/project.h"

#include "base/message.h"
#include "base/names.h"
#include "cli/letters.h"
#include "cli/offer.h"
#include "rules/rules.h"

#include <string.h>

const xmlNode *project_find_party(const struct input_project *input, const char *id)
{
    const xmlNode *party = xml_child(xmlDocGetRootElement(input->parties->xml), "osapuoli");
    while (party && !xml_has(party, "tunnus", id))
        party = xml_next(party, "osapuoli");
    return party;
}

const char *project_party_name(const struct input_project *input, const char *id,
                               struct arena *arena)
{
    const xmlNode *party = project_find_party(input, id);
    const xmlNode *forms = party ? xml_child(party, "nimimuodot") : NULL;
    char *text = forms ? xml_child_text(forms, "nominatiivi") : NULL;
    const char *name = arena_strdup(arena, text ? text : id);
    free(text);
    return name;
}

static const char *project_language(const struct input_project *input)
{
    const char *lang = xml_attribute(xmlDocGetRootElement(input->project->xml), "kieli");
    return lang ? lang : "fi";
}

static struct offer offer_of(const struct session *session, const struct project *project)
{
    return (struct offer){.root = xmlDocGetRootElement(project->offer),
                          .arena = project->arena,
                          .diags = session->diags};
}

static bool load_offer(struct session *session, struct project *project)
{
    project->offer = template_read_data(session->templates, "paperit.xml", session->diags);
    return project->offer != NULL;
}

static bool load_kinds(struct session *session, struct project *project)
{
    const char *language = project_language(project->input);
    const char *name = arena_printf(project->arena, "%s/lajit.xml", language);
    const struct offer offer = offer_of(session, project);
    const xmlNode *root = xmlDocGetRootElement(project->input->project->xml);
    if (project->kinds)
        return true;
    if (!offer_has_language(&offer, root, language))
        return false;
    project->kinds = template_read_data(session->templates, name, session->diags);
    return project->kinds != NULL;
}

static bool tell_no_template(struct session *session, const struct project *project,
                             const xmlNode *paper, const char *name)
{
    const struct offer offer = offer_of(session, project);
    const char *nearest = template_nearest(session->templates, name, project->arena);
    if (nearest && template_find(session->templates, nearest) == TEMPLATE_SHIPPED &&
        !offer_has_template(&offer, nearest))
        nearest = NULL;
    const char *hint = _("put it into a folder that <pohjaKansio> names, or name another");
    if (nearest)
        hint = arena_printf(project->arena, _("did you mean %s?"), nearest);
    else if (project->input->template_folder)
        hint = _("put it into the project's folder of templates, or name another");
    return diag_add(session->diags, RULE_PAPER_TEMPLATE, xml_attribute_place(paper, "pohja"), hint,
                    _("there is no template %s"), name);
}

/* Returns whether it is known where the project's own templates are, if any. */
static bool knows_templates(const struct input_project *input)
{
    const xmlNode *files = xml_child(xmlDocGetRootElement(input->project->xml), "tiedostot");
    return input_files_are_known(input) &&
           (input->template_folder || !xml_child(files, "pohjaKansio"));
}

/* Returns whether a paper has a template that makes it; faults of an own one show when it is run.
 */
static bool find_template(struct session *session, const struct project *project,
                          const xmlNode *paper)
{
    const struct offer offer = offer_of(session, project);
    const char *name = xml_knows(paper, "pohja") ? xml_attribute(paper, "pohja") : NULL;
    if (!name)
        return true;
    enum template_origin origin = template_find(session->templates, name);
    if (origin == TEMPLATE_NONE)
        return tell_no_template(session, project, paper, name);
    return origin == TEMPLATE_OWN || offer_has_paper(&offer, paper);
}

/* Returns the ids of the papers that no template makes. */
static struct names find_templates(struct session *session, const struct project *project)
{
    struct names unmade = {0};
    const xmlNode *root = xmlDocGetRootElement(project->input->project->xml);
    const xmlNode *papers = xml_child(root, "paperit");
    for (xmlNodePtr paper = papers ? xml_child(papers, "paperi") : NULL; paper;
         paper = xml_next(paper, "paperi"))
        if (!find_template(session, project, paper) && xml_attribute(paper, "tunnus"))
            names_add(&unmade, xml_attribute(paper, "tunnus"));
    return unmade;
}

static bool is_valid(const struct input_document *document)
{
    return document && document->valid;
}

/* Reports faults of the list of papers even when other files are at fault. */
static void check_agenda(struct session *session, struct project *project)
{
    const struct input_project *input = project->input;
    if (is_valid(input->project) && is_valid(input->parties) && is_valid(input->agreement) &&
        load_kinds(session, project))
        agenda_check(input, project->kinds, session->diags);
}

/* Returns whether a paper of a shipped template has its texts in the party's language. The
 * project's language is known to have them. */
static bool has_language(struct session *session, const struct project *project,
                         const struct agenda_paper *paper)
{
    const struct offer offer = offer_of(session, project);
    if (!paper->party || strcmp(paper->lang, project_language(project->input)) == 0 ||
        template_find(session->templates, paper->template_name) != TEMPLATE_SHIPPED)
        return true;
    return offer_has_language(&offer, project_find_party(project->input, paper->party),
                              paper->lang);
}

/* Takes out of the agenda what can't be made; reports languages without texts. */
static void leave_out(struct session *session, const struct project *project,
                      const struct names *unmade)
{
    struct agenda *agenda = project->agenda;
    size_t left = 0;
    for (size_t i = 0; i < agenda->count; i++) {
        const struct agenda_paper paper = agenda->papers[i];
        if (!names_contain(unmade, paper.id) && has_language(session, project, &paper))
            agenda->papers[left++] = paper;
    }
    agenda->count = left;
}

static bool list_papers(struct session *session, struct project *project,
                        const struct names *unmade)
{
    if (!project->is_right)
        check_agenda(session, project);
    if (!project->is_right || !load_kinds(session, project))
        return false;
    project->agenda = agenda_new(project->input, project->kinds, project->arena, session->diags);
    leave_out(session, project, unmade);
    return true;
}

static bool make_agenda(struct session *session, struct project *project)
{
    template_set_own(session->templates, project->input->template_folder);
    if (!load_offer(session, project))
        return false;
    bool knows = knows_templates(project->input);
    struct names unmade = {0};
    if (knows)
        unmade = find_templates(session, project);
    bool listed = list_papers(session, project, &unmade) && knows;
    names_free(&unmade);
    return listed;
}

static bool open_project(struct session *session, const char *path, struct project *project)
{
    project->input = input_project_load(session->schema, path, session->diags);
    if (!project->input)
        return false;
    bool is_valid = !diags_at_least(session->diags, DIAG_ERROR);
    project->letters = project->input->letters =
        letters_of(session, project->input, &project->font_faults);
    project->is_right = rules_check(project->input, session->diags) && is_valid;
    diags_pack(session->diags, &project->said);
    return make_agenda(session, project);
}

bool project_open(struct session *session, const char *path, struct project *project)
{
    *project = (struct project){.arena = arena_new(), .font_faults = {diags_new(), diags_new()}};
    bool opened = open_project(session, path, project);
    diags_sort(session->diags);
    return opened;
}

static void drop_agenda(struct project *project)
{
    agenda_free(project->agenda);
    project->agenda = NULL;
    xmlFreeDoc(project->kinds);
    project->kinds = NULL;
    xmlFreeDoc(project->offer);
    project->offer = NULL;
    arena_free(project->arena);
    project->arena = NULL;
}

bool project_reopen(struct session *session, struct project *project)
{
    drop_agenda(project);
    project->arena = arena_new();
    diags_unpack(session->diags, project->said.data, project->said.size);
    bool opened = make_agenda(session, project);
    diags_sort(session->diags);
    return opened;
}

void project_close(struct project *project)
{
    drop_agenda(project);
    text_letters_free(project->letters);
    diags_free(project->font_faults.always);
    diags_free(project->font_faults.slanted);
    rules_spelling_free(project->spelling);
    input_project_free(project->input);
    buf_free(&project->said);
    *project = (struct project){0};
}

/* Takes the follow-up papers out of a list. Returns how many are left. */
static size_t drop_followup(const struct agenda *agenda, size_t *papers, size_t count)
{
    size_t left = 0;
    for (size_t i = 0; i < count; i++)
        if (!agenda->papers[papers[i]].year)
            papers[left++] = papers[i];
    return left;
}

size_t project_add_answers(struct session *session, struct project *project, size_t *papers,
                           size_t count)
{
    int last = agenda_last_year(project->agenda, papers, count);
    if (!last)
        return count;
    struct followup *followup = NULL;
    if (followup_has(project->input)) {
        followup = followup_load(session->schema, project->input, 0, last, session->diags);
        if (!followup)
            return drop_followup(project->agenda, papers, count);
    }
    count = agenda_take_answered(project->agenda, papers, count, followup, session->diags);
    agenda_add_answers(project->agenda, papers, count, followup);
    followup_free(followup);
    diags_sort(session->diags);
    return count;
}
