#include "pdf/limit.h"

#include "base/message.h"

#include <string.h>

static struct diag_place place_of(const struct pdf_file *file)
{
    return (struct diag_place){.file = file->name};
}

/* --- Texts --- */

static bool complain_of_text(const struct pdf_file *file, const char *text)
{
    enum { SHOWN = 40 };
    struct buf shown = {0};
    buf_clipped(&shown, text, strlen(text), SHOWN);
    diag_add(file->diags, RULE_PDF_LIMIT, place_of(file),
             _("shorten it: headings, titles, text alternatives, ids and addresses have a limit"),
             _("\"%s\" is longer than the %d bytes that PDF/A allows"), shown.data,
             (int)PDF_MOST_STRING);
    buf_free(&shown);
    return false;
}

/* Returns whether a text, which may be NULL, fits; reports it else. Most fit in any encoding. */
static bool check_text(const struct pdf_file *file, const char *text)
{
    size_t size = text ? strlen(text) : 0;
    if (2 + 2 * size <= PDF_MOST_STRING)
        return true;
    struct buf string = {0};
    pdf_encode_text(&string, text, size);
    bool fits = string.size <= PDF_MOST_STRING;
    buf_free(&string);
    return fits || complain_of_text(file, text);
}

static bool check_texts(const struct pdf_file *file, const char *const *texts, size_t count)
{
    bool fit = true;
    for (size_t i = 0; i < count; i++)
        fit &= check_text(file, texts[i]);
    return fit;
}

static bool check_address(const struct pdf_file *file, const char *uri)
{
    struct buf escaped = {0};
    if (uri)
        pdf_write_uri(&escaped, uri);
    bool fits = escaped.size <= PDF_MOST_STRING;
    buf_free(&escaped);
    return fits || complain_of_text(file, uri);
}

static bool check_links(const struct pdf_file *file, const struct page *page)
{
    bool fit = true;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct page_annotation *link = &page->items[i].annotation;
        if (page->items[i].kind != PAGE_ANNOTATION)
            continue;
        fit &= check_text(file, link->contents);
        fit &= check_address(file, link->uri);
    }
    return fit;
}

static bool check_tag(const struct pdf_file *file, const struct page_tag *tag)
{
    const char *const texts[] = {tag->lang, tag->alt, tag->actual, tag->id};
    return check_texts(file, texts, sizeof texts / sizeof *texts);
}

bool pdf_limit_texts(const struct pdf_file *file)
{
    const struct page_document *document = file->document;
    const char *const texts[] = {document->title, document->author, document->description,
                                 document->keywords, document->lang};
    bool fit = check_texts(file, texts, sizeof texts / sizeof *texts);
    for (size_t i = 0; i < document->bookmark_count; i++)
        fit &= check_text(file, document->bookmarks[i].title);
    for (size_t i = 0; i < document->tag_count; i++)
        fit &= check_tag(file, file->elements[i].tag);
    for (size_t p = 0; p < document->page_count; p++)
        fit &= check_links(file, &document->pages[p]);
    return fit;
}

/* --- Counts --- */

bool pdf_limit_objects(const struct pdf_file *file, size_t count)
{
    return count <= PDF_MOST_OBJECTS ||
           diag_add(file->diags, RULE_PDF_LIMIT, place_of(file), _("divide the document"),
                    _("the document has more than the %d parts that PDF/A allows"),
                    (int)PDF_MOST_OBJECTS);
}

bool pdf_limit_links(const struct pdf_file *file, size_t page, size_t count)
{
    return count <= PDF_MOST_LINKS ||
           diag_add(file->diags, RULE_PDF_LIMIT, place_of(file), _("make fewer links"),
                    _("page %zu has more than %d links"), page + 1, (int)PDF_MOST_LINKS);
}

bool pdf_limit_run(const struct pdf_file *file, size_t page, const struct page_run *run)
{
    for (size_t i = 0; i < run->glyph_count; i++)
        if (run->glyphs[i].text_size > TEXT_MOST_LETTER)
            return diag_add(file->diags, RULE_PDF_LIMIT, place_of(file),
                            _("write fewer marks on a letter"),
                            _("page %zu: a letter has more than %d bytes with its marks"), page + 1,
                            (int)TEXT_MOST_LETTER);
    return true;
}
