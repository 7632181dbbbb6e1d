/*
 * A drop folder: others put files of answers there, over a share or from their mail, and the
 * reception takes them.
 *
 * A file lies in FOLDER until it has been quiet for a while and nobody writes it. Then it goes to
 * FOLDER/kasittelyssa, where it is received, and on to FOLDER/vastaanotetut when its answers stand
 * in the project, or to FOLDER/palautettavat when they are to be mended and sent again. What can't
 * be compared with the project stays in kasittelyssa until the project has been mended. A kill at
 * any moment leaves a file in one of these places, from where the next run goes on. Hidden files,
 * links, and files whose names say that they are half written (….part, ….tmp, …~) are left alone.
 */
#ifndef PYKALA_CLI_DROP_H
#define PYKALA_CLI_DROP_H

#include "cli/reception.h"
#include "process/watch.h"

struct drop;

/* Returns a drop folder, owned by the caller. The path and the folder of receipts, which may be
 * NULL, are to outlive it: without one each receipt goes beside its file. free
 * takes NULL. */
struct drop *drop_new(struct reception *reception, const char *path, const char *receipts);
void drop_free(struct drop *drop);

/* Receives what lies in the folder until nothing more is there, and prints the receipts, of a file
 * that waits for its project only the first. Returns the worst of the files' statuses. watch is
 * NULL, or says when a signal has come, which ends this. */
int drop_receive(struct drop *drop, const struct watch *watch);

/* Watches the folder, and the project while a file waits for it. */
void drop_watch(const struct drop *drop, struct watch *watch);

#endif
