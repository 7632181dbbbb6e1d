#include "text_fixture.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

static const char long_text[] =
    "Keski-Suomen hyvinvointialueen, kuntien ja maakunnan liiton yhteistyösopimus sekä sitä "
    "täydentävä yhdyspintasuunnitelma muodostavat yhdessä hyvinvointialueesta annetun lain "
    "(611/2021) 14\u00A0§:n mukaisen neuvottelun tuloksen valtuustokaudelle 2025–2029. "
    "Yhdyspintasuunnitelmassa kuvataan toimenpiteet, vastuutahot ja seuranta, joilla sosiaali- ja "
    "terveydenhuollon, työllisyyden edistämisen, kotoutumisen sekä häiriötilanteisiin "
    "varautumisen yhdyspinnat hoidetaan. Kunnanhallitus päättää hyväksyä sopimuksen omalta "
    "osaltaan, ja lisätietoja antaa etunimi.sukunimi@joutsa.fi tai STM:n verkkosivu.";

static struct text_span text_span(const struct fixture *fixture, const char *text)
{
    return (struct text_span){.text = text,
                              .size = strlen(text),
                              .font = fixture->font,
                              .font_size = PT(11),
                              .lang = "fi"};
}

static struct text_span other_span(const struct fixture *fixture, enum text_span_kind kind,
                                   pt64 width)
{
    return (struct text_span){
        .kind = kind, .font = fixture->font, .font_size = PT(11), .width = width};
}

static struct text_lines break_spans(struct fixture *fixture, const struct text_span *spans,
                                     size_t count, struct text_measure measure)
{
    struct text_lines lines;
    struct text_paragraph *paragraph =
        text_paragraph_new(fixture->library, fixture->arena, spans, count);
    text_paragraph_break(paragraph, fixture->arena, &measure, &lines);
    return lines;
}

static struct text_lines break_text(struct fixture *fixture, const char *text, pt64 width,
                                    bool hyphenate)
{
    struct text_span span = text_span(fixture, text);
    return break_spans(fixture, &span, 1,
                       (struct text_measure){.width = width, .hyphenate = hyphenate});
}

static struct text_paragraph *paragraph_of(struct fixture *fixture, const char *text)
{
    struct text_span span = text_span(fixture, text);
    return text_paragraph_new(fixture->library, fixture->arena, &span, 1);
}

/* Writes lines as text: "|" where a line ends, "-|" where it ends in a soft hyphen, "_|" in a
 * space. */
static void write_lines(const struct text_lines *lines, struct buf *out)
{
    buf_clear(out);
    for (size_t i = 0; i < lines->count; i++) {
        const struct text_line *line = &lines->lines[i];
        for (size_t j = 0; j < line->run_count; j++) {
            const struct text_run *run = &line->runs[j];
            if (run->fill)
                buf_string(out, "[]");
            else if (run->soft_hyphen)
                buf_string(out, "-");
            else
                buf_append(out, run->text, run->text_size);
            if (run->space_after)
                buf_string(out, "_");
        }
        buf_string(out, "|");
    }
}

static void assert_lines(struct fixture *fixture, const char *text, pt64 width, bool hyphenate,
                         const char *expected)
{
    struct text_lines lines = break_text(fixture, text, width, hyphenate);
    struct buf found = {0};
    write_lines(&lines, &found);
    assert_string_equal(found.data, expected);
    buf_free(&found);
}

/* Reads the runs' text as a PDF reader would, with a space where a break ate one. */
static void read_back(const struct text_lines *lines, struct buf *out)
{
    for (size_t i = 0; i < lines->count; i++)
        for (size_t j = 0; j < lines->lines[i].run_count; j++) {
            const struct text_run *run = &lines->lines[i].runs[j];
            if (!run->soft_hyphen)
                buf_append(out, run->text, run->text_size);
            if (run->space_after)
                buf_char(out, ' ');
        }
}

