#include "galley/galley.h"

#include <string.h>

/* Returns an image that was read before; NULL when none has the path. */
static const struct image *find(const struct galley *galley, const char *path)
{
    for (size_t i = 0; i < galley->image_count; i++)
        if (strcmp(galley->images[i]->name, path) == 0)
            return galley->images[i];
    return NULL;
}

const struct image *galley_image_read(struct galley *galley, const char *folder, const char *path,
                                      struct diag_place place)
{
    const struct image *image = find(galley, path);
    if (image)
        return image;
    image = image_read(path, folder, place, galley->arena, galley->diags);
    galley->failed |= !image;
    if (!image)
        return NULL;
    STRIP_GROW(galley->arena, galley->images, galley->image_count, galley->image_capacity);
    return galley->images[galley->image_count++] = image;
}

void galley_images_check(const struct galley *galley)
{
    for (size_t i = 0; i < galley->image_count; i++)
        image_check(galley->images[i], galley->diags);
}

pt64 galley_image_height(const struct image *image, pt64 width)
{
    return (pt64)((int64_t)image->height * width / image->width);
}
