/* A library, fonts and an arena for the tests of text. */
#ifndef TEST_TEXT_FIXTURE_H
#define TEST_TEXT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"
#include "text/text.h"

struct fixture {
    struct diags *diags;
    struct text_library *library;
    struct arena *arena;
    const struct text_font *font, *bold;
};

static inline int fixture_open(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->diags = diags_new();
    fixture->arena = arena_new();
    fixture->library = text_library_new(NULL, fixture->diags);
    assert_non_null(fixture->library);
    fixture->font = text_font_find(fixture->library, "Carlito", false, false,
                                   "fonts-crosextra-carlito", fixture->diags);
    fixture->bold = text_font_find(fixture->library, "Carlito", true, false,
                                   "fonts-crosextra-carlito", fixture->diags);
    assert_non_null(fixture->font);
    assert_non_null(fixture->bold);
    *state = fixture;
    return 0;
}

static inline int fixture_close(void **state)
{
    struct fixture *fixture = *state;
    text_library_free(fixture->library);
    arena_free(fixture->arena);
    diags_free(fixture->diags);
    free(fixture);
    return 0;
}

#endif
