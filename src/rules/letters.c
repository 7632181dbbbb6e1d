/* Rules about letters that papers can't show: a paper with one such letter can't be made. */
#include "rules/rules_private.h"

#include "base/arena.h"
#include "base/memory.h"
#include "base/message.h"
#include "text/letters.h"
#include "text/pile.h"

#include <string.h>

enum {
    LACKS = 20,      /* reported of a text */
    COMPOSED = 300,  /* letters with marks that differ, in a file: no language has so many */
    MARKS_SHOWN = 10 /* findings of a text */
};

static void tell_the_rest(enum rule rule, const struct xml_text *text, struct diags *diags)
{
    diag_add(diags, rule, xml_place_in_text(text, 0, 0), NULL,
             _("more than %d findings; the others are not told"), RULES_TEXT_FINDINGS);
}

/* --- Characters that the fonts lack --- */

/* The findings in a document. */
struct lacks {
    struct text_letters *letters;
    struct diags *diags;
    struct text_loans *loans; /* what comes from other fonts */
    struct xml_text text;
    uint32_t told[LACKS]; /* of the text */
    size_t told_count;
    size_t count;
};

static bool is_told(const struct lacks *lacks, uint32_t codepoint)
{
    for (size_t i = 0; i < lacks->told_count; i++)
        if (lacks->told[i] == codepoint)
            return true;
    return false;
}

static void note_lack(struct lacks *lacks, const struct text_lack *lack)
{
    const char *lacking = lacks->text.content + lack->at;
    bool is_known = lack->lender ? text_loans_have(lacks->loans, lack->lender, lacking, lack->size)
                                 : is_told(lacks, lack->codepoint);
    if (is_known)
        return;
    const struct diag_place place = xml_place_in_text(&lacks->text, lack->at, lack->size);
    if (lack->lender) {
        text_loans_add(lacks->loans, lack->lender, lacking, lack->size, place);
    } else {
        lacks->told[lacks->told_count++] = lack->codepoint;
        text_lack_tell(lack, RULE_TEXT_CHARACTER, place, lacks->diags);
    }
}

static void check_characters_of_text(struct lacks *lacks)
{
    const char *content = lacks->text.content;
    struct text_letters_search search = {
        .letters = lacks->letters, .text = content, .size = strlen(content)};
    lacks->told_count = 0;
    for (struct text_lack lack; lacks->told_count < LACKS && text_letters_next(&search, &lack);)
        note_lack(lacks, &lack);
    lacks->count += lacks->told_count;
}

static bool check_characters(const struct input_document *document, struct text_letters *letters,
                             struct diags *diags)
{
    struct arena *arena = arena_new();
    struct lacks lacks = {.letters = letters, .diags = diags, .loans = text_loans_new(arena)};
    while (letters && lacks.count < RULES_TEXT_FINDINGS &&
           xml_next_text(document->xml, &lacks.text))
        check_characters_of_text(&lacks);
    if (lacks.count >= RULES_TEXT_FINDINGS)
        tell_the_rest(RULE_TEXT_CHARACTER, &lacks.text, diags);
    text_loans_tell(lacks.loans, NULL, diags);
    if (letters)
        text_loans_add_all(text_letters_told(letters), lacks.loans);
    arena_free(arena);
    return !lacks.count;
}

/* --- Letters with too many marks --- */

/* The findings in a document. */
struct marks {
    struct diags *diags;
    struct xml_text text;
    struct text_pile pile;    /* goes on from one text to the next: a comment may stand between */
    xmlHashTablePtr composed; /* letters with what belongs to them */
    size_t told;
};

static void tell_pile(struct marks *marks, size_t at)
{
    marks->told++;
    diag_add(marks->diags, RULE_TEXT_MARKS, xml_place_in_text(&marks->text, at, 1),
             _("delete the marks, joiners, soft hyphens and other invisible characters around it"),
             _("a letter has more than %d bytes with its marks and invisible characters"),
             (int)TEXT_MOST_PILE);
}

static void note_composed(struct marks *marks, size_t at)
{
    char key[TEXT_MOST_PILE + 1] = {0};
    if (xmlHashSize(marks->composed) > COMPOSED)
        return;
    memcpy(key, marks->pile.bytes, marks->pile.size);
    if (xmlHashAddEntry(marks->composed, (const xmlChar *)key, marks) != 0 ||
        xmlHashSize(marks->composed) <= COMPOSED)
        return;
    marks->told++;
    diag_add(marks->diags, RULE_TEXT_MARKS, xml_place_in_text(&marks->text, at, 1),
             _("a paper has room for few: write letters as one character each"),
             _("the file has more than %d different letters with marks or invisible characters"),
             COMPOSED);
}

static void check_marks_of_text(struct marks *marks)
{
    size_t told = marks->told;
    for (size_t at = 0, length; marks->text.content[at]; at += length) {
        length = text_pile_add(&marks->pile, marks->text.content + at);
        if (marks->pile.size > TEXT_MOST_PILE) {
            tell_pile(marks, at);
            marks->pile = (struct text_pile){0};
        } else if (marks->pile.count > 1) {
            note_composed(marks, at);
        }
        if (marks->told - told >= MARKS_SHOWN)
            return;
    }
}

static bool check_marks(const struct input_document *document, struct diags *diags)
{
    struct marks marks = {.diags = diags, .composed = xmlHashCreate(0)};
    if (!marks.composed)
        memory_exhausted();
    while (marks.told < RULES_TEXT_FINDINGS && xml_next_text(document->xml, &marks.text))
        check_marks_of_text(&marks);
    if (marks.told >= RULES_TEXT_FINDINGS)
        tell_the_rest(RULE_TEXT_MARKS, &marks.text, diags);
    xmlHashFree(marks.composed, NULL);
    return !marks.told;
}

bool rules_check_letters(const struct input_document *document, struct text_letters *letters,
                         struct diags *diags)
{
    bool shown = check_characters(document, letters, diags);
    bool fits = check_marks(document, diags);
    return shown && fits;
}
