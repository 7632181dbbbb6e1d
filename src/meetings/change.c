#include "meetings/change.h"

#include "base/clean.h"
#include "base/file.h"
#include "base/message.h"
#include "xml/source.h"

#include <stdlib.h>
#include <string.h>

struct change {
    size_t at, removed; /* bytes of the source */
    size_t order;       /* of those at one place */
    const char *text;
};

static const struct {
    enum meeting_column column;
    const char *name;
} attributes[] = {
    {MEETING_DAY, "paivays"},
    {MEETING_ITEM, "pykala"},
    {MEETING_RECORD, "diaarinumero"},
    {MEETING_OUTCOME, "tulos"},
};

static void add(struct changes *changes, size_t at, size_t removed, const char *text)
{
    struct change change = {at, removed, changes->list.size / sizeof change, text};
    buf_append(&changes->list, &change, sizeof change);
}

/* Moves what was built into the arena. */
static const char *keep(struct changes *changes, struct buf *built)
{
    const char *kept = arena_strndup(changes->arena, built->data ? built->data : "", built->size);
    buf_free(built);
    return kept;
}

static void append_element(const char *name, const char *text, struct buf *out)
{
    buf_printf(out, "<%s>", name);
    clean_markup(text, out);
    buf_printf(out, "</%s>", name);
}

/* Appends who presents the matter; nothing when the values don't say it. */
static void append_presenter(const char *const values[MEETING_COLUMNS], const char *before,
                             struct buf *out)
{
    if (!values[MEETING_NAME] && !values[MEETING_TITLE])
        return;
    buf_printf(out, "%s<esittelija>", before);
    if (values[MEETING_NAME])
        append_element("nimi", values[MEETING_NAME], out);
    if (values[MEETING_TITLE])
        append_element("tehtava", values[MEETING_TITLE], out);
    buf_string(out, "</esittelija>");
}

static void append_attribute(const char *name, const char *value, struct buf *out)
{
    if (!value)
        return;
    buf_printf(out, " %s=\"", name);
    clean_markup(value, out);
    buf_char(out, '"');
}

/* Returns whether a start tag is an empty element's, "<a/>". */
static bool is_empty(const struct source *source, size_t start)
{
    return source->bytes.data[source_tag_end(source, start) - 2] == '/';
}

/* Returns the offset after the last thing in a start tag, before blanks and its end. */
static size_t tag_inside_end(const struct source *source, size_t start)
{
    size_t end = source_tag_end(source, start) - (is_empty(source, start) ? 2 : 1);
    while (strchr(" \t\r\n", source->bytes.data[end - 1]))
        end--;
    return end;
}

/* Returns the offset of an element's end tag. */
static size_t end_tag(const struct source *source, const struct source_span *span)
{
    return source_tag_start(source, span->end - 1);
}

static void change_attributes(struct changes *changes, const struct source *source, size_t start,
                              const char *const values[MEETING_COLUMNS])
{
    struct buf added = {0};
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        const char *value = values[attributes[i].column];
        struct source_attribute found;
        if (value && source_attribute(source, start, attributes[i].name, &found))
            add(changes, found.value, found.end - found.value, value);
        else
            append_attribute(attributes[i].name, value, &added);
    }
    if (added.size)
        add(changes, tag_inside_end(source, start), 0, keep(changes, &added));
}

/* Gives a child of an element a text: instead of its own, or as a new child there. */
static void change_child(struct changes *changes, const struct source *source,
                         const xmlNode *element, const char *name, const char *text, size_t there)
{
    if (!text)
        return;
    const xmlNode *child = xml_child(element, name);
    struct buf built = {0};
    if (!child) {
        append_element(name, text, &built);
        add(changes, there, 0, keep(changes, &built));
        return;
    }
    const struct source_span *span = source_span(child);
    size_t begin = source_tag_end(source, span->start), end = end_tag(source, span);
    clean_markup(text, &built);
    add(changes, begin, end - begin, keep(changes, &built));
}

