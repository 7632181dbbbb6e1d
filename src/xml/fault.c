#include "xml/fault.h"

#include "base/message.h"
#include "xml/recovery.h"

#include <libxml/parser.h>

#include <string.h>

#define DECLARATION_WRONG N_("the XML declaration is not right")
#define DECLARATION_HINT N_("write it as <?xml version=\"1.0\" encoding=\"UTF-8\"?>")
#define DOCTYPE_WRONG N_("a DOCTYPE declaration is not allowed")
#define DOCTYPE_HINT N_("delete the <!DOCTYPE …> declaration; the schema is known without it")
#define NOT_CLOSED N_("</{2}> stands here, but <{1}>, which begins on line {3}, is not closed yet")
#define NOT_OPEN N_("</{2}> stands here, but no <{2}> is open")
#define NO_QUOTE N_("the value of an attribute has no closing quotation mark")
#define NO_VALUE N_("the attribute {1} has no value"), N_("write it as {1}=\"…\"")
#define TWICE N_("the attribute {1} is given twice"), N_("delete one of them")
#define NAMESPACE_HINT N_("the namespace of all elements is urn:pykala:1")

#define FIRST_LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"

/* Where the error is reported, seen from the parser's place. */
enum spot { SPOT_HERE, SPOT_TAG, SPOT_MARK /* the < or & before it */ };

/*
 * The messages for libxml2's codes. {1} and {2} stand for the names that libxml2 gives, {3} for a
 * line, {4} and {5} for the element before which something is missing and its line. Where libxml2
 * gives no name, {1} is the attribute's. Other codes are reported in libxml2's own words.
 */
