#define _XOPEN_SOURCE 700 /* nftw */
#include "edits.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/memory.h"

#include <ftw.h>
#include <libxml/parser.h>

#include <string.h>

enum { EDITS_MAX = 10, OPEN_FOLDERS = 8 };

struct edits {
    struct edits_base *base;
    struct fuzz *fuzz;
    xmlDocPtr trees[EDITS_FILES]; /* copies of those that are changed; of the others, the base's */
    /* Elements, attributes and texts: first those that may be changed, then all others. */
    xmlNodePtr *nodes;
    size_t own, count, capacity;
};

/* Of all bases, removed at the end of the process. */
static char folder[] = "/dev/shm/pykala-fuzz-XXXXXX";

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *place)
{
    (void)status, (void)type, (void)place;
    return remove(path);
}

static void remove_folder(void)
{
    nftw(folder, remove_entry, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
}

static void write_tree(const struct edits_base *base, size_t file, xmlDocPtr tree)
{
    struct buf path = {0};
    edits_path(base, file, &path);
    fuzz_require(xmlSaveFileEnc(path.data, tree, "UTF-8") > 0, "a file can be written");
    buf_free(&path);
}

static void make_folder_of(const char *path)
{
    struct diags *diags = diags_new();
    struct buf parent = {0};
    buf_printf(&parent, "%.*s", (int)(strrchr(path, '/') - path), path);
    fuzz_require(file_make_folder(parent.data, diags), "a folder can be made");
    buf_free(&parent);
    diags_free(diags);
}

void edits_path(const struct edits_base *base, size_t file, struct buf *path)
{
    buf_clear(path);
    buf_printf(path, "%s/%s", base->folder, base->names[file]);
}

void edits_open(struct edits_base *base)
{
    struct buf path = {0};
    fuzz_require(mkdtemp(folder) != NULL, "a folder can be made");
    atexit(remove_folder);
    base->folder = folder;
    for (size_t i = 0; i < base->count; i++) {
        buf_clear(&path);
        buf_printf(&path, "%s/%s", base->source, base->names[i]);
        base->trees[i] = xmlReadFile(path.data, NULL, XML_PARSE_NONET);
        fuzz_require(base->trees[i] != NULL, "the file is there");
        edits_path(base, i, &path);
        make_folder_of(path.data);
        write_tree(base, i, base->trees[i]);
    }
    buf_free(&path);
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
    for (size_t i = 0; i < edits->base->count; i++)
        if (edits->base->is_changed[i])
            add_nodes(edits, xmlDocGetRootElement(edits->trees[i])->children);
    edits->own = edits->count;
    for (size_t i = 0; i < edits->base->count; i++)
        if (!edits->base->is_changed[i])
            add_nodes(edits, xmlDocGetRootElement(edits->trees[i])->children);
}

static xmlNodePtr pick(struct edits *edits, size_t count)
{
    return edits->nodes[fuzz_below(edits->fuzz, (unsigned)count + 257) % count];
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
    xmlChar *content = xmlNodeGetContent(pick(edits, edits->count));
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
    xmlNodePtr node = pick(edits, edits->own);
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
        copy_beside(pick(edits, edits->count), node);
        break;
    default:
        take_away(node);
        break;
    }
}

/* One file, mostly not the first, or now and then all of them. */
static void choose_files(struct edits *edits)
{
    struct edits_base *base = edits->base;
    size_t own = base->count - base->fixed;
    size_t choice = fuzz_below(edits->fuzz, 2 * (unsigned)own);
    for (size_t i = 0; i < base->count; i++) {
        bool is_chosen = i >= base->fixed && (!choice || choice / 2 == i - base->fixed);
        if (base->is_changed[i] && !is_chosen)
            write_tree(base, i, base->trees[i]);
        base->is_changed[i] = is_chosen;
        edits->trees[i] = is_chosen ? xmlCopyDoc(base->trees[i], 1) : base->trees[i];
    }
}

static void write_trees(const struct edits *edits)
{
    for (size_t i = 0; i < edits->base->count; i++)
        if (edits->base->is_changed[i]) {
            write_tree(edits->base, i, edits->trees[i]);
            xmlFreeDoc(edits->trees[i]);
        }
}

void edits_make(struct edits_base *base, struct fuzz *fuzz)
{
    struct edits edits = {.base = base, .fuzz = fuzz};
    choose_files(&edits);
    find_nodes(&edits);
    for (int i = 0; i < EDITS_MAX && fuzz->left && edits.own; i++) {
        edit(&edits);
        find_nodes(&edits);
    }
    write_trees(&edits);
    free(edits.nodes);
}
