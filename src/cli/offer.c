#include "cli/offer.h"

#include "base/message.h"
#include "input/input.h"

#include <string.h>

/* Returns whether a list of words, NULL for every word, has a word. */
static bool list_has(const char *list, const char *word)
{
    return !list || input_list_has(list, word);
}

/* Returns the next entry for a template after the last one (NULL at first). */
static const xmlNode *next_entry(const struct offer *offer, const xmlNode *last, const char *name)
{
    const xmlNode *entry =
        last ? xml_next(last, "paperipohja") : xml_child(offer->root, "paperipohja");
    while (entry && !xml_has(entry, "pohja", name))
        entry = xml_next(entry, "paperipohja");
    return entry;
}

bool offer_has_template(const struct offer *offer, const char *name)
{
    return next_entry(offer, NULL, name) != NULL;
}

/* Returns the names of the templates: "selostus, sopimus, suunnitelma". */
static const char *list_templates(const struct offer *offer)
{
    const char *list = "";
    const xmlNode *entry = xml_child(offer->root, "paperipohja");
    for (const char *last = ""; entry; entry = xml_next(entry, "paperipohja")) {
        const char *name = xml_attribute(entry, "pohja");
        if (strcmp(name, last) != 0)
            list = arena_printf(offer->arena, "%s%s%s", list, *list ? ", " : "", name);
        last = name;
    }
    return list;
}

static bool tell_part(const struct offer *offer, const xmlNode *paper, const char *name)
{
    return diag_add(offer->diags, RULE_PAPER_TEMPLATE, xml_attribute_place(paper, "pohja"),
                    arena_printf(offer->arena, _("name one of these: %s"), list_templates(offer)),
                    _("the template %s is a part of others and makes no paper"), name);
}

static bool tell_subject(const struct offer *offer, const xmlNode *paper, const char *name,
                         const char *subject)
{
    const char *subjects = xml_attribute(next_entry(offer, NULL, name), "aiheet");
    return diag_add(
        offer->diags, RULE_PAPER_KIND, xml_attribute_place(paper, "aihe"),
        arena_printf(offer->arena, _("write aihe=\"%s\", or name another template"), subjects),
        _("the template %s makes no paper about aihe=\"%s\""), name, subject);
}

/* Returns the first of the words. */
static const char *first_word(const struct offer *offer, const char *list)
{
    return arena_strndup(offer->arena, list, strcspn(list, " "));
}

static bool has_body(const struct offer *offer, const xmlNode *paper, const xmlNode *entry)
{
    const char *bodies = xml_attribute(entry, "toimielimet");
    if (!bodies || xml_attribute(paper, "toimielin"))
        return true;
    return diag_add(
        offer->diags, RULE_PAPER_KIND, xml_place(paper),
        arena_printf(offer->arena, _("add toimielin=\"%s\""), first_word(offer, bodies)),
        _("a paper of the template %s needs the body that it is for (toimielin)"),
        xml_attribute(paper, "pohja"));
}

static bool has_scope(const struct offer *offer, const xmlNode *paper, const xmlNode *entry)
{
    if (!xml_has(entry, "laajuus", "osapuoli") || !xml_has(paper, "laajuus", "hanke"))
        return true;
    if (xml_attribute(paper, "toimielin"))
        return true; /* the rule paper-body reports it */
    return diag_add(offer->diags, RULE_PAPER_KIND, xml_attribute_place(paper, "laajuus"),
                    _("write laajuus=\"osapuoli\""),
                    _("the template %s makes a paper for each party, not one for all"),
                    xml_attribute(paper, "pohja"));
}

bool offer_has_paper(const struct offer *offer, const xmlNode *paper)
{
    const char *name = xml_attribute(paper, "pohja"), *subject = xml_attribute(paper, "aihe");
    const xmlNode *entry = next_entry(offer, NULL, name);
    if (!entry)
        return tell_part(offer, paper, name);
    while (entry && !list_has(xml_attribute(entry, "aiheet"), subject))
        entry = next_entry(offer, entry, name);
    if (!entry)
        return tell_subject(offer, paper, name, subject);
    bool has_its_scope = has_scope(offer, paper, entry);
    return has_its_scope && has_body(offer, paper, entry);
}

bool offer_has_language(const struct offer *offer, const xmlNode *element, const char *language)
{
    const char *languages = xml_attribute(offer->root, "kielet");
    if (list_has(languages, language))
        return true;
    return diag_add(
        offer->diags, RULE_PAPER_LANGUAGE, xml_attribute_place(element, "kieli"),
        arena_printf(offer->arena, _("write kieli=\"%s\""), first_word(offer, languages)),
        _("papers have no texts in the language kieli=\"%s\""), language);
}
