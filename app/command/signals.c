/* signals.c: what ends a command before it is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "command.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "model/unfinished.h"

/* How long a command that was asked to end has for it. */
#define GRACE_SECONDS 3

static GCancellable *cancellable;
static gint can_be_asked;

static void
fill (sigset_t *signals)
{
  sigemptyset (signals);
  sigaddset (signals, SIGINT);
  sigaddset (signals, SIGTERM);
  sigaddset (signals, SIGHUP);
}

/* Ends the program as the signal would have, but for what is left of its work. */
static void
end_by (int number)
{
  sigset_t one;

  samsyn_unfinished_abandon ();
  signal (number, SIG_DFL);
  sigemptyset (&one);
  sigaddset (&one, number);
  pthread_sigmask (SIG_UNBLOCK, &one, NULL);
  raise (number);
}

/* Little is allowed inside a signal handler: a thread waits for the signal instead. */
static gpointer
wait_for_signal (gpointer data)
{
  const struct timespec grace = { .tv_sec = GRACE_SECONDS };
  sigset_t signals;
  int number = 0;

  fill (&signals);
  sigwait (&signals, &number);
  if (g_atomic_int_get (&can_be_asked))
    {
      g_cancellable_cancel (cancellable);
      sigtimedwait (&signals, NULL, &grace);
    }
  end_by (number);
  return NULL;
}

/* A closed standard stream stays closed, but no file that is opened later gets its number and what is meant for it. */
static void
keep_numbers (void)
{
  static const int wrong_ways[] = { [STDIN_FILENO] = O_WRONLY, [STDOUT_FILENO] = O_RDONLY, [STDERR_FILENO] = O_RDONLY };

  for (int stream = 0; stream < (int) G_N_ELEMENTS (wrong_ways); stream++)
    if (fcntl (stream, F_GETFD) < 0 && open ("/dev/null", wrong_ways[stream]) < 0)
      g_debug ("there is no /dev/null: %s", g_strerror (errno));
}

void
samsyn_signals_begin (gboolean alters)
{
  g_autoptr (GThread) thread = NULL;
  sigset_t signals, before;

  keep_numbers ();
  cancellable = g_cancellable_new ();
  fill (&signals);
  pthread_sigmask (SIG_BLOCK, &signals, &before);
  thread = g_thread_try_new ("signals", wait_for_signal, NULL, NULL);
  if (thread == NULL)
    pthread_sigmask (SIG_SETMASK, &before, NULL);
  /* What only prints ends with its reader.  What does something is to do it whether anybody listens or not. */
  if (alters)
    signal (SIGPIPE, SIG_IGN);
}

GCancellable *
samsyn_call_cancellable (void)
{
  g_atomic_int_set (&can_be_asked, TRUE);
  return cancellable;
}
