/* layout: where pages end, what is repeated, what is tagged, and what is reported. */
#include "layout_fixture.h"

static struct page_document *lay_out(struct fixture *fixture, const char *body)
{
    return layout_fixture_pages(fixture, "fi", body);
}

/* How many runs of the page hold the text. */
static int count_text(const struct page *page, const char *text)
{
    int count = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct page_item *item = &page->items[i];
        if (item->kind != PAGE_RUN)
            continue;
        char run[1024];
        snprintf(run, sizeof run, "%.*s", (int)item->run.text_size, item->run.text);
        count += strstr(run, text) != NULL;
    }
    return count;
}

/* y of the first run that holds the text; -1 when the page has none. */
static pt64 find_text(const struct page *page, const char *text)
{
    for (size_t i = 0; i < page->item_count; i++) {
        const struct page_item *item = &page->items[i];
        char run[1024] = "";
        if (item->kind == PAGE_RUN)
            snprintf(run, sizeof run, "%.*s", (int)item->run.text_size, item->run.text);
        if (strstr(run, text))
            return item->run.y;
    }
    return -1;
}

static void repeat(struct buf *buf, int count, const char *format)
{
    for (int i = 0; i < count; i++)
        buf_printf(buf, format, i, i);
}

/* A body of lines one-line paragraphs and then more. */
static struct page_document *after_lines(struct fixture *fixture, int lines, const char *more)
{
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1>");
    for (int i = 0; i < lines; i++)
        buf_printf(&body, "<p>rivi %d</p>", i);
    buf_string(&body, more);
    struct page_document *pages = lay_out(fixture, body.data);
    buf_free(&body);
    assert_non_null(pages);
    return pages;
}

static const char long_text[] =
    "<p>ALKU yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista "
    "kaksitoista kolmetoista neljätoista viisitoista kuusitoista seitsemäntoista kahdeksantoista "
    "yhdeksäntoista kaksikymmentä kaksikymmentäyksi kaksikymmentäkaksi LOPPU</p>";

static int lines_of(const struct page *page)
{
    pt64 seen[200];
    int count = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct page_item *item = &page->items[i];
        if (item->kind != PAGE_RUN || item->artifact != PAGE_NOT_ARTIFACT)
            continue;
        bool known = false;
        for (int k = 0; k < count; k++)
            known = known || seen[k] == item->run.y;
        if (!known && count < 200)
            seen[count++] = item->run.y;
    }
    return count;
}

static void a_paragraph_keeps_two_lines_at_each_end(void **state)
{
    /* Whatever stands above, the page break never leaves one line of the paragraph alone. */
    for (int lines = 20; lines < 45; lines++) {
        struct page_document *pages = after_lines(*state, lines, long_text);
        const struct page *first = &pages->pages[0];
        if (pages->page_count < 2 || find_text(first, "ALKU") < 0)
            continue;
        const struct page *second = &pages->pages[1];
        if (find_text(second, "LOPPU") < 0)
            continue;
        assert_true(lines_of(second) >= 2);
        assert_true(lines_of(first) >= 1 + lines + 2);
    }
}

static void a_heading_is_never_last_on_a_page(void **state)
{
    int turned = 0; /* how often the heading came to stand on page 2 */
    for (int lines = 20; lines < 45; lines++) {
        struct page_document *pages = after_lines(*state, lines, "<h2>OTSIKKO</h2><p>SEURAAVA</p>");
        size_t last = pages->page_count - 1;
        assert_true(find_text(&pages->pages[last], "SEURAAVA") > 0);
        assert_true(find_text(&pages->pages[last], "OTSIKKO") > 0);
        turned += last == 1;
    }
    assert_in_range(turned, 1, 24);
}

static void a_paragraph_that_announces_stays_with_what_follows(void **state)
{
    for (int lines = 20; lines < 45; lines++) {
        struct page_document *pages =
            after_lines(*state, lines, "<p>JOHDANTO:</p><ul><li>KOHTA</li></ul>");
        size_t last = pages->page_count - 1;
        assert_true(find_text(&pages->pages[last], "JOHDANTO") > 0);
    }
}

