/* What a party is asked (src/followup/questions.h), for whoever shows it to people. */
#include "followup/questions.h"
#include "followup_fixture.h"

/* Appends a line for each question: measure, what is asked, target, answer and last year's. */
static void list(const struct followup_questions *questions, struct buf *out)
{
    for (size_t i = 0; i < questions->count; i++) {
        const struct followup_question *one = &questions->items[i];
        const char *what = one->about == QUESTION_OFFICERS ? "vastuuhenkilot"
                           : one->about == QUESTION_STATUS ? "tila"
                                                           : one->indicator;
        buf_printf(out, "%s %s", one->measure_number, what);
        if (one->target)
            buf_printf(out, " [%s]", one->target);
        buf_printf(out, ": %s (%s) < %s\n", one->answer.words ? one->answer.words : "-",
                   one->answer.value ? one->answer.value : "-",
                   one->previous.words ? one->previous.words : "-");
    }
}

/* Returns the questions of a party of the example in 2027, listed. Owned by the caller. */
static char *questions_of(const char *party)
{
    struct followup_fixture fixture;
    struct arena *arena = arena_new();
    struct buf found = {0};
    followup_fixture_load(&fixture, "examples/keski-suomi", 2027);
    const struct followup_questions questions = followup_questions(
        fixture.followup, 2027, (size_t)followup_find_party(fixture.followup, party), arena);
    list(&questions, &found);
    arena_free(arena);
    followup_fixture_free(&fixture);
    return found.data;
}

static void expect_lines(const char *party, const char *const *lines, size_t count)
{
    char *found = questions_of(party);
    const char *rest = found;
    for (size_t i = 0; i < count; i++) {
        const char *line = strstr(rest, lines[i]);
        if (!line)
            print_error("no \"%s\" in\n%s", lines[i], rest);
        assert_non_null(line);
        rest = line + strlen(lines[i]);
    }
    free(found);
}

static void answers_are_told_in_words_and_in_the_vocabularys(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "1 vastuuhenkilot: rakennustarkastaja (-) < rakennustarkastaja\n",
        "1 tila: käynnissä (kaynnissa) < käynnissä\n",
        "1 asumistyoryhman-edustaja: kyllä (kylla) < ei\n",
        "2 kuntien-strategiamittarit: Asukaskyselyn mukaan",
        " (teksti) < Kunnan strategiassa",
        "2 hyte-kertoimen-tulosindikaattorit: 51,6 pistettä (arvo) < 52,3 pistettä\n",
        "2 johtoryhman-kasittely: tehty (tehty) < tehty\n",
        "3 tila: käynnissä (kaynnissa) < ei aloitettu\n",
    };
    expect_lines("joutsa", lines, sizeof lines / sizeof *lines);
}

static void region_is_asked_of_its_reporter_with_targets(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "3 vastuuhenkilot: ennakointiasiantuntija, paikkatietoasiantuntija (-)",
        "4 vaikuttamisryhman-kokoontumiset [vähintään 2 ja enintään 3 kertaa]: 3 kertaa (arvo) < 1 "
        "kertaa\n",
    };
    expect_lines("keski-suomen-liitto", lines, sizeof lines / sizeof *lines);
}

static void silence_leaves_questions_in_the_plans_order(void **state)
{
    (void)state;
    char *found = questions_of("multia");
    assert_string_equal(found, "1 vastuuhenkilot: - (-) < tekninen johtaja\n"
                               "1 tila: - (-) < käynnissä\n"
                               "1 asumistyoryhman-edustaja: - (-) < kyllä\n"
                               "2 vastuuhenkilot: - (-) < kunnanjohtaja\n"
                               "2 tila: - (-) < ei aloitettu\n"
                               "2 kuntien-strategiamittarit: - (-) < Strategian mittareista "
                               "avustuksia saavien yhdistysten määrä ja liikuntapaikkojen käyttö "
                               "ovat kasvaneet.\n"
                               "2 hyte-kertoimen-tulosindikaattorit: - (-) < 45,5 pistettä\n"
                               "2 johtoryhman-kasittely: - (-) < -\n"
                               "2 ennalta-aloitettu-yhteistyo: - (-) < 1 asiaa\n"
                               "3 vastuuhenkilot: - (-) < kunnanjohtaja\n"
                               "3 tila: - (-) < ei aloitettu\n"
                               "3 tietotarpeet-ilmoitettu: - (-) < ei\n"
                               "4 vastuuhenkilot: - (-) < kunnanjohtaja\n"
                               "4 tila: - (-) < ei aloitettu\n"
                               "5 vastuuhenkilot: - (-) < tekninen johtaja\n"
                               "5 tila: - (-) < ei aloitettu\n"
                               "5 osallistuminen-valmiusharjoitukseen: - (-) < ei\n");
    free(found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_are_told_in_words_and_in_the_vocabularys),
        cmocka_unit_test(region_is_asked_of_its_reporter_with_targets),
        cmocka_unit_test(silence_leaves_questions_in_the_plans_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
