#include "template/capture.h"

#include "agenda/agenda.h"
#include "base/blank.h"
#include "base/memory.h"
#include "base/message.h"
#include "template/blame.h"
#include "template/missing.h"

#include <libxml/uri.h>
#include <libxslt/xsltutils.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void tidy(struct buf *text)
{
    if (text->data)
        text->size = blank_collapse(text->data);
}

/* Sets the place's file from a URI, as libxml2 names files. */
static void set_file(struct capture *capture, const char *uri)
{
    char *path = xmlURIUnescapeString(uri, 0, NULL);
    buf_clear(&capture->file);
    buf_string(&capture->file, path ? path : uri);
    xmlFree(path);
}

static const xmlNode *instruction(const struct capture *capture)
{
    return capture->run ? capture->run->inst : NULL;
}

/* Returns the place of the next message: the reported one, else that of the instruction that runs.
 */
static struct diag_place take_place(struct capture *capture)
{
    const xmlNode *at = instruction(capture);
    if (capture->file.size == 0 && at && at->doc->URL) {
        set_file(capture, (const char *)at->doc->URL);
        capture->line = (int)xmlGetLineNo(at);
    }
    if (capture->file.size == 0)
        return (struct diag_place){.file = capture->sheet};
    return blame_place(capture,
                       (struct diag_place){.file = capture->file.data, .line = capture->line});
}

static void forget(struct capture *capture)
{
    buf_clear(&capture->file);
    buf_clear(&capture->detail);
    capture->line = 0;
}

/* Adds a message without its full stop, and the detail. */
static void add_error(struct capture *capture, const char *message)
{
    size_t size = strlen(message);
    if (size > 0 && message[size - 1] == '.')
        size--;
    struct buf text = {0};
    buf_append(&text, message, size);
    if (capture->detail.size > 0)
        buf_printf(&text, ": %s", capture->detail.data);
    diag_add(capture->diags, RULE_TEMPLATE, take_place(capture), NULL, "%s",
             text.data ? text.data : "");
    buf_free(&text);
}

bool capture_fail(struct capture *capture, const char *message)
{
    add_error(capture, message);
    capture->failed = true;
    forget(capture);
    return false;
}

bool capture_fail_at(struct capture *capture, const char *file, int line, const char *message)
{
    buf_clear(&capture->file);
    buf_string(&capture->file, file);
    capture->line = line;
    return capture_fail(capture, message);
}

/* Returns the element of the data whose tunnus is the first size bytes of id. */
static xmlNodePtr find_element(xmlNodePtr node, const char *id, size_t size)
{
    for (; node; node = node->next) {
        const char *own = node->type == XML_ELEMENT_NODE ? xml_attribute(node, "tunnus") : NULL;
        if (own && strlen(own) == size && memcmp(own, id, size) == 0)
            return node;
        xmlNodePtr below =
            node->type == XML_ELEMENT_NODE ? find_element(node->children, id, size) : NULL;
        if (below)
            return below;
    }
    return NULL;
}

/* Removes "#ID " from a message that has more text, and returns the element of the input with that
 * id; NULL: there is none. */
static const xmlNode *take_subject(const struct capture *capture, const char **text)
{
    size_t id = **text == '#' ? strcspn(*text, " ") : 0;
    const xmlNode *about =
        id > 1 ? find_element(xmlDocGetRootElement(capture->data), *text + 1, id - 1) : NULL;
    const char *rest = *text + id + strspn(*text + id, " ");
    if (about && *rest)
        *text = rest;
    return about;
}

/* Splits a message about an element of the input at " | ", behind which stands the hint; that a
 * shipped template's data is missing is said in the user's language. */
static struct missing words_of(struct capture *capture, const char *text, bool is_about)
{
    static const char separator[] = " | ";
    struct missing words = {.message = text};
    const char *hint = is_about ? strstr(text, separator) : NULL;
    if (!is_about || missing_read(text, capture->arena, &words) || !hint)
        return words;
    return (struct missing){.message = arena_strndup(capture->arena, text, (size_t)(hint - text)),
                            .hint = hint + strlen(separator)};
}

/* Reports an xsl:message. One that begins "#ID " is about that element of the input. */
static void report_message(struct capture *capture, const char *text)
{
    xmlChar *ends = xmlGetNoNsProp(instruction(capture), (const xmlChar *)"terminate");
    bool error = ends && strcmp((const char *)ends, "yes") == 0;
    xmlFree(ends);
    struct diag_place place = take_place(capture);
    const xmlNode *about = take_subject(capture, &text);
    const struct missing words = words_of(capture, text, about != NULL);
    diag_add_as(capture->diags, error ? DIAG_ERROR : DIAG_WARNING, RULE_TEMPLATE_MESSAGE,
                about ? agenda_place(about) : place, words.hint, "%s", words.message);
    capture->failed = capture->failed || error;
    forget(capture);
}

/* Takes the place from a piece such as "runtime error: file F line N element E", which libxslt
 * writes before the message; false for another piece. The format identifies it, since a template's
 * own message may read the same. */
