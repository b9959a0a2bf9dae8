/* test-evidence.c: what tasks and assignments rest on and what rests on documents, against a look at every record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "../store/fixture.h"
#include "findings/evidence/evidence.h"
#include "kinds/kinds.h"
#include "plans/import/sample.h"

#define DATE "2016-11-18"

typedef struct
{
  SamsynStore *store;
  GPtrArray   *records; /* SamsynRecord, all of the workspace */
} World;

static void
read_world (World      *world,
            const char *folder)
{
  g_autoptr (GError) error = NULL;

  world->store = samsyn_fixture_store (folder);
  samsyn_sample_apply (world->store, "oversyn", &error);
  g_assert_no_error (error);
  world->records = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_record_free);
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      g_autoptr (SamsynQuery) query = samsyn_query_new (*kind);
      g_autoptr (GArray) ids = samsyn_store_ids (world->store, query, 0, 0, NULL);

      for (guint i = 0; i < ids->len; i++)
        g_ptr_array_add (world->records, samsyn_store_get (world->store, g_array_index (ids, gint64, i), NULL));
    }
}

static gint64
number (const SamsynRecord *record,
        const char         *field)
{
  return samsyn_kind_field (record->kind, field) != NULL ? samsyn_record_integer (record, field, 0) : 0;
}

static gboolean
is_kind (const SamsynRecord *record,
         const char         *kind)
{
  return g_str_equal (record->kind->id, kind);
}

static gboolean
has_basis (const SamsynRecord *assignment)
{
  return number (assignment, "basis") != 0 || samsyn_record_text (assignment, "basis_place") != NULL;
}

/* How many pieces of the sort there are, looked for record by record. */
static guint
count_plainly (const World        *world,
               const SamsynRecord *about,
               SamsynEvidenceSort  sort)
{
  gboolean of_task = is_kind (about, "task");
  guint n = 0;

  for (guint i = 0; i < world->records->len; i++)
    {
      const SamsynRecord *record = g_ptr_array_index (world->records, i);
      gboolean own
          = record->id == about->id || (of_task && is_kind (record, "assignment") && number (record, "task") == about->id);
      const char *to = is_kind (record, "assignment") ? samsyn_record_text (record, "valid_to") : NULL;

      if (sort == SAMSYN_EVIDENCE_BASIS && own && is_kind (record, "assignment") && has_basis (record))
        n += !of_task || (number (record, "scenario") == 0 && (to == NULL || strcmp (to, DATE) >= 0));
      if (sort == SAMSYN_EVIDENCE_RESTS && is_kind (about, "document"))
        n += (number (record, "basis") == about->id) + (number (record, "legal_basis") == about->id)
             + (number (record, "source") == about->id);
      if (sort != SAMSYN_EVIDENCE_PASSAGE || !is_kind (record, "passage") || is_kind (about, "document"))
        continue;
      for (guint j = 0; j < world->records->len; j++)
        {
          const SamsynRecord *told = g_ptr_array_index (world->records, j);

          if (told->id == number (record, "about"))
            n += told->id == about->id || (of_task && number (told, "task") == about->id && is_kind (told, "assignment"))
                 || (!of_task && number (about, "task") == told->id);
        }
    }
  return n;
}

static guint
check_record (const World        *world,
              const SamsynRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = samsyn_evidence (world->store, record->id, DATE, "sv", &error);
  guint counts[SAMSYN_N_EVIDENCE] = { 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    counts[((const SamsynEvidence *) g_ptr_array_index (all, i))->sort]++;
  for (SamsynEvidenceSort sort = 0; sort < SAMSYN_N_EVIDENCE; sort++)
    g_assert_cmpuint (counts[sort], ==, count_plainly (world, record, sort));
  return all->len;
}

static void
test_sample (void)
{
  static const char *const kinds[] = { "task", "assignment", "document", NULL };
  g_autofree char *folder = samsyn_fixture_folder ();
  guint n[G_N_ELEMENTS (kinds)] = { 0 };
  World world;

  read_world (&world, folder);
  for (guint i = 0; i < world.records->len; i++)
    for (guint j = 0; kinds[j] != NULL; j++)
      if (is_kind (g_ptr_array_index (world.records, i), kinds[j]))
        n[j] += check_record (&world, g_ptr_array_index (world.records, i));
  for (guint j = 0; kinds[j] != NULL; j++)
    g_assert_cmpuint (n[j], >, 10);
  g_ptr_array_unref (world.records);
  samsyn_store_close (world.store);
  samsyn_fixture_remove (g_steal_pointer (&folder));
}

/* A repealed ordinance says so itself, and so does each part that rests on it. */
static void
test_repealed (void)
{
  g_autofree char *folder = samsyn_fixture_folder ();
  SamsynStore *store = samsyn_fixture_store (folder);
  gint64 document = samsyn_fixture_create (store, "document", "title", "Förordning (1990:927)");
  gint64 task = samsyn_fixture_create (store, "task", "name", "Uppgift");
  gint64 organisation = samsyn_fixture_create (store, "organisation", "name", "Nämnden");
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("assignment"), samsyn_store_new_id (store));
  gint64 assignment = change->record;
  g_autoptr (GPtrArray) of_task = NULL, of_document = NULL;
  g_autofree char *state = NULL;
  const SamsynEvidence *evidence;

  samsyn_change_add_integer (change, "task", task);
  samsyn_change_add_integer (change, "organisation", organisation);
  samsyn_change_add_text (change, "role", "A");
  samsyn_change_add_integer (change, "basis", document);
  samsyn_change_add_text (change, "basis_place", "7 §");
  samsyn_fixture_apply (store, change);
  samsyn_fixture_edit (store, document, "valid_to", "2010-11-30", NULL);
  of_task = samsyn_evidence (store, task, DATE, "en", NULL);
  g_assert_cmpuint (of_task->len, ==, 1);
  evidence = g_ptr_array_index (of_task, 0);
  g_assert_cmpstr (evidence->text, ==, "Förordning (1990:927), 7 §");
  g_assert_cmpstr (evidence->about, ==, "A · Nämnden");
  g_assert_cmpstr (evidence->state, ==, "No longer in force: it held until 2010-11-30");
  g_assert_cmpint (evidence->record, ==, document);
  of_document = samsyn_evidence (store, document, DATE, "en", NULL);
  g_assert_cmpuint (of_document->len, ==, 1);
  evidence = g_ptr_array_index (of_document, 0);
  g_assert_cmpint (evidence->record, ==, assignment);
  g_assert_cmpstr (evidence->about, ==, "7 §");
  state = samsyn_evidence_state (store, document, DATE, "en");
  g_assert_cmpstr (state, ==, "No longer in force: it held until 2010-11-30");
  g_assert_null (samsyn_evidence_state (store, document, "2010-11-30", "en"));
  g_assert_null (samsyn_evidence_state (store, task, DATE, "en"));
  samsyn_store_close (store);
  samsyn_fixture_remove (g_steal_pointer (&folder));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/sample", test_sample);
  g_test_add_func ("/evidence/repealed", test_repealed);
  return g_test_run ();
}
