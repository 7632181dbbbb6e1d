#include "doc/doc_private.h"

#include "base/clean.h"
#include "base/message.h"

#include <string.h>

enum { MOST_ERRORS = 1000 };

void doc_append(struct doc_node *parent, struct doc_node *child)
{
    child->parent = parent;
    child->next = NULL;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

void doc_remove(struct doc_node *child)
{
    struct doc_node *parent = child->parent, *before = NULL;
    for (struct doc_node *node = parent->first; node != child; node = node->next)
        before = node;
    if (before)
        before->next = child->next;
    else
        parent->first = child->next;
    if (parent->last == child)
        parent->last = before;
    child->parent = child->next = NULL;
}

const struct doc_node *doc_following(const struct doc_node *root, const struct doc_node *node)
{
    if (node->first)
        return node->first;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

static bool is_sign(const struct doc_node *text)
{
    return text->parent && text->parent->classes & DOC_SYMBOL;
}

void doc_text(const struct doc_node *node, struct buf *out)
{
    for (const struct doc_node *at = node; at; at = doc_following(node, at)) {
        if (at->kind == DOC_SPAN && at->classes & DOC_SYMBOL)
            buf_string(out, at->spoken);
        else if (at->kind == DOC_TEXT && !is_sign(at))
            clean_drop_ignorable(at->text, strlen(at->text), out);
        else if (at->kind == DOC_BREAK)
            buf_char(out, ' ');
    }
}

bool doc_may_report(struct diags *diags, struct diag_place place)
{
    size_t reported = diags_at_least(diags, DIAG_ERROR);
    if (reported == MOST_ERRORS)
        diag_add(diags, RULE_XML_ERRORS, place, _("mend the first ones and check again"),
                 _("more than %d findings; the others are not told"), MOST_ERRORS);
    return reported < MOST_ERRORS;
}
