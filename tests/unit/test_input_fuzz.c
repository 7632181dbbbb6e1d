/*
 * Bytes of valid files are changed at random, always in the same way: nothing crashes, hangs or
 * leaks (LeakSanitizer looks), and a file that can't be used has an error that says why.
 */
#include "input_fixture.h"

#include <stdint.h>

enum { ROUNDS = 2000 };

static const char *const seeds[] = {
    ROOT_START "<tiedostot><sopimusTiedosto polku=\"a.xml\"/></tiedostot>\n"
               "<osa tunnus=\"a\" laji=\"kunta\" lista=\"a b\" arvo='9' alkaa=\"2025-10-24\">"
               "<nimi>1</nimi><kappale>Ä &amp; <nimi>2</nimi> &#228;</kappale></osa>\n"
               "<!-- x --><?p x?><osa tunnus=\"b\"><nimi>3</nimi></osa><nimi>4</nimi>"
               "<viite osa=\"a\"/><viite osa=\"b\"/></hanke>\n",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<p:hanke xmlns:p=\"urn:pykala:1\" "
    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><p:osa tunnus=\"a\"><p:nimi>1</p:nimi>"
    "<p:kappale><![CDATA[<x>]]></p:kappale></p:osa></p:hanke>",
};

/* What mutations put in: bytes that mean something to the parser. */
static const char *const pieces[] = {
    "<",
    ">",
    "/",
    "\"",
    "'",
    "&",
    "&amp;",
    "=",
    "]]>",
    "<!--",
    "-->",
    "<?",
    "?>",
    "<!DOCTYPE",
    "\xC3",
    "\0",
    "\x80",
    "xmlns=\"\"",
    "<osa>",
    "</osa>",
    "{",
    "<nimi>",
    " tunnus=\"a\"",
    "xsi:nil=\"true\"",
    "xsi:type=\"p:osa\"",
};

/* splitmix64 */
static uint64_t next_random(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

static size_t below(uint64_t *random, size_t limit)
{
    return (size_t)(next_random(random) % limit);
}

/* Replaces some bytes of in at a random place by a piece, a random byte, another part of in, or
 * nothing. */
static void mutate(const struct buf *in, uint64_t *random, struct buf *out)
{
    size_t at = below(random, in->size), cut = below(random, 2) * below(random, 24);
    size_t rest = at + cut < in->size ? at + cut : in->size;
    const char *piece = pieces[below(random, sizeof pieces / sizeof *pieces)];
    char byte = (char)next_random(random);
    size_t from = below(random, in->size), size = below(random, in->size - from);
    buf_append(out, in->data, at);
    switch (below(random, 4)) {
    case 0:
        buf_append(out, piece, *piece ? strlen(piece) : 1);
        break;
    case 1:
        buf_append(out, &byte, 1);
        break;
    case 2:
        buf_append(out, in->data + from, size);
        break;
    default:
        break;
    }
    buf_append(out, in->data + rest, in->size - rest);
}

static void check(struct fixture *f, const struct buf *bytes)
{
    write_bytes("a.xml", bytes->data, bytes->size);
    diags_clear(f->diags);
    struct input_document *document = input_document_load(f->schema, "a.xml", f->diags);
    bool usable = document && document->valid;
    assert_int_equal(usable, diags_at_least(f->diags, DIAG_ERROR) == 0);
    for (size_t i = 0; i < diags_count(f->diags); i++) {
        const struct diag *diag = diags_at(f->diags, i);
        assert_true(diag->place.line > 0 && diag->place.column > 0 && *diag->message);
        assert_null(strstr(diag->message, "{urn:"));
    }
    input_document_free(document);
}

static void changed_bytes_do_no_harm(void **state)
{
    uint64_t random = 1;
    for (int round = 0; round < ROUNDS; round++) {
        struct buf buffers[2] = {{0}, {0}};
        buf_string(&buffers[0], seeds[round % 2]);
        for (size_t changes = 1 + below(&random, 4); changes > 0; changes--) {
            buf_clear(&buffers[1]);
            mutate(&buffers[0], &random, &buffers[1]);
            struct buf changed = buffers[1];
            buffers[1] = buffers[0];
            buffers[0] = changed;
            if (!buffers[0].size)
                break;
        }
        check(*state, &buffers[0]);
        buf_free(&buffers[0]);
        buf_free(&buffers[1]);
    }
}

/* A file that was cut off anywhere, as after a broken transfer. */
static void cut_files_do_no_harm(void **state)
{
    for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++)
        for (size_t size = 0; size < strlen(seeds[i]); size++) {
            struct buf bytes = {0};
            buf_append(&bytes, seeds[i], size);
            check(*state, &bytes);
            buf_free(&bytes);
        }
}

static void the_seeds_are_valid(void **state)
{
    for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
        struct fixture *f = *state;
        struct input_document *document = load_text(f, seeds[i]);
        assert_true(document && document->valid);
        input_document_free(document);
    }
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_seeds_are_valid),
        TEST(changed_bytes_do_no_harm),
        TEST(cut_files_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
