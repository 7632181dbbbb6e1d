#include "report/receipts.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static struct receipt *find(const struct report_receipts *receipts, const char *path)
{
    for (size_t i = 0; i < receipts->count; i++)
        if (receipts->items[i].path && strcmp(receipts->items[i].path, path) == 0)
            return &receipts->items[i];
    return NULL;
}

static void add(struct report_receipts *receipts, const struct report_file *file)
{
    struct receipt *known = file->path ? find(receipts, file->path) : NULL;
    if (known) {
        known->party = known->party ? known->party : file->name;
        known->is_remarked |= file->is_remarked;
        return;
    }
    memory_grow((void **)&receipts->items, receipts->count, &receipts->capacity,
                sizeof *receipts->items);
    receipts->items[receipts->count++] =
        (struct receipt){.path = file->path, .party = file->name, .is_remarked = file->is_remarked};
}

/* The diagnostics are sorted by file, those about none first. */
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
            add(receipts, &(struct report_file){.path = path});
            receipt = find(receipts, path);
            receipt->first = i;
        }
        receipt->count++;
        receipt->errors += diag->severity >= DIAG_ERROR;
        receipt->warnings += diag->severity == DIAG_WARNING;
        receipt->is_failed |= diag->severity == DIAG_FAILURE;
    }
}

static void judge(struct receipt *receipt)
{
    if (!receipt->path)
        receipt->verdict = RECEIPT_MISSING;
    else if (receipt->is_failed)
        receipt->verdict = RECEIPT_UNCHECKED;
    else if (receipt->errors)
        receipt->verdict = RECEIPT_REJECTED;
    else
        receipt->verdict =
            receipt->count || receipt->is_remarked ? RECEIPT_REMARKS : RECEIPT_ACCEPTED;
}

size_t receipt_remarks(const struct receipt *receipt)
{
    return receipt->count - receipt->errors - receipt->warnings;
}

/* It is told on the receipts, but is no part of the pages' names or of the summary. */
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

static bool is_taken(const struct report_receipts *receipts, const char *page)
{
    for (size_t i = 0; i < receipts->page_count; i++)
        if (strcmp(receipts->items[receipts->pages[i]].page, page) == 0)
            return true;
    return strcmp(page, "index.html") == 0;
}

static const char *page_name(const struct report_receipts *receipts, const char *path)
{
    size_t size = strlen(path);
    if (size > 4 && strcmp(path + size - 4, ".xml") == 0)
        size -= 4;
    char *stem = arena_strndup(receipts->arena, path, size);
    for (char *c = stem; *c; c++)
        if (!is_plain(*c))
            *c = '-';
    stem += strspn(stem, "-.");
    if (strlen(stem) > 100)
        stem += strlen(stem) - 100;
    const char *page = arena_printf(receipts->arena, "%s.html", *stem ? stem : "page");
    for (int i = 2; is_taken(receipts, page); i++)
        page = arena_printf(receipts->arena, "%s-%d.html", stem, i);
    return page;
}

static void name_pages(struct report_receipts *receipts)
{
    receipts->shared = shared_folder(receipts);
    receipts->pages = arena_array(receipts->arena, receipts->count + 1, sizeof *receipts->pages);
    for (size_t i = 0; i < receipts->count; i++) {
        struct receipt *receipt = &receipts->items[i];
        if (!receipt->path)
            continue;
        receipt->page = page_name(receipts, receipt->path + receipts->shared);
        receipts->pages[receipts->page_count++] = i;
    }
}

struct report_receipts *report_receipts_new(const struct diags *diags,
                                            const struct report_file *files, size_t count)
{
    struct report_receipts *receipts = memory_new(1, sizeof *receipts);
    receipts->arena = arena_new();
    receipts->diags = diags;
    for (size_t i = 0; i < count; i++)
        add(receipts, &files[i]);
    share_out(receipts);
    for (size_t i = 0; i < receipts->count; i++)
        judge(&receipts->items[i]);
    name_pages(receipts);
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

size_t report_receipts_count(const struct report_receipts *receipts)
{
    return receipts->page_count + 1;
}

const char *report_receipts_name(const struct report_receipts *receipts, size_t index)
{
    return index ? receipts->items[receipts->pages[index - 1]].page : "index.html";
}

void report_receipts_write(const struct report_receipts *receipts, size_t index, struct buf *out)
{
    if (index)
        page_write_receipt(receipts, &receipts->items[receipts->pages[index - 1]], out);
    else
        page_write_summary(receipts, out);
}
