#include "report/receipts.h"

#include "base/memory.h"
#include "report/html.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

/* What the pages of a folder are marked with, and a page that is mailed by itself. */
#define FOLDER_MARK "pykala check"
#define MAIL_MARK "pykala receipt"

/* A name and a number that belongs to it. A project may have very many files. */
struct known {
    const char *name;
    size_t number;
};

static int by_name(const void *left, const void *right)
{
    const struct known *a = left, *b = right;
    return strcmp(a->name, b->name);
}

/* Returns the entry of a name; a new one has the number 0. */
static struct known *look_up(void **names, const char *name, struct arena *arena)
{
    const struct known key = {.name = name};
    struct known **found = tfind(&key, names, by_name);
    if (found)
        return *found;
    struct known *known = arena_alloc(arena, sizeof *known);
    *known = key;
    if (!tsearch(known, names, by_name))
        memory_exhausted();
    return known;
}

static void forget(void **names)
{
    while (*names)
        tdelete(**(struct known ***)names, names, by_name);
}

/* Returns the receipt of a path, a new one for a new path. */
static struct receipt *of_path(struct report_receipts *receipts, const char *path)
{
    struct known *known = path ? look_up(&receipts->paths, path, receipts->arena) : NULL;
    if (known && known->number)
        return &receipts->items[known->number - 1];
    GROW(receipts->items, receipts->count, receipts->capacity);
    struct receipt *receipt = &receipts->items[receipts->count++];
    *receipt = (struct receipt){.path = path};
    if (known)
        known->number = receipts->count;
    return receipt;
}

static void add(struct report_receipts *receipts, const struct report_file *file)
{
    struct receipt *receipt = of_path(receipts, file->path);
    receipt->party = receipt->party ? receipt->party : file->name;
    receipt->answers = file->answers ? file->answers : receipt->answers;
    receipt->digest = file->digest ? file->digest : receipt->digest;
    receipt->size = file->digest ? file->size : receipt->size;
    receipt->is_remarked |= file->is_remarked;
    receipt->is_uncompared |= file->is_uncompared;
    receipt->is_untouched |= file->is_untouched;
    receipt->note = file->note ? file->note : receipt->note;
    receipt->is_unread |= file->is_unread;
}

/* Gives the receipts their diagnostics, which are sorted by file, those about none first. */
static void share_out(struct report_receipts *receipts)
{
    struct receipt *receipt = NULL;
    for (size_t i = 0; i < diags_count(receipts->diags); i++) {
        const struct diag *diag = diags_at(receipts->diags, i);
        const char *path = diag->place.file;
        if (!path) {
            receipts->homeless++;
            continue;
        }
        if (!receipt || strcmp(receipt->path, path) != 0) {
            receipt = of_path(receipts, path);
            receipt->first = i;
        }
        receipt->count++;
        receipt->errors += diag->severity >= DIAG_ERROR;
        receipt->warnings += diag->severity == DIAG_WARNING;
        receipt->is_failed |= diag->severity == DIAG_FAILURE;
        receipt->is_unread |= diag->rule == RULE_FOLLOWUP_NOT_READ;
    }
}

static void judge(struct receipt *receipt)
{
    if (!receipt->path || (receipt->is_untouched && !receipt->count))
        receipt->verdict = RECEIPT_MISSING;
    else if (receipt->is_failed)
        receipt->verdict = RECEIPT_UNCHECKED;
    else if (receipt->errors)
        receipt->verdict = RECEIPT_REJECTED;
    else if (receipt->is_unread)
        receipt->verdict = RECEIPT_UNREAD;
    else if (receipt->is_uncompared)
        receipt->verdict = RECEIPT_UNCOMPARED;
    else
        receipt->verdict =
            receipt->count || receipt->is_remarked ? RECEIPT_REMARKS : RECEIPT_ACCEPTED;
}

/* Returns the size of the folder that all paths share: it is shown on receipts, but not in pages'
 * names or the summary. */
