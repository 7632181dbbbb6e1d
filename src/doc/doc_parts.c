/* Checks that what an element is for is in it, and no more of it than has a place. */
#include "doc/doc_private.h"

#include "base/clean.h"
#include "base/message.h"
#include "base/utf8.h"

#include <string.h>

/* Returns whether a character takes ink. */
static bool is_shown(uint32_t codepoint)
{
    return codepoint > ' ' && codepoint != 0xA0 && codepoint != 0x1680 &&
           !(codepoint >= 0x2000 && codepoint <= 0x200A) && codepoint != 0x202F &&
           codepoint != 0x205F && codepoint != 0x3000 && !clean_is_ignorable(codepoint);
}

bool doc_is_empty(const char *text)
{
    for (size_t size; *text; text += size) {
        uint32_t codepoint;
        size = utf8_read(text, &codepoint);
        if (!size || is_shown(codepoint))
            return false;
    }
    return true;
}

static bool has_text(const struct doc_node *parent)
{
    for (const struct doc_node *node = parent; node; node = doc_following(parent, node))
        if (node->kind == DOC_TEXT && !doc_is_empty(node->text))
            return true;
    return false;
}

/* Returns whether there is text or a line to write on. */
static bool has_content(const struct doc_node *parent)
{
    for (const struct doc_node *node = parent; node; node = doc_following(parent, node))
        if (node->kind == DOC_SPAN && node->classes & DOC_FILL_IN)
            return true;
    return has_text(parent);
}

static size_t count(const struct doc_node *parent, enum doc_kind kind)
{
    size_t found = 0;
    for (const struct doc_node *node = parent->first; node; node = node->next)
        found += node->kind == kind;
    return found;
}

/* Returns whether a table has a row with a cell below its head. */
static bool has_rows(const struct doc_node *table)
{
    for (const struct doc_node *node = table; node; node = doc_following(table, node))
        if (node->kind == DOC_CELL && node->parent->parent->kind != DOC_TABLE_HEAD)
            return true;
    return false;
}

static bool complain(struct diags *diags, const struct doc_node *node, const char *hint,
                     const char *message)
{
    if (doc_may_report(diags, node->place))
        diag_add(diags, RULE_PAGE_EMPTY, node->place, hint, "%s", message);
    return false;
}

static bool check_holds(const struct doc_node *node, struct diags *diags)
{
    switch (node->kind) {
    case DOC_HEADING:
        return has_text(node) || complain(diags, node, _("write it, or leave the element out"),
                                          _("a heading without text"));
    case DOC_CAPTION:
    case DOC_FIGURE_CAPTION:
        return has_text(node) || complain(diags, node, _("write it, or leave the element out"),
                                          _("a caption without text"));
    case DOC_LINK:
        return has_text(node) ||
               complain(diags, node, _("write what it leads to"), _("a link without text"));
    case DOC_ITEM:
        return has_content(node) || complain(diags, node, _("leave the item out"),
                                             _("an item of a list without content"));
    case DOC_TERMS:
        return !node->first || count(node, DOC_TERM) ||
               complain(diags, node, _("begin it with dt"), _("a list of terms without a term"));
    case DOC_FIGURE:
        return count(node, DOC_IMAGE) ||
               complain(diags, node, _("give it an img"), _("a figure without img"));
    case DOC_TABLE:
        return has_rows(node) ||
               complain(diags, node, _("leave the table out where it has no rows"),
                        _("a table without rows below its head"));
    default:
        return true;
    }
}

/* The elements of which a parent has one place. */
static const struct {
    enum doc_kind parent, child;
    const char *name;
} single[] = {
    {DOC_BODY, DOC_HEADER, "header"},     {DOC_BODY, DOC_FOOTER, "footer"},
    {DOC_HEADER, DOC_IMAGE, "img"},       {DOC_FIGURE, DOC_IMAGE, "img"},
    {DOC_TABLE, DOC_CAPTION, "caption"},  {DOC_FIGURE, DOC_FIGURE_CAPTION, "figcaption"},
    {DOC_TABLE, DOC_TABLE_HEAD, "thead"},
};

static void check_single(const struct doc_node *parent, enum doc_kind kind, const char *name,
                         struct diags *diags)
{
    bool is_second = false;
    for (const struct doc_node *node = parent->first; node; node = node->next) {
        if (node->kind != kind)
            continue;
        if (is_second && doc_may_report(diags, node->place))
            diag_add(diags, RULE_PAGE_ELEMENT, node->place, _("leave one of them out"),
                     _("a second %s, where one has a place"), name);
        is_second = true;
    }
}

