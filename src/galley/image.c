#include "galley/galley.h"

const struct image *galley_image_read(struct galley *galley, const char *folder, const char *path,
                                      struct diag_place place)
{
    const struct image *image = image_read(path, folder, place, galley->arena, galley->diags);
    galley->failed |= !image;
    return image;
}

pt64 galley_image_height(const struct image *image, pt64 width)
{
    return (pt64)((int64_t)image->height * width / image->width);
}
