#include "galley/galley.h"

const struct text_font *galley_font(struct galley *galley, const struct text_style *type)
{
    const struct text_font **font = &galley->fonts[type->face][type->bold][type->italic];
    if (*font)
        return *font;
    const struct theme_font *wanted =
        type->face == FACE_HEADING ? &galley->theme->heading : &galley->theme->body;
    *font = text_font_find(galley->library, wanted->family, type->bold, type->italic,
                           wanted->package, galley->diags);
    if (!*font)
        galley->failed = true;
    return *font;
}

struct text_style galley_style(const struct galley *galley, enum theme_size size)
{
    const struct theme_type *from = &galley->theme->types[size];
    return (struct text_style){
        .face = FACE_BODY,
        .size = from->size,
        .leading = (pt64)((int64_t)from->size * from->leading / 1000),
        .colour = galley->theme->colours[THEME_TEXT],
        .align = galley->theme->justified ? TEXT_JUSTIFIED : TEXT_RAGGED,
        .hyphenate = true,
    };
}

struct text_style galley_heading_style(const struct galley *galley, int level)
{
    struct text_style type = galley_style(galley, (enum theme_size)(THEME_H1 + level - 1));
    type.face = FACE_HEADING;
    type.bold = true;
    type.colour = galley->theme->colours[THEME_HEADING];
    type.align = TEXT_RAGGED;
    type.hyphenate = false;
    return type;
}

struct text_style galley_side_style(const struct galley *galley)
{
    struct text_style type = galley_style(galley, THEME_BODY);
    type.face = FACE_HEADING;
    type.bold = true;
    type.colour = galley->theme->colours[THEME_HEADING];
    type.align = TEXT_RAGGED;
    return type;
}

pt64 galley_baseline(const struct text_font *font, const struct text_style *type)
{
    const struct text_font_metrics *metrics = text_font_metrics(font);
    pt64 ascent = text_font_scale(font, metrics->ascender, type->size);
    pt64 descent = text_font_scale(font, -metrics->descender, type->size);
    return (type->leading - ascent - descent) / 2 + ascent;
}
