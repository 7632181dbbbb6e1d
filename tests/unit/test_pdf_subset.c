/* Font subsets are made once for the same glyphs, and dropped when many others came after them. */
#include "pdf/subset.h"
#include "pdf_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

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

/* The subset with the glyphs from first to last. */
static const struct pdf_subset *subset(const struct fixture *f, const struct text_font *font,
                                       hb_codepoint_t first, hb_codepoint_t last)
{
    hb_set_t *glyphs = hb_set_create();
    hb_set_add_range(glyphs, first, last);
    return pdf_subset_find(&f->objects, text_font_face(font), glyphs);
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

static void glyphs_are_renumbered(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    const struct pdf_subset *some = subset(&f, f.sample.regular, 100, 101);
    assert_int_equal(hb_map_get(some->renumbered, 0), 0);
    hb_codepoint_t first = hb_map_get(some->renumbered, 100);
    hb_codepoint_t second = hb_map_get(some->renumbered, 101);
    assert_in_range(first, 1, 20);
    assert_in_range(second, first + 1, 20);
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
    for (hb_codepoint_t last = 2; last < 100; last++)
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
        cmocka_unit_test(glyphs_are_renumbered),
        cmocka_unit_test(old_subsets_are_dropped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
