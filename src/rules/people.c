/* Finds people's names where a role belongs. A role is an ordinary word, also with the name of a
 * place before it: what begins with a capital is looked up in the Finnish dictionary. */
#include "base/memory.h"
#include "base/utf8.h"
#include "rules/dictionary.h"
#include "rules/rules.h"
#include "rules/words.h"

#include <stdlib.h>
#include <string.h>

struct rules_people {
    struct dictionary *dictionary; /* from when it is first needed; NULL also without one */
    bool is_opened;
    struct diags *diags;
};

struct rules_people *rules_people_new(struct diags *diags)
{
    struct rules_people *people = memory_new(1, sizeof *people);
    people->diags = diags;
    return people;
}

void rules_people_free(struct rules_people *people)
{
    if (people)
        dictionary_close(people->dictionary);
    free(people);
}

/* Returns whether a word begins with a capital and isn't all of them. */
static bool is_capital(const struct words_word *word)
{
    uint32_t c = 0;
    utf8_read(word->text, &c);
    bool begins =
        (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || c == 0x160 || c == 0x17D;
    return begins && (word->size == 1 || !words_is_acronym(word->text, word->size));
}

/* Returns the readings of a word; NULL without a dictionary, and for what is too long to be a name.
 */
static const struct dictionary_word *look_up(struct rules_people *people,
                                             const struct words_word *word)
{
    char copy[100];
    if (!people->is_opened)
        people->dictionary = dictionary_open(people->diags);
    people->is_opened = true;
    if (!people->dictionary || word->size >= sizeof copy)
        return NULL;
    memcpy(copy, word->text, word->size);
    copy[word->size] = '\0';
    return dictionary_find(people->dictionary, copy);
}

static bool has_kind(const struct dictionary_word *word, enum inflection_kind kind)
{
    for (size_t i = 0; i < word->count; i++)
        if (word->readings[i].kind == kind)
            return true;
    return false;
}

/* Returns whether a word is a person's name and nothing else. */
static bool is_name_only(const struct dictionary_word *word)
{
    for (size_t i = 0; i < word->count; i++)
        if (word->readings[i].kind != INFLECTION_GIVEN_NAME &&
            word->readings[i].kind != INFLECTION_SURNAME)
            return false;
    return word->count > 0;
}

/* Returns whether two words that both begin with a capital are a person's name, or end with one.
 * Two that the dictionary doesn't know are a name, as many Swedish ones. */
static bool are_name(struct rules_people *people, const struct words_word *first,
                     const struct words_word *second)
{
    const struct dictionary_word *one = look_up(people, first), *other = look_up(people, second);
    if (!one || !other)
        return false;
    if (has_kind(one, INFLECTION_GIVEN_NAME))
        return true;
    return !has_kind(one, INFLECTION_PLACE) &&
           (has_kind(other, INFLECTION_SURNAME) || has_kind(other, INFLECTION_GIVEN_NAME) ||
            (!one->count && !other->count));
}

/* Returns whether only white space stands between two words, or the dot of an initial as well. */
static bool are_beside(const struct words_word *first, const struct words_word *second)
{
    const char *at = first->text + first->size;
    at += first->size == 1 && *at == '.';
    return at + strspn(at, " \t\n") == second->text && at < second->text;
}

static bool is_initial(const struct words_word *word)
{
    return word->size == 1 && word->text[1] == '.';
}

/* Returns whether a word is alone in its text, but for white space. */
static bool is_alone(const char *text, const struct words_word *word)
{
    const char *after = word->text + word->size;
    return text + strspn(text, " \t\n") == word->text && !after[strspn(after, " \t\n")];
}

/* Returns the end of the words beginning with a capital that go on from a name. */
static size_t end_of_name(const char *text, struct words words, struct words_word last)
{
    for (struct words_word word;
         words_next(&words, &word) && is_capital(&word) && are_beside(&last, &word);)
        last = word;
    return (size_t)(last.text + last.size - text);
}

bool rules_finds_person(struct rules_people *people, const char *text, size_t *at, size_t *size)
{
    struct words words = words_begin(text);
    struct words_word before = {0};
    for (struct words_word word; words_next(&words, &word); before = word) {
        if (!is_capital(&word))
            continue;
        bool follows = before.text && is_capital(&before) && are_beside(&before, &word);
        *at = (size_t)((follows ? before.text : word.text) - text);
        *size = end_of_name(text, words, word) - *at;
        if (follows && (is_initial(&before) || are_name(people, &before, &word)))
            return true;
        const struct dictionary_word *known = is_alone(text, &word) ? look_up(people, &word) : NULL;
        if (known && is_name_only(known))
            return true;
    }
    return false;
}
