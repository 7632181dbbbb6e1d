#include "pdf/outline.h"

/* An entry; entry 0 is the outline itself. The others are numbers of entries, 0 for none. */
struct entry {
    HPDF_Dict object;
    size_t parent, first, last, previous, next;
    int level;
    size_t below; /* entries at any depth below; all are open */
};

/* Links the entries. A level that skips one (1, 3) is taken as the next one down. */
static void link_entries(struct entry *entries, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        size_t parent = i - 1;
        while (entries[parent].level >= entries[i].level)
            parent = entries[parent].parent;
        entries[i].parent = parent;
        entries[i].previous = entries[parent].last;
        if (entries[parent].last)
            entries[entries[parent].last].next = i;
        else
            entries[parent].first = i;
        entries[parent].last = i;
    }
    for (size_t i = count; i-- > 1;)
        entries[entries[i].parent].below += 1 + entries[i].below;
}

static void write_relation(struct buf *out, const char *key, const struct entry *entries,
                           size_t number)
{
    if (!number)
        return;
    buf_char(out, '/');
    buf_string(out, key);
    pdf_write_reference(out, entries[number].object);
}

static void write_family(struct buf *out, const struct entry *entries, const struct entry *entry)
{
    write_relation(out, "First", entries, entry->first);
    write_relation(out, "Last", entries, entry->last);
    write_relation(out, "Prev", entries, entry->previous);
    write_relation(out, "Next", entries, entry->next);
    if (entry->below)
        buf_printf(out, "/Count %zu", entry->below);
}

static bool write_entry(const struct pdf_file *file, const struct entry *entries, size_t number)
{
    const struct page_bookmark *bookmark = &file->document->bookmarks[number - 1];
    const struct entry *entry = &entries[number];
    struct buf body = {0};
    pdf_write_text_entry(&body, "Title", bookmark->title);
    buf_string(&body, "/Parent");
    pdf_write_reference(&body, entries[entry->parent].object);
    write_family(&body, entries, entry);
    buf_string(&body, "/Dest");
    bool written = pdf_write_destination(file, bookmark->target, &body);
    pdf_object_body(&file->objects, entry->object, &body);
    buf_free(&body);
    return written;
}

bool pdf_outline_write(struct pdf_file *file)
{
    size_t count = file->document->bookmark_count + 1;
    if (count == 1)
        return true;
    struct entry *entries = arena_array(file->arena, count, sizeof *entries);
    for (size_t i = 0; i < count; i++) {
        entries[i].object = pdf_object_new(&file->objects);
        entries[i].level = i ? file->document->bookmarks[i - 1].level : 0;
    }
    link_entries(entries, count);
    file->outline_root = entries[0].object;
    struct buf body = {0};
    buf_string(&body, "/Type/Outlines");
    write_family(&body, entries, &entries[0]);
    pdf_object_body(&file->objects, entries[0].object, &body);
    buf_free(&body);
    for (size_t i = 1; i < count; i++)
        if (!write_entry(file, entries, i))
            return false;
    return true;
}
