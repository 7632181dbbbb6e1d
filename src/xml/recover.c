#include "base/memory.h"
#include "base/message.h"
#include "xml/recovery.h"

#include <stdlib.h>
#include <string.h>

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

/* At one place: what ends a tag or an element comes before what begins the next tag, and that
 * before what takes bytes out. */
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

/* The edits that count, in the order of their places. */
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
            continue; /* in what another one has taken out */
        reached = order[i]->at + order[i]->removed;
        edits[(*count)++] = *order[i];
    }
    return edits;
}

bool recovery_apply(struct recovery *recovery, struct source *source, struct diags *diags)
{
    size_t count;
    balance_run(recovery);
    for (size_t i = 0; i < recovery->fault_count; i++) {
        if (recovery->faults[i].is_dropped)
            continue;
        fault_report(source, &recovery->faults[i].fault, diags);
        source->faults++;
    }
    const struct source_edit *edits = sorted_edits(recovery, &count);
    source_apply(source, edits, count);
    return !recovery->is_hopeless;
}