static size_t shared_folder(const struct report_receipts *receipts)
{
    const char *first = NULL;
    size_t shared = 0;
    for (size_t i = 0; i < receipts->count; i++) {
        const char *path = receipts->items[i].path;
        if (!path)
            continue;
        if (!first) {
            first = path;
            shared = strlen(path);
        }
        size_t same = 0;
        while (same < shared && path[same] == first[same])
            same++;
        shared = same;
    }
    while (shared && first[shared - 1] != '/')
        shared--;
    return shared;
}

static bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

/* The pages' names, and for each stem the last number after it. */
struct page_names {
    void *taken, *stems;
};

/* Returns the size of an ending that each file of answers may have. */
static size_t size_of_ending(const char *path)
{
    static const char *const endings[] = {".xml", ".xlsx"};
    size_t size = strlen(path);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t own = strlen(endings[i]);
        if (size > own && strcmp(path + size - own, endings[i]) == 0)
            return own;
    }
    return 0;
}

static const char *page_name(struct page_names *names, const char *path, struct arena *arena)
{
    char *stem = arena_strndup(arena, path, strlen(path) - size_of_ending(path));
    for (char *c = stem; *c; c++)
        if (!is_plain(*c))
            *c = '-';
    stem += strspn(stem, "-.");
    if (strlen(stem) > 100)
        stem += strlen(stem) - 100;
    struct known *last = look_up(&names->stems, *stem ? stem : "page", arena);
    const char *page;
    do {
        last->number++;
        page = last->number == 1 ? arena_printf(arena, "%s.html", last->name)
                                 : arena_printf(arena, "%s-%zu.html", last->name, last->number);
    } while (look_up(&names->taken, page, arena)->number++);
    return page;
}

static void name_pages(struct report_receipts *receipts)
{
    struct page_names names = {0};
    look_up(&names.taken, "index.html", receipts->arena)->number = 1;
    receipts->shared = shared_folder(receipts);
    receipts->pages = arena_array(receipts->arena, receipts->count + 1, sizeof *receipts->pages);
    for (size_t i = 0; i < receipts->count; i++) {
        struct receipt *receipt = &receipts->items[i];
        if (!receipt->path)
            continue;
        receipt->page = page_name(&names, receipt->path + receipts->shared, receipts->arena);
        receipts->pages[receipts->page_count++] = i;
    }
    forget(&names.taken);
    forget(&names.stems);
}

struct report_receipts *report_receipts_new(const struct diags *diags,
                                            const struct report_file *files, size_t count,
                                            const char *version)
{
    struct report_receipts *receipts = memory_new(1, sizeof *receipts);
    receipts->arena = arena_new();
    receipts->diags = diags;
    receipts->version = version;
    for (size_t i = 0; i < count; i++)
        add(receipts, &files[i]);
    share_out(receipts);
    for (size_t i = 0; i < receipts->count; i++)
        judge(&receipts->items[i]);
    name_pages(receipts);
    forget(&receipts->paths);
    return receipts;
}

void report_receipts_free(struct report_receipts *receipts)
{
    if (!receipts)
        return;
    free(receipts->items);
    arena_free(receipts->arena);
    free(receipts);
}

static const struct receipt *of_page(const struct report_receipts *receipts, size_t index)
{
    return &receipts->items[receipts->pages[index - 1]];
}

size_t report_receipts_count(const struct report_receipts *receipts)
{
    return receipts->page_count + 1;
}

const char *report_receipts_name(const struct report_receipts *receipts, size_t index)
{
    return index ? of_page(receipts, index)->page : "index.html";
}

void report_receipts_write(const struct report_receipts *receipts, size_t index, struct buf *out)
{
    if (index)
        page_write_receipt(receipts, of_page(receipts, index), FOLDER_MARK, out);
    else
        page_write_summary(receipts, FOLDER_MARK, out);
}

bool report_receipts_is_page(const char *bytes, size_t size)
{
    return html_has_mark(bytes, size, FOLDER_MARK);
}

void report_receipt_html(const struct report_receipts *receipts, size_t index, struct buf *out)
{
    page_write_receipt(receipts, of_page(receipts, index), MAIL_MARK, out);
}
