/* Loads the folders of answers: each file is read, checked, taken over and freed. */
#include "base/digest.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/message.h"
#include "followup/book_load.h"
#include "followup/check.h"
#include "followup/compare.h"
#include "followup/folder.h"
#include "followup/followup_private.h"
#include "rules/rules.h"
#include "xlsx/xlsx.h"

#include <stdlib.h>
#include <string.h>

struct loading {
    const struct schema *schema;
    struct followup *followup;
    const struct input_project *project;
    struct names *of_form; /* the files, where they aren't compared with the project; else NULL */
    struct arena *of_form_arena; /* that holds their paths */
    struct names *made;          /* of the workbooks of which XML has been made (made_name) */
    struct rules_people *people;
    struct diags *diags;
    struct claims *claims; /* of the year's files */
    bool reads_before;     /* the year before the first */
};

/* A file that holds, or is to hold, a party's answers. */
struct claim {
    ptrdiff_t party;
    const char *file;
    struct diag_place place; /* where it says whose it is */
    bool is_rightly_named;   /* PARTY.xml */
    bool is_misnamed;        /* it says to be another's, which has been reported */
};

struct claims {
    struct claim *items;
    size_t count, capacity;
};

static bool is_remarked(const xmlNode *root)
{
    for (xmlNodePtr child = root->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE &&
            (strcmp((const char *)child->name, "huomautus") == 0 || is_remarked(child)))
            return true;
    return false;
}

static enum followup_state verdict(const struct check *check)
{
    if (check->errors)
        return FOLLOWUP_REJECTED;
    return check->warnings || is_remarked(check->root) ? FOLLOWUP_REMARKS : FOLLOWUP_ACCEPTED;
}

static void take(struct followup *followup, const struct check *check, const char *file,
                 struct followup_submission *submission)
{
    struct arena *arena = followup->arena;
    const xmlNode *respondent = xml_child(xml_child(check->root, "vastaaja"), "tehtava");
    const char *example = check_field(check, check->root, "esimerkki");
    submission->state = verdict(check);
    submission->file = file;
    submission->date = followup_field(check->root, "paivays", arena);
    submission->is_late = check->year->deadline && submission->date &&
                          strcmp(submission->date, check->year->deadline) > 0;
    submission->respondent = followup_text(respondent, arena);
    if (submission->state == FOLLOWUP_REJECTED)
        return;
    submission->is_example = example && strcmp(example, "true") == 0;
    followup_take(check->year->version, check->root, arena, submission);
}

static ptrdiff_t party_by_name(const struct followup *followup, const char *file)
{
    const char *name = file_name(file);
    struct arena *arena = arena_new();
    const char *id = arena_strndup(arena, name, (size_t)(strrchr(name, '.') - name));
    ptrdiff_t party = lookup_find(&followup->party_index, id);
    arena_free(arena);
    return party;
}

static struct check new_check(const struct loading *loading, const struct followup_year *year,
                              const struct input_document *document, const char *file)
{
    struct arena *arena = arena_new();
    const char *place = folder_join(arena, loading->project->folder, file);
    return (struct check){
        .followup = loading->followup,
        .year = year,
        .root = document ? xmlDocGetRootElement(document->xml) : NULL,
        .party = LOOKUP_NONE,
        .named = LOOKUP_NONE,
        .place = place,
        .arena = arena,
        .diags = loading->diags,
        .people = loading->people,
        .trace = arena_alloc(loading->followup->arena, sizeof(struct trace)),
        .spelling = loading->project->spelling,
    };
}

/* Notes whose a file is. */
static struct claim claim_of(const struct check *check, const char *file)
{
    struct arena *arena = check->followup->arena;
    struct claim claim = {.party = check_owner(check), .file = file};
    if (claim.party == LOOKUP_NONE)
        return claim;
    struct diag_place place = check->root ? xml_attribute_place(check->root, "osapuoli")
                                          : (struct diag_place){.file = check->place};
    claim.place = diag_place_copy(arena, place);
    claim.is_rightly_named =
        check_is_rightly_named(check, check->followup->parties[claim.party].id);
    claim.is_misnamed = check->party != LOOKUP_NONE && check->party != claim.party;
    return claim;
}

/* Returns whether the party's own XML has been read: what stands in a workbook beside it doesn't
 * count. */
