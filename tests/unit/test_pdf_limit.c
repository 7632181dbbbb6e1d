/* The limits of PDF/A (ISO 19005-2 6.1.13): what just fits is written, and one more is refused. */
#include "pdf/limit.h"
#include "pdf/code.h"
#include "pdf/font.h"
#include "pdf/pdf.h"
#include "pdf/save.h"
#include "pdf/show.h"
#include "pdf_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *many(struct sample *s, const char *letter, size_t count)
{
    struct buf text = {0};
    for (size_t i = 0; i < count; i++)
        buf_string(&text, letter);
    const char *kept = arena_strndup(s->arena, text.data ? text.data : "", text.size);
    buf_free(&text);
    return kept;
}

/* A paragraph with a link on one page, with an anchor for a bookmark. */
static struct page_tag *begin(struct sample *s)
{
    sample_new(s);
    sample_page(s, PT(595), PT(842));
    struct page_tag *p = sample_tag(s, s->root, PAGE_P);
    struct page_tag *link = sample_tag(s, p, PAGE_LINK);
    sample_line(s, sample_leaf(s, link), PT(72), PT(80), "Kunta");
    sample_anchor(s, p, PT(70));
    return link;
}

/* Writes the sample. Returns whether it fits; else one error says what not. */
static bool is_written(struct sample *s, const char *says)
{
    struct buf out = {0};
    s->document.tag_count = 0;
    sample_number(s);
    bool written = pdf_write(&s->document, "a.xhtml", s->diags, &out);
    assert_int_equal(diags_count(s->diags), written ? 0 : 1);
    if (!written) {
        const struct diag *diag = diags_at(s->diags, 0);
        assert_int_equal(diag->severity, DIAG_ERROR);
        assert_int_equal(diag->rule, RULE_PDF_LIMIT);
        assert_string_equal(diag->place.file, "a.xhtml");
        assert_non_null(diag->hint);
        assert_non_null(strstr(diag->message, says));
    }
    diags_clear(s->diags);
    buf_free(&out);
    return written;
}

/* The text that stands in turn in each place that is a string of the file. */
enum {
    TITLE,
    AUTHOR,
    DESCRIPTION,
    KEYWORDS,
    LANG,
    BOOKMARK,
    TAG_LANG,
    ALT,
    ACTUAL,
    ID,
    CONTENTS,
    PLACES
};

static bool fits(int place, const char *letter, size_t count)
{
    struct sample s;
    struct page_tag *link = begin(&s);
    const char *text = many(&s, letter, count);
    struct page_document *document = &s.document;
    const char **const texts[PLACES] = {
        [TITLE] = &document->title,
        [AUTHOR] = &document->author,
        [DESCRIPTION] = &document->description,
        [KEYWORDS] = &document->keywords,
        [LANG] = &document->lang,
        [TAG_LANG] = &link->lang,
        [ALT] = &link->alt,
        [ACTUAL] = &link->actual,
        [ID] = &link->id,
    };
    if (place == BOOKMARK)
        sample_bookmark(&s, 1, text, s.root->first);
    else if (place != CONTENTS)
        *texts[place] = text;
    sample_link(&s, link->first, (struct page_box){0, 0, 64, 64}, NULL, "https://a.fi/",
                place == CONTENTS ? text : "a");
    bool written = is_written(&s, letter);
    sample_free(&s);
    return written;
}

static void a_string_has_32767_bytes_at_most(void **state)
{
    (void)state;
    for (int place = 0; place < PLACES; place++) {
        assert_true(fits(place, "a", PDF_MOST_STRING));
        assert_false(fits(place, "a", PDF_MOST_STRING + 1));
    }
}

/* In UTF-16 with a byte order mark, or one byte for two of UTF-8. */
static void the_bytes_in_the_file_count(void **state)
{
    (void)state;
    assert_true(fits(ALT, "š", (PDF_MOST_STRING - 2) / 2));
    assert_false(fits(ALT, "š", (PDF_MOST_STRING - 2) / 2 + 1));
    assert_true(fits(ALT, "ä", PDF_MOST_STRING));
    assert_false(fits(ALT, "ä", PDF_MOST_STRING + 1));
    assert_true(fits(ALT, "(", PDF_MOST_STRING)); /* an escape is not of the string */
}

static bool address_fits(const char *letter, size_t count)
{
    struct sample s;
    struct page_tag *link = begin(&s);
    sample_link(&s, link->first, (struct page_box){0, 0, 64, 64}, NULL, many(&s, letter, count),
                "a");
    bool written = is_written(&s, letter);
    sample_free(&s);
    return written;
}

static void an_address_counts_as_it_is_escaped(void **state)
{
    (void)state;
    assert_true(address_fits("a", PDF_MOST_STRING));
    assert_false(address_fits("a", PDF_MOST_STRING + 1));
    assert_true(address_fits("ä", PDF_MOST_STRING / 6));
    assert_false(address_fits("ä", PDF_MOST_STRING / 6 + 1));
}

/* The lengths of the strings that the content shows, in its order; 0 where there are no more. */
static size_t next_string(const char **at, const char *end)
{
    size_t size = 0;
    while (*at < end && **at != '(')
        ++*at;
    if (*at == end)
        return 0;
    for (++*at; **at != ')'; ++*at)
        size++;
    return size;
}

