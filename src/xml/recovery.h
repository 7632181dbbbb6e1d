// clang-format off
/*
 * Recovery: how a file that is not well formed was probably meant.
 *
 *   tokenizer.c   bytes → tokens, and the faults inside them     (tag.c: tags and their attributes;
 *                                                                 markup.c: comments and the like;
 *                                                                 angle.c: tags whose < is missing)
 *   balance.c     tokens → elements, and the tags that are missing or too many
 *   recover.c     reports the faults and makes the edits that both have found (recovery.c)
 *
 * It goes through the bytes once and through the tokens once. Whether a file is right as it stands
 * is libxml2's to say (parse.h): what is found here counts only where it is not.
 */
// clang-format on
#ifndef PYKALA_XML_RECOVERY_H
#define PYKALA_XML_RECOVERY_H

#include "base/arena.h"
#include "schema/model.h"
#include "xml/fault.h"
#include "xml/source.h"

#include <libxml/dict.h>

#include <stdint.h>

enum token_kind { TOKEN_TEXT, TOKEN_START, TOKEN_END, TOKEN_OTHER, TOKEN_DECLARATION };

/* A piece of the source. Offsets are in bytes. TOKEN_OTHER is a comment, a CDATA section or an
 * instruction; TOKEN_DECLARATION an XML declaration. */
struct token {
    enum token_kind kind;
    uint32_t start, end;
    const char *name; /* of a tag, as written; "" for none. Equal names are the same pointer */
    uint32_t first_attribute, attribute_count;
    uint32_t edit; /* 1 + the edit that closes a start tag without a >; or 0 */
    uint32_t
        fault; /* 1 + the fault of a start tag that may be text, and edit is that fault's; or 0 */
    bool is_empty;  /* ends with a slash */
    bool is_closed; /* ends with a > */
};

struct token_attribute {
    uint32_t name, name_size;
    uint32_t value, end; /* of the value: its first byte, and its closing mark */
};

/* The next place of a mark, for questions from places that only grow. */
struct recovery_search {
    size_t from, found; /* found is the size of the bytes for none */
    bool is_known;
};

struct recovery {
    const struct source *source;
    const char *bytes; /* the source's, with a NUL at the end */
    size_t size;
    struct models *models;
    struct arena *arena;
    xmlDictPtr names;

    struct token *tokens;
    size_t token_count, token_capacity;
    struct token_attribute *attributes;
    size_t attribute_count, attribute_capacity;
    size_t element_count;
    size_t *open; /* tokens of the elements that seem to be open, while tokens are read */
    size_t open_count, open_capacity;

    struct recovery_fault {
        struct fault fault;
        bool is_dropped;
        size_t first_edit, edit_count; /* its edits, among others'; or none */
    } * faults;
    size_t fault_count, fault_capacity;
    struct source_edit *edits; /* one without a text is dropped */
    size_t edit_count, edit_capacity;
    size_t curly, conflict;            /* 1 + the fault of all such places; or 0 */
    size_t conflict_from, conflict_to; /* the version that is left out, while tokens are read */

    bool has_doctype, is_cut; /* is_cut: the file ends in a tag */
    bool is_unsettled;        /* the next tags of their names decide on some tags (settle) */
    bool lacks_angles;        /* there are tags, known by their names, without a < */
    bool is_hopeless;         /* a DOCTYPE has no end: it isn't known where the root begins */
    bool is_too_long;         /* the tokens end early, at the limit of elements */
    bool is_over_limit;       /* whether it breaks a limit */
    enum rule limit;          /* the rule of that limit */
    size_t limit_at;
    struct recovery_search comment_end, comment_end_inside, comment_end_outside, comment_inside,
        comment_after, cdata_end, instruction_end, conflict_base, conflict_parting, conflict_end;
};

/* Reads the source's bytes once. Owned by the caller. */
struct recovery *recovery_new(const struct source *source, struct models *models);
void recovery_free(struct recovery *recovery);

/* Returns whether a text, a tag and its attributes keep the limits within which libxml2's time and
 * memory stay small. Reports it otherwise. */
bool recovery_keeps_limits(const struct recovery *recovery, struct diags *diags);

/* Reports the faults of the source's form, and mends its bytes (source_apply). Returns false when
 * it isn't known what was meant. */
bool recovery_apply(struct recovery *recovery, struct source *source, struct diags *diags);

/* --- recovery.c, for the files named above --- */

/* Returns whether no more faults are mended: then the parser sees the tokens as they are. */
enum { RECOVERY_FAULTS = 200 };
bool recovery_is_full(const struct recovery *recovery);

