#include "followup/book.h"

#include "followup/followup_private.h"

const char *const book_columns[BOOK_COLUMNS] = {
    [BOOK_KEY] = "#tunnus",        [BOOK_NUMBER] = "#numero",      [BOOK_QUESTION] = "#kysymys",
    [BOOK_TARGET] = "#tavoite",    [BOOK_PREVIOUS] = "#edellinen", [BOOK_ANSWER] = "#vastaus",
    [BOOK_UNIT] = "#yksikko",      [BOOK_DATE] = "#paivays",       [BOOK_SOURCE] = "#lahde",
    [BOOK_YEAR] = "#tilastovuosi", [BOOK_REMARK] = "#huomautus",   [BOOK_SECRET] = "#ei-julkinen",
    [BOOK_REASON] = "#ei-koske",
};

const char *const book_proposal_parts[BOOK_PROPOSAL_PARTS] = {
    "toimenpide", "kohde", "nykyinenTeksti", "ehdotettuTeksti", "perustelut",
};

struct book_facts book_facts(const struct followup *followup, int year, size_t party,
                             struct arena *arena)
{
    const struct followup_version *version = followup_version_of(followup, year);
    struct book_measure *measures = arena_array(arena, version->measure_count, sizeof *measures);
    for (size_t i = 0; i < version->measure_count; i++) {
        const struct followup_measure *measure = &version->measures[i];
        measures[i] = (struct book_measure){measure->id, measure->number, measure->name};
    }
    return (struct book_facts){
        .project = followup->project,
        .party = followup->parties[party].id,
        .plan = version->plan,
        .version = version->name ? version->name : "",
        .year = arena_printf(arena, "%04d", year),
        .party_name = followup->parties[party].name,
        .deadline = followup_deadline(followup, year),
        .contact = followup->contact,
        .measures = measures,
        .measure_count = version->measure_count,
    };
}
