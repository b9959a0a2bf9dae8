/* test-align.c: a wide window: lists end at its edge, words stand above their numbers, and the values of a form in one column
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "desktop/fields/field-editor.h"
#include "desktop/fields/form-field.h"
#include "desktop/frame/application.h"
#include "desktop/frame/workspace.h"
#include "desktop/list/list-table.h"
#include "desktop/page/pages.h"
#include "desktop/parts/day-text.h"
#include "desktop/question/columns.h"
#include "fixture.h"
#include "stage-sample.h"
#include "stage.h"

#define WIDE 2400
#define TALL 800

static SamsynApplication *application;

static float
left_of (GtkWidget *widget,
         GtkWidget *within)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, within, &bounds));
  return bounds.origin.x;
}

static float
right_of (GtkWidget *widget,
          GtkWidget *within)
{
  return left_of (widget, within) + (float) gtk_widget_get_width (widget);
}

/* A title is read in full, as long as nobody has narrowed its column, and an arrow keeps its place beside the words: before those
 * of a number. */
static guint
look_at_titles (GtkWidget  *view,
                const char *where)
{
  guint faults = 0;

  for (GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (view)); title != NULL;
       title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *words = gtk_widget_get_mapped (title) ? stage_find (title, GTK_TYPE_LABEL) : NULL;
      gboolean at_end = words != NULL && gtk_widget_get_halign (gtk_widget_get_parent (words)) == GTK_ALIGN_END;

      if (at_end && right_of (words, title) < (float) gtk_widget_get_width (title) - 25)
        {
          g_test_message ("%s: “%s” is not above its numbers", where, gtk_label_get_text (GTK_LABEL (words)));
          faults++;
        }
      if (words != NULL && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (words))))
        {
          g_test_message ("%s: “%s” is cut off", where, gtk_label_get_text (GTK_LABEL (words)));
          faults++;
        }
    }
  return faults;
}

static guint
look_at_list (GtkWidget  *window,
              const char *where)
{
  SamsynListTable *table = (SamsynListTable *) stage_find (window, SAMSYN_TYPE_LIST_TABLE);
  GtkWidget *view = table != NULL ? GTK_WIDGET (samsyn_list_table_get_headings (table)) : NULL;
  GtkWidget *header = view != NULL ? gtk_widget_get_first_child (view) : NULL;

  if (view == NULL)
    return 0;
  if (gtk_widget_get_width (header) == gtk_widget_get_width (view)
      && gtk_widget_get_width (GTK_WIDGET (samsyn_list_table_get_rows (table))) == gtk_widget_get_width (view))
    return look_at_titles (view, where);
  g_test_message ("%s: %d of %d pixels are used", where, gtk_widget_get_width (header), gtk_widget_get_width (view));
  return 1;
}

