#include "base/shared.h"

#include "base/buf.h"
#include "base/message.h"

#include <dlfcn.h>
#include <string.h>

static bool cannot_open(const char *file, const char *package, struct diags *diags)
{
    struct buf hint = {0};
    const char *reason = dlerror();
    buf_printf(&hint, _("install the Debian package %s"), package);
    diag_add(diags, RULE_LIBRARY_MISSING, (struct diag_place){0}, hint.data,
             _("the library %s can't be opened: %s"), file, reason ? reason : "");
    buf_free(&hint);
    return false;
}

bool shared_open(const char *file, const char *package, const struct shared_function *functions,
                 size_t count, void *pointers, struct diags *diags)
{
    /* As the loader does it at the start: a function of the library's is found when it is called.
     */
    void *library = dlopen(file, RTLD_LAZY | RTLD_LOCAL);
    if (!library)
        return cannot_open(file, package, diags);
    for (size_t i = 0; i < count; i++) {
        void *function = dlsym(library, functions[i].name);
        if (!function)
            return cannot_open(file, package, diags);
        memcpy((char *)pointers + functions[i].offset, &function, sizeof function);
    }
    return true;
}
