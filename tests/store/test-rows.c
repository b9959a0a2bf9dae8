/* test-rows.c: what queries tell of the records: columns, lookups, pages, groups, titles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "answers.h"
#include "kinds/kinds.h"
#include "store/db.h"

#define N_EACH 30

/* ---- Columns, lookups, limits --------------------------------------------------------------------------------------------- */

static void
check_row (const SamsynValue  *row,
           const SamsynRecord *record,
           const GPtrArray    *paths)
{
  for (guint i = 0; i < paths->len; i++)
    {
      g_auto (Answer) expected = answer (record, record->kind, g_ptr_array_index (paths, i));

      if (!samsyn_value_equal (&row[i], &expected.value))
        g_error ("%s.%s differs", record->kind->id, (const char *) g_ptr_array_index (paths, i));
    }
}

static void
test_columns (void)
{
  const SamsynKind *const *kinds = samsyn_kinds ();

  for (guint k = 0; kinds[k] != NULL; k++)
    {
      GPtrArray *all = g_hash_table_lookup (records, kinds[k]);
      g_autoptr (GPtrArray) paths = paths_of (kinds[k]);
      g_autoptr (SamsynQuery) query = samsyn_query_new (kinds[k]);
      g_autoptr (GError) error = NULL;
      g_autoptr (SamsynRows) rows = NULL;
      g_autoptr (SamsynLookup) lookup = NULL;

      samsyn_query_set_language (query, "sv");
      for (guint i = 0; i < paths->len; i++)
        samsyn_query_select (query, g_ptr_array_index (paths, i));
      rows = samsyn_store_select (store, query, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (rows->n_rows, ==, all->len);
      lookup = samsyn_lookup_new (store, query, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < all->len; i++)
        {
          const SamsynRecord *record = g_ptr_array_index (all, i);

          check_row (samsyn_rows_get (rows, i, 0), record, paths);
          check_row (samsyn_lookup_row (lookup, record->id), record, paths);
        }
      g_assert_null (samsyn_lookup_row (lookup, 1));
    }
}

static void
test_pages (void)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("task"));
  g_autoptr (GArray) all = NULL, page = NULL, rest = NULL;
  g_autoptr (SamsynRows) rows = NULL;

  samsyn_query_order_default (query);
  all = samsyn_store_ids (store, query, 0, 0, NULL);
  page = samsyn_store_ids (store, query, 5, 7, NULL);
  rest = samsyn_store_ids (store, query, 12, 0, NULL);
  g_assert_cmpmem (page->data, page->len * sizeof (gint64), all->data + 5 * sizeof (gint64), 7 * sizeof (gint64));
  g_assert_cmpmem (rest->data, rest->len * sizeof (gint64), all->data + 12 * sizeof (gint64), (all->len - 12) * sizeof (gint64));

  samsyn_query_limit (query, 3);
  rows = samsyn_store_select (store, query, NULL);
  g_assert_cmpuint (rows->n_rows, ==, 3);
  g_assert_cmpint (samsyn_rows_integer (rows, 2, 0, 0), ==, g_array_index (all, gint64, 2));
  g_assert_cmpint (samsyn_store_count (store, query, NULL), ==, all->len);
}

static gboolean
stop_at_second (const SamsynValue *row,
                gpointer           data)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("task"));

  g_autoptr (SamsynRecord) record = samsyn_store_get (store, row[0].integer, NULL);
  g_autofree char *title = samsyn_store_title (store, row[0].integer, "sv");

  /* The same question, and others, may be asked meanwhile. */
  g_assert_cmpint (samsyn_store_count (store, query, NULL), >, 2);
  g_assert_nonnull (record);
  g_assert_cmpstr (title, !=, "");
  return ++*(guint *) data < 2;
}

