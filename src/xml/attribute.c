/* What stands in a start tag, right or wrong. */
#include "xml/recovery.h"

#include "base/memory.h"

#include <libxml/xmlerror.h>

#include <string.h>

enum {
    CURLY = 3,          /* bytes of a curly quotation mark */
    LOOKED_AHEAD = 4096 /* bytes, to find out what something is: a tag is shorter */
};

/* The reading of one tag. */
struct reading_tag {
    struct recovery *recovery;
    struct token *token;
    const char *bytes;
    size_t name, at;
    bool is_over, is_cut; /* the file ends in it */
};

/* --- Curly quotation marks --- */

/* Keeps the places of all but spaces: a curly mark has three bytes. */
void attribute_straighten(struct recovery *recovery, size_t at, bool is_first)
{
    const char *straight = is_first ? "  \"" : "\"  ";
    if (recovery->curly)
        recovery_edit_more(recovery, recovery->curly, at, CURLY, straight);
    else
        recovery->curly =
            recovery_mend(recovery, FAULT_QUOTES_CURLY, at, NULL, at, CURLY, straight);
    if (!recovery->curly)
        return; /* no more is mended */
    recovery->edits[recovery->edit_count - 1].is_invisible = true;
    recovery->faults[recovery->curly - 1].fault.count += is_first;
}

/* Returns the mark that closes a value in curly marks, or NULL when the tag ends first. */
static const char *find_close(const char *at)
{
    while (*at && !strchr("<>\"", *at) && !character_is_curly(at))
        at++;
    return *at == '"' || character_is_curly(at) ? at : NULL;
}

static bool read_curly(struct reading_tag *tag, size_t value, struct token_attribute *attribute)
{
    struct recovery *recovery = tag->recovery;
    const char *close = find_close(tag->bytes + value + CURLY);
    if (!close)
        return false;
    size_t end = (size_t)(close - tag->bytes);
    attribute_straighten(recovery, value, true);
    if (*close != '"')
        attribute_straighten(recovery, end, false);
    attribute->value = (uint32_t)(value + CURLY);
    attribute->end = (uint32_t)end;
    character_check(recovery, value + CURLY, end, true);
    tag->at = end + (*close == '"' ? 1 : CURLY);
    return true;
}

/* --- Values in straight marks --- */

/* Returns where a value ends that took in the next attribute's name: arvo="5 lahde="; 0 for none.
 */
static size_t end_before_name(const char *bytes, const struct token_attribute *attribute)
{
    size_t at = attribute->end, from = attribute->value;
    while (at > from && character_is_blank(bytes[at - 1]))
        at--;
    if (at == from || bytes[at - 1] != '=')
        return 0;
    for (at--; at > from && character_is_blank(bytes[at - 1]); at--)
        ;
    size_t name_end = at;
    while (at > from && character_is_name(bytes[at - 1]))
        at--;
    if (at == name_end || at == from || !character_is_blank(bytes[at - 1]))
        return 0;
    while (at > from && character_is_blank(bytes[at - 1]))
        at--;
    return at;
}

/* Adds a value's missing closing mark at an offset. */
static void close_value(struct reading_tag *tag, struct token_attribute *attribute, size_t end)
{
    const char quote[] = {tag->bytes[attribute->value - 1], '\0'};
    char before = tag->bytes[end - 1];
    bool is_mixed = end > attribute->value && (before == '"' || before == '\'');
    recovery_mend(tag->recovery, FAULT_QUOTE_MISSING, attribute->value, NULL, end - is_mixed,
                  is_mixed, quote);
    attribute->end = (uint32_t)(end - is_mixed);
    tag->at = end;
}

/* Returns whether the quotation mark at text ends a value: the tag's end or an attribute follows.
 */
static bool is_end_of_value(const char *text)
{
    const char *next = text + 1 + strspn(text + 1, BLANK);
    size_t name = character_name_size(next);
    const char *sign = next + name + strspn(next + name, BLANK);
    return *next == '>' || (next[0] == '/' && next[1] == '>') ||
           (next > text + 1 && name && *sign == '=');
}

