/* view-state.h: how lists look, kept from one day to the next
 *
 * A file for each workspace, in the user's folder of states; a group of it for each kind.  Only ids are kept there: what is typed
 * may be about persons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/question/question.h"

G_BEGIN_DECLS

/* Sort, group, filters, columns and their widths, as they were left for that workspace; what is not known is left out. */
void samsyn_view_state_load (SamsynQuestion *question,
                             const char     *file_id);

/* Keeps them.  A failure is of no consequence to the data, and only logged. */
void samsyn_view_state_save (const SamsynQuestion *question,
                             const char           *file_id);

/* Keeps how a list looks while it is used. */
typedef struct _SamsynViewKeeper SamsynViewKeeper;

/* Gives the question, which must live as long, the looks that were left for that workspace. */
SamsynViewKeeper *samsyn_view_keeper_new  (SamsynQuestion *question,
                                           const char     *file_id);
void              samsyn_view_keeper_free (SamsynViewKeeper *keeper);

/* The question looks otherwise: this is kept in a moment, together with what follows at once. */
void samsyn_view_keeper_save_soon (SamsynViewKeeper *keeper);

/* Doesn't wait any longer, where something is still to be kept. */
void samsyn_view_keeper_save_now (SamsynViewKeeper *keeper);

G_END_DECLS