static const struct saying {
    int code;
    enum spot spot;
    const char *message, *hint;
} sayings[] = {
    {XML_ERR_DOCUMENT_EMPTY, SPOT_HERE, N_("the file holds no XML element"),
     N_("is it the right file?")},
    {XML_ERR_DOCUMENT_END, SPOT_HERE, N_("something follows the end of the root element"),
     N_("delete it: all text stands inside elements")},
    {XML_ERR_TAG_NAME_MISMATCH, SPOT_TAG, NOT_CLOSED,
     N_("write </{1}> before it, or mend the name")},
    {FAULT_END_MISSING, SPOT_TAG, NOT_CLOSED, N_("write </{1}> before <{4}> on line {5}")},
    {FAULT_END_NAME, SPOT_TAG, NOT_CLOSED, N_("did you mean </{1}>?")},
    {FAULT_CLOSED_EARLY, SPOT_HERE, NOT_OPEN,
     N_("delete the slash at the end of <{2} …/> on line {5}")},
    {FAULT_END_UNMARKED, SPOT_HERE, N_("the end tag </{1}> lacks its <"),
     N_("write < before /{1}>")},
    {FAULT_END_UNNAMED, SPOT_HERE, N_("this end tag has no name"), N_("write </{1}>")},
    {FAULT_SPACE_BEFORE_NAME, SPOT_HERE, N_("a space stands before the name of a tag"),
     N_("delete it: the name comes right after < or </")},
    {FAULT_SLASH_MISSING, SPOT_HERE,
     N_("<{1}> begins here, but <{1}> of line {3} is not closed yet"),
     N_("write </{1}>, if it is meant to end here")},
    {FAULT_BACKSLASH, SPOT_HERE, N_("a backslash stands in an end tag"), N_("write </{1}>")},
    {FAULT_CONFLICT, SPOT_HERE,
     N_("two versions of these lines stand here, between <<<<<<< and >>>>>>>"),
     N_("keep one of them, and delete the other with the lines of signs")},
    {FAULT_DOCTYPE, SPOT_HERE, DOCTYPE_WRONG, DOCTYPE_HINT},
    {FAULT_QUOTED_PRINTABLE, SPOT_HERE,
     N_("=3D stands here for an equals sign, as mail programs write it"),
     N_("save the attachment of the mail as it is, not the text of the mail")},
    {FAULT_SLASH_BEHIND, SPOT_HERE, N_("a slash stands at the end of an end tag"),
     N_("delete it: write </{1}>")},
    {FAULT_ROOT_CLOSED, SPOT_HERE, N_("</{1}> stands here, but what follows belongs in <{1}>"),
     N_("move </{1}> to the end of the file")},
    {FAULT_START_UNMARKED, SPOT_HERE, N_("the tag <{1}> lacks its <"), N_("write < before {1}")},
    {FAULT_STRAY_END, SPOT_HERE, NOT_OPEN, N_("delete it, or write the missing <{2}>")},
    {XML_ERR_TAG_NOT_FINISHED, SPOT_HERE,
     N_("the file ends inside <{1}>, which begins on line {3}"),
     N_("write the missing end tag; is the file whole?")},
    {XML_ERR_NAME_REQUIRED, SPOT_MARK, N_("a less-than sign cannot be written as it is"),
     N_("write &lt; for it. A tag has its name right after its <")},
    {XML_ERR_NAME_TOO_LONG, SPOT_MARK, N_("a name is too long"), NULL},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, SPOT_MARK,
     N_("an ampersand begins a name that no semicolon ends"),
     N_("write &amp; for an ampersand in text")},
    {XML_ERR_UNDECLARED_ENTITY, SPOT_MARK, N_("&{1}; is unknown"),
     N_("XML knows &amp; &lt; &gt; &quot; and &apos;; write other characters as they are")},
    {XML_WAR_UNDECLARED_ENTITY, SPOT_MARK, N_("&{1}; is unknown"),
     N_("XML knows &amp; &lt; &gt; &quot; and &apos;; write other characters as they are")},
    {XML_ERR_INVALID_CHAR, SPOT_HERE, N_("a character is not allowed in XML"),
     N_("delete the control character")},
    {XML_ERR_INVALID_CHARREF, SPOT_HERE, N_("a character reference is not right"),
     N_("write the character as it is")},
    {XML_ERR_INVALID_DEC_CHARREF, SPOT_MARK, N_("a character reference is not right"),
     N_("write the character as it is")},
    {XML_ERR_INVALID_HEX_CHARREF, SPOT_MARK, N_("a character reference is not right"),
     N_("write the character as it is")},
    {XML_ERR_INVALID_ENCODING, SPOT_HERE, N_("the bytes here are not UTF-8"),
     N_("save the file in the encoding UTF-8")},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, SPOT_HERE,
     N_("the value of an attribute is not in quotation marks"), N_("write it as {1}=\"…\"")},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, SPOT_HERE, NO_QUOTE, NULL},
    {FAULT_QUOTE_MISSING, SPOT_HERE, NO_QUOTE, N_("write it as {1}=\"…\"")},
    {FAULT_QUOTE_INSIDE, SPOT_HERE, N_("a quotation mark stands inside the value of an attribute"),
     N_("write {2} for it, or a curly one")},
    {XML_ERR_LT_IN_ATTRIBUTE, SPOT_HERE, N_("< is not allowed in the value of an attribute"),
     N_("write &lt;, or close the value with a quotation mark before it")},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, SPOT_HERE, NO_VALUE},
    {FAULT_NO_VALUE, SPOT_HERE, NO_VALUE},
    {XML_ERR_ATTRIBUTE_REDEFINED, SPOT_TAG, TWICE},
    {XML_NS_ERR_ATTRIBUTE_REDEFINED, SPOT_TAG, TWICE},
    {FAULT_TWICE, SPOT_HERE, TWICE},
    {FAULT_STRAY_IN_TAG, SPOT_HERE, N_("this character does not belong between attributes"),
     N_("delete it: spaces alone part attributes")},
    {FAULT_QUOTES_CURLY, SPOT_HERE, N_("the quotation marks are curly"),
     N_("write straight ones, name=\"value\", in the whole file: word processors make them "
        "curly")},
    {XML_ERR_SPACE_REQUIRED, SPOT_HERE, N_("a space is missing here"), NULL},
    {XML_ERR_EQUAL_REQUIRED, SPOT_HERE, N_("an equals sign is missing here"),
     N_("write it as {1}=\"…\"")},
    {XML_ERR_GT_REQUIRED, SPOT_HERE, N_("the tag is not closed with >"), N_("write > here")},
    {XML_ERR_LTSLASH_REQUIRED, SPOT_HERE, N_("an end tag is missing here"), NULL},
    {XML_ERR_COMMENT_NOT_FINISHED, SPOT_HERE, N_("a comment has no end"), N_("close it with -->")},
    {FAULT_COMMENT_END, SPOT_HERE, N_("this does not end the comment"), N_("close it with -->")},
    {FAULT_COMMENT_INSIDE, SPOT_HERE, N_("a comment begins inside another one"),
     N_("delete the inner <!-- and -->")},
    {XML_ERR_HYPHEN_IN_COMMENT, SPOT_HERE, N_("-- is not allowed inside a comment"),
     N_("write one hyphen, or a dash")},
    {XML_ERR_CDATA_NOT_FINISHED, SPOT_HERE, N_("a CDATA section has no end"),
     N_("close it with ]]>")},
    {XML_ERR_MISPLACED_CDATA_END, SPOT_HERE, N_("]]> is not allowed in text"), N_("write ]]&gt;")},
    {XML_ERR_PI_NOT_FINISHED, SPOT_HERE, N_("a processing instruction has no end"),
     N_("close it with ?>")},
    {XML_ERR_PI_NOT_STARTED, SPOT_HERE, N_("a processing instruction has no name"), NULL},
    {XML_NS_ERR_COLON, SPOT_HERE, N_("the name {1} may not have a colon"), NULL},
    {XML_ERR_XMLDECL_NOT_FINISHED, SPOT_HERE, DECLARATION_WRONG, DECLARATION_HINT},
    {XML_ERR_VERSION_MISSING, SPOT_HERE, N_("the XML declaration lacks version"), DECLARATION_HINT},
    {XML_ERR_UNKNOWN_VERSION, SPOT_HERE, DECLARATION_WRONG, DECLARATION_HINT},
    {XML_ERR_ENCODING_NAME, SPOT_HERE, DECLARATION_WRONG, DECLARATION_HINT},
    {XML_ERR_STANDALONE_VALUE, SPOT_HERE, DECLARATION_WRONG, DECLARATION_HINT},
    {XML_ERR_STRING_NOT_STARTED, SPOT_HERE, DECLARATION_WRONG, DECLARATION_HINT},
    {XML_ERR_STRING_NOT_CLOSED, SPOT_HERE, DECLARATION_WRONG, DECLARATION_HINT},
    {XML_ERR_RESERVED_XML_NAME, SPOT_MARK,
     N_("the XML declaration is not at the start of the file"),
     N_("delete what stands before <?xml, also spaces and empty lines")},
    {XML_NS_ERR_UNDEFINED_NAMESPACE, SPOT_TAG, N_("the prefix {1} has no namespace"),
     N_("declare it in the root element with xmlns:prefix=\"…\", or leave the prefix out")},
    {FAULT_ATTRIBUTE_PREFIX, SPOT_HERE, N_("the prefix {1} has no namespace"),
     N_("write the attribute's name without the prefix, or leave the attribute out")},
    {XML_NS_ERR_QNAME, SPOT_HERE, N_("a name has a colon in the wrong place"),
     N_("write prefix:name, or the name alone")},
    {XML_NS_ERR_XML_NAMESPACE, SPOT_HERE, N_("this namespace cannot be declared so"),
     NAMESPACE_HINT},
    {XML_WAR_NS_URI, SPOT_HERE, N_("the address of a namespace is not right"), NAMESPACE_HINT},
    {XML_ERR_LITERAL_NOT_STARTED, SPOT_TAG, DOCTYPE_WRONG, DOCTYPE_HINT},
    {XML_ERR_LITERAL_NOT_FINISHED, SPOT_TAG, DOCTYPE_WRONG, DOCTYPE_HINT},
    {XML_ERR_URI_REQUIRED, SPOT_TAG, DOCTYPE_WRONG, DOCTYPE_HINT},
    {XML_ERR_PUBID_REQUIRED, SPOT_TAG, DOCTYPE_WRONG, DOCTYPE_HINT},
    {XML_ERR_DOCTYPE_NOT_FINISHED, SPOT_TAG, DOCTYPE_WRONG, DOCTYPE_HINT},
};

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

