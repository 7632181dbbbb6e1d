/*
 * Workers: tasks shared out to processes that are forked from this one, so that they share all
 * that it has loaded, and a crash costs one task.
 *
 * Each worker takes a task at a time over a socket and sends the reply back; which worker does
 * what is chance, so a task must not depend on it. A worker that dies is replaced.
 */
#ifndef PYKALA_PROCESS_WORKERS_H
#define PYKALA_PROCESS_WORKERS_H

#include "base/buf.h"
#include "base/diag.h"
#include "process/limits.h"

#include <stdbool.h>
#include <stddef.h>

/* Why a task was lost. */
enum workers_cause {
    WORKERS_ENDED, /* see the wait status */
    WORKERS_OUT_OF_TIME,
    WORKERS_OUT_OF_MEMORY,
    WORKERS_REPLY_TOO_LARGE
};

struct workers_batch {
    size_t count;         /* tasks, numbered from 0 */
    unsigned jobs;        /* workers, at least 1 */
    struct limits limits; /* of a task */
    size_t reply_limit;   /* bytes of a reply; 0 is as many as it wants */
    bool ends_at_once;    /* a signal loses the tasks under way */
    void *context;        /* handed to the functions below */

    /* In the worker: does a task and writes its reply (empty at first). */
    void (*work)(void *context, size_t task, struct buf *reply);
    /* In the worker, at its end: frees what it has inherited, where a leak checker would take that
     * for a leak. May be NULL. */
    void (*leave)(void *context);
    /* In the parent: takes a reply, while the worker does its next task. Returns false when no
     * further one shall be started; those under way are finished. */
    bool (*done)(void *context, size_t task, const char *reply, size_t size);
    /*
     * In the parent: a worker ended with the wait status before it had replied, or, when task is
     * count, with a bad status after its last reply.
     */
    void (*lost)(void *context, size_t task, enum workers_cause cause, int status);
};

/*
 * Does the tasks. The stopping signals stop it: tasks under way are finished and no others are
 * started (a second signal, or the first with ends_at_once, kills the workers). Returns the
 * signal's number, or 0; adds a failure and does fewer tasks when no worker can be started.
 */
int workers_run(const struct workers_batch *batch, struct diags *diags);

/* Returns as many workers as there are processors, within reason. */
enum { WORKERS_MOST = 256 };
unsigned workers_usual(void);

#endif
