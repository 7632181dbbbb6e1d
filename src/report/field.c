/* What stands at a place of a file that may not be well-formed. The tags are read once from the
 * start of the file to the last place: sorted diagnostics ask for one after another. */
#include "report/lines.h"

#include "base/memory.h"

#include <string.h>

/* How far a tag is looked through for its end: so many bytes, and so many '<', which may stand in a
 * value by mistake. Each byte is so looked at a limited number of times. */
enum { MOST_LOOKED_AT = 64 * 1024, MOST_PASSED = 16, MOST_SHOWN = 4 * LINES_SHOWN + 4 };

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static const char *copy_name(const char *text, struct arena *arena)
{
    size_t size = strcspn(text, " \t\r\n=/>\"'<");
    return size ? arena_strndup(arena, text, size) : NULL;
}

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* A value on one line and not longer than what can be shown. */
static const char *copy_value(const char *text, size_t size, struct arena *arena)
{
    while (size && strchr(" \t\r\n", *text))
        text++, size--;
    while (size && strchr(" \t\r\n", text[size - 1]))
        size--;
    if (!size)
        return NULL;
    size_t shown = 0;
    for (int i = 0; i < LINES_SHOWN && shown < size; i++)
        for (shown++; shown < size && is_continuation(text[shown]);)
            shown++;
    return shown < size ? arena_printf(arena, "%.*s…", (int)shown, text)
                        : arena_strndup(arena, text, size);
}

/* Up to the next tag, as far as can be shown. */
static const char *copy_text(const char *text, const char *end, struct arena *arena)
{
    text += strspn(text, " \t\r\n");
    size_t size = text < end ? smaller((size_t)(end - text), MOST_SHOWN) : 0;
    const char *tag = size ? memchr(text, '<', size) : NULL;
    return copy_value(text, tag ? (size_t)(tag - text) : size, arena);
}

/* Behind the tag that begins at an offset: the size of the file when that ends first. A '<' whose
 * end is not to be found is no tag, and what is behind it is returned. */
static size_t behind_tag(const struct lines *lines, size_t tag)
{
    const char *text = lines->bytes.data;
    size_t end = lines->bytes.size, most = smaller(end, tag + MOST_LOOKED_AT);
    char quote = '\0';
    int passed = 0;
    for (size_t i = tag; i < most; i++) {
        passed += text[i] == '<';
        if (passed > MOST_PASSED)
            return tag + 1;
        if (quote ? text[i] == quote : text[i] == '"' || text[i] == '\'')
            quote = quote ? '\0' : text[i];
        else if (!quote && text[i] == '>')
            return i + 1;
    }
    return most == end ? end : tag + 1;
}

/* Behind a comment, a CDATA section, a processing instruction or a declaration. */
static size_t behind_mark(const struct lines *lines, size_t offset)
{
    static const struct {
        const char *begin, *end;
    } marks[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", ">"}};
    const char *text = lines->bytes.data + offset;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strncmp(text, marks[i].begin, strlen(marks[i].begin)) == 0) {
            const char *end = strstr(text, marks[i].end);
            return end ? (size_t)(end - lines->bytes.data) + strlen(marks[i].end)
                       : lines->bytes.size;
        }
    return offset;
}

static void open_element(struct lines_open *open, size_t tag)
{
    memory_grow((void **)&open->tags, open->count, &open->capacity, sizeof *open->tags);
    open->tags[open->count++] = tag;
}

/* What begins at open->offset: sets where it ends. */
static void find_end(const struct lines *lines, struct lines_open *open)
{
    char next = lines->bytes.data[open->offset + 1];
    bool is_mark = next == '!' || next == '?';
    open->tag_end = is_mark ? behind_mark(lines, open->offset) : behind_tag(lines, open->offset);
}

static void pass(const char *text, struct lines_open *open)
{
    char next = text[open->offset + 1];
    if (next == '/')
        open->count -= open->count > 0;
    else if (open->tag_end > open->offset + 1 && next != '!' && next != '?' &&
             text[open->tag_end - 2] != '/')
        open_element(open, open->offset);
    open->offset = open->tag_end;
    open->tag_end = 0;
}

/* Reads on until the tag that holds the offset, or the last before it, has been found. */
static void read_to(struct lines *lines, size_t offset)
{
    struct lines_open *open = &lines->open;
    const char *text = lines->bytes.data;
    if (offset < open->offset)
        open->offset = open->tag_end = open->count = 0;
    while (open->offset < offset) {
        if (!open->tag_end) {
            const char *tag = memchr(text + open->offset, '<', offset - open->offset);
            open->offset = tag ? (size_t)(tag - text) : offset;
            if (!tag)
                return;
            find_end(lines, open);
        }
        if (open->tag_end > offset)
            return;
        pass(text, open);
    }
}

static void read_attribute(const char *tag, const char *at, struct arena *arena,
                           struct lines_field *field)
{
    const char *name = tag + strcspn(tag, " \t\r\n/>");
    field->element = copy_name(tag + 1, arena);
    while (name < at) {
        name += strspn(name, " \t\r\n");
        const char *quote = name + strcspn(name, "\"'>");
        const char *close = *quote && *quote != '>' ? strchr(quote + 1, *quote) : NULL;
        if (!close)
            return;
        if (at <= close) {
            field->attribute = copy_name(name, arena);
            field->value = copy_value(quote + 1, (size_t)(close - quote - 1), arena);
            return;
        }
        name = close + 1;
    }
}

static void read_element(const struct lines *lines, size_t tag, struct arena *arena,
                         struct lines_field *field)
{
    const char *text = lines->bytes.data;
    size_t behind = behind_tag(lines, tag);
    field->element = copy_name(text + tag + 1, arena);
    if (text[behind - 1] == '>' && text[behind - 2] != '/')
        field->value = copy_text(text + behind, text + lines->bytes.size, arena);
}

static bool begins_text(const char *text, size_t offset)
{
    while (offset && strchr(" \t\r\n", text[offset - 1]))
        offset--;
    return !offset || text[offset - 1] == '>';
}

static const char *copy_mark(struct lines *lines, const struct diag *diag, struct arena *arena)
{
    struct lines_mark mark;
    return lines_mark(lines, diag, &mark) ? copy_value(mark.text, mark.size, arena) : NULL;
}

struct lines_field lines_field(struct lines *lines, const struct diag *diag, struct arena *arena)
{
    struct lines_field field = {0};
    size_t begin, end, offset;
    if (!lines_find(lines, &diag->place, &begin, &end, &offset))
        return field;
    const char *text = lines->bytes.data;
    const struct lines_open *open = &lines->open;
    read_to(lines, offset);
    char next = open->tag_end ? text[open->offset + 1] : '\0';
    if (text[offset] == '<') {
        read_element(lines, offset, arena, &field);
    } else if (open->tag_end > offset && next != '!') {
        read_attribute(text + open->offset, text + offset, arena, &field);
    } else {
        field.element =
            open->count ? copy_name(text + open->tags[open->count - 1] + 1, arena) : NULL;
        field.value = begins_text(text, offset)
                          ? copy_text(text + offset, text + lines->bytes.size, arena)
                          : copy_mark(lines, diag, arena);
    }
    return field;
}
