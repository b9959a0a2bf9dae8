/* bench-window.h: the parts of the window's bench
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bench.h"
#include "stage.h"

G_BEGIN_DECLS

/* Runs as one of the processes that bench_starts() starts, where the arguments say so; otherwise -1. */
int bench_be_started (int    argc,
                      char **argv);

/* Starts the program many times: with the sample, with `large`, a workspace of `n` records, and with `small`. */
void bench_starts (const char *program,
                   const char *folder,
                   const char *large,
                   const char *small,
                   guint       n);

/* Opens the list of all records of `large` and of `small`, and moves about in the large one. */
void bench_lists (const char *large,
                  const char *small,
                  guint       n);

/* Makes a workbook of all records and watches the frames meanwhile. */
void bench_frames (const char *folder,
                   guint       n);

G_END_DECLS
