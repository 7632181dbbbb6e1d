/* Relationships: which parts another part of a package names, and as what. */
#ifndef PYKALA_XLSX_RELS_H
#define PYKALA_XLSX_RELS_H

#include "base/arena.h"
#include "base/buf.h"
#include "xlsx/package.h"

struct rel {
    const char *id, *type; /* the last part of the type's address, "worksheet" */
    const char *part;      /* the name in the package; NULL for what is outside it */
};

struct rels {
    struct buf list; /* struct rel, whose strings are in the arena */
};

/* Reads what a part names ("" is the package itself); the caller frees the list whatever comes of
 * it. Returns false when it can't be read, which is reported. */
bool rels_read(struct package *package, const char *part, struct arena *arena, struct rels *rels);
void rels_free(struct rels *rels);

/* Return the first relationship of a type, or that of an id, or NULL. */
const struct rel *rels_of_type(const struct rels *rels, const char *type);
const struct rel *rels_of_id(const struct rels *rels, const char *id);

#endif
