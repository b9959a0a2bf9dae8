/* begin.c: the same world for each run of a program that tries random input
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <stdlib.h>

#include "../store/fixture.h"
#include "fuzz.h"

static char *folder;

static void
remove_folder (void)
{
  samsyn_fixture_remove (folder);
}

char *
fuzz_begin (void)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("SAMSYN_NOW", "2016-11-22T12:00:00Z", TRUE);
  g_setenv ("SAMSYN_AUTHOR", "fuzz", TRUE);
  g_random_set_seed (1);
  /* What the program says of itself in the log is a fault, too. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  folder = samsyn_fixture_folder ();
  atexit (remove_folder);
  return folder;
}
