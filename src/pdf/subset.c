#include "pdf/subset.h"

#include "base/memory.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <stdlib.h>
#include <string.h>

/* A subset of a text face takes some 7 KB. */
enum { MOST_KEPT = 64 };

/* The tables that outlines need: those of a TrueType program first, then those of CFF outlines and
 * of variable fonts. */
static const hb_tag_t tables[] = {
    HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('h', 'e', 'a', 'd'),
    HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
    HB_TAG('C', 'F', 'F', ' '), HB_TAG('f', 'v', 'a', 'r'), HB_TAG('g', 'v', 'a', 'r'),
    HB_TAG('a', 'v', 'a', 'r'), HB_TAG('H', 'V', 'A', 'R'),
};
enum { TABLES = sizeof tables / sizeof *tables, TRUETYPE_TABLES = 6, CFF = TRUETYPE_TABLES };

struct kept {
    hb_face_t *outlines;
    struct pdf_subset *first; /* the one used last */
    size_t count;
};

/* --- What is kept with a face --- */

static void free_subset(struct pdf_subset *subset)
{
    buf_free(&subset->program);
    buf_free(&subset->names);
    free(subset);
}

static void free_kept(void *data)
{
    struct kept *kept = data;
    for (struct pdf_subset *subset = kept->first, *next; subset; subset = next) {
        next = subset->next;
        free_subset(subset);
    }
    hb_face_destroy(kept->outlines);
    free(kept);
}

/* Returns a table of outlines. */
static hb_blob_t *outline_table(hb_face_t *outlines, hb_tag_t tag, void *face)
{
    (void)outlines;
    for (size_t i = 0; i < TABLES; i++)
        if (tables[i] == tag)
            return hb_face_reference_table(face, tag);
    return NULL;
}

static struct kept *kept_of(hb_face_t *face)
{
    static hb_user_data_key_t key; /* only its address counts */
    struct kept *kept = hb_face_get_user_data(face, &key);
    if (kept)
        return kept;
    kept = memory_new(1, sizeof *kept);
    /* Without the others the subsetter doesn't read through them, which takes most of its time. */
    kept->outlines = hb_face_create_for_tables(outline_table, face, NULL);
    hb_face_set_index(kept->outlines, hb_face_get_index(face));
    if (!hb_face_set_user_data(face, &key, kept, free_kept, true))
        memory_exhausted();
    return kept;
}

/* Takes the subset with just these glyphs out of the list. */
static struct pdf_subset *take(struct kept *kept, const struct pdf_glyphs *glyphs)
{
    for (struct pdf_subset **at = &kept->first; *at; at = &(*at)->next)
        if (memcmp(&(*at)->glyphs, glyphs, sizeof *glyphs) == 0) {
            struct pdf_subset *taken = *at;
            *at = taken->next;
            kept->count--;
            return taken;
        }
    return NULL;
}

static void drop_last(struct kept *kept)
{
    for (struct pdf_subset **at = &kept->first; *at; at = &(*at)->next)
        if (!(*at)->next) {
            free_subset(*at);
            *at = NULL;
            kept->count--;
            return;
        }
}

static void keep(struct kept *kept, struct pdf_subset *subset)
{
    if (kept->count == MOST_KEPT)
        drop_last(kept);
    subset->next = kept->first;
    kept->first = subset;
    kept->count++;
}

/* --- Making one --- */

/* Has the subset be an instance of a variable font: the one that the face's index names, as
 * HarfBuzz and fontconfig number them, or the default. */
static void pin_axes(hb_subset_input_t *input, hb_face_t *face)
{
    enum { MOST = 16 };
    hb_ot_var_axis_info_t axes[MOST];
    float places[MOST];
    unsigned count = MOST, place_count = MOST, instance = hb_face_get_index(face) >> 16;
    hb_ot_var_get_axis_infos(face, 0, &count, axes);
    if (!instance ||
        !hb_ot_var_named_instance_get_design_coords(face, instance - 1, &place_count, places))
        place_count = 0;
    for (unsigned i = 0; i < count; i++)
        if (i < place_count)
            hb_subset_input_pin_axis_location(input, face, axes[i].tag, places[i]);
        else
            hb_subset_input_pin_axis_to_default(input, face, axes[i].tag);
}

static hb_subset_input_t *new_input(hb_face_t *face, const struct pdf_glyphs *glyphs)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        memory_exhausted();
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    for (size_t code = 0; code < 256; code++)
        hb_set_add(hb_subset_input_glyph_set(input), glyphs->by_code[code]);
    pin_axes(input, face);
    return input;
}

static void write_16(struct buf *out, size_t number)
{
    buf_char(out, (char)(number >> 8));
    buf_char(out, (char)number);
}

/* Appends a cmap of a symbolic font (platform 3, encoding 0): code c is the character F000 + c, in
 * one segment of format 4 (OpenType 1.9, cmap). */
