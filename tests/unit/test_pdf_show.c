/* Text operators: kerning, stretched spaces, and which text each code stands for. */
#include "pdf/code.h"
#include "pdf/font.h"
#include "pdf/show.h"
#include "pdf_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct sample sample;
    struct pdf_file file;
    struct pdf_font *font;
    struct buf out;
};

static void begin(struct fixture *f)
{
    memset(f, 0, sizeof *f);
    sample_new(&f->sample);
    f->file.arena = f->sample.arena;
    f->file.objects = pdf_objects_new(f->file.arena);
    size_t number;
    f->font = pdf_font_use(&f->file, f->sample.regular, &number);
    assert_int_equal(number, 0);
}

static void end(struct fixture *f)
{
    pdf_objects_free(&f->file.objects);
    pdf_fonts_free(&f->file.fonts);
    buf_free(&f->out);
    sample_free(&f->sample);
}

static uint16_t glyph_of(const struct fixture *f, uint32_t character)
{
    return text_font_glyph(f->sample.regular, character);
}

static int advance_of(const struct fixture *f, uint32_t character)
{
    return text_font_advance(f->sample.regular, glyph_of(f, character));
}

static struct page_run run_of(const struct fixture *f, const struct glyph *glyphs, size_t count,
                              const char *text)
{
    return (struct page_run){.font = f->sample.regular,
                             .size = PT(10),
                             .glyphs = glyphs,
                             .glyph_count = count,
                             .text = text,
                             .text_size = strlen(text)};
}

static void assert_shows(struct fixture *f, const struct page_run *run, const char *bytes,
                         size_t size)
{
    buf_clear(&f->out);
    pdf_show_run(f->font, run, &f->out);
    assert_int_equal(f->out.size, size);
    assert_memory_equal(f->out.data, bytes, size);
}

#define SHOWS(f, run, literal) assert_shows(f, run, literal, sizeof literal - 1)

static void kerning_is_an_adjustment(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    int em = text_font_metrics(f.sample.regular)->units_per_em;
    const struct glyph glyphs[] = {
        {.id = glyph_of(&f, 'A'), .text_size = 1, .advance = advance_of(&f, 'A') - em / 8},
        {.id = glyph_of(&f, 'V'), .text_size = 1, .advance = advance_of(&f, 'V')},
        {.id = glyph_of(&f, 'A'), .text_size = 1, .advance = advance_of(&f, 'A')},
    };
    struct page_run run = run_of(&f, glyphs, 3, "AVA");
    SHOWS(&f, &run, "[(A)125(VA)]TJ\n");
    end(&f);
}

static void rounding_does_not_add_up(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    enum { COUNT = 64 };
    char text[COUNT + 1] = {0};
    struct glyph glyphs[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        text[i] = 'n';
        glyphs[i] = (struct glyph){
            .id = glyph_of(&f, 'n'), .text_size = 1, .advance = advance_of(&f, 'n') + 1};
    }
    struct page_run run = run_of(&f, glyphs, COUNT, text);
    pdf_show_run(f.font, &run, &f.out);
    /* The sum of the adjustments is what 63 units are in thousandths, but for the last two. */
    long sum = 0;
    for (const char *c = f.out.data; c < f.out.data + f.out.size; c++)
        if (*c == ')' && c[1] == '-')
            sum -= strtol(c + 1, NULL, 10);
    int em = text_font_metrics(f.sample.regular)->units_per_em;
    assert_in_range(sum, 63000 / em - 2, 63000 / em + 1);
    end(&f);
}

static void word_space_follows_spaces(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    const struct glyph glyphs[] = {
        {.id = glyph_of(&f, 'a'), .text_size = 1, .advance = advance_of(&f, 'a')},
        {.id = glyph_of(&f, ' '), .text_size = 1, .advance = advance_of(&f, ' ')},
        {.id = glyph_of(&f, 'b'), .text_size = 1, .advance = advance_of(&f, 'b')},
    };
    struct page_run run = run_of(&f, glyphs, 3, "a b");
    run.word_space = PT(2); /* a fifth of the size */
    SHOWS(&f, &run, "[(a )-200(b)]TJ\n");
    run.word_space = -PT(1);
    SHOWS(&f, &run, "[(a )100(b)]TJ\n");
    end(&f);
}

static void a_space_stands_where_a_line_was_broken(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    const struct glyph glyph = {
        .id = glyph_of(&f, 'a'), .text_size = 1, .advance = advance_of(&f, 'a')};
    struct page_run run = run_of(&f, &glyph, 1, "a");
    run.space_after = true;
    SHOWS(&f, &run, "[(a )]TJ\n");
    assert_string_equal(f.file.fonts.texts.items[' '].text, " ");
    end(&f);
}

