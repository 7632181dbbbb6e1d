/* Writes a summary as JSON: an element is an object, its children are arrays by name. */
#include "followup/followup.h"

#include "base/clean.h"
#include "base/memory.h"
#include "followup/table.h"

#include <json-c/json.h>
#include <string.h>

static struct json_object *checked(struct json_object *object)
{
    if (!object)
        memory_exhausted();
    return object;
}

static void put(struct json_object *object, const char *key, struct json_object *value)
{
    if (json_object_object_add(object, key, value) != 0)
        memory_exhausted();
}

static struct json_object *new_string(const char *text)
{
    struct buf clean = {0};
    buf_string(&clean, "");
    clean_utf8(text, &clean);
    struct json_object *value = checked(json_object_new_string_len(clean.data, (int)clean.size));
    buf_free(&clean);
    return value;
}

/* Returns a number with its own text: exact, and the same in every locale. */
static struct json_object *new_number(const char *text)
{
    return checked(json_object_new_double_s(0, text));
}

/* Returns whether an attribute is a number. What is an id, a word or somebody's text stays a
 * string. */
static bool is_number(const struct table *table, const char *name)
{
    const struct table_column *column = table ? table_column(table, name) : NULL;
    return column && table_is_number(column);
}

static void put_attributes(const xmlNode *element, struct json_object *object)
{
    const struct table *table = table_find((const char *)element->name);
    for (const xmlAttr *one = element->properties; one; one = one->next) {
        const char *name = (const char *)one->name;
        const char *value = xml_attribute(element, name);
        put(object, name, is_number(table, name) ? new_number(value) : new_string(value));
    }
}

static struct json_object *element_value(const xmlNode *element);

static void put_child(const xmlNode *child, struct json_object *object)
{
    const char *name = (const char *)child->name;
    struct json_object *array = NULL;
    if (!json_object_object_get_ex(object, name, &array)) {
        array = checked(json_object_new_array());
        put(object, name, array);
    }
    if (json_object_array_add(array, element_value(child)) != 0)
        memory_exhausted();
}

static struct json_object *text_value(const xmlNode *element)
{
    xmlChar *text = xmlNodeGetContent(element);
    struct json_object *value = new_string(text ? (const char *)text : "");
    xmlFree(text);
    return value;
}

static bool is_leaf(const xmlNode *element)
{
    return element->children && element->children->type == XML_TEXT_NODE;
}

/* Returns an element's value. Text without attributes is a string, with them the member teksti. */
static struct json_object *element_value(const xmlNode *element)
{
    if (is_leaf(element) && !element->properties)
        return text_value(element);
    struct json_object *object = checked(json_object_new_object());
    put_attributes(element, object);
    if (is_leaf(element))
        put(object, "teksti", text_value(element));
    else
        for (const xmlNode *child = element->children; child; child = child->next)
            put_child(child, object);
    return object;
}

void followup_json(const xmlNode *summary, struct buf *out)
{
    struct json_object *object = element_value(summary);
    const char *text = json_object_to_json_string_ext(object, JSON_C_TO_STRING_PRETTY |
                                                                  JSON_C_TO_STRING_NOSLASHESCAPE);
    if (!text)
        memory_exhausted();
    clean_json(text, out);
    buf_char(out, '\n');
    json_object_put(object);
}
