#include "base/blank.h"

#include <string.h>

const char *blank_trim(const char *text, size_t *size)
{
    text += strspn(text, BLANK);
    *size = strlen(text);
    while (*size && strchr(BLANK, text[*size - 1]))
        --*size;
    return text;
}

const char *blank_word(const char *text, size_t *size)
{
    text += strspn(text, BLANK);
    *size = strcspn(text, BLANK);
    return *size ? text : NULL;
}

size_t blank_collapse(char *text)
{
    size_t kept = 0;
    for (const char *c = text; *c; c++)
        if (!strchr(BLANK, *c))
            text[kept++] = *c;
        else if (kept && text[kept - 1] != ' ')
            text[kept++] = ' ';
    kept -= kept && text[kept - 1] == ' ';
    text[kept] = '\0';
    return kept;
}
