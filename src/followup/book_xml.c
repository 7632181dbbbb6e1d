/* Makes XML of a form's rows: one element a line, and one attribute a line, so that each line comes
 * from one cell. */
#include "base/message.h"
#include "base/utf8.h"
#include "followup/book_read.h"
#include "followup/book_value.h"
#include "xlsx/written.h"

#include <stdarg.h>
#include <string.h>

/* The most characters of texts, as the schema has them. */
enum { SHORT_TEXT = 500, LONG_TEXT = 20000 };

/* Appends a line that comes from a cell, or from none (NULL). */
__attribute__((format(printf, 3, 4))) static void
add_line(struct book_reading *reading, const char *cell, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    buf_vprintf(&reading->xml, format, arguments);
    va_end(arguments);
    buf_char(&reading->xml, '\n');
    if (reading->line_count + 1 >= reading->line_capacity) {
        size_t capacity = 2 * reading->line_capacity + 64;
        const char **larger = arena_array(reading->arena, capacity, sizeof *larger);
        if (reading->line_count)
            memcpy(larger, reading->cells, reading->line_count * sizeof *larger);
        reading->cells = larger;
        reading->line_capacity = capacity;
    }
    reading->cells[reading->line_count++] = cell;
    reading->cells[reading->line_count] = NULL; /* of what follows the last line end */
}

/* Returns a text within an element or an attribute, in the arena. */
static const char *escape(const struct book_reading *reading, const char *text)
{
    struct buf out = {0};
    buf_string(&out, "");
    for (; *text; text++) {
        if (*text == '&')
            buf_string(&out, "&amp;");
        else if (*text == '<')
            buf_string(&out, "&lt;");
        else if (*text == '>')
            buf_string(&out, "&gt;");
        else if (*text == '"')
            buf_string(&out, "&quot;");
        else
            buf_char(&out, (unsigned char)*text < ' ' ? ' ' : *text);
    }
    const char *escaped = arena_strndup(reading->arena, out.data, out.size);
    buf_free(&out);
    return escaped;
}

/* Returns a cell's text, escaped; NULL where it is blank. Reports one that is too long. */
static const char *text_of(struct book_reading *reading, const struct book_row *row,
                           enum book_column column, int most)
{
    const struct xlsx_cell *cell = book_cell(reading, row, column);
    const char *text = cell ? xlsx_text(cell, reading->arena) : NULL;
    size_t count = text ? utf8_count(text, strlen(text)) : 0;
    if (count > (size_t)most)
        return book_report(reading, row, column, _("shorten the text"),
                           _("the text has %zu characters; at most %d are allowed"), count, most);
    return text ? escape(reading, text) : NULL;
}

/* Reports what stands in a cell and isn't understood. Returns NULL. */
static const char *not_understood(struct book_reading *reading, const struct book_row *row,
                                  enum book_column column, const char *hint)
{
    enum { MOST = 80 /* characters */ };
    const struct xlsx_cell *cell = book_cell(reading, row, column);
    const char *text = cell ? xlsx_text(cell, reading->arena) : "";
    struct buf cut = {0};
    buf_clipped(&cut, text, strlen(text), MOST);
    book_report(reading, row, column, hint, _("\"%s\" is not understood"), cut.data);
    buf_free(&cut);
    return NULL;
}

/* Returns the value of a word; NULL where it is blank or not understood, which is reported. */
static const char *word_of(struct book_reading *reading, const struct book_row *row,
                           enum book_column column, enum value_words words)
{
    static const char *const allowed[] = {
        [VALUE_YES_NO] = "kyllä / ei",
        [VALUE_DONE] = "tehty / ei tehty / kesken",
        [VALUE_STATUS] = "ei aloitettu / käynnissä / toteutunut / keskeytynyt",
        [VALUE_TARGET] = "suunnitelma / seuranta",
        [VALUE_MARK] = "x",
    };
    const struct xlsx_cell *cell = book_cell(reading, row, column);
    const char *value = cell ? value_word(cell, words, reading->arena) : NULL;
    if (cell && !value)
        not_understood(reading, row, column,
                       arena_printf(reading->arena, _("write one of these: %s"), allowed[words]));
    return value;
}

