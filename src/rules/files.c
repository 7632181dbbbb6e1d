#include "rules/rules_private.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/message.h"
#include "image/image.h"

#include <string.h>
#include <sys/stat.h>

/* Returns whether the file is there; reports it else. A path that leads out is reported first,
 * whether or not there is anything. */
static bool is_there(struct rules_run *run, struct diag_place place, const char *name,
                     const char *path)
{
    struct stat status;
    if (file_leads_out(path, run->project->folder)) {
        rules_report(run, place,
                     _("move the file into the project's folder and name it from there"),
                     _("%s is a link that leads out of the project's folder"), name);
        return false;
    }
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode)) {
        rules_report(run, place,
                     _("check the name; names are relative to the project file's folder"),
                     _("the image %s does not exist"), name);
        return false;
    }
    return true;
}

/* Reports why an image could not be put into a paper. */
static void check_content(const struct rules_run *run, struct diag_place place, const char *path)
{
    struct arena *arena = arena_new();
    const struct image *image = image_read(path, run->project->folder, place, arena, run->diags);
    if (image)
        image_check(image, run->diags);
    arena_free(arena);
}

/* Checks an image. A file checked alone is a submission, and no file that it names is opened. */
static void check_image(struct rules_run *run, const xmlNode *element, xmlHashTablePtr checked)
{
    const char *name = xml_attribute(element, "tiedosto");
    const struct diag_place place = xml_attribute_place(element, "tiedosto");
    struct buf path = {0};
    buf_printf(&path, "%s/%s", run->project->folder, name);
    if (is_there(run, place, name, path.data) && run->project->project &&
        xmlHashAddEntry(checked, (const xmlChar *)name, checked) == 0)
        check_content(run, place, path.data);
    buf_free(&path);
}

void rules_image_missing(struct rules_run *run)
{
    struct rules_walk walk = {0};
    xmlHashTablePtr checked = xmlHashCreate(0); /* names of files; each is decoded once */
    if (!checked)
        memory_exhausted();
    for (xmlNodePtr element; (element = rules_next(run, &walk));)
        if ((strcmp((const char *)element->name, "kuva") == 0 ||
             strcmp((const char *)element->name, "logo") == 0) &&
            xml_attribute(element, "tiedosto"))
            check_image(run, element, checked);
    xmlHashFree(checked, NULL);
}
