/* aside.c: what lies beside a workspace and doesn't belong to it
 *
 * It is never used and never deleted: it gets another name, which is told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* renameat2 */

#include "aside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gate.h"
#include "journal.h"
#include "model/words.h"

#define MOST_NAMES 1000

void
samsyn_care_clear (SamsynCare *care)
{
  g_clear_pointer (&care->notice, g_free);
}

char *
samsyn_aside_path (const char *path,
                   const char *ending)
{
  return g_strconcat (path, ending, NULL);
}

/* ---- Another name ---------------------------------------------------------------------------------------------------------- */

void
samsyn_care_tell (SamsynCare *care,
                  char       *sentence)
{
  g_autofree char *before = care->notice, *owned = sentence;

  care->notice = before != NULL ? g_strdup_printf ("%s %s", before, owned) : g_steal_pointer (&owned);
}

void
samsyn_care_hand (SamsynCare  *care,
                  SamsynStore *store)
{
  SamsynCare all = { .notice = g_steal_pointer (&store->notice) };

  if (care->notice != NULL)
    samsyn_care_tell (&all, g_steal_pointer (&care->notice));
  store->notice = g_steal_pointer (&all.notice);
}

static void
tell_aside (SamsynCare *care,
            const char *path,
            const char *from,
            const char *to)
{
  g_autofree char *name = g_path_get_basename (path), *what = g_path_get_basename (from), *aside = g_path_get_basename (to);

  samsyn_care_tell (care, g_strdup_printf (_ ("“%s”, which lay beside “%s”, is not its own or is torn. It was not used, and is "
                                              "called “%s” now."),
                                           what, name, aside));
}

static gboolean
is_taken (const char *path)
{
  struct stat info;

  return lstat (path, &info) == 0;
}

/* Not every file system can rename without replacing. */
static int
rename_to_free (const char *from,
                const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;
  if (is_taken (to))
    {
      errno = EEXIST;
      return -1;
    }
  return rename (from, to);
}

static gboolean
fail_aside (const char *path,
            const char *from,
            GError    **error)
{
  int reason = errno;
  g_autofree char *name = g_path_get_basename (path), *what = g_path_get_basename (from);

  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_READ_ONLY,
               _ ("“%s” lies beside “%s” and doesn’t belong to it, and can’t be renamed (%s). Nothing was changed; move it to "
                  "another "
                  "folder and try again."),
               what, name, g_strerror (reason));
  return FALSE;
}

static gboolean
put_aside (const char *path,
           const char *from,
           SamsynCare *care,
           GError    **error)
{
  for (guint i = 1; i <= MOST_NAMES; i++)
    {
      g_autofree char *to = g_strdup_printf ("%s.aside-%u", from, i);

      if (rename_to_free (from, to) == 0)
        {
          tell_aside (care, path, from, to);
          return TRUE;
        }
      if (errno != EEXIST)
        break;
    }
  return fail_aside (path, from, error);
}

gboolean
samsyn_aside_put (const char *path,
                  const char *ending,
                  SamsynCare *care,
                  GError    **error)
{
  g_autofree char *from = samsyn_aside_path (path, ending);

  return !samsyn_journal_is_there (from) || put_aside (path, from, care, error);
}

gboolean
samsyn_aside_clear (const char *path,
                    SamsynCare *care,
                    GError    **error)
{
  static const char *const endings[] = { "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (!samsyn_aside_put (path, endings[i], care, error))
      return FALSE;
  return TRUE;
}

/* ---- The journal ----------------------------------------------------------------------------------------------------------- */

static gboolean
fail_with (const char *path,
           int         code,
           GError    **error)
{
  g_autoptr (SamsynStore) nothing = samsyn_db_wrap (NULL, path);

  samsyn_db_set_error (nothing, code, error);
  return FALSE;
}

/* By SQLite, through the gate that looks at the journal once more. */
static gboolean
roll_back (const char *path,
           SamsynCare *care,
           GError    **error)
{
  g_autoptr (SamsynStore) writer = samsyn_db_wrap (NULL, path);
  int code = samsyn_gate_open (path, SQLITE_OPEN_READWRITE, &writer->db);

  if (code == SQLITE_OK)
    code = sqlite3_exec (writer->db, "PRAGMA user_version", NULL, NULL, NULL);
  if (code != SQLITE_OK)
    {
      samsyn_db_set_error (writer, writer->db != NULL ? sqlite3_extended_errcode (writer->db) : code, error);
      return FALSE;
    }
  care->rolled_back = TRUE;
  return TRUE;
}

static gboolean
fail_unreadable (const char *path,
                 GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_READ_ONLY,
               _ ("“%s-journal”, which may hold what must be taken back in “%s”, can’t be read. Nothing was changed; have it "
                  "opened by whom "
                  "it belongs to."),
               name, name);
  return FALSE;
}

gboolean
samsyn_aside_journal (const char *path,
                      sqlite3    *probe,
                      SamsynCare *care,
                      GError    **error)
{
  g_autofree char *journal = samsyn_aside_path (path, "-journal");
  sqlite3_file *file = samsyn_page_file (probe);
  int somebody_writes = 0;

  if (file != NULL && file->pMethods->xCheckReservedLock (file, &somebody_writes) == SQLITE_OK && somebody_writes)
    return fail_with (path, SQLITE_BUSY, error);
  switch (samsyn_journal_judge (journal, file))
    {
    case SAMSYN_JOURNAL_NONE:
      return TRUE;
    case SAMSYN_JOURNAL_UNWRITTEN:
      unlink (journal);
      return TRUE;
    case SAMSYN_JOURNAL_OURS:
      return roll_back (path, care, error);
    case SAMSYN_JOURNAL_UNREADABLE:
      return fail_unreadable (path, error);
    case SAMSYN_JOURNAL_STRANGE:
    default:
      return put_aside (path, journal, care, error);
    }
}
