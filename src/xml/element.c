/* Elements, while tags are put in balance. */
#include "xml/balance.h"

void balance_append(struct element *parent, struct element *element)
{
    element->parent = parent;
    element->previous = parent->last;
    element->next = NULL;
    if (parent->last)
        parent->last->next = element;
    else
        parent->first = element;
    parent->last = element;
}

void balance_unlink(struct element *element)
{
    struct element *parent = element->parent;
    if (element->previous)
        element->previous->next = element->next;
    else
        parent->first = element->next;
    if (element->next)
        element->next->previous = element->previous;
    else
        parent->last = element->previous;
}

void balance_move(struct element *first, struct element *parent)
{
    while (first) {
        struct element *next = first->next;
        balance_unlink(first);
        balance_append(parent, first);
        first = next;
    }
}

const struct token *balance_token(const struct balance *balance, const struct element *element)
{
    return &balance->recovery->tokens[element->token];
}

const char *balance_name(const struct balance *balance, const struct element *element)
{
    return balance_token(balance, element)->name;
}

bool balance_is_element(const struct element *element)
{
    return element && element->parent;
}

struct diag_place balance_place(const struct balance *balance, size_t tag)
{
    return source_tag_place(balance->recovery->source, tag);
}

void balance_close(struct balance *balance, const struct token *end)
{
    if (balance->open == balance->root)
        balance->root_end = end;
    balance->open = balance->open->parent;
    if (!balance_is_element(balance->open))
        balance->open = NULL;
}
