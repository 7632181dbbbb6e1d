#include "xlsx/kind.h"

#include "base/file.h"
#include "base/message.h"

#include <string.h>
#include <strings.h>

/* Returns whether the bytes hold those others somewhere. */
static bool holds(const char *bytes, size_t size, const char *others, size_t length)
{
    for (const char *at = bytes; size - (size_t)(at - bytes) >= length; at++) {
        at = memchr(at, *others, size - (size_t)(at - bytes) - length + 1);
        if (!at)
            return false;
        if (memcmp(at, others, length) == 0)
            return true;
    }
    return false;
}

static bool is_other(const char *name, struct diags *diags, const char *what)
{
    return diag_add(diags, RULE_XLSX_KIND, (struct diag_place){.file = name},
                    _("open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx)"),
                    "%s", what);
}

/* Reports an OLE2 file: a workbook with a password, or a document of the programs before 2007. */
static bool is_compound(const char *bytes, size_t size, const char *name, struct diags *diags)
{
    /* The names of its streams, in UTF-16. */
    static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    static const char workbook[] = "W\0o\0r\0k\0b\0o\0o\0k";
    if (holds(bytes, size, encrypted, sizeof encrypted - 1))
        return diag_add(diags, RULE_XLSX_KIND, (struct diag_place){.file = name},
                        _("remove the password and save the workbook again"),
                        _("the workbook is protected by a password"));
    if (holds(bytes, size, workbook, sizeof workbook - 1))
        return is_other(name, diags, _("this is a workbook of an older Excel (.xls)"));
    return is_other(name, diags, _("this is no Excel workbook but a document of another kind"));
}

bool kind_is_zip(const char *bytes, size_t size, const char *name, struct diags *diags)
{
    static const char compound[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    if (size == 0)
        return diag_add(diags, RULE_XLSX_KIND, (struct diag_place){.file = name},
                        _("send or copy the workbook again"), _("the file is empty"));
    if (size >= 4 && (memcmp(bytes, "PK\3\4", 4) == 0 || memcmp(bytes, "PK\5\6", 4) == 0))
        return true;
    if (size >= sizeof compound - 1 && memcmp(bytes, compound, sizeof compound - 1) == 0)
        return is_compound(bytes, size, name, diags);
    return is_other(name, diags, _("this is no Excel workbook but a document of another kind"));
}

bool kind_is_workbook(const char *main_part, const char *name, struct diags *diags)
{
    if (strncasecmp(main_part, "word/", 5) == 0)
        return is_other(name, diags, _("this is no Excel workbook but a Word document"));
    if (file_has_ending(main_part, ".bin"))
        return is_other(name, diags, _("this is a binary workbook (.xlsb)"));
    return strncasecmp(main_part, "ppt/", 4) != 0 || kind_is_unknown(name, diags);
}

bool kind_is_open_document(const char *name, struct diags *diags)
{
    return is_other(name, diags, _("this is an OpenDocument file (.ods), not an Excel workbook"));
}

bool kind_is_unknown(const char *name, struct diags *diags)
{
    return is_other(name, diags, _("this is no Excel workbook but a document of another kind"));
}
