/*
 * Agenda: parties, bodies and meetings → the list of papers to make.
 *
 * In: a valid project. Out: one entry a paper, in the order in which they are listed and made, and
 * the one tree that templates read.
 */
#ifndef PYKALA_AGENDA_AGENDA_H
#define PYKALA_AGENDA_AGENDA_H

#include "base/arena.h"
#include "base/diag.h"
#include "input/input.h"

struct agenda_paper {
    const char *id;            /* paperi@tunnus: "sopimus-hallitus" */
    const char *party;         /* osapuoli@tunnus; NULL for a paper that the project makes once */
    const char *body;          /* "hallitus", "valtuusto" or NULL */
    const char *subject;       /* "sopimus", "suunnitelma", "seuranta" */
    const char *template_name; /* "paatosehdotus" */
    const char *lang;          /* the paper's language */
    const char *stem;          /* "joutsa/sopimus-kunnanhallitus": file name without its ending */
};

struct agenda {
    struct agenda_paper *papers;
    size_t count;
    /*
     * What templates read: <aineisto osapuoli toimielin paperi aihe kieli> in INPUT_NAMESPACE,
     * holding copies of the roots hanke, osapuolet, sopimus, suunnitelma, kokoukset and the kind
     * defaults (lajit). Its attributes name the paper in hand (agenda_select).
     */
    xmlDocPtr data;
};

/*
 * Makes the agenda: each party's papers, the parties in the register's order, then the project's
 * own. kinds is the document with the defaults for each kind of party (templates/LANG/lajit.xml).
 * Returns NULL and says why when a paper can't be named or two have one name. The result lives in
 * the arena but for data, which agenda_free frees. The project must outlive it.
 */
struct agenda *agenda_new(const struct input_project *project, xmlDocPtr kinds, struct arena *arena,
                          struct diags *diags);
void agenda_free(struct agenda *agenda);

/* Sets the data tree's root attributes to the paper in hand. */
void agenda_select(struct agenda *agenda, const struct agenda_paper *paper);

/*
 * Where an element of the data tree stands in the input. In a tree that agenda_new did not make,
 * its own file and line.
 */
struct diag_place agenda_place(const xmlNode *element);

#endif
