/* Offsets in a source → places and texts in its file. */
#include "base/utf8.h"
#include "xml/source.h"

#include <string.h>

enum { MOST_MARKED = 4096 }; /* bytes */

/* Returns the file's own bytes. */
static const struct buf *written_bytes(const struct source *source)
{
    return source->written.size ? &source->written : &source->bytes;
}

static size_t count_characters(const struct source *source, size_t from, size_t to)
{
    return utf8_count(written_bytes(source)->data + from, to - from);
}

/* Returns how many characters come before an offset in the file. */
static size_t characters_before(const struct source *source, size_t offset)
{
    size_t step = offset / SOURCE_STEP;
    return source->characters[step] + count_characters(source, step * SOURCE_STEP, offset);
}

/* Returns how many characters stand between two offsets in the file. */
static size_t characters_between(const struct source *source, size_t from, size_t to)
{
    if (to - from < SOURCE_STEP)
        return count_characters(source, from, to);
    return characters_before(source, to) - characters_before(source, from);
}

struct diag_place source_place(const struct source *source, size_t offset)
{
    offset = source_written(source, offset);
    if (offset > written_bytes(source)->size)
        offset = written_bytes(source)->size;
    size_t low = 0, high = source->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    if (source->cells)
        return (struct diag_place){.file = source->path, .cell = source->cells[low]};
    return (struct diag_place){
        .file = source->path,
        .line = (int)low + 1,
        .column = (int)characters_between(source, source->lines[low], offset) + 1,
    };
}

struct diag_place source_place_between(const struct source *source, size_t from, size_t to)
{
    struct diag_place place = source_place(source, from), end = source_place(source, to);
    place.end_line = end.line;
    place.end_column = end.column;
    return place;
}

/* Returns the size of the text before the first of the ends, on one line. */
static size_t size_before(const char *at, const char *ends)
{
    size_t size = 0;
    while (size < MOST_MARKED && at[size] && !strchr("\r\n", at[size]) && !strchr(ends, at[size]))
        size++;
    return size;
}

/* Returns the size of the value, start of a tag, attribute's name or word (without its punctuation)
 * that begins at a byte. */
static size_t mark_size(const char *at, char before)
{
    if (before == '"' || before == '\'')
        return size_before(at, before == '"' ? "\"<" : "'<");
    if (*at == '<')
        return 1 + size_before(at + 1, at[1] == '/' ? "> " : " />");
    size_t name = size_before(at, "=<> \"'"), size = size_before(at, "<> ");
    if (name && at[name] == '=')
        return name;
    while (size > 1 && strchr(".,;:!?)", at[size - 1]))
        size--;
    return size ? size : *at && !strchr("\r\n", *at);
}

struct diag_place source_place_of_mark(const struct source *source, size_t offset)
{
    offset = offset < source->bytes.size ? offset : source->bytes.size;
    const char *at = source->bytes.data + offset;
    return source_place_between(source, offset, offset + mark_size(at, offset ? at[-1] : '\0'));
}

struct diag_text source_text(const struct source *source, size_t from, size_t to)
{
    size_t size = to > from ? to - from : 0;
    return (struct diag_text){source->bytes.data + from, size < DIAG_SHOWN ? size : DIAG_SHOWN};
}

/* Returns the name of the tag that starts at an offset. */
struct diag_text source_tag_name(const struct source *source, size_t start)
{
    const char *name = source->bytes.data + start + 1;
    return source_text(source, start + 1, start + 1 + strcspn(name, BLANK "=/>\"'<"));
}

/* Returns the text after a start tag, up to the next tag. */
static struct diag_text text_after(const struct source *source, size_t start)
{
    size_t from = source_tag_end(source, start), most = source->bytes.size - from;
    const char *text = source->bytes.data + from;
    if (from < 2 || text[-1] != '>' || text[-2] == '/')
        return (struct diag_text){0};
    const char *end = memchr(text, '<', most < DIAG_SHOWN ? most : DIAG_SHOWN);
    return source_text(source, from, end ? from + (size_t)(end - text) : from + most);
}

struct diag_place source_tag_place(const struct source *source, size_t start)
{
    struct diag_text name = source_tag_name(source, start);
    struct diag_place place = source_place_between(source, start, start + 1 + name.size);
    place.field = (struct diag_field){.element = name, .value = text_after(source, start)};
    return place;
}

struct diag_field source_field(const struct source *source, size_t start,
                               const struct source_attribute *attribute)
{
    return (struct diag_field){
        source_tag_name(source, start),
        source_text(source, attribute->name, attribute->name + attribute->name_size),
        source_text(source, attribute->value, attribute->end)};
}

struct diag_place source_name_place(const struct source *source, size_t start,
                                    const struct source_attribute *attribute)
{
    struct diag_place place =
        source_place_between(source, attribute->name, attribute->name + attribute->name_size);
    place.field = source_field(source, start, attribute);
    return place;
}

struct diag_place source_value_place(const struct source *source, size_t start,
                                     const struct source_attribute *attribute)
{
    struct diag_place place = source_place_between(source, attribute->value, attribute->end);
    place.field = source_field(source, start, attribute);
    return place;
}
