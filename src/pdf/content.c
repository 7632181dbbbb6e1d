#include "pdf/content.h"

#include "base/message.h"
#include "pdf/font.h"
#include "pdf/image.h"
#include "pdf/show.h"
#include "pdf/structure.h"

#include <stdlib.h>

/* The state of a page's content while it is written. */
struct content {
    struct pdf_file *file;
    size_t page_index;
    const struct page *page;
    struct buf out;

    bool marked; /* a BDC is open, for this leaf or this kind of artifact */
    const struct page_tag *leaf;
    enum page_artifact artifact;

    bool in_text; /* a BT is open, and its line begins here */
    pt64 line_x, line_y;
    const struct page_run *font_of; /* the run whose font and size are set */
    uint32_t colour;
};

static void end_text(struct content *content)
{
    if (content->in_text)
        buf_string(&content->out, "ET\n");
    content->in_text = false;
}

static void end_stretch(struct content *content)
{
    end_text(content);
    if (content->marked)
        buf_string(&content->out, "EMC\n");
    content->marked = false;
}

static void begin_artifact(struct content *content, const struct page_item *item)
{
    static const char *const properties[] = {
        [PAGE_ARTIFACT_HEADER] = "Pagination/Subtype/Header",
        [PAGE_ARTIFACT_FOOTER] = "Pagination/Subtype/Footer",
        [PAGE_ARTIFACT_LAYOUT] = "Layout",
        [PAGE_ARTIFACT_BACKGROUND] = "Background",
        [PAGE_ARTIFACT_REPEATED] = "Pagination",
    };
    buf_printf(&content->out, "/Artifact<</Type/%s", properties[item->artifact]);
    if (item->artifact == PAGE_ARTIFACT_BACKGROUND && item->kind == PAGE_FILL) {
        buf_string(&content->out, "/BBox");
        pdf_write_rectangle(&content->out, content->page, &item->fill);
    }
    buf_string(&content->out, ">>BDC\n");
}

/* A stretch is as many items in a row as have the same leaf, or are the same kind of artifact. */
static bool begin_stretch(struct content *content, const struct page_item *item)
{
    bool same = content->leaf == item->tag && content->artifact == item->artifact &&
                item->artifact != PAGE_ARTIFACT_BACKGROUND;
    if (content->marked && same)
        return true;
    if (!item->tag && item->artifact == PAGE_NOT_ARTIFACT)
        return pdf_fail(content->file, DIAG_FAILURE, "pdf-untagged",
                        _("page %zu has content that is in no element and is no artifact"),
                        content->page_index + 1);
    end_stretch(content);
    content->leaf = item->tag;
    content->artifact = item->artifact;
    content->marked = true;
    if (item->tag)
        buf_printf(&content->out, "/%s<</MCID %d>>BDC\n", page_role_name(item->tag->parent->role),
                   pdf_structure_mark(content->file, content->page_index, item->tag));
    else
        begin_artifact(content, item);
    return true;
}

static void write_colour(struct buf *out, uint32_t colour)
{
    for (int shift = 16; shift >= 0; shift -= 8) {
        buf_decimal(out, colour >> shift & 0xFF, 255, 3);
        buf_char(out, ' ');
    }
}

static void set_colour(struct content *content, uint32_t colour)
{
    if (content->colour == colour)
        return;
    content->colour = colour;
    write_colour(&content->out, colour);
    buf_string(&content->out, "rg\n");
}

static struct pdf_font *set_font(struct content *content, const struct page_run *run)
{
    size_t number;
    struct pdf_font *font = pdf_font_use(content->file, run->font, &number);
    const struct page_run *set = content->font_of;
    if (set && set->font == run->font && set->size == run->size)
        return font;
    content->font_of = run;
    buf_printf(&content->out, "/F%zu", number);
    pdf_write_length(&content->out, run->size);
    buf_string(&content->out, " Tf\n");
    return font;
}

/* Td counts from the start of the last line, BT sets that to the page's corner. */
static void move_to(struct content *content, pt64 x, pt64 y)
{
    buf_decimal(&content->out, x - content->line_x, 64, 2);
    pdf_write_length(&content->out, y - content->line_y);
    buf_string(&content->out, " Td\n");
    content->line_x = x;
    content->line_y = y;
}

static void write_run(struct content *content, const struct page_run *run, uint32_t colour)
{
    if (!content->in_text) {
        buf_string(&content->out, "BT\n");
        content->in_text = true;
        content->line_x = content->line_y = 0;
    }
    set_colour(content, colour);
    struct pdf_font *font = set_font(content, run);
    move_to(content, run->x, content->page->height - run->y);
    pdf_show_run(font, run, &content->out);
}

