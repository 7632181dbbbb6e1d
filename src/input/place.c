#include "input/input.h"
#include "input/source.h"

struct diag_place input_place(const xmlNode *element)
{
    const struct source_span *span = source_span(element);
    return span ? source_place(source_of(element), span->start) : (struct diag_place){0};
}

struct diag_place input_attribute_place(const xmlNode *element, const char *attribute)
{
    const struct source_span *span = source_span(element);
    size_t name, value;
    if (!span || !source_attribute(source_of(element), span->start, attribute, &name, &value))
        return input_place(element);
    return source_place(source_of(element), value);
}
