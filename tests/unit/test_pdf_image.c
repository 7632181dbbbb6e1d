/* Pictures: the kinds of PNG and JPEG that are taken, and the broken ones that are not. */
#include "pdf/image.h"
#include "pdf_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
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

static bool use(struct fixture *f, enum page_image_format format, const void *bytes, size_t size)
{
    size_t number;
    const struct page_image image = {.format = format, .bytes = bytes, .size = size};
    return pdf_image_use(&f->file, &image, &number);
}

static void assert_refused(enum page_image_format format, const void *bytes, size_t size,
                           const char *rule)
{
    struct fixture f;
    begin(&f);
    assert_false(use(&f, format, bytes, size));
    assert_int_equal(diags_count(f.file.diags), 1);
    assert_int_equal(diags_at(f.file.diags, 0)->severity, DIAG_ERROR);
    assert_string_equal(diags_at(f.file.diags, 0)->rule, rule);
    assert_int_equal(f.file.images.count, 0);
    end(&f);
}

static void append_png(png_structp png, png_bytep bytes, size_t size)
{
    buf_append(png_get_io_ptr(png), bytes, size);
}

static void flush_png(png_structp png)
{
    (void)png;
}

/* A PNG of 3 by 2 pixels whose every sample is the same byte. */
static void make_png(struct buf *out, int depth, int kind, int interlace)
{
    static png_byte row[32];
    png_bytep rows[2] = {row, row};
    png_color colours[2] = {{255, 0, 0}, {0, 0, 255}};
    png_byte alphas[2] = {128, 255};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, out, append_png, flush_png);
    memset(row, kind == PNG_COLOR_TYPE_PALETTE ? 0 : 0x5A, sizeof row);
    png_set_IHDR(png, info, 3, 2, depth, kind, interlace, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    if (kind == PNG_COLOR_TYPE_PALETTE) {
        png_set_PLTE(png, info, colours, 2);
        png_set_tRNS(png, info, alphas, 2, NULL);
    }
    png_write_info(png, info);
    png_write_image(png, rows);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
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

static void test_kinds_of_png(void **state)
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
        make_png(&png, cases[i].depth, cases[i].kind, cases[i].interlace);
        assert_true(use(&f, PAGE_IMAGE_PNG, png.data, png.size));
        HPDF_Dict object = f.file.images.items[0].object;
        assert_stream(object, cases[i].space, cases[i].size);
        assert_stream(object, "/Width 3/Height 2/BitsPerComponent 8", cases[i].size);
        if (cases[i].mask)
            assert_stream(object, "/SMask", cases[i].size);
        buf_free(&png);
        end(&f);
    }
}

static void test_the_pixels_are_right(void **state)
{
    (void)state;
    struct fixture f;
    struct buf png = {0};
    begin(&f);
    make_png(&png, 1, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE);
    assert_true(use(&f, PAGE_IMAGE_PNG, png.data, png.size));
    struct buf pixels = {0};
    decode_body(pdf_object_own(f.file.images.items[0].object), &pixels);
    static const unsigned char red[] = {255, 0, 0, 255, 0, 0};
    assert_memory_equal(pixels.data, red, sizeof red);
    buf_free(&pixels);
    buf_free(&png);
    end(&f);
}

static void test_one_file_is_there_once(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    assert_true(use(&f, PAGE_IMAGE_JPEG, sample_jpeg, sizeof sample_jpeg));
    assert_true(use(&f, PAGE_IMAGE_JPEG, sample_jpeg, sizeof sample_jpeg));
    assert_int_equal(f.file.images.count, 1);
    assert_stream(f.file.images.items[0].object, "/DeviceRGB", sizeof sample_jpeg);
    end(&f);
}

/* The frame header's place in sample_jpeg, after the marker and its length. */
static unsigned char *frame(unsigned char *jpeg)
{
    for (size_t i = 0; i + 1 < sizeof sample_jpeg; i++)
        if (jpeg[i] == 0xFF && jpeg[i + 1] == 0xC0)
            return jpeg + i;
    fail_msg("no frame");
    return NULL;
}

