#include "cli/store.h"

#include "base/file.h"
#include "base/message.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* More than a file may have that is read (docs/security.md). */
enum { MOST = 17 * 1024 * 1024 };

int store_lock(const char *folder, struct diags *diags)
{
    int lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int result = lock < 0 ? -1 : flock(lock, LOCK_EX);
    while (result < 0 && lock >= 0 && errno == EINTR)
        result = flock(lock, LOCK_EX);
    if (!result)
        return lock;
    diag_add(diags, RULE_FILE_WRITE, (struct diag_place){.file = folder}, NULL,
             _("the folder cannot be locked: %s"), strerror(errno));
    store_unlock(lock);
    return -1;
}

void store_unlock(int lock)
{
    if (lock >= 0)
        close(lock);
}

static bool is_there(const char *path)
{
    return access(path, F_OK) == 0;
}

static bool are_equal(const struct buf *a, const struct buf *b)
{
    return a->size == b->size && (!a->size || memcmp(a->data, b->data, a->size) == 0);
}

/* Returns whether a file has the bytes; adds what keeps it from being read. */
static bool has_bytes(const char *path, const struct buf *bytes, struct diags *diags)
{
    struct buf found = {0};
    bool has_them = file_read(path, MOST, diags, &found) && are_equal(&found, bytes);
    buf_free(&found);
    return has_them;
}

/* Returns the name of the earlier file with a number. */
static const char *earlier(const char *path, int number, struct arena *arena)
{
    const char *name = file_name(path);
    size_t stem = strlen(name) - strlen(".xml");
    return arena_printf(arena, "%s/aiemmat/%.*s-%d.xml", file_folder(path, arena), (int)stem, name,
                        number);
}

/* Keeps the file at path as an earlier one. number is that of the last one kept. */
static bool keep(const char *path, int number, struct arena *arena, struct diags *diags)
{
    struct buf bytes = {0};
    bool is_kept = file_read(path, MOST, diags, &bytes) &&
                   ((number && has_bytes(earlier(path, number, arena), &bytes, diags)) ||
                    file_write(earlier(path, number + 1, arena), bytes.data, bytes.size, diags));
    buf_free(&bytes);
    return is_kept;
}

static enum store_outcome put(const char *path, const struct buf *bytes, struct arena *arena,
                              struct diags *diags)
{
    int number = 0;
    bool had_one = is_there(path);
    if (had_one && has_bytes(path, bytes, diags))
        return STORE_AGAIN;
    for (; is_there(earlier(path, number + 1, arena)); number++)
        if (has_bytes(earlier(path, number + 1, arena), bytes, diags) && had_one)
            return STORE_OUTDATED;
    if (had_one && !keep(path, number, arena, diags))
        return STORE_FAILED;
    if (!file_write(path, bytes->data, bytes->size, diags))
        return STORE_FAILED;
    return had_one ? STORE_REPLACED : STORE_NEW;
}

enum store_outcome store_put(const char *folder, const char *place, const struct buf *bytes,
                             struct diags *diags)
{
    struct arena *arena = arena_new();
    const char *path = arena_printf(arena, "%s/%s", folder, place);
    enum store_outcome outcome = STORE_FAILED;
    if (file_leads_out(path, folder))
        diag_add(diags, RULE_PROJECT_PATH, (struct diag_place){.file = path},
                 _("put what it leads to in its place"),
                 _("%s is a link that leads out of the project's folder"), path);
    else
        outcome = put(path, bytes, arena, diags);
    arena_free(arena);
    return outcome;
}
