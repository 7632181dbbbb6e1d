/* The child elements of one element: their errors, reported as the cheapest repair. */
#include "validation/repair.h"

#include "base/memory.h"
#include "base/message.h"
#include "validation/align.h"

#include <stdlib.h>
#include <string.h>

/* The limit of steps in the searches for the places of all that one element holds. In a longer list
 * nobody misses the place. */
enum { SEARCHED = 1000000 };

/* One element whose children are repaired. */
struct family {
    struct validation *validation;
    xmlNodePtr parent;
    const struct model *model;
    xmlNodePtr *children;
    size_t count;
    struct align_child *described; /* the children */
    struct alignment alignment;
    size_t searched;
};

static bool is_known(const struct family *family, const xmlNode *element)
{
    return vocabulary_global(family->validation->vocabulary, "element", xml_name(element)) != NULL;
}

/* Returns the element that a known one in the wrong place is meant to be, by its content:
 * <mittarit> for <mittari> around <mittari>. */
static const char *meant_by_content(const struct family *family, const xmlNode *element)
{
    struct models *models = family->validation->models;
    const xmlNode *inner = element->children;
    while (inner && inner->type != XML_ELEMENT_NODE)
        inner = inner->next;
    const struct names *near = &family->model->elements;
    const char *meant = inner && !names_contain(near, xml_name(element))
                            ? names_nearest(near, xml_name(element))
                            : NULL;
    bool belongs = meant && names_contain(&models_of(models, meant)->elements, xml_name(inner)) &&
                   !names_contain(&models_of(models, xml_name(element))->elements, xml_name(inner));
    return belongs ? meant : NULL;
}

/* Returns the name here of an HTML element, where it may stand; NULL for none. */
static const char *meant_by_html(const struct family *family, const char *name)
{
    static const char *const words[][2] = {
        {"p", "kappale"},   {"b", "vahva"},     {"strong", "vahva"},   {"i", "korostus"},
        {"em", "korostus"}, {"u", "korostus"},  {"br", "rivinvaihto"}, {"a", "linkki"},
        {"ul", "luettelo"}, {"ol", "luettelo"}, {"li", "kohta"},       {"table", "taulukko"},
        {"tr", "rivi"},     {"td", "solu"},     {"th", "solu"},        {"img", "kuva"},
        {"h1", "otsikko"},  {"h2", "otsikko"},  {"h3", "otsikko"},     {"dl", "maaritelmat"},
        {"dt", "termi"},    {"dd", "selite"},   {"section", "osio"},   {"div", "osio"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], name) == 0 && names_contain(&family->model->elements, words[i][1]))
            return words[i][1];
    return NULL;
}

static struct align_child describe(struct family *family, const xmlNode *element)
{
    struct align_child child = {
        .name = xml_name(element),
        .is_ours = xml_is_ours(element),
        .is_unknown = !is_known(family, element),
    };
    if (child.is_ours && names_contain(&family->model->elements, child.name))
        return child;
    const char *similar = meant_by_content(family, element);
    if (child.is_ours && !meant_by_html(family, child.name))
        content_meant(family->validation, element, &family->model->elements, &child.meant);
    if (similar && !child.meant.count)
        names_add(&child.meant, similar);
    child.may_replace =
        !xml_has_elements(element) && !element->properties &&
        !content_belongs_inside(family->validation, element, &family->model->elements);
    return child;
}

static void align_children(struct family *family)
{
    family->described = memory_new(family->count + 1, sizeof *family->described);
    for (size_t i = 0; i < family->count; i++)
        family->described[i] = describe(family, family->children[i]);
    family->alignment =
        align(family->model, family->described, family->count, family->validation->arena);
}

static void free_alignment(struct family *family)
{
    for (size_t i = 0; i < family->count; i++)
        names_free(&family->described[i].meant);
    free(family->described);
    free(family->alignment.steps);
}

/* Returns the child that the next step from a given one puts into the content, or NULL at its end.
 */
static xmlNodePtr child_from(const struct family *family, size_t step)
{
    for (; step < family->alignment.count; step++) {
        enum align_kind kind = family->alignment.steps[step].kind;
        if (kind == ALIGN_FITS || kind == ALIGN_RENAMED)
            return family->children[family->alignment.steps[step].child];
    }
    return NULL;
}

static xmlNodePtr child_before(const struct family *family, size_t step)
{
    while (step-- > 0) {
        enum align_kind kind = family->alignment.steps[step].kind;
        if (kind == ALIGN_FITS || kind == ALIGN_RENAMED)
            return family->children[family->alignment.steps[step].child];
    }
    return NULL;
}

