/* layout: paragraphs a line longer or shorter for the sake of pages, against all ways to do so. */
#include "layout/page_break.h"
#include "layout_fixture.h"

enum { PARAGRAPHS_MOST = 6, MOST_CHANGED = 2 };

static const char *const words[] = {
    "kunta",       "alue",         "ja",         "yhteistyö",   "sopimus",   "palvelut",
    "suunnitelma", "on",           "tavoitteet", "hyvinvointi", "sekä",      "lasten",
    "nuorten",     "toimintakyky", "se",         "seurataan",   "vuosittain"};

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Writes paragraphs of some lines each, now and then with a heading between. */
static const char *random_body(struct fixture *fixture, uint32_t seed, int paragraphs)
{
    buf_clear(&fixture->text);
    buf_string(&fixture->text, "<h1>T</h1>");
    for (int i = 0; i < paragraphs; i++) {
        if (i && next_random(&seed) % 3 == 0)
            buf_string(&fixture->text, "<h2>Otsikko</h2>");
        bool kept = next_random(&seed) % 8 == 0;
        buf_string(&fixture->text, kept ? "<section class=\"keep\"><p>" : "<p>");
        for (uint32_t count = 30 + next_random(&seed) % 70; count; count--)
            buf_printf(&fixture->text, "%s ",
                       words[next_random(&seed) % (sizeof words / sizeof *words)]);
        buf_string(&fixture->text, kept ? "</p></section>" : "</p>");
    }
    return fixture->text.data;
}

/* A document set with some paragraphs loosened. */
struct trial {
    struct galley galley;
    struct strips strips;
};

static void set(struct fixture *fixture, const struct doc_document *document, pt64 room,
                struct galley_loosening loosening, struct trial *trial)
{
    *trial = (struct trial){.galley = {.document = document,
                                       .theme = &fixture->theme,
                                       .library = fixture->library,
                                       .name = "test",
                                       .arena = fixture->arena,
                                       .diags = fixture->diags,
                                       .page_rooms = {room, room},
                                       .loosening = loosening}};
    struct galley *galley = &trial->galley;
    struct text_style style = galley_style(galley, THEME_BODY);
    layout_blocks(galley, document->body->first, galley_tag(galley, NULL, PAGE_DOCUMENT),
                  (struct room){0, 0, PT(400)}, &style, &trial->strips);
    cut_measure(&trial->strips);
}

/* Finds each strip's paragraph; -1 for headings. */
static void find_paragraphs(const struct strips *strips, int *owners)
{
    int next = 0;
    size_t left = 0;
    for (size_t i = 0; i < strips->count; i++) {
        if (strips->items[i].text) {
            left = galley_text_lines(strips->items[i].text);
            next++;
        }
        owners[i] = left ? next - 1 : -1;
        left -= left > 0;
    }
}

static int count_changed(const int *owners, size_t from, size_t to, const int *looser)
{
    bool seen[PARAGRAPHS_MOST] = {0};
    int count = 0;
    for (size_t i = from; i < to; i++)
        if (owners[i] >= 0 && !seen[owners[i]]) {
            seen[owners[i]] = true;
            count += looser[owners[i]] != 0;
        }
    return count;
}

/* Goes through all ways to cut the rest; no page may have too many paragraphs that are changed. */
static void try_cuts(const struct trial *trial, const int *owners, const int *looser, size_t from,
                     int64_t cost, int64_t *best)
{
    const struct strips *strips = &trial->strips;
    pt64 room = trial->galley.page_rooms[0], height = 0;
    if (cost >= *best)
        return;
    if (from == strips->count) {
        *best = cost;
        return;
    }
    for (size_t at = from; at < strips->count; at++) {
        height += strips->items[at].height + (at > from ? strips->items[at].before : 0);
        if ((at > from && (height > room || cut_is_forced(strips, at))) ||
            count_changed(owners, from, at + 1, looser) > MOST_CHANGED)
            return;
        try_cuts(trial, owners, looser, at + 1, cost + cut_page_cost(strips, at + 1, height, room),
                 best);
    }
}

