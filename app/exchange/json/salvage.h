/* salvage.h: what is sound of a workspace with bent values
 *
 * What is left of such a workspace must be something that an import into a new one takes: so with a value goes what can't be
 * without it, and what refers to that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct _SamsynSalvage SamsynSalvage;

/* Called with each sound record, in order of kind and id: a row as samsyn_export_select_record() asks for.  FALSE stops with the
 * error. */
typedef gboolean (*SamsynSalvageFunc) (const SamsynKind  *kind,
                                       const SamsynValue *row,
                                       gpointer           data,
                                       GError           **error);

/* Looks through all records of a store that nobody changes meanwhile.  `anew`: what an import would refuse is not sound either,
 * even if it was accepted once.  NULL on error. */
SamsynSalvage *samsyn_salvage_new  (SamsynStore  *store,
                                    gboolean      anew,
                                    GCancellable *cancellable,
                                    GError      **error);
void           samsyn_salvage_free (SamsynSalvage *salvage);

/* What is not sound: a line each, "task/17.name: …", translated; owned by the salvage. */
const GPtrArray *samsyn_salvage_get_left (SamsynSalvage *salvage);

/* Gives what is sound, record by record. */
gboolean samsyn_salvage_each (SamsynSalvage    *salvage,
                              SamsynSalvageFunc func,
                              gpointer          data,
                              GCancellable     *cancellable,
                              GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynSalvage, samsyn_salvage_free)

G_END_DECLS