/* Returns a number in the same way. */
static const char *number_of(struct book_reading *reading, const struct book_row *row,
                             enum followup_kind kind)
{
    const char *unit = kind == KIND_SHARE ? "%" : row->words[BOOK_WORDS - 1];
    const struct xlsx_cell *cell = book_cell(reading, row, BOOK_ANSWER);
    const char *value = cell ? value_number(cell, unit, kind == KIND_COUNT, reading->arena) : NULL;
    if (!cell || value)
        return value;
    return not_understood(reading, row, BOOK_ANSWER,
                          kind == KIND_COUNT
                              ? _("write a whole number, such as 3")
                              : _("write a number with at most three decimals, such as 52,3"));
}

/* Returns a day in the same way; last is as in xlsx_day. */
static const char *day_of(struct book_reading *reading, const struct book_row *row,
                          enum book_column column, const char **last)
{
    const struct xlsx_cell *cell = book_cell(reading, row, column);
    const char *day = cell ? xlsx_day(cell, last, reading->arena) : NULL;
    bool is_number =
        day && strcmp(day, "2000") < 0; /* a bare number, in a cell of a day's format */
    if (!cell || (day && !is_number))
        return day;
    return not_understood(reading, row, column, _("write the day, such as 9.11.2026"));
}

static const char *year_of(struct book_reading *reading, const struct book_row *row)
{
    const struct xlsx_cell *cell = book_cell(reading, row, BOOK_YEAR);
    const char *year = cell ? value_year(cell, reading->arena) : NULL;
    if (!cell || year)
        return year;
    return not_understood(reading, row, BOOK_YEAR, _("write the year, such as 2025"));
}

/* Appends a remark of a row, if there is one. */
static void add_remark(struct book_reading *reading, const struct book_row *row,
                       enum book_column column, bool is_secret, const char *indent)
{
    const char *text = text_of(reading, row, column, LONG_TEXT);
    const char *cell = book_cell_name(reading, row, column);
    if (text)
        add_line(reading, cell, "%s<huomautus%s solu=\"%s\">%s</huomautus>", indent,
                 is_secret ? " julkinen=\"ei\"" : "", escape(reading, cell), text);
}

static void add_row_remark(struct book_reading *reading, const struct book_row *row,
                           const char *indent)
{
    const char *mark = word_of(reading, row, BOOK_SECRET, VALUE_MARK);
    add_remark(reading, row, BOOK_REMARK, mark && strcmp(mark, "kylla") == 0, indent);
}

/* Appends an attribute on a line of its own, if it has a value. */
static void add_attribute(struct book_reading *reading, const struct book_row *row,
                          enum book_column column, const char *name, const char *value)
{
    if (value)
        add_line(reading, book_cell_name(reading, row, column), "        %s=\"%s\"", name, value);
}

static bool is_filled(struct book_reading *reading, const struct book_row *row,
                      enum book_column column)
{
    return book_cell(reading, row, column) != NULL;
}

/* An answer that has been understood. */
struct given {
    enum followup_kind kind;
    const char *element, *value; /* value is an attribute's or, of a text, the element's */
    const char *day, *last_day, *source, *year;
};

/* Appends the element that answers. */
static void add_given(struct book_reading *reading, const struct book_row *row,
                      const struct given *given)
{
    const char *cell = book_cell_name(reading, row, BOOK_ANSWER);
    if (given->kind == KIND_TEXT) {
        add_line(reading, cell, "      <%s>%s</%s>", given->element, given->value, given->element);
        return;
    }
    add_line(reading, cell, "      <%s arvo=\"%s\"", given->element, given->value);
    if (given->kind == KIND_VALUE)
        add_attribute(reading, row, BOOK_UNIT, "yksikko",
                      escape(reading, row->words[BOOK_WORDS - 1]));
    add_attribute(reading, row, BOOK_DATE, "paivays", given->day);
    add_attribute(reading, row, BOOK_DATE, "asti", given->last_day);
    add_attribute(reading, row, BOOK_SOURCE, "lahde", given->source);
    add_attribute(reading, row, BOOK_YEAR, "tilastovuosi", given->year);
    add_line(reading, cell, "      />");
}

