#include "cli/examine.h"

#include "base/blank.h"
#include "base/clean.h"
#include "base/file.h"
#include "base/message.h"
#include "cli/check_templates.h"
#include "cli/owner.h"
#include "cli/project.h"
#include "cli/understood.h"
#include "rules/rules.h"

#include <libxml/tree.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* An examination under way. */
struct examiner {
    struct session session; /* whose diagnostics are the findings' */
    bool spelling, understands;
    struct findings *findings;
};

static bool has_root(const struct input_document *document, const char *name)
{
    const xmlNode *root = xmlDocGetRootElement(document->xml);
    return root && strcmp((const char *)root->name, name) == 0;
}

static void add_documents(struct findings *findings, const struct input_project *project)
{
    for (size_t i = 0; i < input_project_count(project); i++) {
        const struct input_document *document = input_project_document(project, i);
        if (document)
            findings_add_file(findings, (struct report_file){.path = document->path});
    }
}

/* Returns whether a file of answers is named after a party. */
static bool is_named_after(const char *place, const char *party)
{
    const char *name = file_name(place);
    size_t size = strlen(party);
    return strncmp(name, party, size) == 0 && name[size] == '.' && !strchr(name + size + 1, '.');
}

/* Returns where a party's file is: NULL for none. One that stands in counts as the party's in whose
 * place it is, also when nobody has filled it in. */
static const char *path_of(const struct input_project *project, const struct followup_party *party,
                           struct arena *arena)
{
    const struct input_stand_in *stand_in = project->stand_in;
    const char *path = party->file ? party->file : party->unread;
    if (stand_in &&
        (path ? strcmp(path, stand_in->place) == 0 : is_named_after(stand_in->place, party->id)))
        return stand_in->path;
    return path && strcmp(project->folder, ".") != 0
               ? arena_printf(arena, "%s/%s", project->folder, path)
               : path;
}

static void add_answers(const struct examiner *examiner, const struct followup *followup,
                        const struct input_project *project, int year)
{
    struct findings *findings = examiner->findings;
    const struct understood_year understood = {.session = &examiner->session,
                                               .followup = followup,
                                               .project = project,
                                               .year = year,
                                               .arena = findings->arena};
    for (size_t i = 0; i < followup_party_count(followup); i++) {
        struct followup_party party = followup_party_at(followup, year, i);
        if (!answers_concern(&party))
            continue;
        const char *path = path_of(project, &party, findings->arena);
        struct report_file file = {
            .path = path,
            .name = arena_printf(findings->arena, "%s %d",
                                 project_party_name(project, party.id, findings->arena), year),
            .is_remarked = party.state == FOLLOWUP_REMARKS,
            .is_untouched = path && party.state == FOLLOWUP_MISSING,
            .is_unread = party.unread && !party.file};
        if (examiner->understands)
            file.answers = understood_of(&understood, i, path);
        findings_add_file(findings, file);
    }
}

static void tell_form_only(struct diags *diags, struct diag_place place, const char *hint)
{
    diag_add(diags, RULE_FOLLOWUP_FORM_ONLY, place, hint,
             _("the answers could not be compared with the plan and the register of parties"));
}

static void check_form(struct examiner *examiner, const struct input_project *project, int year)
{
    const struct session *session = &examiner->session;
    const xmlNode *folder = followup_folder_element(project);
    struct names files = {0};
    followup_check_form(session->schema, project, year, year ? year : INT_MAX, session->diags,
                        &files, examiner->findings->arena);
    if (files.count)
        tell_form_only(session->diags, xml_place(folder),
                       _("for the coordinator: mend the errors of the project's files and check "
                         "again; the answers need not be sent again because of that"));
    for (size_t i = 0; i < files.count; i++)
        findings_add_file(examiner->findings,
                          (struct report_file){.path = files.items[i], .is_uncompared = true});
    names_free(&files);
}

