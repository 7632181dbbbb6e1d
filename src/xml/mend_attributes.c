/* What is wrong inside a start tag. */
#include "xml/mend.h"

#include "xml/xml.h"

#include <libxml/xmlerror.h>

#include <string.h>

#define SCHEMA_INSTANCE "http://www.w3.org/2001/XMLSchema-instance"

static const char blank[] = " \t\r\n";

/* An attribute in a start tag: offsets of its name, its value and the closing mark. */
struct part {
    size_t name, name_size, value, end;
};

static bool is_blank(char c)
{
    return c && strchr(blank, c);
}

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("_-.:", c)) || (unsigned char)c >= 0x80;
}

static size_t tag_before(const struct source *source, size_t offset)
{
    return source_tag_start(source, offset ? offset - 1 : 0);
}

static size_t behind_name(const struct source *source, size_t tag)
{
    return tag + 1 + strcspn(source->bytes.data + tag + 1, " \t\r\n/<>");
}

/* Reads the attribute behind *at, and moves *at behind it. */
static bool read_part(const struct source *source, size_t *at, struct part *part)
{
    const char *bytes = source->bytes.data;
    part->name = *at + strspn(bytes + *at, blank);
    part->name_size = strcspn(bytes + part->name, " \t\r\n=/<>\"'");
    size_t sign = part->name + part->name_size;
    sign += strspn(bytes + sign, blank);
    if (!part->name_size || bytes[sign] != '=')
        return false;
    size_t quote = sign + 1 + strspn(bytes + sign + 1, blank);
    if (bytes[quote] != '"' && bytes[quote] != '\'')
        return false;
    const char *close = strchr(bytes + quote + 1, bytes[quote]);
    part->value = quote + 1;
    part->end = close ? (size_t)(close - bytes) : source->bytes.size;
    *at = part->end + (close != NULL);
    return true;
}

/* The attribute in whose value, or at whose closing mark, an offset is. */
static bool find_part(const struct source *source, size_t tag, size_t offset, struct part *part)
{
    size_t at = behind_name(source, tag);
    while (read_part(source, &at, part))
        if (part->value <= offset && offset <= part->end)
            return true;
    return false;
}

bool mend_is_in_tag(const struct source *source, size_t offset)
{
    size_t tag = tag_before(source, offset);
    const char *start = source->bytes.data + tag;
    return *start == '<' && is_name(start[1]) && offset > tag + 1 &&
           !memchr(start, '>', offset - tag);
}

/* Where a value probably ends that took in the next attribute's name: arvo="5 lahde=". */
static bool find_end(const struct source *source, const struct part *part, size_t *end)
{
    const char *bytes = source->bytes.data;
    size_t at = part->end;
    while (at > part->value && is_blank(bytes[at - 1]))
        at--;
    if (at == part->value || bytes[at - 1] != '=')
        return false;
    for (at--; at > part->value && is_blank(bytes[at - 1]); at--)
        ;
    size_t name_end = at;
    while (at > part->value && is_name(bytes[at - 1]))
        at--;
    if (at == name_end || at == part->value || !is_blank(bytes[at - 1]))
        return false;
    while (at > part->value && is_blank(bytes[at - 1]))
        at--;
    *end = at;
    return true;
}

static bool close_value(struct mending *mending, struct fault *fault, const struct part *part,
                        size_t end)
{
    char quote[] = {mending->source->bytes.data[part->value - 1], '\0'};
    char before = mending->source->bytes.data[end - 1];
    bool is_mixed = end > part->value && (before == '"' || before == '\'');
    fault->code = FAULT_QUOTE_MISSING;
    fault->offset = part->value;
    return mend_with(mending, end - is_mixed, is_mixed, quote);
}

static bool close_tag(struct mending *mending, struct fault *fault, size_t tag)
{
    const char *bytes = mending->source->bytes.data;
    bool is_end = bytes[tag + 1] == '/', has_slash = bytes[fault->offset] == '/';
    fault->code = XML_ERR_GT_REQUIRED;
    while (!has_slash && fault->offset && is_blank(bytes[fault->offset - 1]))
        fault->offset--;
    if (has_slash) {
        const char *behind = bytes + fault->offset + 1;
        size_t spaces = strspn(behind, blank);
        return mend_with(mending, fault->offset + 1, behind[spaces] == '>' ? spaces : 0,
                         behind[spaces] == '>' ? "" : ">");
    }
    return mend_with(mending, fault->offset, 0,
                     is_end || mend_has_end_tag(mending, bytes + tag) ? ">" : "/>");
}