static bool has_record(const struct claims *claims, const struct claim *workbook)
{
    for (size_t i = 0; i < claims->count; i++)
        if (claims->items[i].party == workbook->party && claims->items[i].is_rightly_named)
            return followup_is_workbook(workbook->file);
    return false;
}

/* Takes a file's answers over, or rejects them, for the party whose it is. Of several the one that
 * is rightly named counts, else the first. */
static void settle_claim(const struct loading *loading, struct followup_year *year,
                         const struct check *check, const struct claim *claim, bool is_usable)
{
    struct followup_submission *submission = &year->submissions[claim->party];
    struct claims *claims = loading->claims;
    bool is_beside = has_record(claims, claim);
    GROW(claims->items, claims->count, claims->capacity);
    claims->items[claims->count] = *claim;
    claims->items[claims->count++].is_rightly_named &= !is_beside;
    if (submission->file && (is_beside || !claim->is_rightly_named))
        return;
    *submission = (struct followup_submission){0};
    if (is_usable)
        take(loading->followup, check, claim->file, submission);
    else
        followup_reject(submission, claim->file);
    submission->trace = claim->is_misnamed ? NULL : check->trace;
}

static bool is_of_answers(const struct input_document *document)
{
    const xmlNode *root = xmlDocGetRootElement(document->xml);
    return strcmp((const char *)root->name, "seurantatiedot") == 0;
}

static void report_root(const struct loading *loading, const struct input_document *document)
{
    const xmlNode *root = xmlDocGetRootElement(document->xml);
    diag_add(loading->diags, RULE_XML_ROOT, xml_place(root),
             _("files of the answers' folder begin with <seurantatiedot>"),
             _("a file of answers cannot begin with <%s>"), (const char *)root->name);
}

/* Checks a file, its sound parts when it isn't valid: one run shall report all faults. document is
 * NULL when it couldn't be parsed. */
static void compare(const struct loading *loading, struct followup_year *year,
                    const struct input_document *document, const char *file)
{
    bool is_right_kind = document && is_of_answers(document);
    struct check check = new_check(loading, year, is_right_kind ? document : NULL, file);
    if (is_right_kind)
        check_submission(&check);
    else
        check.named = followup_party_of_file(loading->followup, file_name(file));
    struct claim claim = claim_of(&check, file);
    if (claim.party != LOOKUP_NONE)
        settle_claim(loading, year, &check, &claim, is_right_kind && document->valid);
    arena_free(check.arena);
}

/* Returns the claim with which another can't stand: the party's rightly named file, else any other.
 * NULL when it can stand, or another fault of it has been reported. */
static const struct claim *rival(const struct claims *claims, const struct claim *claim)
{
    const struct claim *found = NULL;
    for (size_t i = 0; i < claims->count && !claim->is_misnamed; i++) {
        const struct claim *other = &claims->items[i];
        bool is_rival = other != claim && other->party == claim->party && !other->is_misnamed;
        if (is_rival && (!found || other->is_rightly_named))
            found = other;
    }
    return claim->is_rightly_named && found && !found->is_rightly_named ? NULL : found;
}

static void report_rival(const struct loading *loading, const struct followup_year *year,
                         const struct claim *claim, const struct claim *other)
{
    const char *id = loading->followup->parties[claim->party].id;
    if (!diags_want(loading->diags, RULE_FOLLOWUP_TWO_FILES))
        return;
    struct arena *arena = arena_new();
    diag_add(loading->diags, RULE_FOLLOWUP_TWO_FILES, claim->place,
             arena_printf(arena, _("leave one of the files, and name it %s%s"), id,
                          followup_is_workbook(claim->file) ? ".xlsx" : ".xml"),
             _("%s: the party's answers for the year %d are also in %s"), id, year->year,
             other->file);
    diag_relate(loading->diags, other->place);
    arena_free(arena);
}

/* Reports parties with several files. The one that is rightly named is innocent, and counts; among
 * others nobody knows which is meant, and none does. */
static void report_rivals(const struct loading *loading, struct followup_year *year)
{
    const struct claims *claims = loading->claims;
    bool is_error = diags_severity(loading->diags, RULE_FOLLOWUP_TWO_FILES) >= DIAG_ERROR &&
                    diags_want(loading->diags, RULE_FOLLOWUP_TWO_FILES);
    for (size_t i = 0; i < claims->count; i++) {
        const struct claim *claim = &claims->items[i], *other = rival(claims, claim);
        if (!other)
            continue;
        report_rival(loading, year, claim, other);
        if (is_error && other->is_rightly_named == claim->is_rightly_named)
            followup_reject(&year->submissions[claim->party], claim->file);
    }
}

