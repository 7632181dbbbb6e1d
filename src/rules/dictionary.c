#include "rules/dictionary.h"

#include "base/memory.h"

#include <libxml/hash.h>

#include <stdlib.h>

struct dictionary {
    struct inflection *inflection;
    struct arena *arena;
    xmlHashTablePtr words;
};

struct dictionary *dictionary_open(struct diags *diags)
{
    struct inflection *inflection = inflection_open(diags);
    if (!inflection)
        return NULL;
    struct dictionary *dictionary = memory_new(1, sizeof *dictionary);
    dictionary->inflection = inflection;
    dictionary->arena = arena_new();
    dictionary->words = xmlHashCreate(0);
    if (!dictionary->words)
        memory_exhausted();
    return dictionary;
}

void dictionary_close(struct dictionary *dictionary)
{
    if (!dictionary)
        return;
    xmlHashFree(dictionary->words, NULL);
    arena_free(dictionary->arena);
    inflection_close(dictionary->inflection);
    free(dictionary);
}

const struct dictionary_word *dictionary_find(struct dictionary *dictionary, const char *text)
{
    struct dictionary_word *word = xmlHashLookup(dictionary->words, (const xmlChar *)text);
    if (word)
        return word;
    word = arena_alloc(dictionary->arena, sizeof *word);
    word->text = arena_strdup(dictionary->arena, text);
    word->count = inflection_read(dictionary->inflection, text, dictionary->arena,
                                  DICTIONARY_READINGS, word->readings);
    if (xmlHashAddEntry(dictionary->words, (const xmlChar *)text, word) != 0)
        memory_exhausted();
    return word;
}
