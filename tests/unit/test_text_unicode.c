/* A text of any characters is set, nothing is lost, and clusters stay whole. */
#include "text_fixture.h"

#include "base/buf.h"
#include "text/opportunities.h"
#include "text/unicode.h"

#include <string.h>

enum { CODE_POINTS = 0x110000, AT_ONCE = 512, MOST_CHARACTERS = 8 };

static bool is_surrogate(uint32_t codepoint)
{
    return codepoint >= 0xD800 && codepoint <= 0xDFFF;
}

/* Appends the text without soft hyphens and spaces, which a line's end may take. */
static void append_lasting(struct buf *out, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        bool soft_hyphen = i + 1 < size && memcmp(text + i, "\u00AD", 2) == 0;
        if (!soft_hyphen && text[i] != ' ')
            buf_char(out, text[i]);
        i += soft_hyphen;
    }
}

static void read_line(const struct text_line *line, struct buf *out)
{
    for (size_t i = 0; i < line->run_count; i++) {
        const struct text_run *run = &line->runs[i];
        size_t stood_for = 0;
        for (size_t k = 0; k < run->glyph_count; k++)
            stood_for += run->glyphs[k].text_size;
        if (run->soft_hyphen)
            continue;
        assert_int_equal(stood_for, run->text_size);
        append_lasting(out, run->text, run->text_size);
    }
}

/* Sets the text in lines so narrow that each opportunity is taken; they must hold all. */
static void set_all(struct fixture *fixture, const struct buf *text)
{
    struct arena *arena = arena_new();
    struct text_lines lines;
    struct buf read = {0}, wanted = {0};
    const struct text_span span = {.text = text->data,
                                   .size = text->size,
                                   .font = fixture->font,
                                   .font_size = PT(11),
                                   .lang = "fi"};
    const struct text_measure measure = {.width = PT(20), .hyphenate = true};
    text_paragraph_break(text_paragraph_new(fixture->library, arena, &span, 1), arena, &measure,
                         &lines);
    for (size_t i = 0; i < lines.count; i++)
        read_line(&lines.lines[i], &read);
    append_lasting(&wanted, text->data, text->size);
    assert_int_equal(read.size, wanted.size);
    if (wanted.size)
        assert_memory_equal(read.data, wanted.data, wanted.size);
    buf_free(&read);
    buf_free(&wanted);
    arena_free(arena);
}

static void every_character_is_set(void **state)
{
    struct buf text = {0};
    for (uint32_t c = 1; c < CODE_POINTS; c++) {
        if (!is_surrogate(c))
            buf_codepoint(&text, c);
        if ((c + 1) % AT_ONCE)
            continue;
        set_all(*state, &text);
        buf_clear(&text);
    }
    buf_free(&text);
}

static void find(struct text_char *chars, const uint32_t *codepoints, size_t count)
{
    for (size_t i = 0; i < count; i++)
        chars[i] = (struct text_char){.codepoint = codepoints[i]};
    opportunities_find(chars, count);
}

/* Each character stands first, last, alone and beside itself in a text. */
static void every_character_has_its_opportunities(void **state)
{
    struct text_char chars[MOST_CHARACTERS];
    (void)state;
    for (uint32_t c = 0; c < CODE_POINTS; c++) {
        if (is_surrogate(c))
            continue;
        find(chars, &c, 1);
        find(chars, (const uint32_t[]){c, 'a', c, c, ' ', c}, 6);
    }
}

