#include "template/blame.h"

#include <libxml/uri.h>

#include <string.h>

bool blame_is_below(const char *path, const char *folder)
{
    size_t size = folder ? strlen(folder) : 0;
    return folder && strncmp(path, folder, size) == 0 && path[size] == '/';
}

bool blame_is_shipped(const struct capture *capture, const char *path)
{
    return blame_is_below(path, capture->folder) && !blame_is_below(path, capture->own);
}

static bool is_asking(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && node->ns &&
           xmlStrEqual(node->ns->href, XSLT_NAMESPACE) &&
           (strcmp((const char *)node->name, "include") == 0 ||
            strcmp((const char *)node->name, "import") == 0);
}

static bool asks_for(const xmlNode *node, const char *uri)
{
    xmlChar *href = xmlGetNoNsProp(node, (const xmlChar *)"href");
    xmlChar *base = xmlNodeGetBase(node->doc, node);
    xmlChar *named = href ? xmlBuildURI(href, base) : NULL;
    bool asks = named && strcmp((const char *)named, uri) == 0;
    xmlFree(named);
    xmlFree(base);
    xmlFree(href);
    return asks;
}

void blame_note(struct capture *capture, const xmlDoc *sheet, const char *uri)
{
    char *path =
        sheet && sheet->URL ? xmlURIUnescapeString((const char *)sheet->URL, 0, NULL) : NULL;
    const xmlNode *root = sheet ? xmlDocGetRootElement(sheet) : NULL;
    const xmlNode *node =
        path && blame_is_below(path, capture->own) && root ? root->children : NULL;
    for (; node; node = node->next)
        if (is_asking(node) && asks_for(node, uri)) {
            capture->asking = (struct diag_place){.file = arena_strdup(capture->arena, path),
                                                  .line = (int)xmlGetLineNo(node)};
            break;
        }
    xmlFree(path);
}

/* Returns the first place where a running template asks for another: which one it has come to isn't
 * known. */
static struct diag_place find_asking(const struct capture *capture)
{
    const xmlDoc *sheet = capture->run ? capture->run->style->doc : NULL;
    const xmlNode *root = sheet ? xmlDocGetRootElement(sheet) : NULL;
    for (const xmlNode *node = root ? root->children : NULL; node; node = node->next)
        if (is_asking(node))
            return (struct diag_place){.file = capture->sheet, .line = (int)xmlGetLineNo(node)};
    return (struct diag_place){.file = capture->sheet};
}

struct diag_place blame_place(struct capture *capture, struct diag_place place)
{
    if (!place.file || !blame_is_below(capture->sheet, capture->own) ||
        !blame_is_shipped(capture, place.file))
        return place;
    return capture->asking.file ? capture->asking : find_asking(capture);
}
