/* Values of json-c, without its failures: running out of memory ends the process. */
#ifndef PYKALA_REPORT_JSON_VALUE_H
#define PYKALA_REPORT_JSON_VALUE_H

#include "base/buf.h"

#include <json-c/json.h>

#include <stddef.h>

struct json_object *json_new(void);
struct json_object *json_new_list(void);

/*
 * A list of count elements, each made only while it is written, since a report may have very many.
 * make may return NULL for none. The context must live until the list is written.
 */
struct json_each {
    size_t count;
    struct json_object *(*make)(const void *context, size_t index);
    const void *context;
};
struct json_object *json_new_each(const struct json_each *each);

/* Returns a string; NULL, which is null, for NULL. Wrong UTF-8 becomes U+FFFD. */
struct json_object *json_text(const char *string);

struct json_object *json_number(int number);

/* Returns a number; null unless it is above zero. */
struct json_object *json_count(int number);

/* Returns an item of a list of diagnostics, which is the context (json.c). */
struct json_object *json_diag(const void *diags, size_t index);

/* Add a value, and take it over. */
void json_add(struct json_object *object, const char *key, struct json_object *value);
void json_append(struct json_object *list, struct json_object *value);

/* Appends the value and a line's end, and frees it. */
void json_write(struct json_object *value, struct buf *out);

#endif
