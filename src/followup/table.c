/* The tables of a summary. A new attribute of an element is one line in its table, from which CSV,
 * JSON and workbooks know it. */
#include "followup/table.h"

#include "base/clean.h"
#include "input/input.h"

#include <string.h>

static const struct table_column of_summary[] = {
    {"vuosi", TABLE_LABEL, TABLE_OWN},     {"maaraaika", TABLE_DATE, TABLE_OWN},
    {"suunnitelma", TABLE_ID, TABLE_OWN},  {"versio", TABLE_ID, TABLE_OWN},
    {"osapuolia", TABLE_COUNT, TABLE_OWN}, {"vastanneita", TABLE_COUNT, TABLE_OWN},
    {"esimerkki", TABLE_ID, TABLE_OWN},
};

static const struct table_column of_submission[] = {
    {"vuosi", TABLE_LABEL, TABLE_OUTER}, {"osapuoli", TABLE_ID, TABLE_OWN},
    {"tila", TABLE_ID, TABLE_OWN},       {"paivays", TABLE_DATE, TABLE_OWN},
    {"myohassa", TABLE_ID, TABLE_OWN},   {"vastaaja", TABLE_TEXT, TABLE_OWN},
    {"tiedosto", TABLE_TEXT, TABLE_OWN}, {"esimerkki", TABLE_ID, TABLE_OUTER},
};

static const struct table_column of_measure[] = {
    {"vuosi", TABLE_LABEL, TABLE_OUTER},     {"toimenpide", TABLE_ID, TABLE_OWN},
    {"tila", TABLE_ID, TABLE_OWN},           {"eiAloitettu", TABLE_COUNT, TABLE_OWN},
    {"kaynnissa", TABLE_COUNT, TABLE_OWN},   {"toteutunut", TABLE_COUNT, TABLE_OWN},
    {"keskeytynyt", TABLE_COUNT, TABLE_OWN}, {"eiRaportoitu", TABLE_COUNT, TABLE_OWN},
    {"eiKysytty", TABLE_COUNT, TABLE_OWN},   {"esimerkki", TABLE_ID, TABLE_OUTER},
};

static const struct table_column of_status[] = {
    {"vuosi", TABLE_LABEL, TABLE_OUTER},
    {"toimenpide", TABLE_ID, TABLE_OUTER},
    {"osapuoli", TABLE_ID, TABLE_OWN},
    {"tila", TABLE_ID, TABLE_OWN},
    {"edellinen", TABLE_ID, TABLE_OWN},
    {"suunta", TABLE_ID, TABLE_OWN},
    {"vastuuhenkilo", TABLE_TEXT, TABLE_OWN},
    {"huomautus", TABLE_TEXT, TABLE_OWN},
    {"huomautusJulkinen", TABLE_ID, TABLE_OF_REMARK},
    {"tiedosto", TABLE_TEXT, TABLE_OWN},
    {"rivi", TABLE_LABEL, TABLE_OWN},
    {"solu", TABLE_ID, TABLE_OWN},
    {"esimerkki", TABLE_ID, TABLE_OUTER},
};

static const struct table_column of_indicator[] = {
    {"vuosi", TABLE_LABEL, TABLE_OUTER},
    {"toimenpide", TABLE_ID, TABLE_OUTER},
    {"mittari", TABLE_ID, TABLE_OWN},
    {"laji", TABLE_ID, TABLE_OWN},
    {"taso", TABLE_ID, TABLE_OWN},
    {"yksikko", TABLE_TEXT, TABLE_OWN},
    {"alaraja", TABLE_VALUE, TABLE_OWN},
    {"ylaraja", TABLE_VALUE, TABLE_OWN},
    {"maaraaika", TABLE_DATE, TABLE_OWN},
    {"odotettu", TABLE_COUNT, TABLE_OWN},
    {"vastanneita", TABLE_COUNT, TABLE_OWN},
    {"eiKoske", TABLE_COUNT, TABLE_OWN},
    {"eiRaportoitu", TABLE_COUNT, TABLE_OWN},
    {"kylla", TABLE_COUNT, TABLE_OWN},
    {"ei", TABLE_COUNT, TABLE_OWN},
    {"kesken", TABLE_COUNT, TABLE_OWN},
    {"kyllaosuus", TABLE_SHARE, TABLE_OWN},
    {"arvoja", TABLE_COUNT, TABLE_OWN},
    {"pienin", TABLE_VALUE, TABLE_OWN},
    {"mediaani", TABLE_VALUE, TABLE_OWN},
    {"suurin", TABLE_VALUE, TABLE_OWN},
    {"summa", TABLE_VALUE, TABLE_OWN},
    {"tavoitteessa", TABLE_COUNT, TABLE_OWN},
    {"tavoiteosuus", TABLE_SHARE, TABLE_OWN},
    {"muutos", TABLE_VALUE, TABLE_OWN},
    {"verrattavia", TABLE_COUNT, TABLE_OWN},
    {"esimerkki", TABLE_ID, TABLE_OUTER},
};

