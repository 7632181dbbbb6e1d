/* End tags: those that are missing, that close something else, and that close nothing. */
#include "xml/mend.h"

#include "xml/xml.h"

#include <string.h>

/* Nobody looks for an element's end tag after so many end tags that close nothing. */
enum { STRAYS = 32 };

/* A tag's name as it is written at a text. */
static const char *name_at(const struct mending *mending, const char *text)
{
    return arena_strndup(mending->arena, text, strcspn(text, " \t\r\n/<>"));
}

/* The name that an open element's start tag has. */
static const char *open_name(const struct mending *mending, const xmlNode *element)
{
    return name_at(mending, mending->source->bytes.data + source_span(element)->start + 1);
}

static bool is_element(const xmlNode *node)
{
    return node && node->type == XML_ELEMENT_NODE;
}

/* Returns whether the start tag of an open element has that name. */
static bool is_open_as(const struct mending *mending, const xmlNode *element, const char *name)
{
    const char *open = mending->source->bytes.data + source_span(element)->start + 1;
    size_t size = strlen(name);
    return strncmp(open, name, size) == 0 && strcspn(open + size, " \t\r\n/<>") == 0;
}

/* The open element that an end tag of that name closes, or NULL. */
static xmlNodePtr find_open(const struct mending *mending, const char *name)
{
    xmlNodePtr node = mending->open;
    while (is_element(node) && !is_open_as(mending, node, name))
        node = node->parent;
    return is_element(node) ? node : NULL;
}

/* The model of an element; of one whose name has a slip, of that which may stand there. */
static const struct model *model_of(const struct mending *mending, const xmlNode *element)
{
    const char *name = (const char *)element->name, *meant = NULL;
    const struct model *model = models_of(mending->models, name);
    if (model->kind == MODEL_UNKNOWN && is_element(element->parent))
        meant = names_nearest(
            &models_of(mending->models, (const char *)element->parent->name)->elements, name);
    return meant ? models_of(mending->models, meant) : model;
}

static bool is_known(const struct mending *mending, const char *name)
{
    return models_of(mending->models, vocabulary_local(name))->kind != MODEL_UNKNOWN;
}

/* Whether an element of a name belongs in one of those around element, up to the outermost that
 * closes. */
static bool belongs_around(const struct mending *mending, const char *name, const xmlNode *element,
                           const xmlNode *outermost)
{
    while (element != outermost) {
        element = element->parent;
        if (model_of(mending, element)->kind == MODEL_UNKNOWN ||
            names_contain(&model_of(mending, element)->elements, name))
            return true;
    }
    return false;
}

/* The first element in the open one that can't be in it, or not there, but around it: the end tag
 * is missing before it. */
static const xmlNode *first_outsider(const struct mending *mending, const xmlNode *outermost)
{
    const struct model *model = model_of(mending, mending->open);
    size_t state = MODEL_START;
    if (model->kind == MODEL_UNKNOWN)
        return NULL;
    for (const xmlNode *child = mending->open->children; child; child = child->next) {
        const char *name = (const char *)child->name;
        if (!is_element(child) || !source_span(child))
            continue;
        size_t next = model_step(model, state, name);
        if (!next && belongs_around(mending, name, mending->open, outermost))
            return child;
        state = next ? next : state;
    }
    return NULL;
}

static bool insert_end(struct mending *mending, size_t at)
{
    buf_printf(&mending->text, "</%s>", open_name(mending, mending->open));
    return mend_with(mending, at, 0, "");
}

static bool mend_missing_end(struct mending *mending, struct fault *fault, size_t start,
                             const xmlNode *closed)
{
    const xmlNode *next = first_outsider(mending, closed);
    if (!next)
        return insert_end(mending, start);
    size_t at = source_span(next)->start;
    fault->code = FAULT_END_MISSING;
    fault->next = open_name(mending, next);
    fault->next_line = source_place(mending->source, at).line;
    return insert_end(mending, at);
}

