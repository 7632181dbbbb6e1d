/*
 * Runs a fuzz target over files, and over all files of folders: the fuzzer's corpus as an ordinary
 * test, with any compiler.
 */
#include "fuzz.h"

#include "base/file.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

enum { INPUT_LIMIT = 64 * 1024 * 1024 };

static size_t run_file(const char *path, struct diags *diags)
{
    struct buf bytes = {0};
    if (file_read(path, INPUT_LIMIT, diags, &bytes)) {
        /* A copy of exactly that size, so that reading beyond its end shows. */
        uint8_t *copy = malloc(bytes.size ? bytes.size : 1);
        fuzz_require(copy != NULL, "there is memory");
        memcpy(copy, bytes.data, bytes.size);
        LLVMFuzzerTestOneInput(copy, bytes.size);
        free(copy);
    }
    buf_free(&bytes);
    return 1;
}

static size_t run_folder(const char *path, struct diags *diags)
{
    size_t count = 0;
    struct dirent **entries;
    int found = scandir(path, &entries, NULL, alphasort);
    for (int i = 0; i < found; i++) {
        struct buf name = {0};
        buf_printf(&name, "%s/%s", path, entries[i]->d_name);
        if (entries[i]->d_name[0] != '.')
            count += run_file(name.data, diags);
        buf_free(&name);
        free(entries[i]);
    }
    if (found >= 0)
        free(entries);
    return count;
}

int main(int argc, char **argv)
{
    struct diags *diags = diags_new();
    size_t count = 0;
    for (int i = 1; i < argc; i++) {
        struct stat status;
        bool is_folder = stat(argv[i], &status) == 0 && S_ISDIR(status.st_mode);
        count += is_folder ? run_folder(argv[i], diags) : run_file(argv[i], diags);
    }
    bool read = diags_count(diags) == 0 && count > 0;
    fuzz_print(diags);
    diags_free(diags);
    printf("%zu inputs\n", count);
    return read ? EXIT_SUCCESS : EXIT_FAILURE;
}
