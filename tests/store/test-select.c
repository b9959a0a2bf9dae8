/* test-select.c: which records queries find, against the same questions answered in C
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "answers.h"
#include "kinds/kinds.h"
#include "store/compile.h"
#include "store/db.h"

#define N_EACH 30

static guint n_checked;

/* ---- The same in C -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64      id;
  SamsynValue key;
} Row;

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      descending)
{
  const Row *x = a, *y = b;
  gboolean x_null = samsyn_value_is_null (&x->key), y_null = samsyn_value_is_null (&y->key);
  int order = x_null || y_null ? 0 : compare_sorted (&x->key, &y->key);

  if (x_null != y_null)
    return x_null ? 1 : -1;
  if (order != 0)
    return GPOINTER_TO_INT (descending) ? -order : order;
  return (x->id > y->id) - (x->id < y->id);
}

/* ---- Every kind, path, test and order ------------------------------------------------------------------------------------- */

static GArray *
find_in_c (const SamsynKind           *kind,
           const SamsynQueryCondition *conditions,
           guint                       n_conditions,
           const SamsynQueryOrder     *order)
{
  GPtrArray *all = g_hash_table_lookup (records, kind);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < all->len; i++)
    {
      const SamsynRecord *record = g_ptr_array_index (all, i);
      gboolean any = n_conditions == 0;

      for (guint c = 0; c < n_conditions && !any; c++)
        {
          g_auto (Answer) at = answer (record, kind, conditions[c].path);

          any = holds (&at, conditions[c].test, &conditions[c].value);
        }
      if (any)
        {
          g_auto (Answer) by = answer (record, kind, order->path);
          Row row = { record->id, sort_value (by.field, &by.value) };

          g_array_append_val (rows, row);
        }
    }
  g_array_sort_with_data (rows, compare_rows, GINT_TO_POINTER (order->descending));
  for (guint i = 0; i < rows->len; i++)
    {
      g_array_append_val (ids, g_array_index (rows, Row, i).id);
      samsyn_value_clear (&g_array_index (rows, Row, i).key);
    }
  return ids;
}

/* One question both ways: alternatives of one or two conditions, in one order. */
static void
ask (const SamsynKind           *kind,
     const SamsynQueryCondition *conditions,
     guint                       n_conditions,
     const SamsynQueryOrder     *order)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (GArray) expected = find_in_c (kind, conditions, n_conditions, order), found = NULL;
  g_autoptr (GError) error = NULL;

  samsyn_query_set_language (query, "sv");
  if (n_conditions > 1)
    samsyn_query_begin_any (query);
  for (guint i = 0; i < n_conditions; i++)
    samsyn_query_where (query, conditions[i].path, conditions[i].test, &conditions[i].value);
  if (n_conditions > 1)
    samsyn_query_end_any (query);
  samsyn_query_order (query, order->path, order->descending);

  found = samsyn_store_ids (store, query, 0, 0, &error);
  g_assert_no_error (error);
  if (found->len != expected->len ||
      (found->len > 0 && memcmp (found->data, expected->data, found->len * sizeof (gint64)) != 0))
    g_error ("%s: %s test %d value “%s”, order %s %s: found %u, expected %u", kind->id,
             n_conditions > 0 ? conditions[0].path : "", n_conditions > 0 ? (int) conditions[0].test : -1,
             n_conditions > 0 ? samsyn_value_get_text (&conditions[0].value) : "", order->path,
             order->descending ? "desc" : "asc", found->len, expected->len);
  g_assert_cmpint (samsyn_store_count (store, query, &error), ==, expected->len);
  n_checked++;
}

/* A value that some record has at the path, or null. */
static SamsynValue
some_value (const SamsynKind *kind,
            const char       *path,
            SamsynQueryTest   test)
{
  GPtrArray *all = g_hash_table_lookup (records, kind);
  g_auto (Answer) at = answer (g_ptr_array_index (all, (guint) g_random_int_range (0, (gint32) all->len)), kind, path);
  const char *text = samsyn_value_get_text (&at.value);

  if (test == SAMSYN_QUERY_CONTAINS)
    {
      g_autofree char *upper = text != NULL ? g_utf8_strup (text, -1) : g_strdup ("å");
      glong length = g_utf8_strlen (upper, -1);
      g_autofree char *middle = g_utf8_substring (upper, length / 3, MAX (length - length / 3, length / 3 + 1));

      return samsyn_value_text (length > 0 ? middle : upper);
    }
  return samsyn_value_copy (&at.value);
}

static void
test_conditions (void)
{
  const SamsynKind *const *kinds = samsyn_kinds ();

  for (guint k = 0; kinds[k] != NULL; k++)
    {
      g_autoptr (GPtrArray) paths = paths_of (kinds[k]);

      for (guint p = 0; p < paths->len; p++)
        for (SamsynQueryTest test = SAMSYN_QUERY_EQUAL; test <= SAMSYN_QUERY_GIVEN; test++)
          {
            guint other = (guint) g_random_int_range (0, (gint32) paths->len);
            SamsynQueryOrder order = { g_ptr_array_index (paths, (guint) g_random_int_range (0, (gint32) paths->len)),
                                       g_random_boolean () };
            SamsynQueryCondition conditions[2] = {
              { g_ptr_array_index (paths, p), test, some_value (kinds[k], g_ptr_array_index (paths, p), test), 0 },
              { g_ptr_array_index (paths, other), SAMSYN_QUERY_EQUAL,
                some_value (kinds[k], g_ptr_array_index (paths, other), SAMSYN_QUERY_EQUAL), 0 },
            };

            ask (kinds[k], conditions, (guint) g_random_int_range (1, 3), &order);
            samsyn_value_clear (&conditions[0].value);
            samsyn_value_clear (&conditions[1].value);
          }
    }
  g_test_message ("%u questions", n_checked);
  g_assert_cmpuint (n_checked, >, 2000);
}

