/* test-random.c: random work on a workspace against a plain model of it
 *
 * Everything that can be done is done at random, what must be refused too, and after each act the workspace must hold what the
 * model (shadow.h) holds.  GLib prints the seed; --seed=SEED does it again.  "-m slow" does far more of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "../model/random.h"
#include "exchange/json/export-json.h"
#include "fixture.h"
#include "model/format.h"
#include "plans/import/import.h"
#include "shadow.h"

#include <string.h>

typedef struct
{
  char        *folder;
  char        *path;
  SamsynStore *store;
  Shadow      *shadow;
  GArray      *moments; /* gint64: when each step was written */
  GPtrArray   *dumps;   /* char *: what there was then */
} World;

static gboolean
one_in (gint32 n)
{
  return g_test_rand_int_range (0, n) == 0;
}

/* ---- Comparing ------------------------------------------------------------------------------------------------------------- */

/* Two dumps are the same; says which line differs, as a whole workspace would drown it. */
static void
assert_same (const char *is,
             const char *should_be)
{
  g_auto (GStrv) these = g_strsplit (is, "\n", -1);
  g_auto (GStrv) those = g_strsplit (should_be, "\n", -1);

  if (strcmp (is, should_be) == 0)
    return;
  for (guint i = 0; these[i] != NULL || those[i] != NULL; i++)
    {
      g_assert_cmpstr (these[i], ==, those[i]);
      if (these[i] == NULL || those[i] == NULL)
        break;
    }
  g_assert_not_reached ();
}

static void
compare (World *world)
{
  g_autofree char *is = samsyn_fixture_dump (world->store);
  g_autofree char *should_be = shadow_dump (world->shadow);

  assert_same (is, should_be);
}

static gboolean
take_moment (const SamsynStep *step,
             GPtrArray        *changes,
             gpointer          data)
{
  *(gint64 *) data = step->at;
  return FALSE;
}

/* A step was written: the workspace is as the model says, and this is remembered with the moment. */
static void
remember (World *world)
{
  gint64 at = 0;

  compare (world);
  samsyn_store_history (world->store, 0, take_moment, &at, NULL);
  g_array_append_val (world->moments, at);
  g_ptr_array_add (world->dumps, shadow_dump (world->shadow));
}

/* ---- Random changes -------------------------------------------------------------------------------------------------------- */

/* A value for a field, a reference to a record that there is; now and then one that must be refused. */
static SamsynValue
value_for (World             *world,
           const SamsynField *field)
{
  gint64 target;

  if (one_in (200))
    return SAMSYN_VALUE_NULL;
  if (one_in (300))
    return samsyn_value_text ("no such choice, date or number \a");
  if (field->type != SAMSYN_TYPE_REFERENCE)
    return random_value (field);
  if (!(field->flags & SAMSYN_FIELD_REQUIRED) && one_in (3))
    return SAMSYN_VALUE_NULL;
  if (one_in (150))
    return samsyn_value_integer (g_test_rand_int_range (1, 1000)); /* no such record */
  if (one_in (150) && shadow_pick (world->shadow, NULL) != NULL)
    return samsyn_value_integer (shadow_pick (world->shadow, NULL)->id); /* mostly of the wrong kind */
  target = shadow_target (world->shadow, field);
  return target != 0 ? samsyn_value_integer (target) : SAMSYN_VALUE_NULL;
}

static void
set_value (World        *world,
           SamsynRecord *record,
           guint         field)
{
  SamsynValue value = value_for (world, &record->kind->fields[field]);

  samsyn_record_set (record, record->kind->fields[field].id, &value);
}

/* Gives the record what another of its kind has in a set that no two may share. */
static void
clash (World        *world,
       SamsynRecord *record)
{
  const SamsynRecord *other = shadow_pick (world->shadow, record->kind);

  for (const char *const *field = record->kind->uniques[0]; other != NULL && *field != NULL; field++)
    {
      SamsynValue value = samsyn_value_copy (samsyn_record_get (other, *field));

      samsyn_record_set (record, *field, &value);
    }
}