static void assert_reads(const struct text_lines *lines, const char *text)
{
    struct buf read = {0};
    read_back(lines, &read);
    assert_string_equal(read.data, text);
    buf_free(&read);
}

/* Returns the drawn width of a run, from its glyphs alone, as pdf would have it. */
static pt64 drawn_width(const struct fixture *fixture, const struct text_run *run)
{
    int64_t advance = 0;
    pt64 spaces = 0;
    size_t at = 0;
    for (size_t i = 0; i < run->glyph_count; i++) {
        advance += run->glyphs[i].advance;
        if (run->text[at] == ' ')
            spaces += run->word_space;
        at += run->glyphs[i].text_size;
    }
    assert_int_equal(at, run->text_size);
    return spaces + text_font_scale(fixture->font, advance, PT(11));
}

static void assert_near(pt64 found, pt64 expected)
{
    assert_in_range(found - expected + 1, 0, 2);
}

static void assert_sound(const struct fixture *fixture, const struct text_line *line)
{
    for (size_t i = 0; i < line->run_count; i++) {
        const struct text_run *run = &line->runs[i];
        if (!run->fill)
            assert_near(drawn_width(fixture, run), run->width);
        if (i)
            assert_int_equal(run->x, run[-1].x + run[-1].width);
        if (run->soft_hyphen)
            assert_true(i + 1 == line->run_count && line->hyphenated);
    }
    if (line->run_count) {
        const struct text_run *last = &line->runs[line->run_count - 1];
        assert_int_not_equal(line->runs[0].text[0], ' ');
        assert_int_not_equal(last->text[last->text_size - 1], ' ');
        assert_int_equal(last->x + last->width - line->runs[0].x, line->width);
    }
}

static void every_width_holds(void **state)
{
    struct fixture *fixture = *state;
    static const enum text_align aligns[] = {TEXT_RAGGED, TEXT_JUSTIFIED, TEXT_RIGHT, TEXT_CENTRED};
    for (pt64 width = PT(110); width < PT(520); width += PT(17))
        for (size_t i = 0; i < 8; i++) {
            struct text_span span = text_span(fixture, long_text);
            struct text_measure measure = {width, 0, aligns[i / 2], i % 2, 0};
            struct text_lines lines = break_spans(fixture, &span, 1, measure);
            assert_reads(&lines, long_text);
            for (size_t j = 0; j < lines.count; j++) {
                assert_sound(fixture, &lines.lines[j]);
                assert_in_range(lines.lines[j].width, 1, width);
                assert_false(lines.lines[j].overfull);
            }
        }
}

static void justified_lines_fill_the_measure(void **state)
{
    struct fixture *fixture = *state;
    for (pt64 width = PT(200); width < PT(500); width += PT(13) + 7) {
        struct text_span span = text_span(fixture, long_text);
        struct text_lines lines = break_spans(
            fixture, &span, 1, (struct text_measure){width, 0, TEXT_JUSTIFIED, true, 0});
        for (size_t i = 0; i + 1 < lines.count; i++)
            assert_near(lines.lines[i].width, width);
        assert_int_equal(lines.lines[lines.count - 1].runs[0].word_space <= 0, 1);
    }
}

/* A row of three hyphens is worse than anything but an overfull line. */
static void few_hyphens_in_a_row(void **state)
{
    struct fixture *fixture = *state;
    for (pt64 width = PT(120); width < PT(400); width += PT(7)) {
        struct text_span span = text_span(fixture, long_text);
        struct text_lines lines = break_spans(
            fixture, &span, 1, (struct text_measure){width, 0, TEXT_JUSTIFIED, true, 0});
        for (size_t i = 2; i < lines.count; i++)
            assert_false(lines.lines[i].hyphenated && lines.lines[i - 1].hyphenated &&
                         lines.lines[i - 2].hyphenated);
    }
}

