/* output.c: what a command prints, and what becomes of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "command.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "tame.h"

static int trouble; /* errno of the first text that could not be written */

static void
note (gboolean good)
{
  if (!good && trouble == 0)
    trouble = errno;
}

void
samsyn_call_print (const char *text)
{
  g_autofree char *tame = isatty (STDOUT_FILENO) ? samsyn_tame (text, FALSE) : NULL;

  note (fputs (tame != NULL ? tame : text, stdout) != EOF);
}

static void
print_tame (const char *text)
{
  g_autofree char *tame = samsyn_tame (text, FALSE);

  note (fputs (tame, stdout) != EOF);
}

void
samsyn_call_printf (const char *format,
                    ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  print_tame (text);
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
  samsyn_call_flush ();
  fputs (tame, stderr);
}

void
samsyn_call_done (SamsynCall *call,
                  const char *format,
                  ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_free (call->done);
  call->done = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  samsyn_call_printf ("%s\n", call->done);
}

int
samsyn_call_flush (void)
{
  note (fflush (stdout) == 0);
  return trouble;
}
