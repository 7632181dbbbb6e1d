#include "workbook/writer.h"

static const struct shared_function functions[] = {
#define FUNCTION(name) SHARED_ROW(struct writer, name)
#include "workbook/writer.def"
#undef FUNCTION
};

bool writer_open(struct writer *writer, struct diags *diags)
{
    return shared_open(PYKALA_LIBRARY_XLSXWRITER, "libxlsxwriter4", functions,
                       sizeof functions / sizeof *functions, writer, diags);
}
