/* export-json.h: every record, in the form that an import reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "salvage.h"

G_BEGIN_DECLS

/* Writes all records, in order of kind and id, not the history.  Imported into a new workspace and exported from there it gives
 * the same file.  The store must be one that nobody changes meanwhile: a snapshot.  The path "-" is standard output; see save.h
 * for what is left on failure. */
gboolean samsyn_export_json (SamsynStore  *store,
                             const char   *path,
                             gboolean      replace,
                             GCancellable *cancellable,
                             GError      **error);

/* Writes what is sound, in a form that an import into a new workspace takes, and beside it a list of what is not, a line each,
 * whose path `list` gets; to be freed by the caller. */
gboolean samsyn_export_salvage (SamsynSalvage *salvage,
                                const char    *path,
                                gboolean       replace,
                                char         **list,
                                GCancellable  *cancellable,
                                GError       **error);

/* For others who write such records: gives the query the columns of a whole record, texts of documents included; appends a row
 * of such a query as an object; what comes before the first, between two, and after the last. */
void samsyn_export_select_record (SamsynQuery *query);
void samsyn_export_append_record (GString           *out,
                                  const SamsynKind  *kind,
                                  const SamsynValue *row);
#define SAMSYN_EXPORT_HEAD "{\"samsyn\": 1, \"records\": ["
#define SAMSYN_EXPORT_TAIL "\n]}\n"

/* Appends one value as the import reads it; null for none. */
void samsyn_export_append_value (GString           *out,
                                 const SamsynField *field,
                                 const SamsynValue *value);

G_END_DECLS
