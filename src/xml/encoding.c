#include "xml/encoding.h"

#include "base/message.h"

#include <string.h>
#include <strings.h>

enum { SHOWN = 40 /* bytes of a name that a file gives */ };

/* Returns the encoding that the XML declaration names; its size is 0 when it names none. */
static const char *declared_encoding(const struct buf *bytes, size_t *size)
{
    *size = 0;
    if (strncmp(bytes->data, "<?xml", 5) != 0)
        return NULL;
    const char *end = strstr(bytes->data, "?>");
    const char *name = strstr(bytes->data, "encoding");
    if (!end || !name || name > end)
        return NULL;
    name += strcspn(name, "'\"");
    if (name >= end)
        return NULL;
    const char *value = name + 1;
    const char *close = memchr(value, *name, (size_t)(end - value));
    if (close)
        *size = (size_t)(close - value);
    return value;
}

/* Returns whether all is ASCII, which is part of UTF-8. */
static bool is_ascii(const struct buf *bytes)
{
    for (size_t i = 0; i < bytes->size; i++)
        if ((unsigned char)bytes->data[i] > 0x7F)
            return false;
    return true;
}

static bool is_declared_right(const struct buf *bytes, const char *name, size_t size)
{
    static const struct {
        const char *name;
        bool is_ascii;
    } read[] = {{"UTF-8", false}, {"UTF8", false}, {"US-ASCII", true}, {"ASCII", true}};
    for (size_t i = 0; i < sizeof read / sizeof *read; i++)
        if (size == strlen(read[i].name) && strncasecmp(name, read[i].name, size) == 0)
            return !read[i].is_ascii || is_ascii(bytes);
    return !size;
}

/* Returns whether a file that says to be in another encoding than UTF-8 was in that one, or in
 * UTF-8 all the same. */
static bool is_certain(const struct recoding *recoding, const char *name, size_t size)
{
    static const char *const latin[] = {"windows-1252", "cp1252", "iso-8859-1", "iso8859-1",
                                        "iso_8859-1",   "latin1", "latin-1",    "us-ascii"};
    static const char *const of_ascii[] = {"UTF-7", "ISO-2022", "HZ"}; /* which other letters, too,
                                                                          are written in */
    bool is_latin = false, is_of_ascii = false;
    for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
        is_latin |= size == strlen(latin[i]) && strncasecmp(name, latin[i], size) == 0;
    for (size_t i = 0; i < sizeof of_ascii / sizeof *of_ascii; i++)
        is_of_ascii |= strncasecmp(name, of_ascii[i], strlen(of_ascii[i])) == 0;
    return recoding->from ? recoding->is_certain && is_latin : !is_of_ascii;
}

static void report(struct source *source, const struct recoding *recoding, struct diags *diags)
{
    const struct diag_place place = source_place(source, source->recoded);
    const char *hint = _("save the file in the encoding UTF-8");
    if (recoding->from && *recoding->from)
        diag_add(diags, RULE_XML_ENCODING, place, hint,
                 _("the file is not in UTF-8; it seems to be in %s"), recoding->from);
    else
        diag_add(diags, RULE_XML_ENCODING, place, hint, _("the file is not in UTF-8"));
    if (recoding->is_certain)
        diag_certain(diags);
    source->is_recoded = true;
}

static void report_declared(struct source *source, const struct recoding *recoding,
                            const char *name, size_t size, struct diags *diags)
{
    size_t from = (size_t)(name - source->bytes.data);
    diag_add(diags, RULE_XML_ENCODING, source_place_between(source, from, from + size),
             _("save the file in the encoding UTF-8"),
             _("the file says that it is in %.*s, not UTF-8"), (int)(size > SHOWN ? SHOWN : size),
             name);
    diag_replace(diags, "UTF-8");
    if (is_certain(recoding, name, size))
        diag_certain(diags);
    source->is_recoded = true;
}

bool encoding_check(struct source *source, const struct recoding *recoding, struct diags *diags)
{
    const struct buf *bytes = &source->bytes;
    size_t size, zero = strlen(bytes->size ? bytes->data : "");
    const char *name = declared_encoding(bytes, &size), *wrong = recoding->from;
    if (zero < bytes->size) { /* not text in any encoding */
        if (!wrong || zero < source->recoded)
            source->recoded = zero;
        report(source, &(struct recoding){0}, diags);
        return false;
    }
    if (!is_declared_right(bytes, name, size) && (!wrong || strcmp(wrong, "UTF-16") != 0))
        report_declared(source, recoding, name, size, diags);
    else if (wrong)
        report(source, recoding, diags);
    return !wrong || memchr(bytes->data, '<', bytes->size);
}
