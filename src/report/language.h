/* The language that the program speaks. */
#ifndef PYKALA_REPORT_LANGUAGE_H
#define PYKALA_REPORT_LANGUAGE_H

/* Two letters (ISO 639-1): that of the catalogue that gettext reads, "en" without one. */
const char *report_language(void);

#endif
