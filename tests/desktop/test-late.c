/* test-late.c: a date that is late is marked in its list, drawn and told, where and only where the file says so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "desktop/list/list-row.h"
#include "desktop/list/list-table.h"
#include "fixture.h"
#include "kinds/kinds.h"
#include "model/late.h"
#include "stage-sample.h"
#include "stage.h"

#define TODAY "2016-11-18"

/* ---- The rule -------------------------------------------------------------------------------------------------------------- */

static gboolean
is_late (const SamsynKind *kind,
         const SamsynRows *rows,
         guint             row,
         guint             n_settled,
         const char       *today)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (samsyn_value_is_late (kind, &kind->fields[i], samsyn_rows_get (rows, row, n_settled + i),
                              n_settled > 0 ? samsyn_rows_get (rows, row, 0) : NULL, today))
      return TRUE;
  return FALSE;
}

static guint
count_by_values (StageSample      *sample,
                 const SamsynKind *kind,
                 const char       *today)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (SamsynRows) rows = NULL;
  guint n_settled = 0, n = 0;

  for (; kind->settled != NULL && kind->settled[n_settled].field != NULL; n_settled++)
    samsyn_query_select (query, kind->settled[n_settled].field);
  for (guint i = 0; i < kind->n_fields; i++)
    samsyn_query_select (query, kind->fields[i].id);
  rows = samsyn_store_select (sample->store, query, NULL);
  for (guint row = 0; row < rows->n_rows; row++)
    n += is_late (kind, rows, row, n_settled, today);
  return n;
}

/* One record after the other, and all by one question: of every kind, as seen on several days. */
static void
test_rule (StageSample  *sample,
           gconstpointer data)
{
  static const char *const days[] = { "2015-01-01", "2016-03-15", TODAY, "2030-01-01" };
  gint64 n_late = 0;

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (days); i++)
      {
        g_autoptr (SamsynQuery) query = samsyn_query_new (*kind);

        samsyn_query_where_late (query, days[i]);
        g_assert_cmpint (count_by_values (sample, *kind, days[i]), ==, samsyn_store_count (sample->store, query, NULL));
        n_late += samsyn_store_count (sample->store, query, NULL);
      }
  g_assert_cmpint (n_late, >, 30);
}

/* ---- In a list ------------------------------------------------------------------------------------------------------------- */

static guint
count_red (GtkWidget *row)
{
  GdkRGBA colour;

  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (row), "error_color", &colour));
  return stage_count_coloured (row, &colour);
}

/* How many rows are drawn as late; a row tells so to screen readers as well. */
static guint
count_late_rows (StageSample *sample)
{
  g_autoptr (GPtrArray) rows = stage_rows (sample->window);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i), *outer = gtk_widget_get_parent (row);
      g_autofree char *told
          = gtk_test_accessible_check_property (GTK_ACCESSIBLE (outer), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");

      g_assert_cmpint (told != NULL && strstr (told, "late)") != NULL, ==, count_red (row) > 0);
      n += count_red (row) > 0;
    }
  return n;
}

static void
test_list (StageSample  *sample,
           gconstpointer data)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("action"));
  g_autoptr (SamsynRows) late = NULL;

  samsyn_query_select (query, "@id");
  samsyn_query_where_late (query, TODAY);
  late = samsyn_store_select (sample->store, query, NULL);
  g_assert_cmpuint (late->n_rows, >, 1);
  gtk_window_set_default_size (GTK_WINDOW (sample->window), 1280, 1400);
  samsyn_session_show_page (sample->session, "action");
  stage_turn (12);
  g_assert_cmpuint (count_late_rows (sample), ==, late->n_rows);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  stage_turn (12);
  g_assert_cmpuint (count_late_rows (sample), ==, late->n_rows);
  /* What is done is late no more. */
  samsyn_fixture_edit (sample->store, samsyn_rows_integer (late, 0, 0, 0), "status", "done", NULL);
  stage_turn (12);
  g_assert_cmpuint (count_late_rows (sample), ==, late->n_rows - 1);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;

  g_setenv ("SAMSYN_NOW", TODAY, TRUE);
  g_test_init (&argc, &argv, NULL);
  application = GTK_APPLICATION (stage_start_still ());
  g_test_add ("/late/rule", StageSample, NULL, stage_sample_set_up, test_rule, stage_sample_tear_down);
  g_test_add ("/late/list", StageSample, NULL, stage_sample_set_up, test_list, stage_sample_tear_down);
  return g_test_run ();
}
