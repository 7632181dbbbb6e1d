#include "rules/rules_private.h"

xmlNodePtr rules_root(const struct input_document *document)
{
    return document ? xmlDocGetRootElement(document->xml) : NULL;
}

xmlNodePtr rules_next_element(xmlNodePtr element, const xmlNode *top)
{
    do
        element = xml_next_node(element, top);
    while (element && element->type != XML_ELEMENT_NODE);
    return element;
}

/* Returns the next element, with findings or without. */
static xmlNodePtr step(const struct rules_run *run, struct rules_walk *walk)
{
    walk->element = walk->element ? rules_next_element(walk->element, walk->root) : NULL;
    while (!walk->element && walk->documents < input_project_count(run->project)) {
        walk->root = rules_root(input_project_document(run->project, walk->documents++));
        walk->element = walk->root;
    }
    return walk->element;
}

bool rules_can_read(const struct rules_run *run, const xmlNode *element)
{
    return run->reads ? xml_is_in_place(element) && xml_knows_all(element, run->reads)
                      : xml_is_sound(element);
}

xmlNodePtr rules_next(const struct rules_run *run, struct rules_walk *walk)
{
    xmlNodePtr element = step(run, walk);
    while (element && !rules_can_read(run, element))
        element = step(run, walk);
    return element;
}

static xmlNodePtr first_read(const struct rules_run *run, xmlNodePtr element, const char *name)
{
    while (element && !rules_can_read(run, element))
        element = xml_next(element, name);
    return element;
}

xmlNodePtr rules_child(const struct rules_run *run, const xmlNode *parent, const char *name)
{
    return first_read(run, xml_child(parent, name), name);
}

xmlNodePtr rules_sibling(const struct rules_run *run, const xmlNode *element, const char *name)
{
    return first_read(run, xml_next(element, name), name);
}

bool rules_knows_party(const struct rules_run *run, const char *id)
{
    return xmlHashLookup(run->parties, (const xmlChar *)id) != NULL;
}

void rules_texts_in(struct rules_run *run, xmlNodePtr root,
                    void (*visit)(struct rules_run *run, const xmlNode *text))
{
    for (xmlNodePtr element = root; element; element = rules_next_element(element, root))
        for (const xmlNode *node = element->children; node; node = node->next)
            if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
                node->content && !xmlIsBlankNode(node))
                visit(run, node);
}

void rules_each_text(struct rules_run *run,
                     void (*visit)(struct rules_run *run, const xmlNode *text))
{
    for (size_t i = 0; i < input_project_count(run->project); i++)
        rules_texts_in(run, rules_root(input_project_document(run->project, i)), visit);
}
