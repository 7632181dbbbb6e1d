#include "followup/personal.h"

#include "base/blank.h"

#include <stdbool.h>
#include <string.h>

#define NO_BREAK_SPACE "\xC2\xA0"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Returns whether a byte is part of a word: a letter, also outside ASCII, or a digit. */
static bool is_word(char c)
{
    return is_digit(c) || is_capital(c) || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0xC3;
}

static bool begins_word(const char *begin, const char *at)
{
    return at == begin || !is_word(at[-1]);
}

static int two_digits(const char *at)
{
    return (at[0] - '0') * 10 + (at[1] - '0');
}

/* --- henkilötunnus --- */

/*
 * Matches DDMMYYCZZZQ. The signs of the century C and the check character Q, the number DDMMYYZZZ
 * modulo 31, are those of dvv.fi/hetu-uudistus: since 2023 also Y, X, W, V, U and B to F. Numbers
 * from 900 are lent for a while, and count, too.
 */
static size_t match_identity(const char *begin, const char *at)
{
    enum { SIZE = 11, CENTURY = 6 };
    static const char checks[] = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    if (!begins_word(begin, at) || strspn(at, DIGITS) != CENTURY)
        return 0;
    if (!at[CENTURY] || !strchr("+-YXWVUABCDEF", at[CENTURY]) ||
        strspn(at + CENTURY + 1, DIGITS) < 3 || !at[SIZE - 1] || is_word(at[SIZE]))
        return 0;
    int day = two_digits(at), month = two_digits(at + 2);
    long number = 0;
    for (int i = 0; i < SIZE - 1; i++)
        if (i != CENTURY)
            number = number * 10 + (at[i] - '0');
    bool is_day = day >= 1 && day <= 31 && month >= 1 && month <= 12;
    return is_day && at[SIZE - 1] == checks[number % 31] ? SIZE : 0;
}

/* --- IBAN --- */

/* Adds a character of an account number to the remainder modulo 97 of those before it. */
static int add_to_remainder(int remainder, char c)
{
    return is_digit(c) ? (remainder * 10 + (c - '0')) % 97
                       : (remainder * 100 + (c - 'A' + 10)) % 97;
}

/* Returns the size of the account number that begins at a place, with the single spaces between its
 * groups, and copies its characters. */
static size_t read_account(const char *at, char *characters, size_t most, size_t *count)
{
    size_t size = 0;
    for (*count = 0; *count < most; size++) {
        bool is_space = at[size] == ' ' && *count && at[size - 1] != ' ' &&
                        (is_digit(at[size + 1]) || is_capital(at[size + 1]));
        if (!is_space && !is_digit(at[size]) && !is_capital(at[size]))
            break;
        if (!is_space)
            characters[(*count)++] = at[size];
    }
    return size;
}

/* Matches an account number whose check digits are right: its first four characters behind the
 * others, letters as 10 to 35, are 1 modulo 97 (ISO 13616). */
static size_t match_account(const char *begin, const char *at)
{
    enum { SHORTEST = 15, LONGEST = 34 };
    char characters[LONGEST];
    size_t count;
    int remainder = 0;
    if (!is_capital(at[0]) || !is_capital(at[1]) || !is_digit(at[2]) || !is_digit(at[3]) ||
        !begins_word(begin, at))
        return 0;
    size_t size = read_account(at, characters, LONGEST, &count);
    if (count < SHORTEST || is_word(at[size]))
        return 0;
    for (size_t i = 0; i < count; i++)
        remainder = add_to_remainder(remainder, characters[(i + 4) % count]);
    return remainder == 1 ? size : 0;
}

/* --- Addresses of e-mail --- */

/* Returns whether the part before the @ is that of an office, which anybody may write to. */
static bool is_office(const char *name, size_t size)
{
    static const char *const offices[] = {"kirjaamo",   "registrator",   "registratur",
                                          "info",       "posti",         "viestinta",
                                          "tietosuoja", "asiakaspalvelu"};
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
        if (strlen(offices[i]) == size && strncmp(offices[i], name, size) == 0)
            return true;
    return false;
}

static bool is_of_address(char c)
{
    return is_word(c) || (c && strchr("._%+-", c));
}

/* Matches an address that begins where no other byte of it stands before. */
static size_t match_email(const char *begin, const char *at)
{
    size_t name = 0, host = 0;
    if (at > begin && is_of_address(at[-1]))
        return 0;
    while (is_of_address(at[name]))
        name++;
    if (!name || at[name] != '@' || is_office(at, name))
        return 0;
    const char *domain = at + name + 1;
    while (is_word(domain[host]) ||
           ((domain[host] == '.' || domain[host] == '-') && is_word(domain[host + 1])))
        host++;
    return memchr(domain, '.', host) ? name + 1 + host : 0;
}

/* --- Telephone numbers --- */

/* Returns the size of a single space or hyphen between two digits. */
static size_t gap_size(const char *at)
{
    if (*at == ' ' || *at == '-')
        return is_digit(at[1]);
    bool is_no_break = strncmp(at, NO_BREAK_SPACE, sizeof NO_BREAK_SPACE - 1) == 0;
    return is_no_break && is_digit(at[2]) ? sizeof NO_BREAK_SPACE - 1 : 0;
}

enum { LONGEST_NUMBER = 14 };

/* Returns the size of digits with single gaps between them, and counts the digits: one more than
 * the longest number has at most. */
static size_t read_digits(const char *at, size_t *count)
{
    size_t size = 0;
    for (*count = 0; *count <= LONGEST_NUMBER && is_digit(at[size]); size++, (*count)++)
        size += is_digit(at[size + 1]) ? 0 : gap_size(at + size + 1);
    return size;
}

/* Matches "+358 40 000 0000", and numbers whose area begins with 0 and another digit. What goes on
 * as a decimal, a date, a number of a matter or a day in another form is none. */
static size_t match_telephone(const char *begin, const char *at)
{
    size_t count;
    bool is_abroad = at[0] == '+' && at[1] >= '1' && at[1] <= '9';
    bool is_here = at[0] == '0' && at[1] >= '1' && at[1] <= '9';
    if ((!is_abroad && !is_here) || !begins_word(begin, at) ||
        (at > begin && strchr(".,:/-+", at[-1])))
        return 0;
    size_t size = is_abroad + read_digits(at + is_abroad, &count);
    const char *after = at + size;
    bool goes_on = is_word(*after) || (*after && strchr("./,:-", *after) && is_digit(after[1])) ||
                   *after == '%';
    bool is_as_long = is_abroad ? count >= 9 && count <= LONGEST_NUMBER : count >= 7 && count <= 11;
    return is_as_long && !goes_on ? size : 0;
}

static const struct {
    enum personal kind;
    size_t (*match)(const char *begin, const char *at);
} matches[] = {{PERSONAL_IDENTITY, match_identity},
               {PERSONAL_ACCOUNT, match_account},
               {PERSONAL_EMAIL, match_email},
               {PERSONAL_TELEPHONE, match_telephone}};

enum personal personal_next(const char *text, size_t *at, size_t *size)
{
    for (; text[*at]; (*at)++)
        for (size_t i = 0; i < sizeof matches / sizeof *matches; i++)
            if ((*size = matches[i].match(text, text + *at)))
                return matches[i].kind;
    return PERSONAL_NONE;
}
