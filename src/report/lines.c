#include "report/lines.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/recode.h"

#include <stdlib.h>
#include <string.h>

enum { LIMIT = 16 * 1024 * 1024, BEFORE = LINES_SHOWN / 2, MOST_MARKED = 4096 };

void lines_free(struct lines *lines)
{
    free(lines->path);
    free(lines->starts);
    free(lines->open.tags);
    buf_free(&lines->bytes);
    *lines = (struct lines){0};
}

static bool ends_line(const char *text, size_t i)
{
    return text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
}

static void find_lines(struct lines *lines)
{
    const char *text = lines->bytes.data;
    size_t count = 1;
    for (size_t i = 0; i < lines->bytes.size; i++)
        count += ends_line(text, i);
    lines->starts = memory_new(count + 1, sizeof *lines->starts);
    lines->starts[0] = strncmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    lines->count = 1;
    for (size_t i = 0; i < lines->bytes.size; i++)
        if (ends_line(text, i))
            lines->starts[lines->count++] = i + 1;
    lines->starts[lines->count] = lines->bytes.size;
}

/* What is wrong with reading the file has been told, or is no matter of a report. */
static void read_lines(struct lines *lines, const char *path)
{
    struct diags *ignored = diags_new();
    size_t size = strlen(path) + 1, where;
    lines_free(lines);
    lines->path = memory_new(size, 1);
    memcpy(lines->path, path, size);
    if (file_read(path, LIMIT, ignored, &lines->bytes) && lines->bytes.data) {
        recode(&lines->bytes, &where);
        find_lines(lines);
    }
    diags_free(ignored);
}

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* Goes on from the last place of the same line, so that a line with many places is gone through
 * once: diagnostics are sorted. */
static size_t offset_of(struct lines *lines, int line, int column, size_t end)
{
    const char *text = lines->bytes.data;
    struct lines_last *last = &lines->last;
    if (last->line != line || last->column > column)
        *last = (struct lines_last){line, 1, lines->starts[line - 1]};
    for (; last->column < column && last->offset < end; last->column++)
        for (last->offset++; is_continuation(text[last->offset]);)
            last->offset++;
    return last->offset;
}

bool lines_find(struct lines *lines, const struct diag_place *place, size_t *begin, size_t *end,
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
        for (from--; from > begin && is_continuation(text[from]);)
            from--;
    return from;
}

static size_t step_on(const char *text, size_t from, size_t end, size_t characters)
{
    while (characters-- && from < end)
        for (from++; from < end && is_continuation(text[from]);)
            from++;
    return from;
}

/* What ends a value, the start of a tag, the name of an attribute, and a word. */
static const char *ends_of(const char *at, const char *end, char quote)
{
    if (quote)
        return quote == '"' ? "\"<" : "'<";
    if (*at == '<')
        return at[1] == '/' ? "> " : " />";
    const char *name = at;
    while (name < end && !strchr("=<> \"'", *name))
        name++;
    return name < end && *name == '=' ? "=" : "<> ";
}

/* A word has no sign behind it. */
static const char *without_stop(const char *at, const char *mark_end)
{
    while (mark_end > at + 1 && strchr(".,;:!?)", mark_end[-1]))
        mark_end--;
    return mark_end;
}

/* How much of what stands at a place a message quotes at its start. What has quotation marks of its
 * own is quoted as it is. */
static size_t quoted_size(const char *message, const char *at, const char *end)
{
    size_t size = 0, own = at < end && *at == '"';
    if (*message != '"')
        return 0;
    message += !own;
    while (at + size < end && message[size] && message[size] == at[size])
        size++;
    while (size && message[size - own] != '"')
        size--;
    return size > own ? size : 0;
}

/* Where what begins at a place of a line ends. Of an empty value it is the place itself. */
static const char *find_mark_end(const char *message, const char *begin, const char *at,
                                 const char *end)
{
    char before = at > begin ? at[-1] : '\0';
    size_t quoted = quoted_size(message, at, end);
    if (quoted)
        return at + quoted;
    char quote = before == '"' || before == '\'' ? before : '\0';
    if (at >= end || (quote && *at == quote))
        return at;
    end = end - at > MOST_MARKED ? at + MOST_MARKED : end;
    const char *ends = ends_of(at, end, quote), *mark_end = at + 1;
    while (mark_end < end && !strchr(ends, *mark_end))
        mark_end++;
    while (is_continuation(*mark_end))
        mark_end++;
    return !quote && *ends == '<' ? without_stop(at, mark_end) : mark_end;
}

bool lines_line(struct lines *lines, const struct diag_place *place, const char **text,
                size_t *size)
{
    size_t begin, end, offset;
    if (!lines_find(lines, place, &begin, &end, &offset))
        return false;
    *text = lines->bytes.data + begin;
    *size = end - begin;
    return true;
}

bool lines_mark(struct lines *lines, const struct diag *diag, struct lines_mark *mark)
{
    size_t begin, end, offset;
    if (!lines_find(lines, &diag->place, &begin, &end, &offset))
        return false;
    const char *text = lines->bytes.data, *at = text + offset;
    const char *mark_end = find_mark_end(diag->message, text + begin, at, text + end);
    *mark = (struct lines_mark){.text = at, .size = (size_t)(mark_end - at)};
    for (; at < mark_end; at++)
        mark->columns += !is_continuation(*at);
    return true;
}

/* What is marked in an excerpt: of an empty value both quotation marks. */
static void find_mark(struct lines_excerpt *excerpt, const char *mark_end)
{
    const char *at = excerpt->text + excerpt->caret;
    bool is_empty_value = mark_end == at && excerpt->caret && excerpt->caret < excerpt->size;
    excerpt->mark_begin = excerpt->caret - is_empty_value;
    excerpt->mark_end = (size_t)(mark_end - excerpt->text) + is_empty_value;
    if (excerpt->mark_end > excerpt->size)
        excerpt->mark_end = excerpt->size;
}

bool lines_excerpt(struct lines *lines, const struct diag *diag, struct lines_excerpt *excerpt)
{
    size_t begin, end, offset;
    if (!lines_find(lines, &diag->place, &begin, &end, &offset))
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
    find_mark(excerpt, find_mark_end(diag->message, text + begin, text + offset, text + end));
    return true;
}
