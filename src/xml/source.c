#include "xml/source.h"

#include "base/memory.h"
#include "base/message.h"

#include <stdlib.h>
#include <string.h>

void source_free(struct source *source)
{
    if (!source)
        return;
    buf_free(&source->bytes);
    buf_free(&source->written);
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

void source_apply(struct source *source, const struct source_edit *edits, size_t count)
{
    struct buf bytes = {0};
    size_t from = 0;
    if (!count)
        return;
    source->changes = arena_array(source->arena, count, sizeof *source->changes);
    source->change_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct source_edit *edit = &edits[i];
        buf_append(&bytes, source->bytes.data + from, edit->at - from);
        source->changes[i] = (struct source_change){.written = edit->at,
                                                    .at = bytes.size,
                                                    .removed = edit->removed,
                                                    .added = strlen(edit->text),
                                                    .is_invisible = edit->is_invisible};
        buf_string(&bytes, edit->text);
        from = edit->at + edit->removed;
    }
    buf_append(&bytes, source->bytes.data + from, source->bytes.size - from);
    source->written = source->bytes;
    source->bytes = bytes;
}

/* Returns the last change at or before an offset of the changed bytes; NULL for none. */
static const struct source_change *change_before(const struct source *source, size_t offset)
{
    size_t low = 0, high = source->change_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (source->changes[middle].at <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &source->changes[low - 1] : NULL;
}

size_t source_written(const struct source *source, size_t offset)
{
    const struct source_change *change = change_before(source, offset);
    if (!change)
        return offset;
    size_t inside = offset - change->at;
    if (inside >= change->added)
        return change->written + change->removed + inside - change->added;
    return change->written + (inside < change->removed ? inside : change->removed);
}

static bool is_changed(const struct source *source, size_t offset)
{
    const struct source_change *change = change_before(source, offset);
    return change && !change->is_invisible && offset < change->at + change->added;
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
    return source->change_count && source_written(source, offset) >= source->written.size;
}

void source_too_many_errors(struct diag_place place, struct diags *diags)
{
    diag_add(diags, RULE_XML_ERRORS, place, _("mend the first ones and check again"),
             _("more than %d findings; the others are not told"), SOURCE_ERRORS);
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
                      struct source_attribute *found)
{
    const char *bytes = source->bytes.data, *end = bytes + source_tag_end(source, start);
    const char *at = bytes + start + strcspn(bytes + start, BLANK "/>");
    for (;;) {
        at += strspn(at, BLANK);
        size_t size = strcspn(at, BLANK "=/>");
        const char *quote = at + size + strcspn(at + size, "\"'>");
        const char *close = quote < end && *quote != '>' ? strchr(quote + 1, *quote) : NULL;
        if (!size || !close)
            return false;
        if (size == strlen(name) && memcmp(at, name, size) == 0) {
            *found = (struct source_attribute){
                (size_t)(at - bytes), size, (size_t)(quote + 1 - bytes), (size_t)(close - bytes)};
            return true;
        }
        at = close + 1;
    }
}

/* Returns where the text goes on after the comment or instruction at text; NULL for none. */
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
        at += strspn(at, BLANK);
        const char *after = skip_markup(at);
        if (!after)
            return (size_t)(at - source->bytes.data);
        at = after;
    }
}
