/* map-speak.c: the cells of the map in words, for screen readers and tooltips
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-letter.h"
#include "map-view-private.h"
#include "model/words.h"

static void
add_findings (GString             *text,
              const SamsynMapMark *mark)
{
  if (mark->n == 0)
    return;
  g_string_append (text, ", ");
  g_string_append_printf (text, samsyn_words_n (NULL, "%u finding", "%u findings", mark->n), mark->n);
  g_string_append_printf (text, " (%s)", samsyn_severity_label (mark->worst - 1, NULL));
}

static void
speak_letters (SamsynMapView       *self,
               GString             *text,
               const SamsynMapCell *cell)
{
  g_autofree char *letters = samsyn_letters_text (cell->letters, self->huki);

  g_string_append (text, cell->letters != 0 ? letters : C_ ("map", "empty"));
  if (cell->n > 1 || (cell->n == 1 && !cell->own))
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, samsyn_words_n (NULL, "in %u folded organisation", "in %u organisations, folded", cell->n),
                              cell->n);
    }
  if (cell->differs)
    g_string_append_printf (text, ", %s", C_ ("map", "differs from what is in force"));
}

static void
speak_fold (GString *text,
            gboolean folded)
{
  g_string_append_printf (text, ", %s", folded ? C_ ("map", "folded") : C_ ("map", "unfolded"));
}

static char *
speak_column (SamsynMapView *self,
              int            at)
{
  const SamsynMapColumn *column = samsyn_map_grid_column (self->grid, at);
  const SamsynOrganisation *organisation = samsyn_map_grid_organisation (self->grid, at);
  GString *text = g_string_new (organisation->name);

  if (organisation->short_name != NULL && g_strcmp0 (organisation->short_name, organisation->name) != 0)
    g_string_append_printf (text, " (%s)", organisation->short_name);
  if (column->ended)
    g_string_append_printf (text, ", %s", C_ ("map", "not there on this date"));
  if (column->n_units > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, samsyn_words_n (NULL, "%u unit", "%u units", column->n_units), column->n_units);
      speak_fold (text, column->folded);
    }
  add_findings (text, &column->mark);
  return g_string_free (text, FALSE);
}

static char *
speak_row (SamsynMapView *self,
           int            at)
{
  const SamsynMapRow *row = samsyn_map_grid_row (self->grid, at);
  GString *text = g_string_new (samsyn_map_grid_row_name (self->grid, at));

  if (row->type == SAMSYN_MAP_PROCESS)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, samsyn_words_n (NULL, "%u task", "%u tasks", row->n_tasks), row->n_tasks);
      speak_fold (text, row->folded);
    }
  else if (row->type == SAMSYN_MAP_NEW_TASK && row->process >= 0)
    {
      g_string_append_printf (text, " (%s)",
                              ((const SamsynProcess *) (gpointer) self->grid->map->facts->processes->data)[row->process].name);
    }
  add_findings (text, &row->mark);
  return g_string_free (text, FALSE);
}

char *
samsyn_map_view_speak (SamsynMapView *self,
                       int            row,
                       int            column)
{
  const SamsynMapCell *cell;
  GString *text;

  if (self->grid == NULL || (row < 0 && column < 0))
    return g_strdup (C_ ("map", "Responsibility map"));
  if (row < 0)
    return speak_column (self, column);
  if (column < 0)
    return speak_row (self, row);
  cell = samsyn_map_grid_cell (self->grid, row, column);
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s, %s: ", samsyn_map_grid_row_name (self->grid, row),
                          samsyn_map_grid_organisation (self->grid, column)->name);
  speak_letters (self, text, cell);
  add_findings (text, &cell->mark);
  return g_string_free (text, FALSE);
}
