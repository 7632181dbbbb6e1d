/*
 * What is told of a file by comparing it with others: which numbers are slips, and what is a copy.
 * The limits are those of src/followup/compare_numbers.c, compare_copies.c and trace.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "folder_fixture.h"

#include "followup/followup.h"

#include <sys/stat.h>

enum { PARTIES = 9 };
#define NONE RULE_COUNT /* no rule */

/* Letters alone: 49 and 50. */
#define ALMOST_LONG "Yhteistyö on sujunut hyvin, ja siitä sovittiin vuodeksi."
#define LONG ALMOST_LONG "."

/* Loaded once for all tests. */
static struct schema *schema;

static int load_schema(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    schema = schema_load("schemas", diags);
    diags_free(diags);
    return schema ? 0 : -1;
}

static int free_schema(void **state)
{
    (void)state;
    schema_free(schema);
    return 0;
}

static void write_text(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* Writes a project: eight municipalities and a county, a number of each kind, and a text. */
static void write_project(void)
{
    struct buf text = {0};
    buf_printf(&text,
               "<hanke xmlns='urn:pykala:1' tunnus='koe' kieli='fi'><nimi>Koe</nimi><tiedostot>"
               "<osapuoletTiedosto polku='osapuolet.xml'/>"
               "<suunnitelmaTiedosto polku='suunnitelma.xml'/>"
               "<seurantaKansio polku='seuranta'/></tiedostot><seurantavuodet>"
               "<seurantavuosi vuosi='2026' maaraaika='2027-01-31'/>"
               "<seurantavuosi vuosi='2027' maaraaika='2028-01-31'/></seurantavuodet>"
               "<paperit><paperi tunnus='suunnitelma' pohja='suunnitelma' aihe='suunnitelma' "
               "laajuus='hanke'><nimi>Suunnitelma</nimi></paperi></paperit></hanke>");
    write_text("hanke.xml", text.data);
    text.size = 0;
    buf_string(&text, "<osapuolet xmlns='urn:pykala:1'>");
    for (int i = 0; i < PARTIES; i++)
        buf_printf(&text,
                   "<osapuoli tunnus='p%d' laji='%s'><nimimuodot><nominatiivi>P%d</nominatiivi>"
                   "<genetiivi>P%dn</genetiivi></nimimuodot><paikka><nominatiivi>P%d</nominatiivi>"
                   "<genetiivi>P%dn</genetiivi><olosija>P%dssa</olosija></paikka></osapuoli>",
                   i, i == PARTIES - 1 ? "hyvinvointialue" : "kunta", i, i, i, i, i);
    buf_string(&text, "</osapuolet>");
    write_text("osapuolet.xml", text.data);
    buf_free(&text);
    write_text("suunnitelma.xml",
               "<suunnitelma xmlns='urn:pykala:1' tunnus='s' versio='1' kausiAlkaa='2025' "
               "kausiPaattyy='2029'><nimimuodot><nominatiivi>S</nominatiivi>"
               "<genetiivi>Sn</genetiivi></nimimuodot><tausta><kappale>T.</kappale></tausta>"
               "<toimenpiteet><toimenpide tunnus='t' numero='1'><nimi>T</nimi>"
               "<kuvaus><kappale>K.</kappale></kuvaus>"
               "<vastuutahot><vastuutaho>Kaikki</vastuutaho></vastuutahot><mittarit>"
               "<mittari tunnus='lukumaara' laji='lukumaara' taso='osapuoli'>"
               "<kysymys>Montako?</kysymys></mittari>"
               "<mittari tunnus='osuus' laji='osuus' taso='osapuoli' yksikko='%'>"
               "<kysymys>Mikä osuus?</kysymys></mittari>"
               "<mittari tunnus='mittausarvo' laji='mittausarvo' taso='osapuoli' yksikko='km' "
               "pieninMahdollinen='-100' suurinMahdollinen='5000'>"
               "<kysymys>Kuinka pitkä?</kysymys></mittari>"
               "<mittari tunnus='kuvaus' laji='teksti' taso='osapuoli'>"
               "<kysymys>Miten?</kysymys></mittari></mittarit></toimenpide></toimenpiteet>"
               "</suunnitelma>");
    mkdir("seuranta", 0777);
    mkdir("seuranta/2026", 0777);
    mkdir("seuranta/2027", 0777);
}

/* Writes a party's answers; content and tail, which may be empty, in and after the measure. */
static void write_answers(int year, int party, const char *content, const char *tail)
{
    struct buf path = {0}, text = {0};
    buf_printf(&path, "seuranta/%d/p%d.xml", year, party);
    buf_printf(&text,
               "<seurantatiedot xmlns='urn:pykala:1' osapuoli='p%d' vuosi='%d' suunnitelma='s' "
               "versio='1' paivays='%d-01-20'><vastaaja><tehtava>johtaja</tehtava></vastaaja>"
               "<toimenpideseuranta toimenpide='t'><vastuuhenkilo>johtaja</vastuuhenkilo>"
               "<tila arvo='kaynnissa'/>%s</toimenpideseuranta>%s</seurantatiedot>",
               party, year, year + 1, content, tail);
    write_text(path.data, text.data);
    buf_free(&path);
    buf_free(&text);
}

static void write_number(int year, int party, const char *kind, const char *number)
{
    struct buf text = {0};
    buf_printf(&text, "<vastaus mittari='%s'><%s arvo='%s'%s/></vastaus>", kind, kind, number,
               strcmp(kind, "mittausarvo") == 0 ? " yksikko='km'" : "");
    write_answers(year, party, text.data, "");
    buf_free(&text);
}

static void remove_answers(void)
{
    empty_folder("seuranta/2026");
    empty_folder("seuranta/2027");
}

static bool is_compared(enum rule rule)
{
    return rule == RULE_ANSWER_COPIED || rule == RULE_ANSWER_REPEATED ||
           rule == RULE_ANSWER_FRACTION || rule == RULE_ANSWER_JUMP || rule == RULE_ANSWER_OUTLIER;
}

/* What is told of 2027 by comparison: how often, and the last of it. */
struct told {
    size_t count;
    enum rule rule;
    char file[200], message[400];
    enum followup_state states[PARTIES]; /* in 2027 */
};

static struct told load_as(int first, enum rule rule, enum diag_severity severity, bool is_off)
{
    struct told told = {.rule = NONE};
    struct diags *diags = diags_new();
    diags_override(diags, RULE_ANSWER_MISSING, DIAG_WARNING, true); /* a question at a time */
    if (rule != NONE)
        diags_override(diags, rule, severity, is_off);
    struct input_project *project = input_project_load(schema, ".", diags);
    assert_non_null(project);
    struct followup *followup = followup_load(schema, project, first, 2027, diags);
    assert_non_null(followup);
    for (size_t i = 0; i < diags_count(diags); i++) {
        const struct diag *diag = diags_at(diags, i);
        if (diag->severity == DIAG_ERROR && !is_compared(diag->rule))
            fail_msg("%s:%d: %s", diag->place.file, diag->place.line, diag->message);
        if (!is_compared(diag->rule) || strstr(diag->place.file, "/2026/"))
            continue;
        told.count++;
        told.rule = diag->rule;
        snprintf(told.file, sizeof told.file, "%s", diag->place.file);
        snprintf(told.message, sizeof told.message, "%s", diag->message);
    }
    for (size_t i = 0; i < PARTIES; i++)
        told.states[i] = followup_party_at(followup, 2027, i).state;
    followup_free(followup);
    input_project_free(project);
    diags_free(diags);
    return told;
}

static struct told load(int first)
{
    return load_as(first, NONE, DIAG_ERROR, false);
}

/* A number of the first party, its last one, and those of the others. */
static const struct {
    const char *kind, *last, *number, *others[PARTIES];
    enum rule rule;
} numbers[] = {
    /* 300 where the rest say 0–23 */
    {"lukumaara", "", "300", {"0", "1", "2", "3", "23"}, RULE_ANSWER_OUTLIER},
    {"lukumaara", "", "31", {"0", "1", "2", "3", "23"}, NONE}, /* a large town */
    {"lukumaara", "", "115", {"0", "1", "2", "3", "23"}, RULE_ANSWER_OUTLIER},
    {"lukumaara", "", "114", {"0", "1", "2", "3", "23"}, NONE},
    {"lukumaara", "", "19", {"0", "0", "0"}, NONE},
    {"lukumaara", "", "20", {"0", "0", "0"}, RULE_ANSWER_OUTLIER},
    {"lukumaara", "", "300", {"1", "2"}, NONE},         /* too few others */
    {"lukumaara", "120", "300", {"0", "1", "2"}, NONE}, /* as large last year */
    {"lukumaara", "", "0", {"40", "50", "60"}, NONE},
    /* a zero too many or too few */
    {"lukumaara", "3", "30", {0}, RULE_ANSWER_JUMP},
    {"lukumaara", "30", "3", {0}, RULE_ANSWER_JUMP},
    {"lukumaara", "3", "29", {0}, NONE},
    {"lukumaara", "1", "19", {0}, NONE}, /* small ones differ */
    {"lukumaara", "0", "300", {0}, NONE},
    {"lukumaara", "23", "0", {0}, NONE},
    {"lukumaara", "3", "300", {"0", "1", "2", "3"}, RULE_ANSWER_JUMP}, /* told once */
    /* the decimal sign */
    {"mittausarvo", "51.6", "5.16", {0}, RULE_ANSWER_JUMP},
    {"mittausarvo", "5.16", "51.6", {0}, RULE_ANSWER_JUMP},
    {"mittausarvo", "5.16", "41.28", {0}, RULE_ANSWER_JUMP},
    {"mittausarvo", "5.16", "41.2", {0}, NONE},
    {"mittausarvo", "-5.16", "-51.6", {0}, NONE},
    {"mittausarvo", "0", "51.6", {0}, NONE},
    {"mittausarvo", "", "5.16", {"41.6", "50", "66.8"}, RULE_ANSWER_OUTLIER},
    {"mittausarvo", "", "516", {"41.6", "50", "66.8"}, RULE_ANSWER_OUTLIER},
    {"mittausarvo", "", "250", {"41.6", "50", "66.8"}, RULE_ANSWER_OUTLIER},
    {"mittausarvo", "", "249", {"41.6", "50", "66.8"}, NONE},
    {"mittausarvo", "", "250", {"41.6", "50", "126"}, NONE}, /* another is as far */
    {"mittausarvo", "300", "250", {"41.6", "50", "66.8"}, NONE},
    {"mittausarvo", "", "516", {"-3", "0", "-66.8"}, NONE}, /* no ratio */
    /* fractions of one for per cent */
    {"osuus", "62", "0.627", {0}, RULE_ANSWER_FRACTION},
    {"osuus", "", "0.627", {0}, RULE_ANSWER_FRACTION},
    {"osuus", "", "0.627", {"40", "50", "60"}, RULE_ANSWER_FRACTION},
    {"osuus", "0.6", "0.627", {"40", "50", "60"}, RULE_ANSWER_FRACTION},
    {"osuus", "0.8", "0.627", {0}, NONE}, /* so it was */
    {"osuus", "", "0.627", {"0.4", "1.1", "2"}, NONE},
    {"osuus", "", "0", {0}, NONE},
    {"osuus", "", "1", {0}, NONE},
    {"osuus", "51.6", "5.16", {0}, RULE_ANSWER_JUMP},
    {"osuus", "2", "16", {0}, NONE}, /* below 20 per cent */
    {"osuus", "", "6", {"40", "50", "60"}, RULE_ANSWER_OUTLIER},
    {"osuus", "", "16", {"1", "2", "3"}, NONE},
};

static void numbers_far_from_others_and_from_last_year_are_told(void **state)
{
    (void)state;
    write_project();
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        remove_answers();
        write_number(2027, 0, numbers[i].kind, numbers[i].number);
        if (*numbers[i].last)
            write_number(2026, 0, numbers[i].kind, numbers[i].last);
        for (int other = 0; numbers[i].others[other]; other++)
            write_number(2027, other + 1, numbers[i].kind, numbers[i].others[other]);
        const struct told told = load(0);
        if (told.rule != numbers[i].rule || told.count > 1)
            fail_msg("%s %s after '%s': %zu told, %s", numbers[i].kind, numbers[i].number,
                     numbers[i].last, told.count, told.message);
        assert_int_equal(told.states[0], told.count ? FOLLOWUP_REMARKS : FOLLOWUP_ACCEPTED);
        assert_int_equal(load(2027).count, told.count); /* the year alone, and the one before it */
    }
}

