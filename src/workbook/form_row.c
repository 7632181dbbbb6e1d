#include "workbook/form.h"

#include "base/clean.h"
#include "base/utf8.h"

#include <string.h>

/* A column: its head, its name in the workbook, and its width in digits. */
static const struct column {
    const char *head, *name;
    double width;
} columns[BOOK_COLUMNS] = {
    [BOOK_KEY] = {"Tunnus", "Tunnus", 10},
    [BOOK_NUMBER] = {"Nro", "Nro", 6},
    [BOOK_QUESTION] = {"Kysymys", "Kysymys", 44},
    [BOOK_TARGET] = {"Tavoite", "Tavoite", 15},
    [BOOK_PREVIOUS] = {"Viime vuonna", "ViimeVuonna", 20},
    [BOOK_ANSWER] = {"Vastaus", "Vastaus", 34},
    [BOOK_UNIT] = {"Yksikkö", "Yksikko", 9},
    [BOOK_DATE] = {"Päivä, jona tehty", "Paiva", 12},
    [BOOK_SOURCE] = {"Lähde", "Lahde", 16},
    [BOOK_YEAR] = {"Tilasto-\nvuosi", "Tilastovuosi", 9},
    [BOOK_REMARK] = {"Huomautus", "Huomautus", 28},
    [BOOK_SECRET] = {"Huomautus ei julkinen (x)", "EiJulkinen", 12},
    [BOOK_REASON] = {"Ei koske, miksi", "EiKoske", 20},
};

/* Heights in points. */
enum { LINE_HEIGHT = 15, MOST_HEIGHT = 405 };

void form_note(struct form *form, lxw_error error)
{
    form->error = form->error ? form->error : error;
}

void form_add_formats(struct form *form)
{
    enum { PALE_YELLOW = 0xFFFBE6, GREY = 0x7F7F7F };
    const struct writer *writer = &form->writer;
    static const char *const numbers[FORM_FORMATS] = {
        [FORM_TITLE] = "@", [FORM_HEAD] = "@", [FORM_PART] = "@",         [FORM_FIXED] = "@",
        [FORM_NOTE] = "@",  [FORM_TEXT] = "@", [FORM_NUMBER] = "General", [FORM_DATE] = "d.m.yyyy",
    };
    for (enum form_format i = 0; i < FORM_FORMATS; i++) {
        lxw_format *format = writer_format(writer, form->library, numbers[i]);
        form->formats[i] = format;
        if (i == FORM_TITLE || i == FORM_HEAD || i == FORM_PART)
            writer->format_set_bold(format);
        if (i != FORM_TITLE && i != FORM_PART && i != FORM_NOTE)
            writer->format_set_text_wrap(format);
        if (i == FORM_TITLE)
            writer->format_set_font_size(format, 14);
        if (i < FORM_TEXT)
            continue;
        writer->format_set_unlocked(format);
        writer->format_set_border(format, LXW_BORDER_THIN);
        writer->format_set_border_color(format, GREY);
        writer->format_set_bg_color(format, PALE_YELLOW);
        writer->format_set_align(format, LXW_ALIGN_LEFT);
    }
}

void form_set_columns(struct form *form)
{
    for (lxw_col_t i = 0; i < BOOK_COLUMNS; i++) {
        lxw_row_col_options options = {.hidden = i == BOOK_KEY};
        form_note(form, form->writer.worksheet_set_column_opt(form->sheet, i, i, columns[i].width,
                                                              NULL, &options));
    }
}

/* Appends a text line by line, without characters that steer a terminal. */
static void clean(struct form *form, const char *text, struct buf *out)
{
    for (const char *line = text;; line++) {
        size_t size = strcspn(line, "\n");
        clean_value(arena_strndup(form->arena, line, size), out);
        line += size;
        if (!*line)
            return;
        buf_char(out, '\n');
    }
}

void form_write_text(struct form *form, lxw_row_t line, lxw_col_t column, const char *text,
                     enum form_format format)
{
    struct buf cleaned = {0}, escaped = {0};
    if (!text || !*text)
        return;
    buf_string(&cleaned, "");
    buf_string(&escaped, "");
    clean(form, text, &cleaned);
    writer_escape(cleaned.data, &escaped);
    form_note(form, form->writer.worksheet_write_string(form->sheet, line, column, escaped.data,
                                                        form->formats[format]));
    buf_free(&escaped);
    buf_free(&cleaned);
}