/* Returns whether a path stays in the project's folder; reports it else: a project's sender could
 * have other files of the machine read. */
static bool stays_inside(const struct loading *loading, const char *path)
{
    return !file_leads_out(path, loading->project->folder) ||
           diag_add(loading->diags, RULE_PROJECT_PATH, (struct diag_place){.file = path},
                    _("put what it leads to in its place"),
                    _("%s is a link that leads out of the project's folder"), path);
}

/* Returns what a workbook is to be that stands in the folder of a year under that name. */
static struct book_expected expected_of(const struct loading *loading,
                                        const struct followup_year *year, const char *file)
{
    ptrdiff_t party = party_by_name(loading->followup, file);
    const struct followup_version *version = loading->of_form ? NULL : year->version;
    bool is_certain = version && year->is_certain && version->is_told_apart;
    return (struct book_expected){
        .year = year->year,
        .party = party == LOOKUP_NONE ? NULL : loading->followup->parties[party].id,
        .plan = version ? version->plan : NULL,
        .version = is_certain ? version->name : NULL,
        .day = year->deadline ? year->deadline : "1970-01-01",
    };
}

/* Loads XML, or a workbook as XML in the arena. *is_untouched says whether it is a form that nobody
 * has filled in. */
static struct input_document *read_document(const struct loading *loading,
                                            const struct followup_year *year, const char *path,
                                            const char *file, struct arena *arena,
                                            struct diags *diags, bool *is_untouched)
{
    if (followup_is_workbook(file)) {
        const struct book_expected expected = expected_of(loading, year, file);
        return book_load(loading->schema, path, &expected, arena, diags, is_untouched);
    }
    struct input_document *document = input_document_load(loading->schema, path, diags);
    *is_untouched = document && is_of_answers(document) &&
                    followup_is_untouched(xmlDocGetRootElement(document->xml));
    return document;
}

/* Loads a file and checks it by the schema and the rules about the texts of all files. Returns NULL
 * also for a form that nobody has filled in: then nothing is wrong, and *is_untouched. */
static struct input_document *load_document(const struct loading *loading,
                                            const struct followup_year *year, const char *path,
                                            const char *file, struct arena *arena,
                                            bool *is_untouched)
{
    struct diags *own = diags_new();
    struct input_document *document =
        read_document(loading, year, path, file, arena, own, is_untouched);
    if (document && is_of_answers(document) && !*is_untouched)
        followup_add_faults(loading->followup, document, own, loading->diags);
    else if (!*is_untouched)
        diags_add_all(loading->diags, own);
    diags_free(own);
    if (*is_untouched) {
        input_document_free(document);
        return NULL;
    }
    if (document && !rules_check_letters(document, loading->project->letters, loading->diags))
        document->valid = false;
    return document;
}

/* Returns a name for the workbook with a digest of which a file was made: it stands beside it,
 * under the file's name. In the arena. */
static const char *made_name(const char *file, const char *digest, struct arena *arena)
{
    return arena_printf(arena, "%.*s %s", (int)(strrchr(file, '.') - file), file, digest);
}

/* Notes of which workbook XML has been made. */
static void note_made(const struct loading *loading, const struct input_document *document,
                      const char *file)
{
    const xmlNode *root = document ? xmlDocGetRootElement(document->xml) : NULL;
    const char *digest = root ? xml_attribute(root, "tyokirja") : NULL;
    if (digest)
        names_add_new(loading->made, made_name(file, digest, loading->followup->arena));
}

/* Returns whether the answers of a workbook stand already in the XML beside it that was made of it:
 * then it is only the original, which was kept. */
static bool is_made_already(const struct loading *loading, const char *path, const char *file)
{
    struct buf bytes = {0};
    struct diags *ignored = diags_new(); /* whoever loads the file reports it */
    struct arena *arena = arena_new();
    bool is_one = loading->made->count && file_read(path, XLSX_FILE_SIZE, ignored, &bytes) &&
                  names_contain(loading->made,
                                made_name(file, digest_of(bytes.data, bytes.size, arena), arena));
    arena_free(arena);
    diags_free(ignored);
    buf_free(&bytes);
    return is_one;
}

