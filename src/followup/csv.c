/* A summary as CSV: a line for each element, a column for each attribute that any of them has. */
#include "followup/followup.h"

#include <string.h>

static const struct column {
    const char *name;
    bool is_inherited; /* an element's own, or that of the nearest around it */
    bool is_text;      /* somebody's words, not a number or an id */
} columns[] = {
    {"vuosi", true, false},
    {"toimenpide", true, false},
    {"mittari", true, false},
    {"laji", true, false},
    {"taso", true, false},
    {"yksikko", true, true},
    {"osapuoli", false, false},
    {"tila", false, false},
    {"osapuolia", false, false},
    {"odotettu", false, false},
    {"vastanneita", false, false},
    {"eiKoske", false, false},
    {"eiRaportoitu", false, false},
    {"eiAloitettu", false, false},
    {"kaynnissa", false, false},
    {"toteutunut", false, false},
    {"keskeytynyt", false, false},
    {"kylla", false, false},
    {"ei", false, false},
    {"kesken", false, false},
    {"kyllaosuus", false, false},
    {"alaraja", false, false},
    {"ylaraja", false, false},
    {"arvoja", false, false},
    {"pienin", false, false},
    {"mediaani", false, false},
    {"suurin", false, false},
    {"summa", false, false},
    {"tavoitteessa", false, false},
    {"tavoiteosuus", false, false},
    {"muutos", false, false},
    {"verrattavia", false, false},
    {"vastaus", false, false},
    {"arvo", false, false},
    {"tavoite", false, false},
    {"edellinen", false, false},
    {"edellinenArvo", false, false},
    {"teksti", false, true},
    {"vastuuhenkilo", false, true},
    {"huomautus", false, true},
    {"vastaaja", false, true},
    {"paivays", false, false},
    {"lahde", false, true},
    {"tilastovuosi", false, false},
    {"maaraaika", false, false},
    {"suunnitelma", false, false},
    {"versio", false, false},
    {"esimerkki", false, false},
    {"tiedosto", false, true},
    {"rivi", false, false},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

/* A spreadsheet would run a text that begins like a formula; an apostrophe keeps it a text. */
static bool looks_like_formula(const char *text)
{
    return *text && strchr("=+-@\t\r", *text);
}

static void write_quoted(const char *text, struct buf *out)
{
    buf_char(out, '"');
    for (; *text; text++) {
        if (*text == '"')
            buf_char(out, '"');
        buf_char(out, *text);
    }
    buf_char(out, '"');
}

static void write_value(const struct column *column, const struct buf *value, struct buf *out)
{
    struct buf safe = {0};
    if (column->is_text && looks_like_formula(value->data))
        buf_char(&safe, '\'');
    buf_string(&safe, value->data);
    if (strpbrk(safe.data, "\",\r\n"))
        write_quoted(safe.data, out);
    else
        buf_string(out, safe.data);
    buf_free(&safe);
}

static void append_text(const xmlNode *node, struct buf *value)
{
    xmlChar *text = xmlNodeGetContent(node);
    buf_string(value, value->size ? "; " : "");
    buf_string(value, text ? (const char *)text : "");
    xmlFree(text);
}

static bool is_leaf(const xmlNode *element)
{
    return element->children && element->children->type == XML_TEXT_NODE;
}

/* An attribute's value, or the text of the children of that name, or the element's own text. */
static void find_value(const xmlNode *element, const struct column *column, struct buf *value)
{
    const char *attribute = input_attribute(element, column->name);
    const xmlNode *outer = element->parent;
    while (!attribute && column->is_inherited && outer && outer->type == XML_ELEMENT_NODE) {
        attribute = input_attribute(outer, column->name);
        outer = outer->parent;
    }
    buf_string(value, attribute ? attribute : "");
    if (attribute)
        return;
    if (strcmp(column->name, "teksti") == 0 && is_leaf(element))
        append_text(element, value);
    for (xmlNodePtr child = input_child(element, column->name); child;
         child = input_next(child, column->name))
        if (!child->properties) /* else it has a line of its own */
            append_text(child, value);
}

static void write_line(const xmlNode *element, struct buf *out)
{
    buf_string(out, (const char *)element->name);
    for (size_t i = 0; i < COLUMNS; i++) {
        struct buf value = {0};
        buf_char(out, ',');
        find_value(element, &columns[i], &value);
        write_value(&columns[i], &value, out);
        buf_free(&value);
    }
    buf_string(out, "\r\n");
}

/* Elements without attributes are the words of the one around them. */
static void write_lines(const xmlNode *element, struct buf *out)
{
    if (element->type != XML_ELEMENT_NODE || !element->properties)
        return;
    write_line(element, out);
    for (const xmlNode *child = element->children; child; child = child->next)
        write_lines(child, out);
}

void followup_csv(const xmlNode *summary, struct buf *out)
{
    buf_string(out, "kohta");
    for (size_t i = 0; i < COLUMNS; i++)
        buf_printf(out, ",%s", columns[i].name);
    buf_string(out, "\r\n");
    write_lines(summary, out);
}
