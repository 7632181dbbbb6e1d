#include "base/memory.h"
#include "text/library.h"

#include <string.h>

/* Returns the dictionary for a language of two or three letters. */
static enum hyphenation dictionary_of(const char *language)
{
    if (strcmp(language, "fi") == 0)
        return HYPHENATION_FINNISH;
    return strcmp(language, "sv") == 0 ? HYPHENATION_SWEDISH : HYPHENATION_NONE;
}

/* Writes a tag's primary language in small letters; "und" unless of two or three. A script or
 * region changes nothing in the setting of Latin text. */
static void primary_language(const char *tag, char language[4])
{
    size_t size = tag ? strcspn(tag, "-") : 0;
    bool is_known = size == 2 || size == 3;
    for (size_t i = 0; i < size && is_known; i++) {
        language[i] = (char)(tag[i] | 0x20);
        is_known = language[i] >= 'a' && language[i] <= 'z';
    }
    if (is_known)
        language[size] = '\0';
    else
        strcpy(language, "und");
}

static struct text_lang *add_lang(struct text_library *library, const char *language)
{
    struct text_lang *lang = arena_alloc(library->arena, sizeof *lang);
    lang->language = hb_language_from_string(language, -1);
    lang->hyphenation = dictionary_of(language);
    lang->index = (uint32_t)library->lang_count++;
    return lang;
}

/* Gives any two or three letters a slot, so that very many languages take no longer. */
const struct text_lang *library_lang(struct text_library *library, const char *tag)
{
    enum { LETTERS = 'z' - 'a' + 2 };
    char language[4];
    primary_language(tag, language);
    size_t slot = 0;
    for (const char *c = language; *c; c++)
        slot = slot * LETTERS + (size_t)(*c - 'a' + 1);
    if (!library->langs)
        library->langs = memory_new(LETTERS * LETTERS * LETTERS, sizeof(struct text_lang *));
    if (!library->langs[slot])
        library->langs[slot] = add_lang(library, language);
    return library->langs[slot];
}
