#include "workbook/form.h"

#include "base/calendar.h"
#include "base/memory.h"
#include "workbook/workbook.h"

#include <string.h>

/* Blanks of a workbook: who proposes more writes it into the general remark. */
enum { PROPOSALS = 3 };

static const char *const yes_no[] = {"kyllä", "ei", NULL};
static const char *const done[] = {"tehty", "ei tehty", "kesken", NULL};
static const char *const statuses[] = {"ei aloitettu", "käynnissä", "toteutunut", "keskeytynyt",
                                       NULL};
static const char *const targets[] = {"suunnitelma", "seuranta", NULL};

enum {
    OF_REMARK = FORM_OPEN(BOOK_REMARK) | FORM_OPEN(BOOK_SECRET),
    OF_ANSWER = OF_REMARK | FORM_OPEN(BOOK_REASON),
    OF_DAY = OF_ANSWER | FORM_OPEN(BOOK_DATE),
    OF_STATISTIC = OF_ANSWER | FORM_OPEN(BOOK_SOURCE) | FORM_OPEN(BOOK_YEAR)
};

/* What is asked of each kind of indicator. */
static const struct form_row of_kinds[KINDS] = {
    [KIND_YES_NO] = {.answer = ANSWER_WORDS,
                     .words = yes_no,
                     .prompt = "Valitse kyllä tai ei.",
                     .open = OF_DAY},
    [KIND_DONE] = {.answer = ANSWER_WORDS,
                   .words = done,
                   .prompt = "Valitse tehty, ei tehty tai kesken. Kirjoita tehdylle myös päivä.",
                   .open = OF_DAY},
    [KIND_COUNT] = {.answer = ANSWER_COUNT,
                    .prompt = "Kirjoita kokonaisluku, vähintään 0.",
                    .open = OF_ANSWER},
    [KIND_SHARE] = {.answer = ANSWER_SHARE,
                    .prompt = "Kirjoita prosentit lukuna 0–100 ilman prosenttimerkkiä, "
                              "esimerkiksi 52,3.",
                    .open = OF_STATISTIC},
    [KIND_VALUE] = {.answer = ANSWER_VALUE,
                    .prompt = "Kirjoita luku, enintään kolme desimaalia.",
                    .open = OF_STATISTIC},
    [KIND_TEXT] = {.answer = ANSWER_TEXT,
                   .prompt = "Vastaa sanallisesti. Alt+Enter aloittaa uuden rivin.",
                   .open = OF_ANSWER,
                   .lines = 5},
};

/* Returns a day as people in Finland write it, in the arena; "" for NULL. */
static const char *day_of(const struct form *form, const char *day)
{
    struct buf text = {0};
    if (!day)
        return "";
    calendar_write(day, &text);
    const char *shown = arena_strndup(form->arena, text.data, text.size);
    buf_free(&text);
    return shown;
}

/* Returns last year's answer with its remark, cut where it is long; NULL for none. */
static const char *previous_of(const struct form *form, const struct question_answer *answer)
{
    enum { MOST = 400 /* characters */ };
    struct buf text = {0}, cut = {0};
    if (!answer->words)
        return NULL;
    buf_string(&text, answer->words);
    if (answer->remark)
        buf_printf(&text, "\nHuomautus: %s", answer->remark);
    buf_clipped(&cut, text.data, text.size, MOST);
    const char *previous = arena_strdup(form->arena, cut.data);
    buf_free(&text);
    buf_free(&cut);
    return previous;
}

/* Returns an indicator's question with the source to use and the day by which it is promised. */
static const char *question_of(const struct form *form, const struct followup_question *question)
{
    struct buf text = {0};
    buf_string(&text, question->text);
    if (question->source)
        buf_printf(&text, "\nLähde: %s", question->source);
    if (question->deadline)
        buf_printf(&text, "\nMääräaika: %s", day_of(form, question->deadline));
    const char *words = arena_strdup(form->arena, text.data);
    buf_free(&text);
    return words;
}

