/* A file that came: one with a name, or standard input, which is kept so that it can be read again.
 */
#ifndef PYKALA_CLI_INCOMING_H
#define PYKALA_CLI_INCOMING_H

#include <stdbool.h>

/* The file. Its path may be read as often as one likes, also by forked processes. */
struct incoming {
    char *path;
    const char *name; /* what messages call it */
    int fd;           /* of the copy of standard input; -1 for a file with a name */
    char copy[32];
};

/* Opens the file of a path; "-" is standard input. Prints why not and returns false. Close it. */
bool incoming_open(char *path, struct incoming *incoming);

/* Does the same with a copy of the file, which stays as it is whatever becomes of the file. */
bool incoming_copy(char *path, struct incoming *incoming);

void incoming_close(struct incoming *incoming);

#endif
