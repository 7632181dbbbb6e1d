/* Builds the summary of a year as an XML tree, of which CSV and JSON are made. */
#include "base/calendar.h"
#include "base/memory.h"
#include "followup/direction.h"
#include "followup/followup_private.h"
#include "followup/tally.h"

#include <stdlib.h>

static const char *const targets[] = {
    [TARGET_NONE] = NULL,
    [TARGET_BELOW] = "alle",
    [TARGET_REACHED] = "saavutettu",
    [TARGET_ABOVE] = "yli",
};

static const char *const directions[DIRECTIONS] = {
    [DIRECTION_BETTER] = "parani", [DIRECTION_WORSE] = "heikkeni"};

/* In the order of enum followup_state. */
static const char *const states[] = {
    [FOLLOWUP_MISSING] = "puuttuu",     [FOLLOWUP_UNREAD] = "puuttuu",
    [FOLLOWUP_REJECTED] = "hylatty",    [FOLLOWUP_REMARKS] = "huomautuksin",
    [FOLLOWUP_ACCEPTED] = "hyvaksytty",
};

static xmlNodePtr add(xmlNodePtr parent, const char *name)
{
    xmlNodePtr node = xmlNewDocNode(parent->doc, parent->ns, (const xmlChar *)name, NULL);
    if (!node)
        memory_exhausted();
    return xmlAddChild(parent, node);
}

static void set(xmlNodePtr node, const char *name, const char *value)
{
    if (value && !xmlNewProp(node, (const xmlChar *)name, (const xmlChar *)value))
        memory_exhausted();
}

static void set_number(xmlNodePtr node, const char *name, int64_t value)
{
    struct buf text = {0};
    decimal_write(value, &text);
    set(node, name, text.data);
    buf_free(&text);
}

static void set_count(xmlNodePtr node, const char *name, size_t count)
{
    set_number(node, name, (int64_t)count * DECIMAL_UNIT);
}

static void set_decimal(xmlNodePtr node, const char *name, struct decimal decimal)
{
    if (decimal.is_given)
        set_number(node, name, decimal.value);
}

/* Sets the line and the cell, as far as there are any. */
static void set_place(xmlNodePtr node, struct followup_place place)
{
    if (place.line > 0)
        set_count(node, "rivi", (size_t)place.line);
    set(node, "solu", place.cell);
}

static void add_text(xmlNodePtr parent, const char *name, const char *text)
{
    if (!text)
        return;
    xmlNodePtr node = add(parent, name);
    xmlNodePtr content = xmlNewDocText(node->doc, (const xmlChar *)text);
    if (!content)
        memory_exhausted();
    xmlAddChild(node, content);
}

static bool is_accepted(const struct followup_submission *submission)
{
    return submission->state >= FOLLOWUP_REMARKS;
}

/* What a summary is made from and for whom. */
struct summary {
    const struct followup *followup;
    const struct followup_year *year;
    bool is_public; /* without what is for the coordinator alone */
};

static void add_party_state(xmlNodePtr root, const struct summary *summary, size_t party)
{
    const struct followup_submission *submission = &summary->year->submissions[party];
    xmlNodePtr node = add(root, "osapuolitilanne");
    set(node, "osapuoli", summary->followup->parties[party].id);
    set(node, "tila", states[submission->state]);
    set(node, "paivays", submission->date);
    set(node, "myohassa", submission->is_late ? "true" : NULL);
    set(node, "vastaaja", submission->respondent);
    set(node, "tiedosto", submission->file);
}

/* Returns whether a remark, which may be NULL, stands in the summary. */
static bool shows(const struct summary *summary, const char *remark, bool is_secret)
{
    return remark && !(is_secret && summary->is_public);
}

/* Sets the party's status of the year before, where it was a party then and the plan had the
 * measure, and which way it has gone since. */
static void set_previous_status(xmlNodePtr node, const struct summary *summary, size_t party,
                                size_t measure)
{
    const struct followup_year *year = summary->year;
    const struct followup_year *before = tally_year_before(summary->followup, year);
    if (!before || !followup_is_bound(summary->followup, before->year, party))
        return;
    ptrdiff_t same =
        lookup_find(&before->version->measure_index, year->version->measures[measure].id);
    if (same == LOOKUP_NONE)
        return;
    enum followup_status then = tally_status(before, party, (size_t)same);
    set(node, "edellinen", followup_statuses[then]);
    set(node, "suunta", directions[direction_of_status(then, tally_status(year, party, measure))]);
}

