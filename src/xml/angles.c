#include "xml/angles.h"

#include "xml/mend.h"
#include "xml/parse.h"
#include "xml/search.h"

#include <string.h>

/* So many are put in, and so many bytes copied for them: in a file with more nobody misses them. */
enum { RESTORED = 200, COPIED = 8 * 1024 * 1024 };

static const char blank[] = " \t\r\n";

/* Comments, CDATA sections and instructions. */
static const struct form {
    const char *opening, *closing;
} forms[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};

enum { FORMS = sizeof forms / sizeof *forms, LONGEST_NAME = 64 /* that the schema may have */ };

/* What is known of the source's bytes until they change. */
struct angles {
    struct source *source;
    struct models *models;
    struct search openings[FORMS], closings[FORMS];
    struct tags *tags; /* NULL until somebody asks */
};

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

/* Returns the size of the name at a text when the schema knows it; 0 otherwise. */
static size_t known_name(const struct angles *angles, const char *text)
{
    char name[LONGEST_NAME + 1];
    size_t size = 0;
    while (size <= LONGEST_NAME && is_name(text[size]))
        size++;
    if (!size || size > LONGEST_NAME)
        return 0;
    memcpy(name, text, size);
    name[size] = '\0';
    return models_of(angles->models, name)->kind != MODEL_UNKNOWN ? size : 0;
}

/* Returns whether the next tag of the name at a text is its end tag. */
static bool has_end_tag(struct angles *angles, const char *name)
{
    if (!angles->tags)
        angles->tags = tags_find(angles->source->bytes.data);
    return tags_end_next(angles->tags, name);
}

/* Behind the attributes at a text; *count is how many there are. */
static const char *skip_attributes(const char *text, size_t *count)
{
    for (*count = 0;; ++*count) {
        const char *name = text + strspn(text, blank), *sign = name;
        while (is_name(*sign))
            sign++;
        if (name == text || sign == name || sign[0] != '=' || sign[1] != '"')
            return text;
        const char *close = sign + 2 + strcspn(sign + 2, "\"<>");
        if (*close != '"')
            return text;
        text = close + 1;
    }
}

/* The next < or >, or the end. */
static const char *find_angle(const char *text)
{
    return text + strcspn(text, "<>");
}

/* Whether a start tag without its < is all that a piece of text, up to a >, holds. With words
 * before it, a name alone is one when its end tag follows. */
static bool is_start(struct angles *angles, const char *piece, const char *end, bool has_words)
{
    size_t attributes, name = known_name(angles, piece);
    if (!name)
        return false;
    const char *behind = skip_attributes(piece + name, &attributes);
    if (behind + (behind + 1 == end && *behind == '/') != end)
        return false;
    return attributes || (*behind == '>' && (!has_words || has_end_tag(angles, piece)));
}

/* Where the < is missing of a tag whose > ends a piece of text; NULL when it is no tag. */
static const char *find_missing(struct angles *angles, const char *piece, const char *end)
{
    const char *name = end;
    while (name > piece && is_name(name[-1]))
        name--;
    if (name > piece && name[-1] == '/' && known_name(angles, name))
        return name - 1;
    bool has_words = false;
    for (piece += strspn(piece, blank); piece < end; piece += strspn(piece, blank)) {
        if (is_start(angles, piece, end, has_words))
            return piece;
        while (piece < end && !strchr(blank, *piece))
            piece++;
        has_words = true;
    }
    return NULL;
}

/* Behind what begins with a < at text, and behind an end tag's name; a tag that isn't closed ends
 * where the next begins. */
static const char *skip_markup(struct angles *angles, const char *text)
{
    for (size_t i = 0; strchr("!?", text[1]) && i < FORMS; i++) {
        const struct form *form = &forms[i];
        if (strncmp(text, form->opening, strlen(form->opening)) != 0)
            continue;
        const char *end = search_next(&angles->closings[i], text, form->closing);
        const char *next = search_next(&angles->openings[i], text + 1, form->opening);
        if (end && (!next || next > end)) /* or it has no end of its own */
            return end + strlen(form->closing);
    }
    if (text[1] == '/')
        for (text += 2 + strspn(text + 2, blank); is_name(*text); text++)
            ;
    else
        text = find_angle(text + 1);
    return text + (*text == '>');
}

/* Forgets what was known of the source's bytes. */
static void forget(struct angles *angles)
{
    tags_free(angles->tags);
    *angles = (struct angles){.source = angles->source, .models = angles->models};
}

static void restore(struct angles *angles, size_t at, struct diags *diags)
{
    struct source *source = angles->source;
    struct buf mark = {0};
    const char *text = source->bytes.data + at;
    bool is_end = *text == '/';
    struct fault fault = {
        .code = is_end ? FAULT_END_UNMARKED : FAULT_START_UNMARKED,
        .offset = at,
        .name = arena_strndup(source->arena, text + is_end, known_name(angles, text + is_end))};
    wellformed_explain(source, &fault, diags);
    buf_char(&mark, '<');
    source_change(source, at, 0, &mark);
    buf_free(&mark);
    forget(angles);
}

bool angles_restore(struct source *source, struct models *models, struct diags *diags)
{
    struct angles angles = {.source = source, .models = models};
    size_t at = strcspn(source->bytes.data, "<"), count = 0, copied = 0;
    while (source->bytes.data[at] && count < RESTORED && copied <= COPIED) {
        const char *bytes = source->bytes.data, *piece = bytes + at;
        const char *end = find_angle(piece);
        const char *missing = *end == '>' ? find_missing(&angles, piece, end) : NULL;
        if (missing) {
            at = (size_t)(missing - bytes);
            restore(&angles, at, diags);
            count++;
            copied += source->bytes.size;
        } else {
            const char *next = *end == '<' ? skip_markup(&angles, end) : end + (*end == '>');
            at = (size_t)(next - bytes);
        }
    }
    forget(&angles);
    return !count;
}
