#include "input/day.h"

#include "base/blank.h"

#include <string.h>

void day_copy(const xmlNode *element, const char *name, char day[static INPUT_DAY])
{
    size_t size = 0;
    const char *value = xml_attribute(element, name);
    const char *trimmed = value ? blank_trim(value, &size) : "";
    if (size != INPUT_DAY - 1)
        size = 0;
    memcpy(day, trimmed, size);
    day[size] = '\0';
}
