/* layout of graphic columns: what cells may hold, what is drawn, and what a screen reader meets. */
#include "chart/chart_private.h"

#include "layout_fixture.h"

static struct page_document *set_pages(struct fixture *fixture, const char *body)
{
    struct buf all = {0};
    buf_printf(&all, "<h1>t</h1>%s", body);
    struct page_document *pages = layout_fixture_pages(fixture, "fi", all.data);
    buf_free(&all);
    return pages;
}

/* Sets a table of names and graphics of the class; cells are set apart by '|'. */
static struct page_document *graphics_of(struct fixture *fixture, const char *class,
                                         const char *cells)
{
    buf_clear(&fixture->text);
    buf_printf(&fixture->text,
               "<table><thead><tr><th scope=\"col\">N</th><th scope=\"col\" class=\"%s\">G</th>"
               "</tr></thead><tbody>",
               class);
    for (const char *at = cells; *at; at += *at == '|') {
        size_t size = strcspn(at, "|");
        buf_printf(&fixture->text, "<tr><th scope=\"row\">n</th><td>%.*s</td></tr>", (int)size, at);
        at += size;
    }
    buf_string(&fixture->text, "</tbody></table>");
    struct page_document *pages = set_pages(fixture, fixture->text.data);
    if (!pages || diags_count(fixture->diags))
        fail_msg("%s: %s", cells, diags_at(fixture->diags, 0)->message);
    return pages;
}

/* Returns the nth path or fill of that kind and colour on page 1. */
static const struct page_item *find_item(const struct page_document *pages,
                                         enum page_item_kind kind, uint32_t colour, int nth)
{
    const struct page *page = &pages->pages[0];
    for (size_t i = 0; i < page->item_count; i++)
        if (page->items[i].kind == kind && page->items[i].colour == colour && nth-- == 0)
            return &page->items[i];
    return NULL;
}

static int count_items(const struct page_document *pages, enum page_item_kind kind, uint32_t colour)
{
    int count = 0;
    while (find_item(pages, kind, colour, count))
        count++;
    return count;
}

static int count_paths(const struct page_document *pages, enum page_path_paint paint)
{
    int count = 0;
    for (size_t i = 0; i < pages->pages[0].item_count; i++)
        count += pages->pages[0].items[i].kind == PAGE_PATH &&
                 pages->pages[0].items[i].path.paint == paint;
    return count;
}

static uint32_t ink(const struct fixture *fixture)
{
    return fixture->theme.colours[THEME_ACCENT];
}

/* --- reading --- */

static void cells_hold_plain_decimals(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        enum chart_graphic graphic;
        const char *text;
        int count; /* -1: can't be drawn */
    } cases[] = {
        {CHART_BARS, "", 0},
        {CHART_BARS, " ", 0},
        {CHART_BARS, "5", 3},
        {CHART_BARS, "-5.25 - 7", 3},
        {CHART_BARS, "- 5 7", 3},
        {CHART_BARS, "-", 3},
        {CHART_BARS, "5 7", -1},
        {CHART_BARS, "5 6 7 8", -1},
        {CHART_BARS, "5,5", -1},
        {CHART_BARS, "5 %", -1},
        {CHART_BARS, "\u22125", -1},
        {CHART_BARS, "1\u00A0000", -1},
        {CHART_BARS, "ei", -1},
        {CHART_BARS, "1e3", -1},
        {CHART_BARS, "1000000000001", -1},
        {CHART_BARS, "0.000000000000000000000000000000000000000", -1},
        {CHART_DUMBBELLS, "1 2", 2},
        {CHART_DUMBBELLS, "- 2", 2},
        {CHART_DUMBBELLS, "1 -", 2},
        {CHART_DUMBBELLS, "1", -1},
        {CHART_DUMBBELLS, "1 2 3", -1},
        {CHART_SPARKLINES, "1", 1},
        {CHART_SPARKLINES, "1 - 3\n4", 4},
        {CHART_SPARKLINES, "1 -- 3", -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct chart_numbers numbers = {0};
        bool read = chart_numbers_read(cases[i].text, cases[i].graphic, fixture->arena, &numbers);
        if (read != (cases[i].count >= 0) || (read && (int)numbers.count != cases[i].count))
            fail_msg("\"%s\" was read as %d, %zu", cases[i].text, read, numbers.count);
    }
}

