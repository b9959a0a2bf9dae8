/* map-keys.c: the keyboard in the map, as in a spreadsheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-copy.h"
#include "map-letter.h"
#include "map-view-private.h"

#define PAIR (1u << SAMSYN_ROLE_A | 1u << SAMSYN_ROLE_R)

/* ---- Moving ---------------------------------------------------------------------------------------------------------------- */

static gboolean
is_task (SamsynMapView *self,
         int            row)
{
  return row >= 0 && row < (int) self->grid->rows->len && samsyn_map_grid_row (self->grid, row)->type == SAMSYN_MAP_TASK;
}

static gboolean
is_full (SamsynMapView *self,
         int            row,
         int            column)
{
  return is_task (self, row) && samsyn_map_grid_cell (self->grid, row, column)->letters != 0;
}

/* The next row where the cursor can be in this column: in the cells only tasks. */
static int
next_row (SamsynMapView *self,
          int            row,
          int            by)
{
  int last = (int) self->grid->rows->len - 1, to = row + by;

  if (self->column < 0)
    return CLAMP (to, 0, last);
  while (to >= 0 && to <= last && !is_task (self, to))
    to += by;
  return to > last ? row : MAX (to, -1);
}

/* To the edge of what is full, or over what is empty to the next full cell. */
static int
edge_row (SamsynMapView *self,
          int            by)
{
  int row = self->row, next = next_row (self, row, by);
  gboolean within;

  if (self->column < 0)
    return by < 0 ? 0 : (int) self->grid->rows->len - 1;
  within = is_full (self, row, self->column) && next != row && is_full (self, next, self->column);
  while (next != row && next >= 0)
    {
      if (within && !is_full (self, next, self->column))
        break;
      row = next;
      if (!within && is_full (self, row, self->column))
        break;
      next = next_row (self, row, by);
    }
  return row;
}

static int
edge_column (SamsynMapView *self,
             int            by)
{
  int last = (int) self->grid->columns->len - 1, column = self->column, next = CLAMP (column + by, 0, last);
  gboolean within;

  if (!is_task (self, self->row))
    return by < 0 ? MIN (0, last) : last;
  within = column >= 0 && is_full (self, self->row, column) && next != column && is_full (self, self->row, next);
  while (next != column)
    {
      if (within && !is_full (self, self->row, next))
        break;
      column = next;
      if (!within && is_full (self, self->row, column))
        break;
      next = CLAMP (column + by, 0, last);
    }
  return column;
}

static int
page_row (SamsynMapView *self,
          int            by)
{
  int rows = MAX (1, (gtk_widget_get_height (GTK_WIDGET (self)) - self->header_height) / self->row_height - 1), row = self->row;

  for (int i = 0; i < rows; i++)
    {
      int next = next_row (self, row, by);

      if (next < 0)
        break;
      row = next;
    }
  return row;
}

static int
first_task (SamsynMapView *self,
            int            from,
            int            by)
{
  int row = from;

  while (row >= 0 && row < (int) self->grid->rows->len && !is_task (self, row))
    row += by;
  return is_task (self, row) ? row : self->row;
}

static gboolean
move (SamsynMapView  *self,
      guint           key,
      GdkModifierType state)
{
  gboolean far = (state & GDK_CONTROL_MASK) != 0;
  int row = self->row, column = self->column, last_row = (int) self->grid->rows->len - 1;

  switch (key)
    {
    case GDK_KEY_Up: case GDK_KEY_KP_Up: row = far ? edge_row (self, -1) : next_row (self, row, -1); break;
    case GDK_KEY_Down: case GDK_KEY_KP_Down: row = far ? edge_row (self, 1) : next_row (self, row, 1); break;
    case GDK_KEY_Left: case GDK_KEY_KP_Left: column = far ? edge_column (self, -1) : column - 1; break;
    case GDK_KEY_Right: case GDK_KEY_KP_Right: column = far ? edge_column (self, 1) : column + 1; break;
    case GDK_KEY_Page_Up: case GDK_KEY_KP_Page_Up: row = page_row (self, -1); break;
    case GDK_KEY_Page_Down: case GDK_KEY_KP_Page_Down: row = page_row (self, 1); break;
    case GDK_KEY_Home: case GDK_KEY_KP_Home: column = 0; row = far ? first_task (self, 0, 1) : row; break;
    case GDK_KEY_End: case GDK_KEY_KP_End:
      column = (int) self->grid->columns->len - 1;
      row = far ? first_task (self, last_row, -1) : row;
      break;
    default:
      return FALSE;
    }
  /* From a heading of a process there is no cell beside it, and from the organisations none to the left. */
  if (row < 0)
    column = MAX (column, 0);
  samsyn_map_view_set_cursor (self, row, column, (state & GDK_SHIFT_MASK) != 0 && row >= 0 && column >= 0);
  return TRUE;
}

/* ---- Typing ---------------------------------------------------------------------------------------------------------------- */

static gboolean
in_cells (SamsynMapView *self)
{
  return self->column >= 0 && is_task (self, self->row);
}

