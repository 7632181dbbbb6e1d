#include "text_fixture.h"

#include "base/file.h"

#include <hb.h>
#include <stdio.h>
#include <string.h>

static void found_once(void **state)
{
    struct fixture *fixture = *state;
    const struct text_font *again =
        text_font_find(fixture->library, "Carlito", false, false, NULL, fixture->diags);
    assert_ptr_equal(again, fixture->font);
    assert_ptr_not_equal(fixture->bold, fixture->font);
    assert_string_equal(text_font_name(fixture->font), "Carlito");
    assert_string_equal(text_font_name(fixture->bold), "Carlito-Bold");
    assert_int_equal(diags_count(fixture->diags), 0);
}

static void all_four_styles(void **state)
{
    struct fixture *fixture = *state;
    const struct text_font *font =
        text_font_find(fixture->library, "Carlito", true, true, NULL, fixture->diags);
    assert_string_equal(text_font_name(font), "Carlito-BoldItalic");
    assert_true(text_font_metrics(font)->italic_angle < 0);
    font = text_font_find(fixture->library, "Carlito", false, true, NULL, fixture->diags);
    assert_string_equal(text_font_name(font), "Carlito-Italic");
}

static void missing_font_names_family_and_package(void **state)
{
    struct fixture *fixture = *state;
    assert_null(text_font_find(fixture->library, "No Such Family", true, false, "fonts-no-such",
                               fixture->diags));
    assert_int_equal(diags_count(fixture->diags), 1);
    const struct diag *diag = diags_at(fixture->diags, 0);
    assert_int_equal(diag->rule, RULE_FONT_MISSING);
    assert_int_equal(diag->severity, DIAG_FAILURE);
    assert_non_null(strstr(diag->message, "No Such Family"));
    assert_non_null(strstr(diag->message, "bold"));
    assert_non_null(strstr(diag->hint, "fonts-no-such"));
    diags_clear(fixture->diags);
}

/* fontconfig would give another family for these. */
static void no_substitutes(void **state)
{
    struct fixture *fixture = *state;
    assert_null(text_font_find(fixture->library, "sans-serif", false, false, NULL, fixture->diags));
    assert_null(text_font_find(fixture->library, "", false, false, NULL, fixture->diags));
    assert_null(diags_at(fixture->diags, 0)->hint);
    diags_clear(fixture->diags);
}

static void plausible_metrics(void **state)
{
    struct fixture *fixture = *state;
    const struct text_font_metrics *metrics = text_font_metrics(fixture->font);
    int em = metrics->units_per_em;
    assert_int_equal(em, 2048);
    assert_in_range(metrics->ascender, em / 2, em);
    assert_in_range(-metrics->descender, em / 10, em / 2);
    assert_in_range(metrics->cap_height, em / 2, em * 3 / 4);
    assert_in_range(metrics->x_height, em / 3, metrics->cap_height);
    assert_true(metrics->x_min < 0 && metrics->x_max > em);
    assert_true(metrics->y_min < metrics->descender && metrics->y_max > metrics->cap_height);
    assert_true(metrics->italic_angle > -0.01 && metrics->italic_angle < 0.01);
    assert_int_equal(metrics->weight, 400);
    assert_int_equal(text_font_metrics(fixture->bold)->weight, 700);
}

static void glyphs_and_lengths(void **state)
{
    struct fixture *fixture = *state;
    uint16_t a = text_font_glyph(fixture->font, 'a'), o = text_font_glyph(fixture->font, 0xE4);
    assert_true(a != 0 && o != 0 && a != o);
    assert_int_equal(text_font_glyph(fixture->font, 0x4E00), 0);
    assert_in_range(text_font_advance(fixture->font, a), 800, 1200);
    assert_int_equal(text_font_scale(fixture->font, 2048, PT(11)), PT(11));
    assert_int_equal(text_font_scale(fixture->font, 1, PT(11)), 0);
    assert_int_equal(text_font_scale(fixture->font, 2, PT(11)), 1);
    assert_int_equal(text_font_scale(fixture->font, -2, PT(11)), -1);
    assert_int_equal(hb_face_get_upem(text_font_face(fixture->font)), 2048);
}

/* A folder of fonts with one file. */
static char folder[] = "/tmp/pykala-fonts-XXXXXX";
static char file[sizeof folder + 16];

static void write_font(const char *bytes, size_t size, struct diags *diags)
{
    assert_true(file_write(file, bytes, size, diags));
}

static void read_carlito(struct buf *bytes, struct diags *diags)
{
    assert_true(file_read("/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf", 10000000,
                          diags, bytes));
}