/* A change that creates a record.  Most go by their kind's rule. */
static SamsynChange *
creation (World *world)
{
  const SamsynKind *const *kinds = samsyn_kinds ();
  gint64 id = samsyn_store_new_id (world->store);
  g_autoptr (SamsynRecord) record = NULL;
  const SamsynKind *kind;
  guint n_kinds = 0;

  while (kinds[n_kinds] != NULL)
    n_kinds++;
  kind = kinds[g_test_rand_int_range (0, (gint32) n_kinds)];
  for (guint try = 0; try < 6; try++)
    {
      g_autofree char *reason = NULL;

      g_clear_pointer (&record, samsyn_record_free);
      record = samsyn_record_new (kind, id);
      for (guint i = 0; i < kind->n_fields; i++)
        set_value (world, record, i);
      if ((kind->check == NULL || kind->check (record, &reason) == NULL)
          && (kind->check_anew == NULL || kind->check_anew (record, &reason) == NULL))
        break;
    }
  if (kind->uniques != NULL && one_in (6))
    clash (world, record);
  return samsyn_change_between (NULL, record);
}

/* A change of some fields of a record, or NULL. */
static SamsynChange *
edit (World *world)
{
  const SamsynRecord *before = shadow_pick (world->shadow, NULL);
  g_autoptr (SamsynRecord) after = before != NULL ? samsyn_record_copy (before) : NULL;

  if (before == NULL)
    return NULL;
  for (gint32 n = g_test_rand_int_range (1, 5); n > 0; n--)
    set_value (world, after, (guint) g_test_rand_int_range (0, (gint32) before->kind->n_fields));
  if (before->kind->uniques != NULL && one_in (4))
    clash (world, after);
  return samsyn_change_between (before, after);
}

/* ---- Acts ------------------------------------------------------------------------------------------------------------------ */

/* Says what was to be done where the two disagree. */
static void
tell (const GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const SamsynChange *change = g_ptr_array_index (changes, i);

      g_test_message ("change %u of %s %" G_GINT64_FORMAT ", type %d", i, change->kind->id, change->record, (int) change->type);
      for (guint j = 0; j < change->fields->len; j++)
        {
          const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, j);
          const SamsynField *field = &change->kind->fields[entry->field];
          g_autofree char *before = samsyn_value_format (field, &entry->before);
          g_autofree char *after = samsyn_value_format (field, &entry->after);

          g_test_message ("  %s: “%s” → “%s”", field->id, before, after);
        }
    }
}

/* Applies changes (taken) to both, which must come to the same end. */
static void
apply (World     *world,
       GPtrArray *changes)
{
  g_autoptr (GPtrArray) owned = changes;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_problem_free);
  g_autoptr (GError) error = NULL;
  ShadowOutcome outcome = shadow_apply (world->shadow, changes);
  SamsynStepInfo info = { .code = "edit", .author = "test" };
  gint64 step = samsyn_store_apply (world->store, &info, changes, problems, &error);

  if ((step > 0) != (outcome == SHADOW_DONE))
    tell (changes);
  if (outcome == SHADOW_DONE)
    {
      g_assert_no_error (error);
      g_assert_cmpint (step, >, 0);
      remember (world);
      return;
    }
  g_assert_cmpint (step, ==, 0);
  g_assert_error (error, SAMSYN_STORE_ERROR,
                  (int) (outcome == SHADOW_CONFLICT ? SAMSYN_STORE_ERROR_CONFLICT : SAMSYN_STORE_ERROR_INVALID));
  g_assert_true (outcome == SHADOW_CONFLICT || problems->len > 0);
  g_assert_true (g_str_has_suffix (error->message, "."));
  compare (world);
}

static GPtrArray *
list_of (SamsynChange *change)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);

  if (change != NULL)
    g_ptr_array_add (changes, change);
  return changes;
}

static void
do_create (World *world)
{
  apply (world, list_of (creation (world)));
}

static void
do_edit (World *world)
{
  SamsynChange *change = edit (world);

  if (change != NULL)
    apply (world, list_of (change));
}