static int64_t cheapest_cuts(const struct trial *trial, const int *looser)
{
    int owners[200];
    int64_t best = INT64_MAX;
    assert_true(trial->strips.count < sizeof owners / sizeof *owners);
    find_paragraphs(&trial->strips, owners);
    try_cuts(trial, owners, looser, 0, 0, &best);
    return best;
}

/* Reads the costs of a line less and a line more, -1 where impossible. */
static void read_costs(const struct trial *trial, struct arena *arena,
                       int64_t costs[PARAGRAPHS_MOST][3])
{
    int next = 0;
    struct text_lines lines;
    for (size_t i = 0; i < trial->strips.count; i++) {
        const struct galley_text *text = trial->strips.items[i].text;
        for (int looser = -1; text && looser <= 1; looser++)
            costs[next][looser + 1] = !looser ? 0
                                      : trial->strips.items[i + 1].kept
                                          ? -1
                                          : loosen_cost(text, looser, arena, &lines);
        next += text != NULL;
    }
}

/* Returns the least cost of all ways to set each paragraph and cut the whole. */
static int64_t exhaustive(struct fixture *fixture, const struct doc_document *document, pt64 room,
                          int paragraphs, int64_t costs[PARAGRAPHS_MOST][3])
{
    int64_t best = INT64_MAX;
    int ways = 1;
    for (int i = 0; i < paragraphs; i++)
        ways *= 3;
    for (int way = 0; way < ways; way++) {
        struct galley_loose items[PARAGRAPHS_MOST];
        struct galley_loosening loosening = {.items = items};
        int looser[PARAGRAPHS_MOST];
        int64_t cost = 0;
        for (int i = 0, rest = way; i < paragraphs && cost >= 0; i++, rest /= 3) {
            looser[i] = rest % 3 - 1;
            items[loosening.count++] = (struct galley_loose){(size_t)i, looser[i]};
            cost = costs[i][rest % 3] < 0 ? -1 : cost + costs[i][rest % 3];
        }
        if (cost < 0)
            continue;
        struct trial trial;
        set(fixture, document, room, loosening, &trial);
        int64_t pages = cheapest_cuts(&trial, looser);
        best = pages < INT64_MAX && pages + cost < best ? pages + cost : best;
    }
    return best;
}

/* Compares the search with the exhaustive one. Returns the number of loosened paragraphs. */
static size_t compare(struct fixture *fixture, uint32_t seed, int paragraphs, pt64 room)
{
    const struct doc_document *document =
        fixture_read(fixture, "fi", random_body(fixture, seed, paragraphs));
    assert_non_null(document);
    struct trial trial;
    struct galley_loosening loosening = {0};
    int64_t costs[PARAGRAPHS_MOST][3], total;
    struct cut *cuts;
    set(fixture, document, room, loosening, &trial);
    read_costs(&trial, fixture->arena, costs);
    bool *near = arena_array(fixture->arena, trial.strips.count, sizeof *near);
    memset(near, true, trial.strips.count);
    loosen_near(&trial.galley, &trial.strips, near, fixture->arena, &loosening);
    set(fixture, document, room, loosening, &trial);
    layout_cut(&trial.galley, &trial.strips, &cuts, &total);
    assert_int_equal(total + loosening.cost,
                     exhaustive(fixture, document, room, paragraphs, costs));
    return loosening.count;
}

static void paragraphs_are_loosened_at_least_cost(void **state)
{
    size_t loosened = 0;
    for (uint32_t seed = 1; seed <= 100; seed++)
        loosened += compare(*state, seed, 2 + (int)seed % 4, PT(100 + 9 * (int)(seed % 7)));
    assert_true(loosened >= 20);
}

/* Returns the cost of the pages, with loosening; an empty one becomes what layout_loosen finds. */
static int64_t cost_of_pages(struct fixture *fixture, const struct doc_document *document,
                             pt64 room, struct galley_loosening *loosening)
{
    struct trial trial;
    struct cut *cuts;
    int64_t cost;
    set(fixture, document, room, *loosening, &trial);
    size_t count = layout_cut(&trial.galley, &trial.strips, &cuts, &cost);
    cost += loosening->cost;
    if (!loosening->count)
        layout_loosen(&trial.galley, &trial.strips, cuts, count, fixture->arena, loosening);
    return cost;
}

