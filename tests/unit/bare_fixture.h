/*
 * Submissions of tests/broken without their marks, in a temporary folder.
 */
#ifndef BARE_FIXTURE_H
#define BARE_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>

enum { BARE_PATH = 64 };

/* Writes a group's submissions into a new folder, whose path is put into folder. */
static inline int bare_set_up(const char *group, char folder[BARE_PATH])
{
    char command[256];
    snprintf(folder, BARE_PATH, "/tmp/pykala-bare-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    snprintf(command, sizeof command, "perl %s/tests/broken/broken.pl --bare '%s/*' %s",
             PYKALA_SOURCE_DIR, group, folder);
    return system(command);
}

static inline int bare_tear_down(const char folder[BARE_PATH])
{
    char command[256];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

#endif