/* Changes an element that says who presents the matter. The name comes before the title. */
static void change_presenter(struct changes *changes, const struct source *source,
                             const xmlNode *presenter, const char *const values[MEETING_COLUMNS])
{
    const xmlNode *name = xml_child(presenter, "nimi");
    size_t first = source_tag_end(source, source_span(presenter)->start);
    change_child(changes, source, presenter, "nimi", values[MEETING_NAME], first);
    change_child(changes, source, presenter, "tehtava", values[MEETING_TITLE],
                 name ? source_span(name)->end : first);
}

/* Returns the child of a meeting before which the presenter belongs, or NULL. */
static const xmlNode *find_after_presenter(const xmlNode *meeting)
{
    static const char *const before[] = {"kokouspaikka", "otsikko",  "valmistelija",
                                         "lisatiedot",   "selostus", "vaikutus"};
    const xmlNode *child = meeting->children;
    for (; child; child = child->next) {
        bool is_before = child->type != XML_ELEMENT_NODE;
        for (size_t i = 0; i < sizeof before / sizeof *before; i++)
            is_before |= !is_before && strcmp(xml_name(child), before[i]) == 0;
        if (!is_before)
            return child;
    }
    return NULL;
}

/* Returns the blanks before an offset, from the line's end on; "" where something else stands on
 * its line before it. */
static const char *indent_of(const struct source *source, size_t at, struct arena *arena)
{
    const char *bytes = source->bytes.data;
    size_t from = at;
    while (from && (bytes[from - 1] == ' ' || bytes[from - 1] == '\t'))
        from--;
    if (!from || bytes[from - 1] != '\n')
        return "";
    from -= from > 1 && bytes[from - 2] == '\r' ? 2 : 1;
    return arena_strndup(arena, bytes + from, at - from);
}

/* Adds who presents the matter to a meeting that doesn't say it. */
static void add_presenter(struct changes *changes, const struct source *source,
                          const xmlNode *meeting, const char *const values[MEETING_COLUMNS])
{
    size_t start = source_span(meeting)->start;
    const xmlNode *next = find_after_presenter(meeting);
    const char *indent = indent_of(source, start, changes->arena);
    struct buf built = {0};
    if (next) {
        size_t at = source_span(next)->start;
        append_presenter(values, "", &built);
        buf_string(&built, indent_of(source, at, changes->arena));
        add(changes, at, 0, keep(changes, &built));
    } else if (is_empty(source, start)) {
        buf_char(&built, '>');
        append_presenter(values, arena_printf(changes->arena, "%s%s", indent, *indent ? "  " : ""),
                         &built);
        buf_printf(&built, "%s</kokous>", indent);
        size_t at = tag_inside_end(source, start);
        add(changes, at, source_tag_end(source, start) - at, keep(changes, &built));
    } else {
        size_t at = end_tag(source, source_span(meeting));
        append_presenter(values, *indent ? "  " : "", &built);
        buf_string(&built, indent);
        add(changes, at, 0, keep(changes, &built));
    }
}

void change_meeting(struct changes *changes, const xmlNode *meeting,
                    const char *const values[MEETING_COLUMNS])
{
    const struct source *source = source_of(meeting);
    const xmlNode *presenter = xml_child(meeting, "esittelija");
    change_attributes(changes, source, source_span(meeting)->start, values);
    if (!values[MEETING_NAME] && !values[MEETING_TITLE])
        return;
    if (presenter)
        change_presenter(changes, source, presenter, values);
    else
        add_presenter(changes, source, meeting, values);
}

/* Returns the line end of a file: that of its first line. */
static const char *line_end(const struct source *source)
{
    const char *bytes = source->bytes.data, *end = strchr(bytes, '\n');
    return end > bytes && end[-1] == '\r' ? "\r\n" : "\n";
}

