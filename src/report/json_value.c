#include "report/json_value.h"

#include "base/clean.h"
#include "base/memory.h"

#include <json-c/printbuf.h>

#include <stdbool.h>
#include <string.h>

static struct json_object *made(struct json_object *value)
{
    if (!value)
        memory_exhausted();
    return value;
}

struct json_object *json_new(void)
{
    return made(json_object_new_object());
}

struct json_object *json_new_list(void)
{
    return made(json_object_new_array());
}

static void append(struct printbuf *out, const char *text, size_t size)
{
    if (printbuf_memappend(out, text, (int)size) < 0)
        memory_exhausted();
}

static void begin_line(struct printbuf *out, int level)
{
    append(out, "\n", 1);
    for (int i = 0; i < level; i++)
        append(out, "  ", 2);
}

/* Appends json-c's text of a value, indented as deep as the value stands. */
static void append_indented(struct printbuf *out, const char *json, int level)
{
    while (*json) {
        size_t size = strcspn(json, "\n");
        append(out, json, size);
        json += size;
        if (*json == '\n') {
            begin_line(out, level);
            json++;
        }
    }
}

/* Writes a list as json-c does. */
static int write_each(struct json_object *list, struct printbuf *out, int level, int flags)
{
    const struct json_each *each = json_object_get_userdata(list);
    bool is_first = true;
    append(out, "[", 1);
    for (size_t i = 0; i < each->count; i++) {
        struct json_object *element = each->make(each->context, i);
        if (!element)
            continue;
        append(out, ",", is_first ? 0 : 1);
        begin_line(out, level + 1);
        const char *json = json_object_to_json_string_ext(element, flags);
        if (json)
            append_indented(out, json, level + 1);
        else
            memory_exhausted();
        json_object_put(element);
        is_first = false;
    }
    if (!is_first)
        begin_line(out, level);
    append(out, "]", 1);
    return 0;
}

struct json_object *json_new_each(const struct json_each *each)
{
    struct json_object *list = json_new_list();
    struct json_each *kept = memory_new(1, sizeof *kept);
    *kept = *each;
    json_object_set_serializer(list, write_each, kept, json_object_free_userdata);
    return list;
}

struct json_object *json_text(const char *string)
{
    if (!string)
        return NULL; /* json-c's null */
    struct buf clean = {0};
    buf_string(&clean, "");
    clean_utf8(string, &clean);
    struct json_object *value = made(json_object_new_string_len(clean.data, (int)clean.size));
    buf_free(&clean);
    return value;
}

struct json_object *json_number(int number)
{
    return made(json_object_new_int(number));
}

struct json_object *json_count(int number)
{
    return number > 0 ? json_number(number) : NULL;
}

void json_add(struct json_object *object, const char *key, struct json_object *value)
{
    if (json_object_object_add(object, key, value) != 0)
        memory_exhausted();
}

void json_append(struct json_object *list, struct json_object *value)
{
    if (json_object_array_add(list, value) != 0)
        memory_exhausted();
}

void json_write(struct json_object *value, struct buf *out)
{
    const char *text = json_object_to_json_string_ext(value, JSON_C_TO_STRING_PRETTY |
                                                                 JSON_C_TO_STRING_NOSLASHESCAPE);
    if (text)
        clean_json(text, out);
    else
        memory_exhausted();
    buf_char(out, '\n');
    json_object_put(value);
}
