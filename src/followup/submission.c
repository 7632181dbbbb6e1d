/* What the schema says of a file of answers, in the words of the follow-up: which measure and
 * question it is about, and what the register, which the schema doesn't know, says was meant. */
#include "base/file.h"
#include "base/message.h"
#include "followup/check.h"

#include <string.h>

/* A stretch of a file that is about a measure, or about one of its questions. */
struct part {
    struct diag_place place;
    const char *measure, *indicator; /* ids, NULL where they are missing */
    bool is_answer;
};

struct parts {
    struct part *items; /* in the order of the file, a measure before its answers */
    size_t count;
};

static size_t count_parts(const xmlNode *root)
{
    size_t count = 0;
    for (xmlNodePtr measure = xml_child(root, "toimenpideseuranta"); measure;
         measure = xml_next(measure, "toimenpideseuranta")) {
        count++;
        for (xmlNodePtr one = xml_child(measure, "vastaus"); one; one = xml_next(one, "vastaus"))
            count++;
    }
    return count;
}

static struct parts find_parts(const xmlNode *root, struct arena *arena)
{
    struct parts parts = {.items = arena_array(arena, count_parts(root), sizeof *parts.items)};
    for (xmlNodePtr measure = xml_child(root, "toimenpideseuranta"); measure;
         measure = xml_next(measure, "toimenpideseuranta")) {
        const char *id = followup_filled(measure, "toimenpide", arena);
        parts.items[parts.count++] = (struct part){.place = xml_extent(measure), .measure = id};
        for (xmlNodePtr one = xml_child(measure, "vastaus"); one; one = xml_next(one, "vastaus"))
            parts.items[parts.count++] =
                (struct part){xml_extent(one), id, followup_filled(one, "mittari", arena), true};
    }
    return parts;
}

static bool is_before(int line, int column, int other_line, int other_column)
{
    return line < other_line || (line == other_line && column < other_column);
}

/* Returns whether a place is in a part. */
static bool holds(const struct part *part, const struct diag_place *place)
{
    return !is_before(place->line, place->column, part->place.line, part->place.column) &&
           is_before(place->line, place->column, part->place.end_line, part->place.end_column);
}

/* Returns the innermost part that holds a place; NULL for none. */
static const struct part *part_at(const struct parts *parts, const struct diag_place *place)
{
    size_t low = 0, high = parts->count; /* the parts before low begin at the place or before it */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct diag_place *begin = &parts->items[middle].place;
        if (is_before(place->line, place->column, begin->line, begin->column))
            high = middle;
        else
            low = middle + 1;
    }
    while (low && !holds(&parts->items[low - 1], place)) {
        if (!parts->items[low - 1].is_answer)
            return NULL; /* after the end of the last measure that begins before it */
        low--;
    }
    return low ? &parts->items[low - 1] : NULL;
}

/* Returns a message that begins with the party, measure and indicator, as those of rules do. */
static const char *with_subject(const char *party, const struct part *part, const char *message,
                                struct arena *arena)
{
    if (!party || !part || !part->measure)
        return message;
    const char *subject = part->indicator
                              ? arena_printf(arena, _("%s, measure %s, indicator %s"), party,
                                             part->measure, part->indicator)
                              : arena_printf(arena, _("%s, measure %s"), party, part->measure);
    return arena_printf(arena, "%s: %s", subject, message);
}

static bool is_field(const struct diag_text *text, const char *name)
{
    return text->text && text->size == strlen(name) && memcmp(text->text, name, text->size) == 0;
}

/* Returns what to do with a blank that may be deleted instead of filled in; NULL for another place.
 */
static const char *hint_blank(const struct diag *diag, const struct part *part)
{
    const struct diag_field *field = &diag->place.field;
    if (diag->rule != RULE_XSD_TYPE || !part || field->value.size)
        return NULL;
    if (part->is_answer)
        return _("If the question can't be answered, delete the whole <vastaus>.");
    return is_field(&field->element, "tila")
               ? _("If the status isn't known, delete the whole <tila>.")
               : NULL;
}

/* Returns the id of the party that a wrong osapuoli of the file means, by the names of the register
 * or of the file; NULL when that isn't known or the place is another. */
static const char *party_meant(const struct followup *followup, const struct diag *diag,
                               const char *written, const char *file)
{
    const struct diag_field *field = &diag->place.field;
    if (diag->rule != RULE_XSD_TYPE || !is_field(&field->attribute, "osapuoli") ||
        !is_field(&field->element, "seurantatiedot"))
        return NULL;
    ptrdiff_t party = followup_party_called(followup, written);
    if (party == LOOKUP_NONE)
        party = followup_party_of_file(followup, file);
    return party == LOOKUP_NONE ? NULL : followup->parties[party].id;
}

static void add_fault(const struct followup *followup, const struct input_document *document,
                      const struct parts *parts, const struct diag *diag, struct diags *diags)
{
    struct arena *arena = arena_new();
    struct diag changed = *diag;
    const char *party = followup_filled(xmlDocGetRootElement(document->xml), "osapuoli", arena);
    const struct part *part = part_at(parts, &diag->place);
    const char *blank = hint_blank(diag, part);
    const char *meant = party_meant(followup, diag, party, file_name(document->path));
    struct diag_edit edit = {.place = diag->place, .text = meant};
    changed.message = with_subject(party, part, diag->message, arena);
    if (blank)
        changed.hint = diag->hint ? arena_printf(arena, "%s. %s", diag->hint, blank) : blank;
    if (meant) {
        changed.hint = arena_printf(arena, _("did you mean %s?"), meant);
        changed.edits = &edit;
        changed.is_certain = false;
    } else if (diag->rule == RULE_XSD_TYPE && is_field(&diag->place.field.attribute, "osapuoli")) {
        changed.edits = NULL; /* another id than one of the register's would be rejected again */
        changed.hint = NULL;
        changed.is_certain = false;
    }
    diag_copy(diags, &changed, NULL);
    arena_free(arena);
}

static bool is_of_schema(const struct diag *diag)
{
    return strncmp(rule_info(diag->rule)->id, "xsd", 3) == 0;
}

void followup_add_faults(const struct followup *followup, const struct input_document *document,
                         const struct diags *faults, struct diags *diags)
{
    struct arena *arena = arena_new();
    const struct parts parts = find_parts(xmlDocGetRootElement(document->xml), arena);
    for (size_t i = 0; i < diags_count(faults); i++) {
        const struct diag *diag = diags_at(faults, i);
        if (is_of_schema(diag))
            add_fault(followup, document, &parts, diag, diags);
        else
            diag_copy(diags, diag, NULL);
    }
    arena_free(arena);
}