/* Reports the papers of years without answers. */
static void tell_unanswered(struct examiner *examiner, const struct agenda *agenda,
                            const struct followup *followup)
{
    size_t *papers = arena_array(examiner->findings->arena, agenda->count, sizeof *papers);
    for (size_t i = 0; i < agenda->count; i++)
        papers[i] = i;
    agenda_take_answered(agenda, papers, agenda->count, followup, examiner->session.diags);
}

/* Checks the answers of a year, or of all years for 0, and reports their states. Returns them, to
 * be freed; NULL when there are none that could be compared with the project. */
static struct followup *check_answers(struct examiner *examiner,
                                      const struct input_project *project, int year)
{
    if (!followup_can_compare(project)) {
        check_form(examiner, project, year);
        return NULL;
    }
    struct followup *followup = followup_load(examiner->session.schema, project, year,
                                              year ? year : INT_MAX, examiner->session.diags);
    if (!followup)
        return NULL;
    answers_write_states(followup, &examiner->findings->states);
    for (size_t i = 0; i < followup_year_count(followup); i++)
        add_answers(examiner, followup, project, followup_year_at(followup, i));
    return followup;
}

/* Returns whether papers could be made of the project. Close it in either case. */
static bool open_project(struct examiner *examiner, const char *path, struct project *project)
{
    bool is_right = project_open(&examiner->session, path, project);
    if (!project->input)
        return false;
    add_documents(examiner->findings, project->input);
    if (examiner->spelling) {
        project->spelling = rules_spelling_new(project->input, examiner->session.diags);
        project->input->spelling = project->spelling;
        rules_spelling_project(project->spelling, project->input);
    }
    return is_right;
}

static void check_project(struct examiner *examiner, const char *path)
{
    struct project project;
    struct followup *followup = NULL;
    bool is_right = open_project(examiner, path, &project);
    bool has_folder = project.input && followup_has(project.input);
    if (has_folder)
        followup = check_answers(examiner, project.input, 0);
    if (project.agenda && (followup || !has_folder))
        tell_unanswered(examiner, project.agenda, followup);
    diags_add_all(examiner->session.diags, project.font_faults.always);
    if (is_right)
        check_templates(&examiner->session, &project, followup);
    followup_free(followup);
    project_close(&project);
}

static void tell_other_folder(const struct examiner *examiner, const char *path)
{
    diag_add(examiner->session.diags, RULE_CHECK_FOLDER, (struct diag_place){.file = path},
             _("name a project's folder, or the folder of its answers or of a year's"),
             _("the folder is neither a project nor the project's answers"));
}

static void check_answers_folder(struct examiner *examiner, const char *path,
                                 const struct answers_folder *folder)
{
    struct project project;
    open_project(examiner, folder->project, &project);
    if (project.input) {
        if (answers_is_folder_of(project.input, path, folder->year))
            followup_free(check_answers(examiner, project.input, folder->year));
        else
            tell_other_folder(examiner, path);
    }
    project_close(&project);
}

static void check_folder(struct examiner *examiner, const char *path)
{
    struct answers_folder folder;
    struct arena *arena = examiner->findings->arena;
    if (answers_has_project(path, arena))
        check_project(examiner, path);
    else if (answers_find_project(path, arena, &folder))
        check_answers_folder(examiner, path, &folder);
    else
        tell_other_folder(examiner, path);
}

/* The project of files that were named by themselves, and its findings. */
struct context {
    struct answers_folder within;
    struct findings found;
    struct file_identity *diags, *files; /* of each place, and each file, that was found */
    const char *answers; /* the project's folder of answers, as the project names it; or NULL */
};

/* Identifies the files of all findings, which stand file by file. */
static void identify_found(struct context *context)
{
    struct findings *found = &context->found;
    const size_t count = diags_count(found->diags);
    const char *last = NULL;
    context->diags = arena_array(found->arena, count, sizeof *context->diags);
    for (size_t i = 0; i < count; i++) {
        const char *file = diags_at(found->diags, i)->place.file;
        bool is_again = i && file && last && strcmp(file, last) == 0;
        context->diags[i] = is_again ? context->diags[i - 1] : file_identify(file);
        last = file;
    }
    context->files = arena_array(found->arena, found->file_count, sizeof *context->files);
    for (size_t i = 0; i < found->file_count; i++)
        context->files[i] = file_identify(found->files[i].path);
}

