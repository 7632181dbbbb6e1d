/*
 * The project's own templates over the examples and a small project of three parties.
 *
 * tests/golden/sentences.txt holds the decision sentence of every party's every item. With
 * PYKALA_GOLDEN_UPDATE set it is written anew instead.
 */
#include "agenda_fixture.h"
#include "base/file.h"
#include "template/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define SENTENCES "tests/golden/sentences.txt"

/* Makes a paper; NULL when its template fails. Owned by the caller. */
static xmlDocPtr make_paper(struct agenda_fixture *fixture, struct template_set *set,
                            const struct agenda_paper *paper)
{
    struct buf xhtml = {0};
    agenda_select(fixture->agenda, paper);
    bool made =
        template_run(set, paper->template_name, fixture->agenda->data, fixture->diags, &xhtml);
    xmlDocPtr page =
        made ? xmlReadMemory(xhtml.data, (int)xhtml.size, paper->stem, NULL, XML_PARSE_NONET)
             : NULL;
    assert_int_equal(page != NULL, made);
    buf_free(&xhtml);
    return page;
}

static xmlDocPtr make_named(struct agenda_fixture *fixture, const char *stem)
{
    struct template_set *set = template_set_new("templates", fixture->diags);
    xmlDocPtr page = NULL;
    for (size_t i = 0; i < fixture->agenda->count; i++)
        if (strcmp(fixture->agenda->papers[i].stem, stem) == 0)
            page = make_paper(fixture, set, &fixture->agenda->papers[i]);
    template_set_free(set);
    return page;
}

/* The element's text, blocks set apart by one space each. Owned by the caller. */
static void add_text(const xmlNode *node, struct buf *text)
{
    for (; node; node = node->next) {
        if (node->type == XML_TEXT_NODE)
            buf_string(text, (const char *)node->content);
        else
            add_text(node->children, text);
        if (node->type == XML_ELEMENT_NODE && text->size > 0)
            buf_char(text, ' ');
    }
}

static char *text_of(xmlDocPtr page)
{
    struct buf text = {0};
    buf_string(&text, "");
    add_text(xmlDocGetRootElement(page), &text);
    return text.data;
}

static xmlNodePtr find_id(xmlNodePtr node, const char *id)
{
    for (; node; node = node->next) {
        const char *own = node->type == XML_ELEMENT_NODE ? xml_attribute(node, "id") : NULL;
        xmlNodePtr below = own && strcmp(own, id) == 0 ? node : find_id(node->children, id);
        if (below)
            return below;
    }
    return NULL;
}

static void add_sentence(struct buf *sentences, const struct agenda_paper *paper, xmlDocPtr page)
{
    xmlNodePtr found = find_id(xmlDocGetRootElement(page), "paatoslause");
    xmlChar *sentence = found ? xmlNodeGetContent(found) : NULL;
    if (sentence)
        buf_printf(sentences, "%s: %s", paper->stem, (const char *)sentence);
    if (sentence && found->next && strcmp((const char *)found->next->name, "ol") == 0)
        for (const xmlNode *point = found->next->children; point; point = point->next) {
            xmlChar *text = xmlNodeGetContent(point);
            buf_printf(sentences, " | %s", (const char *)text);
            xmlFree(text);
        }
    buf_string(sentences, sentence ? "\n" : "");
    xmlFree(sentence);
}

static void make_all(struct agenda_fixture *fixture, struct buf *sentences)
{
    struct template_set *set = template_set_new("templates", fixture->diags);
    for (size_t i = 0; i < fixture->agenda->count; i++) {
        xmlDocPtr page = make_paper(fixture, set, &fixture->agenda->papers[i]);
        if (!page)
            fail_msg("%s: %s", fixture->agenda->papers[i].stem,
                     diags_at(fixture->diags, diags_count(fixture->diags) - 1)->message);
        add_sentence(sentences, &fixture->agenda->papers[i], page);
        xmlFreeDoc(page);
    }
    template_set_free(set);
}