static void
test_orders (void)
{
  const SamsynKind *const *kinds = samsyn_kinds ();

  for (guint k = 0; kinds[k] != NULL; k++)
    {
      g_autoptr (GPtrArray) paths = paths_of (kinds[k]);

      for (guint p = 0; p < paths->len; p++)
        for (int descending = 0; descending < 2; descending++)
          {
            SamsynQueryOrder order = { g_ptr_array_index (paths, p), descending };

            ask (kinds[k], NULL, 0, &order);
          }
    }
}

/* Two conditions outside a set, one of two sets: all must hold together. */
static void
test_sets (void)
{
  const SamsynKind *kind = samsyn_kind_find ("action");
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  GPtrArray *all = g_hash_table_lookup (records, kind);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;
  guint expected = 0;

  samsyn_query_begin_any (query);
  samsyn_query_where_text (query, "status", SAMSYN_QUERY_EQUAL, "planned");
  samsyn_query_where_text (query, "status", SAMSYN_QUERY_EQUAL, "ongoing");
  samsyn_query_end_any (query);
  samsyn_query_begin_any (query);
  samsyn_query_where_text (query, "priority", SAMSYN_QUERY_EQUAL, "high");
  samsyn_query_where (query, "priority", SAMSYN_QUERY_EMPTY, NULL);
  samsyn_query_end_any (query);
  samsyn_query_where (query, "due_on", SAMSYN_QUERY_GIVEN, NULL);
  samsyn_query_where_text (query, "due_on", SAMSYN_QUERY_LESS, "2017-06-01");

  for (guint i = 0; i < all->len; i++)
    {
      const char *status = samsyn_record_text (g_ptr_array_index (all, i), "status");
      const char *priority = samsyn_record_text (g_ptr_array_index (all, i), "priority");
      const char *due = samsyn_record_text (g_ptr_array_index (all, i), "due_on");

      expected += (g_strcmp0 (status, "planned") == 0 || g_strcmp0 (status, "ongoing") == 0)
                  && (priority == NULL || g_str_equal (priority, "high")) && due != NULL && strcmp (due, "2017-06-01") < 0;
    }
  found = samsyn_store_ids (store, query, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (expected, >, 0);
  g_assert_cmpuint (found->len, ==, expected);
}

/* ---- Errors and plans ----------------------------------------------------------------------------------------------------- */

static void
test_bad_paths (void)
{
  static const char *const paths[] = { "",
                                       ".",
                                       "nonsense",
                                       "title.name",
                                       "project..name",
                                       "@nonsense",
                                       "title.@title",
                                       "@id.name",
                                       "project.",
                                       "owner.organisation.nonsense",
                                       "origin.title",
                                       "@text",
                                       "project.@text",
                                       "title\" OR 1 --",
                                       "owner.@id.@id" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("action"));
      g_autoptr (GError) error = NULL;

      samsyn_query_where_text (query, paths[i], SAMSYN_QUERY_EQUAL, "x");
      g_assert_cmpint (samsyn_store_count (store, query, &error), ==, -1);
      g_assert_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, paths[i]));
    }
}

/* A list in its kind's order must not sort a million records to show the first 200: nothing but what follows the first field of
 * the order may be sorted, and that only where it is not an index's. */
static void
test_default_order_follows_index (void)
{
  const SamsynKind *const *kinds = samsyn_kinds ();
  guint n = 0;

  for (guint k = 0; kinds[k] != NULL; k++)
    {
      const char *first = kinds[k]->order != NULL ? kinds[k]->order[0] : kinds[k]->title[0];
      SamsynType type = samsyn_kind_field (kinds[k], first)->type;
      g_autoptr (SamsynQuery) query = samsyn_query_new (kinds[k]);
      g_autoptr (SamsynCompiled) compiled = NULL;
      g_autofree char *sql = NULL;
      sqlite3_stmt *statement = NULL;

      if (type == SAMSYN_TYPE_CHOICE || type == SAMSYN_TYPE_REFERENCE)
        continue;
      samsyn_query_order_default (query);
      compiled = samsyn_compile (query, SAMSYN_COMPILE_IDS, 0, 200, 0, NULL);
      sql = g_strconcat ("EXPLAIN QUERY PLAN ", compiled->sql, NULL);
      g_assert_cmpint (sqlite3_prepare_v2 (store->db, sql, -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        if (g_str_equal (sqlite3_column_text (statement, 3), "USE TEMP B-TREE FOR ORDER BY"))
          g_error ("%s sorts: %s", kinds[k]->id, compiled->sql);
      sqlite3_finalize (statement);
      n++;
    }
  g_assert_cmpuint (n, >, 20);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_random_set_seed (20160520);
  samsyn_test_begin (N_EACH);
  g_test_add_func ("/select/conditions", test_conditions);
  g_test_add_func ("/select/orders", test_orders);
  g_test_add_func ("/select/sets", test_sets);
  g_test_add_func ("/select/bad-paths", test_bad_paths);
  g_test_add_func ("/select/default-order-follows-index", test_default_order_follows_index);
  status = g_test_run ();
  samsyn_test_end ();
  return status;
}