/* What a drop-down offers is read in full, however short what is chosen. */
static guint
look_at_offers (GtkWidget  *widget,
                const char *where)
{
  guint faults = 0;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    {
      g_test_message ("%s: “%s” is cut off", where, gtk_label_get_text (GTK_LABEL (widget)));
      faults++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    faults += look_at_offers (child, where);
  return faults;
}

static guint
look_at_choices (GtkWidget  *widget,
                 const char *where)
{
  guint faults = 0;

  if (GTK_IS_DROP_DOWN (widget) && gtk_widget_get_mapped (widget))
    {
      GtkWidget *popover = gtk_widget_get_last_child (widget);

      g_assert_true (GTK_IS_POPOVER (popover));
      gtk_popover_popup (GTK_POPOVER (popover));
      stage_turn (12);
      faults = look_at_offers (popover, where);
      gtk_popover_popdown (GTK_POPOVER (popover));
      stage_turn (12);
      return faults;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    faults += look_at_choices (child, where);
  return faults;
}

/* Those beside their labels begin at one place. */
static guint
look_at_form (GtkWidget  *widget,
              GtkWidget  *window,
              const char *where,
              float      *place)
{
  guint faults = 0;

  if (SAMSYN_IS_FORM_FIELD (widget))
    {
      GtkWidget *editor = GTK_WIDGET (samsyn_form_field_get_editor (SAMSYN_FORM_FIELD (widget)));
      SamsynType type = samsyn_form_field_get_field (SAMSYN_FORM_FIELD (widget))->type;
      float left = left_of (editor, window);

      if (type == SAMSYN_TYPE_LONG_TEXT || type == SAMSYN_TYPE_BODY)
        return 0;
      if (*place > 0 && ABS (*place - left) > 0.5f)
        {
          g_test_message ("%s: %s stands at %g, not at %g", where,
                          samsyn_field_label (samsyn_form_field_get_field (SAMSYN_FORM_FIELD (widget)), NULL), (double) left,
                          (double) *place);
          faults++;
        }
      *place = left;
      return faults;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    faults += look_at_form (child, window, where, place);
  return faults;
}

static gint64
first_of (SamsynStore      *store,
          const SamsynKind *kind)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (GArray) ids = samsyn_store_ids (store, query, 0, 1, NULL);

  return ids != NULL && ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
}

static void
test_pages (StageSample  *sample,
            gconstpointer data)
{
  guint faults = 0, n_lists = 0;

  gtk_window_set_default_size (GTK_WINDOW (sample->window), WIDE, TALL);
  for (guint i = 0; i < samsyn_pages ()->len; i++)
    {
      const SamsynPageInfo *page = &g_array_index (samsyn_pages (), SamsynPageInfo, i);
      float place = 0;

      if (page->kind == NULL)
        continue;
      samsyn_session_show_page (sample->session, page->id);
      stage_turn (12);
      n_lists += stage_find (sample->window, SAMSYN_TYPE_LIST_TABLE) != NULL;
      faults += look_at_list (sample->window, page->id);
      samsyn_session_show_record (sample->session, first_of (sample->store, page->kind));
      stage_turn (12);
      faults += look_at_form (sample->window, sample->window, page->id, &place);
      faults += look_at_choices (sample->window, page->id);
      samsyn_session_show_record (sample->session, 0);
    }
  g_assert_cmpuint (n_lists, >, 30);
  g_assert_cmpuint (faults, ==, 0);
}

/* However large the text is, and as it becomes so, titles and dates are read in full. */
static void
test_large_text (StageSample  *sample,
                 gconstpointer data)
{
  g_autofree char *day = samsyn_day_text ("2016-09-30");
  guint faults = 0, n_dates = 0;

  gtk_window_set_default_size (GTK_WINDOW (sample->window), WIDE, TALL);
  for (guint i = 0; i < samsyn_pages ()->len; i++)
    {
      const SamsynPageInfo *page = &g_array_index (samsyn_pages (), SamsynPageInfo, i);
      SamsynListTable *table;
      const SamsynQuestion *question;

      if (page->kind == NULL)
        continue;
      samsyn_session_show_page (sample->session, page->id);
      stage_turn (3);
      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
      stage_turn (12);
      table = (SamsynListTable *) stage_find (sample->window, SAMSYN_TYPE_LIST_TABLE);
      faults += look_at_titles (GTK_WIDGET (samsyn_list_table_get_headings (table)), page->id);
      question = samsyn_list_table_get_question (table);
      for (guint c = 0; c < question->columns->len; c++)
        {
          const SamsynColumn *column = g_ptr_array_index (question->columns, c);
          g_autoptr (PangoLayout) date = gtk_widget_create_pango_layout (GTK_WIDGET (table), day);
          int width;

          pango_layout_get_pixel_size (date, &width, NULL);
          if (column->field.type != SAMSYN_TYPE_DATE || !column->visible)
            continue;
          n_dates++;
          faults += samsyn_column_pixels (column) < width;
        }
      gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
    }
  g_assert_cmpuint (n_dates, >, 20);
  g_assert_cmpuint (faults, ==, 0);
}

/* In a new workspace too, a choice says what holds: GTK's "(None)" is no answer. */
static void
test_new_workspace (void)
{
  g_autofree char *folder = samsyn_fixture_folder ();
  SamsynWorkspace *workspace = samsyn_workspace_new (samsyn_fixture_store (folder), NULL, NULL);
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (workspace));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDE, TALL);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < samsyn_pages ()->len; i++)
    {
      GtkWidget *choice;

      samsyn_session_show_page (samsyn_workspace_get_session (workspace), g_array_index (samsyn_pages (), SamsynPageInfo, i).id);
      stage_turn (12);
      choice = stage_find (window, GTK_TYPE_DROP_DOWN);
      if (choice != NULL)
        g_assert_nonnull (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (choice)));
    }
  samsyn_workspace_close (workspace);
  gtk_window_destroy (GTK_WINDOW (window));
  stage_turn (12);
  samsyn_fixture_remove (g_steal_pointer (&folder));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  application = stage_start_still ();
  g_test_add_func ("/align/new-workspace", test_new_workspace);
  g_test_add ("/align/large-text", StageSample, NULL, stage_sample_set_up, test_large_text, stage_sample_tear_down);
  g_test_add ("/align/pages", StageSample, NULL, stage_sample_set_up, test_pages, stage_sample_tear_down);
  return g_test_run ();
}
