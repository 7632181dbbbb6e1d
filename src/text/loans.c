#include "text/loans.h"

#include "base/buf.h"
#include "base/clean.h"
#include "base/message.h"
#include "text/font_file.h"
#include "text/unicode.h"

#include <string.h>

/* Loans kept of a list, and told of it: nobody reads more, and a list is searched for each. */
enum { MOST_KEPT = 200, MOST_TOLD = 20, LONGEST = 40 /* bytes told of one */ };

struct loan {
    struct loan *next;
    const char *family;
    const char *text;
    struct diag_place place;
};

struct text_loans {
    struct arena *arena;
    struct loan *first, **end;
    size_t count;
};

struct text_loans *text_loans_new(struct arena *arena)
{
    struct text_loans *loans = arena_alloc(arena, sizeof *loans);
    loans->arena = arena;
    loans->end = &loans->first;
    return loans;
}

static bool contains(const struct text_loans *loans, const char *family, const char *text,
                     size_t size)
{
    for (const struct loan *loan = loans->first; loan; loan = loan->next)
        if (strncmp(loan->text, text, size) == 0 && !loan->text[size] &&
            strcmp(loan->family, family) == 0)
            return true;
    return false;
}

static void add(struct text_loans *loans, const char *family, const char *text, size_t size,
                struct diag_place place)
{
    if (loans->count == MOST_KEPT || contains(loans, family, text, size))
        return;
    struct loan *loan = arena_alloc(loans->arena, sizeof *loan);
    loan->family = arena_strdup(loans->arena, family);
    loan->text = arena_strndup(loans->arena, text, size);
    loan->place = diag_place_copy(loans->arena, place);
    *loans->end = loan;
    loans->end = &loan->next;
    loans->count++;
}

void text_loans_add(struct text_loans *loans, const struct text_font *font, const char *text,
                    size_t size, struct diag_place place)
{
    for (struct unicode_char c = {0}; unicode_next_cluster(text, size, &c);)
        add(loans, font->family, text + c.at, c.end - c.at, place);
}

bool text_loans_have(const struct text_loans *loans, const struct text_font *font, const char *text,
                     size_t size)
{
    struct unicode_char c = {0};
    while (loans->count < MOST_KEPT && unicode_next_cluster(text, size, &c))
        if (!contains(loans, font->family, text + c.at, c.end - c.at))
            return false;
    return true;
}

void text_loans_add_all(struct text_loans *loans, const struct text_loans *from)
{
    for (const struct loan *loan = from->first; loan; loan = loan->next)
        add(loans, loan->family, loan->text, strlen(loan->text), loan->place);
}

/* Returns the loans that known has not, as a list of their own. */
static struct text_loans *new_ones(const struct text_loans *loans, const struct text_loans *known,
                                   struct arena *arena)
{
    struct text_loans *left = text_loans_new(arena);
    for (const struct loan *loan = loans->first; loan; loan = loan->next)
        if (!known || !contains(known, loan->family, loan->text, strlen(loan->text)))
            add(left, loan->family, loan->text, strlen(loan->text), loan->place);
    return left;
}

static bool is_first_of_family(const struct text_loans *loans, const struct loan *loan)
{
    const struct loan *first = loans->first;
    while (strcmp(first->family, loan->family) != 0)
        first = first->next;
    return first == loan;
}

/* Appends what a family has lent: "→" "✓" (DejaVu Sans). *told counts the loans. */
static void append_family(const struct text_loans *loans, const char *family, size_t *told,
                          struct buf *out)
{
    for (const struct loan *loan = loans->first; loan; loan = loan->next) {
        if (strcmp(loan->family, family) != 0 || *told == MOST_TOLD)
            continue;
        struct buf text = {0};
        clean_drop_ignorable(loan->text, strlen(loan->text), &text);
        buf_char(out, '"');
        buf_clipped(out, text.data, text.size, LONGEST);
        buf_string(out, "\" ");
        buf_free(&text);
        ++*told;
    }
    buf_printf(out, "(%s)", family);
}

void text_loans_tell(const struct text_loans *loans, const struct text_loans *known,
                     struct diags *diags)
{
    if (!loans->count)
        return;
    struct arena *arena = arena_new();
    const struct text_loans *left = new_ones(loans, known, arena);
    struct buf list = {0};
    size_t told = 0;
    for (const struct loan *loan = left->first; loan && told < MOST_TOLD; loan = loan->next) {
        if (!is_first_of_family(left, loan))
            continue;
        buf_string(&list, told ? ", " : "");
        append_family(left, loan->family, &told, &list);
    }
    if (left->count > told)
        buf_string(&list, ", …");
    if (told)
        diag_add(diags, RULE_FONT_FALLBACK, left->first->place, NULL,
                 _("characters that the theme's font lacks come from other fonts: %s"), list.data);
    buf_free(&list);
    arena_free(arena);
}
