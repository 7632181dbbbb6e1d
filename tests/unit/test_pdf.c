/*
 * Whole files: a document with every kind of block, written as PDF. Where the environment variable
 * PYKALA_PDF_SAMPLE names a file, the document is also left there, for veraPDF and for looking at.
 */
#include "pdf/pdf.h"
#include "pdf_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <png.h>

static const pt64 left = PT(72);

static void head_and_foot(struct sample *s, int number)
{
    char *text = arena_printf(s->arena, "%d (3)", number);
    sample_text(s, NULL, PAGE_ARTIFACT_HEADER, s->regular, PT(9), PT(500), PT(40), text);
    sample_text(s, NULL, PAGE_ARTIFACT_FOOTER, s->regular, PT(9), left, s->page->height - PT(30),
                "Esimerkkiaineisto");
    sample_fill(s, NULL, PAGE_ARTIFACT_LAYOUT, (struct page_box){left, PT(50), PT(451), 32}, 0);
}

static struct page_tag *heading(struct sample *s, enum page_role role, pt64 y, const char *text)
{
    struct page_tag *tag = sample_tag(s, s->root, role);
    sample_text(s, sample_leaf(s, tag), PAGE_NOT_ARTIFACT, s->bold, PT(14), left, y, text);
    sample_anchor(s, tag, y - PT(14));
    sample_bookmark(s, role == PAGE_H1 ? 1 : 2, text, tag);
    return tag;
}

static void paragraph(struct sample *s, pt64 y)
{
    struct page_tag *p = sample_tag(s, s->root, PAGE_P), *leaf = sample_leaf(s, p);
    struct page_run *run = sample_line(s, leaf, left, y, "AVAATTE Tyttö; kunnanhallituksen yhteis");
    run->word_space = 70;
    run = sample_line(s, leaf, left + run->width, y, "\u00ad");
    run->soft_hyphen = true;
    sample_line(s, leaf, left, y + PT(14), "työsopimus ja hyvinvointi")->space_after = true;
    sample_line(s, leaf, left, y + PT(28), "alueen e\u0301 tosi-asia – affluent fi-luku ");
    struct page_tag *em = sample_leaf(s, sample_tag(s, p, PAGE_EM));
    sample_text(s, em, PAGE_NOT_ARTIFACT, s->italic, PT(11), PT(300), y + PT(28), "Tämä.");
    struct page_tag *span = sample_tag(s, p, PAGE_SPAN);
    span->lang = "sv";
    sample_line(s, sample_leaf(s, span), PT(350), y + PT(28), "På svenska");
}

static void contents(struct sample *s, pt64 y, const struct page_tag *target)
{
    struct page_tag *toci = sample_tag(s, sample_tag(s, s->root, PAGE_TOC), PAGE_TOCI);
    struct page_tag *link = sample_tag(s, sample_tag(s, toci, PAGE_REFERENCE), PAGE_LINK);
    struct page_tag *leaf = sample_leaf(s, link);
    sample_line(s, leaf, left, y, "1 Taulukko");
    sample_text(s, NULL, PAGE_ARTIFACT_LAYOUT, s->regular, PT(11), PT(200), y, "……");
    sample_line(s, leaf, PT(400), y, "2");
    struct page_box box = {left, y - PT(11), PT(350), PT(14)};
    sample_link(s, leaf, box, target, NULL, "Siirry kohtaan 1 Taulukko");
}

static void uri_over_two_lines(struct sample *s, pt64 y)
{
    struct page_tag *p = sample_tag(s, s->root, PAGE_P);
    sample_line(s, sample_leaf(s, p), left, y, "Katso ");
    struct page_tag *leaf = sample_leaf(s, sample_tag(s, p, PAGE_LINK));
    sample_line(s, leaf, PT(110), y, "laki yhteistoiminnasta")->space_after = true;
    sample_line(s, leaf, left, y + PT(14), "(449/2007)");
    const char *uri = "https://finlex.fi/fi/lainsäädäntö/2007/449";
    sample_link(s, leaf, (struct page_box){PT(110), y - PT(11), PT(120), PT(14)}, NULL, uri,
                "Laki 449/2007 Finlexissä");
    sample_link(s, leaf, (struct page_box){left, y + PT(3), PT(60), PT(14)}, NULL, uri,
                "Laki 449/2007 Finlexissä");
}

