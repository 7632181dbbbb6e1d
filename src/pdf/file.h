/* The state of a PDF file in the making. Everything but libharu's objects lives in the arena. */
#ifndef PYKALA_PDF_FILE_H
#define PYKALA_PDF_FILE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "page/page.h"
#include "pdf/object.h"

enum { PDF_CODES = 256 };

/* A glyph that stands for a text. The same glyph has another code where it stands for another. */
struct pdf_code {
    bool used;
    uint16_t glyph;
    uint8_t next;  /* the glyph's next code, 0 for none */
    int64_t width; /* as the font's Widths give it, in millionths of the em */
};

/* The text of a code, in every font that uses the code. */
struct pdf_text {
    const char *text; /* UTF-8; NULL where no font uses the code */
    size_t size;
};

/* The texts of the codes of fonts that share a ToUnicode map. */
struct pdf_texts {
    struct pdf_texts *next;
    struct pdf_text items[PDF_CODES]; /* by code */
    HPDF_Dict object;
};

/* A font in the file: up to 255 of the glyphs of a text font, which may have several of these. */
struct pdf_font {
    struct pdf_font *next;
    size_t number; /* in the pages' resources: /F0 */
    const struct text_font *font;
    struct pdf_texts *texts;
    HPDF_Dict object;
    struct pdf_code codes[PDF_CODES]; /* codes[0] is never used */
    uint8_t *first;                   /* a glyph's first code, by glyph id; 0 for none */
    size_t glyph_count;
};

struct pdf_fonts {
    struct pdf_font *first, **end; /* by number; end is NULL while there is none */
    size_t count;
    struct pdf_texts *texts; /* the first map: of each text font's first font */
};

/* A piece of content in the structure tree: marked content, or an annotation. */
struct pdf_mark {
    struct pdf_mark *next;
    size_t page;
    int mcid;             /* where annotation is NULL */
    HPDF_Dict annotation; /* an object reference */
};

/* The file's data about a tag, by the tag's index. */
struct pdf_element {
    const struct page_tag *tag;
    HPDF_Dict object;              /* NULL for leaves, and for elements that are left out */
    struct pdf_mark *first, *last; /* a leaf's content, in order */
    bool kept;
    struct page_box box; /* a figure's picture: all its content, where pictured */
    bool pictured;
};

/* The owners of a parent tree entry: of a page's marks by MCID, or of one annotation. */
struct pdf_owners {
    const struct page_tag **tags;
    size_t count, capacity;
};

struct pdf_image {
    const struct image *image;
    HPDF_Dict object; /* NULL: the image is broken, which was told */
};

struct pdf_images {
    struct pdf_image *items;
    size_t count, capacity;
};

struct pdf_file {
    struct pdf_objects objects;
    const struct page_document *document;
    const char *name;
    struct diags *diags;
    struct arena *arena;

    HPDF_Page *pages; /* as many as the document's */
    struct pdf_fonts fonts;
    struct pdf_images images;
    struct pdf_element *elements;   /* by tag index */
    struct pdf_owners *page_owners; /* by page */
    struct pdf_owners annotation_owners;
    HPDF_Dict structure_root, outline_root;
};

/* Adds a diagnostic about the paper; returns false. */
bool pdf_fail(const struct pdf_file *file, enum rule rule, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/*
 * Writes an explicit destination, the place where a tag begins: "[5 0 R/XYZ null 700 null]".
 * Returns false and adds a failure when the tag stands nowhere.
 */
bool pdf_write_destination(const struct pdf_file *file, const struct page_tag *tag,
                           struct buf *out);

/* Writes a box of a page as a rectangle in the PDF's coordinates: "[x y x y]". */
void pdf_write_rectangle(struct buf *out, const struct page *page, const struct page_box *box);

#endif