/* The county's number is no wonder beside those of municipalities. */
static void parties_of_another_kind_are_not_compared(void **state)
{
    (void)state;
    write_project();
    for (int party = 0; party < PARTIES - 1; party++)
        write_number(2027, party, "lukumaara", "1");
    write_number(2027, PARTIES - 1, "lukumaara", "300");
    assert_int_equal(load(0).count, 0);
}

/* What can't be is an error of its own, and no measure for others. */
static void impossible_numbers_are_left_out(void **state)
{
    (void)state;
    write_project();
    for (int party = 1; party < 5; party++)
        write_number(2027, party, "mittausarvo", "50");
    write_number(2027, 0, "mittausarvo", "5001");
    assert_int_equal(load_as(0, RULE_FOLLOWUP_COUNT, DIAG_WARNING, false).count, 0);
}

static void a_finding_that_the_project_calls_an_error_rejects(void **state)
{
    (void)state;
    write_project();
    write_number(2026, 0, "mittausarvo", "50");
    write_number(2027, 0, "mittausarvo", "500");
    struct told told = load_as(0, RULE_ANSWER_JUMP, DIAG_ERROR, false);
    assert_int_equal(told.count, 1);
    assert_int_equal(told.states[0], FOLLOWUP_REJECTED);
    told = load_as(0, RULE_ANSWER_JUMP, DIAG_ERROR, true);
    assert_int_equal(told.count, 0);
    assert_int_equal(told.states[0], FOLLOWUP_ACCEPTED);
}

