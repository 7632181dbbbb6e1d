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

static void report(struct source *source, const char *wrong, struct diags *diags)
{
    size_t offset = source->recoded;
    if (*wrong)
        diag_add(diags, RULE_XML_ENCODING, source_place(source, offset),
                 _("save the file in the encoding UTF-8"),
                 _("the file is not in UTF-8; it seems to be in %s"), wrong);
    else
        diag_add(diags, RULE_XML_ENCODING, source_place(source, offset),
                 _("save the file in the encoding UTF-8"), _("the file is not in UTF-8"));
    if (*wrong)
        diag_certain(diags);
    source->is_recoded = true;
}

bool encoding_check(struct source *source, const char *wrong, struct diags *diags)
{
    const struct buf *bytes = &source->bytes;
    size_t size, zero = strlen(bytes->size ? bytes->data : "");
    const char *name = declared_encoding(bytes, &size);
    if (zero < bytes->size) { /* not text in any encoding */
        if (!wrong || zero < source->recoded)
            source->recoded = zero;
        report(source, "", diags);
        return false;
    }
    if (!is_declared_right(bytes, name, size) && (!wrong || strcmp(wrong, "UTF-16") != 0)) {
        size_t from = (size_t)(name - bytes->data);
        diag_add(diags, RULE_XML_ENCODING, source_place_between(source, from, from + size),
                 _("save the file in the encoding UTF-8"),
                 _("the file says that it is in %.*s, not UTF-8"),
                 (int)(size > SHOWN ? SHOWN : size), name);
        diag_replace(diags, "UTF-8");
        diag_certain(diags);
        source->is_recoded = true;
    } else if (wrong) {
        report(source, wrong, diags);
    }
    return !wrong || memchr(bytes->data, '<', bytes->size);
}
