#include "template/vet.h"

#include "agenda/agenda.h"
#include "base/blank.h"
#include "base/message.h"
#include "template/loader.h"

#include <libexslt/exslt.h>
#include <libxml/uri.h>
#include <libxslt/xslt.h>

#include <string.h>

struct vetting {
    struct capture *capture;
    const char *path;
    bool passed;
};

/* Refuses a node. The message may hold one %s. */
__attribute__((format(printf, 3, 0))) static void
refuse(struct vetting *vetting, const xmlNode *node, const char *message, const xmlChar *name)
{
    const char *text = arena_printf(vetting->capture->arena, message, (const char *)name);
    vetting->passed =
        capture_fail_at(vetting->capture, vetting->path, (int)xmlGetLineNo(node), text);
}

static bool is_in(const xmlNode *node, const xmlChar *space)
{
    return node->ns && xmlStrEqual(node->ns->href, space);
}

static bool is_xslt(const xmlNode *node, const char *name)
{
    return is_in(node, XSLT_NAMESPACE) && strcmp((const char *)node->name, name) == 0;
}

/* Returns whether a name is relative and without a step up, perhaps after "pykala:". */
static bool stays_below(const char *href)
{
    size_t scheme = strlen(LOADER_SCHEME);
    if (strncmp(href, LOADER_SCHEME, scheme) == 0)
        href += scheme;
    if (!*href || *href == '/' || strpbrk(href, ":\\"))
        return false;
    for (const char *step = href; *step; step += strspn(step, "/")) {
        size_t size = strcspn(step, "/");
        if (size == 2 && strncmp(step, "..", 2) == 0)
            return false;
        step += size;
    }
    return true;
}

/* Refuses a second use of a file in a template: else a few files could make one of any size. */
static void check_once(struct vetting *vetting, const xmlNode *node, const xmlChar *href)
{
    xmlChar *base = xmlNodeGetBase(node->doc, node);
    xmlChar *uri = xmlBuildURI(href, base);
    if (uri && names_contain(&vetting->capture->seen, (const char *)uri))
        refuse(vetting, node, _("%s is part of this template already"), href);
    else if (uri)
        names_add(&vetting->capture->seen,
                  arena_strdup(vetting->capture->arena, (const char *)uri));
    xmlFree(uri);
    xmlFree(base);
}

static void check_load(struct vetting *vetting, const xmlNode *node)
{
    xmlChar *href = xmlGetNoNsProp(node, (const xmlChar *)"href");
    if (href && stays_below((const char *)href)) /* libxslt reports it when it isn't there */
        check_once(vetting, node, href);
    else if (href)
        refuse(vetting, node,
               _("%s: a template names files below its own folder, or as pykala:NAME.xsl"), href);
    xmlFree(href);
}

static bool is_allowed_extension(const xmlChar *space)
{
    return xmlStrEqual(space, EXSLT_COMMON_NAMESPACE) ||
           xmlStrEqual(space, EXSLT_STRINGS_NAMESPACE) ||
           xmlStrEqual(space, EXSLT_SETS_NAMESPACE) || xmlStrEqual(space, EXSLT_MATH_NAMESPACE);
}

/* Refuses prefixes that would let libxslt look for a library of that name. */
static void check_prefixes(struct vetting *vetting, xmlNodePtr node, xmlChar *prefixes)
{
    char *rest = NULL;
    char *prefix = prefixes ? strtok_r((char *)prefixes, BLANK, &rest) : NULL;
    for (; prefix; prefix = strtok_r(NULL, BLANK, &rest)) {
        const xmlChar *wanted = strcmp(prefix, "#default") == 0 ? NULL : (const xmlChar *)prefix;
        const xmlNs *space = xmlSearchNs(node->doc, node, wanted);
        if (space && !is_allowed_extension(space->href))
            refuse(vetting, node, _("the extension %s cannot be used in a template"), space->href);
    }
    xmlFree(prefixes);
}

static void check_extensions(struct vetting *vetting, xmlNodePtr node)
{
    const xmlChar *name = (const xmlChar *)"extension-element-prefixes";
    if (is_in(node, XSLT_NAMESPACE))
        check_prefixes(vetting, node, xmlGetNoNsProp(node, name));
    else
        check_prefixes(vetting, node, xmlGetNsProp(node, name, XSLT_NAMESPACE));
}

static void check_element(struct vetting *vetting, xmlNodePtr node)
{
    check_extensions(vetting, node);
    if (is_xslt(node, "include") || is_xslt(node, "import"))
        check_load(vetting, node);
    else if (is_xslt(node, "document") || is_in(node, EXSLT_COMMON_NAMESPACE))
        refuse(vetting, node, _("<%s> cannot be used: a template writes its page document only"),
               node->name);
    else if (is_xslt(node, "strip-space") || is_xslt(node, "preserve-space"))
        refuse(vetting, node, _("<xsl:%s> cannot be used: all papers read the same data"),
               node->name);
}

bool vet_sheet(struct capture *capture, xmlDocPtr sheet, const char *path)
{
    struct vetting vetting = {.capture = capture, .path = path, .passed = true};
    const char *uri = (const char *)sheet->URL;
    if (uri && capture->seen.count == 0)
        names_add(&capture->seen, arena_strdup(capture->arena, uri));
    const xmlNode *top = (const xmlNode *)sheet;
    for (xmlNodePtr node = sheet->children; node; node = xml_next_node(node, top))
        if (node->type == XML_ELEMENT_NODE)
            check_element(&vetting, node);
    return vetting.passed;
}
