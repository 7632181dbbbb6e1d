#include "xml/parse.h"

#include "base/feed.h"
#include "base/memory.h"
#include "base/message.h"
#include "xml/fault.h"

#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

#include <string.h>

enum { OPTIONS = XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC };

struct parse {
    struct source *source;
    struct diags *diags; /* NULL: nothing is reported, and the first fault is enough */
    size_t elements, errors;
    size_t last_offset; /* of the error before */
    struct feed feed;   /* when stopped, further reports are no news */
    bool mismatched;    /* a tag has closed another's element, and the rest no longer match */
    size_t after; /* the end of a start tag that was given up: the rest of it is read as text */
};

/* Returns the parser's offset in bytes. Reads its fields only: libxml2's functions may change, when
 * a callback calls them, where the parser goes on. */
static size_t offset_of(xmlParserCtxtPtr parser)
{
    const struct _xmlParserInput *input = parser->input;
    return input ? input->consumed + (size_t)(input->cur - input->base) : 0;
}

/* Ends the parsing at a limit, which has been reported. */
static void give_up(struct parse *parse)
{
    parse->errors++;
    parse->feed.stopped = true;
}

static void check_depth(xmlParserCtxtPtr parser, struct parse *parse, size_t offset)
{
    if (parser->nodeNr <= SOURCE_DEPTH || parse->feed.stopped)
        return;
    if (parse->diags)
        diag_add(parse->diags, RULE_XML_DEPTH, source_place(parse->source, offset), NULL,
                 _("more than %d elements inside each other"), SOURCE_DEPTH);
    give_up(parse);
}

static void check_count(struct parse *parse, size_t offset)
{
    if (++parse->elements <= SOURCE_ELEMENTS || parse->feed.stopped)
        return;
    if (parse->diags)
        diag_add(parse->diags, RULE_XML_ELEMENTS, source_place(parse->source, offset), NULL,
                 _("more than %d elements"), SOURCE_ELEMENTS);
    give_up(parse);
}

static void start_element(void *context, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted_count, const xmlChar **attributes)
{
    xmlParserCtxtPtr parser = context;
    struct parse *parse = parser->_private;
    xmlNodePtr before = parser->node;
    xmlSAX2StartElementNs(context, name, prefix, uri, namespace_count, namespaces, attribute_count,
                          defaulted_count, attributes);
    if (!parser->node || parser->node == before)
        return;
    struct source_span *span = arena_alloc(parse->source->arena, sizeof *span);
    /* The parser stands after the attributes, where no '<' can have come since the tag's own. */
    span->start = source_tag_start(parse->source, offset_of(parser));
    parser->node->_private = span;
    parser->myDoc->_private = parse->source;
    check_depth(parser, parse, span->start);
    check_count(parse, span->start);
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri)
{
    xmlParserCtxtPtr parser = context;
    struct source_span *span = parser->node ? parser->node->_private : NULL;
    if (span)
        span->end = offset_of(parser);
    xmlSAX2EndElementNs(context, name, prefix, uri);
}

static bool is_echo(const struct parse *parse, const xmlError *error, size_t offset)
{
    if (!parse->errors)
        return false;
    return offset == parse->last_offset || offset <= parse->after ||
           error->code == XML_ERR_TAG_NOT_FINISHED || error->code == XML_ERR_DOCUMENT_END ||
           (parse->mismatched && error->code == XML_ERR_TAG_NAME_MISMATCH);
}

/* Returns whether libxml2 gives up a start tag: then its end tag closes another's element. */
static bool gives_up_tag(const xmlError *error)
{
    return error->code == XML_ERR_GT_REQUIRED && error->str1;
}

static void check_error_count(struct parse *parse, size_t offset)
{
    if (parse->source->faults + parse->errors < SOURCE_ERRORS || parse->feed.stopped)
        return;
    source_too_many_errors(source_place(parse->source, offset), parse->diags);
    give_up(parse);
}

static void on_error(void *context, xml_error error)
{
    xmlParserCtxtPtr parser = context;
    struct parse *parse = parser->_private;
    if (error->code == XML_ERR_NO_MEMORY)
        memory_exhausted();
    /* The schema decides what is valid; of the rest, libxml2 has only xml:id. */
    bool is_validity = error->domain == XML_FROM_DTD || error->domain == XML_FROM_VALID;
    if (error->level == XML_ERR_WARNING || is_validity || parse->feed.stopped)
        return;
    size_t offset = offset_of(parser);
    struct fault fault = {.code = error->code,
                          .offset = offset,
                          .message = error->message,
                          .name = error->str1,
                          .other = error->str2,
                          .began = {.line = error->int1}};
    if (parse->diags && !is_echo(parse, error, offset))
        fault_report(parse->source, &fault, parse->diags);
    parse->feed.stopped = !parse->diags;
    parse->errors++;
    parse->last_offset = offset;
    if (gives_up_tag(error))
        parse->after = offset + strcspn(parse->source->bytes.data + offset, ">");
    parse->mismatched |= error->code == XML_ERR_TAG_NAME_MISMATCH || gives_up_tag(error);
    if (parse->diags)
        check_error_count(parse, offset);
}

/* Sets our callbacks. A DOCTYPE that is still in the bytes (recovery.h) declares nothing. */
static void take_over(xmlParserCtxtPtr parser, struct parse *parse)
{
    xmlSAXHandlerPtr sax = parser->sax;
    parser->_private = parse;
    sax->startElementNs = start_element;
    sax->endElementNs = end_element;
    sax->serror = on_error;
    sax->internalSubset = sax->externalSubset = NULL;
    sax->entityDecl = NULL;
    sax->attributeDecl = NULL;
}

xmlDocPtr parse_source(struct source *source, struct diags *diags)
{
    struct parse parse = {.source = source,
                          .diags = diags,
                          .feed = {.bytes = source->bytes.data, .left = source->bytes.size}};
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    if (!parser)
        memory_exhausted();
    take_over(parser, &parse);
    /* Without a URL, or libxml2 would walk through all earlier siblings at each error to look for
     * an XInclude. Without the encoding that the file declares: the bytes are UTF-8, and a
     * converter in between would make offsets costly. */
    xmlDocPtr tree = xmlCtxtReadIO(parser, feed_read, NULL, &parse.feed, NULL, NULL, OPTIONS);
    xmlFreeParserCtxt(parser);
    if (!tree && !parse.errors && diags)
        diag_add(diags, RULE_XML_WELL_FORMED, source_place(source, 0), NULL, _("this is not XML"));
    if (tree && !parse.errors)
        return tree;
    xmlFreeDoc(tree);
    return NULL;
}
