/*
 * Tags have their place in document order as their index, so that the tree is walked as an array:
 * forwards, parents come before their children; backwards, after them.
 */
#include "pdf/structure.h"

#include "base/memory.h"
#include "pdf/attribute.h"

#include <stdlib.h>
#include <string.h>

static const struct page_tag *next_tag(const struct page_tag *tag)
{
    if (tag->first)
        return tag->first;
    while (tag && !tag->next)
        tag = tag->parent;
    return tag ? tag->next : NULL;
}

void pdf_structure_begin(struct pdf_file *file)
{
    const struct page_document *document = file->document;
    file->elements = arena_array(file->arena, document->tag_count, sizeof *file->elements);
    file->page_owners = memory_new(document->page_count, sizeof *file->page_owners);
    file->structure_root = pdf_object_new(&file->objects);
    for (const struct page_tag *tag = document->root; tag; tag = next_tag(tag))
        file->elements[tag->index].tag = tag;
}

static int add_owner(struct pdf_owners *owners, const struct page_tag *tag)
{
    GROW(owners->tags, owners->count, owners->capacity);
    owners->tags[owners->count] = tag;
    return (int)owners->count++;
}

static struct pdf_mark *add_mark(struct pdf_file *file, size_t page, const struct page_tag *leaf)
{
    struct pdf_element *element = &file->elements[leaf->index];
    struct pdf_mark *mark = arena_alloc(file->arena, sizeof *mark);
    mark->page = page;
    if (element->last)
        element->last->next = mark;
    else
        element->first = mark;
    element->last = mark;
    return mark;
}

int pdf_structure_mark(struct pdf_file *file, size_t page, const struct page_tag *leaf)
{
    struct pdf_mark *mark = add_mark(file, page, leaf);
    mark->mcid = add_owner(&file->page_owners[page], leaf->parent);
    return mark->mcid;
}

int pdf_structure_annotation(struct pdf_file *file, size_t page, const struct page_tag *leaf,
                             HPDF_Dict annotation)
{
    add_mark(file, page, leaf)->annotation = annotation;
    return (int)file->document->page_count + add_owner(&file->annotation_owners, leaf->parent);
}

void pdf_structure_picture(struct pdf_file *file, const struct page_tag *leaf,
                           const struct page_box *box)
{
    struct pdf_element *figure = &file->elements[leaf->parent->index];
    figure->box = figure->pictured ? page_box_union(&figure->box, box) : *box;
    figure->pictured = true;
}

/* Finds the elements that are kept: those with content, and cells, since a table must stay whole.
 */
static void find_kept(struct pdf_file *file)
{
    for (size_t i = file->document->tag_count; i-- > 0;) {
        struct pdf_element *element = &file->elements[i];
        const struct page_tag *tag = element->tag;
        if (element->first || tag->role == PAGE_TD || tag->role == PAGE_TH || !tag->parent)
            element->kept = true;
        if (element->kept && tag->parent)
            file->elements[tag->parent->index].kept = true;
    }
}

static void write_mark(const struct pdf_file *file, struct buf *out, const struct pdf_mark *mark,
                       size_t own_page)
{
    if (mark->annotation) {
        buf_string(out, "<</Type/OBJR/Pg");
        pdf_write_reference(out, file->pages[mark->page]);
        buf_string(out, "/Obj");
        pdf_write_reference(out, mark->annotation);
        buf_string(out, ">>");
    } else if (mark->page == own_page) {
        buf_char(out, ' ');
        buf_number(out, mark->mcid);
    } else {
        buf_string(out, "<</Type/MCR/Pg");
        pdf_write_reference(out, file->pages[mark->page]);
        buf_printf(out, "/MCID %d>>", mark->mcid);
    }
}

/* Returns the first mark of an element, whose page the others need not name. */
static const struct pdf_mark *first_mark(const struct pdf_file *file, const struct page_tag *tag)
{
    for (const struct page_tag *child = tag->first; child; child = child->next)
        if (child->role == PAGE_CONTENT && file->elements[child->index].first)
            return file->elements[child->index].first;
    return NULL;
}

