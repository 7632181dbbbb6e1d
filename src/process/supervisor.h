/*
 * A process that does a command, and one that only watches it. The one that works reads files that
 * anybody may have made, with libraries that may crash at them: then a file that was in hand is
 * barred, and the command begins anew without it. So no file ends the program.
 */
#ifndef PYKALA_PROCESS_SUPERVISOR_H
#define PYKALA_PROCESS_SUPERVISOR_H

#include "base/reading.h"

/* The command: returns an exit status. Nothing may have been printed while a file is in hand. */
typedef int supervised(void *context, struct reading *reading);

/*
 * Does the work in a process of its own and returns its exit status. The stopping signals are
 * passed on to it; when it has been ended by one of them, this process ends in the same way. When
 * it has been ended otherwise, a message is printed, and STATUS_FAILURE returned. To be called
 * before anything is allocated that the work must free.
 */
int supervisor_run(supervised *work, void *context);

#endif
