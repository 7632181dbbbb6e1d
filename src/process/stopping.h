/* The signals with which a user, a terminal or the system stops the program. */
#ifndef PYKALA_PROCESS_STOPPING_H
#define PYKALA_PROCESS_STOPPING_H

#include <signal.h>

/* Returns SIGINT, SIGTERM, SIGHUP and SIGQUIT, but for those that nohup or a shell has made the
 * process ignore. */
sigset_t stopping_signals(void);

#endif
