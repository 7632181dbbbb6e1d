/* From bytes to tokens. */
#include "xml/recovery.h"

#include "base/memory.h"

#include <libxml/hash.h>
#include <libxml/parser.h>

#include <string.h>

enum { MARK = 7 /* characters of a mark that a version control system writes */ };

/* --- Marks of a version control system --- */

static bool is_mark(const struct recovery *recovery, size_t at, char c)
{
    const char *text = recovery->bytes + at;
    for (int i = 0; i < MARK; i++)
        if (text[i] != c)
            return false;
    return (!at || text[-1] == '\n') && (!text[MARK] || character_is_blank(text[MARK]));
}

/* Returns the offset of the next line that a mark begins; the size where there is none. */
static size_t find_mark(struct recovery *recovery, struct recovery_search *search, size_t at,
                        char c)
{
    const char mark[] = {'\n', c, c, c, c, c, c, c, '\0'};
    size_t line = recovery_find(recovery, search, at, mark) + 1;
    return line < recovery->size && is_mark(recovery, line, c) ? line : recovery->size;
}

static size_t line_end(const struct recovery *recovery, size_t at)
{
    return at + strcspn(recovery->bytes + at, "\n");
}

/* Reads two versions of lines between marks: the first is kept. Returns the offset after the first
 * mark. */
static size_t read_conflict(struct recovery *recovery, size_t at)
{
    size_t middle = find_mark(recovery, &recovery->conflict_base, at, '|');
    size_t parting = find_mark(recovery, &recovery->conflict_parting, at, '=');
    size_t end = find_mark(recovery, &recovery->conflict_end, at, '>');
    middle = middle < parting ? middle : parting;
    if (!recovery->conflict)
        recovery->conflict =
            recovery_mend_blank(recovery, FAULT_CONFLICT, at, NULL, at, line_end(recovery, at));
    else
        recovery_blank(recovery, at, line_end(recovery, at));
    token_add(recovery, TOKEN_TEXT, at, line_end(recovery, at));
    if (middle < end && end < recovery->size) {
        recovery->conflict_from = middle;
        recovery->conflict_to = line_end(recovery, end);
    }
    return line_end(recovery, at);
}

/* --- Content --- */

/* Reads a tag whose < is missing. When only its name shows it, it needs an end tag: settle decides.
 */
static size_t read_unmarked(struct recovery *recovery, size_t at, bool is_certain)
{
    bool is_end = recovery->bytes[at] == '/';
    size_t name = at + is_end, size = character_name_size(recovery->bytes + name);
    size_t fault = recovery_mend(recovery, is_end ? FAULT_END_UNMARKED : FAULT_START_UNMARKED, at,
                                 recovery_name(recovery, name, size), at, 0, "<");
    recovery->lacks_angles |= fault && is_certain;
    size_t token = recovery->token_count, edit = recovery->edit_count;
    size_t after = is_end ? tag_read_end(recovery, at, name) : tag_read_start(recovery, at, name);
    if (!is_certain && fault) {
        recovery->tokens[token].fault = (uint32_t)fault;
        recovery->tokens[token].edit = (uint32_t)edit;
        recovery->is_unsettled = true;
    }
    return after;
}

static size_t read_text(struct recovery *recovery, size_t start)
{
    for (size_t at = start;;) {
        size_t end = at + strcspn(recovery->bytes + at, "<>"), missing = end;
        bool is_certain = true;
        if (recovery->bytes[end] == '>')
            missing = angle_find_missing(recovery, at, end, &is_certain);
        if (recovery->conflict_to && start < recovery->conflict_from &&
            end > recovery->conflict_from)
            end = missing = recovery->conflict_from;
        bool is_over = missing < end || recovery->bytes[end] != '>';
        if (!is_over) {
            at = end + 1;
            continue;
        }
        if (missing > start) {
            character_check(recovery, start, missing, false);
            token_add(recovery, TOKEN_TEXT, start, missing);
        }
        return missing < end ? read_unmarked(recovery, missing, is_certain) : end;
    }
}

/* Reads a < that begins nothing. */
static size_t read_less_than(struct recovery *recovery, size_t at)
{
    recovery_mend(recovery, XML_ERR_NAME_REQUIRED, at + 1, NULL, at, 1, "&lt;");
    token_add(recovery, TOKEN_TEXT, at, at + 1);
    return at + 1;
}

