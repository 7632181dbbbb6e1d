/* From tokens to elements: wrong and missing end tags, text outside the root, undeclared prefixes.
 */
#include "xml/balance.h"

#include "base/memory.h"
#include "xml/xml.h"

#include <libxml/xmlerror.h>

#include <string.h>

/* --- Outside the root --- */

/* Returns the offset of the first byte of a token that is no blank; its end when all are. */
static size_t first_text(const struct balance *balance, const struct token *token)
{
    size_t at = character_skip(balance->recovery, token->start);
    return at < token->end ? at : token->end;
}

/* Leaves out all before the root: text, or an XML declaration that is not at the start. */
static void check_before_root(struct balance *balance, size_t root)
{
    struct recovery *recovery = balance->recovery;
    const struct token *tokens = recovery->tokens;
    struct fault fault = {.code = XML_ERR_OK};
    for (size_t i = 0; i < root && !fault.code; i++) {
        bool is_text = tokens[i].kind == TOKEN_TEXT || tokens[i].kind == TOKEN_END;
        fault.offset = first_text(balance, &tokens[i]);
        if (is_text && fault.offset < tokens[i].end)
            fault.code = XML_ERR_DOCUMENT_EMPTY;
        else if (tokens[i].kind == TOKEN_DECLARATION && tokens[i].start)
            fault =
                (struct fault){.code = XML_ERR_RESERVED_XML_NAME, .offset = tokens[i].start + 1};
    }
    if (!fault.code)
        return;
    recovery_drop(recovery, 0, tokens[root].start);
    recovery_fault_blank(recovery, fault, 0, tokens[root].start);
}

/* Leaves out all from an offset on. */
static void leave_out_rest(struct balance *balance, struct fault fault, size_t from)
{
    struct recovery *recovery = balance->recovery;
    recovery_drop(recovery, from, recovery->size + 1);
    recovery_fault_blank(recovery, fault, from, recovery->size);
    balance->is_over = true;
}

/* Opens the root again when an element that belongs in it follows its end tag. Returns whether one
 * does. */
static bool open_root(struct balance *balance, const struct token *next)
{
    struct recovery *recovery = balance->recovery;
    const struct token *end = balance->root_end;
    const char *root = balance_name(balance, balance->root);
    const struct model *model = recovery_model(recovery, root);
    if (!end || !names_contain(&model->elements, vocabulary_local(next->name)))
        return false;
    recovery_mend_blank(recovery, FAULT_ROOT_CLOSED, end->start, root, end->start, end->end);
    balance->open = balance->root;
    balance->is_reopened = true;
    return true;
}

/* Reports text, end tags and further files after the root, but not what is in a second root.
 * Returns whether the token is done. */
static bool check_after_root(struct balance *balance, const struct token *token)
{
    struct recovery *recovery = balance->recovery;
    size_t text = first_text(balance, token);
    if (token->kind == TOKEN_END) {
        balance_stray_end(balance, token);
    } else if (token->kind == TOKEN_TEXT && text < token->end) {
        recovery_drop(recovery, token->start, token->end);
        recovery_mend_blank(recovery, XML_ERR_DOCUMENT_END, text, NULL, text, token->end);
    } else if (token->kind == TOKEN_DECLARATION) {
        leave_out_rest(
            balance, (struct fault){.code = XML_ERR_RESERVED_XML_NAME, .offset = token->start + 1},
            token->start);
    } else if (token->kind == TOKEN_START && !open_root(balance, token)) {
        leave_out_rest(balance,
                       (struct fault){.code = XML_ERR_DOCUMENT_END, .offset = token->start},
                       token->start);
    }
    return token->kind != TOKEN_START || balance->is_over;
}

/* --- All tokens --- */

static struct element *append(struct balance *balance, struct element *parent, size_t token)
{
    struct element *element = arena_alloc(balance->recovery->arena, sizeof *element);
    element->token = token;
    balance_append(parent, element);
    return element;
}

static void begin_element(struct balance *balance, size_t index)
{
    const struct token *token = &balance->recovery->tokens[index];
    struct element *parent = balance->open ? balance->open : &balance->document;
    struct element *element = append(balance, parent, index);
    if (!balance->root) {
        balance->root = element;
        check_before_root(balance, index);
    }
    balance_check_prefixes(balance, element);
    if (!token->is_empty)
        balance->open = element;
}

static void read_token(struct balance *balance, size_t index)
{
    struct recovery *recovery = balance->recovery;
    const struct token *token = &recovery->tokens[index];
    if (balance->root && !balance->open && check_after_root(balance, token))
        return;
    if (token->kind == TOKEN_DECLARATION && balance->open)
        recovery_mend_blank(recovery, XML_ERR_RESERVED_XML_NAME, token->start + 1, NULL,
                            token->start, token->end);
    if (token->kind == TOKEN_START)
        begin_element(balance, index);
    else if (token->kind == TOKEN_END && balance->open)
        balance_end(balance, index);
    if (token->kind == TOKEN_TEXT && balance->open && first_text(balance, token) < token->end)
        balance->open->has_text = true;
}

/* Closes the elements that are open at the end of the file, whose end in a tag has been reported.
 */
static void end_file(struct balance *balance)
{
    struct recovery *recovery = balance->recovery;
    struct buf text = {0};
    while (balance->open && balance_mend_slash(balance, &balance->document))
        ;
    if (!balance->open)
        return;
    const struct token *token = balance_token(balance, balance->open);
    const struct fault fault = {.code = XML_ERR_TAG_NOT_FINISHED,
                                .offset = recovery->size,
                                .name = token->name,
                                .began = balance_place(balance, token->start)};
    for (struct element *element = balance->open; balance_is_element(element);
         element = element->parent)
        buf_printf(&text, "</%s>", balance_name(balance, element));
    if (recovery->is_cut || (balance->is_reopened && balance->open == balance->root))
        recovery_edit(recovery, recovery->size, 0, text.data);
    else
        recovery_fault(recovery, fault, recovery->size, 0, text.data);
    buf_free(&text);
}

void balance_run(struct recovery *recovery)
{
    struct balance balance = {.recovery = recovery};
    for (size_t i = 0; i < recovery->token_count && !balance.is_over; i++) {
        read_token(&balance, i);
        balance.is_over |= recovery_is_full(recovery);
    }
    if (!balance.is_over && !recovery->is_too_long)
        end_file(&balance);
    names_free(&balance.declared);
}
