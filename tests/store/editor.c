/* editor.c: edits a workspace as fast as it can and says what is saved, until it is killed
 *
 * usage: store-editor FILE       each line of its output, "RECORD NUMBER", is an edit that apply has acknowledged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>

#include "fixture.h"

#define N_RECORDS 8

/* The records that are edited; the first time they are made. */
static void
find_records (SamsynStore *store,
              gint64      *ids)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("action"));
  g_autoptr (GArray) found = NULL;

  samsyn_query_order (query, "@id", FALSE);
  found = samsyn_store_ids (store, query, 0, 0, NULL);
  for (guint i = 0; i < N_RECORDS; i++)
    ids[i] = found->len > i ? g_array_index (found, gint64, i) : samsyn_fixture_create (store, "action", "title", "0");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  SamsynStore *store = argc > 1 ? samsyn_store_open (argv[1], SAMSYN_OPEN_WRITE, &error) : NULL;
  gint64 ids[N_RECORDS];

  if (store == NULL)
    {
      fprintf (stderr, "%s\n", error != NULL ? error->message : "usage: store-editor FILE");
      return 1;
    }
  find_records (store, ids);
  for (gint64 n = samsyn_store_last_step (store) + 1;; n++)
    {
      gint64 id = ids[n % N_RECORDS];
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, n);

      samsyn_fixture_edit (store, id, "title", number, "notes", n % 3 == 0 ? "" : number, NULL);
      printf ("%" G_GINT64_FORMAT " %s\n", id, number);
      fflush (stdout);
    }
}