static struct form_row row_of_indicator(const struct form *form,
                                        const struct followup_question *question)
{
    const char *unit = question->unit ? question->unit : "";
    struct form_row row = of_kinds[question->kind];
    row.key = arena_printf(form->arena, "mittari %s %s %s %s", followup_kind_name(question->kind),
                           question->measure, question->indicator, unit);
    row.question = question_of(form, question);
    row.target = question->target;
    row.unit = question->kind == KIND_SHARE ? "%" : question->unit;
    return row;
}

static struct form_row row_of_measure(const struct form *form,
                                      const struct followup_question *question)
{
    if (question->about == QUESTION_STATUS)
        return (struct form_row){.key = arena_printf(form->arena, "tila %s", question->measure),
                                 .question = "Missä vaiheessa toimenpide on?",
                                 .answer = ANSWER_WORDS,
                                 .words = statuses,
                                 .prompt =
                                     "Valitse ei aloitettu, käynnissä, toteutunut tai keskeytynyt.",
                                 .open = OF_REMARK};
    return (struct form_row){.key = arena_printf(form->arena, "vastuu %s", question->measure),
                             .question = "Kuka vastaa toimenpiteestä? Tehtävät, ei nimiä.",
                             .prompt =
                                 "Kirjoita tehtävänimikkeet, ei nimiä. Erota useat puolipisteellä.",
                             .lines = 2};
}

/* Writes a question, before it the name of its measure when it is the measure's first. */
static void write_question(struct form *form, size_t index)
{
    const struct followup_question *question = &form->questions.items[index];
    const struct followup_question *before = index ? question - 1 : NULL;
    bool is_first = !before || strcmp(before->measure, question->measure) != 0;
    const char *number = question->measure_number ? question->measure_number : "";
    if (is_first)
        form_write_part(form, number, question->measure_name);
    size_t first = index;
    while (first && strcmp(form->questions.items[first - 1].measure, question->measure) == 0)
        first--;
    struct form_row row = question->about == QUESTION_INDICATOR ? row_of_indicator(form, question)
                                                                : row_of_measure(form, question);
    row.number =
        arena_printf(form->arena, "%s%s%zu", number, *number ? "." : "", index - first + 1);
    row.previous = previous_of(form, &question->previous);
    form_write_row(form, &row);
}