/* Several changes in one step; the first may lead to the last, which is not there before. */
static void
do_several (World *world)
{
  GPtrArray *changes = list_of (creation (world));
  SamsynChange *first = g_ptr_array_index (changes, 0), *last;

  for (gint32 n = g_test_rand_int_range (1, 6); n > 0; n--)
    g_ptr_array_add (changes, creation (world));
  last = g_ptr_array_index (changes, changes->len - 1);
  for (guint i = 0; i < first->kind->n_fields; i++)
    if (first->kind->fields[i].type == SAMSYN_TYPE_REFERENCE && samsyn_field_targets (&first->kind->fields[i], last->kind)
        && samsyn_change_find (first, first->kind->fields[i].id) == NULL)
      samsyn_change_add_integer (first, first->kind->fields[i].id, last->record);
  apply (world, changes);
}

/* A change made from what is not there: another value, another record, or one that is there already. */
static void
do_conflict (World *world)
{
  SamsynChange *change = edit (world);
  SamsynFieldChange *entry;
  SamsynValue other;

  if (change == NULL)
    return;
  if (one_in (5))
    change->record++;
  else if (one_in (5))
    change->type = SAMSYN_CHANGE_CREATE;
  entry = &g_array_index (change->fields, SamsynFieldChange, change->fields->len - 1);
  other = random_value (&change->kind->fields[entry->field]);
  samsyn_value_take (&entry->before, &other);
  apply (world, list_of (change));
}

static void
do_delete (World *world)
{
  const SamsynRecord *records[2] = { shadow_pick (world->shadow, NULL), shadow_pick (world->shadow, NULL) };
  guint n = one_in (3) && records[0] != records[1] ? 2 : 1;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  SamsynStepInfo info = { .code = "delete", .author = "test" };
  gint64 ids[2];

  if (records[0] == NULL)
    return;
  for (guint i = 0; i < n; i++)
    ids[i] = records[i]->id;
  changes = samsyn_store_plan_delete (world->store, ids, n, &error);
  g_assert_no_error (error);
  samsyn_store_apply (world->store, &info, changes, NULL, &error);
  g_assert_no_error (error);
  shadow_delete (world->shadow, ids, n);
  remember (world);
}

static void
take_back (World *world,
           gint64 (*of_store) (SamsynStore *store,
                               GError     **error),
           gboolean (*of_shadow) (Shadow *shadow))
{
  gint32 n = g_test_rand_int_range (1, 5);

  for (; n > 0; n--)
    {
      g_autoptr (GError) error = NULL;
      gint64 step = of_store (world->store, &error);

      if (of_shadow (world->shadow))
        {
          g_assert_no_error (error);
          g_assert_cmpint (step, >, 0);
          remember (world);
          continue;
        }
      g_assert_cmpint (step, ==, 0);
      g_assert_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID);
      compare (world);
    }
}

static void
do_undo (World *world)
{
  take_back (world, samsyn_store_undo, shadow_undo);
}

static void
do_redo (World *world)
{
  take_back (world, samsyn_store_redo, shadow_redo);
}

/* Closing leaves nothing beside the file, and opening finds everything. */
static void
do_reopen (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  guint n = 0;

  g_clear_pointer (&world->store, samsyn_store_close);
  folder = g_dir_open (world->folder, 0, NULL);
  while (g_dir_read_name (folder) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 1);
  world->store = samsyn_store_open (world->path, SAMSYN_OPEN_WRITE, &error);
  g_assert_no_error (error);
  compare (world);
}

/* The workspace as it was at any moment up to the next step. */
static void
do_look_back (World *world)
{
  guint i = (guint) g_test_rand_int_range (0, (gint32) MAX (world->moments->len, 1));
  g_autoptr (SamsynStore) then = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = NULL;
  gint64 at;

  if (world->moments->len == 0)
    return;
  at = g_array_index (world->moments, gint64, i);
  while (i + 1 < world->moments->len && g_array_index (world->moments, gint64, i + 1) <= at)
    i++;
  then = samsyn_store_snapshot (world->store, at, NULL, &error);
  g_assert_no_error (error);
  dump = samsyn_fixture_dump (then);
  assert_same (dump, g_ptr_array_index (world->dumps, i));
  samsyn_fixture_check (then);
}