static void ragged_text_has_few_hyphens(void **state)
{
    struct text_lines lines = break_text(*state, long_text, PT(400), true);
    for (size_t i = 0; i < lines.count; i++)
        assert_false(lines.lines[i].hyphenated);
}

static void same_lines_cold_and_warm(void **state)
{
    struct fixture *fixture = *state;
    struct buf cold = {0}, warm = {0};
    struct text_library *library = text_library_new(NULL, fixture->diags);
    struct text_span span = text_span(fixture, long_text);
    span.font = text_font_find(library, "Carlito", false, false, NULL, fixture->diags);
    struct text_paragraph *paragraph = text_paragraph_new(library, fixture->arena, &span, 1);
    struct text_measure measure = {PT(170), 0, TEXT_JUSTIFIED, true, 0};
    struct text_lines lines;
    text_paragraph_break(paragraph, fixture->arena, &measure, &lines);
    write_lines(&lines, &cold);
    text_paragraph_break(paragraph, fixture->arena, &measure, &lines);
    write_lines(&lines, &warm);
    assert_string_equal(cold.data, warm.data);
    text_library_free(library);
    buf_free(&cold);
    buf_free(&warm);
}

static void breaks_at_spaces_and_hyphens(void **state)
{
    assert_lines(*state, "yksi kaksi", PT(40), false, "yksi_|kaksi|");
    assert_lines(*state, "Keski-Suomen", PT(50), false, "Keski-|Suomen|");
    assert_lines(*state, "ja/tai", PT(20), false, "ja/|tai|");
    assert_lines(*state, " yksi ", PT(400), false, "yksi|");
}

static void hyphenates(void **state)
{
    assert_lines(*state, "yhdyspintasuunnitelma", PT(70), true, "yhdyspinta-|suunnitelma|");
    assert_lines(*state, "yhdyspinta\u00ADsuunnitelma", PT(70), true, "yhdyspinta-|suunnitelma|");
    struct text_lines lines = break_text(*state, "yhdyspintasuunnitelma", PT(70), true);
    const struct text_run *hyphen = &lines.lines[0].runs[1];
    assert_true(hyphen->soft_hyphen && lines.lines[0].hyphenated);
    assert_int_equal(hyphen->glyph_count, 1);
    assert_int_not_equal(hyphen->glyphs[0].id, 0);
    assert_memory_equal(hyphen->text, "\xC2\xAD", 2);
    assert_int_equal(hyphen->text_size, 2);
}

static void an_unbroken_soft_hyphen_draws_nothing(void **state)
{
    struct text_lines with = break_text(*state, "yhdyspinta\u00ADsuunnitelma", PT(400), true);
    struct text_lines without = break_text(*state, "yhdyspintasuunnitelma", PT(400), true);
    assert_int_equal(with.lines[0].run_count, 1);
    assert_int_equal(with.lines[0].width, without.lines[0].width);
}

/* Rather than a line that doesn't fit, a word is cut though hyphenation is off. */
static void cuts_words_in_an_emergency(void **state)
{
    struct fixture *fixture = *state;
    assert_lines(fixture, "yhdyspintasuunnitelma", PT(70), false, "yhdyspinta-|suunnitelma|");
    assert_lines(fixture, "etunimi.sukunimi@joutsa.fi", PT(100), true,
                 "etunimi.sukunimi@|joutsa.fi|");
    struct text_span span = text_span(fixture, "yhdyspintasuunnitelma");
    span.no_hyphens = true;
    struct text_lines lines =
        break_spans(fixture, &span, 1, (struct text_measure){PT(70), 0, TEXT_RAGGED, true, 0});
    assert_int_equal(lines.count, 2);
    assert_true(lines.lines[0].hyphenated && !lines.lines[0].overfull && !lines.lines[0].torn);
}