static void
test_each_stops (void)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("task"));
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (samsyn_store_each (store, query, stop_at_second, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  for (sqlite3_stmt *open = sqlite3_next_stmt (store->db, NULL); open != NULL; open = sqlite3_next_stmt (store->db, open))
    g_assert_false (sqlite3_stmt_busy (open));
}

/* ---- Groups --------------------------------------------------------------------------------------------------------------- */

static void
check_group (GPtrArray         *all,
             const SamsynValue *row,
             const char        *group,
             const SamsynField *field)
{
  gint64 n = 0, n_given = 0;
  double sum = 0, low = G_MAXDOUBLE, high = -G_MAXDOUBLE;

  for (guint i = 0; i < all->len; i++)
    {
      const SamsynRecord *record = g_ptr_array_index (all, i);
      const SamsynValue *value = samsyn_record_get (record, field->id);

      if (!samsyn_value_equal (samsyn_record_get (record, group), &row[0]))
        continue;
      n++;
      if (samsyn_value_is_null (value))
        continue;
      n_given++;
      sum += samsyn_value_get_number (value, 0);
      low = MIN (low, samsyn_value_get_number (value, 0));
      high = MAX (high, samsyn_value_get_number (value, 0));
    }
  g_assert_cmpint (row[1].integer, ==, n);
  g_assert_cmpint (row[2].integer, ==, n_given);
  if (n_given == 0)
    return;
  g_assert_cmpfloat_with_epsilon (samsyn_value_get_number (&row[3], 0), sum, 1e-6);
  g_assert_cmpfloat (samsyn_value_get_number (&row[4], 0), ==, low);
  g_assert_cmpfloat (samsyn_value_get_number (&row[5], 0), ==, high);
}

static gboolean
is_number (const SamsynField *field)
{
  return field->type == SAMSYN_TYPE_INTEGER || field->type == SAMSYN_TYPE_NUMBER || field->type == SAMSYN_TYPE_MONEY;
}

static guint
check_groups (const SamsynKind  *kind,
              const SamsynField *group,
              const SamsynField *field)
{
  GPtrArray *all = g_hash_table_lookup (records, kind);
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (SamsynRows) rows = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  samsyn_query_group (query, group->id);
  samsyn_query_order (query, group->id, FALSE);
  samsyn_query_select (query, group->id);
  samsyn_query_take (query, SAMSYN_QUERY_COUNT, "@id");
  samsyn_query_take (query, SAMSYN_QUERY_COUNT, field->id);
  samsyn_query_take (query, SAMSYN_QUERY_SUM, field->id);
  samsyn_query_take (query, SAMSYN_QUERY_MINIMUM, field->id);
  samsyn_query_take (query, SAMSYN_QUERY_MAXIMUM, field->id);
  rows = samsyn_store_select (store, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->n_rows; i++)
    {
      check_group (all, samsyn_rows_get (rows, i, 0), group->id, field);
      n += samsyn_rows_integer (rows, i, 1, 0);
    }
  g_assert_cmpint (n, ==, all->len);
  return 1;
}

static void
test_groups (void)
{
  const SamsynKind *const *kinds = samsyn_kinds ();
  guint n = 0;

  for (guint k = 0; kinds[k] != NULL; k++)
    for (guint g = 0; g < kinds[k]->n_fields; g++)
      for (guint f = 0; f < kinds[k]->n_fields; f++)
        if ((kinds[k]->fields[g].type == SAMSYN_TYPE_CHOICE || kinds[k]->fields[g].type == SAMSYN_TYPE_REFERENCE)
            && is_number (&kinds[k]->fields[f]))
          n += check_groups (kinds[k], &kinds[k]->fields[g], &kinds[k]->fields[f]);
  g_assert_cmpuint (n, >, 20);
}

/* Without a group there is one row, of all. */
static void
test_sum_of_all (void)
{
  const SamsynKind *kind = samsyn_kind_find ("budget_line");
  GPtrArray *all = g_hash_table_lookup (records, kind);
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (SamsynRows) rows = NULL;
  gint64 sum = 0;

  samsyn_query_take (query, SAMSYN_QUERY_SUM, "budget");
  samsyn_query_order_default (query);
  rows = samsyn_store_select (store, query, NULL);
  for (guint i = 0; i < all->len; i++)
    sum += samsyn_record_integer (g_ptr_array_index (all, i), "budget", 0);
  g_assert_cmpuint (rows->n_rows, ==, 1);
  g_assert_cmpint (samsyn_rows_integer (rows, 0, 0, 0), ==, sum);
}

/* ---- Titles and single things ---------------------------------------------------------------------------------------------- */

/* The title by the language's own parts, for every kind. */
static char *
title_in_c (const SamsynRecord *record,
            guint               depth)
{
  GString *title = g_string_new (NULL);

  for (guint i = 0; record->kind->title[i] != NULL; i++)
    {
      const SamsynField *field = samsyn_kind_field (record->kind, record->kind->title[i]);
      const SamsynValue *value = samsyn_record_get (record, field->id);
      g_autoptr (SamsynRecord) target = NULL;
      g_autofree char *text = NULL;

      if (field->type == SAMSYN_TYPE_REFERENCE && !samsyn_value_is_null (value) && depth < 4)
        {
          target = samsyn_store_get (store, value->integer, NULL);
          text = title_in_c (target, depth + 1);
        }
      else if (field->type == SAMSYN_TYPE_CHOICE && value->stored == SAMSYN_STORED_TEXT && strlen (value->text) > 1)
        text = g_strdup (samsyn_choice_label (record->kind, field, value->text, "sv"));
      else if (value->stored == SAMSYN_STORED_TEXT)
        text = g_strdup (value->text);
      else if (value->stored == SAMSYN_STORED_INTEGER && field->type == SAMSYN_TYPE_INTEGER)
        text = g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
      if (text != NULL && *text != '\0')
        g_string_append_printf (title, "%s%s", title->len > 0 ? " · " : "", text);
    }
  return g_string_free (title, FALSE);
}

static void
test_titles (void)
{
  const SamsynKind *const *kinds = samsyn_kinds ();

  for (guint k = 0; kinds[k] != NULL; k++)
    {
      GPtrArray *all = g_hash_table_lookup (records, kinds[k]);
      g_autoptr (SamsynQuery) query = samsyn_query_new (kinds[k]);
      g_autoptr (SamsynRows) rows = NULL;

      samsyn_query_set_language (query, "sv");
      samsyn_query_select (query, "@title");
      samsyn_query_select (query, "@kind");
      rows = samsyn_store_select (store, query, NULL);
      for (guint i = 0; i < all->len; i++)
        {
          const SamsynRecord *record = g_ptr_array_index (all, i);
          g_autofree char *title = samsyn_store_title (store, record->id, "sv"), *expected = title_in_c (record, 1);

          g_assert_cmpstr (title, ==, expected);
          g_assert_cmpstr (samsyn_rows_text (rows, i, 0), ==, expected);
          g_assert_cmpstr (samsyn_rows_text (rows, i, 1), ==, kinds[k]->id);
        }
    }
}

static void
test_nobody (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = samsyn_store_title (store, 1, NULL), *body = samsyn_store_body (store, G_MAXINT64);
  g_autofree char *setting = samsyn_store_setting (store, "no such setting", "otherwise");

  g_assert_null (samsyn_store_get (store, 1, &error));
  g_assert_no_error (error);
  g_assert_null (samsyn_store_kind_of (store, -1));
  g_assert_cmpstr (title, ==, "");
  g_assert_null (body);
  g_assert_cmpstr (setting, ==, "otherwise");
}

static void
test_settings (void)
{
  GPtrArray *all = g_hash_table_lookup (records, samsyn_kind_find ("setting"));

  for (guint i = 0; i < all->len; i++)
    {
      const char *value = samsyn_record_text (g_ptr_array_index (all, i), "value");
      g_autofree char *found
          = samsyn_store_setting (store, samsyn_record_text (g_ptr_array_index (all, i), "name"), "otherwise");

      g_assert_cmpstr (found, ==, value != NULL ? value : "otherwise");
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_random_set_seed (20160520);
  samsyn_test_begin (N_EACH);
  g_test_add_func ("/rows/columns", test_columns);
  g_test_add_func ("/rows/pages", test_pages);
  g_test_add_func ("/rows/each-stops", test_each_stops);
  g_test_add_func ("/rows/groups", test_groups);
  g_test_add_func ("/rows/sum-of-all", test_sum_of_all);
  g_test_add_func ("/rows/titles", test_titles);
  g_test_add_func ("/rows/nobody", test_nobody);
  g_test_add_func ("/rows/settings", test_settings);
  status = g_test_run ();
  samsyn_test_end ();
  return status;
}
