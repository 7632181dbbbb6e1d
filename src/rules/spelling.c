/* Reports words that the Finnish dictionary doesn't know. They may be faults or rare words, so each
 * is reported once a file, with the number of times, for people to look through. */
#include "rules/rules_private.h"

#include "base/arena.h"
#include "base/memory.h"
#include "base/message.h"
#include "rules/words.h"
#include "text/inflection.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

enum { LINES = 5, SUGGESTIONS = 3, LONGEST = 100, LONGEST_SUGGESTED = 40 };

/* A word that isn't known, in the file that is read. */
struct unknown {
    const char *text;
    struct diag_place place; /* where it comes first */
    size_t count;
    int lines[LINES]; /* of the first ones, each once */
    size_t line_count;
};

/* A word, or a part of one, that has come. */
struct looked_up {
    const char *text;
    bool is_done;
    struct unknown *unknown; /* NULL when it is right */
};

struct rules_spelling {
    struct diags *diags;
    struct arena *arena;
    struct inflection *inflection;
    /* Trees (tsearch) of struct looked_up: libxml2's hashes have 16384 rows at most. */
    void *names; /* words of names, which are right even if the dictionary lacks them */
    void *words;
    struct unknown **found; /* of the file that is read */
    size_t found_count, found_capacity;
    struct xml_walk walk; /* through the texts of the file */
};

static bool is_one_of(const xmlNode *element, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp((const char *)element->name, names[i]) == 0)
            return true;
    return false;
}

/* Returns whether an element holds a name of a party, a statute or a person. */
static bool is_name(const xmlNode *element)
{
    static const char *const names[] = {"nominatiivi",  "genetiivi",  "partitiivi",   "essiivi",
                                        "translatiivi", "inessiivi",  "elatiivi",     "illatiivi",
                                        "adessiivi",    "ablatiivi",  "allatiivi",    "olosija",
                                        "erosija",      "tulosija",   "saadosnimi",   "lyhenne",
                                        "henkilo",      "esittelija", "valmistelija", "alue"};
    return is_one_of(element, names, sizeof names / sizeof *names);
}

static bool is_inside(const xmlNode *node, bool (*wanted)(const xmlNode *element))
{
    for (node = node->parent; node && node->type == XML_ELEMENT_NODE; node = node->parent)
        if (wanted(node))
            return true;
    return false;
}

/* Returns whether an element's language is another one. */
static bool is_foreign(const xmlNode *element)
{
    const char *language = xml_attribute(element, "kieli");
    return language && strcmp(language, "fi") != 0;
}

/* Returns a word without its soft hyphens, in the arena; NULL when it is too long to be one. */
static char *plain(const struct rules_spelling *spelling, const struct words_word *word)
{
    if (word->size > LONGEST)
        return NULL;
    char *copy = arena_strndup(spelling->arena, word->text, word->size);
    size_t kept = 0;
    for (size_t i = 0; copy[i]; i++) {
        bool is_soft = copy[i] == '\xC2' && copy[i + 1] == '\xAD';
        if (is_soft)
            i++;
        else
            copy[kept++] = copy[i];
    }
    copy[kept] = '\0';
    return copy;
}

static int by_text(const void *left, const void *right)
{
    const struct looked_up *a = left, *b = right;
    return strcmp(a->text, b->text);
}

/* Returns a word in a tree; a new one when it hasn't come yet. */
static struct looked_up *find(const struct rules_spelling *spelling, const char *text, void **tree)
{
    struct looked_up **known = tfind(&(struct looked_up){.text = text}, tree, by_text);
    if (known)
        return *known;
    struct looked_up *word = arena_alloc(spelling->arena, sizeof *word);
    word->text = text;
    if (!tsearch(word, tree, by_text))
        memory_exhausted();
    return word;
}

/* Frees a tree, but not its words, which live in the arena. */
static void free_tree(void **tree)
{
    while (*tree)
        tdelete(*(void **)*tree, tree, by_text);
}

static void add_names(struct rules_spelling *spelling, const xmlNode *text)
{
    struct words words = words_begin((const char *)text->content);
    for (struct words_word word; words_next(&words, &word);) {
        const char *name = plain(spelling, &word);
        if (name)
            find(spelling, name, &spelling->names);
    }
}