/* Appends a meeting in lines of its own. */
static void append_meeting(const struct meetings_row *row,
                           const char *const values[MEETING_COLUMNS], const char *end,
                           struct arena *arena, struct buf *out)
{
    bool has_presenter = values[MEETING_NAME] || values[MEETING_TITLE];
    buf_string(out, "  <kokous");
    append_attribute("osapuoli", row->party, out);
    append_attribute("toimielin", row->body, out);
    append_attribute("elin", row->other_body, out);
    append_attribute("aihe", row->matter, out);
    append_attribute("vuosi", row->year, out);
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        append_attribute(attributes[i].name, values[attributes[i].column], out);
    buf_string(out, has_presenter ? ">" : "/>");
    append_presenter(values, arena_printf(arena, "%s    ", end), out);
    buf_printf(out, "%s%s%s", has_presenter ? end : "", has_presenter ? "  </kokous>" : "", end);
}

void change_add_meeting(struct changes *changes, const xmlNode *root,
                        const struct meetings_row *row, const char *const values[MEETING_COLUMNS])
{
    const struct source *source = source_of(root);
    const struct source_span *span = source_span(root);
    struct buf built = {0};
    append_meeting(row, values, line_end(source), changes->arena, &built);
    if (!is_empty(source, span->start)) {
        size_t at = end_tag(source, span);
        bool is_alone = at && source->bytes.data[at - 1] == '\n';
        add(changes, at, 0,
            arena_printf(changes->arena, "%s%s", is_alone ? "" : line_end(source),
                         keep(changes, &built)));
        return;
    }
    add(changes, source_tag_end(source, span->start), 0, keep(changes, &built));
}

static int compare(const void *a, const void *b)
{
    const struct change *left = a, *right = b;
    if (left->at != right->at)
        return left->at < right->at ? -1 : 1;
    return (left->order > right->order) - (left->order < right->order);
}

/* Opens a root that is an empty element, for the meetings that are added behind its tag. */
static void open_root(struct changes *changes, const xmlNode *root)
{
    const struct source *source = source_of(root);
    size_t start = source_span(root)->start, end = source_tag_end(source, start);
    if (!is_empty(source, start))
        return;
    size_t at = tag_inside_end(source, start);
    add(changes, at, end - at, arena_printf(changes->arena, ">%s", line_end(source)));
    struct buf close = {0};
    buf_printf(&close, "</%s>", xml_name(root));
    add(changes, end, 0, keep(changes, &close));
}

/* Appends the file's bytes, of which the source has all but a byte order mark, with the changes. */
static void append_changed(const struct changes *changes, const struct buf *file, size_t mark,
                           struct buf *out)
{
    const struct change *list = (const void *)changes->list.data;
    size_t at = 0;
    for (size_t i = 0; i < changes->list.size / sizeof *list; i++) {
        size_t next = mark + list[i].at;
        buf_append(out, file->data + at, next - at);
        buf_string(out, list[i].text);
        at = next + list[i].removed;
    }
    buf_append(out, file->data + at, file->size - at);
}

bool change_write(struct changes *changes, const xmlNode *root, struct diags *diags,
                  struct buf *out)
{
    const struct source *source = source_of(root);
    struct buf file = {0};
    if (!file_read(source->path, SOURCE_LIMIT, diags, &file))
        return false;
    size_t mark = file.size - source->bytes.size;
    bool is_same = file.size >= source->bytes.size && (mark == 0 || mark == 3) &&
                   memcmp(file.data + mark, source->bytes.data, source->bytes.size) == 0;
    if (is_same) {
        open_root(changes, root);
        qsort(changes->list.data, changes->list.size / sizeof(struct change), sizeof(struct change),
              compare);
        append_changed(changes, &file, mark, out);
    } else {
        diag_add(diags, RULE_FILE_READ, (struct diag_place){.file = source->path},
                 _("run the command again"), _("the file has changed while it was in hand"));
    }
    buf_free(&file);
    return is_same;
}
