/* End tags: those that are missing, that close something else, and that close nothing. */
#include "xml/balance.h"

#include <libxml/xmlerror.h>

#include <string.h>

/* The limits of a search for an end tag: end tags that close nothing, and tokens in the whole file.
 */
enum { STRAYS = 32, LOOKED_AT = 4000000 };

/* Returns the model of an element; for a name with a slip, that of the name it stands for. */
static const struct model *model_of(const struct balance *balance, const struct element *element)
{
    const struct recovery *recovery = balance->recovery;
    const char *name = vocabulary_local(balance_name(balance, element)), *meant = NULL;
    const struct model *model = recovery_model(recovery, name);
    if (model->kind == MODEL_UNKNOWN && balance_is_element(element->parent))
        meant = names_nearest(
            &recovery_model(recovery, balance_name(balance, element->parent))->elements, name);
    return meant ? recovery_model(recovery, meant) : model;
}

/* Returns whether a name belongs in an element around the given one, up to the outermost. */
static bool belongs_around(const struct balance *balance, const char *name,
                           const struct element *element, const struct element *outermost)
{
    while (element != outermost && balance_is_element(element->parent)) {
        element = element->parent;
        const struct model *model = model_of(balance, element);
        if (model->kind == MODEL_UNKNOWN || names_contain(&model->elements, name))
            return true;
    }
    return false;
}

/* Returns the first element in the open one that belongs around it: the end tag is missing before
 * it. */
static struct element *first_outsider(const struct balance *balance,
                                      const struct element *outermost)
{
    const struct model *model = model_of(balance, balance->open);
    size_t state = MODEL_START;
    if (model->kind == MODEL_UNKNOWN)
        return NULL;
    for (struct element *child = balance->open->first; child; child = child->next) {
        const char *name = vocabulary_local(balance_name(balance, child));
        size_t next = model_step(model, state, name);
        if (!next && belongs_around(balance, name, balance->open, outermost))
            return child;
        state = next ? next : state;
    }
    return NULL;
}

static const char *end_tag_of(const struct balance *balance, const struct element *element)
{
    return arena_printf(balance->recovery->arena, "</%s>", balance_name(balance, element));
}

/* Returns the fault of an end tag that does not close the open element. */
static struct fault mismatch(const struct balance *balance, const struct token *end)
{
    const struct token *open = balance_token(balance, balance->open);
    return (struct fault){.code = XML_ERR_TAG_NAME_MISMATCH,
                          .offset = end->start + 1,
                          .name = open->name,
                          .other = end->name,
                          .began = balance_place(balance, open->start)};
}

/* Returns whether an element is one of HTML's without an end tag: the schema reports it. */
static bool is_void(const struct balance *balance, const struct element *element)
{
    static const char *const names[] = {"br", "hr", "img", "wbr", "col", "input", "link", "meta"};
    const char *name = balance_name(balance, element);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return !recovery_knows(balance->recovery, name);
    return false;
}

/* Ends a void element with its start tag; what seemed to be in the element follows it. */
static void end_void(struct balance *balance)
{
    struct element *open = balance->open;
    const struct token *token = balance_token(balance, open);
    recovery_edit(balance->recovery, token->end - token->is_closed, 0, "/");
    balance->open = open->parent;
    balance->open->has_text |= open->has_text;
    balance_move(open->first, open->parent);
}

/* Closes the open element before an end tag, or before the first in it that belongs around it. */
static void mend_missing_end(struct balance *balance, const struct token *end,
                             const struct element *closed)
{
    struct recovery *recovery = balance->recovery;
    struct element *open = balance->open, *next = first_outsider(balance, closed);
    struct fault fault = mismatch(balance, end);
    size_t at = end->start;
    if (next) {
        at = balance_token(balance, next)->start;
        fault.code = FAULT_END_MISSING;
        fault.next = balance_name(balance, next);
        fault.next_line = balance_place(balance, at).line;
    }
    recovery_fault(recovery, fault, at, 0, end_tag_of(balance, open));
    balance->open = open->parent;
    if (next)
        balance_move(next, open->parent);
}

/* --- What an end tag probably closes --- */

static bool is_slip(const char *wrong, const char *right)
{
    struct names one = {.items = &right, .count = 1};
    return names_nearest(&one, wrong) != NULL;
}

/* Returns the open element that an end tag closes, also with a slip in its name; NULL for none. */
static struct element *closed_by(const struct balance *balance, const char *name)
{
    for (struct element *element = balance->open; balance_is_element(element);
         element = element->parent)
        if (balance_name(balance, element) == name)
            return element;
    if (recovery_knows(balance->recovery, name))
        return NULL;
    for (struct element *element = balance->open; balance_is_element(element);
         element = element->parent)
        if (is_slip(name, balance_name(balance, element)))
            return element;
    return NULL;
}