static bool is_name_word(const struct rules_spelling *spelling, const char *text)
{
    return tfind(&(struct looked_up){.text = text}, &spelling->names, by_text);
}

/* Returns whether a word is a name of the project, or a form of one: its beginning is enough. */
static bool is_known_name(const struct rules_spelling *spelling, const char *word)
{
    enum { STEM = 4, ENDING = 5 };
    size_t size = strlen(word);
    if (is_name_word(spelling, word))
        return true;
    if (*word >= 'a' && *word <= 'z')
        return false;
    for (size_t i = size > ENDING + STEM ? size - ENDING : STEM; i < size; i++) {
        const char *stem = arena_strndup(spelling->arena, word, i);
        if (is_name_word(spelling, stem))
            return true;
    }
    return false;
}

static bool is_right(const struct rules_spelling *spelling, const char *word)
{
    return words_is_acronym(word, strlen(word)) || is_known_name(spelling, word) ||
           inflection_knows(spelling->inflection, word);
}

/* Returns the part of a word that isn't known: the whole word, or the only such part between its
 * hyphens (in HYTE-ohjausryhmä the acronym and the rest are looked up apart). NULL when all is
 * right. */
static const char *wrong_part(const struct rules_spelling *spelling, const char *word)
{
    if (is_right(spelling, word))
        return NULL;
    if (!strchr(word, '-'))
        return word;
    const char *wrong = NULL;
    for (const char *at = word; *at; at += strspn(at, "-")) {
        size_t size = strcspn(at, "-");
        const char *part = arena_strndup(spelling->arena, at, size);
        at += size;
        if (!size || is_right(spelling, part))
            continue;
        if (wrong)
            return word;
        wrong = part;
    }
    return wrong;
}

/* Returns the unknown word or part in a word; NULL when the word is right. */
static struct unknown *look_up(struct rules_spelling *spelling, const char *text)
{
    struct looked_up *word = find(spelling, text, &spelling->words);
    const char *wrong = word->is_done ? NULL : wrong_part(spelling, text);
    word->is_done = true;
    if (!wrong)
        return word->unknown;
    struct looked_up *part = find(spelling, wrong, &spelling->words);
    if (!part->unknown)
        part->unknown = arena_alloc(spelling->arena, sizeof *part->unknown);
    part->unknown->text = wrong;
    part->is_done = true;
    word->unknown = part->unknown;
    return word->unknown;
}

static void note(struct rules_spelling *spelling, struct unknown *unknown, const xmlNode *text,
                 size_t offset)
{
    if (unknown->count++ && unknown->line_count == LINES)
        return;
    struct diag_place place = xml_walk_place(&spelling->walk, text, offset, strlen(unknown->text));
    if (unknown->count == 1) {
        unknown->place = place;
        GROW(spelling->found, spelling->found_count, spelling->found_capacity);
        spelling->found[spelling->found_count++] = unknown;
    }
    if (place.cell)
        return;
    if (!unknown->line_count || unknown->lines[unknown->line_count - 1] != place.line)
        unknown->lines[unknown->line_count++] = place.line;
}

static void read_text(struct rules_spelling *spelling, const xmlNode *text)
{
    const char *begin = (const char *)text->content;
    struct words words = words_begin(begin);
    for (struct words_word word; words_next(&words, &word);) {
        const char *copy = plain(spelling, &word);
        struct unknown *unknown = copy ? look_up(spelling, copy) : NULL;
        if (unknown)
            note(spelling, unknown, text, (size_t)(word.text - begin));
    }
}

static void each_text(struct rules_spelling *spelling, xmlNodePtr root, bool of_names,
                      void (*visit)(struct rules_spelling *spelling, const xmlNode *text))
{
    for (xmlNodePtr element = root; element; element = rules_next_element(element, root))
        for (const xmlNode *node = element->children; node; node = node->next)
            if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
                node->content && is_inside(node, is_name) == of_names &&
                (of_names || !is_inside(node, is_foreign)))
                visit(spelling, node);
}

