#include "schema/suggestion.h"

#include "base/blank.h"
#include "base/calendar.h"
#include "base/message.h"
#include "base/utf8.h"

#include <libxml/xmlschemastypes.h>

#include <string.h>
#include <strings.h>

enum { SHOWN = 80 /* bytes: in a longer value nobody sees the difference */ };

/* Reads a number of one to four digits; returns the text after it, or NULL. */
static const char *read_number(const char *text, int *number)
{
    size_t digits = strspn(text, DIGITS);
    *number = 0;
    for (size_t i = 0; digits <= 4 && i < digits; i++)
        *number = 10 * *number + (text[i] - '0');
    return digits >= 1 && digits <= 4 ? text + digits : NULL;
}

/* Reads three numbers with the same sign between them; returns the text after them, or NULL. */
static const char *read_three(const char *text, char *sign, int numbers[3])
{
    const char *at = read_number(text, &numbers[0]);
    *sign = at ? *at : '\0';
    if (!*sign || !strchr("./-", *sign))
        return NULL;
    at = read_number(at + 1 + strspn(at + 1, " "), &numbers[1]);
    if (!at || *at != *sign)
        return NULL;
    return read_number(at + 1 + strspn(at + 1, " "), &numbers[2]);
}

static bool write_date(int day, int month, int year, struct buf *out)
{
    if (year < 100)
        year += 2000;
    if (year < 1000 || !calendar_has(year, month, day))
        return false;
    buf_printf(out, "%04d-%02d-%02d", year, month, day);
    return true;
}

/* Months as they begin in Finnish and Swedish. */
static const struct {
    const char *begins;
    int month;
} months[] = {{"tammi", 1},     {"helmi", 2},    {"maalis", 3},    {"huhti", 4},    {"touko", 5},
              {"kesä", 6},      {"heinä", 7},    {"elo", 8},       {"syys", 9},     {"loka", 10},
              {"marras", 11},   {"joulu", 12},   {"januari", 1},   {"februari", 2}, {"mars", 3},
              {"april", 4},     {"maj", 5},      {"juni", 6},      {"juli", 7},     {"augusti", 8},
              {"september", 9}, {"oktober", 10}, {"november", 11}, {"december", 12}};

/* Reads "1. joulukuuta 2026" or "1 december 2026". */
static bool correct_month(const char *text, struct buf *out)
{
    int day, year;
    const char *at = read_number(text, &day);
    if (!at)
        return false;
    at += strspn(at, ". ");
    const char *after = at + strcspn(at, " ");
    const char *end = read_number(after + strspn(after, " "), &year);
    for (size_t i = 0; end && !*end && i < sizeof months / sizeof *months; i++)
        if (strncmp(at, months[i].begins, strlen(months[i].begins)) == 0)
            return write_date(day, months[i].month, year, out);
    return false;
}

/* Reads 20261201. */
static bool correct_digits(const char *text, struct buf *out)
{
    int date = 0;
    if (strlen(text) != 8 || strspn(text, DIGITS) != 8)
        return false;
    for (size_t i = 0; i < 8; i++)
        date = 10 * date + (text[i] - '0');
    return write_date(date % 100, date / 100 % 100, date / 10000, out);
}

/* Makes hyphens of word processors' dashes. */
static void straighten_dashes(const char *text, struct buf *out)
{
    uint32_t c;
    for (size_t size; *text && (size = utf8_read(text, &c)); text += size) {
        if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
            buf_char(out, '-');
        else
            buf_append(out, text, size);
    }
}

/* Reads 24.10.2025, 2.3.26, 2025-3-2, 2025-03-02T00:00:00, 24/10/2025, 10/24/2025, 2025-24-10; not
 * 3/2/2025, which may be either. */
static bool correct_numbers(const char *text, struct buf *out)
{
    char sign;
    int numbers[3];
    const char *end = read_three(text, &sign, numbers);
    if (!end || (*end && *end != 'T' && *end != ' '))
        return false;
    if (numbers[0] > 31)
        return write_date(numbers[2], numbers[1], numbers[0], out) ||
               (numbers[1] > 12 && write_date(numbers[1], numbers[2], numbers[0], out));
    if (sign == '/' && numbers[0] <= 12)
        return numbers[1] > 12 && write_date(numbers[1], numbers[0], numbers[2], out);
    return write_date(numbers[0], numbers[1], numbers[2], out);
}

static bool correct_date(const char *text, struct buf *out)
{
    struct buf straight = {0};
    straighten_dashes(text + strspn(text, " "), &straight);
    const char *date = straight.size ? straight.data : "";
    bool corrected =
        correct_numbers(date, out) || correct_digits(date, out) || correct_month(date, out);
    buf_free(&straight);
    return corrected;
}

