/* layout's charts: numbers as people write them, scales, drawings and their Alt. */
#include "chart/chart_private.h"

#include "layout_fixture.h"

#define UNIT ((int64_t)CHART_UNIT)
#define SPACE "\u00A0"

static struct page_document *set_pages(struct fixture *fixture, const char *lang, const char *body)
{
    struct buf all = {0};
    buf_printf(&all, "<h1>t</h1>%s", body);
    struct page_document *pages = layout_fixture_pages(fixture, lang, all.data);
    buf_free(&all);
    return pages;
}

static struct page_document *lay_out(struct fixture *fixture, const char *lang, const char *body)
{
    struct page_document *pages = set_pages(fixture, lang, body);
    if (!pages || diags_count(fixture->diags))
        fail_msg("%s\n%s", diags_at(fixture->diags, 0)->message, body);
    return pages;
}

/* Appends a row of a table: cells set apart by '|'; '<' and '>' before a head mark target columns.
 */
static void add_cells(struct buf *out, const char *line, size_t size, bool head)
{
    buf_string(out, "<tr>");
    for (const char *at = line, *end = line + size; at < end; at++) {
        const char *bar = memchr(at, '|', (size_t)(end - at));
        const char *until = bar ? bar : end;
        const char *class = *at == '<'   ? " class=\"target-low\""
                            : *at == '>' ? " class=\"target-high\""
                                         : "";
        const char *from = *class ? at + 1 : at;
        if (head)
            buf_printf(out, "<th scope=\"col\"%s>%.*s</th>", class, (int)(until - from), from);
        else if (at == line)
            buf_printf(out, "<th scope=\"row\">%.*s</th>", (int)(until - from), from);
        else
            buf_printf(out, "<td>%.*s</td>", (int)(until - from), from);
        at = until;
    }
    buf_string(out, "</tr>");
}

static void add_table(struct buf *out, const char *class, const char *caption, const char *lines)
{
    buf_printf(out, "<table class=\"%s\"><caption>%s</caption><thead>", class, caption);
    for (bool head = true; *lines; head = false) {
        size_t size = strcspn(lines, "\n");
        add_cells(out, lines, size, head);
        buf_string(out, head ? "</thead><tbody>" : "");
        lines += size + (lines[size] == '\n');
    }
    buf_string(out, "</tbody></table>");
}

static struct page_document *chart_of(struct fixture *fixture, const char *lang, const char *class,
                                      const char *lines)
{
    buf_clear(&fixture->text);
    add_table(&fixture->text, class, "Otsikko", lines);
    return lay_out(fixture, lang, fixture->text.data);
}

static const struct page_tag *find_figure(const struct page_tag *tag, size_t *skip)
{
    if (tag->role == PAGE_FIGURE && !(*skip)--)
        return tag;
    for (const struct page_tag *child = tag->first; child; child = child->next) {
        const struct page_tag *found = find_figure(child, skip);
        if (found)
            return found;
    }
    return NULL;
}

static const struct page_tag *figure(const struct page_document *pages, size_t number)
{
    return find_figure(pages->root, &number);
}

static bool in_figure(const struct page_item *item)
{
    return item->tag && item->tag->parent->role == PAGE_FIGURE;
}

/* Counts the paths of that paint. */
static int count_paths(const struct page_document *pages, enum page_path_paint paint)
{
    int count = 0;
    for (size_t p = 0; p < pages->page_count; p++)
        for (size_t i = 0; i < pages->pages[p].item_count; i++) {
            const struct page_item *item = &pages->pages[p].items[i];
            count += item->kind == PAGE_PATH && in_figure(item) && item->path.paint == paint;
        }
    return count;
}

/* --- numbers --- */