static void sentences_are_those_that_were_read(void **state)
{
    (void)state;
    struct agenda_fixture *fixture = agenda_fixture_new("examples/keski-suomi");
    struct buf sentences = {0}, golden = {0};
    make_all(fixture, &sentences);
    if (getenv("PYKALA_GOLDEN_UPDATE"))
        assert_true(file_write(SENTENCES, sentences.data, sentences.size, fixture->diags));
    assert_true(file_read(SENTENCES, 1 << 20, fixture->diags, &golden));
    assert_string_equal(sentences.data, golden.data);
    size_t lines = 0;
    for (const char *at = golden.data; (at = strchr(at, '\n')) != NULL; at++)
        lines++;
    assert_int_equal(lines, 24 * (4 + 3));
    buf_free(&sentences);
    buf_free(&golden);
    agenda_fixture_free(fixture);
}

static void the_other_example_can_be_made(void **state)
{
    (void)state;
    struct agenda_fixture *fixture = agenda_fixture_new("examples/puitesopimus-2022");
    struct buf sentences = {0};
    make_all(fixture, &sentences);
    assert_int_equal(diags_count(fixture->diags), 0);
    assert_non_null(strstr(sentences.data, "puitesopimuksen yhteistyörakenteiden ja "
                                           "toimintatapojen periaatteiksi."));
    assert_null(strstr(sentences.data, "liitteen mukaisena"));
    buf_free(&sentences);
    agenda_fixture_free(fixture);
}

/* A text that a paper holds, or must not hold. */
struct wording {
    const char *stem, *holds;
    bool absent;
};

/* Tells all wordings that are not as they should be, in one run. */
static void check_wordings(struct agenda_fixture *fixture, const struct wording *cases,
                           size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        xmlDocPtr page = make_named(fixture, cases[i].stem);
        assert_non_null(page);
        char *text = text_of(page);
        if ((strstr(text, cases[i].holds) == NULL) != cases[i].absent) {
            print_error("%s: “%s” is %s\n", cases[i].stem, cases[i].holds,
                        cases[i].absent ? "there" : "missing");
            wrong++;
        }
        free(text);
        xmlFreeDoc(page);
    }
    assert_int_equal(wrong, 0);
}

