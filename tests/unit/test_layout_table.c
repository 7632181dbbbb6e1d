/* layout of tables: where they are cut, what is set again, what cells name, how numbers stand. */
#include "layout/table.h"
#include "layout_fixture.h"

static struct page_document *lay_out(struct fixture *fixture, const char *body)
{
    return layout_fixture_pages(fixture, "fi", body);
}

static struct page_document *long_table(struct fixture *fixture, int rows)
{
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1><table><caption>C</caption><thead><tr><th scope=\"col\">VUOSI</th>"
                      "<th scope=\"col\">ARVO</th></tr></thead><tbody>");
    repeat(&body, rows, "<tr><th scope=\"row\">r%d</th><td>a%d</td></tr>");
    buf_string(&body, "</tbody></table>");
    struct page_document *pages = lay_out(fixture, body.data);
    buf_free(&body);
    assert_non_null(pages);
    return pages;
}

static void table_headings_repeat_and_are_read_once(void **state)
{
    struct page_document *pages = long_table(*state, 100);
    assert_true(pages->page_count >= 3);
    for (size_t p = 0; p < pages->page_count; p++) {
        const struct page *page = &pages->pages[p];
        assert_int_equal(count_text(page, "VUOSI"), 1);
        for (size_t i = 0; i < page->item_count; i++) {
            const struct page_item *item = &page->items[i];
            if (item->kind != PAGE_RUN || item->run.text_size != 5 ||
                memcmp(item->run.text, "VUOSI", 5) != 0)
                continue;
            assert_int_equal(item->artifact, p ? PAGE_ARTIFACT_REPEATED : PAGE_NOT_ARTIFACT);
            assert_true((item->tag == NULL) == (p > 0));
        }
    }
}

/* Lays out groups of rows below two rows of column headings; each group has a heading row and a
 * row header. */
static struct page_document *grouped_table(struct fixture *fixture, int groups, int rows)
{
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1><table><caption>C</caption><thead><tr><th scope=\"colgroup\" "
                      "colspan=\"3\">YLIN</th></tr><tr><th scope=\"col\">A</th><th scope=\"col\">B"
                      "</th><th scope=\"col\">ALIN</th></tr></thead>");
    for (int g = 0; g < groups; g++) {
        buf_printf(&body, "<tbody><tr><th scope=\"colgroup\" colspan=\"3\">RYHMÄ%d.</th></tr>", g);
        for (int r = 0; r < rows; r++) {
            buf_string(&body, "<tr>");
            if (r == 0)
                buf_printf(&body, "<th scope=\"rowgroup\" rowspan=\"%d\">OTSAKE%d.</th>", rows, g);
            buf_printf(&body, "<th scope=\"row\">g%d.%d.</th><td>1</td></tr>", g, r);
        }
        buf_string(&body, "</tbody>");
    }
    buf_string(&body, "</table>");
    struct page_document *pages = lay_out(fixture, body.data);
    buf_free(&body);
    assert_non_null(pages);
    return pages;
}

static bool is_read(const struct page *page, const char *text)
{
    for (size_t i = 0; i < page->item_count; i++) {
        const struct page_item *item = &page->items[i];
        if (item->kind == PAGE_RUN && item->run.text_size == strlen(text) &&
            memcmp(item->run.text, text, item->run.text_size) == 0)
            return item->tag && item->artifact == PAGE_NOT_ARTIFACT;
    }
    fail_msg("no run is %s", text);
    return false;
}

/* Checks that the group's headings are on the page above the row, and read where the group begins.
 */
static void check_group(const struct page *page, int group, int row, bool first_on_page)
{
    char heading[32], header[32], name[32];
    snprintf(heading, sizeof heading, "RYHMÄ%d.", group);
    snprintf(header, sizeof header, "OTSAKE%d.", group);
    snprintf(name, sizeof name, "g%d.%d.", group, row);
    assert_int_equal(count_text(page, heading), 1);
    assert_int_equal(count_text(page, header), 1);
    assert_true(find_text(page, heading) < find_text(page, name));
    assert_true(find_text(page, header) <= find_text(page, name));
    assert_true(find_text(page, "YLIN") < find_text(page, "ALIN"));
    assert_true(find_text(page, "ALIN") < find_text(page, heading));
    if (first_on_page) {
        assert_int_equal(find_text(page, header), find_text(page, name));
        assert_int_equal(is_read(page, heading), row == 0);
        assert_int_equal(is_read(page, header), row == 0);
    }
}