static void write_fill(struct content *content, const struct page_box *box, uint32_t colour)
{
    end_text(content);
    set_colour(content, colour);
    buf_decimal(&content->out, box->x, 64, 2);
    pdf_write_length(&content->out, content->page->height - box->y - box->height);
    pdf_write_length(&content->out, box->width);
    pdf_write_length(&content->out, box->height);
    buf_string(&content->out, " re f\n");
}

static void write_points(struct content *content, const struct page_path *path)
{
    for (size_t i = 0; i < path->point_count; i++) {
        bool begins = i == 0 || (path->paint == PAGE_PATH_SEGMENTS && i % 2 == 0);
        buf_decimal(&content->out, path->x + path->points[i].x, 64, 2);
        pdf_write_length(&content->out, content->page->height - path->y - path->points[i].y);
        buf_string(&content->out, begins ? " m\n" : " l\n");
    }
}

/* Strokes set their state between q and Q, so that what is set for fills and text stays. */
static void write_stroke(struct content *content, const struct page_path *path, uint32_t colour)
{
    buf_string(&content->out, "q ");
    write_colour(&content->out, colour);
    buf_string(&content->out, "RG");
    pdf_write_length(&content->out, path->width);
    buf_string(&content->out, " w 1 j");
    if (path->dash) {
        buf_string(&content->out, "[");
        buf_decimal(&content->out, path->dash, 64, 2);
        pdf_write_length(&content->out, path->gap);
        buf_string(&content->out, "]0 d");
    }
    buf_char(&content->out, '\n');
    write_points(content, path);
    buf_string(&content->out, path->paint == PAGE_PATH_OUTLINE ? "s Q\n" : "S Q\n");
}

static void write_path(struct content *content, const struct page_path *path, uint32_t colour)
{
    end_text(content);
    if (path->paint != PAGE_PATH_AREA) {
        write_stroke(content, path, colour);
        return;
    }
    set_colour(content, colour);
    write_points(content, path);
    buf_string(&content->out, "f\n");
}

static bool write_image(struct content *content, const struct page_item *item)
{
    const struct page_box *box = &item->image.box;
    size_t number;
    if (!pdf_image_use(content->file, &item->image, &number))
        return false;
    end_text(content);
    buf_string(&content->out, "q");
    pdf_write_length(&content->out, box->width);
    buf_string(&content->out, " 0 0");
    pdf_write_length(&content->out, box->height);
    pdf_write_length(&content->out, box->x);
    pdf_write_length(&content->out, content->page->height - box->y - box->height);
    buf_printf(&content->out, " cm/I%zu Do Q\n", number);
    return true;
}

/* What belongs to a figure directly, not to its caption, makes up its bounding box. */
static void note_picture(struct content *content, const struct page_item *item)
{
    if (!item->tag || item->tag->parent->role != PAGE_FIGURE)
        return;
    struct page_box box = page_item_box(item);
    pdf_structure_picture(content->file, item->tag, &box);
}

static bool write_item(struct content *content, const struct page_item *item)
{
    if (item->kind == PAGE_ANNOTATION || (item->kind == PAGE_RUN && !item->run.glyph_count))
        return true;
    if (!begin_stretch(content, item))
        return false;
    note_picture(content, item);
    if (item->kind == PAGE_IMAGE)
        return write_image(content, item);
    if (item->kind == PAGE_RUN)
        write_run(content, &item->run, item->colour);
    else if (item->kind == PAGE_PATH)
        write_path(content, &item->path, item->colour);
    else
        write_fill(content, &item->fill, item->colour);
    return true;
}

static bool write_page(struct content *content)
{
    bool written = true;
    for (size_t i = 0; i < content->page->item_count && written; i++)
        written = write_item(content, &content->page->items[i]);
    end_stretch(content);
    const struct pdf_file *file = content->file;
    HPDF_PageAttr attributes = file->pages[content->page_index]->attr;
    pdf_object_stream(&file->objects, attributes->contents, &(struct buf){0}, content->out.data,
                      content->out.size, PDF_DEFLATE);
    return written;
}

bool pdf_content_write(struct pdf_file *file)
{
    bool written = true;
    for (size_t p = 0; p < file->document->page_count; p++) {
        struct content content = {.file = file, .page_index = p, .page = &file->document->pages[p]};
        written &= write_page(&content);
        buf_free(&content.out);
    }
    return written;
}
