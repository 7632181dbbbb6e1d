#include "followup/folder.h"

#include "base/blank.h"
#include "base/file.h"
#include "base/message.h"
#include "followup/followup.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>

bool followup_is_year(const char *name)
{
    return strlen(name) == 4 && strspn(name, DIGITS) == 4;
}

bool followup_is_workbook(const char *name)
{
    return file_has_ending(name, ".xlsx");
}

/* A name with ~$ is of Excel's own file beside a workbook that somebody has open. */
bool followup_is_answers(const char *name)
{
    return *name != '.' && strncmp(name, "~$", 2) != 0 &&
           (file_has_ending(name, ".xml") || followup_is_workbook(name));
}

bool followup_is_review(const char *name)
{
    return strcmp(name, "katsaus.xml") == 0;
}

const char *folder_join(struct arena *arena, const char *folder, const char *name)
{
    return strcmp(folder, ".") == 0 ? arena_strdup(arena, name)
                                    : arena_printf(arena, "%s/%s", folder, name);
}

struct names folder_list(const char *path, bool (*wanted)(const char *name), struct arena *arena,
                         struct diags *diags)
{
    struct names names = {0};
    DIR *folder = opendir(path);
    if (!folder && errno == ENOTDIR)
        diag_add(diags, RULE_FILE_READ, (struct diag_place){.file = path}, NULL,
                 _("the folder cannot be read: %s"), strerror(errno));
    else if (!folder && errno != ENOENT)
        file_cannot_open(path, diags);
    if (!folder)
        return names;
    for (struct dirent *entry; (entry = readdir(folder));)
        if (wanted(entry->d_name))
            names_add(&names, arena_strdup(arena, entry->d_name));
    closedir(folder);
    names_sort(&names);
    return names;
}
