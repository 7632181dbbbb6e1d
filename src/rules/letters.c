/* Characters that the fonts of the papers lack: a paper that has one can't be made. */
#include "rules/rules_private.h"

#include "base/message.h"
#include "text/letters.h"

enum { LACKS = 20 /* told of a text */ };

bool rules_check_letters(const struct input_document *document, struct text_letters *letters,
                         struct diags *diags)
{
    struct xml_text text = {0};
    size_t told = 0;
    while (letters && told < RULES_TEXT_FINDINGS && xml_next_text(document->xml, &text)) {
        struct text_lack lacks[LACKS];
        size_t count = text_letters_find_lacks(letters, text.content, lacks, LACKS);
        for (size_t i = 0; i < count; i++)
            text_lack_tell(&lacks[i], "text-character", xml_place_in_text(&text, lacks[i].at),
                           diags);
        told += count;
    }
    if (told >= RULES_TEXT_FINDINGS)
        diag_add(diags, DIAG_ERROR, "text-character", xml_place_in_text(&text, 0), NULL,
                 _("more than %d errors; the others are not told"), RULES_TEXT_FINDINGS);
    return !told;
}