static void write_cmap(struct buf *out, const struct pdf_glyphs *glyphs, const hb_map_t *renumbered)
{
    enum { HEADER = 12, SUBTABLE = 32, SEGMENTS = 2, FIRST = 0xF000, TO_GLYPHS = 4 };
    static const uint16_t start[] = {0, 1,
                                     3, 0,
                                     0, HEADER, /* one subtable */
                                     4, SUBTABLE + 2 * 256,
                                     0, 2 * SEGMENTS,
                                     4, 1,
                                     0};
    for (size_t i = 0; i < sizeof start / sizeof *start; i++)
        write_16(out, start[i]);
    static const uint16_t segments[] = {FIRST + 255, 0xFFFF, 0, /* ends, padding */
                                        FIRST,       0xFFFF,    /* starts */
                                        0,           1,         /* deltas */
                                        TO_GLYPHS,   0};        /* offsets */
    for (size_t i = 0; i < sizeof segments / sizeof *segments; i++)
        write_16(out, segments[i]);
    for (size_t code = 0; code < 256; code++)
        write_16(out, hb_map_get(renumbered, glyphs->by_code[code]));
}

static void add_cmap(hb_face_t *builder, const struct pdf_glyphs *glyphs,
                     const hb_map_t *renumbered)
{
    struct buf cmap = {0};
    write_cmap(&cmap, glyphs, renumbered);
    hb_blob_t *blob =
        hb_blob_create(cmap.data, (unsigned)cmap.size, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
    if (!hb_face_builder_add_table(builder, HB_TAG('c', 'm', 'a', 'p'), blob))
        memory_exhausted();
    hb_blob_destroy(blob);
    buf_free(&cmap);
}

static void add_tables(hb_face_t *builder, hb_face_t *outlines)
{
    for (size_t i = 0; i < TRUETYPE_TABLES; i++) {
        hb_blob_t *table = hb_face_reference_table(outlines, tables[i]);
        if (!hb_face_builder_add_table(builder, tables[i], table))
            memory_exhausted();
        hb_blob_destroy(table);
    }
}

static bool deflate_blob(const struct pdf_objects *objects, hb_blob_t *blob,
                         struct pdf_subset *subset)
{
    unsigned size;
    const char *bytes = hb_blob_get_data(blob, &size);
    subset->size = size;
    if (size)
        pdf_deflate(objects, bytes, size, &subset->program);
    hb_blob_destroy(blob);
    return size > 0;
}

static bool make_truetype(const struct pdf_objects *objects, hb_face_t *reduced,
                          const hb_map_t *renumbered, struct pdf_subset *subset)
{
    hb_face_t *builder = hb_face_builder_create();
    add_tables(builder, reduced);
    add_cmap(builder, &subset->glyphs, renumbered);
    bool made = deflate_blob(objects, hb_face_reference_blob(builder), subset);
    hb_face_destroy(builder);
    return made;
}

/* Appends a code and its glyph's name, as in an array of Differences (ISO 32000-1 9.6.6.2). */
static void append_name(struct buf *out, size_t code, const char *name)
{
    buf_printf(out, "%s%zu/", out->size ? " " : "", code);
    pdf_write_name(out, name);
}

/* Names the glyphs as the reduced face does. Returns false where one has no name. */
static bool name_glyphs(hb_face_t *reduced, const hb_map_t *renumbered, struct pdf_subset *subset)
{
    hb_font_t *font = hb_font_create(reduced);
    bool named = true;
    for (size_t code = 0; code < 256 && named; code++) {
        char name[128];
        if (!subset->glyphs.by_code[code])
            continue;
        hb_codepoint_t glyph = hb_map_get(renumbered, subset->glyphs.by_code[code]);
        named = hb_font_get_glyph_name(font, glyph, name, sizeof name);
        if (named)
            append_name(&subset->names, code, name);
    }
    hb_font_destroy(font);
    return named;
}

static bool make_cff(const struct pdf_objects *objects, hb_face_t *reduced,
                     const hb_map_t *renumbered, struct pdf_subset *subset)
{
    return name_glyphs(reduced, renumbered, subset) &&
           deflate_blob(objects, hb_face_reference_table(reduced, tables[CFF]), subset);
}

static bool has_cff(hb_face_t *face)
{
    hb_blob_t *table = hb_face_reference_table(face, tables[CFF]);
    bool has = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return has;
}

static bool make_program(const struct pdf_objects *objects, hb_face_t *reduced,
                         const hb_map_t *renumbered, struct pdf_subset *subset)
{
    subset->is_cff = has_cff(reduced);
    return (subset->is_cff ? make_cff : make_truetype)(objects, reduced, renumbered, subset);
}

static bool make(const struct pdf_objects *objects, hb_face_t *outlines, struct pdf_subset *subset)
{
    hb_subset_input_t *input = new_input(outlines, &subset->glyphs);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(outlines, input);
    hb_face_t *reduced = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    bool made = reduced && make_program(objects, reduced,
                                        hb_subset_plan_old_to_new_glyph_mapping(plan), subset);
    hb_face_destroy(reduced);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return made;
}

const struct pdf_subset *pdf_subset_find(const struct pdf_objects *objects, hb_face_t *face,
                                         const struct pdf_glyphs *glyphs)
{
    struct kept *kept = kept_of(face);
    struct pdf_subset *subset = take(kept, glyphs);
    if (!subset) {
        subset = memory_new(1, sizeof *subset);
        subset->glyphs = *glyphs;
        if (!make(objects, kept->outlines, subset)) {
            free_subset(subset);
            return NULL;
        }
    }
    keep(kept, subset);
    return subset;
}