/* Appends where in the content a step's element belongs. */
static void hint_place(const struct family *family, size_t step, struct buf *hint)
{
    const xmlNode *next = child_from(family, step), *last = child_before(family, step);
    if (next)
        buf_printf(hint, _("its place is before <%s> on line %d"), xml_name(next),
                   xml_place(next).line);
    else if (last)
        buf_printf(hint, _("its place is after <%s> on line %d"), xml_name(last),
                   xml_place(last).line);
}

static void begin_unexpected(const struct family *family, const xmlNode *element,
                             const struct align_step *step, struct buf *message)
{
    struct names expected = {0};
    model_expected(family->model, step->from, &expected);
    buf_printf(message, _("<%s> is not allowed here in <%s>"), xml_name(element),
               xml_name(family->parent));
    if (expected.count) {
        buf_string(message, _("; expected "));
        names_write(&expected, true, message);
    } else {
        buf_string(message, _("; nothing more may follow"));
    }
    names_free(&expected);
}

static bool report(const struct family *family, xmlNodePtr element, enum rule rule,
                   struct buf *message, struct buf *hint)
{
    return explain_report(family->validation, element, rule, xml_place(element), message, hint);
}

/* Appends the elements here inside which a known element is wanted. Returns false for none. */
static bool hint_wrapper(const struct family *family, const struct names *places, struct buf *hint)
{
    struct names wrappers = {0};
    for (size_t i = 0; i < places->count; i++)
        if (names_contain(&family->model->elements, places->items[i]))
            names_add(&wrappers, places->items[i]);
    if (wrappers.count) {
        buf_string(hint, _("write it inside "));
        names_write(&wrappers, true, hint);
    }
    names_free(&wrappers);
    return hint->size > 0;
}

static void hint_holders(const struct family *family, const xmlNode *element, struct buf *hint)
{
    struct names places = {0};
    vocabulary_parents(family->validation->vocabulary, xml_name(element), &places);
    if (places.count && !hint_wrapper(family, &places, hint)) {
        buf_printf(hint, _("<%s> belongs in "), xml_name(element));
        names_write(&places, true, hint);
    }
    names_free(&places);
}

static void hint_namespace(const xmlNode *element, struct buf *hint)
{
    buf_printf(hint, _("<%s> is not in the namespace %s"), xml_name(element), XML_PYKALA);
}

/* Appends what a child is taken for, with all else that its content fits. Returns whether there is
 * one name only. */
static bool hint_meant(const struct family *family, const struct align_step *step, struct buf *hint)
{
    const struct align_child *child = &family->described[step->child];
    const char *taken = family->model->names[step->state];
    struct names one = {.items = &taken, .count = 1}, meant = {0};
    for (size_t i = 0; i < child->meant.count; i++)
        if (model_step(family->model, step->from, child->meant.items[i]))
            names_add(&meant, child->meant.items[i]);
    struct buf list = {0};
    names_write(meant.count ? &meant : &one, true, &list);
    buf_printf(hint, _("did you mean %s?"), list.data);
    bool is_one = meant.count < 2;
    buf_free(&list);
    names_free(&meant);
    return is_one;
}

static void rename_child(const struct family *family, const struct align_step *step)
{
    xmlNodePtr element = family->children[step->child];
    const char *meant = family->model->names[step->state];
    struct buf message = {0}, hint = {0};
    begin_unexpected(family, element, step, &message);
    bool is_ours = xml_is_ours(element), is_clear = is_ours && hint_meant(family, step, &hint);
    if (!is_ours)
        hint_namespace(element, &hint);
    if (report(family, element, RULE_XSD_ELEMENT, &message, &hint) && is_clear)
        explain_rename(family->validation, element, meant);
    if (!xml_is_ours(element))
        edit_take_in(family->validation, element);
    if (strcmp(xml_name(element), meant) != 0)
        edit_rename(family->validation, element, meant);
}

static void report_stranger(const struct family *family, xmlNodePtr element,
                            const struct align_step *step)
{
    struct buf message = {0}, hint = {0};
    begin_unexpected(family, element, step, &message);
    const char *meant = meant_by_html(family, xml_name(element));
    if (!meant && xml_is_ours(element) && !is_known(family, element))
        meant = names_nearest(&family->model->elements, xml_name(element));
    if (meant)
        buf_printf(&hint, _("did you mean <%s>?"), meant);
    else if (!xml_is_ours(element))
        hint_namespace(element, &hint);
    else if (is_known(family, element))
        hint_holders(family, element, &hint);
    if (report(family, element, RULE_XSD_ELEMENT, &message, &hint) && meant)
        explain_rename(family->validation, element, meant);
}