/* What no point divides into pieces that fit is torn: with a hyphen between letters alone. */
static void tears_what_is_wider_than_a_line(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        const char *text;
        bool hyphens;
    } cases[] = {{"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", true},
                 {"0123456789012345678901234567890123456789", false},
                 {"a1b2c3d4e5f6a7b8c9d0a1b2c3d4e5f6a7b8c9d0", false},
                 {"https://a.fi/aaaaaaaaaaaaaaaaaaaaaaaaaaa", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (pt64 width = PT(30); width < PT(120); width += PT(7)) {
            struct text_lines lines = break_text(fixture, cases[i].text, width, true);
            assert_true(lines.count > 1);
            for (size_t k = 0; k < lines.count; k++) {
                assert_true(lines.lines[k].width <= width && !lines.lines[k].overfull);
                assert_int_equal(lines.lines[k].ends, k + 1 == lines.count);
                if (lines.lines[k].torn)
                    assert_int_equal(lines.lines[k].hyphenated, cases[i].hyphens);
            }
            assert_true(lines.lines[0].torn || i == 3);
            assert_reads(&lines, cases[i].text);
        }
}

/* No piece may be parted where a line ends, at any width that holds the piece. */
static void what_belongs_together_stays(void **state)
{
    static const char *const pieces[] = {"611/2021",
                                         "STM:n",
                                         "etunimi.sukunimi@joutsa.fi",
                                         "14\u00A0§",
                                         "2025–2029",
                                         "24.10.2025",
                                         "e-las",
                                         "km/h",
                                         "a–b:n",
                                         "15\u00A0000\u00A0€",
                                         "1.–3."};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        const char *text = arena_printf(fixture->arena, "aa bb %s cc %s dd", pieces[i], pieces[i]);
        pt64 least = text_paragraph_max_width(paragraph_of(fixture, pieces[i]));
        for (pt64 width = least; width < least + PT(90); width += PT(5)) {
            struct text_lines lines = break_text(fixture, text, width, true);
            for (size_t j = 0; j + 1 < lines.count; j++) {
                const struct text_line *line = &lines.lines[j];
                if (!line->runs[line->run_count - 1].space_after)
                    fail_msg("%s is parted at %d", pieces[i], width);
            }
        }
    }
}

static void web_addresses_break_after_slashes(void **state)
{
    assert_lines(*state, "https://www.hyvaks.fi/yhteistyo/2025", PT(120), true,
                 "https://www.hyvaks.fi/|yhteistyo/2025|");
    assert_lines(*state, "https://stm.fi/sote-uudistus", PT(90), true,
                 "https://stm.fi/|sote-uudistus|");
}

static void nowrap_spans_stay_whole(void **state)
{
    struct fixture *fixture = *state;
    struct text_span spans[] = {text_span(fixture, "aaa "), text_span(fixture, "bbb ccc ddd"),
                                text_span(fixture, " eee")};
    struct buf found = {0};
    spans[1].no_break = true;
    struct text_lines lines =
        break_spans(fixture, spans, 3, (struct text_measure){PT(65), 0, TEXT_RAGGED, true, 0});
    write_lines(&lines, &found);
    assert_string_equal(found.data, "aaa_|bbb ccc ddd_|eee|");
    buf_free(&found);
}

static void spans_make_runs(void **state)
{
    struct fixture *fixture = *state;
    struct text_span spans[] = {text_span(fixture, "sana "), text_span(fixture, "lihava"),
                                text_span(fixture, ", loppu")};
    spans[1].font = fixture->bold;
    struct text_lines lines =
        break_spans(fixture, spans, 3, (struct text_measure){PT(300), 0, TEXT_RAGGED, true, 0});
    assert_int_equal(lines.count, 1);
    assert_int_equal(lines.lines[0].run_count, 3);
    assert_int_equal(lines.lines[0].runs[1].span, 1);
    assert_reads(&lines, "sana lihava, loppu");
    lines = break_spans(fixture, spans, 3, (struct text_measure){PT(65), 0, TEXT_RAGGED, true, 0});
    assert_int_equal(lines.count, 2);
    assert_reads(&lines, "sana lihava, loppu");
}

