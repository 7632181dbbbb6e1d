#include "rules/rules_private.h"

#include "base/message.h"

static bool is_about(const xmlNode *paper, const char *subject, const char *other)
{
    return xml_has(paper, "aihe", subject) || xml_has(paper, "aihe", other);
}

void rules_paper_subject(struct rules_run *run)
{
    const struct input_project *project = run->project;
    const xmlNode *root = rules_root(project->project);
    const xmlNode *files = xml_child(root, "tiedostot");
    if (!root || !input_files_are_known(project))
        return; /* the file may be named in what is at fault there */
    /* A file that can't be read has been reported already. */
    bool has_agreement = xml_child(files, "sopimusTiedosto") != NULL;
    bool has_plan = xml_child(files, "suunnitelmaTiedosto") != NULL;
    xmlNodePtr paper = rules_child(run, xml_child(root, "paperit"), "paperi");
    for (; paper; paper = rules_sibling(run, paper, "paperi")) {
        const char *missing = NULL;
        if (is_about(paper, "sopimus", "neuvottelut") && !has_agreement)
            missing = "sopimusTiedosto";
        else if (is_about(paper, "suunnitelma", "muutos") && !has_plan)
            missing = "suunnitelmaTiedosto";
        if (missing)
            rules_report(run, xml_attribute_place(paper, "aihe"),
                         _("name the file there, or leave the paper out"),
                         _("this paper needs a file that the project lacks: <%s> in <tiedostot>"),
                         missing);
    }
}

/* Reports papers about a year that don't say which. Nobody makes them; all others are made. */
void rules_paper_year(struct rules_run *run)
{
    xmlNodePtr paper =
        rules_child(run, xml_child(rules_root(run->project->project), "paperit"), "paperi");
    for (; paper; paper = rules_sibling(run, paper, "paperi"))
        if (input_is_of_year(paper) && !xml_attribute(paper, "vuosi"))
            rules_report(run, xml_place(paper), _("add vuosi=\"…\""),
                         _("a follow-up paper needs its year (vuosi)"));
}

/* Reports a body or a list of parties at a paper that the project makes once. */
void rules_paper_body(struct rules_run *run)
{
    static const char *const of_parties[] = {"toimielin", "osapuolet"};
    xmlNodePtr paper =
        rules_child(run, xml_child(rules_root(run->project->project), "paperit"), "paperi");
    for (; paper; paper = rules_sibling(run, paper, "paperi"))
        for (int i = 0; i < 2; i++)
            if (xml_has(paper, "laajuus", "hanke") && xml_attribute(paper, of_parties[i]))
                rules_report(run, xml_attribute_place(paper, of_parties[i]),
                             _("leave it out, or make the paper laajuus=\"osapuoli\""),
                             _("a paper with laajuus=\"hanke\" is made once and cannot have %s"),
                             of_parties[i]);
}