static void report_misplaced(const struct family *family, xmlNodePtr element, size_t place)
{
    struct buf message = {0}, hint = {0};
    buf_printf(&message, _("<%s> stands in the wrong place in <%s>"), xml_name(element),
               xml_name(family->parent));
    hint_place(family, place, &hint);
    report(family, element, RULE_XSD_ORDER, &message, &hint);
}

static bool fits_as(const struct family *family, const struct align_step *step, const char *name)
{
    return (step->kind == ALIGN_FITS || step->kind == ALIGN_RENAMED) &&
           strcmp(family->model->names[step->state], name) == 0;
}

/* Returns the step of the first child that fits and has the name, or NULL. */
static const struct align_step *first_step(struct family *family, const char *name)
{
    for (size_t i = 0; i < family->alignment.count && family->searched++ < SEARCHED; i++)
        if (fits_as(family, &family->alignment.steps[i], name))
            return &family->alignment.steps[i];
    return NULL;
}

/* Returns the first child that fits and has the name. */
static const xmlNode *first_of(struct family *family, const char *name)
{
    const struct align_step *first = first_step(family, name);
    return first ? family->children[first->child] : NULL;
}

/* Returns how many children fit and have the name, from a step on: as many as may. */
static size_t count_row(const struct family *family, const struct align_step *first,
                        const char *name)
{
    const struct align_step *step = first;
    const struct align_step *end = family->alignment.steps + family->alignment.count;
    while (step < end && fits_as(family, step, name))
        step++;
    return (size_t)(step - first);
}

static void report_repeated(struct family *family, xmlNodePtr element)
{
    const struct align_step *step = first_step(family, xml_name(element));
    const xmlNode *first = step ? family->children[step->child] : NULL;
    size_t most = step ? count_row(family, step, xml_name(element)) : 0;
    struct buf message = {0}, hint = {0};
    if (most > 1)
        buf_printf(&message, _("<%s> may come at most %zu times in <%s>"), xml_name(element), most,
                   xml_name(family->parent));
    else
        buf_printf(&message, _("<%s> may come only once in <%s>"), xml_name(element),
                   xml_name(family->parent));
    if (first)
        buf_printf(&hint, _("the first is on line %d"), xml_place(first).line);
    if (report(family, element, RULE_XSD_REPEATED, &message, &hint) && first)
        diag_relate(family->validation->diags, xml_place(first));
}

/* Returns the child in the place that the element of another choice would have; NULL for none. */
static const xmlNode *rival_of(struct family *family, const char *name)
{
    for (size_t i = 0; i < family->alignment.count && family->searched++ < SEARCHED; i++) {
        const struct align_step *step = &family->alignment.steps[i];
        if ((step->kind == ALIGN_FITS || step->kind == ALIGN_RENAMED) &&
            model_step(family->model, step->from, name))
            return family->children[step->child];
    }
    return NULL;
}

/* Reports an element that excludes another. Returns false when there is no other. */
static bool report_rival(struct family *family, xmlNodePtr element, const struct align_step *step)
{
    const xmlNode *rival =
        first_of(family, xml_name(element)) ? NULL : rival_of(family, xml_name(element));
    if (!rival)
        return false;
    struct buf message = {0}, hint = {0};
    begin_unexpected(family, element, step, &message);
    buf_printf(&hint, _("delete either it or <%s> on line %d"), xml_name(rival),
               xml_place(rival).line);
    if (report(family, element, RULE_XSD_ELEMENT, &message, &hint))
        diag_relate(family->validation->diags, xml_place(rival));
    return true;
}

/* Returns whether the content still fits when something before a step leads into the state. */
static bool still_fits(struct family *family, size_t step, size_t state)
{
    const struct alignment *alignment = &family->alignment;
    for (; step < alignment->count; step++) {
        if (family->searched++ >= SEARCHED)
            return false;
        const struct align_step *next = &alignment->steps[step];
        if (next->kind == ALIGN_LEFT_OUT)
            continue;
        if (state == next->from)
            return true; /* the rest is as before */
        state = model_step(family->model, state, family->model->names[next->state]);
        if (!state)
            return false;
    }
    return family->model->ends[state];
}

