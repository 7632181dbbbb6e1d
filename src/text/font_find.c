#include "text/font_file.h"

#include "base/buf.h"
#include "text/library.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

/* Returns a configuration of the folder's files only; the system's fonts are not even read. */
static FcConfig *folder_fonts(const char *folder)
{
    FcConfig *config = FcConfigCreate();
    DIR *entries = opendir(folder);
    struct buf path = {0};
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        const char *suffix = strrchr(entry->d_name, '.');
        if (!suffix || (strcmp(suffix, ".ttf") != 0 && strcmp(suffix, ".ttc") != 0 &&
                        strcmp(suffix, ".otf") != 0))
            continue;
        buf_clear(&path);
        buf_printf(&path, "%s/%s", folder, entry->d_name);
        FcConfigAppFontAddFile(config, (const FcChar8 *)path.data);
    }
    if (entries)
        closedir(entries);
    buf_free(&path);
    return config;
}

/*
 * The default folders of fonts and of fontconfig's cache. The system's configuration names the same
 * ones, among forty files of rules about substitutes: reading those takes longer than setting a
 * page, and no font is substituted here.
 */
static const char usual_folders[] =
    "<fontconfig>"
    "<dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir><dir prefix=\"xdg\">fonts</dir>"
    "<cachedir>/var/cache/fontconfig</cachedir><cachedir prefix=\"xdg\">fontconfig</cachedir>"
    "</fontconfig>";

/* Returns the system's configuration; an unreadable one has no fonts, so each is missing. */
static FcConfig *system_fonts(void)
{
    FcConfig *config = FcConfigCreate();
    FcConfigParseAndLoad(config, NULL, FcFalse);
    FcConfigBuildFonts(config);
    return config;
}

static FcConfig *usual_fonts(void)
{
    if (getenv("FONTCONFIG_FILE"))
        return system_fonts(); /* The user has chosen the fonts. */
    FcConfig *config = FcConfigCreate();
    FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)usual_folders, FcFalse);
    FcConfigBuildFonts(config);
    return config;
}

static bool has_family(FcPattern *pattern, const char *family)
{
    FcChar8 *name;
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; i++)
        if (FcStrCmpIgnoreCase(name, (const FcChar8 *)family) == 0)
            return true;
    return false;
}

static int integer(FcPattern *pattern, const char *object, int otherwise)
{
    int value;
    return FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? value : otherwise;
}

/* Returns whether the face has the style. fontconfig's Book is some families' Regular. */
static bool has_style(FcPattern *pattern, bool bold, bool italic)
{
    FcBool variable;
    int weight = integer(pattern, FC_WEIGHT, -1);
    bool right_weight =
        bold ? weight == FC_WEIGHT_BOLD : weight == FC_WEIGHT_REGULAR || weight == FC_WEIGHT_BOOK;
    if (FcPatternGetBool(pattern, FC_VARIABLE, 0, &variable) == FcResultMatch && variable)
        return false;
    return right_weight && (integer(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN) == italic;
}

/* Returns whether a file is an instance of a variable font, as fontconfig counts them. */
static bool is_instance(const struct font_file *file)
{
    return file->index > 0xFFFF;
}

/* Returns whether candidate is of a more usual width, has one style alone, is newer, or first by
 * path: no order of reading matters. Some families have one width alone, which isn't the normal. */
static bool is_better(const struct font_file *candidate, const struct font_file *best)
{
    if (best->path && candidate->width_off != best->width_off)
        return candidate->width_off < best->width_off;
    if (best->path && is_instance(candidate) != is_instance(best))
        return is_instance(best);
    if (!best->path || candidate->version != best->version)
        return !best->path || candidate->version > best->version;
    return strcmp(candidate->path, best->path) < 0;
}

static bool find_in(FcFontSet *set, const char *family, bool bold, bool italic,
                    struct font_file *best)
{
    *best = (struct font_file){0};
    for (int i = 0; set && i < set->nfont; i++) {
        FcPattern *pattern = set->fonts[i];
        FcChar8 *path;
        if (!has_family(pattern, family) || !has_style(pattern, bold, italic) ||
            FcPatternGetString(pattern, FC_FILE, 0, &path) != FcResultMatch)
            continue;
        struct font_file file = {
            (const char *)path, (unsigned)integer(pattern, FC_INDEX, 0),
            integer(pattern, FC_FONTVERSION, 0),
            abs(integer(pattern, FC_WIDTH, FC_WIDTH_NORMAL) - FC_WIDTH_NORMAL)};
        if (is_better(&file, best))
            *best = file;
    }
    return best->path;
}

bool font_find_usual_file(struct text_library *library, const char *family, bool bold, bool italic,
                          struct font_file *file)
{
    if (library->font_folder && !library->folder_fonts)
        library->folder_fonts = folder_fonts(library->font_folder);
    if (library->folder_fonts && find_in(FcConfigGetFonts(library->folder_fonts, FcSetApplication),
                                         family, bold, italic, file))
        return true;
    if (!library->usual_fonts)
        library->usual_fonts = usual_fonts();
    return find_in(FcConfigGetFonts(library->usual_fonts, FcSetSystem), family, bold, italic, file);
}

bool font_find_file(struct text_library *library, const char *family, bool bold, bool italic,
                    struct font_file *file)
{
    if (font_find_usual_file(library, family, bold, italic, file))
        return true;
    if (!library->system_fonts)
        library->system_fonts = system_fonts();
    return find_in(FcConfigGetFonts(library->system_fonts, FcSetSystem), family, bold, italic,
                   file);
}

static bool set_has_family(const FcFontSet *set, const char *family)
{
    for (int i = 0; set && i < set->nfont; i++)
        if (has_family(set->fonts[i], family))
            return true;
    return false;
}

bool font_has_family(const struct text_library *library, const char *family)
{
    FcConfig *const configs[] = {library->usual_fonts, library->system_fonts};
    for (size_t i = 0; i < sizeof configs / sizeof *configs; i++)
        if (configs[i] && set_has_family(FcConfigGetFonts(configs[i], FcSetSystem), family))
            return true;
    return library->folder_fonts &&
           set_has_family(FcConfigGetFonts(library->folder_fonts, FcSetApplication), family);
}