static void loosening_pays_where_pages_are_in_need(void **state)
{
    int helped = 0, left = 0;
    for (uint32_t seed = 1; seed <= 300; seed++) {
        struct galley_loosening loosening = {0};
        pt64 room = PT(200 + (int)(seed % 9) * 14);
        const struct doc_document *document =
            fixture_read(*state, "fi", random_body(*state, seed, 8));
        int64_t before = cost_of_pages(*state, document, room, &loosening);
        left += loosening.count == 0;
        if (!loosening.count)
            continue;
        assert_true(cost_of_pages(*state, document, room, &loosening) < before);
        helped++;
    }
    assert_true(helped >= 20 && left >= 20);
}

static void a_last_page_is_a_remnant_below_fifteen_per_cent(void **state)
{
    (void)state;
    struct strip strip = {0};
    const struct strips strips = {&strip, 1, 1};
    assert_int_equal(cut_page_cost(&strips, 1, 150, 1000), 0);
    assert_int_equal(cut_page_cost(&strips, 1, 149, 1000), COST_OF_REMNANT / 150);
    assert_int_equal(cut_page_cost(&strips, 1, 0, 1000), COST_OF_REMNANT);
}

/* Pages that are full, but for a few points, ask for nothing. */
static void full_pages_leave_paragraphs_alone(void **state)
{
    struct fixture *fixture = *state;
    struct galley_loosening loosening = {0};
    buf_clear(&fixture->text);
    buf_string(&fixture->text, "<h1>T</h1>");
    for (int i = 0; i < 200; i++)
        buf_string(&fixture->text, "<p>rivi</p>");
    const struct doc_document *document = fixture_read(fixture, "fi", fixture->text.data);
    cost_of_pages(fixture, document, PT(600), &loosening);
    assert_int_equal(loosening.count, 0);
}

/* Returns how many of eight paragraphs are set shorter where the page lacks room for the last
 * lines. Each paragraph could have a line less at the least cost. */
static size_t count_shortened(struct fixture *fixture, int lines)
{
    static const char paragraph[] =
        "<p>yhteistyö kunta toimintakyky ja hyvinvointi on on yhteistyö ja lasten sopimus on "
        "toimintakyky lasten hyvinvointi seurataan seurataan lasten toimintakyky ja se lasten se "
        "seurataan on hyvinvointi kunta on on alue nuorten on yhteistyö se seurataan vuosittain se "
        "ja</p>";
    struct galley_loosening loosening = {0};
    struct trial trial;
    bool near[64];
    buf_clear(&fixture->text);
    buf_string(&fixture->text, "<h1>T</h1>");
    for (int i = 0; i < 8; i++)
        buf_string(&fixture->text, paragraph);
    set(fixture, fixture_read(fixture, "fi", fixture->text.data), 0, loosening, &trial);
    pt64 room =
        strips_height(&trial.strips, 0, trial.strips.count) - lines * trial.strips.items[1].height;
    assert_true(trial.strips.count <= sizeof near);
    memset(near, true, sizeof near);
    trial.galley.page_rooms[0] = room;
    loosen_near(&trial.galley, &trial.strips, near, fixture->arena, &loosening);
    return loosening.count;
}

static void a_page_has_two_loosened_paragraphs_at_most(void **state)
{
    assert_int_equal(count_shortened(*state, 0), 0);
    assert_int_equal(count_shortened(*state, 1), 1);
    assert_int_equal(count_shortened(*state, 2), 2);
    assert_int_equal(count_shortened(*state, 3), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_are_loosened_at_least_cost),
        cmocka_unit_test(loosening_pays_where_pages_are_in_need),
        cmocka_unit_test(a_page_has_two_loosened_paragraphs_at_most),
        cmocka_unit_test(a_last_page_is_a_remnant_below_fifteen_per_cent),
        cmocka_unit_test(full_pages_leave_paragraphs_alone),
    };
    return cmocka_run_group_tests(tests, layout_fixture_open, layout_fixture_close);
}
