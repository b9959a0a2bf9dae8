/* shadow.h: what a workspace must hold, kept by the plainest means
 *
 * A table of records in memory with a stack of whole tables for undo and redo.  It knows the same kinds as the store and shares
 * none of its code, so that what both say alike is hardly wrong.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kinds/kinds.h"
#include "model/record.h"

G_BEGIN_DECLS

typedef struct
{
  GHashTable *records; /* gint64 → SamsynRecord of the pool; texts of documents as texts */
  GPtrArray  *pool;    /* every record there ever was, owned */
  GPtrArray  *undo;    /* tables as they were before each step */
  GPtrArray  *redo;    /* tables as they were before each undo */
} Shadow;

typedef enum
{
  SHADOW_DONE,
  SHADOW_CONFLICT, /* a change was not made from what is there */
  SHADOW_INVALID   /* a rule would be broken */
} ShadowOutcome;

Shadow *shadow_new  (void);
void    shadow_free (Shadow *shadow);

/* What these changes do, as one step; nothing unless DONE. */
ShadowOutcome shadow_apply (Shadow          *shadow,
                            const GPtrArray *changes);

/* Deletes records with all that depends on them, as one step. */
void shadow_delete (Shadow       *shadow,
                    const gint64 *ids,
                    guint         n_ids);

/* FALSE where there is nothing to undo or redo. */
gboolean shadow_undo (Shadow *shadow);
gboolean shadow_redo (Shadow *shadow);

/* The record, owned by the shadow, or NULL. */
const SamsynRecord *shadow_get (const Shadow *shadow,
                                gint64        id);

/* A random record that the field may lead to, 0 if there is none. */
gint64 shadow_target (const Shadow      *shadow,
                      const SamsynField *field);

/* A random record of a kind (NULL: of any), or NULL. */
const SamsynRecord *shadow_pick (const Shadow     *shadow,
                                 const SamsynKind *kind);

/* As samsyn_fixture_dump() writes the same records. */
char *shadow_dump (const Shadow *shadow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shadow, shadow_free)

G_END_DECLS
