/* Rules about what people write in their answers. */
#include "followup/check.h"

#include "base/blank.h"
#include "base/message.h"
#include "base/utf8.h"
#include "followup/personal.h"

#include <string.h>
#include <strings.h>

enum {
    LONGEST = 5000, /* characters of a text: two pages. The longest of the examples has 230 */
    FINDINGS = 10,  /* of what is personal, in a text */
    SENTENCES = 500 /* of a text, whose subject is looked at */
};

void check_broken(struct check *check)
{
    if (!rules_report_garbled(check->text, check->diags))
        return;
    check->errors += diags_severity(check->diags, check->rule) >= DIAG_ERROR;
    check->warnings += diags_severity(check->diags, check->rule) == DIAG_WARNING;
}

static bool is_personal_data(enum personal kind)
{
    return kind == PERSONAL_IDENTITY || kind == PERSONAL_ACCOUNT;
}

/* Returns what to say of such a stretch in a text that is published. */
static const char *published_words(enum personal kind)
{
    switch (kind) {
    case PERSONAL_IDENTITY:
        return _("the text holds a personal identity code, and it is published");
    case PERSONAL_ACCOUNT:
        return _("the text holds a bank account number, and it is published");
    case PERSONAL_EMAIL:
        return _("the text holds an e-mail address, and it is published");
    case PERSONAL_TELEPHONE:
        return _("the text holds a telephone number, and it is published");
    case PERSONAL_NONE:
        break;
    }
    return "";
}

/* Returns the same for a remark that is not published. */
static const char *kept_words(enum personal kind)
{
    switch (kind) {
    case PERSONAL_IDENTITY:
        return _("the remark holds a personal identity code; it is not published, but it is kept");
    case PERSONAL_ACCOUNT:
        return _("the remark holds a bank account number; it is not published, but it is kept");
    case PERSONAL_EMAIL:
        return _("the remark holds an e-mail address; it is not published, but it is kept");
    case PERSONAL_TELEPHONE:
        return _("the remark holds a telephone number; it is not published, but it is kept");
    case PERSONAL_NONE:
        break;
    }
    return "";
}

/* Reports the stretches that are personal data, or those that are not. */
static void check_personal(struct check *check, bool is_data)
{
    const char *content = check->text->content;
    enum personal kind;
    int told = 0;
    for (size_t at = 0, size; told < FINDINGS && (kind = personal_next(content, &at, &size));
         at += size) {
        if (is_personal_data(kind) != is_data)
            continue;
        check_report(check, xml_place_in_text(check->text, at, size),
                     is_data ? _("delete it") : _("delete it, or name an office"), "%s",
                     check->is_secret ? kept_words(kind) : published_words(kind));
        told++;
    }
}

void check_personal_data(struct check *check)
{
    check_personal(check, true);
}

void check_contact(struct check *check)
{
    check_personal(check, false);
}

/* Returns whether the text in hand is to name a role. */
static bool is_role(const struct check *check)
{
    const char *name = (const char *)check->text->node->parent->name;
    return !check->text->attribute &&
           (strcmp(name, "vastuuhenkilo") == 0 || strcmp(name, "tehtava") == 0);
}

void check_person(struct check *check)
{
    size_t at, size;
    const char *content = check->text->content;
    if (!is_role(check) || !diags_want(check->diags, check->rule) ||
        !rules_finds_person(check->people, content, &at, &size))
        return;
    check_report(check, xml_place_in_text(check->text, at, size),
                 _("write the role, for example kunnanjohtaja"),
                 _("\"%.*s\" seems to be a person's name, and it is published"), (int)size,
                 content + at);
}

/* --- Fillers --- */

/* Returns whether a text without its white space and marks is one of the words that people put
 * where they mean to write later. */
static bool is_filler_word(const char *text, size_t size)
{
    static const char *const words[] = {"todo",
                                        "tbd",
                                        "tba",
                                        "xxx",
                                        "xx",
                                        "x",
                                        "asdf",
                                        "test",
                                        "n/a",
                                        "testi",
                                        "kirjoita",
                                        "täydennä",
                                        "täydennetään",
                                        "täydennetään myöhemmin",
                                        "lisätään myöhemmin"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == size && strncasecmp(words[i], text, size) == 0)
            return true;
    return false;
}