static const struct table_column of_answer[] = {
    {"vuosi", TABLE_LABEL, TABLE_OUTER},
    {"toimenpide", TABLE_ID, TABLE_OUTER},
    {"mittari", TABLE_ID, TABLE_OUTER},
    {"laji", TABLE_ID, TABLE_OUTER},
    {"taso", TABLE_ID, TABLE_OUTER},
    {"yksikko", TABLE_TEXT, TABLE_OUTER},
    {"osapuoli", TABLE_ID, TABLE_OWN},
    {"vastaus", TABLE_ID, TABLE_OWN},
    {"arvo", TABLE_VALUE, TABLE_OWN},
    {"teksti", TABLE_TEXT, TABLE_OWN},
    {"tavoite", TABLE_ID, TABLE_OWN},
    {"muutos", TABLE_VALUE, TABLE_OWN},
    {"edellinen", TABLE_ID, TABLE_OWN},
    {"edellinenArvo", TABLE_VALUE, TABLE_OWN},
    {"suunta", TABLE_ID, TABLE_OWN},
    {"huomautus", TABLE_TEXT, TABLE_OWN},
    {"huomautusJulkinen", TABLE_ID, TABLE_OWN},
    {"paivays", TABLE_DATE, TABLE_OWN},
    {"asti", TABLE_DATE, TABLE_OWN},
    {"maaraaikaOhi", TABLE_ID, TABLE_OWN},
    {"myohassaPaivia", TABLE_COUNT, TABLE_OWN},
    {"lahde", TABLE_TEXT, TABLE_OWN},
    {"tilastovuosi", TABLE_LABEL, TABLE_OWN},
    {"tiedosto", TABLE_TEXT, TABLE_OWN},
    {"rivi", TABLE_LABEL, TABLE_OWN},
    {"solu", TABLE_ID, TABLE_OWN},
    {"esimerkki", TABLE_ID, TABLE_OUTER},
};

static const struct table_column of_group[] = {
    {"vuosi", TABLE_LABEL, TABLE_OUTER},      {"toimenpide", TABLE_ID, TABLE_OUTER},
    {"mittari", TABLE_ID, TABLE_OUTER},       {"laji", TABLE_ID, TABLE_OUTER},
    {"yksikko", TABLE_TEXT, TABLE_OUTER},     {"ryhma", TABLE_ID, TABLE_OWN},
    {"arvoja", TABLE_COUNT, TABLE_OWN},       {"pienin", TABLE_VALUE, TABLE_OWN},
    {"mediaani", TABLE_VALUE, TABLE_OWN},     {"suurin", TABLE_VALUE, TABLE_OWN},
    {"summa", TABLE_VALUE, TABLE_OWN},        {"tavoitteessa", TABLE_COUNT, TABLE_OWN},
    {"tavoiteosuus", TABLE_SHARE, TABLE_OWN}, {"muutos", TABLE_VALUE, TABLE_OWN},
    {"verrattavia", TABLE_COUNT, TABLE_OWN},  {"esimerkki", TABLE_ID, TABLE_OUTER},
};

static const struct table_column of_trend[] = {
    {"toimenpide", TABLE_ID, TABLE_OUTER},   {"mittari", TABLE_ID, TABLE_OUTER},
    {"laji", TABLE_ID, TABLE_OUTER},         {"yksikko", TABLE_TEXT, TABLE_OUTER},
    {"vuosi", TABLE_LABEL, TABLE_OWN},       {"arvo", TABLE_VALUE, TABLE_OWN},
    {"vastanneita", TABLE_COUNT, TABLE_OWN}, {"odotettu", TABLE_COUNT, TABLE_OWN},
    {"esimerkki", TABLE_ID, TABLE_OUTER},
};

static const struct table_column of_proposal[] = {
    {"vuosi", TABLE_LABEL, TABLE_OUTER},       {"toimenpide", TABLE_ID, TABLE_OWN},
    {"osapuoli", TABLE_ID, TABLE_OWN},         {"kohde", TABLE_ID, TABLE_OWN},
    {"nykyinenTeksti", TABLE_TEXT, TABLE_OWN}, {"ehdotettuTeksti", TABLE_TEXT, TABLE_OWN},
    {"perustelut", TABLE_TEXT, TABLE_OWN},     {"tiedosto", TABLE_TEXT, TABLE_OWN},
    {"rivi", TABLE_LABEL, TABLE_OWN},          {"solu", TABLE_ID, TABLE_OWN},
    {"esimerkki", TABLE_ID, TABLE_OUTER},
};

static const struct table_column of_remark[] = {
    {"vuosi", TABLE_LABEL, TABLE_OUTER}, {"osapuoli", TABLE_ID, TABLE_OWN},
    {"teksti", TABLE_TEXT, TABLE_OWN},   {"julkinen", TABLE_ID, TABLE_OWN},
    {"tiedosto", TABLE_TEXT, TABLE_OWN}, {"rivi", TABLE_LABEL, TABLE_OWN},
    {"solu", TABLE_ID, TABLE_OWN},       {"esimerkki", TABLE_ID, TABLE_OUTER},
};