static void a_last_page_with_one_line_is_avoided(void **state)
{
    for (int lines = 20; lines < 45; lines++) {
        struct page_document *pages = after_lines(*state, lines, "");
        assert_true(lines_of(&pages->pages[pages->page_count - 1]) > 1);
    }
}

static void what_is_torn_apart_is_told(void **state)
{
    struct fixture *fixture = *state;
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1><section class=\"keep\">");
    repeat(&body, 100, "<p>rivi %d</p>\n");
    buf_string(&body, "</section>");
    assert_non_null(lay_out(fixture, body.data));
    buf_free(&body);
    assert_int_equal(diags_count(fixture->diags), 2);
    assert_string_equal(diags_at(fixture->diags, 0)->rule, "layout-torn");
    assert_int_equal(diags_at(fixture->diags, 0)->severity, DIAG_INFO);
}

/*
 * A body of a line for each part, and more and more words in the last: as soon as a page does not
 * hold all, the place is told of what a page break parts from what it belongs to.
 */
static void check_torn(struct fixture *fixture, const char *begin, const char *word,
                       const char *end, int line)
{
    int torn = 0;
    for (int count = 8; count < 200 && !torn; count++) {
        struct buf body = {0};
        buf_string(&body, begin);
        for (int i = 0; i < count; i++)
            buf_string(&body, word);
        buf_string(&body, end);
        assert_non_null(lay_out(fixture, body.data));
        buf_free(&body);
        torn = (int)diags_count(fixture->diags);
    }
    assert_int_equal(torn, 1);
    const struct diag *diag = diags_at(fixture->diags, 0);
    assert_string_equal(diag->rule, "layout-torn");
    assert_int_equal(diag->place.line, line);
}

static void the_place_where_something_is_torn_is_told(void **state)
{
    /* A row is cut where it must be, but not one with a cell that spans rows. */
    static const char cell_end[] = "</td><td>a</td></tr><tr><td>b</td></tr></tbody></table>";
    check_torn(*state, "<h1>t</h1>\n<h2>Otsikko</h2>\n<table><tbody>\n<tr><td rowspan=\"2\">",
               "<p>k</p>", cell_end, 4);
    check_torn(*state, "<h1>t</h1>\n<table>\n<caption>C</caption>\n<tbody>\n<tr><td rowspan=\"2\">",
               "<p>k</p>", cell_end, 5);
    check_torn(*state,
               "<h1>t</h1>\n<figure><img src=\"kuvio.png\" alt=\"a\" width=\"160\"/>\n"
               "<figcaption>",
               "kuvateksti jatkuu rivistä toiseen, kunnes se ei enää mahdu ",
               "</figcaption></figure>", 3);
}

/* A figure and a table stay with their captions wherever they come to stand. */
static void captions_stay(void **state)
{
    for (int lines = 15; lines < 45; lines++) {
        struct page_document *pages = after_lines(
            *state, lines,
            "<figure><img src=\"kuvio.png\" alt=\"a\" width=\"60\"/><figcaption>KUVA</figcaption>"
            "</figure><table><caption>TAULU</caption><thead><tr><th scope=\"col\">SARAKE</th></tr>"
            "</thead><tbody><tr><td>SOLU</td></tr></tbody></table>");
        for (size_t p = 0; p < pages->page_count; p++) {
            const struct page *page = &pages->pages[p];
            bool picture = false;
            for (size_t i = 0; i < page->item_count; i++)
                picture = picture || page->items[i].kind == PAGE_IMAGE;
            assert_int_equal(picture, find_text(page, "KUVA") > 0);
            assert_int_equal(find_text(page, "TAULU") > 0, find_text(page, "SARAKE") > 0);
            assert_int_equal(find_text(page, "TAULU") > 0, find_text(page, "SOLU") > 0);
        }
    }
}

