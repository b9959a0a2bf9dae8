/* test-related.c: what belongs to a record: how it is headed, how each stands, and what it is called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "desktop/record/related-row.h"
#include "desktop/record/related.h"
#include "fixture.h"
#include "kinds/kinds.h"
#include "stage-sample.h"
#include "stage.h"

/* The project that others are parts of. */
static gint64
main_project (StageSample *sample)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("project"));
  g_autoptr (SamsynRows) rows = NULL;

  samsyn_query_select (query, "parent");
  samsyn_query_where (query, "parent", SAMSYN_QUERY_GIVEN, NULL);
  rows = samsyn_store_select (sample->store, query, NULL);
  g_assert_cmpuint (rows->n_rows, >, 0);
  return samsyn_rows_integer (rows, 0, 0, 0);
}

/* Whether a label below the widget says that, or begins so. */
static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  g_autoptr (GPtrArray) labels = stage_labels (widget);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_has_prefix (gtk_label_get_text (g_ptr_array_index (labels, i)), text))
      return TRUE;
  return FALSE;
}

static GtkWidget *
show (StageSample *sample)
{
  samsyn_session_show_record (sample->session, main_project (sample));
  stage_turn (12);
  return stage_find (sample->window, SAMSYN_TYPE_RELATED);
}

static void
test_parts (StageSample  *sample,
            gconstpointer data)
{
  GtkWidget *related = show (sample);

  g_assert_true (says (related, "Subprojects ("));
  g_assert_false (says (related, "Projects ("));
}

/* Choices before dates, and neither what the title says already. */
static void
test_standing (StageSample  *sample,
               gconstpointer data)
{
  GtkWidget *related = show (sample);
  const SamsynField *status = samsyn_kind_field (samsyn_kind_find ("action"), "status");
  g_autofree char *first = g_strdup_printf ("%s: ", samsyn_field_label (status, NULL));
  g_autofree char *late
      = g_strdup_printf ("%s: ", samsyn_field_label (samsyn_kind_field (samsyn_kind_find ("action"), "due_on"), NULL));

  g_assert_true (says (related, first));
  g_assert_false (says (related, late));
}

/* ---- What it is called ----------------------------------------------------------------------------------------------------- */

static gint64
create_passage (SamsynStore *store,
                gint64       document,
                gint64       about,
                const char  *place,
                const char  *quote)
{
  gint64 id = samsyn_store_new_id (store);
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("passage"), id);

  samsyn_change_add_integer (change, "document", document);
  samsyn_change_add_integer (change, "about", about);
  samsyn_change_add_text (change, "quote", quote);
  if (place != NULL)
    samsyn_change_add_text (change, "place", place);
  samsyn_fixture_apply (store, change);
  return id;
}

static void
assert_called (SamsynStore *store,
               gint64       record,
               gint64       owner,
               const char  *expected)
{
  g_autofree char *title = samsyn_store_title (store, record, NULL), *of = samsyn_store_title (store, owner, NULL);
  GtkWidget *row = g_object_ref_sink (samsyn_related_row_new (store, record, title, of));
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, expected);
  g_object_unref (row);
}

/* Passages of one document are told apart by what they quote, in the list of what they are about and in the document's. */
static void
test_called (void)
{
  g_autofree char *folder = samsyn_fixture_folder ();
  SamsynStore *store = samsyn_fixture_store (folder);
  gint64 document = samsyn_fixture_create (store, "document", "title", "Lagen");
  gint64 task = samsyn_fixture_create (store, "task", "name", "Uppgiften");
  gint64 plain = create_passage (store, document, task, NULL, "Nämnden svarar."), placed;
  gint64 action = samsyn_fixture_create (store, "action", "title", "Åtgärden");

  placed = create_passage (store, document, task, "4 kap.", "Staten\nbetalar.");
  assert_called (store, plain, task, "Lagen · Nämnden svarar.");
  assert_called (store, placed, task, "Lagen · 4 kap. · Staten betalar.");
  assert_called (store, plain, document, "Nämnden svarar.");
  assert_called (store, placed, document, "4 kap. · Staten betalar.");
  assert_called (store, action, task, "Åtgärden");
  samsyn_store_close (store);
  samsyn_fixture_remove (g_steal_pointer (&folder));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  application = GTK_APPLICATION (stage_start_still ());
  g_test_add ("/related/parts", StageSample, NULL, stage_sample_set_up, test_parts, stage_sample_tear_down);
  g_test_add ("/related/standing", StageSample, NULL, stage_sample_set_up, test_standing, stage_sample_tear_down);
  g_test_add_func ("/related/called", test_called);
  return g_test_run ();
}