static void a_cell_has_a_limited_number_of_numbers(void **state)
{
    struct fixture *fixture = *state;
    for (int count = CHART_NUMBERS; count <= CHART_NUMBERS + 1; count++) {
        struct buf text = {0};
        struct chart_numbers numbers = {0};
        repeat(&text, count, "%d ");
        assert_int_equal(chart_numbers_read(text.data, CHART_SPARKLINES, fixture->arena, &numbers),
                         count == CHART_NUMBERS);
        buf_free(&text);
    }
}

static void what_cannot_be_drawn_is_reported_at_its_place(void **state)
{
    struct fixture *fixture = *state;
#define HEAD                                                                                       \
    "<table><thead><tr><th scope=\"col\">N</th>\n<th scope=\"col\" class=\"bars\">G</th></tr>"     \
    "</thead><tbody><tr><th scope=\"row\">n</th>"
#define FOOT "</tr></tbody></table>"
    static const struct {
        const char *body;
        int line; /* after the first of the body */
    } cases[] = {
        {HEAD "\n<td>noin 5</td>" FOOT, 2},
        {HEAD "\n<td><p>5</p></td>" FOOT, 2},
        {HEAD "\n<td><em>5</em></td>" FOOT, 2},
        {HEAD "\n<td>5<br/>6</td>" FOOT, 2},
        {HEAD "\n<td>5<ul><li>6</li></ul></td>" FOOT, 2},
        {HEAD "\n<th scope=\"row\">5</th>" FOOT, 2},
        {"<table><thead><tr><th scope=\"col\">N</th>\n<th scope=\"colgroup\" class=\"bars\" "
         "colspan=\"2\">G</th></tr></thead>"
         "<tbody><tr><td colspan=\"3\">5</td></tr></tbody></table>",
         1},
        {"<table><tbody><tr><th scope=\"col\">N</th>\n<th scope=\"col\" class=\"bars\">G</th></tr>"
         "</tbody></table>",
         1},
        {"\n<table><thead><tr><th scope=\"col\" class=\"bars\">G</th></tr></thead>"
         "<tbody><tr><td>5</td></tr></tbody></table>",
         1},
        {"<table><thead><tr><th scope=\"col\">N</th>\n<th scope=\"col\" class=\"bars\">"
         "<ul><li>G</li></ul></th></tr></thead>"
         "<tbody><tr><td>n</td><td>5</td></tr></tbody></table>",
         1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_null(set_pages(fixture, cases[i].body));
        const struct diag *diag = diags_at(fixture->diags, 0);
        assert_int_equal(diags_count(fixture->diags), 1);
        assert_int_equal(diag->rule, RULE_LAYOUT_GRAPHIC);
        assert_int_equal(diag->place.line, 1 + cases[i].line);
    }
}
#undef HEAD
#undef FOOT

/* --- what is read --- */

static int columns_of(const struct page_tag *row)
{
    int columns = 0;
    for (const struct page_tag *cell = row->first; cell; cell = cell->next)
        columns += cell->column_span;
    return columns;
}

static void a_screen_reader_meets_no_graphics(void **state)
{
    struct page_document *pages = set_pages(
        *state,
        "<p><a href=\"#g\">a</a> <a href=\"#h\">b</a></p>"
        "<table><thead><tr><th scope=\"col\" rowspan=\"2\">Nimi</th><th scope=\"colgroup\" "
        "colspan=\"3\">Luvut</th><th scope=\"colgroup\" colspan=\"2\">Piilo</th></tr>"
        "<tr><th scope=\"col\">Nyt</th><th scope=\"col\" class=\"bars\">Kuvio <em id=\"h\">a</em>"
        "<a href=\"#g\">b</a><span class=\"fill-in\"></span></th><th scope=\"col\">Ennen</th>"
        "<th scope=\"col\" class=\"dumbbells\">c</th><th scope=\"col\" class=\"sparklines\">d</th>"
        "</tr></thead><tbody><tr><th scope=\"colgroup\" colspan=\"6\">Kunnat</th></tr>"
        "<tr><th scope=\"row\">Joutsa</th><td>5</td><td id=\"g\">5 6 7</td><td>4</td><td>4 5</td>"
        "<td>3 4 5</td></tr><tr><th scope=\"row\">Multia</th><td colspan=\"5\">ei</td></tr></tbody>"
        "</table>");
    assert_non_null(pages);
    static const int wanted[] = {3, 2, 3, 3, 3};
    for (int i = 0; i < 5; i++)
        assert_int_equal(columns_of(find_tag(pages->root, PAGE_TR, i)), wanted[i]);
    static const char *const hidden[] = {"Kuvio", "Piilo", "c", "d"};
    for (size_t i = 0; i < pages->pages[0].item_count; i++) {
        const struct page_item *item = &pages->pages[0].items[i];
        for (int k = 0; k < 4 && item->kind == PAGE_RUN; k++)
            if (item->run.text_size == strlen(hidden[k]) &&
                memcmp(item->run.text, hidden[k], item->run.text_size) == 0)
                assert_int_equal(item->artifact, PAGE_ARTIFACT_LAYOUT);
        assert_true(item->kind != PAGE_PATH || !item->tag);
        if (item->kind == PAGE_ANNOTATION)
            assert_int_equal(item->annotation.target->role, PAGE_TR);
    }
    assert_int_equal(count_text(&pages->pages[0], "5 6 7"), 0);
}

static void a_symbol_is_heard_as_its_word(void **state)
{
    struct page_document *pages =
        set_pages(*state, "<p>a <span class=\"symbol\" title=\"valmis\">●</span></p>");
    const struct page_tag *span = find_tag(pages->root, PAGE_SPAN, 0);
    assert_string_equal(span->actual, "valmis");
    assert_int_equal(span->first->role, PAGE_CONTENT);
    assert_int_equal(count_text(&pages->pages[0], "●"), 1);
}

/* --- what is drawn --- */

static void bars_are_as_long_as_their_numbers(void **state)
{
    struct fixture *fixture = *state;
    struct page_document *pages = graphics_of(fixture, "bars", "100|50||0|-|25");
    pt64 whole = find_item(pages, PAGE_FILL, ink(fixture), 0)->fill.width;
    assert_int_equal(count_items(pages, PAGE_FILL, ink(fixture)), 3);
    assert_in_range(find_item(pages, PAGE_FILL, ink(fixture), 1)->fill.width, whole / 2 - 1,
                    whole / 2 + 1);
    assert_in_range(find_item(pages, PAGE_FILL, ink(fixture), 2)->fill.width, whole / 4 - 1,
                    whole / 4 + 1);
    assert_int_equal(count_text(&pages->pages[0], "100"), 1); /* at the end of the axis */
}

static void below_zero_bars_go_left(void **state)
{
    struct fixture *fixture = *state;
    struct page_document *pages = graphics_of(fixture, "bars", "-10|10.5");
    const struct page_box *below = &find_item(pages, PAGE_FILL, ink(fixture), 0)->fill;
    const struct page_box *above = &find_item(pages, PAGE_FILL, ink(fixture), 1)->fill;
    assert_in_range(below->x + below->width - above->x + 1, 0, 2);
    assert_int_equal(count_text(&pages->pages[0], "\u221210"), 1);
}

static void a_missed_target_is_striped(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        const char *cell;
        int striped;
    } cases[] = {{"5", 0},     {"5 - -", 0}, {"5 5 -", 0}, {"5 6 -", 1},
                 {"5 - 5", 0}, {"5 - 4", 1}, {"5 4 6", 0}, {"3 4 6", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page_document *pages = graphics_of(fixture, "bars", cases[i].cell);
        assert_int_equal(count_paths(pages, PAGE_PATH_SEGMENTS), cases[i].striped);
        assert_int_equal(count_items(pages, PAGE_FILL, ink(fixture)), !cases[i].striped);
    }
}

static void dumbbells_join_what_there_is(void **state)
{
    static const struct {
        const char *cell;
        int lines, rings, dots; /* a ring has an inside of its own */
    } cases[] = {{"1 2", 1, 1, 2}, {"1 1", 0, 1, 2}, {"- 1", 0, 0, 1},
                 {"1 -", 0, 1, 1}, {"- -", 0, 0, 0}, {"|", 0, 0, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page_document *pages = graphics_of(*state, "dumbbells", cases[i].cell);
        assert_int_equal(count_paths(pages, PAGE_PATH_LINE), cases[i].lines);
        assert_int_equal(count_paths(pages, PAGE_PATH_OUTLINE), cases[i].rings);
        assert_int_equal(count_paths(pages, PAGE_PATH_AREA), cases[i].dots);
    }
}

static void gaps_part_a_sparkline(void **state)
{
    static const struct {
        const char *cell;
        int lines, dots;
    } cases[] = {{"1 2 3", 1, 1},     {"1 2", 0, 2},     {"- 2 -", 0, 1},
                 {"1 2 - 3 4", 2, 1}, {"1 - 2 3", 1, 2}, {"1 2 3 -", 1, 1},
                 {"1 - 2 - 3", 0, 3}, {"- -", 0, 0},     {"5 5 5", 1, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page_document *pages = graphics_of(*state, "sparklines", cases[i].cell);
        assert_int_equal(count_paths(pages, PAGE_PATH_LINE), cases[i].lines);
        assert_int_equal(count_paths(pages, PAGE_PATH_AREA), cases[i].dots);
    }
}

static void sparklines_end_below_each_other(void **state)
{
    struct page_document *pages = graphics_of(*state, "sparklines", "1 2 3 4|3 4 5");
    const struct page_item *lines[2];
    for (int i = 0, found = 0; found < 2; i++) {
        const struct page_item *item = &pages->pages[0].items[i];
        if (item->kind == PAGE_PATH && item->path.paint == PAGE_PATH_LINE)
            lines[found++] = item;
    }
    const struct page_path *four = &lines[0]->path, *three = &lines[1]->path;
    assert_int_equal(four->x + four->points[3].x, three->x + three->points[2].x);
    assert_int_equal(four->x + four->points[1].x, three->x + three->points[0].x);
}

static void graphics_stand_out_in_pale_themes(void **state)
{
    struct fixture *fixture = *state;
    static const char *const cells[] = {"5 4 6|3 4 -", "1 2|3 -", "1 2 3"};
    static const char *const classes[] = {"bars", "dumbbells", "sparklines"};
    for (int i = 0; i < THEME_COLOURS; i++)
        fixture->theme.colours[i] = 0xFFFFA0;
    for (int k = 0; k < 3; k++) {
        struct page_document *pages = graphics_of(fixture, classes[k], cells[k]);
        for (size_t i = 0; i < pages->pages[0].item_count; i++) {
            const struct page_item *item = &pages->pages[0].items[i];
            if (item->kind == PAGE_PATH && item->colour != CHART_WHITE)
                assert_true(chart_contrast(item->colour, CHART_WHITE) >= 300);
        }
    }
    fixture->theme = theme_default();
}

/* --- widths --- */

/* Returns the width of the widest bar on page 1. */
static pt64 widest_bar(const struct fixture *fixture, const struct page_document *pages)
{
    pt64 widest = 0;
    for (int i = 0; i < count_items(pages, PAGE_FILL, ink(fixture)); i++) {
        const struct page_box *bar = &find_item(pages, PAGE_FILL, ink(fixture), i)->fill;
        widest = bar->width > widest ? bar->width : widest;
    }
    return widest;
}

static void a_graphic_has_room_and_no_more(void **state)
{
    struct fixture *fixture = *state;
    struct page_document *pages = graphics_of(fixture, "bars", "100");
    assert_in_range(widest_bar(fixture, pages), MM(25), MM(30));
    for (int words = 10; words < 400; words += 130) {
        buf_clear(&fixture->text);
        buf_string(&fixture->text, "<table><thead><tr><th scope=\"col\">N</th>"
                                   "<th scope=\"col\" class=\"bars\">G</th><th scope=\"col\">A</th>"
                                   "<th scope=\"col\">B</th><th scope=\"col\">C</th></tr></thead>"
                                   "<tbody><tr><th scope=\"row\">n</th><td>100</td><td>");
        repeat(&fixture->text, words, "Yhdyspintasuunnitelman toimeenpano %d ");
        buf_string(&fixture->text, "</td><td>");
        repeat(&fixture->text, words, "hyvinvointialueen palvelut %d ");
        buf_string(&fixture->text, "</td><td>c</td></tr></tbody></table>");
        pages = set_pages(fixture, fixture->text.data);
        assert_non_null(pages);
        assert_in_range(widest_bar(fixture, pages), MM(14), MM(30));
    }
}

static void graphics_may_stand_in_any_row(void **state)
{
    struct fixture *fixture = *state;
    static const char *const bodies[] = {
        "<table class=\"sign plain\"><thead><tr><th scope=\"col\">N</th><th scope=\"col\" "
        "class=\"bars numeric\">G</th></tr></thead><tbody><tr><th scope=\"row\">n</th>"
        "<td class=\"numeric\">5</td></tr></tbody></table>",
        "<table><thead><tr><th scope=\"col\" class=\"sparklines\">G</th><th scope=\"col\">N</th>"
        "</tr></thead><tbody><tr><td rowspan=\"2\">1 2 3</td><td>a</td></tr><tr><td>b</td></tr>"
        "</tbody></table>",
        "<table class=\"line-chart\"><thead><tr><th scope=\"col\">N</th><th scope=\"col\">A</th>"
        "<th scope=\"col\" class=\"bars\">G</th></tr></thead><tbody><tr><th scope=\"row\">2026</th>"
        "<td>1</td><td>1</td></tr><tr><th scope=\"row\">2027</th><td>2</td><td>2</td></tr></tbody>"
        "</table>",
    };
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        if (!set_pages(fixture, bodies[i]) || diags_count(fixture->diags))
            fail_msg("%s: %s", bodies[i], diags_at(fixture->diags, 0)->message);
    }
}

/* A row taller than a page is cut into pieces: the first has the graphic. */
static void a_tall_row_has_its_graphic_once(void **state)
{
    struct fixture *fixture = *state;
    buf_clear(&fixture->text);
    buf_string(&fixture->text, "<table><thead><tr><th scope=\"col\">N</th><th scope=\"col\" "
                               "class=\"bars\">G</th></tr></thead><tbody><tr><td>");
    repeat(&fixture->text, 120, "<p>%d</p>");
    buf_string(&fixture->text, "</td><td>5</td></tr></tbody></table>");
    struct page_document *pages = set_pages(fixture, fixture->text.data);
    assert_non_null(pages);
    assert_true(pages->page_count > 1);
    int bars = 0;
    for (size_t p = 0; p < pages->page_count; p++)
        for (size_t i = 0; i < pages->pages[p].item_count; i++)
            bars += pages->pages[p].items[i].kind == PAGE_FILL &&
                    pages->pages[p].items[i].colour == ink(fixture);
    assert_int_equal(bars, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_hold_plain_decimals),
        cmocka_unit_test(a_cell_has_a_limited_number_of_numbers),
        cmocka_unit_test(what_cannot_be_drawn_is_reported_at_its_place),
        cmocka_unit_test(a_screen_reader_meets_no_graphics),
        cmocka_unit_test(a_symbol_is_heard_as_its_word),
        cmocka_unit_test(bars_are_as_long_as_their_numbers),
        cmocka_unit_test(below_zero_bars_go_left),
        cmocka_unit_test(a_missed_target_is_striped),
        cmocka_unit_test(dumbbells_join_what_there_is),
        cmocka_unit_test(gaps_part_a_sparkline),
        cmocka_unit_test(sparklines_end_below_each_other),
        cmocka_unit_test(graphics_stand_out_in_pale_themes),
        cmocka_unit_test(a_graphic_has_room_and_no_more),
        cmocka_unit_test(graphics_may_stand_in_any_row),
        cmocka_unit_test(a_tall_row_has_its_graphic_once),
    };
    return cmocka_run_group_tests(tests, layout_fixture_open, layout_fixture_close);
}