/* A record is found by all the words of one of its texts. */
static void
do_search (World *world)
{
  const SamsynRecord *record = shadow_pick (world->shadow, NULL);

  for (guint i = 0; record != NULL && i < record->kind->n_fields; i++)
    if ((record->kind->fields[i].flags & SAMSYN_FIELD_SEARCHABLE) && record->values[i].stored == SAMSYN_STORED_TEXT)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GPtrArray) hits = samsyn_store_search (world->store, record->values[i].text, 100000, "en", &error);
        gboolean found = FALSE;

        g_assert_no_error (error);
        for (guint j = 0; j < hits->len; j++)
          found |= ((SamsynHit *) g_ptr_array_index (hits, j))->id == record->id;
        if (!found)
          g_test_message ("not found: %s", record->values[i].text);
        g_assert_true (found);
        return;
      }
}

static void
do_check (World *world)
{
  samsyn_fixture_check (world->store);
}

/* ---- Worlds ---------------------------------------------------------------------------------------------------------------- */

static const struct
{
  void (*act) (World *world);
  gint32 weight;
} acts[] = {
  { do_create, 300 }, { do_edit, 250 }, { do_several, 60 }, { do_conflict, 60 },  { do_delete, 40 }, { do_undo, 60 },
  { do_redo, 60 },    { do_reopen, 5 }, { do_check, 5 },    { do_look_back, 15 }, { do_search, 60 },
};

static void
act (World *world)
{
  gint32 sum = 0, at;
  guint i = 0;

  for (guint j = 0; j < G_N_ELEMENTS (acts); j++)
    sum += acts[j].weight;
  at = g_test_rand_int_range (0, sum);
  while (at >= acts[i].weight)
    at -= acts[i++].weight;
  acts[i].act (world);
}

static char *
export (World       *world,
        SamsynStore *store,
        const char  *name)
{
  g_autofree char *path = g_build_filename (world->folder, name, NULL);
  g_autoptr (SamsynStore) copy = samsyn_store_snapshot (store, -1, NULL, NULL);
  g_autoptr (GError) error = NULL;
  char *json = NULL;

  samsyn_export_json (copy, path, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &json, NULL, &error);
  g_assert_no_error (error);
  return json;
}

/* What is exported and imported elsewhere is the same there, and is exported as the same bytes. */
static void
export_and_import (World *world)
{
  g_autofree char *path = g_build_filename (world->folder, "other.samsyn", NULL);
  g_autofree char *json = export (world, world->store, "one.json");
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynStore) other = samsyn_store_create (path, &error);
  g_autofree char *again = NULL, *dump = NULL, *should_be = shadow_dump (world->shadow);
  SamsynImportResult result;

  g_assert_no_error (error);
  samsyn_import_json (other, bytes, 0, NULL, NULL, &result, problems, &error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_no_error (error);
  dump = samsyn_fixture_dump (other);
  assert_same (dump, should_be);
  samsyn_fixture_check (other);
  again = export (world, other, "two.json");
  assert_same (again, json);
}

static void
test_world (gconstpointer data)
{
  World world = { .folder = samsyn_fixture_folder () };
  guint n_acts = g_test_slow () ? 1000 : 250;

  world.store = samsyn_fixture_store (world.folder);
  world.path = g_strdup (samsyn_store_get_path (world.store));
  world.shadow = shadow_new ();
  world.moments = g_array_new (FALSE, FALSE, sizeof (gint64));
  world.dumps = g_ptr_array_new_with_free_func (g_free);
  for (gint i = GPOINTER_TO_INT (data); i > 0; i--)
    g_test_rand_int (); /* every test begins with the same seed */
  for (guint i = 0; i < n_acts; i++)
    if (i < n_acts / 4)
      do_create (&world);
    else
      act (&world);
  g_test_message ("%u records, %u steps", g_hash_table_size (world.shadow->records), world.moments->len);
  g_assert_cmpuint (world.moments->len, >, n_acts / 5);
  samsyn_fixture_check (world.store);
  export_and_import (&world);
  samsyn_store_close (world.store);
  shadow_free (world.shadow);
  g_array_unref (world.moments);
  g_ptr_array_unref (world.dumps);
  g_free (world.path);
  samsyn_fixture_remove (world.folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i <= (g_test_slow () ? 3 : 2); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/random/%d", i);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_world);
    }
  return g_test_run ();
}
