/* For realpath. */
#define _XOPEN_SOURCE 700

#include "template/loader.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/message.h"
#include "template/trace.h"

#include <libxml/parser.h>
#include <libxml/uri.h>
#include <libxslt/xsltutils.h>

#include <stdlib.h>
#include <string.h>

/* No template or wording comes near it. */
#define SIZE_LIMIT (8 * 1024 * 1024)

/* Neither NOENT nor DTDLOAD: what a DTD would bring in is never read. */
#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT)

/* Whether the path, links followed, lies below the folder. False also when it doesn't exist. */
static bool is_below(const char *path, const char *folder)
{
    char *real_path = realpath(path, NULL);
    char *real_folder = realpath(folder, NULL);
    size_t size = real_folder ? strlen(real_folder) : 0;
    bool below = real_path && real_folder && strncmp(real_path, real_folder, size) == 0 &&
                 real_path[size] == '/';
    free(real_path);
    free(real_folder);
    return below;
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

static xmlDocPtr parse(const struct buf *bytes, const char *path, xmlDictPtr dict)
{
    xmlParserCtxtPtr parser = parser_new(dict);
    xmlChar *uri = xmlPathToURI((const xmlChar *)path);
    xmlDocPtr xml = xmlCtxtReadMemory(parser, bytes->data ? bytes->data : "", (int)bytes->size,
                                      (const char *)uri, NULL, PARSE_OPTIONS);
    xmlFree(uri);
    xmlFreeParserCtxt(parser);
    return xml;
}

static bool has_no_dtd(struct capture *capture, const char *path, const xmlDoc *xml)
{
    if (!xml->intSubset)
        return true;
    buf_clear(&capture->file);
    buf_string(&capture->file, path);
    return capture_fail(capture, _("a template may not have a document type declaration"));
}

xmlDocPtr loader_read(struct capture *capture, const char *path, xmlDictPtr dict)
{
    struct buf bytes = {0};
    xmlDocPtr xml = NULL;
    if (file_read(path, SIZE_LIMIT, capture->diags, &bytes))
        xml = parse(&bytes, path, dict);
    else
        capture->failed = true;
    buf_free(&bytes);
    if (xml && !has_no_dtd(capture, path, xml)) {
        xmlFreeDoc(xml);
        xml = NULL;
    }
    return xml;
}

/* libxslt itself tells that a template could not be loaded, and where; this says why. */
static void refuse(struct capture *capture, const char *uri, xsltLoadType type)
{
    struct buf message = {0};
    buf_printf(&message, _("a template reads only files below the template folder, not %s"), uri);
    if (type == XSLT_LOAD_STYLESHEET)
        buf_string(&capture->detail, message.data);
    else
        capture_fail(capture, message.data);
    buf_free(&message);
}

xmlDocPtr loader_load(const xmlChar *uri, xmlDictPtr dict, int options, void *context,
                      xsltLoadType type)
{
    (void)options;
    (void)context;
    struct capture *capture = xsltGenericErrorContext;
    char *path = xmlURIUnescapeString((const char *)uri, 0, NULL);
    xmlDocPtr xml = NULL;
    if (path && is_below(path, capture->folder))
        xml = loader_read(capture, path, dict);
    else
        refuse(capture, path ? path : (const char *)uri, type);
    if (xml && capture->trace && type == XSLT_LOAD_STYLESHEET)
        trace_mark(xml, path);
    xmlFree(path);
    return xml;
}
