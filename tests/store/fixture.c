/* fixture.c: a workspace in a folder of its own, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* nftw */
#include "fixture.h"

#include <ftw.h>
#include <stdio.h>

#include "model/format.h"

/* In memory where the system has such a place: thousands of steps that all wait for a disk would be minutes. */
char *
samsyn_fixture_folder (void)
{
  g_autofree char *memory = g_strdup ("/dev/shm/samsyn-test-XXXXXX");
  g_autoptr (GError) error = NULL;
  char *folder;

  if (g_mkdtemp (memory) != NULL)
    return g_steal_pointer (&memory);
  folder = g_dir_make_tmp ("samsyn-test-XXXXXX", &error);
  g_assert_no_error (error);
  return folder;
}

static int
remove_one (const char        *path,
            const struct stat *info,
            int                type,
            struct FTW        *where)
{
  return remove (path);
}

void
samsyn_fixture_remove (char *folder)
{
  nftw (folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  g_free (folder);
}

SamsynStore *
samsyn_fixture_store (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "test.samsyn", NULL);
  g_autoptr (GError) error = NULL;
  SamsynStore *store = samsyn_store_create (path, &error);

  g_assert_no_error (error);
  return store;
}

gint64
samsyn_fixture_apply (SamsynStore  *store,
                      SamsynChange *change)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  g_autoptr (GError) error = NULL;
  SamsynStepInfo info = { .code = "edit", .author = "test" };
  gint64 step;

  g_ptr_array_add (changes, change);
  step = samsyn_store_apply (store, &info, changes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (step, >, 0);
  return step;
}

gint64
samsyn_fixture_create (SamsynStore *store,
                       const char  *kind,
                       const char  *field,
                       const char  *text)
{
  gint64 id = samsyn_store_new_id (store);
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find (kind), id);

  samsyn_change_add_text (change, field, text);
  samsyn_fixture_apply (store, change);
  return id;
}

void
samsyn_fixture_fill (SamsynStore *store,
                     guint        n_records)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynStepInfo info = { .code = "create", .author = "test" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_records; i++)
    {
      SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("action"), samsyn_store_new_id (store));

      samsyn_change_add_text (change, "title", "Boka möte med stadsdelarna om introduktionen");
      g_ptr_array_add (changes, change);
    }
  samsyn_store_apply (store, &info, changes, NULL, &error);
  g_assert_no_error (error);
}

gint64
samsyn_fixture_edit (SamsynStore *store,
                     gint64       record,
                     ...)
{
  g_autoptr (SamsynRecord) before = samsyn_store_get (store, record, NULL);
  g_autoptr (SamsynRecord) after = samsyn_record_copy (before);
  SamsynChange *change;
  const char *field;
  va_list fields;

  va_start (fields, record);
  while ((field = va_arg (fields, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      SamsynValue value = SAMSYN_VALUE_NULL;

      samsyn_value_parse (samsyn_kind_field (before->kind, field), va_arg (fields, const char *), &value, &error);
      g_assert_no_error (error);
      samsyn_record_set (after, field, &value);
    }
  va_end (fields);
  change = samsyn_change_between (before, after);
  g_assert_nonnull (change);
  return samsyn_fixture_apply (store, change);
}

gint64
samsyn_fixture_delete (SamsynStore *store,
                       gint64       record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = samsyn_store_plan_delete (store, &record, 1, &error);
  SamsynStepInfo info = { .code = "delete", .author = "test" };
  gint64 step;

  g_assert_no_error (error);
  step = samsyn_store_apply (store, &info, changes, NULL, &error);
  g_assert_no_error (error);
  return step;
}

void
samsyn_fixture_check (SamsynStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynCheckup) checkup = samsyn_store_check (store, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < checkup->faults->len; i++)
    g_test_message ("%s", ((const SamsynFault *) g_ptr_array_index (checkup->faults, i))->text);
  g_assert_cmpuint (checkup->n_faults, ==, 0);
}

void
samsyn_fixture_dump_record (GString            *text,
                            SamsynStore        *store,
                            const SamsynRecord *record)
{
  g_string_append_printf (text, "%s %" G_GINT64_FORMAT, record->kind->id, record->id);
  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const SamsynField *field = &record->kind->fields[i];
      const SamsynValue *value = &record->values[i];
      gboolean is_body = field->type == SAMSYN_TYPE_BODY && value->stored == SAMSYN_STORED_INTEGER;
      g_autofree char *plain = is_body ? samsyn_store_body (store, value->integer) : samsyn_value_format (field, value);

      g_string_append_printf (text, "|%s", plain);
    }
  g_string_append_c (text, '\n');
}

char *
samsyn_fixture_dump (SamsynStore *store)
{
  GString *text = g_string_new (NULL);

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      g_autoptr (SamsynQuery) query = samsyn_query_new (*kind);
      g_autoptr (GArray) ids = NULL;

      samsyn_query_order (query, "@id", FALSE);
      ids = samsyn_store_ids (store, query, 0, 0, NULL);
      g_assert_nonnull (ids);
      for (guint i = 0; i < ids->len; i++)
        {
          g_autoptr (SamsynRecord) record = samsyn_store_get (store, g_array_index (ids, gint64, i), NULL);

          samsyn_fixture_dump_record (text, store, record);
        }
    }
  return g_string_free (text, FALSE);
}