/* Returns the value of an answer; NULL where it is blank or not understood. */
static const char *value_of(struct book_reading *reading, const struct book_row *row,
                            enum followup_kind kind)
{
    if (kind == KIND_YES_NO || kind == KIND_DONE)
        return word_of(reading, row, BOOK_ANSWER, kind == KIND_DONE ? VALUE_DONE : VALUE_YES_NO);
    return kind == KIND_TEXT ? text_of(reading, row, BOOK_ANSWER, LONG_TEXT)
                             : number_of(reading, row, kind);
}

/* Reads what belongs to an answer, and only to answers of its kind. */
static void read_details(struct book_reading *reading, const struct book_row *row,
                         struct given *given)
{
    if (given->kind == KIND_YES_NO)
        given->day = day_of(reading, row, BOOK_DATE, &given->last_day);
    else if (given->kind == KIND_DONE)
        given->day = day_of(reading, row, BOOK_DATE, NULL);
    if (given->kind != KIND_SHARE && given->kind != KIND_VALUE)
        return;
    given->source = text_of(reading, row, BOOK_SOURCE, SHORT_TEXT);
    given->year = year_of(reading, row);
}

/* Returns why a question doesn't concern the party; NULL for none. A mark alone is no reason. */
static const char *reason_of(struct book_reading *reading, const struct book_row *row)
{
    const char *reason = text_of(reading, row, BOOK_REASON, LONG_TEXT);
    const struct xlsx_cell *cell = reason ? book_cell(reading, row, BOOK_REASON) : NULL;
    if (cell && value_word(cell, VALUE_YES_NO, reading->arena))
        return book_report(reading, row, BOOK_REASON, _("write why, or leave the cell blank"),
                           _("\"%s\" does not say why the question does not concern you"),
                           xlsx_text(cell, reading->arena));
    return reason;
}

/* Returns the row of the same question above that has been filled in, too; NULL for none. */
static const struct book_row *row_before(struct book_reading *reading, const struct book_row *row)
{
    for (const struct book_row *one = reading->rows; one < row; one++) {
        bool is_same = true;
        for (size_t i = 0; i + 1 < BOOK_WORDS; i++)
            is_same &= strcmp(one->words[i], row->words[i]) == 0;
        if (is_same &&
            (is_filled(reading, one, BOOK_ANSWER) || is_filled(reading, one, BOOK_REASON)))
            return one;
    }
    return NULL;
}

/* Returns whether a row has something filled in beside the answer and the reason. */
static bool has_details(struct book_reading *reading, const struct book_row *row)
{
    return is_filled(reading, row, BOOK_REMARK) || is_filled(reading, row, BOOK_DATE) ||
           is_filled(reading, row, BOOK_SOURCE) || is_filled(reading, row, BOOK_YEAR);
}

/* Returns whether a row answers in one way, and only once; reports one that does not. A row that is
 * left blank doesn't answer. */
static bool answers(struct book_reading *reading, const struct book_row *row)
{
    size_t errors = reading->errors;
    bool has_answer = is_filled(reading, row, BOOK_ANSWER);
    bool has_reason = is_filled(reading, row, BOOK_REASON);
    const struct book_row *before = has_answer || has_reason ? row_before(reading, row) : NULL;
    if (before)
        book_report(reading, row, BOOK_ANSWER, _("leave one of the rows blank"),
                    _("the question is answered on the row %d already"), before->line);
    else if (has_answer && has_reason)
        book_report(reading, row, BOOK_REASON, _("leave one of them blank"),
                    _("there is an answer, and also a reason why the question does not concern "
                      "you"));
    else if (!has_answer && !has_reason && has_details(reading, row) && reading->errors == errors)
        book_report(reading, row, BOOK_ANSWER,
                    _("write the answer, or why the question does not concern you"),
                    _("the answer is missing, though something stands beside it"));
    return (has_answer || has_reason) && reading->errors == errors;
}

