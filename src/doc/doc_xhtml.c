/*
 * Reads XHTML into the document tree. One table says of each element what it becomes, what it may
 * hold and which attributes and classes it takes; one walk applies it. White space is collapsed as
 * CSS does it (white-space: normal), and inline content that stands directly in an item, a cell or
 * a definition is wrapped in an implied paragraph, so that the layout meets one shape only.
 */
#include "doc/doc_private.h"

#include "base/message.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <stdlib.h>
#include <string.h>

enum { MAXIMUM_DEPTH = 100 };

const struct doc_class_name doc_class_names[] = {
    {"side", DOC_SIDE},
    {"landscape", DOC_LANDSCAPE},
    {"wide", DOC_WIDE},
    {"break-before", DOC_BREAK_BEFORE},
    {"keep", DOC_KEEP},
    {"small", DOC_SMALL},
    {"keep-with-next", DOC_KEEP_WITH_NEXT},
    {"lead", DOC_LEAD},
    {"compact", DOC_COMPACT},
    {"plain", DOC_PLAIN},
    {"numeric", DOC_NUMERIC},
    {"toc", DOC_TOC},
    {"no-hyphens", DOC_NO_HYPHENS},
    {"nowrap", DOC_NOWRAP},
    {"fill-in", DOC_FILL_IN},
    {"label", DOC_LABEL},
    {"organisation", DOC_ORGANISATION},
    {"body", DOC_DECIDING_BODY},
    {"kind", DOC_PAPER_KIND},
    {"date", DOC_DATE},
    {"record-number", DOC_RECORD_NUMBER},
    {"notice", DOC_NOTICE},
    {"bar-chart", DOC_BAR_CHART},
    {"line-chart", DOC_LINE_CHART},
    {"target-low", DOC_TARGET_LOW},
    {"target-high", DOC_TARGET_HIGH},
};
const size_t doc_class_count = sizeof doc_class_names / sizeof *doc_class_names;

/* What an element may hold, and where it may stand: sets of these bits. */
enum group {
    BLOCK = 1 << 0,
    INLINE = 1 << 1,
    ITEM_BLOCK = 1 << 2, /* the blocks that items and cells may hold: p, ul, ol */
    ITEM = 1 << 3,
    TERM = 1 << 4,
    TABLE_PART = 1 << 5,
    ROW = 1 << 6,
    CELL = 1 << 7,
    FIGURE_PART = 1 << 8,
    CONTENTS_PART = 1 << 9,
    FRAME = 1 << 10,  /* header, footer */
    LINE = 1 << 11,   /* p in a header or footer */
    PICTURE = 1 << 12 /* img */
};

enum attribute {
    SPANS = 1 << 0, /* colspan, rowspan, headers */
    SCOPE = 1 << 1,
    HREF = 1 << 2, /* href, title */
    LIST = 1 << 3, /* type, start */
    IMAGE = 1 << 4 /* src, alt, width */
};

struct element {
    const char *name;
    enum doc_kind kind;
    unsigned groups; /* which it belongs to */
    unsigned holds;  /* which its children may belong to; INLINE: text, too */
    unsigned classes;
    unsigned attributes;
};

#define ALWAYS (DOC_NO_HYPHENS)
#define LOOSE (INLINE | ITEM_BLOCK)

