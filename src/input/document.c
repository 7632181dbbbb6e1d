#include "input/document.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/names.h"
#include "schema/schema.h"
#include "validation/validation.h"
#include "xml/parse.h"
#include "xml/recovery.h"

#include <stdlib.h>
#include <string.h>

/* The elements that a file may begin with. */
static const char *const roots[] = {"hanke",     "osapuolet",   "sopimus", "suunnitelma",
                                    "kokoukset", "teema",       "lajit",   "seurantatiedot",
                                    "saadokset", "vuosikatsaus"};

static void report_namespace(const xmlNode *root, struct diags *diags)
{
    struct buf hint = {0};
    buf_printf(&hint, _("write <%s xmlns=\"%s\">"), xml_name(root), XML_PYKALA);
    diag_add(diags, RULE_XML_NAMESPACE, xml_place(root), hint.data,
             root->ns ? _("<%s> is in the namespace %s") : _("<%s> is in no namespace"),
             xml_name(root), root->ns ? (const char *)root->ns->href : "");
    buf_free(&hint);
}

static void report_root(const xmlNode *root, const struct names *allowed, const char *meant,
                        struct diags *diags)
{
    struct buf message = {0}, hint = {0};
    buf_printf(&message, _("a file cannot begin with <%s>; expected "), xml_name(root));
    names_write(allowed, true, &message);
    if (meant)
        buf_printf(&hint, _("did you mean <%s>?"), meant);
    diag_add(diags, RULE_XML_ROOT, xml_place(root), meant ? hint.data : NULL, "%s", message.data);
    buf_free(&message);
    buf_free(&hint);
}

/* Returns whether a prefix gives the root its namespace, and all in it has none. */
static bool has_prefix_alone(const xmlNode *root)
{
    const xmlNode *child = root->children;
    while (child && child->type != XML_ELEMENT_NODE)
        child = child->next;
    return xml_is_ours(root) && root->ns->prefix && child && !child->ns;
}

/* Adds to the last diagnostic what takes the root's prefix away. */
static void edit_prefix(const xmlNode *root, struct diags *diags)
{
    const struct source *source = source_of(root);
    const struct source_span *span = source_span(root);
    const char *prefix = (const char *)root->ns->prefix;
    size_t size = strlen(prefix) + 1, start = span->start + 1;
    size_t end = source_tag_start(source, span->end - 1) + 2;
    struct arena *arena = arena_new();
    struct source_attribute declared;
    const char *declaration = arena_printf(arena, "xmlns:%s", prefix);
    bool has_end = end > start && strncmp(source->bytes.data + end - 2, "</", 2) == 0;
    if (has_end && source_attribute(source, span->start, declaration, &declared)) {
        diag_edit(diags, source_place_between(source, start, start + size), "");
        diag_edit(diags,
                  source_place_between(source, declared.name, declared.name + declared.name_size),
                  "xmlns");
        diag_edit(diags, source_place_between(source, end, end + size), "");
        diag_certain(diags);
    }
    arena_free(arena);
}

/* Returns whether an element other than the root has a prefix. */
static bool is_prefix_used(const xmlNode *root)
{
    for (const xmlNode *node = xml_next_node(root, root); node; node = xml_next_node(node, root))
        if (node->type == XML_ELEMENT_NODE && node->ns && node->ns->prefix)
            return true;
    return false;
}

static void report_prefix(const xmlNode *root, struct diags *diags)
{
    struct buf hint = {0};
    buf_printf(&hint, _("write <%s xmlns=\"%s\">"), xml_name(root), XML_PYKALA);
    diag_add(diags, RULE_XML_NAMESPACE, xml_place(root), hint.data,
             _("what is in <%s:%s> has no prefix, and so is in no namespace"),
             (const char *)root->ns->prefix, xml_name(root));
    if (!is_prefix_used(root))
        edit_prefix(root, diags);
    buf_free(&hint);
}

/* Reports what is wrong with the root, rather than that all inside is unexpected. Returns false
 * when something is; then *meant is the root that was meant, or NULL. */
static bool check_root(const xmlNode *root, const char *expected, const char **meant,
                       struct diags *diags)
{
    struct names allowed = {0};
    for (size_t i = 0; !expected && i < sizeof roots / sizeof *roots; i++)
        names_add_new(&allowed, roots[i]);
    if (expected)
        names_add_new(&allowed, expected);
    bool is_ours = xml_is_ours(root);
    bool is_allowed = names_contain(&allowed, xml_name(root));
    bool is_right = is_ours && is_allowed && !has_prefix_alone(root);
    *meant = is_right ? NULL : names_nearest(&allowed, xml_name(root));
    if (!is_allowed)
        report_root(root, &allowed, *meant, diags);
    else if (!is_ours)
        report_namespace(root, diags);
    else if (has_prefix_alone(root))
        report_prefix(root, diags);
    names_free(&allowed);
    return is_right;
}

