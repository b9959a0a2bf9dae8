/* bulk-plan.h: one value for a field of many records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The changes (SamsynChange) that give the records (gint64) the value; those that have it already are only counted.  NULL if the
 * records can't be read. */
GPtrArray *samsyn_bulk_plan (SamsynStore       *store,
                             const SamsynKind  *kind,
                             GArray            *ids,
                             const SamsynField *field,
                             const SamsynValue *value,
                             guint             *n_already,
                             GError           **error);

G_END_DECLS
