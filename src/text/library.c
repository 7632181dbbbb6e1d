#include "text/library.h"

#include "base/memory.h"
#include "base/message.h"
#include "text/font_file.h"
#include "text/hyphenate.h"
#include "text/shape.h"

#include <linebreak.h>
#include <stdlib.h>
#include <string.h>

struct text_library *text_library_new(const char *font_folder, struct diags *diags)
{
    struct text_library *library = memory_new(1, sizeof *library);
    library->arena = arena_new();
    library->font_folder = font_folder ? arena_strdup(library->arena, font_folder) : NULL;
    library->buffer = hb_buffer_create();
    init_linebreak();
    bool finnish = hyphenate_fi_open(library, diags);
    bool swedish = hyphenate_sv_check(diags);
    if (finnish && swedish)
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

/* The dictionary for a tag's primary language, which is its first two letters here. */
static enum hyphenation dictionary_of(const char *tag)
{
    if (strlen(tag) > 2 && tag[2] != '-')
        return HYPHENATION_NONE;
    char first = (char)(tag[0] | 0x20), second = tag[0] ? (char)(tag[1] | 0x20) : '\0';
    if (first == 'f' && second == 'i')
        return HYPHENATION_FINNISH;
    return first == 's' && second == 'v' ? HYPHENATION_SWEDISH : HYPHENATION_NONE;
}

static struct text_lang *add_lang(struct text_library *library, const char *tag)
{
    struct text_lang *lang = arena_alloc(library->arena, sizeof *lang);
    lang->tag = arena_strdup(library->arena, tag);
    lang->language = hb_language_from_string(tag, -1);
    lang->hyphenation = dictionary_of(tag);
    lang->index = (uint32_t)library->lang_count;
    memory_grow((void **)&library->langs, library->lang_count, &library->lang_capacity,
                sizeof(struct text_lang *));
    library->langs[library->lang_count++] = lang;
    return lang;
}

const struct text_lang *library_lang(struct text_library *library, const char *tag)
{
    const char *known = tag ? tag : "und";
    for (size_t i = 0; i < library->lang_count; i++)
        if (strcmp(library->langs[i]->tag, known) == 0)
            return library->langs[i];
    return add_lang(library, known);
}
