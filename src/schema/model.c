#include "schema/model.h"

#include "base/memory.h"

#include <libxml/hash.h>

#include <stdlib.h>
#include <string.h>

enum { MOST_STATES = 256, NESTING = 64 };

/* A part of a content model that is being put together: where it may begin and end. */
struct part {
    bool is_optional;
    bool first[MOST_STATES], last[MOST_STATES];
};

struct builder {
    const struct vocabulary *vocabulary;
    struct arena *arena;
    struct model *model;
    bool is_mixed, is_text, too_much;
    int depth;
};

static bool is(const xmlNode *node, const char *kind)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, kind) == 0;
}

static void unite(bool *into, const bool *from)
{
    for (size_t i = 0; i < MOST_STATES; i++)
        into[i] |= from[i];
}

static void link_states(struct model *model, const bool *last, const bool *first)
{
    for (size_t a = 0; a < model->states; a++)
        for (size_t b = 0; last[a] && b < model->states; b++)
            model->follows[a * MOST_STATES + b] |= first[b];
}

/* Appends next to part. */
static void append_part(struct model *model, struct part *part, const struct part *next)
{
    link_states(model, part->last, next->first);
    if (part->is_optional)
        unite(part->first, next->first);
    if (next->is_optional)
        unite(part->last, next->last);
    else
        memcpy(part->last, next->last, sizeof part->last);
    part->is_optional &= next->is_optional;
}

static struct part *empty_part(struct builder *builder)
{
    struct part *part = arena_alloc(builder->arena, sizeof *part);
    part->is_optional = true;
    return part;
}

static struct part *build(struct builder *builder, const xmlNode *node);

static struct part *build_element(struct builder *builder, const xmlNode *node)
{
    struct model *model = builder->model;
    struct part *part = empty_part(builder);
    const char *name = vocabulary_property(node, "ref");
    if (!name)
        name = vocabulary_property(node, "name");
    if (!name || model->states == MOST_STATES) {
        builder->too_much = true;
        return part;
    }
    model->names[model->states] = vocabulary_local(name);
    part->is_optional = false;
    part->first[model->states] = part->last[model->states] = true;
    model->states++;
    return part;
}

/* Returns the parts inside node in a row; other nodes add nothing. */
static struct part *build_sequence(struct builder *builder, const xmlNode *node)
{
    struct part *part = empty_part(builder);
    for (const xmlNode *inner = node->children; inner; inner = inner->next)
        if (inner->type == XML_ELEMENT_NODE)
            append_part(builder->model, part, build(builder, inner));
    return part;
}

static struct part *build_choice(struct builder *builder, const xmlNode *node)
{
    struct part *part = empty_part(builder);
    part->is_optional = false;
    for (const xmlNode *inner = node->children; inner; inner = inner->next) {
        if (inner->type != XML_ELEMENT_NODE || is(inner, "annotation"))
            continue;
        const struct part *one = build(builder, inner);
        unite(part->first, one->first);
        unite(part->last, one->last);
        part->is_optional |= one->is_optional;
    }
    return part;
}

static struct part *build_named(struct builder *builder, const char *kind, const char *name)
{
    const xmlNode *named =
        name ? vocabulary_global(builder->vocabulary, kind, vocabulary_local(name)) : NULL;
    return named ? build(builder, named) : empty_part(builder);
}

static struct part *build_type(struct builder *builder, const xmlNode *node)
{
    const char *mixed = vocabulary_property(node, "mixed");
    builder->is_mixed |= mixed && strcmp(mixed, "true") == 0;
    return build_sequence(builder, node);
}

static struct part *build_extension(struct builder *builder, const xmlNode *node)
{
    struct part *part = build_named(builder, "complexType", vocabulary_property(node, "base"));
    append_part(builder->model, part, build_sequence(builder, node));
    return part;
}

static struct part *build_text(struct builder *builder, const xmlNode *node)
{
    (void)node;
    builder->is_text = true;
    return empty_part(builder);
}

static struct part *build_group(struct builder *builder, const xmlNode *node)
{
    const char *reference = vocabulary_property(node, "ref");
    return reference ? build_named(builder, "group", reference) : build_sequence(builder, node);
}

static struct part *give_up(struct builder *builder, const xmlNode *node)
{
    (void)node;
    builder->too_much = true;
    return empty_part(builder);
}

static const struct {
    const char *kind;
    struct part *(*build)(struct builder *builder, const xmlNode *node);
} builders[] = {
    {"element", build_element},
    {"sequence", build_sequence},
    {"choice", build_choice},
    {"group", build_group},
    {"complexType", build_type},
    {"complexContent", build_type},
    {"extension", build_extension},
    {"restriction", build_sequence},
    {"simpleContent", build_text},
    {"simpleType", build_text},
    {"all", give_up},
    {"any", give_up},
};

static struct part *build_once(struct builder *builder, const xmlNode *node)
{
    for (size_t i = 0; i < sizeof builders / sizeof *builders; i++)
        if (is(node, builders[i].kind))
            return builders[i].build(builder, node);
    return empty_part(builder);
}