static const struct table_column of_review[] = {
    {"vuosi", TABLE_LABEL, TABLE_OWN},
    {"paalause", TABLE_TEXT, TABLE_OWN},
    {"paatettava", TABLE_TEXT, TABLE_OWN},
    {"esimerkki", TABLE_ID, TABLE_OUTER},
};

static const struct table_column of_measure_review[] = {
    {"vuosi", TABLE_LABEL, TABLE_OUTER},
    {"toimenpide", TABLE_ID, TABLE_OWN},
    {"arvio", TABLE_TEXT, TABLE_OWN},
    {"esimerkki", TABLE_ID, TABLE_OUTER},
};

static const struct table_column of_step[] = {
    {"vuosi", TABLE_LABEL, TABLE_OUTER},  {"toimenpide", TABLE_ID, TABLE_OUTER},
    {"teksti", TABLE_TEXT, TABLE_OWN},    {"maaraaika", TABLE_DATE, TABLE_OWN},
    {"esimerkki", TABLE_ID, TABLE_OUTER},
};

#define COLUMNS(columns) columns, sizeof(columns) / sizeof *(columns)
static const struct table tables[] = {
    {"seurantakooste", "", COLUMNS(of_summary)},
    {"osapuolitilanne", "seurantakooste", COLUMNS(of_submission)},
    {"toimenpidekooste", "seurantakooste", COLUMNS(of_measure)},
    {"osapuolentila", "toimenpidekooste", COLUMNS(of_status)},
    {"mittarikooste", "toimenpidekooste", COLUMNS(of_indicator)},
    {"ryhmakooste", "mittarikooste", COLUMNS(of_group)},
    {"osapuolenvastaus", "mittarikooste", COLUMNS(of_answer)},
    {"trendi", "mittarikooste", COLUMNS(of_trend)},
    {"muutosehdotus", "seurantakooste", COLUMNS(of_proposal)},
    {"huomautus", "seurantakooste", COLUMNS(of_remark)},
    {"vuosikatsaus", "seurantakooste", COLUMNS(of_review)},
    {"toimenpidekatsaus", "vuosikatsaus", COLUMNS(of_measure_review)},
    {"seuraavaAskel", "toimenpidekatsaus", COLUMNS(of_step)},
};
#undef COLUMNS

size_t table_count(void)
{
    return sizeof tables / sizeof *tables;
}

const struct table *table_at(size_t index)
{
    return &tables[index];
}

const struct table *table_find(const char *name)
{
    for (size_t i = 0; i < table_count(); i++)
        if (strcmp(tables[i].name, name) == 0)
            return &tables[i];
    return NULL;
}

bool table_is_number(const struct table_column *column)
{
    return column->kind == TABLE_COUNT || column->kind == TABLE_LABEL ||
           column->kind == TABLE_SHARE || column->kind == TABLE_VALUE;
}

const struct table_column *table_column(const struct table *table, const char *name)
{
    for (size_t i = 0; i < table->count; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return &table->columns[i];
    return NULL;
}

/* Returns whether a node is a row: an element of the table's name in one of its parent's. A remark
 * about a measure has the name of one about the whole. */
static bool is_row(const struct table *table, const xmlNode *node)
{
    const xmlNode *outer = node->parent;
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, table->name) == 0 &&
           (!outer || outer->type != XML_ELEMENT_NODE ||
            strcmp((const char *)outer->name, table->parent) == 0);
}

const xmlNode *table_next(const struct table *table, const xmlNode *summary, const xmlNode *row)
{
    const xmlNode *node = row ? xml_next_node(row, summary) : summary;
    while (node && !is_row(table, node))
        node = xml_next_node(node, summary);
    return node;
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

/* Returns the value of the column's attribute, or NULL. */
static const char *find_attribute(const xmlNode *row, const struct table_column *column)
{
    if (column->source == TABLE_OF_REMARK) {
        const xmlNode *remark = xml_child(row, "huomautus");
        return remark ? xml_attribute(remark, "julkinen") : NULL;
    }
    const char *value = xml_attribute(row, column->name);
    const xmlNode *outer = row->parent;
    while (!value && column->source == TABLE_OUTER && outer && outer->type == XML_ELEMENT_NODE) {
        value = xml_attribute(outer, column->name);
        outer = outer->parent;
    }
    return value;
}

/* Appends the row's own text, or that of its children of the column's name. */
static void append_words(const xmlNode *row, const struct table_column *column, struct buf *value)
{
    if (strcmp(column->name, "teksti") == 0 && is_leaf(row))
        append_text(row, value);
    for (xmlNodePtr child = xml_child(row, column->name); child;
         child = xml_next(child, column->name))
        append_text(child, value);
}

void table_cell(const xmlNode *row, const struct table_column *column, struct buf *out)
{
    struct buf value = {0};
    const char *attribute = find_attribute(row, column);
    buf_string(&value, attribute ? attribute : "");
    if (!attribute)
        append_words(row, column, &value);
    clean_value(value.data, out);
    buf_free(&value);
}