/* Returns how many bytes come before one of the marks, or LOOKED_AHEAD when none is near. */
static size_t look_ahead(const char *text, const char *marks)
{
    size_t size = 0;
    while (size < LOOKED_AHEAD && text[size] && !strchr(marks, text[size]))
        size++;
    return size;
}

/* Returns where a value with quotation marks ends, after the first of them; NULL for none. */
static const char *find_real_end(const char *text, char quote)
{
    const char marks[] = {quote, '<', '>', '\0'};
    size_t at = look_ahead(text, "<>=\"'");
    if (text[at] != quote)
        return NULL;
    for (; text[at] == quote && at < LOOKED_AHEAD; at += 1 + look_ahead(text + at + 1, marks))
        if (is_end_of_value(text + at))
            return text + at;
    return NULL;
}

static bool mend_inner_quotes(struct reading_tag *tag, struct token_attribute *attribute)
{
    const char *first = tag->bytes + attribute->end;
    const char *end = recovery_is_full(tag->recovery) ? NULL : find_real_end(first + 1, *first);
    const char *reference = *first == '"' ? "&quot;" : "&apos;";
    struct buf text = {0};
    if (!end)
        return false;
    for (const char *at = first; at < end; at++) {
        if (*at == *first)
            buf_string(&text, reference);
        else
            buf_char(&text, *at);
    }
    recovery_fault(
        tag->recovery,
        (struct fault){.code = FAULT_QUOTE_INSIDE, .offset = attribute->end, .other = reference},
        attribute->end, (size_t)(end - first), text.data);
    buf_free(&text);
    attribute->end = (uint32_t)(end - tag->bytes);
    tag->at = attribute->end + 1;
    return true;
}