/* Writes the rows that are asked of all. */
static void write_respondent(struct form *form)
{
    static const struct form_row rows[] = {
        {.key = "paivays",
         .question = "Vastausten päiväys",
         .answer = ANSWER_DATE,
         .prompt = "Kirjoita päivä, jona vastaukset on annettu, esimerkiksi 20.1.2027."},
        {.key = "vastaaja",
         .question = "Vastaajan tehtävä, ei nimeä",
         .prompt = "Kirjoita tehtävänimike, ei nimeä."},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        form_write_row(form, &rows[i]);
}

/* Returns the numbers of the measures, ended by NULL; their ids where they have none. */
static const char *const *numbers_of_measures(const struct form *form)
{
    size_t count = form->facts.measure_count;
    const char **numbers = arena_array(form->arena, count + 1, sizeof *numbers);
    for (size_t i = 0; i < count; i++) {
        const struct book_measure *measure = &form->facts.measures[i];
        numbers[i] = measure->number ? measure->number : measure->id;
    }
    return numbers;
}

static void write_proposal(struct form *form, int number, const char *const *measures)
{
    const struct form_row rows[BOOK_PROPOSAL_PARTS] = {
        {.question = "Minkä toimenpiteen tekstiä ehdotus koskee? Tyhjä, jos se koskee muuta.",
         .answer = ANSWER_WORDS,
         .words = measures,
         .prompt = "Valitse toimenpiteen numero, tai jätä tyhjäksi."},
        {.question = "Muutetaanko suunnitelmaa vai vain seurannan kysymyksiä?",
         .answer = ANSWER_WORDS,
         .words = targets,
         .prompt = "Valitse suunnitelma tai seuranta. Tyhjä tarkoittaa suunnitelmaa."},
        {.question = "Nykyinen teksti; tyhjä, kun ehdotus on lisäys",
         .prompt = "Kirjoita suunnitelman teksti, jota muutetaan.",
         .lines = 4},
        {.question = "Ehdotettu teksti kokonaisina lauseina",
         .prompt = "Kirjoita suunnitelmaan ehdotettu teksti.",
         .lines = 4},
        {.question = "Perustelut", .prompt = "Kirjoita, miksi muutosta ehdotetaan.", .lines = 4},
    };
    form_write_part(form, NULL,
                    arena_printf(form->arena,
                                 "Ehdotus suunnitelman muuttamiseksi %d, jos sellainen on",
                                 number));
    for (size_t i = 0; i < BOOK_PROPOSAL_PARTS; i++) {
        struct form_row row = rows[i];
        row.key = arena_printf(form->arena, "ehdotus %d %s", number, book_proposal_parts[i]);
        form_write_row(form, &row);
    }
}

static void write_remarks(struct form *form)
{
    static const struct form_row rows[] = {
        {.key = "huomautus",
         .question = "Yleinen huomautus, jos sellainen on",
         .prompt = "Huomautus koko seurannasta. Se julkaistaan.",
         .lines = 4},
        {.key = "huomautus ei",
         .question = "Huomautus vain koordinaattorille, jos sellainen on; sitä ei julkaista",
         .prompt = "Huomautus, jonka saa nähdä vain koordinaattori.",
         .lines = 4},
    };
    form_write_part(form, NULL, "Huomautukset");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        form_write_row(form, &rows[i]);
}

static void write_rows(struct form *form)
{
    const char *const *measures = numbers_of_measures(form);
    write_respondent(form);
    for (size_t i = 0; i < form->questions.count; i++)
        write_question(form, i);
    for (int i = 1; i <= PROPOSALS; i++)
        write_proposal(form, i, measures);
    write_remarks(form);
}

/* Returns "Seuranta vuodelta 2026: Joutsan kunta". */
static char *title_of(const struct form *form)
{
    return arena_printf(form->arena, "Seuranta vuodelta %s: %s", form->facts.year,
                        form->facts.party_name);
}

static void add_sheet(struct form *form, const char *name)
{
    form->sheet = form->writer.workbook_add_worksheet(form->library, name);
    if (!form->sheet)
        memory_exhausted();
    form->line = 0;
}

/* Locks all cells but those to fill in, without a password: the lock is against slips. Rows and
 * columns may be made larger and smaller. */
static void protect(struct form *form)
{
    lxw_protection allowed = {.format_columns = LXW_TRUE, .format_rows = LXW_TRUE};
    form->writer.worksheet_protect(form->sheet, NULL, &allowed);
}

/* Sets how the sheet is printed: landscape A4, as wide as a page, each page with the heads. */
static void set_pages(struct form *form, lxw_row_t heads)
{
    enum { A4 = 9 };
    const struct writer *writer = &form->writer;
    writer->worksheet_set_landscape(form->sheet);
    writer->worksheet_set_paper(form->sheet, A4);
    writer->worksheet_fit_to_pages(form->sheet, 1, 0);
    writer->worksheet_set_margins(form->sheet, 0.4, 0.4, 0.5, 0.6);
    form_note(form, writer->worksheet_repeat_rows(form->sheet, heads, heads));
    form_note(form,
              writer->worksheet_print_area(form->sheet, 0, 0, form->line - 1, BOOK_COLUMNS - 1));
    form_note(form, writer->worksheet_set_footer(form->sheet, "&L&F&RSivu &P/&N"));
}

static void add_answers(struct form *form)
{
    add_sheet(form, BOOK_ANSWERS);
    form_set_columns(form);
    form_write_text(form, form->line++, BOOK_NUMBER, title_of(form), FORM_TITLE);
    form_write_text(form, form->line++, BOOK_NUMBER,
                    arena_printf(form->arena,
                                 "Vastausten määräaika on %s. Täytä kehystetyt solut; ohje on "
                                 "taulukossa Ohje.",
                                 day_of(form, form->facts.deadline)),
                    FORM_NOTE);
    form_write_names(form);
    lxw_row_t heads = form->line;
    form_write_heads(form);
    write_rows(form);
    form_add_rules(form, heads + 1);
    form_name_columns(form, heads);
    form->writer.worksheet_freeze_panes(form->sheet, heads + 1, BOOK_QUESTION + 1);
    set_pages(form, heads);
    protect(form);
}

static void add_guide(struct form *form)
{
    enum { WIDTH = 100, HEIGHT = 34 };
    const char *contact = form->facts.contact;
    const char *const lines[] = {
        "Vastaa taulukon Vastaukset kehystettyihin soluihin; muut solut on lukittu.",
        "Jos kysymys ei koske teitä, jätä vastaus tyhjäksi ja kirjoita syy sarakkeeseen Ei koske, "
        "miksi; jos vastausta ei saada, jätä rivi tyhjäksi, ja raportissa lukee ei raportoitu.",
        "Tallenna työkirja samalla nimellä Excel-työkirjana (.xlsx) ja lähetä se takaisin "
        "määräaikaan mennessä.",
        arena_printf(form->arena, "Vastausten määräaika: %s.", day_of(form, form->facts.deadline)),
        contact ? arena_printf(form->arena, "Lisätietoja antaa: %s.", contact) : NULL,
    };
    add_sheet(form, "Ohje");
    form_note(form, form->writer.worksheet_set_column(form->sheet, 0, 0, WIDTH, NULL));
    form_write_text(form, form->line++, 0, title_of(form), FORM_TITLE);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        form_note(form, form->writer.worksheet_set_row(form->sheet, form->line, HEIGHT, NULL));
        form_write_text(form, form->line++, 0, lines[i], FORM_FIXED);
    }
    form->writer.worksheet_fit_to_pages(form->sheet, 1, 0);
    protect(form);
}