/* What the parties' own documents say, and what they don't (docs/vertailu-lahteisiin.md). */
static void the_example_keeps_to_its_sources(void **state)
{
    static const struct wording cases[] = {
        {"yhteiset/suunnitelma", "Yhteisöllisyyttä tukemalla vahvistetaan", false},
        {"yhteiset/suunnitelma", "vahva kokemus asuinympäristönsä turvallisuudesta", false},
        {"yhteiset/suunnitelma", "Tavoitteena on, että elinvoima", true},
        {"yhteiset/suunnitelma", "eivät ole suunnitelman omassa luettelossa", false},
        {"yhteiset/suunnitelma", "Toivakka ja Mänttä-Vilppula", false},
        {"yhteiset/suunnitelma", "Onko kunta nimennyt edustajansa", true},
        {"yhteiset/suunnitelma", "Koettu elämänlaatu", false},
        {"yhteiset/seuranta-2027",
         "Toimenpide on toteutunut kolmella ja käynnissä 18\u00A0osapuolella; yksi ei ole "
         "aloittanut "
         "ja yksi on keskeyttänyt.",
         false},
        {"yhteiset/seuranta-2027",
         "Toimenpide on toteutunut 17\u00A0osapuolella ja käynnissä neljällä; yksi ei ole "
         "aloittanut.",
         false},
        {"yhteiset/seuranta-2027", "Viisi osapuolta ei ole raportoinut tilaa.", false},
        {"yhteiset/seuranta-2027",
         "Sopimuksen 24\u00A0osapuolesta 23 on vastannut vuoden 2027 seurantaan. Vastaus puuttuu "
         "Multian kunnalta.",
         false},
        {"yhteiset/seuranta-2027",
         "Viidestä toimenpiteestä yksi (Valmiusharjoitus) on toteutunut kokonaan, neljä etenee.",
         false},
        {"yhteiset/seuranta-2027", "selvitys valmis 28.4.2027, neljä kuukautta myöhässä", false},
        {"yhteiset/seuranta-2027", "edustaja 16/22 kunnalla", false},
        {"yhteiset/seuranta-2027", "21/24 sopinut · 105\u00A0(21) asiaa aloitettu ennalta", false},
        {"yhteiset/seuranta-2027", "3/4; jakamisen väline puuttuu", false},
        {"yhteiset/seuranta-2027", "Vaikuttamisryhmä kokoontui kolme kertaa", false},
        {"yhteiset/seuranta-2027", "pidetty 6.–7.10.2027 · mukana 20/24", false},
        {"yhteiset/seuranta-2027", "edustaja puuttuu: Kinnula, Pihtipudas, Toivakka", false},
        {"yhteiset/seuranta-2027", "luottamus terveyspalveluihin 64,3\u00A0% (+1,6)", false},
        {"yhteiset/seuranta-2027",
         "Kuusi muutosehdotusta suunnitelmaan ja yksi seurannan kysymyksiin", false},
        {"toivakka/seuranta-2027", "Asuminen ilman vastuuhenkilöä", false},
        {"joutsa/seuranta-2027", "kuntien mediaani 3, vaihtelu 0–14", false},
        {"multia/seuranta-2027", "Kaikki vastaukset puuttuvat.", false},
        /* what the whole population says is no party's own result */
        {"keski-suomen-hyvinvointialue/seuranta-2027", "Ennalta aloitetut asiat 31 (+8)", false},
        {"keski-suomen-hyvinvointialue/seuranta-2027", "Koettu elämänlaatu 52,6\u00A0% (+0,8",
         true},
        {"joutsa/muutos-2027-kunnanhallitus", "muutokset 1–6 selostuksen mukaisina", false},
        {"joutsa/muutos-2027-kunnanhallitus",
         "puoltaa muutosta 7, joka koskee vain seurannan kysymyksiä", false},
    };
    struct agenda_fixture *fixture = agenda_fixture_new("examples/keski-suomi");
    check_wordings(fixture, cases, sizeof cases / sizeof *cases);
    agenda_fixture_free(fixture);
    (void)state;
}

/* The last year's summary of an indicator or a measure, in the data of papers. */
static xmlNodePtr last_summary(xmlNodePtr node, const char *name, const char *about, const char *id)
{
    xmlNodePtr last = NULL;
    for (; node; node = node->next) {
        const char *own = node->type == XML_ELEMENT_NODE ? xml_attribute(node, about) : NULL;
        bool is_it = own && strcmp(own, id) == 0 && strcmp((const char *)node->name, name) == 0;
        xmlNodePtr found = is_it ? node : last_summary(node->children, name, about, id);
        last = found ? found : last;
    }
    return last;
}

static void set_number(xmlNodePtr node, const char *attribute, const char *number)
{
    assert_non_null(node);
    xmlSetProp(node, (const xmlChar *)attribute, (const xmlChar *)number);
}

/* The forms of the sentence on a measure, which begins anew where nobody has got anywhere. */
static void states_of_a_measure_are_a_sentence(void **state)
{
    static const char *const states[] = {"toteutunut", "kaynnissa", "eiAloitettu", "keskeytynyt",
                                         "eiRaportoitu"};
    static const struct {
        const char *numbers[5], *sentence;
    } told[] = {
        {{"1", "0", "0", "0", "0"}, "Toimenpide on toteutunut yhdellä osapuolella."},
        {{"12", "11", "0", "0", "1"},
         "Toimenpide on toteutunut 12\u00A0osapuolella ja käynnissä 11\u00A0osapuolella. Yksi "
         "osapuoli ei ole raportoinut tilaa."},
        {{"0", "3", "0", "2", "0"},
         "Toimenpide on käynnissä kolmella osapuolella; kaksi on keskeyttänyt."},
        {{"0", "0", "1", "4", "11"},
         "Yksi osapuoli ei ole aloittanut toimenpidettä ja neljä on keskeyttänyt sen. "
         "11\u00A0osapuolta ei ole raportoinut tilaa."},
        {{"0", "0", "0", "10", "0"}, "Kymmenen osapuolta on keskeyttänyt toimenpiteen."},
        {{"0", "0", "0", "0", "24"}, "Yksikään osapuoli ei ole raportoinut tilaa."},
    };
    struct agenda_fixture *fixture = agenda_fixture_new("examples/keski-suomi");
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        for (size_t j = 0; j < 5; j++)
            set_number(last_summary(xmlDocGetRootElement(fixture->agenda->data), "toimenpidekooste",
                                    "toimenpide", "tietopohja"),
                       states[j], told[i].numbers[j]);
        struct wording wording = {"yhteiset/seuranta-2027", told[i].sentence, false};
        check_wordings(fixture, &wording, 1);
    }
    agenda_fixture_free(fixture);
    (void)state;
}

