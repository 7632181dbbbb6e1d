/*
 * Reads XHTML into the document tree: one walk applies the rows of doc_element.c, and
 * doc_attribute.c reads the attributes. White space is collapsed as CSS does it (white-space:
 * normal), and inline content directly in an item, a cell or a definition is wrapped in an implied
 * paragraph, so that the layout meets one shape only.
 */
#include "doc/doc_element.h"

#include "base/blank.h"
#include "base/buf.h"
#include "base/calendar.h"
#include "base/feed.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/xml_error.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { MAXIMUM_DEPTH = 100, LONGEST = 10000000 /* bytes of a text: libxml2 takes no more */ };

struct reader {
    struct arena *arena;
    struct diags *diags;
    const char *name;
    struct doc_document *document;
    struct doc_node *last_text; /* of the paragraph in hand; NULL at its start */
    int depth;
    size_t text_count;              /* in the body so far */
    const struct diag_marks *marks; /* NULL: elements carry none */
    size_t head_errors;             /* faults of the head, which the body has no part in */
};

/* Returns the place that an attribute DIAG_MARK of that value names; NULL when it is no mark. */
static const struct diag_place *marked_place(const struct reader *reader, const char *value)
{
    char *end;
    if (!reader->marks || !isdigit((unsigned char)*value))
        return NULL;
    unsigned long number = strtoul(value, &end, 10);
    return *end || number >= reader->marks->count ? NULL : &reader->marks->places[number];
}

/* Returns the place of the nearest mark on the node or above; NULL when there is none. */
static const struct diag_place *traced_place(const struct reader *reader, const xmlNode *node)
{
    const struct diag_place *place = NULL;
    for (; reader->marks && !place && node && node->type != XML_DOCUMENT_NODE;
         node = node->parent) {
        xmlChar *mark = node->type == XML_ELEMENT_NODE
                            ? xmlGetNoNsProp(node, (const xmlChar *)DIAG_MARK)
                            : NULL;
        if (mark)
            place = marked_place(reader, (const char *)mark);
        xmlFree(mark);
    }
    return place;
}

static struct diag_place place_of(const struct reader *reader, const xmlNode *node)
{
    const struct diag_place *place = traced_place(reader, node);
    return place ? *place
                 : (struct diag_place){.file = reader->name, .line = (int)xmlGetLineNo(node)};
}

static void complain(struct reader *reader, const xmlNode *node, enum rule rule, const char *hint,
                     const char *message, const char *what)
{
    struct doc_complaints complaints = {reader->arena, reader->diags, place_of(reader, node)};
    doc_complain(&complaints, rule, hint, message, what);
}

/* Complains of entities, whose meaning no DTD is asked for. libxml2 puts one in an attribute before
 * the attribute's element. */
static void complain_entities(struct reader *reader, const xmlNode *parent)
{
    for (const xmlNode *node = parent->children; node; node = node->next)
        if (node->type == XML_ENTITY_REF_NODE)
            complain(reader, parent, RULE_PAGE_TEXT, _("write the character itself"),
                     _("the entity &%s; is not known"), (const char *)node->name);
}

static const char *keep(struct reader *reader, xmlChar *value)
{
    const char *copy = arena_strdup(reader->arena, (const char *)value);
    xmlFree(value);
    return copy;
}

static void read_attributes(struct reader *reader, const xmlNode *node,
                            const struct doc_element *element, struct doc_node *made)
{
    struct doc_complaints complaints = {reader->arena, reader->diags, made->place};
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        const char *name = (const char *)attribute->name;
        xmlChar *value = xmlNodeListGetString(node->doc, attribute->children, 1);
        const char *kept = value ? keep(reader, value) : "";
        if (strcmp(name, DIAG_MARK) != 0 || !marked_place(reader, kept))
            doc_attribute_read(&complaints, element, name, kept, made);
    }
    doc_attributes_check(&complaints, element, made);
}

