#include "pdf/file.h"

#include "base/message.h"

#include <stdarg.h>

bool pdf_fail(const struct pdf_file *file, enum rule rule, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    diag_vadd(file->diags, rule, (struct diag_place){.file = file->name}, NULL, format, arguments);
    va_end(arguments);
    return false;
}

bool pdf_write_destination(const struct pdf_file *file, const struct page_tag *tag, struct buf *out)
{
    const struct page_anchor *anchor = page_anchor_of(file->document, tag);
    if (!anchor)
        return pdf_fail(file, RULE_PDF_DESTINATION,
                        _("a link or bookmark leads to a %s that is on no page"),
                        page_role_name(tag->role));
    buf_char(out, '[');
    pdf_write_reference(out, file->pages[anchor->page]);
    buf_string(out, "/XYZ null");
    pdf_write_length(out, file->document->pages[anchor->page].height - anchor->y);
    buf_string(out, " null]");
    return true;
}

void pdf_write_rectangle(struct buf *out, const struct page *page, const struct page_box *box)
{
    buf_char(out, '[');
    pdf_write_length(out, box->x);
    pdf_write_length(out, page->height - box->y - box->height);
    pdf_write_length(out, box->x + box->width);
    pdf_write_length(out, page->height - box->y);
    buf_char(out, ']');
}