/* Returns the folder of answers as the project names it, without slashes at its end; or NULL. */
static const char *folder_of_answers(const struct input_project *project, struct arena *arena)
{
    const xmlNode *folder = followup_folder_element(project);
    const char *name = folder ? xml_attribute(folder, "polku") : NULL;
    return name ? file_without_slashes(name, arena) : NULL;
}

/* Checks the project, and with it the answers of the year that the files are of. stand_in is NULL
 * where they stand in the project. */
static void open_context(const struct examiner *examiner, const struct answers_folder *within,
                         const struct input_stand_in *stand_in, struct context *context)
{
    *context = (struct context){.within = *within, .found = findings_new()};
    struct examiner inner = *examiner;
    inner.findings = &context->found;
    inner.session.diags = context->found.diags;
    struct project project;
    open_project(&inner, within->project, &project);
    if (project.input)
        project.input->stand_in = stand_in;
    if (project.input && within->year)
        followup_free(check_answers(&inner, project.input, within->year));
    if (project.input)
        context->answers = folder_of_answers(project.input, context->found.arena);
    project_close(&project);
    identify_found(context);
}

static void close_context(struct context *context)
{
    if (context->found.arena)
        findings_free(&context->found);
    *context = (struct context){0};
}

/* Adds the context's findings about a file, with its name as the user gave it. Returns whether the
 * file was looked at. */
static bool keep(const struct context *context, const char *path, const char *name,
                 struct findings *kept)
{
    const struct findings *found = &context->found;
    const struct file_identity wanted = file_identify(path);
    struct report_file file = {0};
    for (size_t i = 0; i < found->file_count && !file.path; i++)
        if (file_are_one(context->files[i], wanted))
            file = found->files[i];
    bool was_seen = file.path != NULL;
    for (size_t i = 0; i < diags_count(found->diags); i++) {
        const struct diag *diag = diags_at(found->diags, i);
        bool is_about =
            file_are_one(context->diags[i], wanted) || diag->rule == RULE_FOLLOWUP_FORM_ONLY;
        if (!is_about && diag->severity != DIAG_FAILURE)
            continue;
        const struct diag_place whole = {.file = name};
        if (file_are_one(context->diags[i], wanted))
            diag_copy(kept->diags, diag, name);
        else
            diag_add_as(kept->diags, diag->severity, diag->rule, is_about ? whole : diag->place,
                        diag->hint, "%s", diag->message);
        was_seen |= is_about;
    }
    file.path = name;
    if (was_seen)
        findings_add_file(kept, file);
    return was_seen;
}

/* Returns what to do with answers that were checked by themselves. */
static const char *put_into_project(void)
{
    return _("check it as the project's: pykala check --project PROJECT --as PATH FILE, or put "
             "it into the project's folder of answers");
}

/* Checks a file by itself. */
static void check_document(const struct examiner *examiner, struct input_document *document)
{
    struct diags *diags = examiner->session.diags;
    rules_check_file(document, diags);
    if (examiner->spelling)
        rules_spelling_file(document, diags);
    if (has_root(document, "seurantatiedot"))
        tell_form_only(diags, (struct diag_place){.file = document->path}, put_into_project());
}

/* Says among the states that a file is a form that nobody has filled in. */
static void tell_untouched(const struct examiner *examiner, const char *path)
{
    clean_printf(&examiner->findings->states, _("%s: missing; nobody has filled in anything"),
                 path);
    buf_char(&examiner->findings->states, '\n');
}

