#include "xml/mend.h"

#include <libxml/xmlerror.h>

#include <string.h>

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0xC3;
}

static const char *bytes_of(const struct mending *mending)
{
    return mending->source->bytes.data;
}

/* An ampersand that is meant as one. */
static bool mend_ampersand(struct mending *mending, struct fault *fault)
{
    size_t mark = source_mark(mending->source, fault->offset);
    return bytes_of(mending)[mark] == '&' && mend_with(mending, mark + 1, 0, "amp;");
}

/* A reference to an entity. What a DOCTYPE may have declared has been reported with it. */
static bool mend_entity(struct mending *mending, struct fault *fault)
{
    size_t mark = source_mark(mending->source, fault->offset);
    size_t size = strcspn(bytes_of(mending) + mark, ";") + 1;
    const char *open = mending->open ? (const char *)mending->open->name : "";
    mending->is_silent = mending->source->had_doctype;
    bool is_content = !mend_is_in_tag(mending->source, fault->offset);
    if (mending->is_silent && is_content &&
        models_of(mending->models, open)->kind == MODEL_ELEMENTS)
        return mend_blank(mending, mark, mark + size); /* it stood for elements */
    return mend_ampersand(mending, fault);
}

/* <! that begins no comment, as word processors write <!-- … -->. */
static bool mend_declaration(struct mending *mending, size_t mark)
{
    const char *close = strchr(bytes_of(mending) + mark, '>');
    return close && mend_blank(mending, mark, (size_t)(close + 1 - bytes_of(mending)));
}

/* Whether "< tila/>" is a tag with spaces before its name, not "5 < 7". */
static bool is_spaced_tag(const char *text)
{
    text += strspn(text, " ");
    size_t name = strcspn(text, " \t\r\n=/<>&\"'");
    const char *at = text + name + strspn(text + name, " \t\r\n");
    if (!is_letter(*text))
        return false;
    if (*at == '>' || strncmp(at, "/>", 2) == 0)
        return true;
    at += strcspn(at, " \t\r\n=/<>&\"'");
    return at[0] == '=' && (at[1] == '"' || at[1] == '\'');
}

static bool mend_less_than(struct mending *mending, struct fault *fault)
{
    size_t mark = source_mark(mending->source, fault->offset);
    const char *at = bytes_of(mending) + mark;
    if (*at == '&')
        return mend_ampersand(mending, fault);
    if (mend_is_in_tag(mending->source, fault->offset))
        return mend_in_tag(mending, fault);
    if (*at != '<')
        return false;
    if (at[1] == '!')
        return mend_declaration(mending, mark);
    if (at[1] == ' ' && is_spaced_tag(at + 1))
        return mend_space(mending, fault, mark + 1);
    return mending->open && mend_with(mending, mark, 1, "&lt;");
}

static bool mend_character(struct mending *mending, struct fault *fault)
{
    const unsigned char *at = (const unsigned char *)bytes_of(mending) + fault->offset;
    if (*at && *at < 0x20)
        return mend_with(mending, fault->offset, 1, "");
    return at[0] == 0xEF && at[1] == 0xBF && at[2] >= 0xBE &&
           mend_with(mending, fault->offset, 3, "");
}

/* A CDATA section without an end ends before the next end tag. */
static bool mend_cdata(struct mending *mending, struct fault *fault)
{
    static const char opening[] = "<![CDATA[";
    const char *bytes = bytes_of(mending), *start = NULL;
    for (const char *at = bytes; (at = strstr(at, opening)) && at < bytes + fault->offset; at++)
        start = at;
    const char *end = start ? strstr(start, "</") : NULL;
    if (!end)
        return false;
    fault->offset = (size_t)(start - bytes);
    return mend_with(mending, (size_t)(end - bytes), 0, "]]>");
}

static bool mend_cdata_end(struct mending *mending, struct fault *fault)
{
    const char *bytes = bytes_of(mending);
    size_t from = fault->offset < 3 ? 0 : fault->offset - 3;
    const char *found = strstr(bytes + from, "]]>");
    if (!found)
        return false;
    fault->offset = (size_t)(found - bytes);
    return mend_with(mending, fault->offset + 2, 1, "&gt;");
}

/* What stands before the root: text, or spaces before the XML declaration. */
static bool mend_before_root(struct mending *mending, struct fault *fault)
{
    const char *bytes = bytes_of(mending), *at = bytes;
    (void)fault;
    while ((at = strchr(at, '<')) && !is_letter(at[1]))
        at++;
    return at && mend_blank(mending, 0, (size_t)(at - bytes));
}