/* Changes the family's name, in the font's own UTF-16, to Cxrlito. */
static void rename_family(struct buf *bytes)
{
    for (size_t i = 0; i + 14 < bytes->size; i++)
        if (memcmp(bytes->data + i, "\0C\0a\0r\0l\0i\0t\0o", 14) == 0)
            bytes->data[i + 3] = 'x';
        else if (memcmp(bytes->data + i, "Carlito", 7) == 0)
            bytes->data[i + 1] = 'x';
}

static void retag(struct buf *bytes, const char *tag, const char *instead)
{
    for (size_t i = 12; i < 400; i += 16)
        if (memcmp(bytes->data + i, tag, 4) == 0)
            memcpy(bytes->data + i, instead, 4);
}

/* Returns a number of four bytes at a place. */
static size_t number_at(const struct buf *bytes, size_t at)
{
    const unsigned char *digits = (const unsigned char *)bytes->data + at;
    return (size_t)digits[0] << 24 | (size_t)digits[1] << 16 | (size_t)digits[2] << 8 | digits[3];
}

/* Fills a table with zeros. */
static void clear(struct buf *bytes, const char *tag)
{
    for (size_t i = 12; i < 400; i += 16)
        if (memcmp(bytes->data + i, tag, 4) == 0)
            memset(bytes->data + number_at(bytes, i + 8), 0, number_at(bytes, i + 12));
}

static void folder_comes_first(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    struct buf bytes = {0};
    read_carlito(&bytes, diags);
    rename_family(&bytes);
    write_font(bytes.data, bytes.size, diags);
    struct text_library *library = text_library_new(folder, diags);
    assert_non_null(text_font_find(library, "Cxrlito", false, false, NULL, diags));
    assert_non_null(text_font_find(library, "Carlito", false, false, NULL, diags));
    assert_int_equal(diags_count(diags), 0);
    text_library_free(library);
    buf_free(&bytes);
    diags_free(diags);
}

/* Checks that a font with another tag for a table is refused, and what is said. */
static void refuse(const char *tag, const char *instead, const char *says)
{
    struct diags *diags = diags_new();
    struct buf bytes = {0};
    read_carlito(&bytes, diags);
    rename_family(&bytes);
    retag(&bytes, tag, instead);
    write_font(bytes.data, bytes.size, diags);
    struct text_library *library = text_library_new(folder, diags);
    assert_null(text_font_find(library, "Cxrlito", false, false, NULL, diags));
    assert_int_equal(diags_count(diags), 1);
    assert_int_equal(diags_at(diags, 0)->rule, RULE_FONT_UNUSABLE);
    assert_non_null(strstr(diags_at(diags, 0)->place.file, "font.ttf"));
    assert_non_null(strstr(diags_at(diags, 0)->message, says));
    text_library_free(library);
    buf_free(&bytes);
    diags_free(diags);
}

static void no_outlines(void **state)
{
    (void)state;
    refuse("glyf", "xlyf", "neither TrueType outlines nor CFF");
    refuse("glyf", "CFF ", "neither TrueType outlines nor CFF");
}

/* A table of outlines that is all zeros: as a copy is that was cut off and filled up. */
static void empty_letters_are_told(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    struct buf bytes = {0};
    read_carlito(&bytes, diags);
    rename_family(&bytes);
    clear(&bytes, "glyf");
    write_font(bytes.data, bytes.size, diags);
    struct text_library *library = text_library_new(folder, diags);
    assert_null(text_font_find(library, "Cxrlito", false, false, NULL, diags));
    assert_int_equal(diags_count(diags), 1);
    assert_int_equal(diags_at(diags, 0)->rule, RULE_FONT_UNUSABLE);
    assert_non_null(strstr(diags_at(diags, 0)->message, "its letters are empty"));
    text_library_free(library);
    buf_free(&bytes);
    diags_free(diags);
}

/* Sets fsType, two bytes in the table OS/2. */
static void set_licence_bits(struct buf *bytes, unsigned bits)
{
    for (size_t i = 12; i < 400; i += 16)
        if (memcmp(bytes->data + i, "OS/2", 4) == 0) {
            size_t at = number_at(bytes, i + 8);
            bytes->data[at + 8] = (char)(bits >> 8);
            bytes->data[at + 9] = (char)bits;
        }
}

/* Checks what is said of a font with such licence bits; NULL: it can be used. */
static void assert_licence(unsigned bits, const char *says)
{
    struct diags *diags = diags_new();
    struct buf bytes = {0};
    read_carlito(&bytes, diags);
    rename_family(&bytes);
    set_licence_bits(&bytes, bits);
    write_font(bytes.data, bytes.size, diags);
    struct text_library *library = text_library_new(folder, diags);
    const struct text_font *font = text_font_find(library, "Cxrlito", false, false, NULL, diags);
    assert_int_equal(font != NULL, says == NULL);
    assert_int_equal(diags_count(diags), says ? 1 : 0);
    if (says) {
        assert_int_equal(diags_at(diags, 0)->rule, RULE_FONT_UNUSABLE);
        assert_non_null(strstr(diags_at(diags, 0)->message, "Cxrlito"));
        assert_non_null(strstr(diags_at(diags, 0)->message, says));
        assert_non_null(strstr(diags_at(diags, 0)->hint, "licence"));
    }
    text_library_free(library);
    buf_free(&bytes);
    diags_free(diags);
}

