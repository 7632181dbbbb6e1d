/* The environment that the caller leaves to the process, made fit to work in. */
#ifndef PYKALA_CLI_ENVIRONMENT_H
#define PYKALA_CLI_ENVIRONMENT_H

#include <stdbool.h>

/* Keeps the numbers of closed standard streams, lets a write beyond the file size limit fail
 * instead of ending the process, and makes sure of the stack. Returns false and reports it when the
 * stack can't have enough. */
bool environment_prepare(void);

#endif
