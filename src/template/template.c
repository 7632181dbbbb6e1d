#include "template/template.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/message.h"
#include "template/capture.h"
#include "template/loader.h"
#include "template/trace.h"

#include <libexslt/exslt.h>
#include <libxml/xpathInternals.h>
#include <libxml/xmlsave.h>
#include <libxslt/extensions.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Limits far above a paper's needs, far below the stack's. */
#define DEPTH_LIMIT 400
#define VARIABLE_LIMIT 10000
/* Instructions, and steps of XPath: a hundred times what a plan of 50 pages takes, and ten times
 * what tables of all answers take of each element of the data. */
#define OPERATION_LIMIT 5000000
#define ELEMENT_OPERATIONS 2000

struct sheet {
    char *name;
    xsltStylesheetPtr compiled;
};

struct template_set {
    char *folder, *own;  /* own: NULL when the project has none */
    struct trace *trace; /* NULL: its templates are not marked */
    struct sheet *sheets;
    size_t count, capacity;
};

/* Listens to the libraries, and lets them load files by the loader alone. */
static void begin(struct capture *capture)
{
    capture_begin(capture);
    xsltSetLoaderFunc(loader_load);
}

static void end(struct capture *capture)
{
    xsltSetLoaderFunc(NULL);
    capture_end(capture);
}

static char *join(const char *before, const char *between, const char *after)
{
    struct buf joined = {0};
    buf_printf(&joined, "%s%s%s", before, between, after);
    return joined.data;
}

/* Refuses random numbers, which would give another paper each time. */
static void refuse_random(xmlXPathParserContextPtr parser, int count)
{
    (void)count;
    xmlXPathErr(parser, XPATH_UNKNOWN_FUNC_ERROR);
}

/* Registers functions that depend on their arguments only: no clock, no files, no evaluation of
 * strings. */
static void register_extensions(void)
{
    exsltCommonRegister();
    exsltStrRegister();
    exsltSetsRegister();
    exsltMathRegister();
    xsltRegisterExtModuleFunction((const xmlChar *)"random", EXSLT_MATH_NAMESPACE, refuse_random);
}

static struct template_set *set_new(const char *folder)
{
    register_extensions();
    struct template_set *set = memory_new(1, sizeof *set);
    set->folder = join(folder, "", "");
    return set;
}

struct template_set *template_set_new(const char *folder, struct diags *diags)
{
    if (!file_is_folder(folder)) {
        diag_add(diags, RULE_TEMPLATE_FOLDER, (struct diag_place){.file = folder}, NULL,
                 _("is not a folder of templates"));
        return NULL;
    }
    return set_new(folder);
}

static void forget_sheets(struct template_set *set)
{
    for (size_t i = 0; i < set->count; i++) {
        xsltFreeStylesheet(set->sheets[i].compiled);
        free(set->sheets[i].name);
    }
    set->count = 0;
}

void template_set_free(struct template_set *set)
{
    if (!set)
        return;
    forget_sheets(set);
    trace_free(set->trace);
    free(set->sheets);
    free(set->own);
    free(set->folder);
    free(set);
}

void template_set_own(struct template_set *set, const char *folder)
{
    forget_sheets(set);
    free(set->own);
    set->own = folder ? join(folder, "", "") : NULL;
}

struct template_set *template_set_traced(const struct template_set *set)
{
    struct template_set *traced = set_new(set->folder);
    template_set_own(traced, set->own);
    traced->trace = trace_new();
    return traced;
}

struct diag_marks template_set_marks(const struct template_set *set)
{
    return trace_marks(set->trace);
}

static struct capture listen(const struct template_set *set, const char *path, struct diags *diags)
{
    return (struct capture){
        .folder = set->folder, .own = set->own, .trace = set->trace, .diags = diags, .sheet = path};
}

/* Takes the tree: the stylesheet owns it, or it is freed. */
static xsltStylesheetPtr compile_tree(struct capture *capture, xmlDocPtr xml)
{
    xsltStylesheetPtr compiled = xsltParseStylesheetDoc(xml);
    if (!compiled)
        xmlFreeDoc(xml);
    if (!capture->failed && (!compiled || compiled->errors > 0))
        capture_fail(capture, _("is not a template that can be used"));
    if (capture->failed) {
        xsltFreeStylesheet(compiled);
        return NULL;
    }
    return compiled;
}

