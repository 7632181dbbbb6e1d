#include "pdf/content.h"

#include "base/message.h"
#include "pdf/image.h"
#include "pdf/limit.h"
#include "pdf/show.h"
#include "pdf/structure.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_TOLD = 1000 }; /* bytes of a word: far from the limit of a string (ISO 32000-1 C.2) */

/*
 * The state of a page's content while it is written. Its coordinates are the layout's: whole 1/64
 * pt, but up from the page's lower left corner.
 */
struct content {
    struct pdf_file *file;
    size_t page_index;
    const struct page *page;
    struct buf out;

    bool lacks_image; /* one is broken; the others are still asked for */

    bool marked; /* a BDC is open, for items like this one */
    const struct page_item *stretch;

    bool in_text; /* a BT is open, and its line begins here */
    pt64 line_x, line_y;
    struct pdf_text_state text_state;
    uint32_t colour;
};

static void operand(struct content *content, int64_t number)
{
    buf_number(&content->out, number);
    buf_char(&content->out, ' ');
}

static void operator(struct content *content, const char *name)
{
    buf_string(&content->out, name);
    buf_char(&content->out, '\n');
}

static pt64 up(const struct content *content, pt64 y)
{
    return content->page->height - y;
}

static void begin_text(struct content *content)
{
    if (content->in_text)
        return;
    operator(content, "BT");
    content->in_text = true;
    content->line_x = content->line_y = 0;
}

static void end_text(struct content *content)
{
    if (content->in_text)
        operator(content, "ET");
    content->in_text = false;
}

/* --- Marked content --- */

static void begin_artifact(struct content *content, const struct page_item *item)
{
    static const char *const properties[] = {
        [PAGE_ARTIFACT_HEADER] = "Pagination/Subtype/Header",
        [PAGE_ARTIFACT_FOOTER] = "Pagination/Subtype/Footer",
        [PAGE_ARTIFACT_LAYOUT] = "Layout",
        [PAGE_ARTIFACT_BACKGROUND] = "Background",
        [PAGE_ARTIFACT_REPEATED] = "Pagination",
    };
    buf_string(&content->out, "/Artifact<</Type/");
    buf_string(&content->out, properties[item->artifact]);
    if (item->artifact == PAGE_ARTIFACT_BACKGROUND && item->kind == PAGE_FILL) {
        buf_string(&content->out, "/BBox");
        pdf_write_rectangle(&content->out, content->page, &item->fill);
    }
    operator(content, ">>BDC");
}

static bool is_shown(const struct page_item *item)
{
    return item->kind != PAGE_ANNOTATION && (item->kind != PAGE_RUN || item->run.glyph_count);
}

/* Returns whether two items belong to one stretch: items in a row that have the same leaf, or are
 * the same kind of artifact. */
static bool same_stretch(const struct page_item *a, const struct page_item *b)
{
    return a->tag == b->tag && a->artifact == b->artifact &&
           a->artifact != PAGE_ARTIFACT_BACKGROUND;
}

static bool is_all_text(const struct content *content, const struct page_item *first)
{
    const struct page_item *end = content->page->items + content->page->item_count;
    for (const struct page_item *item = first; item < end; item++) {
        if (!is_shown(item))
            continue;
        if (item > first && !same_stretch(first, item))
            break;
        if (item->kind != PAGE_RUN)
            return false;
    }
    return true;
}

/* Ends a stretch. BT … ET and BDC … EMC must nest: text objects run on over stretches of text, and
 * stand inside all other stretches. */
static void end_stretch(struct content *content)
{
    if (!content->marked)
        return;
    if (!is_all_text(content, content->stretch))
        end_text(content);
    operator(content, "EMC");
    content->marked = false;
}

static bool begin_stretch(struct content *content, const struct page_item *item)
{
    if (content->marked && same_stretch(content->stretch, item))
        return true;
    if (!item->tag && item->artifact == PAGE_NOT_ARTIFACT)
        return pdf_fail(content->file, RULE_PDF_UNTAGGED,
                        _("page %zu has content that is in no element and is no artifact"),
                        content->page_index + 1);
    end_stretch(content);
    if (is_all_text(content, item))
        begin_text(content);
    else
        end_text(content);
    content->stretch = item;
    content->marked = true;
    if (!item->tag) {
        begin_artifact(content, item);
        return true;
    }
    buf_char(&content->out, '/');
    buf_string(&content->out, page_role_name(item->tag->parent->role));
    buf_string(&content->out, "<</MCID ");
    buf_number(&content->out, pdf_structure_mark(content->file, content->page_index, item->tag));
    operator(content, ">>BDC");
    return true;
}

/* --- State --- */

