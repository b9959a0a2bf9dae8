/* bench-window.c: how soon the window comes, how lists move, and whether it goes on while a report is made
 *
 * usage: bench-window [RECORDS [MANY [FOLDER]]]     100000 in the report and 1000000 in the list if nothing is said; a folder
 * that is named is kept, and used again with what is in it.  It needs a display: tests/desktop/display.py.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-window.h"

#include <stdlib.h>

#include "desktop/frame/application.h"

int
main (int   argc,
      char *argv[])
{
  int started = bench_be_started (argc, argv);
  guint records = argc > 1 ? (guint) atoi (argv[1]) : 100000, many = argc > 2 ? (guint) atoi (argv[2]) : 1000000;
  g_autofree char *large = NULL, *small = NULL;
  char *folder;

  if (started >= 0)
    return started;
  folder = argc > 3 ? g_strdup (argv[3]) : bench_folder ();
  large = g_build_filename (folder, "large.samsyn", NULL);
  small = g_build_filename (folder, "small.samsyn", NULL);
  samsyn_store_close (bench_workspace (large, many));
  samsyn_store_close (bench_workspace (small, 1000));
  bench_starts (argv[0], folder, large, small, many);
  samsyn_desktop_prepare ();
  adw_init ();
  bench_lists (large, small, many);
  bench_frames (folder, records);
  if (argc <= 3)
    bench_remove (folder);
  return 0;
}