/* Returns the next end tag from a token on that no start tag there has opened; NULL for none. */
static const struct token *next_end(struct balance *balance, size_t token)
{
    const struct recovery *recovery = balance->recovery;
    size_t depth = 0;
    for (; token < recovery->token_count && balance->looked_at++ < LOOKED_AT; token++) {
        const struct token *tag = &recovery->tokens[token];
        if (tag->kind == TOKEN_END && !depth)
            return tag;
        if (tag->kind == TOKEN_END)
            depth--;
        else
            depth += tag->kind == TOKEN_START && !tag->is_empty;
    }
    return NULL;
}

/* Returns whether the open element has its own end tag after a token, before those around it. */
static bool is_closed_after(struct balance *balance, size_t token)
{
    const struct recovery *recovery = balance->recovery;
    if (balance->open == balance->root) /* which nothing may close too early */
        return next_end(balance, token + 1) ||
               recovery->tokens[recovery->token_count - 1].kind == TOKEN_END;
    const struct token *end = next_end(balance, token + 1);
    for (int strays = 0; end && strays < STRAYS; strays++) {
        const struct element *closed = closed_by(balance, end->name);
        if (closed)
            return closed == balance->open;
        end = next_end(balance, (size_t)(end - recovery->tokens) + 1);
    }
    return false;
}

/* Returns the token before or after one, but for blank text. */
static const struct token *neighbour(const struct balance *balance, size_t token, int step)
{
    const struct recovery *recovery = balance->recovery;
    for (size_t i = token + (size_t)step; i < recovery->token_count; i += (size_t)step) {
        const struct token *other = &recovery->tokens[i];
        if (other->kind != TOKEN_TEXT || character_skip(recovery, other->start) < other->end)
            return other;
    }
    return NULL;
}

/* --- An end tag of a name that isn't open --- */

/* Gives an end tag the name of the open element. An unknown name of a start tag has the slip
 * itself, which the schema reports. */
static void mend_end_name(struct balance *balance, const struct token *end)
{
    struct recovery *recovery = balance->recovery;
    const char *open = balance_name(balance, balance->open);
    struct fault fault = mismatch(balance, end);
    size_t name = end->start + strcspn(recovery->bytes + end->start, "/\\") + 1;
    name = character_skip(recovery, name);
    if (is_slip(end->name, open))
        fault.code = FAULT_END_NAME;
    if (recovery_knows(recovery, end->name) && !recovery_knows(recovery, open))
        recovery_edit(recovery, name, strlen(end->name), open);
    else
        recovery_fault(recovery, fault, name, strlen(end->name), open);
    balance_close(balance, end);
}

/* Returns the last element of the name in the open one that a slash in its start tag closes. */
static struct element *find_closed_early(const struct balance *balance, const char *name)
{
    struct element *child = balance->open->last;
    while (child && balance_name(balance, child) != name)
        child = child->previous;
    const struct token *token = child ? balance_token(balance, child) : NULL;
    return token && token->is_empty && token->is_closed ? child : NULL;
}

void balance_stray_end(struct balance *balance, const struct token *end)
{
    recovery_fault_blank(
        balance->recovery,
        (struct fault){.code = FAULT_STRAY_END, .offset = end->start, .other = end->name},
        end->start, end->end);
}

/* Takes the slash from the start tag of an element that this end tag closes. */
static void mend_closed_early(struct balance *balance, const struct token *end,
                              struct element *early)
{
    const struct token *start = balance_token(balance, early);
    const struct fault fault = {.code = FAULT_CLOSED_EARLY,
                                .offset = end->start,
                                .other = end->name,
                                .next_line = balance_place(balance, start->start).line};
    recovery_fault(balance->recovery, fault, start->end - 2, 1, " ");
    balance_move(early->next, early);
}

/* Returns whether an end tag comes a second time, right after the first. */
static bool is_twice(const struct balance *balance, size_t token)
{
    const struct token *before = neighbour(balance, token, -1);
    return before && before->kind == TOKEN_END &&
           before->name == balance->recovery->tokens[token].name;
}

static bool has_outsider(struct balance *balance)
{
    struct element *root = balance->open;
    while (balance_is_element(root->parent))
        root = root->parent;
    return first_outsider(balance, root) != NULL;
}

