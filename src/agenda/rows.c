#include "agenda/rows.h"

#include "base/memory.h"
#include "input/input.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct row {
    xmlNodePtr node, parent;
    const char *party;
};

struct agenda_rows {
    struct row *rows; /* those of a parent in their order there */
    size_t count, capacity;
    size_t *by_party;  /* the rows' indices in the order of their parties; NULL until needed */
    const char *shown; /* the party whose rows are in the trees; NULL: all are */
};

struct agenda_rows *agenda_rows_new(void)
{
    return memory_new(1, sizeof(struct agenda_rows));
}

void agenda_rows_free(struct agenda_rows *rows)
{
    if (!rows)
        return;
    agenda_rows_show(rows, NULL);
    free(rows->by_party);
    free(rows->rows);
    free(rows);
}

static void add_children(struct agenda_rows *rows, const xmlNode *parent, const char *name)
{
    for (xmlNodePtr node = xml_child(parent, name); node; node = xml_next(node, name)) {
        GROW(rows->rows, rows->count, rows->capacity);
        rows->rows[rows->count++] =
            (struct row){node, node->parent, xml_attribute(node, "osapuoli")};
    }
}

void agenda_rows_add(struct agenda_rows *rows, xmlNodePtr summary)
{
    xmlNodePtr measure = xml_child(summary, "toimenpidekooste");
    for (; measure; measure = xml_next(measure, "toimenpidekooste")) {
        add_children(rows, measure, "osapuolentila");
        xmlNodePtr indicator = xml_child(measure, "mittarikooste");
        for (; indicator; indicator = xml_next(indicator, "mittarikooste")) {
            /* An answer for the whole region stands in every party's paper. */
            if (!xml_has(indicator, "taso", "alue"))
                add_children(rows, indicator, "osapuolenvastaus");
        }
    }
    free(rows->by_party);
    rows->by_party = NULL;
}

/* A row before by_party is sorted. */
struct place {
    const char *party;
    size_t index;
};

static int by_party_and_index(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    int order = strcmp(a->party, b->party);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static void sort_by_party(struct agenda_rows *rows)
{
    struct place *places = memory_new(rows->count, sizeof *places);
    for (size_t i = 0; i < rows->count; i++)
        places[i] = (struct place){rows->rows[i].party, i};
    qsort(places, rows->count, sizeof *places, by_party_and_index);
    rows->by_party = memory_new(rows->count, sizeof *rows->by_party);
    for (size_t i = 0; i < rows->count; i++)
        rows->by_party[i] = places[i].index;
    free(places);
}

/* Puts a row back. Rows stand first among their parent's children, so the last one is put back
 * first. */
static void put_back(struct row *row)
{
    if (row->parent->children)
        xmlAddPrevSibling(row->parent->children, row->node);
    else
        xmlAddChild(row->parent, row->node);
}

/* Returns the first place in by_party whose party is not before the given one. */
static size_t first_of(const struct agenda_rows *rows, const char *party)
{
    size_t low = 0, high = rows->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(rows->rows[rows->by_party[middle]].party, party) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_of(const struct agenda_rows *rows, size_t place, const char *party)
{
    return place < rows->count && strcmp(rows->rows[rows->by_party[place]].party, party) == 0;
}

static void take_out(struct agenda_rows *rows, const char *party)
{
    for (size_t i = first_of(rows, party); is_of(rows, i, party); i++)
        xmlUnlinkNode(rows->rows[rows->by_party[i]].node);
}

static void put_back_party(struct agenda_rows *rows, const char *party)
{
    size_t end = first_of(rows, party);
    const size_t begin = end;
    while (is_of(rows, end, party))
        end++;
    while (end > begin)
        put_back(&rows->rows[rows->by_party[--end]]);
}

void agenda_rows_show(struct agenda_rows *rows, const char *party)
{
    if (!rows->count || rows->shown == party)
        return;
    if (!rows->by_party)
        sort_by_party(rows);
    if (rows->shown)
        take_out(rows, rows->shown);
    if (!rows->shown)
        for (size_t i = 0; i < rows->count; i++)
            xmlUnlinkNode(rows->rows[i].node);
    if (party)
        put_back_party(rows, party);
    if (!party)
        for (size_t i = rows->count; i > 0; i--)
            put_back(&rows->rows[i - 1]);
    rows->shown = party;
}
