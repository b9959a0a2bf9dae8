/* watch-dates.c: which dates the watch shows, and under which headings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-dates.h"

#include <string.h>

#include "desktop/parts/day-text.h"
#include "model/fold.h"
#include "model/words.h"
#include "watch-row.h"

typedef struct
{
  const SamsynKind *kind; /* NULL: all */
  const char       *text; /* folded */
  GPtrArray        *rows; /* SamsynWatchRow */
  char             *heading;
  guint             n_dates;
} Filling;

static gboolean
contains (const char *text,
          const char *folded)
{
  g_autofree char *key = samsyn_fold_match (text);

  return strstr (key, folded) != NULL;
}

static gboolean
is_wanted (const Filling        *filling,
           const SamsynDeadline *deadline)
{
  if (filling->kind != NULL && deadline->kind != filling->kind)
    return FALSE;
  return *filling->text == '\0' || contains (deadline->title, filling->text) || contains (deadline->who, filling->text);
}

static void
add_date (Filling         *filling,
          SamsynDeadlines *deadlines,
          guint            i,
          const char      *heading)
{
  const SamsynDeadline *deadline = g_ptr_array_index (deadlines->all, i);

  if (g_strcmp0 (filling->heading, heading) != 0)
    {
      g_ptr_array_add (filling->rows, samsyn_watch_row_new_heading (heading));
      g_free (filling->heading);
      filling->heading = g_strdup (heading);
    }
  g_ptr_array_add (filling->rows, samsyn_watch_row_new_deadline (deadline, deadlines->all));
  filling->n_dates++;
}

static void
fill_late (Filling         *filling,
           SamsynDeadlines *late)
{
  /* From the oldest on, so that the dates go on into the weeks ahead. */
  for (guint i = late->all->len; i > 0; i--)
    if (is_wanted (filling, g_ptr_array_index (late->all, i - 1)))
      add_date (filling, late, i - 1, C_ ("watch", "Late"));
}

static void
fill_ahead (Filling         *filling,
            SamsynDeadlines *ahead,
            const char      *today)
{
  for (guint i = 0; i < ahead->all->len; i++)
    {
      const SamsynDeadline *deadline = g_ptr_array_index (ahead->all, i);

      if (is_wanted (filling, deadline))
        {
          g_autofree char *week = samsyn_day_week (deadline->date, today);

          add_date (filling, ahead, i, week);
        }
    }
}

GPtrArray *
samsyn_watch_dates (SamsynDeadlines  *late,
                    SamsynDeadlines  *ahead,
                    const char       *today,
                    const SamsynKind *kind,
                    const char       *text,
                    guint            *n_dates)
{
  g_autofree char *folded = samsyn_fold_match (text);
  Filling filling = { .kind = kind, .text = folded, .rows = g_ptr_array_new_with_free_func (g_object_unref) };

  fill_late (&filling, late);
  fill_ahead (&filling, ahead, today);
  g_free (filling.heading);
  *n_dates = filling.n_dates;
  return filling.rows;
}
