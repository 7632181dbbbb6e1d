#include "page/page.h"

#include "base/clean.h"
#include "base/memory.h"
#include "base/minmax.h"

#include <stdlib.h>
#include <string.h>

static const char *const role_names[] = {
    [PAGE_CONTENT] = "",
    [PAGE_DOCUMENT] = "Document",
    [PAGE_SECT] = "Sect",
    [PAGE_DIV] = "Div",
    [PAGE_H1] = "H1",
    [PAGE_H2] = "H2",
    [PAGE_H3] = "H3",
    [PAGE_H4] = "H4",
    [PAGE_P] = "P",
    [PAGE_L] = "L",
    [PAGE_LI] = "LI",
    [PAGE_LBL] = "Lbl",
    [PAGE_LBODY] = "LBody",
    [PAGE_TABLE] = "Table",
    [PAGE_CAPTION] = "Caption",
    [PAGE_THEAD] = "THead",
    [PAGE_TBODY] = "TBody",
    [PAGE_TR] = "TR",
    [PAGE_TH] = "TH",
    [PAGE_TD] = "TD",
    [PAGE_TOC] = "TOC",
    [PAGE_TOCI] = "TOCI",
    [PAGE_REFERENCE] = "Reference",
    [PAGE_FIGURE] = "Figure",
    [PAGE_LINK] = "Link",
    [PAGE_NOTE] = "Note",
    [PAGE_SPAN] = "Span",
    [PAGE_EM] = "Em",
    [PAGE_STRONG] = "Strong",
};

const char *page_role_name(enum page_role role)
{
    return role_names[role];
}

