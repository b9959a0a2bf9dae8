/* kinds.h: all kinds of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/kind.h"

G_BEGIN_DECLS

/* Every kind, in the order of documentation and export; NULL-terminated, static. */
const SamsynKind *const *samsyn_kinds (void);

/* The kind with that id, or NULL. */
const SamsynKind *samsyn_kind_find (const char *id);

/* The only kind a reference field leads to, or NULL where there is more than one. */
const SamsynKind *samsyn_field_target (const SamsynField *field);

/* Whether the field refers to the kind (any, or named among its targets). */
gboolean samsyn_field_targets (const SamsynField *field,
                               const SamsynKind  *kind);

G_END_DECLS
