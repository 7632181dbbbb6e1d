#include "template/loader.h"

#include "base/feed.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/xml_error.h"
#include "template/blame.h"
#include "template/vet.h"

#include <libxml/parser.h>
#include <libxml/uri.h>
#include <libxslt/xsltutils.h>

#include <string.h>
#include <sys/stat.h>

/* Limits of all files that a template loads. No template or wording comes near them. */
#define SIZE_LIMIT ((size_t)8 * 1024 * 1024)
#define FILE_LIMIT 100

/* Neither NOENT nor DTDLOAD: what a DTD would bring in is never read. */
#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT)

/* Returns whether a path is there and below a folder (NULL: none is), links followed. */
static bool is_below(const char *path, const char *folder)
{
    return folder && file_is_below(path, folder);
}

static xmlParserCtxtPtr parser_new(xmlDictPtr dict)
{
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    if (!parser)
        memory_exhausted();
    if (dict) {
        xmlDictFree(parser->dict);
        parser->dict = dict;
        xmlDictReference(dict);
    }
    return parser;
}

/* The reading of a file, and the capture of its faults. */
struct parsing {
    struct feed feed;
    struct capture *capture;
};

/* Reports faults to the capture up to the first that ends the reading; the rest follow from it. */
static void on_error(void *context, xml_error error)
{
    struct parsing *parsing = ((xmlParserCtxtPtr)context)->_private;
    if (parsing->feed.stopped)
        return;
    parsing->feed.stopped = error->level == XML_ERR_FATAL;
    capture_error(parsing->capture, error);
}

static xmlDocPtr parse(struct capture *capture, const struct buf *bytes, const char *path,
                       xmlDictPtr dict)
{
    struct parsing parsing = {
        .feed = {.bytes = bytes->data ? bytes->data : "", .left = bytes->size}, .capture = capture};
    xmlParserCtxtPtr parser = parser_new(dict);
    xmlChar *uri = xmlPathToURI((const xmlChar *)path);
    parser->_private = &parsing;
    parser->sax->serror = on_error;
    xmlDocPtr xml = xmlCtxtReadIO(parser, feed_read, NULL, &parsing.feed, (const char *)uri, NULL,
                                  PARSE_OPTIONS);
    xmlFree(uri);
    xmlFreeParserCtxt(parser);
    return xml;
}

static int line_of(const struct buf *bytes, const char *wanted)
{
    const char *found = strstr(bytes->data, wanted);
    int line = 1;
    for (const char *at = bytes->data; found && at < found; at++)
        line += *at == '\n';
    return found ? line : 0;
}

static bool has_no_dtd(struct capture *capture, const char *path, const struct buf *bytes,
                       const xmlDoc *xml)
{
    return !xml->intSubset ||
           capture_fail_at(capture, path, line_of(bytes, "<!DOCTYPE"),
                           _("a template may not have a document type declaration"));
}

static bool count_file(struct capture *capture, const char *path, size_t size)
{
    capture->files++;
    capture->bytes += size;
    if (capture->files <= FILE_LIMIT && capture->bytes <= SIZE_LIMIT)
        return true;
    return capture_fail_at(capture, path, 0, _("the template reads too many files"));
}

xmlDocPtr loader_read(struct capture *capture, const char *path, xmlDictPtr dict)
{
    struct buf bytes = {0};
    xmlDocPtr xml = NULL;
    if (!file_read(path, SIZE_LIMIT, capture->diags, &bytes))
        capture->failed = true;
    else if (count_file(capture, path, bytes.size))
        xml = parse(capture, &bytes, path, dict);
    if (xml && !has_no_dtd(capture, path, &bytes, xml)) {
        xmlFreeDoc(xml);
        xml = NULL;
    }
    buf_free(&bytes);
    return xml;
}

/* Returns whether a path leads out of the template folders. */
static bool leads_out(const struct capture *capture, const char *path)
{
    return file_leads_out(path, capture->folder) &&
           (!capture->own || file_leads_out(path, capture->own));
}

/* Returns whether a template answers for faults in a page document. A project's own template
 * answers for the shipped ones that it uses: else it could lay its mistakes on them. */
static bool is_answerable(const struct capture *capture, bool is_own)
{
    return is_own || !is_below(capture->sheet, capture->own);
}

