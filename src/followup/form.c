/* Writes a party's form for a year, in Finnish as the vocabulary: its readers are the parties. The
 * answers are blank, so the form is not valid as it is, and checking it names each blank. */
#include "followup/followup_private.h"

#include "base/calendar.h"
#include "base/clean.h"
#include "followup/questions.h"

#include <string.h>

struct form {
    const struct followup *followup;
    const struct followup_version *version; /* of the plan, that of the year */
    int year;
    size_t party;
    struct buf *out;
};

/* Appends text within a comment, where two hyphens may not stand together (XML 1.0, 2.5). */
static void comment(struct buf *out, const char *text)
{
    for (const char *c = text; *c; c++) {
        if (*c == '-' && c > text && c[-1] == '-')
            buf_char(out, ' ');
        buf_char(out, *c);
    }
}

static void write_head(const struct form *form)
{
    const struct followup *followup = form->followup;
    struct buf *out = form->out;
    buf_string(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!--\n  ");
    comment(out, followup->parties[form->party].name);
    buf_printf(out, ": seuranta vuodelta %d. Vastausten määräaika on ", form->year);
    calendar_write(followup_deadline(followup, form->year), out);
    buf_string(
        out, ".\n\n"
             "  Kirjoita vastaukset lainausmerkkien väliin ja tyhjiin kohtiin. Luvuissa on "
             "desimaalipiste.\n"
             "  Jos kysymys ei koske teitä, korvaa vastaus: <eiKoske>miksi ei</eiKoske>\n"
             "  Jos vastausta ei saada, poista koko vastaus (vastaus-elementti); raportissa lukee "
             "silloin ei raportoitu.\n"
             "  Kirjoita lähde, jos kysymyksen kohdalla on lähde. Tilastovuosi ja muutosehdotus "
             "saavat jäädä tyhjiksi.\n"
             "  Huomautuksen voi kirjoittaa vastauksen perään: <huomautus>…</huomautus>\n"
             "  Huomautus, joka ei ole julkinen: <huomautus julkinen=\"ei\">…</huomautus>\n"
             "-->\n");
}

static void write_root(const struct form *form)
{
    const struct followup *followup = form->followup;
    struct buf *out = form->out;
    buf_printf(out, "<seurantatiedot xmlns=\"%s\" osapuoli=\"%s\" vuosi=\"%d\" suunnitelma=\"%s\"",
               XML_PYKALA, followup->parties[form->party].id, form->year, form->version->plan);
    if (form->version->name)
        buf_printf(out, " versio=\"%s\"", form->version->name);
    buf_string(out,
               " paivays=\"\">\n"
               "  <!-- Päiväys muodossa vuosi-kuukausi-päivä. Vastaajan tehtävä, ei nimeä. -->\n"
               "  <vastaaja>\n    <tehtava></tehtava>\n  </vastaaja>\n");
}

/* Appends last year's answer as the next line of a comment. */
static void write_previous(const struct form *form, const struct question_answer *previous)
{
    if (!previous->words)
        return;
    buf_printf(form->out, "\n         Viime vuonna (%d): ", form->year - 1);
    comment(form->out, previous->words);
    if (previous->remark) {
        buf_string(form->out, " (huomautus: ");
        comment(form->out, previous->remark);
        buf_char(form->out, ')');
    }
}

static void write_question(const struct form *form, const struct followup_question *question)
{
    static const char *const choices[KINDS] = {
        [KIND_YES_NO] = "\n         Vastaus: kylla tai ei.",
        [KIND_DONE] = ("\n         Vastaus: tehty, eiTehty tai kesken; tehdylle myös päivä: "
                       "paivays=\"vvvv-kk-pp\"."),
        [KIND_COUNT] = "\n         Vastaus: kokonaisluku.",
        [KIND_SHARE] = "\n         Vastaus: prosentteina 0–100 ilman prosenttimerkkiä.",
        [KIND_VALUE] = "\n         Vastaus: luku.",
        [KIND_TEXT] = "\n         Vastaus: sanallisesti.",
    };
    buf_string(form->out, "\n    <!-- ");
    comment(form->out, question->text);
    buf_string(form->out, choices[question->kind]);
    if (question->target) {
        buf_string(form->out, "\n         Tavoite: ");
        comment(form->out, question->target);
        buf_char(form->out, '.');
    }
    if (question->source) {
        buf_string(form->out, "\n         Lähde: ");
        comment(form->out, question->source);
    }
    write_previous(form, &question->previous);
    buf_string(form->out, " -->\n");
}

static void write_blank(const struct form *form, const struct followup_question *question)
{
    const char *name = followup_kinds[question->kind].answer;
    struct buf *out = form->out;
    if (question->kind == KIND_TEXT) {
        buf_printf(out, "      <%s></%s>\n", name, name);
        return;
    }
    buf_printf(out, "      <%s arvo=\"\"", name);
    if (question->kind == KIND_VALUE) {
        buf_string(out, " yksikko=\"");
        clean_markup(question->unit ? question->unit : "", out);
        buf_char(out, '"');
    }
    if (question->kind == KIND_SHARE || question->kind == KIND_VALUE)
        buf_string(out, " lahde=\"\" tilastovuosi=\"\"");
    buf_string(out, "/>\n");
}

static void write_indicator(const struct form *form, const struct followup_question *question)
{
    write_question(form, question);
    buf_printf(form->out, "    <vastaus mittari=\"%s\">\n", question->indicator);
    write_blank(form, question);
    buf_string(form->out, "    </vastaus>\n");
}

static void write_officers(const struct form *form, const struct followup_question *officers,
                           const struct followup_question *status)
{
    struct buf *out = form->out;
    buf_string(out,
               "    <!-- Vastuuhenkilöt tehtävinä, ei nimiä; elementtejä voi olla useita. Tila: "
               "eiAloitettu, kaynnissa, toteutunut tai keskeytynyt.");
    if (status->previous.value)
        buf_printf(out, "\n         Viime vuoden tila: %s.", status->previous.value);
    if (officers->previous.words) {
        buf_string(out, "\n         Viime vuoden vastuuhenkilöt: ");
        comment(out, officers->previous.words);
    }
    buf_string(out, " -->\n    <vastuuhenkilo></vastuuhenkilo>\n    <tila arvo=\"\"/>\n");
}

static void write_measure_begin(const struct form *form, const struct followup_question *question)
{
    buf_printf(form->out, "\n  <!-- Toimenpide %s: ", question->measure_number);
    comment(form->out, question->measure_name);
    buf_printf(form->out, " -->\n  <toimenpideseuranta toimenpide=\"%s\">\n", question->measure);
}

/* Appends what is asked of the measure of the first question. Returns the first question after it.
 */
static const struct followup_question *write_measure(const struct form *form,
                                                     const struct followup_question *first,
                                                     const struct followup_question *end)
{
    const struct followup_question *question = first;
    write_measure_begin(form, first);
    for (; question < end && question->measure == first->measure; question++)
        if (question->about == QUESTION_OFFICERS)
            write_officers(form, question, question + 1);
        else if (question->about == QUESTION_INDICATOR)
            write_indicator(form, question);
    buf_string(form->out, "  </toimenpideseuranta>\n");
    return question;
}

static void write_measures(const struct form *form)
{
    struct arena *arena = arena_new();
    const struct followup_questions questions =
        followup_questions(form->followup, form->year, form->party, arena);
    const struct followup_question *end = questions.items + questions.count;
    for (const struct followup_question *next = questions.items; next < end;)
        next = write_measure(form, next, end);
    arena_free(arena);
}

/* Appends a blank proposal, and how a remark about the whole is written. */
static void write_end(struct buf *out)
{
    buf_string(out, "\n  <!-- Ehdotus suunnitelman muuttamiseksi, jos sellainen on; useammasta oma "
                    "elementtinsä.\n"
                    "       nykyinenTeksti jää tyhjäksi, kun ehdotus on lisäys; toimenpide, kun se "
                    "koskee muuta.\n"
                    "       Jos ehdotus koskee vain seurannan kysymyksiä: kohde=\"seuranta\".\n"
                    "       Yleinen huomautus, jos sellainen on, tulee viimeiseksi: "
                    "<huomautus>…</huomautus> -->\n"
                    "  <muutosehdotus toimenpide=\"\">\n"
                    "    <nykyinenTeksti></nykyinenTeksti>\n"
                    "    <ehdotettuTeksti></ehdotettuTeksti>\n"
                    "    <perustelut></perustelut>\n"
                    "  </muutosehdotus>\n"
                    "</seurantatiedot>\n");
}

void followup_form(const struct followup *followup, int year, size_t party, struct buf *out)
{
    struct buf text = {0};
    const struct form form = {.followup = followup,
                              .version = followup_version_of(followup, year),
                              .year = year,
                              .party = party,
                              .out = &text};
    write_head(&form);
    write_root(&form);
    write_measures(&form);
    write_end(&text);
    clean_xml(text.data, out); /* the words are those of the plan and of last year's answers */
    buf_free(&text);
}
