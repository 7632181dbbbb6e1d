#include "xlsx/xlsx.h"

#include <stdlib.h>
#include <string.h>

static int compare(const void *a, const void *b)
{
    const struct xlsx_cell *left = a, *right = b;
    int rows = (left->row > right->row) - (left->row < right->row);
    return rows ? rows : (left->column > right->column) - (left->column < right->column);
}

const struct xlsx_cell *xlsx_cell_at(const struct xlsx_sheet *sheet, int row, int column)
{
    struct xlsx_cell wanted = {.row = row, .column = column};
    return sheet->count ? bsearch(&wanted, sheet->cells, sheet->count, sizeof wanted, compare)
                        : NULL;
}

const char *xlsx_name(const struct xlsx_sheet *sheet, int row, int column, struct arena *arena)
{
    char letters[8], *first = letters + sizeof letters - 1;
    *first = '\0';
    for (; column > 0; column = (column - 1) / 26)
        *--first = (char)('A' + (column - 1) % 26);
    return arena_printf(arena, "%s!%s%d", sheet->name, first, row);
}
