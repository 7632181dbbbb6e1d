#include "template/trace.h"

#include "base/buf.h"

#include <stdbool.h>
#include <string.h>

static bool is_page_element(const xmlNode *node)
{
    return node->ns && strcmp((const char *)node->ns->href, "http://www.w3.org/1999/xhtml") == 0;
}

/* The value is an attribute value template: a brace in a file's name is doubled. */
static void mark(xmlNodePtr node, const char *path)
{
    struct buf value = {0};
    for (; *path; path++) {
        if (*path == '{' || *path == '}')
            buf_char(&value, *path);
        buf_char(&value, *path);
    }
    buf_printf(&value, ":%ld", xmlGetLineNo(node));
    xmlSetProp(node, (const xmlChar *)"data-at", (const xmlChar *)value.data);
    buf_free(&value);
}

static void mark_below(xmlNodePtr parent, const char *path)
{
    for (xmlNodePtr node = parent->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        if (is_page_element(node))
            mark(node, path);
        mark_below(node, path);
    }
}

void trace_mark(xmlDocPtr sheet, const char *path)
{
    if (xmlDocGetRootElement(sheet))
        mark_below(xmlDocGetRootElement(sheet), path);
}
