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
#include <unistd.h>

#include <cmocka.h>
#include <png.h>

#include "pdf_decode.h"

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
    sample_soft_hyphen(s, leaf, left + run->width + 2 * run->word_space, y);
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

/* A PNG of one pixel in red, half transparent; and a small JPEG. */
static void figures(struct sample *s, pt64 y)
{
    static const unsigned char pixel[4] = {255, 0, 0, 128};
    png_image png = {
        .version = PNG_IMAGE_VERSION, .width = 1, .height = 1, .format = PNG_FORMAT_RGBA};
    size_t size = 1000;
    void *bytes = arena_alloc(s->arena, size);
    assert_true(png_image_write_to_memory(&png, bytes, &size, 0, pixel, 0, NULL));
    struct page_tag *tag = sample_tag(s, s->root, PAGE_FIGURE);
    tag->alt = "Vaakuna (sininen)";
    sample_image(s, sample_leaf(s, tag), (struct page_box){left, y, PT(40), PT(40)}, bytes, size);
    tag = sample_tag(s, s->root, PAGE_FIGURE);
    tag->alt = "Valokuva";
    sample_image(s, sample_leaf(s, tag), (struct page_box){PT(200), y, PT(40), PT(40)}, sample_jpeg,
                 sizeof sample_jpeg);
}

