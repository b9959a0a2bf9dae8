/* xlsx-read.h: reading workbooks, our own and those of others
 *
 * Sheets are read cell by cell and kept nowhere.  Formulas are never evaluated: what a spreadsheet program left as their value
 * is what they hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "zip-read.h"

G_BEGIN_DECLS

typedef struct _SamsynXlsx SamsynXlsx;

typedef enum
{
  SAMSYN_XLSX_TEXT,
  SAMSYN_XLSX_NUMBER, /* `text` is the number as the file writes it */
  SAMSYN_XLSX_DATE, /* a number shown as a date; `text` is YYYY-MM-DD, "YYYY-MM-DD HH:MM:SS" or "HH:MM:SS" */
  SAMSYN_XLSX_BOOLEAN, /* `number` is 0 or 1 */
  SAMSYN_XLSX_ERROR,   /* `text` is as "#N/A" */
} SamsynXlsxType;

/* A cell that holds something.  Its texts last until the next one. */
typedef struct
{
  guint          row; /* both from 0 */
  guint          column;
  SamsynXlsxType type;
  const char    *text;
  double         number;  /* of dates: days as spreadsheets count from 1900, also where the file counts from 1904 */
  const char    *formula; /* NULL: none */
  guint          style;
} SamsynXlsxCell;

/* FALSE ends the reading; without an error set, as if the sheet ended. */
typedef gboolean (*SamsynXlsxCellFunc) (const SamsynXlsxCell *cell,
                                        gpointer              data,
                                        GError              **error);

/* Opens a workbook.  `limits` may be NULL.  Errors are of SAMSYN_EXCHANGE_ERROR, with a sentence for the user. */
SamsynXlsx *samsyn_xlsx_open (const char            *path,
                              const SamsynZipLimits *limits,
                              GCancellable          *cancellable,
                              GError               **error);
void        samsyn_xlsx_free (SamsynXlsx *xlsx);

/* The sheets in their order; names are owned by the workbook. */
guint       samsyn_xlsx_get_n_sheets   (SamsynXlsx *xlsx);
const char *samsyn_xlsx_get_sheet_name (SamsynXlsx *xlsx,
                                        guint       sheet);
gboolean    samsyn_xlsx_sheet_is_shown (SamsynXlsx *xlsx,
                                        guint       sheet);

/* Calls `each` for every cell of a sheet that holds something, in the order of the file. */
gboolean samsyn_xlsx_read_sheet (SamsynXlsx        *xlsx,
                                 guint              sheet,
                                 SamsynXlsxCellFunc each,
                                 gpointer           data,
                                 GCancellable      *cancellable,
                                 GError           **error);

/* Whether numbers of that style are shown as dates. */
gboolean samsyn_xlsx_is_date_style (SamsynXlsx *xlsx,
                                    guint       style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynXlsx, samsyn_xlsx_free)

G_END_DECLS
