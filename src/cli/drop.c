#define _GNU_SOURCE /* F_SETLEASE */
#include "cli/drop.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/names.h"
#include "cli/store.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Milliseconds for which a file must stay as it is before it is taken to be whole. */
enum { QUIET = 2000 };

struct drop {
    struct reception *reception;
    const char *path, *receipts;
    const char *in_hand, *taken, *returned; /* the folders in it */
    struct names waiting;                   /* files in hand that wait for their project */
    struct arena *arena;                    /* all of it */
};

struct drop *drop_new(struct reception *reception, const char *path, const char *receipts)
{
    struct arena *arena = arena_new();
    struct drop *drop = arena_alloc(arena, sizeof *drop);
    path = file_without_slashes(path, arena);
    *drop = (struct drop){.reception = reception,
                          .path = path,
                          .receipts = receipts,
                          .in_hand = arena_printf(arena, "%s/kasittelyssa", path),
                          .taken = arena_printf(arena, "%s/vastaanotetut", path),
                          .returned = arena_printf(arena, "%s/palautettavat", path),
                          .arena = arena};
    return drop;
}

void drop_free(struct drop *drop)
{
    if (!drop)
        return;
    names_free(&drop->waiting);
    arena_free(drop->arena);
}

/* A file in a folder, as it was when it was looked at. */
struct entry {
    const char *name;
    struct stat status;
};

struct entries {
    struct entry *items;
    size_t count, capacity;
};

/* Orders files by the time at which they were written, then by name. */
static int compare_entries(const void *one, const void *other)
{
    const struct entry *a = one, *b = other;
    const struct timespec x = a->status.st_mtim, y = b->status.st_mtim;
    if (x.tv_sec != y.tv_sec)
        return x.tv_sec < y.tv_sec ? -1 : 1;
    if (x.tv_nsec != y.tv_nsec)
        return x.tv_nsec < y.tv_nsec ? -1 : 1;
    return strcmp(a->name, b->name);
}

