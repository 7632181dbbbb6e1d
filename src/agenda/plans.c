#include "agenda/plans.h"

#include "agenda/data.h"
#include "base/memory.h"

#include <libxml/xpath.h>

#include <stdlib.h>

struct agenda_plans {
    xmlNodePtr *roots;
    size_t count, shown; /* the version in the tree */
};

struct agenda_plans *agenda_plans_new(xmlDocPtr data, const struct input_project *project)
{
    struct agenda_plans *plans = memory_new(1, sizeof *plans);
    plans->count = project->version_count;
    if (!plans->count)
        return plans;
    plans->roots = memory_new(plans->count, sizeof *plans->roots);
    plans->shown = plans->count - 1;
    for (size_t i = 0; i < plans->shown; i++)
        plans->roots[i] =
            agenda_data_copy(data, xmlDocGetRootElement(project->versions[i].document->xml));
    plans->roots[plans->shown] = xml_child(xmlDocGetRootElement(data), "suunnitelma");
    return plans;
}

void agenda_plans_free(struct agenda_plans *plans)
{
    if (!plans)
        return;
    for (size_t i = 0; i < plans->count; i++)
        if (i != plans->shown)
            xmlFreeNode(plans->roots[i]);
    free(plans->roots);
    free(plans);
}

void agenda_plans_show(struct agenda_plans *plans, size_t version)
{
    if (version >= plans->count || version == plans->shown)
        return;
    xmlReplaceNode(plans->roots[plans->shown], plans->roots[version]);
    plans->shown = version;
}

void agenda_plans_number(const struct agenda_plans *plans, xmlDocPtr data)
{
    for (size_t i = 0; i < plans->count; i++)
        if (i != plans->shown)
            xmlAddPrevSibling(plans->roots[plans->shown], plans->roots[i]);
    xmlXPathOrderDocElems(data);
    for (size_t i = 0; i < plans->count; i++)
        if (i != plans->shown)
            xmlUnlinkNode(plans->roots[i]);
}

xmlNodePtr agenda_plans_at(const struct agenda_plans *plans, size_t version)
{
    return version < plans->count ? plans->roots[version] : NULL;
}
