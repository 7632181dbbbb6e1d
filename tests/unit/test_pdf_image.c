/* Images in PDF files: what of a PNG or JPEG file is held, and how it is described. */
#include "pdf/image.h"
#include "pdf_sample.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <png.h>

#include "pdf_decode.h"

struct fixture {
    struct pdf_file file;
};

static void begin(struct fixture *f)
{
    memset(f, 0, sizeof *f);
    f->file.arena = arena_new();
    f->file.objects = pdf_objects_new(f->file.arena);
    f->file.diags = diags_new();
    f->file.name = "x";
}

static void end(struct fixture *f)
{
    pdf_objects_free(&f->file.objects);
    arena_free(f->file.arena);
    diags_free(f->file.diags);
    free(f->file.images.items);
}

/* Uses the bytes of a file whose head is sound. */
static bool use(struct fixture *f, struct image *image, const void *bytes, size_t size)
{
    size_t number;
    *image = sample_image_of(bytes, size);
    assert_true(image_measure(image, f->file.diags));
    return pdf_image_use(&f->file, image, &number);
}

static void assert_stream(HPDF_Dict object, const char *properties, size_t size)
{
    const struct pdf_body *body = pdf_object_own(object);
    if (!strstr(body->text, properties))
        fail_msg("no %s in %s", properties, body->text);
    struct buf bytes = {0};
    decode_body(body, &bytes);
    assert_int_equal(bytes.size, size);
    buf_free(&bytes);
}

static void every_kind_of_png_is_embedded(void **state)
{
    (void)state;
    static const struct {
        int depth, kind, interlace;
        const char *space;
        size_t size;
        bool mask;
    } cases[] = {
        {1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, "/DeviceGray", 6, false},
        {8, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, "/DeviceGray", 6, false},
        {16, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_INTERLACE_NONE, "/DeviceGray", 6, true},
        {8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_ADAM7, "/DeviceRGB", 18, false},
        {16, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, "/DeviceRGB", 18, false},
        {8, PNG_COLOR_TYPE_RGB_ALPHA, PNG_INTERLACE_ADAM7, "/DeviceRGB", 18, true},
        {1, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE, "/DeviceRGB", 18, true},
        {8, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_ADAM7, "/DeviceRGB", 18, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        struct buf png = {0};
        begin(&f);
        sample_png(&png, cases[i].depth, cases[i].kind, cases[i].interlace);
        struct image image;
        assert_true(use(&f, &image, png.data, png.size));
        HPDF_Dict object = f.file.images.items[0].object;
        assert_stream(object, cases[i].space, cases[i].size);
        assert_stream(object, "/Width 3/Height 2/BitsPerComponent 8", cases[i].size);
        if (cases[i].mask)
            assert_stream(object, "/SMask", cases[i].size);
        buf_free(&png);
        end(&f);
    }
}

static void the_pixels_are_right(void **state)
{
    (void)state;
    struct fixture f;
    struct buf png = {0};
    begin(&f);
    sample_png(&png, 1, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE);
    struct image image;
    assert_true(use(&f, &image, png.data, png.size));
    struct buf pixels = {0};
    decode_body(pdf_object_own(f.file.images.items[0].object), &pixels);
    static const unsigned char red[] = {255, 0, 0, 255, 0, 0};
    assert_memory_equal(pixels.data, red, sizeof red);
    buf_free(&pixels);
    buf_free(&png);
    end(&f);
}

static void one_file_is_there_once(void **state)
{
    (void)state;
    struct fixture f;
    struct image image;
    size_t number;
    begin(&f);
    assert_true(use(&f, &image, sample_jpeg, sizeof sample_jpeg));
    assert_true(pdf_image_use(&f.file, &image, &number));
    assert_int_equal(number, 0);
    assert_int_equal(f.file.images.count, 1);
    assert_stream(f.file.images.items[0].object, "/DeviceRGB", sizeof sample_jpeg);
    end(&f);
}

/* Puts a file of tests/data/images into a PDF file. */
static void embed(struct fixture *f, struct buf *bytes, struct image *image, const char *name)
{
    char path[300];
    begin(f);
    snprintf(path, sizeof path, PYKALA_SOURCE_DIR "/tests/data/images/sound/%s.jpg", name);
    assert_true(file_read(path, 10000, f->file.diags, bytes));
    assert_true(use(f, image, bytes->data, bytes->size));
}

/* Without a word readers take three components for YCbCr, unless an Adobe marker says otherwise. */
static void the_colours_of_a_jpeg_are_reported(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool is_told;
    } cases[] = {{"baseline", false},
                 {"grey", false},
                 {"rgb-with-adobe-marker", false},
                 {"rgb-without-adobe-marker", true}};
    struct buf bytes = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        struct image image;
        embed(&f, &bytes, &image, cases[i].name);
        const char *properties = pdf_object_own(f.file.images.items[0].object)->text;
        assert_int_equal(strstr(properties, "/DecodeParms<</ColorTransform 0>>") != NULL,
                         cases[i].is_told);
        end(&f);
    }
    buf_free(&bytes);
}

static void bytes_after_a_jpeg_are_left_out(void **state)
{
    (void)state;
    struct fixture f;
    struct image image;
    struct buf bytes = {0};
    embed(&f, &bytes, &image, "bytes-after-the-end");
    const struct pdf_body *body = pdf_object_own(f.file.images.items[0].object);
    assert_int_equal((unsigned char)body->stream[body->stream_size - 2], 0xFF);
    assert_int_equal((unsigned char)body->stream[body->stream_size - 1], 0xD9);
    assert_true(body->stream_size < bytes.size);
    end(&f);
    buf_free(&bytes);
}

static void a_broken_file_is_refused_and_told_once(void **state)
{
    (void)state;
    struct fixture f;
    struct image image;
    begin(&f);
    size_t number;
    assert_false(use(&f, &image, sample_jpeg, sizeof sample_jpeg - 4));
    assert_false(pdf_image_use(&f.file, &image, &number));
    assert_int_equal(diags_count(f.file.diags), 1);
    assert_int_equal(diags_at(f.file.diags, 0)->rule, RULE_IMAGE_BROKEN);
    assert_string_equal(diags_at(f.file.diags, 0)->place.file, "a.xhtml");
    assert_int_equal(diags_at(f.file.diags, 0)->place.line, 3);
    end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_png_is_embedded),
        cmocka_unit_test(the_pixels_are_right),
        cmocka_unit_test(one_file_is_there_once),
        cmocka_unit_test(the_colours_of_a_jpeg_are_reported),
        cmocka_unit_test(bytes_after_a_jpeg_are_left_out),
        cmocka_unit_test(a_broken_file_is_refused_and_told_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
