#include "text/library.h"

#include "base/memory.h"
#include "base/message.h"
#include "text/font_file.h"
#include "text/hyphenate.h"
#include "text/shape.h"

#include <linebreak.h>
#include <stdlib.h>
#include <string.h>

struct text_library *text_library_of_fonts(const char *font_folder)
{
    struct text_library *library = memory_new(1, sizeof *library);
    library->arena = arena_new();
    library->font_folder = font_folder ? arena_strdup(library->arena, font_folder) : NULL;
    library->buffer = hb_buffer_create();
    init_linebreak();
    return library;
}

bool text_library_open_dictionaries(struct text_library *library, struct diags *diags)
{
    if (library->voikko)
        return true;
    bool finnish = hyphenate_fi_open(library, diags);
    bool swedish = hyphenate_sv_check(diags);
    if (!swedish)
        hyphenate_fi_close(library);
    return finnish && swedish;
}

struct text_library *text_library_new(const char *font_folder, struct diags *diags)
{
    struct text_library *library = text_library_of_fonts(font_folder);
    if (text_library_open_dictionaries(library, diags))
        return library;
    text_library_free(library);
    return NULL;
}

void text_library_free(struct text_library *library)
{
    if (!library)
        return;
    for (size_t i = 0; i < library->font_count; i++)
        font_free(library->fonts[i]);
    if (library->folder_fonts)
        FcConfigDestroy(library->folder_fonts);
    if (library->usual_fonts)
        FcConfigDestroy(library->usual_fonts);
    if (library->system_fonts)
        FcConfigDestroy(library->system_fonts);
    hb_buffer_destroy(library->buffer);
    hyphenate_fi_close(library);
    hyphenate_sv_close(library);
    fit_scratch_free(&library->scratch);
    free(library->words.slots);
    free(library->prefixes.slots);
    free(library->langs);
    free(library->fonts);
    arena_free(library->arena);
    free(library);
}

/* The dictionary for a language of two letters or three. */
static enum hyphenation dictionary_of(const char *language)
{
    if (strcmp(language, "fi") == 0)
        return HYPHENATION_FINNISH;
    return strcmp(language, "sv") == 0 ? HYPHENATION_SWEDISH : HYPHENATION_NONE;
}

/*
 * Writes a tag's primary language in small letters; "und" where it has none of two letters or
 * three. What follows, a script or a region, changes nothing in the setting of Latin text.
 */
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

/* Any two or three letters have a slot, so that a text of very many languages takes no longer. */
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
