/* csv.h: tables as comma-separated values (RFC 4180)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends a cell to a row, quoted where it must be; NULL is empty.  Nothing is altered: what a cell says is what is read back,
 * also where a spreadsheet would take it for a formula. */
void samsyn_csv_append_cell (GString    *row,
                             const char *text);

/* Ends the row (CR LF). */
void samsyn_csv_end_row (GString *row);

G_END_DECLS
