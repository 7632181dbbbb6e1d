#include "report/json_value.h"

#include "base/clean.h"
#include "base/memory.h"

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
