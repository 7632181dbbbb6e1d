#include "base/utf8.h"
#include "xml/source.h"
#include "xml/xml.h"

#include <string.h>

struct diag_place xml_place(const xmlNode *element)
{
    const struct source_span *span = source_span(element);
    return span ? source_tag_place(source_of(element), span->start) : (struct diag_place){0};
}

struct diag_place xml_extent(const xmlNode *element)
{
    const struct source_span *span = source_span(element);
    return span ? source_place_between(source_of(element), span->start, span->end)
                : (struct diag_place){0};
}

struct diag_place xml_attribute_place(const xmlNode *element, const char *attribute)
{
    const struct source_span *span = source_span(element);
    struct source_attribute found;
    if (!span || !source_attribute(source_of(element), span->start, attribute, &found))
        return xml_place(element);
    return source_value_place(source_of(element), span->start, &found);
}

struct diag_place xml_item_place(const xmlNode *element, const char *attribute, size_t index)
{
    const struct source_span *span = source_span(element);
    const struct source *source = source_of(element);
    struct source_attribute found;
    if (!span || !source_attribute(source, span->start, attribute, &found))
        return xml_place(element);
    const char *bytes = source->bytes.data, *at = bytes + found.value;
    for (at += strspn(at, BLANK); index; index--) {
        at += strcspn(at, BLANK);
        at += strspn(at, BLANK);
    }
    size_t from = (size_t)(at - bytes), to = from + strcspn(at, BLANK "\"'");
    struct diag_place place = source_place_between(source, from, to < found.end ? to : found.end);
    place.field = source_field(source, span->start, &found);
    return place;
}

/* Steps over one character in the file, which may be a reference, and over the same one at
 * *content. */
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
    while (!utf8_begins(**content));
    return end + 1;
}

/* The text between two CDATA sections that are one node of the tree. */
static const char seam[] = "]]><![CDATA[";

static const char *skip_seams(const char *at)
{
    while (strncmp(at, seam, sizeof seam - 1) == 0)
        at += sizeof seam - 1;
    return at;
}

/* Enters a node at the place of the walk. */
static void enter(struct xml_walk *walk, const xmlNode *node)
{
    static const char open[] = "<![CDATA[";
    walk->text = node;
    walk->content = node ? (const char *)node->content : NULL;
    if (node && node->type == XML_CDATA_SECTION_NODE &&
        strncmp(walk->at, open, sizeof open - 1) == 0)
        walk->at += sizeof open - 1;
}

/* Steps over one byte of a CDATA section, where nothing is a reference. */
static const char *step_in_cdata(const char *at, const char **content)
{
    at = skip_seams(at);
    ++*content;
    return at + 1 + (at[0] == '\r' && at[1] == '\n');
}

/* Goes to the offset-th byte of the text's content. */
static void walk_to(struct xml_walk *walk, size_t offset)
{
    const char *wanted = (const char *)walk->text->content + offset;
    bool is_cdata = walk->text->type == XML_CDATA_SECTION_NODE;
    while (walk->content < wanted && *walk->at && (is_cdata || *walk->at != '<'))
        walk->at =
            is_cdata ? step_in_cdata(walk->at, &walk->content) : step(walk->at, &walk->content);
    if (is_cdata)
        walk->at = skip_seams(walk->at);
}

/* Goes after a node that isn't an element, to the next one. */
static void leave(struct xml_walk *walk)
{
    const xmlNode *node = walk->text;
    const char *end = NULL;
    if (node->type == XML_COMMENT_NODE)
        end = strstr(walk->at, "-->");
    else if (node->type == XML_PI_NODE)
        end = strstr(walk->at, "?>");
    else if (node->content)
        walk_to(walk, strlen((const char *)node->content));
    if (node->type == XML_CDATA_SECTION_NODE)
        end = strstr(walk->at, "]]>");
    if (end)
        walk->at = strchr(end, '>') + 1;
    enter(walk, node->next);
}

/* Begins with the first node before the text that follows an element's tag. */
static void begin(struct xml_walk *walk, const xmlNode *text)
{
    const struct source *source = source_of(text);
    const xmlNode *first = text;
    while (first->prev && first->prev->type != XML_ELEMENT_NODE)
        first = first->prev;
    size_t from = first->prev ? source_span(first->prev)->end
                              : source_tag_end(source, source_span(text->parent)->start);
    walk->at = source->bytes.data + from;
    enter(walk, first);
}

/* Goes to a byte of a text. Returns its offset in the source. */
static size_t walk_on(struct xml_walk *walk, const xmlNode *text, size_t offset)
{
    bool goes_on = walk->text && walk->text->parent == text->parent;
    while (goes_on && walk->text && walk->text != text && walk->text->type != XML_ELEMENT_NODE)
        leave(walk);
    if (!goes_on || walk->text != text)
        begin(walk, text);
    while (walk->text != text)
        leave(walk);
    walk_to(walk, offset);
    return (size_t)(walk->at - source_of(text)->bytes.data);
}

struct diag_place xml_walk_place(struct xml_walk *walk, const xmlNode *text, size_t offset,
                                 size_t size)
{
    const struct source *source = source_of(text);
    const struct source_span *span = source_span(text->parent);
    if (!source || !span)
        return (struct diag_place){0};
    size_t from = walk_on(walk, text, offset);
    struct xml_walk ahead = *walk;
    size_t to = walk_on(&ahead, text, offset + size);
    struct diag_place place = source_place_between(source, from, to);
    place.field.element = source_tag_name(source, span->start);
    place.field.value = source_text(source, from, to);
    return place;
}

struct diag_place xml_text_place(const xmlNode *text, size_t offset, size_t size)
{
    struct xml_walk walk = {0};
    return xml_walk_place(&walk, text, offset, size);
}