static void write_fact(struct form *form, const char *name, const char *value)
{
    form_write_text(form, form->line, 0, name, FORM_NOTE);
    form_write_text(form, form->line++, 1, value, FORM_NOTE);
}

/* Adds the hidden sheet, by which a workbook that comes back is known. */
static void add_facts(struct form *form)
{
    const struct book_facts *facts = &form->facts;
    add_sheet(form, BOOK_FACTS);
    write_fact(form, "lomake", BOOK_FORM);
    write_fact(form, "hanke", facts->project);
    write_fact(form, "osapuoli", facts->party);
    write_fact(form, "vuosi", facts->year);
    write_fact(form, "suunnitelma", facts->plan);
    write_fact(form, "versio", facts->version);
    for (size_t i = 0; i < facts->measure_count; i++) {
        const struct book_measure *measure = &facts->measures[i];
        form_write_text(form, form->line, 2, measure->number, FORM_NOTE);
        form_write_text(form, form->line, 3, measure->name, FORM_NOTE);
        write_fact(form, "toimenpide", measure->id);
    }
    form->writer.worksheet_hide(form->sheet);
    protect(form);
}

static bool fill(void *context, lxw_workbook *library)
{
    struct form *form = context;
    form->library = library;
    form_add_formats(form);
    writer_set_properties(&form->writer, library, title_of(form), form->facts.deadline);
    add_answers(form);
    add_guide(form);
    add_facts(form);
    return !form->error || writer_failed(form->diags, form->writer.lxw_strerror(form->error));
}

bool workbook_form(const struct followup *followup, int year, size_t party, struct diags *diags,
                   struct buf *out)
{
    struct arena *arena = arena_new();
    struct form form = {.arena = arena, .diags = diags};
    form.facts = book_facts(followup, year, party, arena);
    form.questions = followup_questions(followup, year, party, arena);
    bool is_made = writer_open(&form.writer, diags) &&
                   writer_make(&form.writer, false, fill, &form, diags, out);
    arena_free(arena);
    return is_made;
}