static struct doc_node *make_node(struct reader *reader, const xmlNode *node,
                                  const struct doc_element *element, struct doc_node *parent)
{
    struct doc_node *made = arena_alloc(reader->arena, sizeof *made);
    made->kind = element->kind;
    made->place = place_of(reader, node);
    made->lang = parent ? parent->lang : reader->document->lang;
    if (element->kind == DOC_HEADING)
        made->level = element->name[1] - '0';
    if (element->kind == DOC_CELL) {
        made->cell.header = element->name[1] == 'h';
        made->cell.column_span = made->cell.row_span = 1;
    }
    if (element->kind == DOC_LIST) {
        made->list.type = element->name[0] == 'o' ? '1' : '\0';
        made->list.start = 1;
    }
    read_attributes(reader, node, element, made);
    if (parent)
        doc_append(parent, made);
    return made;
}

/* Ends a line of text: a space at its end goes, and a text left empty with it. */
static void end_text(struct reader *reader)
{
    struct doc_node *text = reader->last_text;
    reader->last_text = NULL;
    if (!text)
        return;
    size_t size = strlen(text->text);
    if (!size || text->text[size - 1] != ' ')
        return;
    if (size == 1)
        doc_remove(text);
    else
        text->text = arena_strndup(reader->arena, text->text, size - 1);
}

static bool ends_in_space(const struct doc_node *text)
{
    return !text || text->text[strlen(text->text) - 1] == ' ';
}

static bool is_blank(const char *text)
{
    return !text[strspn(text, BLANK)];
}

static void read_text(struct reader *reader, const xmlNode *node, struct doc_node *parent)
{
    const char *raw = doc_normalise((const char *)node->content, reader->arena);
    char *text = arena_alloc(reader->arena, strlen(raw) + 1);
    size_t size = 0;
    bool after_space = ends_in_space(reader->last_text);
    for (; *raw; raw++) {
        bool space = strchr(BLANK, *raw);
        if (!space || !after_space)
            text[size++] = space ? ' ' : *raw;
        after_space = space;
    }
    if (!size)
        return;
    struct doc_node *made = arena_alloc(reader->arena, sizeof *made);
    made->kind = DOC_TEXT;
    made->place = place_of(reader, node);
    made->order = reader->text_count - 1;
    made->lang = parent->lang;
    made->text = text;
    doc_append(parent, made);
    reader->last_text = made;
}

/* Returns the parent of inline content; directly in an item or a cell, that is an implied
 * paragraph. */
static struct doc_node *inline_parent(struct reader *reader, const struct doc_element *element,
                                      const xmlNode *node, struct doc_node *made)
{
    if (!(element->holds & GROUP_ITEM_BLOCK))
        return made;
    struct doc_node *last = made->last;
    if (last && last->kind == DOC_PARAGRAPH && last->implied)
        return last;
    reader->last_text = NULL;
    struct doc_node *paragraph = arena_alloc(reader->arena, sizeof *paragraph);
    paragraph->kind = DOC_PARAGRAPH;
    paragraph->implied = true;
    paragraph->classes = made->classes & DOC_NO_HYPHENS;
    paragraph->lang = made->lang;
    paragraph->place = place_of(reader, node);
    doc_append(made, paragraph);
    return paragraph;
}

static void read_children(struct reader *reader, const xmlNode *node,
                          const struct doc_element *element, struct doc_node *made);

