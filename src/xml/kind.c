#include "xml/kind.h"

#include "base/message.h"

#include <string.h>
#include <strings.h>

enum { LOOKED_AT = 2000 /* bytes: an XML file names its kind near its beginning */ };

static const struct kind {
    const char *begins;
    size_t size;
    const char *message;
} kinds[] = {
    {"PK\x03\x04", 4, N_("this is a zip file, such as a Word or Excel document, not XML")},
    {"\xD0\xCF\x11\xE0", 4, N_("this is an old Word or Excel document, not XML")},
    {"%PDF-", 5, N_("this is a PDF file, not XML")},
    {"{\\rtf", 5, N_("this is an RTF document, not XML")},
    {"{\"", 2, N_("this is JSON, not XML")},
    {"\x89PNG", 4, N_("this is an image, not XML")},
    {"\xFF\xD8\xFF", 3, N_("this is an image, not XML")},
};

/* Documents that are XML themselves, or nearly. */
static const struct dialect {
    const char *holds, *message;
} dialects[] = {
    {"progid=\"Word.Document\"", N_("this is a Word document that was saved as XML")},
    {"schemas.microsoft.com/office/2006/xmlPackage",
     N_("this is a Word document that was saved as XML")},
    {"progid=\"Excel.Sheet\"", N_("this is an Excel workbook that was saved as XML")},
    {"urn:schemas-microsoft-com:office:spreadsheet",
     N_("this is an Excel workbook that was saved as XML")},
    {"urn:oasis:names:tc:opendocument:xmlns:office", N_("this is a LibreOffice document")},
    {"<!doctype html", N_("this is a web page (HTML)")},
    {"<html", N_("this is a web page (HTML)")},
};

static const char *find_binary(const struct buf *bytes)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (bytes->size >= kinds[i].size &&
            memcmp(bytes->data, kinds[i].begins, kinds[i].size) == 0)
            return kinds[i].message;
    return NULL;
}

static bool holds(const char *text, const char *end, const char *wanted)
{
    size_t size = strlen(wanted);
    for (; text + size <= end; text++)
        if (strncasecmp(text, wanted, size) == 0)
            return true;
    return false;
}

/* Finds what an XML file is by its first bytes: declarations and the root's start tag. */
static const char *find_dialect(const struct buf *bytes)
{
    size_t size = bytes->size < LOOKED_AT ? bytes->size : LOOKED_AT;
    if (holds(bytes->data, bytes->data + size, "urn:pykala:"))
        return NULL;
    for (size_t i = 0; i < sizeof dialects / sizeof *dialects; i++)
        if (holds(bytes->data, bytes->data + size, dialects[i].holds))
            return dialects[i].message;
    return NULL;
}

bool kind_check(const struct buf *bytes, const char *path, struct diags *diags)
{
    const char *message = find_binary(bytes);
    if (!message)
        message = find_dialect(bytes);
    return !message || diag_add(diags, RULE_FILE_FORMAT,
                                (struct diag_place){.file = path, .line = 1, .column = 1},
                                _("send the XML file that was made for pykala; its root element "
                                  "has xmlns=\"urn:pykala:1\""),
                                "%s", _(message));
}
