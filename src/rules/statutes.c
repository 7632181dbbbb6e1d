/* Compares references to statutes with the register of statutes; without one there is nothing to
 * say. */
#include "rules/rules_private.h"

#include "base/arena.h"
#include "base/blank.h"
#include "base/buf.h"
#include "base/message.h"

#include <string.h>
#include <strings.h>

/* Numbers of meetings and months (3/2026) have the form of a statute's; those of acts that matter
 * here are higher. */
enum { LEAST = 53 };

/* Comparing texts with the names of all acts takes time; no project has so many. */
enum { SEARCHED = 100000 };

static xmlNodePtr first_statute(const struct rules_run *run)
{
    return rules_child(run, rules_root(run->project->statutes), "saadostieto");
}

static xmlNodePtr find_statute(const struct rules_run *run, const char *number)
{
    return xmlHashLookup(run->statutes, (const xmlChar *)number);
}

/* Returns the text of an element without white space at its ends, in the arena. */
static const char *text_of(const xmlNode *element, struct arena *arena)
{
    xmlChar *content = xmlNodeGetContent(element);
    size_t size;
    const char *text = blank_trim(content ? (const char *)content : "", &size);
    const char *copy = arena_strndup(arena, text, size);
    xmlFree(content);
    return copy;
}

/* Writes the hint about a number that the register doesn't have. */
static void hint_unknown(struct rules_run *run, const char *number, struct buf *hint)
{
    struct names numbers = {0};
    bool is_sought = run->proposals++ < RULES_TEXT_FINDINGS;
    for (xmlNodePtr statute = is_sought ? first_statute(run) : NULL; statute;
         statute = rules_sibling(run, statute, "saadostieto"))
        names_add(&numbers, xml_attribute(statute, "numero"));
    const char *meant = names_nearest(&numbers, number);
    if (meant)
        buf_printf(hint, _("did you mean %s?"), meant);
    else
        buf_string(hint, _("check the number, or add the act to the register of statutes"));
    names_free(&numbers);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Returns the size of a statute's number that begins at a place of a text, or 0. */
static size_t number_size(const char *begin, const char *at)
{
    if (at > begin && (is_digit(at[-1]) || strchr("/.-:", at[-1])))
        return 0;
    size_t number = strspn(at, DIGITS);
    if (!number || number > 4 || at[number] != '/' || *at == '0')
        return 0;
    size_t year = strspn(at + number + 1, DIGITS);
    const char *after = at + number + 1 + year;
    bool goes_on = *after == '/' || ((*after == '-' || *after == '.') && is_digit(after[1]));
    int value = 0;
    for (size_t i = 0; i < number; i++)
        value = 10 * value + (at[i] - '0');
    if (year != 4 || goes_on || value < LEAST ||
        (strncmp(at + number + 1, "19", 2) != 0 && strncmp(at + number + 1, "20", 2) != 0))
        return 0;
    return number + 1 + year;
}

/* Calls found with each number in a text. */
static void each_number(struct rules_run *run, const xmlNode *text,
                        void (*found)(struct rules_run *run, const xmlNode *text, size_t offset,
                                      const char *number))
{
    struct arena *arena = arena_new();
    const char *begin = (const char *)text->content, *at = begin;
    while (*at && !run->is_full) {
        size_t size = number_size(begin, at);
        if (size)
            found(run, text, (size_t)(at - begin), arena_strndup(arena, at, size));
        at += size ? size : 1;
    }
    arena_free(arena);
}

static bool is_reference(const xmlNode *element)
{
    return strcmp((const char *)element->name, "saadosviite") == 0 ||
           strcmp((const char *)element->name, "saados") == 0;
}

static void check_number(struct rules_run *run, const xmlNode *text, size_t offset,
                         const char *number)
{
    /* Another rule compares a reference with its own attribute. */
    if (is_reference(text->parent) || find_statute(run, number))
        return;
    struct buf hint = {0};
    hint_unknown(run, number, &hint);
    rules_report_text(run, text, offset, strlen(number), hint.data,
                      _("the register of statutes does not have %s"), number);
    buf_free(&hint);
}

static void check_text(struct rules_run *run, const xmlNode *text)
{
    each_number(run, text, check_number);
}

static void each_reference(struct rules_run *run,
                           void (*visit)(struct rules_run *run, const xmlNode *reference))
{
    struct rules_walk walk = {0};
    for (xmlNodePtr element; (element = rules_next(run, &walk));)
        if (is_reference(element) && xml_attribute(element, "numero"))
            visit(run, element);
}

static void check_reference(struct rules_run *run, const xmlNode *reference)
{
    const char *number = xml_attribute(reference, "numero");
    struct buf hint = {0};
    if (find_statute(run, number))
        return;
    hint_unknown(run, number, &hint);
    rules_report(run, xml_attribute_place(reference, "numero"), hint.data,
                 _("the register of statutes does not have %s"), number);
    buf_free(&hint);
}

void rules_statute_unknown(struct rules_run *run)
{
    if (!input_is_whole(run->project->statutes))
        return;
    each_reference(run, check_reference);
    rules_each_text(run, check_text);
}

/* Returns whether a text holds a name whatever its ending: Finnish inflects the last word. */
static bool holds_name(const char *text, const char *name)
{
    size_t size = strlen(name);
    size = size > 6 ? size - 2 : size;
    for (; *text; text++)
        if (strncasecmp(text, name, size) == 0)
            return true;
    return false;
}

/* Returns the name without "Laki ": "hyvinvointialueesta" stays the same in "hyvinvointialueesta
 * annetun lain". */
static const char *subject_of(const char *name)
{
    static const char act[] = "Laki ";
    return strncmp(name, act, sizeof act - 1) == 0 ? name + sizeof act - 1 : name;
}

/* Returns whether a text holds one of a statute's names. */
static bool holds_a_name(const char *text, const xmlNode *statute, struct arena *arena)
{
    for (xmlNodePtr name = xml_child(statute, "saadosnimi"); name;
         name = xml_next(name, "saadosnimi"))
        if (holds_name(text, subject_of(text_of(name, arena))))
            return true;
    return false;
}

/* Returns the statute, other than the referred one, whose name the text holds, or NULL. */
static const xmlNode *other_named(struct rules_run *run, const char *text, const xmlNode *own,
                                  struct arena *arena)
{
    for (xmlNodePtr statute = first_statute(run); statute && run->searched++ < SEARCHED;
         statute = rules_sibling(run, statute, "saadostieto"))
        if (statute != own && holds_a_name(text, statute, arena))
            return statute;
    return NULL;
}

static void report_name(struct rules_run *run, const xmlNode *reference, const char *text,
                        const xmlNode *own, const xmlNode *other, struct arena *arena)
{
    const char *number = xml_attribute(reference, "numero");
    const char *name = text_of(xml_child(own, "saadosnimi"), arena);
    const char *hint = other ? arena_printf(arena, _("%s is %s; did you mean %s?"), number, name,
                                            xml_attribute(other, "numero"))
                             : arena_printf(arena, _("%s is %s"), number, name);
    rules_report(run, xml_attribute_place(reference, "numero"), hint,
                 _("the name \"%s\" does not go with the number %s"), text, number);
}

/* Checks a reference in the list of acts, where the name stands alone and must be one of the
 * register's. */
static void check_listed(struct rules_run *run, const xmlNode *reference, const xmlNode *own,
                         struct arena *arena)
{
    const char *text = text_of(xml_child(reference, "nimi"), arena);
    for (xmlNodePtr name = xml_child(own, "saadosnimi"); name; name = xml_next(name, "saadosnimi"))
        if (strcmp(text_of(name, arena), text) == 0)
            return;
    report_name(run, reference, text, own, other_named(run, text, own, arena), arena);
}

/* Returns whether the number in a reference's text is right and its attribute wrong: the register
 * has it, and the text doesn't hold a name of the attribute's act. */
static bool is_text_right(const struct rules_run *run, const xmlNode *reference,
                          const char *in_text, const char *own)
{
    struct arena *arena = arena_new();
    const xmlNode *statute = find_statute(run, own);
    bool is_named_own = statute && holds_a_name(text_of(reference, arena), statute, arena);
    arena_free(arena);
    return find_statute(run, in_text) && !is_named_own;
}

static void check_other_number(struct rules_run *run, const xmlNode *text, size_t offset,
                               const char *number)
{
    const xmlNode *reference = text->parent;
    const char *own = xml_attribute(reference, "numero");
    struct buf hint = {0};
    if (!own || strcmp(own, number) == 0)
        return;
    bool is_right = is_text_right(run, reference, number, own);
    if (is_right)
        buf_printf(&hint, _("did you mean numero=\"%s\"?"), number);
    else
        buf_printf(&hint, _("did you mean %s?"), own);
    if (rules_report_text(run, text, offset, strlen(number), hint.data,
                          _("the text says %s, the attribute numero %s"), number, own) &&
        is_right)
        diag_edit(run->diags, xml_attribute_place(reference, "numero"), number);
    buf_free(&hint);
}

/* Checks a reference in a sentence, where the name is inflected or left out: another act's is
 * wrong. */
static void check_in_sentence(struct rules_run *run, const xmlNode *reference, const xmlNode *own,
                              struct arena *arena)
{
    size_t before = diags_count(run->diags);
    for (const xmlNode *node = reference->children; node; node = node->next)
        if (node->type == XML_TEXT_NODE)
            each_number(run, node, check_other_number);
    const char *text = text_of(reference, arena);
    if (diags_count(run->diags) != before || holds_a_name(text, own, arena))
        return;
    const xmlNode *other = other_named(run, text, own, arena);
    if (other)
        report_name(run, reference, text, own, other, arena);
}

static void check_name(struct rules_run *run, const xmlNode *reference)
{
    const xmlNode *own = find_statute(run, xml_attribute(reference, "numero"));
    if (!own || !xml_is_sound_inside(own) || !xml_is_sound_inside(reference))
        return;
    struct arena *arena = arena_new();
    if (xml_child(reference, "nimi"))
        check_listed(run, reference, own, arena);
    else
        check_in_sentence(run, reference, own, arena);
    arena_free(arena);
}

void rules_statute_name(struct rules_run *run)
{
    if (run->project->statutes)
        each_reference(run, check_name);
}
