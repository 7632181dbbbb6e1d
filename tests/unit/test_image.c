/*
 * Images: the kinds of PNG and JPEG files that are taken, and the broken ones that are not. Each
 * file of tests/data/images is named for what it protects.
 */
#include "image/image.h"
#include "image_sample.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define PAGES PYKALA_SOURCE_DIR "/tests/pages/"
#define IMAGES PYKALA_SOURCE_DIR "/tests/data/images/"

struct fixture {
    struct arena *arena;
    struct diags *diags;
};

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->arena = arena_new();
    fixture->diags = diags_new();
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    arena_free(fixture->arena);
    diags_free(fixture->diags);
    free(fixture);
    return 0;
}

static void expect(struct fixture *f, const char *rule, const char *reason)
{
    assert_int_equal(diags_count(f->diags), 1);
    const struct diag *diag = diags_at(f->diags, 0);
    assert_int_equal(diag->severity, DIAG_ERROR);
    assert_string_equal(rule_info(diag->rule)->id, rule);
    assert_int_equal(diag->place.line, 3);
    if (!strstr(diag->message, reason))
        fail_msg("no \"%s\" in: %s", reason, diag->message);
    diags_clear(f->diags);
}

/* Reads a file of tests/data/images and decodes it. Returns false where it is refused. */
static bool use_file(struct fixture *f, const char *name, const struct image **image,
                     struct image_content *content)
{
    const char *path = arena_printf(f->arena, "%s%s.jpg", IMAGES, name);
    const struct diag_place place = {.file = "a.xhtml", .line = 3};
    *image = image_read(path, IMAGES, place, f->arena, f->diags);
    return *image && image_decode(*image, f->diags, content);
}

static bool use_bytes(struct fixture *f, const void *bytes, size_t size)
{
    struct image image = sample_image_of(bytes, size);
    struct image_content content = {0};
    bool used = image_measure(&image, f->diags) && image_decode(&image, f->diags, &content);
    free(content.pixels);
    return used;
}

static void sound_jpegs_are_taken(void **state)
{
    static const struct {
        const char *name;
        unsigned width, height, colours;
        size_t left_out; /* bytes after the end marker */
        bool is_plain_rgb;
    } cases[] = {
        {"sound/baseline", 24, 16, 3, 0, false},
        {"sound/progressive", 24, 16, 3, 0, false},
        {"sound/grey", 24, 16, 1, 0, false},
        {"sound/restart-markers", 24, 16, 3, 0, false},
        {"sound/scan-for-each-colour", 24, 16, 3, 0, false},
        {"sound/rgb-with-adobe-marker", 24, 16, 3, 0, false},
        {"sound/rgb-without-adobe-marker", 24, 16, 3, 0, true},
        {"sound/fill-bytes-before-markers", 24, 16, 3, 0, false},
        {"sound/bytes-after-the-end", 24, 16, 3, 34, false},
        {"sound/hundred-scans", 16, 16, 1, 0, false},
        {"sound/odd-size", 1, 1, 1, 0, false},
        {"sound/unknown-segments", 24, 16, 3, 0, false},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct image *image;
        struct image_content content;
        assert_true(use_file(f, cases[i].name, &image, &content));
        assert_int_equal(diags_count(f->diags), 0);
        assert_int_equal(image->format, IMAGE_JPEG);
        assert_int_equal(image->width, cases[i].width);
        assert_int_equal(image->height, cases[i].height);
        assert_int_equal(content.colours, cases[i].colours);
        assert_int_equal(content.is_plain_rgb, cases[i].is_plain_rgb);
        assert_int_equal(image->size - content.size, cases[i].left_out);
        assert_null(content.pixels);
    }
}

