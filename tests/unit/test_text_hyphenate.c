#include "text_fixture.h"

#include "base/buf.h"
#include "text/hyphenate.h"
#include "text/library.h"
#include "text/prefix.h"
#include "text/shape.h"

#include <string.h>

/* A word with "=" between the parts of compounds, "-" between syllables, "~" at last resorts. */
struct spelling {
    const char *lang;
    bool address;
    const char *points;
};

static void spell(const struct word *word, const struct hyphens *hyphens, struct buf *out)
{
    static const char marks[] = {' ', '~', '-', '='};
    size_t at = 0;
    buf_clear(out);
    for (size_t i = 0; i < hyphens->count; i++) {
        buf_append(out, word->text + at, hyphens->points[i].end - at);
        buf_char(out, marks[hyphens->points[i].level]);
        at = hyphens->points[i].start;
    }
    buf_append(out, word->text + at, word->size - at);
}

/* Appends the word without marks. No word in the tables has a hyphen of its own. */
static void unmark(const char *points, struct buf *word)
{
    buf_clear(word);
    for (const char *c = points; *c; c++)
        if (*c != '=' && *c != '-' && *c != '~')
            buf_char(word, *c);
}

static struct word *word_of(struct fixture *fixture, const char *lang, bool address,
                            const char *text, size_t size)
{
    const struct word_style style = {
        .font = fixture->font, .lang = library_lang(fixture->library, lang), .address = address};
    return shape_word(fixture->library, &style, text, size);
}

static void check(struct fixture *fixture, struct spelling spelling)
{
    struct buf text = {0}, found = {0};
    unmark(spelling.points, &text);
    struct word *word = word_of(fixture, spelling.lang, spelling.address, text.data, text.size);
    spell(word, hyphenate_word(fixture->library, word), &found);
    assert_string_equal(found.data, spelling.points);
    buf_free(&text);
    buf_free(&found);
}

static void finnish_words(void **state)
{
    static const char *const words[] = {
        "yh-dys=pin-ta=suun-ni-tel-ma",
        "yh-dys=pin-ta=työ",
        "hy-vin=voin-ti=alue",
        "hy-vin=voin-ti=alueel-la",
        "hy-vin=voin-ti=ker-to-mus",
        "työl-li-syys=alue",
        "asia-kas=tyy-ty-väi-syys=in-dek-si",
        "kun-nan=hal-li-tus",
        "kun-nan=hal-li-tuk-sen",
        "kau-pun-gin=val-tuus-to",
        "alue=val-tuus-to",
        "yh-teis=työ=so-pi-muk-sen",
        "yh-teis=toi-min-ta=so-pi-muk-ses-sa",
        "pui-te=so-pi-mus",
        "kun-ta=yh-ty-mä",
        "opis-ke-lu=huol-lon",
        "per-he=kes-kus=koor-di-naat-to-ria",
        "ter-vey-den=huol-lon",
        "so-siaa-li=huol-to",
        "pe-las-tus=toi-men",
        "jär-jes-tä-mi-ses-tä",
        "tur-val-li-suu-den",
        "kes-ki=suo-ma-lais-ten",
        "val-tio=neu-vos-to",
        "val-tuus-to=kau-sit-tain",
        "ikä=ih-mis-ten",
        "iäk-käi-den",
        "mie-len=ter-veys",
        "päih-de=työ",
        "elin=voi-ma",
        "eh-käi-se-vä",
        "yh-teen=so-vit-ta-mi-nen",
        "yh-tei-söl-li-syys",
        "mo-ni=alai-nen",
        "ke-hit-tä-mis=ta-voit-teet",
        "toi-men=pi-teis-tä",
        "neu-vot-te-lui-hin",
        "häi-riö=ti-lan-tei-siin",
        "työ=voi-ma=vi-ran=omais-ten",
        "alue=ke-hi-tys=joh-ta-ja",
        "Jy-väs=ky-län",
        "Ää-ne=kos-ki",
        "Han-ka=sal-men",
        "Pih-ti=pu-taan",
        "Vii-ta=saa-ren",
        "Keu-ruun",
        "Uu-rais-ten",
        "Kuh-mois-ten",
        "se-los-tus",
        "esit-te-li-jä",
        "pää-tös=eh-do-tus",
        "PÄÄ-TÖS=EH-DO-TUS",
        "pöy-tä=kir-jan=ote",
        "oi-kai-su=vaa-ti-mus",
        "il-ta=ää-nes-tys",
        "säh-kö=pos-ti",
        "toi-mi=elin",
        "luot-ta-mus=hen-ki-lö",
        "lä-hi=suh-de=vä-ki=val-ta",
        "kult-tuu-ri=hy-vin=voin-ti",
        "(su-luis-sa)",
        "”lai-naus”.",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        check(*state, (struct spelling){"fi", false, words[i]});
}

static void parts_of_compounds_are_nominatives(void **state)
{
    static const struct {
        const char *letters;
        bool is_part;
    } cases[] = {{"kevat", false},  {"internet", true}, {"olut", true},
                 {"tavoit", false}, {"neuvot", false},  {"hyvinvoint", false}};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct letters letters = {.count = strlen(cases[i].letters)};
        for (size_t k = 0; k < letters.count; k++)
            letters.codepoints[k] = (unsigned char)cases[i].letters[k];
        for (int again = 0; again < 2; again++)
            assert_int_equal(prefix_is_part(fixture->library, &letters), cases[i].is_part);
    }
}

