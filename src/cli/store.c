#define _GNU_SOURCE /* memmem */
#include "cli/store.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/message.h"
#include "followup/followup.h"
#include "followup/followup.h"

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

/* The two forms in which a party's answers can stand. */
enum form { XML, WORKBOOK, FORMS };
static const char *const endings[FORMS] = {[XML] = ".xml", [WORKBOOK] = ".xlsx"};

/* A file that may be there. */
struct held {
    const char *path;
    struct buf bytes;
    bool is_there;
};

/* Answers in both forms, under one name. */
struct pair {
    struct held forms[FORMS];
};

/* Reads what is there under a name without its ending. Returns false when that can't be read. */
static bool read_pair(const char *stem, struct arena *arena, struct diags *diags, struct pair *pair)
{
    bool is_read = true;
    for (int form = 0; form < FORMS; form++) {
        struct held *held = &pair->forms[form];
        *held = (struct held){.path = arena_printf(arena, "%s%s", stem, endings[form])};
        held->is_there = access(held->path, F_OK) == 0;
        if (held->is_there)
            is_read = file_read(held->path, MOST, diags, &held->bytes) && is_read;
    }
    return is_read;
}

static void free_pair(struct pair *pair)
{
    for (int form = 0; form < FORMS; form++)
        buf_free(&pair->forms[form].bytes);
}

static bool is_there(const struct pair *pair)
{
    return pair->forms[XML].is_there || pair->forms[WORKBOOK].is_there;
}

static bool has_bytes(const struct held *held, const struct buf *bytes)
{
    return held->is_there && held->bytes.size == bytes->size &&
           (!bytes->size || memcmp(held->bytes.data, bytes->data, bytes->size) == 0);
}

/* Answers on their way to their place. */
struct putting {
    const struct store_answers *answers;
    struct pair standing; /* at the place */
    const char *earlier;  /* the path of the earlier ones, without their numbers */
    struct arena *arena;
    struct diags *diags;
};

/* Returns what came, as the sender has it. */
static const struct buf *what_came(const struct putting *putting, enum form *form)
{
    *form = putting->answers->workbook ? WORKBOOK : XML;
    return putting->answers->workbook ? putting->answers->workbook : putting->answers->record;
}

/* Returns whether a record was made of a workbook: it names its digest. */
static bool is_made_of(const struct buf *record, const struct held *workbook, struct arena *arena)
{
    const char *digest =
        digest_of(workbook->bytes.data ? workbook->bytes.data : "", workbook->bytes.size, arena);
    return record->size && memmem(record->data, record->size, digest, strlen(digest));
}

/* Returns whether what came stands at the place already, but for what a kill has left undone. */
static bool is_standing(const struct putting *putting)
{
    const struct held *standing = putting->standing.forms;
    enum form form;
    const struct buf *came = what_came(putting, &form);
    if (form == WORKBOOK && !standing[WORKBOOK].is_there)
        return has_bytes(&standing[XML], putting->answers->record);
    return has_bytes(&standing[form], came);
}

/* Reads the earlier answers with a number. */
static bool read_earlier(const struct putting *putting, int number, struct pair *pair)
{
    return read_pair(arena_printf(putting->arena, "%s-%d", putting->earlier, number),
                     putting->arena, putting->diags, pair);
}

/* Finds the number of the last earlier answers, 0 for none, and whether what came is among them.
 * Returns false when they can't be read. */
static bool search_earlier(const struct putting *putting, int *last, bool *is_among)
{
    enum form form;
    const struct buf *came = what_came(putting, &form);
    bool is_read = true, is_more = true;
    *is_among = false;
    for (*last = 0; is_read && is_more; *last += is_more) {
        struct pair pair;
        is_read = read_earlier(putting, *last + 1, &pair);
        is_more = is_there(&pair);
        *is_among |= has_bytes(&pair.forms[form], came);
        free_pair(&pair);
    }
    return is_read;
}

/* Returns whether what stands at the place has been kept as those earlier answers, or begun to be:
 * a kill may have come between the two forms. */
static bool is_kept_as(const struct putting *putting, const struct pair *earlier)
{
    bool is_one = false;
    for (int form = 0; form < FORMS; form++) {
        const struct held *standing = &putting->standing.forms[form], *kept = &earlier->forms[form];
        if (standing->is_there && kept->is_there && !has_bytes(kept, &standing->bytes))
            return false;
        is_one |= standing->is_there && kept->is_there;
    }
    return is_one;
}

