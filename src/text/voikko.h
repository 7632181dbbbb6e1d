/* libvoikko with the Finnish dictionary. The library is opened with it: it brings libhfstospell,
 * libarchive and seven more. */
#ifndef PYKALA_TEXT_VOIKKO_H
#define PYKALA_TEXT_VOIKKO_H

#include "base/shared.h"

#include <libvoikko/voikko.h>

struct voikko {
#define FUNCTION SHARED_POINTER
#include "text/voikko.def"
#undef FUNCTION
    struct VoikkoHandle *handle;
};

/* Opens the dictionary; owned by the caller. Adds a failure [library-missing] or
 * [dictionary-missing] that names the package, and returns NULL, when that can't be done. */
struct voikko *voikko_open(struct diags *diags);
void voikko_close(struct voikko *voikko); /* NULL is allowed */

#endif