static const struct element elements[] = {
    {"body", DOC_BODY, 0, BLOCK | FRAME, ALWAYS, 0},
    {"header", DOC_HEADER, FRAME, LINE | PICTURE, ALWAYS, 0},
    {"footer", DOC_FOOTER, FRAME, LINE, ALWAYS, 0},
    {"section", DOC_SECTION, BLOCK, BLOCK,
     ALWAYS | DOC_SIDE | DOC_LANDSCAPE | DOC_WIDE | DOC_BREAK_BEFORE | DOC_KEEP, 0},
    {"h1", DOC_HEADING, BLOCK, INLINE, ALWAYS, 0},
    {"h2", DOC_HEADING, BLOCK | CONTENTS_PART, INLINE, ALWAYS | DOC_BREAK_BEFORE, 0},
    {"h3", DOC_HEADING, BLOCK, INLINE, ALWAYS | DOC_BREAK_BEFORE, 0},
    {"h4", DOC_HEADING, BLOCK, INLINE, ALWAYS, 0},
    {"p", DOC_PARAGRAPH, BLOCK | ITEM_BLOCK | LINE, INLINE,
     ALWAYS | DOC_SMALL | DOC_KEEP_WITH_NEXT | DOC_LEAD | DOC_ORGANISATION | DOC_DECIDING_BODY |
         DOC_PAPER_KIND | DOC_DATE | DOC_RECORD_NUMBER | DOC_NOTICE,
     0},
    {"ul", DOC_LIST, BLOCK | ITEM_BLOCK, ITEM, ALWAYS | DOC_COMPACT | DOC_KEEP, 0},
    {"ol", DOC_LIST, BLOCK | ITEM_BLOCK | CONTENTS_PART, ITEM, ALWAYS | DOC_COMPACT | DOC_KEEP,
     LIST},
    {"li", DOC_ITEM, ITEM, LOOSE, ALWAYS | DOC_KEEP, 0},
    {"dl", DOC_TERMS, BLOCK, TERM, ALWAYS | DOC_COMPACT | DOC_KEEP, 0},
    {"dt", DOC_TERM, TERM, INLINE, ALWAYS, 0},
    {"dd", DOC_DETAIL, TERM, LOOSE, ALWAYS, 0},
    {"table", DOC_TABLE, BLOCK, TABLE_PART | ROW,
     ALWAYS | DOC_WIDE | DOC_PLAIN | DOC_KEEP | DOC_BAR_CHART | DOC_LINE_CHART, 0},
    {"caption", DOC_CAPTION, TABLE_PART, INLINE, ALWAYS, 0},
    {"thead", DOC_TABLE_HEAD, TABLE_PART, ROW, ALWAYS, 0},
    {"tbody", DOC_TABLE_BODY, TABLE_PART, ROW, ALWAYS, 0},
    {"tr", DOC_ROW, ROW, CELL, ALWAYS, 0},
    {"th", DOC_CELL, CELL, LOOSE, ALWAYS | DOC_NUMERIC | DOC_TARGET_LOW | DOC_TARGET_HIGH,
     SPANS | SCOPE},
    {"td", DOC_CELL, CELL, LOOSE, ALWAYS | DOC_NUMERIC, SPANS},
    {"figure", DOC_FIGURE, BLOCK, FIGURE_PART | PICTURE, ALWAYS | DOC_WIDE, 0},
    {"figcaption", DOC_FIGURE_CAPTION, FIGURE_PART, INLINE, ALWAYS, 0},
    {"img", DOC_IMAGE, PICTURE, 0, 0, IMAGE},
    {"nav", DOC_CONTENTS, BLOCK, CONTENTS_PART, ALWAYS | DOC_TOC, 0},
    {"em", DOC_EM, INLINE, INLINE, ALWAYS, 0},
    {"strong", DOC_STRONG, INLINE, INLINE, ALWAYS, 0},
    {"a", DOC_LINK, INLINE, INLINE, ALWAYS, HREF},
    {"span", DOC_SPAN, INLINE, INLINE, ALWAYS | DOC_NOWRAP | DOC_FILL_IN | DOC_LABEL, 0},
    {"br", DOC_BREAK, INLINE, 0, 0, 0},
};

struct reader {
    struct arena *arena;
    struct diags *diags;
    const char *name;
    struct doc_document *document;
    struct doc_node *last_text; /* of the paragraph in hand; NULL at its start */
    int depth;
    bool traced; /* elements carry data-at, the root first */
};

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* A whole number from 1 to 10,000; 0 for anything else. */
static int read_number(const char *value)
{
    int number = 0;
    for (; *value >= '0' && *value <= '9' && number <= 10000; value++)
        number = number * 10 + (*value - '0');
    return *value || number > 10000 ? 0 : number;
}

/* data-at on the node or the nearest element above it: the template's place. */
static bool traced_place(struct reader *reader, const xmlNode *node, struct diag_place *place)
{
    for (; reader->traced && node && node->type != XML_DOCUMENT_NODE; node = node->parent) {
        xmlChar *at = node->type == XML_ELEMENT_NODE
                          ? xmlGetNoNsProp(node, (const xmlChar *)"data-at")
                          : NULL;
        const char *colon = at ? strrchr((const char *)at, ':') : NULL;
        if (colon)
            *place = (struct diag_place){
                .file = arena_strndup(reader->arena, (const char *)at,
                                      (size_t)(colon - (const char *)at)),
                .line = read_number(colon + 1),
            };
        xmlFree(at);
        if (colon)
            return true;
    }
    return false;
}

