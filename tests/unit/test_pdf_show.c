/* Text operators: kerning, stretched spaces, and which text each code stands for. */
#include "pdf/code.h"
#include "pdf/font.h"
#include "pdf/show.h"
#include "pdf_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct sample sample;
    struct pdf_file file;
    struct pdf_font *font;
    struct pdf_text_state state; /* the font is set, so that no Tf is written */
    struct buf out;
};

static void begin(struct fixture *f)
{
    memset(f, 0, sizeof *f);
    sample_new(&f->sample);
    f->file.arena = f->sample.arena;
    f->file.objects = pdf_objects_new(f->file.arena);
    f->font = pdf_font_use(&f->file, f->sample.regular);
    assert_int_equal(f->font->number, 0);
    f->state = (struct pdf_text_state){.font = f->font, .size = PT(10)};
}

static void end(struct fixture *f)
{
    pdf_objects_free(&f->file.objects);
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

static void same(const struct fixture *f, const char *bytes, size_t size)
{
    assert_int_equal(f->out.size, size);
    assert_memory_equal(f->out.data, bytes, size);
}

static void assert_shows(struct fixture *f, const struct page_run *run, const char *bytes,
                         size_t size)
{
    buf_clear(&f->out);
    pdf_show_run(&f->file, run, &(struct pdf_broken){0}, &f->state, &f->out);
    same(f, bytes, size);
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
    pdf_show_run(&f.file, &run, &(struct pdf_broken){0}, &f.state, &f.out);
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
    assert_string_equal(f.font->texts->items[' '].text, " ");
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
    soft.soft_hyphen = true;
    SHOWS(&f, &soft, "[(\xAD)]TJ\n");
    glyph.text_size = 1;
    SHOWS(&f, &hard, "[(-)]TJ\n");
    assert_int_equal(f.font->codes['-'].glyph, f.font->codes[0xAD].glyph);
    assert_memory_equal(f.font->texts->items[0xAD].text, "\u00AD", 2);
    end(&f);
}

/* Returns the code that the file has for a text that is no letter's own. */
static size_t code_of(const struct fixture *f, const char *text)
{
    for (size_t code = 1; code < PDF_CODES; code++) {
        const struct pdf_text *known = &f->font->texts->items[code];
        if (known->text && known->size == strlen(text) &&
            memcmp(known->text, text, known->size) == 0 &&
            !(known->size == 1 && *text == (char)code))
            return code;
    }
    fail_msg("no code for %s", text);
    return 0;
}

/* Codes of what is no Latin letter are none's, and need no escape. */
static void assert_spare(size_t code)
{
    assert_true((code > 0 && code < ' ' && code != '\r') || (code >= 0x7F && code < 0xA0));
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
    pdf_show_run(&f.file, &run, &(struct pdf_broken){0}, &f.state, &f.out);
    size_t other = code_of(&f, "1");
    assert_spare(other);
    const char shown[] = {'[', '(', '1', (char)other, ')', ']', 'T', 'J', '\n'};
    assert_int_equal(f.out.size, sizeof shown);
    assert_memory_equal(f.out.data, shown, sizeof shown);
    assert_int_equal(f.font->codes[other].glyph, glyph_of(&f, 'l'));
    end(&f);
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
    pdf_show_run(&f.file, &run, &(struct pdf_broken){0}, &f.state, &f.out);
    char shown[64];
    int size = snprintf(shown, sizeof shown, "[(a)]TJ\n320 Ts\n[(%c)]TJ\n0 Ts\n",
                        (int)code_of(&f, "\u0307"));
    same(&f, shown, (size_t)size);
    /* more glyphs than characters */
    struct page_run more = run_of(&f, marked, 2, "i");
    struct glyph two[] = {marked[0], marked[1]};
    two[0].text_size = 1;
    two[1].y = 0;
    more.glyphs = two;
    buf_clear(&f.out);
    pdf_show_run(&f.file, &more, &(struct pdf_broken){0}, &f.state, &f.out);
    size = snprintf(shown, sizeof shown, "[(i%c)]TJ\n", (int)code_of(&f, "\u034F"));
    same(&f, shown, (size_t)size);
    end(&f);
}

static void a_ligature_stands_for_its_letters(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    const struct glyph glyph = {.id = glyph_of(&f, 'f'), .text_size = 2, .advance = 600};
    struct page_run run = run_of(&f, &glyph, 1, "fi");
    pdf_show_run(&f.file, &run, &(struct pdf_broken){0}, &f.state, &f.out);
    assert_spare(code_of(&f, "fi"));
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

/* 63 codes are no letter's; then letters that nobody has used lend theirs, all but the space's; and
 * then the next font has the same codes anew. */
static void texts_beyond_the_spare_codes_take_letters_and_other_fonts(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    enum { SPARE = 30 + 33, LETTERS = 95 - 1 + 96 };
    for (uint16_t i = 0; i < SPARE; i++)
        assert_spare(pdf_code(f.font, (uint16_t)(i + 1), "xy", 2));
    assert_null(f.font->texts->items['\r'].text);
    for (uint16_t i = SPARE; i < SPARE + LETTERS; i++)
        assert_in_range(pdf_code(f.font, (uint16_t)(i + 1), "xy", 2), ' ' + 1, 0xFF);
    assert_int_equal(pdf_code(f.font, SPARE + LETTERS + 1, "xy", 2), 0);
    assert_int_equal(pdf_code(f.font, 3, " ", 1), ' ');
    struct pdf_font *next = pdf_font_after(&f.file, f.font);
    assert_int_equal(next->number, 1);
    assert_ptr_equal(pdf_font_after(&f.file, f.font), next);
    assert_spare(pdf_code(next, SPARE + LETTERS + 1, "xy", 2));
    end(&f);
}

/* A run goes on in the next font where the first has no code left, and the next run begins in the
 * first one again. */
static void a_run_goes_on_in_the_next_font(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    const struct glyph known = {
        .id = glyph_of(&f, 'a'), .text_size = 1, .advance = advance_of(&f, 'a')};
    struct page_run first = run_of(&f, &known, 1, "a");
    SHOWS(&f, &first, "[(a)]TJ\n");
    for (uint16_t i = 0; i < PDF_CODES; i++)
        pdf_code(f.font, (uint16_t)(i + 1), "xy", 2);
    const struct glyph glyphs[] = {
        known, {.id = glyph_of(&f, 'b'), .text_size = 1, .advance = advance_of(&f, 'b')}};
    struct page_run both = run_of(&f, glyphs, 2, "ab");
    SHOWS(&f, &both, "[(a)]TJ\n/F1 640 Tf\n[(b)]TJ\n");
    SHOWS(&f, &first, "/F0 640 Tf\n[(a)]TJ\n");
    end(&f);
}

static void assert_written(struct buf *out, const char *text)
{
    if (!strstr(out->data, text))
        fail_msg("no %s in %s", text, out->data);
}

/* Letters that are their own code are ranges. The soft hyphen is in one only when it is used. */
static void the_map_holds_every_code(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    pdf_code(f.font, 5, "\u20AC\U0001F600", 7);
    pdf_code_write_texts(&f.out, f.font->texts);
    assert_written(&f.out, "1 begincodespacerange\n<00><FF>\nendcodespacerange\n");
    assert_written(&f.out, "3 beginbfrange\n<20><7E><0020>\n<A0><AC><00A0>\n<AE><FF><00AE>\n");
    assert_written(&f.out, "1 beginbfchar\n");
    assert_written(&f.out, "><20ACD83DDE00>\n");
    pdf_code(f.font, glyph_of(&f, '-'), "\u00AD", 2);
    for (uint16_t i = 0; i < PDF_CODES; i++)
        pdf_code(f.font, (uint16_t)(i + 1), "xy", 2);
    buf_clear(&f.out);
    pdf_code_write_texts(&f.out, f.font->texts);
    assert_written(&f.out, "100 beginbfchar\n");
    assert_written(&f.out, "endbfchar\n52 beginbfchar\n"); /* not of 0, CR, space, AD */
    assert_written(&f.out, "<AD><AD><00AD>\n");            /* its neighbours are other texts */
    assert_written(&f.out, "2 beginbfrange\n<20><20><0020>\n");
    end(&f);
}

/* A code stands for the same text in all fonts, which thus share a ToUnicode map. */
static void fonts_share_codes(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    struct pdf_font *bold = pdf_font_use(&f.file, f.sample.bold);
    assert_int_equal(bold->number, 1);
    assert_ptr_equal(bold->texts, f.font->texts);
    uint16_t glyph = glyph_of(&f, 'f');
    uint8_t fi = pdf_code(f.font, glyph, "fi", 2), fl = pdf_code(bold, glyph, "fl", 2);
    assert_true(fi && fl && fi != fl);
    assert_int_equal(pdf_code(bold, glyph, "fi", 2), fi);
    assert_int_equal(pdf_code(f.font, glyph, "fl", 2), fl);
    assert_int_equal(pdf_code(bold, glyph, "fl", 2), fl);
    /* another glyph for the same text, in one font */
    uint8_t other = pdf_code(bold, (uint16_t)(glyph + 1), "fi", 2);
    assert_true(other && other != fi && other != fl);
    assert_int_equal(pdf_code(f.font, (uint16_t)(glyph + 1), "fi", 2), other);
    end(&f);
}

/* The same texts get the same codes whatever came before, so that most files share font programs.
 */
static void codes_depend_on_the_text_alone(void **state)
{
    (void)state;
    struct fixture f, g;
    begin(&f);
    begin(&g);
    uint8_t dash = pdf_code(f.font, 1, "\u2013", 3), bullet = pdf_code(f.font, 2, "\u2022", 3);
    assert_int_equal(pdf_code(g.font, 2, "\u2022", 3), bullet);
    assert_int_equal(pdf_code(g.font, 1, "\u2013", 3), dash);
    end(&f);
    end(&g);
}

static void widths_go_from_the_first_code_to_the_last(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    pdf_code(f.font, glyph_of(&f, 'a'), "a", 1);
    pdf_code(f.font, glyph_of(&f, 'c'), "c", 1);
    pdf_code_write_widths(&f.out, f.font);
    char a[32], c[32], wanted[128];
    snprintf(a, sizeof a, "%g", (double)f.font->codes['a'].width / 1000);
    snprintf(c, sizeof c, "%g", (double)f.font->codes['c'].width / 1000);
    snprintf(wanted, sizeof wanted, "/FirstChar 97/LastChar 99/Widths[%s 0 %s]", a, c);
    assert_string_equal(f.out.data, wanted);
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
        cmocka_unit_test(texts_beyond_the_spare_codes_take_letters_and_other_fonts),
        cmocka_unit_test(a_run_goes_on_in_the_next_font),
        cmocka_unit_test(the_map_holds_every_code),
        cmocka_unit_test(fonts_share_codes),
        cmocka_unit_test(codes_depend_on_the_text_alone),
        cmocka_unit_test(widths_go_from_the_first_code_to_the_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
