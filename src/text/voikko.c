#include "text/voikko.h"

#include "base/memory.h"
#include "base/message.h"

#include <stdlib.h>

static const struct shared_function functions[] = {
#define FUNCTION(name) SHARED_ROW(struct voikko, name)
#include "text/voikko.def"
#undef FUNCTION
};

static bool open_dictionary(struct voikko *voikko, struct diags *diags)
{
    const char *error = NULL;
    voikko->handle = voikko->voikkoInit(&error, "fi", NULL);
    return voikko->handle ||
           diag_add(diags, RULE_DICTIONARY_MISSING, (struct diag_place){0},
                    _("install the Debian package voikko-fi"),
                    _("the Finnish dictionary can't be opened: %s"), error ? error : "");
}

struct voikko *voikko_open(struct diags *diags)
{
    struct voikko *voikko = memory_new(1, sizeof *voikko);
    if (shared_open(PYKALA_LIBRARY_VOIKKO, "libvoikko1", functions,
                    sizeof functions / sizeof *functions, voikko, diags) &&
        open_dictionary(voikko, diags))
        return voikko;
    free(voikko);
    return NULL;
}

void voikko_close(struct voikko *voikko)
{
    if (voikko)
        voikko->voikkoTerminate(voikko->handle);
    free(voikko);
}
