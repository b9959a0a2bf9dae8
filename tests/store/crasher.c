/* crasher.c: opens a workspace, edits or repairs it, and ends in the middle of that as if the power had gone
 *
 * usage: store-crasher FILE open|edit|fill|repair N        ends at the N-th call that changes the disk, counted from the opening
 * or from the edit
 *
 * It prints "written" once the edit has been acknowledged, and then ends well: there was no N-th call.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>

#include "faults.h"
#include "fixture.h"
#include "store/db.h"

#define N_RECORDS 60

static void
change (SamsynStore *store,
        const char  *how)
{
  g_autoptr (GError) error = NULL;

  /* So little memory that pages of the change are written before its end. */
  if (!g_str_equal (how, "edit"))
    samsyn_db_exec (store, "PRAGMA cache_size = 10", NULL);
  if (g_str_equal (how, "repair"))
    samsyn_store_repair (store, &error);
  else if (g_str_equal (how, "fill"))
    samsyn_fixture_fill (store, N_RECORDS);
  else
    samsyn_fixture_create (store, "action", "title", "Boka möte");
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynStore) store = NULL;
  guint n = argc == 4 ? (guint) atoi (argv[3]) : 0;

  if (n == 0)
    return 2;
  faults_install ();
  if (g_str_equal (argv[2], "open"))
    faults_arm (FAULT_CUT, n, FALSE);
  store = samsyn_store_open (argv[1], SAMSYN_OPEN_WRITE, &error);
  if (store == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  if (!g_str_equal (argv[2], "open"))
    {
      faults_arm (FAULT_CUT, n, FALSE);
      change (store, argv[2]);
    }
  puts ("written");
  fflush (stdout);
  return 0;
}