static void write_words(int year, int party, const char *words)
{
    struct buf text = {0};
    buf_printf(&text, "<vastaus mittari='kuvaus'><tekstivastaus>%s</tekstivastaus></vastaus>",
               words);
    write_answers(year, party, text.data, "");
    buf_free(&text);
}

static void copied_texts_are_told_at_both(void **state)
{
    (void)state;
    write_project();
    write_words(2027, 0, LONG);
    write_words(2027, 3, " yhteistyö  on sujunut HYVIN, ja siitä\n sovittiin vuodeksi..");
    const struct told told = load(0);
    assert_int_equal(told.count, 2);
    assert_int_equal(told.rule, RULE_ANSWER_COPIED);
    assert_string_equal(told.file, "seuranta/2027/p3.xml");
    assert_non_null(strstr(told.message, "seuranta/2027/p0.xml"));
    assert_int_equal(told.states[0], FOLLOWUP_REMARKS);
    assert_int_equal(told.states[3], FOLLOWUP_REMARKS);
}

static void short_and_common_texts_are_no_copies(void **state)
{
    (void)state;
    write_project();
    write_words(2027, 0, ALMOST_LONG);
    write_words(2027, 1, ALMOST_LONG);
    assert_int_equal(load(0).count, 0);
    for (int party = 0; party < 5; party++)
        write_words(2027, party, LONG);
    assert_int_equal(load(0).count, 5);
    write_words(2027, 5, LONG); /* six: told to all */
    assert_int_equal(load(0).count, 0);
}

