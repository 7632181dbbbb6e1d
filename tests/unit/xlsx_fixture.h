/* Tests that read workbooks made by xlsx_sample.h. Include after cmocka.h. */
#ifndef PYKALA_UNIT_XLSX_FIXTURE_H
#define PYKALA_UNIT_XLSX_FIXTURE_H

#include "xlsx_sample.h"

#include "base/arena.h"
#include "base/diag.h"
#include "xlsx/xlsx.h"

#include <stdio.h>

struct fixture {
    struct arena *arena;
    struct diags *diags;
    struct zip_sample zip;
};

static inline int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->arena = arena_new();
    fixture->diags = diags_new();
    *state = fixture;
    return 0;
}

static inline int tear_down(void **state)
{
    struct fixture *fixture = *state;
    arena_free(fixture->arena);
    diags_free(fixture->diags);
    zip_free(&fixture->zip);
    free(fixture);
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

static inline const struct xlsx_book *read_bytes(struct fixture *fixture, const void *bytes,
                                                 size_t size)
{
    return xlsx_read_bytes("a.xlsx", bytes, size, fixture->arena, fixture->diags);
}

/* Reads the zip file that has been made, and begins a new one. */
static inline const struct xlsx_book *read_zip(struct fixture *fixture)
{
    zip_finish(&fixture->zip);
    const struct xlsx_book *book =
        read_bytes(fixture, fixture->zip.bytes.data, fixture->zip.bytes.size);
    zip_free(&fixture->zip);
    return book;
}

static inline const struct xlsx_book *read_parts(struct fixture *fixture,
                                                 const char *const parts[SAMPLE_PARTS])
{
    sample_add(&fixture->zip, parts);
    return read_zip(fixture);
}

/* Expects a workbook that is read without a word, and returns it. */
static inline const struct xlsx_book *expect_book(struct fixture *fixture,
                                                  const struct xlsx_book *book)
{
    for (size_t i = 0; i < diags_count(fixture->diags); i++)
        fail_msg("%s", diags_at(fixture->diags, i)->message);
    assert_non_null(book);
    return book;
}

/* Expects that there is no book, for one reason, whose cell and message hold a text. */
static inline void expect_refused(struct fixture *fixture, const struct xlsx_book *book,
                                  enum rule rule, const char *text)
{
    assert_null(book);
    assert_int_equal(diags_count(fixture->diags), 1);
    const struct diag *diag = diags_at(fixture->diags, 0);
    char said[2048];
    snprintf(said, sizeof said, "%s: %s", diag->place.cell ? diag->place.cell : "", diag->message);
    if (!strstr(said, text))
        fail_msg("the message is: %s", said);
    assert_int_equal(diag->rule, rule);
    assert_string_equal(diag->place.file, "a.xlsx");
    assert_non_null(diag->hint);
    diags_clear(fixture->diags);
}

#endif