static void headings_repeat_at_every_level(void **state)
{
    static const int counts[][2] = {{2, 90}, {5, 50}, {40, 4}};
    for (size_t i = 0; i < 3; i++) {
        const int *count = counts[i];
        struct page_document *pages = grouped_table(*state, count[0], count[1]);
        int torn = 0, last_page = -1;
        assert_true(pages->page_count >= 4);
        for (int n = 0; n < count[0] * count[1]; n++) {
            int group = n / count[1], row = n % count[1], page = 0;
            char name[32];
            snprintf(name, sizeof name, "g%d.%d.", group, row);
            while (find_text(&pages->pages[page], name) < 0)
                page++;
            check_group(&pages->pages[page], group, row, page != last_page || row == 0);
            torn += page != last_page && row != 0;
            last_page = page;
        }
        if (i < 2)
            assert_true(torn >= 3);
        else
            assert_int_equal(torn, 0); /* short groups stay whole */
        assert_int_equal(diags_count(((struct fixture *)*state)->diags), 0);
    }
}

/* A cell that spans rows is never cut off by a page's foot. */
static void what_spans_rows_stays_on_its_page(void **state)
{
    struct fixture *fixture = *state;
    for (int lines = 1; lines < 120; lines += 7) {
        struct buf body = {0};
        buf_string(&body, "<h1>t</h1>");
        repeat(&body, 20, "<p>%d</p>");
        buf_string(&body, "<table><tbody><tr><td rowspan=\"40\">");
        repeat(&body, lines, "<p>k%d.</p>");
        buf_string(&body, "</td><td>a</td></tr>");
        repeat(&body, 39, "<tr><td>a</td></tr>");
        buf_string(&body, "</tbody></table>");
        struct page_document *pages = lay_out(fixture, body.data);
        buf_free(&body);
        assert_non_null(pages);
        for (size_t p = 0; p < pages->page_count; p++)
            assert_true(foot_of(&pages->pages[p]) < pages->pages[p].height - fixture->theme.bottom);
    }
}

static void no_row_stands_alone_at_a_tables_end(void **state)
{
    for (int rows = 25; rows < 60; rows++) {
        struct page_document *pages = long_table(*state, rows);
        const struct page *last = &pages->pages[pages->page_count - 1];
        assert_true(count_text(last, "r") >= 2);
    }
}

static void assert_headers(const struct page_tag *cell, const char *wanted)
{
    char headers[64] = "";
    assert_non_null(cell);
    for (size_t k = 0; k < cell->headers_count; k++) {
        strcat(headers, k ? " " : "");
        strcat(headers, cell->headers[k]);
    }
    assert_string_equal(headers, wanted);
}

static void cells_name_their_headers(void **state)
{
    struct page_document *pages = lay_out(
        *state,
        "<h1>t</h1><table><thead><tr><th scope=\"col\" rowspan=\"2\" id=\"a\">A</th>"
        "<th scope=\"colgroup\" colspan=\"2\" id=\"b\">B</th></tr><tr><th scope=\"col\" "
        "id=\"c\">C</th><th scope=\"col\" id=\"d\">D</th></tr></thead><tbody><tr><th scope=\"row\" "
        "rowspan=\"2\" id=\"r\">R</th><td>1</td><td>2</td></tr><tr><td>3</td><td headers=\"a r\">"
        "4</td></tr></tbody></table>");
    assert_non_null(pages);
    static const char *const wanted[] = {"b c r", "b d r", "b c r", "a r"};
    for (int i = 0; i < 4; i++) {
        assert_headers(find_tag(pages->root, PAGE_TD, i), wanted[i]);
    }
    assert_int_equal(find_tag(pages->root, PAGE_TH, 0)->row_span, 2);
    assert_int_equal(find_tag(pages->root, PAGE_TH, 1)->column_span, 2);
    assert_int_equal(find_tag(pages->root, PAGE_TH, 4)->scope, PAGE_SCOPE_ROW);
}

