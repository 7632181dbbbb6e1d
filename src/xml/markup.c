/* Comments, CDATA sections, instructions and declarations. */
#include "xml/recovery.h"

#include <libxml/xmlerror.h>

#include <string.h>

static const char opening[] = "<!--", closing[] = "-->";

enum { OPENING = sizeof opening - 1, CLOSING = sizeof closing - 1 };

static size_t add_other(struct recovery *recovery, size_t start, size_t end)
{
    character_check_all(recovery, start, end);
    token_add(recovery, TOKEN_OTHER, start, end);
    return end;
}

/* --- Comments --- */

/* Returns the size of a comment's end at text, as word processors and slips make it; 0 for none. */
static size_t size_of_end(const char *text)
{
    static const char *const ends[] = {"-- >", "->", "\u2013>", "\u2014>", "\u2014 >"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (strncmp(text, ends[i], strlen(ends[i])) == 0)
            return strlen(ends[i]);
    return 0;
}

/* Returns whether more elements begin than end, or end than begin, in size bytes or the rest of a
 * line. */
static bool is_part_of_markup(const char *text, size_t size)
{
    int depth = 0;
    for (; size && *text != '\r' && *text != '\n'; size--, text++) {
        if (*text == '<')
            depth += text[1] == '/' ? -1 : character_begins_name(text[1]);
        else if (text[0] == '/' && text[1] == '>')
            depth--;
    }
    return depth;
}

/* Ends a comment that has no end before an offset: at something like an end, or with its first
 * line. Where that would tear elements apart, only its beginning is left out. */
static size_t close_comment(struct recovery *recovery, size_t start, size_t before)
{
    struct fault fault = {.code = FAULT_COMMENT_END, .offset = start + OPENING};
    while (fault.offset < before && !size_of_end(recovery->bytes + fault.offset))
        fault.offset++;
    if (fault.offset < before) {
        size_t size = size_of_end(recovery->bytes + fault.offset);
        recovery_fault(recovery, fault, fault.offset, size, closing);
        return add_other(recovery, start, fault.offset + size);
    }
    const char *from = recovery->bytes + start + OPENING;
    fault = (struct fault){.code = XML_ERR_COMMENT_NOT_FINISHED, .offset = start};
    if (is_part_of_markup(from, before - start - OPENING)) {
        recovery_fault_blank(recovery, fault, start, start + OPENING);
        return add_other(recovery, start, start + OPENING);
    }
    const char *to = from + strcspn(from, "\r\n");
    while (to > from && to[-1] == '-')
        to--;
    size_t end = (size_t)(to - recovery->bytes), hyphens = strspn(to, "-");
    recovery_fault(recovery, fault, end, hyphens, closing);
    return add_other(recovery, start, end + hyphens);
}

/* Reports all double hyphens up to an offset, and all else that a comment may not have, as one
 * fault. */
static void mend_hyphens(struct recovery *recovery, struct fault fault, size_t from, size_t to)
{
    char *text = arena_strndup(recovery->arena, recovery->bytes + from, to - from);
    for (char *c = text; *c; c++) {
        size_t forbidden = character_forbidden(c);
        memset(c, '~', *c == '-' ? 1 : forbidden);
    }
    recovery_fault(recovery, fault, from, to - from, text);
}

/* Reads a comment in which another begins: a part of it when both have an end; else the outer one
 * has none. */
static size_t read_inner(struct recovery *recovery, size_t start, size_t inner)
{
    size_t end = recovery_find(recovery, &recovery->comment_end_inside, inner, closing);
    size_t after = end < recovery->size ? end + CLOSING : end;
    size_t outer = recovery_find(recovery, &recovery->comment_end_outside, after, closing);
    size_t next = recovery_find(recovery, &recovery->comment_after, after, opening);
    if (outer == recovery->size || next < outer)
        return close_comment(recovery, start, inner);
    mend_hyphens(recovery, (struct fault){.code = FAULT_COMMENT_INSIDE, .offset = inner},
                 start + OPENING, outer);
    return add_other(recovery, start, outer + CLOSING);
}

size_t markup_read_comment(struct recovery *recovery, size_t start)
{
    size_t from = start + OPENING;
    size_t end = recovery_find(recovery, &recovery->comment_end, from, closing);
    size_t inner = recovery_find(recovery, &recovery->comment_inside, from, opening);
    if (end == recovery->size)
        return close_comment(recovery, start, inner);
    if (recovery_is_full(recovery))
        return add_other(recovery, start, end + CLOSING);
    if (inner < end)
        return read_inner(recovery, start, inner);
    const char *hyphens = strstr(recovery->bytes + from, "--");
    struct fault fault = {.code = XML_ERR_HYPHEN_IN_COMMENT,
                          .offset = (size_t)(hyphens - recovery->bytes)};
    if (fault.offset < end)
        mend_hyphens(recovery, fault, from, end);
    return add_other(recovery, start, end + CLOSING);
}

/* --- CDATA sections --- */

/* Reads a section; one without an end ends before the next end tag. */
size_t markup_read_cdata(struct recovery *recovery, size_t start)
{
    size_t end = recovery_find(recovery, &recovery->cdata_end, start, "]]>");
    if (end < recovery->size)
        return add_other(recovery, start, end + 3);
    const char *tag = strstr(recovery->bytes + start, "</");
    if (!tag)
        return add_other(recovery, start, recovery->size);
    end = (size_t)(tag - recovery->bytes);
    recovery_mend(recovery, XML_ERR_CDATA_NOT_FINISHED, start, NULL, end, 0, "]]>");
    return add_other(recovery, start, end);
}

/* --- Instructions and the XML declaration --- */

/* Reads NAME = "VALUE" at *at and moves *at after it. Returns the size of the value; -1 for none.
 */
static int read_pair(const char **at, const char *name, const char **value)
{
    const char *from = *at + strspn(*at, BLANK);
    size_t size = strlen(name);
    if (from == *at || strncmp(from, name, size) != 0)
        return -1;
    from += size + strspn(from + size, BLANK);
    if (*from != '=')
        return -1;
    from += 1 + strspn(from + 1, BLANK);
    const char *close = *from == '"' || *from == '\'' ? strchr(from + 1, *from) : NULL;
    if (!close)
        return -1;
    *value = from + 1;
    *at = close + 1;
    return (int)(close - from - 1);
}

/* Returns where an XML declaration is not right; NULL where it is. */
static const char *find_wrong(const char *text, int *code)
{
    const char *at = text + 5, *value;
    int size = read_pair(&at, "version", &value);
    *code = XML_ERR_XMLDECL_NOT_FINISHED;
    if (size < 0)
        *code = XML_ERR_VERSION_MISSING;
    if (size != 3 || strncmp(value, "1.", 2) != 0)
        return at + strspn(at, BLANK);
    size = read_pair(&at, "encoding", &value);
    *code = size > 0 ? XML_ERR_ENCODING_NAME : XML_ERR_XMLDECL_NOT_FINISHED;
    if (!size || (size > 0 && !character_begins_name(*value)))
        return value;
    *code = XML_ERR_XMLDECL_NOT_FINISHED;
    size = read_pair(&at, "standalone", &value);
    if (size >= 0 && strncmp(value, "yes", 3) != 0 && strncmp(value, "no", 2) != 0)
        return value;
    at += strspn(at, BLANK);
    return strncmp(at, "?>", 2) == 0 ? NULL : at;
}

/* Straightens the quotation marks of word processors in a piece of text. Returns whether there are
 * any. */
static bool straighten_all(struct recovery *recovery, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t at = from; at < to; at++)
        if (character_is_curly(recovery->bytes + at))
            attribute_straighten(recovery, at, count++ % 2 == 0);
    return count;
}