/* Returns the file that stands in at a place among the answers; NULL when none does. */
static const char *stand_in_at(const struct loading *loading, const char *file)
{
    const struct input_stand_in *stand_in = loading->project->stand_in;
    return stand_in && strcmp(stand_in->place, file) == 0 ? stand_in->path : NULL;
}

/* Returns whether what stands in replaces a file: it is the same party's answers in another form.
 */
static bool is_replaced(const struct loading *loading, const char *file)
{
    const struct input_stand_in *stand_in = loading->project->stand_in;
    if (!stand_in || strcmp(stand_in->place, file) == 0)
        return false;
    size_t stem = (size_t)(strrchr(stand_in->place, '.') - stand_in->place);
    return strncmp(stand_in->place, file, stem) == 0 &&
           (strcmp(file + stem, ".xml") == 0 || strcmp(file + stem, ".xlsx") == 0);
}

static void load_file(const struct loading *loading, struct followup_year *year, const char *file)
{
    if (is_replaced(loading, file))
        return;
    struct arena *arena = arena_new();
    const char *stand_in = stand_in_at(loading, file);
    const char *path = stand_in ? stand_in : folder_join(arena, loading->project->folder, file);
    struct input_document *document = NULL;
    bool is_untouched = false;
    if (stand_in || stays_inside(loading, path)) {
        if (followup_is_workbook(file) && is_made_already(loading, path, file)) {
            arena_free(arena);
            return;
        }
        document = load_document(loading, year, path, file, arena, &is_untouched);
    }
    if (!followup_is_workbook(file))
        note_made(loading, document, file);
    if (document && document->valid && !is_of_answers(document))
        report_root(loading, document);
    if (loading->of_form && !is_untouched)
        names_add(loading->of_form, arena_strdup(loading->of_form_arena, path));
    else if (!is_untouched)
        compare(loading, year, document, file);
    input_document_free(document);
    arena_free(arena);
}

/* Returns whether a file of the year before matters: where another stands in for a party's, that
 * party's alone is compared with its last one. */
static bool matters_before(const struct loading *loading, const char *name)
{
    const struct input_stand_in *stand_in = loading->project->stand_in;
    const char *standing = stand_in ? file_name(stand_in->place) : NULL;
    size_t stem = standing ? (size_t)(strrchr(standing, '.') - standing) : 0;
    return !stem || (strncmp(name, standing, stem) == 0 && name[stem] == '.');
}

/* Loads the files of a year's folder: first the XML, which may have been made of a workbook. */
static void load_submissions(const struct loading *loading, struct followup_year *year,
                             const char *folder, const struct names *files)
{
    struct arena *arena = loading->followup->arena;
    year->submissions =
        arena_array(arena, loading->followup->party_count, sizeof *year->submissions);
    struct claims claims = {0};
    struct loading own = *loading;
    own.claims = &claims;
    for (int workbooks = 0; workbooks <= 1; workbooks++)
        for (size_t i = 0; i < files->count; i++) {
            const char *name = files->items[i];
            bool is_wanted = !loading->reads_before || matters_before(loading, name);
            if (is_wanted && !followup_is_review(name) &&
                followup_is_workbook(name) == (workbooks == 1))
                load_file(&own, year, arena_printf(arena, "%s/%s", folder, name));
        }
    report_rivals(&own, year);
    free(claims.items);
}

/* Adds the name of what stands in to the files of its folder. */
static void add_stand_in(const struct loading *loading, const char *folder, struct names *files)
{
    const struct input_stand_in *stand_in = loading->project->stand_in;
    size_t size = strlen(folder);
    if (!stand_in || strncmp(stand_in->place, folder, size) != 0 || stand_in->place[size] != '/')
        return;
    names_add_new(files, stand_in->place + size + 1);
    names_sort(files);
}

/* Compares the answers of a year with each other and with those of the year before. */
static void compare_files(const struct loading *loading, struct followup_year *year)
{
    struct followup *followup = loading->followup;
    const struct followup_year *before = followup->before;
    if (!before || before->year != year->year - 1)
        before = followup_year(followup, year->year - 1);
    compare_year(followup, year, before, loading->diags);
}