static gboolean
type_letter (SamsynMapView *self,
             gunichar       character)
{
  int role = samsyn_letter_typed (character, self->huki);
  gboolean beside = self->beside;

  if (!in_cells (self) || self->read_only)
    return FALSE;
  self->beside = character == '/' && (samsyn_map_grid_cell (self->grid, self->row, self->column)->letters & ~PAIR) == 0;
  if (character == '/')
    g_signal_emit (self, samsyn_map_view_signals[SAMSYN_MAP_TYPED], 0, -1, TRUE);
  else if (role >= 0)
    g_signal_emit (self, samsyn_map_view_signals[SAMSYN_MAP_TYPED], 0, role, beside);
  return character == '/' || role >= 0;
}

/* On a row for new ones typing begins the name. */
static gboolean
type_name (SamsynMapView *self,
           gunichar       character)
{
  char text[7] = { 0 };

  if (self->row < 0 || samsyn_map_grid_row (self->grid, self->row)->type < SAMSYN_MAP_NEW_TASK || !g_unichar_isgraph (character))
    return FALSE;
  g_unichar_to_utf8 (character, text);
  samsyn_map_view_show_entry (self, self->row, text);
  return TRUE;
}

static void
on_text (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (SamsynMapView) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && self->grid != NULL && in_cells (self))
    g_signal_emit (self, samsyn_map_view_signals[SAMSYN_MAP_PASTED], 0, text);
}

static gboolean
use_clipboard (SamsynMapView *self,
               guint          key)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (key == GDK_KEY_c)
    {
      g_autoptr (GdkContentProvider) table = samsyn_map_copy (self->grid, samsyn_map_view_get_selection (self), self->huki);

      gdk_clipboard_set_content (clipboard, table);
      return TRUE;
    }
  if (key == GDK_KEY_v && !self->read_only)
    {
      gdk_clipboard_read_text_async (clipboard, NULL, on_text, g_object_ref (self));
      return TRUE;
    }
  if (key == GDK_KEY_a && self->grid->columns->len > 0)
    {
      samsyn_map_view_set_cursor (self, first_task (self, 0, 1), 0, FALSE);
      samsyn_map_view_set_cursor (self, first_task (self, (int) self->grid->rows->len - 1, -1),
                                  (int) self->grid->columns->len - 1, TRUE);
      return TRUE;
    }
  return FALSE;
}

static gboolean
open_or_begin (SamsynMapView *self)
{
  if (self->row >= 0 && samsyn_map_grid_row (self->grid, self->row)->type >= SAMSYN_MAP_NEW_TASK)
    samsyn_map_view_show_entry (self, self->row, "");
  else
    g_signal_emit (self, samsyn_map_view_signals[SAMSYN_MAP_OPENED], 0);
  return TRUE;
}

static gboolean
do_command (SamsynMapView *self,
            guint          key)
{
  switch (key)
    {
    case GDK_KEY_Return: case GDK_KEY_KP_Enter: case GDK_KEY_ISO_Enter:
      return open_or_begin (self);
    case GDK_KEY_space: case GDK_KEY_KP_Space:
      return samsyn_map_view_fold (self, self->row, self->column);
    case GDK_KEY_Delete: case GDK_KEY_KP_Delete: case GDK_KEY_BackSpace:
      if (in_cells (self) && !self->read_only)
        g_signal_emit (self, samsyn_map_view_signals[SAMSYN_MAP_CLEARED], 0);
      return TRUE;
    case GDK_KEY_Escape:
      samsyn_map_view_set_cursor (self, self->row, self->column, FALSE);
      return FALSE;
    default:
      return FALSE;
    }
}

/* Among the tasks of its process, and at the end of those into the next one. */
static int
next_place (SamsynMapView *self,
            int            by)
{
  const SamsynMapRow *own = samsyn_map_grid_row (self->grid, self->row);

  for (int i = self->row + by; i >= 0 && i < (int) self->grid->rows->len; i += by)
    {
      const SamsynMapRow *row = samsyn_map_grid_row (self->grid, i);
      gboolean same = row->process == own->process;

      if (own->type == SAMSYN_MAP_PROCESS && samsyn_map_grid_can_move (self->grid, self->row, i))
        return i;
      if (own->type == SAMSYN_MAP_PROCESS || (same && row->type != SAMSYN_MAP_TASK))
        continue;
      if (same || (by < 0 && row->type == SAMSYN_MAP_NEW_TASK) || (by > 0 && row->type == SAMSYN_MAP_PROCESS && !row->folded))
        return i;
      break;
    }
  return -1;
}

static void
move_row (SamsynMapView *self,
          int            by)
{
  int to = next_place (self, by);

  if (to >= 0 && samsyn_map_grid_can_move (self->grid, self->row, to))
    g_signal_emit (self, samsyn_map_view_signals[SAMSYN_MAP_MOVED], 0, self->row, to);
}

static gboolean
on_key (SamsynMapView         *self,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        GtkEventControllerKey *controller)
{
  gunichar character = gdk_keyval_to_unicode (key);

  if (self->grid == NULL || self->grid->rows->len == 0
      || gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))), self->entry))
    return FALSE;
  if (state & GDK_ALT_MASK)
    {
      if ((key != GDK_KEY_Up && key != GDK_KEY_Down) || self->row < 0 || self->read_only)
        return FALSE;
      move_row (self, key == GDK_KEY_Up ? -1 : 1);
      return TRUE;
    }
  if (move (self, key, state))
    return TRUE;
  if (state & GDK_CONTROL_MASK)
    return use_clipboard (self, gdk_keyval_to_lower (key));
  return do_command (self, key) || type_letter (self, character) || type_name (self, character);
}

void
samsyn_map_view_add_keys (SamsynMapView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