static void test_jpegs_that_pdf_a_does_not_take(void **state)
{
    (void)state;
    enum { MARKER = 1, PRECISION = 4, HEIGHT = 6, COMPONENTS = 9 };
    static const struct {
        size_t offset;
        unsigned char byte;
        const char *rule;
    } cases[] = {
        {COMPONENTS, 4, "image-kind"}, /* CMYK */
        {COMPONENTS, 2, "image-kind"},  {PRECISION, 12, "image-kind"},
        {MARKER, 0xC9, "image-broken"}, /* arithmetic coding */
        {MARKER, 0xC3, "image-broken"}, /* lossless */
        {HEIGHT, 0, "image-broken"},    /* height given later, by DNL */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned char jpeg[sizeof sample_jpeg];
        memcpy(jpeg, sample_jpeg, sizeof jpeg);
        frame(jpeg)[cases[i].offset] = cases[i].byte;
        assert_refused(PAGE_IMAGE_JPEG, jpeg, sizeof jpeg, cases[i].rule);
    }
}

/* In a copy of just that size, so that a sanitizer sees a read past the end. */
static void assert_cut_off_is_refused(enum page_image_format format, const void *bytes, size_t size)
{
    for (size_t kept = 0; kept < size; kept++) {
        void *copy = malloc(kept ? kept : 1);
        memcpy(copy, bytes, kept);
        assert_refused(format, copy, kept, "image-broken");
        free(copy);
    }
}

static void test_files_cut_off_anywhere(void **state)
{
    (void)state;
    struct buf png = {0};
    make_png(&png, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE);
    /* The pixels are whole before the last chunk, which says only that the file ends. */
    enum { LAST_CHUNK = 12 };
    assert_cut_off_is_refused(PAGE_IMAGE_PNG, png.data, png.size - LAST_CHUNK - 8);
    assert_cut_off_is_refused(PAGE_IMAGE_JPEG, sample_jpeg, sizeof sample_jpeg);
    buf_free(&png);
}

static void test_any_byte_changed_does_no_harm(void **state)
{
    (void)state;
    struct buf png = {0};
    make_png(&png, 8, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_ADAM7);
    for (size_t i = 0; i < png.size; i++) {
        struct fixture f;
        begin(&f);
        png.data[i] = (char)(png.data[i] ^ 0x55);
        bool used = use(&f, PAGE_IMAGE_PNG, png.data, png.size);
        assert_int_equal(diags_count(f.file.diags), used ? 0 : 1);
        png.data[i] = (char)(png.data[i] ^ 0x55);
        end(&f);
    }
    buf_free(&png);
}

static void test_a_huge_picture_is_refused_before_it_is_read(void **state)
{
    (void)state;
    /* IHDR of 60,000 by 60,000 pixels, with its CRC, and nothing more than an empty IDAT */
    struct buf png = {0};
    make_png(&png, 8, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE);
    unsigned char *header = (unsigned char *)png.data + 12;
    static const unsigned char side[4] = {0, 0, 0xEA, 0x60};
    memcpy(header + 4, side, 4);
    memcpy(header + 8, side, 4);
    uint32_t crc = 0xFFFFFFFF;
    for (size_t i = 0; i < 17; i++) {
        crc ^= header[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    for (int i = 0; i < 4; i++)
        header[17 + i] = (unsigned char)(~crc >> (24 - 8 * i));
    assert_refused(PAGE_IMAGE_PNG, png.data, png.size, "image-size");
    buf_free(&png);
}

static void test_the_wrong_kind_of_file(void **state)
{
    (void)state;
    assert_refused(PAGE_IMAGE_PNG, sample_jpeg, sizeof sample_jpeg, "image-broken");
    assert_refused(PAGE_IMAGE_JPEG, "<svg/>", 6, "image-broken");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds_of_png),
        cmocka_unit_test(test_the_pixels_are_right),
        cmocka_unit_test(test_one_file_is_there_once),
        cmocka_unit_test(test_jpegs_that_pdf_a_does_not_take),
        cmocka_unit_test(test_files_cut_off_anywhere),
        cmocka_unit_test(test_any_byte_changed_does_no_harm),
        cmocka_unit_test(test_a_huge_picture_is_refused_before_it_is_read),
        cmocka_unit_test(test_the_wrong_kind_of_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
