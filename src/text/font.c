#include "text/font.h"

#include "base/memory.h"
#include "base/message.h"
#include "text/font_file.h"
#include "text/library.h"
#include "text/unicode.h"

#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>

static const struct diag_place nowhere;

#define CFF HB_TAG('C', 'F', 'F', ' ')

static int16_t read_i16(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    return (int16_t)(uint16_t)(b[0] << 8 | b[1]);
}

/* Returns a table's bytes, or NULL where under size; the caller destroys *blob in any case. */
static const char *table_bytes(hb_face_t *face, hb_tag_t tag, unsigned size, hb_blob_t **blob)
{
    unsigned length;
    *blob = hb_face_reference_table(face, tag);
    const char *bytes = hb_blob_get_data(*blob, &length);
    return length >= size ? bytes : NULL;
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *blob;
    bool found = table_bytes(face, tag, 1, &blob);
    hb_blob_destroy(blob);
    return found;
}

static void read_head(hb_face_t *face, struct text_font_metrics *metrics)
{
    hb_blob_t *blob;
    const char *head = table_bytes(face, HB_TAG('h', 'e', 'a', 'd'), 54, &blob);
    if (head) {
        metrics->x_min = read_i16(head + 36);
        metrics->y_min = read_i16(head + 38);
        metrics->x_max = read_i16(head + 40);
        metrics->y_max = read_i16(head + 42);
    }
    hb_blob_destroy(blob);
}

static void read_weight_and_angle(hb_face_t *face, struct text_font_metrics *metrics)
{
    hb_blob_t *blob;
    const char *os2 = table_bytes(face, HB_TAG('O', 'S', '/', '2'), 6, &blob);
    metrics->weight = os2 ? read_i16(os2 + 4) : 400;
    hb_blob_destroy(blob);
    const char *post = table_bytes(face, HB_TAG('p', 'o', 's', 't'), 8, &blob);
    if (post) /* a 16.16 fixed-point number */
        metrics->italic_angle = read_i16(post + 4) + (uint16_t)read_i16(post + 6) / 65536.0;
    hb_blob_destroy(blob);
}

/* Fonts whose OS/2 table doesn't give the height of capitals or small letters: measure one. */
static int height_of(hb_font_t *font, hb_ot_metrics_tag_t tag, uint32_t letter)
{
    hb_position_t value;
    hb_codepoint_t glyph;
    hb_glyph_extents_t extents;
    if (hb_ot_metrics_get_position(font, tag, &value) && value > 0)
        return value;
    if (hb_font_get_nominal_glyph(font, letter, &glyph) &&
        hb_font_get_glyph_extents(font, glyph, &extents))
        return extents.y_bearing;
    return 0;
}

static void read_metrics(struct text_font *font)
{
    struct text_font_metrics *metrics = &font->metrics;
    hb_font_extents_t extents;
    hb_font_get_h_extents(font->font, &extents);
    metrics->units_per_em = (int)hb_face_get_upem(font->face);
    metrics->ascender = extents.ascender;
    metrics->descender = extents.descender;
    metrics->line_gap = extents.line_gap;
    metrics->cap_height = height_of(font->font, HB_OT_METRICS_TAG_CAP_HEIGHT, 'H');
    metrics->x_height = height_of(font->font, HB_OT_METRICS_TAG_X_HEIGHT, 'x');
    read_head(font->face, metrics);
    read_weight_and_angle(font->face, metrics);
}

static const char *name_of(hb_face_t *face, hb_ot_name_id_t id, struct arena *arena)
{
    char name[128] = "";
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &size, name);
    return arena_strdup(arena, name);
}

/* Returns the PostScript name; of an instance of a variable font its own, or one made of the font's
 * up to the hyphen and the instance's style. */
static const char *postscript_name(hb_face_t *face, struct arena *arena)
{
    const char *name = name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, arena);
    unsigned instance = hb_face_get_index(face) >> 16;
    if (!instance)
        return name;
    const char *own =
        name_of(face, hb_ot_var_named_instance_get_postscript_name_id(face, instance - 1), arena);
    if (*own)
        return own;
    const char *style =
        name_of(face, hb_ot_var_named_instance_get_subfamily_name_id(face, instance - 1), arena);
    return arena_printf(arena, "%.*s-%s", (int)strcspn(name, "-"), name, style);
}

static void find_own_glyphs(struct text_font *font)
{
    font->space = text_font_glyph(font, UNICODE_SPACE);
    font->space_advance = text_font_advance(font, font->space);
    font->hyphen = text_font_glyph(font, UNICODE_HYPHEN);
    if (!font->hyphen)
        font->hyphen = text_font_glyph(font, '-');
    font->hyphen_advance = text_font_advance(font, font->hyphen);
}

