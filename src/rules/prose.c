/* Orthography of what is printed: each finding gives the corrected text. */
#include "rules/rules_private.h"

#include "base/blank.h"
#include "base/buf.h"
#include "base/message.h"

#include <string.h>

enum {
    SHOWN = 60,          /* bytes of what is wrong, in a message */
    LONGEST_OF_RANGE = 4 /* digits of its first number: a longer one is of a code */
};

#define SECTION "\xC2\xA7"
#define EN_DASH "\xE2\x80\x93"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Returns whether a byte is part of a word: a letter, also outside ASCII, or a digit. */
static bool is_word(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (unsigned char)c >= 0xC3;
}

static size_t digits(const char *text)
{
    return strspn(text, DIGITS);
}

/* Matches a fault that begins at a place of a text, whose start is begin. Returns how many bytes
 * the fault takes (0: there is none) and writes the right text. */
typedef size_t matcher(const char *begin, const char *at, struct buf *corrected);

/* What is wrong in a text. */
struct habit {
    matcher *match;
    bool is_certain;   /* nobody could have meant it so */
    bool is_marked_up; /* the right text is as XML writes it */
    const char *why;
};

/* Adds to the finding the right text as the change, where it can stand in the file as it is. */
static void add_edit(const struct rules_run *run, const struct habit *habit, const xmlNode *text,
                     const char *corrected)
{
    if (habit->is_marked_up ? text->type == XML_CDATA_SECTION_NODE
                            : strpbrk(corrected, "&<") != NULL)
        return;
    diag_replace(run->diags, corrected);
    if (habit->is_certain)
        diag_certain(run->diags);
}

static bool report(struct rules_run *run, const struct habit *habit, const xmlNode *text,
                   size_t offset, size_t size, const char *corrected)
{
    struct buf hint = {0}, shown = {0};
    const char *found = (const char *)text->content + offset;
    const char *quote = memchr(found, '"', size) ? "" : "\""; /* quoted as it is */
    buf_printf(&hint, _("write %s"), quote);
    buf_clipped(&hint, corrected, strlen(corrected), SHOWN);
    buf_string(&hint, quote);
    buf_clipped(&shown, found, size, SHOWN);
    bool goes_on = rules_report_text(run, text, offset, size, hint.data, "%s%s%s: %s", quote,
                                     shown.data, quote, habit->why);
    if (goes_on)
        add_edit(run, habit, text, corrected);
    buf_free(&hint);
    buf_free(&shown);
    return goes_on;
}

static void match_all(struct rules_run *run, const xmlNode *text, const struct habit *habit)
{
    const char *begin = (const char *)text->content, *at = begin;
    bool goes_on = !run->is_full;
    while (*at && goes_on) {
        struct buf corrected = {0};
        size_t size = habit->match(begin, at, &corrected);
        if (size)
            goes_on = report(run, habit, text, (size_t)(at - begin), size, corrected.data);
        buf_free(&corrected);
        at += size ? size : 1;
    }
}

/* Matches "14 §" with a plain space, or "14§"; the reference shows what can't be seen. */
static size_t match_section_sign(const char *begin, const char *at, struct buf *corrected)
{
    if (at > begin && is_word(at[-1]))
        return 0;
    size_t count = digits(at);
    if (!count)
        return 0;
    size_t spaces = strspn(at + count, " \n\t");
    if (strncmp(at + count + spaces, SECTION, sizeof SECTION - 1) != 0)
        return 0;
    buf_printf(corrected, "%.*s&#160;" SECTION, (int)count, at);
    return count + spaces + sizeof SECTION - 1;
}

/* Matches a hyphen between two numbers that are no part of a date, a code or an address. */
static size_t match_range(const char *begin, const char *at, struct buf *corrected)
{
    if (at > begin && (is_word(at[-1]) || strchr("-/.:+", at[-1])))
        return 0;
    size_t first = digits(at);
    if (!first || first > LONGEST_OF_RANGE || at[first] != '-')
        return 0;
    size_t second = digits(at + first + 1);
    const char *after = at + first + 1 + second;
    bool goes_on = *after == '-' || *after == '/' || is_word(*after) ||
                   ((*after == '.' || *after == ':') && is_digit(after[1]));
    if (!second || goes_on || *at == '0') /* a telephone number */
        return 0;
    buf_printf(corrected, "%.*s" EN_DASH "%.*s", (int)first, at, (int)second, at + first + 1);
    return first + 1 + second;
}

