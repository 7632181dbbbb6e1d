/* Reads the plan's versions, the register and the follow-up years into plain structs. */
#include "base/blank.h"
#include "base/file.h"
#include "followup/followup_private.h"

#include <limits.h>
#include <string.h>

/* The last year of one that is no party at any time. */
enum { NEVER = -1 };

const struct followup_kind_names followup_kinds[KINDS] = {
    [KIND_YES_NO] = {"kyllaEi", "kyllaEi"},        [KIND_DONE] = {"tehtyEiTehty", "tehtyEiTehty"},
    [KIND_COUNT] = {"lukumaara", "lukumaara"},     [KIND_SHARE] = {"osuus", "osuus"},
    [KIND_VALUE] = {"mittausarvo", "mittausarvo"}, [KIND_TEXT] = {"teksti", "tekstivastaus"},
};

const char *const followup_statuses[STATUSES] = {
    "eiRaportoitu", "eiAloitettu", "kaynnissa", "toteutunut", "keskeytynyt", "eiKysytty",
};

const char *const followup_words[WORDS] = {
    "eiRaportoitu", "kylla", "ei", "tehty", "eiTehty", "kesken", "arvo", "teksti", "eiKoske",
};

const char *const followup_statuses_said[STATUSES] = {
    [STATUS_NOT_STARTED] = "ei aloitettu",
    [STATUS_UNDER_WAY] = "käynnissä",
    [STATUS_DONE] = "toteutunut",
    [STATUS_HALTED] = "keskeytynyt",
};

const char *const followup_words_said[WORDS] = {
    [WORD_YES] = "kyllä",          [WORD_NO] = "ei",
    [WORD_DONE] = "tehty",         [WORD_NOT_DONE] = "ei tehty",
    [WORD_IN_PROGRESS] = "kesken", [WORD_NOT_APPLICABLE] = "ei koske",
};

bool followup_kind_is_number(enum followup_kind kind)
{
    return kind == KIND_COUNT || kind == KIND_SHARE || kind == KIND_VALUE;
}

const char *followup_kind_name(enum followup_kind kind)
{
    return followup_kinds[kind].name;
}

static xmlNodePtr root_of(const struct input_document *document)
{
    return document ? xmlDocGetRootElement(document->xml) : NULL;
}

static size_t count_children(const xmlNode *parent, const char *name)
{
    size_t count = 0;
    for (xmlNodePtr child = xml_child(parent, name); child; child = xml_next(child, name))
        count++;
    return count;
}