/* One reason may be that of many; the plan is quoted; a proposal is made again. */
static void texts_that_may_be_the_same_are_not_told(void **state)
{
    (void)state;
    write_project();
    for (int party = 0; party < 2; party++)
        write_answers(2027, party,
                      "<vastaus mittari='kuvaus'><eiKoske>" LONG "</eiKoske></vastaus>",
                      "<muutosehdotus><nykyinenTeksti>" LONG "</nykyinenTeksti>"
                      "<ehdotettuTeksti>Ei.</ehdotettuTeksti></muutosehdotus>");
    assert_int_equal(load(0).count, 0);
    remove_answers();
    for (int year = 2026; year <= 2027; year++)
        write_answers(year, 0, "",
                      "<muutosehdotus><ehdotettuTeksti>" LONG "</ehdotettuTeksti></muutosehdotus>");
    assert_int_equal(load(0).count, 0);
    write_answers(2027, 1, "",
                  "<muutosehdotus><ehdotettuTeksti>" LONG "</ehdotettuTeksti></muutosehdotus>");
    assert_int_equal(load(0).count, 1); /* of two parties it is told, at the later */
}

/* Who wrote it last year already has not copied it. */
static void the_author_of_last_year_is_innocent(void **state)
{
    (void)state;
    write_project();
    write_words(2026, 0, LONG);
    write_words(2027, 0, LONG);
    struct told told = load(0);
    assert_int_equal(told.count, 1);
    assert_int_equal(told.rule, RULE_ANSWER_REPEATED);
    assert_int_equal(load(2027).count, 1);
    write_words(2027, 1, LONG);
    told = load(0);
    assert_int_equal(told.count, 2); /* repeated at the first, copied at the second */
    assert_string_equal(told.file, "seuranta/2027/p1.xml");
    assert_int_equal(told.rule, RULE_ANSWER_COPIED);
}

