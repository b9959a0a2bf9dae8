/* changes.h: what has become of the workspace since a moment, by its change log
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* A field from its first value before to its last after. */
typedef struct
{
  const SamsynField *field;
  SamsynValue        before;
  SamsynValue        after;
  gint64             at; /* when it was last changed, UTC milliseconds */
} SamsynFieldSince;

/* A record that was changed; one made and deleted in that time is not among them. */
typedef struct
{
  gint64            id;
  const SamsynKind *kind;
  gboolean          was; /* there before */
  gboolean          is;  /* there now */
  gint64            at;  /* when it was last changed */
  GHashTable       *fields; /* SamsynField → SamsynFieldSince: those whose value is another now */
} SamsynRecordSince;

/* Everything that steps after that moment changed: SamsynRecordSince, by id.  Owns them. */
GPtrArray *samsyn_changes_since (SamsynStore *store,
                                 gint64       moment,
                                 GError     **error);

G_END_DECLS
