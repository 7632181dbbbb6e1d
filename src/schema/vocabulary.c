#include "schema/vocabulary.h"

#include "base/arena.h"
#include "base/blank.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/message.h"

#include <libxml/hash.h>
#include <libxml/parser.h>
#include <libxml/xmlregexp.h>

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { FILES = 64, NESTING = 64, LIMIT = 16 * 1024 * 1024 /* bytes of a file */ };

struct vocabulary {
    struct arena *arena;
    xmlDocPtr files[FILES];
    const char *paths[FILES];
    size_t count;
    xmlHashTablePtr globals; /* declarations by kind and name */
};

const char *vocabulary_property(const xmlNode *declaration, const char *name)
{
    const xmlAttr *attribute = xmlHasProp(declaration, (const xmlChar *)name);
    return attribute && attribute->children ? (const char *)attribute->children->content : NULL;
}

const char *vocabulary_local(const char *name)
{
    const char *colon = strrchr(name, ':');
    return colon ? colon + 1 : name;
}

static bool is(const xmlNode *node, const char *kind)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, kind) == 0;
}

static bool has(const xmlNode *node, const char *property, const char *value)
{
    const char *found = vocabulary_property(node, property);
    return found && strcmp(found, value) == 0;
}

static const xmlNode *child(const xmlNode *node, const char *kind)
{
    for (node = node->children; node; node = node->next)
        if (is(node, kind))
            return node;
    return NULL;
}

static bool load_file(struct vocabulary *vocabulary, const char *path, struct diags *diags);

static bool load_included(struct vocabulary *vocabulary, const char *path, const xmlNode *schema,
                          struct diags *diags)
{
    int folder = (int)(file_name(path) - path);
    for (const xmlNode *node = schema->children; node; node = node->next) {
        const char *name = is(node, "include") ? vocabulary_property(node, "schemaLocation") : NULL;
        if (name &&
            !load_file(vocabulary, arena_printf(vocabulary->arena, "%.*s%s", folder, path, name),
                       diags))
            return false;
    }
    return true;
}

static xmlDocPtr parse_file(const char *path, struct diags *diags)
{
    struct buf bytes = {0};
    size_t errors = diags_count(diags);
    if (!file_read(path, LIMIT, diags, &bytes)) {
        buf_free(&bytes);
        return NULL;
    }
    xmlDocPtr file = xmlReadMemory(bytes.data, (int)bytes.size, path, NULL,
                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!file && diags_count(diags) == errors)
        diag_add(diags, RULE_SCHEMA, (struct diag_place){.file = path}, NULL,
                 _("the schema is not well-formed XML"));
    buf_free(&bytes);
    return file;
}

static bool load_file(struct vocabulary *vocabulary, const char *path, struct diags *diags)
{
    for (size_t i = 0; i < vocabulary->count; i++)
        if (strcmp(vocabulary->paths[i], path) == 0)
            return true;
    if (vocabulary->count == FILES)
        return diag_add(diags, RULE_SCHEMA, (struct diag_place){.file = path}, NULL,
                        _("the schema has too many files"));
    xmlDocPtr file = parse_file(path, diags);
    if (!file)
        return false;
    vocabulary->files[vocabulary->count] = file;
    vocabulary->paths[vocabulary->count++] = path;
    return load_included(vocabulary, path, xmlDocGetRootElement(file), diags);
}

static void index_globals(struct vocabulary *vocabulary, xmlDocPtr file)
{
    for (xmlNodePtr node = xmlDocGetRootElement(file)->children; node; node = node->next) {
        const char *name =
            node->type == XML_ELEMENT_NODE ? vocabulary_property(node, "name") : NULL;
        if (name)
            xmlHashAddEntry2(vocabulary->globals, node->name, (const xmlChar *)name, node);
    }
}

struct vocabulary *vocabulary_load(const char *path, struct diags *diags)
{
    struct vocabulary *vocabulary = memory_new(1, sizeof *vocabulary);
    vocabulary->arena = arena_new();
    vocabulary->globals = xmlHashCreate(0);
    if (!vocabulary->globals)
        memory_exhausted();
    if (!load_file(vocabulary, arena_strdup(vocabulary->arena, path), diags)) {
        vocabulary_free(vocabulary);
        return NULL;
    }
    for (size_t i = 0; i < vocabulary->count; i++)
        index_globals(vocabulary, vocabulary->files[i]);
    return vocabulary;
}

void vocabulary_free(struct vocabulary *vocabulary)
{
    if (!vocabulary)
        return;
    for (size_t i = 0; i < vocabulary->count; i++)
        xmlFreeDoc(vocabulary->files[i]);
    xmlHashFree(vocabulary->globals, NULL);
    arena_free(vocabulary->arena);
    free(vocabulary);
}