static void other_jpegs_are_refused(void **state)
{
    static const struct {
        const char *name, *rule, *reason;
    } cases[] = {
        {"broken/adobe-transform-unknown", "image-broken", "Adobe color transform"},
        {"broken/bytes-before-the-end", "image-broken", "extraneous bytes before marker 0xd9"},
        {"broken/bytes-between-segments", "image-broken", "extraneous bytes before marker 0xc0"},
        {"broken/cut-off-in-the-head", "image-broken", "Premature end"},
        {"broken/cut-off-in-the-scan", "image-broken", "Premature end"},
        {"broken/end-marker-early", "image-broken", "premature end of data segment"},
        {"broken/end-marker-missing", "image-broken", "Premature end"},
        {"broken/frame-missing", "image-broken", "SOS before SOF"},
        {"broken/frame-twice", "image-broken", "two SOF"},
        {"broken/height-of-zero", "image-broken", "Empty"},
        {"broken/huffman-code-unknown", "image-broken", "bad Huffman code"},
        {"broken/huffman-table-bogus", "image-broken", "Bogus Huffman table"},
        {"broken/huffman-tables-missing", "image-broken", "bad Huffman code"},
        {"broken/progression-bogus", "image-broken", "progression"},
        {"broken/quantisation-table-missing", "image-broken", "Quantization table"},
        {"broken/restart-marker-wrong", "image-broken", "instead of RST"},
        {"broken/sampling-not-whole", "image-broken", "sampling"},
        {"broken/sampling-of-zero", "image-broken", "sampling"},
        {"broken/scan-of-unknown-colour", "image-broken", "component ID 9"},
        {"broken/scans-more-than-hundred", "image-broken", "more than 100 scans"},
        {"broken/second-picture-in-a-scan", "image-broken", "more than one scan"},
        {"broken/segment-longer-than-file", "image-broken", "DQT"},
        {"broken/segment-of-length-one", "image-broken", "marker length"},
        {"broken/signature-alone", "image-broken", "Premature end"},
        {"unsuited/arithmetic", "image-kind", "arithmetic"},
        {"unsuited/cmyk", "image-kind", "cmyk"},
        {"unsuited/hierarchical", "image-kind", "hierarchical"},
        {"unsuited/lossless", "image-kind", "lossless"},
        {"unsuited/twelve-bits", "image-kind", "twelve-bits"},
        {"unsuited/two-colours", "image-kind", "two-colours"},
        {"unsuited/ycck", "image-kind", "ycck"},
        {"large/pixels", "image-size", "40 million"},
        {"large/side", "image-size", "30000"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct image *image;
        struct image_content content;
        if (use_file(f, cases[i].name, &image, &content))
            fail_msg("%s is taken", cases[i].name);
        expect(f, cases[i].rule, cases[i].reason);
    }
}

/* Who gives a municipality's coat of arms as SVG is told so, and what to do. */
static void other_formats_are_named(void **state)
{
    static const struct {
        const char *bytes;
        size_t size;
        const char *words;
    } cases[] = {
        {"GIF89a", 6, "of the format GIF"},
        {"RIFF\x24\0\0\0WEBPVP8 ", 16, "of the format WebP"},
        {"II*\0", 4, "of the format TIFF"},
        {"\0\0\0\x1C"
         "ftypheic",
         12, "of the format HEIC"},
        {"%PDF-1.7", 8, "of the format PDF"},
        {"\xEF\xBB\xBF\n<?xml version=\"1.0\"?>\n<svg/>", 32, "of the format SVG"},
        {"<svg xmlns=\"\"/>", 15, "of the format SVG"},
        {"<!-- <sv -->", 12, "not a picture"},
        {"<html><svg/></html>", 19, "not a picture"},
        {"kuva", 4, "not a picture"},
        {"WEBP", 4, "not a picture"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_false(use_bytes(f, cases[i].bytes, cases[i].size));
        expect(f, "layout-image", cases[i].words);
    }
}

/* Checks a copy of just that size, so that a sanitizer sees a read past the end. */
static void assert_cut_off_is_refused(struct fixture *f, const char *bytes, size_t size,
                                      size_t signature)
{
    for (size_t kept = 0; kept < size; kept++) {
        char *copy = malloc(kept ? kept : 1);
        memcpy(copy, bytes, kept);
        assert_false(use_bytes(f, copy, kept));
        expect(f, kept < signature ? "layout-image" : "image-broken", "kuva");
        free(copy);
    }
}

static void files_cut_off_anywhere_are_refused(void **state)
{
    struct fixture *f = *state;
    struct buf png = {0}, jpeg = {0};
    sample_png(&png, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE);
    /* The pixels are whole before the last chunk, which only marks the end of the file. */
    enum { LAST_CHUNK = 12 };
    assert_cut_off_is_refused(f, png.data, png.size - LAST_CHUNK - 8, 8);
    assert_true(file_read(IMAGES "sound/progressive.jpg", 10000, f->diags, &jpeg));
    assert_cut_off_is_refused(f, jpeg.data, jpeg.size, 3);
    buf_free(&jpeg);
    buf_free(&png);
}

static void change_each_byte(struct fixture *f, struct buf *file)
{
    static const unsigned char masks[] = {0x01, 0x10, 0x55, 0xFF};
    for (size_t i = 0; i < file->size * sizeof masks; i++) {
        char *byte = &file->data[i / sizeof masks];
        *byte = (char)(*byte ^ masks[i % sizeof masks]);
        bool used = use_bytes(f, file->data, file->size);
        assert_int_equal(diags_count(f->diags), used ? 0 : 1);
        diags_clear(f->diags);
        *byte = (char)(*byte ^ masks[i % sizeof masks]);
    }
}

static void any_byte_changed_does_no_harm(void **state)
{
    static const char *const names[] = {"baseline", "progressive", "restart-markers", "grey"};
    struct fixture *f = *state;
    struct buf file = {0};
    sample_png(&file, 8, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_ADAM7);
    change_each_byte(f, &file);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *path = arena_printf(f->arena, "%ssound/%s.jpg", IMAGES, names[i]);
        assert_true(file_read(path, 10000, f->diags, &file));
        change_each_byte(f, &file);
    }
    buf_free(&file);
}

static void kinds_of_png(void **state)
{
    static const struct {
        int depth, kind, interlace;
        unsigned colours;
        bool has_alpha;
        size_t size;
    } cases[] = {
        {1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, 1, false, 6},
        {8, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, 1, false, 6},
        {16, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_INTERLACE_NONE, 1, true, 12},
        {8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_ADAM7, 3, false, 18},
        {16, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, 3, false, 18},
        {8, PNG_COLOR_TYPE_RGB_ALPHA, PNG_INTERLACE_ADAM7, 3, true, 24},
        {1, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE, 3, true, 24},
        {8, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_ADAM7, 3, true, 24},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf png = {0};
        sample_png(&png, cases[i].depth, cases[i].kind, cases[i].interlace);
        struct image image = sample_image_of(png.data, png.size);
        struct image_content content;
        assert_true(image_measure(&image, f->diags) && image_decode(&image, f->diags, &content));
        assert_int_equal(image.format, IMAGE_PNG);
        assert_int_equal(image.width, 3);
        assert_int_equal(image.height, 2);
        assert_int_equal(content.colours, cases[i].colours);
        assert_int_equal(content.has_alpha, cases[i].has_alpha);
        assert_int_equal(content.size, cases[i].size);
        free(content.pixels);
        buf_free(&png);
    }
}

/* 16 bits a channel that nothing is said of are sRGB: the same squares as of 8 bits. */
static void a_png_of_16_bits_is_as_light_as_one_of_8(void **state)
{
    struct fixture *f = *state;
    static const char *const names[] = {"ruudut.png", "ruudut16.png"};
    struct image_content contents[2];
    for (size_t i = 0; i < 2; i++) {
        const char *path = arena_printf(f->arena, PAGES "%s", names[i]);
        const struct image *image =
            image_read(path, PAGES, (struct diag_place){0}, f->arena, f->diags);
        assert_true(image && image_decode(image, f->diags, &contents[i]));
        assert_int_equal(image->orientation, 1);
    }
    assert_int_equal(contents[0].size, contents[1].size);
    assert_memory_equal(contents[0].pixels, contents[1].pixels, contents[0].size);
    free(contents[0].pixels);
    free(contents[1].pixels);
}

/* Appends a JPEG file with an Exif segment whose second entry is the orientation. */
static void write_turned(struct fixture *f, bool is_little_endian, unsigned orientation,
                         struct buf *out)
{
    static const char big[] = "\xFF\xE1\0\x2A"
                              "Exif\0\0MM\0*\0\0\0\x08\0\2"
                              "\1\x10\0\2\0\0\0\1\0\0\0\0"
                              "\1\x12\0\3\0\0\0\1\0";
    static const char little[] = "\xFF\xE1\0\x2A"
                                 "Exif\0\0II*\0\x08\0\0\0\2\0"
                                 "\x10\1\2\0\1\0\0\0\0\0\0\0"
                                 "\x12\1\3\0\1\0\0\0";
    struct buf file = {0};
    assert_true(file_read(IMAGES "sound/baseline.jpg", SIZE_MAX, f->diags, &file));
    buf_append(out, file.data, 2);
    if (is_little_endian)
        buf_append(out, little, sizeof little - 1);
    else
        buf_append(out, big, sizeof big - 1);
    buf_char(out, (char)orientation);
    buf_append(out, is_little_endian ? "\0\0\0" : "\0\0", is_little_endian ? 3 : 2);
    buf_append(out, file.data + 2, file.size - 2);
    buf_free(&file);
}

static void a_camera_says_how_its_image_is_turned(void **state)
{
    struct fixture *f = *state;
    for (unsigned i = 0; i < 2 * 10; i++) {
        unsigned given = i / 2, orientation = given >= 1 && given <= 8 ? given : 1;
        struct buf jpeg = {0};
        write_turned(f, i % 2, given, &jpeg);
        struct image image = sample_image_of(jpeg.data, jpeg.size);
        struct image_content content;
        assert_true(image_measure(&image, f->diags) && image_decode(&image, f->diags, &content));
        assert_int_equal(image.orientation, orientation);
        assert_int_equal(image.width, orientation > 4 ? 16 : 24);
        assert_int_equal(image.height, orientation > 4 ? 24 : 16);
        buf_free(&jpeg);
    }
}

/* IHDR of 60,000 by 60,000 pixels, with its CRC, and nothing more than an empty IDAT. */
static void a_huge_png_is_refused_before_it_is_decoded(void **state)
{
    struct fixture *f = *state;
    struct buf png = {0};
    sample_png(&png, 8, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE);
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
    struct image image = sample_image_of(png.data, png.size);
    assert_false(image_measure(&image, f->diags));
    expect(f, "image-size", "40 million");
    buf_free(&png);
}

static void other_files_are_no_images(void **state)
{
    static const char *const files[] = {"", "<svg/>", "GIF89a", "\x89PNG\n", "\xFF\xD8", "BM"};
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        assert_false(use_bytes(f, files[i], strlen(files[i])));
        expect(f, "layout-image", "kuva");
    }
}

