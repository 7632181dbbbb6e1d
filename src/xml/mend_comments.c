/* Comments: those that don't end, that stand in another, and what may not be in one. */
#include "xml/mend.h"

#include <libxml/xmlerror.h>

#include <string.h>

static const char opening[] = "<!--", closing[] = "-->";

enum { OPENING = sizeof opening - 1, CLOSING = sizeof closing - 1 };

/* The last place before an offset where a text stands, or NULL. */
static const char *find_before(const char *bytes, size_t offset, const char *text)
{
    size_t size = strlen(text);
    for (const char *at = bytes + offset; at-- > bytes;)
        if (strncmp(at, text, size) == 0)
            return at;
    return NULL;
}

/* Where the comment begins in which an offset is: the first beginning that nothing has ended. */
static const char *find_start(const struct mending *mending, size_t offset)
{
    const char *bytes = mending->source->bytes.data;
    const char *end = find_before(bytes, offset, closing);
    const char *start = strstr(end ? end + CLOSING : bytes, opening);
    return start && start < bytes + offset ? start : NULL;
}

/* What stands at text like the end of a comment, as word processors and slips make it; its size. */
static size_t size_of_end(const char *text)
{
    static const char *const ends[] = {"-- >", "->", "\u2013>", "\u2014>", "\u2014 >"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (strncmp(text, ends[i], strlen(ends[i])) == 0)
            return strlen(ends[i]);
    return 0;
}

/* The comment has no end before a place: it ends where something is like an end, or with the line
 * that it begins on. */
static bool close_comment(struct mending *mending, struct fault *fault, const char *start,
                          const char *before)
{
    const char *bytes = mending->source->bytes.data, *at = start + OPENING;
    while (at < before && !size_of_end(at))
        at++;
    if (at < before) {
        fault->code = FAULT_COMMENT_END;
        fault->offset = (size_t)(at - bytes);
        return mend_with(mending, fault->offset, size_of_end(at), closing);
    }
    at = start + OPENING + strcspn(start + OPENING, "\r\n");
    while (at > start + OPENING && at[-1] == '-')
        at--;
    fault->code = XML_ERR_COMMENT_NOT_FINISHED;
    fault->offset = (size_t)(start - bytes);
    return mend_with(mending, (size_t)(at - bytes), strspn(at, "-"), closing);
}

bool mend_comment(struct mending *mending, struct fault *fault)
{
    const struct buf *bytes = &mending->source->bytes;
    const char *start = find_start(mending, fault->offset);
    if (!start)
        return false;
    const char *inner = strstr(start + OPENING, opening);
    return close_comment(mending, fault, start, inner ? inner : bytes->data + bytes->size);
}

/* All double hyphens of a comment are told as one fault. */
static bool mend_all_hyphens(struct mending *mending, const char *start, const char *end)
{
    for (const char *at = start; at < end; at++)
        buf_char(&mending->text, *at == '-' ? '~' : *at);
    return mend_with(mending, (size_t)(start - mending->source->bytes.data), (size_t)(end - start),
                     "");
}

/* A comment begins in another: it stands in it when both have an end; else the outer one has none.
 */
static bool mend_inner(struct mending *mending, struct fault *fault, const char *start,
                       const char *inner)
{
    const char *end = strstr(inner, closing);
    const char *outer_end = end ? strstr(end + CLOSING, closing) : NULL;
    const char *next = end ? strstr(end + CLOSING, opening) : NULL;
    if (!outer_end || (next && next < outer_end))
        return close_comment(mending, fault, start, inner);
    fault->code = FAULT_COMMENT_INSIDE;
    fault->offset = (size_t)(inner - mending->source->bytes.data);
    return mend_all_hyphens(mending, start + OPENING, outer_end);
}

bool mend_hyphens(struct mending *mending, struct fault *fault)
{
    const char *start = find_start(mending, fault->offset);
    const char *end = start ? strstr(start + OPENING, closing) : NULL;
    const char *inner = start ? strstr(start + OPENING, opening) : NULL;
    if (!start)
        return false;
    if (!end)
        return mend_comment(mending, fault);
    if (inner && inner < end)
        return mend_inner(mending, fault, start, inner);
    fault->offset = (size_t)(strstr(start + OPENING, "--") - mending->source->bytes.data);
    return mend_all_hyphens(mending, start + OPENING, end);
}