static void numbers_are_read_as_people_write_them(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        char decimal;
        int64_t value; /* INT64_MIN: no number */
    } cases[] = {
        {"0", ',', 0},
        {"5", ',', 5 * UNIT},
        {"62,1", ',', 621000},
        {"62.1", ',', 621000},
        {"1 234,5", ',', 12345000},
        {"1" SPACE "234" SPACE "567,25", ',', 1234567 * UNIT + 2500},
        {"1\u202F234", ',', 1234 * UNIT},
        {"1\u2009234", ',', 1234 * UNIT},
        {"-3", ',', -3 * UNIT},
        {"\u22123,5 %", ',', -35000},
        {"+7", ',', 7 * UNIT},
        {"75" SPACE "%", ',', 75 * UNIT},
        {"75%", ',', 75 * UNIT},
        {"12 kpl", ',', 12 * UNIT},
        {"3,00004", ',', 3 * UNIT},
        {"3,00005", ',', 3 * UNIT + 1},
        {"3,999999", ',', 4 * UNIT},
        {"2026", ',', 2026 * UNIT},
        {"9999999999999", ',', 9999999999999 * UNIT},
        {"1,234.5", '.', 12345000},
        {"1,234", '.', 1234 * UNIT},
        {"1,234", ',', 12340},
        {"10000000000000", ',', INT64_MIN},
        {"99999999999999999999999999", ',', INT64_MIN},
        {"", ',', INT64_MIN},
        {" ", ',', INT64_MIN},
        {"-", ',', INT64_MIN},
        {"\u2212", ',', INT64_MIN},
        {"%", ',', INT64_MIN},
        {"ei raportoitu", ',', INT64_MIN},
        {"noin 50", ',', INT64_MIN},
        {"2–3", ',', INT64_MIN},
        {"2-3", ',', INT64_MIN},
        {"1.2.2027", ',', INT64_MIN},
        {"12345 678", ',', INT64_MIN},
        {"1 23", ',', INT64_MIN},
        {"1 2345", ',', INT64_MIN},
        {"5a", ',', INT64_MIN},
        {"5,", ',', INT64_MIN},
        {"\xC2", ',', INT64_MIN},
        {"5\xC2", ',', INT64_MIN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t value = INT64_MIN;
        bool read = chart_parse(cases[i].text, cases[i].decimal, &value);
        if (read != (cases[i].value != INT64_MIN) || value != cases[i].value)
            fail_msg("\"%s\" was read as %s %lld", cases[i].text, read ? "number" : "no number",
                     (long long)value);
    }
}

