#include "template/trace.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/memory.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct trace {
    struct arena *arena; /* of the paths */
    struct diag_place *places;
    size_t count, capacity;
};

struct trace *trace_new(void)
{
    struct trace *trace = memory_new(1, sizeof *trace);
    trace->arena = arena_new();
    return trace;
}

void trace_free(struct trace *trace)
{
    if (!trace)
        return;
    arena_free(trace->arena);
    free(trace->places);
    free(trace);
}

struct diag_marks trace_marks(const struct trace *trace)
{
    return (struct diag_marks){.places = trace->places, .count = trace->count};
}

static bool is_page_element(const xmlNode *node)
{
    return node->ns && strcmp((const char *)node->ns->href, "http://www.w3.org/1999/xhtml") == 0;
}

static void mark(struct trace *trace, xmlNodePtr node, const char *path)
{
    struct buf number = {0};
    if (xmlHasProp(node, (const xmlChar *)DIAG_MARK))
        return;
    buf_printf(&number, "%zu", trace->count);
    xmlSetProp(node, (const xmlChar *)DIAG_MARK, (const xmlChar *)number.data);
    buf_free(&number);
    GROW(trace->places, trace->count, trace->capacity);
    trace->places[trace->count++] =
        (struct diag_place){.file = path, .line = (int)xmlGetLineNo(node)};
}

static void mark_below(struct trace *trace, xmlNodePtr parent, const char *path)
{
    for (xmlNodePtr node = parent->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        if (is_page_element(node))
            mark(trace, node, path);
        mark_below(trace, node, path);
    }
}

void trace_mark(struct trace *trace, xmlDocPtr sheet, const char *path)
{
    if (xmlDocGetRootElement(sheet))
        mark_below(trace, xmlDocGetRootElement(sheet), arena_strdup(trace->arena, path));
}
