#include "edits.h"

#include "base/buf.h"
#include "base/memory.h"

#include <libxml/parser.h>

#include <string.h>
#include <unistd.h>

#define PROJECT PYKALA_SOURCE_DIR "/tests/data/kolme/"

static const char *const files[] = {"hanke.xml", "osapuolet.xml", "sopimus.xml", "suunnitelma.xml",
                                    "kokoukset.xml"};
enum { FILES = sizeof files / sizeof *files, EDITS_MAX = 40 };

struct edits {
    struct fuzz *fuzz;
    xmlDocPtr trees[FILES];
    xmlNodePtr *nodes; /* elements, attributes and texts of all trees, in their order */
    size_t count, capacity;
};

static char folder[] = "/dev/shm/pykala-fuzz-XXXXXX";

static void path_of(size_t file, struct buf *path)
{
    buf_clear(path);
    buf_printf(path, "%s/%s", folder, files[file]);
}

static void remove_folder(void)
{
    struct buf path = {0};
    for (size_t i = 0; i < FILES; i++) {
        path_of(i, &path);
        unlink(path.data);
    }
    rmdir(folder);
    buf_free(&path);
}

static void make_folder(void)
{
    static bool made;
    if (made)
        return;
    made = true;
    fuzz_require(mkdtemp(folder) != NULL, "a folder can be made");
    atexit(remove_folder);
}

static void add_node(struct edits *edits, xmlNodePtr node)
{
    memory_grow((void **)&edits->nodes, edits->count, &edits->capacity, sizeof *edits->nodes);
    edits->nodes[edits->count++] = node;
}

static void add_nodes(struct edits *edits, xmlNodePtr node)
{
    for (; node; node = node->next) {
        add_node(edits, node);
        if (node->type != XML_ELEMENT_NODE)
            continue;
        for (xmlAttrPtr attribute = node->properties; attribute; attribute = attribute->next)
            add_node(edits, (xmlNodePtr)attribute);
        add_nodes(edits, node->children);
    }
}

/* Again after each change, since nodes have come and gone. */
static void find_nodes(struct edits *edits)
{
    edits->count = 0;
    for (size_t i = 0; i < FILES; i++)
        add_nodes(edits, xmlDocGetRootElement(edits->trees[i])->children);
}

static xmlNodePtr pick(struct edits *edits)
{
    return edits->nodes[fuzz_below(edits->fuzz, (unsigned)edits->count + 257) % edits->count];
}

static void set_content(xmlNodePtr node, const xmlChar *content)
{
    if (node->type == XML_ATTRIBUTE_NODE)
        xmlSetProp(node->parent, node->name, content);
    else if (node->type == XML_TEXT_NODE)
        xmlNodeSetContent(node, content);
}

static void take_content(struct edits *edits, xmlNodePtr node)
{
    xmlChar *content = xmlNodeGetContent(pick(edits));
    xmlChar *escaped = content ? xmlEncodeSpecialChars(NULL, content) : NULL;
    if (content)
        set_content(node, node->type == XML_ATTRIBUTE_NODE ? content : escaped);
    xmlFree(escaped);
    xmlFree(content);
}

/* A value that means something somewhere. */
static void odd_content(struct edits *edits, xmlNodePtr node)
{
    static const char *const values[] = {
        "",           "0",
        "-1",         "99999999999999999999",
        "kaikki",     "kunnat",
        "2026",       "2026-02-29",
        "2026-03-02", "alue yla-jarvi",
        "#lampi x",   "../../../etc/passwd",
        "sopimus",    "hallitus",
        "hanke",      "osapuoli",
        "sv",         "en",
        "14 §",       "Å",
        "a/b",        "yhteiset",
        "1.5",        "true",
    };
    set_content(node, (const xmlChar *)FUZZ_PICK(edits->fuzz, values));
}

/* Up to 15 bytes of the fuzzer's own, as Latin-1. */
static void own_content(struct edits *edits, xmlNodePtr node)
{
    struct buf value = {0};
    buf_string(&value, "");
    for (unsigned size = fuzz_below(edits->fuzz, 16); size > 0; size--) {
        unsigned byte = fuzz_byte(edits->fuzz);
        if (byte >= ' ' && !strchr("&<\x7F", (int)byte))
            buf_codepoint(&value, byte);
    }
    set_content(node, (const xmlChar *)value.data);
    buf_free(&value);
}

static void take_away(xmlNodePtr node)
{
    if (node->type == XML_ATTRIBUTE_NODE) {
        xmlRemoveProp((xmlAttrPtr)node);
        return;
    }
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

/* Puts a copy of an element beside another, often of the same kind. */
static void copy_beside(xmlNodePtr element, xmlNodePtr neighbour)
{
    if (element->type != XML_ELEMENT_NODE || neighbour->type != XML_ELEMENT_NODE)
        return;
    xmlNodePtr copy = xmlDocCopyNode(element, neighbour->doc, 1);
    fuzz_require(copy && xmlAddNextSibling(neighbour, copy), "an element can be copied");
}

static void edit(struct edits *edits)
{
    xmlNodePtr node = pick(edits);
    switch (fuzz_below(edits->fuzz, 6)) {
    case 0:
        odd_content(edits, node);
        break;
    case 1:
        take_content(edits, node);
        break;
    case 2:
        own_content(edits, node);
        break;
    case 3:
        copy_beside(node, node);
        break;
    case 4:
        copy_beside(node, pick(edits));
        break;
    default:
        take_away(node);
        break;
    }
}

static void read_trees(struct edits *edits)
{
    struct buf path = {0};
    for (size_t i = 0; i < FILES; i++) {
        buf_clear(&path);
        buf_printf(&path, PROJECT "%s", files[i]);
        edits->trees[i] = xmlReadFile(path.data, NULL, XML_PARSE_NONET);
        fuzz_require(edits->trees[i] != NULL, "the project is there");
    }
    buf_free(&path);
}

static void write_trees(struct edits *edits)
{
    struct buf path = {0};
    for (size_t i = 0; i < FILES; i++) {
        path_of(i, &path);
        fuzz_require(xmlSaveFileEnc(path.data, edits->trees[i], "UTF-8") > 0,
                     "the project can be written");
        xmlFreeDoc(edits->trees[i]);
    }
    buf_free(&path);
}

const char *edits_write(struct fuzz *fuzz)
{
    struct edits edits = {.fuzz = fuzz};
    make_folder();
    read_trees(&edits);
    find_nodes(&edits);
    for (int i = 0; i < EDITS_MAX && fuzz->left && edits.count; i++) {
        edit(&edits);
        find_nodes(&edits);
    }
    write_trees(&edits);
    free(edits.nodes);
    return folder;
}