/* A file of another's name is told as such, and its owner isn't blamed. */
static void a_copy_under_another_name_is_its_own_fault_alone(void **state)
{
    (void)state;
    write_project();
    write_words(2027, 0, LONG);
    write_words(2027, 1, LONG);
    assert_int_equal(load(0).count, 2);
    assert_int_equal(system("sed -i s/osapuoli=.p1./osapuoli=\\'p0\\'/ seuranta/2027/p1.xml"), 0);
    struct diags *diags = diags_new();
    diags_override(diags, RULE_ANSWER_MISSING, DIAG_WARNING, true);
    struct input_project *project = input_project_load(schema, ".", diags);
    struct followup *followup = followup_load(schema, project, 0, 2027, diags);
    for (size_t i = 0; i < diags_count(diags); i++)
        assert_false(is_compared(diags_at(diags, i)->rule));
    assert_int_equal(followup_party_at(followup, 2027, 0).state, FOLLOWUP_ACCEPTED);
    followup_free(followup);
    input_project_free(project);
    diags_free(diags);
}

static void write_set(int year, int party, const char *count, const char *share, const char *value,
                      const char *statistic)
{
    struct buf text = {0};
    buf_printf(&text,
               "<vastaus mittari='lukumaara'><lukumaara arvo='%s'/></vastaus>"
               "<vastaus mittari='osuus'><osuus arvo='%s' lahde='L'%s/></vastaus>"
               "<vastaus mittari='mittausarvo'><mittausarvo arvo='%s' yksikko='km' lahde='L'%s/>"
               "</vastaus>",
               count, share, statistic, value, statistic);
    write_answers(year, party, text.data, "");
    buf_free(&text);
}

static void the_same_numbers_are_told(void **state)
{
    (void)state;
    write_project();
    write_set(2027, 0, "12", "52.3", "41.7", "");
    write_set(2027, 1, "12", "52.3", "41.7", "");
    assert_int_equal(load(0).count, 2);
    assert_int_equal(load(0).rule, RULE_ANSWER_COPIED);
    write_set(2027, 1, "12", "52.3", "41.8", "");
    assert_int_equal(load(0).count, 0);
    write_set(2027, 0, "0", "50", "40", ""); /* few digits: by chance */
    write_set(2027, 1, "0", "50", "40", "");
    assert_int_equal(load(0).count, 0);
}

static void last_years_numbers_are_told_but_not_of_one_statistic(void **state)
{
    (void)state;
    write_project();
    write_set(2026, 0, "12", "52.3", "41.7", "");
    write_set(2027, 0, "12", "52.3", "41.7", "");
    assert_int_equal(load(0).count, 1);
    assert_int_equal(load(0).rule, RULE_ANSWER_REPEATED);
    assert_int_equal(load(2027).count, 1);
    write_set(2026, 0, "12", "52.3", "41.7", " tilastovuosi='2025'");
    write_set(2027, 0, "12", "52.3", "41.7", " tilastovuosi='2025'");
    assert_int_equal(load(0).count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(numbers_far_from_others_and_from_last_year_are_told),
        IN_FOLDER(parties_of_another_kind_are_not_compared),
        IN_FOLDER(impossible_numbers_are_left_out),
        IN_FOLDER(a_finding_that_the_project_calls_an_error_rejects),
        IN_FOLDER(copied_texts_are_told_at_both),
        IN_FOLDER(short_and_common_texts_are_no_copies),
        IN_FOLDER(texts_that_may_be_the_same_are_not_told),
        IN_FOLDER(the_author_of_last_year_is_innocent),
        IN_FOLDER(a_copy_under_another_name_is_its_own_fault_alone),
        IN_FOLDER(the_same_numbers_are_told),
        IN_FOLDER(last_years_numbers_are_told_but_not_of_one_statistic),
    };
    return cmocka_run_group_tests(tests, load_schema, free_schema);
}
