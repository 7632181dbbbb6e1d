#include "edits.h"

#include "base/buf.h"
#include "base/memory.h"
#include "input/document.h"

#include <libxml/parser.h>

#include <string.h>
#include <unistd.h>

#define PROJECT PYKALA_SOURCE_DIR "/tests/data/kolme/"

/* The project file is the first: the others are its parts. */
static const struct file {
    const char *name, *root;
    size_t offset; /* of the document in struct input_project */
} files[EDITS_FILES] = {
    {"hanke.xml", "hanke", offsetof(struct input_project, project)},
    {"osapuolet.xml", "osapuolet", offsetof(struct input_project, parties)},
    {"sopimus.xml", "sopimus", offsetof(struct input_project, agreement)},
    {"suunnitelma.xml", "suunnitelma", offsetof(struct input_project, plan)},
    {"kokoukset.xml", "kokoukset", offsetof(struct input_project, meetings)},
};
enum { FILES = EDITS_FILES, EDITS_MAX = 10 };

/* What is read once: the project as it is, and its files as plain trees to change copies of. */
static struct base {
    struct input_project *project;
    xmlDocPtr trees[FILES];
} base;

struct edits {
    struct fuzz *fuzz;
    bool is_changed[FILES];
    xmlDocPtr trees[FILES]; /* copies of those that are changed; of the others, the base's */
    /* Elements, attributes and texts: first those that may be changed, then all others. */
    xmlNodePtr *nodes;
    size_t own, count, capacity;
};

static char folder[] = "/dev/shm/pykala-fuzz-XXXXXX";

static void path_of(size_t file, struct buf *path)
{
    buf_clear(path);
    buf_printf(path, "%s/%s", folder, files[file].name);
}

static void write_tree(size_t file, xmlDocPtr tree)
{
    struct buf path = {0};
    path_of(file, &path);
    fuzz_require(xmlSaveFileEnc(path.data, tree, "UTF-8") > 0, "a file can be written");
    buf_free(&path);
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

static void free_base(void)
{
    input_project_free(base.project);
    for (size_t i = 0; i < FILES; i++)
        xmlFreeDoc(base.trees[i]);
    remove_folder();
}

static void read_base(const struct input_schema *schema)
{
    struct diags *diags = diags_new();
    fuzz_require(mkdtemp(folder) != NULL, "a folder can be made");
    for (size_t i = 0; i < FILES; i++) {
        struct buf path = {0};
        buf_printf(&path, PROJECT "%s", files[i].name);
        base.trees[i] = xmlReadFile(path.data, NULL, XML_PARSE_NONET);
        fuzz_require(base.trees[i] != NULL, "the project is there");
        write_tree(i, base.trees[i]);
        buf_free(&path);
    }
    base.project = input_project_load(schema, folder, diags);
    fuzz_require(base.project && !diags_count(diags), "the project is right");
    diags_free(diags);
    atexit(free_base);
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
        if (edits->is_changed[i])
            add_nodes(edits, xmlDocGetRootElement(edits->trees[i])->children);
    edits->own = edits->count;
    for (size_t i = 0; i < FILES; i++)
        if (!edits->is_changed[i])
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

/* One file, mostly a part, or now and then all of them. */
static void choose_files(struct edits *edits)
{
    static const size_t choices[] = {FILES, 0, 1, 2, 3, 4, 1, 2, 3};
    size_t choice = FUZZ_PICK(edits->fuzz, choices);
    for (size_t i = 0; i < FILES; i++) {
        edits->is_changed[i] = choice == FILES || choice == i;
        edits->trees[i] = edits->is_changed[i] ? xmlCopyDoc(base.trees[i], 1) : base.trees[i];
    }
}

static struct input_document **part_of(struct input_project *project, size_t file)
{
    return (struct input_document **)(void *)((char *)project + files[file].offset);
}

/* As input_project_load reads a part. */
static void read_part(struct edited *edited, size_t file, const struct input_schema *schema,
                      struct diags *diags)
{
    struct buf path = {0};
    path_of(file, &path);
    struct input_document **part = part_of(&edited->parts, file);
    *part = document_load(schema, path.data, files[file].root, diags);
    if (*part && !document_has_root(*part, files[file].root)) {
        input_document_free(*part);
        *part = NULL;
    }
    edited->is_read[file] = true;
    buf_free(&path);
}

static void read_parts(struct edited *edited, const struct edits *edits,
                       const struct input_schema *schema, struct diags *diags)
{
    edited->parts = *base.project;
    for (size_t i = 1; i < FILES; i++)
        if (edits->is_changed[i])
            read_part(edited, i, schema, diags);
    edited->project = &edited->parts;
}

/* What is unchanged is written, too, when all is read: a run before may have changed it. */
static void write_trees(const struct edits *edits)
{
    for (size_t i = 0; i < FILES; i++) {
        if (edits->is_changed[0] || edits->is_changed[i])
            write_tree(i, edits->trees[i]);
        if (edits->is_changed[i])
            xmlFreeDoc(edits->trees[i]);
    }
}

void edits_load(struct fuzz *fuzz, const struct input_schema *schema, struct diags *diags,
                struct edited *edited)
{
    struct edits edits = {.fuzz = fuzz};
    if (!base.project)
        read_base(schema);
    choose_files(&edits);
    find_nodes(&edits);
    for (int i = 0; i < EDITS_MAX && fuzz->left && edits.own; i++) {
        edit(&edits);
        find_nodes(&edits);
    }
    write_trees(&edits);
    if (edits.is_changed[0])
        edited->project = edited->whole = input_project_load(schema, folder, diags);
    else
        read_parts(edited, &edits, schema, diags);
    free(edits.nodes);
}

void edits_free(struct edited *edited)
{
    input_project_free(edited->whole);
    for (size_t i = 1; i < FILES; i++)
        if (edited->is_read[i])
            input_document_free(*part_of(&edited->parts, i));
}
