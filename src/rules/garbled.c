/* Reports texts that were garbled on their way, once each, with the changes that mend them. */
#include "base/garbled.h"

#include "base/message.h"
#include "rules/rules_private.h"

#include <string.h>

enum { EDITS = 100, SHOWN = 40 /* bytes of what is garbled, in a message */ };

/* Appends what was meant as it is written in XML, where it may stand in a CDATA section. */
static void write_escaped(const char *meant, bool is_cdata, struct buf *out)
{
    for (const char *at = meant; *at; at++) {
        if (*at == '&' && !is_cdata)
            buf_string(out, "&amp;");
        else if (*at == '<' && !is_cdata)
            buf_string(out, "&lt;");
        else
            buf_char(out, *at);
    }
}

/* Adds to the finding the changes that mend the whole text; none when it isn't known what some of
 * it was. They are certain when all are. */
static void add_edits(const struct xml_text *text, struct diags *diags)
{
    struct {
        struct buf meant;
        size_t at, size;
    } edits[EDITS] = {0};
    size_t count = 0;
    bool is_known = !text->attribute, is_certain = true;
    bool is_cdata = text->node->type == XML_CDATA_SECTION_NODE;
    for (size_t at = 0, size; is_known; at += size) {
        struct buf meant = {0};
        enum garbled kind = garbled_next(text->content, &at, &size, &meant);
        if (kind == GARBLED_NONE)
            break;
        is_certain &= garbled_is_certain(kind, text->content, at, size);
        is_known = meant.size && count < EDITS;
        if (is_known) {
            edits[count].at = at;
            edits[count].size = size;
            write_escaped(meant.data, is_cdata, &edits[count++].meant);
        }
        buf_free(&meant);
    }
    for (size_t i = 0; i < count; i++) {
        if (is_known)
            diag_edit(diags, xml_place_in_text(text, edits[i].at, edits[i].size),
                      edits[i].meant.data);
        buf_free(&edits[i].meant);
    }
    if (is_known && is_certain)
        diag_certain(diags);
}

bool rules_report_garbled(const struct xml_text *text, struct diags *diags)
{
    struct buf meant = {0}, shown = {0}, hint = {0};
    size_t at = 0, size;
    enum garbled kind = garbled_next(text->content, &at, &size, &meant);
    bool is_wanted = kind != GARBLED_NONE && diags_want(diags, RULE_TEXT_BROKEN);
    if (is_wanted) {
        buf_clipped(&shown, text->content + at, size, SHOWN);
        if (meant.size)
            buf_printf(&hint, _("did you mean %s?"), meant.data);
        else
            buf_string(&hint, _("write again what was there"));
        diag_add(diags, RULE_TEXT_BROKEN, xml_place_in_text(text, at, size), hint.data,
                 _("the text is garbled at \"%s\": %s"), shown.data, garbled_words(kind));
        add_edits(text, diags);
    }
    buf_free(&meant);
    buf_free(&shown);
    buf_free(&hint);
    return is_wanted;
}

bool rules_is_text_sound(const struct xml_text *text)
{
    return text->attribute ? xml_is_sound(text->node) : xml_is_sound_inside(text->node->parent);
}

static bool is_garbled(const struct xml_text *text)
{
    struct buf meant = {0};
    size_t at = 0, size;
    bool is_garbled = garbled_next(text->content, &at, &size, &meant) != GARBLED_NONE;
    buf_free(&meant);
    return is_garbled;
}

/* Whether a text is sound is asked last: it takes a walk through all that its element holds. */
void rules_check_garbled(const struct input_document *document, struct diags *diags)
{
    struct xml_text text = {0};
    size_t told = 0;
    while (told < RULES_TEXT_FINDINGS && xml_next_text(document->xml, &text))
        if (is_garbled(&text) && rules_is_text_sound(&text))
            told += rules_report_garbled(&text, diags);
}