static void list(struct sample *s, pt64 y)
{
    struct page_tag *l = sample_tag(s, s->root, PAGE_L);
    l->numbering = PAGE_LIST_DISC;
    for (int i = 0; i < 2; i++) {
        struct page_tag *li = sample_tag(s, l, PAGE_LI);
        sample_line(s, sample_leaf(s, sample_tag(s, li, PAGE_LBL)), left, y + i * PT(14), "•");
        struct page_tag *body = sample_leaf(s, sample_tag(s, li, PAGE_LBODY));
        sample_line(s, body, left + PT(12), y + i * PT(14), i ? "toinen (2)" : "ensimmäinen");
    }
}

static void cell(struct sample *s, struct page_tag *row, enum page_role role, pt64 x, pt64 y,
                 const char *text)
{
    static const char *const headers[] = {"vuosi", "maara"};
    struct page_tag *tag = sample_tag(s, row, role);
    tag->column_span = tag->row_span = 1;
    if (role == PAGE_TH) {
        tag->scope = PAGE_SCOPE_COLUMN;
        tag->id = x == left ? headers[0] : headers[1];
    } else if (*text) {
        tag->headers = x == left ? &headers[0] : &headers[1];
        tag->headers_count = 1;
    }
    if (*text)
        sample_line(s, sample_leaf(s, sample_tag(s, tag, PAGE_P)), x, y, text);
}

static void table(struct sample *s, pt64 y)
{
    struct page_tag *table = sample_tag(s, s->root, PAGE_TABLE);
    struct page_tag *caption = sample_leaf(s, sample_tag(s, table, PAGE_CAPTION));
    sample_line(s, caption, left, y, "Määrät");
    sample_fill(s, NULL, PAGE_ARTIFACT_BACKGROUND,
                (struct page_box){left, y + PT(4), PT(200), PT(14)}, 0xE0E8F0);
    struct page_tag *row = sample_tag(s, sample_tag(s, table, PAGE_THEAD), PAGE_TR);
    cell(s, row, PAGE_TH, left, y + PT(14), "Vuosi");
    cell(s, row, PAGE_TH, PT(150), y + PT(14), "Määrä");
    struct page_tag *body = sample_tag(s, table, PAGE_TBODY);
    row = sample_tag(s, body, PAGE_TR);
    cell(s, row, PAGE_TD, left, y + PT(28), "2026");
    cell(s, row, PAGE_TD, PT(150), y + PT(28), "12,5");
    sample_page(s, PT(842), PT(595));
    head_and_foot(s, 3);
    sample_text(s, NULL, PAGE_ARTIFACT_REPEATED, s->regular, PT(11), left, PT(80), "Vuosi");
    row = sample_tag(s, body, PAGE_TR);
    cell(s, row, PAGE_TD, left, PT(94), "");
    row->last->column_span = 2;
    row->last->scope = PAGE_SCOPE_NONE;
}

static void note(struct sample *s, pt64 y)
{
    struct page_tag *p = sample_tag(s, s->root, PAGE_P);
    sample_line(s, sample_leaf(s, sample_tag(s, p, PAGE_NOTE)), left, y, "1 Huomautus");
    sample_tag(s, s->root, PAGE_P); /* empty: to be left out */
}

/* A PNG of one pixel in red, half transparent. */
static void figure(struct sample *s, pt64 y)
{
    static const unsigned char pixel[4] = {255, 0, 0, 128};
    png_image png = {
        .version = PNG_IMAGE_VERSION, .width = 1, .height = 1, .format = PNG_FORMAT_RGBA};
    size_t size = 1000;
    void *bytes = arena_alloc(s->arena, size);
    assert_true(png_image_write_to_memory(&png, bytes, &size, 0, pixel, 0, NULL));
    struct page_tag *tag = sample_tag(s, s->root, PAGE_FIGURE);
    tag->alt = "Vaakuna (sininen)";
    sample_image(s, sample_leaf(s, tag), (struct page_box){left, y, PT(40), PT(40)}, PAGE_IMAGE_PNG,
                 bytes, size);
}

