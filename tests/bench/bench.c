/* bench.c: two ways of doing the same work, timed in turns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* nftw */
#include "bench.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (GArray *numbers)
{
  g_array_sort (numbers, compare);
  return g_array_index (numbers, double, numbers->len / 2);
}

static void
compare_scaled (const char *name,
                double      scale,
                const char *unit,
                double      aim,
                guint       rounds,
                BenchFunc   ours,
                BenchFunc   bare,
                gpointer    data)
{
  g_autoptr (GArray) mine = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  double ratio;

  for (guint i = 0; i < rounds; i++)
    {
      double first = i % 2 == 0 ? ours (data) : bare (data);
      double second = i % 2 == 0 ? bare (data) : ours (data);
      double a = i % 2 == 0 ? first : second, b = i % 2 == 0 ? second : first, c = a / b;

      g_array_append_val (mine, a);
      g_array_append_val (theirs, b);
      g_array_append_val (ratios, c);
    }
  ratio = median (ratios);
  printf ("| %-62s | %10.3f %s | %10.3f %s | %5.2f | %5.2f | %s |\n", name, scale * median (mine), unit, scale * median (theirs),
          unit, ratio, aim, ratio <= aim ? "met" : "missed");
  fflush (stdout);
}

void
bench_compare (const char *name,
               double      aim,
               guint       rounds,
               BenchFunc   ours,
               BenchFunc   bare,
               gpointer    data)
{
  compare_scaled (name, 1000, "ms", aim, rounds, ours, bare, data);
}

void
bench_compare_in (const char *name,
                  const char *unit,
                  double      aim,
                  guint       rounds,
                  BenchFunc   ours,
                  BenchFunc   bare,
                  gpointer    data)
{
  compare_scaled (name, 1, unit, aim, rounds, ours, bare, data);
}

void
bench_figure (const char *name,
              double      figure,
              const char *unit,
              double      aim)
{
  if (aim > 0)
    printf ("| %-62s | %10.3f %s | %13s | %5s | %5.2f | %s |\n", name, figure, unit, "", "", aim,
            figure <= aim ? "met" : "missed");
  else
    printf ("| %-62s | %10.3f %s | %13s | %5s | %5s | %s |\n", name, figure, unit, "", "", "", "");
  fflush (stdout);
}

double
bench_now (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

void
bench_check (GError *error)
{
  if (error == NULL)
    return;
  fprintf (stderr, "bench: %s\n", error->message);
  exit (1);
}

char *
bench_folder (void)
{
  const char *parent = g_getenv ("SAMSYN_BENCH_FOLDER");
  char *folder = g_build_filename (parent != NULL ? parent : g_get_tmp_dir (), "samsyn-bench-XXXXXX", NULL);

  if (g_mkdtemp (folder) == NULL)
    exit (1);
  return folder;
}

static int
remove_one (const char        *path,
            const struct stat *info,
            int                type,
            struct FTW        *where)
{
  return remove (path);
}

void
bench_remove (char *folder)
{
  nftw (folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  g_free (folder);
}

void
bench_copy (const char *from,
            const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  GError *error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  bench_check (error);
}
