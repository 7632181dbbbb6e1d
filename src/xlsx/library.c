#include "xlsx/library.h"

static const struct shared_function functions[] = {
#define FUNCTION(name) SHARED_ROW(struct library, name)
#include "xlsx/library.def"
#undef FUNCTION
};

bool library_open_zip(struct library *library, struct diags *diags)
{
    return shared_open(PYKALA_LIBRARY_ZIP, "libzip4", functions,
                       sizeof functions / sizeof *functions, library, diags);
}