/* Returns whether text is a tag with spaces before its name ("< tila/>"), not "5 < 7". */
static bool is_spaced_tag(const char *text)
{
    text += strspn(text, " ");
    size_t name = strcspn(text, BLANK "=/<>&\"'");
    const char *at = text + name + strspn(text + name, BLANK);
    if (*text == '/')
        return character_begins_name(text[1]);
    if (!character_begins_name(*text))
        return false;
    if (*at == '>' || strncmp(at, "/>", 2) == 0)
        return true;
    at += strcspn(at, BLANK "=/<>&\"'");
    return at[0] == '=' && (at[1] == '"' || at[1] == '\'');
}

static size_t read_spaced_tag(struct recovery *recovery, size_t at)
{
    size_t name = character_skip(recovery, at + 1);
    recovery_mend(recovery, FAULT_SPACE_BEFORE_NAME, at, NULL, at + 1, name - at - 1, "");
    return recovery->bytes[name] == '/' ? tag_read_end(recovery, at, name + 1)
                                        : tag_read_start(recovery, at, name);
}

static size_t read_backslash(struct recovery *recovery, size_t at)
{
    size_t size = character_name_size(recovery->bytes + at + 2);
    recovery_mend(recovery, FAULT_BACKSLASH, at, recovery_name(recovery, at + 2, size), at + 1, 1,
                  "/");
    return tag_read_end(recovery, at, at + 2);
}

static size_t read_markup(struct recovery *recovery, size_t at)
{
    const char *text = recovery->bytes + at;
    if (character_begins_name(text[1]))
        return tag_read_start(recovery, at, at + 1);
    if (text[1] == '/')
        return tag_read_end(recovery, at, at + 2);
    if (text[1] == '?')
        return markup_read_instruction(recovery, at);
    if (strncmp(text, "<!--", 4) == 0)
        return markup_read_comment(recovery, at);
    if (strncmp(text, "<![CDATA[", 9) == 0)
        return markup_read_cdata(recovery, at);
    if (text[1] == '!')
        return markup_read_declaration(recovery, at);
    if (text[1] == '\\' && character_begins_name(text[2]))
        return read_backslash(recovery, at);
    if (is_mark(recovery, at, '<'))
        return read_conflict(recovery, at);
    return text[1] == ' ' && is_spaced_tag(text + 1) ? read_spaced_tag(recovery, at)
                                                     : read_less_than(recovery, at);
}

/* --- What is known when all tokens are --- */

/* Makes text of a tag that only its name shows. */
static void unmake(struct recovery *recovery, struct token *token)
{
    recovery->faults[token->fault - 1].is_dropped = true;
    recovery->edits[token->edit - 1].text = NULL;
    token->kind = TOKEN_TEXT;
}

/*
 * Settles, from the last token to the first, what the next tag of the same name decides: whether a
 * start tag without a > has an end tag or is empty, and whether a name without a < is a tag.
 */
static void settle(struct recovery *recovery)
{
    xmlHashTablePtr last = xmlHashCreate(0); /* the last tag of each name so far */
    if (!last)
        memory_exhausted();
    for (size_t i = recovery->token_count; i-- > 0;) {
        struct token *token = &recovery->tokens[i];
        if ((token->kind != TOKEN_START && token->kind != TOKEN_END) || !*token->name)
            continue;
        const struct token *next = xmlHashLookup(last, (const xmlChar *)token->name);
        bool has_end = next && next->kind == TOKEN_END;
        if (token->fault && !has_end) {
            unmake(recovery, token);
            continue;
        }
        recovery->lacks_angles |= token->fault != 0;
        if (token->kind == TOKEN_START && !token->fault && token->edit && !has_end) {
            recovery->edits[token->edit - 1].text = "/>";
            token->is_empty = true;
        }
        xmlHashUpdateEntry(last, (const xmlChar *)token->name, token, NULL);
    }
    xmlHashFree(last, NULL);
}

void tokenizer_run(struct recovery *recovery)
{
    for (size_t at = 0; at < recovery->size && !recovery->limit;) {
        if (recovery->element_count > SOURCE_ELEMENTS) {
            recovery->is_too_long = true;
            break;
        }
        if (recovery->conflict_to && at >= recovery->conflict_from && at < recovery->conflict_to) {
            recovery_blank(recovery, at, recovery->conflict_to);
            token_add(recovery, TOKEN_TEXT, at, recovery->conflict_to);
            at = recovery->conflict_to;
        } else {
            at = recovery->bytes[at] == '<' ? read_markup(recovery, at) : read_text(recovery, at);
        }
    }
    if (recovery->is_unsettled)
        settle(recovery);
}