static struct diag_place place_of(struct reader *reader, const xmlNode *node)
{
    struct diag_place place = {.file = reader->name, .line = (int)xmlGetLineNo(node)};
    traced_place(reader, node, &place);
    return place;
}

static void complain(struct reader *reader, const xmlNode *node, const char *rule, const char *hint,
                     const char *message, const char *what)
{
    diag_add(reader->diags, DIAG_ERROR, rule, place_of(reader, node), hint, message, what);
}

static const struct element *find_element(const char *name)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (strcmp(elements[i].name, name) == 0)
            return &elements[i];
    return NULL;
}

static const char *keep(struct reader *reader, xmlChar *value)
{
    const char *copy = arena_strdup(reader->arena, (const char *)value);
    xmlFree(value);
    return copy;
}

static unsigned class_bit(const char *name, size_t size)
{
    for (size_t i = 0; i < doc_class_count; i++)
        if (strlen(doc_class_names[i].name) == size &&
            memcmp(doc_class_names[i].name, name, size) == 0)
            return doc_class_names[i].bit;
    return 0;
}

static unsigned read_classes(struct reader *reader, const xmlNode *node, unsigned allowed,
                             const char *value)
{
    unsigned classes = 0;
    while (*value) {
        size_t size = 0;
        while (value[size] && !is_space(value[size]))
            size++;
        unsigned bit = class_bit(value, size);
        if (size && !(bit & allowed))
            complain(reader, node, "page-class", _("see the list of classes in the template guide"),
                     _("the class \"%s\" is not known here"),
                     arena_strndup(reader->arena, value, size));
        classes |= bit & allowed;
        value += size;
        while (is_space(*value))
            value++;
    }
    return classes;
}

static bool read_count(struct reader *reader, const xmlNode *node, const char *value, int *count)
{
    *count = read_number(value);
    if (*count > 0)
        return true;
    *count = 1;
    complain(reader, node, "page-attribute", _("write a whole number from 1"),
             _("\"%s\" is not a count"), value);
    return true;
}

static enum doc_scope read_scope(struct reader *reader, const xmlNode *node, const char *value)
{
    static const char *const names[] = {"", "col", "row", "colgroup", "rowgroup"};
    for (int i = 1; i < 5; i++)
        if (strcmp(value, names[i]) == 0)
            return (enum doc_scope)i;
    complain(reader, node, "page-attribute", _("use col, row, colgroup or rowgroup"),
             _("\"%s\" is not a scope"), value);
    return DOC_SCOPE_COLUMN;
}

static bool read_cell_attribute(struct reader *reader, const xmlNode *node, const char *name,
                                const char *value, struct doc_node *made)
{
    if (strcmp(name, "colspan") == 0)
        return read_count(reader, node, value, &made->cell.column_span);
    if (strcmp(name, "rowspan") == 0)
        return read_count(reader, node, value, &made->cell.row_span);
    if (strcmp(name, "headers") == 0)
        made->cell.headers = value;
    else if (strcmp(name, "scope") == 0 && made->cell.header)
        made->cell.scope = read_scope(reader, node, value);
    else
        return false;
    return true;
}

static bool read_list_attribute(struct reader *reader, const xmlNode *node, const char *name,
                                const char *value, struct doc_node *made)
{
    if (strcmp(name, "start") == 0)
        return read_count(reader, node, value, &made->list.start);
    if (strcmp(name, "type") != 0)
        return false;
    if (strcmp(value, "1") != 0 && strcmp(value, "a") != 0)
        complain(reader, node, "page-attribute", _("use 1 or a"), _("\"%s\" is not a list type"),
                 value);
    else
        made->list.type = value[0];
    return true;
}

static bool read_image_attribute(struct reader *reader, const xmlNode *node, const char *name,
                                 const char *value, struct doc_node *made)
{
    int millimetres;
    if (strcmp(name, "src") == 0) {
        made->image.source = value;
    } else if (strcmp(name, "alt") == 0) {
        made->image.alt = value;
    } else if (strcmp(name, "width") == 0) {
        read_count(reader, node, value, &millimetres);
        made->image.width = MM(millimetres);
    } else {
        return false;
    }
    return true;
}

static bool read_link_attribute(const char *name, const char *value, struct doc_node *made)
{
    if (strcmp(name, "href") == 0)
        made->link.href = value;
    else if (strcmp(name, "title") == 0)
        made->link.title = value;
    else
        return false;
    return true;
}

