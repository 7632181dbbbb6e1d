/* Places, fingerprints and messages of a SARIF log. */
#include "report/sarif.h"

#include "base/blank.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <inttypes.h>
#include <stdbool.h>
#include <string.h>

static bool stays_in_uri(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("-._~/", c));
}

/* Returns a path as a reference (RFC 3986); an absolute one as a file URI. */
static struct json_object *uri(const char *path)
{
    struct buf text = {0};
    buf_string(&text, *path == '/' ? "file://" : "");
    for (; *path; path++)
        if (stays_in_uri((unsigned char)*path))
            buf_char(&text, *path);
        else
            buf_printf(&text, "%%%02X", (unsigned)(unsigned char)*path);
    struct json_object *value = json_text(text.data);
    buf_free(&text);
    return value;
}

/* Returns a path's location. One that leads up has no base: readers take it from the log's place.
 */
static struct json_object *artifact(const char *path)
{
    struct json_object *object = json_new();
    while (strncmp(path, "./", 2) == 0)
        path += 2 + strspn(path + 2, "/");
    bool leads_up = strncmp(path, "../", 3) == 0 || strstr(path, "/../");
    json_add(object, "uri", uri(path));
    if (*path != '/' && !leads_up)
        json_add(object, "uriBaseId", json_text(SARIF_ROOT));
    return object;
}

static struct json_object *content(const char *text)
{
    struct json_object *object = json_new();
    json_add(object, "text", json_text(text));
    return object;
}

static void add_end(struct json_object *region, const struct diag_place *place)
{
    if (place->end_line > place->line)
        json_add(region, "endLine", json_number(place->end_line));
    json_add(region, "endColumn", json_number(place->end_column));
}

/* 3.30.2: returns the region of a place. A whole file has none, but code hosts ask for a line
 * (GH1003). */
static struct json_object *region(struct lines *lines, const struct diag_place *place)
{
    struct json_object *object = json_new();
    struct lines_mark mark;
    json_add(object, "startLine", json_number(place->line > 0 ? place->line : 1));
    if (place->line <= 0 || place->column <= 0)
        return object;
    json_add(object, "startColumn", json_number(place->column));
    if (!lines_mark(lines, place, &mark))
        return object;
    struct buf text = {0};
    buf_append(&text, mark.text, mark.size);
    if (place->end_line)
        add_end(object, place);
    else
        json_add(object, "endColumn", json_number(place->column + mark.columns));
    if (place->end_line <= place->line)
        json_add(object, "snippet", content(mark.size ? text.data : ""));
    buf_free(&text);
    return object;
}

/* 3.33: returns the place of a workbook's cell, which has no line. */
static struct json_object *logical(const char *cell)
{
    struct json_object *list = json_new_list(), *object = json_new();
    json_add(object, "fullyQualifiedName", json_text(cell));
    json_add(object, "kind", json_text("cell"));
    json_append(list, object);
    return list;
}

struct json_object *sarif_locations(struct lines *lines, const struct diag_place *place)
{
    struct json_object *list = json_new_list();
    if (!place->file)
        return list;
    struct json_object *location = json_new(), *physical = json_new();
    json_add(physical, "artifactLocation", artifact(place->file));
    json_add(physical, "region", region(lines, place));
    json_add(location, "physicalLocation", physical);
    if (place->cell)
        json_add(location, "logicalLocations", logical(place->cell));
    json_append(list, location);
    return list;
}

static struct json_object *replacement(const struct diag_edit *edit)
{
    const struct diag_place *place = &edit->place;
    struct json_object *object = json_new(), *deleted = json_new();
    json_add(deleted, "startLine", json_number(place->line));
    json_add(deleted, "startColumn", json_number(place->column));
    add_end(deleted, place);
    json_add(object, "deletedRegion", deleted);
    json_add(object, "insertedContent", content(edit->text));
    return object;
}

