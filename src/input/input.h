/*
 * Input: untrusted bytes → validated trees, with positions for messages.
 *
 * In: file names. Out: libxml2 trees that are valid against schemas/pykala.xsd, held by a project;
 * every element knows its file, line and column. Everything that is wrong goes to the diagnostics,
 * all of it in one run. No network, no external entities, no XInclude; size, depth and expansion
 * are limited.
 */
#ifndef PYKALA_INPUT_INPUT_H
#define PYKALA_INPUT_INPUT_H

#include "base/diag.h"
#include "schema/schema.h"

#include <libxml/tree.h>

#include <stdbool.h>
#include <stddef.h>

/* The namespace of all input. */
#define INPUT_NAMESPACE "urn:pykala:1"

/* One parsed file. */
struct input_document {
    const char *path;
    xmlDocPtr xml;
    bool well_formed; /* nothing of its form has been mended to be able to read on */
    bool valid;       /* well formed, and no XSD error */
};

/*
 * Parses and validates one file. Adds what is wrong. Returns NULL only when it can't be read, or is
 * so far from being well formed that it isn't known what was meant; a document with errors is
 * returned with valid = false. Owned by the caller.
 */
struct input_document *input_document_load(const struct schema *schema, const char *path,
                                           struct diags *diags);
void input_document_free(struct input_document *document);

/* What papers can show (text/letters.h); only passed on here. */
struct text_letters;

/* A project: hanke.xml and the files that it names. */
struct input_project {
    const char *path;            /* of hanke.xml */
    const char *folder;          /* that it stands in; names in the project are relative to it */
    const char *template_folder; /* the project's own; NULL when it has none that can be used */
    struct input_document *project;
    /* NULL where the project has none (or the file could not be parsed). */
    struct input_document *parties, *agreement, *plan, *meetings, *theme, *statutes;
    struct text_letters *letters; /* of its papers: set by who knows their fonts; NULL: not known */
};

/* The project's documents in the order of its project file, NULL where it has none. */
enum { INPUT_DOCUMENTS = 7 };
const struct input_document *input_project_document(const struct input_project *project, int index);

/*
 * Loads a project. path is the project file, or a folder that holds hanke.xml. Adds everything that
 * is wrong in all files. Returns NULL when the project file itself can't be used: it is a link that
 * leads out of the folder, for example. Owned by the caller.
 */
struct input_project *input_project_load(const struct schema *schema, const char *path,
                                         struct diags *diags);
void input_project_free(struct input_project *project);

/* Where an element begins (its '<'), or where the value of one of its attributes begins. Valid as
 * long as the document. */
struct diag_place input_place(const xmlNode *element);
struct diag_place input_attribute_place(const xmlNode *element, const char *attribute);

/* Where the item of that index in an attribute's list begins. */
struct diag_place input_item_place(const xmlNode *element, const char *attribute, size_t index);

/* Where a byte of a text node's content stands in the file. */
struct diag_place input_text_place(const xmlNode *text, size_t offset);

/*
 * A walk along texts in document order, for the places of many bytes: together they take no longer
 * than the texts. Begin with zeros; offsets in a text only grow.
 */
struct input_walk {
    const xmlNode *text;
    const char *at;      /* in the source */
    const char *content; /* of the text: the byte that is written there */
};
struct diag_place input_walk_place(struct input_walk *walk, const xmlNode *text, size_t offset);

/*
 * A project of which only one file is known, in its place; its folder is the file's. Lives as long
 * as the document.
 */
struct input_project input_project_alone(struct input_document *document);

/*
 * Whether nothing has been said to be wrong with an element itself (its name, its place, its
 * attributes), or with its children themselves or anything inside it, too, and nothing there has
 * been made up to be able to read on: what may be asked more of in a document that isn't valid. The
 * depth is limited.
 */
bool input_is_sound(const xmlNode *element);
bool input_is_sound_with_children(const xmlNode *element);
bool input_is_sound_inside(const xmlNode *element);

/* Whether all is known that a document holds directly in its root: otherwise what it seems to lack
 * may be what is at fault in it. NULL, which could not be read, isn't whole. */
bool input_is_whole(const struct input_document *document);

/* The same of the files that a project names (tiedostot). */
bool input_files_are_known(const struct input_project *project);

/*
 * A text that papers can show: of an element, or of one of its attributes. Not those that are only
 * said or followed: the words for a picture, an address, the name of a font.
 */
struct input_text {
    const xmlNode *node;      /* the text node, or the element that has the attribute */
    const xmlAttr *attribute; /* or NULL */
    const char *content;
};

/* Goes on to a document's next text. Returns false at the end. Begin with zeros. */
bool input_next_text(const struct input_document *document, struct input_text *text);

/* Where a byte of a text stands; of an attribute, where its value begins. */
struct diag_place input_place_in_text(const struct input_text *text, size_t offset);

/* The node behind node in document order, below top; NULL at the end. Begin with top itself. */
xmlNodePtr input_next_node(const xmlNode *node, const xmlNode *top);

/* Tree helpers in the project's namespace. */
xmlNodePtr input_child(const xmlNode *parent, const char *name); /* first, or NULL */
xmlNodePtr input_next(const xmlNode *element, const char *name); /* next sibling of that name */
/* Attribute value in the tree's memory; NULL when absent. */
const char *input_attribute(const xmlNode *element, const char *name);
/* Text of a child element, trimmed, owned by the caller (free); NULL when the child is absent. */
char *input_child_text(const xmlNode *parent, const char *name);

#endif
