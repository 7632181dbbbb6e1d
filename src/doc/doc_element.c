#include "doc/doc_element.h"

#include <string.h>

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
    {"sign", DOC_SIGN},
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
    {"contact", DOC_CONTACT},
    {"bar-chart", DOC_BAR_CHART},
    {"line-chart", DOC_LINE_CHART},
    {"target-low", DOC_TARGET_LOW},
    {"target-high", DOC_TARGET_HIGH},
    {"bars", DOC_BARS},
    {"dumbbells", DOC_DUMBBELLS},
    {"sparklines", DOC_SPARKLINES},
    {"symbol", DOC_SYMBOL},
};
const size_t doc_class_count = sizeof doc_class_names / sizeof *doc_class_names;

#define ALWAYS (DOC_NO_HYPHENS)
#define LOOSE (GROUP_INLINE | GROUP_ITEM_BLOCK)

static const struct doc_element elements[] = {
    {"body", DOC_BODY, 0, GROUP_BLOCK | GROUP_FRAME, ALWAYS | DOC_WIDE, 0},
    {"header", DOC_HEADER, GROUP_FRAME, GROUP_LINE | GROUP_PICTURE, ALWAYS, 0},
    {"footer", DOC_FOOTER, GROUP_FRAME, GROUP_LINE, ALWAYS, 0},
    {"section", DOC_SECTION, GROUP_BLOCK, GROUP_BLOCK,
     ALWAYS | DOC_SIDE | DOC_LANDSCAPE | DOC_WIDE | DOC_BREAK_BEFORE | DOC_KEEP, 0},
    {"h1", DOC_HEADING, GROUP_BLOCK, GROUP_INLINE, ALWAYS, 0},
    {"h2", DOC_HEADING, GROUP_BLOCK | GROUP_CONTENTS_PART, GROUP_INLINE, ALWAYS | DOC_BREAK_BEFORE,
     0},
    {"h3", DOC_HEADING, GROUP_BLOCK, GROUP_INLINE, ALWAYS | DOC_BREAK_BEFORE, 0},
    {"h4", DOC_HEADING, GROUP_BLOCK, GROUP_INLINE, ALWAYS, 0},
    {"p", DOC_PARAGRAPH, GROUP_BLOCK | GROUP_ITEM_BLOCK | GROUP_LINE, GROUP_INLINE,
     ALWAYS | DOC_SMALL | DOC_KEEP_WITH_NEXT | DOC_LEAD | DOC_ORGANISATION | DOC_DECIDING_BODY |
         DOC_PAPER_KIND | DOC_DATE | DOC_RECORD_NUMBER | DOC_NOTICE | DOC_CONTACT,
     0},
    {"ul", DOC_LIST, GROUP_BLOCK | GROUP_ITEM_BLOCK, GROUP_ITEM, ALWAYS | DOC_COMPACT | DOC_KEEP,
     0},
    {"ol", DOC_LIST, GROUP_BLOCK | GROUP_ITEM_BLOCK | GROUP_CONTENTS_PART, GROUP_ITEM,
     ALWAYS | DOC_COMPACT | DOC_KEEP, TAKES_LIST},
    {"li", DOC_ITEM, GROUP_ITEM, LOOSE, ALWAYS | DOC_KEEP, 0},
    {"dl", DOC_TERMS, GROUP_BLOCK, GROUP_TERM, ALWAYS | DOC_COMPACT | DOC_KEEP, 0},
    {"dt", DOC_TERM, GROUP_TERM, GROUP_INLINE, ALWAYS, 0},
    {"dd", DOC_DETAIL, GROUP_TERM, LOOSE, ALWAYS, 0},
    {"table", DOC_TABLE, GROUP_BLOCK, GROUP_TABLE_PART | GROUP_ROW,
     ALWAYS | DOC_WIDE | DOC_PLAIN | DOC_SIGN | DOC_COMPACT | DOC_KEEP | DOC_BAR_CHART |
         DOC_LINE_CHART,
     0},
    {"caption", DOC_CAPTION, GROUP_TABLE_PART, GROUP_INLINE, ALWAYS, 0},
    {"thead", DOC_TABLE_HEAD, GROUP_TABLE_PART, GROUP_ROW, ALWAYS, 0},
    {"tbody", DOC_TABLE_BODY, GROUP_TABLE_PART, GROUP_ROW, ALWAYS, 0},
    {"tr", DOC_ROW, GROUP_ROW, GROUP_CELL, ALWAYS, 0},
    {"th", DOC_CELL, GROUP_CELL, LOOSE,
     ALWAYS | DOC_NUMERIC | DOC_TARGET_LOW | DOC_TARGET_HIGH | DOC_GRAPHICS,
     TAKES_SPANS | TAKES_SCOPE},
    {"td", DOC_CELL, GROUP_CELL, LOOSE, ALWAYS | DOC_NUMERIC, TAKES_SPANS},
    {"figure", DOC_FIGURE, GROUP_BLOCK, GROUP_FIGURE_PART | GROUP_PICTURE, ALWAYS | DOC_WIDE, 0},
    {"figcaption", DOC_FIGURE_CAPTION, GROUP_FIGURE_PART, GROUP_INLINE, ALWAYS, 0},
    {"img", DOC_IMAGE, GROUP_PICTURE, 0, 0, TAKES_IMAGE},
    {"nav", DOC_CONTENTS, GROUP_BLOCK, GROUP_CONTENTS_PART, ALWAYS | DOC_TOC, 0},
    {"em", DOC_EM, GROUP_INLINE, GROUP_INLINE, ALWAYS, 0},
    {"strong", DOC_STRONG, GROUP_INLINE, GROUP_INLINE, ALWAYS, 0},
    {"a", DOC_LINK, GROUP_INLINE, GROUP_INLINE, ALWAYS, TAKES_HREF},
    {"span", DOC_SPAN, GROUP_INLINE, GROUP_INLINE,
     ALWAYS | DOC_NOWRAP | DOC_FILL_IN | DOC_LABEL | DOC_SYMBOL, TAKES_WORD},
    {"br", DOC_BREAK, GROUP_INLINE, 0, 0, 0},
};

const struct doc_element *doc_element_find(const char *name)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (strcmp(elements[i].name, name) == 0)
            return &elements[i];
    return NULL;
}