const xmlNode *vocabulary_global(const struct vocabulary *vocabulary, const char *kind,
                                 const char *name)
{
    return xmlHashLookup2(vocabulary->globals, (const xmlChar *)kind, (const xmlChar *)name);
}

const xmlNode *vocabulary_constraint(const struct vocabulary *vocabulary, const char *name)
{
    for (size_t i = 0; i < vocabulary->count; i++) {
        const xmlNode *node = xmlDocGetRootElement(vocabulary->files[i])->children;
        for (; node; node = node->next)
            for (const xmlNode *part = is(node, "element") ? node->children : NULL; part;
                 part = part->next)
                if ((is(part, "key") || is(part, "keyref") || is(part, "unique")) &&
                    has(part, "name", name))
                    return part;
    }
    return NULL;
}

/* The context of visit, which gets each element or attribute declaration of a content model. */
struct walk {
    const struct vocabulary *vocabulary;
    const char *kind;   /* "element" or "attribute" */
    const char *wanted; /* the name of the wanted declaration; NULL to collect all names */
    struct names *names;
    const xmlNode *found;
};

static void visit(struct walk *walk, const xmlNode *declaration)
{
    const char *reference = vocabulary_property(declaration, "ref");
    const char *name = reference ? reference : vocabulary_property(declaration, "name");
    if (!name)
        return;
    name = vocabulary_local(name);
    if (!walk->wanted)
        names_add_new(walk->names, name);
    else if (!walk->found && strcmp(name, walk->wanted) == 0)
        walk->found =
            reference ? vocabulary_global(walk->vocabulary, walk->kind, name) : declaration;
}

static void walk_model(struct walk *walk, const xmlNode *model, int depth);

/* Walks a group, an attribute group or the type that one extends, named by a property of model. */
static void walk_named(struct walk *walk, const char *kind, const char *name, int depth)
{
    const xmlNode *named =
        name ? vocabulary_global(walk->vocabulary, kind, vocabulary_local(name)) : NULL;
    if (named)
        walk_model(walk, named, depth + 1);
}

static void walk_model(struct walk *walk, const xmlNode *model, int depth)
{
    static const char *const inner[] = {"sequence",      "choice",        "all",   "complexType",
                                        "extension",     "restriction",   "group", "complexContent",
                                        "simpleContent", "attributeGroup"};
    if (depth > NESTING)
        return;
    if (is(model, "extension") || is(model, "restriction"))
        walk_named(walk, "complexType", vocabulary_property(model, "base"), depth);
    if (is(model, "group") || is(model, "attributeGroup"))
        walk_named(walk, (const char *)model->name, vocabulary_property(model, "ref"), depth);
    for (const xmlNode *part = model->children; part; part = part->next) {
        if (is(part, walk->kind))
            visit(walk, part);
        for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
            if (is(part, inner[i]))
                walk_model(walk, part, depth + 1);
    }
}

static void walk_element(struct walk *walk, const char *element)
{
    const xmlNode *declaration = vocabulary_global(walk->vocabulary, "element", element);
    if (!declaration)
        return;
    walk_named(walk, "complexType", vocabulary_property(declaration, "type"), 0);
    walk_model(walk, declaration, 0);
}

const xmlNode *vocabulary_attribute(const struct vocabulary *vocabulary, const char *element,
                                    const char *attribute)
{
    struct walk walk = {.vocabulary = vocabulary, .kind = "attribute", .wanted = attribute};
    walk_element(&walk, element);
    return walk.found;
}

bool vocabulary_is_required(const struct vocabulary *vocabulary, const char *element,
                            const char *attribute)
{
    const xmlNode *declaration = vocabulary_attribute(vocabulary, element, attribute);
    return declaration && has(declaration, "use", "required");
}

void vocabulary_children(const struct vocabulary *vocabulary, const char *element,
                         struct names *names)
{
    walk_element(&(struct walk){.vocabulary = vocabulary, .kind = "element", .names = names},
                 element);
}

void vocabulary_attributes(const struct vocabulary *vocabulary, const char *element,
                           struct names *names)
{
    walk_element(&(struct walk){.vocabulary = vocabulary, .kind = "attribute", .names = names},
                 element);
}