static size_t match_quotes(const char *begin, const char *at, struct buf *corrected)
{
    (void)begin;
    if (*at != '"')
        return 0;
    const char *close = strchr(at + 1, '"');
    size_t inside = close ? (size_t)(close - at - 1) : 0;
    buf_printf(corrected, "\xE2\x80\x9D%.*s%s", (int)inside, at + 1, close ? "\xE2\x80\x9D" : "");
    return close ? inside + 2 : 1;
}

/* Matches several spaces between two words of a line; those at a line's ends are the file's layout.
 */
static size_t match_spaces(const char *begin, const char *at, struct buf *corrected)
{
    if (at == begin || strchr(" \n\t", at[-1]))
        return 0;
    size_t count = strspn(at, " ");
    if (count < 2 || !at[count] || strchr("\n\t", at[count]))
        return 0;
    buf_string(corrected, " ");
    return count;
}

/* Matches "02.03.2026": the language board's form has no leading zeros. */
static size_t match_date(const char *begin, const char *at, struct buf *corrected)
{
    if (at > begin && (is_word(at[-1]) || at[-1] == '.'))
        return 0;
    size_t day = digits(at);
    if (!day || day > 2 || at[day] != '.')
        return 0;
    const char *month_at = at + day + 1;
    size_t month = digits(month_at);
    const char *year_at = month_at + month + 1;
    if (!month || month > 2 || month_at[month] != '.' || digits(year_at) != 4 ||
        (*at != '0' && *month_at != '0'))
        return 0;
    buf_printf(corrected, "%.*s.%.*s.%.4s", (int)(day - (*at == '0')), at + (*at == '0'),
               (int)(month - (*month_at == '0')), month_at + (*month_at == '0'), year_at);
    return day + month + 6;
}

static size_t match_abbreviation(const char *begin, const char *at, struct buf *corrected)
{
    static const char *const words[][2] = {{"krt/vko", "kertaa viikossa"},
                                           {"krt/vk", "kertaa viikossa"},
                                           {"krt/kk", "kertaa kuukaudessa"},
                                           {"krt/v", "kertaa vuodessa"},
                                           {"kpl/v", "kappaletta vuodessa"},
                                           {"hlö/v", "henkilöä vuodessa"},
                                           {"h/vko", "tuntia viikossa"},
                                           {"€/as", "euroa asukasta kohti"},
                                           {"hlö", "henkilöä"},
                                           {"krt", "kertaa"},
                                           {"lkm", "lukumäärä"}};
    if (at > begin && is_word(at[-1]))
        return 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *word = words[i][0];
        if (*at == *word && strncmp(at, word, strlen(word)) == 0 && !is_word(at[strlen(word)])) {
            buf_string(corrected, words[i][1]);
            return strlen(word);
        }
    }
    return 0;
}

static bool is_in_table(const xmlNode *text)
{
    for (const xmlNode *node = text->parent; node; node = node->parent)
        if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, "taulukko") == 0)
            return true;
    return false;
}

void rules_prose_section_sign(struct rules_run *run, const xmlNode *text)
{
    match_all(run, text,
              &(struct habit){.match = match_section_sign,
                              .is_certain = true,
                              .is_marked_up = true,
                              .why = _("a no-break space belongs before the section sign")});
}

void rules_prose_range(struct rules_run *run, const xmlNode *text)
{
    match_all(run, text, &(struct habit){.match = match_range, .why = _("a range has an en dash")});
}

void rules_prose_quotes(struct rules_run *run, const xmlNode *text)
{
    match_all(run, text,
              &(struct habit){.match = match_quotes, .why = _("the quotation marks are straight")});
}

void rules_prose_spaces(struct rules_run *run, const xmlNode *text)
{
    match_all(run, text,
              &(struct habit){
                  .match = match_spaces, .is_certain = true, .why = _("there are several spaces")});
}

void rules_prose_date(struct rules_run *run, const xmlNode *text)
{
    match_all(run, text,
              &(struct habit){.match = match_date,
                              .is_certain = true,
                              .why = _("a date has no leading zeros")});
}

void rules_prose_abbreviation(struct rules_run *run, const xmlNode *text)
{
    if (!is_in_table(text))
        match_all(run, text,
                  &(struct habit){.match = match_abbreviation,
                                  .why = _("the abbreviation belongs in tables only")});
}
