#include "theme/theme.h"

#include "base/minmax.h"

#include "input/input.h"

#include <string.h>

struct theme theme_default(void)
{
    return (struct theme){
        .body = {"Carlito", "fonts-crosextra-carlito"},
        .heading = {"Carlito", "fonts-crosextra-carlito"},
        .types =
            {
                [THEME_BODY] = {PT(11), 1300},
                [THEME_H1] = {PT(16), 1200},
                [THEME_H2] = {PT(13), 1200},
                [THEME_H3] = {PT(11.5), 1250},
                [THEME_H4] = {PT(11), 1300},
                [THEME_SMALL] = {PT(9), 1250},
                [THEME_TABLE] = {PT(9.5), 1250},
            },
        .colours =
            {
                [THEME_TEXT] = 0x1A1A1A,
                [THEME_HEADING] = 0x1F3A5F,
                [THEME_RULE] = 0x8A96A3,
                [THEME_TABLE_HEAD] = 0xE8EDF2,
                [THEME_ACCENT] = 0x1B5E8C,
            },
        .top = MM(12),
        .bottom = MM(20),
        .left = MM(20),
        .right = MM(15),
        .indent = MM(46),
    };
}

/* Returns a validated decimal ("11.5") in thousandths, whatever the locale. */
static int thousandths(const char *number)
{
    int value = 0, places = -1;
    for (; *number; number++) {
        if (*number == '.') {
            places = 0;
        } else if (*number >= '0' && *number <= '9' && places < 3 && value < 100000000) {
            value = value * 10 + (*number - '0');
            places += places >= 0;
        }
    }
    for (places = MAX(places, 0); places < 3; places++)
        value *= 10;
    return value;
}

/* Sets *length from an attribute, where the element has it; unit_by_1000 is of 1 pt or 1 mm. */
static void read_length(const xmlNode *element, const char *name, pt64 unit_by_1000, pt64 *length)
{
    const char *value = xml_attribute(element, name);
    if (value)
        *length = (pt64)(((int64_t)thousandths(value) * unit_by_1000 + 500000) / 1000000);
}

enum { POINT_BY_1000 = 64 * 1000, MILLIMETRE_BY_1000 = 181417 };

static int index_of(const char *name, const char *const *names, int count)
{
    for (int i = 0; name && i < count; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return -1;
}

static struct theme_font font_of(const xmlNode *element, struct arena *arena)
{
    const char *family = xml_attribute(element, "perhe");
    const char *package = xml_attribute(element, "paketti");
    return (struct theme_font){.family = arena_strdup(arena, family ? family : ""),
                               .package = package ? arena_strdup(arena, package) : NULL};
}

static void read_font(const xmlNode *element, struct arena *arena, struct theme *theme)
{
    const char *kind = xml_attribute(element, "laji");
    if (!kind || !xml_attribute(element, "perhe"))
        return;
    struct theme_font *font = strcmp(kind, "otsikko") == 0 ? &theme->heading : &theme->body;
    *font = font_of(element, arena);
}

static void read_type(const xmlNode *element, struct theme *theme)
{
    static const char *const kinds[THEME_SIZES] = {"leipa", "h1",    "h2",      "h3",
                                                   "h4",    "pieni", "taulukko"};
    int kind = index_of(xml_attribute(element, "laji"), kinds, THEME_SIZES);
    if (kind < 0)
        return;
    read_length(element, "pt", POINT_BY_1000, &theme->types[kind].size);
    const char *leading = xml_attribute(element, "rivi");
    if (leading)
        theme->types[kind].leading = thousandths(leading);
}

static uint32_t hexadecimal(const char *digits)
{
    uint32_t value = 0;
    for (; *digits; digits++) {
        unsigned c = (unsigned char)*digits;
        unsigned digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        value = value << 4 | (digit & 0xF);
    }
    return value;
}

static void read_colour(const xmlNode *element, struct theme *theme)
{
    static const char *const kinds[THEME_COLOURS] = {"teksti", "otsikko", "viiva",
                                                     "taulukkoOtsikko", "korostus"};
    int kind = index_of(xml_attribute(element, "laji"), kinds, THEME_COLOURS);
    const char *value = xml_attribute(element, "arvo");
    if (kind >= 0 && value && value[0] == '#')
        theme->colours[kind] = hexadecimal(value + 1);
}

static void read_margins(const xmlNode *element, struct theme *theme)
{
    read_length(element, "yla", MILLIMETRE_BY_1000, &theme->top);
    read_length(element, "ala", MILLIMETRE_BY_1000, &theme->bottom);
    read_length(element, "vasen", MILLIMETRE_BY_1000, &theme->left);
    read_length(element, "oikea", MILLIMETRE_BY_1000, &theme->right);
    read_length(element, "sisennys", MILLIMETRE_BY_1000, &theme->indent);
}

static void read_logo(const xmlNode *element, const char *folder, struct arena *arena,
                      struct theme *theme)
{
    const char *file = xml_attribute(element, "tiedosto");
    const char *alt = xml_attribute(element, "vaihtoehto");
    if (!file)
        return;
    theme->logo = arena_printf(arena, "%s/%s", folder, file);
    theme->logo_folder = arena_strdup(arena, folder);
    theme->logo_place = xml_attribute_place(element, "tiedosto");
    theme->logo_place = diag_place_copy(arena, theme->logo_place);
    theme->logo_alt = alt ? arena_strdup(arena, alt) : "";
    theme->logo_width = MM(30);
    read_length(element, "leveys", MILLIMETRE_BY_1000, &theme->logo_width);
}

static void read_all(const xmlNode *parent, const char *folder, struct arena *arena,
                     struct theme *theme)
{
    for (const xmlNode *child = parent ? parent->children : NULL; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        const char *name = (const char *)child->name;
        if (strcmp(name, "fontti") == 0)
            read_font(child, arena, theme);
        else if (strcmp(name, "koot") == 0)
            read_all(child, folder, arena, theme);
        else if (strcmp(name, "koko") == 0)
            read_type(child, theme);
        else if (strcmp(name, "vari") == 0)
            read_colour(child, theme);
        else if (strcmp(name, "marginaali") == 0)
            read_margins(child, theme);
        else if (strcmp(name, "tasaus") == 0)
            theme->justified = strcmp(xml_attribute(child, "tapa"), "tasattu") == 0;
        else if (strcmp(name, "logo") == 0)
            read_logo(child, folder, arena, theme);
    }
}

/* Reads the fallback fonts, where there are any, instead of all read before. */
static void read_fallbacks(const xmlNode *parent, struct arena *arena, struct theme *theme)
{
    const xmlNode *first = parent ? xml_child(parent, "varafontti") : NULL;
    size_t count = 0;
    if (!first)
        return;
    for (const xmlNode *element = first; element; element = xml_next(element, "varafontti"))
        count++;
    struct theme_font *fonts = arena_array(arena, count, sizeof *fonts);
    theme->fallbacks = fonts;
    theme->fallback_count = count;
    for (const xmlNode *element = first; element; element = xml_next(element, "varafontti"))
        *fonts++ = font_of(element, arena);
}

struct theme theme_read(const xmlNode *project, const xmlNode *party, const char *folder,
                        struct arena *arena)
{
    struct theme theme = theme_default();
    read_all(project, folder, arena, &theme);
    read_fallbacks(project, arena, &theme);
    read_all(party, folder, arena, &theme);
    read_fallbacks(party, arena, &theme);
    return theme;
}