/* Returns whether a text has the form of a date; then there is no such day. */
static bool is_like_date(const char *text)
{
    return strlen(text) == 10 && strspn(text, "0123456789-") == 10 && text[4] == '-' &&
           text[7] == '-';
}

/* Skips the word before a number: "Liite 1", "n. 500", "§ 89". */
static const char *skip_word(const char *text)
{
    const char *digits = text + strcspn(text, DIGITS);
    const char *space = memchr(text, ' ', (size_t)(digits - text));
    return space && !strpbrk(text, "-\u2212\u2013") ? digits : text;
}

/* Copies the digits, signs, commas and full stops of a number, without the word before it, spaces
 * and the unit after it. */
static bool copy_number(const char *text, struct buf *out)
{
    uint32_t c = 0;
    text = skip_word(text);
    for (size_t size; *text && (size = utf8_read(text, &c)); text += size) {
        bool is_space = c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009;
        if (c == 0x2212 || c == 0x2013)
            buf_char(out, '-');
        else if (!is_space && c < 0x80 && strchr("0123456789-,.", (char)c))
            buf_char(out, (char)c);
        else if (!is_space)
            break;
    }
    bool is_letter_o = (c == 'O' || c == 'o') && !text[1]; /* for a nought */
    return !is_letter_o && out->size && !strpbrk(text, DIGITS);
}

/* Makes the last comma or full stop the decimal point and takes out the others: 1.000,5 is 1000.5.
 * No decimals follow a full stop that comes more than once. */
static void place_point(struct buf *number)
{
    const char *comma = strrchr(number->data, ','), *stop = strrchr(number->data, '.');
    const char *point = comma > stop ? comma : stop;
    if (point == stop && stop && strchr(number->data, '.') != stop)
        point = NULL;
    size_t kept = 0;
    for (const char *at = number->data; *at; at++)
        if (at == point || !strchr(",.", *at))
            number->data[kept++] = at == point ? '.' : *at;
    number->data[kept] = '\0';
    number->size = kept;
}

/* Takes off decimals. Returns false when they are not noughts alone. */
static bool drop_decimals(struct buf *number)
{
    char *point = strchr(number->data, '.');
    if (!point)
        return true;
    bool is_whole = point[1 + strspn(point + 1, "0")] == '\0';
    *point = '\0';
    number->size = (size_t)(point - number->data);
    return is_whole;
}

static bool is_number(const char *text)
{
    text += *text == '-';
    size_t whole = strspn(text, DIGITS);
    size_t decimals = text[whole] == '.' ? strspn(text + whole + 1, DIGITS) : 0;
    return whole && (decimals ? !text[whole + 1 + decimals] : !text[whole]);
}

static bool correct_number(const char *text, bool is_whole, struct buf *out)
{
    if (!copy_number(text, out))
        return false;
    place_point(out);
    return (!is_whole || drop_decimals(out)) && is_number(out->data) &&
           strcmp(out->data, text) != 0;
}

/* Returns the letter of an identifier that stands for a character; 0 for none. */
static char plain(uint32_t c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/' || c == '.')
        return (char)c;
    if (c == ' ' || c == '_')
        return '-';
    if (c == 0xE4 || c == 0xE5 || c == 0xC4 || c == 0xC5)
        return 'a';
    return c == 0xF6 || c == 0xD6 ? 'o' : '\0';
}

static bool correct_identifier(const struct vocabulary *vocabulary, const xmlNode *type,
                               const char *text, struct buf *out)
{
    for (const char *at = text; *at;) {
        uint32_t codepoint;
        size_t size = utf8_read(at, &codepoint);
        char letter = size ? plain(codepoint) : '\0';
        if (!letter)
            return false;
        buf_char(out, letter);
        at += size;
    }
    return out->size && strcmp(out->data, text) != 0 &&
           vocabulary_fits(vocabulary, type, out->data);
}

static bool drop_spaces(const char *text, struct buf *out)
{
    for (; *text; text++)
        if (*text != ' ')
            buf_char(out, *text);
    return true;
}

