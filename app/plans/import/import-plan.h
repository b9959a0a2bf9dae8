/* import-plan.h: from records of a document to changes; between import.c and the files that make a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import.h"

G_BEGIN_DECLS

/* A record of the document. */
typedef struct
{
  SamsynJsonNode    node;
  guint             index;
  const SamsynKind *kind; /* NULL: a problem already told */
  gint64            id;   /* 0: a problem already told */
  gboolean          exists;
} SamsynImportEntry;

typedef struct
{
  SamsynStore       *store;
  const SamsynJson  *json;
  const char        *place;
  SamsynImportFlags  flags;
  GHashTable        *earlier; /* the series' keys, or NULL */
  SamsynImportEntry *entries; /* by index; never moves */
  guint              n_entries;
  GHashTable        *by_key; /* text → entry */
  GHashTable        *by_id;  /* gint64 * → entry */
  GHashTable        *kinds;  /* gint64 * → kind: of records of the store that were asked for */
  GPtrArray         *problems;
  GPtrArray         *changes; /* SamsynChange, owned */
} SamsynImportPlan;

/* Plans the array of records; free with samsyn_import_plan_free().  Whatever is wrong is among the problems. */
SamsynImportPlan *samsyn_import_plan_new  (SamsynStore      *store,
                                           const SamsynJson *json,
                                           SamsynJsonNode    records,
                                           const char       *place,
                                           SamsynImportFlags flags,
                                           GHashTable       *earlier,
                                           GPtrArray        *problems);
void              samsyn_import_plan_free (SamsynImportPlan *plan);

/* Tells a problem (import-problem.c): at a member of a record, or (NULL) at the record as a whole.  The record is named by its
 * place in the file, its key or id, and its title. */
void samsyn_import_plan_tell (SamsynImportPlan        *plan,
                              const SamsynImportEntry *entry,
                              const char              *member,
                              const char              *what);

/* The same with the value that is wrong, of which `what` says what it is not. */
void samsyn_import_plan_tell_value (SamsynImportPlan        *plan,
                                    const SamsynImportEntry *entry,
                                    const char              *member,
                                    SamsynJsonNode           value,
                                    const char              *what);

/* A rule that the record breaks, which names the field; with the value, where the document gives one.  `text` says what the value
 * is not, or is a sentence. */
void samsyn_import_plan_tell_rule (SamsynImportPlan        *plan,
                                   const SamsynImportEntry *entry,
                                   const char              *field,
                                   const char              *text,
                                   gboolean                 is_sentence);

/* The kind of a record of the store, NULL if there is none; asked once for each id. */
const SamsynKind *samsyn_import_plan_stored_kind (SamsynImportPlan *plan,
                                                  gint64            id);

/* The change that an entry asks for, once all entries are known (import-change.c); NULL where it asks for none or has
 * problems. */
SamsynChange *samsyn_import_plan_change (SamsynImportPlan        *plan,
                                         const SamsynImportEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynImportPlan, samsyn_import_plan_free)

G_END_DECLS
