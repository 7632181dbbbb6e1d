#include "doc/doc_private.h"

#include "base/memory.h"
#include "base/message.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct check {
    struct diags *diags;
    const struct doc_node **identified; /* nodes with an id, in document order */
    size_t count, capacity;
    int heading; /* level of the previous heading; 0 before the first */
};

/* Complains of what stands before the title: it would be read and set before it. */
static void check_beginning(const struct doc_node *body, const struct doc_node *title,
                            struct diags *diags)
{
    const struct doc_node *first = doc_following(body, body);
    while (first->kind == DOC_SECTION)
        first = doc_following(body, first);
    if (first != title && doc_may_report(diags, first->place))
        diag_add(diags, RULE_PAGE_HEADING, first->place, _("begin the document with an h1"),
                 _("content before the h1"));
}

static void report_heading(struct check *check, const struct doc_node *node)
{
    if (check->heading == 0)
        diag_add(check->diags, RULE_PAGE_HEADING, node->place, _("begin the document with an h1"),
                 _("the first heading is h%d, not h1"), node->level);
    else if (node->level == 1)
        diag_add(check->diags, RULE_PAGE_HEADING, node->place, _("use h2 to h4 below the title"),
                 _("a second h1 in one document"));
    else
        diag_add(check->diags, RULE_PAGE_HEADING, node->place, _("do not skip a heading level"),
                 _("h%d follows h%d"), node->level, check->heading);
}

static void check_heading(struct check *check, const struct doc_node *node)
{
    bool is_second_title = check->heading && node->level == 1;
    if ((is_second_title || node->level > check->heading + 1) &&
        doc_may_report(check->diags, node->place))
        report_heading(check, node);
    check->heading = node->level;
}

static int by_id(const void *left, const void *right)
{
    const struct doc_node *const *a = left, *const *b = right;
    int order = strcmp((*a)->id, (*b)->id);
    return order ? order
                 : ((*a)->place.line > (*b)->place.line) - ((*a)->place.line < (*b)->place.line);
}

static void check_ids(struct check *check)
{
    if (check->count)
        qsort(check->identified, check->count, sizeof *check->identified, by_id);
    for (size_t i = 1; i < check->count; i++)
        if (strcmp(check->identified[i - 1]->id, check->identified[i]->id) == 0 &&
            doc_may_report(check->diags, check->identified[i]->place))
            diag_add(check->diags, RULE_PAGE_ID, check->identified[i]->place, NULL,
                     _("the id \"%s\" is used twice"), check->identified[i]->id);
}

static int compare_id(const void *wanted, const void *identified)
{
    return strcmp(wanted, (*(const struct doc_node *const *)identified)->id);
}

static void check_link(struct check *check, const struct doc_node *node)
{
    if (node->link.href[0] != '#')
        return;
    const char *wanted = node->link.href + 1;
    bool found = check->count && bsearch(wanted, check->identified, check->count,
                                         sizeof *check->identified, compare_id);
    if (!found && doc_may_report(check->diags, node->place))
        diag_add(check->diags, RULE_PAGE_LINK, node->place,
                 _("give the element that is meant this id"), _("the link #%s leads nowhere"),
                 wanted);
}

void doc_check(const struct doc_document *document, struct diags *diags)
{
    struct check check = {.diags = diags};
    const struct doc_node *body = document->body;
    assert(body);
    for (const struct doc_node *node = body; node; node = doc_following(body, node)) {
        if (node->kind == DOC_HEADING && node->level == 1 && !check.heading)
            check_beginning(body, node, diags);
        if (node->kind == DOC_HEADING)
            check_heading(&check, node);
        if (!node->id)
            continue;
        GROW(check.identified, check.count, check.capacity);
        check.identified[check.count++] = node;
    }
    if (!check.heading)
        diag_add(diags, RULE_PAGE_HEADING, body->place, NULL, _("the document has no heading"));
    check_ids(&check);
    for (const struct doc_node *node = body; node; node = doc_following(body, node))
        if (node->kind == DOC_LINK)
            check_link(&check, node);
    free(check.identified);
}
