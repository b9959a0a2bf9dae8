/* map-editor.c: what the user does in the map, written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-editor.h"

#include "map-copy.h"
#include "map-edit.h"
#include "map-letter.h"
#include "model/preferences.h"
#include "model/words.h"

typedef struct
{
  SamsynMapView  *view; /* which owns this */
  SamsynSession  *session;
  SamsynMapState *state; /* the session's */
} Editor;

static void
free_editor (gpointer data,
             GClosure *closure)
{
  Editor *editor = data;

  g_object_unref (editor->session);
  g_free (editor);
}

static SamsynMapEdit
edit_of (const Editor *editor)
{
  return (SamsynMapEdit) { .store = samsyn_session_get_store (editor->session), .grid = samsyn_map_view_get_grid (editor->view),
                           .from_date = editor->state->from_date };
}

/* Writes what was planned; the step, 0 where nothing was written. */
static gint64
write_changes (const Editor *editor,
               const char   *code,
               GPtrArray    *changes,
               GError       *error)
{
  g_autoptr (GPtrArray) planned = changes;
  g_autoptr (GError) failure = error;
  gint64 step = 0;

  if (planned != NULL && planned->len > 0)
    step = samsyn_session_apply (editor->session, code, planned, NULL, &failure);
  if (failure != NULL)
    samsyn_session_tell (editor->session, failure->message, 0);
  return step;
}

static gboolean
is_huki (void)
{
  g_autofree char *letters = samsyn_preference_get (SAMSYN_PREFERENCE_LETTERS);

  return g_str_equal (letters, "huki");
}

/* Why “/” did nothing. */
static void
explain_beside (const Editor *editor)
{
  gboolean huki = is_huki ();
  const char *a = samsyn_letter (SAMSYN_ROLE_A, huki), *r = samsyn_letter (SAMSYN_ROLE_R, huki);
  g_autofree char *letters = NULL, *text = NULL;
  int row, column;

  samsyn_map_view_get_cursor (editor->view, &row, &column);
  letters = samsyn_letters_text (samsyn_map_grid_cell (samsyn_map_view_get_grid (editor->view), row, column)->letters, huki);
  if (*letters == '\0')
    text = g_strdup_printf (C_ ("map", "“/” adds the second of %s and %s; this cell is empty. Type one of them first."), a, r);
  else
    text = g_strdup_printf (C_ ("map", "“/” adds the second of %s and %s, which alone go together; this cell holds %s. Type a "
                                       "letter to "
                                       "put it instead."),
                            a, r, letters);
  samsyn_session_tell (editor->session, text, 0);
}

static void
on_typed (Editor  *editor,
          int      role,
          gboolean beside)
{
  SamsynMapEdit edit = edit_of (editor);
  GError *error = NULL;
  GPtrArray *changes;

  samsyn_session_save_all (editor->session);
  changes = samsyn_map_edit_type (&edit, samsyn_map_view_get_selection (editor->view), role, beside, &error);
  if (beside && changes != NULL && changes->len == 0)
    explain_beside (editor);
  write_changes (editor, "edit", changes, error);
}

static void
on_cleared (Editor *editor)
{
  SamsynMapEdit edit = edit_of (editor);
  GError *error = NULL;
  GPtrArray *changes;
  gint64 step;

  samsyn_session_save_all (editor->session);
  changes = samsyn_map_edit_clear (&edit, samsyn_map_view_get_selection (editor->view), &error);
  step = write_changes (editor, "edit", changes, error);
  if (step != 0)
    samsyn_session_tell (editor->session, C_ ("map", "Letters were removed"), step);
}

static void
on_pasted (Editor     *editor,
           const char *text)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GPtrArray) rows = samsyn_map_paste_read (text, is_huki (), &problem);
  SamsynMapArea area = samsyn_map_view_get_selection (editor->view);
  gint64 step = 0;

  if (rows == NULL)
    {
      samsyn_session_tell (editor->session, problem->message, 0);
      return;
    }
  samsyn_session_save_all (editor->session);
  /* The second letter of a cell follows from what the first go wrote. */
  for (guint second = 0; second < 2; second++)
    {
      SamsynMapEdit edit = edit_of (editor);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) changes = samsyn_map_edit_paste (&edit, area, rows, second, &error);

      if (changes != NULL && changes->len > 0)
        step = samsyn_session_amend (editor->session, "edit", step, changes, NULL, &error);
      if (error != NULL)
        {
          samsyn_session_tell (editor->session, error->message, step);
          return;
        }
    }
}

static void
on_created (Editor     *editor,
            int         row,
            const char *name)
{
  SamsynMapEdit edit = edit_of (editor);
  GError *error = NULL;
  GPtrArray *changes = samsyn_map_edit_create (&edit, row, name, &error);

  write_changes (editor, "create", changes, error);
}

static void
on_moved (Editor *editor,
          int     from,
          int     to)
{
  SamsynMapEdit edit = edit_of (editor);
  GError *error = NULL;
  GPtrArray *changes = samsyn_map_edit_move (&edit, from, to, &error);

  write_changes (editor, "edit", changes, error);
}

/* ---- Looking --------------------------------------------------------------------------------------------------------------- */

static void
on_opened (Editor *editor)
{
  const SamsynMapGrid *grid = samsyn_map_view_get_grid (editor->view);
  gint64 record = 0;
  int row, column;

  samsyn_map_view_get_cursor (editor->view, &row, &column);
  if (row >= 0 && column >= 0)
    record = samsyn_map_grid_assignment (grid, row, column, samsyn_session_get_record (editor->session));
  else if (row >= 0)
    record = samsyn_map_grid_row_id (grid, row);
  else if (column >= 0)
    record = samsyn_map_grid_organisation (grid, column)->id;
  if (record != 0)
    samsyn_session_show_record (editor->session, record);
  else if (row >= 0 && column >= 0)
    samsyn_session_tell (editor->session, samsyn_map_grid_cell (grid, row, column)->letters != 0
                                            ? C_ ("map", "The letters are those of folded units; unfold the column to open them.")
                                            : C_ ("map", "This cell is empty: a letter that is typed makes an assignment."), 0);
}

void
samsyn_map_editor_attach (SamsynMapView  *view,
                          SamsynSession  *session,
                          SamsynMapState *state)
{
  static const struct
  {
    const char *signal;
    GCallback   handler;
  } handlers[] = {
    { "typed", G_CALLBACK (on_typed) },     { "cleared", G_CALLBACK (on_cleared) }, { "pasted", G_CALLBACK (on_pasted) },
    { "created", G_CALLBACK (on_created) }, { "moved", G_CALLBACK (on_moved) },
  };
  Editor *editor = g_new0 (Editor, 1);

  editor->view = view;
  editor->session = g_object_ref (session);
  editor->state = state;
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_swapped (view, handlers[i].signal, handlers[i].handler, editor);
  /* The last one also frees it, with the view. */
  g_signal_connect_data (view, "opened", G_CALLBACK (on_opened), editor, free_editor, G_CONNECT_SWAPPED);
}
