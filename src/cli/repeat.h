/* --watch: a command done again whenever something changes that its result came from. */
#ifndef PYKALA_CLI_REPEAT_H
#define PYKALA_CLI_REPEAT_H

#include "cli/session.h"
#include "process/watch.h"

/* What a round returns when there may be another. */
enum { REPEAT_AGAIN = -1 };

/*
 * Does a round, waits for a change, and so on until a signal comes. A round names to the watch all
 * that its result comes from, says what is wrong and tells what it made; of what the session
 * has loaded, it finds loaded what has not changed. changed is what the round is done for, 0 in the
 * first. Returns STATUS_DONE after a signal, or what a round returned other than REPEAT_AGAIN.
 */
int repeat_on_change(struct session *session,
                     int (*round)(void *context, struct watch *watch, unsigned changed),
                     void *context);

#endif
