#include "pdf/annotation.h"

#include "pdf/limit.h"
#include "pdf/structure.h"

static void write_uri(struct buf *out, const char *uri)
{
    struct buf escaped = {0};
    pdf_write_uri(&escaped, uri);
    buf_string(out, "/A<</S/URI/URI");
    pdf_write_bytes(out, escaped.data ? escaped.data : "", escaped.size);
    buf_string(out, ">>");
    buf_free(&escaped);
}

static bool write_link(struct pdf_file *file, size_t page, const struct page_item *item,
                       HPDF_Dict object)
{
    enum { PRINT = 4 };
    const struct page_annotation *annotation = &item->annotation;
    bool written = true;
    struct buf body = {0};
    buf_string(&body, "/Type/Annot/Subtype/Link/Rect");
    pdf_write_rectangle(&body, &file->document->pages[page], &annotation->box);
    buf_printf(&body, "/Border[0 0 0]/F %d/StructParent %d/P", PRINT,
               pdf_structure_annotation(file, page, item->tag, object));
    pdf_write_reference(&body, file->pages[page]);
    pdf_write_text_entry(&body, "Contents", annotation->contents);
    if (annotation->uri) {
        write_uri(&body, annotation->uri);
    } else {
        buf_string(&body, "/Dest");
        written = pdf_write_destination(file, annotation->target, &body);
    }
    pdf_object_body(&file->objects, object, &body);
    buf_free(&body);
    return written;
}

static bool write_page(struct pdf_file *file, size_t p)
{
    const struct page *page = &file->document->pages[p];
    HPDF_Array annotations = NULL;
    size_t count = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        if (page->items[i].kind != PAGE_ANNOTATION)
            continue;
        if (!annotations) {
            annotations = HPDF_Array_New(file->objects.haru->mmgr);
            HPDF_Dict_Add(file->pages[p], "Annots", annotations);
        }
        HPDF_Dict object = pdf_object_new(&file->objects);
        HPDF_Array_Add(annotations, object);
        if (!pdf_limit_links(file, p, ++count) || !write_link(file, p, &page->items[i], object))
            return false;
    }
    return true;
}

bool pdf_annotations_write(struct pdf_file *file)
{
    for (size_t p = 0; p < file->document->page_count; p++)
        if (!write_page(file, p))
            return false;
    return true;
}
