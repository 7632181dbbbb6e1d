#include "process/watch.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/names.h"
#include "process/clock.h"
#include "process/stopping.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

/* Milliseconds without a change after which a burst is over, and the longest that a burst may be.
 */
enum { QUIET = 50, LONGEST = 1000 };

/* IN_CLOSE_WRITE, not IN_MODIFY: a file is read when it has been written. */
#define CHANGES (IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB)

/* The meaning of changes in a folder. */
struct interest {
    int descriptor;     /* the watched folder's */
    const char *folder; /* as it was named */
    const char *name;   /* of a file in it; NULL: all files that pykala reads */
    bool is_of_all;     /* or all files, whatever they are, but no folders */
    enum watch_kind kind;
};

struct interests {
    struct arena *arena; /* the strings */
    struct interest *items;
    size_t count, capacity;
};

struct watch {
    int inotify, signals;
    sigset_t stopping, before;
    struct interests now, past; /* of this round and of the one before */
    struct arena *arena;        /* of the names below */
    struct names ignored;
    int error; /* why a folder that is there can't be watched; or 0 */
};

static void interests_free(struct interests *interests)
{
    arena_free(interests->arena);
    free(interests->items);
    *interests = (struct interests){0};
}

static bool cannot_watch(struct diags *diags, int error)
{
    const char *hint = error == ENOSPC || error == EMFILE
                           ? _("allow more with sysctl fs.inotify.max_user_watches or "
                               "max_user_instances, or name a smaller folder")
                           : NULL;
    return diag_add(diags, RULE_WATCH, (struct diag_place){0}, hint,
                    _("files cannot be watched: %s"), strerror(error));
}

struct watch *watch_new(struct diags *diags)
{
    struct watch *watch = memory_new(1, sizeof *watch);
    watch->stopping = stopping_signals();
    sigprocmask(SIG_BLOCK, &watch->stopping, &watch->before);
    watch->inotify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    watch->signals = signalfd(-1, &watch->stopping, SFD_CLOEXEC);
    watch->now.arena = arena_new();
    watch->arena = arena_new();
    if (watch->inotify >= 0 && watch->signals >= 0)
        return watch;
    cannot_watch(diags, errno);
    watch_free(watch);
    return NULL;
}

void watch_free(struct watch *watch)
{
    if (!watch)
        return;
    if (watch->inotify >= 0)
        close(watch->inotify);
    if (watch->signals >= 0)
        close(watch->signals);
    sigprocmask(SIG_SETMASK, &watch->before, NULL);
    interests_free(&watch->now);
    interests_free(&watch->past);
    names_free(&watch->ignored);
    arena_free(watch->arena);
    free(watch);
}

void watch_begin(struct watch *watch)
{
    interests_free(&watch->past);
    watch->past = watch->now;
    watch->now = (struct interests){.arena = arena_new()};
}

/* Watches a folder for a name and a kind. Returns false when there is no such folder. */
static bool add(struct watch *watch, const char *folder, const char *name, enum watch_kind kind)
{
    struct interests *now = &watch->now;
    int descriptor = inotify_add_watch(watch->inotify, folder, CHANGES | IN_ONLYDIR);
    if (descriptor < 0) {
        if (errno == ENOSPC || errno == ENOMEM)
            watch->error = errno;
        return false;
    }
    GROW(now->items, now->count, now->capacity);
    now->items[now->count++] = (struct interest){
        .descriptor = descriptor,
        .folder = arena_strdup(now->arena, folder),
        .name = name ? arena_strdup(now->arena, name) : NULL,
        .kind = kind,
    };
    return true;
}

/* Watches a file in its folder; where that is missing, the folder's own name in the folder above,
 * and so on. */
static void add_file(struct watch *watch, const char *path, enum watch_kind kind)
{
    const char *folder = path;
    do {
        path = file_without_slashes(folder, watch->now.arena);
        folder = file_folder(path, watch->now.arena);
    } while (!add(watch, folder, file_name(path), kind) && strcmp(folder, ".") != 0 &&
             strcmp(folder, "/") != 0);
}

void watch_file(struct watch *watch, const char *path, enum watch_kind kind)
{
    struct stat status;
    add_file(watch, path, kind);
    if (lstat(path, &status) != 0 || !S_ISLNK(status.st_mode))
        return;
    char *target = realpath(path, NULL);
    if (target)
        add_file(watch, target, kind);
    free(target);
}