/* Writes a colour. Returns whether it is grey and thus one number. */
static bool write_colour(struct content *content, uint32_t colour)
{
    bool grey = (colour >> 8 & 0xFF) == (colour & 0xFF) && colour >> 16 == (colour & 0xFF);
    for (int shift = grey ? 0 : 16; shift >= 0; shift -= 8) {
        buf_decimal(&content->out, colour >> shift & 0xFF, 255, 3);
        buf_char(&content->out, ' ');
    }
    return grey;
}

static void set_colour(struct content *content, uint32_t colour)
{
    if (content->colour == colour)
        return;
    content->colour = colour;
    operator(content, write_colour(content, colour) ? "g" : "rg");
}

/* --- Items --- */

/* Moves the pen. Td counts from the start of the last line, which BT sets to the page's corner. */
static void move_to(struct content *content, pt64 x, pt64 y)
{
    operand(content, x - content->line_x);
    operand(content, y - content->line_y);
    operator(content, "Td");
    content->line_x = x;
    content->line_y = y;
}

/* Returns the hyphen that breaks the last word of a run, shown together with it; or NULL. */
static const struct page_run *hyphen_of(const struct content *content, const struct page_item *item)
{
    const struct page_item *next = item + 1;
    if (next == content->page->items + content->page->item_count || next->kind != PAGE_RUN)
        return NULL;
    const struct page_run *run = &item->run, *hyphen = &next->run;
    bool belongs = hyphen->soft_hyphen && !run->soft_hyphen && run->glyph_count &&
                   next->tag == item->tag && next->artifact == item->artifact &&
                   next->colour == item->colour && hyphen->font == run->font &&
                   hyphen->size == run->size && hyphen->y == run->y &&
                   hyphen->x == run->x + run->width;
    return belongs ? hyphen : NULL;
}

static size_t word_start(const struct page_run *run)
{
    size_t at = run->text_size;
    while (at && run->text[at - 1] != ' ')
        at--;
    return at;
}

static size_t word_end(const struct page_run *run)
{
    const char *space = memchr(run->text, ' ', run->text_size);
    return space ? (size_t)(space - run->text) : run->text_size;
}

/* Returns the run of the next line with the rest of the word that a hyphen breaks, in the same
 * content; or NULL. */
static const struct page_item *rest_of(const struct content *content, const struct page_item *item)
{
    static const char soft_hyphen[] = "\u00AD"; /* the author's own, at which the word is broken */
    const struct page_item *rest = item + 2,
                           *end = content->page->items + content->page->item_count;
    if (!item->tag || !hyphen_of(content, item) || rest >= end || rest->kind != PAGE_RUN ||
        rest->tag != item->tag || !rest->run.glyph_count)
        return NULL;
    const char *broken_at = item->run.text + item->run.text_size;
    bool follows =
        rest->run.text == broken_at || rest->run.text == broken_at + sizeof soft_hyphen - 1;
    return follows ? rest : NULL;
}

/* Finds the size of the word that begins at start in an item and goes on in others, and whether a
 * written hyphen ends it with its line. */
static void find_word(const struct content *content, const struct page_item *item,
                      const char *start, struct pdf_broken *broken)
{
    while (broken->word_size <= MOST_TOLD && (item = rest_of(content, item))) {
        broken->word_size = (size_t)(item->run.text + word_end(&item->run) - start);
        if (word_end(&item->run) < item->run.text_size)
            return;
        broken->word_hyphen = item->run.written_hyphen;
    }
}

/* Finds the broken words of a run. */
static struct pdf_broken find_broken(const struct content *content, const struct page_item *item)
{
    const struct page_run *run = &item->run;
    const bool in_word = content->text_state.in_word, goes_on = rest_of(content, item);
    const bool ends = in_word && (word_end(run) < run->text_size || !goes_on);
    struct pdf_broken broken = {.hyphen = hyphen_of(content, item),
                                .begin = word_start(run),
                                .end = ends ? word_end(run) : SIZE_MAX};
    if (goes_on && (ends || !in_word)) {
        const char *word = run->text + broken.begin;
        find_word(content, item, word, &broken);
        broken.word = broken.word_size <= MOST_TOLD ? word : NULL;
    }
    return broken;
}

static bool is_shown_before(const struct content *content, const struct page_item *item)
{
    return item > content->page->items && item[-1].kind == PAGE_RUN &&
           hyphen_of(content, item - 1) == &item->run;
}

static bool write_run(struct content *content, const struct page_item *item)
{
    const struct page_run *run = &item->run;
    if (is_shown_before(content, item))
        return true;
    begin_text(content);
    set_colour(content, item->colour);
    move_to(content, run->x, up(content, run->y));
    const struct pdf_broken broken = find_broken(content, item);
    pdf_show_run(content->file, run, &broken, &content->text_state, &content->out);
    return pdf_limit_run(content->file, content->page_index, run);
}

