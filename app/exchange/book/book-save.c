/* book-save.c: the workbook's file: whole under its name, or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "book-private.h"

#include <errno.h>

#include "exchange/error.h"
#include "model/save.h"
#include "model/target.h"
#include "model/words.h"

/* A report leaves out what has nothing to say; a sheet or a table without rows is a fault of the report. */
static gboolean
check_sheet (SamsynSheet *sheet,
             GError     **error)
{
  gboolean filled = sheet->tables->len > 0;

  for (guint i = 0; i < sheet->tables->len; i++)
    {
      SamsynTable *table = g_ptr_array_index (sheet->tables, i);
      filled = filled && table->n_rows > 0 && table->columns->len > 0;
    }
  if (!filled)
    g_set_error (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_AUDIT,
                 _ ("The sheet “%s” has nothing to show, and should have been left out. No file was written."), sheet->name);
  return filled;
}

static gboolean
check_described (SamsynBook *book,
                 GError    **error)
{
  for (guint i = 0; i < book->sheets->len; i++)
    if (!check_sheet (g_ptr_array_index (book->sheets, i), error))
      return FALSE;
  if (book->sheets->len == 0)
    g_set_error_literal (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_AUDIT,
                         _ ("The workbook has no sheets. No file was written."));
  return book->sheets->len > 0;
}

static gboolean
audit (const char *path,
       GError    **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sentences = NULL;

  if (!samsyn_book_audit (path, faults, error))
    return FALSE;
  if (faults->len == 0)
    return TRUE;
  g_ptr_array_add (faults, NULL);
  sentences = g_strjoinv (" ", (char **) faults->pdata);
  g_set_error (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_AUDIT,
               _ ("The finished workbook breaks a rule and was not kept. %s"), sentences);
  return FALSE;
}

/* An existing target and a cancelled task are told as what they are; all else of the file system is one thing to callers. */
static void
to_write_error (GError **error)
{
  g_autofree char *message = NULL;

  if (error == NULL || *error == NULL || (*error)->domain != G_IO_ERROR || (*error)->code == G_IO_ERROR_EXISTS ||
      (*error)->code == G_IO_ERROR_CANCELLED)
    return;
  message = g_strdup ((*error)->message);
  g_clear_error (error);
  g_set_error_literal (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_WRITE, message);
}

static void
tell (SamsynProgressFunc progress,
      gpointer           data,
      double             fraction)
{
  if (progress)
    progress (fraction, data);
}

static gboolean
write_and_check (SamsynBook        *book,
                 SamsynSave        *save,
                 GCancellable      *cancellable,
                 SamsynProgressFunc progress,
                 gpointer           progress_data,
                 GError           **error)
{
  const char *temporary = samsyn_save_get_temporary (save);
  g_autofree char *folder = g_path_get_dirname (temporary); /* for what the library puts aside */

  if (!samsyn_book_render (book, temporary, folder, cancellable, progress, progress_data, error))
    return FALSE;
  tell (progress, progress_data, 0.8);
  /* The library returns success with a full disk too: only what can be read back is written. */
  if (!samsyn_book_verify (book, temporary, cancellable, error))
    return FALSE;
  tell (progress, progress_data, 0.95);
  return audit (temporary, error) && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* The library has no words for a full disk. */
static void
name_full_disk (SamsynSave *save,
                const char *path,
                GError    **error)
{
  if (save == NULL || *error == NULL || (*error)->domain == G_IO_ERROR || !samsyn_save_is_full (save))
    return;
  g_clear_error (error);
  samsyn_target_fail (path, ENOSPC, error);
}

gboolean
samsyn_book_write (SamsynBook        *book,
                   const char        *path,
                   gboolean           replace,
                   GCancellable      *cancellable,
                   SamsynProgressFunc progress,
                   gpointer           progress_data,
                   GError           **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SamsynSave) save = NULL;

  if (!check_described (book, &local) || g_cancellable_set_error_if_cancelled (cancellable, &local) ||
      (save = samsyn_save_begin (path, replace, &local)) == NULL ||
      !write_and_check (book, save, cancellable, progress, progress_data, &local) || !samsyn_save_commit (save, &local))
    {
      name_full_disk (save, path, &local);
      to_write_error (&local);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  tell (progress, progress_data, 1);
  return TRUE;
}
