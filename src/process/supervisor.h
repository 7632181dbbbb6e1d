/* A process that does a command, and one that only watches it. The first reads files that anybody
 * may have made, with libraries that may crash on them: the file in hand is barred then, and the
 * command begins anew without it. So no file ends the program. */
#ifndef PYKALA_PROCESS_SUPERVISOR_H
#define PYKALA_PROCESS_SUPERVISOR_H

#include "base/reading.h"

/* The command: returns an exit status. Nothing may have been printed while a file is in hand. */
typedef int supervised(void *context, struct reading *reading);

/*
 * Does the work in a process of its own and returns its exit status. Stopping signals are passed
 * on; when one has ended the work, this process ends in the same way. After any other end prints a
 * message and returns STATUS_FAILURE. To be called before anything is allocated that the work must
 * free.
 */
int supervisor_run(supervised *work, void *context);

#endif