static void a_word_in_two_spans_is_not_hyphenated_but_torn(void **state)
{
    struct fixture *fixture = *state;
    struct text_span spans[] = {text_span(fixture, "yhdyspinta"),
                                text_span(fixture, "suunnitelma")};
    spans[1].font = fixture->bold;
    struct text_lines lines =
        break_spans(fixture, spans, 2, (struct text_measure){PT(60), 0, TEXT_RAGGED, true, 0});
    assert_int_equal(lines.count, 2);
    assert_true(lines.lines[0].torn && !lines.lines[0].overfull);
    assert_reads(&lines, "yhdyspintasuunnitelma");
}

static void forced_breaks(void **state)
{
    struct fixture *fixture = *state;
    struct text_span line_break = other_span(fixture, TEXT_SPAN_BREAK, 0);
    struct text_span spans[] = {text_span(fixture, "yksi "), line_break, line_break,
                                text_span(fixture, "kaksi"), line_break};
    struct text_measure measure = {PT(200), 0, TEXT_JUSTIFIED, true, 0};
    struct buf found = {0};
    struct text_lines lines = break_spans(fixture, spans, 5, measure);
    write_lines(&lines, &found);
    assert_string_equal(found.data, "yksi||kaksi|");
    lines = break_spans(fixture, &line_break, 1, measure);
    assert_int_equal(lines.count, 1);
    assert_int_equal(lines.lines[0].run_count, 0);
    buf_free(&found);
}

static void nothing_is_one_empty_line(void **state)
{
    struct fixture *fixture = *state;
    struct text_lines lines = break_text(fixture, "", PT(200), true);
    assert_int_equal(lines.count, 1);
    assert_int_equal(lines.lines[0].run_count, 0);
    lines = break_spans(fixture, NULL, 0, (struct text_measure){.width = PT(200)});
    assert_int_equal(lines.count, 1);
    lines = break_text(fixture, "  ", PT(200), true);
    assert_int_equal(lines.count, 1);
    assert_int_equal(lines.lines[0].width, 0);
}

static void a_fill_takes_the_rest(void **state)
{
    struct fixture *fixture = *state;
    struct text_span spans[] = {
        text_span(fixture, "Paikka "), other_span(fixture, TEXT_SPAN_FILL, PT(60)),
        text_span(fixture, " aika "), other_span(fixture, TEXT_SPAN_FILL, PT(60))};
    struct text_lines lines =
        break_spans(fixture, spans, 4, (struct text_measure){PT(300), 0, TEXT_JUSTIFIED, true, 0});
    const struct text_line *line = &lines.lines[0];
    assert_int_equal(lines.count, 1);
    assert_int_equal(line->width, PT(300));
    assert_true(line->runs[1].fill && line->runs[3].fill);
    assert_true(line->runs[1].width > PT(60));
    assert_near(line->runs[1].width, line->runs[3].width);
    assert_int_equal(line->runs[1].glyph_count, 0);
    lines = break_spans(fixture, spans, 4, (struct text_measure){PT(120), 0, TEXT_RAGGED, true, 0});
    assert_int_equal(lines.count, 2);
    assert_int_equal(lines.lines[0].width, PT(120));
    assert_int_equal(lines.lines[1].width, PT(120));
}

static void overfull_lines_say_so(void **state)
{
    struct text_lines lines = break_text(*state, "a 611/2021 b", PT(4), true);
    assert_true(lines.lines[0].overfull && lines.lines[1].overfull);
    assert_true(lines.lines[1].width > PT(4));
    lines = break_text(*state, "a b", -5, true);
    assert_int_equal(lines.count, 2);
    assert_true(lines.lines[0].overfull);
}