static bool is_at_end(const struct source *source, size_t offset)
{
    return offset >= source->bytes.size;
}

static bool is_curly(const struct source *source, size_t offset)
{
    return character_is_curly(source->bytes.data + offset);
}

static bool is_ampersand(const struct source *source, size_t offset)
{
    return source->bytes.data[source_mark(source, offset)] == '&';
}

static bool is_comment(const struct source *source, size_t offset)
{
    return starts_with(source->bytes.data + source_mark(source, offset), "<!");
}

static bool is_tag(const struct source *source, size_t offset)
{
    return source->bytes.data[offset] == '<';
}

/* Returns whether an element, and not only blanks, stands before the declaration. */
static bool is_second_file(const struct source *source, size_t offset)
{
    const char *first = strchr(source->bytes.data, '<');
    first = first && starts_with(first, "<?") ? strchr(first + 1, '<') : first;
    return first && (size_t)(first - source->bytes.data) < source_mark(source, offset);
}

static bool has_element(const struct source *source, size_t offset)
{
    const char *at = source->bytes.data + offset;
    while ((at = strchr(at, '<')) && !strchr(FIRST_LETTERS, at[1]))
        at++;
    return at && at[1];
}

#define ENDS_EARLY N_("the file ends in the middle of a tag"), N_("is the file whole?")

