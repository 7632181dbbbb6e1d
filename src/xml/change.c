#include "xml/change.h"

#include <string.h>

bool mend_with(struct mending *mending, size_t at, size_t removed, const char *text)
{
    mending->at = at;
    mending->removed = removed;
    buf_string(&mending->text, text);
    return true;
}

bool mend_space(struct mending *mending, struct fault *fault, size_t at)
{
    fault->code = FAULT_SPACE_BEFORE_NAME;
    fault->offset = source_tag_start(mending->source, at - 1);
    return mend_with(mending, at, strspn(mending->source->bytes.data + at, " \t\r\n"), "");
}

/* Lines stay as they are. */
bool mend_blank(struct mending *mending, size_t from, size_t to)
{
    const char *bytes = mending->source->bytes.data;
    for (size_t i = from; i < to; i++)
        buf_char(&mending->text, strchr("\r\n", bytes[i]) ? bytes[i] : ' ');
    return mend_with(mending, from, to - from, "");
}

bool mend_xml_declaration(struct mending *mending, struct fault *fault)
{
    const char *bytes = mending->source->bytes.data;
    const char *close = strncmp(bytes, "<?xml", 5) == 0 ? strchr(bytes, '>') : NULL;
    (void)fault;
    return close && mend_blank(mending, 0, (size_t)(close + 1 - bytes));
}

bool mend_has_end_tag(struct mending *mending, const char *tag)
{
    if (!mending->tags)
        mending->tags = tags_find(mending->source->bytes.data);
    return tags_end_next(mending->tags, tag + 1);
}