static void add_party_status(xmlNodePtr parent, const struct summary *summary, size_t party,
                             size_t measure)
{
    const struct followup *followup = summary->followup;
    const struct followup_year *year = summary->year;
    const struct followup_submission *submission = &year->submissions[party];
    xmlNodePtr node = add(parent, "osapuolentila");
    set(node, "osapuoli", followup->parties[party].id);
    set(node, "tila", followup_statuses[tally_status(year, party, measure)]);
    set_previous_status(node, summary, party, measure);
    const struct followup_measure_answer *answer =
        submission->measures ? &submission->measures[measure] : NULL;
    if (!answer || (!answer->place.line && !answer->place.cell))
        return;
    set(node, "tiedosto", submission->file);
    set_place(node, answer->place);
    for (size_t i = 0; i < answer->people.count; i++)
        add_text(node, "vastuuhenkilo", answer->people.items[i]);
    if (!shows(summary, answer->remark, answer->is_remark_secret))
        return;
    add_text(node, "huomautus", answer->remark);
    set(node->last, "julkinen", answer->is_remark_secret ? "ei" : NULL);
}

/* Returns whether the answer is that the thing is done. */
static bool is_done(const struct followup_answer *answer)
{
    return answer->word == WORD_YES || answer->word == WORD_DONE;
}

/* Sets by how many days a thing was done late, or that it has not been done though its day has
 * passed. */
static void set_lateness(xmlNodePtr node, const struct followup_year *year,
                         const struct followup_answer *answer,
                         const struct followup_indicator *indicator)
{
    const char *deadline = indicator->deadline;
    bool is_over = deadline && followup_year_number(deadline) <= year->year;
    if (is_over && !is_done(answer) && answer->word != WORD_NOT_APPLICABLE)
        set(node, "maaraaikaOhi", "true");
    int days = deadline && is_done(answer) && answer->date
                   ? calendar_days_between(deadline, answer->date)
                   : 0;
    if (days > 0)
        set_count(node, "myohassaPaivia", (size_t)days);
}

/* Sets last year's answer, where the party was asked last year, and which way it has gone since. */
static void set_previous(xmlNodePtr node, const struct followup *followup,
                         const struct followup_year *year, size_t party,
                         const struct followup_indicator *indicator)
{
    const struct followup_year *before = tally_year_before(followup, year);
    const struct followup_indicator *own = before ? followup_indicator_in(indicator, before) : NULL;
    if (!own || !followup_expects(followup, before->year, party, own))
        return;
    const struct followup_answer *answer = tally_answer(followup, before, party, own);
    set(node, "edellinen", followup_words[answer->word]);
    if (answer->word == WORD_VALUE)
        set_number(node, "edellinenArvo", answer->value);
    const struct followup_answer *now = tally_answer(followup, year, party, indicator);
    set(node, "suunta", directions[direction_of_answer(indicator, answer, now)]);
}

static void add_party_answer(xmlNodePtr parent, const struct summary *summary, size_t party,
                             const struct followup_indicator *indicator)
{
    const struct followup *followup = summary->followup;
    const struct followup_year *year = summary->year;
    const struct followup_answer *answer = tally_answer(followup, year, party, indicator);
    xmlNodePtr node = add(parent, "osapuolenvastaus");
    set(node, "osapuoli", followup->parties[party].id);
    set(node, "vastaus", followup_words[answer->word]);
    if (answer->word == WORD_VALUE)
        set_number(node, "arvo", answer->value);
    set(node, "teksti", answer->text);
    set(node, "tavoite", targets[tally_target(followup, year, party, indicator)]);
    set_decimal(node, "muutos", tally_party_change(followup, year, party, indicator));
    set_previous(node, followup, year, party, indicator);
    if (shows(summary, answer->remark, answer->is_remark_secret)) {
        set(node, "huomautus", answer->remark);
        set(node, "huomautusJulkinen", answer->is_remark_secret ? "ei" : NULL);
    }
    set(node, "paivays", answer->date);
    set(node, "asti", answer->last_date);
    set_lateness(node, year, answer, indicator);
    set(node, "lahde", answer->source);
    set(node, "tilastovuosi", answer->source_year);
    if (answer->word != WORD_MISSING)
        set(node, "tiedosto", year->submissions[party].file);
    set_place(node, answer->place);
}

static void set_yes_no(xmlNodePtr node, const struct tally *tally, enum followup_kind kind)
{
    size_t all = tally->yes + tally->no + tally->in_progress;
    set_count(node, "kylla", tally->yes);
    set_count(node, "ei", tally->no);
    if (kind == KIND_DONE)
        set_count(node, "kesken", tally->in_progress);
    if (all)
        set_number(node, "kyllaosuus", decimal_percent(tally->yes, all));
}