/* Behind the tag, comment, CDATA section or instruction that begins at text. A tag that isn't
 * closed ends where the next begins. */
static const char *behind_markup(const char *text)
{
    static const char *const forms[][2] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (strncmp(text, forms[i][0], strlen(forms[i][0])) != 0)
            continue;
        const char *end = strstr(text, forms[i][1]);
        return end ? end + strlen(forms[i][1]) : text + strlen(text);
    }
    text += 1 + strcspn(text + 1, "<>");
    return text + (*text == '>');
}

/* The next end tag behind text that no start tag there has opened; NULL for none. */
static const char *next_end(struct mending *mending, const char *text)
{
    size_t depth = 0;
    while ((text = strchr(text, '<'))) {
        const char *behind = behind_markup(text);
        bool is_end = text[1] == '/', is_other = text[1] == '!' || text[1] == '?';
        if (is_end && !depth)
            return text;
        if (is_end)
            depth--;
        else if (!is_other)
            depth += behind[-1] == '>' ? behind[-2] != '/' : mend_has_end_tag(mending, text);
        text = behind;
    }
    return NULL;
}

static bool closes(const struct mending *mending, const char *end, const xmlNode *element)
{
    return strcmp(name_at(mending, end + 2), open_name(mending, element)) == 0;
}

static bool is_slip(const char *wrong, const char *right)
{
    struct names one = {.items = &right, .count = 1};
    return names_nearest(&one, wrong) != NULL;
}

/* The end tag's name becomes that of the open element. Where that is a name that the schema doesn't
 * know, and the end tag's is one, the start tag has the slip, which the schema will tell. */
static bool mend_end_name(struct mending *mending, struct fault *fault, size_t start,
                          const char *name)
{
    const char *open = open_name(mending, mending->open);
    mending->is_silent = is_known(mending, name) && !is_known(mending, open);
    if (is_slip(name, open))
        fault->code = FAULT_END_NAME;
    return mend_with(mending, start + 2, strlen(name), open);
}

/* Two end tags that have changed places. */
static bool mend_crossed(struct mending *mending, size_t start, const char *name,
                         const char *behind)
{
    const char *bytes = mending->source->bytes.data;
    const char *end = behind_markup(bytes + start);
    buf_printf(&mending->text, "</%s>%.*s</%s>", open_name(mending, mending->open),
               (int)(behind - end), end, name);
    return mend_with(mending, start, (size_t)(behind_markup(behind) - bytes) - start, "");
}

/* The last element in the open one that has the name and is closed by a slash in its start tag. */
static const xmlNode *find_closed_early(const struct mending *mending, const char *name)
{
    const xmlNode *child = mending->open->last;
    for (; child; child = child->prev)
        if (is_element(child) && strcmp(open_name(mending, child), name) == 0)
            break;
    size_t end = child ? source_span(child)->end : 0;
    bool has_slash = end > 1 && mending->source->bytes.data[end - 2] == '/';
    return has_slash ? child : NULL;
}

static bool mend_stray_end(struct mending *mending, struct fault *fault, size_t start,
                           const char *name, const xmlNode *early)
{
    const char *behind = behind_markup(mending->source->bytes.data + start);
    fault->code = early ? FAULT_CLOSED_EARLY : FAULT_STRAY_END;
    fault->offset = start;
    fault->other = name;
    if (!early)
        return mend_blank(mending, start, (size_t)(behind - mending->source->bytes.data));
    fault->next_line = xml_place(early).line;
    return mend_with(mending, source_span(early)->end - 2, 1, " ");
}

/* The open element that an end tag closes, also when its name has a slip. */
static const xmlNode *closed_by(const struct mending *mending, const char *name)
{
    const xmlNode *closed = find_open(mending, name);
    if (closed || is_known(mending, name))
        return closed;
    for (const xmlNode *node = mending->open; is_element(node); node = node->parent)
        if (is_slip(name, open_name(mending, node)))
            return node;
    return NULL;
}

/* Whether the open element has an end tag of its own behind text, before those of the elements
 * around it. */
