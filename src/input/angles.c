#include "input/angles.h"

#include "input/mend.h"
#include "input/parse.h"

#include <string.h>

/* So many are put in, and so many bytes copied for them: in a file with more nobody misses them. */
enum { RESTORED = 200, COPIED = 8 * 1024 * 1024 };

static const char blank[] = " \t\r\n";

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

/* The name at a text when the schema knows it; NULL otherwise. */
static const char *known_name(struct models *models, const char *text, struct arena *arena)
{
    size_t size = 0;
    while (is_name(text[size]))
        size++;
    const char *name = arena_strndup(arena, text, size);
    return size && models_of(models, name)->kind != MODEL_UNKNOWN ? name : NULL;
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
    const char *open = strchr(text, '<'), *end = open ? open : text + strlen(text);
    const char *close = memchr(text, '>', (size_t)(end - text));
    return close ? close : end;
}

/* Whether a start tag without its < is all that a piece of text, up to a >, holds. With words
 * before it, a name alone is one when its end tag follows. */
static bool is_start(struct models *models, const char *piece, const char *end, bool has_words,
                     struct arena *arena)
{
    size_t attributes;
    const char *name = known_name(models, piece, arena);
    if (!name)
        return false;
    const char *behind = skip_attributes(piece + strlen(name), &attributes);
    if (behind + (behind + 1 == end && *behind == '/') != end)
        return false;
    return attributes || (*behind == '>' && (!has_words || mend_has_end_tag(piece - 1)));
}

/* Where the < is missing of a tag whose > ends a piece of text; NULL when it is no tag. */
static const char *find_missing(struct models *models, const char *piece, const char *end,
                                struct arena *arena)
{
    const char *name = end;
    while (name > piece && is_name(name[-1]))
        name--;
    if (name > piece && name[-1] == '/' && known_name(models, name, arena))
        return name - 1;
    bool has_words = false;
    for (piece += strspn(piece, blank); piece < end; piece += strspn(piece, blank)) {
        if (is_start(models, piece, end, has_words, arena))
            return piece;
        piece += strcspn(piece, blank);
        has_words = true;
    }
    return NULL;
}

/* Behind what begins with a < at text, and behind an end tag's name; a tag that isn't closed ends
 * where the next begins. */
static const char *skip_markup(const char *text)
{
    static const char *const forms[][2] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
    for (size_t i = 0; strchr("!?", text[1]) && i < sizeof forms / sizeof *forms; i++) {
        bool is_it = strncmp(text, forms[i][0], strlen(forms[i][0])) == 0;
        const char *end = is_it ? strstr(text, forms[i][1]) : NULL;
        const char *next = end ? strstr(text + 1, forms[i][0]) : NULL;
        if (end && (!next || next > end)) /* or it has no end of its own */
            return end + strlen(forms[i][1]);
    }
    if (text[1] == '/')
        for (text += 2 + strspn(text + 2, blank); is_name(*text); text++)
            ;
    else
        text = find_angle(text + 1);
    return text + (*text == '>');
}

static void restore(struct source *source, struct models *models, size_t at, struct arena *arena,
                    struct diags *diags)
{
    struct buf mark = {0};
    const char *text = source->bytes.data + at;
    bool is_end = *text == '/';
    struct fault fault = {.code = is_end ? FAULT_END_UNMARKED : FAULT_START_UNMARKED,
                          .offset = at,
                          .name = known_name(models, text + is_end, arena)};
    wellformed_explain(source, &fault, diags);
    buf_char(&mark, '<');
    source_change(source, at, 0, &mark);
    buf_free(&mark);
}

bool angles_restore(struct source *source, struct models *models, struct diags *diags)
{
    struct arena *arena = arena_new();
    size_t at = strcspn(source->bytes.data, "<"), count = 0, copied = 0;
    while (source->bytes.data[at] && count < RESTORED && copied <= COPIED) {
        const char *bytes = source->bytes.data, *piece = bytes + at;
        const char *end = find_angle(piece);
        const char *missing = *end == '>' ? find_missing(models, piece, end, arena) : NULL;
        if (missing) {
            at = (size_t)(missing - bytes);
            restore(source, models, at, arena, diags);
            count++;
            copied += source->bytes.size;
        } else {
            at = (size_t)((*end == '<' ? skip_markup(end) : end + (*end == '>')) - bytes);
        }
    }
    arena_free(arena);
    return !count;
}