static bool take_context(struct capture *capture, const char *format, va_list arguments)
{
    static const char file_format[] = "%s: file %s", line_format[] = " line %d";
    if (strncmp(format, file_format, strlen(file_format)) != 0)
        return strcmp(format, "%s\n") == 0 || strcmp(format, "%s: element %s\n") == 0;
    (void)va_arg(arguments, const char *); /* "runtime error" */
    set_file(capture, va_arg(arguments, const char *));
    format += strlen(file_format);
    capture->line =
        strncmp(format, line_format, strlen(line_format)) == 0 ? va_arg(arguments, int) : 0;
    return true;
}

static bool is_message(const xmlNode *at)
{
    return at && at->ns && strcmp((const char *)at->name, "message") == 0 &&
           xmlStrEqual(at->ns->href, XSLT_NAMESPACE);
}

/* Returns whether an error follows from another. In a run only the first counts: the rest, such as
 * the stack of templates and variables, follows. While compiling, each error with a place counts,
 * but not that a template could not be loaded when the loader has reported why. */
static bool follows_from_another(struct capture *capture)
{
    bool told = capture->told;
    capture->told = false;
    return capture->failed && (capture->run || capture->file.size == 0 || told);
}

static void take_piece(struct capture *capture, const char *piece)
{
    if (!*piece)
        return;
    if (capture->file.size == 0 && is_message(instruction(capture)))
        report_message(capture, piece);
    else if (follows_from_another(capture))
        forget(capture);
    else
        capture_fail(capture, piece);
}

__attribute__((format(printf, 2, 3))) static void on_xslt(void *context, const char *format, ...)
{
    va_list arguments, again;
    struct buf piece = {0};
    va_start(arguments, format);
    va_copy(again, arguments);
    if (!take_context(context, format, arguments)) {
        buf_vprintf(&piece, format, again);
        tidy(&piece);
    }
    va_end(again);
    va_end(arguments);
    if (piece.size > 0)
        take_piece(context, piece.data);
    buf_free(&piece);
}

/* Returns whether the detail has all that can be shown: an expression in a loop repeats it. */
static bool is_full(const struct capture *capture)
{
    return capture->detail.size >= DIAG_LONGEST;
}

/* Collects XPath's own words, which come before libxslt's with the place. */
__attribute__((format(printf, 2, 3))) static void on_xml(void *context, const char *format, ...)
{
    struct capture *capture = context;
    va_list arguments;
    if (is_full(capture))
        return;
    va_start(arguments, format);
    buf_vprintf(&capture->detail, format, arguments);
    va_end(arguments);
    tidy(&capture->detail);
}

static void add_detail(struct capture *capture, const xmlError *error)
{
    if (is_full(capture))
        return;
    if (capture->detail.size > 0)
        buf_string(&capture->detail, ": ");
    buf_string(&capture->detail, error->message);
    tidy(&capture->detail);
    if (!error->str1)
        return;
    buf_string(&capture->detail, " (");
    buf_clipped(&capture->detail, error->str1, strlen(error->str1), DIAG_LONGEST);
    buf_char(&capture->detail, ')');
}

void capture_error(struct capture *capture, const xmlError *error)
{
    if (!error->message || error->level == XML_ERR_WARNING)
        return;
    if (error->domain == XML_FROM_XPATH) {
        add_detail(capture, error);
        return;
    }
    struct buf text = {0};
    buf_string(&text, error->message);
    tidy(&text);
    if (error->file) {
        set_file(capture, error->file);
        capture->line = error->line;
    }
    capture_fail(capture, text.size > 0 ? text.data : "");
    buf_free(&text);
}

static void on_structured(void *context, xml_error error)
{
    capture_error(context, error);
}

void capture_begin(struct capture *capture)
{
    capture->arena = arena_new();
    capture->xml_structured = xmlStructuredError;
    capture->xml_structured_context = xmlStructuredErrorContext;
    capture->xml_generic = xmlGenericError;
    capture->xml_generic_context = xmlGenericErrorContext;
    capture->xslt_generic = xsltGenericError;
    capture->xslt_generic_context = xsltGenericErrorContext;
    xmlSetStructuredErrorFunc(capture, on_structured);
    xmlSetGenericErrorFunc(capture, on_xml);
    xsltSetGenericErrorFunc(capture, on_xslt);
}

void capture_run(struct capture *capture, xsltTransformContextPtr run)
{
    capture->run = run;
    xsltSetTransformErrorFunc(run, capture, on_xslt);
}

void capture_end(struct capture *capture)
{
    if (capture->detail.size > 0 && !capture->failed)
        capture_fail(capture, _("an expression of the template could not be evaluated"));
    xsltSetGenericErrorFunc(capture->xslt_generic_context, capture->xslt_generic);
    xmlSetGenericErrorFunc(capture->xml_generic_context, capture->xml_generic);
    xmlSetStructuredErrorFunc(capture->xml_structured_context, capture->xml_structured);
    buf_free(&capture->file);
    buf_free(&capture->detail);
    names_free(&capture->seen);
    arena_free(capture->arena);
}