/* A region's count is told in the plan's words, none and one in words of their own. */
static void a_count_is_a_sentence(void **state)
{
    static const char *const told[][2] = {
        {"0", "Vaikuttamisryhmä ei kokoontunut"},
        {"1", "Vaikuttamisryhmä kokoontui kerran"},
        {"12", "Vaikuttamisryhmä kokoontui 12 kertaa"},
    };
    struct agenda_fixture *fixture = agenda_fixture_new("examples/keski-suomi");
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        xmlNodePtr indicator =
            last_summary(xmlDocGetRootElement(fixture->agenda->data), "mittarikooste", "mittari",
                         "vaikuttamisryhman-kokoontumiset");
        set_number(xml_child(indicator, "osapuolenvastaus"), "arvo", told[i][0]);
        struct wording wording = {"yhteiset/seuranta-2027", told[i][1], false};
        check_wordings(fixture, &wording, 1);
    }
    agenda_fixture_free(fixture);
    (void)state;
}

/* What the text of a paper of tests/data/kolme holds, and what it does not. */
static void papers_hold_what_their_data_holds(void **state)
{
    static const struct wording cases[] = {
        {"yla-jarvi/sopimus-kunnanhallitus", "4.10.2025", false},
        {"yla-jarvi/sopimus-kunnanhallitus", "123\u00A0§", false},
        {"yla-jarvi/sopimus-kunnanhallitus", "YJ/7/2025", false},
        {"yla-jarvi/sopimus-kunnanhallitus", "Kunnantalo", false},
        {"yla-jarvi/sopimus-kunnanhallitus", "Kunnanjohtaja Erkki Esittelijä", false},
        {"yla-jarvi/sopimus-kunnanhallitus", "Valma Valmistelija, sihteeri", false},
        {"yla-jarvi/sopimus-kunnanhallitus", "Liite\u00A04: Järvisopimus", false},
        {"yla-jarvi/sopimus-kunnanhallitus", "14\u00A0§, ja vahva", false},
        {"yla-jarvi/sopimus-kunnanhallitus", "Esimerkki – ei osapuolten hyväksymä teksti", false},
        {"yla-jarvi/sopimus-kunnanhallitus",
         "tulee voimaan 1.1.2026, kun osapuolten valtuustot ovat hyväksyneet sen, ja on voimassa "
         "31.12.2027 saakka.",
         false},
        {"yla-jarvi/sopimus-kunnanhallitus", "(kuntalaki\u00A0410/2015, 136\u00A0§)", false},
        {"yla-jarvi/sopimus-kunnanvaltuusto", "(kuntalaki\u00A0410/2015, 135 ja 138\u00A0§)",
         false},
        {"yla-jarvi/sopimus-kunnanvaltuusto", "Kunnanhallituksen esitys", false},
        {"yla-jarvi/sopimus-kunnanvaltuusto", "123\u00A0§", false},
        {"yla-jarvi/sopimus-kunnanvaltuusto", "Esittelijä", true},
        {"yla-jarvi/sopimus-kunnanvaltuusto", "Pöytäkirjanote: muut sopimuksen osapuolet", false},
        {"yla-jarvi/suunnitelma-kunnanhallitus", "(kuntalaki\u00A0410/2015, 134 ja 138\u00A0§)",
         false},
        {"yla-jarvi/suunnitelma-kunnanhallitus", "Kunnat rakentavat.", false},
        {"yla-jarvi/suunnitelma-kunnanhallitus", "Alue suunnittelee.", true},
        {"alue/sopimus-aluehallitus",
         "Päätökseen ei saa hakea muutosta, koska se koskee vain valmistelua (laki "
         "hyvinvointialueesta\u00A0611/2021, 141\u00A0§).",
         false},
        {"yla-jarvi/sopimus-kunnanhallitus", "Pöytäkirjanote", false},
        {"yla-jarvi/sopimus-kunnanvaltuusto", "Päätösehdotus", false},
        {"yla-jarvi/sopimus-kunnanvaltuusto", "Kunnan jäsenen katsotaan saaneen päätöksestä tiedon",
         false},
        {"yla-jarvi/sopimus-kunnanvaltuusto",
         "oikeuttaa kunnanjohtajan allekirjoittamaan sopimuksen", false},

        {"alue/suunnitelma-aluehallitus", "Aluehallitus päättää palauttaa asian valmisteltavaksi.",
         false},
        {"alue/suunnitelma-aluehallitus", "Asia palautettiin, jotta kohdat ", false},
        {"alue/suunnitelma-aluehallitus", "jotta kohdat tulevat", true},
        {"alue/suunnitelma-aluehallitus", "tulevat selviksi.", false},
        {"lampi/sopimus-ayras-valtuusto", "Päätös on salassa pidettävä.", false},
        {"lampi/sopimus-ayras-valtuusto", "Salainen", true},
        {"alue/suunnitelma-aluehallitus", "Hyvinvointialueen jäsenen katsotaan", false},
        {"alue/suunnitelma-aluehallitus", "viranhaltijat seuraavasti", true},
        {"alue/sopimus-aluehallitus", "Hallintosääntö 9\u00A0§", false},
        {"alue/suunnitelma-aluehallitus",
         "(laki hyvinvointialueesta\u00A0611/2021, 139 ja 143\u00A0§)", false},
        {"alue/suunnitelma-aluehallitus", "Alue suunnittelee.", false},
        {"alue/selostus", "Kaikille.", false},
        {"alue/selostus", "Lammelle ja alueelle.", false},
        {"alue/selostus", "Kunnille.", true},
        {"yhteiset/sopimus", "Sivullisen", true},
        {"yhteiset/sopimus", "2\u00A0Tausta", false},
    };
    check_wordings(*state, cases, sizeof cases / sizeof *cases);
}