/* Appends " (7 times, also on lines 12, 30)"; nothing for a word that comes once. */
static void write_count(const struct unknown *unknown, struct buf *out)
{
    if (unknown->count < 2)
        return;
    buf_printf(out, ngettext(" (%zu time", " (%zu times", unknown->count), unknown->count);
    for (size_t i = 1; i < unknown->line_count; i++)
        buf_printf(
            out,
            i > 1 ? ", %d"
                  : ngettext(", also on line %d", ", also on lines %d", unknown->line_count - 1),
            unknown->lines[i]);
    buf_string(out, unknown->line_count == LINES ? ", …)" : ")");
}

static void write_hint(const struct rules_spelling *spelling, const struct unknown *unknown,
                       struct buf *out)
{
    const char *suggestions[SUGGESTIONS];
    size_t count = 0;
    if (strlen(unknown->text) <= LONGEST_SUGGESTED)
        count = inflection_suggest(spelling->inflection, unknown->text, spelling->arena,
                                   SUGGESTIONS, suggestions);
    if (!count)
        return;
    struct names names = {0};
    for (size_t i = 0; i < count; i++)
        names_add(&names, suggestions[i]);
    struct buf list = {0};
    names_write(&names, false, &list);
    buf_printf(out, _("did you mean %s?"), list.data);
    buf_free(&list);
    names_free(&names);
}

static void report(const struct rules_spelling *spelling, const struct unknown *unknown)
{
    struct buf count = {0}, hint = {0};
    buf_string(&count, "");
    write_count(unknown, &count);
    write_hint(spelling, unknown, &hint);
    diag_add(spelling->diags, RULE_PROSE_SPELLING, unknown->place, hint.data,
             _("\"%s\" is not in the dictionary%s"), unknown->text, count.data);
    buf_free(&count);
    buf_free(&hint);
}

static void check_texts(struct rules_spelling *spelling, xmlNodePtr root)
{
    spelling->walk = (struct xml_walk){0};
    each_text(spelling, root, false, read_text);
    size_t told =
        spelling->found_count < RULES_TEXT_FINDINGS ? spelling->found_count : RULES_TEXT_FINDINGS;
    for (size_t i = 0; i < told; i++)
        report(spelling, spelling->found[i]);
    for (size_t i = 0; i < spelling->found_count; i++) {
        spelling->found[i]->count = 0;
        spelling->found[i]->line_count = 0;
    }
    spelling->found_count = 0;
}

static struct rules_spelling *new_spelling(struct diags *diags)
{
    struct inflection *inflection =
        diags_want(diags, RULE_PROSE_SPELLING) ? inflection_open(diags) : NULL;
    if (!inflection)
        return NULL;
    struct rules_spelling *spelling = memory_new(1, sizeof *spelling);
    spelling->diags = diags;
    spelling->arena = arena_new();
    spelling->inflection = inflection;
    return spelling;
}

void rules_spelling_free(struct rules_spelling *spelling)
{
    if (!spelling)
        return;
    free_tree(&spelling->names);
    free_tree(&spelling->words);
    free(spelling->found);
    arena_free(spelling->arena);
    inflection_close(spelling->inflection);
    free(spelling);
}

struct rules_spelling *rules_spelling_new(const struct input_project *project, struct diags *diags)
{
    xmlNodePtr root = rules_root(project->project);
    struct rules_spelling *spelling = root && is_foreign(root) ? NULL : new_spelling(diags);
    for (size_t i = 0; spelling && i < input_project_count(project); i++)
        each_text(spelling, rules_root(input_project_document(project, i)), true, add_names);
    return spelling;
}

void rules_spelling_project(struct rules_spelling *spelling, const struct input_project *project)
{
    for (size_t i = 0; spelling && i < input_project_count(project); i++)
        check_texts(spelling, rules_root(input_project_document(project, i)));
}

void rules_spelling_answers(struct rules_spelling *spelling, const xmlDoc *tree)
{
    if (spelling)
        check_texts(spelling, xmlDocGetRootElement(tree));
}

void rules_spelling_file(const struct input_document *document, struct diags *diags)
{
    struct rules_spelling *spelling = new_spelling(diags);
    if (spelling)
        each_text(spelling, rules_root(document), true, add_names);
    rules_spelling_answers(spelling, document->xml);
    rules_spelling_free(spelling);
}
