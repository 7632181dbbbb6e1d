#include "xlsx/package.h"

#include "base/buf.h"
#include "base/memory.h"
#include "base/message.h"
#include "xlsx/xlsx.h"

#include <strings.h>

/* Below it a ratio says nothing: small parts of equal rows pack well. */
enum { RATIO_FROM = 1024 * 1024 };

static void add(const struct package *package, const char *cell, enum rule rule, const char *hint,
                const char *format, va_list arguments)
{
    diag_vadd(package->diags, rule, (struct diag_place){.file = package->name, .cell = cell}, hint,
              format, arguments);
}

bool package_is_broken(const struct package *package, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(package, NULL, RULE_XLSX_BROKEN,
        _("open it in Excel or LibreOffice and save it again as an Excel workbook (.xlsx); if it "
          "doesn't open, take an earlier copy"),
        format, arguments);
    va_end(arguments);
    return false;
}

bool package_has_broken_cell(const struct package *package, const char *cell, const char *format,
                             ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(package, cell, RULE_XLSX_BROKEN,
        _("open it in Excel or LibreOffice, look at the cell and save the workbook again"), format,
        arguments);
    va_end(arguments);
    return false;
}

bool package_is_over(const struct package *package, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(package, NULL, RULE_XLSX_LIMIT,
        _("remove the sheets, rows and texts that aren't needed, and save the workbook again"),
        format, arguments);
    va_end(arguments);
    return false;
}

bool package_has_long_cell(const struct package *package, const char *cell, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(package, cell, RULE_XLSX_LIMIT, _("shorten the text, or part it among several cells"),
        format, arguments);
    va_end(arguments);
    return false;
}

/* Returns whether the file has no more parts than are read. */
static bool has_few_parts(const struct package *package)
{
    return package->library.zip_get_num_entries(package->zip, 0) <= XLSX_PARTS ||
           package_is_over(package, _("the workbook has more than %d parts"), XLSX_PARTS);
}

bool package_open(struct package *package, const void *bytes, size_t size)
{
    const struct library *library = &package->library;
    zip_error_t error;
    if (!library_open_zip(&package->library, package->diags))
        return false;
    library->zip_error_init(&error);
    zip_source_t *source = library->zip_source_buffer_create(bytes, size, 0, &error);
    package->zip = source ? library->zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    library->zip_error_fini(&error);
    if (!package->zip) {
        library->zip_source_free(source);
        return package_is_broken(package, _("the workbook is cut short or damaged"));
    }
    if (has_few_parts(package))
        return true;
    package_close(package);
    return false;
}

void package_close(struct package *package)
{
    package->library.zip_discard(package->zip);
}

/* Returns the first part of the name from that index on, or -1. */
static int64_t find_from(const struct package *package, const char *name, int64_t first)
{
    int64_t count = package->library.zip_get_num_entries(package->zip, 0);
    zip_stat_t status;
    for (int64_t i = first; i < count; i++)
        if (package->library.zip_stat_index(package->zip, (zip_uint64_t)i, ZIP_FL_ENC_RAW,
                                            &status) == 0 &&
            status.valid & ZIP_STAT_NAME && strcasecmp(status.name, name) == 0)
            return i;
    return -1;
}

int64_t package_find(const struct package *package, const char *name)
{
    return find_from(package, name, 0);
}

/* Returns whether a part is packed in one of the two ways that workbooks have. */
static bool is_packed_plainly(const zip_stat_t *status)
{
    return status->valid & ZIP_STAT_COMP_METHOD && status->valid & ZIP_STAT_COMP_SIZE &&
           (status->comp_method == ZIP_CM_STORE || status->comp_method == ZIP_CM_DEFLATE);
}

/* Reports that a part can't be unpacked. Returns false. */
static bool is_damaged(const struct package *package, const char *name)
{
    return package_is_broken(package, _("part %s of the workbook is damaged"), name);
}

/* Opens the part of that index. */
static bool open_index(struct package *package, zip_uint64_t index, struct part *part)
{
    zip_stat_t status;
    if (package->library.zip_stat_index(package->zip, index, 0, &status) != 0)
        return is_damaged(package, part->name);
    if (status.valid & ZIP_STAT_ENCRYPTION_METHOD && status.encryption_method != ZIP_EM_NONE)
        return diag_add(package->diags, RULE_XLSX_KIND, (struct diag_place){.file = package->name},
                        _("remove the password and save the workbook again"),
                        _("the workbook is protected by a password"));
    if (!is_packed_plainly(&status))
        return is_damaged(package, part->name);
    part->packed = status.comp_size;
    part->file = package->library.zip_fopen_index(package->zip, index, 0);
    return part->file || is_damaged(package, part->name);
}

bool part_open(struct package *package, const char *name, struct part *part)
{
    *part = (struct part){.package = package, .name = name};
    int64_t index = package_find(package, name);
    if (index < 0)
        return package_is_broken(package, _("the workbook lacks its part %s"), name);
    if (find_from(package, name, index + 1) >= 0)
        return package_is_broken(package, _("two parts of the workbook have the name %s"), name);
    return open_index(package, (zip_uint64_t)index, part);
}

void part_close(struct part *part)
{
    part->package->library.zip_fclose(part->file);
}

/* Counts bytes that were unpacked. Reports when they are more than is read. */
static void count(struct part *part, uint64_t bytes)
{
    struct package *package = part->package;
    part->unpacked += bytes;
    package->unpacked += bytes;
    part->is_over = true;
    if (part->unpacked > XLSX_PART_SIZE)
        package_is_over(package, _("part %s of the workbook is larger than %d MiB"), part->name,
                        XLSX_PART_SIZE >> 20);
    else if (package->unpacked > XLSX_UNPACKED_SIZE)
        package_is_over(package, _("the parts of the workbook are larger than %d MiB"),
                        XLSX_UNPACKED_SIZE >> 20);
    else if (part->unpacked > RATIO_FROM && part->unpacked / XLSX_RATIO > part->packed)
        package_is_over(package,
                        _("part %s of the workbook is packed more than %d times: it is made to "
                          "overflow, or holds little else than blanks"),
                        part->name, XLSX_RATIO);
    else
        part->is_over = false;
}

int part_read(struct part *part, char *buffer, int size)
{
    if (part->is_over || part->is_broken)
        return 0;
    int64_t got = part->package->library.zip_fread(part->file, buffer, (zip_uint64_t)size);
    part->is_broken = got < 0;
    if (part->is_broken)
        is_damaged(part->package, part->name);
    else
        count(part, (uint64_t)got);
    return part->is_over || part->is_broken ? 0 : (int)got;
}