static void make_sample(struct sample *s)
{
    sample_new(s);
    assert_int_equal(diags_count(s->diags), 0);
    s->document.author = "Joutsan kunta & <muut>";
    s->document.description = "Päätös";
    s->document.keywords = "sopimus, hyvinvointi";
    s->document.date = "2026-03-02";
    s->document.record_number = "D/1 <2>";
    s->document.publicity = "julkinen";
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
    figures(s, PT(120));
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

/* Where the bytes of text first stand in the file. */
static const char *find(const struct buf *out, const char *text)
{
    for (size_t i = 0; i + strlen(text) <= out->size; i++)
        if (memcmp(out->data + i, text, strlen(text)) == 0)
            return out->data + i;
    fail_msg("no %s", text);
    return NULL;
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

static void every_kind_of_block_is_written(void **state)
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
    static const struct {
        const char *text;
        int count;
    } expected[] = {
        {"/S/Table/", 1},
        {"/S/TD/", 3}, /* one is empty */
        {"/S/P/", 7},  /* not the empty one */
        {"/S/Figure/", 2},
        {"/Type/OBJR", 3},
        {"/Scope/Column", 2},
        {"/ColSpan 2", 1},
        {"/ListNumbering/Disc", 1},
        {"/IDTree<</Names[(maara)", 1},
        {"/Lang(sv)", 1},
        {"/Alt(Vaakuna \\(sininen\\))", 1},
        {"/SMask", 1},
        {"/DCTDecode", 1},
        {"/Dest[", 4} /* three bookmarks and a link */,
        {"lains%C3%A4%C3%A4d%C3%A4nt%C3%B6", 2},
        {"CreationDate", 0}, /* nobody knows when it was made */
        {"CreateDate", 0},
        {"<dc:date><rdf:Seq><rdf:li>2026-03-02</rdf:li></rdf:Seq></dc:date>", 1},
        {"<dc:identifier>D/1 &lt;2&gt;</dc:identifier>", 1},
        {"<dc:publisher><rdf:Bag><rdf:li>", 1},
        {"<dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">julkinen<", 1},
        {"Joutsan kunta &amp; &lt;muut&gt;", 2}, /* creator and publisher */
        {"+Carlito-Bold", 2},
    };
    decode_streams(&out);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        if (occurrences(&out, expected[i].text) != expected[i].count)
            fail_msg("%s: %d times", expected[i].text, occurrences(&out, expected[i].text));
    buf_free(&out);
    sample_free(&s);
}

static void the_same_pages_give_the_same_bytes(void **state)
{
    (void)state;
    struct sample s;
    struct buf first = {0}, second = {0};
    make_sample(&s);
    assert_true(pdf_write(&s.document, "x", s.diags, &first));
    sleep(1); /* past the second that a clock would show */
    assert_true(pdf_write(&s.document, "x", s.diags, &second));
    assert_int_equal(first.size, second.size);
    assert_memory_equal(first.data, second.data, first.size);
    buf_free(&first);
    buf_free(&second);
    sample_free(&s);
}

static void one_paragraph(struct sample *s)
{
    sample_new(s);
    sample_page(s, PT(595), PT(842));
    sample_line(s, sample_leaf(s, sample_tag(s, s->root, PAGE_P)), left, PT(80), "Yksi.");
}

static void write_and_count(struct sample *s, const char *text, int count)
{
    struct buf out = {0};
    assert_true(pdf_write(&s->document, "x", s->diags, &out));
    decode_streams(&out);
    assert_int_equal(occurrences(&out, text), count);
    buf_free(&out);
}

static void dates_are_those_of_the_environment(void **state)
{
    (void)state;
    struct sample s;
    one_paragraph(&s);
    sample_number(&s);
    unsetenv("SOURCE_DATE_EPOCH");
    write_and_count(&s, "CreationDate", 0);
    write_and_count(&s, "xmp:CreateDate", 0);
    setenv("SOURCE_DATE_EPOCH", "86399", 1);
    write_and_count(&s, "/CreationDate(D:19700101235959Z)", 1);
    write_and_count(&s, "<xmp:ModifyDate>1970-01-01T23:59:59Z<", 1);
    setenv("SOURCE_DATE_EPOCH", "soon", 1);
    write_and_count(&s, "CreationDate", 0);
    unsetenv("SOURCE_DATE_EPOCH");
    s.document.date = "2025-12-31";
    write_and_count(&s, "<dc:date><rdf:Seq><rdf:li>2025-12-31<", 1);
    write_and_count(&s, "ModDate", 0);
    s.document.date = NULL;
    write_and_count(&s, "dc:date", 0);
    write_and_count(&s, "dc:identifier", 0);
    sample_free(&s);
}

/* The file is not written at all, and one diagnostic says why. */
static void assert_refused(struct sample *s, enum rule rule, const char *place)
{
    struct buf out = {0};
    buf_string(&out, "before");
    assert_false(pdf_write(&s->document, "esityslista", s->diags, &out));
    assert_string_equal(out.data, "before");
    assert_int_equal(diags_count(s->diags), 1);
    assert_int_equal(diags_at(s->diags, 0)->rule, rule);
    assert_string_equal(diags_at(s->diags, 0)->place.file, place);
    buf_free(&out);
    sample_free(s);
}

static void content_outside_the_tree_is_refused(void **state)
{
    (void)state;
    struct sample s;
    one_paragraph(&s);
    sample_text(&s, NULL, PAGE_NOT_ARTIFACT, s.regular, PT(11), left, PT(100), "Ei missään");
    sample_number(&s);
    assert_refused(&s, RULE_PDF_UNTAGGED, "esityslista");
}

static void a_link_to_nowhere_is_refused(void **state)
{
    (void)state;
    struct sample s;
    one_paragraph(&s);
    struct page_tag *link = sample_tag(&s, s.root->first, PAGE_LINK);
    sample_link(&s, sample_leaf(&s, link), (struct page_box){0, 0, 64, 64}, s.root->first, NULL,
                "Siirry");
    sample_number(&s);
    assert_refused(&s, RULE_PDF_DESTINATION, "esityslista");
}

static void a_bookmark_to_nowhere_is_refused(void **state)
{
    (void)state;
    struct sample s;
    one_paragraph(&s);
    sample_bookmark(&s, 1, "Yksi", s.root->first);
    sample_number(&s);
    assert_refused(&s, RULE_PDF_DESTINATION, "esityslista");
}

static void a_broken_image_is_refused(void **state)
{
    (void)state;
    struct sample s;
    one_paragraph(&s);
    struct page_tag *figure = sample_tag(&s, s.root, PAGE_FIGURE);
    sample_image(&s, sample_leaf(&s, figure), (struct page_box){0, 0, 64, 64}, sample_jpeg,
                 sizeof sample_jpeg - 4);
    sample_number(&s);
    assert_refused(&s, RULE_IMAGE_BROKEN, "a.xhtml");
}

/* libharu takes pages of 3 to 14,400 points; its errors show when the file is saved. */
static void an_error_of_the_library_is_a_failure(void **state)
{
    (void)state;
    struct sample s;
    one_paragraph(&s);
    s.page->width = PT(2);
    sample_number(&s);
    assert_refused(&s, RULE_PDF_LIBRARY, "esityslista");
}

/* Adds a line that shows a part of a text, from a byte on, and the hyphen behind it if one is asked
 * for. */
static void add_part(struct sample *s, struct page_tag *leaf, const char *text, size_t from,
                     size_t size, pt64 y, bool hyphen)
{
    struct page_run *run =
        sample_line(s, leaf, left, y, arena_strndup(s->arena, text + from, size));
    run->text = text + from;
    if (hyphen)
        sample_soft_hyphen(s, leaf, left + run->width, y);
}

/* A word that stands in three lines is told once, whole; an author's own soft hyphens are left out.
 */
static void a_broken_word_is_told_whole(void **state)
{
    (void)state;
    static const char text[] = "Kunnan yhteis\u00ADtyösopimuksessa on valmisteltu";
    struct sample s;
    one_paragraph(&s);
    struct page_tag *leaf = s.root->first->first;
    add_part(&s, leaf, text, 0, 13, PT(94), true);
    add_part(&s, leaf, text, 15, 9, PT(108), true);
    add_part(&s, leaf, text, 24, 15, PT(122), true);
    add_part(&s, leaf, text, 39, 7, PT(136), false);
    sample_number(&s);
    struct buf out = {0};
    assert_true(pdf_write(&s.document, "x", s.diags, &out));
    decode_streams(&out);
    const char *told = find(&out, "/Span<</ActualText(yhteisty\xF6sopimuksessa)>>BDC\n");
    const char *ends = strstr(told, "EMC\n");
    assert_int_equal(occurrences(&out, "/Span<</ActualText"), 2);
    assert_int_equal(occurrences(&out, "/Span<</ActualText(valmisteltu)>>BDC\n"), 1);
    assert_int_equal(occurrences(&out, "EMC\n"), occurrences(&out, "BDC\n"));
    size_t shown = 0;
    for (const char *at = told; (at = strstr(at, "]TJ")) && at < ends; at++)
        shown++;
    assert_int_equal(shown, 3);
    buf_free(&out);
    sample_free(&s);
}

/* An element that runs over two pages: its marks on the second one name their page. */
static void an_element_on_two_pages_names_both(void **state)
{
    (void)state;
    struct sample s;
    one_paragraph(&s);
    struct page_tag *leaf = s.root->first->first;
    sample_line(&s, leaf, left, PT(94), "Samaa.");
    sample_page(&s, PT(595), PT(842));
    sample_line(&s, leaf, left, PT(80), "Jatkuu.");
    sample_number(&s);
    write_and_count(&s, "/K[ 0<</Type/MCR/Pg 7 0 R/MCID 0>>]", 1);
    /* The parent tree leads from both pages to the same element. */
    static const char tree[] = "/ParentTree<</Nums[0[ ";
    struct buf out = {0};
    char expected[64];
    assert_true(pdf_write(&s.document, "x", s.diags, &out));
    decode_streams(&out);
    unsigned long element = strtoul(find(&out, tree) + strlen(tree), NULL, 10);
    snprintf(expected, sizeof expected, "%s%lu 0 R]1[ %lu 0 R]]>>", tree, element, element);
    assert_int_equal(occurrences(&out, expected), 1);
    buf_free(&out);
    sample_free(&s);
}

static void bookmarks_nest(void **state)
{
    (void)state;
    struct sample s;
    one_paragraph(&s);
    static const int levels[] = {1, 2, 4, 2, 1};
    sample_anchor(&s, s.root->first, PT(70));
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        sample_bookmark(&s, levels[i], "Kohta", s.root->first);
    sample_number(&s);
    write_and_count(&s, "/Type/Outlines/First", 1);
    write_and_count(&s, "/Count 5", 1);
    write_and_count(&s, "/Count 3", 1);
    write_and_count(&s, "/Count 1/Dest", 1);
    write_and_count(&s, "/XYZ null 772 null]", 5);
    sample_free(&s);
}

/* A drawing's bounding box holds all of its lines, but not its caption. */
static void a_figure_of_lines_has_one_box(void **state)
{
    (void)state;
    struct sample s;
    one_paragraph(&s);
    static const struct page_point ends[] = {{0, 0}, {PT(50), PT(20)}};
    struct page_tag *figure = sample_tag(&s, s.root, PAGE_FIGURE);
    struct page_tag *leaf = sample_leaf(&s, figure);
    figure->alt = "Viivoja";
    for (pt64 y = PT(100); y <= PT(200); y += PT(100)) {
        struct page_item *item = sample_item(&s, PAGE_PATH, leaf, PAGE_NOT_ARTIFACT);
        item->path = (struct page_path){PAGE_PATH_LINE, left, y, ends, 2, PT(2), PT(4), PT(2)};
    }
    sample_line(&s, sample_leaf(&s, sample_tag(&s, figure, PAGE_CAPTION)), left, PT(300), "Kuva");
    sample_number(&s);
    write_and_count(&s, "/Placement/Block/BBox[ 71 621 123 743]", 1);
    sample_free(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_block_is_written),
        cmocka_unit_test(the_same_pages_give_the_same_bytes),
        cmocka_unit_test(dates_are_those_of_the_environment),
        cmocka_unit_test(content_outside_the_tree_is_refused),
        cmocka_unit_test(a_link_to_nowhere_is_refused),
        cmocka_unit_test(a_bookmark_to_nowhere_is_refused),
        cmocka_unit_test(a_broken_image_is_refused),
        cmocka_unit_test(an_error_of_the_library_is_a_failure),
        cmocka_unit_test(a_broken_word_is_told_whole),
        cmocka_unit_test(an_element_on_two_pages_names_both),
        cmocka_unit_test(bookmarks_nest),
        cmocka_unit_test(a_figure_of_lines_has_one_box),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
