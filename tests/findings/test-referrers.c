/* test-referrers.c: what refers to a record, against a look at every field of every record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "../store/fixture.h"
#include "findings/evidence/referrers.h"
#include "plans/import/sample.h"

#define LIMIT 3

/* The ids of the kind's records, in the order of its lists. */
static GArray *
all_of (SamsynStore      *store,
        const SamsynKind *kind)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (GError) error = NULL;
  GArray *ids;

  samsyn_query_order_default (query);
  ids = samsyn_store_ids (store, query, 0, 0, &error);
  g_assert_no_error (error);
  return ids;
}

static guint
n_fields_with (GPtrArray        *all,
               const SamsynKind *kind)
{
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += ((SamsynReferrers *) g_ptr_array_index (all, i))->kind == kind;
  return n;
}

/* Every record of the kind is looked at: who names `target` in field number `field`? */
static void
check_field (SamsynStore           *store,
             const SamsynReferrers *referrers,
             GArray                *ids,
             gint64                 target)
{
  gint64 n_found = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (SamsynRecord) record = samsyn_store_get (store, g_array_index (ids, gint64, i), NULL);
      g_autofree char *title = NULL;

      if (samsyn_record_integer (record, referrers->field->id, 0) != target)
        continue;
      if (n_found++ >= LIMIT)
        continue;
      title = samsyn_store_title (store, record->id, "sv");
      g_assert_cmpint (samsyn_referrers_id (referrers, (guint) n_found - 1), ==, record->id);
      g_assert_cmpstr (samsyn_referrers_title (referrers, (guint) n_found - 1), ==, title);
    }
  g_assert_cmpint (referrers->n_records, ==, n_found);
  g_assert_cmpuint (referrers->rows->n_rows, ==, MIN (n_found, LIMIT));
}

/* In how many fields of the kind the target is named by any record. */
static guint
n_fields_naming (SamsynStore      *store,
                 const SamsynKind *kind,
                 GArray           *ids,
                 gint64            target)
{
  guint n = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    for (guint j = 0; kind->fields[i].type == SAMSYN_TYPE_REFERENCE && j < ids->len; j++)
      {
        g_autoptr (SamsynRecord) record = samsyn_store_get (store, g_array_index (ids, gint64, j), NULL);

        if (samsyn_value_get_integer (&record->values[i], 0) == target)
          {
            n++;
            break;
          }
      }
  return n;
}

/* How many fields refer to it. */
static guint
check_record (SamsynStore *store,
              gint64       target)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = samsyn_referrers (store, target, LIMIT, "sv", &error);

  g_assert_no_error (error);
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      g_autoptr (GArray) ids = all_of (store, *kind);

      g_assert_cmpuint (n_fields_with (all, *kind), ==, n_fields_naming (store, *kind, ids, target));
      for (guint i = 0; i < all->len; i++)
        {
          const SamsynReferrers *referrers = g_ptr_array_index (all, i);

          if (referrers->kind == *kind)
            check_field (store, referrers, ids, target);
        }
    }
  return all->len;
}

static void
test_sample (void)
{
  static const char *const kinds[] = { "project", "meeting", "organisation", "document" };
  char *folder = samsyn_fixture_folder ();
  SamsynStore *store = samsyn_fixture_store (folder);
  g_autoptr (GError) error = NULL;
  guint n_fields = 0;

  samsyn_sample_apply (store, "oversyn", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GArray) ids = all_of (store, samsyn_kind_find (kinds[i]));

      n_fields += check_record (store, g_array_index (ids, gint64, 0));
    }
  g_assert_cmpuint (n_fields, >, 5);
  samsyn_store_close (store);
  samsyn_fixture_remove (folder);
}

static void
test_nothing (void)
{
  char *folder = samsyn_fixture_folder ();
  SamsynStore *store = samsyn_fixture_store (folder);
  gint64 alone = samsyn_fixture_create (store, "project", "name", "Översyn");
  g_autoptr (GPtrArray) of_alone = samsyn_referrers (store, alone, 0, NULL, NULL);
  g_autoptr (GPtrArray) of_none = samsyn_referrers (store, alone + 1, 0, NULL, NULL);

  g_assert_cmpuint (of_alone->len, ==, 0);
  g_assert_cmpuint (of_none->len, ==, 0);
  samsyn_store_close (store);
  samsyn_fixture_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/referrers/sample", test_sample);
  g_test_add_func ("/referrers/nothing", test_nothing);
  return g_test_run ();
}
