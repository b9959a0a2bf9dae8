/* migrate.c: the schema, by numbered, immutable migrations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "migrate.h"

#include <stdlib.h>

#include "backup.h"
#include "chain.h"
#include "guard.h"
#include "journal.h"
#include "rows.h"
#include "samsyn-core-resources.h"
#include "transaction.h"
#include "upgrade.h"

#define VERSION_OF_MARKS 3
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

/* What SQL can't do.  These run in order after the SQL of all migrations, and so see the file as the rest of this program
 * does. */
static const struct
{
  guint version; /* of the migration that needs it */
  gboolean (*run) (SamsynStore *store,
                   GError     **error);
} own_steps[] = {
  { 3, samsyn_chain_renew }, { 3, samsyn_rows_renew }, /* words are folded in another way since */
};

static gboolean
run_sql (SamsynUpgrade *upgrade,
         guint          from,
         guint          to,
         GError       **error)
{
  for (guint i = from; i < to; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER "/", migrations ()[i], NULL);
      g_autoptr (GBytes) sql = g_resource_lookup_data (samsyn_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (!samsyn_upgrade_run (upgrade, g_bytes_get_data (sql, NULL), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_own_steps (SamsynStore *store,
               guint        from,
               GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (own_steps); i++)
    if (own_steps[i].version > from && !own_steps[i].run (store, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_references (SamsynStore *store,
                  GError     **error)
{
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (store, "PRAGMA foreign_key_check", error);

  if (statement == NULL)
    return FALSE;
  switch (samsyn_db_step (store, statement, error))
    {
    case SQLITE_DONE:
      return TRUE;
    case SQLITE_ROW:
      samsyn_db_set_error (store, SQLITE_CONSTRAINT_FOREIGNKEY, error);
      return FALSE;
    default:
      return FALSE;
    }
}

/* A new file has no identity yet, and nobody sees it before it is whole. */
static gboolean
begin (SamsynStore *store,
       guint        from,
       GError     **error)
{
  if (!samsyn_db_exec (store, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  return from == 0 ? samsyn_db_exec (store, "BEGIN IMMEDIATE", error) : samsyn_transaction_begin (store, error);
}

/* The first mark of a file has none before it: so a journal of this migration is told from one of a later transaction. */
static gboolean
begin_marks (SamsynStore *store,
             guint        from,
             guint        to,
             GError     **error)
{
  return from >= VERSION_OF_MARKS || to < VERSION_OF_MARKS
         || samsyn_db_exec (store, "UPDATE \"workspace\" SET \"value\" = '" SAMSYN_NO_MARK_YET "' WHERE \"name\" = 'mark_before'",
                            error);
}

/* A new file has nothing in it yet, and neither has a model of what a file should be. */
static gboolean
run_all (SamsynStore *store,
         guint        from,
         guint        to,
         GError     **error)
{
  g_autoptr (SamsynUpgrade) upgrade = samsyn_upgrade_new (store);

  if (!run_sql (upgrade, from, to, error) || !begin_marks (store, from, to, error))
    return FALSE;
  return from == 0
         || (run_own_steps (store, from, error) && samsyn_upgrade_fill (upgrade, from, error)
             && samsyn_upgrade_log (upgrade, error) && check_references (store, error));
}

gboolean
samsyn_migrate_run (SamsynStore *store,
                    guint        from,
                    guint        to,
                    GError     **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %u", to);
  gboolean done = begin (store, from, error) && run_all (store, from, to, error) && samsyn_db_exec (store, version, error)
                  && samsyn_transaction_commit (store, error);

  samsyn_transaction_rollback (store);
  if (!samsyn_db_exec (store, "PRAGMA foreign_keys = ON", done ? error : NULL))
    return FALSE;
  return done;
}

gboolean
samsyn_migrate_store (SamsynStore *store,
                      GError     **error)
{
  guint version = (guint) samsyn_db_integer (store, "PRAGMA user_version", 0);

  if (version == samsyn_migrate_newest ())
    return TRUE;
  if (!samsyn_store_examine (store, error))
    return FALSE;
  if (!samsyn_backup_before_migration (store, version, error))
    return FALSE;
  return samsyn_migrate_run (store, version, samsyn_migrate_newest (), error) && samsyn_guard_schema (store, error);
}