static bool is_closed_behind(struct mending *mending, const char *text)
{
    if (!is_element(mending->open->parent)) /* the root, which nothing may close too early */
        return strstr(text, "</") != NULL;
    const char *end = next_end(mending, text);
    for (int strays = 0; end && strays < STRAYS; strays++) {
        const xmlNode *closed = closed_by(mending, name_at(mending, end + 2));
        if (closed)
            return closed == mending->open;
        end = next_end(mending, behind_markup(end));
    }
    return false;
}

static const xmlNode *root_of(const struct mending *mending)
{
    const xmlNode *root = mending->open;
    while (is_element(root->parent))
        root = root->parent;
    return root;
}

/* Whether an end tag comes a second time, right behind the first. */
static bool is_twice(const struct mending *mending, size_t start, const char *name)
{
    const char *bytes = mending->source->bytes.data;
    while (start && strchr(" \t\r\n", bytes[start - 1]))
        start--;
    size_t before = source_tag_start(mending->source, start ? start - 1 : 0);
    return bytes[start ? start - 1 : 0] == '>' && strncmp(bytes + before, "</", 2) == 0 &&
           strcmp(name_at(mending, bytes + before + 2), name) == 0;
}

/* An end tag of a name that isn't open. */
static bool mend_other_end(struct mending *mending, struct fault *fault, size_t start,
                           const char *name)
{
    const char *behind = behind_markup(mending->source->bytes.data + start);
    const xmlNode *early = find_closed_early(mending, name);
    if (early)
        return mend_stray_end(mending, fault, start, name, early);
    if (is_twice(mending, start, name))
        return mend_stray_end(mending, fault, start, name, NULL);
    if (is_slip(name, open_name(mending, mending->open)))
        return mend_end_name(mending, fault, start, name);
    if (is_closed_behind(mending, behind) || first_outsider(mending, root_of(mending)))
        return mend_stray_end(mending, fault, start, name, NULL);
    return mend_end_name(mending, fault, start, name);
}

/* Whether text stands at an offset, before the next tag. */
static bool is_text_at(const struct mending *mending, size_t offset)
{
    const char *at = mending->source->bytes.data + offset;
    at += strspn(at, " \t\r\n");
    return *at && *at != '<';
}

/* Whether the end tag of the element around is meant by a start tag: it has the same name, no
 * attributes and nothing that would stand in it. */
static bool is_meant_as_end(const struct mending *mending, const xmlNode *element)
{
    const xmlNode *around = element->parent;
    size_t behind = source_tag_end(mending->source, source_span(element)->start);
    if (!is_element(around) || !is_element(around->parent) || element->properties ||
        strcmp(open_name(mending, element), open_name(mending, around)) != 0 ||
        names_contain(&model_of(mending, around)->elements, (const char *)element->name))
        return false;
    return !is_text_at(mending, behind) || model_of(mending, around->parent)->kind == MODEL_MIXED;
}

/* A start tag, <a> or <a/>, that is meant as the end tag of one of the open elements up to the
 * outermost that closes; NULL for none. */
static const xmlNode *find_meant_as_end(const struct mending *mending, const xmlNode *outermost)
{
    for (const xmlNode *node = mending->open; node != outermost; node = node->parent) {
        if (is_meant_as_end(mending, node))
            return node;
        for (const xmlNode *child = node->children; child; child = child->next)
            if (is_element(child) && !child->children && is_meant_as_end(mending, child))
                return child;
    }
    return NULL;
}

static bool mend_missing_slash(struct mending *mending, struct fault *fault,
                               const xmlNode *outermost)
{
    const xmlNode *element = find_meant_as_end(mending, outermost);
    if (!element)
        return false;
    size_t start = source_span(element)->start;
    fault->code = FAULT_SLASH_MISSING;
    fault->offset = start;
    fault->name = open_name(mending, element);
    fault->line = xml_place(element->parent).line;
    buf_printf(&mending->text, "</%s>", fault->name);
    return mend_with(mending, start, source_tag_end(mending->source, start) - start, "");
}

