/*
 * Shared libraries that are opened when they are first needed: no other start waits until the
 * loader has brought them, and all that they need in turn.
 *
 * A folder has a file of the functions that it calls, ZIP.def with FUNCTION(name) for each, a
 * struct of pointers to them, which have the types that the library's header declares, and a table:
 *
 *     struct zip {
 *     #define FUNCTION SHARED_POINTER
 *     #include "zip.def"
 *     };
 *
 *     static const struct shared_function functions[] = {
 *     #define FUNCTION(name) SHARED_ROW(struct zip, name)
 *     #include "zip.def"
 *     };
 */
#ifndef PYKALA_BASE_SHARED_H
#define PYKALA_BASE_SHARED_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

#define SHARED_POINTER(function) __typeof__(function) *function;

struct shared_function {
    const char *name;
    size_t offset; /* of its pointer in the struct */
};

#define SHARED_ROW(pointers, function) {#function, offsetof(pointers, function)},

/*
 * Opens the library of that file name and fills the struct's pointers. It stays open. When it, or
 * one of the functions, is not there, adds a failure [library-missing] that names the Debian
 * package, and returns false.
 */
bool shared_open(const char *file, const char *package, const struct shared_function *functions,
                 size_t count, void *pointers, struct diags *diags);

#endif
