#include "galley/galley.h"

const struct text_font *galley_font(struct galley *galley, const struct text_style *style)
{
    const struct text_font **font = &galley->fonts[style->face][style->bold][style->italic];
    if (*font)
        return *font;
    const struct theme_font *wanted =
        style->face == FACE_HEADING ? &galley->theme->heading : &galley->theme->body;
    *font = text_font_find(galley->library, wanted->family, style->bold, style->italic,
                           wanted->package, galley->diags);
    if (!*font)
        galley->failed = true;
    return *font;
}

bool galley_open_fonts(struct galley *galley, struct arena *arena)
{
    const struct theme *theme = galley->theme;
    const struct text_style body = galley_style(galley, THEME_BODY);
    bool found = galley_font(galley, &body);
    galley->loans = text_loans_new(arena);
    galley->fallback = text_fallback_new(galley->library, arena);
    for (size_t i = 0; i < theme->fallback_count; i++)
        found &= text_fallback_add(galley->fallback, theme->fallbacks[i].family,
                                   theme->fallbacks[i].package, galley->diags);
    return found;
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
    struct text_style style = galley_style(galley, (enum theme_size)(THEME_H1 + level - 1));
    style.face = FACE_HEADING;
    style.bold = true;
    /* The sizes of h3 and h4 hardly differ: their colours tell them apart. */
    style.colour = galley->theme->colours[level < 4 ? THEME_HEADING : THEME_TEXT];
    style.align = TEXT_RAGGED;
    style.hyphenate = false;
    return style;
}

struct text_style galley_side_style(const struct galley *galley)
{
    struct text_style style = galley_style(galley, THEME_BODY);
    style.face = FACE_HEADING;
    style.bold = true;
    style.colour = galley->theme->colours[THEME_HEADING];
    style.align = TEXT_RAGGED;
    return style;
}

pt64 galley_baseline(const struct text_font *font, const struct text_style *style)
{
    const struct text_font_metrics *metrics = text_font_metrics(font);
    pt64 ascent = text_font_scale(font, metrics->ascender, style->size);
    pt64 descent = text_font_scale(font, -metrics->descender, style->size);
    return (style->leading - ascent - descent) / 2 + ascent;
}
