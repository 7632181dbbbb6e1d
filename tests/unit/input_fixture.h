/* What the tests of src/input share: a folder to stand in, the small schema, and files written on
 * the way. */
#ifndef PYKALA_TESTS_INPUT_FIXTURE_H
#define PYKALA_TESTS_INPUT_FIXTURE_H

#include "base/buf.h"
#include "input/input.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#define ROOT_START "<hanke xmlns=\"urn:pykala:1\">"

struct fixture {
    struct schema *schema;
    struct diags *diags;
    char folder[64];
    char came_from[4096];
};

static inline int fixture_set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->diags = diags_new();
    fixture->schema = schema_load(PYKALA_SOURCE_DIR "/tests/data/input", fixture->diags);
    snprintf(fixture->folder, sizeof fixture->folder, "/tmp/pykala-test-XXXXXX");
    *state = fixture;
    return fixture->schema && getcwd(fixture->came_from, sizeof fixture->came_from) &&
                   mkdtemp(fixture->folder) && chdir(fixture->folder) == 0
               ? 0
               : -1;
}

static inline int fixture_tear_down(void **state)
{
    static const char *const written[] = {"a.xml", "hanke.xml", "osapuolet.xml", "sopimus.xml"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof written / sizeof *written; i++)
        unlink(written[i]);
    int failed = chdir(fixture->came_from) != 0 || rmdir(fixture->folder) != 0;
    schema_free(fixture->schema);
    diags_free(fixture->diags);
    free(fixture);
    return failed ? -1 : 0;
}

/* Not file_write: thousands of files need not reach the disk. */
static inline void write_bytes(const char *name, const char *bytes, size_t size)
{
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static inline void write_text(const char *name, const char *text)
{
    write_bytes(name, text, strlen(text));
}

/* Loads the text as a file; the diagnostics hold what is wrong with this one only. */
static inline struct input_document *load_text(struct fixture *fixture, const char *text)
{
    write_text("a.xml", text);
    diags_clear(fixture->diags);
    return input_document_load(fixture->schema, "a.xml", fixture->diags);
}

#endif
