/* The coordinator's words for a year's papers: the file katsaus.xml beside the year's answers. */
#include "base/file.h"
#include "base/memory.h"
#include "base/message.h"
#include "followup/followup_private.h"
#include "rules/rules.h"

#include <string.h>
#include <unistd.h>

/* Returns whether the review is about the year of its folder; reports it else. */
static bool check_year(const struct followup_year *year, const xmlNode *root, struct diags *diags)
{
    int own = followup_year_number(xml_attribute(root, "vuosi"));
    if (own == year->year)
        return true;
    diag_add(diags, RULE_FOLLOWUP_FOLDER, xml_attribute_place(root, "vuosi"),
             _("mend the year, or move the file to the folder of its year"),
             _("the review is of %d, but the file is in the folder %d"), own, year->year);
    return false;
}

static bool report_measure(const struct followup_version *version, const xmlNode *part,
                           const char *id, struct diags *diags)
{
    struct buf hint = {0};
    const char *meant = lookup_nearest(&version->measure_index, id);
    if (meant)
        buf_printf(&hint, _("did you mean %s?"), meant);
    bool is_told =
        diag_add(diags, RULE_FOLLOWUP_UNKNOWN_MEASURE, xml_attribute_place(part, "toimenpide"),
                 hint.data, _("the plan has no measure %s"), id);
    if (is_told && meant)
        diag_replace(diags, meant);
    buf_free(&hint);
    return false;
}

static bool report_twice(const xmlNode *first, const xmlNode *part, struct diags *diags)
{
    diag_add(diags, RULE_FOLLOWUP_ANSWERED_TWICE, xml_place(part), _("join them into one"),
             _("the measure is reviewed twice, first on line %d"), xml_place(first).line);
    diag_relate(diags, xml_place(first));
    return false;
}

/* Returns whether the plan has each measure, and none is reviewed twice; reports it else. */
static bool check_measures(const struct followup_version *version, const xmlNode *root,
                           struct diags *diags)
{
    struct arena *arena = arena_new();
    const xmlNode **seen = arena_array(arena, version->measure_count + 1, sizeof *seen);
    bool is_right = true;
    for (xmlNodePtr part = xml_child(root, "toimenpidekatsaus"); part;
         part = xml_next(part, "toimenpidekatsaus")) {
        const char *id = followup_field(part, "toimenpide", arena);
        ptrdiff_t index = lookup_find(&version->measure_index, id);
        if (index == LOOKUP_NONE)
            is_right = report_measure(version, part, id, diags);
        else if (seen[index])
            is_right = report_twice(seen[index], part, diags);
        else
            seen[index] = part;
    }
    arena_free(arena);
    return is_right;
}

static bool is_review(const struct followup_year *year, const struct input_document *document,
                      struct diags *diags)
{
    const xmlNode *root = xmlDocGetRootElement(document->xml);
    if (strcmp((const char *)root->name, "vuosikatsaus") == 0) {
        bool is_of_year = check_year(year, root, diags);
        return check_measures(year->version, root, diags) && is_of_year;
    }
    diag_add(diags, RULE_XML_ROOT, xml_place(root), _("begin it with <vuosikatsaus>"),
             _("the file katsaus.xml cannot begin with <%s>"), (const char *)root->name);
    return false;
}

/* Takes out the white space between elements. */
static void drop_blanks(xmlNodePtr root)
{
    for (xmlNodePtr node = root, next; node; node = next) {
        next = (xmlNodePtr)xml_next_node(node, root);
        bool is_between = node->type == XML_TEXT_NODE && (node->next || node->prev);
        if (node->type == XML_COMMENT_NODE || (is_between && xmlIsBlankNode(node))) {
            xmlUnlinkNode(node);
            xmlFreeNode(node);
        }
    }
}

/* Returns a copy that outlives the document. Owned by the caller. */
static xmlDocPtr copy_of(const struct input_document *document)
{
    xmlDocPtr copy = xmlNewDoc((const xmlChar *)"1.0");
    xmlNodePtr root = copy ? xmlDocCopyNode(xmlDocGetRootElement(document->xml), copy, 1) : NULL;
    if (!root)
        memory_exhausted();
    xmlDocSetRootElement(copy, root);
    drop_blanks(root);
    return copy;
}

void followup_load_review(const struct followup *followup, struct followup_year *year,
                          const struct schema *schema, const struct input_project *project,
                          struct diags *diags)
{
    struct arena *arena = arena_new();
    const char *path = arena_printf(arena, "%s/%s/katsaus.xml", project->folder,
                                    followup_folder(followup, year->year));
    struct input_document *document = NULL;
    if (access(path, F_OK) == 0 && !file_leads_out(path, project->folder))
        document = input_document_load(schema, path, diags);
    if (document) {
        rules_check_garbled(document, diags);
        rules_check_orthography(document->xml, diags);
        rules_spelling_answers(project->spelling, document->xml);
    }
    bool is_usable = document && document->valid &&
                     rules_check_letters(document, project->letters, diags) &&
                     is_review(year, document, diags);
    if (is_usable)
        year->review = copy_of(document);
    input_document_free(document);
    arena_free(arena);
}