/* Checks a workbook of answers by itself. */
static void check_book(struct examiner *examiner, const char *path)
{
    const struct session *session = &examiner->session;
    struct report_file file = {.path = path};
    file.is_uncompared = followup_check_book(session->schema, path, examiner->spelling,
                                             session->diags, &file.is_untouched);
    if (file.is_uncompared)
        tell_form_only(session->diags, (struct diag_place){.file = path}, put_into_project());
    if (file.is_untouched)
        tell_untouched(examiner, path);
    findings_add_file(examiner->findings, file);
}

/* Returns whether a document is a form that nobody has filled in; says so among the states. */
static bool is_untouched(const struct examiner *examiner, const struct input_document *document,
                         const char *path)
{
    bool is_untouched = document && has_root(document, "seurantatiedot") &&
                        followup_is_untouched(xmlDocGetRootElement(document->xml));
    if (is_untouched)
        tell_untouched(examiner, path);
    return is_untouched;
}

static void check_xml(struct examiner *examiner, const char *path)
{
    const struct session *session = &examiner->session;
    struct diags *own = diags_new();
    struct input_document *document = input_document_load(session->schema, path, own);
    bool whole_project = document && has_root(document, "hanke");
    struct report_file file = {.path = path,
                               .is_untouched = is_untouched(examiner, document, path)};
    if (!file.is_untouched)
        diags_add_all(session->diags, own);
    if (document && !whole_project && !file.is_untouched)
        check_document(examiner, document);
    file.is_uncompared = document && has_root(document, "seurantatiedot") && !file.is_untouched;
    input_document_free(document);
    diags_free(own);
    if (whole_project)
        check_project(examiner, path);
    else
        findings_add_file(examiner->findings, file);
}

static void check_alone(struct examiner *examiner, const char *path)
{
    if (followup_is_workbook(path))
        check_book(examiner, path);
    else
        check_xml(examiner, path);
}

/* Returns whether a file leads nowhere outside; reports it else: its sender could have lines of any
 * other file shown. */
static bool stays_inside(const struct examiner *examiner, const char *path)
{
    struct arena *arena = examiner->findings->arena;
    struct diags *diags = examiner->session.diags;
    const struct diag_place place = {.file = path};
    const char *hint = _("put what it leads to in its place");
    struct answers_folder owner;
    bool is_owned = owner_may_be(path, arena, &owner);
    if (!file_leads_out(path, is_owned ? owner.project : file_folder(path, arena)))
        return true;
    return is_owned ? diag_add(diags, RULE_PROJECT_PATH, place, hint,
                               _("%s is a link that leads out of the project's folder"), path)
                    : diag_add(diags, RULE_FILE_KIND, place, hint,
                               _("is a link that leads out of its folder"));
}

static bool is_of(const struct context *context, const struct answers_folder *within)
{
    return context->found.arena && context->within.year == within->year &&
           strcmp(context->within.project, within->project) == 0;
}

/* Checks a file, with its project if there is one: that may explain what the file lacks. The
 * context serves for the next file, too. */
static void check_file(struct examiner *examiner, const char *path, struct context *context)
{
    struct answers_folder within;
    if (!stays_inside(examiner, path)) {
        findings_add_file(examiner->findings, (struct report_file){.path = path});
        return;
    }
    if (!owner_find(examiner->session.schema, path, examiner->findings->arena, &within)) {
        check_alone(examiner, path);
        return;
    }
    if (!is_of(context, &within)) {
        close_context(context);
        open_context(examiner, &within, NULL, context);
    }
    if (!keep(context, path, path, examiner->findings))
        check_alone(examiner, path);
}

bool examine_is_place(const char *place)
{
    size_t parts = 0, year = 0;
    const char *name = file_name(place);
    for (const char *part = place; *part; part += strspn(part, "/")) {
        size_t size = strcspn(part, "/");
        if (!size || *part == '.')
            return false;
        if (part < name)
            year = size == 4 ? strspn(part, DIGITS) : 0;
        part += size;
        parts++;
    }
    return parts > 2 && year == 4 && followup_is_answers(name) && !followup_is_review(name);
}

