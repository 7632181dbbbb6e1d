#include "base/memory.h"
#include "base/message.h"
#include "xml/recovery.h"

#include <libxml/parser.h>

#include <stdlib.h>
#include <string.h>

enum { MOST_EDITS = 200 }; /* reported of one fault */

struct recovery *recovery_new(const struct source *source, struct models *models)
{
    struct recovery *recovery = memory_new(1, sizeof *recovery);
    recovery->source = source;
    recovery->bytes = source->bytes.data;
    recovery->size = source->bytes.size;
    recovery->models = models;
    recovery->arena = arena_new();
    recovery->names = xmlDictCreate();
    if (!recovery->names)
        memory_exhausted();
    tokenizer_run(recovery);
    return recovery;
}

void recovery_free(struct recovery *recovery)
{
    if (!recovery)
        return;
    xmlDictFree(recovery->names);
    free(recovery->tokens);
    free(recovery->attributes);
    free(recovery->open);
    free(recovery->faults);
    free(recovery->edits);
    arena_free(recovery->arena);
    free(recovery);
}

bool recovery_keeps_limits(const struct recovery *recovery, struct diags *diags)
{
    if (!recovery->is_over_limit)
        return true;
    struct diag_place place = source_place(recovery->source, recovery->limit_at);
    if (recovery->limit == RULE_XML_ATTRIBUTES)
        return diag_add(diags, RULE_XML_ATTRIBUTES, place, NULL,
                        _("an element has more than %d attributes"), SOURCE_ATTRIBUTES);
    return diag_add(diags, RULE_XML_LENGTH, place, NULL,
                    _("a text, tag or comment is longer than %d bytes"), SOURCE_LENGTH);
}

/* Ranks edits at one place: ends of tags and elements, then starts of tags, then removals. */
static int rank_of(const struct source_edit *edit)
{
    return edit->removed ? 2 : strcmp(edit->text, "<") == 0;
}

static int by_place(const void *left, const void *right)
{
    const struct source_edit *const *a = left, *const *b = right;
    if ((*a)->at != (*b)->at)
        return ((*a)->at > (*b)->at) - ((*a)->at < (*b)->at);
    if (rank_of(*a) != rank_of(*b))
        return rank_of(*a) - rank_of(*b);
    return (*a > *b) - (*a < *b); /* in the order of their finding */
}

/* Returns the edits that count, in the order of their places. */
static struct source_edit *sorted_edits(const struct recovery *recovery, size_t *count)
{
    const struct source_edit **order =
        arena_array(recovery->arena, recovery->edit_count, sizeof *order);
    struct source_edit *edits = arena_array(recovery->arena, recovery->edit_count, sizeof *edits);
    size_t kept = 0, reached = 0;
    for (size_t i = 0; i < recovery->edit_count; i++)
        if (recovery->edits[i].text)
            order[kept++] = &recovery->edits[i];
    if (kept)
        qsort(order, kept, sizeof *order, by_place);
    *count = 0;
    for (size_t i = 0; i < kept; i++) {
        if (order[i]->at < reached)
            continue; /* another edit has taken this out */
        reached = order[i]->at + order[i]->removed;
        edits[(*count)++] = *order[i];
    }
    return edits;
}

/* Returns the field at an offset in a token, in the element that is open there. */
static struct diag_field field_at(const struct recovery *recovery, const struct token *token,
                                  size_t offset)
{
    const char *open = recovery_open(recovery);
    struct diag_field field = {.element = {open, open ? strlen(open) : 0}};
    if (token->kind != TOKEN_START)
        return field;
    field.element = source_tag_name(recovery->source, token->start);
    for (size_t i = 0; i < token->attribute_count; i++) {
        const struct token_attribute *read = &recovery->attributes[token->first_attribute + i];
        const struct source_attribute found = {read->name, read->name_size, read->value, read->end};
        if (offset >= read->name && offset <= read->end)
            return source_field(recovery->source, token->start, &found);
    }
    return field;
}

static int by_offset(const void *left, const void *right)
{
    const struct recovery_fault *const *a = left, *const *b = right;
    return ((*a)->fault.offset > (*b)->fault.offset) - ((*a)->fault.offset < (*b)->fault.offset);
}

/* Finds the fields of the faults, by a second walk through the tokens and the open elements. */
static void find_fields(struct recovery *recovery)
{
    struct recovery_fault **order =
        arena_array(recovery->arena, recovery->fault_count + 1, sizeof *order);
    size_t next = 0;
    for (size_t i = 0; i < recovery->fault_count; i++)
        order[i] = &recovery->faults[i];
    qsort(order, recovery->fault_count, sizeof *order, by_offset);
    recovery->open_count = 0;
    for (size_t i = 0; i < recovery->token_count && next < recovery->fault_count; i++) {
        const struct token *token = &recovery->tokens[i];
        for (; next < recovery->fault_count && order[next]->fault.offset < token->end; next++)
            order[next]->fault.field = field_at(recovery, token, order[next]->fault.offset);
        if (token->kind == TOKEN_START && !token->is_empty)
            recovery_open_element(recovery, i);
        else if (token->kind == TOKEN_END)
            recovery_close_element(recovery, token->name);
    }
}

/* Returns whether the edits make something up that only the writer knows. */
static bool is_made_up(int code)
{
    return code == XML_ERR_ATTRIBUTE_NOT_STARTED || code == FAULT_NO_VALUE ||
           code == XML_ERR_TAG_NOT_FINISHED || code == XML_NS_ERR_UNDEFINED_NAMESPACE;
}

/* Returns whether the edits are no guess. */
static bool is_certain(int code)
{
    static const int certain[] = {FAULT_QUOTED_PRINTABLE, FAULT_QUOTES_CURLY,
                                  FAULT_BACKSLASH,        FAULT_SPACE_BEFORE_NAME,
                                  FAULT_SLASH_BEHIND,     XML_ERR_SPACE_REQUIRED};
    for (size_t i = 0; i < sizeof certain / sizeof *certain; i++)
        if (certain[i] == code)
            return true;
    return false;
}

/* Reports how the last fault is mended. A curly mark is padded with spaces. */
static void report_edits(const struct recovery *recovery, size_t index, struct diags *diags)
{
    const struct recovery_fault *fault = &recovery->faults[index];
    size_t left = fault->edit_count > MOST_EDITS ? 0 : fault->edit_count;
    if (is_made_up(fault->fault.code))
        return;
    for (size_t i = fault->first_edit; left; i++) {
        const struct source_edit *edit = &recovery->edits[i];
        if (edit->fault != index + 1)
            continue;
        left--;
        if (edit->text)
            diag_edit(diags,
                      source_place_between(recovery->source, edit->at, edit->at + edit->removed),
                      edit->is_invisible ? "\"" : edit->text);
    }
    if (is_certain(fault->fault.code) && fault->edit_count <= MOST_EDITS)
        diag_certain(diags);
}

bool recovery_apply(struct recovery *recovery, struct source *source, struct diags *diags)
{
    size_t count;
    balance_run(recovery);
    find_fields(recovery);
    for (size_t i = 0; i < recovery->fault_count; i++) {
        if (recovery->faults[i].is_dropped)
            continue;
        fault_report(source, &recovery->faults[i].fault, diags);
        report_edits(recovery, i, diags);
        source->faults++;
    }
    const struct source_edit *edits = sorted_edits(recovery, &count);
    source_apply(source, edits, count);
    return !recovery->is_hopeless;
}