/* Returns the size of a mark that may stand around a filler: of ASCII, or a dash or ellipsis. */
static size_t mark_size(const char *at)
{
    static const char *const wide[] = {"–", "—", "…", "\u00A0"};
    if (*at && strchr(BLANK "-_.,:;!?*/()[]<>\"'", *at))
        return 1;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (strncmp(at, wide[i], strlen(wide[i])) == 0)
            return strlen(wide[i]);
    return 0;
}

/* Returns whether a text is made of marks alone, or a filler's word between marks. */
static bool is_filler(const char *text)
{
    const char *begin = text, *end = text;
    for (size_t size; (size = mark_size(begin));)
        begin += size;
    for (const char *at = end = begin; *at;) {
        size_t size = mark_size(at);
        at += size ? size : 1;
        end = size ? end : at;
    }
    return end == begin || is_filler_word(begin, (size_t)(end - begin));
}

/* Returns where a text holds a filler that no sentence has; NULL for none. */
static const char *find_filler(const char *text, size_t *size)
{
    static const char *const words[] = {"TODO", "XXX", "FIXME", "lorem ipsum", "Lorem ipsum"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *found = strstr(text, words[i]);
        *size = strlen(words[i]);
        if (found)
            return found;
    }
    return NULL;
}

void check_filler(struct check *check)
{
    const char *content = check->text->content;
    size_t size = strlen(content);
    const char *found = is_filler(content) ? content : find_filler(content, &size);
    if (found)
        check_report(check, xml_place_in_text(check->text, (size_t)(found - content), size),
                     _("write the answer, or leave the element out"),
                     _("the text says nothing yet, it only fills its place"));
}

void check_length(struct check *check)
{
    size_t length = utf8_count(check->text->content, strlen(check->text->content));
    if (length > LONGEST)
        check_report(check, xml_place_in_text(check->text, 0, 0),
                     _("shorten it, and refer to a document for the rest"),
                     _("the text has %zu characters; nobody reads more than %d"), length,
                     (int)LONGEST);
}

/* --- Other parties --- */

static bool is_municipality(const struct check *check, size_t party)
{
    const char *kind = check->followup->parties[party].kind;
    return kind && (strcmp(kind, "kunta") == 0 || strcmp(kind, "kaupunki") == 0);
}

/* Returns whether a sentence begins with the name of a party and goes on with a verb or the like: a
 * small letter that begins no "ja" or "sekä". */
static bool begins_with(const char *sentence, const char *name)
{
    size_t size = name ? strlen(name) : 0;
    if (!size || strncmp(sentence, name, size) != 0 || sentence[size] != ' ')
        return false;
    const char *next = sentence + size + 1;
    return *next >= 'a' && *next <= 'z' && strncmp(next, "ja ", 3) != 0 &&
           strncmp(next, "sekä ", strlen("sekä ")) != 0;
}

/* Returns the municipality, not this one, that a sentence is about; LOOKUP_NONE for none. */
static ptrdiff_t subject_of(const struct check *check, const char *sentence)
{
    const struct followup *followup = check->followup;
    for (size_t i = 0; i < followup->party_count; i++)
        if ((ptrdiff_t)i != check->party && is_municipality(check, i) &&
            begins_with(sentence, followup->parties[i].name))
            return (ptrdiff_t)i;
    return LOOKUP_NONE;
}

/* Returns the next sentence: behind a full stop and a space, or the text's beginning; NULL at the
 * end. */
static const char *next_sentence(const char *text, const char *at)
{
    if (!at)
        return text + strspn(text, BLANK);
    at = strstr(at, ". ");
    return at ? at + 2 : NULL;
}

/* Reports a sentence in a municipality's answers whose subject is another one. A text that names
 * its own party, too, tells of both. */
void check_other_party(struct check *check)
{
    const char *content = check->text->content;
    if (check->text->attribute || check->party == LOOKUP_NONE ||
        !is_municipality(check, (size_t)check->party))
        return;
    const char *own = check->followup->parties[check->party].name;
    if (own && strstr(content, own))
        return;
    size_t count = 0;
    for (const char *at = NULL; count < SENTENCES && (at = next_sentence(content, at)); count++) {
        ptrdiff_t other = subject_of(check, at);
        if (other == LOOKUP_NONE)
            continue;
        const char *name = check->followup->parties[other].name;
        check_report(check, xml_place_in_text(check->text, (size_t)(at - content), strlen(name)),
                     _("check whose answer it is"), _("the sentence tells of another party, %s"),
                     name);
        return;
    }
}
