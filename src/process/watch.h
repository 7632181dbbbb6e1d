/*
 * Watching: waits until a file changes that a result came from (inotify(7)).
 *
 * Folders are watched, not files: an editor may write a file in place, put another one in its
 * place, or take it away for a moment. A burst of changes is one. A round goes so: watch_begin,
 * then watch_file and watch_tree for all that the result will come from, then the reading and the
 * making, then watch_wait. What changes while the result is made is a change, too.
 */
#ifndef PYKALA_PROCESS_WATCH_H
#define PYKALA_PROCESS_WATCH_H

#include "base/diag.h"

#include <stdbool.h>

/* The kind of the files that a change is about, as the caller has it. */
enum watch_kind {
    WATCH_INPUT = 1,
    WATCH_TEMPLATES = 2, /* of a tree: stylesheets are, wherever they stand */
    WATCH_SCHEMAS = 4
};

struct watch;

/* Begins to watch: SIGINT, SIGTERM and SIGHUP wait for watch_wait. Adds a failure and returns NULL
 * when nothing can be watched. Owned by the caller. */
struct watch *watch_new(struct diags *diags);
/* Stops watching: the signals act as before. NULL is allowed. */
void watch_free(struct watch *watch);

/* Begins a round: only what is named from now on is watched. */
void watch_begin(struct watch *watch);

/* Watches a file, even one that isn't there, and the file that a link leads to. */
void watch_file(struct watch *watch, const char *path, enum watch_kind kind);

/* Watches all XML files, stylesheets and images in a folder and below it, but for hidden ones. */
void watch_tree(struct watch *watch, const char *folder, enum watch_kind kind);

/* Watches all files of a folder but hidden ones, whatever they are, and none below. */
void watch_folder(struct watch *watch, const char *folder, enum watch_kind kind);

/* Takes a folder of results out of a tree, in this round and later ones. */
void watch_ignore(struct watch *watch, const char *folder);

/* Returns whether a signal has come that watch_wait would end with. */
bool watch_is_stopped(const struct watch *watch);

/* Waits for milliseconds. Returns whether such a signal came, at once when it does. */
bool watch_pause(const struct watch *watch, int milliseconds);

enum watch_news { WATCH_CHANGED, WATCH_STOPPED, WATCH_FAILED };

/*
 * Waits for a change and until the files have been quiet for a moment; *changed is the sum of the
 * kinds. WATCH_STOPPED: a signal came. WATCH_FAILED: not all can be watched, as diags says.
 */
enum watch_news watch_wait(struct watch *watch, struct diags *diags, unsigned *changed);

#endif