xmlDocPtr loader_sheet(struct capture *capture, const char *path, xmlDictPtr dict)
{
    if (leads_out(capture, path)) {
        capture_fail_at(capture, path, 0, _("is a link that leads out of the template folder"));
        return NULL;
    }
    xmlDocPtr xml = loader_read(capture, path, dict);
    bool is_own = is_below(path, capture->own);
    if (xml && is_own && !vet_sheet(capture, xml, path)) {
        xmlFreeDoc(xml);
        xml = NULL;
    }
    if (xml && capture->trace && is_answerable(capture, is_own))
        trace_mark(capture->trace, xml, path);
    return xml;
}

/* Returns whether there is no file of a name below the folders; libxslt has taken out its "..". */
static bool is_missing(const struct capture *capture, const char *path)
{
    struct stat status;
    return (blame_is_below(path, capture->folder) || blame_is_below(path, capture->own)) &&
           !strstr(path, "/../") && lstat(path, &status) != 0;
}

static bool is_plain(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static bool may_read(const struct capture *capture, const char *path)
{
    return is_below(path, capture->folder) || is_below(path, capture->own);
}

static const char *reason(const struct capture *capture, const char *path)
{
    if (is_missing(capture, path))
        return _("there is no file %s");
    if (may_read(capture, path))
        return is_plain(path) ? _("%s is not a template") : _("%s is not a plain file");
    return capture->own ? _("a template reads only files below the project's and pykala's own "
                            "template folders, not %s")
                        : _("a template reads only files below the template folder, not %s");
}

/* Reports why a template could not be loaded; libxslt itself reports that, and where. */
static void refuse(struct capture *capture, const char *path, xsltLoadType type)
{
    const char *message = arena_printf(capture->arena, reason(capture, path), path);
    if (type == XSLT_LOAD_STYLESHEET)
        buf_string(&capture->detail, message);
    else
        capture_fail(capture, message);
}

/* Resolves a URI to a file: "pykala:" stands for the shipped templates' folder. */
static bool resolve(const struct capture *capture, const char *uri, struct buf *path)
{
    char *plain = xmlURIUnescapeString(uri, 0, NULL);
    if (!plain)
        return false;
    size_t scheme = strlen(LOADER_SCHEME);
    if (strncmp(plain, LOADER_SCHEME, scheme) == 0)
        buf_printf(path, "%s/%s", capture->folder, plain + scheme);
    else
        buf_string(path, plain);
    xmlFree(plain);
    return true;
}

/* Returns whether a document is a template, also one in the simplified form (XSLT 1.0, 2.3). */
static bool is_sheet(const xmlDoc *xml)
{
    xmlNodePtr root = xmlDocGetRootElement(xml);
    bool is_xslt = root && root->ns && xmlStrEqual(root->ns->href, XSLT_NAMESPACE);
    return root && ((is_xslt && (strcmp((const char *)root->name, "stylesheet") == 0 ||
                                 strcmp((const char *)root->name, "transform") == 0)) ||
                    xmlHasNsProp(root, (const xmlChar *)"version", XSLT_NAMESPACE));
}

/* Loads a part that a template includes or imports. libxslt reports a missing part at the line that
 * asks for it, but a part that is no template at that part's. */
static xmlDocPtr load_part(struct capture *capture, const char *path, xmlDictPtr dict)
{
    xmlDocPtr xml = loader_sheet(capture, path, dict);
    capture->told = !xml;
    if (!xml || is_sheet(xml))
        return xml;
    refuse(capture, path, XSLT_LOAD_STYLESHEET);
    xmlFreeDoc(xml);
    return NULL;
}

/* Returns whether a file may be read; in the shipped folder, plain files only. */
static bool is_allowed(const struct capture *capture, const char *path)
{
    return may_read(capture, path) && (!blame_is_shipped(capture, path) || is_plain(path));
}

xmlDocPtr loader_load(const xmlChar *uri, xmlDictPtr dict, int options, void *context,
                      xsltLoadType type)
{
    (void)options;
    struct capture *capture = xsltGenericErrorContext;
    struct buf path = {0};
    xmlDocPtr xml = NULL;
    if (type == XSLT_LOAD_STYLESHEET && context)
        blame_note(capture, ((xsltStylesheetPtr)context)->doc, (const char *)uri);
    if (!resolve(capture, (const char *)uri, &path) || !is_allowed(capture, path.data))
        refuse(capture, path.data ? path.data : (const char *)uri, type);
    else if (type == XSLT_LOAD_STYLESHEET)
        xml = load_part(capture, path.data, dict);
    else
        xml = loader_read(capture, path.data, dict);
    buf_free(&path);
    return xml;
}
