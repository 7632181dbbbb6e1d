/* Any bytes as a page document: a tree or an error, never both or neither. */
#include "fuzz.h"

#include "doc/doc.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct diags *diags = diags_new();
    struct arena *arena = arena_new();
    struct buf dump = {0};
    static const struct diag_place places[] = {{.file = "a.xsl", .line = 7}, {.file = "b.xsl"}};
    static const struct diag_marks marks = {places, sizeof places / sizeof *places};
    struct doc_document *document =
        doc_read((const char *)bytes, size, "fuzz.xhtml", &marks, arena, diags);
    fuzz_require((document != NULL) == (diags_at_least(diags, DIAG_ERROR) == 0),
                 "a document is read or has an error");
    fuzz_require_messages(diags);
    if (document)
        doc_dump(document, &dump);
    buf_free(&dump);
    arena_free(arena);
    diags_free(diags);
    return 0;
}