static enum followup_kind kind_of(const struct book_row *row)
{
    size_t kind = 0;
    while (kind < KINDS && strcmp(followup_kinds[kind].name, row->words[1]) != 0)
        kind++;
    return (enum followup_kind)kind;
}

static void add_answer(struct book_reading *reading, const struct book_row *row)
{
    struct given given = {.kind = kind_of(row)};
    if (given.kind == KINDS || !answers(reading, row))
        return;
    size_t errors = reading->errors;
    const char *reason = reason_of(reading, row);
    given.element = followup_kinds[given.kind].answer;
    given.value = value_of(reading, row, given.kind);
    read_details(reading, row, &given);
    if (reading->errors > errors)
        return;
    enum book_column column = reason ? BOOK_REASON : BOOK_ANSWER;
    const char *cell = book_cell_name(reading, row, column);
    add_line(reading, cell, "    <vastaus mittari=\"%s\" solu=\"%s\">",
             escape(reading, row->words[3]), escape(reading, cell));
    if (reason)
        add_line(reading, cell, "      <eiKoske>%s</eiKoske>", reason);
    else
        add_given(reading, row, &given);
    add_row_remark(reading, row, "      ");
    add_line(reading, cell, "    </vastaus>");
}

/* Appends who is responsible: one a line, or between semicolons. */
static void add_people(struct book_reading *reading, const struct book_row *row)
{
    const struct xlsx_cell *cell = book_cell(reading, row, BOOK_ANSWER);
    const char *name = book_cell_name(reading, row, BOOK_ANSWER);
    for (const char *at = cell ? cell->text : ""; *at;) {
        size_t size = strcspn(at, ";\n");
        const struct xlsx_cell part = {.text = arena_strndup(reading->arena, at, size)};
        const char *person = xlsx_text(&part, reading->arena);
        at += size + (at[size] != '\0');
        size_t count = utf8_count(person, strlen(person));
        if (count > SHORT_TEXT)
            book_report(reading, row, BOOK_ANSWER, _("shorten the text"),
                        _("the text has %zu characters; at most %d are allowed"), count,
                        SHORT_TEXT);
        else if (*person)
            add_line(reading, name, "    <vastuuhenkilo>%s</vastuuhenkilo>",
                     escape(reading, person));
    }
}

/* Returns whether a measure has been written already. */
static bool is_done(const struct book_reading *reading, size_t until, const char *measure)
{
    for (size_t i = 0; i < until; i++) {
        const struct book_row *row = &reading->rows[i];
        bool is_indicator = strcmp(row->words[0], "mittari") == 0;
        if (strcmp(row->words[is_indicator ? 2 : 1], measure) == 0)
            return true;
    }
    return false;
}

/* Takes back all lines after the first so many. */
static void take_back(struct book_reading *reading, size_t lines, size_t size)
{
    reading->line_count = lines;
    reading->cells[lines] = NULL;
    reading->xml.size = size;
    reading->xml.data[size] = '\0';
}

/* Appends what is answered about a measure, if anything is. */
static void add_measure(struct book_reading *reading, const char *measure)
{
    const size_t lines = reading->line_count, size = reading->xml.size;
    const struct book_row *people = book_find_row(reading, "vastuu", measure);
    const struct book_row *status = book_find_row(reading, "tila", measure);
    const struct book_row *first = status ? status : people;
    const char *cell = first ? book_cell_name(reading, first, BOOK_ANSWER) : NULL;
    const char *place =
        cell ? arena_printf(reading->arena, " solu=\"%s\"", escape(reading, cell)) : "";
    add_line(reading, cell, "  <toimenpideseuranta toimenpide=\"%s\"%s>", escape(reading, measure),
             place);
    if (people)
        add_people(reading, people);
    const char *value = status ? word_of(reading, status, BOOK_ANSWER, VALUE_STATUS) : NULL;
    if (value)
        add_line(reading, cell, "    <tila arvo=\"%s\"/>", value);
    if (status)
        add_row_remark(reading, status, "    ");
    for (size_t i = 0; i < reading->row_count; i++)
        if (strcmp(reading->rows[i].words[0], "mittari") == 0 &&
            strcmp(reading->rows[i].words[2], measure) == 0)
            add_answer(reading, &reading->rows[i]);
    if (reading->line_count == lines + 1)
        take_back(reading, lines, size);
    else
        add_line(reading, NULL, "  </toimenpideseuranta>");
}

