/* Any bytes as an input file: nothing crashes, and what can't be used has an error with its place.
 */
#define _GNU_SOURCE /* memfd_create, memmem */
#include "fuzz.h"
#include "input/input.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* A file that is nowhere but in memory, under a name. */
static int memory_file(const uint8_t *bytes, size_t size, char *path, size_t room)
{
    int fd = memfd_create("fuzz", MFD_CLOEXEC);
    fuzz_require(fd >= 0 && write(fd, bytes, size) == (ssize_t)size, "a file can be written");
    snprintf(path, room, "/proc/self/fd/%d", fd);
    return fd;
}

static void require_places(const struct diags *diags)
{
    for (size_t i = 0; i < diags_count(diags); i++) {
        const struct diag *diag = diags_at(diags, i);
        fuzz_require(diag->place.line > 0 && diag->place.column > 0, "an error has its place");
    }
}

/* libxml2's names with their namespace in braces, unless the file itself has them, be it in UTF-16.
 */
static void require_plain_words(const struct diags *diags, const uint8_t *bytes, size_t size)
{
    static const char brace[] = "{urn:", wide[] = {'{', 0, 'u', 0, 'r', 0, 'n', 0, ':'};
    bool own = memmem(bytes, size, brace, strlen(brace)) || memmem(bytes, size, wide, sizeof wide);
    for (size_t i = 0; i < diags_count(diags) && !own; i++)
        fuzz_require(!strstr(diags_at(diags, i)->message, "{urn:"), "a message is in plain words");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static struct schema *schema;
    struct diags *diags = diags_new();
    if (!schema)
        schema = schema_load(PYKALA_SOURCE_DIR "/schemas", diags);
    fuzz_require(schema != NULL, "the schema can be read");
    char path[64];
    int fd = memory_file(bytes, size, path, sizeof path);
    struct input_document *document = input_document_load(schema, path, diags);
    bool usable = document && document->valid;
    fuzz_require(usable == (diags_at_least(diags, DIAG_ERROR) == 0),
                 "a file is usable or has an error");
    fuzz_require_messages(diags);
    require_places(diags);
    require_plain_words(diags, bytes, size);
    input_document_free(document);
    diags_free(diags);
    close(fd);
    return 0;
}