static bool knows(const struct mending *mending, const char *name)
{
    return models_of(mending->models, name)->kind != MODEL_UNKNOWN;
}

/* <nimiJoutsa</nimi>: how much of the start tag's name is the name that its end tag has; 0 when
 * they don't differ so, or the whole is a name that the schema knows. */
static size_t name_before_text(const struct mending *mending, size_t tag)
{
    const char *name = mending->source->bytes.data + tag + 1;
    size_t size = behind_name(mending->source, tag) - tag - 1;
    const char *end = strchr(name, '<');
    if (!end || end[1] != '/')
        return 0;
    size_t known = strcspn(end + 2, " \t\r\n/<>");
    const char *element = arena_strndup(mending->arena, end + 2, known);
    bool is_start = known && known < size && strncmp(name, element, known) == 0;
    return is_start && knows(mending, element) &&
                   !knows(mending, arena_strndup(mending->arena, name, size))
               ? known
               : 0;
}

static bool close_behind_name(struct mending *mending, struct fault *fault, size_t tag)
{
    size_t name = name_before_text(mending, tag);
    if (!name)
        return false;
    fault->code = XML_ERR_GT_REQUIRED;
    fault->offset = tag + 1 + name;
    return mend_with(mending, fault->offset, 0, ">");
}

/* Whether what is read as a tag is text: another tag begins before an equals sign or the end. */
static bool is_text(const char *text)
{
    return text[strcspn(text, "<>=\"'")] == '<';
}

/* The tag isn't closed, and text follows, which begins at an offset. */
static bool close_before_text(struct mending *mending, struct fault *fault, size_t text)
{
    size_t tag = tag_before(mending->source, text);
    fault->offset = text;
    return close_behind_name(mending, fault, tag) || close_tag(mending, fault, tag);
}

/* </vahva and text: behind the open element's name. */
static bool close_end_tag(struct mending *mending, struct fault *fault, size_t tag)
{
    const struct source *source = mending->source;
    const struct source_span *open = mending->open ? source_span(mending->open) : NULL;
    const char *end = source->bytes.data + tag + 2;
    if (!open || end[-1] != '/' || end[strcspn(end, "<>=")] == '=')
        return false;
    size_t size = behind_name(source, open->start) - open->start - 1;
    size_t written = strcspn(end, " \t\r\n/<>");
    if (strncmp(end, source->bytes.data + open->start + 1, size) != 0)
        return false;
    if (written > size && knows(mending, arena_strndup(mending->arena, end, written)))
        return false;
    fault->code = XML_ERR_GT_REQUIRED;
    fault->offset = tag + 2 + size;
    return mend_with(mending, fault->offset, 0, ">");
}

/* "</ b>", "</b c="d">", or "</b" with no end, before another tag that may lack its <. */
static bool mend_in_end_tag(struct mending *mending, struct fault *fault, size_t tag)
{
    const char *bytes = mending->source->bytes.data, *here = bytes + fault->offset;
    size_t spaces = strspn(bytes + tag + 2, blank), rest = strcspn(here, "<>");
    const char *word = arena_strndup(mending->arena, here, strcspn(here, " \t\r\n/<>=\"'"));
    if (!spaces && knows(mending, word) && here[strlen(word)] != '=')
        return close_tag(mending, fault, tag);
    if (spaces && is_name(*here))
        return mend_space(mending, fault, tag + 2);
    if (here[rest] == '>')
        return mend_blank(mending, fault->offset, fault->offset + rest);
    return close_tag(mending, fault, tag);
}

/* </b/> */
static bool drop_slash_behind(struct mending *mending, struct fault *fault, size_t tag)
{
    const char *bytes = mending->source->bytes.data, *here = bytes + fault->offset;
    if (bytes[tag + 1] != '/' || *here != '/' || here[1 + strspn(here + 1, blank)] != '>')
        return false;
    fault->code = FAULT_SLASH_BEHIND;
    fault->name = arena_strndup(mending->arena, bytes + tag + 2,
                                behind_name(mending->source, tag + 1) - tag - 2);
    return mend_with(mending, fault->offset, 1, "");
}

/* Whether a value ends with the quotation mark at text: the tag ends behind it, or there is another
 * attribute. */
static bool is_end_of_value(const char *text)
{
    const char *next = text + 1 + strspn(text + 1, blank);
    size_t name = 0;
    while (is_name(next[name]))
        name++;
    const char *sign = next + name + strspn(next + name, blank);
    return *next == '>' || (next[0] == '/' && next[1] == '>') ||
           (next > text + 1 && name && *sign == '=');
}