static bool equal(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

static bool mark_named(const struct followup *followup, const char *word, size_t size, bool *marks)
{
    bool names_any = false;
    for (size_t i = 0; i < followup->party_count; i++) {
        const struct followup_register_party *party = &followup->parties[i];
        bool is_named = input_word_names(word, size, party->id, party->kind);
        marks[i] = marks[i] || is_named;
        names_any = names_any || is_named;
    }
    return names_any;
}

/* Returns whether each word of the list names a party. */
static bool mark_listed(const struct followup *followup, const char *list, bool *marks)
{
    bool name_all = true;
    size_t size = 0;
    for (list = blank_word(list, &size); list; list = blank_word(list + size, &size))
        name_all = mark_named(followup, list, size, marks) && name_all;
    return name_all;
}

static bool *new_marks(const struct followup *followup)
{
    return arena_array(followup->arena, followup->party_count, sizeof(bool));
}

/* Notes the years at whose end a party is one of the agreement's. */
static void read_term(const struct input_term *term, struct followup_register_party *party)
{
    party->first_year = followup_year_number(*term->begins ? term->begins : NULL);
    party->last_year = INT_MAX;
    if (*term->ends)
        party->last_year =
            followup_year_number(term->ends) - (strcmp(term->ends + 4, "-12-31") != 0);
    if (!term->is_party)
        party->last_year = NEVER;
}

static void read_party(const struct followup *followup, const xmlNode *node,
                       struct followup_register_party *party)
{
    party->id = followup_field(node, "tunnus", followup->arena);
    party->kind = followup_field(node, "laji", followup->arena);
    party->name =
        followup_text(xml_child(xml_child(node, "nimimuodot"), "nominatiivi"), followup->arena);
}

static void read_parties(struct followup *followup, const xmlNode *root,
                         const struct input_bound *bound)
{
    followup->party_count = count_children(root, "osapuoli");
    followup->parties =
        arena_array(followup->arena, followup->party_count, sizeof *followup->parties);
    struct followup_register_party *party = followup->parties;
    for (xmlNodePtr node = xml_child(root, "osapuoli"); node;
         node = xml_next(node, "osapuoli"), party++) {
        const struct input_term term = input_bound_term(bound, node);
        read_party(followup, node, party);
        read_term(&term, party);
    }
    followup->party_index = lookup_new(followup->parties, followup->party_count,
                                       sizeof *followup->parties, followup->arena);
}

/* Marks the parties that a measure names, all when it names none; and those that name an officer
 * for each measure (vastaavat). */
static void read_responsible(const struct followup *followup, const xmlNode *node,
                             struct followup_measure *measure)
{
    const xmlNode *all = xml_child(node, "vastuutahot");
    bool names_any = false;
    measure->responsible = new_marks(followup);
    for (xmlNodePtr one = xml_child(all, "vastuutaho"); one; one = xml_next(one, "vastuutaho")) {
        const char *list = followup_field(one, "osapuolet", followup->arena);
        if (list)
            mark_listed(followup, list, measure->responsible);
        names_any = names_any || list;
    }
    if (!names_any)
        mark_listed(followup, "kaikki", measure->responsible);
    const char *officers = followup_field(node->parent, "vastaavat", followup->arena);
    if (officers)
        mark_listed(followup, officers, measure->responsible);
}

static void read_target(const struct followup *followup, const xmlNode *node,
                        struct followup_indicator *indicator)
{
    const xmlNode *target = xml_child(node, "tavoitearvo");
    indicator->greatest = decimal_read(followup_field(node, "suurinMahdollinen", followup->arena));
    indicator->least = decimal_read(followup_field(node, "pieninMahdollinen", followup->arena));
    indicator->low = decimal_read(followup_field(target, "alaraja", followup->arena));
    indicator->high = decimal_read(followup_field(target, "ylaraja", followup->arena));
    indicator->is_for_term = equal(followup_field(target, "jakso", followup->arena), "kausi");
    bool can_be_negative = indicator->low.value < 0 || indicator->high.value < 0;
    if (!indicator->least.is_given && !can_be_negative)
        indicator->least.is_given = true; /* zero */
}

static void read_expected(const struct followup *followup, const xmlNode *node,
                          struct followup_indicator *indicator)
{
    const char *list = followup_field(node, "osapuolet", followup->arena);
    indicator->is_regional = equal(followup_field(node, "taso", followup->arena), "alue");
    indicator->expected = new_marks(followup);
    indicator->reporter = LOOKUP_NONE;
    if (indicator->is_regional) {
        list = followup_field(node, "raportoija", followup->arena);
        indicator->reporter = lookup_find(&followup->party_index, list);
    }
    indicator->expects_unknown =
        !mark_listed(followup, list ? list : "kaikki", indicator->expected);
}

static enum followup_kind read_kind(const char *name)
{
    for (size_t i = 0; i < KINDS; i++)
        if (equal(followup_kinds[i].name, name))
            return (enum followup_kind)i;
    return KIND_TEXT;
}

static void read_indicator(const struct followup *followup, const xmlNode *node, size_t measure,
                           struct followup_indicator *indicator)
{
    indicator->id = followup_field(node, "tunnus", followup->arena);
    indicator->question = followup_text(xml_child(node, "kysymys"), followup->arena);
    indicator->source = followup_text(xml_child(node, "lahde"), followup->arena);
    indicator->unit = followup_field(node, "yksikko", followup->arena);
    indicator->presupposed = followup_field(node, "edellyttaa", followup->arena);
    indicator->deadline = followup_field(node, "maaraaika", followup->arena);
    indicator->kind = read_kind(followup_field(node, "laji", followup->arena));
    indicator->measure = measure;
    read_target(followup, node, indicator);
    read_expected(followup, node, indicator);
}

/* What holds a measure's indicators: those of the plan, and what the follow-up asks beside them. */
static const char *const holders[] = {"mittarit", "seurantakysymykset"};
enum { HOLDERS = sizeof holders / sizeof *holders };

static size_t count_indicators(const xmlNode *measures)
{
    size_t count = 0;
    for (xmlNodePtr node = xml_child(measures, "toimenpide"); node;
         node = xml_next(node, "toimenpide"))
        for (size_t i = 0; i < HOLDERS; i++)
            count += count_children(xml_child(node, holders[i]), "mittari");
    return count;
}

static void read_indicators(const struct followup *followup, const xmlNode *all, size_t measure,
                            struct followup_version *version)
{
    for (xmlNodePtr one = xml_child(all, "mittari"); one; one = xml_next(one, "mittari"))
        read_indicator(followup, one, measure, &version->indicators[version->indicator_count++]);
}

static void read_measure(const struct followup *followup, const xmlNode *node, size_t index,
                         struct followup_version *version)
{
    struct followup_measure *measure = &version->measures[index];
    measure->id = followup_field(node, "tunnus", followup->arena);
    measure->number = followup_field(node, "numero", followup->arena);
    measure->name = followup_text(xml_child(node, "nimi"), followup->arena);
    measure->status_reporter = lookup_find(
        &followup->party_index, followup_field(node, "tilanRaportoija", followup->arena));
    read_responsible(followup, node, measure);
    for (size_t i = 0; i < HOLDERS; i++)
        read_indicators(followup, xml_child(node, holders[i]), index, version);
}

static void read_measures(const struct followup *followup, const xmlNode *measures,
                          struct followup_version *version)
{
    struct arena *arena = followup->arena;
    version->measure_count = count_children(measures, "toimenpide");
    version->measures = arena_array(arena, version->measure_count, sizeof *version->measures);
    version->indicators =
        arena_array(arena, count_indicators(measures), sizeof *version->indicators);
    size_t index = 0;
    for (xmlNodePtr node = xml_child(measures, "toimenpide"); node;
         node = xml_next(node, "toimenpide"))
        read_measure(followup, node, index++, version);
    version->measure_index =
        lookup_new(version->measures, version->measure_count, sizeof *version->measures, arena);
    version->indicator_index = lookup_new(version->indicators, version->indicator_count,
                                          sizeof *version->indicators, arena);
}

static void read_version(const struct followup *followup, const struct input_version *input,
                         struct followup_version *version)
{
    struct arena *arena = followup->arena;
    const xmlNode *plan = root_of(input->document);
    version->plan = followup_field(plan, "tunnus", arena);
    version->name = followup_field(plan, "versio", arena);
    version->begins = arena_strdup(arena, input->begins);
    version->first_year = followup_year_number(input->begins);
    version->term_begins = followup_year_number(followup_field(plan, "kausiAlkaa", arena));
    version->term_ends = followup_year_number(followup_field(plan, "kausiPaattyy", arena));
    read_measures(followup, xml_child(plan, "toimenpiteet"), version);
}

static void read_versions(struct followup *followup, const struct input_project *project)
{
    followup->version_count = project->version_count;
    followup->versions =
        arena_array(followup->arena, followup->version_count, sizeof *followup->versions);
    for (size_t i = 0; i < followup->version_count; i++) {
        followup->versions[i].index = i;
        read_version(followup, &project->versions[i], &followup->versions[i]);
    }
    followup_link_versions(followup);
}

static void read_years(struct followup *followup, const xmlNode *years)
{
    followup->declared_count = count_children(years, "seurantavuosi");
    followup->declared =
        arena_array(followup->arena, followup->declared_count, sizeof *followup->declared);
    struct followup_year *year = followup->declared;
    for (xmlNodePtr node = xml_child(years, "seurantavuosi"); node;
         node = xml_next(node, "seurantavuosi"), year++) {
        year->year = followup_year_number(followup_field(node, "vuosi", followup->arena));
        year->deadline = followup_field(node, "maaraaika", followup->arena);
    }
}

const xmlNode *followup_folder_element(const struct input_project *project)
{
    return xml_child(xml_child(root_of(project->project), "tiedostot"), "seurantaKansio");
}

bool followup_has(const struct input_project *project)
{
    return followup_folder_element(project) != NULL;
}

void followup_read_folders(struct followup *followup, const struct input_project *project)
{
    const xmlNode *folder = followup_folder_element(project);
    if (folder) {
        followup->folder = followup_field(folder, "polku", followup->arena);
        followup->folder_place =
            diag_place_copy(followup->arena, xml_attribute_place(folder, "polku"));
        followup->has_folder = file_is_folder(
            arena_printf(followup->arena, "%s/%s", project->folder, followup->folder));
    }
    read_years(followup, xml_child(root_of(project->project), "seurantavuodet"));
}

/* Returns whom to ask, in words; NULL where the project doesn't say. */
static const char *read_contact(const struct followup *followup, const xmlNode *contact)
{
    static const char *const parts[] = {"organisaatio", "sahkoposti", "puhelin", "verkkoOsoite"};
    const char *words = NULL;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *part = followup_filled(contact, parts[i], followup->arena);
        if (part)
            words = words ? arena_printf(followup->arena, "%s, %s", words, part) : part;
    }
    return words;
}

