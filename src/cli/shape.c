#include "cli/shape.h"

#include "base/blank.h"
#include "base/buf.h"
#include "base/memory.h"

#include <libxml/hash.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct shape_finder {
    const struct agenda *agenda;
    xmlHashTablePtr parties; /* of each party: the shape of what the data has of it, a struct buf */
    xmlHashTablePtr firsts;  /* of each shape and each paperi: the first paper, from 1 on */
};

/* Attributes that name or count: papers differ by them only in words. */
static bool is_word(const char *name)
{
    static const char *const words[] = {"tunnus",  "osapuoli", "numero",
                                        "paivays", "pykala",   "diaarinumero"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i], name) == 0)
            return true;
    return false;
}

static void write_attributes(const xmlNode *element, struct buf *out)
{
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
        const char *name = (const char *)attribute->name;
        buf_printf(out, " %s", name);
        if (!is_word(name))
            buf_printf(out, "=%s", xml_attribute(element, name));
    }
}

static void cut(struct buf *text, size_t size)
{
    text->size = size;
    text->data[size] = '\0';
}

/* Appends an element's name, attributes and elements; of text that there is some. Several alike in
 * a row are one: that there are more changes nothing but words. */
static void write_shape(const xmlNode *element, struct buf *out)
{
    size_t last = out->size, last_size = 0;
    buf_printf(out, "<%s", (const char *)element->name);
    write_attributes(element, out);
    for (const xmlNode *child = element->children; child; child = child->next) {
        size_t from = out->size;
        if (child->type == XML_ELEMENT_NODE)
            write_shape(child, out);
        else if (!xmlIsBlankNode(child))
            buf_char(out, '.');
        size_t size = out->size - from;
        if (size && size == last_size && memcmp(out->data + from, out->data + last, size) == 0)
            cut(out, from);
        else if (size) {
            last = from;
            last_size = size;
        }
    }
    buf_char(out, '>');
}

static struct buf *party_shape(const struct shape_finder *finder, const char *id)
{
    struct buf *shape = xmlHashLookup(finder->parties, (const xmlChar *)id);
    if (shape)
        return shape;
    shape = memory_new(1, sizeof *shape);
    if (xmlHashAddEntry(finder->parties, (const xmlChar *)id, shape) != 0)
        memory_exhausted();
    return shape;
}

/* Adds elements to the shapes of the parties that their attribute names. */
static void add_elements(const struct shape_finder *finder, const char *root, const char *name,
                         const char *attribute)
{
    const xmlNode *top = xml_child(xmlDocGetRootElement(finder->agenda->data), root);
    const xmlNode *element = top ? xml_child(top, name) : NULL;
    for (; element; element = xml_next(element, name)) {
        const char *id = xml_attribute(element, attribute);
        if (id)
            write_shape(element, party_shape(finder, id));
    }
}

/* Adds the number of an element to the shapes of the parties that its list names by their ids. */
static void add_named(const struct shape_finder *finder, const char *list, size_t number)
{
    size_t size = 0;
    for (list = blank_word(list, &size); list; list = blank_word(list + size, &size)) {
        struct buf id = {0};
        buf_append(&id, list, size);
        struct buf *shape = xmlHashLookup(finder->parties, (const xmlChar *)id.data);
        if (shape)
            buf_printf(shape, " %zu", number);
        buf_free(&id);
    }
}

/* Adds to the parties' shapes which lists of parties (osapuolet) below an element name them. number
 * counts the lists. */
static void add_lists_below(const struct shape_finder *finder, xmlNodePtr top, size_t *number)
{
    for (xmlNodePtr node = top; node; node = xml_next_node(node, top)) {
        const char *list = node->type == XML_ELEMENT_NODE ? xml_attribute(node, "osapuolet") : NULL;
        if (list)
            add_named(finder, list, (*number)++);
    }
}

/* Adds those of the data, and of the plan's versions that aren't in it. */
static void add_lists(const struct shape_finder *finder)
{
    size_t number = 0;
    xmlNodePtr plan;
    add_lists_below(finder, xmlDocGetRootElement(finder->agenda->data), &number);
    for (size_t i = 0; (plan = agenda_plan_at(finder->agenda, i)); i++)
        if (!plan->parent)
            add_lists_below(finder, plan, &number);
}

struct shape_finder *shape_finder_new(const struct agenda *agenda)
{
    struct shape_finder *finder = memory_new(1, sizeof *finder);
    *finder = (struct shape_finder){
        .agenda = agenda, .parties = xmlHashCreate(0), .firsts = xmlHashCreate(0)};
    if (!finder->parties || !finder->firsts)
        memory_exhausted();
    add_elements(finder, "osapuolet", "osapuoli", "tunnus");
    add_elements(finder, "kokoukset", "kokous", "osapuoli");
    add_lists(finder);
    return finder;
}

static void free_shape(void *shape, const xmlChar *id)
{
    (void)id;
    buf_free(shape);
    free(shape);
}

void shape_finder_free(struct shape_finder *finder)
{
    xmlHashFree(finder->parties, free_shape);
    xmlHashFree(finder->firsts, NULL);
    free(finder);
}

/* Returns the first paper that came with the key, which may be this one. */
static size_t first_with(const struct shape_finder *finder, const char *key, size_t paper)
{
    void *first = xmlHashLookup(finder->firsts, (const xmlChar *)key);
    if (first)
        return (size_t)(uintptr_t)first - 1;
    if (xmlHashAddEntry(finder->firsts, (const xmlChar *)key, (void *)(uintptr_t)(paper + 1)) != 0)
        memory_exhausted();
    return paper;
}

struct shape shape_find(struct shape_finder *finder, size_t index)
{
    const struct agenda_paper *paper = &finder->agenda->papers[index];
    struct buf key = {0};
    buf_printf(&key, "%s", paper->id);
    size_t first = first_with(finder, key.data, index);
    buf_printf(&key, " %s ", paper->lang);
    if (paper->party) {
        const struct buf *shape = party_shape(finder, paper->party);
        buf_append(&key, shape->data, shape->size);
    }
    const struct shape found = {.like = first_with(finder, key.data, index),
                                .is_first = first == index};
    buf_free(&key);
    return found;
}
