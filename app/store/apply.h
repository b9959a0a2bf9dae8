/* apply.h: the one way to write, for the files of this folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "db.h"

G_BEGIN_DECLS

/* samsyn_store_apply() with the step that this one takes back (0: none), or the newest step that it is to become a part of (0: a
 * step of its own).  What takes a step back writes what was accepted once: SAMSYN_RULES_SOUND alone bind it. */
gint64 samsyn_apply (SamsynStore          *store,
                     const SamsynStepInfo *info,
                     gint64                undoes,
                     gint64                amends,
                     GPtrArray            *changes,
                     GPtrArray            *problems,
                     GError              **error);

/* Writes the rows of one change whose values are known to be right: no rules, no log. */
gboolean samsyn_apply_rows (SamsynStore        *store,
                            const SamsynChange *change,
                            GError            **error);

G_END_DECLS