static bool mend_reserved_name(struct mending *mending, struct fault *fault)
{
    size_t mark = source_mark(mending->source, fault->offset);
    size_t root = source_skip_blank(mending->source, 0);
    if (root > mark || strncmp(bytes_of(mending) + mark, "<?xml", 5) != 0)
        return mend_before_root(mending, fault);
    if (mending->open)
        return false;
    return mend_blank(mending, mark, mending->source->bytes.size); /* a second file */
}

static const struct {
    int code;
    bool (*mend)(struct mending *mending, struct fault *fault);
} ways[] = {
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, mend_ampersand},
    {XML_ERR_UNDECLARED_ENTITY, mend_entity},
    {XML_WAR_UNDECLARED_ENTITY, mend_entity},
    {XML_ERR_INVALID_CHARREF, mend_ampersand},
    {XML_ERR_INVALID_DEC_CHARREF, mend_ampersand},
    {XML_ERR_INVALID_HEX_CHARREF, mend_ampersand},
    {XML_ERR_NAME_REQUIRED, mend_less_than},
    {XML_ERR_INVALID_CHAR, mend_character},
    {XML_ERR_HYPHEN_IN_COMMENT, mend_hyphens},
    {XML_ERR_COMMENT_NOT_FINISHED, mend_comment},
    {XML_ERR_CDATA_NOT_FINISHED, mend_cdata},
    {XML_ERR_MISPLACED_CDATA_END, mend_cdata_end},
    {XML_ERR_DOCUMENT_EMPTY, mend_before_root},
    {XML_ERR_RESERVED_XML_NAME, mend_reserved_name},
    {XML_ERR_XMLDECL_NOT_FINISHED, mend_xml_declaration},
    {XML_ERR_VERSION_MISSING, mend_xml_declaration},
    {XML_ERR_UNKNOWN_VERSION, mend_xml_declaration},
    {XML_ERR_ENCODING_NAME, mend_xml_declaration},
    {XML_ERR_STANDALONE_VALUE, mend_xml_declaration},
    {XML_ERR_STRING_NOT_STARTED, mend_xml_declaration},
    {XML_ERR_STRING_NOT_CLOSED, mend_xml_declaration},
    {XML_ERR_TAG_NAME_MISMATCH, mend_end_tag},
    {XML_ERR_TAG_NOT_FINISHED, mend_end_of_file},
    {XML_ERR_DOCUMENT_END, mend_behind_root},
    {XML_ERR_SPACE_REQUIRED, mend_in_tag},
    {XML_ERR_GT_REQUIRED, mend_in_tag},
    {XML_ERR_LT_IN_ATTRIBUTE, mend_less_than_in_value},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, mend_unquoted},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, mend_no_value},
    {XML_ERR_ATTRIBUTE_REDEFINED, mend_twice},
    {XML_NS_ERR_QNAME, mend_colon},
    {XML_NS_ERR_UNDEFINED_NAMESPACE, mend_prefix},
};

/* Whether all that a file lacks is the last character of the root's end tag. */
static bool is_root_end(const struct mending *mending, size_t tag, size_t size)
{
    const char *text = bytes_of(mending) + tag;
    const xmlNode *root = mending->open;
    while (root->parent && root->parent->type == XML_ELEMENT_NODE)
        root = root->parent;
    const char *name = (const char *)root->name;
    return size - tag == 2 + strlen(name) && strncmp(text, "</", 2) == 0 &&
           strncmp(text + 2, name, strlen(name)) == 0;
}

/* The file ends in a tag: what there is of it is left out. */
static bool mend_cut_tag(struct mending *mending, struct fault *fault)
{
    const struct buf *bytes = &mending->source->bytes;
    size_t size = bytes->size, tag = source_tag_start(mending->source, size);
    while (size && strchr(" \t\r\n", bytes->data[size - 1]))
        size--;
    if (fault->offset < size || !mending->open || bytes->data[tag] != '<' ||
        memchr(bytes->data + tag, '>', size - tag))
        return false;
    bool is_end = is_root_end(mending, tag, size);
    fault->offset = is_end ? size : bytes->size;
    return is_end ? mend_with(mending, size, 0, ">") : mend_blank(mending, tag, bytes->size);
}

bool mend(struct mending *mending, struct fault *fault)
{
    if (mend_cut_tag(mending, fault))
        return true;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (ways[i].code == fault->code)
            return ways[i].mend(mending, fault);
    return false;
}
