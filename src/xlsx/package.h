/* Packages: the zip file of a workbook, and what its parts unpack to, within limits. */
#ifndef PYKALA_XLSX_PACKAGE_H
#define PYKALA_XLSX_PACKAGE_H

#include "base/diag.h"
#include "xlsx/library.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct package {
    const char *name; /* what diagnostics call the file */
    struct diags *diags;
    struct library library;
    zip_t *zip;
    uint64_t unpacked; /* bytes of all parts so far */
};

/* A part that is being read. */
struct part {
    struct package *package;
    const char *name;
    zip_file_t *file;
    uint64_t packed, unpacked; /* bytes; of the latter those so far */
    bool is_over;              /* a limit, which has been reported */
    bool is_broken;            /* which has been reported */
};

/* Opens the bytes, which the caller keeps. What they can't be opened for is reported; the caller
 * closes only what was opened. */
bool package_open(struct package *package, const void *bytes, size_t size);
void package_close(struct package *package);

/* Finds a part by its name, in whatever case. Returns its index, or -1 when there is none. */
int64_t package_find(const struct package *package, const char *name);

/* Opens a part, reports why that can't be done. The caller closes what was opened. */
bool part_open(struct package *package, const char *name, struct part *part);
void part_close(struct part *part);

/* Unpacks at most size bytes more. Returns how many: 0 at the end, and after what is_over and
 * is_broken say. */
int part_read(struct part *part, char *buffer, int size);

/* Add an error of the package's file [xlsx-broken], [xlsx-limit], with what to do about it. Return
 * false. */
bool package_is_broken(const struct package *package, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
bool package_is_over(const struct package *package, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Add such an error of a cell, "Vastaukset!C12". Return false. */
bool package_has_broken_cell(const struct package *package, const char *cell, const char *format,
                             ...) __attribute__((format(printf, 3, 4)));
bool package_has_long_cell(const struct package *package, const char *cell, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
