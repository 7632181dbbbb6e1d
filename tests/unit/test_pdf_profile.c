/* The colour profile: its table of tags, and what its numbers say of sRGB. */
#include "pdf/profile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static uint32_t word(const struct buf *profile, size_t at)
{
    assert_true(at + 4 <= profile->size);
    const unsigned char *bytes = (const unsigned char *)profile->data + at;
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* Where the tag's data begins; its bytes are inside the profile. */
static size_t find(const struct buf *profile, const char *signature)
{
    for (size_t i = 0; i < word(profile, 128); i++) {
        size_t entry = 132 + 12 * i;
        if (memcmp(profile->data + entry, signature, 4) != 0)
            continue;
        size_t at = word(profile, entry + 4);
        assert_int_equal(at % 4, 0);
        assert_true(at + word(profile, entry + 8) <= profile->size);
        return at;
    }
    fail_msg("no %s", signature);
    return 0;
}

static void the_header_holds_the_required_tags(void **state)
{
    (void)state;
    struct buf profile = {0};
    pdf_profile_write(&profile);
    assert_int_equal(profile.size, 496);
    assert_int_equal(word(&profile, 0), profile.size);
    assert_memory_equal(profile.data + 12, "mntrRGB XYZ ", 12);
    assert_memory_equal(profile.data + 36, "acsp", 4);
    assert_int_equal(word(&profile, 68), 0xF6D6); /* D50 */
    static const char *const required[] = {"desc", "cprt", "wtpt", "chad", "rXYZ",
                                           "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
    for (size_t i = 0; i < sizeof required / sizeof *required; i++)
        find(&profile, required[i]);
    buf_free(&profile);
}

static void the_primaries_add_up_to_white(void **state)
{
    (void)state;
    struct buf profile = {0};
    pdf_profile_write(&profile);
    size_t white = find(&profile, "wtpt") + 8;
    for (size_t i = 0; i < 12; i += 4) {
        uint32_t sum = 0;
        static const char *const primaries[] = {"rXYZ", "gXYZ", "bXYZ"};
        for (size_t p = 0; p < 3; p++)
            sum += word(&profile, find(&profile, primaries[p]) + 8 + i);
        assert_in_range(sum, word(&profile, white + i) - 2, word(&profile, white + i) + 2);
    }
    buf_free(&profile);
}

static void the_curve_is_that_of_srgb(void **state)
{
    (void)state;
    struct buf profile = {0};
    pdf_profile_write(&profile);
    size_t curve = find(&profile, "rTRC");
    assert_int_equal(find(&profile, "bTRC"), curve);
    assert_memory_equal(profile.data + curve, "para", 4);
    assert_int_equal(word(&profile, curve + 8) >> 16, 3);
    /* exponent, slope and offset of the curve, slope and end of the line */
    static const double values[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        uint32_t expected = (uint32_t)(values[i] * 65536 + 0.5);
        assert_in_range(word(&profile, curve + 12 + 4 * i), expected - 1, expected + 1);
    }
    buf_free(&profile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_header_holds_the_required_tags),
        cmocka_unit_test(the_primaries_add_up_to_white),
        cmocka_unit_test(the_curve_is_that_of_srgb),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
