#include "xml/source.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/utf8.h"
#include "xml/kind.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void drop_byte_order_mark(struct buf *bytes)
{
    if (bytes->size < 3 || memcmp(bytes->data, "\xEF\xBB\xBF", 3) != 0)
        return;
    bytes->size -= 3;
    memmove(bytes->data, bytes->data + 3, bytes->size + 1);
}

/* XML 1.0 2.11: a line ends with CR LF, LF, or a CR that no LF follows. */
static bool ends_line(const struct buf *bytes, size_t i)
{
    return bytes->data[i] == '\n' || (bytes->data[i] == '\r' && bytes->data[i + 1] != '\n');
}

/* Characters are counted as code points: every byte that isn't a UTF-8 continuation. */
static size_t count_characters(const struct buf *bytes, size_t from, size_t to)
{
    size_t count = 0;
    for (; from < to; from++)
        count += ((unsigned char)bytes->data[from] & 0xC0) != 0x80;
    return count;
}

static void find_characters(struct source *source)
{
    size_t steps = source->bytes.size / SOURCE_STEP;
    source->characters = arena_array(source->arena, steps + 1, sizeof *source->characters);
    for (size_t i = 0; i < steps; i++)
        source->characters[i + 1] =
            source->characters[i] +
            count_characters(&source->bytes, i * SOURCE_STEP, (i + 1) * SOURCE_STEP);
}

/* The file's own bytes. */
static const struct buf *written_bytes(const struct source *source)
{
    return source->written.size ? &source->written : &source->bytes;
}

/* How many characters come before an offset in the file. */
static size_t characters_before(const struct source *source, size_t offset)
{
    size_t step = offset / SOURCE_STEP;
    const struct buf *bytes = written_bytes(source);
    return source->characters[step] + count_characters(bytes, step * SOURCE_STEP, offset);
}

static void find_lines(struct source *source)
{
    const struct buf *bytes = &source->bytes;
    size_t count = 1;
    for (size_t i = 0; i < bytes->size; i++)
        count += ends_line(bytes, i);
    source->lines = arena_array(source->arena, count, sizeof *source->lines);
    source->line_count = 1;
    for (size_t i = 0; i < bytes->size; i++)
        if (ends_line(bytes, i))
            source->lines[source->line_count++] = i + 1;
}

/* The encoding that the XML declaration names; its size is 0 when it names none. */
static const char *declared_encoding(const struct buf *bytes, size_t *size)
{
    *size = 0;
    if (strncmp(bytes->data, "<?xml", 5) != 0)
        return NULL;
    const char *end = strstr(bytes->data, "?>");
    const char *name = strstr(bytes->data, "encoding");
    if (!end || !name || name > end)
        return NULL;
    name += strcspn(name, "'\"");
    if (name >= end)
        return NULL;
    const char *value = name + 1;
    const char *close = memchr(value, *name, (size_t)(end - value));
    if (close)
        *size = (size_t)(close - value);
    return value;
}

static bool not_utf8(const struct source *source, size_t offset, struct diags *diags)
{
    return diag_add(diags, DIAG_ERROR, "xml-encoding", source_place(source, offset),
                    _("save the file in the encoding UTF-8"), _("the file is not in UTF-8"));
}

/* Whether all is of an encoding that is part of UTF-8. */
static bool is_ascii(const struct buf *bytes)
{
    for (size_t i = 0; i < bytes->size; i++)
        if ((unsigned char)bytes->data[i] > 0x7F)
            return false;
    return true;
}

static bool check_declared_encoding(const struct source *source, struct diags *diags)
{
    static const struct {
        const char *name;
        bool is_ascii;
    } read[] = {{"UTF-8", false}, {"UTF8", false}, {"US-ASCII", true}, {"ASCII", true}};
    size_t size;
    const char *name = declared_encoding(&source->bytes, &size);
    for (size_t i = 0; i < sizeof read / sizeof *read; i++)
        if (size == strlen(read[i].name) && strncasecmp(name, read[i].name, size) == 0 &&
            (!read[i].is_ascii || is_ascii(&source->bytes)))
            return true;
    if (!size)
        return true;
    return diag_add(diags, DIAG_ERROR, "xml-encoding",
                    source_place(source, (size_t)(name - source->bytes.data)),
                    _("save the file in the encoding UTF-8"),
                    _("the file says that it is in %.*s, not UTF-8"), (int)(size > 40 ? 40 : size),
                    name);
}

/* Positions are offsets in the file, so the parser may not recode it; UTF-8 (ASCII is part of it)
 * is what is read. */
static bool check_encoding(const struct source *source, struct diags *diags)
{
    const struct buf *bytes = &source->bytes;
    if (!check_declared_encoding(source, diags))
        return false;
    for (size_t i = 0; i < bytes->size;) {
        uint32_t codepoint;
        size_t size = utf8_read(bytes->data + i, &codepoint);
        if (!size || !codepoint)
            return not_utf8(source, i, diags);
        i += size;
    }
    return true;
}

struct source *source_read(const char *path, struct diags *diags)
{
    struct arena *arena = arena_new();
    struct source *source = arena_alloc(arena, sizeof *source);
    source->arena = arena;
    source->path = arena_strdup(arena, path);
    if (file_read(path, SOURCE_LIMIT, diags, &source->bytes) &&
        kind_check(&source->bytes, path, diags)) {
        drop_byte_order_mark(&source->bytes);
        find_lines(source);
        find_characters(source);
        if (check_encoding(source, diags))
            return source;
    }
    source_free(source);
    return NULL;
}