/* The text's second word alone is wider than the measure of the other lines. */
static void a_hanging_first_line_takes_what_fits_it(void **state)
{
    struct fixture *fixture = *state;
    struct text_span span = text_span(fixture, "a bbbbbbbbbbbb");
    pt64 width = text_paragraph_max_width(paragraph_of(fixture, "bbbbbbbbbbbb")) - PT(1);
    struct text_measure measure = {.width = width, .first_indent = -PT(40)};
    struct text_lines lines = break_spans(fixture, &span, 1, measure);
    assert_int_equal(lines.count, 1);
    assert_false(lines.lines[0].overfull);
}

static void indents_the_first_line(void **state)
{
    struct fixture *fixture = *state;
    struct text_span span = text_span(fixture, long_text);
    static const pt64 indents[] = {PT(30), -PT(30)};
    for (size_t i = 0; i < 2; i++) {
        struct text_measure measure = {PT(300), indents[i], TEXT_JUSTIFIED, true, 0};
        struct text_lines lines = break_spans(fixture, &span, 1, measure);
        assert_int_equal(lines.lines[0].runs[0].x, indents[i]);
        assert_near(lines.lines[0].width, PT(300) - indents[i]);
        assert_int_equal(lines.lines[1].runs[0].x, 0);
        assert_near(lines.lines[1].width, PT(300));
    }
}

static void sets_right_and_centred(void **state)
{
    struct fixture *fixture = *state;
    struct text_span span = text_span(fixture, "sana");
    struct text_lines right =
        break_spans(fixture, &span, 1, (struct text_measure){PT(100), 0, TEXT_RIGHT, true, 0});
    struct text_lines centred =
        break_spans(fixture, &span, 1, (struct text_measure){PT(100), 0, TEXT_CENTRED, true, 0});
    pt64 slack = PT(100) - right.lines[0].width;
    assert_near(right.lines[0].runs[0].x, slack);
    assert_near(centred.lines[0].runs[0].x, slack / 2);
}

static void widths_of_the_paragraph(void **state)
{
    struct fixture *fixture = *state;
    struct text_paragraph *paragraph = paragraph_of(fixture, long_text);
    pt64 most = text_paragraph_max_width(paragraph);
    pt64 whole = text_paragraph_min_width(paragraph, TEXT_CUT_WRITTEN);
    pt64 least = text_paragraph_min_width(paragraph, TEXT_CUT_WORDS);
    assert_true(0 < least && least <= whole && whole < most);
    assert_int_equal(break_text(fixture, long_text, most, true).count, 1);
    assert_int_equal(break_text(fixture, long_text, most - 2, true).count, 2);
    struct text_lines lines = break_text(fixture, long_text, whole, false);
    for (size_t i = 0; i < lines.count; i++)
        assert_false(lines.lines[i].overfull || lines.lines[i].hyphenated);
    lines = break_text(fixture, long_text, least, true);
    for (size_t i = 0; i < lines.count; i++)
        assert_false(lines.lines[i].overfull);
}

/* In a text of one long word, hyphenation makes the difference of the two least widths. */
static void least_width_when_hyphenated(void **state)
{
    struct fixture *fixture = *state;
    struct text_paragraph *paragraph = paragraph_of(fixture, "yhdyspintasuunnitelma");
    pt64 widest_syllable = text_paragraph_max_width(paragraph_of(fixture, "suun-"));
    assert_near(text_paragraph_min_width(paragraph, TEXT_CUT_WORDS), widest_syllable);
    assert_int_equal(text_paragraph_min_width(paragraph, TEXT_CUT_WRITTEN),
                     text_paragraph_max_width(paragraph));
}

static void names_the_missing_character(void **state)
{
    struct fixture *fixture = *state;
    struct text_span spans[] = {text_span(fixture, "sana "), text_span(fixture, "漢")};
    struct text_missing missing;
    struct text_paragraph *paragraph =
        text_paragraph_new(fixture->library, fixture->arena, spans, 2);
    assert_true(text_paragraph_find_missing(paragraph, &missing));
    assert_int_equal(missing.codepoint, 0x6F22);
    assert_int_equal(missing.span, 1);
    assert_false(text_paragraph_find_missing(paragraph_of(fixture, long_text), &missing));
}

