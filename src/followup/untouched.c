/* Tells a form that nobody has filled in from answers: its party is missing, not at fault. */
#include "followup/followup_private.h"

#include "base/blank.h"

/* Attributes of a form that are there before anybody fills it in. */
static const char *const given[] = {"osapuoli",   "vuosi",   "suunnitelma", "versio",
                                    "toimenpide", "mittari", "yksikko"};
enum { GIVEN = sizeof given / sizeof *given };

/* Elements that a form has. */
static const char *const blanks[] = {
    "seurantatiedot",  "vastaaja",      "tehtava",       "toimenpideseuranta",
    "vastuuhenkilo",   "tila",          "huomautus",     "vastaus",
    "kyllaEi",         "tehtyEiTehty",  "lukumaara",     "osuus",
    "mittausarvo",     "tekstivastaus", "muutosehdotus", "nykyinenTeksti",
    "ehdotettuTeksti", "perustelut",
};
enum { BLANKS = sizeof blanks / sizeof *blanks };

static bool is_blank(const xmlChar *text)
{
    size_t size;
    return !text || !blank_word((const char *)text, &size);
}

/* Returns whether an element is a form's and none of its attributes has been filled in. */
static bool has_blanks_only(const xmlNode *element)
{
    if (followup_index(blanks, BLANKS, (const char *)element->name) == BLANKS)
        return false;
    for (const xmlAttr *one = element->properties; one; one = one->next) {
        const char *name = (const char *)one->name;
        const char *value = xml_attribute(element, name);
        if (followup_index(given, GIVEN, name) == GIVEN && !is_blank((const xmlChar *)value))
            return false;
    }
    return true;
}

bool followup_is_untouched(const xmlNode *root)
{
    for (const xmlNode *node = root; node; node = xml_next_node(node, root)) {
        bool is_text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
        if (is_text && !is_blank(node->content))
            return false;
        if (node->type == XML_ELEMENT_NODE && !has_blanks_only(node))
            return false;
    }
    return true;
}
