#include "rules/rules_private.h"

#include "base/message.h"

#include <string.h>

/* Elements of running text with marked parts: XSD cannot require mixed content to be more than
 * blank. */
static const char *const texts[] = {
    "kappale",       "kohta",        "selite",        "kuvateksti",     "periaate",
    "paamaara",      "paatos",       "paatoskohta",   "vastuutaho",     "jasenet",
    "koollekutsuja", "osallistujat", "kokoontuminen", "keskustelu",     "ehdotus",
    "jaaEsitys",     "eiEsitys",     "perustelu",     "taytantoonpano",
};

static bool is_running_text(const xmlNode *element)
{
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (strcmp((const char *)element->name, texts[i]) == 0)
            return true;
    return false;
}

static bool is_empty(const xmlNode *element)
{
    for (const xmlNode *node = element->children; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE ||
            (node->type != XML_COMMENT_NODE && node->type != XML_PI_NODE && !xmlIsBlankNode(node)))
            return false;
    return true;
}

void rules_text_missing(struct rules_run *run)
{
    struct rules_walk walk = {0};
    for (xmlNodePtr element; (element = rules_next(run, &walk));)
        if (is_running_text(element) && is_empty(element) && xml_is_sound_inside(element))
            rules_report(run, xml_place(element), _("write the text, or delete the element"),
                         _("<%s> has no text"), (const char *)element->name);
}