static void a_glyph_with_two_texts_has_two_codes(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    struct glyph glyph = {.id = glyph_of(&f, '-'), .text_size = 1, .advance = advance_of(&f, '-')};
    struct page_run hard = run_of(&f, &glyph, 1, "-");
    SHOWS(&f, &hard, "[(-)]TJ\n");
    glyph.text_size = 2;
    struct page_run soft = run_of(&f, &glyph, 1, "\u00AD");
    SHOWS(&f, &soft, "[(\xAD)]TJ\n");
    glyph.text_size = 1;
    SHOWS(&f, &hard, "[(-)]TJ\n");
    assert_int_equal(f.font->codes['-'].glyph, f.font->codes[0xAD].glyph);
    assert_memory_equal(f.file.fonts.texts.items[0xAD].text, "\u00AD", 2);
    end(&f);
}

static void a_text_with_two_glyphs_has_two_codes(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    const struct glyph glyphs[] = {
        {.id = glyph_of(&f, '1'), .text_size = 1, .advance = advance_of(&f, '1')},
        {.id = glyph_of(&f, 'l'), .text_size = 1, .advance = advance_of(&f, 'l')},
    };
    struct page_run run = run_of(&f, glyphs, 2, "11");
    SHOWS(&f, &run, "[(1\1)]TJ\n");
    assert_memory_equal(f.file.fonts.texts.items[1].text, "1", 1);
    end(&f);
}

static void assert_code(const struct fixture *f, size_t code, const char *text)
{
    assert_int_equal(f->file.fonts.texts.items[code].size, strlen(text));
    assert_memory_equal(f->file.fonts.texts.items[code].text, text, strlen(text));
}

static void glyphs_of_a_cluster_share_its_characters(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    int a = advance_of(&f, 'a');
    /* a letter with a mark above, drawn back over it */
    const struct glyph marked[] = {
        {.id = glyph_of(&f, 'a'), .text_size = 3, .advance = a},
        {.id = glyph_of(&f, '.'), .x = 0, .y = 1024},
    };
    struct page_run run = run_of(&f, marked, 2, "a\u0307");
    int em = text_font_metrics(f.sample.regular)->units_per_em;
    assert_int_equal(em, 2048);
    SHOWS(&f, &run, "[(a)]TJ\n320 Ts\n[(\1)]TJ\n0 Ts\n");
    assert_code(&f, 'a', "a");
    assert_code(&f, 1, "\u0307");
    /* more glyphs than characters */
    struct page_run more = run_of(&f, marked, 2, "i");
    struct glyph two[] = {marked[0], marked[1]};
    two[0].text_size = 1;
    two[1].y = 0;
    more.glyphs = two;
    SHOWS(&f, &more, "[(i\2)]TJ\n");
    assert_code(&f, 'i', "i");
    assert_code(&f, 2, "\u034F");
    end(&f);
}

static void a_ligature_stands_for_its_letters(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    const struct glyph glyph = {.id = glyph_of(&f, 'f'), .text_size = 2, .advance = 600};
    struct page_run run = run_of(&f, &glyph, 1, "fi");
    pdf_show_run(f.font, &run, &f.out);
    assert_code(&f, 1, "fi"); /* the first control code */
    end(&f);
}

static void bytes_that_mean_something_are_escaped(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    const struct glyph glyphs[] = {
        {.id = glyph_of(&f, '('), .text_size = 1, .advance = advance_of(&f, '(')},
        {.id = glyph_of(&f, '\\'), .text_size = 1, .advance = advance_of(&f, '\\')},
        {.id = glyph_of(&f, ')'), .text_size = 1, .advance = advance_of(&f, ')')},
    };
    struct page_run run = run_of(&f, glyphs, 3, "(\\)");
    SHOWS(&f, &run, "[(\\(\\\\\\))]TJ\n");
    end(&f);
}

