/* Says whether a project's files are sound where answers are compared with them. */
#include "followup/followup.h"

static bool is_sound_where_it_is(const xmlNode *element)
{
    return !element || xml_is_sound_inside(element);
}

/* Returns whether the parties' kinds are known, by which the plan's lists name them. */
static bool are_kinds_known(const xmlNode *parties)
{
    const xmlNode *party = xml_child(parties, "osapuoli");
    while (party && xml_knows(party, "laji"))
        party = xml_next(party, "osapuoli");
    return !party;
}

/* Returns whether the register is whole, or the project names none. */
static bool is_register_known(const struct input_project *project, const xmlNode *files)
{
    return project->parties ? input_is_whole(project->parties) &&
                                  are_kinds_known(xmlDocGetRootElement(project->parties->xml))
                            : !xml_child(files, "osapuoletTiedosto");
}

/* Returns whether the agreement's list of parties is sound, if it has one: without it all parties
 * of the register are the agreement's, and nobody's answers are told to be too much. */
static bool is_list_sound(const struct input_document *agreement)
{
    const xmlNode *root = agreement ? xmlDocGetRootElement(agreement->xml) : NULL;
    return !root || is_sound_where_it_is(xml_child(root, "osapuoliviitteet"));
}

/* Returns whether the measures are sound where answers are compared with them. */
static bool are_known(const xmlNode *measures)
{
    bool are_known = !measures || xml_is_sound_with_children(measures);
    for (xmlNodePtr one = xml_child(measures, "toimenpide"); one && are_known;
         one = xml_next(one, "toimenpide"))
        are_known = xml_is_sound_with_children(one) &&
                    is_sound_where_it_is(xml_child(one, "vastuutahot")) &&
                    is_sound_where_it_is(xml_child(one, "mittarit")) &&
                    is_sound_where_it_is(xml_child(one, "seurantakysymykset"));
    return are_known;
}

/* Returns whether the measures of all versions of the plan are sound where answers are compared
 * with them. */
static bool are_versions_known(const struct input_project *project)
{
    for (size_t i = 0; i < project->version_count; i++) {
        const xmlNode *plan = input_version_root(&project->versions[i]);
        if (!input_is_whole(project->versions[i].document) || !xml_is_sound(plan) ||
            !are_known(xml_child(plan, "toimenpiteet")))
            return false;
    }
    return true;
}

bool followup_can_compare(const struct input_project *project)
{
    const xmlNode *root = xmlDocGetRootElement(project->project->xml);
    const xmlNode *files = xml_child(root, "tiedostot");
    return input_files_are_known(project) &&
           is_sound_where_it_is(xml_child(root, "seurantavuodet")) &&
           is_register_known(project, files) && is_list_sound(project->agreement) &&
           are_versions_known(project);
}
