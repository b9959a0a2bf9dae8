/* facts-load.h: which kinds the facts are read from, and how; between facts-load.c and facts-renew.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "facts.h"

G_BEGIN_DECLS

#define SAMSYN_FACTS_COLUMNS 12

typedef enum
{
  SAMSYN_FACTS_REFERRED, /* others refer to its records by their index */
  SAMSYN_FACTS_ROWS,     /* nobody does but ties: a record can be exchanged by itself */
  SAMSYN_FACTS_LIST,     /* nobody does, and there are few */
} SamsynFactsSort;

typedef struct
{
  const char     *kind;
  SamsynFactsSort sort;
  gsize           array; /* the offset of its array among the facts; 0: none */
  const char     *columns[SAMSYN_FACTS_COLUMNS + 1];
  void (*add) (SamsynFacts       *facts,
               const SamsynValue *row);
  void (*order) (SamsynFacts *facts); /* after all rows; NULL: as they came */
  void (*insert) (SamsynFacts *facts, /* ROWS: puts the last in order among the first so many */
                  guint        n_ordered);
  gboolean ordered; /* the order needs the rows as lists of the kind are sorted */
} SamsynFactsLoad;

/* The kinds that are read, each after those it refers to. */
const SamsynFactsLoad *samsyn_facts_loads (guint *n);

/* Adds the rows of a kind, all or (id not 0) that of one record. */
gboolean samsyn_facts_read (SamsynFacts           *facts,
                            SamsynStore           *store,
                            const SamsynFactsLoad *load,
                            gint64                 id,
                            GError               **error);

/* Facts without arrays and index, which share the texts of others (NULL: with texts of their own). */
SamsynFacts *samsyn_facts_new (SamsynFacts *sharing);

/* Keeps a text as long as the facts; "" for NULL.  One that comes often is kept once. */
const char *samsyn_facts_keep_text (SamsynFacts *facts,
                                    const char  *text,
                                    gboolean     often);

/* An empty array for the records of a kind. */
GArray *samsyn_facts_new_array (gsize offset);

/* Makes the index, of all arrays whose records have ids. */
void samsyn_facts_make_index (SamsynFacts *facts);

static inline GArray **
samsyn_facts_array (SamsynFacts *facts,
                    gsize        offset)
{
  return &G_STRUCT_MEMBER (GArray *, facts, offset);
}

G_END_DECLS