static size_t read_xml_declaration(struct recovery *recovery, size_t start)
{
    const char *text = recovery->bytes + start, *close = strchr(text, '>');
    size_t end = close ? (size_t)(close + 1 - recovery->bytes) : recovery->size;
    int code;
    const char *wrong = find_wrong(text, &code);
    token_add(recovery, TOKEN_DECLARATION, start, end);
    if (start || !wrong || straighten_all(recovery, start, end))
        return end;
    if (code == XML_ERR_ENCODING_NAME || recovery->source->is_recoded) { /* reported: encoding.h */
        recovery_blank(recovery, start, end);
        return end;
    }
    recovery_mend_blank(recovery, code, (size_t)(wrong - recovery->bytes), NULL, start, end);
    return end;
}

/* Ends an instruction without ?> before the next tag: with a >, or with its line. */
static size_t end_instruction(struct recovery *recovery, size_t start)
{
    const char *text = recovery->bytes + start;
    size_t size = 2 + strcspn(text + 2, "<>\r\n");
    size += text[size] == '>';
    recovery_mend_blank(recovery, XML_ERR_PI_NOT_FINISHED, start, NULL, start, start + size);
    return add_other(recovery, start, start + size);
}

size_t markup_read_instruction(struct recovery *recovery, size_t start)
{
    const char *text = recovery->bytes + start;
    if (strncmp(text, "<?xml", 5) == 0 && (text[5] == '?' || character_is_blank(text[5])))
        return read_xml_declaration(recovery, start);
    size_t end = recovery_find(recovery, &recovery->instruction_end, start + 2, "?>");
    if (end == recovery->size || start + 2 + strcspn(text + 2, "<") < end)
        return end_instruction(recovery, start);
    if (!character_begins_name(text[2]))
        recovery_mend_blank(recovery, XML_ERR_PI_NOT_STARTED, start, NULL, start, end + 2);
    return add_other(recovery, start, end + 2);
}

