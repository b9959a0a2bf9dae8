/* rules.h: the rules between records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store.h"

G_BEGIN_DECLS

/* So many records may stand above one. */
#define SAMSYN_DEEPEST_TREE 1000u

/* Adds a problem to the array, or one that is a whole sentence; takes `text`. */
void samsyn_problem_add          (GPtrArray  *problems,
                                  guint       change,
                                  const char *field,
                                  char       *text);
void samsyn_problem_add_sentence (GPtrArray  *problems,
                                  guint       change,
                                  const char *field,
                                  char       *text);

/* Which rules are asked for: all of them bind what is typed or imported anew.  What is put back (by undo or redo) was accepted
 * once, maybe by an older version with fewer rules; only what keeps the file sound binds it: types, references, trees, unique
 * sets. */
typedef enum
{
  SAMSYN_RULES_ALL,
  SAMSYN_RULES_SOUND,
} SamsynRules;

/* Whether a record's own values keep the rules of its kind: type, range, choice, required, the kind's own check. */
void samsyn_rules_check_values (const SamsynRecord *record,
                                SamsynRules         rules,
                                guint               change,
                                GPtrArray          *problems);

/* Whether what is typed or imported anew may be: samsyn_value_check_new() of what the change writes.  Not for undo, redo and
 * restore. */
void samsyn_rules_check_new (const SamsynChange *change,
                             guint               index,
                             GPtrArray          *problems);

/* What is wrong with a reference to that record, translated, to be freed by the caller; NULL: nothing. */
char *samsyn_rules_check_reference (SamsynStore       *store,
                                    const SamsynField *field,
                                    gint64             target);

/* What becomes known of trees while the changes of one step are checked, after all of them were written; a GHashTable to be
 * unreffed. */
GHashTable *samsyn_rules_heights_new (void);

/* How many records are above one, by a field that refers to its own kind; or one of these.  A table of heights is of one
 * field. */
#define SAMSYN_HEIGHT_ROUND (G_MAXUINT - 1) /* it leads round, or it is being walked from here */
#define SAMSYN_HEIGHT_DEEP (G_MAXUINT - 2)  /* there are more above it than may be */
gboolean samsyn_rules_height (SamsynStore      *store,
                              const SamsynKind *kind,
                              const char       *field,
                              gint64            id,
                              GHashTable       *heights,
                              guint            *height,
                              GError          **error);

/* Whether what a change has written agrees with the other records: references lead to a record of the right kind, parents make no
 * loop, unique sets are unique.  `record` is as it is now; only the fields that changed are looked at.  FALSE on error only. */
gboolean samsyn_rules_check_relations (SamsynStore        *store,
                                       const SamsynChange *change,
                                       const SamsynRecord *record,
                                       GHashTable         *heights,
                                       SamsynRules         rules,
                                       guint               index,
                                       GPtrArray          *problems,
                                       GError            **error);

G_END_DECLS
