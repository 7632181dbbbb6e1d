#include "cli/findings.h"

#include "base/memory.h"
#include "base/wire.h"

#include <stdlib.h>

struct findings findings_new(void)
{
    return (struct findings){.arena = arena_new(), .diags = diags_new()};
}

void findings_free(struct findings *findings)
{
    diags_free(findings->diags);
    buf_free(&findings->states);
    free(findings->files);
    for (size_t i = 0; i < findings->fix_count; i++) {
        buf_free(&findings->fixes[i].text);
        corrections_free(&findings->fixes[i].made);
    }
    free(findings->fixes);
    arena_free(findings->arena);
}

static const char *copy(const char *text, struct arena *arena)
{
    return text ? arena_strdup(arena, text) : NULL;
}

static const struct report_answers *copy_answers(const struct report_answers *from,
                                                 struct arena *arena)
{
    struct report_answers *to = arena_alloc(arena, sizeof *to);
    struct report_question *questions = arena_array(arena, from->count, sizeof *questions);
    struct report_subject *subjects = arena_array(arena, from->subject_count, sizeof *subjects);
    *to = *from;
    to->party = copy(from->party, arena);
    to->name = copy(from->name, arena);
    to->deadline = copy(from->deadline, arena);
    to->contact = copy(from->contact, arena);
    for (size_t i = 0; i < from->count; i++) {
        const struct report_question *one = &from->questions[i];
        questions[i] = (struct report_question){
            .measure = copy(one->measure, arena),
            .question = copy(one->question, arena),
            .answer = copy(one->answer, arena),
            .remark = copy(one->remark, arena),
            .date = copy(one->date, arena),
            .last_date = copy(one->last_date, arena),
            .source = copy(one->source, arena),
            .measure_id = copy(one->measure_id, arena),
            .indicator_id = copy(one->indicator_id, arena),
        };
    }
    for (size_t i = 0; i < from->subject_count; i++) {
        subjects[i] = from->subjects[i];
        subjects[i].words = copy(subjects[i].words, arena);
    }
    to->questions = questions;
    to->subjects = subjects;
    return to;
}

static void put_answers(const struct report_answers *answers, struct buf *out)
{
    wire_put_number(out, answers != NULL);
    if (!answers)
        return;
    wire_put_string(out, answers->party);
    wire_put_string(out, answers->name);
    wire_put_number(out, answers->year);
    wire_put_string(out, answers->deadline);
    wire_put_string(out, answers->contact);
    wire_put_number(out, answers->is_known);
    wire_put_number(out, (int64_t)answers->answered);
    wire_put_number(out, (int64_t)answers->count);
    for (size_t i = 0; i < answers->count; i++) {
        wire_put_string(out, answers->questions[i].measure);
        wire_put_string(out, answers->questions[i].question);
        wire_put_string(out, answers->questions[i].answer);
        wire_put_string(out, answers->questions[i].remark);
        wire_put_string(out, answers->questions[i].date);
        wire_put_string(out, answers->questions[i].last_date);
        wire_put_string(out, answers->questions[i].source);
        wire_put_string(out, answers->questions[i].measure_id);
        wire_put_string(out, answers->questions[i].indicator_id);
    }
    wire_put_number(out, (int64_t)answers->subject_count);
    for (size_t i = 0; i < answers->subject_count; i++) {
        wire_put_number(out, answers->subjects[i].line);
        wire_put_number(out, answers->subjects[i].column);
        wire_put_string(out, answers->subjects[i].words);
    }
}

/* Returns how many things follow, each of at least one byte: a broken number allocates nothing. */
static size_t get_count(struct wire *wire)
{
    int64_t count = wire_number(wire);
    return count > 0 && count <= wire->end - wire->at ? (size_t)count : 0;
}

static void get_questions(struct wire *wire, struct report_answers *answers, struct arena *arena)
{
    answers->count = get_count(wire);
    struct report_question *questions = arena_array(arena, answers->count, sizeof *questions);
    for (size_t i = 0; i < answers->count; i++) {
        questions[i].measure = wire_string(wire);
        questions[i].question = wire_string(wire);
        questions[i].answer = wire_string(wire);
        questions[i].remark = wire_string(wire);
        questions[i].date = wire_string(wire);
        questions[i].last_date = wire_string(wire);
        questions[i].source = wire_string(wire);
        questions[i].measure_id = wire_string(wire);
        questions[i].indicator_id = wire_string(wire);
    }
    answers->questions = questions;
}

static void get_subjects(struct wire *wire, struct report_answers *answers, struct arena *arena)
{
    answers->subject_count = get_count(wire);
    struct report_subject *subjects = arena_array(arena, answers->subject_count, sizeof *subjects);
    for (size_t i = 0; i < answers->subject_count; i++) {
        subjects[i].line = (int)wire_number(wire);
        subjects[i].column = (int)wire_number(wire);
        subjects[i].words = wire_string(wire);
    }
    answers->subjects = subjects;
}

/* Returns what put_answers put; its strings are the wire's. */
static const struct report_answers *get_answers(struct wire *wire, struct arena *arena)
{
    if (!wire_number(wire))
        return NULL;
    struct report_answers *answers = arena_alloc(arena, sizeof *answers);
    answers->party = wire_string(wire);
    answers->name = wire_string(wire);
    answers->year = (int)wire_number(wire);
    answers->deadline = wire_string(wire);
    answers->contact = wire_string(wire);
    answers->is_known = wire_number(wire);
    answers->answered = (size_t)wire_number(wire);
    get_questions(wire, answers, arena);
    get_subjects(wire, answers, arena);
    return answers;
}