void source_free(struct source *source)
{
    if (!source)
        return;
    buf_free(&source->bytes);
    buf_free(&source->written);
    free(source->changes);
    arena_free(source->arena);
}

const struct source *source_of(const xmlNode *element)
{
    return element && element->doc ? element->doc->_private : NULL;
}

struct source_span *source_span(const xmlNode *element)
{
    return source_of(element) && element->type == XML_ELEMENT_NODE ? element->_private : NULL;
}

void source_keep(struct source *source)
{
    if (!source->written.size)
        buf_append(&source->written, source->bytes.data, source->bytes.size);
}

void source_change(struct source *source, size_t at, size_t removed, const struct buf *text)
{
    struct buf bytes = {0};
    source_keep(source);
    buf_append(&bytes, source->bytes.data, at);
    buf_append(&bytes, text->size ? text->data : "", text->size);
    buf_append(&bytes, source->bytes.data + at + removed, source->bytes.size - at - removed);
    buf_free(&source->bytes);
    source->bytes = bytes;
    memory_grow((void **)&source->changes, source->change_count, &source->change_capacity,
                sizeof *source->changes);
    source->changes[source->change_count++] =
        (struct source_change){.at = at, .removed = removed, .added = text->size};
}

void source_undo(struct source *source)
{
    if (source->written.size) {
        buf_free(&source->bytes);
        source->bytes = source->written;
        source->written = (struct buf){0};
    }
    source->change_count = 0;
}

/* Steps from an offset behind a change to the one before it. */
static size_t before_change(const struct source_change *change, size_t offset)
{
    if (offset >= change->at + change->added)
        return offset - change->added + change->removed;
    size_t inside = offset > change->at ? offset - change->at : 0;
    return inside > change->removed ? change->at + change->removed : offset;
}

static size_t written_offset(const struct source *source, size_t offset)
{
    for (size_t i = source->change_count; i-- > 0;)
        offset = before_change(&source->changes[i], offset);
    return offset;
}

static bool is_changed(const struct source *source, size_t offset)
{
    for (size_t i = source->change_count; i-- > 0;) {
        const struct source_change *change = &source->changes[i];
        if (offset >= change->at && offset < change->at + change->added)
            return true;
        offset = before_change(change, offset);
    }
    return false;
}

bool source_is_made_up(const struct source *source, size_t from, size_t to)
{
    for (size_t i = from; source->change_count && i < to; i++)
        if (is_changed(source, i))
            return true;
    return false;
}

bool source_is_cut(const struct source *source, size_t offset)
{
    return source->change_count && written_offset(source, offset) >= source->written.size;
}

struct diag_place source_place(const struct source *source, size_t offset)
{
    offset = written_offset(source, offset);
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
    size_t column =
        characters_before(source, offset) - characters_before(source, source->lines[low]);
    return (struct diag_place){
        .file = source->path,
        .line = (int)low + 1,
        .column = (int)column + 1,
    };
}

void source_too_many_errors(struct diag_place place, struct diags *diags)
{
    diag_add(diags, DIAG_ERROR, "xml-errors", place, _("mend the first ones and check again"),
             _("more than %d errors; the others are not told"), SOURCE_ERRORS);
}

size_t source_tag_start(const struct source *source, size_t offset)
{
    if (offset > source->bytes.size)
        offset = source->bytes.size;
    while (offset && source->bytes.data[offset] != '<')
        offset--;
    return offset;
}

size_t source_mark(const struct source *source, size_t offset)
{
    const char *bytes = source->bytes.data;
    size_t mark = offset > source->bytes.size ? source->bytes.size : offset;
    while (mark && !strchr("<&\n", bytes[mark - 1]))
        mark--;
    return mark && bytes[mark - 1] != '\n' ? mark - 1 : offset;
}

size_t source_tag_end(const struct source *source, size_t start)
{
    char quote = '\0';
    for (size_t i = start; i < source->bytes.size; i++) {
        char c = source->bytes.data[i];
        if (quote)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return i + 1;
    }
    return source->bytes.size;
}

bool source_attribute(const struct source *source, size_t start, const char *name,
                      size_t *name_offset, size_t *value_offset)
{
    const char *bytes = source->bytes.data;
    size_t length = strlen(name);
    size_t end = source_tag_end(source, start);
    const char *at = bytes + start + strcspn(bytes + start, " \t\r\n/>");
    while (at < bytes + end) {
        at += strspn(at, " \t\r\n");
        size_t size = strcspn(at, " \t\r\n=/>");
        const char *quote = at + size + strcspn(at + size, "\"'>");
        if (!size || quote >= bytes + end || *quote == '>')
            return false;
        if (size == length && memcmp(at, name, size) == 0) {
            *name_offset = (size_t)(at - bytes);
            *value_offset = (size_t)(quote + 1 - bytes);
            return true;
        }
        const char *close = strchr(quote + 1, *quote);
        if (!close)
            return false;
        at = close + 1;
    }
    return false;
}

/* Behind the comment or instruction that begins at text, or NULL when none does. */
static const char *skip_markup(const char *text)
{
    const char *end = NULL;
    if (strncmp(text, "<!--", 4) == 0)
        end = strstr(text + 4, "-->");
    else if (strncmp(text, "<?", 2) == 0)
        end = strstr(text + 2, "?>");
    if (!end)
        return NULL;
    return strchr(end, '>') + 1;
}

size_t source_skip_blank(const struct source *source, size_t offset)
{
    const char *at = source->bytes.data + offset;
    for (;;) {
        const char *behind = is_blank(*at) ? at + 1 : skip_markup(at);
        if (!behind)
            return (size_t)(at - source->bytes.data);
        at = behind;
    }
}
