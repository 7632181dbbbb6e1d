#include "cli/session.h"

#include "base/clean.h"
#include "base/file.h"
#include "base/message.h"
#include "process/guard.h"
#include "process/watch.h"
#include "report/report.h"

#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Returns the folder that the executable stands in, or NULL. */
static const char *executable_folder(struct arena *arena)
{
    char path[PATH_MAX];
    ssize_t size = readlink("/proc/self/exe", path, sizeof path - 1);
    if (size <= 0)
        return NULL;
    path[size] = '\0';
    return file_folder(path, arena);
}

/* Returns the path without links in it, or NULL when nothing is there. */
static const char *resolve(struct arena *arena, const char *path)
{
    char *found = realpath(path, NULL);
    const char *copy = found ? arena_strdup(arena, found) : NULL;
    free(found);
    return copy;
}

/* Returns share/NAME beside the executable or one folder up; or NULL. */
static const char *shared_folder(struct arena *arena, const char *name)
{
    const char *folder = executable_folder(arena);
    if (!folder)
        return NULL;
    const char *built = resolve(arena, arena_printf(arena, "%s/share/%s", folder, name));
    return built ? built : resolve(arena, arena_printf(arena, "%s/../share/%s", folder, name));
}

bool session_find(struct session *session, struct reading *reading)
{
    *session = (struct session){.arena = arena_new(), .diags = diags_new(), .reading = reading};
    const char *shared = shared_folder(session->arena, "pykala");
    if (!shared)
        return diag_add(session->diags, RULE_INSTALLATION, (struct diag_place){0},
                        _("install pykala again, or run it where it was built"),
                        _("pykala's own files (share/pykala) are not where its program is"));
    session->template_folder = arena_printf(session->arena, "%s/templates", shared);
    session->font_folder = arena_printf(session->arena, "%s/fonts", shared);
    session->schema_folder = arena_printf(session->arena, "%s/schemas", shared);
    return true;
}

bool session_load(struct session *session)
{
    if (!session->schema)
        session->schema = schema_load(session->schema_folder, session->diags);
    if (session->schema)
        schema_watch(session->schema, session->reading);
    if (!session->templates)
        session->templates = template_set_new(session->template_folder, session->diags);
    return session->schema && session->templates;
}

void session_load_fonts(struct session *session)
{
    if (!session->text)
        session->text = text_library_of_fonts(session->font_folder);
}

bool session_load_text(struct session *session)
{
    session_load_fonts(session);
    return text_library_open_dictionaries(session->text, session->diags);
}

bool session_start(struct session *session, struct reading *reading)
{
    return session_find(session, reading) && session_load(session);
}

void session_renew(struct session *session, unsigned changed)
{
    diags_clear(session->diags);
    if (changed & WATCH_SCHEMAS) {
        schema_free(session->schema);
        session->schema = NULL;
    }
    if (changed & WATCH_TEMPLATES) {
        template_set_free(session->templates);
        session->templates = NULL;
    }
}

void session_end(struct session *session)
{
    text_library_free(session->text);
    template_set_free(session->templates);
    schema_free(session->schema);
    diags_free(session->diags);
    arena_free(session->arena);
}

void session_translate(void)
{
    struct arena *arena = arena_new();
    const char *catalogues = shared_folder(arena, "locale");
    if (catalogues) {
        bindtextdomain("pykala", catalogues);
        textdomain("pykala");
    }
    arena_free(arena);
}

/* Sets the language. gettext asks LANGUAGE only when the locale isn't C. */
void session_speak(const char *language)
{
    setenv("LANGUAGE", language, 1);
    setlocale(LC_CTYPE, "C.UTF-8");
    setlocale(LC_MESSAGES, "C.UTF-8");
}

void session_print(const struct buf *text, FILE *stream)
{
    if (text->size)
        fwrite(text->data, 1, text->size, stream);
}

void session_print_path(const char *format, const char *path)
{
    struct buf shown = {0};
    clean_shown(path, &shown);
    printf(format, shown.data);
    buf_free(&shown);
}

/* Reports under a guard: anybody may have made the files whose lines are shown. */
void session_report(const struct session *session, FILE *stream)
{
    struct buf text = {0};
    struct guard guard;
    guard_begin(&guard, &LIMITS_OF_PAPERS, _("making the report"), NULL);
    report_text_with_lines(session->diags, report_is_coloured(stream), &text);
    guard_end(&guard);
    session_print(&text, stream);
    buf_free(&text);
}

static bool has_uncompared(const struct diags *diags)
{
    for (size_t i = 0; i < diags_count(diags); i++)
        if (diags_at(diags, i)->rule == RULE_FOLLOWUP_FORM_ONLY)
            return true;
    return false;
}

int session_worst(const struct diags *diags)
{
    if (diags_at_least(diags, DIAG_FAILURE))
        return STATUS_FAILURE;
    if (diags_at_least(diags, DIAG_ERROR))
        return STATUS_FAULT;
    return has_uncompared(diags) ? STATUS_UNCOMPARED : STATUS_DONE;
}

int session_tell(const struct session *session)
{
    session_report(session, stderr);
    return session_worst(session->diags);
}