/* --- Declarations --- */

/* Returns where the text goes on after a closing mark; its end when the mark does not come. */
static const char *after(const char *text, const char *mark)
{
    const char *found = strstr(text, mark);
    return found ? found + strlen(mark) : text + strlen(text);
}

/* Returns where the text goes on after the DOCTYPE that begins there, with what it has in square
 * brackets. */
static const char *after_doctype(const char *text)
{
    size_t depth = 0; /* brackets that are open */
    while (*text && (depth || *text != '>')) {
        if (*text == '"' || *text == '\'') {
            text = after(text + 1, *text == '"' ? "\"" : "'");
        } else if (strncmp(text, opening, OPENING) == 0) {
            text = after(text + OPENING, closing);
        } else if (strncmp(text, "<?", 2) == 0) {
            text = after(text + 2, "?>");
        } else {
            depth += *text == '[';
            depth -= *text == ']' && depth;
            text++;
        }
    }
    return text + (*text == '>');
}

/* Reports a DOCTYPE and takes it out, which no parser may get; in a full recovery, only the first.
 */
static size_t read_doctype(struct recovery *recovery, size_t start)
{
    size_t end = (size_t)(after_doctype(recovery->bytes + start) - recovery->bytes);
    if (!recovery->has_doctype || !recovery_is_full(recovery))
        recovery_mend_blank(recovery, FAULT_DOCTYPE, start, NULL, start, end);
    else
        recovery_blank(recovery, start, end);
    recovery->has_doctype = true;
    recovery->is_hopeless |= end == recovery->size;
    return add_other(recovery, start, end);
}

size_t markup_read_declaration(struct recovery *recovery, size_t start)
{
    const char *text = recovery->bytes + start, *close = strchr(text, '>');
    size_t end = close ? (size_t)(close + 1 - recovery->bytes) : start + 1;
    if (strncmp(text, "<!DOCTYPE", 9) == 0 && !recovery->element_count)
        return read_doctype(recovery, start);
    if (close)
        recovery_mend_blank(recovery, XML_ERR_NAME_REQUIRED, start + 1, NULL, start, end);
    else
        recovery_mend(recovery, XML_ERR_NAME_REQUIRED, start + 1, NULL, start, 1, "&lt;");
    return add_other(recovery, start, end);
}