void findings_add_file(struct findings *findings, struct report_file file)
{
    GROW(findings->files, findings->file_count, findings->file_capacity);
    file.path = file.path ? arena_strdup(findings->arena, file.path) : NULL;
    file.name = file.name ? arena_strdup(findings->arena, file.name) : NULL;
    file.digest = file.digest ? arena_strdup(findings->arena, file.digest) : NULL;
    file.answers = file.answers ? copy_answers(file.answers, findings->arena) : NULL;
    findings->files[findings->file_count++] = file;
}

struct fix *findings_add_fix(struct findings *findings, const char *file)
{
    GROW(findings->fixes, findings->fix_count, findings->fix_capacity);
    struct fix *fix = &findings->fixes[findings->fix_count++];
    *fix = (struct fix){.file = arena_strdup(findings->arena, file), .made = corrections_new()};
    return fix;
}

void findings_forget(struct findings *findings)
{
    diags_free(findings->diags);
    findings->diags = diags_new();
    buf_clear(&findings->states);
    findings->file_count = 0;
}

static void put_fix(const struct fix *fix, struct buf *out)
{
    wire_put_string(out, fix->file);
    wire_put_bytes(out, &fix->text);
    wire_put_number(out, (int64_t)fix->left);
    wire_put_number(out, fix->is_workbook);
    wire_put_number(out, (int64_t)fix->made.count);
    for (size_t i = 0; i < fix->made.count; i++) {
        const struct correction *one = &fix->made.items[i];
        wire_put_number(out, one->round);
        wire_put_number(out, one->rule);
        wire_put_number(out, one->line);
        wire_put_number(out, one->column);
        wire_put_number(out, one->end_line);
        wire_put_number(out, one->end_column);
        wire_put_string(out, one->was);
        wire_put_string(out, one->now);
        wire_put_string(out, one->message);
    }
}

static struct correction get_correction(struct wire *wire)
{
    struct correction correction = {.round = (int)wire_number(wire)};
    int64_t rule = wire_number(wire);
    correction.rule = rule >= 0 && rule < RULE_COUNT ? (enum rule)rule : 0;
    correction.line = (int)wire_number(wire);
    correction.column = (int)wire_number(wire);
    correction.end_line = (int)wire_number(wire);
    correction.end_column = (int)wire_number(wire);
    correction.was = wire_string(wire);
    correction.now = wire_string(wire);
    correction.message = wire_string(wire);
    return correction;
}

static void get_fix(struct wire *wire, struct findings *findings)
{
    size_t size;
    const char *file = wire_string(wire), *text = wire_bytes(wire, &size);
    if (!file || !text)
        return;
    struct fix *fix = findings_add_fix(findings, file);
    buf_append(&fix->text, text, size);
    fix->left = (size_t)wire_number(wire);
    fix->is_workbook = wire_number(wire);
    for (size_t count = get_count(wire); count; count--) {
        const struct correction one = get_correction(wire);
        if (one.message)
            corrections_add(&fix->made, one);
    }
}

void findings_pack(const struct findings *findings, struct buf *out)
{
    struct buf diags = {0};
    diags_pack(findings->diags, &diags);
    wire_put_bytes(out, &diags);
    wire_put_bytes(out, &findings->states);
    wire_put_number(out, (int64_t)findings->fix_count);
    for (size_t i = 0; i < findings->fix_count; i++)
        put_fix(&findings->fixes[i], out);
    for (size_t i = 0; i < findings->file_count; i++) {
        wire_put_string(out, findings->files[i].path);
        wire_put_string(out, findings->files[i].name);
        wire_put_number(out, findings->files[i].is_remarked);
        wire_put_number(out, findings->files[i].is_uncompared);
        wire_put_number(out, findings->files[i].is_untouched);
        wire_put_number(out, findings->files[i].is_unread);
        wire_put_number(out, (int64_t)findings->files[i].size);
        wire_put_string(out, findings->files[i].digest);
        put_answers(findings->files[i].answers, out);
    }
    buf_free(&diags);
}

void findings_unpack(struct findings *findings, const struct buf *bytes)
{
    struct wire wire = wire_begin(bytes->data, bytes->size);
    size_t size;
    const char *piece = wire_bytes(&wire, &size);
    diags_unpack(findings->diags, piece, size);
    piece = wire_bytes(&wire, &size);
    buf_append(&findings->states, piece, size);
    for (size_t count = get_count(&wire); count; count--)
        get_fix(&wire, findings);
    while (wire.at < wire.end && !wire.is_broken) {
        struct report_file file = {.path = wire_string(&wire)};
        file.name = wire_string(&wire);
        file.is_remarked = wire_number(&wire);
        file.is_uncompared = wire_number(&wire);
        file.is_untouched = wire_number(&wire);
        file.is_unread = wire_number(&wire);
        file.size = (size_t)wire_number(&wire);
        file.digest = wire_string(&wire);
        file.answers = get_answers(&wire, findings->arena);
        findings_add_file(findings, file);
    }
}
