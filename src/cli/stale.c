#include "cli/stale.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/message.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int by_name(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The pages of this run, in the order of their names. */
struct pages {
    const char **names;
    size_t count;
};

static struct pages pages_of(const struct report_receipts *receipts, struct arena *arena)
{
    struct pages pages = {.count = report_receipts_count(receipts)};
    pages.names = arena_array(arena, pages.count, sizeof *pages.names);
    for (size_t i = 0; i < pages.count; i++)
        pages.names[i] = report_receipts_name(receipts, i);
    qsort(pages.names, pages.count, sizeof *pages.names, by_name);
    return pages;
}

static bool is_among(const struct pages *pages, const char *name)
{
    return bsearch(&name, pages->names, pages->count, sizeof *pages->names, by_name) != NULL;
}

/* Returns whether a file is a page of a run: a plain one, which begins as those do. */
static bool is_page(int folder, const char *name)
{
    char head[REPORT_PAGE_HEAD];
    struct stat status;
    int file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return false;
    ssize_t size =
        fstat(file, &status) == 0 && S_ISREG(status.st_mode) ? read(file, head, sizeof head) : -1;
    close(file);
    return size > 0 && report_receipts_is_page(head, (size_t)size);
}

bool stale_remove(const char *folder, const struct report_receipts *receipts, struct diags *diags)
{
    struct arena *arena = arena_new();
    const struct pages pages = pages_of(receipts, arena);
    bool are_removed = true;
    DIR *entries = opendir(folder);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        const char *name = entry->d_name;
        if (!file_has_ending(name, ".html") || is_among(&pages, name) ||
            !is_page(dirfd(entries), name) || unlinkat(dirfd(entries), name, 0) == 0)
            continue;
        are_removed =
            diag_add(diags, RULE_FILE_WRITE,
                     (struct diag_place){.file = arena_printf(arena, "%s/%s", folder, name)},
                     _("remove it by hand: it is of an earlier check"), _("cannot be removed: %s"),
                     strerror(errno));
    }
    if (entries)
        closedir(entries);
    arena_free(arena);
    return are_removed;
}
