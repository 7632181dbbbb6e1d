#include "text/library.h"

#include "base/memory.h"
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
    free(library->words.slots);
    free(library->prefixes.slots);
    free(library->langs);
    free(library->fonts);
    arena_free(library->arena);
    free(library);
}
