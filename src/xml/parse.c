#include "xml/parse.h"

#include "base/feed.h"
#include "base/memory.h"
#include "base/message.h"
#include "xml/doctype.h"

#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

#include <string.h>

/* So many faults are told one by one, and so many bytes read again for them; then the rest are told
 * as the parser sees them. */
enum { MENDED = 200, READ = 8 * 1024 * 1024 };

enum { OPTIONS = XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC };

struct parse {
    struct source *source;
    struct diags *diags;
    struct models *models;
    size_t elements, errors;
    struct arena *arena;
    struct mending mending; /* of the fault at which the parser has stopped */
    bool has_mending;
    bool may_change;           /* the source */
    size_t told, mended, read; /* faults, and bytes in all */
    size_t last_offset;        /* of the error before */
    struct feed feed;          /* stopped: what libxml2 reports after it is no news */
    bool mismatched; /* a tag has closed another's element: the rest no longer match, either */
    size_t behind;   /* a start tag that was given up: what is left of it is read as text */
};

/* Returns the offset at which the parser stands, in bytes. Reads its fields only: a function of
 * libxml2 that is called from one of its callbacks may change what the parser goes on with. */
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
    diag_add(parse->diags, DIAG_ERROR, "xml-depth", source_place(parse->source, offset), NULL,
             _("more than %d elements inside each other"), SOURCE_DEPTH);
    give_up(parse);
}