/* Returns whether a place is in the project's folder of answers; reports it else. */
static bool is_among_answers(const struct examiner *examiner, const struct context *context,
                             const struct examine_as *as)
{
    if (!context->answers)
        return true; /* the project's faults are told */
    size_t size = strlen(context->answers);
    bool is_among = strncmp(as->place, context->answers, size) == 0 && as->place[size] == '/' &&
                    strlen(file_folder(as->place, examiner->findings->arena)) == size + 5;
    return is_among ||
           diag_add(examiner->session.diags, RULE_CHECK_FOLDER,
                    (struct diag_place){.file = as->name},
                    arena_printf(examiner->findings->arena, _("name a place such as %s/%s/%s"),
                                 context->answers, "2026", "joutsa.xml"),
                    _("%s is not in the project's folder of answers"), as->place);
}

/* Checks a file alone and adds what is found under its name. */
static void check_alone_as(const struct examiner *examiner, const struct examine_as *as)
{
    struct findings found = findings_new();
    struct examiner inner = *examiner;
    inner.findings = &found;
    inner.session.diags = found.diags;
    if (followup_is_workbook(as->place))
        check_book(&inner, as->path);
    else
        check_xml(&inner, as->path);
    for (size_t i = 0; i < diags_count(found.diags); i++)
        diag_copy(examiner->session.diags, diags_at(found.diags, i), as->name);
    for (size_t i = 0; i < found.file_count; i++) {
        found.files[i].path = as->name;
        findings_add_file(examiner->findings, found.files[i]);
    }
    findings_free(&found);
}

void examine_as(const struct examination *examination, const struct examine_as *as,
                struct findings *findings)
{
    struct examiner examiner = {
        .session = *examination->session,
        .spelling = examination->spelling,
        .understands = examination->understands,
        .findings = findings,
    };
    const struct input_stand_in stand_in = {.place = as->place, .path = as->path};
    const char *year = file_name(file_folder(as->place, findings->arena));
    const struct answers_folder within = {.project = as->project, .year = atoi(year)};
    struct context context;
    examiner.session.diags = findings->diags;
    open_context(&examiner, &within, &stand_in, &context);
    if (!is_among_answers(&examiner, &context, as))
        findings_add_file(findings, (struct report_file){.path = as->name});
    else if (!keep(&context, as->path, as->name, findings))
        check_alone_as(&examiner, as);
    if (findings->file_count == 1 && findings->files[0].is_untouched && !findings->states.size)
        tell_untouched(&examiner, as->name);
    for (size_t i = 0; examination->understands && i < findings->file_count; i++)
        understood_identify(as->path, findings->arena, &findings->files[i]);
    close_context(&context);
}

void examine_alone(const struct examination *examination, const struct examine_as *as,
                   struct findings *findings)
{
    struct findings alone = findings_new();
    struct examiner examiner = {.session = *examination->session, .findings = &alone};
    examiner.session.diags = alone.diags;
    check_alone_as(&examiner, as);
    for (size_t i = 0; i < diags_count(alone.diags); i++)
        if (diags_at(alone.diags, i)->rule != RULE_FOLLOWUP_FORM_ONLY)
            diag_copy(findings->diags, diags_at(alone.diags, i), as->name);
    findings_free(&alone);
}

void examine_paths(const struct examination *examination, char **paths, size_t count,
                   struct findings *findings)
{
    struct examiner examiner = {
        .session = *examination->session,
        .spelling = examination->spelling,
        .understands = examination->understands,
        .findings = findings,
    };
    struct context context = {0};
    examiner.session.diags = findings->diags;
    for (size_t i = 0; i < count; i++) {
        if (file_is_folder(paths[i]))
            check_folder(&examiner, paths[i]);
        else
            check_file(&examiner, paths[i], &context);
    }
    close_context(&context);
    for (size_t i = 0; examiner.understands && i < findings->file_count; i++)
        if (findings->files[i].path)
            understood_identify(findings->files[i].path, findings->arena, &findings->files[i]);
}