static void set_values(xmlNodePtr node, const struct tally *tally,
                       const struct followup_indicator *indicator)
{
    set_count(node, "arvoja", tally->values);
    if (!tally->values)
        return;
    set_number(node, "pienin", tally->least);
    set_number(node, "mediaani", tally->median);
    set_number(node, "suurin", tally->greatest);
    if (indicator->kind == KIND_COUNT)
        set_number(node, "summa", tally->sum);
    if (!indicator->low.is_given && !indicator->high.is_given)
        return;
    set_count(node, "tavoitteessa", tally->in_target);
    set_number(node, "tavoiteosuus", decimal_percent(tally->in_target, tally->values));
}

static void set_change(xmlNodePtr node, const struct tally *tally)
{
    if (!tally->compared)
        return;
    set_number(node, "muutos", tally->change);
    set_count(node, "verrattavia", tally->compared);
}

static void set_tally(xmlNodePtr node, const struct tally *tally,
                      const struct followup_indicator *indicator)
{
    set_count(node, "odotettu", tally->expected);
    set_count(node, "vastanneita", tally->answered);
    set_count(node, "eiKoske", tally->not_applicable);
    set_count(node, "eiRaportoitu", tally->missing);
    if (indicator->kind == KIND_YES_NO || indicator->kind == KIND_DONE)
        set_yes_no(node, tally, indicator->kind);
    if (followup_kind_is_number(indicator->kind))
        set_values(node, tally, indicator);
    set_change(node, tally);
}

/* Adds a number for each year up to the last in which the indicator was asked about, by its version
 * of that year. */
static void add_trend(xmlNodePtr parent, const struct followup *followup,
                      const struct followup_year *last, const struct followup_indicator *indicator)
{
    if (indicator->kind == KIND_TEXT)
        return;
    for (const struct followup_year *year = followup->years; year <= last; year++) {
        const struct followup_indicator *own = followup_indicator_in(indicator, year);
        if (!own || !year->deadline)
            continue;
        struct tally tally = tally_indicator(followup, year, own);
        xmlNodePtr node = add(parent, "trendi");
        set_count(node, "vuosi", (size_t)year->year);
        set_decimal(node, "arvo", tally_figure(&tally, indicator->kind));
        set_count(node, "vastanneita", tally.answered);
        set_count(node, "odotettu", tally.expected);
    }
}

/* Adds the numbers of each group of parties, where those of several groups have some: a county and
 * a municipality have no median in common. */
static void add_groups(xmlNodePtr parent, const struct summary *summary,
                       const struct followup_indicator *indicator)
{
    struct tally tallies[TALLY_GROUPS];
    size_t groups = 0;
    for (size_t i = 0; i < TALLY_GROUPS; i++) {
        tallies[i] = tally_group(summary->followup, summary->year, indicator, i);
        groups += tallies[i].values > 0;
    }
    for (size_t i = 0; i < TALLY_GROUPS && groups > 1; i++)
        if (tallies[i].values) {
            xmlNodePtr node = add(parent, "ryhmakooste");
            set(node, "ryhma", tally_groups[i]);
            set_values(node, &tallies[i], indicator);
            set_change(node, &tallies[i]);
        }
}

static void add_indicator(xmlNodePtr parent, const struct summary *summary,
                          const struct followup_indicator *indicator)
{
    const struct followup *followup = summary->followup;
    const struct followup_year *year = summary->year;
    struct tally tally = tally_indicator(followup, year, indicator);
    xmlNodePtr node = add(parent, "mittarikooste");
    set(node, "mittari", indicator->id);
    set(node, "laji", followup_kinds[indicator->kind].name);
    set(node, "taso", indicator->is_regional ? "alue" : "osapuoli");
    set(node, "yksikko", indicator->unit);
    set_decimal(node, "alaraja", indicator->low);
    set_decimal(node, "ylaraja", indicator->high);
    set(node, "maaraaika", indicator->deadline);
    set_tally(node, &tally, indicator);
    for (size_t party = 0; party < followup->party_count; party++)
        if (followup_expects(followup, year->year, party, indicator))
            add_party_answer(node, summary, party, indicator);
    if (followup_kind_is_number(indicator->kind) && !indicator->is_regional)
        add_groups(node, summary, indicator);
    add_trend(node, followup, year, indicator);
}

static void add_measure(xmlNodePtr root, const struct summary *summary, size_t measure)
{
    const struct followup *followup = summary->followup;
    const struct followup_year *year = summary->year;
    struct tally_statuses statuses = tally_statuses(followup, year, measure);
    xmlNodePtr node = add(root, "toimenpidekooste");
    set(node, "toimenpide", year->version->measures[measure].id);
    set(node, "tila", followup_statuses[statuses.all]);
    for (size_t i = STATUS_NOT_STARTED; i <= STATUS_HALTED; i++)
        set_count(node, followup_statuses[i], statuses.counts[i]);
    set_count(node, "eiRaportoitu", statuses.counts[STATUS_MISSING]);
    set_count(node, "eiKysytty", statuses.counts[STATUS_NOT_ASKED]);
    for (size_t party = 0; party < followup->party_count; party++)
        if (followup_is_bound(followup, year->year, party))
            add_party_status(node, summary, party, measure);
    for (size_t i = 0; i < year->version->indicator_count; i++)
        if (year->version->indicators[i].measure == measure)
            add_indicator(node, summary, &year->version->indicators[i]);
}

