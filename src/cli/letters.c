#include "cli/letters.h"

#include "theme/theme.h"

/* Reads the fonts of one project. */
struct reader {
    struct session *session;
    const struct input_project *input;
    struct arena *arena; /* for themes */
    struct text_letters *letters;
    struct diags *unheard; /* fonts that are missing */
};

static void add_font(struct reader *reader, const struct theme_font *font, bool bold)
{
    const struct text_font *found = text_font_find(reader->session->text, font->family, bold, false,
                                                   font->package, reader->unheard);
    if (found)
        text_letters_add(reader->letters, found);
}

/* Adds the faces that every paper has (preload.c). */
static void add_theme(struct reader *reader, const xmlNode *override)
{
    const struct input_project *input = reader->input;
    const xmlNode *general = input->theme ? xmlDocGetRootElement(input->theme->xml) : NULL;
    const struct theme theme = theme_read(general, override, input->folder, reader->arena);
    add_font(reader, &theme.body, false);
    add_font(reader, &theme.body, true);
    add_font(reader, &theme.heading, true);
}

/* Adds a party's own theme, where that has another font. */
static void add_override(struct reader *reader, const xmlNode *party)
{
    const xmlNode *override = xml_child(party, "teemaPoikkeama");
    if (override && xml_is_sound_inside(override) && xml_child(override, "fontti"))
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

struct text_letters *letters_of(struct session *session, const struct input_project *input)
{
    if (input->theme && !input->theme->valid)
        return NULL;
    session_load_fonts(session);
    struct reader reader = {.session = session,
                            .input = input,
                            .arena = arena_new(),
                            .letters = text_letters_new(session->text),
                            .unheard = diags_new()};
    add_themes(&reader);
    diags_free(reader.unheard);
    arena_free(reader.arena);
    return reader.letters;
}

static bool show(struct text_letters *letters, const struct doc_node *root, struct diags *diags)
{
    bool shown = true;
    for (const struct doc_node *node = root; node; node = doc_following(root, node)) {
        struct text_lack lack;
        if (node->kind == DOC_TEXT && text_letters_find_lacks(letters, node->text, &lack, 1))
            shown = text_lack_tell(&lack, RULE_LAYOUT_MISSING_CHARACTER, node->place, diags);
    }
    return shown;
}

bool letters_show(struct text_letters *letters, const struct doc_document *document,
                  struct diags *diags)
{
    bool head = show(letters, document->header, diags);
    bool body = show(letters, document->body, diags);
    bool foot = show(letters, document->footer, diags);
    return head && body && foot;
}
