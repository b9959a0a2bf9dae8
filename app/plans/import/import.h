/* import.h: records from elsewhere, all of them or none
 *
 * A file of records ({"samsyn": 1, "records": [{"kind": …, "key": …, …}, …]}) becomes a list of changes, the plan, which is
 * applied as one step.  Whatever is wrong with it is found and told at once, each problem with its place
 * ("records[12] ‘key’ Title: parent: …", counted from 0); then nothing is imported.
 *
 * "key" (text) names a record inside the file and always creates one.  "id" (a number) of a record of the workspace updates the
 * fields named (null empties one); an unknown id creates the record with that id in a workspace without records, otherwise only
 * with SAMSYN_IMPORT_CREATE.  A reference is a key of the same file or an id.  Names are never matched.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/json.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef enum
{
  SAMSYN_IMPORT_CREATE = 1 << 0, /* an id that the workspace doesn't know is that of a new record */
} SamsynImportFlags;

/* What an import did. */
typedef struct
{
  gint64 step;
  guint  created;
  guint  updated;
} SamsynImportResult;

/* The keys of a series of files, text → gint64 *: a later file refers to records of an earlier one by their keys, and updates
 * them with "id": "KEY"; ":@KEY" in a one-line text becomes ":" and the record's id.  Made here, filled by imports that
 * succeed. */
GHashTable *samsyn_import_keys_new (void);

/* Plans the import of a file: an array of SamsynChange, or NULL with the error set.  `keys` may be NULL.  `problems` (char *)
 * gets what is wrong; the error is then SAMSYN_EXCHANGE_ERROR_INVALID.  Nothing is written. */
GPtrArray *samsyn_import_plan_json (SamsynStore      *store,
                                    GBytes           *bytes,
                                    SamsynImportFlags flags,
                                    GHashTable       *keys,
                                    GPtrArray        *problems,
                                    GError          **error);

/* Plans and applies, as one step.  `info` may be NULL: an import by the user of the process, now. */
gboolean samsyn_import_json (SamsynStore          *store,
                             GBytes               *bytes,
                             SamsynImportFlags     flags,
                             GHashTable           *keys,
                             const SamsynStepInfo *info,
                             SamsynImportResult   *result,
                             GPtrArray            *problems,
                             GError              **error);

/* The same for an array of records inside a document, with SAMSYN_IMPORT_CREATE; `place` names the array in problems
 * ("steps[2].records"). */
gboolean samsyn_import_records (SamsynStore          *store,
                                const SamsynJson     *json,
                                SamsynJsonNode        records,
                                const char           *place,
                                GHashTable           *keys,
                                const SamsynStepInfo *info,
                                SamsynImportResult   *result,
                                GPtrArray            *problems,
                                GError              **error);

G_END_DECLS