/*
 * The words that follow from the hand-made sums of test_followup.c (tests/data/followup, 2027): one
 * indicator of each kind, with gaps.
 */
static void follow_up_words_say_what_the_numbers_are(void **state)
{
    static const struct wording cases[] = {
        {"yhteiset/seuranta-2027", "Suunnitelman seurantaraportti vuodelta 2027", false},
        {"yhteiset/seuranta-2027",
         "Kahdesta toimenpiteestä yksi (Asuminen) on toteutunut kokonaan, yksi etenee.", false},
        {"yhteiset/seuranta-2027",
         "Sopimuksen viidestä osapuolesta neljä on vastannut vuoden 2027 seurantaan. Vastaus "
         "puuttuu yhdeltä osapuolelta: Emma.",
         false},
        {"yhteiset/seuranta-2027", "Vastausten määräaika oli 31.1.2028.", false},
        {"yhteiset/seuranta-2027",
         "Toimenpide on toteutunut kolmella ja käynnissä yhdellä osapuolella. Yksi osapuoli ei ole "
         "raportoinut tilaa.",
         false},
        {"yhteiset/seuranta-2027", "Tilaa ei kysytty yhdeltä osapuolelta.", false},
        /* edustaja: the missing answers are no noes; then, now, what is drawn, change, compared */
        {"yhteiset/seuranta-2027", "Onko edustaja nimetty? – kyllä 3/5 1/5 1 5 - +1 2 ", false},
        {"yhteiset/seuranta-2027", "tehty? – tehty 0/5 2/5 2 5 - +1 2 ", false},
        {"yhteiset/seuranta-2027", "Montako kertaa? (kertaa) – yhteensä 8\u00A0(3) 7\u00A0(3) ",
         false},
        {"yhteiset/seuranta-2027", "Mikä osuus? – mediaani 48,125\u00A0% 56,25\u00A0% ", false},
        {"yhteiset/seuranta-2027", "+1,875\u00A0%-yks. 3 ", false},
        {"yhteiset/seuranta-2027", "Matkan pituus (km) – mediaani 7,125 9,6 +0,075 1 ", false},
        {"yhteiset/seuranta-2027",
         "Jokainen osapuoli käsittelee sen suunnitelman muuttamista koskevassa asiassa.", false},
        {"yhteiset/seuranta-2027", "– (lisäys toimenpiteen 2 kuvaukseen) Jatketaan vuodella.",
         false},
        {"yhteiset/seuranta-2027", "Esimerkki – ei osapuolten hyväksymä teksti", true},
        {"alpi/seuranta-2027", "Alpi on vastannut vuoden 2027 seurantaan 20.1.2028.", false},
        {"alpi/seuranta-2027", "Montako kertaa? 2 (+1); Mikä osuus? 62,5\u00A0% (+2,5\u00A0%-yks.)",
         false},
        {"alpi/seuranta-2027",
         "Jäi auki Ei mitään. Kaikkeen on vastattu, mikään ei ole aloittamatta eikä mikään jäänyt "
         "tavoitteesta.",
         false},
        {"alpi/seuranta-2027", "Onko edustaja nimetty? ei kyllä muuttui ", false},
        {"alpi/seuranta-2027", "Vastuuhenkilöt: asuntosihteeri ja kaavoittaja", false},
        {"alpi/seuranta-2027",
         "mediaani 56,25\u00A0%, vaihtelu 40,0–71,25\u00A0%, ei\u00A0raportoitu\u00A01", false},
        {"alpi/seuranta-2027", "=1+1, \"hyvin\" & halvalla", false},
        {"alpi/seuranta-2027", "erillisenä asiana yksi muutosehdotus suunnitelmaan, osapuolen oma.",
         false},
        /* what has been answered with a no is open, too; so is a target that was missed */
        {"berta/seuranta-2027",
         "Jäi auki Onko edustaja nimetty? ei; Onko selvitys -- se pitkä - tehty? ei tehty; "
         "Montako harjoitusta? 1 (alle tavoitteen); Mikä osuus? 40,0\u00A0% (alle tavoitteen); "
         "Miten on käynyt? ei raportoitu.",
         false},
        /* what was missing last year is no change */
        {"celia/seuranta-2027", "Edistyi Ei muutosta parempaan vuodesta 2026.", false},
        {"celia/seuranta-2027", "ei koske: Ei ole meillä.", false},
        {"celia/seuranta-2027", "Luvut tarkentuvat.", false},
        {"emma/seuranta-2027", "Emma ei ole vastannut vuoden 2027 seurantaan.", false},
        {"emma/seuranta-2027", "Jäi auki Kaikki vastaukset puuttuvat.", false},
        {"emma/seuranta-2027-aluehallitus",
         "Aluehallitus päättää merkitä Suunnitelman seurantaraportin vuodelta 2027 tiedoksi "
         "kehottaa viranhaltijoita",
         false},
        {"alpi/seuranta-2027-kunnanhallitus",
         "esittää muille osapuolille seuraavaa muutosta, josta päätetään erillisenä asiana:",
         false},
        {"dora/seuranta-2027-kaupunginhallitus",
         "erillisenä asiana yksi muutosehdotus suunnitelmaan.", false},
        {"dora/seuranta-2027-kaupunginhallitus", "Päätökseen ei saa hakea muutosta", false},
        {"dora/seuranta-2027-kaupunginhallitus", "Doran seurantaraportti 2027", false},
    };
    check_wordings(*state, cases, sizeof cases / sizeof *cases);
}

