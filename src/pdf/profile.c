#include "pdf/profile.h"

#include <stdbool.h>
#include <string.h>

/* Numbers are s15Fixed16: 65536 is 1. Colours are XYZ, adapted to D50. */
enum { MOST_NUMBERS = 9 };

struct tag {
    const char *signature, *type;
    const char *text;              /* of a description, else NULL */
    int32_t numbers[MOST_NUMBERS]; /* of anything else */
    unsigned count;
    bool shared; /* with the tag before */
};

#define WHITE                                                                                      \
    {                                                                                              \
        0xF6D6, 0x10000, 0xD32D                                                                    \
    }

static const struct tag tags[] = {
    {.signature = "desc", .type = "mluc", .text = "sRGB"},
    {.signature = "cprt", .type = "mluc", .text = "No copyright"},
    {.signature = "wtpt", .type = "XYZ ", .numbers = WHITE, .count = 3},
    /* from D65 to D50 by Bradford's matrix */
    {.signature = "chad",
     .type = "sf32",
     .numbers = {0x10C42, 0x5DE, -0xCDB, 0x793, 0xFD90, -0x45F, -0x25E, 0x3DC, 0xC06E},
     .count = 9},
    {.signature = "rXYZ", .type = "XYZ ", .numbers = {0x6FA0, 0x38F5, 0x390}, .count = 3},
    {.signature = "gXYZ", .type = "XYZ ", .numbers = {0x6297, 0xB787, 0x18D9}, .count = 3},
    {.signature = "bXYZ", .type = "XYZ ", .numbers = {0x249F, 0xF84, 0xB6C3}, .count = 3},
    /* ((v + 0.055) / 1.055)^2.4 from 0.04045 on, else v / 12.92: the curve of type 3 */
    {.signature = "rTRC",
     .type = "para",
     .numbers = {0x30000, 0x26666, 0xF2A7, 0xD59, 0x13D0, 0xA5B},
     .count = 6},
    {.signature = "gTRC", .shared = true},
    {.signature = "bTRC", .shared = true},
};

enum { TAG_COUNT = sizeof tags / sizeof *tags, HEADER_SIZE = 128 };

static void write_word(struct buf *out, uint32_t word)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buf_char(out, (char)(word >> shift));
}

static void write_words(struct buf *out, const int32_t *words, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        write_word(out, (uint32_t)words[i]);
}

/* Writes a text in one language, English of the United States. */
static void write_text(struct buf *out, const char *text)
{
    enum { RECORD_SIZE = 12, TEXT_AT = 28 };
    write_word(out, 1);
    write_word(out, RECORD_SIZE);
    buf_string(out, "enUS");
    write_word(out, (uint32_t)(2 * strlen(text)));
    write_word(out, TEXT_AT);
    for (; *text; text++) {
        buf_char(out, '\0');
        buf_char(out, *text);
    }
}

/* Writes a tag's data, filled up to a multiple of four bytes. Returns the size without the fill. */
static uint32_t write_data(struct buf *out, const struct tag *tag)
{
    size_t start = out->size;
    buf_string(out, tag->type);
    write_word(out, 0);
    if (tag->text)
        write_text(out, tag->text);
    else
        write_words(out, tag->numbers, tag->count);
    uint32_t size = (uint32_t)(out->size - start);
    while (out->size % 4)
        buf_char(out, '\0');
    return size;
}

/* Writes the header, with a fixed date of creation: 1 January 2000. */
static void write_header(struct buf *out, uint32_t size)
{
    static const int32_t date[] = {0x07D00001, 0x00010000, 0}, white[] = WHITE;
    size_t start = out->size;
    write_word(out, size);
    write_word(out, 0);
    write_word(out, 0x04200000);
    buf_string(out, "mntrRGB XYZ ");
    write_words(out, date, 3);
    buf_string(out, "acsp");
    write_words(out, (int32_t[7]){0}, 7); /* platform to rendering intent: perceptual */
    write_words(out, white, 3);
    while (out->size - start < HEADER_SIZE)
        buf_char(out, '\0');
}

void pdf_profile_write(struct buf *out)
{
    struct buf table = {0}, data = {0};
    uint32_t at = 0, size = 0;
    for (size_t i = 0; i < TAG_COUNT; i++) {
        if (!tags[i].shared) {
            at = HEADER_SIZE + 4 + TAG_COUNT * 12 + (uint32_t)data.size;
            size = write_data(&data, &tags[i]);
        }
        buf_string(&table, tags[i].signature);
        write_word(&table, at);
        write_word(&table, size);
    }
    write_header(out, (uint32_t)(HEADER_SIZE + 4 + table.size + data.size));
    write_word(out, TAG_COUNT);
    buf_append(out, table.data, table.size);
    buf_append(out, data.data, data.size);
    buf_free(&table);
    buf_free(&data);
}