/* Returns the state before a step. */
static size_t state_before(const struct family *family, size_t step)
{
    return step < family->alignment.count ? family->alignment.steps[step].from
           : step                         ? family->alignment.steps[step - 1].state
                                          : MODEL_START;
}

/* Finds the step before which an element that has been left out fits; false for none. *filled is
 * set when it fills the place of a missing one, which is then no fault. */
static bool find_place(struct family *family, const char *name, size_t *place, bool *filled)
{
    struct alignment *alignment = &family->alignment;
    *filled = false;
    for (size_t i = 0; i < alignment->count && family->searched++ < SEARCHED; i++)
        for (size_t j = 0;
             alignment->steps[i].kind == ALIGN_MISSING && j < alignment->steps[i].name_count; j++)
            if (strcmp(alignment->steps[i].names[j], name) == 0) {
                *place = i;
                *filled = true;
                return true;
            }
    for (size_t i = 0; i <= alignment->count && family->searched++ < SEARCHED; i++) {
        size_t state = model_step(family->model, state_before(family, i), name);
        if (state && still_fits(family, i, state)) {
            *place = i;
            return true;
        }
    }
    return false;
}

static void leave_out(const struct family *family, xmlNodePtr element)
{
    struct source_span *span = source_span(family->parent);
    span->lacks_content = true;
    edit_unlink(family->validation, element);
}

/* Moves the step of an element to the element's place. */
static void insert_step(struct alignment *alignment, size_t place, struct align_step step,
                        size_t from)
{
    struct align_step *steps = alignment->steps;
    if (from < place) {
        memmove(steps + from, steps + from + 1, (place - 1 - from) * sizeof *steps);
        steps[place - 1] = step;
    } else {
        memmove(steps + place + 1, steps + place, (from - place) * sizeof *steps);
        steps[place] = step;
    }
}

/* Moves the element of a step to its place, and changes the steps after it accordingly. */
static void move_child(struct family *family, size_t index, size_t place, bool filled)
{
    struct alignment *alignment = &family->alignment;
    struct align_step step = alignment->steps[index];
    xmlNodePtr element = family->children[step.child];
    report_misplaced(family, element, place);
    edit_move(family->validation, element, family->parent, child_from(family, place));
    step.kind = ALIGN_FITS;
    step.from = state_before(family, place);
    step.state = model_step(family->model, step.from, xml_name(element));
    if (filled) {
        alignment->steps[place] = step; /* what was missing is there */
        return;
    }
    size_t state = step.state;
    for (size_t i = place; i < alignment->count && state != alignment->steps[i].from; i++) {
        struct align_step *next = &alignment->steps[i];
        if (i == index)
            continue;
        next->from = state;
        if (next->kind != ALIGN_LEFT_OUT)
            state = model_step(family->model, state, family->model->names[next->state]);
        next->state = state;
    }
    insert_step(alignment, place, step, index);
}

/* Deals with the child of a step that left it out. Returns whether a new step has come to the
 * index. */
static bool repair_left_out(struct family *family, size_t index)
{
    struct align_step step = family->alignment.steps[index];
    xmlNodePtr element = family->children[step.child];
    const char *name = xml_name(element);
    size_t place;
    bool filled;
    if (!xml_is_ours(element) || !names_contain(&family->model->elements, name)) {
        report_stranger(family, element, &step);
        leave_out(family, element);
    } else if (find_place(family, name, &place, &filled)) {
        move_child(family, index, place, filled);
        return !filled && place > index;
    } else {
        if (!report_rival(family, element, &step))
            report_repeated(family, element);
        leave_out(family, element);
    }
    return false;
}

/* Returns whether a missing element has been reported in effect: as stray text, or as the early end
 * of the file. */
static bool is_told(const struct family *family)
{
    const struct source_span *span = source_span(family->parent);
    return (!family->count && span->has_stray_text) ||
           source_is_cut(family->validation->source, span->end - 1);
}

/* Returns whether content of an element stands in the family without it. */
static bool stands_unwrapped(const struct family *family, const char *name)
{
    const struct names *inside = &models_of(family->validation->models, name)->elements;
    for (size_t i = 0; i < family->alignment.count; i++) {
        const struct align_step *step = &family->alignment.steps[i];
        if (step->kind == ALIGN_LEFT_OUT &&
            names_contain(inside, xml_name(family->children[step->child])))
            return true;
    }
    return false;
}

/* Returns whether a missing element has been reported in another form: as an attribute, or as its
 * own content. */
