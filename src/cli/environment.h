/* What the process has been given by its caller, made fit to work with. */
#ifndef PYKALA_CLI_ENVIRONMENT_H
#define PYKALA_CLI_ENVIRONMENT_H

#include <stdbool.h>

/*
 * Keeps the numbers of closed standard streams, has a write beyond the file size limit fail instead
 * of ending the process, and makes sure of the stack. Returns false and says why when the stack
 * may not have what is needed.
 */
bool environment_prepare(void);

#endif
