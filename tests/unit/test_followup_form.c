/* Forms of src/followup. */
#include "base/file.h"
#include "followup_fixture.h"

#include <unistd.h>

static char *form_of(int year, const char *party)
{
    struct diags *diags = diags_new();
    struct schema *schema = schema_load("schemas", diags);
    struct input_project *project = input_project_load(schema, "tests/data/followup", diags);
    struct followup *followup = followup_load(schema, project, year - 1, year - 1, diags);
    struct buf text = {0};
    followup_form(followup, year, (size_t)followup_find_party(followup, party), &text);
    followup_free(followup);
    input_project_free(project);
    schema_free(schema);
    diags_free(diags);
    return text.data;
}

/* Writes the text to a file and says whether it is well formed and whether it is valid. */
static bool is_valid(const char *text, size_t *errors)
{
    char path[] = "/tmp/pykala-form-XXXXXX";
    struct diags *diags = diags_new();
    struct schema *schema = schema_load("schemas", diags);
    int file = mkstemp(path);
    assert_true(file >= 0 && write(file, text, strlen(text)) == (ssize_t)strlen(text));
    close(file);
    struct input_document *document = input_document_load(schema, path, diags);
    unlink(path);
    assert_non_null(document);
    bool valid = document->valid;
    *errors = diags_count(diags);
    input_document_free(document);
    schema_free(schema);
    diags_free(diags);
    return valid;
}

/* The text with each blank filled in. */
static char *filled(const char *text)
{
    static const char *const blanks[][2] = {
        {"paivays=\"\"", "paivays=\"2028-01-20\""},
        {"<tehtava></tehtava>", "<tehtava>johtaja</tehtava>"},
        {"<vastuuhenkilo></vastuuhenkilo>", "<vastuuhenkilo>johtaja</vastuuhenkilo>"},
        {"<tila arvo=\"\"", "<tila arvo=\"kaynnissa\""},
        {"<kyllaEi arvo=\"\"", "<kyllaEi arvo=\"ei\""},
        {"<tehtyEiTehty arvo=\"\"", "<tehtyEiTehty arvo=\"kesken\""},
        {"<tekstivastaus></tekstivastaus>", "<tekstivastaus>Hyvin.</tekstivastaus>"},
        {"lahde=\"\"", "lahde=\"THL\""},
        {"tilastovuosi=\"\"", "tilastovuosi=\"2026\""},
        {"arvo=\"\"", "arvo=\"7\""},
    };
    struct buf out = {0};
    while (*text) {
        size_t i = 0;
        while (i < 10 && strncmp(text, blanks[i][0], strlen(blanks[i][0])) != 0)
            i++;
        if (i < 10)
            buf_string(&out, blanks[i][1]);
        else
            buf_char(&out, *text);
        text += i < 10 ? strlen(blanks[i][0]) : 1;
    }
    return out.data;
}

static void form_is_valid_only_when_filled_in(void **state)
{
    (void)state;
    static const char *const parties[] = {"alpi", "dora", "emma"};
    for (size_t i = 0; i < 3; i++) {
        size_t errors;
        char *blank = form_of(2027, parties[i]), *full = filled(blank);
        assert_false(is_valid(blank, &errors));
        assert_true(errors >= 5);
        assert_true(is_valid(full, &errors));
        assert_int_equal(errors, 0);
        free(blank);
        free(full);
    }
}

static void form_asks_what_the_party_is_to_answer(void **state)
{
    (void)state;
    char *alpi = form_of(2027, "alpi"), *dora = form_of(2027, "dora"),
         *emma = form_of(2027, "emma");
    assert_non_null(strstr(alpi, "mittari=\"harjoitukset\""));
    assert_null(strstr(alpi, "mittari=\"alueen-luku\""));
    assert_non_null(strstr(dora, "mittari=\"alueen-luku\""));
    assert_null(strstr(dora, "mittari=\"harjoitukset\""));
    assert_null(strstr(emma, "mittari=\"kuvaus\""));
    free(alpi);
    free(dora);
    free(emma);
}

static void form_shows_question_target_and_last_year(void **state)
{
    (void)state;
    static const char *const told[] = {
        "Alpi: seuranta vuodelta 2027. Vastausten määräaika on 31.1.2028.",
        "Montako kertaa?\n         Vastaus: kokonaisluku.\n         Tavoite: vähintään 2 ja "
        "enintään "
        "3 kertaa.\n         Viime vuonna (2026): 1 kertaa -->",
        "Tavoite: vähintään 3 kertaa valtuustokaudella.",
        "Viime vuonna (2026): 7,125 km",
        "Viime vuoden tila: kaynnissa.",
        "yksikko=\"km\"",
        "Onko selvitys - - se pitkä - tehty?", /* "--" would end the comment */
    };
    char *form = form_of(2027, "alpi");
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        if (!strstr(form, told[i]))
            fail_msg("the form doesn't say: %s\n%s", told[i], form);
    free(form);
}

static void form_of_the_first_year_shows_no_year_before(void **state)
{
    (void)state;
    char *form = form_of(2026, "alpi");
    assert_null(strstr(form, "Viime vuo"));
    free(form);
}

static void remarks_of_last_year_stay_comments(void **state)
{
    (void)state;
    size_t errors;
    char *form = form_of(2028, "alpi"), *full = filled(form);
    assert_non_null(strstr(form, "=1+1, \"hyvin\" & halvalla (huomautus: - - tarkentuu - -) -->"));
    is_valid(full, &errors);
    assert_int_equal(errors, 0);
    free(form);
    free(full);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(form_is_valid_only_when_filled_in),
        cmocka_unit_test(form_asks_what_the_party_is_to_answer),
        cmocka_unit_test(form_shows_question_target_and_last_year),
        cmocka_unit_test(form_of_the_first_year_shows_no_year_before),
        cmocka_unit_test(remarks_of_last_year_stay_comments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
