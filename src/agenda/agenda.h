/*
 * Agenda: parties, bodies and meetings → the list of papers to make.
 *
 * In: a valid project, and for follow-up papers the parties' answers. Out: one entry a paper, in
 * the order in which they are listed and made, and the one tree that templates read.
 */
#ifndef PYKALA_AGENDA_AGENDA_H
#define PYKALA_AGENDA_AGENDA_H

#include "base/arena.h"
#include "base/diag.h"
#include "followup/followup.h"
#include "input/input.h"

struct agenda_marks;
struct agenda_plans;
struct agenda_rows;

struct agenda_paper {
    const char *id;            /* paperi@tunnus: "sopimus-hallitus" */
    const char *party;         /* osapuoli@tunnus; NULL for a paper that the project makes once */
    const char *body;          /* "hallitus", "valtuusto", "muu" or NULL */
    const char *subject;       /* "sopimus", "suunnitelma", "seuranta", "neuvottelut", "muutos" */
    const char *template_name; /* "paatosehdotus" */
    const char *lang;          /* the paper's language */
    const char *stem;          /* "joutsa/sopimus-kunnanhallitus": file name without its ending */
    const char *year;          /* "2027": of a paper made from answers; otherwise NULL */
    const char *other_body;    /* the id in the register of a body "muu"; otherwise NULL */
    const char *day;           /* "2025-11-10": whose parties stand in it (days.h); or NULL */
    size_t version;            /* of the plan, an index into the project's; 0 without a plan */
};

struct agenda {
    struct agenda_paper *papers;
    size_t count;
    /*
     * The tree for templates: <aineisto osapuoli toimielin elin paperi aihe vuosi kieli> in
     * XML_PYKALA, holding copies of the roots hanke, osapuolet, sopimus, suunnitelma, kokoukset,
     * saadokset and the kind defaults (lajit), then the summaries (seurantakooste). Its attributes
     * name the paper in hand (agenda_select). The register's parties that are the agreement's on
     * the paper's day have the attribute sopimuksessa. Of the plan it holds the paper's version.
     */
    xmlDocPtr data;
    struct agenda_marks *marks; /* of the agreement's parties (marks.h) */
    struct agenda_plans *plans; /* the versions of the plan (plans.h) */
    struct agenda_rows *rows;   /* of the summaries (rows.h) */
};

/*
 * Makes the agenda: each party's papers, the parties in the register's order, then the project's
 * own. A party gets the papers of days on which the agreement binds it. A paper of a year is made
 * from the version of the plan that is in force on the year's last day, and left out when it isn't
 * certain which is (the rules report that); another is made from the newest, or the one that it
 * names. kinds is the document with
 * the defaults for each kind of party (templates/LANG/lajit.xml).
 * Reports papers that can't be named, have the name of another, or name a version that there isn't,
 * and leaves them out. The result
 * lives in the arena but for data, which agenda_free frees. The project must outlive it.
 */
struct agenda *agenda_new(const struct input_project *project, xmlDocPtr kinds, struct arena *arena,
                          struct diags *diags);
void agenda_free(struct agenda *agenda);

/* Reports why the papers can't be listed, if so, of a project that isn't right elsewhere: its
 * project file, register and agreement must be valid. */
void agenda_check(const struct input_project *project, xmlDocPtr kinds, struct diags *diags);

/* Returns the last year that the follow-up papers among the given ones (indices into the agenda)
 * are about: answers are needed up to it. 0 when there are no such papers. */
int agenda_last_year(const struct agenda *agenda, const size_t *papers, size_t count);

/* Takes out of a list those papers whose year has no answers that could be read, and reports them:
 * the project has no folder of answers (followup is NULL), or doesn't follow up the year. A paper
 * of a year that nobody has answered yet stays, and says so; a warning tells of it. Returns how
 * many are left. */
size_t agenda_take_answered(const struct agenda *agenda, size_t *papers, size_t count,
                            const struct followup *followup, struct diags *diags);

/* Adds the summaries that papers need, after agenda_take_answered, to the data tree: of their
 * years, and of the year before each. followup has the answers up to the papers' last year; NULL
 * when the project has no folder of answers. */
void agenda_add_answers(struct agenda *agenda, const size_t *papers, size_t count,
                        const struct followup *followup);

/* Sets the data tree's root attributes to the paper in hand, marks the parties of its day, and puts
 * its version of the plan into the tree. For a party's follow-up paper the summaries keep only that
 * party's own rows. */
void agenda_select(struct agenda *agenda, const struct agenda_paper *paper);

/* Returns the root of a version of the plan, in the data tree or to be put there; NULL after the
 * last. */
xmlNodePtr agenda_plan_at(const struct agenda *agenda, size_t version);

/* Returns where an element of the data tree stands in the input; in a tree that agenda_new did not
 * make, its own file and line. */
struct diag_place agenda_place(const xmlNode *element);

#endif