/* Sets who said it, and where. */
static void set_origin(xmlNodePtr node, const struct summary *summary, size_t party,
                       struct followup_place place)
{
    set(node, "osapuoli", summary->followup->parties[party].id);
    set(node, "tiedosto", summary->year->submissions[party].file);
    set_place(node, place);
}

static void add_proposals(xmlNodePtr root, const struct summary *summary, size_t party)
{
    const struct followup_proposals *proposals = &summary->year->submissions[party].proposals;
    for (size_t i = 0; i < proposals->count; i++) {
        const struct followup_proposal *proposal = &proposals->items[i];
        xmlNodePtr node = add(root, "muutosehdotus");
        set_origin(node, summary, party, proposal->place);
        set(node, "toimenpide", proposal->measure);
        set(node, "kohde", proposal->target);
        add_text(node, "nykyinenTeksti", proposal->current);
        add_text(node, "ehdotettuTeksti", proposal->proposed);
        add_text(node, "perustelut", proposal->reasons);
    }
}

static void add_remarks(xmlNodePtr root, const struct summary *summary, size_t party)
{
    const struct followup_notes *remarks = &summary->year->submissions[party].remarks;
    for (size_t i = 0; i < remarks->count; i++) {
        const struct followup_note *remark = &remarks->items[i];
        if (!shows(summary, remark->text, remark->is_secret))
            continue;
        add_text(root, "huomautus", remark->text);
        set_origin(root->last, summary, party, remark->place);
        set(root->last, "julkinen", remark->is_secret ? "ei" : NULL);
    }
}

/* Adds the coordinator's words. */
static void add_review(xmlNodePtr root, const struct followup_year *year)
{
    if (!year->review)
        return;
    xmlNodePtr copy = xmlDocCopyNode(xmlDocGetRootElement(year->review), root->doc, 1);
    if (!copy || !xmlAddChild(root, copy))
        memory_exhausted();
}

/* Returns whether any answers up to the year are an example's: every page made from them says so,
 * even when only the trend comes from them. */
static bool is_example(const struct followup *followup, const struct followup_year *last)
{
    for (const struct followup_year *year = followup->years; year <= last; year++)
        for (size_t party = 0; party < followup->party_count; party++)
            if (year->submissions[party].is_example)
                return true;
    return followup->is_example;
}

static xmlNodePtr new_root(xmlDocPtr document)
{
    xmlNodePtr root = xmlNewDocNode(document, NULL, (const xmlChar *)"seurantakooste", NULL);
    xmlNsPtr space = root ? xmlNewNs(root, (const xmlChar *)XML_PYKALA, NULL) : NULL;
    if (!space)
        memory_exhausted();
    xmlSetNs(root, space);
    return root;
}

static void set_root(xmlNodePtr root, const struct followup *followup,
                     const struct followup_year *year)
{
    size_t answered = 0, parties = 0;
    for (size_t party = 0; party < followup->party_count; party++) {
        bool is_bound = followup_is_bound(followup, year->year, party);
        parties += is_bound;
        answered += is_bound && is_accepted(&year->submissions[party]);
    }
    set_count(root, "vuosi", (size_t)year->year);
    set(root, "maaraaika", year->deadline);
    set(root, "esimerkki", is_example(followup, year) ? "true" : NULL);
    set(root, "suunnitelma", year->version->plan);
    set(root, "versio", year->version->name);
    set_count(root, "osapuolia", parties);
    set_count(root, "vastanneita", answered);
}

/* Adds something of each party that is one of the agreement's in the year. */
static void add_each(xmlNodePtr root, const struct summary *summary,
                     void (*add_one)(xmlNodePtr root, const struct summary *summary, size_t party))
{
    for (size_t i = 0; i < summary->followup->party_count; i++)
        if (followup_is_bound(summary->followup, summary->year->year, i))
            add_one(root, summary, i);
}

xmlNodePtr followup_tree(const struct followup *followup, int number, bool is_public,
                         xmlDocPtr document)
{
    const struct summary summary = {
        .followup = followup, .year = followup_year(followup, number), .is_public = is_public};
    xmlNodePtr root = new_root(document);
    set_root(root, followup, summary.year);
    add_each(root, &summary, add_party_state);
    for (size_t i = 0; i < summary.year->version->measure_count; i++)
        add_measure(root, &summary, i);
    add_each(root, &summary, add_proposals);
    add_each(root, &summary, add_remarks);
    add_review(root, summary.year);
    return root;
}
