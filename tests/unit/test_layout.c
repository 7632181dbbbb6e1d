/* layout: where pages end, what is repeated, what is tagged, and what is reported. */
#include "base/minmax.h"
#include "base/utf8.h"
#include "layout_fixture.h"

static struct page_document *lay_out(struct fixture *fixture, const char *body)
{
    return layout_fixture_pages(fixture, "fi", body);
}

/* Lays out a body of lines one-line paragraphs and then more. */
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

/* Counts the lines of the page that hold the text. */
static int lines_with(const struct page *page, const char *text)
{
    pt64 seen[200];
    int count = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct page_item *item = &page->items[i];
        char run[1024] = "";
        if (item->kind != PAGE_RUN || item->artifact != PAGE_NOT_ARTIFACT)
            continue;
        snprintf(run, sizeof run, "%.*s", (int)item->run.text_size, item->run.text);
        if (!strstr(run, text))
            continue;
        bool known = false;
        for (int k = 0; k < count; k++)
            known = known || seen[k] == item->run.y;
        if (!known && count < 200)
            seen[count++] = item->run.y;
    }
    return count;
}

static int lines_of(const struct page *page)
{
    return lines_with(page, "");
}

/* A page break never leaves one line of a paragraph alone. Headings make it dear to take the whole
 * paragraph to the next page. */
static void a_paragraph_keeps_two_lines_at_each_end(void **state)
{
    int torn = 0, last_two = 0, first_two = 0;
    for (int i = 0; i < 60; i++) {
        struct buf more = {0};
        buf_string(&more, "<ul class=\"compact\">");
        repeat(&more, 1 + i % 5, "<li>kohta %d</li>");
        buf_string(&more, "</ul><h2>Otsikko</h2><h3>Alaotsikko</h3><p>");
        repeat(&more, 60, "SANA%d ");
        buf_string(&more, "</p>");
        repeat(&more, 12, "<p>jatko %d</p>");
        struct page_document *pages = after_lines(*state, 20 + i / 5, more.data);
        buf_free(&more);
        assert_in_range(pages->page_count, 1, 2);
        int above = pages->page_count > 1 ? lines_with(&pages->pages[0], "SANA") : 0;
        int below = pages->page_count > 1 ? lines_with(&pages->pages[1], "SANA") : 0;
        if (!above || !below)
            continue;
        assert_true(above >= 2 && below >= 2);
        torn++;
        first_two += above == 2;
        last_two += below == 2;
    }
    assert_true(torn >= 3 && first_two >= 1 && last_two >= 1);
}

static void a_heading_is_never_last_on_a_page(void **state)
{
    int turned = 0; /* how often the heading was on page 2 */
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
    int turned = 0; /* how often the announcement was on page 2 */
    for (int lines = 20; lines < 45; lines++) {
        struct buf more = {0};
        buf_string(&more, "<p>JOHDANTO:</p><ul><li>KOHTA</li></ul>");
        repeat(&more, 12, "<p>jatko %d</p>");
        struct page_document *pages = after_lines(*state, lines, more.data);
        buf_free(&more);
        for (size_t i = 0; i < pages->page_count; i++)
            assert_int_equal(find_text(&pages->pages[i], "JOHDANTO") > 0,
                             find_text(&pages->pages[i], "KOHTA") > 0);
        turned += find_text(&pages->pages[0], "JOHDANTO") < 0;
    }
    assert_in_range(turned, 1, 24);
}

static void a_last_page_with_one_line_is_avoided(void **state)
{
    for (int lines = 20; lines < 45; lines++) {
        struct page_document *pages = after_lines(*state, lines, "");
        assert_true(lines_of(&pages->pages[pages->page_count - 1]) > 1);
    }
}

static void what_is_torn_apart_is_reported(void **state)
{
    struct fixture *fixture = *state;
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1><section class=\"keep\">");
    repeat(&body, 100, "<p>rivi %d</p>\n");
    buf_string(&body, "</section>");
    assert_non_null(lay_out(fixture, body.data));
    buf_free(&body);
    assert_int_equal(diags_count(fixture->diags), 2);
    assert_int_equal(diags_at(fixture->diags, 0)->rule, RULE_LAYOUT_TORN);
    assert_int_equal(diags_at(fixture->diags, 0)->severity, DIAG_INFO);
}

/* Sets a body of a line for each part, and more and more words in the last: as soon as a page does
 * not hold all, the place must be reported that a page break tears. */
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
    assert_int_equal(diag->rule, RULE_LAYOUT_TORN);
    assert_int_equal(diag->place.line, line);
}