static void breaks_are_forced_where_asked(void **state)
{
    struct page_document *pages = lay_out(
        *state, "<h1>t</h1><p>yksi</p><section class=\"break-before\"><h2>kaksi</h2></section>"
                "<section class=\"landscape\"><h2>kolme</h2></section><h2>neljä</h2>");
    assert_non_null(pages);
    assert_int_equal(pages->page_count, 4);
    assert_true(pages->pages[2].width > pages->pages[2].height);
    assert_true(pages->pages[3].width < pages->pages[3].height);
    assert_true(find_text(&pages->pages[3], "neljä") > 0);
}

static void what_is_kept_moves_to_the_next_page_whole(void **state)
{
    static const char kept[] =
        "<section class=\"keep\"><p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p>LOPPU</p></section>";
    for (int lines = 25; lines < 45; lines++) {
        struct page_document *pages = after_lines(*state, lines, kept);
        size_t last = pages->page_count - 1;
        assert_true(find_text(&pages->pages[last], "a") > 0);
        assert_true(find_text(&pages->pages[last], "LOPPU") > 0);
    }
}

/* What does not fit leaves a gap before it, and the pages before that are as full as without it. */
static void a_gap_is_not_shared_out(void **state)
{
    struct buf kept = {0};
    buf_string(&kept, "<section class=\"keep\">");
    repeat(&kept, 30, "<p>KOKO %d</p>");
    buf_string(&kept, "</section>");
    for (int lines = 60; lines < 75; lines++) {
        int full = lines_of(&after_lines(*state, 200, "")->pages[0]);
        struct page_document *pages = after_lines(*state, lines, kept.data);
        assert_int_equal(lines_of(&pages->pages[0]), full);
    }
    buf_free(&kept);
}

/* An item of several paragraphs holds together better than two items do. */
static void items_are_further_apart_than_their_paragraphs(void **state)
{
    static const char *const lists[] = {
        "<ul><li><p>EKA</p><p>TOKA</p></li><li><p>KOLMAS</p></li></ul>",
        "<dl><dt>a</dt><dd><p>EKA</p><p>TOKA</p></dd><dt>b</dt><dd>KOLMAS</dd></dl>"};
    for (size_t i = 0; i < 2; i++) {
        const struct page *page = after_lines(*state, 1, lists[i])->pages;
        pt64 inside = find_text(page, "TOKA") - find_text(page, "EKA");
        assert_true(find_text(page, "KOLMAS") - find_text(page, "TOKA") > inside);
    }
}

/* The lowest baseline of what is no artifact. */
static pt64 foot_of(const struct page *page)
{
    pt64 foot = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct page_item *item = &page->items[i];
        if (item->kind == PAGE_RUN && item->artifact == PAGE_NOT_ARTIFACT && item->run.y > foot)
            foot = item->run.y;
    }
    return foot;
}

/* Distance from a paragraph's first line to its second, which stand in long_text. */
static pt64 leading_of(const struct page *page)
{
    pt64 first = find_text(page, "ALKU"), second = INT32_MAX;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct page_item *item = &page->items[i];
        if (item->kind == PAGE_RUN && item->run.y > first && item->run.y < second)
            second = item->run.y;
    }
    return second - first;
}

/* Headings at odd heights leave each page another rest, which goes between the blocks. */
static void full_pages_end_at_one_height(void **state)
{
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1>");
    for (int i = 0; i < 120; i++)
        buf_printf(&body, "%s%s", i % 7 == 3 ? "<h2>O</h2>" : "",
                   i % 3 ? "<p>rivi</p>" : long_text);
    struct page_document *pages = lay_out(*state, body.data);
    buf_free(&body);
    assert_non_null(pages);
    assert_true(pages->page_count > 3);
    pt64 foot = foot_of(&pages->pages[0]), leading = leading_of(&pages->pages[0]);
    for (size_t p = 0; p < pages->page_count; p++) {
        if (p + 1 < pages->page_count)
            assert_in_range(foot_of(&pages->pages[p]) - foot + 2, 0, 4);
        assert_int_equal(leading_of(&pages->pages[p]), leading);
    }
    assert_true(foot_of(&pages->pages[pages->page_count - 1]) < foot - PT(14));
}