/* A group's heading holds down to the next group's, a row's header for the cells after it. */
static void groups_of_rows_have_their_own_headings(void **state)
{
    struct page_document *pages = lay_out(
        *state,
        "<h1>t</h1><table><thead><tr><th scope=\"col\" id=\"a\">A</th><th scope=\"col\" "
        "id=\"b\">B</th><th scope=\"col\" id=\"c\">C</th></tr></thead>"
        "<tbody><tr><th scope=\"colgroup\" colspan=\"3\" id=\"x\">X</th></tr>"
        "<tr><th scope=\"row\" id=\"p\">P</th><th scope=\"row\" id=\"q\">Q</th><td>1</td></tr>"
        "</tbody><tbody><tr><th scope=\"colgroup\" colspan=\"3\" id=\"y\">Y</th></tr>"
        "<tr><th scope=\"row\" id=\"r\">R</th><td>2</td><td>3</td></tr></tbody></table>");
    assert_non_null(pages);
    assert_headers(find_tag(pages->root, PAGE_TD, 0), "c x p q");
    assert_headers(find_tag(pages->root, PAGE_TD, 1), "b y r");
    assert_headers(find_tag(pages->root, PAGE_TD, 2), "c y r");
    assert_headers(find_tag(pages->root, PAGE_TH, 4), "a x");
    assert_headers(find_tag(pages->root, PAGE_TH, 5), "b x p");
}

/* Lays out rows of a heading each above data, then one more heading above data. */
static struct page_document *heading_rows(struct fixture *fixture, int rows)
{
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1><table><tbody>");
    repeat(&body, rows, "<tr><th scope=\"col\">h%d</th><th scope=\"row\">r%d</th></tr>");
    buf_string(&body, "<tr><td>1</td><td>2</td></tr><tr><th scope=\"col\" id=\"a\">A</th><td>3</td>"
                      "</tr><tr><td>4</td><td>5</td></tr></tbody></table>");
    struct page_document *pages = lay_out(fixture, body.data);
    buf_free(&body);
    assert_non_null(pages);
    return pages;
}

/* A cell with more headers names none; all headers keep their scope. */
static void a_cell_names_thirty_two_headers_at_most(void **state)
{
    for (int rows = 31; rows <= 34; rows++) {
        struct page_document *pages = heading_rows(*state, rows);
        assert_int_equal(find_tag(pages->root, PAGE_TD, 0)->headers_count, rows > 32 ? 0 : rows);
        assert_int_equal(find_tag(pages->root, PAGE_TH, 2 * rows - 2)->headers_count,
                         rows > 33 ? 0 : rows - 1);
        assert_int_equal(find_tag(pages->root, PAGE_TH, 2 * rows - 2)->scope, PAGE_SCOPE_COLUMN);
        assert_headers(find_tag(pages->root, PAGE_TD, 3), "a");
    }
}

/* Counts the headers that the cells below a tag name. */
static size_t count_headers(const struct page_tag *tag)
{
    size_t count = tag->headers_count;
    for (const struct page_tag *child = tag->first; child; child = child->next)
        count += count_headers(child);
    return count;
}

static void thousands_of_headings_name_no_more_than_their_number(void **state)
{
    enum { ROWS = 2000 };
    static const char *const rows[] = {
        "<tr><th scope=\"col\">h%d</th><td>a%d</td></tr>",
        "<tr><th scope=\"col\">h%d</th><th scope=\"col\">h%d</th></tr>",
        "<tr><th scope=\"rowgroup\">h%d</th><td>a%d</td></tr>",
        "<tr><th scope=\"row\">h%d</th><td>a%d</td></tr>"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buf body = {0};
        buf_string(&body, "<h1>t</h1><table><tbody>");
        repeat(&body, ROWS, rows[i]);
        buf_string(&body, "</tbody></table>");
        struct page_document *pages = lay_out(*state, body.data);
        buf_free(&body);
        assert_in_range(count_headers(pages->root), 0, 2 * ROWS);
    }
}

/* HTML scans every row that a cell covers, as it does columns. */
static void a_tall_cell_names_the_headers_of_all_its_rows(void **state)
{
    struct page_document *pages = lay_out(
        *state, "<h1>t</h1><table><thead><tr><th scope=\"col\">K</th><th scope=\"col\">V</th></tr>"
                "</thead><tbody><tr><th scope=\"row\" id=\"a\">A</th><td rowspan=\"3\">x</td></tr>"
                "<tr><th scope=\"row\" id=\"b\">B</th></tr>"
                "<tr><th scope=\"row\" id=\"c\">C</th></tr>"
                "<tr><th scope=\"row\" id=\"d\">D</th><td>y</td></tr></tbody></table>");
    const struct page_tag *tall = find_tag(pages->root, PAGE_TD, 0);
    static const char *const ids[] = {"a", "b", "c"};
    assert_int_equal(tall->row_span, 3);
    assert_int_equal(tall->headers_count, 4); /* the column's first */
    for (size_t i = 0; i < 3; i++)
        assert_string_equal(tall->headers[i + 1], ids[i]);
    const struct page_tag *last = find_tag(pages->root, PAGE_TD, 1);
    assert_int_equal(last->headers_count, 2);
    assert_string_equal(last->headers[1], "d");
}