static void the_place_where_something_is_torn_is_reported(void **state)
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

/* A figure and a table stay with their captions, anywhere on a page. */
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

/* A block that does not fit leaves a gap above; the pages before are as full as without it. */
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

static int divided_words(const struct page *page)
{
    int count = 0;
    for (size_t i = 0; i < page->item_count; i++)
        count += page->items[i].kind == PAGE_RUN && page->items[i].run.soft_hyphen;
    return count;
}

/* A term beside a line to write on has room to go on below. */
static void a_term_is_divided_only_where_a_word_is_wider_than_its_column(void **state)
{
    static const char *const fits = "<dl><dt>Toimenpide 5: Maakunnallisen valmiusharjoituksen "
                                    "toteuttaminen</dt><dd>-</dd></dl>";
    static const char *const wide =
        "<dl><dt>Maakunnallisenvalmiusharjoituksentoteuttamissuunnitelma</dt><dd>-</dd></dl>";
    assert_int_equal(divided_words(after_lines(*state, 1, fits)->pages), 0);
    assert_true(divided_words(after_lines(*state, 1, wide)->pages) > 0);
}

/* Returns the distance between the first two lines of long_text. */
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

static const char long_text[] =
    "<p>ALKU yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista "
    "kaksitoista kolmetoista neljätoista viisitoista kuusitoista seitsemäntoista kahdeksantoista "
    "yhdeksäntoista kaksikymmentä kaksikymmentäyksi kaksikymmentäkaksi LOPPU</p>";

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

