/* layout of what is taller than a page: cells, rows tied together, headings and terms in margins.
 */
#include "layout/table.h"
#include "layout_fixture.h"

static const char heads[] = "<thead><tr><th scope=\"col\">VUOSI</th><th "
                            "scope=\"col\">TEKSTI</th><th scope=\"col\">LISÄ</th>"
                            "</tr></thead>";

static struct page_document *lay_out(struct fixture *fixture, struct buf *body)
{
    struct page_document *pages = layout_fixture_pages(fixture, "fi", body->data);
    buf_free(body);
    assert_non_null(pages);
    return pages;
}

/* Asserts that the texts "PREFIX0.", "PREFIX1." … stand on the pages in their order, each once. */
static void assert_in_order(const struct page_document *pages, char prefix, int count)
{
    int next = 0;
    for (size_t p = 0; p < pages->page_count; p++)
        for (size_t i = 0; i < pages->pages[p].item_count; i++) {
            const struct page_item *item = &pages->pages[p].items[i];
            if (item->kind != PAGE_RUN || !item->run.text_size || item->run.text[0] != prefix)
                continue;
            char wanted[16];
            snprintf(wanted, sizeof wanted, "%c%d.", prefix, next++);
            assert_memory_equal(item->run.text, wanted, strlen(wanted));
        }
    assert_int_equal(next, count);
}

/* Asserts that no text is below the foot's top, and that pages before last end near it. */
static void assert_full(const struct fixture *fixture, const struct page_document *pages,
                        size_t last)
{
    for (size_t p = 0; p < pages->page_count; p++) {
        pt64 room = pages->pages[p].height - fixture->theme.bottom - foot_of(&pages->pages[p]);
        assert_true(room > 0);
        assert_true(p >= last || room < PT(40));
    }
}

static void a_cell_that_spans_rows_is_cut(void **state)
{
    struct buf body = {0};
    buf_printf(&body, "<h1>t</h1><table><caption>Otsikko</caption>%s<tbody><tr><td rowspan=\"3\">",
               heads);
    repeat(&body, 150, "<p>k%d.</p>");
    buf_string(&body, "</td><td>a0.</td><td>b0.</td></tr><tr><td>a1.</td><td>b1.</td></tr>"
                      "<tr><td>a2.</td><td>b2.</td></tr></tbody></table>");
    struct page_document *pages = lay_out(*state, &body);
    assert_true(pages->page_count > 2);
    assert_in_order(pages, 'k', 150);
    assert_in_order(pages, 'a', 3);
    assert_in_order(pages, 'b', 3);
    assert_int_equal(count_text(&pages->pages[0], "k0."), 1);
    assert_full(*state, pages, pages->page_count - 1);
    assert_int_equal(find_tag(pages->root, PAGE_TD, 0)->row_span, 3);
    assert_int_equal(find_tag(pages->root, PAGE_TD, 0)->next->role, PAGE_TD);
}

/* The lines of the two cells are not level: the paragraphs of one stand apart. */
static void lines_that_are_not_level_are_cut(void **state)
{
    struct buf body = {0};
    buf_printf(&body, "<h1>t</h1><table>%s<tbody><tr><th scope=\"row\">Rivi</th><td>", heads);
    repeat(&body, 90, "<p>a%d.</p>");
    buf_string(&body, "</td><td>b0.");
    for (int i = 1; i < 120; i++)
        buf_printf(&body, "<br/>b%d.", i);
    buf_string(&body, "</td></tr></tbody></table>");
    struct page_document *pages = lay_out(*state, &body);
    assert_in_order(pages, 'a', 90);
    assert_in_order(pages, 'b', 120);
    assert_full(*state, pages, 2);
}

static void the_header_of_a_cut_row_is_set_again(void **state)
{
    struct buf body = {0};
    buf_printf(&body, "<h1>t</h1><table>%s<tbody><tr><th scope=\"row\">Rivi</th><td>lyhyt</td><td>",
               heads);
    repeat(&body, 120, "<p>k%d.</p>");
    buf_string(&body, "</td></tr><tr><th scope=\"row\">Toinen</th><td>a</td><td>b</td></tr>"
                      "</tbody></table>");
    struct page_document *pages = lay_out(*state, &body);
    assert_true(pages->page_count > 2);
    for (size_t p = 0; p < pages->page_count; p++) {
        const struct page *page = &pages->pages[p];
        assert_int_equal(count_text(page, "VUOSI"), 1);
        assert_int_equal(count_text(page, "Rivi"), 1);
        assert_int_equal(count_text(page, "lyhyt"), p == 0);
        for (size_t i = 0; i < page->item_count; i++)
            if (page->items[i].kind == PAGE_RUN && page->items[i].run.text_size > 3 &&
                memcmp(page->items[i].run.text, "Rivi", 4) == 0)
                assert_int_equal(page->items[i].artifact,
                                 p ? PAGE_ARTIFACT_REPEATED : PAGE_NOT_ARTIFACT);
    }
}