static void a_licence_against_embedding_is_told(void **state)
{
    (void)state;
    assert_licence(0x0002, "forbid embedding it");
    assert_licence(0x0202, "forbid embedding it");
    assert_licence(0x0200, "forbid embedding its outlines");
    assert_licence(0x0108, "forbid embedding just the letters");
    assert_licence(0x0004, NULL); /* print and preview */
    assert_licence(0x0006, NULL); /* the least restrictive counts */
    assert_licence(0x0008, NULL);
}

static void a_family_without_a_face_is_told(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    struct text_library *library = text_library_new(PYKALA_SOURCE_DIR "/tests/data/fonts", diags);
    assert_non_null(text_font_find(library, "Lehti", false, false, NULL, diags));
    assert_non_null(text_font_find(library, "Lehti", true, false, NULL, diags));
    assert_null(text_font_find(library, "Lehti", false, true, NULL, diags));
    assert_int_equal(diags_count(diags), 1);
    assert_int_equal(diags_at(diags, 0)->rule, RULE_FONT_MISSING);
    assert_non_null(strstr(diags_at(diags, 0)->message, "Lehti is installed, but not its face"));
    assert_non_null(diags_at(diags, 0)->hint);
    text_library_free(library);
    diags_free(diags);
}

/* A face of a variable family is an instance of its file: heavier letters are wider here. */
static void a_face_of_a_variable_font_is_its_instance(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    struct text_library *library = text_library_new(PYKALA_SOURCE_DIR "/tests/data/fonts", diags);
    const struct text_font *regular = text_font_find(library, "Varpu", false, false, NULL, diags);
    const struct text_font *bold = text_font_find(library, "Varpu", true, false, NULL, diags);
    assert_non_null(regular);
    assert_non_null(bold);
    assert_string_equal(text_font_name(regular), "Varpu-Regular");
    assert_string_equal(text_font_name(bold), "Varpu-Bold");
    uint16_t glyph = text_font_glyph(regular, 'A');
    assert_int_equal(text_font_advance(bold, glyph), text_font_advance(regular, glyph) + 100);
    assert_null(text_font_find(library, "Varpu", false, true, NULL, diags));
    assert_non_null(strstr(diags_at(diags, 0)->message, "Varpu is installed, but not its face"));
    text_library_free(library);
    diags_free(diags);
}

/* Each cut is either not seen as a font or works: nothing crashes. */
static void broken_files(void **state)
{
    (void)state;
    static const size_t sizes[] = {0, 5, 100, 1000, 20000, 300000};
    struct diags *diags = diags_new();
    struct buf bytes = {0};
    read_carlito(&bytes, diags);
    rename_family(&bytes);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        write_font(bytes.data, sizes[i], diags);
        struct text_library *library = text_library_new(folder, diags);
        if (!text_font_find(library, "Cxrlito", false, false, NULL, diags))
            assert_int_equal(diags_at_least(diags, DIAG_FAILURE), 1);
        diags_clear(diags);
        text_library_free(library);
    }
    buf_free(&bytes);
    diags_free(diags);
}

static void missing_folder(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    struct text_library *library = text_library_new("/no/such/folder", diags);
    assert_non_null(text_font_find(library, "Carlito", false, false, NULL, diags));
    text_library_free(library);
    diags_free(diags);
}

static int make_folder(void **state)
{
    assert_non_null(mkdtemp(folder));
    snprintf(file, sizeof file, "%s/font.ttf", folder);
    return fixture_open(state);
}

static int remove_folder(void **state)
{
    remove(file);
    remove(folder);
    return fixture_close(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(found_once),
        cmocka_unit_test(all_four_styles),
        cmocka_unit_test(missing_font_names_family_and_package),
        cmocka_unit_test(no_substitutes),
        cmocka_unit_test(plausible_metrics),
        cmocka_unit_test(glyphs_and_lengths),
        cmocka_unit_test(folder_comes_first),
        cmocka_unit_test(no_outlines),
        cmocka_unit_test(empty_letters_are_told),
        cmocka_unit_test(a_licence_against_embedding_is_told),
        cmocka_unit_test(a_family_without_a_face_is_told),
        cmocka_unit_test(a_face_of_a_variable_font_is_its_instance),
        cmocka_unit_test(broken_files),
        cmocka_unit_test(missing_folder),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
