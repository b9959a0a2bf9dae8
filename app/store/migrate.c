/* migrate.c: the schema, by numbered, immutable migrations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "migrate.h"

#include <stdlib.h>

#include "guard.h"
#include "samsyn-core-resources.h"

#define FOLDER "/io/github/samsyn/Samsyn/sql"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* The migrations' names in order; the first is number 1. */
static char **
migrations (void)
{
  static char **names;

  if (g_once_init_enter (&names))
    {
      char **found = g_resource_enumerate_children (samsyn_core_get_resource (), FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      GPtrArray *sorted = g_ptr_array_new ();

      for (guint i = 0; found != NULL && found[i] != NULL; i++)
        g_ptr_array_add (sorted, found[i]);
      g_ptr_array_sort (sorted, compare_names);
      for (guint i = 0; i < sorted->len; i++)
        g_assert (atoi (g_ptr_array_index (sorted, i)) == (int) i + 1);
      g_ptr_array_add (sorted, NULL);
      g_free (found);
      g_once_init_leave (&names, (char **) g_ptr_array_free (sorted, FALSE));
    }
  return names;
}

guint
samsyn_migrate_newest (void)
{
  return g_strv_length (migrations ());
}

int
samsyn_migrate_run (sqlite3 *db,
                    guint    from,
                    guint    to)
{
  g_autofree char *end = g_strdup_printf ("PRAGMA user_version = %u; COMMIT", to);
  int code = sqlite3_exec (db, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", NULL, NULL, NULL);

  for (guint i = from; code == SQLITE_OK && i < to; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER "/", migrations ()[i], NULL);
      g_autoptr (GBytes) sql = g_resource_lookup_data (samsyn_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      code = sqlite3_exec (db, g_bytes_get_data (sql, NULL), NULL, NULL, NULL);
    }
  if (code == SQLITE_OK && from > 0)
    {
      sqlite3_stmt *check = NULL;

      code = sqlite3_prepare_v2 (db, "PRAGMA foreign_key_check", -1, &check, NULL);
      if (code == SQLITE_OK && sqlite3_step (check) == SQLITE_ROW)
        code = SQLITE_CONSTRAINT_FOREIGNKEY;
      sqlite3_finalize (check);
    }
  if (code == SQLITE_OK)
    code = sqlite3_exec (db, end, NULL, NULL, NULL);
  if (code != SQLITE_OK)
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_exec (db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  return code;
}

gboolean
samsyn_migrate_store (SamsynStore *store,
                      GError     **error)
{
  guint version = (guint) samsyn_db_integer (store, "PRAGMA user_version", 0);
  g_autofree char *backup = g_strdup_printf ("%s.version-%u.backup", store->path, version);
  int code;

  if (version == samsyn_migrate_newest ())
    return TRUE;
  if (!samsyn_store_examine (store, error))
    return FALSE;
  if (!g_file_test (backup, G_FILE_TEST_EXISTS) && !samsyn_store_backup (store, backup, NULL, error))
    return FALSE;
  code = samsyn_migrate_run (store->db, version, samsyn_migrate_newest ());
  if (code != SQLITE_OK)
    {
      samsyn_db_set_error (store, code, error);
      return FALSE;
    }
  return samsyn_guard_schema (store, error);
}