/* Readers that go by the order of painting find each cell's text in one, on each page. */
static void a_cut_rows_cells_are_painted_one_by_one(void **state)
{
    struct buf body = {0};
    buf_printf(&body, "<h1>t</h1><table>%s<tbody><tr><td>", heads);
    repeat(&body, 90, "<p>a%d.</p>");
    buf_string(&body, "</td><td>");
    repeat(&body, 90, "<p>b%d.</p>");
    buf_string(&body, "</td><td>c</td></tr></tbody></table>");
    struct page_document *pages = lay_out(*state, &body);
    for (size_t p = 0; p < pages->page_count; p++) {
        bool b = false;
        for (size_t i = 0; i < pages->pages[p].item_count; i++) {
            const struct page_item *item = &pages->pages[p].items[i];
            if (item->kind != PAGE_RUN || item->artifact || !item->run.text_size)
                continue;
            b = b || item->run.text[0] == 'b';
            assert_false(b && item->run.text[0] == 'a');
        }
        assert_true(b);
    }
}

/* The rows of a short cell end with a row that is high because of another cell. */
static void rows_that_end_at_one_height_are_cut(void **state)
{
    struct buf body = {0};
    buf_printf(&body, "<h1>t</h1><table>%s<tbody><tr><td>", heads);
    repeat(&body, 120, "<p>a%d.</p>");
    buf_string(&body, "</td><td rowspan=\"2\">b</td><td rowspan=\"3\">");
    repeat(&body, 150, "<p>c%d.</p>");
    buf_string(&body,
               "</td></tr><tr><td rowspan=\"2\">d</td></tr><tr><td>e</td></tr></tbody></table>");
    struct page_document *pages = lay_out(*state, &body);
    assert_in_order(pages, 'a', 120);
    assert_in_order(pages, 'c', 150);
    assert_full(*state, pages, 3);
    assert_true(pages->page_count <= 5);
}

/* A head whose second row is too tall to be set again isn't set again in part. */
static void a_head_is_set_again_as_a_whole(void **state)
{
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1><table><thead><tr><th scope=\"col\" rowspan=\"2\">VUOSI</th>"
                      "<th scope=\"col\">ARVO</th></tr><tr><th scope=\"col\">");
    repeat(&body, 40, "<p>k%d.</p>");
    buf_string(&body, "</th></tr></thead><tbody>");
    repeat(&body, 60, "<tr><td>a%d.</td><td>b%d.</td></tr>");
    buf_string(&body, "</tbody></table>");
    struct page_document *pages = lay_out(*state, &body);
    for (size_t p = 0; p < pages->page_count; p++)
        assert_int_equal(count_text(&pages->pages[p], "ARVO"), p == 0);
}

/* The header of a group of rows is not set again beside a row lower than it. */
static void a_header_is_set_again_where_it_has_room(void **state)
{
    int torn = 0;
    for (int lines = 30; lines < 60; lines++) {
        struct buf body = {0};
        buf_string(&body, "<h1>t</h1><table><tbody><tr><th scope=\"row\" rowspan=\"2\">");
        repeat(&body, 4, "<p>k%d.</p>");
        buf_string(&body, "</th><td>a");
        for (int i = 1; i < lines; i++)
            buf_string(&body, "<br/>a");
        buf_string(&body, "</td></tr><tr><td>TOKA</td></tr>"
                          "<tr><th scope=\"row\">ALLA</th><td>b</td></tr></tbody></table>");
        struct page_document *pages = lay_out(*state, &body);
        const struct page *last = &pages->pages[pages->page_count - 1];
        torn += find_text(last, "TOKA") >= 0 && !count_text(last, "a");
        assert_true(find_text(last, "k3.") < find_text(last, "ALLA"));
    }
    assert_true(torn > 0);
}

/* In another side section, a wide or a turned one there is no margin for a heading. */
static void a_side_heading_without_a_margin_stands_above(void **state)
{
    static const char *const bodies[] = {
        ("<section class=\"side\"><h2>a</h2><section class=\"side\"><h2>Otsikko</h2><p>Teksti</p>"
         "</section></section>"),
        "<section class=\"wide side\"><h2>Otsikko</h2><p>Teksti</p></section>",
        "<section class=\"landscape side\"><h2>Otsikko</h2><p>Teksti</p></section>",
    };
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        struct buf body = {0};
        buf_printf(&body, "<h1>t</h1>%s", bodies[i]);
        struct page_document *pages = lay_out(*state, &body);
        const struct page *page = &pages->pages[pages->page_count - 1];
        assert_true(find_text(page, "Otsikko") >= 0);
        assert_true(find_text(page, "Otsikko") < find_text(page, "Teksti"));
    }
}

