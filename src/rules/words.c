#include "rules/words.h"

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

/* Reads a code point of what libxml2 has made well-formed; 0 at the end. */
static size_t read_one(const char *at, uint32_t *codepoint)
{
    return *at ? utf8_read(at, codepoint) : 0;
}

static bool is_space(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x202F ||
           (c >= 0x2000 && c <= 0x200B);
}

/* Returns whether a character is a letter, or a soft hyphen between letters. */
static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == 0xAD ||
           (c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) && c < 0xFB00);
}

static bool is_joint(uint32_t c)
{
    return c == '-' || c == ':' || c == '\'' || c == 0x2019;
}

static bool is_upper(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || c == 0x160 ||
           c == 0x17D;
}

static const char *skip(const char *at, const char *end, bool (*wanted)(uint32_t c), bool is)
{
    uint32_t c;
    for (size_t size; at < end && (size = read_one(at, &c)) && wanted(c) == is;)
        at += size;
    return at;
}

/* Returns whether the text between spaces is a number, a section or an address. */
static bool is_foreign(const char *at, const char *end)
{
    for (; at < end; at++) {
        bool is_inner_dot = *at == '.' && at + 1 < end && strchr("/.,;:)!?-\"", at[1]) == NULL &&
                            (unsigned char)at[1] < 0x80;
        if ((*at >= '0' && *at <= '9') || *at == '@' || *at == '\\' || is_inner_dot ||
            strncmp(at, "://", 3) == 0 || strncmp(at, "\xC2\xA7", 2) == 0)
            return true;
    }
    return false;
}

static bool is_part(uint32_t c)
{
    return is_letter(c) || is_joint(c);
}

/* Removes colons and apostrophes at both ends; a hyphen shows that a part is left out. */
static void trim(struct words_word *word)
{
    while (word->size && strchr(":'", *word->text)) {
        word->text++;
        word->size--;
    }
    while (word->size && strchr(":'", word->text[word->size - 1]))
        word->size--;
    while (word->size > 3 && strncmp(word->text + word->size - 3, "\xE2\x80\x99", 3) == 0)
        word->size -= 3;
}

static bool has_letter(const struct words_word *word)
{
    const char *end = word->text + word->size;
    return skip(word->text, end, is_letter, false) < end;
}

struct words words_begin(const char *text)
{
    return (struct words){.at = text, .end = text, .last = text + strlen(text)};
}

/* Steps to the text between the next spaces. Returns false at the text's end. */
static bool step(struct words *words)
{
    do {
        words->at = skip(words->end, words->last, is_space, true);
        words->end = skip(words->at, words->last, is_space, false);
    } while (words->at < words->end && is_foreign(words->at, words->end));
    return words->at < words->end;
}

bool words_next(struct words *words, struct words_word *word)
{
    while (words->at < words->end || step(words)) {
        word->text = skip(words->at, words->end, is_part, false);
        words->at = skip(word->text, words->end, is_part, true);
        word->size = (size_t)(words->at - word->text);
        trim(word);
        if (word->size && has_letter(word))
            return true;
    }
    return false;
}

bool words_is_acronym(const char *text, size_t size)
{
    const char *end = text + size;
    const char *after = skip(text, end, is_upper, true);
    size_t rest = (size_t)(end - after);
    bool is_inflected = rest <= 4 && skip(after, end, is_letter, true) == end;
    return after - text >= 2 && (is_inflected || *after == ':');
}
