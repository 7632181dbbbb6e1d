/* Finds what tells of one person: identity codes, account numbers, addresses and telephones. */
#ifndef PYKALA_FOLLOWUP_PERSONAL_H
#define PYKALA_FOLLOWUP_PERSONAL_H

#include <stddef.h>

enum personal {
    PERSONAL_NONE,
    PERSONAL_IDENTITY,  /* henkilötunnus whose check character is right */
    PERSONAL_ACCOUNT,   /* IBAN whose check digits are right */
    PERSONAL_EMAIL,     /* an address, not that of an office such as kirjaamo@ */
    PERSONAL_TELEPHONE, /* a number as it is written in Finland */
};

/* Finds the first of these in a text from *at on, which only grows. Returns its kind, and sets *at
 * and *size to the stretch. */
enum personal personal_next(const char *text, size_t *at, size_t *size);

#endif
