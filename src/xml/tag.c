/* Start tags and end tags. */
#include "xml/recovery.h"

#include "base/memory.h"

#include <libxml/xmlerror.h>

#include <string.h>

/* Returns the size of a name, which a word processor's no-break space ends, too. */
static size_t name_size(const char *text)
{
    size_t size = strcspn(text, BLANK "/<>=\"'");
    const char *space = memchr(text, 0xC2, size);
    return space && space[1] == '\xA0' ? (size_t)(space - text) : size;
}

/* Leaves out the tag in which the file ends. */
static size_t cut(struct recovery *recovery, size_t start)
{
    const struct fault fault = {.code = XML_ERR_GT_REQUIRED, .offset = recovery->size};
    if (recovery->open_count) {
        recovery_fault_blank(recovery, fault, start, recovery->size);
        recovery->is_cut = true;
    }
    token_add(recovery, TOKEN_TEXT, start, recovery->size);
    return recovery->size;
}

size_t tag_read_start(struct recovery *recovery, size_t start, size_t name)
{
    struct token token = {.name = recovery_name(recovery, name, name_size(recovery->bytes + name))};
    token.start = (uint32_t)start;
    if (!attribute_read_all(recovery, &token, name))
        return cut(recovery, start);
    token.kind = TOKEN_START;
    *token_add(recovery, TOKEN_START, start, token.end) = token;
    if (!token.is_empty)
        recovery_open_element(recovery, recovery->token_count - 1);
    return token.end;
}

/* --- End tags --- */

static size_t add_end(struct recovery *recovery, size_t start, size_t end, const char *name)
{
    struct token *token = token_add(recovery, TOKEN_END, start, end);
    token->name = name;
    token->is_closed = true;
    recovery_close_element(recovery, name);
    return end;
}

/* Reads an end tag in which the file ends: all that is missing may be the > of the root's. */
static size_t cut_end(struct recovery *recovery, size_t start, size_t name, size_t size)
{
    const char *root = recovery->open_count ? recovery->tokens[recovery->open[0]].name : "";
    const struct fault fault = {.code = XML_ERR_GT_REQUIRED, .offset = name + size};
    if (name != start + 2 || size != strlen(root) ||
        strncmp(recovery->bytes + name, root, size) != 0)
        return cut(recovery, start);
    recovery_fault(recovery, fault, name + size, 0, ">");
    return add_end(recovery, start, recovery->size, root);
}

/* Reads </>, </ >, </5>, or an end that no tag has begun. */
static size_t read_unnamed(struct recovery *recovery, size_t start, size_t at)
{
    size_t end = at + strcspn(recovery->bytes + at, "<>");
    if (recovery->bytes[end] == '>')
        return add_end(recovery, start, end + 1, "");
    if (!recovery->bytes[end])
        return cut(recovery, start);
    recovery_mend(recovery, XML_ERR_NAME_REQUIRED, start + 1, NULL, start, 1, "&lt;");
    token_add(recovery, TOKEN_TEXT, start, end);
    return end;
}

/* Returns the size of the open element's name in "</vahva and text"; 0 when another name stands at
 * text. */
static size_t open_name_before_text(struct recovery *recovery, size_t name, size_t written)
{
    const char *open = recovery_open(recovery), *text = recovery->bytes + name;
    size_t size = open ? strlen(open) : 0;
    if (!size || strncmp(text, open, size) != 0 || text[strcspn(text, "<>=")] == '=')
        return 0;
    bool is_known =
        written > size && recovery_knows(recovery, recovery_name(recovery, name, written));
    return is_known ? 0 : size;
}

/* Puts a > at an offset, before the blanks there. */
static size_t close_at(struct recovery *recovery, size_t start, size_t at, const char *name)
{
    while (character_is_blank(recovery->bytes[at - 1]))
        at--;
    recovery_mend(recovery, XML_ERR_GT_REQUIRED, at, NULL, at, 0, ">");
    return add_end(recovery, start, at, name);
}

/* Mends "</b c="d">", or "</b" without an end before another tag that may lack its <. */
static size_t mend_end(struct recovery *recovery, size_t start, size_t at, const char *name,
                       bool is_spaced)
{
    const char *here = recovery->bytes + at;
    size_t word = strcspn(here, BLANK "/<>=\"'"), rest = strcspn(here, "<>");
    bool is_tag = !is_spaced && here[word] != '=' &&
                  recovery_knows(recovery, recovery_name(recovery, at, word));
    if (is_tag || here[rest] != '>')
        return close_at(recovery, start, at, name);
    recovery_mend_blank(recovery, XML_ERR_GT_REQUIRED, at, NULL, at, at + rest);
    return add_end(recovery, start, at + rest + 1, name);
}

/* Reads an end tag from the end of its name. */
static size_t read_end_of_end(struct recovery *recovery, size_t start, size_t name, bool is_spaced)
{
    size_t size = name_size(recovery->bytes + name);
    size_t at = character_skip(recovery, name + size);
    const char *here = recovery->bytes + at, *written = recovery_name(recovery, name, size);
    if (*here == '>')
        return add_end(recovery, start, at + 1, written);
    if (!*here)
        return cut_end(recovery, start, name, size);
    size_t after = character_skip(recovery, at + 1);
    if (*here == '/' && recovery->bytes[after] == '>') {
        recovery_mend(recovery, FAULT_SLASH_BEHIND, at, written, at, 1, "");
        return add_end(recovery, start, after + 1, written);
    }
    size_t open = open_name_before_text(recovery, name, size);
    if (open)
        return close_at(recovery, start, name + open, recovery_name(recovery, name, open));
    return mend_end(recovery, start, at, written, is_spaced);
}

size_t tag_read_end(struct recovery *recovery, size_t start, size_t name)
{
    size_t at = character_skip(recovery, name);
    if (!recovery->bytes[at])
        return cut(recovery, start);
    if (!character_begins_name(recovery->bytes[at]))
        return read_unnamed(recovery, start, at);
    if (at > name)
        recovery_mend(recovery, FAULT_SPACE_BEFORE_NAME, start, NULL, name, at - name, "");
    return read_end_of_end(recovery, start, at, at > name);
}