void vocabulary_parents(const struct vocabulary *vocabulary, const char *element,
                        struct names *names)
{
    for (size_t i = 0; i < vocabulary->count; i++) {
        const xmlNode *node = xmlDocGetRootElement(vocabulary->files[i])->children;
        for (; node; node = node->next) {
            const char *name = is(node, "element") ? vocabulary_property(node, "name") : NULL;
            struct walk walk = {.vocabulary = vocabulary, .kind = "element", .wanted = element};
            if (name)
                walk_element(&walk, name);
            if (walk.found)
                names_add_new(names, name);
        }
    }
}

/* Returns the type that a declaration or a simple type is made from, or its own inline type. */
static const xmlNode *next_type(const struct vocabulary *vocabulary, const xmlNode *node,
                                const char **builtin)
{
    static const char *const steps[] = {"complexType", "simpleContent", "extension", "restriction",
                                        "list"};
    const xmlNode *inline_type = child(node, "simpleType");
    if (inline_type)
        return inline_type;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (child(node, steps[i]))
            return child(node, steps[i]);
    const char *name = vocabulary_property(node, "type");
    if (!name)
        name = vocabulary_property(node, "base");
    if (!name)
        name = vocabulary_property(node, "itemType");
    if (!name)
        return NULL;
    name = vocabulary_local(name);
    const xmlNode *named = vocabulary_global(vocabulary, "simpleType", name);
    if (!named)
        named = vocabulary_global(vocabulary, "complexType", name);
    if (!named)
        *builtin = name;
    return named;
}

const xmlNode *vocabulary_value_type(const struct vocabulary *vocabulary,
                                     const xmlNode *declaration, const char **builtin)
{
    const xmlNode *first = NULL;
    *builtin = NULL;
    for (int depth = 0; declaration && depth < NESTING; depth++) {
        declaration = next_type(vocabulary, declaration, builtin);
        if (!first && declaration && is(declaration, "simpleType"))
            first = declaration;
    }
    return first;
}

bool vocabulary_is_list(const struct vocabulary *vocabulary, const xmlNode *declaration)
{
    const char *ignored;
    for (int depth = 0; declaration && depth < NESTING; depth++) {
        if (is(declaration, "list"))
            return true;
        declaration = next_type(vocabulary, declaration, &ignored);
    }
    return false;
}

static bool fits_pattern(const char *pattern, const char *text)
{
    xmlRegexpPtr compiled = xmlRegexpCompile((const xmlChar *)pattern);
    bool fits = compiled && xmlRegexpExec(compiled, (const xmlChar *)text) == 1;
    xmlRegFreeRegexp(compiled);
    return fits;
}

/* Returns whether a text fits one of a step's patterns: they are alternatives. */
static bool fits_step(const xmlNode *step, const char *text)
{
    bool has_pattern = false;
    for (const xmlNode *facet = step->children; facet; facet = facet->next) {
        const char *pattern = is(facet, "pattern") ? vocabulary_property(facet, "value") : NULL;
        if (pattern && fits_pattern(pattern, text))
            return true;
        has_pattern |= pattern != NULL;
    }
    return !has_pattern;
}

static bool fits(const struct vocabulary *vocabulary, const xmlNode *type, const char *text,
                 int depth);

/* Returns whether a text fits one of a union's types. */
static bool fits_union(const struct vocabulary *vocabulary, const xmlNode *type, const char *text,
                       int depth)
{
    const char *name = vocabulary_property(type, "memberTypes");
    for (name = name ? name : ""; *name;) {
        char local[64];
        size_t size = strcspn(name, BLANK);
        const char *colon = memchr(name, ':', size);
        const char *from = colon ? colon + 1 : name;
        size_t length = (size_t)(name + size - from);
        if (length < sizeof local) {
            memcpy(local, from, length);
            local[length] = '\0';
            const xmlNode *member = vocabulary_global(vocabulary, "simpleType", local);
            if (member && fits(vocabulary, member, text, depth + 1))
                return true;
        }
        name += size + strspn(name + size, BLANK);
    }
    for (const xmlNode *member = type->children; member; member = member->next)
        if (is(member, "simpleType") && fits(vocabulary, member, text, depth + 1))
            return true;
    return false;
}

static bool fits_values(const xmlNode *step, const char *text)
{
    bool has_value = false;
    for (const xmlNode *facet = step->children; facet; facet = facet->next) {
        const char *value = is(facet, "enumeration") ? vocabulary_property(facet, "value") : NULL;
        if (value && strcmp(value, text) == 0)
            return true;
        has_value |= value != NULL;
    }
    return !has_value;
}

static bool fits(const struct vocabulary *vocabulary, const xmlNode *type, const char *text,
                 int depth)
{
    const char *ignored;
    for (; type && depth < NESTING; depth++) {
        if (child(type, "union"))
            return fits_union(vocabulary, child(type, "union"), text, depth + 1);
        if (!fits_step(type, text) || !fits_values(type, text))
            return false;
        type = next_type(vocabulary, type, &ignored);
    }
    return true;
}

