#include "layout/layout_private.h"

const struct text_font *layout_font(struct layout *layout, const struct type *type)
{
    const struct text_font **font = &layout->fonts[type->face][type->bold][type->italic];
    if (*font)
        return *font;
    const struct theme_font *wanted =
        type->face == FACE_HEADING ? &layout->theme->heading : &layout->theme->body;
    *font = text_font_find(layout->library, wanted->family, type->bold, type->italic,
                           wanted->package, layout->diags);
    if (!*font)
        layout->failed = true;
    return *font;
}

struct type layout_type(const struct layout *layout, enum theme_size size)
{
    const struct theme_type *from = &layout->theme->types[size];
    return (struct type){
        .face = FACE_BODY,
        .size = from->size,
        .leading = (pt64)((int64_t)from->size * from->leading / 1000),
        .colour = layout->theme->colours[THEME_TEXT],
        .align = layout->theme->justified ? TEXT_JUSTIFIED : TEXT_RAGGED,
        .hyphenate = true,
    };
}

struct type layout_heading_type(const struct layout *layout, int level)
{
    struct type type = layout_type(layout, (enum theme_size)(THEME_H1 + level - 1));
    type.face = FACE_HEADING;
    type.bold = true;
    type.colour = layout->theme->colours[THEME_HEADING];
    type.align = TEXT_RAGGED;
    type.hyphenate = false;
    return type;
}

struct type layout_side_type(const struct layout *layout)
{
    struct type type = layout_type(layout, THEME_BODY);
    type.face = FACE_HEADING;
    type.bold = true;
    type.colour = layout->theme->colours[THEME_HEADING];
    type.align = TEXT_RAGGED;
    return type;
}

pt64 layout_baseline(const struct text_font *font, const struct type *type)
{
    const struct text_font_metrics *metrics = text_font_metrics(font);
    pt64 ascent = text_font_scale(font, metrics->ascender, type->size);
    pt64 descent = text_font_scale(font, -metrics->descender, type->size);
    return (type->leading - ascent - descent) / 2 + ascent;
}