/* What only the follow-up asks is outside of what the boards approve (tests/data/followup). */
static void plan_has_no_questions_of_the_follow_up(void **state)
{
    static const struct wording cases[] = {
        {"yhteiset/suunnitelma", "Onko edustaja nimetty?", false},
        {"yhteiset/suunnitelma", "Matkan pituus", false},
        {"yhteiset/suunnitelma", "Kuinka pitkä matka?", true},
        {"yhteiset/suunnitelma", "Miten on käynyt?", true},
        {"yhteiset/suunnitelma", "Montako alueella?", true},
        {"yhteiset/suunnitelma", "Dora", true}, /* who answers for the region */
    };
    check_wordings(*state, cases, sizeof cases / sizeof *cases);
}

/* The parts that the party names come in its order and with its labels, where the first of them
 * usually is. */
static void parts_come_in_the_partys_order(void **state)
{
    static const char *const parts[] = {"> Valmistelija ", "> Lisätietoja antaa ",
                                        "> Ehdotus ",      "> Selostus asiasta ",
                                        "> Esittelijä ",   "> Päätös ",
                                        "> Liitteet ",     "> Muutoksenhaku ",
                                        "> Jakelu ",       "> Otteen oikeaksi todistaa "};
    xmlDocPtr page = make_named(*state, "yla-jarvi/sopimus-kunnanhallitus");
    struct buf headings = {0};
    for (xmlNodePtr node = xmlDocGetRootElement(page)->last->children; node; node = node->next) {
        if (strcmp((const char *)node->name, "section") != 0)
            continue;
        xmlChar *heading = xmlNodeGetContent(node->children);
        buf_printf(&headings, "> %s ", (const char *)heading);
        xmlFree(heading);
    }
    const char *at = headings.data;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (strncmp(at, parts[i], strlen(parts[i])) != 0)
            fail_msg("“%s” where “%s” should be", at, parts[i]);
        at += strlen(parts[i]);
    }
    assert_string_equal(at, "");
    buf_free(&headings);
    xmlFreeDoc(page);
}

