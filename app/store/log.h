/* log.h: the change log, from which history, undo and the past come
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "db.h"

G_BEGIN_DECLS

/* Who the author of a step is; owned by the store, or by the process. */
const char *samsyn_log_author (SamsynStore          *store,
                               const SamsynStepInfo *info);

/* Adds a step with its changes, within the transaction that writes them.  The step's id, or 0. */
gint64 samsyn_log_append (SamsynStore          *store,
                          const SamsynStepInfo *info,
                          gint64                undoes,
                          GPtrArray            *changes,
                          GError              **error);

/* Writes the changes of the newest step, whose row is there already, and its digest. */
gboolean samsyn_log_write (SamsynStore *store,
                           gint64       step,
                           GPtrArray   *changes,
                           GError     **error);

/* Makes the changes a part of the newest step; a field that it has changed already keeps the first value before.  The step, or
 * 0. */
gint64 samsyn_log_amend (SamsynStore *store,
                         gint64       step,
                         GPtrArray   *changes,
                         GError     **error);

/* The changes of a step in order (SamsynChange, owned by the array), of one record or (0) of all; NULL on error. */
GPtrArray *samsyn_log_read (SamsynStore *store,
                            gint64       step,
                            gint64       record,
                            GError     **error);

/* What is known of a step. */
gboolean samsyn_log_step (SamsynStore *store,
                          gint64       id,
                          SamsynStep  *step, /* to be cleared with samsyn_step_clear() */
                          GError     **error);
void     samsyn_step_clear (SamsynStep *step);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SamsynStep, samsyn_step_clear)

/* A side of a change as its column has it: NULL where there is none, "", which can't be parsed, where it is no text. */
const char *samsyn_log_side (SamsynStatement *row,
                             int              column);

/* One change of the log from its columns; NULL with DAMAGED where the log names what no kind has. */
SamsynChange *samsyn_log_parse (SamsynStore *store,
                                gint64       record,
                                const char  *kind,
                                const char  *before,
                                const char  *after,
                                GError     **error);

G_END_DECLS
