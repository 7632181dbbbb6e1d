/* Translation of the program's own messages (gettext). */
#ifndef PYKALA_BASE_MESSAGE_H
#define PYKALA_BASE_MESSAGE_H

#include <libintl.h>

#define _(string) gettext(string)

/* Marks a string of a table for translation; the table's reader translates it. */
#define N_(string) string

#endif
