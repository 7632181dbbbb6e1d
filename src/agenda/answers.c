#include "agenda/agenda.h"

#include "agenda/plans.h"
#include "agenda/rows.h"
#include "base/memory.h"
#include "base/message.h"
#include "input/input.h"

#include <stdlib.h>
#include <string.h>

/* The papers in hand and the answers that they need. */
struct needing {
    const struct agenda *agenda;
    const size_t *papers; /* indices into the agenda */
    size_t count;
    const struct followup *followup; /* NULL when the project has none */
};

static int year_of(const struct agenda_paper *paper)
{
    return paper->year ? (int)strtol(paper->year, NULL, 10) : 0;
}

int agenda_last_year(const struct agenda *agenda, const size_t *papers, size_t count)
{
    int last = 0;
    for (size_t i = 0; i < count; i++) {
        int year = year_of(&agenda->papers[papers[i]]);
        last = year > last ? year : last;
    }
    return last;
}

static bool is_about(const struct needing *needing, int year)
{
    for (size_t i = 0; i < needing->count; i++)
        if (year_of(&needing->agenda->papers[needing->papers[i]]) == year)
            return true;
    return false;
}

static bool has_answers(const struct followup *followup, int year)
{
    for (size_t i = 0; i < followup_party_count(followup); i++) {
        struct followup_party party = followup_party_at(followup, year, i);
        if (party.file && party.is_asked)
            return true;
    }
    return false;
}

/* Returns whether the answers of a year were read, be there any or none. */
static bool is_read(const struct needing *needing, int year)
{
    const struct followup *followup = needing->followup;
    for (size_t i = 0; followup && i < followup_year_count(followup); i++)
        if (followup_year_at(followup, i) == year)
            return true;
    return false;
}

static bool is_answered(const struct needing *needing, int year)
{
    return is_read(needing, year) && has_answers(needing->followup, year);
}

static xmlNodePtr find_paper(const struct agenda *agenda, const char *id)
{
    const xmlNode *project = xml_child(xmlDocGetRootElement(agenda->data), "hanke");
    xmlNodePtr found = xml_child(xml_child(project, "paperit"), "paperi");
    while (found && !xml_has(found, "tunnus", id))
        found = xml_next(found, "paperi");
    return found;
}

/* Reports once, for all papers, that the folder of answers is not there: a wrong name may be why.
 */
static void tell_no_folder(const struct needing *needing, struct diags *diags)
{
    diag_add_as(diags, DIAG_WARNING, RULE_PAPER_ANSWERS, followup_folder_place(needing->followup),
                _("check the name; pykala new seuranta makes the folder, with the forms"), "%s",
                _("there is no folder of that name, so that nobody's answers are read"));
}

/* Reports a paper of a year that nobody has answered yet, which says so. */
static void tell_unanswered(const struct needing *needing, const struct agenda_paper *paper,
                            struct diags *diags)
{
    diag_add_as(diags, DIAG_WARNING, RULE_PAPER_ANSWERS,
                agenda_place(find_paper(needing->agenda, paper->id)),
                _("the paper is made and says so; make it again when there are answers"),
                _("nobody has answered for the year %s yet: there are no files in %s"), paper->year,
                followup_folder(needing->followup, year_of(paper)));
}

static void report(const struct needing *needing, const struct agenda_paper *paper,
                   struct diags *diags)
{
    struct diag_place place = agenda_place(find_paper(needing->agenda, paper->id));
    if (needing->followup)
        diag_add(diags, RULE_PAPER_ANSWERS, place,
                 _("add the year to <seurantavuodet>, or leave the paper out"),
                 _("the project doesn't follow up the year %s"), paper->year);
    else
        diag_add(diags, RULE_PAPER_ANSWERS, place,
                 _("name the folder in <tiedostot>: <seurantaKansio polku=\"seuranta\"/>"),
                 _("this paper is made of answers, and the project has no folder of answers"));
}

/* Each kind of paper comes once a party and is reported once: more kinds nobody reads. */
enum { TOLD_MOST = 10000 };

size_t agenda_take_answered(const struct agenda *agenda, size_t *papers, size_t count,
                            const struct followup *followup, struct diags *diags)
{
    const struct needing needing = {.agenda = agenda, .followup = followup};
    size_t taken = 0, told = 0;
    for (size_t i = 0; i < count; i++) {
        const struct agenda_paper *paper = &agenda->papers[papers[i]];
        int year = year_of(paper);
        bool is_taken = !paper->year || is_read(&needing, year);
        bool is_blank = paper->year && is_taken && !is_answered(&needing, year);
        if (is_blank && !followup_has_folder(followup))
            tell_no_folder(&needing, diags);
        else if (is_blank && told++ < TOLD_MOST)
            tell_unanswered(&needing, paper, diags);
        if (is_taken)
            papers[taken++] = papers[i];
        else if (told++ < TOLD_MOST)
            report(&needing, paper, diags);
    }
    return taken;
}

/* Returns whether papers need a year's summary: a paper shows what has changed from the year
 * before. */
static bool is_needed(const struct needing *needing, int year)
{
    return is_about(needing, year) || (is_about(needing, year + 1) && is_answered(needing, year));
}

void agenda_add_answers(struct agenda *agenda, const size_t *papers, size_t count,
                        const struct followup *followup)
{
    struct needing needing = {
        .agenda = agenda, .papers = papers, .count = count, .followup = followup};
    agenda->rows = agenda_rows_new();
    for (size_t i = 0; followup && i < followup_year_count(followup); i++) {
        int year = followup_year_at(followup, i);
        if (!is_needed(&needing, year))
            continue;
        xmlNodePtr summary = followup_tree(followup, year, true, agenda->data);
        if (!xmlAddChild(xmlDocGetRootElement(agenda->data), summary))
            memory_exhausted();
        agenda_rows_add(agenda->rows, summary);
    }
    agenda_plans_number(agenda->plans, agenda->data);
}
