#include "base/rule.h"

#include "base/message.h"
#include "base/names.h"

#include <string.h>

static const struct rule_info rules[] = {
    /* files */
    {"file-missing", DIAG_ERROR, false, N_("A file that was named does not exist.")},
    {"file-kind", DIAG_ERROR, false,
     N_("Something that was named is not a plain file: a folder, a device, a pipe, a link out of "
        "its folder.")},
    {"file-format", DIAG_ERROR, false,
     N_("A file is a document of another program, such as Word or a browser.")},
    {"file-size", DIAG_ERROR, false, N_("A file is larger than what is read.")},
    {"file-read", DIAG_ERROR, false, N_("A file or folder cannot be read.")},
    {"file-crash", DIAG_FAILURE, false,
     N_("The process that read a file was ended by it: a library has a fault.")},
    {"file-write", DIAG_FAILURE, false, N_("A file cannot be written.")},
    {"project-file", DIAG_ERROR, false, N_("The project names a file that does not exist.")},
    {"project-path", DIAG_ERROR, false,
     N_("A file of the project is outside the project's folder.")},
    {"check-folder", DIAG_ERROR, false,
     N_("A folder is neither a project nor the folder of a project's answers.")},
    {"same-file", DIAG_ERROR, false,
     N_("Two documents would be written to the same file, or one in its own place.")},
    /* xml */
    {"xml-well-formed", DIAG_ERROR, false,
     N_("The file is not well-formed XML: a tag, a quotation mark or an entity is wrong.")},
    {"xml-encoding", DIAG_ERROR, false, N_("The file is not in UTF-8, or says that it is not.")},
    {"xml-doctype", DIAG_ERROR, false, N_("The file has a DOCTYPE declaration.")},
    {"xml-depth", DIAG_ERROR, false, N_("Too many elements inside each other.")},
    {"xml-attributes", DIAG_ERROR, false, N_("Too many attributes in one element.")},
    {"xml-length", DIAG_ERROR, false, N_("A text, tag or comment is too long.")},
    {"xml-elements", DIAG_ERROR, false, N_("Too many elements in one file.")},
    {"xml-errors", DIAG_ERROR, false, N_("So many errors that the rest are not told.")},
    {"xml-namespace", DIAG_ERROR, false,
     N_("The root element is not in the namespace urn:pykala:1.")},
    {"xml-root", DIAG_ERROR, false, N_("The root element is not one that the file can have.")},
    /* schema */
    {"xsd-element", DIAG_ERROR, false,
     N_("An element is unknown or does not belong where it stands.")},
    {"xsd-order", DIAG_ERROR, false,
     N_("An element stands in the wrong place among its siblings.")},
    {"xsd-repeated", DIAG_ERROR, false, N_("An element comes more often than it may.")},
    {"xsd-missing", DIAG_ERROR, false, N_("An element lacks an element that it must have.")},
    {"xsd-text", DIAG_ERROR, false, N_("Text stands where only elements may.")},
    {"xsd-attribute", DIAG_ERROR, false, N_("An element has an attribute that it may not have.")},
    {"xsd-attribute-missing", DIAG_ERROR, false,
     N_("An element lacks an attribute that it must have.")},
    {"xsd-type", DIAG_ERROR, false, N_("A value is not of the form that is allowed.")},
    {"xsd-key", DIAG_ERROR, false, N_("A value that must come once comes twice.")},
    {"xsd-keyref", DIAG_ERROR, false, N_("A reference names nothing that is in the file.")},
    {"xsd", DIAG_ERROR, false, N_("Another error of the schema, in the words of the XML library.")},
    /* project */
    {"rule-setting", DIAG_ERROR, false,
     N_("The project sets a rule that does not exist, or one that cannot be set.")},
    {"unknown-party", DIAG_ERROR, true,
     N_("A party that the register does not have is referred to.")},
    {"party-id", DIAG_ERROR, true,
     N_("The identifier of a party is a word that stands for a group.")},
    {"municipality-number", DIAG_ERROR, true,
     N_("A municipality lacks its official number, or a party that is none has one.")},
    {"paper-subject", DIAG_ERROR, false,
     N_("A paper is about something that the project does not have.")},
    {"paper-body", DIAG_ERROR, false,
     N_("A paper that is made once for the project is for a body, or for some parties only.")},
    {"paper-year", DIAG_ERROR, false, N_("A follow-up paper lacks its year.")},
    {"paper-answers", DIAG_ERROR, false,
     N_("A follow-up paper lacks the answers that it is made of.")},
    {"term-order", DIAG_ERROR, true, N_("A period ends before it begins.")},
    {"meeting-item", DIAG_ERROR, true, N_("A meeting has the number of an item but no date.")},
    {"meeting-twice", DIAG_ERROR, true, N_("A body has two meetings about the same matter.")},
    {"meeting-order", DIAG_ERROR, true,
     N_("A council decides before the board has made its proposal.")},
    {"meeting-after-term", DIAG_WARNING, true, N_("A body decides after the agreement has ended.")},
    {"text-missing", DIAG_ERROR, true, N_("An element that holds running text is empty.")},
    {"image-missing", DIAG_ERROR, false, N_("An image that is named does not exist.")},
    {"table-columns", DIAG_ERROR, false, N_("A table has more columns than a paper can have.")},
    {"list-depth", DIAG_ERROR, false, N_("Too many lists stand inside each other.")},
    {"theme-room", DIAG_ERROR, false, N_("A theme leaves no room for text.")},
    {"indicator-reporter", DIAG_ERROR, true,
     N_("An indicator of the region does not say who reports it.")},
    {"indicator-target", DIAG_ERROR, true,
     N_("A target has no limit, or is of a kind of indicator that has none.")},
    {"indicator-range", DIAG_ERROR, true, N_("A target ends below where it begins.")},
    /* statutes and language */
    {"statute-unknown", DIAG_WARNING, true,
     N_("A reference to an act or decree that the register of statutes does not have.")},
    {"statute-name", DIAG_WARNING, true, N_("The name of an act does not go with its number.")},
    {"form-case", DIAG_WARNING, true,
     N_("An inflected form in the register is in another case than the element it stands in.")},
    {"form-word", DIAG_WARNING, true, N_("An inflected form in the register is of another name.")},
    {"text-character", DIAG_ERROR, false,
     N_("A text has a character that the fonts of the papers do not have.")},
    {"text-marks", DIAG_ERROR, false,
     N_("A letter has more marks or invisible characters than a paper can show.")},
    {"prose-section-sign", DIAG_WARNING, true,
     N_("A section sign is not joined to its number by a no-break space.")},
    {"prose-range", DIAG_WARNING, true, N_("A hyphen stands for the en dash of a range.")},
    {"prose-quotes", DIAG_WARNING, true, N_("Straight quotation marks stand in the text.")},
    {"prose-spaces", DIAG_WARNING, true, N_("Several spaces follow each other.")},
    {"prose-date", DIAG_WARNING, true, N_("A date has leading zeros.")},
    {"prose-abbreviation", DIAG_WARNING, true,
     N_("An abbreviation that is meant for tables stands in the text.")},
    {"prose-spelling", DIAG_INFO, true, N_("A word that the Finnish dictionary does not know.")},
    /* follow-up */
    {"followup-form-only", DIAG_INFO, false,
     N_("The answers could not be compared with the project, only checked by themselves.")},
    {"followup-none", DIAG_ERROR, false,
     N_("The project has no folder of answers, no plan or no register.")},
    {"followup-unknown-party", DIAG_ERROR, true,
     N_("The answers are of a party that the register does not have.")},
    {"followup-file-name", DIAG_WARNING, true,
     N_("The name of a file of answers is not the identifier of its party.")},
    {"followup-folder", DIAG_ERROR, true,
     N_("A file of answers stands in the folder of another year.")},
    {"followup-year", DIAG_ERROR, true, N_("The project does not follow up the year.")},
    {"followup-after-deadline", DIAG_ERROR, true,
     N_("A date in the answers is later than the deadline.")},
    {"followup-plan", DIAG_ERROR, true,
     N_("The answers are on another plan, or on another version of it.")},
    {"followup-two-files", DIAG_ERROR, true, N_("A party has two files of answers in a year.")},
    {"followup-unknown-measure", DIAG_ERROR, true,
     N_("The answers are on a measure that the plan does not have.")},
    {"followup-answered-twice", DIAG_ERROR, true,
     N_("A measure or an indicator is answered twice.")},
    {"followup-unknown-indicator", DIAG_ERROR, true,
     N_("The answers are on an indicator that the measure does not have.")},
    {"followup-answer-kind", DIAG_ERROR, true,
     N_("An answer is not of the kind that the indicator asks for.")},
    {"followup-not-reporter", DIAG_ERROR, true,
     N_("A party answers an indicator that it is not to answer.")},
    {"followup-count", DIAG_ERROR, true,
     N_("A count is not a whole number, or is more than possible.")},
    {"followup-share", DIAG_ERROR, true,
     N_("A share is not what its parts make, or the part is more than the whole.")},
    {"followup-unit", DIAG_ERROR, true, N_("A value is in another unit than the indicator.")},
    /* templates and papers */
    {"paper-duplicate", DIAG_ERROR, false, N_("Two papers would have the same file.")},
    {"paper-unnamed", DIAG_ERROR, false,
     N_("A party lacks the name of a body that a paper is for.")},
    {"paper-template", DIAG_ERROR, false,
     N_("A paper names a template that does not exist, or makes no papers.")},
    {"paper-kind", DIAG_ERROR, false, N_("A paper is of a kind that its template does not make.")},
    {"paper-language", DIAG_ERROR, false,
     N_("A paper would be in a language that it has no texts in.")},
    {"template", DIAG_ERROR, false, N_("A template cannot be used.")},
    {"template-message", DIAG_WARNING, false, N_("A template has sent a message.")},
    {"page-attribute", DIAG_ERROR, false,
     N_("An attribute of a page document is unknown, missing or wrong.")},
    {"page-class", DIAG_ERROR, false, N_("A class of a page document is unknown.")},
    {"page-depth", DIAG_ERROR, false, N_("A page document is nested too deep.")},
    {"page-element", DIAG_ERROR, false,
     N_("An element of a page document is unknown or does not belong where it stands.")},
    {"page-heading", DIAG_ERROR, false, N_("The headings of a page document skip a level.")},
    {"page-id", DIAG_ERROR, false, N_("An id of a page document comes twice.")},
    {"page-link", DIAG_ERROR, false, N_("A link of a page document leads nowhere.")},
    {"page-text", DIAG_ERROR, false, N_("Text of a page document stands outside a paragraph.")},
    {"page-title", DIAG_ERROR, false, N_("A page document has no title.")},
    {"page-well-formed", DIAG_ERROR, false, N_("A page document is not well-formed XML.")},
    {"layout-chart-series", DIAG_ERROR, false, N_("A chart has more series than it can show.")},
    {"layout-image", DIAG_ERROR, false,
     N_("An image is neither PNG nor JPEG, or outside the folder that images may come from.")},
    {"layout-missing-character", DIAG_ERROR, false, N_("No font has a character of the text.")},
    {"layout-overfull", DIAG_WARNING, false, N_("A line is wider than its column.")},
    {"layout-too-long", DIAG_ERROR, false, N_("A document has more pages than a file can have.")},
    {"layout-too-tall", DIAG_ERROR, false, N_("Something is taller than a page.")},
    {"layout-too-wide", DIAG_ERROR, false, N_("A table has more columns than can be set.")},
    {"layout-torn", DIAG_INFO, false, N_("A page breaks where it should not.")},
    {"layout-unsettled", DIAG_WARNING, false, N_("The numbers of pages do not settle.")},
    {"image-broken", DIAG_ERROR, false, N_("An image file is broken.")},
    {"image-kind", DIAG_ERROR, false,
     N_("A JPEG image is not grey or RGB with 8 bits, Huffman coded.")},
    {"image-size", DIAG_ERROR, false, N_("An image is too large.")},
    {"pdf-limit", DIAG_ERROR, false, N_("A document goes beyond what PDF/A allows.")},
    /* the machine */
    {"installation", DIAG_FAILURE, false, N_("The program's own files are not where they belong.")},
    {"schema", DIAG_FAILURE, false, N_("The schema cannot be read.")},
    {"template-folder", DIAG_FAILURE, false, N_("The folder of templates cannot be read.")},
    {"font-missing", DIAG_FAILURE, false, N_("A font is not installed.")},
    {"font-unusable", DIAG_FAILURE, false, N_("A font cannot be used.")},
    {"font-subset", DIAG_FAILURE, false, N_("A font cannot be put into a file.")},
    {"dictionary-missing", DIAG_FAILURE, false, N_("A dictionary is not installed.")},
    {"pdf-destination", DIAG_FAILURE, false, N_("A destination in a PDF file cannot be made.")},
    {"pdf-library", DIAG_FAILURE, false, N_("The PDF library has failed.")},
    {"pdf-untagged", DIAG_FAILURE, false, N_("Something on a page has no tag.")},
    {"worker-died", DIAG_FAILURE, false,
     N_("A working process has ended before its work was done.")},
    {"paper-memory", DIAG_FAILURE, false,
     N_("A paper or page document needs more memory than it may have.")},
    {"paper-time", DIAG_FAILURE, false,
     N_("A paper or page document takes more time than it may have.")},
    {"check-memory", DIAG_FAILURE, false, N_("A check needs more memory than it may have.")},
    {"check-time", DIAG_FAILURE, false, N_("A check takes more time than it may have.")},
    {"worker-start", DIAG_FAILURE, false, N_("No working process can be started.")},
    {"watch", DIAG_FAILURE, false, N_("Files cannot be watched.")},
};
enum { RULES = sizeof rules / sizeof *rules };

size_t rule_count(void)
{
    return RULES;
}

const struct rule_info *rule_at(size_t index)
{
    return &rules[index];
}

const struct rule_info *rule_find(const char *id)
{
    for (size_t i = 0; i < RULES; i++)
        if (strcmp(rules[i].id, id) == 0)
            return &rules[i];
    return NULL;
}

const char *rule_nearest(const char *id)
{
    struct names names = {0};
    for (size_t i = 0; i < RULES; i++)
        if (rules[i].is_settable)
            names_add(&names, rules[i].id);
    const char *nearest = names_nearest(&names, id);
    names_free(&names);
    return nearest;
}