/* Where a value ends in which there are quotation marks, behind the first of them; NULL when there
 * are none. */
static const char *find_real_end(const char *text, char quote)
{
    size_t word = strcspn(text, "<>=\"'");
    if (text[word] != quote)
        return NULL;
    for (const char *at = text + word; *at && *at != '<' && *at != '>'; at++)
        if (*at == quote && is_end_of_value(at))
            return at;
    return NULL;
}

static bool mend_inner_quotes(struct mending *mending, struct fault *fault, const struct part *part)
{
    const char *bytes = mending->source->bytes.data, *first = bytes + part->end;
    const char *end = find_real_end(first + 1, *first);
    if (!end)
        return false;
    for (const char *at = first; at < end; at++) {
        if (*at == *first)
            buf_string(&mending->text, *at == '"' ? "&quot;" : "&apos;");
        else
            buf_char(&mending->text, *at);
    }
    fault->code = FAULT_QUOTE_INSIDE;
    fault->other = *first == '"' ? "&quot;" : "&apos;";
    fault->offset = part->end;
    return mend_with(mending, part->end, (size_t)(end - first), "");
}

/* Something stands where a space, the next attribute or the end of the tag is wanted. */
bool mend_in_tag(struct mending *mending, struct fault *fault)
{
    const struct source *source = mending->source;
    size_t tag = tag_before(source, fault->offset), end;
    const char *here = source->bytes.data + fault->offset;
    struct part part;
    if (source->bytes.data[tag] != '<' || !*here)
        return false;
    if (source->bytes.data[tag + 1] == '?') {
        fault->code = XML_ERR_XMLDECL_NOT_FINISHED;
        return mend_xml_declaration(mending, fault);
    }
    if (drop_slash_behind(mending, fault, tag) || close_end_tag(mending, fault, tag))
        return true;
    if (source->bytes.data[tag + 1] == '/')
        return mend_in_end_tag(mending, fault, tag);
    if (*here == '<' || *here == '/')
        return close_behind_name(mending, fault, tag) || close_tag(mending, fault, tag);
    if (!find_part(source, tag, fault->offset - 1, &part) || part.end + 1 != fault->offset)
        return false;
    if (find_end(source, &part, &end))
        return close_value(mending, fault, &part, end);
    if (mend_inner_quotes(mending, fault, &part))
        return true;
    if (is_text(here))
        return close_before_text(mending, fault, fault->offset);
    if (is_name(*here))
        return mend_with(mending, fault->offset, 0, " ");
    fault->code = FAULT_STRAY_IN_TAG;
    return mend_with(mending, fault->offset, 1, " ");
}

bool mend_less_than_in_value(struct mending *mending, struct fault *fault)
{
    const struct source *source = mending->source;
    const char *bytes = source->bytes.data;
    struct part part;
    if (bytes[fault->offset] != '<' ||
        !find_part(source, tag_before(source, fault->offset), fault->offset, &part))
        return false;
    const char *close = memchr(bytes + part.value, '>', fault->offset - part.value);
    if (!close)
        return mend_with(mending, fault->offset, 1, "&lt;");
    size_t end = (size_t)(close - bytes);
    end -= end > part.value && bytes[end - 1] == '/';
    while (end > part.value && is_blank(bytes[end - 1]))
        end--;
    return close_value(mending, fault, &part, end);
}

/* Only the first quotation mark is missing, or both: then the value is a word. */
bool mend_unquoted(struct mending *mending, struct fault *fault)
{
    const char *value = mending->source->bytes.data + fault->offset;
    size_t size = strcspn(value, "\"'<>=\r\n");
    if ((unsigned char)*value == 0xE2) /* a curly quotation mark */
        return false;
    if (size && value[size] == '"')
        return mend_with(mending, fault->offset, 0, "\"");
    size = strcspn(value, " \t\r\n\"'<>=");
    size -= size && value[size - 1] == '/' && value[size] == '>';
    if (!size || (!is_blank(value[size]) && !strchr("/>", value[size])))
        return false;
    mending->quote = fault->offset + size;
    return mend_with(mending, fault->offset, 0, "\"");
}

