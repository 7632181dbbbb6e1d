#include "xlsx/markup.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/xml_error.h"
#include "xlsx/xlsx.h"

#include <libxml/parserInternals.h>

#include <stdlib.h>
#include <string.h>

/* With NOENT the & of an attribute comes as itself: there are no entities but XML's own. */
enum { OPTIONS = XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC };

struct markup {
    struct package *package;
    struct part part;
    const struct markup_listener *listener;
    void *context;
    xmlParserCtxtPtr parser;
    size_t depth;                      /* of the element that is open */
    const char *names[XLSX_DEPTH + 1]; /* of the open elements; libxml2's own strings, or "" */
    int declared[XLSX_DEPTH + 1];      /* namespaces by each of them */
    int namespaces;
    int attribute_count;
    const xmlChar **attributes; /* of the element that starts */
    struct buf value;           /* of the attribute that was asked for last */
    struct buf text;
    bool is_gathering, is_stopped;
    uint64_t heard; /* the part's unpacked bytes when libxml2 last told of something */
};

bool markup_is(const struct markup *markup, const char *parent, const char *name)
{
    size_t depth = markup->depth;
    return strcmp(markup->names[depth], name) == 0 &&
           strcmp(depth ? markup->names[depth - 1] : "", parent) == 0;
}

void markup_gather(struct markup *markup)
{
    buf_clear(&markup->text);
    markup->is_gathering = true;
}

void markup_gathered(struct markup *markup)
{
    markup->is_gathering = false;
}

const char *markup_text(const struct markup *markup)
{
    return markup->text.size ? markup->text.data : "";
}

void markup_stop(struct markup *markup)
{
    markup->is_stopped = true;
}

bool markup_is_stopped(const struct markup *markup)
{
    return markup->is_stopped;
}

/* Returns whether the namespace is one whose elements are looked at. */
static bool is_known(const xmlChar *uri)
{
    static const char *const known[] = {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/package/2006/relationships",
    };
    for (size_t i = 0; uri && i < sizeof known / sizeof *known; i++)
        if (strcmp((const char *)uri, known[i]) == 0)
            return true;
    return false;
}

/* Returns the prefix that an attribute of a namespace has here: "" without one, NULL for one whose
 * attributes have no name. */
static const char *prefix_of(const xmlChar *uri)
{
    static const char *const relationships[] = {
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    };
    if (!uri)
        return "";
    if (strcmp((const char *)uri, "http://www.w3.org/XML/1998/namespace") == 0)
        return "xml:";
    for (size_t i = 0; i < sizeof relationships / sizeof *relationships; i++)
        if (strcmp((const char *)uri, relationships[i]) == 0)
            return "r:";
    return NULL;
}

const char *markup_attribute(struct markup *markup, const char *name)
{
    for (int i = 0; i < markup->attribute_count; i++) {
        const xmlChar **attribute = markup->attributes + (size_t)i * 5;
        const char *prefix = prefix_of(attribute[2]);
        size_t length = prefix ? strlen(prefix) : 0;
        if (!prefix || strncmp(name, prefix, length) != 0 ||
            strcmp(name + length, (const char *)attribute[0]) != 0)
            continue;
        buf_clear(&markup->value);
        buf_append(&markup->value, attribute[3], (size_t)(attribute[4] - attribute[3]));
        return markup->value.data;
    }
    return NULL;
}

long markup_number(struct markup *markup, const char *name, long limit, long fallback)
{
    const char *value = markup_attribute(markup, name);
    size_t digits = value ? strspn(value, "0123456789") : 0;
    if (digits == 0 || digits > 9 || value[digits])
        return fallback;
    long number = strtol(value, NULL, 10);
    return number <= limit ? number : fallback;
}

/* --- What libxml2 tells --- */

/* Stops at a limit of the markup. */
static void stop_over(struct markup *markup, const char *format, int limit)
{
    package_is_over(markup->package, format, markup->part.name, limit);
    markup->is_stopped = true;
}

/* Opens an element. Returns whether it may be. */
static bool open_element(struct markup *markup, const xmlChar *name, const xmlChar *uri,
                         int declared, int attribute_count)
{
    if (markup->depth == XLSX_DEPTH)
        stop_over(markup, _("part %s of the workbook has more than %d elements inside each other"),
                  XLSX_DEPTH);
    else if (markup->namespaces + declared > MARKUP_NAMESPACES)
        stop_over(markup, _("part %s of the workbook has more than %d namespaces"),
                  MARKUP_NAMESPACES);
    else if (attribute_count > MARKUP_ATTRIBUTES)
        stop_over(markup, _("part %s of the workbook has an element with more than %d attributes"),
                  MARKUP_ATTRIBUTES);
    if (markup->is_stopped)
        return false;
    markup->depth++;
    markup->names[markup->depth] = is_known(uri) ? (const char *)name : "";
    markup->declared[markup->depth] = declared;
    markup->namespaces += declared;
    return true;
}

