/* The signals with which a user, a terminal or the system stops the program. */
#ifndef PYKALA_PROCESS_STOPPING_H
#define PYKALA_PROCESS_STOPPING_H

#include <signal.h>

/* SIGINT, SIGTERM, SIGHUP and SIGQUIT, but for those that nohup or a shell has told the process to
 * ignore. */
sigset_t stopping_signals(void);

#endif