bool vocabulary_fits(const struct vocabulary *vocabulary, const xmlNode *type, const char *text)
{
    return fits(vocabulary, type, text, 0);
}

static void add_values(const struct vocabulary *vocabulary, const xmlNode *type,
                       struct names *names, int depth)
{
    const char *ignored;
    if (!type || depth > NESTING)
        return;
    for (const xmlNode *node = type->children; node; node = node->next)
        if (is(node, "enumeration") && vocabulary_property(node, "value"))
            names_add_new(names, vocabulary_property(node, "value"));
    if (!names->count)
        add_values(vocabulary, next_type(vocabulary, type, &ignored), names, depth + 1);
}

void vocabulary_values(const struct vocabulary *vocabulary, const xmlNode *type,
                       struct names *names)
{
    add_values(vocabulary, type, names, 0);
}

/* Returns whether a word, or its end in a compound, stands in a text; short words only alone. */
static bool has_word(const char *text, const char *word)
{
    enum { SHORT = 4 };
    size_t size = strlen(word);
    for (const char *at = text; *at; at++) {
        bool begins = at == text || strchr(" \n(", at[-1]);
        if (strncasecmp(at, word, size) == 0 && strchr(" .,;:)\n", at[size]) &&
            (begins || size > SHORT))
            return true;
    }
    return false;
}

/* How a word names a value: not at all, among others, or alone. */
enum { CALLED_AMONG = 1, CALLED_ALONE = 2 };

static int is_called(const xmlNode *value, const char *word)
{
    const xmlNode *annotation = child(value, "annotation");
    int called = 0;
    for (const xmlNode *node = annotation ? annotation->children : NULL; node; node = node->next) {
        xmlChar *text = is(node, "documentation") ? xmlNodeGetContent(node) : NULL;
        bool found = text && has_word((const char *)text, word);
        bool is_alone = found && (size_t)xmlStrlen(text) <= strlen(word) + 1; /* a full stop */
        called = is_alone ? CALLED_ALONE : found && !called ? CALLED_AMONG : called;
        xmlFree(text);
    }
    return called;
}

/* Returns the only value of a type that a word names at least so. */
static const char *find_called(const struct vocabulary *vocabulary, const xmlNode *type,
                               const char *word, int least)
{
    const char *found = NULL, *ignored;
    for (int depth = 0; *word && type && depth < NESTING; depth++) {
        for (const xmlNode *node = type->children; node; node = node->next) {
            if (!is(node, "enumeration") || is_called(node, word) < least)
                continue;
            if (found)
                return NULL;
            found = vocabulary_property(node, "value");
        }
        type = next_type(vocabulary, type, &ignored);
    }
    return found;
}

const char *vocabulary_value_called(const struct vocabulary *vocabulary, const xmlNode *type,
                                    const char *word)
{
    const char *alone = find_called(vocabulary, type, word, CALLED_ALONE);
    return alone ? alone : find_called(vocabulary, type, word, CALLED_AMONG);
}

static const xmlNode *documentation_in(const xmlNode *annotation, const char *language)
{
    for (const xmlNode *node = annotation->children; node; node = node->next) {
        if (!is(node, "documentation"))
            continue;
        xmlChar *found = xmlNodeGetLang(node);
        bool fits = !language || (found && strcmp((const char *)found, language) == 0);
        xmlFree(found);
        if (fits)
            return node;
    }
    return NULL;
}

bool vocabulary_document(const xmlNode *declaration, struct buf *out)
{
    const xmlNode *annotation = declaration ? child(declaration, "annotation") : NULL;
    if (!annotation)
        return false;
    /* TRANSLATORS: the language of the schema's documentation that readers of this language see:
     * en, fi or sv. */
    const xmlNode *text = documentation_in(annotation, _("en"));
    if (!text)
        text = documentation_in(annotation, NULL);
    xmlChar *content = text ? xmlNodeGetContent(text) : NULL;
    size_t size = content ? blank_collapse((char *)content) : 0;
    if (size)
        buf_append(out, content, size);
    xmlFree(content);
    return size;
}

bool vocabulary_document_type(const struct vocabulary *vocabulary, const xmlNode *type,
                              struct buf *out)
{
    const char *ignored;
    for (int depth = 0; type && depth < NESTING; depth++) {
        if (vocabulary_document(type, out))
            return true;
        type = next_type(vocabulary, type, &ignored);
    }
    return false;
}