static void mend_other_end(struct balance *balance, size_t token)
{
    const struct token *end = &balance->recovery->tokens[token];
    struct element *early = find_closed_early(balance, end->name);
    if (early)
        mend_closed_early(balance, end, early);
    else if (is_twice(balance, token))
        balance_stray_end(balance, end);
    else if (is_slip(end->name, balance_name(balance, balance->open)))
        mend_end_name(balance, end);
    else if (is_closed_after(balance, token) || has_outsider(balance))
        balance_stray_end(balance, end);
    else
        mend_end_name(balance, end);
}

/* --- Start tags that are meant as end tags --- */

/* Returns whether a start tag is meant as the end tag of the element around: the same name, no
 * attributes and nothing of its own in it. */
static bool is_meant_as_end(const struct balance *balance, const struct element *element)
{
    const struct element *around = element->parent;
    const struct token *token = balance_token(balance, element);
    if (!balance_is_element(around) || !balance_is_element(around->parent) ||
        token->attribute_count || token->name != balance_name(balance, around) ||
        names_contain(&model_of(balance, around)->elements, vocabulary_local(token->name)))
        return false;
    const char *after = balance->recovery->bytes + token->end;
    after += strspn(after, BLANK);
    return !*after || *after == '<' || model_of(balance, around->parent)->kind == MODEL_MIXED;
}

static struct element *find_meant_as_end(const struct balance *balance,
                                         const struct element *outermost)
{
    for (struct element *element = balance->open;
         element != outermost && balance_is_element(element); element = element->parent) {
        if (is_meant_as_end(balance, element))
            return element;
        for (struct element *child = element->first; child; child = child->next)
            if (!child->first && !child->has_text && is_meant_as_end(balance, child))
                return child;
    }
    return NULL;
}

/* Moves the content of an element, and what follows it, after the element around, which it ends. */
static void end_around(struct balance *balance, struct element *element)
{
    struct element *around = element->parent, *outer = around->parent;
    struct element *next = element->next;
    balance_unlink(element);
    balance_move(element->first, outer);
    balance_move(next, outer);
    if (balance->open == element || balance->open == around)
        balance->open = outer;
}

bool balance_mend_slash(struct balance *balance, const struct element *outermost)
{
    struct recovery *recovery = balance->recovery;
    struct element *element = find_meant_as_end(balance, outermost);
    if (!element)
        return false;
    const struct token *token = balance_token(balance, element);
    const struct token *around = balance_token(balance, element->parent);
    const struct fault fault = {.code = FAULT_SLASH_MISSING,
                                .offset = token->start,
                                .name = token->name,
                                .began = balance_place(balance, around->start)};
    recovery_fault(recovery, fault, token->start, token->end - token->start,
                   end_tag_of(balance, element));
    end_around(balance, element);
    return true;
}

/* --- An end tag --- */

/* Names the end tag </>. */
static void mend_unnamed_end(struct balance *balance, const struct token *end)
{
    const struct fault fault = {.code = FAULT_END_UNNAMED,
                                .offset = end->start,
                                .name = balance_name(balance, balance->open)};
    recovery_fault(balance->recovery, fault, end->start, end->end - end->start,
                   end_tag_of(balance, balance->open));
    balance_close(balance, end);
}

/* Swaps two end tags that have changed places: the second closes the open element. */
static bool mend_crossed(struct balance *balance, size_t token)
{
    struct recovery *recovery = balance->recovery;
    const struct token *end = &recovery->tokens[token], *next = neighbour(balance, token, 1);
    if (!next || next->kind != TOKEN_END || next->name != balance_name(balance, balance->open))
        return false;
    const char *between = recovery->bytes + end->end;
    const char *text = arena_printf(recovery->arena, "</%s>%.*s</%s>", next->name,
                                    (int)(next->start - end->end), between, end->name);
    recovery_fault(recovery, mismatch(balance, end), end->start, next->end - end->start, text);
    recovery->tokens[next - recovery->tokens].name = end->name;
    balance_close(balance, end);
    return true;
}

void balance_end(struct balance *balance, size_t token)
{
    const struct token *end = &balance->recovery->tokens[token];
    while (balance->open) {
        struct element *closed = *end->name ? closed_by(balance, end->name) : NULL;
        if (!*end->name) {
            mend_unnamed_end(balance, end);
            return;
        }
        if (balance_name(balance, balance->open) == end->name) {
            balance_close(balance, end);
            return;
        }
        if (!closed || closed == balance->open) {
            mend_other_end(balance, token);
            return;
        }
        if (is_void(balance, balance->open)) {
            end_void(balance);
            continue;
        }
        if (balance_mend_slash(balance, closed))
            continue;
        if (mend_crossed(balance, token))
            return;
        mend_missing_end(balance, end, closed);
    }
}