static struct text_font *open_face(hb_face_t *face)
{
    struct text_font *font = memory_new(1, sizeof *font);
    int upem = (int)hb_face_get_upem(face);
    font->face = face;
    font->font = hb_font_create(face);
    hb_font_set_scale(font->font, upem, upem);
    hb_font_make_immutable(font->font);
    read_metrics(font);
    find_own_glyphs(font);
    return font;
}

/* Returns a CFF face's own table: others may name its glyphs otherwise. */
static hb_blob_t *cff_table(hb_face_t *outlines, hb_tag_t tag, void *face)
{
    (void)outlines;
    bool is_wanted =
        tag == CFF || tag == HB_TAG('m', 'a', 'x', 'p') || tag == HB_TAG('h', 'e', 'a', 'd');
    return is_wanted ? hb_face_reference_table(face, tag) : NULL;
}

/* Returns whether the face has CFF outlines whose glyphs have names, as a simple font of a PDF file
 * needs; those of most Chinese, Japanese and Korean fonts have numbers. */
static bool has_named_outlines(hb_face_t *face)
{
    char name[2];
    if (!has_table(face, CFF))
        return false;
    hb_face_t *outlines = hb_face_create_for_tables(cff_table, face, NULL);
    hb_font_t *font = hb_font_create(outlines);
    bool named = hb_font_get_glyph_name(font, 0, name, sizeof name);
    hb_font_destroy(font);
    hb_face_destroy(outlines);
    return named;
}

static bool has_outlines(hb_face_t *face)
{
    return hb_face_get_glyph_count(face) &&
           (has_table(face, HB_TAG('g', 'l', 'y', 'f')) || has_named_outlines(face));
}

/* Returns whether the font draws any of the letters a to z, or has none of them: all empty, its
 * outlines are broken, and a page of them would be blank. */
static bool draws_letters(hb_face_t *face)
{
    hb_font_t *font = hb_font_create(face);
    bool has_any = false, draws = false;
    for (hb_codepoint_t letter = 'a'; letter <= 'z' && !draws; letter++) {
        hb_codepoint_t glyph;
        hb_glyph_extents_t extents;
        if (!hb_font_get_nominal_glyph(font, letter, &glyph))
            continue;
        has_any = true;
        draws = hb_font_get_glyph_extents(font, glyph, &extents) && extents.height;
    }
    hb_font_destroy(font);
    return draws || !has_any;
}

/* Returns OS/2's fsType, what the font's maker allows: 0, which is all, where nothing is said. */
static unsigned licence_bits(hb_face_t *face)
{
    enum { VERSION_OF_HIGH_BITS = 2 };
    hb_blob_t *blob;
    const char *os2 = table_bytes(face, HB_TAG('O', 'S', '/', '2'), 10, &blob);
    unsigned bits = os2 ? (uint16_t)read_i16(os2 + 8) : 0;
    if (os2 && read_i16(os2) < VERSION_OF_HIGH_BITS)
        bits &= 0xFF;
    hb_blob_destroy(blob);
    return bits;
}

/* Returns why the font may not be embedded as PDF/A needs it, in parts; NULL: it may. */
static const char *licence_fault(hb_face_t *face)
{
    enum { USAGE = 0xF, RESTRICTED = 2, NO_SUBSETTING = 0x100, BITMAPS_ONLY = 0x200 };
    unsigned bits = licence_bits(face);
    if ((bits & USAGE) == RESTRICTED)
        return _("the font's licence bits forbid embedding it in a PDF");
    if (bits & BITMAPS_ONLY)
        return _("the font's licence bits forbid embedding its outlines in a PDF");
    if (bits & NO_SUBSETTING)
        return _("the font's licence bits forbid embedding just the letters that a PDF has");
    return NULL;
}

/* Returns why the face can't be used, or NULL, and sets *hint to what to do. */
static const char *find_fault(hb_face_t *face, const char **hint)
{
    *hint = _("convert it to TrueType, or choose another family");
    if (!has_outlines(face))
        return _("the font has neither TrueType outlines nor CFF outlines with names");
    *hint = _("install the font anew, or choose another family");
    if (!draws_letters(face))
        return _("the font's outlines are broken: its letters are empty");
    *hint = _("choose another family, or ask the font's maker for another licence");
    return licence_fault(face);
}

static bool report_unusable(struct diags *diags, const struct font_file *file, const char *family,
                            const char *fault, const char *hint)
{
    return diag_add(diags, RULE_FONT_UNUSABLE, (struct diag_place){.file = file->path}, hint,
                    "%s: %s", family, fault);
}

