/* test-record-list.c: the list model pages, sorts, tells the least of what changed, and keeps its rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desktop/session/record-list.h"
#include "fixture.h"

#define N_RECORDS 5000

typedef struct
{
  char             *folder;
  SamsynStore      *store;
  SamsynRecordList *list;
  GArray           *mirror; /* the ids as an observer knows them from "items-changed" alone */
  guint             n_signals;
  guint             position, removed, added; /* of the last signal */
} Fixture;

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  fixture->n_signals++;
  fixture->position = position;
  fixture->removed = removed;
  fixture->added = added;
  g_array_remove_range (fixture->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    {
      gint64 id = samsyn_record_list_get_id (fixture->list, position + i);

      g_array_insert_val (fixture->mirror, position + i, id);
    }
}

static SamsynQuery *
query_actions (gboolean descending)
{
  SamsynQuery *query = samsyn_query_new (samsyn_kind_find ("action"));

  samsyn_query_select (query, "title");
  samsyn_query_select (query, "priority");
  samsyn_query_order (query, "title", descending);
  return query;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = samsyn_fixture_folder ();
  fixture->store = samsyn_fixture_store (fixture->folder);
  samsyn_fixture_fill (fixture->store, N_RECORDS);
  fixture->list = samsyn_record_list_new (fixture->store);
  fixture->mirror = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  samsyn_record_list_close (fixture->list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
  g_object_unref (fixture->list);
  g_array_unref (fixture->mirror);
  samsyn_store_close (fixture->store);
  samsyn_fixture_remove (fixture->folder);
}

static void
ask (Fixture     *fixture,
     SamsynQuery *query)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (samsyn_record_list_set_query (fixture->list, query, &error));
  g_assert_no_error (error);
}

static void
load_all (Fixture *fixture)
{
  while (!samsyn_record_list_is_complete (fixture->list))
    g_main_context_iteration (NULL, TRUE);
}

static void
refresh (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->n_signals = 0;
  g_assert_true (samsyn_record_list_refresh (fixture->list, &error));
  g_assert_no_error (error);
  load_all (fixture);
}

/* The list, what it told of itself, and the store agree. */
static void
check_ids (Fixture     *fixture,
           SamsynQuery *query)
{
  g_autoptr (SamsynQuery) owned = query;
  g_autoptr (GArray) ids = samsyn_store_ids (fixture->store, query, 0, 0, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, ids->len);
  g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), fixture->mirror->data, fixture->mirror->len * sizeof (gint64));
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (samsyn_record_list_get_id (fixture->list, i), ==, g_array_index (ids, gint64, i));
}

static void
test_pages (Fixture      *fixture,
            gconstpointer data)
{
  ask (fixture, query_actions (FALSE));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 200);
  g_assert_false (samsyn_record_list_is_complete (fixture->list));
  load_all (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, N_RECORDS);
  g_assert_cmpuint (fixture->n_signals, >, 2);
  g_assert_cmpuint (fixture->n_signals, <, 8);
  check_ids (fixture, query_actions (FALSE));

  /* Another order in the middle of loading starts anew. */
  ask (fixture, query_actions (TRUE));
  g_main_context_iteration (NULL, FALSE);
  ask (fixture, query_actions (FALSE));
  ask (fixture, query_actions (TRUE));
  load_all (fixture);
  check_ids (fixture, query_actions (TRUE));
}

static void
test_least (Fixture      *fixture,
            gconstpointer data)
{
  gint64 id;

  ask (fixture, query_actions (FALSE));
  load_all (fixture);

  /* Nothing moves where a value changes that the order does not depend on. */
  id = samsyn_record_list_get_id (fixture->list, 3000);
  samsyn_fixture_edit (fixture->store, id, "priority", "high", NULL);
  refresh (fixture);
  g_assert_cmpuint (fixture->n_signals, ==, 0);

  /* One record more is one row more, at its place; and one less. */
  id = samsyn_fixture_create (fixture->store, "action", "title", "aaa first of all");
  refresh (fixture);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (fixture->position, ==, samsyn_record_list_find (fixture->list, id));
  g_assert_cmpuint (fixture->removed, ==, 0);
  g_assert_cmpuint (fixture->added, ==, 1);
  check_ids (fixture, query_actions (FALSE));
  samsyn_fixture_delete (fixture->store, id);
  refresh (fixture);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (fixture->removed, ==, 1);
  g_assert_cmpuint (fixture->added, ==, 0);
  g_assert_cmpuint (samsyn_record_list_find (fixture->list, id), ==, G_MAXUINT);
  check_ids (fixture, query_actions (FALSE));
}

static void
test_sort_kept (Fixture      *fixture,
                gconstpointer data)
{
  gint64 id;

  ask (fixture, query_actions (TRUE));
  load_all (fixture);
  id = samsyn_record_list_get_id (fixture->list, 10);
  samsyn_fixture_edit (fixture->store, id, "title", "Ööö, last in the alphabet", NULL);
  refresh (fixture);
  g_assert_cmpint (samsyn_record_list_get_id (fixture->list, 0), ==, id);
  /* Only the rows it passed on its way. */
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (fixture->removed, ==, 11);
  g_assert_cmpuint (fixture->added, ==, 11);
  check_ids (fixture, query_actions (TRUE));
}

static void
count_one (SamsynRecordRow *row,
           guint           *n)
{
  *n += 1;
}

static void
test_rows (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (SamsynRecordRow) row = NULL, again = NULL;
  guint n_changed = 0;

  ask (fixture, query_actions (FALSE));
  row = g_list_model_get_item (G_LIST_MODEL (fixture->list), 7);
  again = g_list_model_get_item (G_LIST_MODEL (fixture->list), 7);
  g_assert_true (row == again);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), N_RECORDS));
  g_assert_cmpint (samsyn_record_row_get_id (row), ==, samsyn_record_list_get_id (fixture->list, 7));
  g_assert_nonnull (samsyn_value_get_text (&samsyn_record_row_get_values (row)[0]));

  g_signal_connect (row, "changed", G_CALLBACK (count_one), &n_changed);
  samsyn_fixture_edit (fixture->store, samsyn_record_row_get_id (row), "priority", "high", NULL);
  refresh (fixture);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpstr (samsyn_value_get_text (&samsyn_record_row_get_values (row)[1]), ==, "high");

  /* A row outlives its record, and its list. */
  samsyn_fixture_delete (fixture->store, samsyn_record_row_get_id (row));
  refresh (fixture);
  g_assert_null (samsyn_record_row_get_values (row));
  samsyn_record_list_close (fixture->list);
  g_assert_null (samsyn_record_row_get_values (row));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/record-list/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/record-list/least", Fixture, NULL, set_up, test_least, tear_down);
  g_test_add ("/record-list/sort-kept", Fixture, NULL, set_up, test_sort_kept, tear_down);
  g_test_add ("/record-list/rows", Fixture, NULL, set_up, test_rows, tear_down);
  return g_test_run ();
}
