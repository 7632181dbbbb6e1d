/* Font subsets are made once for the same glyphs, and dropped when many others came after them. */
#include "pdf/subset.h"
#include "pdf_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <hb-ot.h>

#include "pdf_decode.h"

struct fixture {
    struct sample sample;
    struct pdf_objects objects;
};

static void begin(struct fixture *f)
{
    memset(f, 0, sizeof *f);
    sample_new(&f->sample);
    f->objects = pdf_objects_new(f->sample.arena);
}

static void end(struct fixture *f)
{
    pdf_objects_free(&f->objects);
    sample_free(&f->sample);
}

/* The subset with the glyphs from first to last, by codes from 1 on. */
static const struct pdf_subset *subset(const struct fixture *f, const struct text_font *font,
                                       uint16_t first, uint16_t last)
{
    struct pdf_glyphs glyphs = {0};
    for (size_t code = 1; first <= last; code++)
        glyphs.by_code[code] = first++;
    return pdf_subset_find(&f->objects, text_font_face(font), &glyphs);
}

static void the_same_glyphs_are_subset_once(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    const struct pdf_subset *few = subset(&f, f.sample.regular, 0, 20);
    const struct pdf_subset *more = subset(&f, f.sample.regular, 0, 40);
    const struct pdf_subset *bold = subset(&f, f.sample.bold, 0, 20);
    assert_non_null(few);
    assert_true(few != more && few != bold);
    assert_true(few->size < more->size);
    assert_ptr_equal(subset(&f, f.sample.regular, 0, 20), few);
    assert_ptr_equal(subset(&f, f.sample.regular, 0, 40), more);
    end(&f);
}

/* A CFF program has no cmap: the file's Encoding names its glyphs, which keep their names. */
static void cff_outlines_keep_their_names(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    struct text_library *library =
        text_library_new(PYKALA_SOURCE_DIR "/tests/data/fonts", f.sample.diags);
    const struct text_font *font =
        text_font_find(library, "Lehti", true, false, NULL, f.sample.diags);
    assert_non_null(font);
    struct pdf_glyphs glyphs = {0};
    glyphs.by_code[2] = text_font_glyph(font, 'B');
    glyphs.by_code['a'] = text_font_glyph(font, 0xE4);
    glyphs.by_code[0xFF] = glyphs.by_code[2];
    const struct pdf_subset *some = pdf_subset_find(&f.objects, text_font_face(font), &glyphs);
    assert_non_null(some);
    assert_true(some->is_cff);
    assert_string_equal(some->names.data, "2/B 97/adieresis 255/B");
    struct buf program = {0};
    decode_append(some->program.data, some->program.size, &program);
    assert_int_equal(program.size, some->size);
    assert_memory_equal(program.data, "\1\0", 2); /* the version of CFF */
    buf_free(&program);
    text_library_free(library);
    end(&f);
}

/* Of a variable font the outlines and widths of one instance are embedded, and nothing varies. */
static void a_variable_font_is_pinned_to_its_instance(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    struct text_library *library =
        text_library_new(PYKALA_SOURCE_DIR "/tests/data/fonts", f.sample.diags);
    for (int bold = 0; bold < 2; bold++) {
        const struct text_font *font =
            text_font_find(library, "Varpu", bold, false, NULL, f.sample.diags);
        const uint16_t glyph = text_font_glyph(font, 'H');
        const struct pdf_subset *some = subset(&f, font, glyph, glyph);
        assert_non_null(some);
        struct buf program = {0};
        decode_append(some->program.data, some->program.size, &program);
        hb_blob_t *blob = hb_blob_create(program.data, (unsigned)program.size,
                                         HB_MEMORY_MODE_READONLY, NULL, NULL);
        hb_face_t *face = hb_face_create(blob, 0);
        hb_font_t *pinned = hb_font_create(face);
        hb_glyph_extents_t extents;
        assert_false(hb_ot_var_has_data(face));
        assert_int_equal(hb_font_get_glyph_h_advance(pinned, 1), text_font_advance(font, glyph));
        assert_true(hb_font_get_glyph_extents(pinned, 1, &extents));
        assert_int_equal(extents.x_bearing + extents.width, text_font_advance(font, glyph) - 40);
        hb_font_destroy(pinned);
        hb_face_destroy(face);
        hb_blob_destroy(blob);
        buf_free(&program);
    }
    text_library_free(library);
    end(&f);
}

/* A symbolic font's code c is the character F000 + c. */
static void codes_lead_to_their_glyphs(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    enum { FIRST = 0xF000, CODES = 4 };
    static const hb_codepoint_t letters[CODES] = {'W', 'i', '-', 'i'};
    static const size_t codes[CODES] = {1, 'i', 0xAD, 0xFF};
    struct pdf_glyphs glyphs = {0};
    for (size_t i = 0; i < CODES; i++)
        glyphs.by_code[codes[i]] = text_font_glyph(f.sample.regular, letters[i]);
    const struct pdf_subset *some =
        pdf_subset_find(&f.objects, text_font_face(f.sample.regular), &glyphs);
    struct buf program = {0};
    decode_append(some->program.data, some->program.size, &program);
    assert_int_equal(program.size, some->size);
    hb_blob_t *blob =
        hb_blob_create(program.data, (unsigned)program.size, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(face);
    assert_in_range(hb_face_get_glyph_count(face), 4, 10);
    for (size_t i = 0; i < CODES; i++) {
        hb_codepoint_t glyph;
        assert_true(hb_font_get_nominal_glyph(font, (hb_codepoint_t)(FIRST + codes[i]), &glyph));
        assert_int_equal(hb_font_get_glyph_h_advance(font, glyph),
                         text_font_advance(f.sample.regular, glyphs.by_code[codes[i]]));
    }
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    buf_free(&program);
    end(&f);
}

/* A subset that is made again is the same. */
static void old_subsets_are_dropped(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    const struct pdf_subset *first = subset(&f, f.sample.regular, 0, 1);
    struct buf program = {0};
    buf_append(&program, first->program.data, first->program.size);
    for (uint16_t last = 2; last < 100; last++)
        assert_non_null(subset(&f, f.sample.regular, 0, last));
    first = subset(&f, f.sample.regular, 0, 1);
    assert_int_equal(first->program.size, program.size);
    assert_memory_equal(first->program.data, program.data, program.size);
    buf_free(&program);
    end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_glyphs_are_subset_once),
        cmocka_unit_test(cff_outlines_keep_their_names),
        cmocka_unit_test(a_variable_font_is_pinned_to_its_instance),
        cmocka_unit_test(codes_lead_to_their_glyphs),
        cmocka_unit_test(old_subsets_are_dropped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