static void a_missing_form_is_told_at_the_party(void **state)
{
    struct agenda_fixture *fixture = *state;
    assert_null(make_named(fixture, "lampi/sopimus-kaupunginhallitus"));
    assert_int_equal(diags_count(fixture->diags), 1);
    const struct diag *diag = diags_at(fixture->diags, 0);
    assert_string_equal(diag->place.file, "tests/data/kolme/osapuolet.xml");
    assert_int_equal(diag->place.line, 19);
    assert_string_equal(diag->message,
                        "the name \"Äyräs-valtuusto\" lacks the form allatiivi, which papers need");
    assert_string_equal(diag->hint, "add <allatiivi>…</allatiivi> to the name's other forms");
}

static void another_language_is_an_error(void **state)
{
    struct agenda_fixture *fixture = *state;
    fixture->agenda->papers[0].lang = "sv";
    assert_null(make_named(fixture, "yla-jarvi/sopimus-kunnanhallitus"));
    assert_int_equal(diags_at(fixture->diags, 0)->place.line, 3);
    assert_non_null(strstr(diags_at(fixture->diags, 0)->message, "”sv”"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_those_that_were_read),
        cmocka_unit_test(the_other_example_can_be_made),
        cmocka_unit_test(the_example_keeps_to_its_sources),
        cmocka_unit_test(states_of_a_measure_are_a_sentence),
        cmocka_unit_test(a_count_is_a_sentence),
        WITH_KOLME(papers_hold_what_their_data_holds),
        WITH_ANSWERS(follow_up_words_say_what_the_numbers_are),
        WITH_ANSWERS(plan_has_no_questions_of_the_follow_up),
        WITH_KOLME(parts_come_in_the_partys_order),
        WITH_KOLME(a_missing_form_is_told_at_the_party),
        WITH_KOLME(another_language_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
