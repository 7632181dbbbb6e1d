#include "pdf/metadata.h"

#include "pdf/profile.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char creator_tool[] = "pykala";

/* --- The time of making: SOURCE_DATE_EPOCH, never the clock's --- */

struct moment {
    bool known;
    int year, month, day, hour, minute, second;
};

/* Returns the time of making where the environment gives it. */
static struct moment find_moment(void)
{
    const char *seconds = getenv("SOURCE_DATE_EPOCH");
    struct moment moment = {0};
    char *end;
    time_t time = seconds && *seconds ? (time_t)strtoll(seconds, &end, 10) : -1;
    struct tm tm;
    if (time < 0 || *end || !gmtime_r(&time, &tm))
        return moment;
    return (struct moment){true,       tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday,
                           tm.tm_hour, tm.tm_min,         tm.tm_sec};
}

/* --- Info --- */

static void write_info_date(struct buf *out, const char *key, const struct moment *at)
{
    if (at->known)
        buf_printf(out, "/%s(D:%04d%02d%02d%02d%02d%02dZ)", key, at->year, at->month, at->day,
                   at->hour, at->minute, at->second);
}

/* Writes the Info dictionary, which has libharu's Producer already. */
static void write_info(const struct pdf_file *file, const struct moment *at)
{
    const struct page_document *document = file->document;
    struct buf body = {0};
    pdf_write_text_entry(&body, "Title", document->title);
    pdf_write_text_entry(&body, "Author", document->author);
    pdf_write_text_entry(&body, "Subject", document->description);
    pdf_write_text_entry(&body, "Keywords", document->keywords);
    pdf_write_text_entry(&body, "Creator", creator_tool);
    write_info_date(&body, "CreationDate", at);
    write_info_date(&body, "ModDate", at);
    pdf_object_body(&file->objects, file->objects.haru->info, &body);
    buf_free(&body);
}

/* --- XMP (ISO 16684-1) --- */

static void write_escaped(struct buf *out, const char *text)
{
    for (const char *end = text + strlen(text); text < end;) {
        uint32_t character = pdf_next_character(&text, end);
        if (character == '&')
            buf_string(out, "&amp;");
        else if (character == '<')
            buf_string(out, "&lt;");
        else if (character == '>')
            buf_string(out, "&gt;");
        else if (character < ' ')
            buf_char(out, ' ');
        else
            buf_codepoint(out, character);
    }
}

/* Writes one property, or nothing where text is NULL. before and after stand around the text. */
static void write_property(struct buf *out, const char *name, const char *before, const char *text,
                           const char *after)
{
    if (!text)
        return;
    buf_printf(out, "<%s>%s", name, before);
    write_escaped(out, text);
    buf_printf(out, "%s</%s>\n", after, name);
}

static void write_xmp_date(struct buf *out, const char *name, const struct moment *at)
{
    if (at->known)
        buf_printf(out, "<%s>%04d-%02d-%02dT%02d:%02d:%02dZ</%s>\n", name, at->year, at->month,
                   at->day, at->hour, at->minute, at->second, name);
}

static const char packet_begin[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n";

/* PDF/A wants a schema that it does not know, such as PDF/UA's, described (6.6.2.3). */
static const char packet_end[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 followed</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";

static void write_properties(const struct pdf_file *file, const struct moment *at, struct buf *out)
{
    static const char alternative[] = "<rdf:Alt><rdf:li xml:lang=\"x-default\">";
    static const char alternative_end[] = "</rdf:li></rdf:Alt>";
    const struct page_document *document = file->document;
    write_property(out, "dc:title", alternative, document->title, alternative_end);
    write_property(out, "dc:creator", "<rdf:Seq><rdf:li>", document->author, "</rdf:li></rdf:Seq>");
    write_property(out, "dc:publisher", "<rdf:Bag><rdf:li>", document->author,
                   "</rdf:li></rdf:Bag>");
    write_property(out, "dc:description", alternative, document->description, alternative_end);
    write_property(out, "dc:identifier", "", document->record_number, "");
    write_property(out, "dc:date", "<rdf:Seq><rdf:li>", document->date, "</rdf:li></rdf:Seq>");
    write_property(out, "dc:rights", alternative, document->publicity, alternative_end);
    write_property(out, "dc:language", "<rdf:Bag><rdf:li>", document->lang, "</rdf:li></rdf:Bag>");
    write_property(out, "pdf:Keywords", "", document->keywords, "");
    write_property(out, "pdf:Producer", "",
                   HPDF_GetInfoAttr(file->objects.haru, HPDF_INFO_PRODUCER), "");
    write_property(out, "xmp:CreatorTool", "", creator_tool, "");
    write_xmp_date(out, "xmp:CreateDate", at);
    write_xmp_date(out, "xmp:ModifyDate", at);
}

/* Makes the XMP packet a stream of plain text, so that archives find it without a PDF reader. */
static HPDF_Dict xmp_stream(const struct pdf_file *file, const struct moment *at)
{
    struct buf packet = {0}, body = {0};
    buf_string(&packet, packet_begin);
    write_properties(file, at, &packet);
    buf_string(&packet, packet_end);
    HPDF_Dict stream = pdf_object_new(&file->objects);
    buf_string(&body, "/Type/Metadata/Subtype/XML");
    pdf_object_stream(&file->objects, stream, &body, packet.data, packet.size, PDF_PLAIN);
    buf_free(&packet);
    buf_free(&body);
    return stream;
}

/* --- Output intent --- */

static void write_intent(const struct pdf_file *file, struct buf *catalog)
{
    struct buf profile = {0}, body = {0};
    pdf_profile_write(&profile);
    buf_string(&body, "/N 3");
    HPDF_Dict stream = pdf_object_new(&file->objects);
    pdf_object_stream(&file->objects, stream, &body, profile.data, profile.size, PDF_DEFLATE);
    buf_free(&profile);
    buf_free(&body);
    buf_string(catalog, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                        "/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
                        "/DestOutputProfile");
    pdf_write_reference(catalog, stream);
    buf_string(catalog, ">>]");
}

void pdf_metadata_write(const struct pdf_file *file, struct buf *catalog)
{
    struct moment at = find_moment();
    write_info(file, &at);
    buf_string(catalog, "/Metadata");
    pdf_write_reference(catalog, xmp_stream(file, &at));
    write_intent(file, catalog);
}
