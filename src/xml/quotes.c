#include "xml/quotes.h"

#include "base/message.h"
#include "xml/search.h"

#include <string.h>

enum { CURLY = 3 /* bytes of a curly quotation mark */ };

struct quotes {
    struct source *source;
    size_t count, first;          /* how many values, and the offset of the first */
    struct search comment, cdata; /* their ends */
};

static bool is_curly(const char *at)
{
    return at[0] == '\xE2' && at[1] == '\x80' && at[2] && strchr("\x98\x99\x9C\x9D\x9E", at[2]);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* The places of what is not a space stay as they are: a curly mark has three bytes. */
static void replace(struct quotes *quotes, size_t offset, const char *straight)
{
    struct source *source = quotes->source;
    source_keep(source);
    memcpy(source->bytes.data + offset, straight, CURLY);
}

/* The mark that closes a value, or NULL when the tag ends first. */
static const char *find_close(const char *at)
{
    while (*at && !strchr("<>\"", *at) && !is_curly(at))
        at++;
    return *at == '"' || is_curly(at) ? at : NULL;
}

/* Straightens the value that begins with the curly mark at *at; moves *at behind it. */
static bool straighten(struct quotes *quotes, const char **at)
{
    const char *bytes = quotes->source->bytes.data, *open = *at;
    const char *close = find_close(open + CURLY);
    if (!close)
        return false;
    if (!quotes->count++)
        quotes->first = (size_t)(open - bytes);
    replace(quotes, (size_t)(open - bytes), "  \"");
    if (is_curly(close))
        replace(quotes, (size_t)(close - bytes), "\"  ");
    *at = close + 1;
    return true;
}

/* Reads a tag from its '<'; returns its end, or where it can't be read on. */
static const char *read_tag(struct quotes *quotes, const char *at)
{
    bool is_value = false; /* behind an equals sign */
    for (at++; *at && !strchr("<>", *at);) {
        if (*at == '"' || *at == '\'') {
            const char *close = strchr(at + 1, *at);
            if (!close)
                return at + strlen(at);
            at = close + 1;
        } else if (is_value && is_curly(at)) {
            if (!straighten(quotes, &at))
                return at;
        } else {
            is_value = *at == '=' || (is_value && *at == ' ');
            at++;
            continue;
        }
        is_value = false;
    }
    return at;
}

/* Returns where the text goes on after a comment or a CDATA section. */
static const char *skip(struct quotes *quotes, const char *at)
{
    const char *end = NULL;
    if (strncmp(at, "<!--", 4) == 0)
        end = search_next(&quotes->comment, at, "-->");
    else if (strncmp(at, "<![CDATA[", 9) == 0)
        end = search_next(&quotes->cdata, at, "]]>");
    return end ? end + 3 : at + 1;
}

static void tell(const struct quotes *quotes, struct diags *diags)
{
    diag_add(diags, DIAG_ERROR, "xml-well-formed", source_place(quotes->source, quotes->first),
             _("write straight ones, name=\"value\", in the whole file: word processors make them "
               "curly"),
             ngettext("the quotation marks of %zu attribute are curly",
                      "the quotation marks of %zu attributes are curly", quotes->count),
             quotes->count);
}

bool quotes_straighten(struct source *source, struct diags *diags)
{
    struct quotes quotes = {.source = source};
    for (const char *at = source->bytes.data; (at = strchr(at, '<'));) {
        bool is_tag = is_letter(at[1]) || strncmp(at, "<?xml ", 6) == 0;
        at = is_tag ? read_tag(&quotes, at) : skip(&quotes, at);
    }
    if (quotes.count)
        tell(&quotes, diags);
    return !quotes.count;
}