/* Returns whether a tag seems to begin with the < at an offset, as the first on its line. */
static bool begins_line(const char *bytes, size_t from, size_t at)
{
    bool is_tag = character_is_name(bytes[at + 1]) || bytes[at + 1] == '/';
    while (at > from && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t'))
        at--;
    return is_tag && at > from && bytes[at - 1] == '\n';
}

/* Mends a < in a value: it is meant as one, or the value lacks its mark before a > that comes
 * earlier, but not before from, or at the end of a line. Returns whether the value goes on. */
static bool mend_less_than(struct reading_tag *tag, struct token_attribute *attribute, size_t from,
                           size_t at)
{
    const char *bytes = tag->bytes, *close = memchr(bytes + from, '>', at - from);
    size_t end = close ? (size_t)(close - bytes) : at;
    if (!close && !begins_line(bytes, attribute->value, at)) {
        recovery_mend(tag->recovery, XML_ERR_LT_IN_ATTRIBUTE, at, NULL, at, 1, "&lt;");
        return true;
    }
    end -= close && end > attribute->value && bytes[end - 1] == '/';
    while (end > attribute->value && character_is_blank(bytes[end - 1]))
        end--;
    close_value(tag, attribute, end);
    return false;
}

/* Reads the value after a straight mark, and its closing mark. Returns false when the file ends in
 * it. */
static bool read_quoted(struct reading_tag *tag, size_t quote, struct token_attribute *attribute)
{
    const char marks[] = {tag->bytes[quote], '<', '\0'};
    size_t at = quote + 1;
    attribute->value = attribute->end = (uint32_t)at;
    for (size_t from = at;; from = at++) {
        at += strcspn(tag->bytes + at, marks);
        if (tag->bytes[at] == *marks)
            break;
        if (!tag->bytes[at] && !memchr(tag->bytes + from, '>', at - from))
            return false;
        if (!mend_less_than(tag, attribute, from, at))
            return true;
    }
    attribute->end = (uint32_t)at;
    tag->at = at + 1;
    character_check(tag->recovery, attribute->value, at, true);
    return true;
}

/* --- Attributes --- */

static void close_before(struct reading_tag *tag, size_t offset);

/* Returns whether a tag is text: another begins before an equals sign or the end. False when no
 * more is mended: a file may have millions of places to ask at. */
static bool is_text(const struct reading_tag *tag, const char *text)
{
    return !recovery_is_full(tag->recovery) && text[look_ahead(text, "<>=\"'")] == '<';
}

static struct token_attribute *add_attribute(struct reading_tag *tag, size_t name, size_t size)
{
    struct recovery *recovery = tag->recovery;
    GROW(recovery->attributes, recovery->attribute_count, recovery->attribute_capacity);
    if (++tag->token->attribute_count > SOURCE_ATTRIBUTES && !recovery->is_over_limit) {
        recovery->is_over_limit = true;
        recovery->limit = RULE_XML_ATTRIBUTES;
        recovery->limit_at = tag->token->start;
        tag->is_over = true;
    }
    struct token_attribute *attribute = &recovery->attributes[recovery->attribute_count++];
    *attribute = (struct token_attribute){.name = (uint32_t)name, .name_size = (uint32_t)size};
    return attribute;
}

/* Forgets the last attribute, which is none. */
static void forget(struct reading_tag *tag)
{
    tag->token->attribute_count--;
    tag->recovery->attribute_count--;
}

/* Reports an attribute whose name an earlier one of the tag has. */
static void check_twice(struct reading_tag *tag, const struct token_attribute *attribute)
{
    const struct token_attribute *first = tag->recovery->attributes + tag->token->first_attribute;
    for (; first < attribute; first++) {
        if (first->name_size != attribute->name_size ||
            memcmp(tag->bytes + first->name, tag->bytes + attribute->name, first->name_size) != 0)
            continue;
        recovery_mend_blank(tag->recovery, FAULT_TWICE, attribute->name,
                            recovery_name(tag->recovery, first->name, first->name_size),
                            attribute->name, tag->at);
        return;
    }
}

/* Reads a value whose first quotation mark is missing, or both: then the value is a word. */
static bool read_unquoted(struct reading_tag *tag, size_t at, struct token_attribute *attribute)
{
    const char *value = tag->bytes + at;
    const struct fault fault = {.code = XML_ERR_ATTRIBUTE_NOT_STARTED, .offset = at};
    size_t size = strcspn(value, "\"'<>=\r\n");
    attribute->value = (uint32_t)at;
    if (size && value[size] == '"') {
        recovery_fault(tag->recovery, fault, at, 0, "\"");
    } else {
        size = strcspn(value, BLANK "\"'<>=");
        size -= size && value[size - 1] == '/' && value[size] == '>';
        if (!size || (!character_is_blank(value[size]) && !strchr("/>", value[size])))
            return false;
        size_t index = recovery_fault(tag->recovery, fault, at, 0, "\"");
        if (index)
            recovery_edit_more(tag->recovery, index, at + size, 0, "\"");
    }
    attribute->end = (uint32_t)(at + size);
    character_check(tag->recovery, at, at + size, true);
    tag->at = at + size + (value[size] == '"');
    return true;
}

/* Skips the 3D of osapuoli=3D"joutsa", as mail writes an equals sign. Returns the value's offset.
 */
static size_t skip_quoted_printable(struct reading_tag *tag, size_t at)
{
    const char *text = tag->bytes + at;
    if (strncmp(text, "3D", 2) != 0 || (text[2] != '"' && text[2] != '\''))
        return at;
    recovery_mend(tag->recovery, FAULT_QUOTED_PRINTABLE, at, NULL, at, 2, "");
    return at + 2;
}

/* Leaves out what can't be read as a value, up to a blank or the end of the tag. */
static void leave_out_value(struct reading_tag *tag, size_t at, struct token_attribute *attribute)
{
    const char *text = tag->bytes + at;
    size_t size = strcspn(text, BLANK "<>");
    size -= size && text[size - 1] == '/' && text[size] == '>';
    recovery_mend(tag->recovery, XML_ERR_ATTRIBUTE_NOT_STARTED, at, NULL, at, size, "\"\"");
    attribute->value = attribute->end = (uint32_t)at;
    tag->at = at + size;
}

/* Reads the value after an equals sign at an offset. Returns false when the file ends in it. */
static bool read_value(struct reading_tag *tag, size_t sign, struct token_attribute *attribute)
{
    size_t at = character_skip(tag->recovery, sign + 1);
    if (tag->bytes[at] == '<')
        at = sign + 1;
    at = skip_quoted_printable(tag, at);
    if (tag->bytes[at] == '"' || tag->bytes[at] == '\'')
        return read_quoted(tag, at, attribute);
    bool is_curly = character_is_curly(tag->bytes + at);
    if (!(is_curly ? read_curly(tag, at, attribute) : read_unquoted(tag, at, attribute)))
        leave_out_value(tag, at, attribute);
    return tag->bytes[at];
}

/* Mends a place after a value that has neither a blank nor the end of the tag. */
static void check_after(struct reading_tag *tag, struct token_attribute *attribute)
{
    const char *here = tag->bytes + tag->at;
    size_t end;
    if (!*here || strchr(BLANK "></", *here))
        return;
    if ((end = end_before_name(tag->bytes, attribute)))
        close_value(tag, attribute, end);
    else if (mend_inner_quotes(tag, attribute))
        check_after(tag, attribute);
    else if (is_text(tag, here))
        close_before(tag, tag->at);
    else if (character_is_name(*here))
        recovery_mend(tag->recovery, XML_ERR_SPACE_REQUIRED, tag->at, NULL, tag->at, 0, " ");
}

/* Checks the name of an attribute that has been read, and the place after its value. */
static void end_attribute(struct reading_tag *tag, struct token_attribute *attribute, bool is_whole)
{
    tag->is_over = tag->is_cut = !is_whole;
    if (!is_whole)
        return;
    check_twice(tag, attribute);
    check_after(tag, attribute);
}

/* Reads arvo "3" without its equals sign, arvo alone, whose value is made up, or text. */
static void read_without_sign(struct reading_tag *tag, struct token_attribute *attribute)
{
    size_t name_end = attribute->name + attribute->name_size;
    size_t at = character_skip(tag->recovery, name_end);
    bool has_colon = tag->bytes[name_end - 1] == ':' && at == name_end;
    if (tag->bytes[at] == '"' || tag->bytes[at] == '\'') {
        const struct fault fault = {.code = XML_ERR_EQUAL_REQUIRED,
                                    .offset = has_colon ? at - 1 : at};
        recovery_fault(tag->recovery, fault, fault.offset, has_colon, "=");
        attribute->name_size -= has_colon;
        end_attribute(tag, attribute, read_quoted(tag, at, attribute));
    } else if (!tag->bytes[at]) {
        tag->is_over = tag->is_cut = true;
    } else if (is_text(tag, tag->bytes + at)) {
        size_t name = attribute->name;
        forget(tag);
        close_before(tag, name);
    } else {
        recovery_mend(tag->recovery, FAULT_NO_VALUE, attribute->name,
                      recovery_name(tag->recovery, attribute->name, attribute->name_size), name_end,
                      0, "=\"\"");
        attribute->value = attribute->end = (uint32_t)name_end;
        tag->at = name_end;
    }
}

static void read_attribute(struct reading_tag *tag)
{
    size_t name = tag->at, size = strcspn(tag->bytes + name, BLANK "=/<>\"'");
    size_t sign = character_skip(tag->recovery, name + size);
    struct token_attribute *attribute = add_attribute(tag, name, size);
    if (tag->bytes[sign] != '=') {
        read_without_sign(tag, attribute);
        return;
    }
    end_attribute(tag, attribute, read_value(tag, sign, attribute));
}

/* --- Tags without a > --- */

/* <nimiJoutsa</nimi>: returns how much of the start tag's name is the name that its end tag has; 0
 * when they don't differ so, or the whole is a name that the schema knows. */
static size_t name_before_text(const struct reading_tag *tag)
{
    struct recovery *recovery = tag->recovery;
    const char *name = tag->bytes + tag->name, *end = strchr(name, '<');
    if (!end || end[1] != '/')
        return 0;
    size_t known = strcspn(end + 2, BLANK "/<>"), size = strlen(tag->token->name);
    bool is_start = known && known < size && strncmp(name, end + 2, known) == 0;
    return is_start && recovery_knows(recovery, recovery_name(recovery, tag->name, known)) &&
                   !recovery_knows(recovery, tag->token->name)
               ? known
               : 0;
}

static void end_tag(struct reading_tag *tag, size_t at)
{
    tag->at = at;
    tag->is_over = true;
}

/* Closes a tag before an offset where text or a tag begins. The next tag of its name shows whether
 * it is empty (tokenizer.c settles it). */
static void close_before(struct reading_tag *tag, size_t offset)
{
    struct fault fault = {.code = XML_ERR_GT_REQUIRED, .offset = offset};
    size_t known = name_before_text(tag);
    if (known) {
        fault.offset = tag->name + known;
        tag->token->name = recovery_name(tag->recovery, tag->name, known);
        recovery_fault(tag->recovery, fault, fault.offset, 0, ">");
    } else {
        while (character_is_blank(tag->bytes[fault.offset - 1]))
            fault.offset--;
        if (recovery_fault(tag->recovery, fault, fault.offset, 0, ">")) {
            tag->token->edit = (uint32_t)tag->recovery->edit_count;
            tag->recovery->is_unsettled = true;
        }
    }
    end_tag(tag, fault.offset);
}

/* Returns whether an attribute with its equals sign stands at text. */
static bool is_attribute(const char *text)
{
    size_t size = strcspn(text, BLANK "=/<>\"'");
    text += size + strspn(text + size, BLANK);
    return size && *text == '=';
}

/* Reads a slash that no > follows at once: before an attribute it is a slip. */
static void read_slash(struct reading_tag *tag)
{
    size_t after = character_skip(tag->recovery, tag->at + 1);
    if (is_attribute(tag->bytes + after)) {
        recovery_mend(tag->recovery, FAULT_STRAY_IN_TAG, tag->at, NULL, tag->at, 1, " ");
        tag->at++;
        return;
    }
    const struct fault fault = {.code = XML_ERR_GT_REQUIRED, .offset = tag->at};
    if (name_before_text(tag)) {
        close_before(tag, tag->at);
        return;
    }
    tag->token->is_empty = true;
    if (tag->bytes[after] == '>')
        recovery_fault(tag->recovery, fault, tag->at + 1, after - tag->at - 1, "");
    else
        recovery_fault(tag->recovery, fault, tag->at + 1, 0, ">");
    end_tag(tag, tag->bytes[after] == '>' ? after + 1 : tag->at + 1);
}

/* Returns how much of a text no attribute begins with: ="5" without a name, or up to a letter, a
 * blank or the end of the tag. */
static size_t stray_size(const char *text)
{
    const char *quote = text + (*text == '=');
    quote += strspn(quote, BLANK);
    const char *close = *quote == '"' || *quote == '\'' ? quote + 1 : NULL;
    if (close)
        close += strcspn(close, (char[]){*quote, '<', '>', '\0'});
    if (close && *close == *quote)
        return (size_t)(close + 1 - text);
    size_t size = 1;
    while (text[size] && !strchr(BLANK "/<>", text[size]) && !character_begins_name(text[size]))
        size++;
    return size;
}

static void read_stray(struct reading_tag *tag)
{
    size_t size = stray_size(tag->bytes + tag->at);
    recovery_mend(tag->recovery, FAULT_STRAY_IN_TAG, tag->at, NULL, tag->at, size, " ");
    tag->at += size;
}

static void read_next(struct reading_tag *tag)
{
    tag->at = character_skip(tag->recovery, tag->at);
    const char *here = tag->bytes + tag->at;
    if (*here == '>') {
        tag->token->is_closed = true;
        end_tag(tag, tag->at + 1);
    } else if (here[0] == '/' && here[1] == '>') {
        tag->token->is_empty = tag->token->is_closed = true;
        end_tag(tag, tag->at + 2);
    } else if (!*here) {
        tag->is_over = tag->is_cut = true;
    } else if (*here == '/') {
        read_slash(tag);
    } else if (*here == '<' || (!character_begins_name(*here) && is_text(tag, here))) {
        close_before(tag, tag->at);
    } else if (character_begins_name(*here)) {
        read_attribute(tag);
    } else {
        read_stray(tag);
    }
}

bool attribute_read_all(struct recovery *recovery, struct token *token, size_t name)
{
    struct reading_tag tag = {.recovery = recovery,
                              .token = token,
                              .bytes = recovery->bytes,
                              .name = name,
                              .at = name + strlen(token->name)};
    token->first_attribute = (uint32_t)recovery->attribute_count;
    while (!tag.is_over && !recovery->is_over_limit)
        read_next(&tag);
    token->end = (uint32_t)tag.at;
    return !tag.is_cut;
}