static void check_count(struct parse *parse, size_t offset)
{
    if (++parse->elements <= SOURCE_ELEMENTS || parse->feed.stopped)
        return;
    diag_add(parse->diags, DIAG_ERROR, "xml-elements", source_place(parse->source, offset), NULL,
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
    /* The parser stands behind the attributes, where no '<' can have come since the tag's own. */
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
    return offset == parse->last_offset || offset <= parse->behind ||
           error->code == XML_ERR_TAG_NOT_FINISHED || error->code == XML_ERR_DOCUMENT_END ||
           (parse->mismatched && error->code == XML_ERR_TAG_NAME_MISMATCH);
}

/* A start tag that libxml2 can't read to its end begins no element, so that its end tag closes
 * another's. */
static bool gives_up_tag(const xmlError *error)
{
    return error->code == XML_ERR_GT_REQUIRED && error->str1;
}

static void check_error_count(struct parse *parse, size_t offset)
{
    if (parse->mended + parse->errors < SOURCE_ERRORS || parse->feed.stopped)
        return;
    source_too_many_errors(source_place(parse->source, offset), parse->diags);
    give_up(parse);
}

static void drop_mending(struct parse *parse)
{
    buf_free(&parse->mending.text);
    tags_free(parse->mending.tags);
    parse->mending = (struct mending){0};
}

/* Reports a fault that the parser can be brought over. What the parser finds after it is no news.
 */
static bool mend_fault(xmlParserCtxtPtr parser, struct parse *parse, struct fault *fault)
{
    parse->mending = (struct mending){.source = parse->source,
                                      .models = parse->models,
                                      .open = parser->node,
                                      .arena = parse->arena};
    bool may_mend = !parse->errors && parse->mended < MENDED && parse->read <= READ;
    if (!may_mend || !mend(&parse->mending, fault)) {
        drop_mending(parse);
        return false;
    }
    if (!parse->mending.is_silent) {
        wellformed_explain(parse->source, fault, parse->diags);
        parse->told++;
    }
    parse->has_mending = parse->feed.stopped = true;
    return true;
}

static void on_error(void *context, xml_error error)
{
    xmlParserCtxtPtr parser = context;
    struct parse *parse = parser->_private;
    if (error->code == XML_ERR_NO_MEMORY)
        memory_exhausted();
    /* The schema says what is valid; of the rest, libxml2 has only xml:id. */
    bool is_validity = error->domain == XML_FROM_DTD || error->domain == XML_FROM_VALID;
    if (error->level == XML_ERR_WARNING || is_validity || parse->feed.stopped)
        return;
    size_t offset = offset_of(parser);
    struct fault fault = {.code = error->code,
                          .offset = offset,
                          .message = error->message,
                          .name = error->str1,
                          .other = error->str2,
                          .line = error->int1};
    if (!is_echo(parse, error, offset)) {
        if (mend_fault(parser, parse, &fault))
            return;
        wellformed_explain(parse->source, &fault, parse->diags);
    }
    parse->errors++;
    parse->last_offset = offset;
    if (gives_up_tag(error))
        parse->behind = offset + strcspn(parse->source->bytes.data + offset, ">");
    parse->mismatched |= error->code == XML_ERR_TAG_NAME_MISMATCH || gives_up_tag(error);
    check_error_count(parse, offset);
}

/* Behind a comment, CDATA section, instruction or declaration at text; NULL when none begins there.
 */
static const char *behind_other_markup(const char *text)
{
    static const char *const forms[][2] = {
        {"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", ">"}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (strncmp(text, forms[i][0], strlen(forms[i][0])) != 0)
            continue;
        const char *end = strstr(text + strlen(forms[i][0]), forms[i][1]);
        return end ? end + strlen(forms[i][1]) : text + strlen(text);
    }
    return NULL;
}

/* How many attributes the start tag at *text seems to have; moves *text behind it. */
static int count_attributes(const char **text)
{
    int count = 0;
    char quote = '\0';
    const char *at = *text + 1;
    for (; *at && (quote || *at != '>') && *at != '<'; at++) {
        if (quote)
            quote = *at == quote ? '\0' : quote;
        else if (*at == '"' || *at == '\'')
            quote = *at;
        else
            count += *at == '=';
    }
    *text = at;
    return count;
}

/* Moves *text behind the markup or the text that begins there; how many attributes it seems to
 * have. */
static int skip_piece(const char **text)
{
    const char *behind = behind_other_markup(*text);
    int attributes = 0;
    if (behind) {
        *text = behind;
    } else if (**text == '<') {
        attributes = count_attributes(text);
        *text += **text == '>';
    } else {
        *text += strcspn(*text, "<");
    }
    return attributes;
}

/*
 * Before the parser sees the file: its time grows with the square of an element's attributes, and
 * of a text that is too long for it, it says that there is no memory.
 */
static bool check_pieces(const struct source *source, struct diags *diags)
{
    const char *bytes = source->bytes.data;
    for (const char *at = bytes; *at;) {
        size_t start = (size_t)(at - bytes);
        int attributes = skip_piece(&at);
        if (attributes > SOURCE_ATTRIBUTES)
            return diag_add(diags, DIAG_ERROR, "xml-attributes", source_place(source, start), NULL,
                            _("an element has more than %d attributes"), SOURCE_ATTRIBUTES);
        if ((size_t)(at - bytes) - start > SOURCE_LENGTH)
            return diag_add(diags, DIAG_ERROR, "xml-length", source_place(source, start), NULL,
                            _("a text, tag or comment is longer than %d bytes"), SOURCE_LENGTH);
    }
    return true;
}

static void take_over(xmlParserCtxtPtr parser, struct parse *parse)
{
    parser->_private = parse;
    parser->sax->startElementNs = start_element;
    parser->sax->endElementNs = end_element;
    parser->sax->serror = on_error;
}

/* Reports a DOCTYPE declaration, and takes it out where the source may be changed. Returns whether
 * there is none left. */
static bool take_out_doctype(struct parse *parse)
{
    struct source *source = parse->source;
    struct buf blank = {0};
    size_t start, end;
    if (!doctype_find(source->bytes.data, &start, &end))
        return true;
    diag_add(parse->diags, DIAG_ERROR, "xml-doctype", source_place(source, start),
             _("delete the <!DOCTYPE …> declaration; the schema is known without it"),
             _("a DOCTYPE declaration is not allowed"));
    if (!parse->may_change || end == source->bytes.size)
        return false;
    for (size_t i = start; i < end; i++)
        buf_char(&blank, strchr("\r\n", source->bytes.data[i]) ? source->bytes.data[i] : ' ');
    source_change(source, start, end - start, &blank);
    buf_free(&blank);
    source->had_doctype = true;
    parse->told++;
    parse->mended++;
    return true;
}

/* Parses the source's bytes once. NULL when something in them isn't well formed. */
static xmlDocPtr parse_once(struct parse *parse)
{
    if (!take_out_doctype(parse) || !check_pieces(parse->source, parse->diags))
        return NULL;
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    if (!parser)
        memory_exhausted();
    take_over(parser, parse);
    /* Without a URL, or libxml2 would walk through all earlier siblings at each error to look for
     * an XInclude. Without the encoding that the file declares: the bytes are UTF-8, and a
     * converter in between would make offsets costly. */
    parse->feed =
        (struct feed){.bytes = parse->source->bytes.data, .left = parse->source->bytes.size};
    xmlDocPtr tree = xmlCtxtReadIO(parser, feed_read, NULL, &parse->feed, NULL, NULL, OPTIONS);
    xmlFreeParserCtxt(parser);
    if (!tree && !parse->errors && !parse->has_mending)
        diag_add(parse->diags, DIAG_ERROR, "xml-well-formed", source_place(parse->source, 0), NULL,
                 _("this is not XML"));
    if (tree && !parse->errors && !parse->has_mending)
        return tree;
    xmlFreeDoc(tree);
    return NULL;
}

/* Changes the bytes as was found. Returns whether there was something to change. */
static bool take_out_fault(struct parse *parse)
{
    struct mending *mending = &parse->mending;
    if (!parse->has_mending)
        return false;
    if (mending->quote) {
        struct buf mark = {0};
        buf_char(&mark, '"');
        source_change(parse->source, mending->quote, 0, &mark);
        buf_free(&mark);
    }
    source_change(parse->source, mending->at, mending->removed, &mending->text);
    drop_mending(parse);
    parse->has_mending = false;
    parse->elements = 0;
    parse->mended++;
    parse->read += parse->source->bytes.size;
    return true;
}

xmlDocPtr parse_as_it_stands(struct source *source, struct models *models, struct diags *diags)
{
    struct parse parse = {.source = source, .models = models, .diags = diags, .arena = arena_new()};
    xmlDocPtr tree = parse_once(&parse);
    drop_mending(&parse);
    arena_free(parse.arena);
    return tree;
}

xmlDocPtr parse_source(struct source *source, struct models *models, struct diags *diags,
                       bool *well_formed)
{
    struct parse parse = {.source = source,
                          .models = models,
                          .diags = diags,
                          .arena = arena_new(),
                          .may_change = true};
    xmlDocPtr tree;
    do
        tree = parse_once(&parse);
    while (take_out_fault(&parse));
    arena_free(parse.arena);
    *well_formed = !parse.mended;
    source->is_unsaid = parse.mended && !parse.told;
    return tree;
}