/* 3.55: returns one fix, whose changes are all in one file. */
struct json_object *sarif_fixes(const struct diag_edit *edits)
{
    struct json_object *fixes = json_new_list(), *fix = json_new(), *changes = json_new_list();
    struct json_object *change = json_new(), *replacements = json_new_list();
    json_add(change, "artifactLocation", artifact(edits->place.file));
    for (const struct diag_edit *edit = edits; edit; edit = edit->next)
        json_append(replacements, replacement(edit));
    json_add(change, "replacements", replacements);
    json_append(changes, change);
    json_add(fix, "artifactChanges", changes);
    json_append(fixes, fix);
    return fixes;
}

/* Returns FNV-1a (RFC draft eastlake-fnv) of all but white space. */
static uint64_t hash_of(const char *text, size_t size)
{
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < size; i++)
        if (!text[i] || !strchr(BLANK, text[i]))
            hash = (hash ^ (unsigned char)text[i]) * 0x100000001B3u;
    return hash;
}

static uint64_t hash_of_line(struct lines *lines, const struct diag_place *place)
{
    const char *text = "";
    size_t size = 0;
    if (!lines_line(lines, place, &text, &size))
        size = 0;
    return hash_of(text, size);
}

static bool is_same_file(const struct diag *one, const struct diag *other)
{
    return one->place.file && other->place.file && strcmp(one->place.file, other->place.file) == 0;
}

uint64_t *sarif_hashes(struct lines *lines, const struct diags *diags)
{
    uint64_t *hashes = memory_new(diags_count(diags) + 1, sizeof *hashes);
    for (size_t i = 0; i < diags_count(diags); i++) {
        const struct diag *diag = diags_at(diags, i), *before = i ? diags_at(diags, i - 1) : NULL;
        bool is_same_line =
            before && is_same_file(diag, before) && before->place.line == diag->place.line;
        hashes[i] = is_same_line ? hashes[i - 1] : hash_of_line(lines, &diag->place);
    }
    return hashes;
}

struct json_object *sarif_fingerprints(const struct diags *diags, const uint64_t *hashes,
                                       size_t index)
{
    const struct diag *diag = diags_at(diags, index);
    int count = 1;
    for (size_t i = index; i-- > 0 && is_same_file(diag, diags_at(diags, i));)
        count += hashes[i] == hashes[index] && diags_at(diags, i)->rule == diag->rule;
    struct buf text = {0};
    struct json_object *object = json_new();
    buf_printf(&text, "%016" PRIx64 ":%d", hashes[index], count);
    json_add(object, "primaryLocationLineHash", json_text(text.data));
    buf_free(&text);
    return object;
}

/* 3.11.5 and 3.11.6: escapes {0}, which would be a placeholder, and [x](1), a link. */
static void append_escaped(const char *text, struct buf *out)
{
    bool is_link = strstr(text, "](") != NULL;
    for (; *text; text++) {
        bool is_placeholder = *text == '{' && text[1] >= '0' && text[1] <= '9';
        if (is_link && strchr("[]\\", *text))
            buf_char(out, '\\');
        buf_string(out, is_placeholder ? "{" : "");
        buf_char(out, *text);
    }
}

/* Ends a sentence with a full stop, by which readers of logs set the first one apart. */
static void append_sentence(const char *text, struct buf *out)
{
    size_t before = out->size;
    append_escaped(text, out);
    if (out->size > before && !strchr(".?!", out->data[out->size - 1]))
        buf_char(out, '.');
}

/* Appends the capital of a sentence after another, unless that begins with an attribute. Returns
 * the size of its small letter, or 0. Letters are those of the program's languages. */
static size_t append_capital(const char *text, struct buf *out)
{
    uint32_t letter;
    size_t size = utf8_read(text, &letter);
    bool is_small = (letter >= 'a' && letter <= 'z') || (letter >= 0xE0 && letter <= 0xF6);
    if (!size || !is_small || text[strcspn(text, " =")] == '=')
        return 0;
    buf_codepoint(out, letter - 0x20);
    return size;
}

struct json_object *sarif_message(const char *text, const char *hint)
{
    struct json_object *object = json_new();
    struct buf both = {0};
    append_sentence(text, &both);
    if (hint) {
        buf_char(&both, ' ');
        hint += append_capital(hint, &both);
        append_sentence(hint, &both);
    }
    json_add(object, "text", json_text(both.data));
    buf_free(&both);
    return object;
}