static struct text_font *open_file(const struct font_file *file, const char *family,
                                   struct diags *diags)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(file->path);
    const char *hint;
    if (!blob) {
        report_unusable(diags, file, family, _("the font file can't be read"), NULL);
        return NULL;
    }
    hb_face_t *face = hb_face_create(blob, file->index);
    hb_blob_destroy(blob);
    const char *fault = find_fault(face, &hint);
    struct text_font *font = fault ? NULL : open_face(hb_face_reference(face));
    if (fault)
        report_unusable(diags, file, family, fault, hint);
    hb_face_destroy(face);
    return font;
}

static const char *style_name(bool bold, bool italic)
{
    if (bold)
        return italic ? _("bold italic") : _("bold");
    return italic ? _("italic") : _("regular");
}

/* Reports a face that isn't installed: perhaps others of its family are. */
static void report_missing(struct text_library *library, struct diags *diags, const char *family,
                           bool bold, bool italic, const char *package)
{
    struct arena *arena = arena_new();
    bool has_family = font_has_family(library, family);
    const char *hint = has_family ? _("choose a family that has it in the theme") : NULL;
    if (package)
        hint = arena_printf(arena, _("install the Debian package %s"), package);
    if (has_family)
        diag_add(diags, RULE_FONT_MISSING, nowhere, hint,
                 _("the font %s is installed, but not its face %s"), family,
                 style_name(bold, italic));
    else
        diag_add(diags, RULE_FONT_MISSING, nowhere, hint, _("the font %s (%s) is not installed"),
                 family, style_name(bold, italic));
    arena_free(arena);
}

static struct text_font *known_font(const struct text_library *library, const char *family,
                                    bool bold, bool italic)
{
    for (size_t i = 0; i < library->font_count; i++) {
        struct text_font *font = library->fonts[i];
        if (font->bold == bold && font->italic == italic && strcmp(font->family, family) == 0)
            return font;
    }
    return NULL;
}

static void keep(struct text_library *library, struct text_font *font)
{
    GROW(library->fonts, library->font_count, library->font_capacity);
    font->index = (uint32_t)library->font_count;
    library->fonts[library->font_count++] = font;
}

/* Opens the file as the family's font, and keeps it. */
static struct text_font *open_font(struct text_library *library, const struct font_file *file,
                                   const char *family, bool bold, bool italic, struct diags *diags)
{
    struct text_font *font = open_file(file, family, diags);
    if (!font)
        return NULL;
    font->family = arena_strdup(library->arena, family);
    font->name = postscript_name(font->face, library->arena);
    font->bold = bold;
    font->italic = italic;
    keep(library, font);
    return font;
}

const struct text_font *text_font_find(struct text_library *library, const char *family, bool bold,
                                       bool italic, const char *package, struct diags *diags)
{
    struct font_file file;
    const struct text_font *font = known_font(library, family, bold, italic);
    if (font)
        return font;
    if (font_find_file(library, family, bold, italic, &file))
        return open_font(library, &file, family, bold, italic, diags);
    report_missing(library, diags, family, bold, italic, package);
    return NULL;
}

const struct text_font *font_find_usual(struct text_library *library, const char *family, bool bold,
                                        bool italic)
{
    struct font_file file;
    const struct text_font *font = known_font(library, family, bold, italic);
    if (!font && font_find_usual_file(library, family, bold, italic, &file)) {
        struct diags *unheard = diags_new();
        font = open_font(library, &file, family, bold, italic, unheard);
        diags_free(unheard);
    }
    return font;
}

void font_free(struct text_font *font)
{
    hb_font_destroy(font->font);
    hb_face_destroy(font->face);
    free(font);
}

const struct text_font_metrics *text_font_metrics(const struct text_font *font)
{
    return &font->metrics;
}

const char *text_font_name(const struct text_font *font)
{
    return font->name;
}

int text_font_advance(const struct text_font *font, uint16_t glyph)
{
    return hb_font_get_glyph_h_advance(font->font, glyph);
}

uint16_t text_font_glyph(const struct text_font *font, uint32_t codepoint)
{
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(font->font, codepoint, &glyph) ? (uint16_t)glyph : 0;
}

struct hb_face_t *text_font_face(const struct text_font *font)
{
    return font->face;
}

pt64 text_font_scale(const struct text_font *font, int64_t units, pt64 size)
{
    int64_t em = font->metrics.units_per_em, length = units * size;
    return (pt64)((length + (length < 0 ? -em : em) / 2) / em);
}