/* arvo "3" lacks its equals sign; of arvo alone, the value is made up. */
bool mend_no_value(struct mending *mending, struct fault *fault)
{
    const char *bytes = mending->source->bytes.data;
    size_t end = fault->offset, size = fault->name ? strlen(fault->name) : 0;
    char here = bytes[fault->offset];
    if (here == '"' || here == '\'') {
        fault->code = XML_ERR_EQUAL_REQUIRED;
        return mend_with(mending, fault->offset, 0, "=");
    }
    while (end && is_blank(bytes[end - 1]))
        end--;
    if (is_text(bytes + fault->offset))
        return close_before_text(mending, fault, end - size);
    if (!here || !size || end < size || memcmp(bytes + end - size, fault->name, size) != 0)
        return false;
    fault->code = FAULT_NO_VALUE;
    fault->offset = end - size;
    return mend_with(mending, end, 0, "=\"\"");
}

/* arvo:"3" */
bool mend_colon(struct mending *mending, struct fault *fault)
{
    const char *bytes = mending->source->bytes.data;
    size_t at = fault->offset;
    if (!at || bytes[at - 1] != ':' || (bytes[at] != '"' && bytes[at] != '\''))
        return false;
    fault->code = XML_ERR_EQUAL_REQUIRED;
    fault->offset = at - 1;
    return mend_with(mending, at - 1, 1, "=");
}

bool mend_twice(struct mending *mending, struct fault *fault)
{
    const struct source *source = mending->source;
    size_t at = behind_name(source, tag_before(source, fault->offset)), count = 0;
    size_t size = fault->name ? strlen(fault->name) : 0;
    for (struct part part; read_part(source, &at, &part);) {
        bool is_it = part.name_size == size &&
                     memcmp(source->bytes.data + part.name, fault->name, size) == 0;
        if (!is_it || !count++)
            continue;
        fault->code = FAULT_TWICE;
        fault->offset = part.name;
        return mend_blank(mending, part.name, part.end + 1);
    }
    return false;
}

static bool has_prefix(const char *text, const char *prefix)
{
    size_t size = strlen(prefix);
    return strncmp(text, prefix, size) == 0 && text[size] == ':';
}

/* Declares the prefix in the root: for ours, or, when the schema doesn't know the element, for
 * another's, which the schema will tell. */
static bool declare(struct mending *mending, const char *prefix, const char *element)
{
    const struct source *source = mending->source;
    mending->is_silent = !knows(mending, element);
    buf_printf(&mending->text, " xmlns:%s=\"%s%s\"", prefix,
               mending->is_silent ? "urn:" : XML_PYKALA, mending->is_silent ? prefix : "");
    return mend_with(mending, behind_name(source, source_skip_blank(source, 0)), 0, "");
}

/* Of xsi:type and xsi:nil the schema tells; that which names a schema is right but for the prefix.
 */
static bool declare_instance(struct mending *mending, size_t tag)
{
    const struct source *source = mending->source;
    const char *start = source->bytes.data + tag;
    size_t size = source_tag_end(source, tag) - tag;
    const char *location = strstr(start, "chemaLocation");
    mending->is_silent = !location || location > start + size;
    return mend_with(mending, behind_name(source, source_skip_blank(source, 0)), 0,
                     " xmlns:xsi=\"" SCHEMA_INSTANCE "\"");
}

/* Takes the prefix off an attribute that the element may have; and any other, prefix and all. */
static bool mend_prefixed(struct mending *mending, struct fault *fault, const struct part *part,
                          const char *element)
{
    const char *name = mending->source->bytes.data + part->name;
    size_t prefix = strlen(fault->name) + 1;
    const struct names *allowed = &models_of(mending->models, element)->attributes;
    fault->code = FAULT_ATTRIBUTE_PREFIX;
    fault->offset = part->name;
    bool is_allowed = names_contain(
        allowed, arena_strndup(mending->arena, name + prefix, part->name_size - prefix));
    return mend_blank(mending, part->name, is_allowed ? part->name + prefix : part->end + 1);
}

/* A prefix without a namespace: of elements it is told once in a file. */
bool mend_prefix(struct mending *mending, struct fault *fault)
{
    const struct source *source = mending->source;
    size_t tag = tag_before(source, fault->offset), at = behind_name(source, tag);
    const char *element = arena_strndup(mending->arena, source->bytes.data + tag + 1, at - tag - 1);
    if (!fault->name || !*fault->name)
        return false;
    if (strcmp(fault->name, "xsi") == 0)
        return declare_instance(mending, tag);
    if (has_prefix(element, fault->name))
        return declare(mending, fault->name, vocabulary_local(element));
    for (struct part part; read_part(source, &at, &part);)
        if (has_prefix(source->bytes.data + part.name, fault->name))
            return mend_prefixed(mending, fault, &part, vocabulary_local(element));
    return false;
}