/* </> */
static bool mend_unnamed_end(struct mending *mending, struct fault *fault, size_t start,
                             const char *behind)
{
    fault->code = FAULT_END_UNNAMED;
    fault->offset = start;
    fault->name = open_name(mending, mending->open);
    buf_printf(&mending->text, "</%s>", fault->name);
    return mend_with(mending, start, (size_t)(behind - mending->source->bytes.data) - start, "");
}

bool mend_end_tag(struct mending *mending, struct fault *fault)
{
    size_t start = source_tag_start(mending->source, fault->offset ? fault->offset - 1 : 0);
    const char *tag = mending->source->bytes.data + start;
    if (strncmp(tag, "</", 2) != 0 || !is_element(mending->open))
        return false;
    const char *name = name_at(mending, tag + 2), *behind = behind_markup(tag);
    if (strchr(">< -.0123456789", *name) && behind[-1] == '>')
        return mend_unnamed_end(mending, fault, start, behind);
    const xmlNode *closed = closed_by(mending, name);
    const char *next = behind + strspn(behind, " \t\r\n");
    if (!closed || closed == mending->open)
        return mend_other_end(mending, fault, start, name);
    if (mend_missing_slash(mending, fault, closed))
        return true;
    if (strncmp(next, "</", 2) == 0 && closes(mending, next, mending->open))
        return mend_crossed(mending, start, name, next);
    return mend_missing_end(mending, fault, start, closed);
}

bool mend_end_of_file(struct mending *mending, struct fault *fault)
{
    if (is_element(mending->open) &&
        mend_missing_slash(mending, fault, (const xmlNode *)mending->open->doc))
        return true;
    for (const xmlNode *node = mending->open; is_element(node); node = node->parent)
        buf_printf(&mending->text, "</%s>", open_name(mending, node));
    size_t end = mending->source->bytes.size;
    mending->is_silent = source_is_made_up(mending->source, end - 1, end); /* it ends in a tag */
    return mending->text.size && mend_with(mending, end, 0, "");
}

/* The root's end tag comes before elements that belong in it. Where it comes only once, another is
 * put at the end, and the parser comes here again. */
static bool mend_closed_root(struct mending *mending, struct fault *fault)
{
    const struct buf *bytes = &mending->source->bytes;
    const char *next = bytes->data + fault->offset;
    size_t end = source_tag_start(mending->source, fault->offset ? fault->offset - 1 : 0);
    const char *root = name_at(mending, bytes->data + end + 2), *last = next_end(mending, next);
    if (strncmp(bytes->data + end, "</", 2) != 0 ||
        !names_contain(&models_of(mending->models, vocabulary_local(root))->elements,
                       vocabulary_local(name_at(mending, next + 1))))
        return false;
    if (!last || strcmp(name_at(mending, last + 2), root) != 0) {
        mending->is_silent = true;
        buf_printf(&mending->text, "</%s>", root);
        return mend_with(mending, bytes->size, 0, "");
    }
    fault->code = FAULT_ROOT_CLOSED;
    fault->offset = end;
    fault->name = root;
    return mend_blank(mending, end, (size_t)(behind_markup(bytes->data + end) - bytes->data));
}

/* Text, an end tag too many, what belongs in the root, or a second root, whose inside is not looked
 * at. */
bool mend_behind_root(struct mending *mending, struct fault *fault)
{
    const struct source *source = mending->source;
    const char *at = source->bytes.data + fault->offset;
    if (strncmp(at, "</", 2) == 0) {
        fault->code = FAULT_STRAY_END;
        fault->other = name_at(mending, at + 2);
        return mend_blank(mending, fault->offset, (size_t)(behind_markup(at) - source->bytes.data));
    }
    size_t text = strcspn(at, "<");
    if (!text && mend_closed_root(mending, fault))
        return true;
    return fault->offset < source->bytes.size &&
           mend_blank(mending, fault->offset, text ? fault->offset + text : source->bytes.size);
}