static void make_sample(struct sample *s)
{
    sample_new(s);
    assert_int_equal(diags_count(s->diags), 0);
    s->document.author = "Joutsan kunta & <muut>";
    s->document.description = "Päätös";
    s->document.keywords = "sopimus, hyvinvointi";
    s->document.date = "2026-03-02";
    sample_page(s, PT(595), PT(842));
    head_and_foot(s, 1);
    heading(s, PAGE_H1, PT(100), "Järjestämissopimus");
    paragraph(s, PT(130));
    uri_over_two_lines(s, PT(200));
    struct page_tag *toc_place = sample_tag(s, s->root, PAGE_SECT);
    note(s, PT(300));
    list(s, PT(320));
    struct page *first = s->page;
    sample_page(s, PT(595), PT(842));
    head_and_foot(s, 2);
    struct page_tag *target = heading(s, PAGE_H2, PT(100), "1 Taulukko");
    struct page_tag *sub = heading(s, PAGE_H2, PT(700), "2 Kuva");
    (void)sub;
    table(s, PT(130));
    figure(s, PT(120));
    struct page_tag *root = s->root;
    struct page *third = s->page;
    s->page = first;
    s->root = toc_place;
    contents(s, PT(260), target);
    s->root = root;
    s->page = third;
    sample_number(s);
}

static void leave_sample(const struct buf *out)
{
    const char *path = getenv("PYKALA_PDF_SAMPLE");
    FILE *file = path ? fopen(path, "wb") : NULL;
    if (!file)
        return;
    assert_int_equal(fwrite(out->data, 1, out->size, file), out->size);
    fclose(file);
}

/* How often the bytes of text stand in the file. */
static int occurrences(const struct buf *out, const char *text)
{
    int count = 0;
    size_t size = strlen(text);
    for (size_t i = 0; i + size <= out->size; i++)
        count += memcmp(out->data + i, text, size) == 0;
    return count;
}

static void test_a_document_with_every_kind_of_block(void **state)
{
    (void)state;
    struct sample s;
    struct buf out = {0};
    make_sample(&s);
    bool written = pdf_write(&s.document, "näyte", s.diags, &out);
    for (size_t i = 0; i < diags_count(s.diags); i++)
        print_error("%s\n", diags_at(s.diags, i)->message);
    assert_true(written);
    leave_sample(&out);
    assert_memory_equal(out.data, "%PDF-1.7\n", 9);
    assert_int_equal(occurrences(&out, "/S/Table/"), 1);
    assert_int_equal(occurrences(&out, "/S/TD/"), 3);
    assert_int_equal(occurrences(&out, "/S/P/"), 7);
    assert_int_equal(occurrences(&out, "/Type/OBJR"), 3);
    assert_int_equal(occurrences(&out, "/Scope/Column"), 2);
    assert_int_equal(occurrences(&out, "/ColSpan 2"), 1);
    assert_int_equal(occurrences(&out, "/ListNumbering/Disc"), 1);
    assert_int_equal(occurrences(&out, "/Names[(maara)"), 1);
    assert_int_equal(occurrences(&out, "/Lang(sv)"), 1);
    assert_int_equal(occurrences(&out, "/Alt(Vaakuna \\(sininen\\))"), 1);
    assert_int_equal(occurrences(&out, "lains%C3%A4%C3%A4d%C3%A4nt%C3%B6"), 2);
    assert_int_equal(occurrences(&out, "/CreationDate(D:20260302000000Z)"), 1);
    assert_int_equal(occurrences(&out, "Joutsan kunta &amp; &lt;muut&gt;"), 1);
    assert_int_equal(occurrences(&out, "+Carlito-Bold"), 3);
    buf_free(&out);
    sample_free(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_document_with_every_kind_of_block),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
