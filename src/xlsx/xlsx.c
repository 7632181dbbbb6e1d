#include "xlsx/xlsx.h"

#include "base/file.h"
#include "base/message.h"
#include "xlsx/book.h"
#include "xlsx/kind.h"
#include "xlsx/rels.h"
#include "xlsx/sheet.h"

#include <locale.h>
#include <string.h>

/* What is read of a workbook beside its sheets. */
struct reading {
    struct shared shared;
    struct book book;
    struct rels package_rels, rels;
};

/* Finds the main part. Returns NULL when this is no workbook, which is reported. */
static const char *find_main_part(struct reading *reading)
{
    struct package *package = reading->shared.package;
    if (package_find(package, "_rels/.rels") < 0) {
        if (package_find(package, "mimetype") >= 0)
            kind_is_open_document(package->name, package->diags);
        else
            kind_is_unknown(package->name, package->diags);
        return NULL;
    }
    if (!rels_read(package, "", reading->shared.arena, &reading->package_rels))
        return NULL;
    const struct rel *rel = rels_of_type(&reading->package_rels, "officeDocument");
    if (!rel) {
        kind_is_unknown(package->name, package->diags);
        return NULL;
    }
    return kind_is_workbook(rel->part, package->name, package->diags) ? rel->part : NULL;
}

/* Reads what the sheets share. A workbook without numbers has no styles, one without texts no
 * strings. */
static bool read_shared(struct reading *reading)
{
    struct shared *shared = &reading->shared;
    const struct rel *strings = rels_of_type(&reading->rels, "sharedStrings");
    const struct rel *styles = rels_of_type(&reading->rels, "styles");
    shared->is_1904 = reading->book.is_1904;
    return (!strings ||
            strings_read(shared->package, strings->part, shared->arena, &shared->strings)) &&
           (!styles || styles_read(shared->package, styles->part, &shared->styles));
}

/* Reads a sheet, and counts it; sheets that are a chart or a dialogue have no cells. */
static bool read_sheet(struct reading *reading, const struct book_sheet *from,
                       struct xlsx_sheet *sheet, size_t *count)
{
    const struct rel *rel = rels_of_id(&reading->rels, from->id);
    if (!rel)
        return package_is_broken(reading->shared.package,
                                 _("the workbook lacks the part of its sheet %s"), from->name);
    if (strcmp(rel->type, "worksheet") != 0)
        return true;
    sheet->name = from->name;
    sheet->is_hidden = from->is_hidden;
    ++*count;
    return sheet_read_cells(&reading->shared, rel->part, sheet);
}

static const struct xlsx_book *read_sheets(struct reading *reading)
{
    struct arena *arena = reading->shared.arena;
    const struct book_sheet *from = (const void *)reading->book.sheets.data;
    size_t count = reading->book.sheets.size / sizeof *from;
    struct xlsx_sheet *sheets = arena_array(arena, count, sizeof *sheets);
    struct xlsx_book *book = arena_alloc(arena, sizeof *book);
    book->sheets = sheets;
    for (size_t i = 0; i < count; i++)
        if (!read_sheet(reading, &from[i], &sheets[book->count], &book->count))
            return NULL;
    return book;
}

static const struct xlsx_book *read_workbook(struct reading *reading)
{
    struct shared *shared = &reading->shared;
    const char *part = find_main_part(reading);
    if (!part || !book_read(shared->package, part, shared->arena, &reading->book) ||
        !rels_read(shared->package, part, shared->arena, &reading->rels) || !read_shared(reading))
        return NULL;
    return read_sheets(reading);
}

static const struct xlsx_book *read_package(struct package *package, struct arena *arena)
{
    struct reading reading = {.shared = {.package = package, .arena = arena}};
    const struct xlsx_book *book = read_workbook(&reading);
    strings_free(&reading.shared.strings);
    styles_free(&reading.shared.styles);
    rels_free(&reading.package_rels);
    rels_free(&reading.rels);
    book_free(&reading.book);
    return book;
}

/* Reads numbers with full stops, whatever the user's locale. */
static const struct xlsx_book *read_with_stops(struct package *package, struct arena *arena)
{
    struct buf own = {0};
    buf_string(&own, setlocale(LC_NUMERIC, NULL));
    setlocale(LC_NUMERIC, "C");
    const struct xlsx_book *book = read_package(package, arena);
    setlocale(LC_NUMERIC, own.data);
    buf_free(&own);
    return book;
}

const struct xlsx_book *xlsx_read_bytes(const char *name, const void *bytes, size_t size,
                                        struct arena *arena, struct diags *diags)
{
    struct package package = {.name = name, .diags = diags};
    if (!kind_is_zip(bytes, size, name, diags) || !package_open(&package, bytes, size))
        return NULL;
    const struct xlsx_book *book = read_with_stops(&package, arena);
    package_close(&package);
    return book;
}

const struct xlsx_book *xlsx_read(const char *path, struct arena *arena, struct diags *diags)
{
    struct buf bytes = {0};
    const struct xlsx_book *book = NULL;
    if (file_read(path, XLSX_FILE_SIZE, diags, &bytes))
        book = xlsx_read_bytes(path, bytes.data, bytes.size, arena, diags);
    buf_free(&bytes);
    return book;
}