/* More exact messages where the file shows more; the first that holds. */
static const struct special {
    bool (*holds)(const struct source *source, size_t offset);
    struct saying saying;
} specials[] = {
    {is_at_end, {XML_ERR_ATTRIBUTE_NOT_STARTED, SPOT_HERE, ENDS_EARLY}},
    {is_at_end, {XML_ERR_ATTRIBUTE_NOT_FINISHED, SPOT_HERE, ENDS_EARLY}},
    {is_at_end, {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, SPOT_HERE, ENDS_EARLY}},
    {is_at_end, {XML_ERR_SPACE_REQUIRED, SPOT_HERE, ENDS_EARLY}},
    {is_at_end, {XML_ERR_GT_REQUIRED, SPOT_HERE, ENDS_EARLY}},
    {is_at_end, {XML_ERR_NAME_REQUIRED, SPOT_HERE, ENDS_EARLY}},
    {is_curly,
     {XML_ERR_ATTRIBUTE_NOT_STARTED, SPOT_HERE, N_("the quotation marks are curly"),
      N_("write straight ones, name=\"value\", in the whole file: word processors make them "
         "curly")}},
    {is_curly,
     {XML_ERR_STRING_NOT_STARTED, SPOT_HERE, N_("the quotation marks are curly"),
      N_("write straight ones, name=\"value\", in the whole file: word processors make them "
         "curly")}},
    {is_ampersand,
     {XML_ERR_NAME_REQUIRED, SPOT_MARK, N_("an ampersand cannot be written as it is"),
      N_("write &amp; for it")}},
    {is_comment,
     {XML_ERR_NAME_REQUIRED, SPOT_MARK, N_("<! begins nothing that is known"),
      N_("a comment begins with <!-- and ends with -->, with two hyphens each")}},
    {is_tag,
     {XML_ERR_DOCUMENT_END, SPOT_HERE, N_("a second root element begins here"),
      N_("a file has one root element, and everything is inside it; did two files come "
         "together?")}},
    {is_second_file,
     {XML_ERR_RESERVED_XML_NAME, SPOT_MARK, N_("a second XML file begins here"),
      N_("put it into a file of its own")}},
    {has_element,
     {XML_ERR_DOCUMENT_EMPTY, SPOT_HERE, N_("something stands before the first element"),
      N_("delete it: all text stands inside elements")}},
};

