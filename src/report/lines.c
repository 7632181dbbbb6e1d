#include "report/lines.h"

#include "base/blank.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/recode.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { LIMIT = 16 * 1024 * 1024, BEFORE = LINES_SHOWN / 2 };

void lines_free(struct lines *lines)
{
    free(lines->path);
    free(lines->starts);
    buf_free(&lines->bytes);
    *lines = (struct lines){0};
}

static void find_lines(struct lines *lines)
{
    const char *text = lines->bytes.data;
    size_t count = 1;
    for (size_t i = 0; i < lines->bytes.size; i++)
        count += blank_ends_line(text + i);
    lines->starts = memory_new(count + 1, sizeof *lines->starts);
    lines->starts[0] = utf8_mark_size(text, lines->bytes.size);
    lines->count = 1;
    for (size_t i = 0; i < lines->bytes.size; i++)
        if (blank_ends_line(text + i))
            lines->starts[lines->count++] = i + 1;
    lines->starts[lines->count] = lines->bytes.size;
}

/* Reads a file's lines. Errors have been reported, or don't concern a report. */
static void read_lines(struct lines *lines, const char *path)
{
    struct diags *ignored = diags_new();
    size_t size = strlen(path) + 1;
    lines_free(lines);
    lines->path = memory_new(size, 1);
    memcpy(lines->path, path, size);
    if (file_read(path, LIMIT, ignored, &lines->bytes) && lines->bytes.data) {
        recode(&lines->bytes);
        find_lines(lines);
    }
    diags_free(ignored);
}

/* Finds a column's offset from the last place on its line, so that a line with many places is read
 * once: diagnostics are sorted. */
static size_t offset_of(struct lines *lines, int line, int column, size_t end)
{
    const char *text = lines->bytes.data;
    struct lines_last *last = &lines->last;
    if (last->line != line || last->column > column)
        *last = (struct lines_last){line, 1, lines->starts[line - 1]};
    for (; last->column < column && last->offset < end; last->column++)
        for (last->offset++; !utf8_begins(text[last->offset]);)
            last->offset++;
    return last->offset;
}

static bool find(struct lines *lines, const struct diag_place *place, size_t *begin, size_t *end,
                 size_t *offset)
{
    if (!place->file || place->line <= 0 || place->column <= 0)
        return false;
    if (!lines->path || strcmp(lines->path, place->file) != 0)
        read_lines(lines, place->file);
    if ((size_t)place->line > lines->count)
        return false;
    const char *text = lines->bytes.data;
    *begin = lines->starts[place->line - 1];
    *end = lines->starts[place->line];
    while (*end > *begin && strchr("\r\n", text[*end - 1]))
        --*end;
    *offset = offset_of(lines, place->line, place->column, *end);
    return true;
}

static size_t step_back(const char *text, size_t from, size_t begin, size_t characters)
{
    while (characters-- && from > begin)
        for (from--; from > begin && !utf8_begins(text[from]);)
            from--;
    return from;
}

static size_t step_on(const char *text, size_t from, size_t end, size_t characters)
{
    while (characters-- && from < end)
        for (from++; from < end && !utf8_begins(text[from]);)
            from++;
    return from;
}

/* Returns where a mark at an offset of a line ends: on the line, and after a character when the end
 * is unknown. */
static size_t find_mark_end(struct lines *lines, const struct diag_place *place, size_t offset,
                            size_t end)
{
    if (!place->end_line)
        return step_on(lines->bytes.data, offset, end, 1);
    return place->end_line > place->line ? end
                                         : offset_of(lines, place->line, place->end_column, end);
}

bool lines_line(struct lines *lines, const struct diag_place *place, const char **text,
                size_t *size)
{
    size_t begin, end, offset;
    if (!find(lines, place, &begin, &end, &offset))
        return false;
    *text = lines->bytes.data + begin;
    *size = end - begin;
    return true;
}

bool lines_mark(struct lines *lines, const struct diag_place *place, struct lines_mark *mark)
{
    size_t begin, end, offset;
    if (!find(lines, place, &begin, &end, &offset))
        return false;
    const char *text = lines->bytes.data + offset;
    size_t size = find_mark_end(lines, place, offset, end) - offset;
    *mark = (struct lines_mark){text, size, (int)utf8_count(text, size)};
    return true;
}

/* Sets the mark of an excerpt: for an empty value both quotation marks. */
static void find_mark(struct lines_excerpt *excerpt, size_t size)
{
    bool is_empty_value = !size && excerpt->caret && excerpt->caret < excerpt->size;
    excerpt->mark_begin = excerpt->caret - is_empty_value;
    excerpt->mark_end = excerpt->caret + size + is_empty_value;
    if (excerpt->mark_end > excerpt->size)
        excerpt->mark_end = excerpt->size;
}

bool lines_excerpt(struct lines *lines, const struct diag_place *place,
                   struct lines_excerpt *excerpt)
{
    size_t begin, end, offset;
    if (!find(lines, place, &begin, &end, &offset))
        return false;
    const char *text = lines->bytes.data;
    size_t from = begin, to = step_on(text, begin, end, LINES_SHOWN);
    if (to <= offset || to < end) {
        from = step_back(text, offset, begin, BEFORE);
        to = step_on(text, from, end, LINES_SHOWN);
    }
    *excerpt = (struct lines_excerpt){
        .text = text + from,
        .size = to - from,
        .caret = offset - from,
        .is_cut_before = from > begin,
        .is_cut_behind = to < end,
    };
    find_mark(excerpt, find_mark_end(lines, place, offset, end) - offset);
    return true;
}