static void load_year(const struct loading *loading, struct followup_year *year)
{
    struct followup *followup = loading->followup;
    struct arena *arena = arena_new();
    const char *folder = followup_folder(followup, year->year);
    const char *path = folder_join(arena, loading->project->folder, folder);
    struct names files = {0};
    bool is_inside = stays_inside(loading, path);
    if (is_inside)
        files = folder_list(path, followup_is_answers, arena, loading->diags);
    add_stand_in(loading, folder, &files);
    load_submissions(loading, year, folder, &files);
    if (is_inside && !loading->of_form)
        followup_report_unread(followup, year, path, loading->diags);
    if (!loading->of_form)
        compare_files(loading, year);
    if (!loading->of_form)
        followup_load_review(followup, year, loading->schema, loading->project, loading->diags);
    names_free(&files);
    arena_free(arena);
}

/* Returns a year without its answers. */
static struct followup_year year_of(const struct loading *loading, int year)
{
    const struct followup *followup = loading->followup;
    const char *number = arena_printf(followup->arena, "%04d", year);
    return (struct followup_year){
        .year = year,
        .deadline = followup_deadline(followup, year),
        .version = followup_version_of(followup, year),
        .is_certain = input_version_of_year(loading->project, number) != NULL,
    };
}

static void add_year(const struct loading *loading, int year, int first, int last)
{
    struct followup *followup = loading->followup;
    if (year < first || year > last || followup_year(followup, year))
        return;
    followup->years[followup->year_count++] = year_of(loading, year);
}

static int compare_years(const void *a, const void *b)
{
    const struct followup_year *left = a, *right = b;
    return (left->year > right->year) - (left->year < right->year);
}

/* Adds the folder of what stands in to the folders of years: it may not be there yet. */
static void add_stand_in_year(const struct loading *loading, struct names *folders,
                              struct arena *arena)
{
    const struct input_stand_in *stand_in = loading->project->stand_in;
    if (stand_in)
        names_add_new(folders, file_name(file_folder(stand_in->place, arena)));
}

/* Finds the years that the project follows up, and those that have a folder all the same. */
static void find_years(const struct loading *loading, int first, int last)
{
    struct followup *followup = loading->followup;
    struct arena *arena = arena_new();
    struct names folders =
        folder_list(folder_join(arena, loading->project->folder, followup->folder),
                    followup_is_year, arena, loading->diags);
    add_stand_in_year(loading, &folders, arena);
    followup->years = arena_array(followup->arena, followup->declared_count + folders.count,
                                  sizeof *followup->years);
    for (size_t i = 0; i < followup->declared_count; i++)
        add_year(loading, followup->declared[i].year, first, last);
    for (size_t i = 0; i < folders.count; i++)
        add_year(loading, followup_year_number(folders.items[i]), first, last);
    if (followup->year_count)
        qsort(followup->years, followup->year_count, sizeof *followup->years, compare_years);
    names_free(&folders);
    arena_free(arena);
}

/* Returns whether the folder of answers may be opened: a wrong name may lead anywhere. */
static bool check_folder_of(const struct input_project *project, struct diags *diags)
{
    const xmlNode *folder = followup_folder_element(project);
    if (!xml_is_sound(folder))
        return false;
    struct arena *arena = arena_new();
    const char *path = folder_join(arena, project->folder, xml_attribute(folder, "polku"));
    bool leads_out = file_leads_out(path, project->folder);
    if (leads_out)
        diag_add(diags, RULE_PROJECT_PATH, xml_attribute_place(folder, "polku"),
                 _("move the folder into the project's folder and name it from there"),
                 _("%s is a link that leads out of the project's folder"), path);
    arena_free(arena);
    return !leads_out;
}

/* Reports a project without a folder of answers, plan or register. */
static bool check_project(const struct input_project *project, struct diags *diags)
{
    const xmlNode *root = xmlDocGetRootElement(project->project->xml);
    const xmlNode *files = xml_child(root, "tiedostot");
    if (!followup_has(project))
        return diag_add(diags, RULE_FOLLOWUP_NONE, xml_place(files ? files : root),
                        _("add <seurantaKansio polku=\"seuranta\"/> as the last of the files"),
                        _("the project has no folder for the parties' answers"));
    if (!project->version_count || !project->parties)
        return diag_add(diags, RULE_FOLLOWUP_NONE, xml_place(followup_folder_element(project)),
                        _("name the plan (suunnitelmaTiedosto) and the register "
                          "(osapuoletTiedosto) in <tiedostot>"),
                        _("answers can't be followed up without a plan and a party register"));
    return check_folder_of(project, diags);
}

