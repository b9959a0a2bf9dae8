/* packed-ids.h: the ids of very many records, in little memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An array of whole numbers, each in as many bytes as the largest of them needs: three where a record in eight millions is
 * named. */
typedef struct _SamsynPackedIds SamsynPackedIds;

/* Positions count from 0 and lie below the length. */
SamsynPackedIds *samsyn_packed_ids_new    (void);
void             samsyn_packed_ids_free   (SamsynPackedIds *self);
guint            samsyn_packed_ids_length (const SamsynPackedIds *self);
gint64           samsyn_packed_ids_get    (const SamsynPackedIds *self,
                                           guint                  position);
void             samsyn_packed_ids_append (SamsynPackedIds *self,
                                           const gint64    *ids,
                                           guint            n_ids);

/* How many are alike at the beginning of both, and how many of the others at their end. */
void             samsyn_packed_ids_compare (SamsynPackedIds *self,
                                            SamsynPackedIds *other,
                                            guint           *n_first,
                                            guint           *n_last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynPackedIds, samsyn_packed_ids_free)

G_END_DECLS
