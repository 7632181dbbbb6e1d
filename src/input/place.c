#include "input/input.h"
#include "input/source.h"

#include <string.h>

struct diag_place input_place(const xmlNode *element)
{
    const struct source_span *span = source_span(element);
    return span ? source_place(source_of(element), span->start) : (struct diag_place){0};
}

struct diag_place input_attribute_place(const xmlNode *element, const char *attribute)
{
    const struct source_span *span = source_span(element);
    size_t name, value;
    if (!span || !source_attribute(source_of(element), span->start, attribute, &name, &value))
        return input_place(element);
    return source_place(source_of(element), value);
}

struct diag_place input_item_place(const xmlNode *element, const char *attribute, size_t index)
{
    static const char blank[] = " \t\r\n";
    const struct source_span *span = source_span(element);
    size_t name, value;
    if (!span || !source_attribute(source_of(element), span->start, attribute, &name, &value))
        return input_place(element);
    const char *bytes = source_of(element)->bytes.data, *at = bytes + value;
    for (at += strspn(at, blank); index; index--) {
        at += strcspn(at, blank);
        at += strspn(at, blank);
    }
    return source_place(source_of(element), (size_t)(at - bytes));
}

/* Behind one character of text in the file, that may be written as a reference; *content goes
 * behind the same in the tree. */
static const char *step(const char *at, const char **content)
{
    bool is_reference = *at == '&', is_pair = at[0] == '\r' && at[1] == '\n';
    const char *end = is_reference ? strchr(at, ';') : NULL;
    if (!end) {
        ++*content;
        return at + 1 + is_pair;
    }
    do /* the character's other bytes */
        ++*content;
    while (((unsigned char)**content & 0xC0) == 0x80);
    return end + 1;
}

/* Walks from the source at a text node's start to the offset-th byte of its content. */
static const char *walk_text(const xmlNode *text, const char *at, size_t offset)
{
    static const char open[] = "<![CDATA[";
    const char *content = (const char *)text->content, *wanted = content + offset;
    if (text->type == XML_CDATA_SECTION_NODE) {
        at += strncmp(at, open, sizeof open - 1) == 0 ? sizeof open - 1 : 0;
        at += offset;
        return at;
    }
    while (content < wanted && *at && *at != '<')
        at = step(at, &content);
    return at;
}

/* Behind a node that isn't an element. */
static const char *behind(const xmlNode *node, const char *at)
{
    const char *end = NULL;
    if (node->type == XML_COMMENT_NODE)
        end = strstr(at, "-->");
    else if (node->type == XML_PI_NODE)
        end = strstr(at, "?>");
    else if (node->type == XML_CDATA_SECTION_NODE)
        end = strstr(at, "]]>");
    if (end)
        return strchr(end, '>') + 1;
    return node->content ? walk_text(node, at, strlen((const char *)node->content)) : at;
}

struct diag_place input_text_place(const xmlNode *text, size_t offset)
{
    const struct source *source = source_of(text);
    const xmlNode *before = text;
    if (!source || !source_span(text->parent))
        return (struct diag_place){0};
    while (before->prev && before->prev->type != XML_ELEMENT_NODE)
        before = before->prev;
    size_t from = before->prev ? source_span(before->prev)->end
                               : source_tag_end(source, source_span(text->parent)->start);
    const char *at = source->bytes.data + from;
    for (; before != text; before = before->next)
        at = behind(before, at);
    return source_place(source, (size_t)(walk_text(text, at, offset) - source->bytes.data));
}
