/* The language that the program speaks. */
#ifndef PYKALA_REPORT_LANGUAGE_H
#define PYKALA_REPORT_LANGUAGE_H

/* Returns two letters (ISO 639-1): the language of gettext's catalogue, "en" without one. */
const char *report_language(void);

#endif