static long occurrences(const xmlNode *node, const char *property)
{
    const char *value = vocabulary_property(node, property);
    return value ? strtol(value, NULL, 10) : 1;
}

/* Returns as many copies of a part in a row as minOccurs and maxOccurs say. */
static struct part *build_repeated(struct builder *builder, const xmlNode *node)
{
    const char *most = vocabulary_property(node, "maxOccurs");
    bool is_endless = most && strcmp(most, "unbounded") == 0;
    long least = occurrences(node, "minOccurs");
    long copies = is_endless ? (least > 1 ? least : 1) : occurrences(node, "maxOccurs");
    struct part *part = empty_part(builder);
    for (long i = 0; i < copies && !builder->too_much; i++) {
        struct part *copy = build_once(builder, node);
        copy->is_optional |= i >= least;
        if (is_endless && i + 1 == copies)
            link_states(builder->model, copy->last, copy->first);
        append_part(builder->model, part, copy);
    }
    return part;
}

static struct part *build(struct builder *builder, const xmlNode *node)
{
    struct part *part;
    if (++builder->depth > NESTING)
        part = give_up(builder, node);
    else
        part = build_repeated(builder, node);
    builder->depth--;
    return part;
}

static struct part *build_declared(struct builder *builder, const xmlNode *declaration)
{
    const char *type = vocabulary_property(declaration, "type");
    if (!type)
        return build_sequence(builder, declaration);
    const char *local = vocabulary_local(type);
    if (vocabulary_global(builder->vocabulary, "complexType", local))
        return build_named(builder, "complexType", local);
    return build_text(builder, declaration); /* a simple type, of the schema or XSD's own */
}

/* Copies the builder's table, with room for all states, to one of the model's size. */
static void close_up(struct builder *builder, const struct part *part)
{
    struct model *model = builder->model;
    bool *wide = model->follows;
    model->follows = arena_alloc(builder->arena, model->states * model->states);
    model->ends = arena_alloc(builder->arena, model->states);
    for (size_t a = 0; a < model->states; a++) {
        for (size_t b = 0; b < model->states; b++)
            model->follows[a * model->states + b] =
                a == MODEL_START ? part->first[b] : wide[a * MOST_STATES + b];
        model->ends[a] = a == MODEL_START ? part->is_optional : part->last[a];
    }
    model->kind = builder->is_mixed ? MODEL_MIXED : MODEL_ELEMENTS;
    if (builder->is_text)
        model->kind = MODEL_TEXT;
}

static struct model *model_new(const struct vocabulary *vocabulary, const char *element,
                               struct arena *arena)
{
    struct arena *building = arena_new();
    struct model *model = arena_alloc(arena, sizeof *model);
    struct builder builder = {.vocabulary = vocabulary, .arena = building, .model = model};
    model->states = 1;
    model->names = arena_array(arena, MOST_STATES, sizeof *model->names);
    model->follows = arena_array(building, (size_t)MOST_STATES * MOST_STATES, 1);
    vocabulary_children(vocabulary, element, &model->elements);
    vocabulary_attributes(vocabulary, element, &model->attributes);
    const struct part *part =
        build_declared(&builder, vocabulary_global(vocabulary, "element", element));
    builder.arena = arena;
    if (!builder.too_much)
        close_up(&builder, part);
    arena_free(building);
    return model;
}

struct models {
    const struct vocabulary *vocabulary;
    struct arena *arena;
    xmlHashTablePtr known; /* struct model by the element's name */
    struct model unknown;
};

struct models *models_new(const struct vocabulary *vocabulary)
{
    struct models *models = memory_new(1, sizeof *models);
    models->vocabulary = vocabulary;
    models->arena = arena_new();
    models->known = xmlHashCreate(0);
    if (!models->known)
        memory_exhausted();
    models->unknown.states = 1;
    return models;
}

const struct model *models_of(struct models *models, const char *element)
{
    struct model *model = xmlHashLookup(models->known, (const xmlChar *)element);
    if (model)
        return model;
    if (!vocabulary_global(models->vocabulary, "element", element))
        return &models->unknown; /* a file may have any number of such names */
    model = model_new(models->vocabulary, element, models->arena);
    if (xmlHashAddEntry(models->known, (const xmlChar *)element, model) != 0)
        memory_exhausted();
    return model;
}

static void free_names(void *model, const xmlChar *element)
{
    (void)element;
    names_free(&((struct model *)model)->elements);
    names_free(&((struct model *)model)->attributes);
}

void models_free(struct models *models)
{
    if (!models)
        return;
    xmlHashFree(models->known, free_names);
    arena_free(models->arena);
    free(models);
}

bool model_follows(const struct model *model, size_t from, size_t to)
{
    return model->follows[from * model->states + to];
}

size_t model_step(const struct model *model, size_t from, const char *name)
{
    for (size_t to = 1; to < model->states; to++)
        if (model_follows(model, from, to) && strcmp(model->names[to], name) == 0)
            return to;
    return MODEL_START;
}

void model_expected(const struct model *model, size_t from, struct names *names)
{
    for (size_t to = 1; to < model->states; to++)
        if (model_follows(model, from, to))
            names_add_new(names, model->names[to]);
}