/* A short last line costs, so the line before gives it a word where that is cheap. */
static void avoids_a_tiny_last_line(void **state)
{
    struct text_lines lines =
        break_text(*state, "Kunnat ja alue sopivat yhteisistä tavoitteista ja niiden tilasta nyt.",
                   PT(275), false);
    assert_int_equal(lines.count, 2);
    assert_true(lines.lines[1].width > PT(275) / 8);
}

/* Returns whether any line but the last leaves more than a fifth of the measure. */
static bool has_short_line(const struct text_lines *lines, pt64 width)
{
    for (size_t i = 0; i + 1 < lines->count; i++)
        if (lines->lines[i].width < width * 4 / 5 - 1)
            return true;
    return false;
}

/* A paragraph has as many lines as asked for, or the cheapest number: never a bad line. */
static void as_many_lines_as_asked(void **state)
{
    struct fixture *fixture = *state;
    int longer = 0, shorter = 0;
    for (pt64 width = PT(230); width < PT(500); width += PT(13)) {
        struct text_span span = text_span(fixture, long_text);
        struct text_measure measure = {width, 0, TEXT_RAGGED, true, 0};
        struct text_lines cheapest = break_spans(fixture, &span, 1, measure);
        for (measure.looser = -2; measure.looser <= 2; measure.looser++) {
            struct text_lines lines = break_spans(fixture, &span, 1, measure);
            int more = (int)lines.count - (int)cheapest.count;
            assert_reads(&lines, long_text);
            assert_true(more == 0 || more == measure.looser);
            assert_true(more ? lines.cost > cheapest.cost : lines.cost == cheapest.cost);
            assert_false(more && has_short_line(&lines, width));
            longer += more > 0;
            shorter += more < 0;
        }
    }
    assert_true(longer >= 10 && shorter >= 1);
}

static void loose_lines_are_not_asked_of_parted_text(void **state)
{
    struct fixture *fixture = *state;
    struct text_span spans[] = {text_span(fixture, long_text),
                                other_span(fixture, TEXT_SPAN_BREAK, 0),
                                text_span(fixture, long_text)};
    struct text_measure measure = {PT(300), 0, TEXT_RAGGED, true, 0};
    size_t count = break_spans(fixture, spans, 3, measure).count;
    measure.looser = 1;
    assert_int_equal(break_spans(fixture, spans, 3, measure).count, count);
}

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static size_t random_bytes(uint32_t *seed, char *bytes, size_t limit)
{
    static const char *const parts[] = {
        " ",    "yhteistyö", "-",  "\u00A0", "\u00AD", "/",          "@",  "://",
        "www.", "\n",        "\t", "\u200B", "أب",     "\u0301",     "漢", "\u2028",
        "\xFF", "\xE4\xB8",  "",   "11.2.",  "–",      "👩‍👧"};
    size_t size = 0;
    for (size_t count = next_random(seed) % 40; count; count--) {
        const char *part = parts[next_random(seed) % (sizeof parts / sizeof *parts)];
        char byte = (char)next_random(seed);
        size_t part_size = *part ? strlen(part) : 1;
        if (size + part_size > limit)
            break;
        memcpy(bytes + size, *part ? part : &byte, part_size);
        size += part_size;
    }
    return size;
}

static void random_span(struct fixture *fixture, uint32_t *seed, struct text_span *span)
{
    char *bytes = arena_alloc(fixture->arena, 400);
    *span = text_span(fixture, bytes);
    span->size = random_bytes(seed, bytes, 400);
    span->kind = next_random(seed) % 8 ? TEXT_SPAN_TEXT : next_random(seed) % 2 + 1;
    span->width = (pt64)(next_random(seed) % 5000) - 500;
    span->no_break = next_random(seed) % 5 == 0;
    span->no_hyphens = next_random(seed) % 5 == 0;
    span->lang = (const char *const[]){"fi", "sv", "en", "", NULL, "x"}[next_random(seed) % 6];
}

