/* trail.c: which records were shown before, for the way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trail.h"

#define LONGEST 100

struct _SamsynTrail
{
  GArray *records; /* gint64 */
};

SamsynTrail *
samsyn_trail_new (void)
{
  SamsynTrail *trail = g_new0 (SamsynTrail, 1);

  trail->records = g_array_new (FALSE, FALSE, sizeof (gint64));
  return trail;
}

void
samsyn_trail_free (SamsynTrail *trail)
{
  g_array_unref (trail->records);
  g_free (trail);
}

void
samsyn_trail_note (SamsynTrail *trail,
                   gint64       record)
{
  if (record == 0)
    return;
  samsyn_trail_leave (trail, record);
  if (trail->records->len == LONGEST)
    g_array_remove_index (trail->records, 0);
  g_array_append_val (trail->records, record);
}

void
samsyn_trail_leave (SamsynTrail *trail,
                    gint64       record)
{
  for (guint i = 0; i < trail->records->len; i++)
    if (g_array_index (trail->records, gint64, i) == record)
      {
        g_array_remove_index (trail->records, i);
        return;
      }
}

void
samsyn_trail_clear (SamsynTrail *trail)
{
  g_array_set_size (trail->records, 0);
}

gint64
samsyn_trail_last (const SamsynTrail *trail)
{
  return trail->records->len > 0 ? g_array_index (trail->records, gint64, trail->records->len - 1) : 0;
}