/* Each page of rows without height would be tried with all rows that follow. */
static void rows_without_cells_take_no_page(void **state)
{
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1><table><tbody><tr><td>FIRST</td></tr>");
    repeat(&body, 500, "<tr></tr><!-- %d %d -->");
    buf_string(&body, "<tr><td>LAST</td></tr></tbody></table>");
    struct page_document *pages = lay_out(*state, body.data);
    buf_free(&body);
    assert_int_equal(pages->page_count, 1);
    assert_int_equal(count_text(&pages->pages[0], "LAST"), 1);
}

static void a_word_wider_than_its_column_is_reported(void **state)
{
    struct fixture *fixture = *state;
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1><table><tbody><tr>");
    repeat(&body, 30, "<td>12345678%d</td>");
    buf_string(&body, "</tr></tbody></table>");
    assert_non_null(lay_out(fixture, body.data));
    buf_free(&body);
    assert_true(diags_count(fixture->diags) > 0);
    assert_int_equal(diags_at(fixture->diags, 0)->rule, RULE_LAYOUT_OVERFULL);
}

static void a_table_of_too_many_columns_is_an_error(void **state)
{
    struct fixture *fixture = *state;
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1><table><tbody><tr>");
    repeat(&body, 101, "<td>a</td>");
    buf_string(&body, "</tr></tbody></table>");
    assert_null(lay_out(fixture, body.data));
    buf_free(&body);
    assert_int_equal(diags_at(fixture->diags, 0)->rule, RULE_LAYOUT_TOO_WIDE);
}

/* Returns the x of the decimal comma, else of the end of the number, in the run that starts with
 * text. */
static pt64 comma_x(const struct page *page, const char *text)
{
    for (size_t i = 0; i < page->item_count; i++) {
        const struct page_run *run = &page->items[i].run;
        size_t size = strlen(text);
        if (page->items[i].kind != PAGE_RUN || run->text_size < size ||
            memcmp(run->text, text, size) != 0)
            continue;
        int64_t advance = 0;
        size_t at = 0;
        for (size_t k = 0; k < run->glyph_count && at < size && run->text[at] != ','; k++) {
            advance += run->glyphs[k].advance;
            at += run->glyphs[k].text_size;
        }
        return run->x + text_font_scale(run->font, advance, run->size);
    }
    fail_msg("no run starts with %s", text);
    return 0;
}

static pt64 right_end(const struct page *page, const char *text)
{
    for (size_t i = 0; i < page->item_count; i++) {
        const struct page_run *run = &page->items[i].run;
        if (page->items[i].kind == PAGE_RUN && run->text_size == strlen(text) &&
            memcmp(run->text, text, run->text_size) == 0)
            return run->x + run->width;
    }
    fail_msg("no run is %s", text);
    return 0;
}

/* A few 1/64 pt come from rounding. */
static void assert_aligned(pt64 x, pt64 expected)
{
    assert_in_range(x - expected + 3, 0, 6);
}

static void numbers_stand_below_each_other_at_the_comma(void **state)
{
    const struct page_document *pages = lay_out(
        *state, "<h1>T</h1><table><thead><tr><th scope=\"col\">Kunta</th>"
                "<th scope=\"col\" class=\"numeric\">Tulos</th></tr></thead><tbody>"
                "<tr><td>A</td><td class=\"numeric\">71,25 %</td></tr>"
                "<tr><td>B</td><td class=\"numeric\">9,5</td></tr>"
                "<tr><td>C</td><td class=\"numeric\">1 204</td></tr>"
                "<tr><td>D</td><td class=\"numeric\">−88 %</td></tr>"
                "<tr><td>E</td><td class=\"numeric\">2–3</td></tr>"
                "<tr><td>F</td><td class=\"numeric\">ei raportoitu</td></tr></tbody></table>");
    const struct page *page = &pages->pages[0];
    pt64 comma = comma_x(page, "71,25");
    assert_aligned(comma_x(page, "9,5"), comma);
    assert_aligned(comma_x(page, "1 204"), comma);
    assert_aligned(comma_x(page, "−88"), comma);
    pt64 edge = right_end(page, "71,25 %");
    assert_aligned(right_end(page, "2–3"), edge);
    assert_aligned(right_end(page, "ei raportoitu"), edge);
    assert_aligned(right_end(page, "Tulos"), edge);
}