static void numbers_are_written_in_the_language(void **state)
{
    (void)state;
    static const struct {
        int64_t value, step;
        const char *lang, *text;
    } cases[] = {
        {0, UNIT, "fi", "0"},
        {12345000, UNIT / 2, "fi", "1" SPACE "234,5"},
        {12345000, UNIT / 2, "sv-FI", "1" SPACE "234,5"},
        {12345000, UNIT / 2, "en", "1,234.5"},
        {-1234567 * UNIT, UNIT, "fi", "\u22121" SPACE "234" SPACE "567"},
        {1, 1, "fi", "0,0001"},
        {-500, 500, "fi", "\u22120,05"},
        {100 * UNIT, 100 * UNIT, "de", "100"},
        {2 * UNIT, UNIT / 2, "fi", "2,0"},
        {0, UNIT / 50, "fi", "0,00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf out = {0};
        chart_format(cases[i].value, chart_decimals(cases[i].step), chart_words(cases[i].lang),
                     &out);
        assert_string_equal(out.data, cases[i].text);
        buf_free(&out);
    }
}

static void steps_are_round(void **state)
{
    (void)state;
    static const int64_t cases[][2] = {
        {1, 1},         {2, 2},         {3, 5},         {5, 5},    {6, 10},
        {10, 10},       {11, 20},       {21, 50},       {51, 100}, {9999, 10000},
        {10001, 20000}, {20001, 50000}, {70000, 100000}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(chart_step(cases[i][0]), cases[i][1]);
}

static void scales_hold_their_numbers(void **state)
{
    (void)state;
    const int64_t most = 9999999999999 * UNIT;
    const int64_t ends[][2] = {{0, 0},   {0, 95},   {-7, 3},      {-20, -5},
                               {41, 52}, {0, most}, {-most, most}};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        int64_t low = ends[i][0], high = ends[i][1];
        int64_t step = chart_step((high - low) / 5 + 1);
        struct chart_scale scale = chart_scale(low, high, step);
        assert_true(scale.low <= low && scale.high >= high && scale.low < scale.high);
        assert_int_equal(scale.low % step, 0);
        assert_int_equal(scale.high % step, 0);
        assert_true((scale.high - scale.low) / step <= 7);
        assert_int_equal(chart_at(&scale, scale.low, 1000), 0);
        assert_int_equal(chart_at(&scale, scale.high, 1000), 1000);
    }
}

/* --- colours --- */

static void contrast_is_that_of_the_standard(void **state)
{
    (void)state;
    /* Values that WCAG's own tools give. */
    assert_int_equal(chart_contrast(0x000000, 0xFFFFFF), 2100);
    assert_int_equal(chart_contrast(0xFFFFFF, 0xFFFFFF), 100);
    assert_in_range(chart_contrast(0x767676, 0xFFFFFF), 453, 455);
    assert_in_range(chart_contrast(0xFFFFFF, 0x949494), 302, 304);
    assert_in_range(chart_contrast(0xFF0000, 0xFFFFFF), 398, 401);
}

/* Checks that runs and lines contrast with white. The grid and fills mean nothing. */
static void assert_visible(const struct page_document *pages)
{
    for (size_t p = 0; p < pages->page_count; p++)
        for (size_t i = 0; i < pages->pages[p].item_count; i++) {
            const struct page_item *item = &pages->pages[p].items[i];
            if (!in_figure(item))
                continue;
            if (item->kind == PAGE_RUN)
                assert_true(chart_contrast(item->colour, 0xFFFFFF) >= 450);
            if (item->kind == PAGE_PATH && item->colour != 0xFFFFFF)
                assert_true(chart_contrast(item->colour, 0xFFFFFF) >= 300);
        }
}

static const char targets[] = "Kunta|Osuus, %|<Tavoite vähintään|>Tavoite enintään\n"
                              "Joutsa|50|40|60\nMultia|70|40|60\nKinnula|ei raportoitu|40|60";
static const char trend[] = "Vuosi|Pienin|Mediaani|Suurin\n2026|1|5|9\n2027|2|4,5|8";

static void pale_themes_are_darkened(void **state)
{
    struct fixture *fixture = *state;
    static const uint32_t themes[] = {0x1B5E8C, 0xFFFF00, 0xFFFFFF, 0xA0E0A0, 0x000000};
    for (size_t i = 0; i < sizeof themes / sizeof *themes; i++) {
        for (int k = 0; k < THEME_COLOURS; k++)
            fixture->theme.colours[k] = themes[i];
        assert_true(chart_contrast(chart_on_white(themes[i], 450), 0xFFFFFF) >= 450);
        assert_visible(chart_of(fixture, "fi", "bar-chart", targets));
        assert_visible(chart_of(fixture, "fi", "line-chart", trend));
    }
    fixture->theme = theme_default();
    assert_int_equal(chart_on_white(0x1B5E8C, 300), 0x1B5E8C);
    uint32_t band = chart_tint(fixture->theme.colours[THEME_ACCENT], 12);
    assert_true(chart_contrast(fixture->theme.colours[THEME_TEXT], band) >= 450);
}

/* --- text alternatives --- */

static void bars_are_described_in_three_languages(void **state)
{
    static const struct {
        const char *lang, *alt;
    } cases[] = {
        {"fi", "Vaakapylväskaavio: Otsikko. Osuus, %. Rivejä, joilla on arvo: 2. Suurin: 70 "
               "(Multia). Pienin: 50 (Joutsa). Tavoite 40–60. Tavoitteen saavuttaa: 1; ei "
               "saavuta: 1. Rivejä ilman arvoa: 1 (ei raportoitu 1)."},
        {"sv", "Liggande stapeldiagram: Otsikko. Osuus, %. Rader med värde: 2. Högst: 70 "
               "(Multia). Lägst: 50 (Joutsa). Mål 40–60. Når målet: 1; når inte: 1. Rader utan "
               "värde: 1 (ei raportoitu 1)."},
        {"en", "Horizontal bar chart: Otsikko. Osuus, %. Rows with a value: 2. Highest: 70 "
               "(Multia). Lowest: 50 (Joutsa). Target 40–60. Reach the target: 1; do not reach "
               "it: 1. Rows without a value: 1 (ei raportoitu 1)."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page_document *pages = chart_of(*state, cases[i].lang, "bar-chart", targets);
        assert_string_equal(figure(pages, 0)->alt, cases[i].alt);
        assert_null(figure(pages, 0)->lang);
        assert_null(figure(pages, 1));
    }
}

/* A table may have the newest year first; a line goes from the oldest to the newest. */
static void years_go_from_left_to_right(void **state)
{
    static const char newest_first[] = "Vuosi|Sarja\n2026|40\n2025|30\n2023|20\n2020|10";
    static const char oldest_first[] = "Vuosi|Sarja\n2020|10\n2023|20\n2025|30\n2026|40";
    struct page_document *pages = chart_of(*state, "fi", "line-chart", newest_first);
    char alt[256];
    snprintf(alt, sizeof alt, "%s", figure(pages, 0)->alt);
    assert_non_null(strstr(alt, "ensin 10 (2020), viimeksi 40 (2026), kasvoi"));
    pages = chart_of(*state, "fi", "line-chart", oldest_first);
    assert_string_equal(figure(pages, 0)->alt, alt);
}

static void lines_are_described_in_three_languages(void **state)
{
    static const char lines[] = "Vuosi|Mediaani|Suurin\n2026|10|9\n2027|4|9\n2028|12|9\n2029|ei|ei";
    static const struct {
        const char *lang, *alt;
    } cases[] = {
        {"fi", "Viivakaavio: Otsikko. Rivejä, joilla on arvo: 3. Mediaani: ensin 10 (2026), "
               "viimeksi 12 (2028), matalin 4 (2027), kasvoi. Suurin: ensin 9 (2026), viimeksi 9 "
               "(2028), ennallaan. Rivejä ilman arvoa: 1."},
        {"sv", "Linjediagram: Otsikko. Rader med värde: 3. Mediaani: först 10 (2026), senast 12 "
               "(2028), lägst 4 (2027), ökade. Suurin: först 9 (2026), senast 9 (2028), "
               "oförändrat. Rader utan värde: 1."},
        {"en", "Line chart: Otsikko. Rows with a value: 3. Mediaani: first 10 (2026), last 12 "
               "(2028), lowest 4 (2027), rose. Suurin: first 9 (2026), last 9 (2028), unchanged. "
               "Rows without a value: 1."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(figure(chart_of(*state, cases[i].lang, "line-chart", lines), 0)->alt,
                            cases[i].alt);
}

static void ties_are_counted(void **state)
{
    struct page_document *pages =
        chart_of(*state, "fi", "bar-chart", "K|Arvo\na|7\nb|7\nc|7\nd|7\ne|1\nf|-");
    assert_non_null(
        strstr(figure(pages, 0)->alt, "Suurin: 7 (a, b, c; yhteensä 4). Pienin: 1 (e)."));
    pages = chart_of(*state, "fi", "bar-chart", "K|Arvo\na|7\nb|7");
    assert_non_null(strstr(figure(pages, 0)->alt, "Kaikki arvot: 7."));
}

static void another_language_hears_english(void **state)
{
    struct page_document *pages = chart_of(*state, "de", "bar-chart", "K|Wert\na|7");
    assert_string_equal(figure(pages, 0)->lang, "en");
}

/* --- drawings --- */

static void patterns_tell_who_reaches_the_target(void **state)
{
    /* One striped bar, and one striped key in the legend. */
    assert_int_equal(count_paths(chart_of(*state, "fi", "bar-chart", targets), PAGE_PATH_SEGMENTS),
                     2);
    assert_int_equal(
        count_paths(chart_of(*state, "fi", "bar-chart", "K|Arvo|<Tavoite\na|7|7\nb|9|8"),
                    PAGE_PATH_SEGMENTS),
        0);
    assert_int_equal(
        count_paths(chart_of(*state, "fi", "bar-chart", "K|Arvo\na|7\nb|9"), PAGE_PATH_SEGMENTS),
        0);
}

static void nothing_is_drawn_without_numbers(void **state)
{
    assert_null(figure(chart_of(*state, "fi", "bar-chart", "K|Arvo\na|ei raportoitu"), 0));
    assert_null(figure(chart_of(*state, "fi", "bar-chart", "K\na"), 0));
    assert_null(figure(chart_of(*state, "fi", "line-chart", "Vuosi|Arvo\n2026|5"), 0));
    assert_null(figure(chart_of(*state, "fi", "line-chart", "Vuosi|A|B\n2026|5|-\n2027|-|5"), 0));
}

static void a_fourth_series_is_an_error(void **state)
{
    struct fixture *fixture = *state;
    buf_clear(&fixture->text);
    add_table(&fixture->text, "line-chart", "Otsikko", "Vuosi|A|B|C|D\n2026|1|2|3|4");
    assert_null(set_pages(fixture, "fi", fixture->text.data));
    assert_int_equal(diags_at(fixture->diags, 0)->rule, RULE_LAYOUT_CHART_SERIES);
}

static void a_gap_breaks_the_line(void **state)
{
    /* Each piece of a line is a path, and so is the name's key. */
    static const char whole[] = "Vuosi|Arvo\n2026|1\n2027|2\n2028|3\n2029|4";
    static const char broken[] = "Vuosi|Arvo\n2026|1\n2027|2\n2028|ei raportoitu\n2029|4\n2030|5";
    assert_int_equal(count_paths(chart_of(*state, "fi", "line-chart", whole), PAGE_PATH_LINE), 2);
    assert_int_equal(count_paths(chart_of(*state, "fi", "line-chart", broken), PAGE_PATH_LINE), 3);
}

/* Returns the first run of a figure with that text; NULL where none has it. */
static const struct page_item *find_run(const struct page *page, const char *text)
{
    for (size_t i = 0; i < page->item_count; i++) {
        const struct page_run *run = &page->items[i].run;
        if (page->items[i].kind == PAGE_RUN && in_figure(&page->items[i]) &&
            run->text_size == strlen(text) && memcmp(run->text, text, run->text_size) == 0)
            return &page->items[i];
    }
    return NULL;
}

static bool shows(const struct page *page, const char *text)
{
    return find_run(page, text) != NULL;
}

/* An axis from 51,64 to 51,70 would show a great rise where there is hardly one. */
static void nearly_equal_numbers_look_so(void **state)
{
    const struct page *page =
        chart_of(*state, "fi", "line-chart", "Vuosi|Arvo\n2026|51,65\n2027|51,7")->pages;
    assert_true(shows(page, "50"));
    assert_true(shows(page, "54"));
    assert_false(shows(page, "51,66"));
}

/* The lower of two points had its number above the higher one, which has its own below. */
static void numbers_stand_at_their_own_points(void **state)
{
    const struct page *page = chart_of(*state, "fi", "line-chart",
                                       "Vuosi|A|B|C\n2024|51,5|52,0|51,9\n2025|51,8|52,6|51,7\n"
                                       "2026|51,9|51,9|52,1")
                                  ->pages;
    const struct page_item *high = find_run(page, "52,6"), *low = find_run(page, "51,7");
    assert_non_null(high);
    assert_non_null(low);
    assert_true(page_item_box(high).y < page_item_box(low).y);
    const struct page_item *middle = find_run(page, "51,8");
    if (middle)
        assert_true(page_item_box(middle).y > page_item_box(high).y);
}

static void scales_without_zero_say_so(void **state)
{
    static const struct {
        const char *lang, *lines, *words;
    } cases[] = {
        {"fi", "Vuosi|Arvo\n2026|51\n2027|52", "Asteikko ei ala nollasta."},
        {"sv", "År|Värde\n2026|51\n2027|52", "Skalan börjar inte vid noll."},
        {"en", "Year|Value\n2026|\u221252\n2027|\u221251", "The scale does not start at zero."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(shows(chart_of(*state, cases[i].lang, "line-chart", cases[i].lines)->pages,
                          cases[i].words));
    static const char *const with_zero[] = {"Vuosi|Arvo\n2026|1\n2027|9",
                                            "Vuosi|Arvo\n2026|\u22121\n2027|2"};
    for (size_t i = 0; i < sizeof with_zero / sizeof *with_zero; i++)
        assert_false(shows(chart_of(*state, "fi", "line-chart", with_zero[i])->pages,
                           "Asteikko ei ala nollasta."));
}

static void ticks_have_equal_decimals(void **state)
{
    const struct page *page =
        chart_of(*state, "fi", "line-chart", "Vuosi|Arvo\n2026|0,4\n2027|1,9")->pages;
    assert_true(shows(page, "0,5"));
    assert_true(shows(page, "1,0"));
    assert_false(shows(page, "1"));
}

static void assert_inside(const struct fixture *fixture, const struct page *page,
                          const struct page_item *item)
{
    struct page_box box = page_item_box(item);
    const struct theme *theme = &fixture->theme;
    pt64 left = theme->left + theme->indent, right = page->width - theme->right;
    if (box.x < left || box.x + box.width > right || box.y < theme->top ||
        box.y + box.height > page->height - theme->bottom / 2)
        fail_msg("an item of kind %d at %d,%d, %d × %d, leaves its frame\n%s", (int)item->kind,
                 box.x / 64, box.y / 64, box.width / 64, box.height / 64, fixture->text.data);
}

static void assert_apart(const struct fixture *fixture, const struct page_item *a,
                         const struct page_item *b)
{
    struct page_box one = page_item_box(a), two = page_item_box(b);
    if (one.x + one.width <= two.x + 1 || two.x + two.width <= one.x + 1 ||
        one.y + one.height <= two.y || two.y + two.height <= one.y)
        return;
    fail_msg("\"%.*s\" and \"%.*s\" overlap\n%s", (int)a->run.text_size, a->run.text,
             (int)b->run.text_size, b->run.text, fixture->text.data);
}

static void assert_tidy(const struct fixture *fixture, const struct page_document *pages)
{
    for (size_t p = 0; p < pages->page_count; p++) {
        const struct page *page = &pages->pages[p];
        for (size_t i = 0; i < page->item_count; i++) {
            const struct page_item *item = &page->items[i];
            if (!in_figure(item))
                continue;
            assert_inside(fixture, page, item);
            for (size_t k = 0; k < i && item->kind == PAGE_RUN; k++)
                if (page->items[k].kind == PAGE_RUN && in_figure(&page->items[k]))
                    assert_apart(fixture, &page->items[k], item);
        }
    }
}

static void labels_are_apart_and_inside(void **state)
{
    static const struct {
        const char *class, *lines;
    } cases[] = {
        {"bar-chart", targets},
        {"bar-chart", "K|Arvo\na|5"},
        {"bar-chart", "K|Arvo\na|0\nb|0"},
        {"bar-chart", "K|Arvo\na|5\nb|5\nc|5"},
        {"bar-chart", "K|Arvo\na|−5\nb|−2 000"},
        {"bar-chart", "K|Arvo\na|−5\nb|7\nc|ei raportoitu"},
        {"bar-chart", "K|Arvo\na|9 999 999 999 999\nb|−9 999 999 999 999\nc|0,0001"},
        {"bar-chart", "K|Arvo|<Tavoite\na|50|51\nb|51|51\nc|52|51\nd|ei koske|1"},
        {"bar-chart", "K|Arvo|<T|>U\na|2|2|3\nb|2,2|2|3\nc|2,9|2|3\nd|ei raportoitu|0|1"},
        {"bar-chart", "K|Arvo|<Tavoite\na|1|2\nb|2|1\nc|ei|–\nd|3|–"},
        {"bar-chart",
         "K|Arvo\n\u00C4\u00C4\u00C4\u00C4\u00C4\u00C4\u00C4\u00C4\u00C4\u00C4WWWWWWWWWWWWWWWWWWWW|"
         "5"},
        {"bar-chart", "K|Arvo\na|5 kilometripylväskilometripylväskilometripylväskilometripylvästä\n"
                      "b|ei raportoitu, koska tietoa ei ollut saatavilla määräaikaan mennessä"},
        {"line-chart", trend},
        {"line-chart", "Vuosi|A|B|C\n2026|5|5|5\n2027|5|5|5"},
        {"line-chart", "Vuosi|A|B|C\n2026|5|5,01|5,02\n2027|5|5,01|5,02\n2030|9|1|5"},
        {"line-chart", "Vuosi|A\n2026|0\n2027|0"},
        {"line-chart", "Vuosi|A\n2026|−5\n2027|9 999 999 999 999"},
        {"line-chart", "Vuosi|Yhdyspalvelutarpeenarviointijärjestelmäkokonaisuus ja muut|B\n"
                       "kevät|1|2\nsyksy ja alkutalvi|3|4\nkesä|2|2"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_tidy(*state, chart_of(*state, "fi", cases[i].class, cases[i].lines));
}

/* Numbers that look random, the same every time. */
static unsigned next_random(unsigned *seed, unsigned below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

static void add_random_row(struct buf *lines, unsigned *seed, unsigned row, unsigned columns,
                           unsigned most)
{
    static const char *const names[] = {"Joutsa", "Keski-Suomen hyvinvointialue", "Äänekoski",
                                        "Perhe- ja sosiaalipalvelujen yhteinen työryhmä"};
    buf_printf(lines, "\n%s", names[next_random(seed, 4)]);
    for (unsigned k = 0; k < columns; k++) {
        bool words = k == 0 && row && !next_random(seed, 6);
        const char *sign = next_random(seed, 9) ? "" : "−";
        if (words)
            buf_string(lines, "|ei raportoitu");
        else
            buf_printf(lines, "|%s%u,%u", sign, next_random(seed, most), next_random(seed, 10));
    }
}

static void random_charts_are_tidy(void **state)
{
    static const unsigned most[] = {4, 30, 100, 20000};
    unsigned seed = 7;
    for (int i = 0; i < 60; i++) {
        bool bars = i % 2;
        struct buf lines = {0};
        buf_string(&lines, bars ? "K|Arvo|<Vähintään|>Enintään" : "K|Pienin|Mediaani|Suurin arvo");
        unsigned rows = 2 + next_random(&seed, 14), size = most[next_random(&seed, 4)];
        for (unsigned row = 0; row < rows; row++)
            add_random_row(&lines, &seed, row, 3, size);
        assert_tidy(*state, chart_of(*state, "fi", bars ? "bar-chart" : "line-chart", lines.data));
        buf_free(&lines);
    }
}

static void a_tall_chart_is_cut_into_pages(void **state)
{
    struct fixture *fixture = *state;
    struct buf lines = {0};
    buf_string(&lines, "Kunta|Osuus, %|<Tavoite");
    for (int i = 0; i < 100; i++)
        buf_printf(&lines, "\nKunta %d|%d|50", i, i);
    struct page_document *pages = chart_of(fixture, "fi", "bar-chart", lines.data);
    buf_free(&lines);
    assert_tidy(fixture, pages);
    assert_non_null(figure(pages, 5));
    assert_null(figure(pages, 6));
    assert_non_null(strstr(figure(pages, 0)->alt, "Rivejä, joilla on arvo: 100."));
    assert_string_equal(figure(pages, 5)->alt,
                        "Vaakapylväskaavio: Otsikko (6/6). Jatkoa, rivit: Kunta 85 – Kunta 99.");
}

static void a_chart_and_its_table_stay_together(void **state)
{
    struct fixture *fixture = *state;
    for (int above = 0; above < 40; above += 3) {
        buf_clear(&fixture->text);
        for (int i = 0; i < above; i++)
            buf_string(&fixture->text, "<p>rivi</p>");
        add_table(&fixture->text, "bar-chart", "Otsikko", targets);
        struct page_document *pages = lay_out(fixture, "fi", fixture->text.data);
        int with = 0;
        for (size_t p = 0; p < pages->page_count; p++) {
            bool chart = false, table = false;
            for (size_t i = 0; i < pages->pages[p].item_count; i++) {
                const struct page_item *item = &pages->pages[p].items[i];
                chart = chart || in_figure(item);
                table = table || (item->tag && item->tag->parent->role == PAGE_TD);
            }
            assert_int_equal(chart, table);
            with += chart;
        }
        assert_int_equal(with, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_as_people_write_them),
        cmocka_unit_test(numbers_are_written_in_the_language),
        cmocka_unit_test(steps_are_round),
        cmocka_unit_test(scales_hold_their_numbers),
        cmocka_unit_test(contrast_is_that_of_the_standard),
        cmocka_unit_test(pale_themes_are_darkened),
        cmocka_unit_test(bars_are_described_in_three_languages),
        cmocka_unit_test(years_go_from_left_to_right),
        cmocka_unit_test(lines_are_described_in_three_languages),
        cmocka_unit_test(ties_are_counted),
        cmocka_unit_test(another_language_hears_english),
        cmocka_unit_test(patterns_tell_who_reaches_the_target),
        cmocka_unit_test(nothing_is_drawn_without_numbers),
        cmocka_unit_test(a_fourth_series_is_an_error),
        cmocka_unit_test(nearly_equal_numbers_look_so),
        cmocka_unit_test(ticks_have_equal_decimals),
        cmocka_unit_test(a_gap_breaks_the_line),
        cmocka_unit_test(numbers_stand_at_their_own_points),
        cmocka_unit_test(scales_without_zero_say_so),
        cmocka_unit_test(labels_are_apart_and_inside),
        cmocka_unit_test(random_charts_are_tidy),
        cmocka_unit_test(a_tall_chart_is_cut_into_pages),
        cmocka_unit_test(a_chart_and_its_table_stay_together),
    };
    return cmocka_run_group_tests(tests, layout_fixture_open, layout_fixture_close);
}