const struct page_anchor *page_anchor_of(const struct page_document *document,
                                         const struct page_tag *tag)
{
    size_t low = 0, high = document->anchor_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct page_anchor *anchor = &document->anchors[middle];
        if (anchor->tag == tag)
            return anchor;
        if (anchor->tag->index < tag->index)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static struct page_box box_of_path(const struct page_path *path)
{
    pt64 left = path->points[0].x, right = left, top = path->points[0].y, bottom = top;
    for (size_t i = 1; i < path->point_count; i++) {
        const struct page_point *point = &path->points[i];
        left = MIN(point->x, left);
        right = MAX(point->x, right);
        top = MIN(point->y, top);
        bottom = MAX(point->y, bottom);
    }
    pt64 half = path->paint == PAGE_PATH_AREA ? 0 : (path->width + 1) / 2;
    return (struct page_box){path->x + left - half, path->y + top - half, right - left + 2 * half,
                             bottom - top + 2 * half};
}

struct page_box page_item_box(const struct page_item *item)
{
    switch (item->kind) {
    case PAGE_RUN: {
        const struct page_run *run = &item->run;
        return (struct page_box){run->x, run->y - run->size * 3 / 4, run->width, run->size};
    }
    case PAGE_FILL:
        return item->fill;
    case PAGE_PATH:
        return box_of_path(&item->path);
    case PAGE_IMAGE:
        return item->image.box;
    case PAGE_ANNOTATION:
        break;
    }
    return item->annotation.box;
}

struct page_box page_box_union(const struct page_box *a, const struct page_box *b)
{
    pt64 left = MIN(a->x, b->x), top = MIN(a->y, b->y);
    pt64 a_right = a->x + a->width, b_right = b->x + b->width;
    pt64 a_bottom = a->y + a->height, b_bottom = b->y + b->height;
    return (struct page_box){left, top, MAX(a_right, b_right) - left,
                             MAX(a_bottom, b_bottom) - top};
}

static void quoted(struct buf *out, const char *label, const char *text)
{
    if (!text)
        return;
    buf_string(out, label);
    clean_quoted(text, strlen(text), out);
}

static void length(struct buf *out, pt64 value)
{
    buf_char(out, ' ');
    buf_decimal(out, value, 64, 1);
}

static void dump_box(struct buf *out, const struct page_box *box)
{
    length(out, box->x);
    length(out, box->y);
    length(out, box->width);
    length(out, box->height);
}

static void dump_run(struct buf *out, const struct page_run *run)
{
    length(out, run->x);
    length(out, run->y);
    buf_string(out, " w");
    length(out, run->width);
    length(out, run->size);
    buf_char(out, ' ');
    clean_quoted(run->text, run->text_size, out);
    if (run->soft_hyphen)
        buf_string(out, " soft-hyphen");
    if (run->space_after)
        buf_string(out, " space");
}

static void dump_annotation(struct buf *out, const struct page_annotation *annotation)
{
    dump_box(out, &annotation->box);
    if (annotation->target)
        buf_printf(out, " to #%zu", annotation->target->index);
    quoted(out, " to ", annotation->uri);
    quoted(out, " says ", annotation->contents);
}

static void dump_path(struct buf *out, const struct page_path *path)
{
    static const char *const paints[] = {
        [PAGE_PATH_LINE] = "line",
        [PAGE_PATH_SEGMENTS] = "segments",
        [PAGE_PATH_OUTLINE] = "outline",
        [PAGE_PATH_AREA] = "area",
    };
    buf_printf(out, "%s", paints[path->paint]);
    for (size_t i = 0; i < path->point_count; i++) {
        length(out, path->x + path->points[i].x);
        length(out, path->y + path->points[i].y);
    }
    if (path->paint != PAGE_PATH_AREA) {
        buf_string(out, " w");
        length(out, path->width);
    }
    if (path->dash) {
        buf_string(out, " dash");
        length(out, path->dash);
        length(out, path->gap);
    }
}

static const char *artifact_name(enum page_artifact artifact)
{
    static const char *const names[] = {
        [PAGE_NOT_ARTIFACT] = "untagged",          [PAGE_ARTIFACT_HEADER] = "header",
        [PAGE_ARTIFACT_FOOTER] = "footer",         [PAGE_ARTIFACT_LAYOUT] = "layout",
        [PAGE_ARTIFACT_BACKGROUND] = "background", [PAGE_ARTIFACT_REPEATED] = "repeated",
    };
    return names[artifact];
}

static void dump_item(struct buf *out, const struct page_item *item)
{
    switch (item->kind) {
    case PAGE_RUN:
        buf_string(out, "run");
        dump_run(out, &item->run);
        break;
    case PAGE_FILL:
        buf_string(out, "fill");
        dump_box(out, &item->fill);
        break;
    case PAGE_PATH:
        dump_path(out, &item->path);
        break;
    case PAGE_IMAGE:
        buf_string(out, "image");
        dump_box(out, &item->image.box);
        buf_string(out, item->image.file->format == IMAGE_PNG ? " png" : " jpeg");
        break;
    case PAGE_ANNOTATION:
        buf_string(out, "link");
        dump_annotation(out, &item->annotation);
        break;
    }
    if (item->colour)
        buf_printf(out, " %06x", (unsigned)item->colour);
    if (item->tag)
        buf_printf(out, " #%zu\n", item->tag->index);
    else
        buf_printf(out, " %s\n", artifact_name(item->artifact));
}

void page_dump(const struct page_document *document, struct buf *out)
{
    for (size_t p = 0; p < document->page_count; p++) {
        const struct page *page = &document->pages[p];
        buf_printf(out, "page %zu", p + 1);
        length(out, page->width);
        length(out, page->height);
        buf_char(out, '\n');
        for (size_t i = 0; i < page->item_count; i++)
            dump_item(out, &page->items[i]);
    }
    for (size_t i = 0; i < document->bookmark_count; i++) {
        const struct page_bookmark *bookmark = &document->bookmarks[i];
        buf_printf(out, "bookmark %d", bookmark->level);
        quoted(out, " ", bookmark->title);
        buf_printf(out, " to #%zu\n", bookmark->target->index);
    }
}

/* Appends an item's text as it reads: hyphens of broken words joined. */
static void leaf_text(struct buf *text, const struct page_item *item)
{
    if (item->kind == PAGE_IMAGE)
        buf_string(text, "[image]");
    else if (item->kind == PAGE_ANNOTATION)
        buf_string(text, "[link]");
    if (item->kind != PAGE_RUN)
        return;
    if (!item->run.soft_hyphen)
        buf_append(text, item->run.text, item->run.text_size);
    if (item->run.space_after)
        buf_char(text, ' ');
}

/* Returns the text of every leaf, by its index; owned by the caller, tag_count of them. */
static struct buf *leaf_texts(const struct page_document *document)
{
    struct buf *texts = memory_new(document->tag_count, sizeof *texts);
    for (size_t p = 0; p < document->page_count; p++)
        for (size_t i = 0; i < document->pages[p].item_count; i++) {
            const struct page_item *item = &document->pages[p].items[i];
            if (item->tag)
                leaf_text(&texts[item->tag->index], item);
        }
    return texts;
}

static void dump_cell(struct buf *out, const struct page_tag *tag)
{
    static const char *const scopes[] = {"", " scope=row", " scope=column", " scope=both"};
    buf_string(out, scopes[tag->scope]);
    if (tag->column_span > 1)
        buf_printf(out, " colspan=%d", tag->column_span);
    if (tag->row_span > 1)
        buf_printf(out, " rowspan=%d", tag->row_span);
    for (size_t i = 0; i < tag->headers_count; i++)
        clean_printf(out, "%s%s", i ? "," : " headers=", tag->headers[i]);
}

static void dump_element(struct buf *out, const struct page_tag *tag)
{
    static const char *const numberings[] = {"", " disc", " decimal", " lower-alpha"};
    buf_printf(out, "%s #%zu", page_role_name(tag->role), tag->index);
    if (tag->id)
        clean_printf(out, " id=%s", tag->id);
    if (tag->lang)
        clean_printf(out, " lang=%s", tag->lang);
    buf_string(out, numberings[tag->numbering]);
    dump_cell(out, tag);
    quoted(out, " alt=", tag->alt);
    quoted(out, " actual=", tag->actual);
}

/* Returns the next tag in document order; *depth follows. */
static const struct page_tag *next_tag(const struct page_tag *tag, int *depth)
{
    if (tag->first) {
        ++*depth;
        return tag->first;
    }
    while (tag && !tag->next) {
        tag = tag->parent;
        --*depth;
    }
    return tag ? tag->next : NULL;
}

void page_dump_tags(const struct page_document *document, struct buf *out)
{
    struct buf *texts = leaf_texts(document);
    int depth = 0;
    for (const struct page_tag *tag = document->root; tag; tag = next_tag(tag, &depth)) {
        buf_printf(out, "%*s", 2 * depth, "");
        if (tag->role == PAGE_CONTENT) {
            const struct buf *text = &texts[tag->index];
            clean_quoted(text->data ? text->data : "", text->size, out);
            buf_printf(out, " #%zu", tag->index);
        } else {
            dump_element(out, tag);
        }
        buf_char(out, '\n');
    }
    for (size_t i = 0; i < document->tag_count; i++)
        buf_free(&texts[i]);
    free(texts);
}