/* Characters of each class of Unicode 15's LineBreak.txt, and of classes of older versions. */
static const uint32_t of_classes[] = {
    0x0A,    0x0B,   0x0D,    0x85,                            /* LF, BK, CR, NL */
    ' ',     0x200B, 0x2060,  0xA0,    0x034F,                 /* SP, ZW, WJ, GL */
    0x0308,  0x20E3, 0xFE0F,  0xE0067, 0x200D,                 /* CM, ZWJ */
    '(',     0x2329, 0x201A,  ')',     '}',    0x3001,         /* OP, CP, CL */
    '"',     0x201C, 0x2019,  '!',     '?',    0x06D4,         /* QU, EX */
    '-',     0x2010, 0x00AD,  '\t',    0x2014, 0x00B4, 0x2002, /* HY, BA, B2, BB */
    ',',     '.',    '/',     0x2026,  0x3005, 0x3041, 0x30FC, /* IS, SY, IN, NS, CJ */
    '0',     0x0661, '$',     0x20AC,  '%',    0x00B0,         /* NU, PR, PO */
    'a',     0x00E4, '#',     0x00A7,  0x05D0, 0x2460, 0x0E01, /* AL, AI, HL, SA */
    0x1100,  0x1160, 0x11A8,  0xAC00,  0xAC01,                 /* JL, JV, JT, H2, H3 */
    0x4E00,  0x231A, 0x20000, 0x1F600,                         /* ID */
    0x1F1EB, 0x261D, 0x1F466, 0x1F3FB,                         /* RI, EB, EM */
    0xFFFC,  0xE000, 0x50005, 0xFFFD,  0xFFFF,                 /* CB, XX */
};
enum { OF_CLASSES = sizeof of_classes / sizeof *of_classes };

static void append_all(struct buf *text, const uint32_t *codepoints, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_codepoint(text, codepoints[i]);
}

/* Appends the pair, also with the parts of clusters between, after and before. */
static void append_pair(struct buf *text, uint32_t first, uint32_t second)
{
    static const uint32_t joints[] = {' ', 0x200D, 0x0308, 0xFE0F, 0x00AD};
    append_all(text, (const uint32_t[]){first, second, ' '}, 3);
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        append_all(text, (const uint32_t[]){first, joints[i], second, ' '}, 4);
        append_all(text, (const uint32_t[]){'a', first, second, joints[i], 'a', ' '}, 6);
        append_all(text, (const uint32_t[]){joints[i], first, second, second, ' '}, 5);
    }
}

static void every_pair_of_classes_is_set(void **state)
{
    struct buf text = {0};
    for (size_t i = 0; i < OF_CLASSES; i++)
        for (size_t k = 0; k < OF_CLASSES; k++) {
            append_pair(&text, of_classes[i], of_classes[k]);
            set_all(*state, &text);
            buf_clear(&text);
        }
    buf_free(&text);
}

/* Checks where a line may end: at "|" in a text of the other characters. */
static void assert_opportunities(const char *text)
{
    uint32_t codepoints[64] = {0};
    struct text_char chars[64];
    bool expected[64] = {false};
    size_t count = 0, size = strlen(text);
    for (size_t at = 0; at < size;) {
        if (text[at] == '|') {
            expected[count - 1] = true;
            at++;
        } else {
            at += unicode_decode(text + at, size - at, &codepoints[count++]);
        }
    }
    find(chars, codepoints, count);
    for (size_t i = 0; i + 1 < count; i++)
        if (chars[i].breaks != expected[i])
            fail_msg("\"%s\": after character %zu", text, i + 1);
}

static void flags_stay_whole(void **state)
{
    (void)state;
    assert_opportunities("🇫🇮|🇸🇪|🇳🇴");
    assert_opportunities("🇫🇮 |🇸🇪");
    assert_opportunities("🇫🇮|🇸");
    assert_opportunities("Suomi |🇫🇮 |on");
    assert_opportunities("🇫\u0308🇮|🇸\u200D🇪");
    assert_opportunities("(🇫🇮), |\u201D🇸🇪\u201D");
}

static void pictures_stay_whole(void **state)
{
    (void)state;
    assert_opportunities("☝🏻"); /* a hand and its colour */
    assert_opportunities("☝️🏻");
    assert_opportunities("漢|☝ |🏻|漢"); /* a colour by itself */
    assert_opportunities("☝\u200D漢|漢");
    assert_opportunities("a |\u200D漢");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_has_its_opportunities),
        cmocka_unit_test(every_character_is_set),
        cmocka_unit_test(every_pair_of_classes_is_set),
        cmocka_unit_test(flags_stay_whole),
        cmocka_unit_test(pictures_stay_whole),
    };
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