static bool is_in_other_form(const struct family *family, size_t index)
{
    const struct align_step *step = &family->alignment.steps[index];
    for (size_t i = 0; i < step->name_count; i++)
        if ((!names_contain(&family->model->attributes, step->names[i]) &&
             xmlHasProp(family->parent, (const xmlChar *)step->names[i])) ||
            (step->name_count == 1 && stands_unwrapped(family, step->names[i])))
            return true;
    return false;
}

static void suppose(const struct family *family, size_t index)
{
    const struct align_step *step = &family->alignment.steps[index];
    edit_insert(family->validation, family->model->names[step->state], family->parent,
                child_from(family, index));
}

static void report_missing(const struct family *family, size_t index)
{
    const struct align_step *step = &family->alignment.steps[index];
    xmlNodePtr parent = family->parent;
    struct names names = {.items = step->names, .count = step->name_count};
    struct buf message = {0}, hint = {0};
    if (names.count == 1) {
        buf_printf(&message, _("<%s> lacks <%s>"), xml_name(parent), names.items[0]);
        hint_place(family, index, &hint);
        if (hint.size)
            buf_string(&hint, ". ");
        vocabulary_document(
            vocabulary_global(family->validation->vocabulary, "element", names.items[0]), &hint);
    } else {
        buf_printf(&message, _("<%s> lacks one of "), xml_name(parent));
        names_write(&names, true, &message);
        hint_place(family, index, &hint);
    }
    explain_report_content(family->validation, parent, RULE_XSD_MISSING, xml_place(parent),
                           &message, &hint);
}

static void report_inner(const struct family *family, xmlNodePtr element)
{
    struct buf message = {0}, hint = {0};
    buf_printf(&message, _("<%s> is not allowed here: <%s> holds no elements"), xml_name(element),
               xml_name(family->parent));
    const xmlNode *outside = family->parent->parent;
    bool belongs_outside =
        outside && outside->type == XML_ELEMENT_NODE &&
        names_contain(&models_of(family->validation->models, xml_name(outside))->elements,
                      xml_name(element));
    if (family->model->kind == MODEL_TEXT)
        buf_printf(&hint, _("write the text without <%s>"), xml_name(element));
    else if (belongs_outside)
        buf_printf(&hint, _("its place is after <%s> on line %d"), xml_name(family->parent),
                   xml_place(family->parent).line);
    else
        vocabulary_document(
            vocabulary_global(family->validation->vocabulary, "element", xml_name(family->parent)),
            &hint);
    report(family, element, RULE_XSD_ELEMENT, &message, &hint);
}

/* Reports unknown elements inside a reported one, where there is only text: <p>…<br/>…</p>. */
static void report_innermost(const struct family *family, xmlNodePtr top)
{
    for (xmlNodePtr node = top; (node = xml_next_node(node, top));)
        if (node->type == XML_ELEMENT_NODE &&
            models_of(family->validation->models, xml_name(node))->kind == MODEL_UNKNOWN)
            report_inner(family, node);
}

/* Reports elements where there can be none. */
static void repair_inner(struct family *family)
{
    for (size_t i = 0; i < family->count; i++) {
        report_inner(family, family->children[i]);
        if (family->model->kind == MODEL_TEXT)
            report_innermost(family, family->children[i]);
        leave_out(family, family->children[i]);
    }
}

/* Repairs the steps that left a child out. A move towards the end brings the next step to the same
 * index. */
static void repair_all_left_out(struct family *family)
{
    for (size_t i = 0; i < family->alignment.count;)
        if (family->alignment.steps[i].kind != ALIGN_LEFT_OUT || !repair_left_out(family, i))
            i++;
}

static void repair_steps(struct family *family)
{
    for (size_t i = 0; i < family->alignment.count; i++)
        if (family->alignment.steps[i].kind == ALIGN_RENAMED)
            rename_child(family, &family->alignment.steps[i]);
    repair_all_left_out(family);
    for (size_t i = 0; i < family->alignment.count; i++)
        if (family->alignment.steps[i].kind == ALIGN_MISSING) {
            if (!is_told(family) && !is_in_other_form(family, i))
                report_missing(family, i);
            suppose(family, i);
        }
}

void repair_children(struct validation *validation, xmlNodePtr element, const struct model *model,
                     xmlNodePtr *children, size_t count)
{
    struct family family = {.validation = validation,
                            .parent = element,
                            .model = model,
                            .children = children,
                            .count = count};
    if (model->states == 1) {
        repair_inner(&family);
        return;
    }
    align_children(&family);
    if (family.alignment.repairs)
        repair_steps(&family);
    free_alignment(&family);
}
