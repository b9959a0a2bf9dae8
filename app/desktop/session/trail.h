/* trail.h: which records were shown before, for the way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each record is on it once, the last one shown last. */
typedef struct _SamsynTrail SamsynTrail;

/* An empty one. */
SamsynTrail *samsyn_trail_new  (void);
void         samsyn_trail_free (SamsynTrail *trail);

/* Adds a record (0: nothing); forgets one, or all. */
void samsyn_trail_note  (SamsynTrail *trail,
                         gint64       record);
void samsyn_trail_leave (SamsynTrail *trail,
                         gint64       record);
void samsyn_trail_clear (SamsynTrail *trail);

/* The last one, 0 if there is none. */
gint64 samsyn_trail_last (const SamsynTrail *trail);

G_END_DECLS
