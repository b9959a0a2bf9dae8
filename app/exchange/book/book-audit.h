/* book-audit.h: what the files of the audit share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "book.h"
#include "exchange/xlsx/xlsx-private.h"

G_BEGIN_DECLS

/* An audit under way, at a sheet or, with `sheet` -1, at the book as a whole. */
typedef struct
{
  SamsynXlsx    *xlsx;
  GPtrArray     *faults;
  GHashTable    *told; /* each fault is told once a sheet */
  int            sheet;
  const char    *name;
  GPtrArray     *tables;
  SamsynXlsxPage page;
  GByteArray    *rows; /* 1 for rows that hold something */
  guint                  n_drawings;
  gboolean       has_title;
  gboolean       has_purpose;
} SamsynAudit;

/* Tells a fault, of the sheet or the book; `sentence` is translated, and takes the sheet's name as %s. */
void samsyn_audit_fault (SamsynAudit *audit,
                         const char  *sentence);

/* Contrast, of a style that a cell uses and of all conditional formats (book-audit-style.c). */
void samsyn_audit_style (SamsynAudit *audit,
                         guint        style);
void samsyn_audit_marks (SamsynAudit *audit);

G_END_DECLS