static void a_file_comes_from_its_folder(void **state)
{
    struct fixture *f = *state;
    const struct diag_place place = {.file = "a.xhtml", .line = 3};
    assert_null(image_read(IMAGES "sound/grey.jpg", IMAGES "large", place, f->arena, f->diags));
    expect(f, "layout-image", "leads out");
    assert_null(image_read(IMAGES "nosuch.jpg", IMAGES, place, f->arena, f->diags));
    expect(f, "file-missing", "nosuch.jpg: there is no such file");
    assert_null(
        image_read(IMAGES "large/../../../nosuch.jpg", IMAGES "large", place, f->arena, f->diags));
    expect(f, "layout-image", "leads out");
    assert_null(image_read(IMAGES "sound", IMAGES, place, f->arena, f->diags));
    expect(f, "file-kind", "sound: is not a plain file");
}

#define WITH_FIXTURE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FIXTURE(sound_jpegs_are_taken),
        WITH_FIXTURE(other_jpegs_are_refused),
        WITH_FIXTURE(files_cut_off_anywhere_are_refused),
        WITH_FIXTURE(other_formats_are_named),
        WITH_FIXTURE(any_byte_changed_does_no_harm),
        WITH_FIXTURE(kinds_of_png),
        WITH_FIXTURE(a_png_of_16_bits_is_as_light_as_one_of_8),
        WITH_FIXTURE(a_camera_says_how_its_image_is_turned),
        WITH_FIXTURE(a_huge_png_is_refused_before_it_is_decoded),
        WITH_FIXTURE(other_files_are_no_images),
        WITH_FIXTURE(a_file_comes_from_its_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