/* Before a forced break and on the last page, spaces are as the theme has them. */
static void pages_that_end_where_they_must_are_not_spread(void **state)
{
    static const char *const ends[] = {"", "<section class=\"break-before\"><p>z</p></section>"};
    struct theme theme = theme_default();
    pt64 leading =
        (pt64)((int64_t)theme.types[THEME_BODY].size * theme.types[THEME_BODY].leading / 1000);
    for (int lines = 5; lines < 25; lines += 5)
        for (size_t i = 0; i < 2; i++) {
            const struct page *page = after_lines(*state, lines, ends[i])->pages;
            assert_int_equal(find_text(page, "rivi 2") - find_text(page, "rivi 1"),
                             leading + PT(6));
        }
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

/* Groups of rows below two rows of column headings; each has a heading row and a row header. */
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

/* The group's headings stand on the page, above the row; read where the group begins. */
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
            assert_int_equal(torn, 0); /* what is short stays whole */
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
        if (!pages) {
            assert_true(lines > 40);
            assert_string_equal(diags_at(fixture->diags, 0)->rule, "layout-too-tall");
            continue;
        }
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

static const struct page_tag *find_tag(const struct page_tag *tag, enum page_role role, int nth)
{
    static int left;
    if (nth >= 0)
        left = nth;
    for (; tag; tag = tag->next) {
        if (tag->role == role && left-- == 0)
            return tag;
        const struct page_tag *found = find_tag(tag->first, role, -1);
        if (found)
            return found;
    }
    return NULL;
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

/* A group's heading holds down to the next group's, a row's header for what stands after it. */
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

static void contents_show_the_pages_where_things_stand(void **state)
{
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1><nav class=\"toc\"><h2>Sisällys</h2><ol><li><a href=\"#x\">X</a>"
                      "</li><li><a href=\"#y\">Y</a></li></ol></nav><h2 id=\"x\">X</h2>");
    repeat(&body, 100, "<p>rivi %d</p>");
    buf_string(&body, "<h2 id=\"y\">YLÄOTSIKKO</h2>");
    struct page_document *pages = lay_out(*state, body.data);
    buf_free(&body);
    assert_non_null(pages);
    size_t page = 0;
    while (page < pages->page_count && find_text(&pages->pages[page], "YLÄOTSIKKO") < 0)
        page++;
    assert_in_range(page, 1, 9);
    char number[8];
    snprintf(number, sizeof number, "%zu", page + 1);
    bool shown = false;
    const struct page *first = &pages->pages[0];
    for (size_t i = 0; i < first->item_count; i++)
        shown = shown || (first->items[i].kind == PAGE_RUN && first->items[i].run.text_size == 1 &&
                          first->items[i].run.text[0] == number[0] && first->items[i].tag);
    assert_true(shown);
}

static void the_head_is_read_on_the_first_page_only(void **state)
{
    struct buf body = {0};
    buf_string(&body, "<header><p class=\"organisation\">KUNTA</p></header><h1>t</h1>");
    repeat(&body, 60, "<p>rivi %d</p>");
    struct page_document *pages = lay_out(*state, body.data);
    buf_free(&body);
    assert_non_null(pages);
    assert_true(pages->page_count > 1);
    for (size_t p = 0; p < pages->page_count; p++) {
        const struct page_item *item = &pages->pages[p].items[0];
        assert_memory_equal(item->run.text, "KUNTA", 5);
        assert_int_equal(item->artifact, p ? PAGE_ARTIFACT_HEADER : PAGE_NOT_ARTIFACT);
    }
}

static void nothing_is_drawn_outside_its_page(void **state)
{
    struct page_document *pages = after_lines(
        *state, 70,
        "<ul><li>a<ul><li>b<ul><li>Hyvinvointialueyhteistyösopimusneuvottelukunta</li></ul></li>"
        "</ul></li></ul><dl><dt>termi</dt><dd>selite</dd></dl>");
    for (size_t p = 0; p < pages->page_count; p++)
        for (size_t i = 0; i < pages->pages[p].item_count; i++) {
            const struct page_item *item = &pages->pages[p].items[i];
            if (item->kind != PAGE_RUN)
                continue;
            assert_true(item->run.x >= 0 && item->run.y > 0);
            assert_true(item->run.x + item->run.width <= pages->pages[p].width - MM(15) + 1);
            assert_true(item->run.y <= pages->pages[p].height - MM(10));
        }
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
    assert_string_equal(diags_at(fixture->diags, 0)->rule, "layout-overfull");
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
    assert_string_equal(diags_at(fixture->diags, 0)->rule, "layout-too-wide");
}

/* A span that would run into a cell from above ends before it: nothing is drawn over text. */
static void spans_do_not_overlap(void **state)
{
    struct page_document *pages =
        lay_out(*state, "<h1>t</h1><table><tbody><tr><td>a</td><td rowspan=\"2\">b</td></tr><tr>"
                        "<td colspan=\"2\">c</td></tr></tbody></table>");
    assert_non_null(pages);
    assert_int_equal(find_tag(pages->root, PAGE_TD, 2)->column_span, 1);
}

static void a_character_that_no_font_has_is_an_error(void **state)
{
    struct fixture *fixture = *state;
    assert_null(lay_out(fixture, "<h1>t</h1><p>漢</p>"));
    assert_string_equal(diags_at(fixture->diags, 0)->rule, "layout-missing-character");
}

static void a_picture_that_cannot_be_used_is_an_error(void **state)
{
    struct fixture *fixture = *state;
    assert_null(lay_out(fixture, "<h1>t</h1><figure><img src=\"no.png\" alt=\"a\"/></figure>"));
    assert_string_equal(diags_at(fixture->diags, 0)->rule, "file-missing");
    assert_null(
        lay_out(fixture, "<h1>t</h1><figure><img src=\"blocks.xhtml\" alt=\"a\"/></figure>"));
    assert_string_equal(diags_at(fixture->diags, 0)->rule, "layout-image");
}

static void a_row_taller_than_a_page_is_cut_between_lines(void **state)
{
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1><table><thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th>"
                      "</tr></thead><tbody><tr><td>x</td><td>");
    repeat(&body, 120, "<p>k%d</p>");
    buf_string(&body, "</td></tr></tbody></table>");
    struct page_document *pages = lay_out(*state, body.data);
    buf_free(&body);
    assert_non_null(pages);
    assert_true(pages->page_count >= 2);
    int shown = 0;
    for (size_t p = 0; p < pages->page_count; p++)
        shown += count_text(&pages->pages[p], "k");
    assert_int_equal(shown, 120);
}

