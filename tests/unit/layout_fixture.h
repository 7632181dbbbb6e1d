/* Page documents laid out, for the tests of layout. */
#ifndef PYKALA_LAYOUT_FIXTURE_H
#define PYKALA_LAYOUT_FIXTURE_H

#include "layout/layout.h"
#include "page_fixture.h"
#include "text/text.h"

static inline int layout_fixture_open(void **state)
{
    fixture_open(state);
    struct fixture *fixture = *state;
    fixture->library = text_library_new(NULL, fixture->diags);
    fixture->theme = theme_default();
    return fixture->library ? 0 : -1;
}

static inline int layout_fixture_close(void **state)
{
    struct fixture *fixture = *state;
    text_library_free(fixture->library);
    return fixture_close(state);
}

/* Lays out a document with that content of its body; NULL when that fails. */
static inline struct page_document *layout_fixture_pages(struct fixture *fixture, const char *lang,
                                                         const char *body)
{
    const struct doc_document *document = fixture_read(fixture, lang, body);
    assert_non_null(document);
    return layout_pages(document, &fixture->theme, fixture->library, "tests/golden/layout", "test",
                        fixture->arena, fixture->diags);
}

#endif