static const struct saying *find_saying(const struct source *source, size_t offset, int code)
{
    for (size_t i = 0; i < sizeof specials / sizeof *specials; i++)
        if (specials[i].saying.code == code && specials[i].holds(source, offset))
            return &specials[i].saying;
    for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++)
        if (sayings[i].code == code)
            return &sayings[i];
    return NULL;
}

static const char *or_empty(const char *string)
{
    return string ? string : "";
}

/* Returns a name for a message: libxml2 writes "unparsable" for an end tag that it can't read. */
static const char *readable(const char *name)
{
    return name && strcmp(name, "unparsable") == 0 ? "…" : or_empty(name);
}

/* Appends the name of the attribute whose sign or value stands at an offset. */
static void write_attribute(const struct source *source, size_t offset, struct buf *out)
{
    const char *bytes = source->bytes.data;
    while (offset && strchr(BLANK "=:\"'", bytes[offset - 1]))
        offset--;
    size_t end = offset;
    while (offset && !strchr(BLANK "<>=\"'", bytes[offset - 1]))
        offset--;
    buf_append(out, bytes + offset, end - offset);
}

static void write_name(const struct source *source, const struct fault *fault, char place,
                       struct buf *out)
{
    if (place == '1' && !fault->name)
        write_attribute(source, fault->offset, out);
    else
        buf_string(out, readable(place == '1'   ? fault->name
                                 : place == '2' ? fault->other
                                                : fault->next));
}

static void fill_in(const struct source *source, const char *message, const struct fault *fault,
                    struct buf *out)
{
    for (const char *c = message; *c; c++) {
        bool is_place = c[0] == '{' && c[1] >= '1' && c[1] <= '5' && c[2] == '}';
        if (!is_place) {
            buf_char(out, *c);
            continue;
        }
        if (c[1] == '3' || c[1] == '5')
            buf_printf(out, "%d", c[1] == '3' ? fault->began.line : fault->next_line);
        else
            write_name(source, fault, c[1], out);
        c += 2;
    }
}

/* Reports libxml2's sentence without the newline that ends it. */
static void say_as_libxml2(const struct fault *fault, struct diag_place place, struct diags *diags)
{
    const char *message = or_empty(fault->message);
    diag_add(diags, RULE_XML_WELL_FORMED, place, NULL, "%.*s", (int)strcspn(message, "\n"),
             message);
}

/* Returns the place to report; at the end of a file, after the last that isn't blank. */
static size_t spot_of(const struct source *source, size_t offset, enum spot spot)
{
    bool is_end = is_at_end(source, offset);
    while (is_end && offset && strchr(BLANK, source->bytes.data[offset - 1]))
        offset--;
    if (spot == SPOT_TAG && offset)
        return source_tag_start(source, offset - 1);
    return spot == SPOT_MARK ? source_mark(source, offset) : offset;
}

void fault_report(const struct source *source, const struct fault *fault, struct diags *diags)
{
    const struct saying *saying = find_saying(source, fault->offset, fault->code);
    struct diag_place place = source_place_of_mark(
        source, spot_of(source, fault->offset, saying ? saying->spot : SPOT_HERE));
    place.field = fault->field;
    if (!saying) {
        say_as_libxml2(fault, place, diags);
        return;
    }
    struct buf message = {0}, hint = {0};
    if (fault->code == FAULT_QUOTES_CURLY)
        buf_printf(&message,
                   ngettext("the quotation marks of %zu attribute are curly",
                            "the quotation marks of %zu attributes are curly", fault->count),
                   fault->count);
    else
        fill_in(source, _(saying->message), fault, &message);
    if (saying->hint)
        fill_in(source, _(saying->hint), fault, &hint);
    enum rule rule = fault->code == FAULT_DOCTYPE ? RULE_XML_DOCTYPE : RULE_XML_WELL_FORMED;
    diag_add(diags, rule, place, hint.data, "%s", message.data);
    diag_relate(diags, fault->began);
    buf_free(&message);
    buf_free(&hint);
}
