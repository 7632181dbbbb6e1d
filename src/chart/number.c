/* Reads and writes numbers of charts, and lays them along an axis, whatever the locale. */
#include "chart/chart_private.h"

#include "base/minmax.h"

#include "base/utf8.h"

#include <string.h>

enum { LEAST_SPAN = 10 /* of a line's axis: this part of the largest number */ };

#define TOO_LARGE ((int64_t)100000000000000000) /* 10^13 whole units, with room to add */

static const char minus[] = "\u2212";

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

size_t chart_sign_size(const char *text)
{
    return strncmp(text, minus, sizeof minus - 1) == 0 ? sizeof minus - 1
                                                       : *text == '-' || *text == '+';
}

size_t chart_digits_size(const char *text)
{
    size_t size = 0;
    while (is_digit(text[size]))
        size++;
    return size;
}

size_t chart_space_size(const char *text)
{
    uint32_t c;
    size_t size = utf8_read(text, &c);
    return size && (c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009) ? size : 0;
}

size_t chart_group_size(const char *text, char decimal)
{
    size_t size = decimal == '.' && *text == ',' ? 1 : chart_space_size(text);
    return size && chart_digits_size(text + size) == CHART_GROUP ? size : 0;
}

static bool read_whole(const char **text, char decimal, int64_t *value)
{
    int run = 0; /* digits since the last group began */
    for (*value = 0; is_digit(**text); ++*text) {
        *value = *value * 10 + (**text - '0');
        if (*value >= TOO_LARGE / CHART_UNIT)
            return false;
        size_t group = ++run <= CHART_GROUP ? chart_group_size(*text + 1, decimal) : 0;
        *text += group;
        run = group ? 0 : run;
    }
    *value *= CHART_UNIT;
    return true;
}

/* Reads decimals, rounded half up to the precision of CHART_UNIT. */
static void read_decimals(const char **text, char decimal, int64_t *value)
{
    bool point = **text == decimal || (**text == '.' && decimal == ',');
    if (!point || !is_digit((*text)[1]))
        return;
    ++*text;
    for (int64_t place = CHART_UNIT / 10;; place /= 10, ++*text) {
        if (!is_digit(**text))
            return;
        if (place == 0) {
            *value += **text >= '5';
            break;
        }
        *value += place * (**text - '0');
    }
    *text += chart_digits_size(*text);
}

/* Returns whether a number may end at text: at the end, %, ‰, or a unit after a space. */
static bool ends_number(const char *text)
{
    return !*text || *text == '%' || strncmp(text, "‰", sizeof "‰" - 1) == 0 ||
           (chart_space_size(text) && !is_digit(text[chart_space_size(text)]));
}

bool chart_parse(const char *text, char decimal, int64_t *value)
{
    while (chart_space_size(text))
        text += chart_space_size(text);
    bool negative = *text != '+' && chart_sign_size(text);
    text += chart_sign_size(text);
    int64_t number;
    if (!is_digit(*text) || !read_whole(&text, decimal, &number))
        return false;
    read_decimals(&text, decimal, &number);
    if (!ends_number(text))
        return false;
    *value = negative ? -number : number;
    return true;
}

int chart_decimals(int64_t value)
{
    int decimals = 0;
    for (int64_t unit = CHART_UNIT; value % unit; unit /= 10)
        decimals++;
    return decimals;
}

void chart_format(int64_t value, int decimals, const struct chart_words *words, struct buf *out)
{
    char digits[32];
    int count = 0;
    int64_t whole = (value < 0 ? -value : value) / CHART_UNIT;
    int64_t rest = (value < 0 ? -value : value) % CHART_UNIT;
    do
        digits[count++] = (char)('0' + whole % 10);
    while ((whole /= 10) > 0);
    if (value < 0)
        buf_string(out, minus);
    while (count-- > 0) {
        buf_char(out, digits[count]);
        if (count && count % CHART_GROUP == 0)
            buf_string(out, words->group);
    }
    if (decimals)
        buf_char(out, words->decimal);
    for (int64_t place = CHART_UNIT / 10; decimals-- > 0; rest %= place, place /= 10)
        buf_char(out, (char)('0' + rest / place));
}

int64_t chart_step(int64_t least)
{
    int64_t power = 1;
    while (power * 10 <= least)
        power *= 10;
    int64_t factor = least <= power ? 1 : least <= 2 * power ? 2 : least <= 5 * power ? 5 : 10;
    return power * factor;
}

int64_t chart_least_step(int64_t low, int64_t high, int64_t ticks, bool whole)
{
    int64_t least = (high - low) / ticks + 1;
    return chart_step(whole ? MAX(least, CHART_UNIT) : least);
}

static int64_t floor_to(int64_t value, int64_t step)
{
    int64_t rest = value % step;
    return value - rest - (rest < 0 ? step : 0);
}

struct chart_scale chart_scale(int64_t low, int64_t high, int64_t step)
{
    struct chart_scale scale = {floor_to(low, step), -floor_to(-high, step), step};
    if (scale.low == scale.high)
        scale.high += step;
    return scale;
}

/* Widens the axis to a tenth of the largest number: numbers nearly the same must look so. */
static void widen(int64_t *low, int64_t *high)
{
    int64_t largest = MAX(*high, -*low);
    int64_t lack = largest / LEAST_SPAN - (*high - *low);
    if (lack <= 0)
        return;
    *low -= lack / 2;
    *high += lack / 2;
}

struct chart_scale chart_line_scale(int64_t low, int64_t high, int64_t ticks, bool whole)
{
    if (low > 0 && (low < high / 2 || low == high))
        low = 0;
    if (high < 0 && (high > low / 2 || low == high))
        high = 0;
    widen(&low, &high);
    return chart_scale(low, high, chart_least_step(low, high, ticks, whole));
}

pt64 chart_at(const struct chart_scale *scale, int64_t value, pt64 length)
{
    double share = (double)(value - scale->low) / (double)(scale->high - scale->low);
    return (pt64)(share * length + 0.5);
}
