/* Digests, against the examples of FIPS 180. */
#include "base/digest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

static void digests_are_those_of_the_standard(void **state)
{
    (void)state;
    static const struct {
        const char *text, *digest;
    } examples[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        assert_string_equal(digest_of(examples[i].text, strlen(examples[i].text), arena),
                            examples[i].digest);
    arena_free(arena);
}

static void zeroes_are_bytes_like_others(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_not_equal(digest_of("a\0b", 3, arena), digest_of("a\0c", 3, arena));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digests_are_those_of_the_standard),
        cmocka_unit_test(zeroes_are_bytes_like_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
