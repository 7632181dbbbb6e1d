/* The verdicts on all files: the worst of them, and all for programs. */
#include "base/message.h"
#include "report/json_value.h"
#include "report/receipts.h"

const char *receipts_verdict_word(enum receipt_verdict verdict)
{
    switch (verdict) {
    case RECEIPT_UNCHECKED:
        return _("Not checked");
    case RECEIPT_UNCOMPARED:
        return _("Not compared");
    case RECEIPT_UNREAD:
        return _("Not read");
    case RECEIPT_MISSING:
        return _("Missing");
    case RECEIPT_REJECTED:
        return _("Rejected");
    case RECEIPT_REMARKS:
        return _("Accepted with remarks");
    case RECEIPT_ACCEPTED:
        return _("Accepted");
    }
    return "";
}

const char *receipts_advice(const struct receipt *receipt)
{
    switch (receipt->verdict) {
    case RECEIPT_UNCHECKED:
        return _("The file could not be checked, so nothing is known of it. What stopped the check "
                 "stands below. It need not be sent again because of that.");
    case RECEIPT_UNCOMPARED:
        return _("The answers could not be compared with the plan and the register of parties, so "
                 "it is not known whether they can be used. That is for the coordinator to mend; "
                 "the file need not be sent again because of it.");
    case RECEIPT_UNREAD:
        return _("Nobody has read what is in it: it is not a file of answers. Do what is said "
                 "below and send it again.");
    case RECEIPT_MISSING:
        return receipt->path ? _("Nobody has filled in anything, so the answers are still missing.")
                             : _("The file has not come.");
    case RECEIPT_REJECTED:
        return _("The file cannot be used as it is. Correct the errors below and send it again.");
    case RECEIPT_REMARKS:
        return receipt->count
                   ? _("The file can be used. Please look at the remarks below.")
                   : _("The file can be used. Remarks have been written into it (huomautus).");
    case RECEIPT_ACCEPTED:
        return _("The file can be used. Nothing has to be done.");
    }
    return "";
}

const char *receipts_verdict_name(enum receipt_verdict verdict)
{
    static const char *const names[RECEIPT_VERDICTS] = {
        [RECEIPT_UNCHECKED] = "unchecked", [RECEIPT_REJECTED] = "rejected",
        [RECEIPT_UNREAD] = "not-read",     [RECEIPT_UNCOMPARED] = "not-compared",
        [RECEIPT_MISSING] = "missing",     [RECEIPT_REMARKS] = "remarks",
        [RECEIPT_ACCEPTED] = "accepted",
    };
    return names[verdict];
}

/* Returns the verdict of diagnostics about no file, which have no receipt. */
static enum receipt_verdict verdict_of_homeless(const struct report_receipts *receipts)
{
    if (diags_at_least(receipts->diags, DIAG_FAILURE))
        return RECEIPT_UNCHECKED;
    if (diags_at_least(receipts->diags, DIAG_ERROR))
        return RECEIPT_REJECTED;
    return receipts->homeless ? RECEIPT_REMARKS : RECEIPT_ACCEPTED;
}

enum receipt_verdict receipts_worst(const struct report_receipts *receipts)
{
    enum receipt_verdict worst = verdict_of_homeless(receipts);
    for (size_t i = 0; i < receipts->count; i++)
        if (receipts->items[i].verdict < worst)
            worst = receipts->items[i].verdict;
    return worst;
}

/* Returns the questions that nobody has answered; NULL where it isn't known. */
static struct json_object *unanswered(const struct report_answers *answers)
{
    struct json_object *list = json_new_list();
    for (size_t i = 0; i < answers->count; i++) {
        const struct report_question *one = &answers->questions[i];
        if (one->answer)
            continue;
        struct json_object *object = json_new();
        json_add(object, "measure", json_text(one->measure_id));
        json_add(object, "indicator", json_text(one->indicator_id));
        json_add(object, "words", json_text(one->measure));
        json_add(object, "question", json_text(one->question));
        json_append(list, object);
    }
    return list;
}

static void add_answers(struct json_object *object, const struct report_answers *answers)
{
    bool is_known = answers && answers->is_known;
    json_add(object, "party", json_text(answers ? answers->party : NULL));
    json_add(object, "year", json_count(answers ? answers->year : 0));
    json_add(object, "deadline", json_text(answers ? answers->deadline : NULL));
    json_add(object, "asked", answers ? json_number((int)answers->count) : NULL);
    json_add(object, "answered", is_known ? json_number((int)answers->answered) : NULL);
    json_add(object, "unanswered", is_known ? unanswered(answers) : NULL);
}

static struct json_object *diagnostics(const struct diags *diags, size_t first, size_t count)
{
    struct json_object *list = json_new_list();
    for (size_t i = first; i < first + count; i++)
        json_append(list, json_diag(diags, i));
    return list;
}

static struct json_object *file_object(const void *context, size_t index)
{
    const struct report_receipts *receipts = context;
    const struct receipt *receipt = &receipts->items[index];
    struct json_object *object = json_new();
    json_add(object, "file", json_text(receipt->path));
    json_add(object, "verdict", json_text(receipts_verdict_name(receipt->verdict)));
    add_answers(object, receipt->answers);
    json_add(object, "size", receipt->digest ? json_number((int)receipt->size) : NULL);
    json_add(object, "sha256", json_text(receipt->digest));
    json_add(object, "diagnostics", diagnostics(receipts->diags, receipt->first, receipt->count));
    return object;
}

void report_verdict(const struct report_receipts *receipts, struct buf *out)
{
    struct json_object *object = json_new();
    json_add(object, "verdict", json_text(receipts_verdict_name(receipts_worst(receipts))));
    json_add(object, "files",
             json_new_each(&(struct json_each){
                 .count = receipts->count, .make = file_object, .context = receipts}));
    json_add(object, "diagnostics", diagnostics(receipts->diags, 0, receipts->homeless));
    json_write(object, out);
}