static void read_element(struct reader *reader, const xmlNode *node,
                         const struct doc_element *parent, struct doc_node *made)
{
    const char *name = (const char *)node->name;
    const struct doc_element *element = doc_element_find(name);
    if (!element || !(element->groups & parent->holds) || made->classes & DOC_SYMBOL) {
        complain(reader, node, RULE_PAGE_ELEMENT, _("see the template guide"),
                 element ? _("the element %s does not belong here")
                         : _("the element %s is not known"),
                 name);
        return;
    }
    if (reader->depth >= MAXIMUM_DEPTH) {
        complain(reader, node, RULE_PAGE_DEPTH, NULL, _("%s is nested too deep"), name);
        return;
    }
    bool is_inline = element->groups & GROUP_INLINE;
    if (!is_inline || element->kind == DOC_BREAK)
        end_text(reader);
    struct doc_node *own = make_node(reader, node, element,
                                     is_inline ? inline_parent(reader, parent, node, made) : made);
    if (element->kind == DOC_SPAN && (own->classes & DOC_FILL_IN))
        reader->last_text = NULL;
    reader->depth++;
    read_children(reader, node, element, own);
    reader->depth--;
    if (!is_inline)
        end_text(reader);
    if (own->classes & DOC_SYMBOL && (!own->first || is_blank(own->first->text)))
        complain(reader, node, RULE_PAGE_ELEMENT, _("write the sign into it"),
                 _("%s of class symbol without a sign"), name);
}

static void read_children(struct reader *reader, const xmlNode *node,
                          const struct doc_element *element, struct doc_node *made)
{
    complain_entities(reader, node);
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) {
            read_element(reader, child, element, made);
        } else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
            bool blank = is_blank((const char *)child->content);
            reader->text_count++;
            if (blank && (!(element->holds & GROUP_INLINE) || !reader->last_text))
                continue;
            if (!(element->holds & GROUP_INLINE))
                complain(reader, child, RULE_PAGE_TEXT, _("put it into a paragraph"),
                         _("text directly in %s"), element->name);
            else
                read_text(reader, child, inline_parent(reader, element, child, made));
        }
    }
}

static void check_date(struct reader *reader, const xmlNode *meta)
{
    const char *date = reader->document->date;
    int32_t day;
    if (date && !calendar_read(date, &day))
        complain(reader, meta, RULE_PAGE_ATTRIBUTE,
                 _("write it as 2026-03-31, or leave the meta out"),
                 _("\"%s\" is no day of the calendar"), date);
}

/* Complains of a head's element of which one has been read: which of them counts is not sure. */
static void complain_second(struct reader *reader, const xmlNode *node, const char *name)
{
    complain(reader, node, RULE_PAGE_ELEMENT, _("leave one of them out"),
             _("a second %s, where one has a place"), name);
}

static void read_meta(struct reader *reader, const xmlNode *node)
{
    struct doc_document *document = reader->document;
    const struct {
        const char *name;
        const char **value;
    } fields[] = {
        {"author", &document->author},     {"description", &document->description},
        {"keywords", &document->keywords}, {"date", &document->date},
        {"paper", &document->paper},       {"publicity", &document->publicity},
    };
    xmlChar *name = xmlGetNoNsProp(node, (const xmlChar *)"name");
    xmlChar *content = xmlGetNoNsProp(node, (const xmlChar *)"content");
    bool known = false;
    for (size_t i = 0; name && content && i < sizeof fields / sizeof *fields; i++) {
        if (strcmp(fields[i].name, (const char *)name) != 0)
            continue;
        known = true;
        if (*fields[i].value)
            complain_second(reader, node, arena_printf(reader->arena, "meta %s", fields[i].name));
        if (*content)
            *fields[i].value =
                doc_plain(arena_strdup(reader->arena, (const char *)content), reader->arena);
    }
    if (!known)
        complain(reader, node, RULE_PAGE_ATTRIBUTE, _("see the template guide"),
                 _("meta \"%s\" is not known"), name ? (const char *)name : "");
    else if (strcmp((const char *)name, "date") == 0)
        check_date(reader, node);
    xmlFree(name);
    xmlFree(content);
}

static void read_title(struct reader *reader, const xmlNode *node)
{
    if (reader->document->title)
        complain_second(reader, node, "title");
    reader->document->title = doc_plain(keep(reader, xmlNodeGetContent(node)), reader->arena);
}