static void write_page(const struct pdf_file *file, struct buf *out, const struct page_tag *tag)
{
    const struct pdf_mark *first = first_mark(file, tag);
    if (first) {
        buf_string(out, "/Pg");
        pdf_write_reference(out, file->pages[first->page]);
    }
}

/* Writes the kids: one stands alone, several in an array. */
static void write_kids(const struct pdf_file *file, struct buf *out, const struct page_tag *tag)
{
    const struct pdf_mark *first = first_mark(file, tag);
    size_t start = out->size, count = 0;
    buf_string(out, "/K[");
    for (const struct page_tag *child = tag->first; child; child = child->next) {
        const struct pdf_element *element = &file->elements[child->index];
        if (element->object) {
            pdf_write_reference(out, element->object);
            count++;
        }
        for (const struct pdf_mark *mark = element->first; mark; mark = mark->next, count++)
            write_mark(file, out, mark, first->page);
    }
    if (count > 1)
        buf_char(out, ']');
    else if (count == 1)
        memmove(out->data + start + 2, out->data + start + 3, out->size-- - start - 2);
    else
        out->data[out->size = start] = '\0';
}

/* Writes an element. The order of the entries deflates best: common ones together, different ones
 * at the end. /Type is optional. */
static void write_element(const struct pdf_file *file, const struct pdf_element *element,
                          struct buf *body)
{
    const struct page_tag *tag = element->tag;
    buf_string(body, "/S/");
    buf_string(body, page_role_name(tag->role));
    pdf_write_attributes(file, element, body);
    write_page(file, body, tag);
    buf_string(body, "/P");
    pdf_write_reference(body, tag->parent ? file->elements[tag->parent->index].object
                                          : file->structure_root);
    write_kids(file, body, tag);
    pdf_object_body(&file->objects, element->object, body);
}

static void write_owners(const struct pdf_file *file, struct buf *out,
                         const struct pdf_owners *owners)
{
    for (size_t i = 0; i < owners->count; i++)
        pdf_write_reference(out, file->elements[owners->tags[i]->index].object);
}

/* Writes the parent tree, a number tree: pages by their number, then annotations. */
static void write_parent_tree(const struct pdf_file *file, struct buf *out)
{
    size_t pages = file->document->page_count;
    buf_string(out, "/ParentTree<</Nums[");
    for (size_t p = 0; p < pages; p++) {
        if (!file->page_owners[p].count)
            continue;
        buf_printf(out, "%zu[", p);
        write_owners(file, out, &file->page_owners[p]);
        buf_char(out, ']');
        HPDF_Dict_AddNumber(file->pages[p], "StructParents", (HPDF_INT32)p);
    }
    for (size_t i = 0; i < file->annotation_owners.count; i++) {
        const struct page_tag *tag = file->annotation_owners.tags[i];
        buf_printf(out, " %zu", pages + i);
        pdf_write_reference(out, file->elements[tag->index].object);
    }
    buf_printf(out, "]>>/ParentTreeNextKey %zu", pages + file->annotation_owners.count);
}

void pdf_structure_write(struct pdf_file *file)
{
    find_kept(file);
    size_t count = file->document->tag_count;
    for (size_t i = 0; i < count; i++)
        if (file->elements[i].kept && file->elements[i].tag->role != PAGE_CONTENT)
            file->elements[i].object = pdf_object_new(&file->objects);
    struct buf body = {0};
    for (size_t i = 0; i < count; i++)
        if (file->elements[i].object)
            write_element(file, &file->elements[i], &body);
    buf_string(&body, "/Type/StructTreeRoot/RoleMap<</Em/Span/Strong/Span>>/K");
    pdf_write_reference(&body, file->elements[0].object);
    write_parent_tree(file, &body);
    pdf_write_id_tree(file, &body);
    pdf_object_body(&file->objects, file->structure_root, &body);
    buf_free(&body);
}