static void write_fill(struct content *content, const struct page_box *box, uint32_t colour)
{
    end_text(content);
    set_colour(content, colour);
    operand(content, box->x);
    operand(content, up(content, box->y + box->height));
    operand(content, box->width);
    operand(content, box->height);
    operator(content, "re f");
}

static void write_points(struct content *content, const struct page_path *path)
{
    for (size_t i = 0; i < path->point_count; i++) {
        bool begins = i == 0 || (path->paint == PAGE_PATH_SEGMENTS && i % 2 == 0);
        operand(content, path->x + path->points[i].x);
        operand(content, up(content, path->y + path->points[i].y));
        operator(content, begins ? "m" : "l");
    }
}

/* Writes a stroke with its state between q and Q: that of fills and text stays. */
static void write_stroke(struct content *content, const struct page_path *path, uint32_t colour)
{
    buf_string(&content->out, "q ");
    buf_string(&content->out, write_colour(content, colour) ? "G " : "RG ");
    operand(content, path->width);
    buf_string(&content->out, "w 1 j");
    if (path->dash) {
        buf_char(&content->out, '[');
        operand(content, path->dash);
        buf_number(&content->out, path->gap);
        buf_string(&content->out, "]0 d");
    }
    buf_char(&content->out, '\n');
    write_points(content, path);
    operator(content, path->paint == PAGE_PATH_OUTLINE ? "s Q" : "S Q");
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
    operator(content, "f");
}

/* Writes the matrix that puts a unit square of stored pixels, turned as they are shown, into a box:
 * for each orientation which of its corners are the square's (0,0), (1,0) and (0,1). */
static void write_matrix(struct content *content, const struct page_box *box, unsigned orientation)
{
    static const struct {
        int x[3], y[3]; /* from the box's lower left corner, in its widths and heights */
    } corners[] = {
        {{0, 1, 0}, {0, 0, 1}}, {{1, 0, 1}, {0, 0, 1}}, {{1, 0, 1}, {1, 1, 0}},
        {{0, 1, 0}, {1, 1, 0}}, {{1, 1, 0}, {1, 0, 1}}, {{0, 0, 1}, {1, 0, 1}},
        {{0, 0, 1}, {0, 1, 0}}, {{1, 1, 0}, {0, 1, 0}},
    };
    const int *x = corners[orientation - 1].x, *y = corners[orientation - 1].y;
    for (int side = 1; side <= 2; side++) {
        operand(content, (x[side] - x[0]) * box->width);
        operand(content, (y[side] - y[0]) * box->height);
    }
    operand(content, box->x + x[0] * box->width);
    operand(content, up(content, box->y + box->height) + y[0] * box->height);
    buf_string(&content->out, "cm");
}

static void write_image(struct content *content, const struct page_item *item)
{
    const struct page_box *box = &item->image.box;
    size_t number;
    if (!pdf_image_use(content->file, item->image.file, &number)) {
        content->lacks_image = true;
        return;
    }
    end_text(content);
    buf_string(&content->out, "q ");
    write_matrix(content, box, item->image.file->orientation);
    buf_printf(&content->out, "/I%zu Do Q\n", number);
}

/* Adds an item of a figure, but not of its caption, to the figure's bounding box. */
static void note_picture(struct content *content, const struct page_item *item)
{
    if (!item->tag || item->tag->parent->role != PAGE_FIGURE)
        return;
    struct page_box box = page_item_box(item);
    pdf_structure_picture(content->file, item->tag, &box);
}

static bool write_item(struct content *content, const struct page_item *item)
{
    if (!is_shown(item))
        return true;
    if (!begin_stretch(content, item))
        return false;
    note_picture(content, item);
    if (item->kind == PAGE_RUN)
        return write_run(content, item);
    if (item->kind == PAGE_IMAGE)
        write_image(content, item);
    else if (item->kind == PAGE_PATH)
        write_path(content, &item->path, item->colour);
    else
        write_fill(content, &item->fill, item->colour);
    return true;
}

static bool write_page(struct content *content)
{
    bool written = true;
    operator(content, "0.015625 0 0 0.015625 0 0 cm");
    for (size_t i = 0; i < content->page->item_count && written; i++)
        written = write_item(content, &content->page->items[i]);
    end_stretch(content);
    end_text(content);
    const struct pdf_file *file = content->file;
    HPDF_PageAttr attributes = file->pages[content->page_index]->attr;
    pdf_object_stream(&file->objects, attributes->contents, &(struct buf){0}, content->out.data,
                      content->out.size, PDF_DEFLATE);
    return written && !content->lacks_image;
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