/* Adds a fault, and an edit that mends it; text is kept. A full recovery takes only a DOCTYPE.
 * Returns 1 + the index of the fault, or 0. */
size_t recovery_fault(struct recovery *recovery, struct fault fault, size_t at, size_t removed,
                      const char *text);

/* Add an edit that is not reported by itself, and a further edit of a fault (1 + its index). */
void recovery_edit(struct recovery *recovery, size_t at, size_t removed, const char *text);
void recovery_edit_more(struct recovery *recovery, size_t fault, size_t at, size_t removed,
                        const char *text);

/* Does the same for a fault that has only a code, an offset and a name. */
size_t recovery_mend(struct recovery *recovery, int code, size_t offset, const char *name,
                     size_t at, size_t removed, const char *text);

/* Do the same with spaces for the bytes; lines stay as they are. */
size_t recovery_fault_blank(struct recovery *recovery, struct fault fault, size_t from, size_t to);
size_t recovery_mend_blank(struct recovery *recovery, int code, size_t offset, const char *name,
                           size_t from, size_t to);
void recovery_blank(struct recovery *recovery, size_t from, size_t to);

/* Drops all faults and edits in a stretch of bytes but a DOCTYPE's. */
void recovery_drop(struct recovery *recovery, size_t from, size_t to);

/* Returns a name in the recovery's memory: the same pointer for the same name. */
const char *recovery_name(struct recovery *recovery, size_t at, size_t size);

/* Returns the offset of the mark's next place from an offset on; the size where there is none. */
size_t recovery_find(struct recovery *recovery, struct recovery_search *search, size_t at,
                     const char *mark);

/* Returns the model of an element's name, which may have a prefix. */
const struct model *recovery_model(const struct recovery *recovery, const char *name);

/* Returns whether the schema knows an element of the name. */
bool recovery_knows(const struct recovery *recovery, const char *name);

/* Returns the name of the innermost element that seems to be open, or NULL. */
const char *recovery_open(const struct recovery *recovery);

/* Open the element of a start tag; close the innermost open one of the name with those in it. */
void recovery_open_element(struct recovery *recovery, size_t token);
void recovery_close_element(struct recovery *recovery, const char *name);

/* Adds a token and returns it; valid until the next one is added. */
struct token *token_add(struct recovery *recovery, enum token_kind kind, size_t start, size_t end);

/* --- character.c --- */

/* Finds faults of characters and references in a stretch of text or of a value. */
void character_check(struct recovery *recovery, size_t from, size_t to, bool is_value);

/* Does the same in comments, CDATA sections and instructions, where & and ]]> are nothing special.
 */
void character_check_all(struct recovery *recovery, size_t from, size_t to);

/* Returns the size of the character at text when XML does not allow it, or 0. */
size_t character_forbidden(const char *text);

/* Returns whether a word processor's curly quotation mark stands at text. */
bool character_is_curly(const char *text);

/* Returns how many bytes of a name stand at text. */
size_t character_name_size(const char *text);

bool character_is_name(char c);
bool character_begins_name(char c);
bool character_is_blank(char c);

/* Returns the offset of the first byte from an offset on that isn't blank. */
size_t character_skip(const struct recovery *recovery, size_t at);

/* --- tokenizer.c --- */

void tokenizer_run(struct recovery *recovery);

/* --- tag.c: return the offset after what they have read --- */

/* Reads a start tag at start, whose name begins at name. */
size_t tag_read_start(struct recovery *recovery, size_t start, size_t name);

/* Reads an end tag; name is the offset after its slash. */
size_t tag_read_end(struct recovery *recovery, size_t start, size_t name);

/* --- attribute.c --- */

/* Reads the attributes of a start tag whose name is at an offset, and sets the token's end. Returns
 * false when the file ends in the tag. */
bool attribute_read_all(struct recovery *recovery, struct token *token, size_t name);

/* Makes a curly quotation mark before or after a value straight, reported with all others of the
 * file. */
void attribute_straighten(struct recovery *recovery, size_t at, bool is_first);

/* --- markup.c --- */

size_t markup_read_comment(struct recovery *recovery, size_t start);
size_t markup_read_cdata(struct recovery *recovery, size_t start);
size_t markup_read_instruction(struct recovery *recovery, size_t start);
size_t markup_read_declaration(struct recovery *recovery, size_t start); /* <! */

/* --- angle.c --- */

/* Returns where the tag whose > is at end lacks its <, in the text from an offset on; end for none.
 * *is_certain is whether more than a name shows the tag. */
size_t angle_find_missing(const struct recovery *recovery, size_t from, size_t end,
                          bool *is_certain);

/* --- balance.c --- */

void balance_run(struct recovery *recovery);

#endif