/* x of the decimal comma, or of the end of a number without, in the run that starts with text. */
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

/* However narrow the column is that holds them, aligned numbers stay on their line. */
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

/* Whatever has the id, a link to it has a place to lead to. */
static void every_element_can_be_linked_to(void **state)
{
    static const char *const bodies[] = {
        "<p id=\"x\">a</p>",
        "<p id=\"x\"></p>",
        "<ul id=\"x\"><li>a</li></ul>",
        "<ol><li>a</li><li id=\"x\">b</li></ol>",
        "<dl id=\"x\"><dt>a</dt><dd>b</dd></dl>",
        "<dl><dt id=\"x\">a</dt><dd>b</dd></dl>",
        "<dl><dt>a</dt><dd id=\"x\">b</dd></dl>",
        "<table id=\"x\"><thead><tr><th scope=\"col\">a</th></tr></thead></table>",
        "<table><caption id=\"x\">a</caption><tbody><tr><td>a</td></tr></tbody></table>",
        "<table><thead><tr><th scope=\"col\" id=\"x\">a</th></tr></thead></table>",
        "<table><tbody><tr id=\"x\"><td>a</td></tr></tbody></table>",
        "<table><thead id=\"x\"><tr><th scope=\"col\">a</th></tr></thead></table>",
        "<table><tbody id=\"x\"><tr><td>a</td></tr></tbody></table>",
        "<table><tbody><tr><td id=\"x\"></td></tr></tbody></table>",
        "<section id=\"x\"><p>a</p></section>",
        "<section class=\"side\"><h2 id=\"x\">a</h2><p>b</p></section>",
        "<p>a <em id=\"x\">b</em></p>",
        "<p>a <strong id=\"x\">b</strong></p>",
        "<p>a <span id=\"x\">b</span></p>",
        "<p>a <a href=\"https://a.fi/\" id=\"x\">b</a></p>",
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        struct buf body = {0};
        buf_printf(&body, "<h1>t</h1><p><a href=\"#x\">l</a></p>%s<p>z</p>", bodies[i]);
        struct page_document *pages = lay_out(fixture, body.data);
        size_t links = 0;
        for (size_t k = 0; k < pages->pages[0].item_count; k++) {
            const struct page_item *item = &pages->pages[0].items[k];
            if (item->kind != PAGE_ANNOTATION || item->annotation.uri)
                continue;
            const struct page_anchor *anchor = page_anchor_of(pages, item->annotation.target);
            if (!anchor || item->annotation.target == pages->root)
                fail_msg("%s", bodies[i]);
            assert_true(anchor->y > 0);
            links++;
        }
        assert_int_equal(links, 1);
        buf_free(&body);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paragraph_keeps_two_lines_at_each_end),
        cmocka_unit_test(a_heading_is_never_last_on_a_page),
        cmocka_unit_test(a_paragraph_that_announces_stays_with_what_follows),
        cmocka_unit_test(a_last_page_with_one_line_is_avoided),
        cmocka_unit_test(what_is_torn_apart_is_told),
        cmocka_unit_test(the_place_where_something_is_torn_is_told),
        cmocka_unit_test(captions_stay),
        cmocka_unit_test(breaks_are_forced_where_asked),
        cmocka_unit_test(what_is_kept_moves_to_the_next_page_whole),
        cmocka_unit_test(a_gap_is_not_shared_out),
        cmocka_unit_test(items_are_further_apart_than_their_paragraphs),
        cmocka_unit_test(full_pages_end_at_one_height),
        cmocka_unit_test(pages_that_end_where_they_must_are_not_spread),
        cmocka_unit_test(table_headings_repeat_and_are_read_once),
        cmocka_unit_test(headings_repeat_at_every_level),
        cmocka_unit_test(what_spans_rows_stays_on_its_page),
        cmocka_unit_test(no_row_stands_alone_at_a_tables_end),
        cmocka_unit_test(cells_name_their_headers),
        cmocka_unit_test(groups_of_rows_have_their_own_headings),
        cmocka_unit_test(contents_show_the_pages_where_things_stand),
        cmocka_unit_test(the_head_is_read_on_the_first_page_only),
        cmocka_unit_test(nothing_is_drawn_outside_its_page),
        cmocka_unit_test(a_word_wider_than_its_column_is_reported),
        cmocka_unit_test(a_table_of_too_many_columns_is_an_error),
        cmocka_unit_test(spans_do_not_overlap),
        cmocka_unit_test(a_character_that_no_font_has_is_an_error),
        cmocka_unit_test(a_picture_that_cannot_be_used_is_an_error),
        cmocka_unit_test(a_row_taller_than_a_page_is_cut_between_lines),
        cmocka_unit_test(numbers_stand_below_each_other_at_the_comma),
        cmocka_unit_test(whole_numbers_stand_right),
        cmocka_unit_test(aligned_numbers_fit),
        cmocka_unit_test(every_element_can_be_linked_to),
    };
    return cmocka_run_group_tests(tests, layout_fixture_open, layout_fixture_close);
}
