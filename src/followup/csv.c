/* Writes a summary as CSV: a line for each element, a column for each attribute that any of them
 * has. */
#include "followup/followup.h"

#include "base/clean.h"
#include "base/utf8.h"

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

static bool is_separator(uint32_t codepoint)
{
    return codepoint == ',' || codepoint == ';' || codepoint == '|';
}

/* Returns whether a character begins a formula. A Japanese spreadsheet reads the wide forms like
 * the others. */
static bool begins_formula(uint32_t codepoint)
{
    static const uint32_t beginnings[] = {'=', '+', '-', '@', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (beginnings[i] == codepoint)
            return true;
    return false;
}

/* Returns whether a reader may remove a character before it looks at a cell: quotation marks,
 * spaces and characters without width. */
static bool is_taken_away(uint32_t codepoint)
{
    return codepoint == '"' || codepoint == ' ' || codepoint == 0xA0 || codepoint == 0x1680 ||
           (codepoint >= 0x2000 && codepoint <= 0x200A) || codepoint == 0x202F ||
           codepoint == 0x205F || codepoint == 0x3000 || clean_is_ignorable(codepoint);
}

/* How far a reader may have come in a cell. */
enum cell {
    CELL_INSIDE,
    CELL_START, /* of the field, or after a separator */
    CELL_COMMA, /* after a comma and a space: so "-hoito" stands in a list of words */
};

static enum cell cell_behind(enum cell cell, uint32_t before, uint32_t codepoint)
{
    if (is_separator(codepoint))
        return CELL_START;
    if (cell == CELL_INSIDE || !is_taken_away(codepoint))
        return CELL_INSIDE;
    return before == ',' && codepoint == ' ' ? CELL_COMMA : cell;
}

/* Appends somebody's words so that a spreadsheet takes no part of them for a formula, whatever
 * separator it splits lines at: a character that begins a formula gets an apostrophe at the start
 * and after a separator. A comma is quoted in the file: a word after it may begin with a hyphen. */
static void write_words(const char *text, struct buf *out)
{
    enum cell cell = CELL_START;
    uint32_t before = 0, codepoint = 0;
    for (; *text; before = codepoint) {
        text += utf8_read(text, &codepoint);
        bool is_sign = codepoint == '+' || codepoint == '-';
        if (begins_formula(codepoint) && (cell == CELL_START || (cell == CELL_COMMA && !is_sign)))
            buf_char(out, '\'');
        buf_codepoint(out, codepoint);
        cell = cell_behind(cell, before, codepoint);
    }
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
    struct buf clean = {0}, safe = {0};
    buf_string(&clean, "");
    buf_string(&safe, "");
    clean_value(value->data, &clean);
    if (column->is_text)
        write_words(clean.data, &safe);
    else
        buf_string(&safe, clean.data);
    if (strpbrk(safe.data, "\",;|"))
        write_quoted(safe.data, out);
    else
        buf_string(out, safe.data);
    buf_free(&safe);
    buf_free(&clean);
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

/* Appends an attribute's value, or the text of the children of that name, or the element's own
 * text. */
static void find_value(const xmlNode *element, const struct column *column, struct buf *value)
{
    const char *attribute = xml_attribute(element, column->name);
    const xmlNode *outer = element->parent;
    while (!attribute && column->is_inherited && outer && outer->type == XML_ELEMENT_NODE) {
        attribute = xml_attribute(outer, column->name);
        outer = outer->parent;
    }
    buf_string(value, attribute ? attribute : "");
    if (attribute)
        return;
    if (strcmp(column->name, "teksti") == 0 && is_leaf(element))
        append_text(element, value);
    for (xmlNodePtr child = xml_child(element, column->name); child;
         child = xml_next(child, column->name))
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

/* Appends the lines of an element and those in it. Elements without attributes are the words of the
 * one around them. */
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
