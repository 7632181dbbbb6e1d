#include "report/json_value.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "report/clean.h"

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
    clean_append(string, false, &clean);
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

/* RFC 8259, 7. */
static void append_escape(uint32_t codepoint, struct buf *out)
{
    if (codepoint < 0x10000) {
        buf_printf(out, "\\u%04x", (unsigned)codepoint);
        return;
    }
    unsigned offset = (unsigned)codepoint - 0x10000;
    buf_printf(out, "\\u%04x\\u%04x", 0xD800 + (offset >> 10), 0xDC00 + (offset & 0x3FF));
}

/* What could steer a terminal, or would not be seen, stands in strings only: json-c has escaped all
 * of it that is of ASCII, but for DEL. */
static void append_shown(const char *text, struct buf *out)
{
    const char *plain = text;
    while (*text) {
        uint32_t codepoint;
        size_t size = utf8_read(text, &codepoint);
        if (size && codepoint >= 0x7F && clean_is_hidden(codepoint)) {
            buf_append(out, plain, (size_t)(text - plain));
            append_escape(codepoint, out);
            plain = text + size;
        }
        text += size ? size : 1;
    }
    buf_append(out, plain, (size_t)(text - plain));
}

void json_write(struct json_object *value, struct buf *out)
{
    const char *text = json_object_to_json_string_ext(value, JSON_C_TO_STRING_PRETTY |
                                                                 JSON_C_TO_STRING_NOSLASHESCAPE);
    if (text)
        append_shown(text, out);
    else
        memory_exhausted();
    buf_char(out, '\n');
    json_object_put(value);
}
