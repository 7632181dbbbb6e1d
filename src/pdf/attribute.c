#include "pdf/attribute.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static void write_cell(struct buf *out, const struct page_tag *tag)
{
    static const char *const scopes[] = {"", "/Scope/Row", "/Scope/Column", "/Scope/Both"};
    bool plain = !tag->scope && tag->column_span <= 1 && tag->row_span <= 1 && !tag->headers_count;
    if (plain)
        return;
    buf_string(out, "/A<</O/Table");
    buf_string(out, scopes[tag->scope]);
    if (tag->column_span > 1)
        buf_printf(out, "/ColSpan %d", tag->column_span);
    if (tag->row_span > 1)
        buf_printf(out, "/RowSpan %d", tag->row_span);
    if (tag->headers_count) {
        buf_string(out, "/Headers[");
        for (size_t i = 0; i < tag->headers_count; i++)
            pdf_write_bytes(out, tag->headers[i], strlen(tag->headers[i]));
        buf_char(out, ']');
    }
    buf_string(out, ">>");
}

static void write_list(struct buf *out, const struct page_tag *tag)
{
    static const char *const numberings[] = {"None", "Disc", "Decimal", "LowerAlpha"};
    buf_string(out, "/A<</O/List/ListNumbering/");
    buf_string(out, numberings[tag->numbering]);
    buf_string(out, ">>");
}

/* Returns the page of the first mark below the element: a figure's picture. */
static const struct page *page_of(const struct pdf_file *file, const struct page_tag *tag)
{
    for (const struct page_tag *child = tag->first; child; child = child->next)
        if (file->elements[child->index].first)
            return &file->document->pages[file->elements[child->index].first->page];
    return NULL;
}

static void write_figure(const struct pdf_file *file, const struct pdf_element *element,
                         struct buf *out)
{
    const struct page *page = page_of(file, element->tag);
    if (!element->pictured || !page)
        return;
    buf_string(out, "/A<</O/Layout/Placement/Block/BBox");
    pdf_write_rectangle(out, page, &element->box);
    buf_string(out, ">>");
}

/* Writes the element's id; notes must have one (ISO 14289-1 7.9). Returns false where there is
 * none. */
static bool element_id(const struct page_tag *tag, struct buf *id)
{
    buf_clear(id);
    if (tag->id)
        buf_string(id, tag->id);
    else if (tag->role == PAGE_NOTE)
        buf_printf(id, "note-%zu", tag->index);
    return id->size > 0;
}

static void write_id(struct buf *out, const struct page_tag *tag)
{
    struct buf id = {0};
    if (element_id(tag, &id)) {
        buf_string(out, "/ID");
        pdf_write_bytes(out, id.data, id.size);
    }
    buf_free(&id);
}

void pdf_write_attributes(const struct pdf_file *file, const struct pdf_element *element,
                          struct buf *out)
{
    const struct page_tag *tag = element->tag;
    pdf_write_text_entry(out, "Lang", tag->lang);
    pdf_write_text_entry(out, "Alt", tag->alt);
    pdf_write_text_entry(out, "ActualText", tag->actual);
    write_id(out, tag);
    if (tag->role == PAGE_TH || tag->role == PAGE_TD)
        write_cell(out, tag);
    else if (tag->role == PAGE_L)
        write_list(out, tag);
    else if (tag->role == PAGE_FIGURE)
        write_figure(file, element, out);
}

struct named {
    struct buf id;
    HPDF_Dict object;
};

static int by_bytes(const void *left, const void *right)
{
    const struct named *a = left, *b = right;
    return strcmp(a->id.data, b->id.data);
}

/* Collects the elements with ids, sorted as a name tree wants them; owned by the caller. */
static struct named *collect_named(const struct pdf_file *file, size_t *count)
{
    struct named *items = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < file->document->tag_count; i++) {
        struct named named = {.object = file->elements[i].object};
        if (!named.object || !element_id(file->elements[i].tag, &named.id)) {
            buf_free(&named.id);
            continue;
        }
        GROW(items, *count, capacity);
        items[(*count)++] = named;
    }
    if (*count)
        qsort(items, *count, sizeof *items, by_bytes);
    return items;
}

void pdf_write_id_tree(const struct pdf_file *file, struct buf *out)
{
    size_t count;
    struct named *items = collect_named(file, &count);
    if (count)
        buf_string(out, "/IDTree<</Names[");
    for (size_t i = 0; i < count; i++) {
        pdf_write_bytes(out, items[i].id.data, items[i].id.size);
        pdf_write_reference(out, items[i].object);
        buf_free(&items[i].id);
    }
    if (count)
        buf_string(out, "]>>");
    free(items);
}