/* A gap wider than half of the page's spaces stays at its foot, and the spaces are the theme's. */
static void spaces_grow_by_half_at_most(void **state)
{
    pt64 widest = 0;
    bool left = false;
    struct theme theme = theme_default();
    pt64 plain =
        (pt64)((int64_t)theme.types[THEME_BODY].size * theme.types[THEME_BODY].leading / 1000) +
        PT(6);
    struct buf kept = {0};
    buf_string(&kept, "<section class=\"keep\">");
    repeat(&kept, 20, "<p>KOKO %d</p>");
    buf_string(&kept, "</section>");
    for (int lines = 20; lines < 40; lines++) {
        const struct page *page = after_lines(*state, lines, kept.data)->pages;
        pt64 pitch = find_text(page, "rivi 2") - find_text(page, "rivi 1");
        assert_in_range(pitch, plain, plain + PT(3));
        widest = MAX(pitch, widest);
        left = left || pitch == plain;
    }
    buf_free(&kept);
    assert_true(left && widest > plain + PT(2));
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

/* A page that a turned one ends takes some lines of the page before rather than stay more than half
 * empty; at the end of a document that is no fault. */
static void a_page_before_a_turned_one_is_not_left_half_empty(void **state)
{
    struct page_document *pages =
        after_lines(*state, 49, "<section class=\"landscape\"><h2>v</h2></section>");
    assert_int_equal(pages->page_count, 3);
    int turned = lines_of(&pages->pages[1]);
    pages = after_lines(*state, 49, "");
    assert_int_equal(pages->page_count, 2);
    assert_true(turned > lines_of(&pages->pages[1]));
}

static void text_stands_closer_to_its_heading_than_to_other_text(void **state)
{
    struct page_document *pages =
        lay_out(*state, "<h1>t</h1><p>EKA</p><h2>OTSIKKO</h2><p>TOKA</p><p>KOLMAS</p>");
    const struct page *page = &pages->pages[0];
    pt64 below = find_text(page, "TOKA") - find_text(page, "OTSIKKO");
    assert_true(below < find_text(page, "KOLMAS") - find_text(page, "TOKA"));
}

/* Contact details take room from the first page alone, and are read before the text. */
static void contact_details_stand_at_the_foot_of_the_first_page(void **state)
{
    struct buf body = {0};
    buf_string(&body,
               "<header><p class=\"contact\">OSOITE<br/>a<br/>b<br/>c</p></header><h1>t</h1>");
    repeat(&body, 120, "<p>rivi %d</p>");
    struct page_document *pages = lay_out(*state, body.data);
    buf_free(&body);
    assert_true(pages->page_count > 2);
    pt64 contact = find_text(&pages->pages[0], "OSOITE");
    assert_true(contact > pages->pages[0].height * 3 / 4);
    for (size_t i = 0; i < pages->pages[0].item_count; i++) {
        const struct page_item *item = &pages->pages[0].items[i];
        if (item->kind == PAGE_RUN && memcmp(item->run.text, "rivi", 4) == 0)
            assert_true(item->run.y < contact - PT(10));
    }
    assert_true(foot_of(&pages->pages[1]) > contact);
    assert_int_equal(find_text(&pages->pages[1], "OSOITE"), -1);
    assert_true(find_tag(pages->root, PAGE_P, 0)->index < find_tag(pages->root, PAGE_H1, 0)->index);
}

static void a_notice_stands_below_the_date_and_the_record_number(void **state)
{
    struct page_document *pages =
        lay_out(*state, "<header><p class=\"kind\">LAJI</p><p class=\"date\">PAIVA</p>"
                        "<p class=\"notice\">HUOMAUTUS</p></header><h1>t</h1>");
    const struct page *page = &pages->pages[0];
    assert_true(find_text(page, "PAIVA") > find_text(page, "LAJI"));
    assert_true(find_text(page, "HUOMAUTUS") > find_text(page, "PAIVA") + PT(8));
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

static void a_character_that_no_font_has_is_an_error(void **state)
{
    struct fixture *fixture = *state;
    assert_null(lay_out(fixture, "<h1>t</h1><p>漢</p>"));
    assert_int_equal(diags_at(fixture->diags, 0)->rule, RULE_LAYOUT_MISSING_CHARACTER);
}

/* "mmm)" is wider than the last one, "mnl)". */
static void a_list_has_room_for_its_widest_label(void **state)
{
    struct fixture *fixture = *state;
    struct buf body = {0};
    buf_string(&body, "<h1>t</h1><ol type=\"a\" start=\"9139\">\n");
    repeat(&body, 26, "<li>a</li>\n");
    buf_string(&body, "</ol>");
    assert_non_null(lay_out(fixture, body.data));
    buf_free(&body);
    assert_int_equal(diags_count(fixture->diags), 0);
}

static void no_character_is_cut_where_a_long_word_is_reported(void **state)
{
    struct fixture *fixture = *state;
    static const char *const starts[] = {"", "x"};
    for (size_t i = 0; i < 2; i++) {
        struct buf body = {0};
        buf_printf(&body, "<h1>t</h1><p>%s", starts[i]);
        repeat(&body, 300, "ö");
        buf_string(&body, "</p>");
        diags_clear(fixture->diags);
        assert_non_null(lay_out(fixture, body.data));
        buf_free(&body);
        assert_int_equal(diags_count(fixture->diags), 1);
        uint32_t codepoint;
        for (const char *at = diags_at(fixture->diags, 0)->message; *at;) {
            size_t size = utf8_read(at, &codepoint);
            assert_true(size > 0);
            at += size;
        }
    }
}

static void a_picture_that_cannot_be_used_is_an_error(void **state)
{
    struct fixture *fixture = *state;
    assert_null(lay_out(fixture, "<h1>t</h1><figure><img src=\"no.png\" alt=\"a\"/></figure>"));
    assert_int_equal(diags_at(fixture->diags, 0)->rule, RULE_FILE_MISSING);
    assert_null(
        lay_out(fixture, "<h1>t</h1><figure><img src=\"blocks.xhtml\" alt=\"a\"/></figure>"));
    assert_int_equal(diags_at(fixture->diags, 0)->rule, RULE_LAYOUT_IMAGE);
}

/* A link to any element with an id has a place to lead to. */
static void every_element_can_be_linked_to(void **state)
{
#define BODY "<tbody><tr><td>b</td></tr></tbody>"
    static const char *const bodies[] = {
        "<p id=\"x\">a</p>",
        "<p id=\"x\"></p>",
        "<ul id=\"x\"><li>a</li></ul>",
        "<ol><li>a</li><li id=\"x\">b</li></ol>",
        "<dl id=\"x\"><dt>a</dt><dd>b</dd></dl>",
        "<dl><dt id=\"x\">a</dt><dd>b</dd></dl>",
        "<dl><dt>a</dt><dd id=\"x\">b</dd></dl>",
        "<table id=\"x\"><thead><tr><th scope=\"col\">a</th></tr></thead>" BODY "</table>",
        "<table><caption id=\"x\">a</caption><tbody><tr><td>a</td></tr></tbody></table>",
        "<table><thead><tr><th scope=\"col\" id=\"x\">a</th></tr></thead>" BODY "</table>",
        "<table><tbody><tr id=\"x\"><td>a</td></tr></tbody></table>",
        "<table><thead id=\"x\"><tr><th scope=\"col\">a</th></tr></thead>" BODY "</table>",
        "<table><tbody id=\"x\"><tr><td>a</td></tr></tbody></table>",
        "<table><tbody><tr><td id=\"x\"></td></tr></tbody></table>",
        "<section id=\"x\"><p>a</p></section>",
        "<section class=\"side\"><h2 id=\"x\">a</h2><p>b</p></section>",
        "<p>a <em id=\"x\">b</em></p>",
        "<p>a <strong id=\"x\">b</strong></p>",
        "<p>a <span id=\"x\">b</span></p>",
        "<p>a <a href=\"https://a.fi/\" id=\"x\">b</a></p>",
    };
#undef BODY
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

static bool is_inside(const struct page_box *inner, const struct page_box *outer)
{
    return inner->x >= outer->x && inner->x + inner->width <= outer->x + outer->width &&
           inner->y >= outer->y - PT(1) && inner->y + inner->height <= outer->y + outer->height;
}

/* A screen reader takes every area for a link of its own. */
static void a_link_has_one_area_a_line(void **state)
{
    struct page_document *pages =
        lay_out(*state, "<h1>t</h1><p>Ks. <a href=\"https://a.fi/\">hyvinvointialueen <strong>ja "
                        "kunnan</strong> järjestämissopimus <em>mielenterveyden ja "
                        "päihdehuollon palveluista</em> sekä hyvinvointikertomukset "
                        "sopimuskaudella</a> ja <a href=\"https://b.fi/\">muut</a>.</p>");
    const struct page *page = &pages->pages[0];
    size_t areas = 0, runs = 0;
    pt64 last = -1;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct page_item *area = &page->items[i];
        if (area->kind != PAGE_ANNOTATION || strcmp(area->annotation.uri, "https://a.fi/") != 0)
            continue;
        assert_true(area->annotation.box.y > last);
        last = area->annotation.box.y;
        areas++;
        for (size_t k = 0; k < page->item_count; k++) {
            const struct page_box box = page_item_box(&page->items[k]);
            runs += page->items[k].kind == PAGE_RUN && page->items[k].colour != 0 &&
                    page->items[k].tag && is_inside(&box, &area->annotation.box);
        }
    }
    assert_int_equal(areas, 2);
    assert_int_equal(runs, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paragraph_keeps_two_lines_at_each_end),
        cmocka_unit_test(a_heading_is_never_last_on_a_page),
        cmocka_unit_test(a_paragraph_that_announces_stays_with_what_follows),
        cmocka_unit_test(a_last_page_with_one_line_is_avoided),
        cmocka_unit_test(what_is_torn_apart_is_reported),
        cmocka_unit_test(the_place_where_something_is_torn_is_reported),
        cmocka_unit_test(captions_stay),
        cmocka_unit_test(breaks_are_forced_where_asked),
        cmocka_unit_test(what_is_kept_moves_to_the_next_page_whole),
        cmocka_unit_test(a_gap_is_not_shared_out),
        cmocka_unit_test(items_are_further_apart_than_their_paragraphs),
        cmocka_unit_test(a_term_is_divided_only_where_a_word_is_wider_than_its_column),
        cmocka_unit_test(full_pages_end_at_one_height),
        cmocka_unit_test(pages_that_end_where_they_must_are_not_spread),
        cmocka_unit_test(spaces_grow_by_half_at_most),
        cmocka_unit_test(contents_show_the_pages_where_things_stand),
        cmocka_unit_test(the_head_is_read_on_the_first_page_only),
        cmocka_unit_test(a_page_before_a_turned_one_is_not_left_half_empty),
        cmocka_unit_test(text_stands_closer_to_its_heading_than_to_other_text),
        cmocka_unit_test(contact_details_stand_at_the_foot_of_the_first_page),
        cmocka_unit_test(a_notice_stands_below_the_date_and_the_record_number),
        cmocka_unit_test(nothing_is_drawn_outside_its_page),
        cmocka_unit_test(a_character_that_no_font_has_is_an_error),
        cmocka_unit_test(a_list_has_room_for_its_widest_label),
        cmocka_unit_test(no_character_is_cut_where_a_long_word_is_reported),
        cmocka_unit_test(a_picture_that_cannot_be_used_is_an_error),
        cmocka_unit_test(every_element_can_be_linked_to),
        cmocka_unit_test(a_link_has_one_area_a_line),
    };
    return cmocka_run_group_tests(tests, layout_fixture_open, layout_fixture_close);
}