static struct followup *new_followup(const struct input_project *project)
{
    struct arena *arena = arena_new();
    struct followup *followup = arena_alloc(arena, sizeof *followup);
    followup->arena = arena;
    followup_read_folders(followup, project);
    return followup;
}

/* Reads the year before the first, whose faults are not asked for: answers are compared with it. */
static void load_before(const struct loading *loading, int year)
{
    struct followup *followup = loading->followup;
    struct diags *ignored = diags_new();
    struct loading quiet = *loading;
    struct arena *arena = arena_new();
    const char *folder = followup_folder(followup, year);
    const char *path = folder_join(arena, loading->project->folder, folder);
    struct names files = {0};
    quiet.diags = ignored;
    quiet.reads_before = true;
    if (file_is_folder(path) && stays_inside(&quiet, path))
        files = folder_list(path, followup_is_answers, arena, ignored);
    if (files.count) {
        followup->before = arena_alloc(followup->arena, sizeof *followup->before);
        *followup->before = year_of(loading, year);
        load_submissions(&quiet, followup->before, folder, &files);
    }
    names_free(&files);
    arena_free(arena);
    diags_free(ignored);
}

static void load_years(const struct loading *loading, int first, int last)
{
    find_years(loading, first, last);
    if (first && !loading->of_form)
        load_before(loading, first - 1);
    for (size_t i = 0; i < loading->followup->year_count; i++)
        load_year(loading, &loading->followup->years[i]);
}

const char *followup_party_named(const struct input_project *project, const char *name,
                                 struct arena *arena)
{
    struct followup *followup = new_followup(project);
    followup_read_plan(followup, project);
    ptrdiff_t party = followup_party_of_file(followup, name);
    const char *id = party == LOOKUP_NONE ? NULL : arena_strdup(arena, followup->parties[party].id);
    followup_free(followup);
    return id;
}

void followup_check_form(const struct schema *schema, const struct input_project *project,
                         int first, int last, struct diags *diags, struct names *files,
                         struct arena *arena)
{
    struct followup *followup = new_followup(project);
    struct names made = {0};
    const struct loading loading = {.schema = schema,
                                    .followup = followup,
                                    .project = project,
                                    .of_form = files,
                                    .of_form_arena = arena,
                                    .made = &made,
                                    .diags = diags};
    if (check_folder_of(project, diags))
        load_years(&loading, first, last);
    names_free(&made);
    followup_free(followup);
}

struct followup *followup_load(const struct schema *schema, const struct input_project *project,
                               int first, int last, struct diags *diags)
{
    if (!check_project(project, diags))
        return NULL;
    struct followup *followup = new_followup(project);
    followup_read_plan(followup, project);
    struct names made = {0};
    const struct loading loading = {.schema = schema,
                                    .followup = followup,
                                    .project = project,
                                    .made = &made,
                                    .people = rules_people_new(diags),
                                    .diags = diags};
    load_years(&loading, first, last);
    rules_people_free(loading.people);
    followup_report_strays(followup, project, diags);
    names_free(&made);
    return followup;
}

void followup_free(struct followup *followup)
{
    if (!followup)
        return;
    for (size_t i = 0; i < followup->year_count; i++)
        if (followup->years[i].review)
            xmlFreeDoc(followup->years[i].review);
    xmlHashFree(followup->called, NULL);
    arena_free(followup->arena); /* the follow-up lives in it */
}

bool followup_has_year(const struct followup *followup, int year)
{
    return followup_deadline(followup, year) != NULL;
}

size_t followup_year_count(const struct followup *followup)
{
    return followup->year_count;
}

int followup_year_at(const struct followup *followup, size_t index)
{
    return followup->years[index].year;
}

size_t followup_party_count(const struct followup *followup)
{
    return followup->party_count;
}

const char *followup_party_id(const struct followup *followup, size_t index)
{
    return followup->parties[index].id;
}

ptrdiff_t followup_find_party(const struct followup *followup, const char *id)
{
    return lookup_find(&followup->party_index, id);
}

struct followup_party followup_party_at(const struct followup *followup, int year, size_t index)
{
    const struct followup_submission *submission =
        &followup_year(followup, year)->submissions[index];
    return (struct followup_party){.id = followup->parties[index].id,
                                   .file = submission->file,
                                   .unread = submission->unread,
                                   .state = submission->state,
                                   .is_asked = followup_asks(followup, year, index)};
}
