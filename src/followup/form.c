/* Writes a party's form for a year, in Finnish as the vocabulary: its readers are the parties. The
 * answers are blank, so the form is not valid as it is, and checking it names each blank. */
#include "followup/followup_private.h"

#include "base/clean.h"
#include "followup/tally.h"

#include <stdlib.h>
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

/* Appends text within a quoted attribute. */
static void quote(struct buf *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '&')
            buf_string(out, "&amp;");
        else if (*text == '<')
            buf_string(out, "&lt;");
        else if (*text == '"')
            buf_string(out, "&quot;");
        else
            buf_char(out, *text);
    }
}

/* Appends "31.1.2027" for 2027-01-31. */
static void write_date(struct buf *out, const char *date)
{
    buf_printf(out, "%ld.%ld.%.4s", strtol(date + 8, NULL, 10), strtol(date + 5, NULL, 10), date);
}

/* Appends a number with a decimal comma. */
static void write_number(struct buf *out, int64_t value)
{
    size_t from = out->size;
    decimal_write(value, out);
    char *point = memchr(out->data + from, '.', out->size - from);
    if (point)
        *point = ',';
}

static void write_head(const struct form *form)
{
    const struct followup *followup = form->followup;
    struct buf *out = form->out;
    buf_string(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!--\n  ");
    comment(out, followup->parties[form->party].name);
    buf_printf(out, ": seuranta vuodelta %d. Vastausten määräaika on ", form->year);
    write_date(out, followup_deadline(followup, form->year));
    buf_string(
        out, ".\n\n"
             "  Kirjoita vastaukset lainausmerkkien väliin ja tyhjiin kohtiin. Luvuissa on "
             "desimaalipiste.\n"
             "  Jos kysymys ei koske teitä, korvaa vastaus: <eiKoske>miksi ei</eiKoske>\n"
             "  Jos vastausta ei saada, poista koko vastaus (vastaus-elementti); raportissa lukee "
             "silloin ei raportoitu.\n"
             "  Lähde, vuosi, vastuuhenkilö ja muutosehdotus saavat jäädä tyhjiksi.\n"
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

static void write_limit(const struct form *form, const char *words, struct decimal limit,
                        const char *unit)
{
    if (!limit.is_given)
        return;
    buf_string(form->out, words);
    write_number(form->out, limit.value);
    if (unit) {
        buf_char(form->out, ' ');
        comment(form->out, unit);
    }
}

static void write_target(const struct form *form, const struct followup_indicator *indicator)
{
    bool has_both = indicator->low.is_given && indicator->high.is_given;
    if (!indicator->low.is_given && !indicator->high.is_given)
        return;
    buf_string(form->out, "\n         Tavoite: ");
    write_limit(form, "vähintään ", indicator->low, has_both ? NULL : indicator->unit);
    write_limit(form, has_both ? " ja enintään " : "enintään ", indicator->high, indicator->unit);
    if (indicator->is_for_term)
        buf_string(form->out, " valtuustokaudella");
    buf_char(form->out, '.');
}

/* Appends an answer, to an indicator of its own year, in words. */
static void write_previous_value(const struct form *form, const struct followup_answer *answer,
                                 const struct followup_indicator *indicator)
{
    static const char *const words[WORDS] = {
        [WORD_YES] = "kyllä",          [WORD_NO] = "ei",
        [WORD_DONE] = "tehty",         [WORD_NOT_DONE] = "ei tehty",
        [WORD_IN_PROGRESS] = "kesken", [WORD_NOT_APPLICABLE] = "ei koske: ",
    };
    if (words[answer->word])
        buf_string(form->out, words[answer->word]);
    if (answer->text)
        comment(form->out, answer->text);
    if (answer->word != WORD_VALUE)
        return;
    write_number(form->out, answer->value);
    if (indicator->unit) {
        buf_char(form->out, ' ');
        comment(form->out, indicator->unit);
    }
}

static void write_previous(const struct form *form, const struct followup_indicator *indicator)
{
    const struct followup_year *before = followup_year(form->followup, form->year - 1);
    const struct followup_indicator *own = before ? followup_indicator_in(indicator, before) : NULL;
    if (!own)
        return;
    const struct followup_answer *answer = tally_answer(form->followup, before, form->party, own);
    if (answer->word == WORD_MISSING)
        return;
    buf_printf(form->out, "\n         Viime vuonna (%d): ", before->year);
    write_previous_value(form, answer, own);
    if (answer->remark) {
        buf_string(form->out, " (huomautus: ");
        comment(form->out, answer->remark);
        buf_char(form->out, ')');
    }
}

static void write_question(const struct form *form, const struct followup_indicator *indicator)
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
    comment(form->out, indicator->question);
    buf_string(form->out, choices[indicator->kind]);
    write_target(form, indicator);
    if (indicator->source) {
        buf_string(form->out, "\n         Lähde: ");
        comment(form->out, indicator->source);
    }
    write_previous(form, indicator);
    buf_string(form->out, " -->\n");
}

static void write_blank(const struct form *form, const struct followup_indicator *indicator)
{
    const char *name = followup_kinds[indicator->kind].answer;
    struct buf *out = form->out;
    if (indicator->kind == KIND_TEXT) {
        buf_printf(out, "      <%s></%s>\n", name, name);
        return;
    }
    buf_printf(out, "      <%s arvo=\"\"", name);
    if (indicator->kind == KIND_VALUE) {
        buf_string(out, " yksikko=\"");
        quote(out, indicator->unit ? indicator->unit : "");
        buf_char(out, '"');
    }
    if (indicator->kind == KIND_SHARE || indicator->kind == KIND_VALUE)
        buf_string(out, " lahde=\"\" tilastovuosi=\"\"");
    buf_string(out, "/>\n");
}

static void write_indicator(const struct form *form, const struct followup_indicator *indicator)
{
    write_question(form, indicator);
    buf_printf(form->out, "    <vastaus mittari=\"%s\">\n", indicator->id);
    write_blank(form, indicator);
    buf_string(form->out, "    </vastaus>\n");
}

/* Returns last year's answer about a measure that the plan had then; or NULL. */
static const struct followup_measure_answer *measure_before(const struct form *form, size_t measure)
{
    const struct followup_year *before = followup_year(form->followup, form->year - 1);
    const struct followup_submission *submission =
        before ? &before->submissions[form->party] : NULL;
    if (!submission || !submission->measures)
        return NULL;
    ptrdiff_t index =
        lookup_find(&before->version->measure_index, form->version->measures[measure].id);
    return index == LOOKUP_NONE ? NULL : &submission->measures[index];
}

/* Appends a measure's responsible persons and status; last year's as a comment. */
static void write_status(const struct form *form, size_t measure)
{
    struct buf *out = form->out;
    const struct followup_measure_answer *before = measure_before(form, measure);
    buf_string(out,
               "    <!-- Vastuuhenkilöt tehtävinä, ei nimiä; elementtejä voi olla useita. Tila: "
               "eiAloitettu, kaynnissa, toteutunut tai keskeytynyt.");
    if (before && before->status != STATUS_MISSING)
        buf_printf(out, "\n         Viime vuoden tila: %s.", followup_statuses[before->status]);
    for (size_t i = 0; before && i < before->people.count; i++) {
        buf_string(out, i ? ", " : "\n         Viime vuoden vastuuhenkilöt: ");
        comment(out, before->people.items[i]);
    }
    buf_string(out, " -->\n    <vastuuhenkilo></vastuuhenkilo>\n    <tila arvo=\"\"/>\n");
}

/* Returns whether the party is asked an indicator of the measure. */
static bool asks(const struct form *form, const struct followup_indicator *indicator,
                 size_t measure)
{
    return indicator->measure == measure &&
           followup_expects(form->followup, form->year, form->party, indicator);
}

static bool has_question(const struct form *form, size_t measure)
{
    for (size_t i = 0; i < form->version->indicator_count; i++)
        if (asks(form, &form->version->indicators[i], measure))
            return true;
    return false;
}

static void write_measure(const struct form *form, size_t index)
{
    const struct followup *followup = form->followup;
    const struct followup_measure *measure = &form->version->measures[index];
    bool is_responsible =
        measure->responsible[form->party] && followup_is_bound(followup, form->year, form->party);
    if (!is_responsible && !has_question(form, index))
        return;
    buf_printf(form->out, "\n  <!-- Toimenpide %s: ", measure->number);
    comment(form->out, measure->name);
    buf_printf(form->out, " -->\n  <toimenpideseuranta toimenpide=\"%s\">\n", measure->id);
    if (is_responsible)
        write_status(form, index);
    for (size_t i = 0; i < form->version->indicator_count; i++)
        if (asks(form, &form->version->indicators[i], index))
            write_indicator(form, &form->version->indicators[i]);
    buf_string(form->out, "  </toimenpideseuranta>\n");
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
    for (size_t i = 0; i < form.version->measure_count; i++)
        write_measure(&form, i);
    write_end(&text);
    clean_xml(text.data, out); /* the words are those of the plan and of last year's answers */
    buf_free(&text);
}