static xsltStylesheetPtr compile(const struct template_set *set, const char *path,
                                 struct diags *diags)
{
    struct capture capture = listen(set, path, diags);
    begin(&capture);
    xmlDocPtr xml = loader_sheet(&capture, path, NULL);
    xsltStylesheetPtr compiled = xml ? compile_tree(&capture, xml) : NULL;
    end(&capture);
    return compiled;
}

static xsltStylesheetPtr find(const struct template_set *set, const char *name)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(set->sheets[i].name, name) == 0)
            return set->sheets[i].compiled;
    return NULL;
}

static char *sheet_path(const char *folder, const char *name)
{
    struct buf path = {0};
    buf_printf(&path, "%s/%s.xsl", folder, name);
    return path.data;
}

static bool is_there(const char *folder, const char *name)
{
    char *path = sheet_path(folder, name);
    struct stat status;
    bool found = lstat(path, &status) == 0;
    free(path);
    return found;
}

enum template_origin template_find(const struct template_set *set, const char *name)
{
    if (set->own && is_there(set->own, name))
        return TEMPLATE_OWN;
    return is_there(set->folder, name) ? TEMPLATE_SHIPPED : TEMPLATE_NONE;
}

static char *find_path(const struct template_set *set, const char *name)
{
    bool is_own = template_find(set, name) == TEMPLATE_OWN;
    return sheet_path(is_own ? set->own : set->folder, name);
}

static void list_names(const char *folder, struct arena *arena, struct names *names)
{
    DIR *entries = opendir(folder);
    for (const struct dirent *entry; entries && (entry = readdir(entries));) {
        if (file_has_ending(entry->d_name, ".xsl"))
            names_add_new(names, arena_strndup(arena, entry->d_name, strlen(entry->d_name) - 4));
    }
    if (entries)
        closedir(entries);
}

const char *template_nearest(const struct template_set *set, const char *name, struct arena *arena)
{
    struct names names = {0};
    list_names(set->folder, arena, &names);
    if (set->own)
        list_names(set->own, arena, &names);
    names_sort(&names); /* a folder has no order of its own */
    const char *nearest = names_nearest(&names, name);
    names_free(&names);
    return nearest;
}

bool template_load(struct template_set *set, const char *name, struct diags *diags)
{
    if (find(set, name))
        return true;
    if (strchr(name, '/'))
        return diag_add(diags, RULE_TEMPLATE, (struct diag_place){0}, NULL,
                        _("a template's name has no folder: %s"), name);
    char *path = find_path(set, name);
    xsltStylesheetPtr compiled = compile(set, path, diags);
    free(path);
    if (!compiled)
        return false;
    GROW(set->sheets, set->count, set->capacity);
    set->sheets[set->count++] = (struct sheet){join(name, "", ""), compiled};
    return true;
}

/* Allows "pykala:", since libxslt takes every unknown scheme for the network's. */
static int may_read_network(xsltSecurityPrefsPtr security, xsltTransformContextPtr run,
                            const char *uri)
{
    (void)security;
    (void)run;
    return strncmp(uri, LOADER_SCHEME, strlen(LOADER_SCHEME)) == 0;
}

static xsltSecurityPrefsPtr security_new(void)
{
    xsltSecurityPrefsPtr security = xsltNewSecurityPrefs();
    if (!security)
        memory_exhausted();
    /* Reading of files is the loader's to allow. */
    xsltSetSecurityPrefs(security, XSLT_SECPREF_WRITE_FILE, xsltSecurityForbid);
    xsltSetSecurityPrefs(security, XSLT_SECPREF_CREATE_DIRECTORY, xsltSecurityForbid);
    xsltSetSecurityPrefs(security, XSLT_SECPREF_READ_NETWORK, may_read_network);
    xsltSetSecurityPrefs(security, XSLT_SECPREF_WRITE_NETWORK, xsltSecurityForbid);
    return security;
}

/* Writes the page as XML whatever xsl:output asks for: the page document's white space is its
 * author's.
 */