/* More texts than there are control codes get two bytes, whose second one may need escaping. */
static void texts_beyond_the_control_codes_get_two_bytes(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    enum { CONTROLS = 31, FIRST_LONG = 256 };
    for (uint16_t i = 1; i <= CONTROLS; i++)
        assert_in_range(pdf_code(f.font, i, "xy", 2), 1, 0x7F);
    assert_null(f.file.fonts.texts.items['\r'].text);
    for (uint16_t i = 0; i < 300; i++)
        assert_int_equal(pdf_code(f.font, (uint16_t)(CONTROLS + 1 + i), "xy", 2), FIRST_LONG + i);
    static const struct {
        uint16_t number;
        const char *shown;
    } cases[] = {{1, "[(\x80\1)]TJ\n"}, {'(', "[(\x80\\()]TJ\n"}, {299, "[(\x81+)]TJ\n"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct glyph glyph = {.id = (uint16_t)(CONTROLS + 1 + cases[i].number),
                                    .text_size = 2};
        struct page_run run = run_of(&f, &glyph, 1, "xy");
        assert_shows(&f, &run, cases[i].shown, strlen(cases[i].shown));
    }
    end(&f);
}

static void assert_written(struct buf *out, const char *text)
{
    if (!strstr(out->data, text))
        fail_msg("no %s in %s", text, out->data);
}

static void maps_of_codes_hold_every_code(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    pdf_code_write_map(&f.out, 0x100);
    assert_written(&f.out, "2 begincodespacerange\n<00><7F>\n<A0><FF>\nendcodespacerange\n");
    assert_written(&f.out, "2 begincidrange\n<00><7F>0\n<A0><FF>160\nendcidrange\n");
    for (uint16_t i = 0; i < 140; i++)
        pdf_code(f.font, (uint16_t)(i + 1), "\u20AC\U0001F600", 7);
    pdf_code(f.font, 200, "\u00E4", 2);
    buf_clear(&f.out);
    pdf_code_write_map(&f.out, f.file.fonts.texts.count + 256);
    assert_written(&f.out, "3 begincodespacerange\n<00><7F>\n<A0><FF>\n<8000><9FFF>\n");
    assert_written(&f.out, "4 begincidrange\n<00><7F>0\n<A0><FF>160\n"
                           "<8000><80FF>256\n<8100><81FF>512\nendcidrange\n");
    buf_clear(&f.out);
    pdf_code_write_texts(&f.out, &f.file.fonts.texts);
    assert_written(&f.out, "100 beginbfchar\n<00><FFFD>\n<01><20ACD83DDE00>\n");
    assert_written(&f.out, "endbfchar\n41 beginbfchar\n");
    assert_null(strstr(f.out.data, "<00E4>"));
    end(&f);
}

/* A code stands for the same text in all fonts, which thus share a ToUnicode map. */
static void fonts_share_codes(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    size_t number;
    struct pdf_font *bold = pdf_font_use(&f.file, f.sample.bold, &number);
    f.font = pdf_font_use(&f.file, f.sample.regular, &number); /* it may have moved */
    uint16_t glyph = glyph_of(&f, 'f');
    assert_int_equal(pdf_code(f.font, glyph, "fi", 2), 1);
    assert_int_equal(pdf_code(bold, glyph, "fl", 2), 2);
    assert_int_equal(pdf_code(bold, glyph, "fi", 2), 1);
    assert_int_equal(pdf_code(f.font, glyph, "fl", 2), 2);
    assert_int_equal(pdf_code(bold, glyph, "fl", 2), 2);
    /* another glyph for the same text, in one font */
    assert_int_equal(pdf_code(bold, (uint16_t)(glyph + 1), "fi", 2), 3);
    assert_int_equal(pdf_code(f.font, (uint16_t)(glyph + 1), "fi", 2), 3);
    end(&f);
}

static void widths_leave_gaps_out(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    pdf_code(f.font, glyph_of(&f, 'a'), "a", 1);
    pdf_code(f.font, glyph_of(&f, 'b'), "b", 1);
    pdf_code_write_widths(&f.out, f.font);
    assert_memory_equal(f.out.data, "/W[0[", 5);
    char *second = strstr(f.out.data, "] 97[");
    assert_non_null(second);
    assert_non_null(strchr(second + 5, ' '));
    assert_string_equal(f.out.data + f.out.size - 2, "]]");
    end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kerning_is_an_adjustment),
        cmocka_unit_test(rounding_does_not_add_up),
        cmocka_unit_test(word_space_follows_spaces),
        cmocka_unit_test(a_space_stands_where_a_line_was_broken),
        cmocka_unit_test(a_glyph_with_two_texts_has_two_codes),
        cmocka_unit_test(a_text_with_two_glyphs_has_two_codes),
        cmocka_unit_test(glyphs_of_a_cluster_share_its_characters),
        cmocka_unit_test(a_ligature_stands_for_its_letters),
        cmocka_unit_test(bytes_that_mean_something_are_escaped),
        cmocka_unit_test(texts_beyond_the_control_codes_get_two_bytes),
        cmocka_unit_test(maps_of_codes_hold_every_code),
        cmocka_unit_test(fonts_share_codes),
        cmocka_unit_test(widths_leave_gaps_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