static void unbreakable_finnish(void **state)
{
    static const char *const words[] = {"STM:n", "HYTE", "Teams", "eDuuni",    "maa",
                                        "aie",   "1000", "§:n",   "palvelut2", "raa'an",
                                        "a/b",   "1.5",  "v.2"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        check(*state, (struct spelling){"fi", false, words[i]});
}

static void unknown_words_are_a_last_resort(void **state)
{
    check(*state, (struct spelling){"fi", false, "so~te~kes~kus"});
}

static void swedish_words(void **state)
{
    static const char *const words[] = {"över-ens-kom-mel-se",
                                        "väl-färds=om-rå-des-full-mäk-ti-ge",
                                        "kom-mun-sty-rel-sen",
                                        "sam-ar-bets=av-tal",
                                        "stads=full-mäk-ti-ge",
                                        "små-barns=pe-da-go-gik",
                                        "rät-tig-hets=in-ne-ha-va-re",
                                        "väns-ter-kant",
                                        "av-gräns-ning-ar",
                                        "loss-nings=plats"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        check(*state, (struct spelling){"sv-FI", false, words[i]});
}

static void other_languages_have_none(void **state)
{
    check(*state, (struct spelling){"en", false, "cooperation"});
    check(*state, (struct spelling){"fit", false, "yhteistyösopimus"});
    check(*state, (struct spelling){NULL, false, "yhteistyösopimus"});
}

static void soft_hyphens_come_first(void **state)
{
    struct fixture *fixture = *state;
    static const char text[] = "yhteis\xC2\xADtyösopimus";
    struct word *word = word_of(fixture, "fi", false, text, strlen(text));
    const struct hyphens *hyphens = hyphenate_word(fixture->library, word);
    assert_int_equal(hyphens->count, 1);
    assert_int_equal(hyphens->points[0].end, 6);
    assert_int_equal(hyphens->points[0].start, 8);
    assert_int_equal(hyphens->points[0].level, HYPHEN_COMPOUND);
}

static void addresses_break_after_marks(void **state)
{
    check(*state, (struct spelling){"fi", true, "etunimi.~sukunimi@~joutsa.~fi"});
    check(*state, (struct spelling){"fi", true, "https://~www.~hyvaks.~fi/"});
}

static void codes_break_after_marks(void **state)
{
    static const char *const codes[] = {"611/~2021",
                                        "14.~10.~2025",
                                        "ja/~tai",
                                        "urn:~uuid:~6fa4",
                                        "Liite_~4_~Lopullinen_~v3.~docx",
                                        "a.~b/~c_~de.f"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        check(*state, (struct spelling){i % 2 ? "en" : "fi", false, codes[i]});
}

static void pieces_join_to_the_word(void **state)
{
    struct fixture *fixture = *state;
    static const char text[] = "yhdyspintasuunnitelma";
    struct word *word = word_of(fixture, "fi", false, text, strlen(text));
    const struct hyphens *hyphens = hyphenate_word(fixture->library, word);
    struct buf joined = {0};
    for (size_t i = 0; i <= hyphens->count; i++) {
        const struct word *piece = shape_between(fixture->library, word, i, i);
        buf_append(&joined, piece->text, piece->size);
    }
    assert_string_equal(joined.data, text);
    assert_ptr_equal(shape_between(fixture->library, word, 0, hyphens->count), word);
    buf_free(&joined);
}

/* A word longer than a dictionary takes is left whole. */
static void endless_word(void **state)
{
    struct fixture *fixture = *state;
    char text[WORD_LIMIT];
    memset(text, 'a', sizeof text);
    struct word *word = word_of(fixture, "fi", false, text, sizeof text);
    assert_int_equal(hyphenate_word(fixture->library, word)->count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finnish_words),
        cmocka_unit_test(parts_of_compounds_are_nominatives),
        cmocka_unit_test(unbreakable_finnish),
        cmocka_unit_test(unknown_words_are_a_last_resort),
        cmocka_unit_test(swedish_words),
        cmocka_unit_test(other_languages_have_none),
        cmocka_unit_test(soft_hyphens_come_first),
        cmocka_unit_test(addresses_break_after_marks),
        cmocka_unit_test(codes_break_after_marks),
        cmocka_unit_test(pieces_join_to_the_word),
        cmocka_unit_test(endless_word),
    };
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