static bool is_plain(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Drops the ends of "14 §", "seuranta/". */
static bool drop_ends(const char *text, struct buf *out)
{
    size_t size = strlen(text);
    while (size && !is_plain(text[size - 1]))
        size--;
    while (size && !is_plain(*text) && *text != '.') {
        text++;
        size--;
    }
    buf_append(out, text, size);
    return true;
}

/* Keeps "vuosi 2026", "v1.0" from the first digit to the last, with a full stop for a comma. */
static bool keep_digits(const char *text, struct buf *out)
{
    const char *from = text + strcspn(text, DIGITS), *end = from + strlen(from);
    while (end > from && !strchr(DIGITS, end[-1]))
        end--;
    for (; from < end; from++)
        buf_char(out, *from == ',' ? '.' : *from);
    return true;
}

/* Puts the slash into 410-2015. */
static bool put_slash(const char *text, struct buf *out)
{
    for (; *text; text++)
        buf_char(out, *text == '-' ? '/' : *text);
    return true;
}

/* Puts the zero before 77, which Excel makes of 077. */
static bool put_zeros(const char *text, struct buf *out)
{
    size_t size = strlen(text);
    if (size > 2 || strspn(text, DIGITS) != size)
        return false;
    buf_printf(out, "%.*s%s", (int)(3 - size), "00", text);
    return true;
}

static bool put_number_sign(const char *text, struct buf *out)
{
    buf_printf(out, "#%s", text);
    return true;
}

/* Keeps the name in C:\project\sopimus.xml; not in ../sopimus.xml, which isn't there without the
 * rest. */
static bool keep_file_name(const char *text, struct buf *out)
{
    if (strstr(text, ".."))
        return false;
    for (const char *at = text; *at; at++)
        if (*at == '\\' || *at == '/')
            text = at + 1;
    buf_string(out, text);
    return true;
}

/* Invisible characters that come along when text is copied. */
static const struct {
    uint32_t first, last;
    const char *name;
} hidden[] = {
    {0xA0, 0xA0, N_("a no-break space")},        {0x202F, 0x202F, N_("a no-break space")},
    {0xAD, 0xAD, N_("a soft hyphen")},           {0x200B, 0x200D, N_("a zero-width space")},
    {0x200E, 0x200F, N_("a mark of direction")}, {0x2060, 0x2060, N_("a zero-width space")},
    {0xFEFF, 0xFEFF, N_("a zero-width space")},
};

static const char *find_hidden(const char *text)
{
    uint32_t c;
    for (size_t size; *text && (size = utf8_read(text, &c)); text += size)
        for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
            if (c >= hidden[i].first && c <= hidden[i].last)
                return hidden[i].name;
    return NULL;
}

/* Appends a value of a pattern that is written in another form: the first that fits. */
static bool correct_form(const struct vocabulary *vocabulary, const xmlNode *type, const char *text,
                         struct buf *out)
{
    static bool (*const forms[])(const char *text, struct buf *out) = {
        drop_spaces, drop_ends, keep_digits, put_slash, put_zeros, put_number_sign, keep_file_name};
    for (size_t i = 0; i < sizeof forms / sizeof *forms && !find_hidden(text); i++) {
        buf_clear(out);
        if (forms[i](text, out) && out->size && vocabulary_fits(vocabulary, type, out->data))
            return true;
    }
    return false;
}

static bool is_one_of(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; name && i < count; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* Reads yes and no in words that are not the type's own. */
static bool correct_answer(const struct names *allowed, const char *text, struct buf *out)
{
    static const struct {
        const char *word;
        bool yes;
    } words[] = {{"kylla", true},    {"joo", true},  {"on", true},   {"tosi", true},
                 {"true", true},     {"yes", true},  {"ja", true},   {"1", true},
                 {"ei", false},      {"nej", false}, {"no", false},  {"false", false},
                 {"epätosi", false}, {"0", false},   {"kyllä", true}};
    static const char *const answers[][2] = {{"kylla", "ei"}, {"true", "false"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (size_t j = 0; j < 2 && strcasecmp(words[i].word, text) == 0; j++)
            if (names_contain(allowed, answers[j][0]) && names_contain(allowed, answers[j][1])) {
                buf_string(out, answers[j][!words[i].yes]);
                return true;
            }
    return false;
}

static bool correct_word(const struct vocabulary *vocabulary, const xmlNode *type,
                         const char *builtin, const char *text, struct buf *out)
{
    struct names allowed = {0};
    bool is_boolean = builtin && strcmp(builtin, "boolean") == 0;
    if (is_boolean) {
        names_add(&allowed, "true");
        names_add(&allowed, "false");
    } else if (type) {
        vocabulary_values(vocabulary, type, &allowed);
    }
    bool corrected = correct_answer(&allowed, text, out);
    names_free(&allowed);
    return corrected;
}

static bool correct(const struct vocabulary *vocabulary, const xmlNode *type, const char *builtin,
                    const char *text, struct buf *meant)
{
    static const char *const whole[] = {"integer", "nonNegativeInteger", "positiveInteger"};
    if (builtin && strcmp(builtin, "date") == 0)
        return correct_date(text, meant);
    if (builtin && strcmp(builtin, "decimal") == 0)
        return correct_number(text, false, meant);
    if (is_one_of(builtin, whole, sizeof whole / sizeof *whole))
        return correct_number(text, true, meant);
    if (correct_word(vocabulary, type, builtin, text, meant))
        return true;
    return type && !vocabulary_fits(vocabulary, type, text) &&
           (correct_identifier(vocabulary, type, text, meant) ||
            correct_form(vocabulary, type, text, meant));
}

static bool is_builtin(const char *builtin, const char *text)
{
    static const char schema[] = "http://www.w3.org/2001/XMLSchema";
    xmlSchemaTypePtr type =
        builtin ? xmlSchemaGetPredefinedType((const xmlChar *)builtin, (const xmlChar *)schema)
                : NULL;
    return !type || xmlSchemaValidatePredefinedType(type, (const xmlChar *)text, NULL) == 0;
}

bool suggestion_fits(const struct vocabulary *vocabulary, const xmlNode *declaration,
                     const char *text)
{
    const char *builtin = NULL;
    struct buf meant = {0};
    const xmlNode *type = vocabulary_value_type(vocabulary, declaration, &builtin);
    bool fits = (is_builtin(builtin, text) && vocabulary_fits(vocabulary, type, text)) ||
                correct(vocabulary, type, builtin, text, &meant);
    buf_free(&meant);
    return fits;
}

/* Finds the enumerated value that a word is like, or means. */
static bool find_value(const struct vocabulary *vocabulary, const xmlNode *type, const char *text,
                       struct buf *meant)
{
    struct names allowed = {0};
    vocabulary_values(vocabulary, type, &allowed);
    const char *value = names_nearest(&allowed, text);
    if (!value)
        value = names_within(&allowed, text);
    if (!value)
        value = vocabulary_value_called(vocabulary, type, text);
    if (value)
        buf_string(meant, value);
    names_free(&allowed);
    return value != NULL;
}

bool suggestion_find(const struct vocabulary *vocabulary, const xmlNode *type, const char *builtin,
                     const char *text, struct buf *meant)
{
    if (correct(vocabulary, type, builtin, text, meant))
        return true;
    buf_clear(meant);
    return !find_hidden(text) && find_value(vocabulary, type, text, meant);
}

void suggestion_write(const struct vocabulary *vocabulary, const xmlNode *type, const char *builtin,
                      const char *text, struct buf *hint, struct buf *meant)
{
    const char *name = find_hidden(text);
    bool is_found = suggestion_find(vocabulary, type, builtin, text, meant);
    if (!is_found || meant->size > SHOWN)
        buf_clear(meant);
    if (meant->size)
        buf_printf(hint, _("did you mean %s?"), meant->data);
    else if (name)
        buf_printf(hint, _("delete the invisible character in it: %s"), _(name));
    else if (builtin && strcmp(builtin, "date") == 0 && is_like_date(text))
        buf_string(hint, _("there is no such day in the calendar"));
}

/* Returns whether a text is 9.11.2026, as dates are written here. */
static bool is_plain_date(const char *text)
{
    char sign;
    int numbers[3];
    const char *end = read_three(text, &sign, numbers);
    return end && !*end && sign == '.' && numbers[0] <= 31 && numbers[1] <= 12 && numbers[2] > 999;
}

/* Returns whether a text is 52,3: digits and a comma, which three digits after it would make one of
 * thousands elsewhere. */
static bool is_plain_number(const char *text)
{
    text += *text == '-';
    size_t whole = strspn(text, DIGITS);
    size_t decimals = text[whole] == ',' ? strspn(text + whole + 1, DIGITS) : 0;
    return whole && decimals && decimals < 3 && !text[whole + 1 + decimals];
}

/* Returns whether two words are the same but for dots and case. */
static bool is_same_word(const char *text, const char *meant)
{
    uint32_t c;
    for (size_t size; *text && (size = utf8_read(text, &c)); text += size, meant++)
        if (!*meant || !plain(c) || plain(c) != plain((unsigned char)*meant))
            return false;
    return !*text && !*meant;
}

bool suggestion_is_certain(const char *builtin, bool is_word, const char *text, const char *meant)
{
    static const char *const numbers[] = {"decimal", "integer", "nonNegativeInteger",
                                          "positiveInteger"};
    if (is_word)
        return is_same_word(text, meant);
    if (builtin && strcmp(builtin, "date") == 0)
        return is_plain_date(text);
    return is_one_of(builtin, numbers, sizeof numbers / sizeof *numbers) && is_plain_number(text);
}
