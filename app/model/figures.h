/* figures.h: numbers, amounts and sums as sentences tell them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "value.h"

G_BEGIN_DECLS

/* ---- In words -------------------------------------------------------------------------------------------------------------- */

/* The fewest decimals that tell the number for what it is, but for the noise of counting with it; -1: only an exponent does. */
int samsyn_figure_decimals (double number);

/* The number with its own decimals and groups of thousands, as the language writes them; to be freed by the caller. */
char *samsyn_figure_number (const char *language,
                            double      number);

/* Öre in kronor, thousands or millions of them, by size, with three figures at least: “450 kr”, “5 620 tkr”, “30 mkr”; `sign`:
 * with a plus above zero.  To be freed by the caller. */
char *samsyn_figure_money (const char *language,
                           double      ore,
                           gboolean    sign);

/* Per cent, with a plus above zero and a decimal where that says more; to be freed by the caller. */
char *samsyn_figure_percent (const char *language,
                             double      percent);

/* ---- Sums ------------------------------------------------------------------------------------------------------------------ */

/* A sum that knows what it lacks.  A value that is missing, or bent, is not 0: it is left out and counted.  The total is exact up
 * to 2^53 and rounded above, so that no amounts run over. */
typedef struct
{
  double total;
  guint  n_given;
  guint  n_lines;
} SamsynSum;

/* Whether the value is a number that can be added up. */
gboolean samsyn_sum_takes (const SamsynValue *value);

/* Adds a line, with its value or without one. */
void samsyn_sum_add (SamsynSum         *sum,
                     const SamsynValue *value);

/* Whether no line lacks its value. */
gboolean samsyn_sum_is_whole (const SamsynSum *sum);

G_END_DECLS