static void whole_numbers_stand_right(void **state)
{
    const struct page_document *pages =
        lay_out(*state, "<h1>T</h1><table><tbody><tr><td class=\"numeric\">12</td></tr>"
                        "<tr><td class=\"numeric\">7</td></tr>"
                        "<tr><td class=\"numeric\">24.10.2025</td></tr></tbody></table>");
    const struct page *page = &pages->pages[0];
    assert_aligned(right_end(page, "7"), right_end(page, "12"));
    assert_aligned(right_end(page, "24.10.2025"), right_end(page, "12"));
}

/* Aligned numbers stay on their line in the narrowest column. */
static void aligned_numbers_fit(void **state)
{
    struct fixture *fixture = *state;
    const struct page_document *pages = lay_out(
        fixture,
        "<h1>T</h1><table><tbody><tr><td class=\"numeric\">0,125</td><td>Pitkä teksti vie kaiken "
        "tilan, mikä vain on jaettavissa, ja jatkuu seuraavalla rivillä yhä vain, kunnes "
        "se loppuu.</td></tr><tr><td class=\"numeric\">12 500</td><td>x</td></tr>"
        "</tbody></table>");
    assert_aligned(comma_x(&pages->pages[0], "12 500"), comma_x(&pages->pages[0], "0,125"));
    assert_int_equal(diags_count(fixture->diags), 0);
}

/* Returns the lines estimated for a paragraph as wide as area in a column with room for text. */
static int64_t estimated_lines(int64_t area, pt64 room)
{
    pt64 width = room + 2 * TABLE_PAD_X;
    struct table_cell cell = {.rows = 1, .columns = 1, .area = area, .lines = 1};
    struct table_row row = {.count = 1};
    struct table table = {.cells = &cell,
                          .cell_count = 1,
                          .rows = &row,
                          .row_count = 1,
                          .columns = 1,
                          .widths = &width};
    table_lower(&table, &width, width);
    return cell.estimate;
}

static void a_line_is_estimated_to_lose_a_twentieth(void **state)
{
    (void)state;
    assert_int_equal(estimated_lines(PT(20), PT(21)), 1);
    assert_int_equal(estimated_lines(PT(20) + 1, PT(21)), 2);
    assert_int_equal(estimated_lines(PT(40), PT(21)), 2);
    assert_int_equal(estimated_lines(PT(40) + 1, PT(21)), 3);
}

/* Rows to sign in are high enough for a pen; what stands in them stands at their foot. */
static void rows_to_sign_have_room(void **state)
{
    struct page_document *pages = lay_out(
        *state,
        "<h1>T</h1><table class=\"sign\"><thead><tr><th scope=\"col\">OTSIKKO</th></tr></thead>"
        "<tbody><tr><td>EKA</td></tr><tr><td>TOKA</td></tr></tbody></table>");
    const struct page *page = &pages->pages[0];
    pt64 above = find_text(page, "EKA") - find_text(page, "OTSIKKO");
    pt64 between = find_text(page, "TOKA") - find_text(page, "EKA");
    assert_int_equal(between, PT(24));
    assert_int_equal(above, PT(24));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_headings_repeat_and_are_read_once),
        cmocka_unit_test(headings_repeat_at_every_level),
        cmocka_unit_test(what_spans_rows_stays_on_its_page),
        cmocka_unit_test(no_row_stands_alone_at_a_tables_end),
        cmocka_unit_test(cells_name_their_headers),
        cmocka_unit_test(groups_of_rows_have_their_own_headings),
        cmocka_unit_test(a_cell_names_thirty_two_headers_at_most),
        cmocka_unit_test(thousands_of_headings_name_no_more_than_their_number),
        cmocka_unit_test(a_tall_cell_names_the_headers_of_all_its_rows),
        cmocka_unit_test(rows_without_cells_take_no_page),
        cmocka_unit_test(a_word_wider_than_its_column_is_reported),
        cmocka_unit_test(a_table_of_too_many_columns_is_an_error),
        cmocka_unit_test(numbers_stand_below_each_other_at_the_comma),
        cmocka_unit_test(whole_numbers_stand_right),
        cmocka_unit_test(aligned_numbers_fit),
        cmocka_unit_test(a_line_is_estimated_to_lose_a_twentieth),
        cmocka_unit_test(rows_to_sign_have_room),
    };
    return cmocka_run_group_tests(tests, layout_fixture_open, layout_fixture_close);
}
