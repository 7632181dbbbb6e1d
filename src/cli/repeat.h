/* --watch: does a command again whenever a file changes that its result came from. */
#ifndef PYKALA_CLI_REPEAT_H
#define PYKALA_CLI_REPEAT_H

#include "cli/session.h"
#include "process/watch.h"

/* Returned by a round when there may be another. */
enum { REPEAT_AGAIN = -1 };

/*
 * Does a round, waits for a change, and so on until a signal comes. A round names to the watch all
 * files that its result comes from, and reports what it made and what is wrong. In the session it
 * finds what has been loaded and not changed. changed says what has, 0 in the first round. Returns
 * STATUS_DONE after a signal, or what a round returned other than REPEAT_AGAIN.
 */
int repeat_on_change(struct session *session,
                     int (*round)(void *context, struct watch *watch, unsigned changed),
                     void *context);

#endif
