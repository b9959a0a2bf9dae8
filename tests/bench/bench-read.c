/* bench-read.c: search as you type, and opening and listing a large workspace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <malloc.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"
#include "kinds/kinds.h"

#define PAGE 20 /* results that are seen at once while typing */

typedef struct
{
  char         *large;
  char         *small;
  SamsynStore  *store;
  sqlite3      *db;
  sqlite3_stmt *match;
} Bench;

/* ---- Search ---------------------------------------------------------------------------------------------------------------- */

/* What somebody types, letter by letter. */
static const char *const typed[]
    = { "bo", "bok", "boka", "boka m", "boka mö", "boka möte", "över", "statistik no", "4711", "sam" };

static double
search_ours (gpointer data)
{
  Bench *bench = data;
  double start = bench_now ();

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      GError *error = NULL;
      g_autoptr (GPtrArray) hits = samsyn_store_search (bench->store, typed[i], PAGE, "sv", &error);

      bench_check (error);
      g_assert_cmpuint (hits->len, >, 0);
    }
  return (bench_now () - start) / G_N_ELEMENTS (typed);
}

/* The same hits, ranked alike, with the same words around them, asked of FTS5 alone. */
static double
search_bare (gpointer data)
{
  Bench *bench = data;
  double start = bench_now ();

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_auto (GStrv) words = g_strsplit (typed[i], " ", -1);
      g_autofree char *joined = g_strjoinv ("\"* AND \"", words);
      g_autofree char *expression = g_strdup_printf ("\"%s\"*", joined);
      guint n = 0;

      sqlite3_bind_text (bench->match, 1, expression, -1, SQLITE_STATIC);
      while (sqlite3_step (bench->match) == SQLITE_ROW)
        n += sqlite3_column_int64 (bench->match, 0) > 0;
      sqlite3_reset (bench->match);
      g_assert_cmpuint (n, >, 0);
    }
  return (bench_now () - start) / G_N_ELEMENTS (typed);
}

static void
bench_search (Bench *bench,
              guint  n)
{
  g_autofree char *name = g_strdup_printf ("first page of search as you type, %u records, against FTS5", n);
  GError *error = NULL;

  bench->store = samsyn_store_open (bench->large, SAMSYN_OPEN_READ, &error);
  bench_check (error);
  if (sqlite3_open_v2 (bench->large, &bench->db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK
      || sqlite3_prepare_v2 (bench->db,
                             "SELECT id FROM (SELECT rowid AS id, bm25(search, 4.0, 1.0) AS r FROM search WHERE search MATCH ? "
                             "LIMIT 2000) ORDER BY r, id LIMIT 20",
                             -1, &bench->match, NULL)
             != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (bench->db));
  bench_compare (name, 1.5, 9, search_ours, search_bare, bench);
  sqlite3_finalize (bench->match);
  sqlite3_close (bench->db);
  samsyn_store_close (bench->store);
}

/* ---- Listing --------------------------------------------------------------------------------------------------------------- */

/* Opening, the first 200 ids in the list's order, and the rows of a first screen. */
static double
list_first (const char *path)
{
  double start = bench_now ();
  GError *error = NULL;
  SamsynStore *store = samsyn_store_open (path, SAMSYN_OPEN_READ, &error);
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("action"));
  SamsynLookup *lookup;
  GArray *ids;

  bench_check (error);
  samsyn_query_select (query, "title");
  samsyn_query_select (query, "owner.@title");
  samsyn_query_select (query, "due_on");
  samsyn_query_order_default (query);
  ids = samsyn_store_ids (store, query, 0, 200, &error);
  bench_check (error);
  lookup = samsyn_lookup_new (store, query, &error);
  bench_check (error);
  for (guint i = 0; i < ids->len && i < 40; i++)
    g_assert_nonnull (samsyn_lookup_row (lookup, g_array_index (ids, gint64, i)));
  samsyn_lookup_free (lookup);
  g_array_unref (ids);
  samsyn_store_close (store);
  return bench_now () - start;
}

static double
list_large (gpointer data)
{
  return list_first (((Bench *) data)->large);
}

static double
list_small (gpointer data)
{
  return list_first (((Bench *) data)->small);
}

/* What a list of everything keeps in memory for each record. */
static void
bench_memory (Bench *bench,
              guint  n)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("action"));
  GError *error = NULL;
  SamsynStore *store = samsyn_store_open (bench->large, SAMSYN_OPEN_READ, &error);
  size_t before, after;
  GArray *ids;

  bench_check (error);
  samsyn_query_order_default (query);
  g_array_unref (samsyn_store_ids (store, query, 0, 1, NULL)); /* statements and caches are there already */
  before = mallinfo2 ().uordblks + mallinfo2 ().hblkhd;
  ids = samsyn_store_ids (store, query, 0, 0, &error);
  bench_check (error);
  after = mallinfo2 ().uordblks + mallinfo2 ().hblkhd;
  g_assert_cmpuint (ids->len, ==, n);
  bench_figure ("memory kept for a list of all records, a record", (double) (after - before) / n, "B ", 16);
  g_array_unref (ids);
  samsyn_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 1000000;
  char *folder = bench_folder ();
  g_autofree char *name = g_strdup_printf ("opening and listing the first 200 of %u against 1000", n);
  Bench bench
      = { .large = g_build_filename (folder, "large.samsyn", NULL), .small = g_build_filename (folder, "small.samsyn", NULL) };

  samsyn_store_close (bench_workspace (bench.large, n));
  samsyn_store_close (bench_workspace (bench.small, 1000));
  bench_search (&bench, n);
  bench_compare (name, 2, 15, list_large, list_small, &bench);
  bench_memory (&bench, n);
  g_free (bench.large);
  g_free (bench.small);
  bench_remove (folder);
  return 0;
}
