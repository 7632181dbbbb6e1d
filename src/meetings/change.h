/* Changes of the file of meetings, by place: what isn't changed stays byte for byte. */
#ifndef PYKALA_MEETINGS_CHANGE_H
#define PYKALA_MEETINGS_CHANGE_H

#include "meetings/meetings.h"

struct changes {
    struct arena *arena;
    struct buf list; /* struct change, in the order of their places once sorted */
};

/* Adds the changes that give a meeting of the file the values (NULL: as it is). */
void change_meeting(struct changes *changes, const xmlNode *meeting,
                    const char *const values[MEETING_COLUMNS]);

/* Adds the change that adds the row's meeting, with the values, at the end of a list. */
void change_add_meeting(struct changes *changes, const xmlNode *root,
                        const struct meetings_row *row, const char *const values[MEETING_COLUMNS]);

/* Appends the bytes of the file, from its tree's source, with the changes made. Returns false when
 * the file has become another since it was read, which is reported. */
bool change_write(struct changes *changes, const xmlNode *root, struct diags *diags,
                  struct buf *out);

#endif
