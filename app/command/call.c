/* call.c: what commands have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "command.h"

#include <stdio.h>
#include <string.h>

#include "model/date.h"
#include "model/target.h"
#include "model/unfinished.h"
#include "model/words.h"

#define ID_DIGITS 15

SamsynStore *
samsyn_call_open (SamsynCall     *call,
                  SamsynOpenFlags flags,
                  GError        **error)
{
  g_autofree char *folder = g_path_get_dirname (call->args[0]);
  SamsynStore *store;

  call->about = call->args[0];
  samsyn_unfinished_sweep (folder);
  store = samsyn_store_open (call->args[0], flags, error);
  if (store != NULL)
    samsyn_call_tell (call->about, samsyn_store_take_notice (store));
  return store;
}

void
samsyn_call_tell (const char *about,
                  char       *notice)
{
  g_autofree char *what = g_filename_display_name (about);

  if (notice != NULL)
    samsyn_call_complain ("samsyn: %s: %s\n", what, notice);
  g_free (notice);
}

gboolean
samsyn_call_back_up (SamsynCall  *call,
                     SamsynStore *store,
                     GError     **error)
{
  gboolean done;

  call->about = call->args[1];
  done = samsyn_target_check_workspace (call->about, error)
         && samsyn_store_backup (store, call->about, samsyn_call_cancellable (), error);
  samsyn_call_tell (call->about, samsyn_store_take_notice (store));
  return done;
}

SamsynStore *
samsyn_call_open_copy (SamsynCall *call,
                       const char *as_of,
                       GError    **error)
{
  g_autoptr (SamsynStore) store = samsyn_call_open (call, SAMSYN_OPEN_READ, error);

  if (store == NULL)
    return NULL;
  return samsyn_store_snapshot (store, as_of != NULL ? samsyn_clock_day_end (samsyn_store_clock (store), as_of) : -1,
                                samsyn_call_cancellable (), error);
}

gboolean
samsyn_call_check_text (const char *text,
                        const char *option,
                        GError    **error)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;
  g_set_error (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE, _ ("%s is not written in UTF-8."), option);
  return FALSE;
}

gboolean
samsyn_call_check_date (const char *date,
                        const char *option,
                        GError    **error)
{
  if (date == NULL || samsyn_date_is_valid (date))
    return TRUE;
  g_set_error (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE, _ ("%s takes a date written YYYY-MM-DD."), option);
  return FALSE;
}

gboolean
samsyn_call_read_id (const char *text,
                     const char *option,
                     gint64     *id,
                     GError    **error)
{
  *id = 0;
  if (text == NULL)
    return TRUE;
  if (*text != '\0' && strlen (text) <= ID_DIGITS && strspn (text, "0123456789") == strlen (text))
    *id = g_ascii_strtoll (text, NULL, 10);
  if (*id > 0)
    return TRUE;
  g_set_error (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE, _ ("%s takes the id of a record, a number."), option);
  return FALSE;
}

int
samsyn_call_read_word (const char        *text,
                       const char        *option,
                       const char *const *words,
                       GError           **error)
{
  g_autofree char *list = NULL;

  for (int i = 0; words[i] != NULL; i++)
    if (text == NULL || g_str_equal (words[i], text))
      return i;
  list = g_strjoinv (", ", (char **) words);
  g_set_error (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE, _ ("%s takes one of: %s."), option, list);
  return -1;
}

gboolean
samsyn_call_read_format (const char *format,
                         gboolean   *json,
                         GError    **error)
{
  static const char *const formats[] = { "text", "json", NULL };
  int word = samsyn_call_read_word (format, "--format", formats, error);

  *json = word == 1;
  return word >= 0;
}

static gboolean
fail_usage (GError    **error,
            const char *format,
            const char *a,
            const char *b)
{
  g_autofree char *message = g_strdup_printf (format, a, b);

  g_set_error_literal (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE, message);
  return FALSE;
}

/* The name as it should be: its own ending gives way. */
static gboolean
check_suffix (const char *path,
              const char *suffix,
              GError    **error)
{
  g_autofree char *name = g_filename_display_basename (path), *lower = g_ascii_strdown (name, -1);
  const char *end = strrchr (name, '.');
  g_autofree char *stem = g_strndup (name, end != NULL && end > name ? (gsize) (end - name) : strlen (name));
  g_autofree char *better = g_strconcat (stem, suffix, NULL);

  if (g_str_has_suffix (lower, suffix))
    return TRUE;
  return fail_usage (error, _ ("“%s” should be called “%s”: what is written is a workbook."), name, better);
}

gboolean
samsyn_call_check_output (SamsynCall *call,
                          const char *path,
                          const char *suffix,
                          gboolean    force,
                          GError    **error)
{
  g_autoptr (GError) local = NULL;

  if (path == NULL)
    return fail_usage (error, _ ("%s is required."), "--output", NULL);
  if (g_str_equal (path, "-"))
    return suffix == NULL
           || fail_usage (error, _ ("A workbook can’t be written to standard output. Name a file, such as out%s."), suffix, NULL);
  call->about = path;
  if (!samsyn_target_check (path, TRUE, &local))
    {
      if (suffix == NULL && g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE))
        g_set_error (error, local->domain, local->code, "%s %s", local->message, _ ("Standard output is “--output=-”."));
      else
        g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (suffix != NULL && !check_suffix (path, suffix, error))
    return FALSE;
  if (force || !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                       _ ("There is such a file already. It was left as it was; --force replaces it."));
  return FALSE;
}
