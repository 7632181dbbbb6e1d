/* Translation of the program's own messages (gettext). */
#ifndef PYKALA_BASE_MESSAGE_H
#define PYKALA_BASE_MESSAGE_H

#include <libintl.h>

#define _(string) gettext(string)

#endif
