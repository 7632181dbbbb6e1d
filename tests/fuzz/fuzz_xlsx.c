/* A workbook, or one of a workbook's parts: it is read, and its cells are in order and text, or
 * there is one error. The first byte says which part the others are; a zip file begins with P. */
#include "fuzz.h"

#include "../unit/xlsx_sample.h"
#include "base/utf8.h"
#include "xlsx/xlsx.h"

static void make(struct zip_sample *zip, const uint8_t *bytes, size_t size)
{
    for (int i = 0; i < SAMPLE_PARTS; i++) {
        const char *part = sample_parts[i];
        if (i == *bytes % SAMPLE_PARTS)
            zip_add(zip, sample_names[i], bytes + 1, size - 1);
        else
            zip_add(zip, sample_names[i], part, strlen(part));
    }
    zip_finish(zip);
}

static void require_text(const char *text)
{
    uint32_t codepoint;
    for (size_t size; *text; text += size) {
        size = utf8_read(text, &codepoint);
        fuzz_require(size > 0, "texts are UTF-8");
    }
}

static void require_cells(const struct xlsx_sheet *sheet)
{
    require_text(sheet->name);
    for (size_t i = 0; i < sheet->count; i++) {
        const struct xlsx_cell *cell = &sheet->cells[i], *before = i ? cell - 1 : NULL;
        require_text(cell->text);
        fuzz_require((*cell->text == '\0') == (cell->kind == XLSX_NO_VALUE),
                     "only what has no value has no text");
        fuzz_require(!before || before->row < cell->row ||
                         (before->row == cell->row && before->column < cell->column),
                     "cells are in order");
        fuzz_require(xlsx_cell_at(sheet, cell->row, cell->column) == cell, "cells are found");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct zip_sample zip = {0};
    struct arena *arena = arena_new();
    struct diags *diags = diags_new();
    bool is_part = size && *bytes != 'P';
    if (is_part)
        make(&zip, bytes, size);
    const struct xlsx_book *book =
        xlsx_read_bytes("a.xlsx", is_part ? zip.bytes.data : (const void *)bytes,
                        is_part ? zip.bytes.size : size, arena, diags);
    fuzz_require(diags_count(diags) == (book ? 0 : 1), "a workbook is read or has one error");
    fuzz_require_messages(diags);
    for (size_t i = 0; book && i < book->count; i++)
        require_cells(&book->sheets[i]);
    zip_free(&zip);
    arena_free(arena);
    diags_free(diags);
    return 0;
}