static void start_element(void *context, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted_count, const xmlChar **attributes)
{
    struct markup *markup = context;
    (void)prefix, (void)namespaces, (void)defaulted_count;
    markup->heard = markup->part.unpacked;
    if (markup->is_stopped || !open_element(markup, name, uri, namespace_count, attribute_count))
        return;
    markup->attribute_count = attribute_count;
    markup->attributes = attributes;
    markup->listener->start(markup->context, markup);
    markup->attribute_count = 0;
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri)
{
    struct markup *markup = context;
    (void)name, (void)prefix, (void)uri;
    markup->heard = markup->part.unpacked;
    if (markup->is_stopped)
        return;
    markup->listener->end(markup->context, markup);
    markup->namespaces -= markup->declared[markup->depth];
    markup->depth--;
}

static void characters(void *context, const xmlChar *bytes, int size)
{
    struct markup *markup = context;
    markup->heard = markup->part.unpacked;
    if (markup->is_stopped || !markup->is_gathering)
        return;
    buf_append(&markup->text, bytes, (size_t)size);
    if (markup->text.size > MARKUP_TEXT_SIZE)
        stop_over(markup, _("part %s of the workbook has a text of more than %d bytes"),
                  MARKUP_TEXT_SIZE);
}

/* Takes note of what nobody looks at. */
static void comment(void *context, const xmlChar *text)
{
    struct markup *markup = context;
    (void)text;
    markup->heard = markup->part.unpacked;
}

static void instruction(void *context, const xmlChar *target, const xmlChar *text)
{
    (void)target;
    comment(context, text);
}

/* Refuses a DOCTYPE before anything in it is read. */
static void doctype(void *context, const xmlChar *name, const xmlChar *external,
                    const xmlChar *system)
{
    struct markup *markup = context;
    (void)name, (void)external, (void)system;
    if (!markup->is_stopped)
        package_is_broken(markup->package, _("part %s of the workbook has a DOCTYPE declaration"),
                          markup->part.name);
    markup->is_stopped = true;
}

static void on_error(void *context, xml_error error)
{
    struct markup *markup = context;
    if (error->level == XML_ERR_WARNING || markup->is_stopped)
        return;
    if (!markup->part.is_over && !markup->part.is_broken)
        package_is_broken(markup->package,
                          _("line %d of part %s of the workbook is not well-formed XML"),
                          error->line, markup->part.name);
    markup->is_stopped = true;
}

/* Takes what libxml2 would print of bytes that aren't UTF-16, though they say so: of the parser it
 * comes once more. */
static void keep_silent(void *context, xml_error error)
{
    (void)context, (void)error;
}

/* Hands libxml2 the next bytes of the part; none when it is to come to its end (base/feed.h says
 * why it is never stopped from a callback). */
static int read_part(void *context, char *buffer, int size)
{
    struct markup *markup = context;
    if (!markup->is_stopped && markup->part.unpacked - markup->heard > MARKUP_TAG_SIZE)
        stop_over(markup, _("part %s of the workbook has a tag of more than %d bytes"),
                  MARKUP_TAG_SIZE);
    return markup->is_stopped ? 0 : part_read(&markup->part, buffer, size);
}

static xmlParserCtxtPtr new_parser(struct markup *markup)
{
    xmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = start_element,
        .endElementNs = end_element,
        .characters = characters,
        .ignorableWhitespace = characters,
        .cdataBlock = characters,
        .comment = comment,
        .processingInstruction = instruction,
        .internalSubset = doctype,
        .serror = on_error,
    };
    xmlParserCtxtPtr parser =
        xmlCreateIOParserCtxt(&handler, markup, read_part, NULL, markup, XML_CHAR_ENCODING_NONE);
    if (!parser)
        memory_exhausted();
    xmlCtxtUseOptions(parser, OPTIONS);
    return parser;
}

bool markup_read(struct package *package, const char *part, const struct markup_listener *listener,
                 void *context)
{
    struct markup markup = {
        .package = package, .listener = listener, .context = context, .names = {""}};
    if (!part_open(package, part, &markup.part))
        return false;
    xmlStructuredErrorFunc heard_before = xmlStructuredError;
    void *context_before = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(NULL, keep_silent);
    xmlParserCtxtPtr parser = new_parser(&markup);
    xmlParseDocument(parser);
    xmlSetStructuredErrorFunc(context_before, heard_before);
    xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
    part_close(&markup.part);
    buf_free(&markup.value);
    buf_free(&markup.text);
    return !markup.is_stopped && !markup.part.is_over && !markup.part.is_broken;
}