static void serialise(xmlDocPtr page, struct buf *xhtml)
{
    xmlBufferPtr bytes = xmlBufferCreate();
    int options = XML_SAVE_AS_XML | XML_SAVE_NO_XHTML | XML_SAVE_NO_DECL;
    xmlSaveCtxtPtr save = bytes ? xmlSaveToBuffer(bytes, "UTF-8", options) : NULL;
    if (!save)
        memory_exhausted();
    xmlSaveDoc(save, page);
    xmlSaveClose(save);
    buf_string(xhtml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    buf_append(xhtml, xmlBufferContent(bytes), (size_t)xmlBufferLength(bytes));
    xmlBufferFree(bytes);
}

static bool finish(struct capture *capture, xmlDocPtr page, struct buf *xhtml)
{
    bool whole = page && capture->run->state == XSLT_STATE_OK && !capture->failed;
    if (whole && !xmlDocGetRootElement(page))
        whole = capture_fail(capture, _("the template wrote no page document"));
    if (!whole && !capture->failed)
        capture_fail(capture, _("the template did not come to its end"));
    if (whole)
        serialise(page, xhtml);
    return whole;
}

/* Returns the last element in document order; NULL of a tree without elements. */
static const xmlNode *last_element(const xmlDoc *data)
{
    const xmlNode *last = NULL, *node = data->last;
    while (node) {
        if (node->type == XML_ELEMENT_NODE)
            last = node;
        node = node->type == XML_ELEMENT_NODE ? node->last : node->prev;
    }
    return last;
}

/* Numbers the elements in document order, unless whoever made the tree has. Returns the last one's
 * number: how many there are, or more where some have been taken out. */
static size_t number_elements(xmlDocPtr data)
{
    const xmlNode *last = last_element(data);
    if (last && (intptr_t)last->content >= 0)
        xmlXPathOrderDocElems(data);
    return last ? (size_t) - (intptr_t)last->content : 0;
}

static void limit(xsltTransformContextPtr run, size_t elements)
{
    run->maxTemplateDepth = DEPTH_LIMIT;
    run->maxTemplateVars = VARIABLE_LIMIT;
    run->opLimit = OPERATION_LIMIT + ELEMENT_OPERATIONS * elements;
    run->xpathCtxt->opLimit = run->opLimit;
}

/* Returns a context for the data. It is made of a document without elements and gets the data
 * after: libxslt would number all elements of it again. */
static xsltTransformContextPtr run_new(xsltStylesheetPtr sheet, xmlDocPtr empty, xmlDocPtr data)
{
    xsltTransformContextPtr run = empty ? xsltNewTransformContext(sheet, empty) : NULL;
    if (!run)
        memory_exhausted();
    run->document->doc = data;
    run->xpathCtxt->doc = data;
    return run;
}

static bool apply(struct capture *capture, xsltStylesheetPtr sheet, struct buf *xhtml)
{
    xmlDocPtr empty = xmlNewDoc((const xmlChar *)"1.0");
    xsltTransformContextPtr run = run_new(sheet, empty, capture->data);
    xsltSecurityPrefsPtr security = security_new();
    xsltSetCtxtSecurityPrefs(security, run);
    limit(run, number_elements(capture->data));
    capture_run(capture, run);
    xmlDocPtr page = xsltApplyStylesheetUser(sheet, capture->data, NULL, NULL, NULL, run);
    bool whole = finish(capture, page, xhtml);
    capture->run = NULL;
    xmlFreeDoc(page);
    xsltFreeTransformContext(run);
    xmlFreeDoc(empty);
    xsltFreeSecurityPrefs(security);
    return whole;
}

bool template_run(struct template_set *set, const char *name, xmlDocPtr data, struct diags *diags,
                  struct buf *xhtml)
{
    if (!template_load(set, name, diags))
        return false;
    char *path = find_path(set, name);
    struct capture capture = listen(set, path, diags);
    capture.data = data;
    begin(&capture);
    bool whole = apply(&capture, find(set, name), xhtml);
    end(&capture);
    free(path);
    return whole;
}

xmlDocPtr template_read_data(struct template_set *set, const char *name, struct diags *diags)
{
    char *path = join(set->folder, "/", name);
    struct capture capture = listen(set, path, diags);
    begin(&capture);
    xmlDocPtr xml = loader_read(&capture, path, NULL);
    end(&capture);
    free(path);
    return xml;
}