static void pages_are_turned_once(void **state)
{
    struct fixture *fixture = *state;
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1><section class=\"landscape\"><section class=\"landscape\"><p>");
    repeat(&body, 90, "sana ");
    buf_string(&body, "</p></section></section>");
    struct page_document *pages = lay_out(fixture, &body);
    const struct page *page = &pages->pages[pages->page_count - 1];
    for (size_t i = 0; i < page->item_count; i++) {
        struct page_box box = page_item_box(&page->items[i]);
        assert_true(box.x + box.width <= page->width - fixture->theme.right);
    }
}

static void a_heading_or_term_taller_than_a_page_stands_above(void **state)
{
    static const char *const ends[][2] = {
        {"<section class=\"side\"><h2>", "</h2><p>Teksti</p></section>"},
        {"<dl><dt>", "</dt><dd>Teksti</dd></dl>"},
    };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct buf body = {0};
        buf_printf(&body, "<h1>t</h1>%sk0.", ends[i][0]);
        for (int k = 1; k < 90; k++)
            buf_printf(&body, "<br/>k%d.", k);
        buf_string(&body, ends[i][1]);
        struct page_document *pages = lay_out(*state, &body);
        const struct page *last = &pages->pages[pages->page_count - 1];
        assert_in_order(pages, 'k', 90);
        assert_true(find_text(last, "k89.") < find_text(last, "Teksti"));
        assert_full(*state, pages, pages->page_count - 1);
    }
}

/* A page break is told where it goes through a row, with the row's line. */
static void a_cut_row_is_told(void **state)
{
    struct fixture *fixture = *state;
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1>\n<table><tbody>\n<tr><td>");
    repeat(&body, 120, "<p>k%d.</p>");
    buf_string(&body, "</td></tr></tbody></table>");
    struct page_document *pages = lay_out(fixture, &body);
    assert_true(pages->page_count > 2);
    assert_int_equal(diags_count(fixture->diags), 1); /* of a row once */
    assert_int_equal(diags_at(fixture->diags, 0)->rule, RULE_LAYOUT_TORN);
    assert_int_equal(diags_at(fixture->diags, 0)->place.line, 3);
}

/* Returns the last run of a page that is no artifact. */
static const struct page_run *last_run(const struct page *page)
{
    const struct page_run *last = NULL;
    for (size_t i = 0; i < page->item_count; i++)
        if (page->items[i].kind == PAGE_RUN && page->items[i].tag)
            last = &page->items[i].run;
    return last;
}

/* What is kept together but taller than a page is parted where other text would be: not inside a
 * word, though each break there costs at least as much as one outside. */
static void no_word_goes_over_pages_in_what_is_kept_together(void **state)
{
    static const char text[] =
        "<p>Kunnanhallituksen yhdyspintasuunnitelmavalmistelutyöryhmän ehdotukset "
        "edunvalvontayhteistyön hyvinvointialuestrategiaksi numero %d käsitellään "
        "yhteistyöneuvottelukunnassa maakuntastrategian valmisteluvaiheessa ennen "
        "kunnanvaltuustoja sekä hyvinvointialuevaltuustoa valtakunnallisten "
        "terveydenhuoltopalvelujärjestämissuunnitelmien kanssa.</p>";
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1><section class=\"keep\">");
    repeat(&body, 40, text);
    buf_string(&body, "</section>");
    struct page_document *pages = lay_out(*state, &body);
    assert_true(pages->page_count > 3);
    for (size_t p = 0; p < pages->page_count; p++) {
        const struct page_run *run = last_run(&pages->pages[p]);
        assert_int_equal(run->text[run->text_size - 1], '.');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cell_that_spans_rows_is_cut),
        cmocka_unit_test(lines_that_are_not_level_are_cut),
        cmocka_unit_test(the_header_of_a_cut_row_is_set_again),
        cmocka_unit_test(a_cut_rows_cells_are_painted_one_by_one),
        cmocka_unit_test(rows_that_end_at_one_height_are_cut),
        cmocka_unit_test(a_head_is_set_again_as_a_whole),
        cmocka_unit_test(a_header_is_set_again_where_it_has_room),
        cmocka_unit_test(a_side_heading_without_a_margin_stands_above),
        cmocka_unit_test(pages_are_turned_once),
        cmocka_unit_test(a_heading_or_term_taller_than_a_page_stands_above),
        cmocka_unit_test(no_word_goes_over_pages_in_what_is_kept_together),
        cmocka_unit_test_setup_teardown(a_cut_row_is_told, layout_fixture_open,
                                        layout_fixture_close),
    };
    return cmocka_run_group_tests(tests, layout_fixture_open, layout_fixture_close);
}
