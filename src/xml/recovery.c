#include "xml/recovery.h"

#include "base/memory.h"

#include <string.h>

const char *recovery_name(struct recovery *recovery, size_t at, size_t size)
{
    const xmlChar *name =
        xmlDictLookup(recovery->names, (const xmlChar *)recovery->bytes + at, (int)size);
    if (!name)
        memory_exhausted();
    return (const char *)name;
}

size_t recovery_find(struct recovery *recovery, struct recovery_search *search, size_t at,
                     const char *mark)
{
    bool is_known = search->is_known && search->from <= at && at <= search->found;
    if (is_known)
        return search->found;
    const char *found = at < recovery->size ? strstr(recovery->bytes + at, mark) : NULL;
    *search = (struct recovery_search){
        .from = at, .found = found ? (size_t)(found - recovery->bytes) : recovery->size, true};
    return search->found;
}

const struct model *recovery_model(const struct recovery *recovery, const char *name)
{
    return models_of(recovery->models, vocabulary_local(name));
}

bool recovery_knows(const struct recovery *recovery, const char *name)
{
    return recovery_model(recovery, name)->kind != MODEL_UNKNOWN;
}

const char *recovery_open(const struct recovery *recovery)
{
    size_t count = recovery->open_count;
    return count ? recovery->tokens[recovery->open[count - 1]].name : NULL;
}

void recovery_edit(struct recovery *recovery, size_t at, size_t removed, const char *text)
{
    GROW(recovery->edits, recovery->edit_count, recovery->edit_capacity);
    recovery->edits[recovery->edit_count++] = (struct source_edit){
        .at = at, .removed = removed, .text = arena_strdup(recovery->arena, text)};
}

void recovery_edit_more(struct recovery *recovery, size_t fault, size_t at, size_t removed,
                        const char *text)
{
    struct recovery_fault *mended = &recovery->faults[fault - 1];
    recovery_edit(recovery, at, removed, text);
    recovery->edits[recovery->edit_count - 1].fault = fault;
    if (!mended->edit_count++)
        mended->first_edit = recovery->edit_count - 1;
}

/* Returns spaces for a stretch of bytes; lines stay as they are. */
static const char *blanks(struct recovery *recovery, size_t from, size_t to)
{
    char *text = arena_alloc(recovery->arena, to - from + 1);
    for (size_t i = from; i < to; i++) {
        char c = recovery->bytes[i];
        text[i - from] = c == '\r' || c == '\n' ? c : ' ';
    }
    return text;
}

void recovery_blank(struct recovery *recovery, size_t from, size_t to)
{
    recovery_edit(recovery, from, to - from, blanks(recovery, from, to));
}

bool recovery_is_full(const struct recovery *recovery)
{
    return recovery->fault_count >= RECOVERY_FAULTS;
}

static bool add_fault(struct recovery *recovery, struct fault fault)
{
    if (recovery_is_full(recovery) && fault.code != FAULT_DOCTYPE)
        return false;
    GROW(recovery->faults, recovery->fault_count, recovery->fault_capacity);
    recovery->faults[recovery->fault_count++] = (struct recovery_fault){.fault = fault};
    return true;
}

size_t recovery_fault(struct recovery *recovery, struct fault fault, size_t at, size_t removed,
                      const char *text)
{
    if (!add_fault(recovery, fault))
        return 0;
    recovery_edit_more(recovery, recovery->fault_count, at, removed, text);
    return recovery->fault_count;
}

size_t recovery_fault_blank(struct recovery *recovery, struct fault fault, size_t from, size_t to)
{
    if (!add_fault(recovery, fault))
        return 0;
    recovery_blank(recovery, from, to);
    return recovery->fault_count;
}

size_t recovery_mend(struct recovery *recovery, int code, size_t offset, const char *name,
                     size_t at, size_t removed, const char *text)
{
    const struct fault fault = {.code = code, .offset = offset, .name = name};
    return recovery_fault(recovery, fault, at, removed, text);
}

size_t recovery_mend_blank(struct recovery *recovery, int code, size_t offset, const char *name,
                           size_t from, size_t to)
{
    const struct fault fault = {.code = code, .offset = offset, .name = name};
    return recovery_fault_blank(recovery, fault, from, to);
}

void recovery_drop(struct recovery *recovery, size_t from, size_t to)
{
    for (size_t i = 0; i < recovery->fault_count; i++) {
        const struct fault *fault = &recovery->faults[i].fault;
        if (fault->offset >= from && fault->offset < to && fault->code != FAULT_DOCTYPE)
            recovery->faults[i].is_dropped = true;
    }
    for (size_t i = 0; i < recovery->edit_count; i++)
        if (recovery->edits[i].at >= from && recovery->edits[i].at < to)
            recovery->edits[i].text = NULL;
}

void recovery_open_element(struct recovery *recovery, size_t token)
{
    GROW(recovery->open, recovery->open_count, recovery->open_capacity);
    recovery->open[recovery->open_count++] = token;
}

void recovery_close_element(struct recovery *recovery, const char *name)
{
    size_t count = recovery->open_count, least = count > SOURCE_DEPTH ? count - SOURCE_DEPTH : 0;
    for (size_t i = count; i-- > least;)
        if (recovery->tokens[recovery->open[i]].name == name) {
            recovery->open_count = i;
            return;
        }
}

struct token *token_add(struct recovery *recovery, enum token_kind kind, size_t start, size_t end)
{
    GROW(recovery->tokens, recovery->token_count, recovery->token_capacity);
    struct token *token = &recovery->tokens[recovery->token_count++];
    *token =
        (struct token){.kind = kind, .start = (uint32_t)start, .end = (uint32_t)end, .name = ""};
    recovery->element_count += kind == TOKEN_START;
    if (end - start > SOURCE_LENGTH && !recovery->is_over_limit) {
        recovery->is_over_limit = true;
        recovery->limit = RULE_XML_LENGTH;
        recovery->limit_at = start;
    }
    return token;
}