/* Returns whether a name is of a file that is being written, by its writer's custom. */
static bool says_unfinished(const char *name)
{
    static const char *const endings[] = {".part", ".tmp", ".filepart", ".crdownload", "~"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (file_has_ending(name, endings[i]))
            return true;
    return name[0] == '.' || strncmp(name, "~$", 2) == 0;
}

/* Returns the files of a folder in the order in which they were written; the list is to be freed,
 * the names are in the arena. */
static struct entries list(const char *folder, struct arena *arena)
{
    struct entries entries = {0};
    DIR *opened = opendir(folder);
    if (!opened)
        return entries; /* it was there a moment ago, and may be again */
    for (const struct dirent *one; (one = readdir(opened));) {
        struct entry entry;
        if (says_unfinished(one->d_name) ||
            fstatat(dirfd(opened), one->d_name, &entry.status, AT_SYMLINK_NOFOLLOW) != 0 ||
            !S_ISREG(entry.status.st_mode))
            continue;
        entry.name = arena_strdup(arena, one->d_name);
        GROW(entries.items, entries.count, entries.capacity);
        entries.items[entries.count++] = entry;
    }
    closedir(opened);
    if (entries.count)
        qsort(entries.items, entries.count, sizeof *entries.items, compare_entries);
    return entries;
}

static const char *join(const struct drop *drop, const char *folder, const char *name)
{
    return arena_printf(drop->arena, "%s/%s", folder, name);
}

static bool exists(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

/* Returns whether two looks at a file have found the same. */
static bool is_unchanged(const struct stat *one, const struct stat *other)
{
    return one->st_ino == other->st_ino && one->st_dev == other->st_dev &&
           one->st_size == other->st_size && one->st_mtim.tv_sec == other->st_mtim.tv_sec &&
           one->st_mtim.tv_nsec == other->st_mtim.tv_nsec;
}

static bool was_so(const struct entries *before, const struct entry *entry)
{
    for (size_t i = 0; i < before->count; i++)
        if (strcmp(before->items[i].name, entry->name) == 0)
            return is_unchanged(&before->items[i].status, &entry->status);
    return false;
}

/* Returns whether some process has a file open for writing: the system leases no such file. Where
 * it leases none at all, nobody knows, and quiet has to do. */
static bool is_being_written(const char *path)
{
    struct sigaction before;
    const struct sigaction ignored = {.sa_handler = SIG_IGN}; /* of who opens it meanwhile */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    if (fd < 0)
        return false;
    sigaction(SIGIO, &ignored, &before);
    bool is_open = fcntl(fd, F_SETLEASE, F_RDLCK) != 0 && errno == EAGAIN;
    fcntl(fd, F_SETLEASE, F_UNLCK);
    close(fd);
    sigaction(SIGIO, &before, NULL);
    return is_open;
}

/* Moves a file to a path where nothing is. Reports why not and returns false. */
static bool move(const struct drop *drop, const char *from, const char *to)
{
    return rename(from, to) == 0 || diag_add(drop->reception->session.diags, RULE_FILE_WRITE,
                                             (struct diag_place){.file = from}, NULL,
                                             _("cannot be moved to %s: %s"), to, strerror(errno));
}

/* Waits for a while. Returns false when a signal came. */
static bool pause_for(int milliseconds, const struct watch *watch)
{
    if (watch)
        return !watch_pause(watch, milliseconds);
    poll(NULL, 0, milliseconds);
    return true;
}

/* Returns the files that nobody has taken in hand. One of the same name as a file in hand has to
 * wait for that. */
static struct entries unclaimed(const struct drop *drop, struct arena *arena)
{
    struct entries entries = list(drop->path, arena);
    size_t kept = 0;
    for (size_t i = 0; i < entries.count; i++)
        if (!exists(join(drop, drop->in_hand, entries.items[i].name)))
            entries.items[kept++] = entries.items[i];
    entries.count = kept;
    return entries;
}

/* Takes the files in hand that have been quiet for a while. Returns false when there is none in the
 * folder, when a signal came or when one can't be moved. */
static bool claim(const struct drop *drop, const struct watch *watch, struct arena *arena)
{
    struct entries before = unclaimed(drop, arena), now = {0};
    bool goes_on = before.count && pause_for(QUIET, watch);
    if (goes_on)
        now = unclaimed(drop, arena);
    for (size_t i = 0; i < now.count && goes_on; i++) {
        const char *name = now.items[i].name, *path = join(drop, drop->path, name);
        if (was_so(&before, &now.items[i]) && !is_being_written(path))
            goes_on = move(drop, path, join(drop, drop->in_hand, name));
    }
    free(before.items);
    free(now.items);
    return goes_on;
}

/* Returns a name for a file in a folder where nothing is yet: the file's own, or "joutsa-2.xml". */
static const char *free_name(const struct drop *drop, const char *folder, const char *name)
{
    const char *path = join(drop, folder, name);
    for (int number = 2; exists(path); number++)
        path = join(drop, folder, file_numbered(name, number, drop->arena));
    return path;
}

/* Prints the receipt of a file and writes it. Returns false and reports it when that can't be done.
 */
static bool give_receipt(struct drop *drop, const struct reception_result *result, const char *path)
{
    const char *folder = drop->receipts;
    session_print(&result->text, stdout);
    fflush(stdout);
    if (folder)
        path = arena_printf(drop->arena, "%s/%s", folder, file_name(path));
    return !path || reception_write_receipt(result, path, drop->reception->session.diags);
}

/* Moves a file that was received on, after its receipt is there. */
static int pass_on(struct drop *drop, const char *name, const struct reception_result *result)
{
    const char *folder = result->end == RECEPTION_TAKEN ? drop->taken : drop->returned;
    const char *path = free_name(drop, folder, name);
    bool is_passed =
        give_receipt(drop, result, path) && move(drop, join(drop, drop->in_hand, name), path);
    return is_passed ? result->status : STATUS_FAILURE;
}

/* Keeps a file in hand that waits for its project; its receipt is printed once. */
static int keep_waiting(struct drop *drop, const char *name, const struct reception_result *result)
{
    if (names_contain(&drop->waiting, name))
        return result->status;
    names_add(&drop->waiting, arena_strdup(drop->arena, name));
    return give_receipt(drop, result, NULL) ? result->status : STATUS_FAILURE;
}

static void no_longer_waits(struct drop *drop, const char *name)
{
    struct names *waiting = &drop->waiting;
    for (size_t i = 0; i < waiting->count; i++)
        if (strcmp(waiting->items[i], name) == 0)
            waiting->items[i] = waiting->items[--waiting->count];
}

static int receive_one(struct drop *drop, const char *name)
{
    char *path = arena_printf(drop->arena, "%s/%s", drop->in_hand, name);
    struct reception_result result = reception_receive(drop->reception, path, name);
    int status = result.status;
    if (result.end == RECEPTION_WAITS)
        status = keep_waiting(drop, name, &result);
    else
        no_longer_waits(drop, name);
    if (result.end == RECEPTION_TAKEN || result.end == RECEPTION_RETURNED)
        status = pass_on(drop, name, &result);
    if (result.end == RECEPTION_FAILED)
        session_print(&result.text, stderr);
    reception_end(&result);
    return status;
}

/* Receives the files in hand but those of tried, and adds those that stay there. */
static int receive_in_hand(struct drop *drop, struct names *tried, struct arena *arena)
{
    struct entries entries = list(drop->in_hand, arena);
    int status = STATUS_DONE;
    for (size_t i = 0; i < entries.count && status < 128; i++) {
        const char *name = entries.items[i].name;
        if (names_contain(tried, name))
            continue;
        status = reception_worse(status, receive_one(drop, name));
        if (exists(join(drop, drop->in_hand, name)))
            names_add(tried, name);
    }
    free(entries.items);
    return status;
}

/* Makes a folder in the drop folder where it is missing. One that leads elsewhere is reported: who
 * may put files here could have files of others replaced. */
static bool make_folder(const struct drop *drop, const char *path)
{
    struct diags *diags = drop->reception->session.diags;
    if (file_leads_out(path, drop->path))
        return diag_add(diags, RULE_FILE_KIND, (struct diag_place){.file = path},
                        _("put what it leads to in its place"),
                        _("is a link that leads out of its folder"));
    return file_make_folder(path, diags);
}

int drop_receive(struct drop *drop, const struct watch *watch)
{
    struct diags *diags = drop->reception->session.diags;
    struct arena *arena = arena_new();
    struct names tried = {0};
    int lock = store_lock(drop->path, diags);
    int status = STATUS_DONE;
    bool goes_on = lock >= 0 && make_folder(drop, drop->in_hand) &&
                   make_folder(drop, drop->taken) && make_folder(drop, drop->returned);
    while (goes_on) {
        status = reception_worse(status, receive_in_hand(drop, &tried, arena));
        goes_on = status < 128 && claim(drop, watch, arena);
    }
    store_unlock(lock);
    names_free(&tried);
    arena_free(arena);
    return reception_worse(status, session_worst(diags));
}

void drop_watch(const struct drop *drop, struct watch *watch)
{
    watch_ignore(watch, drop->path);
    if (drop->waiting.count)
        watch_tree(watch, drop->reception->folder, WATCH_INPUT);
    watch_folder(watch, drop->path, WATCH_INPUT);
    watch_file(watch, drop->path, WATCH_INPUT); /* another folder may come in its place */
}
