/* bench.h: two ways of doing the same work, timed in turns
 *
 * Nothing here passes or fails: a bench prints how many times longer the program takes than the bare library, beside the aim.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* One round of work; returns the seconds that count (setting up and clearing away do not). */
typedef double (*BenchFunc) (gpointer data);

/* Runs both sides `rounds` times in turns and prints a line with the medians, the median of the pairs' ratios, and the aim. */
void bench_compare (const char *name,
                    double      aim,
                    guint       rounds,
                    BenchFunc   ours,
                    BenchFunc   bare,
                    gpointer    data);

/* The same of something else than time: both sides return it in the unit. */
void bench_compare_in (const char *name,
                       const char *unit,
                       double      aim,
                       guint       rounds,
                       BenchFunc   ours,
                       BenchFunc   bare,
                       gpointer    data);

/* Prints a line of the same table for a figure without a bare side; aim 0: told for knowledge only. */
void bench_figure (const char *name,
                   double      figure,
                   const char *unit,
                   double      aim);

/* Seconds of a clock that never goes back. */
double bench_now (void);

/* Stops the bench with the message if there is one. */
void bench_check (GError *error);

/* A folder for the bench's files in $SAMSYN_BENCH_FOLDER or the temporary folder; removed with bench_remove(). */
char *bench_folder (void);
void  bench_remove (char *folder);

/* ---- Records made by the thousand (generate.c) ---------------------------------------------------------------------------- */

/* The fields of the n-th action: every field of the kind has a value, the same at every call. */
SamsynRecord *bench_record (gint64 id,
                            guint  n);

/* A workspace at the path with so many records, made through apply in steps of 10,000; what is there already is used again. */
SamsynStore *bench_workspace (const char *path,
                              guint       n_records);

/* The same records in memory (SamsynRecord), with those they refer to. */
GPtrArray *bench_records (guint n_records);

/* The same records as a JSON document for import. */
GBytes *bench_json (guint n_records);

/* A workspace at the path with a responsibility map (generate-map.c): the assignments dealt out over all tasks in turn, each to
 * other organisations. */
SamsynStore *bench_map_workspace (const char *path,
                                  guint       n_tasks,
                                  guint       n_organisations,
                                  guint       n_assignments);

/* Copies a file. */
void bench_copy (const char *from,
                 const char *to);

G_END_DECLS
