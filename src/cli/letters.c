#include "cli/letters.h"

#include "base/arena.h"
#include "theme/theme.h"

#include <string.h>

/* Reads the fonts of one project. */
struct reader {
    struct session *session;
    const struct input_project *input;
    struct arena *arena; /* for themes */
    struct text_letters *letters;
    struct letters_faults *faults;
};

static void add_font(struct reader *reader, const struct theme_font *font, bool bold,
                     struct text_fallback *fallback)
{
    const struct text_font *found = text_font_find(reader->session->text, font->family, bold, false,
                                                   font->package, reader->faults->always);
    if (found)
        text_letters_add(reader->letters, found, fallback);
}

static struct text_fallback *read_fallback(struct reader *reader, const struct theme *theme)
{
    struct text_fallback *fallback =
        text_fallback_new(reader->session->text, text_letters_arena(reader->letters));
    for (size_t i = 0; i < theme->fallback_count; i++)
        text_fallback_add(fallback, theme->fallbacks[i].family, theme->fallbacks[i].package,
                          reader->faults->always);
    return fallback;
}

/* Adds the faces that every paper has (preload.c), and finds the slanted one that many have. */
static void add_theme(struct reader *reader, const xmlNode *override)
{
    const struct input_project *input = reader->input;
    const xmlNode *general = input->theme ? xmlDocGetRootElement(input->theme->xml) : NULL;
    const struct theme theme = theme_read(general, override, input->folder, reader->arena);
    struct text_fallback *fallback = read_fallback(reader, &theme);
    add_font(reader, &theme.body, false, fallback);
    add_font(reader, &theme.body, true, fallback);
    add_font(reader, &theme.heading, true, fallback);
    text_font_find(reader->session->text, theme.body.family, false, true, theme.body.package,
                   reader->faults->slanted);
}

/* Adds a party's own theme, where that has other fonts. */
static void add_override(struct reader *reader, const xmlNode *party)
{
    const xmlNode *override = xml_child(party, "teemaPoikkeama");
    if (override && xml_is_sound_inside(override) &&
        (xml_child(override, "fontti") || xml_child(override, "varafontti")))
        add_theme(reader, override);
}

static void add_themes(struct reader *reader)
{
    const struct input_document *parties = reader->input->parties;
    const xmlNode *root = parties ? xmlDocGetRootElement(parties->xml) : NULL;
    add_theme(reader, NULL);
    for (const xmlNode *party = xml_child(root, "osapuoli"); party;
         party = xml_next(party, "osapuoli"))
        add_override(reader, party);
}

struct text_letters *letters_of(struct session *session, const struct input_project *input,
                                struct letters_faults *faults)
{
    if (input->theme && !input->theme->valid)
        return NULL;
    session_load_fonts(session);
    struct reader reader = {.session = session,
                            .input = input,
                            .arena = arena_new(),
                            .letters = text_letters_new(session->text),
                            .faults = faults};
    add_themes(&reader);
    arena_free(reader.arena);
    return reader.letters;
}

/* Reports the first character of a text that no font has, and notes what comes from others. */
static bool show_text(struct text_letters *letters, const struct doc_node *text,
                      struct text_loans *loans, struct diags *diags)
{
    struct text_letters_search search = {
        .letters = letters, .text = text->text, .size = strlen(text->text)};
    for (struct text_lack lack; text_letters_next(&search, &lack);) {
        if (!lack.lender)
            return text_lack_tell(&lack, RULE_LAYOUT_MISSING_CHARACTER, text->place, diags);
        text_loans_add(loans, lack.lender, text->text + lack.at, lack.size, text->place);
    }
    return true;
}

static bool show(struct text_letters *letters, const struct doc_node *root,
                 struct text_loans *loans, struct diags *diags)
{
    bool shown = true;
    for (const struct doc_node *node = root; node; node = doc_following(root, node))
        if (node->kind == DOC_TEXT)
            shown &= show_text(letters, node, loans, diags);
    return shown;
}

bool letters_show(struct text_letters *letters, const struct doc_document *document,
                  struct diags *diags)
{
    struct arena *arena = arena_new();
    struct text_loans *loans = text_loans_new(arena);
    bool head = show(letters, document->header, loans, diags);
    bool body = show(letters, document->body, loans, diags);
    bool foot = show(letters, document->footer, loans, diags);
    text_loans_tell(loans, text_letters_told(letters), diags);
    arena_free(arena);
    return head && body && foot;
}
