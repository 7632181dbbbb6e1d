/* Number formats: what kind of number a cell shows. */
#ifndef PYKALA_XLSX_FORMAT_H
#define PYKALA_XLSX_FORMAT_H

enum format { FORMAT_NUMBER, FORMAT_PERCENT, FORMAT_DATE, FORMAT_TIME };

/* Returns the kind of a format that every workbook has without writing it, by its number. */
enum format format_built_in(long number);

/* Returns the kind of a format by its code, for instance "[Red]d.m.yyyy;@". Its first section
 * counts; quoted and escaped letters, and colours, don't. */
enum format format_of_code(const char *code);

#endif
