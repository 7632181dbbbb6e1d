/* Workbooks for tests, made part by part, right and wrong. Link libdeflate. */
#ifndef PYKALA_UNIT_XLSX_SAMPLE_H
#define PYKALA_UNIT_XLSX_SAMPLE_H

#include "base/buf.h"

#include <libdeflate.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define SAMPLE_MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define SAMPLE_TYPES "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define SAMPLE_RELS                                                                                \
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"

enum { ZIP_STORED = 0, ZIP_DEFLATED = 8, ZIP_LOCKED = 1 /* a flag: by a password */ };

/* A zip file that is being made. */
struct zip_sample {
    struct buf bytes, directory;
    unsigned count;
};

/* A part as the file says that it is, true or not. */
struct zip_part {
    const char *name;
    unsigned method, flags;
    uint32_t check;
    const void *packed;
    size_t packed_size, size;
};

static inline void zip_put(struct buf *buf, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        buf_char(buf, (char)(value >> (8 * i) & 0xFF));
}

/* Appends what the part's own head and the directory's have in common. */
static inline void zip_put_head(struct buf *buf, const struct zip_part *part)
{
    zip_put(buf, 20, 2);
    zip_put(buf, part->flags, 2);
    zip_put(buf, part->method, 2);
    zip_put(buf, 0x00210000, 4); /* 1 January 1980 */
    zip_put(buf, part->check, 4);
    zip_put(buf, (uint32_t)part->packed_size, 4);
    zip_put(buf, (uint32_t)part->size, 4);
    zip_put(buf, (uint32_t)strlen(part->name), 2);
    zip_put(buf, 0, 2);
}

static inline void zip_add_part(struct zip_sample *zip, const struct zip_part *part)
{
    uint32_t offset = (uint32_t)zip->bytes.size;
    zip_put(&zip->bytes, 0x04034B50, 4);
    zip_put_head(&zip->bytes, part);
    buf_string(&zip->bytes, part->name);
    buf_append(&zip->bytes, part->packed, part->packed_size);
    zip_put(&zip->directory, 0x02014B50, 4);
    zip_put(&zip->directory, 20, 2);
    zip_put_head(&zip->directory, part);
    zip_put(&zip->directory, 0, 4);
    zip_put(&zip->directory, 0, 2);
    zip_put(&zip->directory, 0, 4);
    zip_put(&zip->directory, offset, 4);
    buf_string(&zip->directory, part->name);
    zip->count++;
}

/* Adds a part as it is. */
static inline void zip_add(struct zip_sample *zip, const char *name, const void *bytes, size_t size)
{
    struct zip_part part = {.name = name,
                            .check = libdeflate_crc32(0, bytes, size),
                            .packed = bytes,
                            .packed_size = size,
                            .size = size};
    zip_add_part(zip, &part);
}

/* Adds a part deflated. */
static inline void zip_add_deflated(struct zip_sample *zip, const char *name, const void *bytes,
                                    size_t size)
{
    struct libdeflate_compressor *deflater = libdeflate_alloc_compressor(9);
    size_t room = libdeflate_deflate_compress_bound(deflater, size);
    void *packed = malloc(room);
    struct zip_part part = {.name = name,
                            .method = ZIP_DEFLATED,
                            .check = libdeflate_crc32(0, bytes, size),
                            .packed = packed,
                            .size = size};
    part.packed_size = libdeflate_deflate_compress(deflater, bytes, size, packed, room);
    zip_add_part(zip, &part);
    free(packed);
    libdeflate_free_compressor(deflater);
}

/* Writes the directory: the bytes are a zip file now. */
static inline void zip_finish(struct zip_sample *zip)
{
    uint32_t offset = (uint32_t)zip->bytes.size;
    buf_append(&zip->bytes, zip->directory.data, zip->directory.size);
    zip_put(&zip->bytes, 0x06054B50, 4);
    zip_put(&zip->bytes, 0, 4);
    zip_put(&zip->bytes, zip->count, 2);
    zip_put(&zip->bytes, zip->count, 2);
    zip_put(&zip->bytes, (uint32_t)zip->directory.size, 4);
    zip_put(&zip->bytes, offset, 4);
    zip_put(&zip->bytes, 0, 2);
}

static inline void zip_free(struct zip_sample *zip)
{
    buf_free(&zip->bytes);
    buf_free(&zip->directory);
    zip->count = 0;
}

/* The parts of a workbook that a test can exchange, in the order of a file. */
enum sample_part {
    SAMPLE_TYPES_PART,
    SAMPLE_PACKAGE_RELS,
    SAMPLE_BOOK,
    SAMPLE_BOOK_RELS,
    SAMPLE_STRINGS,
    SAMPLE_STYLES,
    SAMPLE_SHEET,
    SAMPLE_PARTS
};

static const char *const sample_names[SAMPLE_PARTS] = {
    "[Content_Types].xml",        "_rels/.rels",          "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
};

static const char *const sample_parts[SAMPLE_PARTS] = {
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
    SAMPLE_RELS "<Relationship Id=\"rId1\" Type=\"" SAMPLE_TYPES
                "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
    "<workbook " SAMPLE_MAIN " xmlns:r=\"" SAMPLE_TYPES "\"><sheets>"
    "<sheet name=\"Vastaukset\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
    SAMPLE_RELS "<Relationship Id=\"rId1\" Type=\"" SAMPLE_TYPES
                "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                "<Relationship Id=\"rId2\" Type=\"" SAMPLE_TYPES "/styles\" Target=\"styles.xml\"/>"
                "<Relationship Id=\"rId3\" Type=\"" SAMPLE_TYPES
                "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
    "<sst " SAMPLE_MAIN "><si><t>nolla</t></si></sst>",
    "<styleSheet " SAMPLE_MAIN "/>",
    "<worksheet " SAMPLE_MAIN "><sheetData/></worksheet>",
};

/* Adds a workbook's parts: those of the list that aren't NULL, and plain ones for the others. */
static inline void sample_add(struct zip_sample *zip, const char *const parts[SAMPLE_PARTS])
{
    for (int i = 0; i < SAMPLE_PARTS; i++) {
        const char *part = parts[i] ? parts[i] : sample_parts[i];
        zip_add(zip, sample_names[i], part, strlen(part));
    }
}

#endif