/* Checks the root and, unless it isn't known what a wrong one means, all else. */
static bool check_tree(const struct schema *schema, xmlDocPtr tree, const char *root,
                       struct diags *diags)
{
    const char *meant;
    if (check_root(xmlDocGetRootElement(tree), root, &meant, diags))
        return validate_tree(schema, tree, NULL, diags);
    return meant && validate_tree(schema, tree, meant, diags);
}

/* Reports a fault that was left to the schema, and that it did not report: never silence. */
static void report_unsaid(const struct source *source, struct diags *diags)
{
    diag_add(diags, RULE_XML_WELL_FORMED, source_place(source, 0), NULL, _("this is not XML"));
}

/* Returns whether nothing is to be recovered: the file is well formed, and any tag without a < is
 * text that the schema allows. */
static bool is_right(const struct schema *schema, const struct recovery *recovery, xmlDocPtr tree)
{
    return tree && (!recovery->lacks_angles || validate_is_plain(schema, tree));
}

/* Parses the source as it is or, where it is not right, as it was probably meant. Reports the
 * faults of its form. Returns NULL when it isn't known what was meant. */
static xmlDocPtr parse(const struct schema *schema, struct source *source, struct diags *diags,
                       bool *is_well_formed)
{
    struct recovery *recovery = recovery_new(source, schema->models);
    bool is_safe = recovery_keeps_limits(recovery, diags);
    xmlDocPtr tree = is_safe && !recovery->has_doctype ? parse_source(source, NULL) : NULL;
    *is_well_formed = is_right(schema, recovery, tree);
    if (is_safe && !*is_well_formed) {
        xmlFreeDoc(tree);
        bool is_known = recovery_apply(recovery, source, diags);
        tree = is_known ? parse_source(source, diags) : NULL;
    }
    recovery_free(recovery);
    return tree;
}

/* Loads a source, which may be NULL, and which the document owns from now on. */
static struct input_document *load(const struct schema *schema, struct source *source,
                                   const char *root, struct diags *diags)
{
    bool is_well_formed = false;
    xmlDocPtr tree = source ? parse(schema, source, diags, &is_well_formed) : NULL;
    if (!tree) {
        source_free(source);
        return NULL;
    }
    struct input_document *document = arena_alloc(source->arena, sizeof *document);
    document->path = source->path;
    document->xml = tree;
    bool fits = check_tree(schema, tree, root, diags);
    if (fits && source->change_count && !source->faults && !source->is_recoded)
        report_unsaid(source, diags);
    document->well_formed = is_well_formed && !source->is_recoded;
    document->valid = fits && document->well_formed;
    tree->URL = xmlStrdup((const xmlChar *)document->path); /* only now: see parse_source */
    return document;
}

bool input_begin(const struct schema *schema, const char *path, struct diags *diags)
{
    int signal = reading_begin(schema->reading, path);
    return !signal ||
           diag_add(
               diags, RULE_FILE_CRASH, (struct diag_place){.file = path},
               _("write it anew; and send it to the makers of pykala, who mend what it breaks"),
               _("could not be read: the process that read it was ended by signal %d (%s)"), signal,
               strsignal(signal));
}

void input_end(const struct schema *schema)
{
    reading_end(schema->reading);
}

struct input_document *document_load(const struct schema *schema, const char *path,
                                     const char *root, struct diags *diags)
{
    if (!input_begin(schema, path, diags))
        return NULL;
    struct input_document *document =
        load(schema, source_read(path, schema->snapshot, diags), root, diags);
    input_end(schema);
    return document;
}

struct input_document *input_document_made(const struct schema *schema, const char *path,
                                           const struct buf *bytes, const char *const *cells,
                                           struct diags *diags)
{
    return load(schema, source_made(path, bytes, cells), NULL, diags);
}

struct input_document *input_document_load(const struct schema *schema, const char *path,
                                           struct diags *diags)
{
    return document_load(schema, path, NULL, diags);
}

bool document_has_root(const struct input_document *document, const char *root)
{
    const xmlNode *element = xmlDocGetRootElement(document->xml);
    return xml_is_ours(element) && strcmp(xml_name(element), root) == 0;
}

static const char *id_attribute(const xmlNode *element)
{
    return strcmp(xml_name(element), "saadostieto") == 0 ? "numero" : "tunnus";
}

/* Returns whether an element and what stands directly in it is in its place, and known by its id. A
 * slip in another attribute makes nothing seem missing. */
static bool is_whole(const xmlNode *root)
{
    bool is_whole = xml_is_in_place(root);
    for (const xmlNode *child = root->children; child && is_whole; child = child->next)
        is_whole = child->type != XML_ELEMENT_NODE ||
                   (xml_is_in_place(child) && xml_knows(child, id_attribute(child)));
    return is_whole;
}

bool input_is_whole(const struct input_document *document)
{
    if (!document || document->valid)
        return document;
    return document->well_formed && is_whole(xmlDocGetRootElement(document->xml));
}

void input_document_free(struct input_document *document)
{
    if (!document)
        return;
    struct source *source = document->xml->_private;
    xmlFreeDoc(document->xml);
    source_free(source); /* the document itself lives in the source's arena */
}