static void read_head(struct reader *reader, const xmlNode *head)
{
    complain_entities(reader, head);
    for (const xmlNode *node = head->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        const char *name = (const char *)node->name;
        complain_entities(reader, node);
        if (strcmp(name, "title") == 0)
            read_title(reader, node);
        else if (strcmp(name, "meta") == 0)
            read_meta(reader, node);
        else if (strcmp(name, "link") != 0)
            complain(reader, node, RULE_PAGE_ELEMENT, _("see the template guide"),
                     _("the element %s does not belong here"), name);
    }
    if (!reader->document->title || is_blank(reader->document->title))
        complain(reader, head, RULE_PAGE_TITLE, _("a title is what a reader's program announces"),
                 _("%s without a title"), "head");
}

/* Takes header and footer out of the body, where the layout does not look for them. */
static void part_frames(struct doc_document *document)
{
    struct doc_node *next;
    for (struct doc_node *node = document->body->first; node; node = next) {
        next = node->next;
        struct doc_node **frame = node->kind == DOC_HEADER   ? &document->header
                                  : node->kind == DOC_FOOTER ? &document->footer
                                                             : NULL;
        if (!frame)
            continue;
        doc_remove(node);
        *frame = node;
    }
}

static void read_root(struct reader *reader, const xmlNode *root)
{
    struct doc_complaints complaints = {reader->arena, reader->diags, place_of(reader, root)};
    xmlChar *lang = xmlGetNoNsProp(root, (const xmlChar *)"lang");
    if (!lang)
        complain(reader, root, RULE_PAGE_ATTRIBUTE, _("name the document's language"),
                 _("%s without lang"), "html");
    else
        doc_language_check(&complaints, (const char *)lang);
    reader->document->lang = lang ? keep(reader, lang) : "";
    complain_entities(reader, root);
    for (const xmlNode *node = root->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        const char *name = (const char *)node->name;
        const struct doc_element *element = doc_element_find(name);
        if (strcmp(name, "head") == 0) {
            size_t errors = diags_at_least(reader->diags, DIAG_ERROR);
            read_head(reader, node);
            reader->head_errors += diags_at_least(reader->diags, DIAG_ERROR) - errors;
        } else if (element && element->kind == DOC_BODY && !reader->document->body) {
            reader->document->body = make_node(reader, node, element, NULL);
            read_children(reader, node, element, reader->document->body);
        } else {
            complain(reader, node, RULE_PAGE_ELEMENT, _("see the template guide"),
                     _("the element %s does not belong here"), name);
        }
    }
    if (!reader->document->body)
        complain(reader, root, RULE_PAGE_ELEMENT, NULL, _("%s without a body"), "html");
}

/* The reading of the bytes, and the first fault that ends it. */
struct parsing {
    struct feed feed;
    int code; /* of the fault; XML_ERR_OK when there is none */
    int line, column;
    struct buf message; /* libxml2's words */
};

/* Keeps the first fault: libxml2's later reports are no news. Only reads fields of the parser and
 * the error, as any callback of libxml2. */
static void on_error(void *context, xml_error error)
{
    struct parsing *parsing = ((xmlParserCtxtPtr)context)->_private;
    if (error->level != XML_ERR_FATAL || parsing->code != XML_ERR_OK)
        return;
    parsing->code = error->code;
    parsing->line = error->line;
    parsing->column = error->int2;
    if (error->message)
        buf_string(&parsing->message, error->message);
    parsing->feed.stopped = true;
}

static void complain_long(const char *name, int line, struct diags *diags)
{
    diag_add(diags, RULE_PAGE_WELL_FORMED, (struct diag_place){.file = name, .line = line},
             _("divide it: a text, a tag or a comment may have 10,000,000 bytes"),
             _("the page document is too long, or a text in it is"));
}

