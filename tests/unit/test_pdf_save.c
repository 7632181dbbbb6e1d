/* The file's cross-references lead to its objects, in object streams and out of them. */
#include "pdf/save.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "pdf_decode.h"

enum { DICTIONARIES = 600, BEFORE = 7 };

struct fixture {
    struct arena *arena;
    struct pdf_objects objects;
    HPDF_Dict dictionaries[DICTIONARIES], stream;
    struct buf out;
    const char *file; /* in out, after what stood there */
    struct buf rows;  /* of the cross-references: kind, place, index */
    size_t width;     /* of a row */
};

static size_t number_after(const char *text, const char *key)
{
    const char *found = strstr(text, key);
    if (!found)
        fail_msg("no %s in %s", key, text);
    return strtoul(found + strlen(key), NULL, 10);
}

/* Appends the bytes of the stream whose dictionary begins at text. */
static void inflate_stream(const char *text, struct buf *bytes)
{
    const char *start = strstr(text, ">>stream\n");
    assert_non_null(start);
    decode_append(start + strlen(">>stream\n"), number_after(text, "/Length "), bytes);
}

/* Undoes PNG's predictor "up". */
static void read_rows(struct fixture *f)
{
    const char *end = f->out.data + f->out.size - strlen("startxref\n0000000\n%%EOF\n");
    while (memcmp(end, "startxref\n", 10) != 0)
        end++;
    const char *object = f->file + strtoul(end + 10, NULL, 10);
    f->width = 2 + number_after(object, "/W[1 ");
    assert_int_equal(number_after(object, "/Columns "), f->width);
    struct buf rows = {0};
    inflate_stream(object, &rows);
    assert_int_equal(rows.size, number_after(object, "/Size ") * (f->width + 1));
    for (size_t i = 0; i < rows.size; i++) {
        if (i % (f->width + 1) == 0) {
            assert_int_equal(rows.data[i], 2);
            continue;
        }
        char above = f->rows.size < f->width ? 0 : f->rows.data[f->rows.size - f->width];
        buf_char(&f->rows, (char)(rows.data[i] + above));
    }
    buf_free(&rows);
}

static void begin(struct fixture *f)
{
    memset(f, 0, sizeof *f);
    f->arena = arena_new();
    f->objects = pdf_objects_new(f->arena);
    struct buf text = {0};
    for (int i = 0; i < DICTIONARIES; i++) {
        f->dictionaries[i] = pdf_object_new(&f->objects);
        buf_printf(&text, "/Here %d", i);
        pdf_object_body(&f->objects, f->dictionaries[i], &text);
    }
    f->stream = pdf_object_new(&f->objects);
    buf_string(&text, "/Kind/Plain");
    pdf_object_stream(&f->objects, f->stream, &text, "bytes", 5, PDF_PLAIN);
    buf_free(&text);
    buf_string(&f->out, "before ");
    pdf_save(&f->objects, &f->out);
    f->file = f->out.data + BEFORE;
    read_rows(f);
}

static void end(struct fixture *f)
{
    pdf_objects_free(&f->objects);
    arena_free(f->arena);
    buf_free(&f->out);
    buf_free(&f->rows);
}

static size_t field(const struct fixture *f, size_t number, size_t first, size_t width)
{
    const unsigned char *row = (const unsigned char *)f->rows.data + number * f->width;
    size_t value = 0;
    for (size_t i = 0; i < width; i++)
        value = value << 8 | row[first + i];
    return value;
}

static size_t kind(const struct fixture *f, size_t number)
{
    return field(f, number, 0, 1);
}

static size_t place(const struct fixture *f, size_t number)
{
    return field(f, number, 1, f->width - 2);
}

/* Where the object stands, by its number. */
static const char *object_at(const struct fixture *f, size_t number)
{
    char head[32];
    snprintf(head, sizeof head, "%zu 0 obj\n", number);
    assert_int_equal(kind(f, number), 1);
    assert_memory_equal(f->file + place(f, number), head, strlen(head));
    return f->file + place(f, number);
}

/* Appends an object that stands in an object stream, and what follows it there. */
static void packed_object(const struct fixture *f, size_t number, struct buf *text)
{
    assert_int_equal(kind(f, number), 2);
    const char *stream = object_at(f, place(f, number));
    size_t index = field(f, number, f->width - 1, 1);
    assert_true(index < number_after(stream, "/N "));
    struct buf bytes = {0};
    inflate_stream(stream, &bytes);
    char *at = bytes.data;
    for (size_t i = 0; i < 2 * index; i++)
        strtoul(at, &at, 10);
    assert_int_equal(strtoul(at, &at, 10), number);
    size_t offset = number_after(stream, "/First ") + strtoul(at, &at, 10);
    buf_string(text, bytes.data + offset);
    buf_free(&bytes);
}

static void every_dictionary_is_found(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    for (int i = 0; i < DICTIONARIES; i++) {
        struct buf text = {0};
        char expected[32];
        snprintf(expected, sizeof expected, "<</Here %d>>", i);
        packed_object(&f, pdf_object_number(f.dictionaries[i]), &text);
        assert_memory_equal(text.data, expected, strlen(expected));
        buf_free(&text);
    }
    end(&f);
}

static void streams_stand_alone(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    const char *object = object_at(&f, pdf_object_number(f.stream));
    assert_non_null(strstr(object, "<</Kind/Plain/Length 5>>stream\nbytes\nendstream\nendobj\n"));
    end(&f);
}

static void the_head_comes_before_all_objects(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    assert_memory_equal(f.out.data, "before %PDF-1.7\n%", BEFORE + 10);
    assert_int_equal(kind(&f, 0), 0);
    struct buf catalog = {0};
    packed_object(&f, pdf_object_number(f.objects.haru->catalog), &catalog);
    assert_non_null(strstr(catalog.data, "/Catalog"));
    buf_free(&catalog);
    end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_dictionary_is_found),
        cmocka_unit_test(streams_stand_alone),
        cmocka_unit_test(the_head_comes_before_all_objects),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
