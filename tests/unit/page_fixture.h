/* Page documents read for the tests of doc and layout. */
#ifndef PYKALA_PAGE_FIXTURE_H
#define PYKALA_PAGE_FIXTURE_H

#include "doc/doc.h"
#include "theme/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct arena *arena; /* of the document read last */
    struct diags *diags; /* about the document */
    struct buf xhtml;
    struct buf text; /* for the test */
    /* For the tests of layout: */
    struct text_library *library;
    struct theme theme;
};

static inline int fixture_open(void **state)
{
    struct fixture *fixture = test_calloc(1, sizeof *fixture);
    fixture->arena = arena_new();
    fixture->diags = diags_new();
    *state = fixture;
    return 0;
}

static inline int fixture_close(void **state)
{
    struct fixture *fixture = *state;
    arena_free(fixture->arena);
    diags_free(fixture->diags);
    buf_free(&fixture->xhtml);
    buf_free(&fixture->text);
    test_free(fixture);
    return 0;
}

/* Reads a document with that body. Returns NULL after a failure. */
static inline struct doc_document *fixture_read(struct fixture *fixture, const char *lang,
                                                const char *body)
{
    arena_free(fixture->arena);
    fixture->arena = arena_new();
    diags_clear(fixture->diags);
    buf_clear(&fixture->xhtml);
    buf_printf(&fixture->xhtml,
               "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%s\"><head><title>T</title>"
               "</head><body>%s</body></html>",
               lang, body);
    return doc_read(fixture->xhtml.data, fixture->xhtml.size, "test.xhtml", NULL, fixture->arena,
                    fixture->diags);
}

#endif