/* Keeps what stands at the place as earlier answers; last is the number of the last ones. */
static bool keep(const struct putting *putting, int last)
{
    struct pair pair;
    bool is_kept = read_earlier(putting, last, &pair);
    if (is_kept && !is_kept_as(putting, &pair)) {
        free_pair(&pair);
        is_kept = read_earlier(putting, last + 1, &pair);
    }
    for (int form = 0; form < FORMS && is_kept; form++) {
        const struct held *standing = &putting->standing.forms[form];
        if (standing->is_there && !pair.forms[form].is_there)
            is_kept = file_write(pair.forms[form].path, standing->bytes.data, standing->bytes.size,
                                 putting->diags);
    }
    free_pair(&pair);
    return is_kept;
}

static bool write_form(const struct putting *putting, enum form form)
{
    const struct buf *bytes =
        form == WORKBOOK ? putting->answers->workbook : putting->answers->record;
    return !bytes ||
           file_write(putting->standing.forms[form].path, bytes->data, bytes->size, putting->diags);
}

/* Takes away the workbook at the place, which is kept as an earlier one. */
static bool remove_workbook(const struct putting *putting)
{
    const char *path = putting->standing.forms[WORKBOOK].path;
    return unlink(path) == 0 || errno == ENOENT ||
           diag_add(putting->diags, RULE_FILE_WRITE, (struct diag_place){.file = path}, NULL,
                    _("cannot be removed: %s"), strerror(errno));
}

/* Puts what came in the place of what stands there. A workbook that stands alone counts until the
 * new one or its record is there; a record never stands beside another one's workbook for longer
 * than a kill can say: then check tells that there are two files. */
static bool replace(const struct putting *putting)
{
    const struct held *standing = putting->standing.forms;
    bool has_other = standing[WORKBOOK].is_there &&
                     !is_made_of(putting->answers->record, &standing[WORKBOOK], putting->arena);
    if (!standing[XML].is_there && putting->answers->workbook)
        return write_form(putting, WORKBOOK) && write_form(putting, XML);
    if (!standing[XML].is_there)
        return write_form(putting, XML) && (!has_other || remove_workbook(putting));
    return (!has_other || remove_workbook(putting)) && write_form(putting, XML) &&
           write_form(putting, WORKBOOK);
}

/* Does what a kill has left undone of answers that stand at the place. */
static bool complete(const struct putting *putting, int last)
{
    const struct held *standing = putting->standing.forms;
    if (putting->answers->workbook)
        return (standing[XML].is_there || write_form(putting, XML)) &&
               (standing[WORKBOOK].is_there || write_form(putting, WORKBOOK));
    if (!standing[WORKBOOK].is_there ||
        is_made_of(putting->answers->record, &standing[WORKBOOK], putting->arena))
        return true;
    struct putting of_workbook = *putting; /* the record is the new one, and no earlier one */
    of_workbook.standing.forms[XML].is_there = false;
    return keep(&of_workbook, last) && remove_workbook(putting);
}

static enum store_outcome put(const struct putting *putting)
{
    int last;
    bool is_among, had_one = is_there(&putting->standing);
    if (!search_earlier(putting, &last, &is_among))
        return STORE_FAILED;
    if (is_standing(putting))
        return complete(putting, last) ? STORE_AGAIN : STORE_FAILED;
    if (is_among && had_one)
        return STORE_OUTDATED;
    if ((had_one && !keep(putting, last)) || !replace(putting))
        return STORE_FAILED;
    return had_one ? STORE_REPLACED : STORE_NEW;
}

/* Returns whether nothing that stands at a place leads out of the project's folder; reports it
 * else. */
static bool stays_inside(const char *stem, const char *folder, struct arena *arena,
                         struct diags *diags)
{
    for (int form = 0; form < FORMS; form++) {
        const char *path = arena_printf(arena, "%s%s", stem, endings[form]);
        if (file_leads_out(path, folder))
            return diag_add(diags, RULE_PROJECT_PATH, (struct diag_place){.file = path},
                            _("put what it leads to in its place"),
                            _("%s is a link that leads out of the project's folder"), path);
    }
    return true;
}

enum store_outcome store_put(const char *folder, const char *place,
                             const struct store_answers *answers, struct diags *diags)
{
    struct arena *arena = arena_new();
    const char *path = arena_printf(arena, "%s/%s", folder, place);
    const char *stem = arena_strndup(arena, path, (size_t)(strrchr(path, '.') - path));
    struct putting putting = {.answers = answers,
                              .earlier = arena_printf(arena, "%s/" FOLLOWUP_EARLIER "/%s",
                                                      file_folder(path, arena), file_name(stem)),
                              .arena = arena,
                              .diags = diags};
    bool is_read = stays_inside(stem, folder, arena, diags) &&
                   read_pair(stem, arena, diags, &putting.standing);
    enum store_outcome outcome = is_read ? put(&putting) : STORE_FAILED;
    free_pair(&putting.standing);
    arena_free(arena);
    return outcome;
}
