/*
 * The order of work: pages get their objects first, so that all can refer to them; fonts need the
 * glyphs of their content, and the structure tree its marks and the links.
 */
#include "pdf/pdf.h"

#include "base/message.h"
#include "pdf/annotation.h"
#include "pdf/content.h"
#include "pdf/file.h"
#include "pdf/font.h"
#include "pdf/limit.h"
#include "pdf/metadata.h"
#include "pdf/outline.h"
#include "pdf/save.h"
#include "pdf/structure.h"

#include <stdio.h>
#include <stdlib.h>

enum { FEW_PAGES = 2 };

static bool library_failed(const struct pdf_file *file)
{
    const HPDF_Error_Rec *error = &file->objects.haru->error;
    return pdf_fail(file, RULE_PDF_LIBRARY,
                    _("libharu could not make the file: error 0x%04lX, detail %lu"),
                    error->error_no, error->detail_no);
}

static bool add_pages(struct pdf_file *file)
{
    file->pages = arena_array(file->arena, file->document->page_count, sizeof *file->pages);
    for (size_t i = 0; i < file->document->page_count; i++) {
        const struct page *page = &file->document->pages[i];
        file->pages[i] = HPDF_AddPage(file->objects.haru);
        if (!file->pages[i])
            return library_failed(file);
        HPDF_Page_SetWidth(file->pages[i], (HPDF_REAL)page->width / 64);
        HPDF_Page_SetHeight(file->pages[i], (HPDF_REAL)page->height / 64);
        HPDF_Dict_AddName(file->pages[i], "Tabs", "S");
    }
    return true;
}

/* Writes the resource dictionary, which all pages share. */
static void write_resources(struct pdf_file *file)
{
    HPDF_Dict resources = pdf_object_new(&file->objects);
    struct buf body = {0};
    buf_string(&body, "/Font<<");
    for (const struct pdf_font *font = file->fonts.first; font; font = font->next) {
        buf_printf(&body, "/F%zu", font->number);
        pdf_write_reference(&body, font->object);
    }
    buf_string(&body, ">>/XObject<<");
    for (size_t i = 0; i < file->images.count; i++) {
        buf_printf(&body, "/I%zu", i);
        pdf_write_reference(&body, file->images.items[i].object);
    }
    buf_string(&body, ">>");
    pdf_object_body(&file->objects, resources, &body);
    buf_free(&body);
    for (size_t i = 0; i < file->document->page_count; i++)
        HPDF_Dict_Add(file->pages[i], "Resources", resources);
}

static void write_catalog(struct pdf_file *file)
{
    struct buf body = {0};
    buf_string(&body, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>");
    pdf_write_text_entry(&body, "Lang", file->document->lang);
    buf_string(&body, "/StructTreeRoot");
    pdf_write_reference(&body, file->structure_root);
    if (file->outline_root) {
        buf_string(&body, "/Outlines");
        pdf_write_reference(&body, file->outline_root);
        /* A paper of a page or two is seen whole: the pane would only make it smaller. */
        if (file->document->page_count > FEW_PAGES)
            buf_string(&body, "/PageMode/UseOutlines");
    }
    pdf_metadata_write(file, &body);
    pdf_object_body(&file->objects, file->objects.haru->catalog, &body);
    buf_free(&body);
}

/* Saves the file. libharu's error code is sticky: an error shows at the end. */
static bool save(struct pdf_file *file, struct buf *out)
{
    size_t before = out->size;
    if (!pdf_limit_objects(file, pdf_save_count(&file->objects)))
        return false;
    pdf_save(&file->objects, out);
    if (file->objects.haru->error.error_no == HPDF_OK)
        return true;
    out->size = before;
    out->data[before] = '\0';
    return library_failed(file);
}

static bool write_file(struct pdf_file *file, struct buf *out)
{
    if (!add_pages(file))
        return false;
    pdf_structure_begin(file);
    if (!pdf_limit_texts(file) || !pdf_content_write(file) || !pdf_annotations_write(file) ||
        !pdf_outline_write(file) || !pdf_fonts_write(file))
        return false;
    pdf_structure_write(file);
    write_resources(file);
    write_catalog(file);
    return save(file, out);
}

static void free_owners(struct pdf_file *file)
{
    for (size_t i = 0; file->page_owners && i < file->document->page_count; i++)
        free(file->page_owners[i].tags);
    free(file->page_owners);
    free(file->annotation_owners.tags);
}

bool pdf_write(const struct page_document *document, const char *name, struct diags *diags,
               struct buf *out)
{
    struct arena *arena = arena_new();
    struct pdf_file file = {
        .objects = pdf_objects_new(arena),
        .document = document,
        .name = name,
        .diags = diags,
        .arena = arena,
    };
    bool written = write_file(&file, out);
    pdf_objects_free(&file.objects);
    free_owners(&file);
    free(file.images.items);
    arena_free(arena);
    return written;
}
