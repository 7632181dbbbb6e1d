#include "rules/rules_private.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/message.h"

#include <string.h>
#include <sys/stat.h>

static void check_image(struct rules_run *run, const xmlNode *element)
{
    const char *name = input_attribute(element, "tiedosto");
    struct buf path = {0};
    struct stat status;
    buf_printf(&path, "%s/%s", run->project->folder, name);
    if (stat(path.data, &status) != 0 || !S_ISREG(status.st_mode))
        rules_report(run, input_attribute_place(element, "tiedosto"),
                     _("check the name; names are relative to the project file's folder"),
                     _("the image %s does not exist"), name);
    else if (file_leads_out(path.data, run->project->folder))
        rules_report(run, input_attribute_place(element, "tiedosto"),
                     _("move the file into the project's folder and name it from there"),
                     _("%s is a link that leads out of the project's folder"), name);
    buf_free(&path);
}

void rules_image_missing(struct rules_run *run)
{
    struct rules_walk walk = {0};
    for (xmlNodePtr element; (element = rules_next(run, &walk));)
        if ((strcmp((const char *)element->name, "kuva") == 0 ||
             strcmp((const char *)element->name, "logo") == 0) &&
            input_attribute(element, "tiedosto"))
            check_image(run, element);
}
