#include "agenda/data.h"

#include "agenda/agenda.h"
#include "base/memory.h"

static void *made(void *p)
{
    if (!p)
        memory_exhausted();
    return p;
}

/* Lets each copied element point to its original, which knows its place in the input. */
static void link_originals(xmlNodePtr copy, xmlNodePtr original)
{
    const xmlNode *copy_root = copy, *original_root = original;
    while (copy && original) {
        if (copy->type == XML_ELEMENT_NODE)
            copy->_private = original;
        copy = xml_next_node(copy, copy_root);
        original = xml_next_node(original, original_root);
    }
}

xmlNodePtr agenda_data_copy(xmlDocPtr data, xmlNodePtr original)
{
    xmlNodePtr copy = made(xmlDocCopyNode(original, data, 1));
    link_originals(copy, original);
    return copy;
}

static void add_copy(xmlDocPtr data, xmlDocPtr source)
{
    xmlNodePtr original = source ? xmlDocGetRootElement(source) : NULL;
    if (original)
        xmlAddChild(xmlDocGetRootElement(data), agenda_data_copy(data, original));
}

static void add_document(xmlDocPtr data, const struct input_document *document)
{
    if (document)
        add_copy(data, document->xml);
}

xmlDocPtr agenda_data_new(const struct input_project *project, xmlDocPtr kinds)
{
    xmlDocPtr data = made(xmlNewDoc((const xmlChar *)"1.0"));
    xmlNodePtr root = made(xmlNewDocNode(data, NULL, (const xmlChar *)"aineisto", NULL));
    xmlSetNs(root, made(xmlNewNs(root, (const xmlChar *)XML_PYKALA, NULL)));
    xmlDocSetRootElement(data, root);
    add_document(data, project->project);
    add_document(data, project->parties);
    add_document(data, project->agreement);
    if (project->version_count)
        add_document(data, input_newest_version(project)->document);
    add_document(data, project->meetings);
    add_document(data, project->statutes);
    add_copy(data, kinds);
    return data;
}

struct diag_place agenda_place(const xmlNode *element)
{
    const xmlNode *original = element->_private ? element->_private : element;
    struct diag_place place = {0};
    if (original != element)
        place = xml_place(original);
    if (place.file)
        return place;
    const char *file = original->doc ? (const char *)original->doc->URL : NULL;
    return (struct diag_place){.file = file, .line = (int)xmlGetLineNo(original)};
}