static void complain_unread(const char *name, const struct parsing *parsing, struct diags *diags)
{
    const char *message = parsing->message.data;
    int length = (int)parsing->message.size;
    while (length > 0 && isspace((unsigned char)message[length - 1]))
        length--;
    diag_add(diags, RULE_PAGE_WELL_FORMED,
             (struct diag_place){.file = name, .line = parsing->line, .column = parsing->column},
             NULL, _("the page document is not well formed: %.*s"), length, message);
}

/* Returns the line of the first tag that is too long for libxml2 with the text after it, or 0. For
 * too long a text, libxml2 reports a lack of memory. */
static int line_of_too_long(const char *bytes, size_t size)
{
    const char *end = bytes + size;
    int line = 1;
    for (const char *at = bytes; at < end;) {
        const char *tag = memchr(at + 1, '<', (size_t)(end - at - 1));
        const char *next = tag ? tag : end;
        if (next - at > LONGEST)
            return line;
        for (; at < next; at++)
            line += *at == '\n';
    }
    return 0;
}

static xmlDocPtr read_tree(struct parsing *parsing)
{
    xmlParserCtxtPtr context = xmlNewParserCtxt();
    if (!context)
        memory_exhausted();
    context->_private = parsing;
    context->sax->serror = on_error;
    xmlDocPtr xml = xmlCtxtReadIO(context, feed_read, NULL, &parsing->feed, NULL, "UTF-8",
                                  XML_PARSE_NONET | XML_PARSE_BIG_LINES);
    xmlFreeParserCtxt(context);
    return xml;
}

static xmlDocPtr parse(const char *bytes, size_t size, const char *name, struct diags *diags)
{
    int line = line_of_too_long(bytes, size);
    if (line) {
        complain_long(name, line, diags);
        return NULL;
    }
    struct parsing parsing = {.feed = {.bytes = bytes, .left = size}};
    xmlDocPtr xml = read_tree(&parsing);
    if (!xml && parsing.message.size > 0 && parsing.code != XML_ERR_INTERNAL_ERROR)
        complain_unread(name, &parsing, diags);
    else if (!xml) /* "Huge input lookup" */
        complain_long(name, parsing.line, diags);
    buf_free(&parsing.message);
    return xml;
}

static bool declares_nothing(const xmlDoc *xml, const char *name, struct diags *diags)
{
    return !xml->intSubset || !xml->intSubset->children ||
           diag_add(diags, RULE_PAGE_WELL_FORMED, (struct diag_place){.file = name},
                    _("write the characters themselves"),
                    _("a page document cannot declare entities or elements"));
}

struct doc_document *doc_read(const char *bytes, size_t size, const char *name,
                              const struct diag_marks *marks, struct arena *arena,
                              struct diags *diags)
{
    size_t errors = diags_at_least(diags, DIAG_ERROR);
    xmlDocPtr xml = parse(bytes, size, name, diags);
    if (!xml || !declares_nothing(xml, name, diags)) {
        xmlFreeDoc(xml);
        return NULL;
    }
    struct reader reader = {
        .arena = arena,
        .diags = diags,
        .name = name,
        .marks = marks,
        .document = arena_alloc(arena, sizeof *reader.document),
    };
    reader.document->source = marks ? NULL : bytes;
    reader.document->source_size = size;
    const xmlNode *root = xmlDocGetRootElement(xml);
    if (root && strcmp((const char *)root->name, "html") == 0)
        read_root(&reader, root);
    else
        complain(&reader, root, RULE_PAGE_ELEMENT, NULL, _("the root element is not %s"), "html");
    xmlFreeDoc(xml);
    if (diags_at_least(diags, DIAG_ERROR) == errors + reader.head_errors) {
        doc_parts_check(reader.document, diags);
        part_frames(reader.document);
        doc_check(reader.document, diags);
    }
    return diags_at_least(diags, DIAG_ERROR) == errors ? reader.document : NULL;
}
