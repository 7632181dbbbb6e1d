/* Checks that the themes leave room for text: the project's, and each party's own over it. */
#include "rules/rules_private.h"

#include "base/message.h"
#include "image/image.h"
#include "theme/theme.h"

enum {
    WIDTH = 210,         /* of A4, in mm: the height of a page that is turned */
    LEAST_WIDTH = 100,   /* of text, in mm */
    LEAST_HEIGHT = 130,  /* of text on a page that is turned, in mm */
    LEAST_LETTERS = 20,  /* of a line: their height, about twice their width */
    LEAST_LINES = 20,    /* on a page that is turned */
    HEADING_LETTERS = 5, /* the same of headings */
    HEADING_LINES = 2,
    HIGHEST_LOGO = 60 /* in mm */
};

/* A theme and where it comes from. */
struct themed {
    struct rules_run *run;
    const xmlNode *general, *own; /* own: a party's; NULL for the project's theme */
    struct theme theme;
};

/* Returns the place of the element of a name, with a kind the one of that kind: the party's, else
 * the project's; where neither has one, the element that asks for the theme. */
static struct diag_place find_place(const struct themed *themed, const char *name, const char *kind)
{
    const xmlNode *parents[] = {themed->own, themed->general};
    for (size_t i = 0; i < 2; i++) {
        const xmlNode *holder = kind && parents[i] ? xml_child(parents[i], "koot") : parents[i];
        const xmlNode *element = holder ? xml_child(holder, name) : NULL;
        while (element && kind && !xml_has(element, "laji", kind))
            element = xml_next(element, name);
        if (element)
            return xml_place(element);
    }
    return xml_place(themed->own ? themed->own : themed->general);
}

static pt64 text_width(const struct theme *theme)
{
    return MM(WIDTH) - theme->left - theme->right - theme->indent;
}

/* Returns the height of text on a page that is turned: there is less. */
static pt64 text_height(const struct theme *theme)
{
    return MM(WIDTH) - theme->top - theme->bottom;
}

static bool check_margins(const struct themed *themed)
{
    const struct diag_place place = find_place(themed, "marginaali", NULL);
    const char *hint = _("make the margins or the indent smaller");
    bool is_wide = text_width(&themed->theme) >= MM(LEAST_WIDTH);
    bool is_high = text_height(&themed->theme) >= MM(LEAST_HEIGHT);
    if (!is_wide)
        rules_report(themed->run, place, hint,
                     _("vasen, oikea and sisennys leave less than %d mm of %d for text"),
                     LEAST_WIDTH, WIDTH);
    if (!is_high)
        rules_report(themed->run, place, hint,
                     _("yla and ala leave less than %d mm for text on a turned page, which has %d"),
                     LEAST_HEIGHT, WIDTH);
    return is_wide && is_high;
}

static void check_size(const struct themed *themed, enum theme_size size, const char *kind)
{
    const struct theme_type *type = &themed->theme.types[size];
    bool is_heading = size >= THEME_H1 && size <= THEME_H4;
    int letters = is_heading ? HEADING_LETTERS : LEAST_LETTERS;
    int lines = is_heading ? HEADING_LINES : LEAST_LINES;
    if (text_width(&themed->theme) < letters * type->size)
        rules_report(themed->run, find_place(themed, "koko", kind),
                     _("make it smaller, or the margins"),
                     _("letters of the size %s are so large that a line has no room for %d"), kind,
                     2 * letters);
    else if ((int64_t)text_height(&themed->theme) * 1000 <
             (int64_t)lines * type->size * type->leading)
        rules_report(themed->run, find_place(themed, "koko", kind),
                     _("make it smaller, or the margins"),
                     _("lines of the size %s are so high that a turned page has no room for %d"),
                     kind, lines);
}

/* Checks the logo's height; rules_image_missing reports faults of its file. */
static void check_logo(const struct themed *themed)
{
    const struct theme *theme = &themed->theme;
    struct arena *arena = arena_new();
    struct diags *unheard = diags_new();
    const struct image *logo =
        themed->run->project->project && theme->logo
            ? image_read(theme->logo, theme->logo_folder, theme->logo_place, arena, unheard)
            : NULL;
    if (logo && (int64_t)theme->logo_width * logo->height > (int64_t)MM(HIGHEST_LOGO) * logo->width)
        rules_report(themed->run, find_place(themed, "logo", NULL),
                     _("make it narrower, with leveys, or take a wider picture"),
                     _("the logo is more than %d mm high"), HIGHEST_LOGO);
    diags_free(unheard);
    arena_free(arena);
}

static void check_theme(struct rules_run *run, const xmlNode *general, const xmlNode *own)
{
    static const char *const kinds[THEME_SIZES] = {"leipa", "h1",    "h2",      "h3",
                                                   "h4",    "pieni", "taulukko"};
    struct arena *arena = arena_new();
    const struct themed themed = {.run = run,
                                  .general = general,
                                  .own = own,
                                  .theme = theme_read(general, own, run->project->folder, arena)};
    if (check_margins(&themed))
        for (int i = 0; i < THEME_SIZES; i++)
            check_size(&themed, (enum theme_size)i, kinds[i]);
    check_logo(&themed);
    arena_free(arena);
}

void rules_theme_room(struct rules_run *run)
{
    const struct input_document *document = run->project->theme;
    const xmlNode *general = rules_root(document);
    if (general && !document->valid)
        return;
    if (general)
        check_theme(run, general, NULL);
    xmlNodePtr party = rules_child(run, rules_root(run->project->parties), "osapuoli");
    for (; party; party = rules_sibling(run, party, "osapuoli")) {
        const xmlNode *own = rules_child(run, party, "teemaPoikkeama");
        if (own && xml_is_sound_inside(own))
            check_theme(run, general, own);
    }
}