static bool read_own_attribute(struct reader *reader, const xmlNode *node,
                               const struct element *element, const char *name, const char *value,
                               struct doc_node *made)
{
    if (element->attributes & (SPANS | SCOPE))
        return read_cell_attribute(reader, node, name, value, made);
    if (element->attributes & LIST)
        return read_list_attribute(reader, node, name, value, made);
    if (element->attributes & IMAGE)
        return read_image_attribute(reader, node, name, value, made);
    if (element->attributes & HREF)
        return read_link_attribute(name, value, made);
    return false;
}

static void read_attribute(struct reader *reader, const xmlNode *node,
                           const struct element *element, const xmlAttr *attribute,
                           struct doc_node *made)
{
    const char *name = (const char *)attribute->name;
    xmlChar *raw = xmlNodeListGetString(node->doc, attribute->children, 1);
    const char *value = raw ? keep(reader, raw) : "";
    if (strcmp(name, "class") == 0)
        made->classes = read_classes(reader, node, element->classes, value);
    else if (strcmp(name, "id") == 0)
        made->id = value;
    else if (strcmp(name, "lang") == 0)
        made->lang = value;
    else if (strcmp(name, "data-at") == 0)
        return;
    else if (!read_own_attribute(reader, node, element, name, value, made))
        complain(reader, node, "page-attribute", _("see the template guide"),
                 _("the attribute \"%s\" is not known here"), name);
}

static void check_required(struct reader *reader, const xmlNode *node,
                           const struct element *element, const struct doc_node *made)
{
    if (made->kind == DOC_LINK && !made->link.href)
        complain(reader, node, "page-attribute", NULL, _("%s without href"), element->name);
    if (made->kind == DOC_IMAGE && (!made->image.source || !made->image.alt))
        complain(reader, node, "page-attribute",
                 _("say with alt what the picture shows, for those who cannot see it"),
                 _("%s without src or alt"), element->name);
    if (made->kind == DOC_CELL && made->cell.header && !made->cell.scope)
        complain(reader, node, "page-attribute", _("add scope=\"col\" or scope=\"row\""),
                 _("%s without scope"), element->name);
}

static struct doc_node *make_node(struct reader *reader, const xmlNode *node,
                                  const struct element *element, struct doc_node *parent)
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
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        read_attribute(reader, node, element, attribute, made);
    check_required(reader, node, element, made);
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
    while (is_space(*text))
        text++;
    return !*text;
}

static void read_text(struct reader *reader, const xmlNode *node, struct doc_node *parent)
{
    const char *raw = (const char *)node->content;
    char *text = arena_alloc(reader->arena, strlen(raw) + 1);
    size_t size = 0;
    bool after_space = ends_in_space(reader->last_text);
    for (; *raw; raw++) {
        bool space = is_space(*raw);
        if (!space || !after_space)
            text[size++] = space ? ' ' : *raw;
        after_space = space;
    }
    if (!size)
        return;
    struct doc_node *made = arena_alloc(reader->arena, sizeof *made);
    made->kind = DOC_TEXT;
    made->place = place_of(reader, node);
    made->lang = parent->lang;
    made->text = text;
    doc_append(parent, made);
    reader->last_text = made;
}

/* Inline content directly in an item or a cell goes into an implied paragraph. */
static struct doc_node *inline_parent(struct reader *reader, const struct element *element,
                                      const xmlNode *node, struct doc_node *made)
{
    if (!(element->holds & ITEM_BLOCK))
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

static void read_children(struct reader *reader, const xmlNode *node, const struct element *element,
                          struct doc_node *made);

static void read_element(struct reader *reader, const xmlNode *node, const struct element *parent,
                         struct doc_node *made)
{
    const char *name = (const char *)node->name;
    const struct element *element = find_element(name);
    if (!element || !(element->groups & parent->holds)) {
        complain(reader, node, "page-element", _("see the template guide"),
                 element ? _("the element %s does not belong here")
                         : _("the element %s is not known"),
                 name);
        return;
    }
    if (reader->depth >= MAXIMUM_DEPTH) {
        complain(reader, node, "page-depth", NULL, _("%s is nested too deep"), name);
        return;
    }
    bool is_inline = element->groups & INLINE;
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
}

static void read_children(struct reader *reader, const xmlNode *node, const struct element *element,
                          struct doc_node *made)
{
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) {
            read_element(reader, child, element, made);
        } else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
            bool blank = is_blank((const char *)child->content);
            if (blank && (!(element->holds & INLINE) || !reader->last_text))
                continue;
            if (!(element->holds & INLINE))
                complain(reader, child, "page-text", _("put it into a paragraph"),
                         _("text directly in %s"), element->name);
            else
                read_text(reader, child, inline_parent(reader, element, child, made));
        }
    }
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
        if (*content)
            *fields[i].value = arena_strdup(reader->arena, (const char *)content);
    }
    if (!known)
        complain(reader, node, "page-attribute", _("see the template guide"),
                 _("meta \"%s\" is not known"), name ? (const char *)name : "");
    xmlFree(name);
    xmlFree(content);
}