void form_write_names(struct form *form)
{
    lxw_row_col_options hidden = {.hidden = LXW_TRUE};
    for (lxw_col_t i = 0; i < BOOK_COLUMNS; i++)
        form_write_text(form, form->line, i, book_columns[i], FORM_NOTE);
    form_note(form, form->writer.worksheet_set_row_opt(form->sheet, form->line, LINE_HEIGHT, NULL,
                                                       &hidden));
    form->line++;
}

void form_write_heads(struct form *form)
{
    for (lxw_col_t i = BOOK_NUMBER; i < BOOK_COLUMNS; i++)
        form_write_text(form, form->line, i, columns[i].head, FORM_HEAD);
    form_note(form, form->writer.worksheet_set_row(form->sheet, form->line, 3 * LINE_HEIGHT, NULL));
    form->line++;
}

void form_write_part(struct form *form, const char *number, const char *text)
{
    enum { HEIGHT = 24 };
    form_write_text(form, form->line, BOOK_NUMBER, number, FORM_PART);
    form_write_text(form, form->line, BOOK_QUESTION, text, FORM_PART);
    form_note(form, form->writer.worksheet_set_row(form->sheet, form->line, HEIGHT, NULL));
    form->line++;
}

/* Returns how many lines a text takes in a column. A word that doesn't fit begins a line, which
 * costs about a sixth of each. */
static int lines_of(const char *text, double width)
{
    int lines = 0;
    while (text && *text) {
        size_t size = strcspn(text, "\n");
        double count = (double)utf8_count(text, size);
        lines += 1 + (int)(count * 7 / 6 / width);
        text += size + (text[size] == '\n');
    }
    return lines;
}

static void set_height(struct form *form, const struct form_row *row)
{
    const int counts[] = {
        row->lines,
        lines_of(row->question, columns[BOOK_QUESTION].width),
        lines_of(row->target, columns[BOOK_TARGET].width),
        lines_of(row->previous, columns[BOOK_PREVIOUS].width),
        lines_of(row->unit, columns[BOOK_UNIT].width),
    };
    int lines = 1;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        lines = counts[i] > lines ? counts[i] : lines;
    int height = lines * LINE_HEIGHT + LINE_HEIGHT / 3;
    form_note(form,
              form->writer.worksheet_set_row(form->sheet, form->line,
                                             height < MOST_HEIGHT ? height : MOST_HEIGHT, NULL));
}

/* Begins the rule for what may be written into a cell. Excel tells the rule, but checks only what
 * is typed: what is pasted in is checked when the workbook comes back. */
static lxw_data_validation begin_rule(const struct form *form, const char *prompt)
{
    char *message = arena_strdup(form->arena, prompt);
    return (lxw_data_validation){
        .validate = LXW_VALIDATION_TYPE_ANY,
        .input_message = message,
        .error_title = arena_strdup(form->arena, "Tarkista vastaus"),
        .error_message = message,
    };
}

static void allow_between(lxw_data_validation *rule, uint8_t type, double least, double most)
{
    rule->validate = type;
    rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule->minimum_number = least;
    rule->maximum_number = most;
}

static void allow_words(const struct form *form, lxw_data_validation *rule,
                        const char *const *words)
{
    enum {
        MOST = 255 /* characters of a list with commas between them, which Excel has room for */
    };
    size_t size = 0, count = 0;
    for (; words[count]; count++)
        size += strlen(words[count]) + 1;
    if (!count || size > MOST)
        return; /* the message tells what to write */
    rule->validate = LXW_VALIDATION_TYPE_LIST;
    rule->value_list = arena_array(form->arena, count + 1, sizeof *rule->value_list);
    for (size_t i = 0; i < count; i++)
        rule->value_list[i] = arena_strdup(form->arena, words[i]);
}

/* Excel's numbers of 1 January 2000 and of 31 December 2099. */
enum { FIRST_DAY = 36526, LAST_DAY = 73050, MOST = 999999999 };

