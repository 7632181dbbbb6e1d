#include "cli/preload.h"

#include <string.h>

/* Loads the templates but the project's own: the workers, which have limits, load those. */
static bool load_templates(struct preload *preload, struct diags *diags)
{
    bool loaded = true;
    for (size_t i = 0; i < preload->count; i++) {
        const char *name = preload->agenda->papers[preload->papers[i]].template_name;
        bool seen = false;
        for (size_t j = 0; j < i && !seen; j++)
            seen = strcmp(name, preload->agenda->papers[preload->papers[j]].template_name) == 0;
        if (!seen && template_find(preload->templates, name) != TEMPLATE_OWN)
            loaded &= template_load(preload->templates, name, diags);
    }
    return loaded;
}

static bool same_party(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Returns the theme of the paper before when that is the same party's, whose papers stand together;
 * or NULL. */
static const struct theme *theme_of_last(const struct preload *preload, size_t paper)
{
    const struct agenda_paper *papers = preload->agenda->papers;
    if (!paper ||
        !same_party(papers[preload->papers[paper - 1]].party, papers[preload->papers[paper]].party))
        return NULL;
    return preload->themes[paper - 1];
}

static bool find_font(struct text_library *text, const struct theme_font *font, bool bold,
                      struct diags *diags)
{
    return text_font_find(text, font->family, bold, false, font->package, diags) != NULL;
}

static bool find_fallbacks(struct text_library *text, const struct theme *theme,
                           struct diags *diags)
{
    bool found = true;
    for (size_t i = 0; i < theme->fallback_count; i++)
        found &= find_font(text, &theme->fallbacks[i], false, diags);
    return found;
}

/* Reads a theme and finds the faces that every paper has, so that a missing font is reported once.
 */
static bool read_theme(struct preload *preload, const struct input_project *input,
                       const char *party, struct arena *arena, struct diags *diags,
                       struct theme *theme)
{
    const xmlNode *general = input->theme ? xmlDocGetRootElement(input->theme->xml) : NULL;
    const xmlNode *own = party ? project_find_party(input, party) : NULL;
    const xmlNode *override = own ? xml_child(own, "teemaPoikkeama") : NULL;
    *theme = theme_read(general, override, input->folder, arena);
    return find_font(preload->text, &theme->body, false, diags) &&
           find_font(preload->text, &theme->body, true, diags) &&
           find_font(preload->text, &theme->heading, true, diags) &&
           find_fallbacks(preload->text, theme, diags);
}

static bool load_themes(struct session *session, const struct project *project,
                        struct preload *preload)
{
    bool loaded = true;
    preload->themes = arena_array(project->arena, preload->count, sizeof *preload->themes);
    for (size_t i = 0; i < preload->count; i++) {
        preload->themes[i] = theme_of_last(preload, i);
        if (preload->themes[i])
            continue;
        struct theme *theme = arena_alloc(project->arena, sizeof *theme);
        loaded &=
            read_theme(preload, project->input, preload->agenda->papers[preload->papers[i]].party,
                       project->arena, session->diags, theme);
        preload->themes[i] = theme;
    }
    return loaded;
}

bool preload_papers(struct session *session, const struct project *project, const size_t *papers,
                    size_t count, struct preload *preload)
{
    if (!session_load_text(session))
        return false;
    *preload = (struct preload){
        .agenda = project->agenda,
        .project_folder = project->input->folder,
        .templates = session->templates,
        .text = session->text,
        .told = project->letters ? text_letters_told(project->letters) : NULL,
        .papers = papers,
        .count = count,
    };
    bool loaded = load_templates(preload, session->diags);
    return load_themes(session, project, preload) && loaded;
}