static void add_measures(struct book_reading *reading)
{
    for (size_t i = 0; i < reading->row_count; i++) {
        const struct book_row *row = &reading->rows[i];
        const char *first = row->words[0];
        bool is_indicator = strcmp(first, "mittari") == 0;
        bool is_of_measure =
            is_indicator || strcmp(first, "vastuu") == 0 || strcmp(first, "tila") == 0;
        const char *measure = row->words[is_indicator ? 2 : 1];
        if (is_of_measure && !is_done(reading, i, measure))
            add_measure(reading, measure);
    }
}

/* The rows of a proposal, by the parts of it; NULL for one that is gone. */
struct proposal {
    const struct book_row *rows[BOOK_PROPOSAL_PARTS];
};

static struct proposal find_proposal(const struct book_reading *reading, const char *number)
{
    struct proposal proposal = {0};
    for (size_t i = 0; i < reading->row_count; i++) {
        const struct book_row *row = &reading->rows[i];
        size_t part = followup_index(book_proposal_parts, BOOK_PROPOSAL_PARTS, row->words[2]);
        if (strcmp(row->words[0], "ehdotus") == 0 && strcmp(row->words[1], number) == 0 &&
            part < BOOK_PROPOSAL_PARTS)
            proposal.rows[part] = row;
    }
    return proposal;
}

/* Returns the id of the measure that a proposal is about; NULL for none. Reports one that isn't
 * known. */
static const char *measure_of(struct book_reading *reading, const struct book_row *row)
{
    const struct xlsx_cell *cell = row ? book_cell(reading, row, BOOK_ANSWER) : NULL;
    const char *id = cell ? book_find_measure(reading, xlsx_text(cell, reading->arena)) : NULL;
    if (!cell || id)
        return id;
    return not_understood(reading, row, BOOK_ANSWER, _("write the number of a measure"));
}

static void add_proposal(struct book_reading *reading, const char *number)
{
    enum { MEASURE, TARGET, TEXTS };
    const struct proposal proposal = find_proposal(reading, number);
    const struct book_row *first = NULL;
    for (size_t i = BOOK_PROPOSAL_PARTS; i-- > 0;)
        if (proposal.rows[i] && is_filled(reading, proposal.rows[i], BOOK_ANSWER))
            first = proposal.rows[i];
    if (!first)
        return;
    const char *measure = measure_of(reading, proposal.rows[MEASURE]);
    const char *target = proposal.rows[TARGET]
                             ? word_of(reading, proposal.rows[TARGET], BOOK_ANSWER, VALUE_TARGET)
                             : NULL;
    const char *cell = book_cell_name(reading, first, BOOK_ANSWER);
    add_line(reading, cell, "  <muutosehdotus solu=\"%s\"", escape(reading, cell));
    if (measure)
        add_attribute(reading, proposal.rows[MEASURE], BOOK_ANSWER, "toimenpide",
                      escape(reading, measure));
    if (target)
        add_attribute(reading, proposal.rows[TARGET], BOOK_ANSWER, "kohde", target);
    add_line(reading, cell, "  >");
    for (size_t i = TEXTS; i < BOOK_PROPOSAL_PARTS; i++) {
        const struct book_row *row = proposal.rows[i];
        const char *text = row ? text_of(reading, row, BOOK_ANSWER, LONG_TEXT) : NULL;
        add_line(reading, row ? book_cell_name(reading, row, BOOK_ANSWER) : cell, "    <%s>%s</%s>",
                 book_proposal_parts[i], text ? text : "", book_proposal_parts[i]);
    }
    add_line(reading, cell, "  </muutosehdotus>");
}