static bool is_folder(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* Adds the folders in a folder that aren't hidden to the list. */
static void list_folders(struct watch *watch, const char *folder, struct names *list)
{
    DIR *entries = opendir(folder);
    if (!entries)
        return; /* gone again, or closed to us: its reader reports it */
    for (const struct dirent *entry; (entry = readdir(entries));) {
        if (entry->d_name[0] == '.')
            continue;
        const char *path = arena_printf(watch->now.arena, "%s/%s", folder, entry->d_name);
        if (is_folder(path) && !names_contain(&watch->ignored, path))
            names_add(list, path);
    }
    closedir(entries);
}

void watch_tree(struct watch *watch, const char *folder, enum watch_kind kind)
{
    char *root = realpath(folder, NULL);
    watch_file(watch, folder, kind);
    if (!root)
        return;
    struct names folders = {0};
    names_add(&folders, arena_strdup(watch->now.arena, root));
    for (size_t i = 0; i < folders.count && !watch->error; i++)
        if (add(watch, folders.items[i], NULL, kind))
            list_folders(watch, folders.items[i], &folders);
    names_free(&folders);
    free(root);
}

static bool is_of_interest(const struct watch *watch, int descriptor)
{
    for (size_t i = 0; i < watch->now.count; i++)
        if (watch->now.items[i].descriptor == descriptor)
            return true;
    return false;
}

static void drop_unless_of_interest(struct watch *watch, int descriptor)
{
    if (!is_of_interest(watch, descriptor))
        inotify_rm_watch(watch->inotify, descriptor);
}

static void forget_tree_folder(struct watch *watch, const char *path)
{
    struct interests *now = &watch->now;
    for (size_t i = 0; i < now->count; i++) {
        const struct interest interest = now->items[i];
        if (interest.name || strcmp(interest.folder, path) != 0)
            continue;
        now->items[i--] = now->items[--now->count];
        drop_unless_of_interest(watch, interest.descriptor);
    }
}

void watch_folder(struct watch *watch, const char *folder, enum watch_kind kind)
{
    struct interests *now = &watch->now;
    if (add(watch, folder, NULL, kind))
        now->items[now->count - 1].is_of_all = true;
}

void watch_ignore(struct watch *watch, const char *folder)
{
    char *real = realpath(folder, NULL);
    const char *path = real ? real : folder;
    if (!names_contain(&watch->ignored, path)) {
        names_add(&watch->ignored, arena_strdup(watch->arena, path));
        forget_tree_folder(watch, path);
    }
    free(real);
}

/* Returns whether pykala reads such a file in a tree: the schema lets a project name these endings.
 */
static bool is_read(const char *name)
{
    static const char *const endings[] = {".xml", ".xlsx", ".xsl", ".xsd", ".png", ".jpg", ".jpeg"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (file_has_ending(name, endings[i]))
            return true;
    return false;
}

/* Returns whether a folder may bring files or take them away. */
static bool is_folder_of_interest(const struct watch *watch, const struct interest *interest,
                                  const char *name)
{
    struct buf path = {0};
    buf_printf(&path, "%s/%s", interest->folder, name);
    bool ignored = names_contain(&watch->ignored, path.data);
    buf_free(&path);
    return !ignored;
}

/* Returns the kind of change that an event means for an interest in its folder, or 0. */
static unsigned kind_of(const struct watch *watch, const struct interest *interest,
                        const struct inotify_event *event)
{
    if (interest->name)
        return strcmp(interest->name, event->name) == 0 ? interest->kind : 0;
    if (event->name[0] == '.')
        return 0;
    if (interest->is_of_all)
        return event->mask & IN_ISDIR ? 0 : interest->kind;
    if (event->mask & IN_ISDIR)
        return is_folder_of_interest(watch, interest, event->name) ? interest->kind : 0;
    if (file_has_ending(event->name, ".xsl"))
        return WATCH_TEMPLATES;
    return is_read(event->name) ? interest->kind : 0;
}

static unsigned kinds_of(const struct watch *watch, const struct inotify_event *event)
{
    if (event->mask & IN_Q_OVERFLOW)
        return WATCH_INPUT | WATCH_TEMPLATES | WATCH_SCHEMAS;
    unsigned kinds = 0;
    for (size_t i = 0; event->len && i < watch->now.count; i++)
        if (watch->now.items[i].descriptor == event->wd)
            kinds |= kind_of(watch, &watch->now.items[i], event);
    return kinds;
}

/* Reads the events that there are and returns the kinds of change that they mean. */
static unsigned read_events(const struct watch *watch)
{
    /* Room for one event at least, whatever the name: inotify(7). */
    _Alignas(struct inotify_event) char bytes[4096];
    unsigned kinds = 0;
    ssize_t size;
    while ((size = read(watch->inotify, bytes, sizeof bytes)) > 0) {
        const struct inotify_event *event;
        for (const char *at = bytes; at < bytes + size; at += sizeof *event + event->len) {
            event = (const void *)at;
            kinds |= kinds_of(watch, event);
        }
    }
    return kinds;
}

bool watch_pause(const struct watch *watch, int milliseconds)
{
    return poll(&(struct pollfd){.fd = watch->signals, .events = POLLIN}, 1, milliseconds) == 1;
}

bool watch_is_stopped(const struct watch *watch)
{
    return watch_pause(watch, 0);
}

/* Takes the signal: left waiting it would end the process at watch_free. */
static void take_signal(const struct watch *watch)
{
    struct signalfd_siginfo info;
    ssize_t ignored = read(watch->signals, &info, sizeof info);
    (void)ignored;
}

/* Returns how long to wait for another change; -1 when there was none yet. */
static int patience(unsigned changed, int64_t since)
{
    if (!changed)
        return -1;
    int64_t left = since + LONGEST - clock_milliseconds();
    return left < 0 ? 0 : left < QUIET ? (int)left : QUIET;
}

/* Stops watching folders of past rounds only, so that their events mean nothing. */
static void drop_past(struct watch *watch)
{
    for (size_t i = 0; i < watch->past.count; i++)
        drop_unless_of_interest(watch, watch->past.items[i].descriptor);
    interests_free(&watch->past);
}

enum watch_news watch_wait(struct watch *watch, struct diags *diags, unsigned *changed)
{
    struct pollfd news[] = {{.fd = watch->signals, .events = POLLIN},
                            {.fd = watch->inotify, .events = POLLIN}};
    int64_t since = 0;
    *changed = 0;
    drop_past(watch);
    if (watch->error) {
        cannot_watch(diags, watch->error);
        return WATCH_FAILED;
    }
    for (;;) {
        int count = poll(news, 2, patience(*changed, since));
        if (count > 0 && news[0].revents) {
            take_signal(watch);
            return WATCH_STOPPED;
        }
        unsigned more = read_events(watch);
        if (more && !*changed)
            since = clock_milliseconds();
        *changed |= more;
        if (count == 0 || patience(*changed, since) == 0)
            return WATCH_CHANGED;
    }
}
