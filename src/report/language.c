#include "report/language.h"

#include "base/message.h"

#include <string.h>

const char *report_language(void)
{
    static const char header_id[] = "", field[] = "Language: ";
    static const char *const languages[] = {"fi", "sv"}; /* po/LINGUAS */
    const char *header = gettext(header_id);
    const char *found = header ? strstr(header, field) : NULL;
    for (size_t i = 0; found && i < sizeof languages / sizeof *languages; i++)
        if (strncmp(found + sizeof field - 1, languages[i], 2) == 0)
            return languages[i];
    return "en";
}