static void add_answer_rule(struct form *form, const struct form_row *row)
{
    lxw_data_validation rule = begin_rule(form, row->prompt);
    if (row->answer == ANSWER_DATE)
        allow_between(&rule, LXW_VALIDATION_TYPE_DATE_NUMBER, FIRST_DAY, LAST_DAY);
    else if (row->answer == ANSWER_WORDS)
        allow_words(form, &rule, row->words);
    else if (row->answer == ANSWER_COUNT)
        allow_between(&rule, LXW_VALIDATION_TYPE_INTEGER, 0, MOST);
    else if (row->answer == ANSWER_SHARE)
        allow_between(&rule, LXW_VALIDATION_TYPE_DECIMAL, 0, 100);
    else if (row->answer == ANSWER_VALUE)
        allow_between(&rule, LXW_VALIDATION_TYPE_DECIMAL, -MOST, MOST);
    form_note(form, form->writer.worksheet_data_validation_cell(form->sheet, form->line,
                                                                BOOK_ANSWER, &rule));
}

/* Adds a rule for a column, from the first row to the last. */
static void add_rule(struct form *form, lxw_row_t first, enum book_column column,
                     lxw_data_validation *rule)
{
    form_note(form, form->writer.worksheet_data_validation_range(form->sheet, first,
                                                                 (lxw_col_t)column, form->line - 1,
                                                                 (lxw_col_t)column, rule));
}

void form_add_rules(struct form *form, lxw_row_t first)
{
    static const char *const marks[] = {"x", NULL};
    lxw_data_validation rule = begin_rule(
        form, "Päivä, esimerkiksi 9.11.2026. Jos asia kesti useita päiviä: 9.11.2026–10.11.2026.");
    add_rule(form, first, BOOK_DATE, &rule);
    rule = begin_rule(form, "Vuosi, jota luku kuvaa, esimerkiksi 2025.");
    allow_between(&rule, LXW_VALIDATION_TYPE_INTEGER, 1900, 2099);
    add_rule(form, first, BOOK_YEAR, &rule);
    rule = begin_rule(form,
                      "Kirjoita x, jos huomautus on vain koordinaattorille eikä sitä julkaista.");
    allow_words(form, &rule, marks);
    add_rule(form, first, BOOK_SECRET, &rule);
    rule = begin_rule(form,
                      "Jos kysymys ei koske teitä, kirjoita tähän syy ja jätä vastaus tyhjäksi.");
    add_rule(form, first, BOOK_REASON, &rule);
}

static void open_cell(struct form *form, enum book_column column, enum form_format format)
{
    form_note(form, form->writer.worksheet_write_blank(form->sheet, form->line, (lxw_col_t)column,
                                                       form->formats[format]));
}

void form_write_row(struct form *form, const struct form_row *row)
{
    static const enum form_format formats[] = {
        [ANSWER_TEXT] = FORM_TEXT,    [ANSWER_DATE] = FORM_DATE,    [ANSWER_WORDS] = FORM_TEXT,
        [ANSWER_COUNT] = FORM_NUMBER, [ANSWER_SHARE] = FORM_NUMBER, [ANSWER_VALUE] = FORM_NUMBER,
    };
    form_write_text(form, form->line, BOOK_KEY, row->key, FORM_NOTE);
    form_write_text(form, form->line, BOOK_NUMBER, row->number, FORM_FIXED);
    form_write_text(form, form->line, BOOK_QUESTION, row->question, FORM_FIXED);
    form_write_text(form, form->line, BOOK_TARGET, row->target, FORM_FIXED);
    form_write_text(form, form->line, BOOK_PREVIOUS, row->previous, FORM_FIXED);
    form_write_text(form, form->line, BOOK_UNIT, row->unit, FORM_FIXED);
    open_cell(form, BOOK_ANSWER, formats[row->answer]);
    add_answer_rule(form, row);
    for (enum book_column i = BOOK_DATE; i < BOOK_COLUMNS; i++) {
        if (!(row->open & FORM_OPEN(i)))
            continue;
        enum form_format format = FORM_TEXT;
        if (i == BOOK_DATE)
            format = FORM_DATE;
        else if (i == BOOK_YEAR)
            format = FORM_NUMBER;
        open_cell(form, i, format);
    }
    set_height(form, row);
    form->line++;
}

void form_name_columns(struct form *form, lxw_row_t first)
{
    for (size_t i = 0; i < BOOK_COLUMNS; i++) {
        struct buf range = {0};
        buf_printf(&range, "=%s!$%c$%u:$%c$%u", BOOK_ANSWERS, (char)('A' + i), first + 1,
                   (char)('A' + i), form->line);
        form_note(form,
                  form->writer.workbook_define_name(form->library, columns[i].name, range.data));
        buf_free(&range);
    }
}
