/* Tables and lists that no page has room for. */
#include "rules/rules_private.h"

#include "base/message.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_COLUMNS = 100, /* as in layout/table_grid.c */
    MOST_LISTS = 10     /* inside each other: a page document has room for 48 */
};

/* For each column, how many further rows a cell from above takes. */
struct grid {
    int rows[MOST_COLUMNS];
};

static int span_of(const xmlNode *cell, const char *name)
{
    const char *value = xml_attribute(cell, name);
    int span = value ? atoi(value) : 1;
    return span > 0 ? span : 1;
}

/* Takes the columns of a cell, the first free ones. Returns false where there aren't as many. */
static bool place_cell(struct grid *grid, const xmlNode *cell, int *column)
{
    while (*column < MOST_COLUMNS && grid->rows[*column])
        ++*column;
    int end = *column + span_of(cell, "sarake"), rows = span_of(cell, "rivi");
    if (end > MOST_COLUMNS)
        return false;
    do
        grid->rows[(*column)++] = rows;
    while (*column < end && !grid->rows[*column]);
    return true;
}

static bool place_row(struct rules_run *run, struct grid *grid, const xmlNode *row)
{
    int column = 0;
    for (const xmlNode *cell = rules_child(run, row, "solu"); cell;
         cell = rules_sibling(run, cell, "solu"))
        if (!place_cell(grid, cell, &column)) {
            rules_report(run, xml_place(cell),
                         _("divide the table, or turn its rows and columns round"),
                         _("a table can have %d columns, not more"), MOST_COLUMNS);
            return false;
        }
    for (int i = 0; i < MOST_COLUMNS; i++)
        grid->rows[i] -= grid->rows[i] > 0;
    return true;
}

/* Checks a table up to the first finding; no cell reaches from the head into the body. */
static void check_table(struct rules_run *run, const xmlNode *table)
{
    static const char *const parts[] = {"otsikkorivi", "rivi"};
    for (size_t i = 0; i < 2; i++) {
        struct grid grid = {0};
        const xmlNode *row = rules_child(run, table, parts[i]);
        while (row && place_row(run, &grid, row))
            row = rules_sibling(run, row, parts[i]);
        if (row)
            return;
    }
}

void rules_table_columns(struct rules_run *run)
{
    struct rules_walk walk = {0};
    for (xmlNodePtr element; (element = rules_next(run, &walk));)
        if (strcmp((const char *)element->name, "taulukko") == 0)
            check_table(run, element);
}

/* Returns how many lists an element stands in, itself included; exact near the limit only. */
static int count_lists(const xmlNode *list)
{
    int count = 0;
    for (const xmlNode *node = list; node && count <= MOST_LISTS + 1; node = node->parent)
        count +=
            node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, "luettelo") == 0;
    return count;
}

void rules_list_depth(struct rules_run *run)
{
    struct rules_walk walk = {0};
    for (xmlNodePtr element; (element = rules_next(run, &walk));)
        if (strcmp((const char *)element->name, "luettelo") == 0 &&
            count_lists(element) == MOST_LISTS + 1)
            rules_report(run, xml_place(element), _("write it in fewer levels"),
                         _("there are more than %d lists inside each other"), MOST_LISTS);
}