void followup_read_plan(struct followup *followup, const struct input_project *project)
{
    const xmlNode *root = root_of(project->project);
    followup->project = followup_field(root, "tunnus", followup->arena);
    followup->contact = read_contact(followup, xml_child(root, "yhteystiedot"));
    followup->is_example = equal(followup_field(root, "esimerkki", followup->arena), "true");
    struct input_bound *bound = input_bound_new(project->agreement);
    read_parties(followup, root_of(project->parties), bound);
    input_bound_free(bound);
    followup_read_names(followup, root_of(project->parties));
    read_versions(followup, project);
}

bool followup_has_folder(const struct followup *followup)
{
    return followup->has_folder;
}

struct diag_place followup_folder_place(const struct followup *followup)
{
    return followup->folder_place;
}

bool followup_is_bound(const struct followup *followup, int year, size_t party)
{
    const struct followup_register_party *own = &followup->parties[party];
    return own->first_year <= year && year <= own->last_year;
}

bool followup_expects(const struct followup *followup, int year, size_t party,
                      const struct followup_indicator *indicator)
{
    bool is_outside = followup->parties[party].last_year == NEVER;
    return indicator->expected[party] &&
           (followup_is_bound(followup, year, party) || (is_outside && indicator->is_regional));
}

bool followup_asks(const struct followup *followup, int year, size_t index)
{
    const struct followup_version *version = followup_version_of(followup, year);
    bool is_asked = followup_is_bound(followup, year, index);
    for (size_t i = 0; i < version->indicator_count && !is_asked; i++)
        is_asked = followup_expects(followup, year, index, &version->indicators[i]);
    return is_asked;
}

const char *followup_deadline(const struct followup *followup, int year)
{
    for (size_t i = 0; i < followup->declared_count; i++)
        if (followup->declared[i].year == year)
            return followup->declared[i].deadline;
    return NULL;
}

const struct followup_year *followup_year(const struct followup *followup, int year)
{
    for (size_t i = 0; i < followup->year_count; i++)
        if (followup->years[i].year == year)
            return &followup->years[i];
    return NULL;
}

const char *followup_folder(const struct followup *followup, int year)
{
    return arena_printf(followup->arena, "%s/%04d", followup->folder, year);
}