static void add_proposals(struct book_reading *reading)
{
    for (size_t i = 0; i < reading->row_count; i++) {
        const struct book_row *row = &reading->rows[i];
        if (strcmp(row->words[0], "ehdotus") == 0 &&
            book_find_row(reading, "ehdotus", row->words[1]) == row)
            add_proposal(reading, row->words[1]);
    }
}

/* Returns what is filled into the first row of a key, and its cell; reports when nothing is. */
static const struct book_row *find_needed(struct book_reading *reading, const char *key,
                                          const char *hint, const char *message)
{
    const struct book_row *row = book_find_row(reading, key, NULL);
    if (row && is_filled(reading, row, BOOK_ANSWER))
        return row;
    const struct book_row none = {.line = 1, .words = {key, "", "", "", ""}};
    book_report(reading, row ? row : &none, BOOK_ANSWER, hint, "%s", message);
    return NULL;
}

static void add_root(struct book_reading *reading, const char *digest, const char *day)
{
    const struct book_row *row =
        find_needed(reading, "paivays", _("write the day, such as 9.11.2026"),
                    _("the day of the answers is missing"));
    const char *given = row ? day_of(reading, row, BOOK_ANSWER, NULL) : NULL;
    const char *version = book_fact(reading, "versio");
    add_line(reading, NULL, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    add_line(reading, NULL, "<seurantatiedot xmlns=\"%s\" osapuoli=\"%s\" vuosi=\"%s\"", XML_PYKALA,
             escape(reading, book_fact(reading, "osapuoli")),
             escape(reading, book_fact(reading, "vuosi")));
    add_line(reading, NULL, "    suunnitelma=\"%s\"%s%s%s",
             escape(reading, book_fact(reading, "suunnitelma")), *version ? " versio=\"" : "",
             escape(reading, version), *version ? "\"" : "");
    add_line(reading, row ? book_cell_name(reading, row, BOOK_ANSWER) : NULL, "    paivays=\"%s\"",
             given ? given : day);
    add_line(reading, NULL, "    tyokirja=\"%s\">", digest);
}

static void add_respondent(struct book_reading *reading)
{
    const struct book_row *row =
        find_needed(reading, "vastaaja", _("write the role, such as kunnanjohtaja"),
                    _("the respondent's role is missing"));
    const char *role = row ? text_of(reading, row, BOOK_ANSWER, SHORT_TEXT) : NULL;
    add_line(reading, NULL, "  <vastaaja>");
    add_line(reading, row ? book_cell_name(reading, row, BOOK_ANSWER) : NULL,
             "    <tehtava>%s</tehtava>", role ? role : "–");
    add_line(reading, NULL, "  </vastaaja>");
}

/* Returns whether a cell of a row is read: those beside what isn't an indicator are few. */
static bool is_read(const struct book_row *row, enum book_column column)
{
    bool is_remark = column == BOOK_REMARK || column == BOOK_SECRET;
    return column == BOOK_ANSWER || column == BOOK_UNIT || strcmp(row->words[0], "mittari") == 0 ||
           (is_remark && strcmp(row->words[0], "tila") == 0);
}

/* Reports what has been written into cells that nobody reads. */
static void report_beside(struct book_reading *reading)
{
    for (size_t i = 0; i < reading->row_count; i++)
        for (enum book_column column = BOOK_ANSWER; column < BOOK_COLUMNS; column++)
            if (!is_read(&reading->rows[i], column) &&
                is_filled(reading, &reading->rows[i], column))
                book_report(reading, &reading->rows[i], column,
                            _("move it to the column of answers, or to a remark, or delete it"),
                            _("something is written into a cell that is not read"));
}

void book_make_xml(struct book_reading *reading, const char *digest, const char *day)
{
    add_root(reading, digest, day);
    add_respondent(reading);
    add_measures(reading);
    add_proposals(reading);
    for (size_t i = 0; i < reading->row_count; i++)
        if (strcmp(reading->rows[i].words[0], "huomautus") == 0)
            add_remark(reading, &reading->rows[i], BOOK_ANSWER,
                       strcmp(reading->rows[i].words[1], "ei") == 0, "  ");
    add_line(reading, NULL, "</seurantatiedot>");
    report_beside(reading);
}
