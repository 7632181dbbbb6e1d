/* Which words of a text are looked up in the dictionary. */
#include "base/buf.h"
#include "rules/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void check_words(const char *text, const char *expected)
{
    struct buf found = {0};
    struct words words = words_begin(text);
    buf_string(&found, "");
    for (struct words_word word; words_next(&words, &word);) {
        if (found.size)
            buf_char(&found, '|');
        buf_append(&found, word.text, word.size);
    }
    assert_string_equal(found.data, expected);
    buf_free(&found);
}

static void words_are_found(void **state)
{
    (void)state;
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"", ""},
        {" \n\t\u00A0", ""},
        {"Kunta ja alue.", "Kunta|ja|alue"},
        {"sosiaali- ja terveyspalvelut", "sosiaali-|ja|terveyspalvelut"},
        {"hyvinvointikertomus ja -suunnitelma,", "hyvinvointikertomus|ja|-suunnitelma"},
        {"(”lainaus”) kunta(yhtymä)…", "lainaus|kunta|yhtymä"},
        {"lain (611/2021) 14\u00A0§:n mukaan", "lain|mukaan"},
        {"14 §:n 2 momentissa", "momentissa"},
        {"yli 14-vuotiaille 3:lle 2025–2029", "yli"},
        {"STM:n Oy:n EU:", "STM:n|Oy:n|EU"},
        {"kirjaamo@joutsa.fi www.finlex.fi https://a/b finlex.fi/laki", ""},
        {"esim. kunta/alue ja/tai", "esim|kunta|alue|ja|tai"},
        {"marras–joulukuussa – kunta", "marras|joulukuussa|kunta"},
        {"tavu\u00ADtus", "tavu\u00ADtus"},
        {"Äänekoski Šakki ’ - :", "Äänekoski|Šakki"},
        {"a×b ÷ €", "a|b"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_words(cases[i].text, cases[i].words);
}

static void acronyms_are_told_from_words(void **state)
{
    (void)state;
    static const char *const acronyms[] = {"STM", "STM:n", "KSTURVAn", "TKI", "ÄO:ssa", "EU"};
    static const char *const others[] = {"Kunta", "k", "K", "", "hyte", "KUntamme", "-ALUE", "A:n"};
    for (size_t i = 0; i < sizeof acronyms / sizeof *acronyms; i++)
        assert_true(words_is_acronym(acronyms[i], strlen(acronyms[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(words_is_acronym(others[i], strlen(others[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found),
        cmocka_unit_test(acronyms_are_told_from_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
