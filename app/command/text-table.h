/* text-table.h: tables that are read on a terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SamsynTextTable SamsynTextTable;

/* An empty table; free with samsyn_text_table_free(). */
SamsynTextTable *samsyn_text_table_new  (void);
void             samsyn_text_table_free (SamsynTextTable *table);

/* Columns first, then the cells, row by row. */
void samsyn_text_table_column (SamsynTextTable *table,
                               const char      *title,
                               gboolean         number); /* to the right */
void samsyn_text_table_cell   (SamsynTextTable *table,
                               const char      *text);

/* Prints, aligned by the width that characters have on screen.  On a terminal the widest columns are cut so that a row is a line;
 * elsewhere cells are cut at SAMSYN_TEXT_TABLE_WIDTH. */
#define SAMSYN_TEXT_TABLE_WIDTH 60
void samsyn_text_table_print (SamsynTextTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynTextTable, samsyn_text_table_free)

G_END_DECLS
