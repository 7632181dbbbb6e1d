#include "base/message.h"
#include "image/image_private.h"

bool image_is_broken(const struct image *image, const char *reason, struct diags *diags)
{
    return diag_add(diags, RULE_IMAGE_BROKEN, image->place, _("save the picture again"),
                    _("%s is broken: %s"), image->name, reason);
}
