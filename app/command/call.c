/* call.c: what commands have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "command.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "model/date.h"
#include "model/words.h"
#include "tame.h"

#define ID_DIGITS 15

SamsynStore *
samsyn_call_open (SamsynCall     *call,
                  SamsynOpenFlags flags,
                  GError        **error)
{
  SamsynStore *store;

  call->about = call->args[0];
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
  done = samsyn_store_backup (store, call->about, samsyn_call_cancellable (), error);
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
  return samsyn_store_snapshot (store, as_of != NULL ? samsyn_clock_day_end (samsyn_store_clock (store), as_of) : -1, samsyn_call_cancellable (), error);
}

gboolean
samsyn_call_check_text (const char *text,
                        const char *option,
                        GError    **error)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;
  g_set_error (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE, _("%s is not written in UTF-8."), option);
  return FALSE;
}

gboolean
samsyn_call_check_date (const char *date,
                        const char *option,
                        GError    **error)
{
  if (date == NULL || samsyn_date_is_valid (date))
    return TRUE;
  g_set_error (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE, _("%s takes a date written YYYY-MM-DD."), option);
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
  g_set_error (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE, _("%s takes the id of a record, a number."), option);
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
  g_set_error (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE, _("%s takes one of: %s."), option, list);
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

/* A cancellable can't be touched inside a signal handler: a thread waits for the signal instead. */
static gpointer
wait_for_interrupt (gpointer data)
{
  sigset_t signals;
  int number;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  sigaddset (&signals, SIGHUP);
  sigwait (&signals, &number);
  g_cancellable_cancel (data);
  sigwait (&signals, &number);
  _exit (128 + number);
}

GCancellable *
samsyn_call_cancellable (void)
{
  static GCancellable *cancellable = NULL;
  sigset_t signals;

  if (cancellable != NULL)
    return cancellable;
  cancellable = g_cancellable_new ();
  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  sigaddset (&signals, SIGHUP);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("interrupt", wait_for_interrupt, cancellable));
  return cancellable;
}

void
samsyn_call_print (const char *text)
{
  g_autofree char *tame = isatty (STDOUT_FILENO) ? samsyn_tame (text, FALSE) : NULL;

  fputs (tame != NULL ? tame : text, stdout);
}

void
samsyn_call_printf (const char *format,
                    ...)
{
  g_autofree char *text = NULL, *tame = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  tame = samsyn_tame (text, FALSE);
  fputs (tame, stdout);
}

void
samsyn_call_complain (const char *format,
                      ...)
{
  g_autofree char *text = NULL, *tame = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  tame = samsyn_tame (text, FALSE);
  fflush (stdout);
  fputs (tame, stderr);
}
