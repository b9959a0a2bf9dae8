/* path.h: where the paths of a query lead, as SQL
 *
 * A path is walked once, from the query's kind along its references.  Each distinct prefix becomes one LEFT JOIN of the
 * statement, whoever asks for it: columns, conditions, order and groups share them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store.h"

G_BEGIN_DECLS

/* The table of the query's own kind in every statement. */
#define SAMSYN_PATH_ROOT "t"

/* By what a value is ordered, and compared as less or greater. */
typedef enum
{
  SAMSYN_SORT_PLAIN, /* the stored value */
  SAMSYN_SORT_TEXT,  /* samsyn_fold_key() of the text */
  SAMSYN_SORT_PLACE, /* the place among the field's choices */
} SamsynSort;

/* What a path leads to. */
typedef struct
{
  char              *value;    /* SQL of the value */
  char              *key;      /* SQL of what it is ordered by */
  char              *sound;    /* SQL of whether it is no bent value; NULL: it never is */
  char              *shown;    /* SQL of what a column shows, where that is another: of a reference that leads nowhere its id */
  SamsynSort         sort;     /* what `key` holds */
  const SamsynField *field;    /* NULL: derived, or @ */
  const SamsynField *door;     /* what the value is to be: `field`, or of a title the field that it is; NULL: anything sound */
  gboolean           leads;    /* an integer that is shown is the id of what is not there */
  gboolean           own;      /* a column of the query's own table */
  gboolean           required; /* never null */
} SamsynTerm;

void samsyn_term_clear (SamsynTerm *term);

typedef struct _SamsynPaths SamsynPaths;

/* The paths of one statement; `language` of titles, NULL for the process's. */
SamsynPaths *samsyn_paths_new  (const SamsynKind *kind,
                                const char       *language);
void         samsyn_paths_free (SamsynPaths *paths);

/* Follows a path.  INVALID, with a sentence that names the path, where it leads nowhere. */
gboolean samsyn_paths_resolve (SamsynPaths *paths,
                               const char  *path,
                               SamsynTerm  *term,
                               GError     **error);

/* FROM with all joins that the paths resolved so far need; owned by the paths. */
const char *samsyn_paths_from (SamsynPaths *paths);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynPaths, samsyn_paths_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SamsynTerm, samsyn_term_clear)

G_END_DECLS