/* W: its width as the file has it is not rounded up, so that it never takes an adjustment. */
static void a_long_text_is_shown_in_pieces(void **state)
{
    (void)state;
    enum { COUNT = 2 * PDF_MOST_STRING + 5 };
    struct sample s;
    sample_new(&s);
    struct pdf_file file = {.arena = s.arena, .objects = pdf_objects_new(s.arena)};
    size_t sizes[4];
    struct pdf_text_state text_state = {0};
    const uint16_t id = text_font_glyph(s.regular, 'W');
    const struct glyph glyph = {
        .id = id, .text_size = 1, .advance = text_font_advance(s.regular, id)};
    struct glyph *glyphs = arena_array(s.arena, COUNT, sizeof *glyphs);
    for (size_t i = 0; i < COUNT; i++)
        glyphs[i] = glyph;
    const struct page_run run = {.font = s.regular,
                                 .size = PT(10),
                                 .glyphs = glyphs,
                                 .glyph_count = COUNT,
                                 .text = many(&s, "W", COUNT),
                                 .text_size = COUNT};
    struct buf out = {0};
    pdf_show_run(&file, &run, &(struct pdf_broken){0}, &text_state, &out);
    const char *at = out.data, *end = out.data + out.size;
    for (size_t i = 0; i < 4; i++)
        sizes[i] = next_string(&at, end);
    assert_int_equal(sizes[0], PDF_MOST_STRING);
    assert_int_equal(sizes[1], PDF_MOST_STRING);
    assert_int_equal(sizes[2], 5);
    assert_int_equal(sizes[3], 0);
    buf_free(&out);
    pdf_objects_free(&file.objects);
    sample_free(&s);
}

static bool letter_fits(uint16_t size)
{
    struct sample s;
    begin(&s);
    struct page_run *run = &s.page->items[0].run;
    struct glyph *glyphs = arena_array(s.arena, run->glyph_count, sizeof *glyphs);
    memcpy(glyphs, run->glyphs, run->glyph_count * sizeof *glyphs);
    glyphs[run->glyph_count - 1].text_size = size;
    run->text = many(&s, "a", run->text_size + size);
    run->glyphs = glyphs;
    bool written = is_written(&s, "page 1");
    sample_free(&s);
    return written;
}

static void a_letter_stands_for_256_bytes_at_most(void **state)
{
    (void)state;
    assert_true(letter_fits(TEXT_MOST_LETTER));
    assert_false(letter_fits(TEXT_MOST_LETTER + 1));
}

static bool links_fit(size_t count)
{
    struct sample s;
    struct page_tag *link = begin(&s);
    struct page_item *items = arena_array(s.arena, count + 1, sizeof *items);
    items[0] = s.page->items[0];
    for (size_t i = 1; i <= count; i++) {
        items[i].kind = PAGE_ANNOTATION;
        items[i].tag = link->first;
        items[i].annotation = (struct page_annotation){{0, 0, 64, 64}, NULL, "https://a.fi/", "a"};
    }
    s.page->items = items;
    s.page->item_count = count + 1;
    bool written = is_written(&s, "page 1 has more than 32767 links");
    sample_free(&s);
    return written;
}

static void a_page_has_32767_links_at_most(void **state)
{
    (void)state;
    assert_true(links_fit(PDF_MOST_LINKS));
    assert_false(links_fit(PDF_MOST_LINKS + 1));
}

/* Eight million are not made: libharu is told that it has them. */
static void a_file_has_8388607_objects_at_most(void **state)
{
    (void)state;
    struct sample s;
    sample_new(&s);
    struct pdf_objects objects = pdf_objects_new(s.arena);
    const struct pdf_file file = {.diags = s.diags, .name = "a.xhtml", .objects = objects};
    HPDF_UINT *count = &objects.haru->xref->entries->count;
    const HPDF_UINT before = *count;
    assert_true(pdf_limit_objects(&file, PDF_MOST_OBJECTS));
    assert_true(pdf_limit_objects(&file, pdf_save_count(&objects)));
    assert_int_equal(diags_count(s.diags), 0);
    *count = PDF_MOST_OBJECTS;
    HPDF_Dict object = pdf_object_new(&objects);
    size_t saved = pdf_save_count(&objects);
    assert_int_equal(*count, PDF_MOST_OBJECTS);
    *count = before;
    assert_ptr_equal(object, objects.haru->catalog);
    assert_true(saved > PDF_MOST_OBJECTS);
    assert_false(pdf_limit_objects(&file, saved));
    assert_int_equal(diags_at(s.diags, 0)->rule, RULE_PDF_LIMIT);
    assert_int_equal(diags_at(s.diags, 0)->severity, DIAG_ERROR);
    pdf_objects_free(&objects);
    sample_free(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_string_has_32767_bytes_at_most),
        cmocka_unit_test(the_bytes_in_the_file_count),
        cmocka_unit_test(an_address_counts_as_it_is_escaped),
        cmocka_unit_test(a_long_text_is_shown_in_pieces),
        cmocka_unit_test(a_letter_stands_for_256_bytes_at_most),
        cmocka_unit_test(a_page_has_32767_links_at_most),
        cmocka_unit_test(a_file_has_8388607_objects_at_most),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