static void read_head(struct reader *reader, const xmlNode *head)
{
    for (const xmlNode *node = head->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        const char *name = (const char *)node->name;
        if (strcmp(name, "title") == 0)
            reader->document->title = keep(reader, xmlNodeGetContent(node));
        else if (strcmp(name, "meta") == 0)
            read_meta(reader, node);
        else if (strcmp(name, "link") != 0)
            complain(reader, node, "page-element", _("see the template guide"),
                     _("the element %s does not belong here"), name);
    }
    if (!reader->document->title || is_blank(reader->document->title))
        complain(reader, head, "page-title", _("a title is what a reader's program announces"),
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
    xmlChar *lang = xmlGetNoNsProp(root, (const xmlChar *)"lang");
    if (!lang)
        complain(reader, root, "page-attribute", _("name the document's language"),
                 _("%s without lang"), "html");
    reader->document->lang = lang ? keep(reader, lang) : "";
    for (const xmlNode *node = root->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        const char *name = (const char *)node->name;
        const struct element *element = find_element(name);
        if (strcmp(name, "head") == 0) {
            read_head(reader, node);
        } else if (element && element->kind == DOC_BODY && !reader->document->body) {
            reader->document->body = make_node(reader, node, element, NULL);
            read_children(reader, node, element, reader->document->body);
        } else {
            complain(reader, node, "page-element", _("see the template guide"),
                     _("the element %s does not belong here"), name);
        }
    }
    if (!reader->document->body)
        complain(reader, root, "page-element", NULL, _("%s without a body"), "html");
}

static void ignore_error(void *context, xmlErrorPtr error)
{
    (void)context;
    (void)error;
}

static xmlDocPtr parse(const char *bytes, size_t size, const char *name, struct diags *diags)
{
    xmlParserCtxtPtr context = xmlNewParserCtxt();
    xmlDocPtr xml = NULL;
    if (context && size < INT32_MAX) {
        context->sax->serror = ignore_error;
        xml = xmlCtxtReadMemory(context, bytes, (int)size, NULL, "UTF-8",
                                XML_PARSE_NONET | XML_PARSE_BIG_LINES);
    }
    if (!xml) {
        xmlErrorPtr error = context ? xmlCtxtGetLastError(context) : NULL;
        struct diag_place place = {.file = name, .line = error ? error->line : 0};
        diag_add(diags, DIAG_ERROR, "page-well-formed", place, NULL,
                 _("the page document is not well formed: %s"),
                 error && error->message ? error->message : "");
    }
    xmlFreeParserCtxt(context);
    return xml;
}

struct doc_document *doc_read(const char *bytes, size_t size, const char *name, struct arena *arena,
                              struct diags *diags)
{
    size_t errors = diags_at_least(diags, DIAG_ERROR);
    xmlDocPtr xml = parse(bytes, size, name, diags);
    if (!xml)
        return NULL;
    struct reader reader = {
        .arena = arena,
        .diags = diags,
        .name = name,
        .document = arena_alloc(arena, sizeof *reader.document),
    };
    const xmlNode *root = xmlDocGetRootElement(xml);
    reader.traced = xmlHasProp(root, (const xmlChar *)"data-at") != NULL;
    if (root && strcmp((const char *)root->name, "html") == 0)
        read_root(&reader, root);
    else
        complain(&reader, root, "page-element", NULL, _("the root element is not %s"), "html");
    xmlFreeDoc(xml);
    if (diags_at_least(diags, DIAG_ERROR) == errors) {
        part_frames(reader.document);
        doc_check(reader.document, diags);
    }
    return diags_at_least(diags, DIAG_ERROR) == errors ? reader.document : NULL;
}
