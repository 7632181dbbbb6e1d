#include "cli/figures.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/names.h"
#include "cli/session.h"
#include "followup/followup.h"
#include "workbook/workbook.h"

#include <stdlib.h>
#include <string.h>

static bool read_format(const struct command *command, const char *value, struct figures *figures)
{
    static const char *const names[] = {
        [FIGURES_CSV] = "csv", [FIGURES_JSON] = "json", [FIGURES_XLSX] = "xlsx"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        figures->format = (enum figures_format)i;
        if (strcmp(names[i], value) == 0)
            return true;
    }
    command_misused(command, _("--format takes csv, json or xlsx, not \"%s\""), value);
    return false;
}

static bool read_table(const struct command *command, const char *value, struct figures *figures)
{
    struct names names = {0};
    figures->table = table_find(value);
    for (size_t i = 0; i < table_count(); i++)
        names_add(&names, table_at(i)->name);
    if (!figures->table)
        command_unknown(command, _("there is no table \"%s\""), value,
                        names_nearest(&names, value));
    names_free(&names);
    return figures->table;
}

static bool read_reader(const struct command *command, const char *value, struct figures *figures)
{
    figures->is_for_excel = strcmp(value, "excel") == 0;
    if (!figures->is_for_excel)
        command_misused(command, _("--for takes excel, not \"%s\""), value);
    return figures->is_for_excel;
}

static bool read_separator(const struct command *command, const char *value,
                           struct figures *figures)
{
    bool is_sign = strlen(value) == 1 && strchr(",;|", *value);
    figures->separator = is_sign ? *value : '\t';
    if (is_sign || strcmp(value, "tab") == 0)
        return true;
    command_misused(command, _("--separator takes \",\", \";\", \"|\" or tab, not \"%s\""), value);
    return false;
}

static bool read_decimal(const struct command *command, const char *value, struct figures *figures)
{
    figures->decimal = *value;
    if (strcmp(value, ",") == 0 || strcmp(value, ".") == 0)
        return true;
    command_misused(command, _("--decimal takes \",\" or \".\", not \"%s\""), value);
    return false;
}

bool figures_option(const struct command *command, int option, const char *value,
                    struct figures *figures)
{
    switch (option) {
    case FIGURES_OPTION_FORMAT:
        return read_format(command, value, figures);
    case FIGURES_OPTION_TABLE:
        return read_table(command, value, figures);
    case FIGURES_OPTION_FOR:
        return read_reader(command, value, figures);
    case FIGURES_OPTION_SEPARATOR:
        return read_separator(command, value, figures);
    case FIGURES_OPTION_DECIMAL:
        return read_decimal(command, value, figures);
    default:
        figures->output = value;
        return true;
    }
}

static bool settle_csv(const struct command *command, struct figures *figures)
{
    bool is_for_excel = figures->is_for_excel;
    figures->csv = (struct csv_form){.separator = is_for_excel ? ';' : ',',
                                     .decimal = is_for_excel ? ',' : '.'};
    figures->csv.has_mark = is_for_excel;
    if (figures->separator)
        figures->csv.separator = figures->separator;
    if (figures->decimal)
        figures->csv.decimal = figures->decimal;
    if (figures->csv.separator == figures->csv.decimal)
        command_misused(command,
                        _("\"%c\" cannot be the separator and the decimal sign: say another "
                          "--separator or --decimal"),
                        figures->csv.separator);
    else if (!figures->output && !figures->table)
        command_misused(command, _("say with -o which folder the tables go to, or with --table "
                                   "which one to print"));
    else
        return true;
    return false;
}

static bool settle_others(const struct command *command, const struct figures *figures)
{
    bool is_workbook = figures->format == FIGURES_XLSX;
    if (figures->table || figures->is_for_excel || figures->separator || figures->decimal)
        command_misused(command,
                        _("--table, --for, --separator and --decimal go with --format csv"));
    else if (!is_workbook && figures->output)
        command_misused(command, _("--format json goes to standard output, not to a file (-o)"));
    else if (is_workbook && (!figures->output || !file_has_ending(figures->output, ".xlsx")))
        command_misused(command, _("say with -o FILE.xlsx where the workbook goes"));
    else
        return true;
    return false;
}

bool figures_settle(const struct command *command, struct figures *figures)
{
    return figures->format == FIGURES_CSV ? settle_csv(command, figures)
                                          : settle_others(command, figures);
}

static bool is_wanted(const struct figures *figures, const struct table *table)
{
    return !figures->table || figures->table == table;
}

bool figures_make(const struct figures *figures, const xmlNode *summary, const char *folder,
                  struct diags *diags, struct figures_texts *texts)
{
    texts->count = figures->format == FIGURES_CSV ? table_count() : 1;
    texts->items = memory_new(texts->count, sizeof *texts->items);
    if (figures->format == FIGURES_XLSX)
        return workbook_write(summary, folder, diags, texts->items);
    if (figures->format == FIGURES_JSON)
        followup_json(summary, texts->items);
    else
        for (size_t i = 0; i < table_count(); i++)
            if (is_wanted(figures, table_at(i)))
                csv_write(table_at(i), summary, &figures->csv, &texts->items[i]);
    return true;
}

void figures_free(struct figures_texts *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        buf_free(&texts->items[i]);
    free(texts->items);
}

static void write_workbook(const struct figures *figures, const struct buf *text,
                           struct diags *diags)
{
    struct arena *arena = arena_new();
    file_sweep(file_folder(figures->output, arena));
    file_write(figures->output, text->data, text->size, diags);
    arena_free(arena);
}

/* Writes a file for each table; after one that cannot be written no other, which couldn't be
 * either. */
static void write_tables(const struct figures *figures, const struct figures_texts *texts,
                         struct diags *diags)
{
    struct file_folder folder;
    bool is_written = file_folder_open(figures->output, &folder, diags);
    if (is_written)
        file_folder_sweep(&folder);
    for (size_t i = 0; i < texts->count && is_written; i++) {
        struct buf name = {0};
        buf_printf(&name, "%s.csv", table_at(i)->name);
        if (is_wanted(figures, table_at(i)))
            is_written = file_folder_write(&folder, name.data, texts->items[i].data,
                                           texts->items[i].size, diags);
        buf_free(&name);
    }
    file_folder_close(&folder);
}

void figures_write(const struct figures *figures, const struct figures_texts *texts,
                   struct diags *diags)
{
    if (figures->format == FIGURES_XLSX)
        write_workbook(figures, texts->items, diags);
    else if (figures->output)
        write_tables(figures, texts, diags);
    else
        for (size_t i = 0; i < texts->count; i++)
            session_print(&texts->items[i], stdout);
}