/* Any bytes make lines that are no wider than reported. */
static void garbage(void **state)
{
    struct fixture *fixture = *state;
    uint32_t seed = 20251024;
    for (int round = 0; round < 3000; round++) {
        struct text_span spans[4];
        size_t count = next_random(&seed) % 5;
        for (size_t i = 0; i < count; i++)
            random_span(fixture, &seed, &spans[i]);
        struct text_measure measure = {(pt64)(next_random(&seed) % 20000) - 100,
                                       (pt64)(next_random(&seed) % 4000) - 2000,
                                       (enum text_align)(next_random(&seed) % 4),
                                       next_random(&seed) % 2, (int)(next_random(&seed) % 5) - 2};
        struct text_lines lines = break_spans(fixture, spans, count, measure);
        assert_true(lines.count >= 1);
        for (size_t i = 0; i < lines.count; i++) {
            pt64 indent = i ? 0 : measure.first_indent;
            assert_true(lines.lines[i].overfull || lines.lines[i].run_count == 0 ||
                        lines.lines[i].width <= measure.width - indent);
        }
    }
}

static void huge_values(void **state)
{
    struct fixture *fixture = *state;
    struct text_span spans[] = {text_span(fixture, long_text),
                                other_span(fixture, TEXT_SPAN_FILL, INT32_MAX)};
    spans[0].font_size = INT32_MAX;
    struct text_measure measure = {INT32_MAX, INT32_MIN, TEXT_JUSTIFIED, true, 0};
    assert_true(break_spans(fixture, spans, 2, measure).count >= 1);
    measure = (struct text_measure){INT32_MIN, INT32_MAX, TEXT_CENTRED, true, 0};
    assert_true(break_spans(fixture, spans, 2, measure).count >= 1);
    spans[0].font_size = 0;
    assert_true(break_spans(fixture, spans, 2, measure).count >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_width_holds),
        cmocka_unit_test(justified_lines_fill_the_measure),
        cmocka_unit_test(few_hyphens_in_a_row),
        cmocka_unit_test(ragged_text_has_few_hyphens),
        cmocka_unit_test(same_lines_cold_and_warm),
        cmocka_unit_test(breaks_at_spaces_and_hyphens),
        cmocka_unit_test(hyphenates),
        cmocka_unit_test(an_unbroken_soft_hyphen_draws_nothing),
        cmocka_unit_test(cuts_words_in_an_emergency),
        cmocka_unit_test(tears_what_is_wider_than_a_line),
        cmocka_unit_test(what_belongs_together_stays),
        cmocka_unit_test(web_addresses_break_after_slashes),
        cmocka_unit_test(nowrap_spans_stay_whole),
        cmocka_unit_test(spans_make_runs),
        cmocka_unit_test(a_word_in_two_spans_is_not_hyphenated_but_torn),
        cmocka_unit_test(forced_breaks),
        cmocka_unit_test(nothing_is_one_empty_line),
        cmocka_unit_test(a_fill_takes_the_rest),
        cmocka_unit_test(overfull_lines_say_so),
        cmocka_unit_test(a_hanging_first_line_takes_what_fits_it),
        cmocka_unit_test(indents_the_first_line),
        cmocka_unit_test(sets_right_and_centred),
        cmocka_unit_test(widths_of_the_paragraph),
        cmocka_unit_test(least_width_when_hyphenated),
        cmocka_unit_test(names_the_missing_character),
        cmocka_unit_test(avoids_a_tiny_last_line),
        cmocka_unit_test(as_many_lines_as_asked),
        cmocka_unit_test(loose_lines_are_not_asked_of_parted_text),
        cmocka_unit_test(garbage),
        cmocka_unit_test(huge_values),
    };
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
