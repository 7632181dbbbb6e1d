/* Inflected forms of names against the Finnish dictionary: a form that it doesn't know is not a
 * fault. */
#include "base/arena.h"
#include "base/blank.h"
#include "base/message.h"
#include "rules/dictionary.h"
#include "rules/rules_private.h"

#include <string.h>

enum { WORDS = 12 };

/* The words of a name, with their readings in the dictionary. */
struct name {
    size_t count;
    const struct dictionary_word *words[WORDS];
};

struct forms {
    struct rules_run *run;
    struct arena *arena;
    void (*check)(struct forms *forms, const xmlNode *element, const struct name *form,
                  const struct name *nominative);
};

static struct name *read_name(struct forms *forms, const xmlNode *element)
{
    struct name *name = arena_alloc(forms->arena, sizeof *name);
    xmlChar *content = xmlNodeGetContent(element);
    const char *at = content ? (const char *)content : "";
    for (at += strspn(at, BLANK); *at && name->count < WORDS; at += strspn(at, BLANK)) {
        size_t size = strcspn(at, BLANK);
        const char *word = arena_strndup(forms->arena, at, size);
        name->words[name->count++] = dictionary_find(forms->run->dictionary, word);
        at += size;
    }
    xmlFree(content);
    return name;
}

/* The cases that an element may hold: one, or for a place the inner and the outer one. */
static const char *const allowed[][3] = {
    {"nominatiivi", "nominatiivi", NULL},   {"genetiivi", "genetiivi", NULL},
    {"partitiivi", "partitiivi", NULL},     {"essiivi", "essiivi", NULL},
    {"translatiivi", "translatiivi", NULL}, {"inessiivi", "inessiivi", NULL},
    {"elatiivi", "elatiivi", NULL},         {"illatiivi", "illatiivi", NULL},
    {"adessiivi", "adessiivi", NULL},       {"ablatiivi", "ablatiivi", NULL},
    {"allatiivi", "allatiivi", NULL},       {"olosija", "inessiivi", "adessiivi"},
    {"erosija", "elatiivi", "ablatiivi"},   {"tulosija", "illatiivi", "allatiivi"},
};

static const char *const *allowed_in(const xmlNode *element)
{
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        if (strcmp(allowed[i][0], (const char *)element->name) == 0)
            return &allowed[i][1];
    return NULL;
}

static bool is_in_case(const struct dictionary_word *word, const char *const cases[2])
{
    for (size_t i = 0; i < word->count; i++)
        for (size_t j = 0; j < 2 && cases[j]; j++)
            if (strcmp(word->readings[i].name, cases[j]) == 0)
                return true;
    return false;
}

/* Returns the first case that the dictionary sees in a word, or NULL where it sees none. */
static const char *case_of(const struct dictionary_word *word)
{
    for (size_t i = 0; i < word->count; i++)
        if (*word->readings[i].name)
            return word->readings[i].name;
    return NULL;
}

static bool share_base(const struct dictionary_word *a, const struct dictionary_word *b)
{
    if (!a->count || !b->count || strcmp(a->text, b->text) == 0)
        return true;
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++)
            if (strcmp(a->readings[i].base, b->readings[j].base) == 0)
                return true;
    return false;
}

static void check_case(struct forms *forms, const xmlNode *element, const struct name *form,
                       const struct name *nominative)
{
    const char *const *cases = allowed_in(element);
    const struct dictionary_word *word = form->words[form->count - 1];
    const char *found = case_of(word);
    bool is_other_word =
        form->count == nominative->count && !share_base(word, nominative->words[form->count - 1]);
    if (!found || is_in_case(word, cases) || is_other_word)
        return; /* another rule reports the other word */
    const char *hint =
        cases[1] ? arena_printf(forms->arena, _("write the %s or the %s"), cases[0], cases[1])
                 : arena_printf(forms->arena, _("write the %s"), cases[0]);
    rules_report(forms->run, xml_place(element), hint, _("<%s> holds \"%s\", which is the %s"),
                 (const char *)element->name, word->text, found);
}

static void check_word(struct forms *forms, const xmlNode *element, const struct name *form,
                       const struct name *nominative)
{
    for (size_t i = 0; form->count == nominative->count && i < form->count; i++) {
        const struct dictionary_word *word = form->words[i], *wanted = nominative->words[i];
        if (share_base(word, wanted))
            continue;
        rules_report(forms->run, xml_place(element),
                     arena_printf(forms->arena, _("write a form of \"%s\""), wanted->text),
                     _("<%s> holds \"%s\", which is not a form of \"%s\""),
                     (const char *)element->name, word->text, wanted->text);
    }
}

/* Checks the forms in one element; their nominative is the first of them. */
static void check_forms(struct forms *forms, const xmlNode *parent)
{
    xmlNodePtr first = rules_child(forms->run, parent, "nominatiivi");
    if (!first || !xml_is_sound_inside(first))
        return;
    const struct name *nominative = read_name(forms, first);
    for (xmlNodePtr element = first; element; element = element->next) {
        if (element->type != XML_ELEMENT_NODE || !allowed_in(element) ||
            !xml_is_sound_inside(element))
            continue;
        const struct name *form = read_name(forms, element);
        if (form->count && form->count < WORDS && nominative->count)
            forms->check(forms, element, form, nominative);
    }
}

static void check_documents(struct forms *forms)
{
    struct rules_walk walk = {0};
    for (xmlNodePtr element; (element = rules_next(forms->run, &walk));)
        check_forms(forms, element);
}

static void run_check(struct forms forms)
{
    const xmlNode *project = rules_root(forms.run->project->project);
    const char *language = project ? xml_attribute(project, "kieli") : NULL;
    if (!language || strcmp(language, "fi") != 0 || !diags_want(forms.run->diags, forms.run->rule))
        return;
    if (!forms.run->dictionary)
        forms.run->dictionary = dictionary_open(forms.run->diags);
    if (!forms.run->dictionary)
        return;
    forms.arena = arena_new();
    check_documents(&forms);
    arena_free(forms.arena);
}

void rules_form_case(struct rules_run *run)
{
    run_check((struct forms){.run = run, .check = check_case});
}

void rules_form_word(struct rules_run *run)
{
    run_check((struct forms){.run = run, .check = check_word});
}
