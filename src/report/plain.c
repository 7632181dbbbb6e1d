#include "report/plain.h"

#include "base/blank.h"
#include "base/message.h"
#include "report/facts.h"

#include <string.h>

/* The parts of a file of answers as people call them. */
static const struct {
    const char *name, *words;
} parts[] = {
    {"paivays", N_("the date")},
    {"asti", N_("the last day")},
    {"arvo", N_("the answer")},
    {"vuosi", N_("the year")},
    {"osapuoli", N_("the party")},
    {"suunnitelma", N_("the plan")},
    {"versio", N_("the version of the plan")},
    {"yksikko", N_("the unit")},
    {"lahde", N_("the source")},
    {"tilastovuosi", N_("the year of the statistic")},
    {"mittari", N_("the identifier of the question")},
    {"toimenpide", N_("the identifier of the measure")},
    {"tehtava", N_("the post")},
    {"vastuuhenkilo", N_("the officer responsible")},
    {"tekstivastaus", N_("the answer in words")},
    {"eiKoske", N_("why it does not concern the party")},
    {"huomautus", N_("the remark")},
};

static const char *words_of(struct diag_text name)
{
    for (size_t i = 0; name.text && i < sizeof parts / sizeof *parts; i++)
        if (strlen(parts[i].name) == name.size && strncmp(parts[i].name, name.text, name.size) == 0)
            return _(parts[i].words);
    return NULL;
}

/* Returns the part of the file that a diagnostic is about, or NULL. */
static const char *part_of(const struct diag_field *field)
{
    return words_of(field->attribute.text ? field->attribute : field->element);
}

/* Returns what stands in a field, in the arena; NULL when it is blank or too long to be shown. */
static const char *written(struct diag_text value, struct arena *arena)
{
    enum { MOST_SHOWN = 60 };
    size_t size;
    const char *text = value.text ? arena_strndup(arena, value.text, value.size) : "";
    const char *trimmed = blank_trim(text, &size);
    return size && size <= MOST_SHOWN ? arena_strndup(arena, trimmed, size) : NULL;
}

static bool is_written_there(const struct diag *diag)
{
    const struct diag_edit *edit = diag->edits;
    return edit && !edit->next && *edit->text && edit->place.line == diag->place.line &&
           edit->place.column == diag->place.column;
}

/* Returns "the date is written 9.11.2026; write 2026-11-09", where a fault of form can be said so.
 */
static const char *of_form(const struct diag *diag, struct arena *arena)
{
    const char *part = part_of(&diag->place.field);
    const char *value = written(diag->place.field.value, arena);
    if (diag->rule != RULE_XSD_TYPE || !part)
        return NULL;
    if (!value)
        return arena_printf(arena, _("%s is blank"), part);
    if (is_written_there(diag))
        return arena_printf(arena, _("%s is written %s; write %s"), part, value, diag->edits->text);
    return arena_printf(arena, _("%s is written %s"), part, value);
}

/* Returns the text after the ids with which the messages of the follow-up begin. */
static const char *without_ids(const struct receipt *receipt, const char *message)
{
    const char *party = receipt->answers ? receipt->answers->party : NULL;
    size_t size = party ? strlen(party) : 0;
    const char *end = strstr(message, ": ");
    bool has_ids = size && end && strncmp(message, party, size) == 0 &&
                   (message[size] == ':' || message[size] == ',');
    return has_ids ? end + 2 : message;
}

/* Returns the question at a place, or NULL. */
static const char *subject_at(const struct report_answers *answers, const struct diag_place *place)
{
    const char *words = NULL;
    for (size_t i = 0; answers && i < answers->subject_count; i++) {
        const struct report_subject *one = &answers->subjects[i];
        if (one->line > place->line || (one->line == place->line && one->column > place->column))
            break;
        words = one->words;
    }
    return words;
}

struct plain plain_of(const struct receipt *receipt, const struct diag *diag, struct arena *arena)
{
    struct plain plain = {.subject = subject_at(receipt->answers, &diag->place),
                          .words = of_form(diag, arena),
                          .advice = diag->hint};
    if (!plain.words)
        plain.words = without_ids(receipt, diag->message);
    else if (is_written_there(diag))
        plain.advice = NULL;
    if (diag->place.cell) /* where whoever has filled in the workbook finds it */
        plain.words = arena_printf(arena, "%s (%s)", plain.words, facts_place(diag, arena));
    return plain;
}
