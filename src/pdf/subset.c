#include "pdf/subset.h"

#include "base/memory.h"

#include <hb-subset.h>
#include <stdlib.h>

/* A subset of a text face takes some 7 KB. */
enum { MOST_KEPT = 64 };

struct kept {
    hb_face_t *outlines;
    struct pdf_subset *first; /* the one used last */
    size_t count;
};

/* --- What is kept with a face --- */

static void free_subset(struct pdf_subset *subset)
{
    hb_set_destroy(subset->glyphs);
    hb_map_destroy(subset->renumbered);
    buf_free(&subset->program);
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

/* Returns a table that a font program needs: the PDF itself maps codes to glyphs. */
static hb_blob_t *outline_table(hb_face_t *outlines, hb_tag_t tag, void *face)
{
    static const hb_tag_t needed[] = {
        HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('h', 'e', 'a', 'd'),
        HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
    };
    (void)outlines;
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (needed[i] == tag)
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
    if (!hb_face_set_user_data(face, &key, kept, free_kept, true))
        memory_exhausted();
    return kept;
}

/* Takes the subset with just these glyphs out of the list. */
static struct pdf_subset *take(struct kept *kept, const hb_set_t *glyphs)
{
    for (struct pdf_subset **at = &kept->first; *at; at = &(*at)->next)
        if (hb_set_is_equal((*at)->glyphs, glyphs)) {
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

static hb_subset_input_t *new_input(const hb_set_t *glyphs)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        memory_exhausted();
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_union(hb_subset_input_glyph_set(input), glyphs);
    return input;
}

static bool deflate_face(const struct pdf_objects *objects, hb_face_t *face,
                         struct pdf_subset *subset)
{
    hb_blob_t *blob = hb_face_reference_blob(face);
    unsigned size;
    const char *bytes = hb_blob_get_data(blob, &size);
    subset->size = size;
    if (size)
        pdf_deflate(objects, bytes, size, &subset->program);
    hb_blob_destroy(blob);
    return size > 0;
}

static bool make(const struct pdf_objects *objects, hb_face_t *outlines, struct pdf_subset *subset)
{
    hb_subset_input_t *input = new_input(subset->glyphs);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(outlines, input);
    hb_face_t *reduced = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    bool made = reduced && deflate_face(objects, reduced, subset);
    if (made)
        subset->renumbered = hb_map_copy(hb_subset_plan_old_to_new_glyph_mapping(plan));
    hb_face_destroy(reduced);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return made;
}

const struct pdf_subset *pdf_subset_find(const struct pdf_objects *objects, hb_face_t *face,
                                         hb_set_t *glyphs)
{
    struct kept *kept = kept_of(face);
    struct pdf_subset *subset = take(kept, glyphs);
    if (subset) {
        hb_set_destroy(glyphs);
    } else {
        subset = memory_new(1, sizeof *subset);
        subset->glyphs = glyphs;
        if (!make(objects, kept->outlines, subset)) {
            free_subset(subset);
            return NULL;
        }
    }
    keep(kept, subset);
    return subset;
}