/* Complains of paragraphs of the head that have no place in it, or that of another. */
static void check_header(const struct doc_node *header, struct diags *diags)
{
    static const unsigned places = DOC_ORGANISATION | DOC_DECIDING_BODY | DOC_PAPER_KIND |
                                   DOC_DATE | DOC_RECORD_NUMBER | DOC_NOTICE | DOC_CONTACT;
    unsigned taken = 0;
    for (const struct doc_node *node = header->first; node; node = node->next) {
        unsigned place = node->classes & places;
        bool has_place = place && !(place & (place - 1)) && !(place & taken);
        if (node->kind == DOC_PARAGRAPH && !has_place && doc_may_report(diags, node->place))
            diag_add(diags, RULE_PAGE_CLASS, node->place,
                     _("give each p of the header one class, and each class to one"),
                     _("a p of the header without a place of its own"));
        taken |= place;
    }
}

/* Complains of entries of a table of contents that lead nowhere: only links are set. */
static void check_contents(const struct doc_node *contents, struct diags *diags)
{
    for (const struct doc_node *node = contents; node; node = doc_following(contents, node)) {
        if (node->kind != DOC_ITEM)
            continue;
        const struct doc_node *text = node->first;
        bool is_link = text && text->kind == DOC_PARAGRAPH && text->first &&
                       text->first->kind == DOC_LINK && !text->first->next;
        if (!is_link)
            complain(diags, node, _("begin it with one a href=\"#id\" that holds its text"),
                     _("an entry of the contents that is no link"));
    }
}

static void complain_order(const struct doc_node *node, const char *hint, const char *message,
                           struct diags *diags)
{
    if (doc_may_report(diags, node->place))
        diag_add(diags, RULE_PAGE_ELEMENT, node->place, hint, "%s", message);
}

/* Complains of a head below the rows that it is the head of. */
static void check_head(const struct doc_node *table, struct diags *diags)
{
    bool has_rows_before = false;
    for (const struct doc_node *node = table->first; node; node = node->next) {
        if (node->kind == DOC_TABLE_HEAD && has_rows_before)
            complain_order(node, _("put it before the rows"), _("a thead behind rows"), diags);
        has_rows_before = has_rows_before || node->kind == DOC_TABLE_BODY || node->kind == DOC_ROW;
    }
}

/* Complains of a header after content and of content after the footer: where they stand they
 * would be taken to be read, and they are not. */
static void check_frames(const struct doc_node *body, struct diags *diags)
{
    bool has_content = false, has_footer = false;
    for (const struct doc_node *node = body->first; node; node = node->next) {
        if (node->kind == DOC_HEADER && (has_content || has_footer))
            complain_order(node, _("put it first in the body"), _("a header after other content"),
                           diags);
        else if (node->kind != DOC_HEADER && has_footer && node->kind != DOC_FOOTER)
            complain_order(node, _("put the footer last in the body"),
                           _("content after the footer"), diags);
        has_footer = has_footer || node->kind == DOC_FOOTER;
        has_content = has_content || (node->kind != DOC_HEADER && node->kind != DOC_FOOTER);
    }
}

static void check_blank(const struct doc_node *span, struct diags *diags)
{
    if (span->classes & DOC_FILL_IN && span->first)
        complain(diags, span, _("put the text beside it"),
                 _("a line to write on (fill-in) that holds something"));
}

static void check_node(struct doc_node *node, struct diags *diags)
{
    check_holds(node, diags);
    for (size_t i = 0; i < sizeof single / sizeof *single; i++)
        if (node->kind == single[i].parent)
            check_single(node, single[i].child, single[i].name, diags);
    if (node->kind == DOC_BODY)
        check_frames(node, diags);
    else if (node->kind == DOC_HEADER)
        check_header(node, diags);
    else if (node->kind == DOC_CONTENTS)
        check_contents(node, diags);
    else if (node->kind == DOC_SPAN)
        check_blank(node, diags);
    else if (node->kind == DOC_TABLE)
        check_head(node, diags);
    if (node->kind == DOC_TABLE)
        doc_table_check(node, diags);
}

/* Returns the next node in document order; NULL after the last. */
static struct doc_node *following(struct doc_node *node)
{
    if (node->first)
        return node->first;
    while (node && !node->next)
        node = node->parent;
    return node ? node->next : NULL;
}

void doc_parts_check(struct doc_document *document, struct diags *diags)
{
    for (struct doc_node *node = document->body; node; node = following(node))
        check_node(node, diags);
}
