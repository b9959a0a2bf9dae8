/* book-private.h: how a described workbook is kept, for the files that write and check it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "book.h"
#include "model/figures.h"

G_BEGIN_DECLS

typedef struct
{
  char             *title;
  SamsynColumnType  type;
  int               width;
  SamsynColumnFlags flags;
  guint             level; /* of folding */
} SamsynColumn;

typedef struct
{
  SamsynValue  value;
  SamsynSheet *to; /* a link to that sheet, or NULL */
  char        *comment;
  gboolean     has_type; /* of its own, not the column's */
  SamsynColumnType type;
  guint            n_given; /* of a sum that lacks some of its lines; otherwise both are 0 */
  guint            n_lines;
} SamsynCell;

typedef struct
{
  SamsynChartType type;
  char           *title;
  char           *message;
  SamsynTable    *table;
  guint           category;
  guint          *series;
  guint           n_series;
} SamsynChart;

/* What the writer notes of a column of a streamed table, to compare with what is read back. */
typedef struct
{
  guint64 count;
  guint64 hash; /* of the texts and where they stand */
  double  sum;  /* of the numbers */
} SamsynPrint;

struct _SamsynTable
{
  SamsynSheet        *sheet;
  char               *caption;
  char               *name; /* the Excel table's; unique in the book */
  GArray             *columns;
  GHashTable         *titles;
  GArray             *cells;   /* SamsynCell, row by row */
  GByteArray         *settled; /* one byte a row */
  GArray             *groups;  /* guint: the rows that begin one */
  guint               n_rows;
  guint               n_given; /* cells given in the last row */
  SamsynTableEachFunc each;
  gpointer            data;
  GDestroyNotify      free_data;

  /* Where it was written */
  guint        header_row;
  guint        first_column; /* 0 but for risk grids */
  SamsynPrint *prints; /* one a column, streamed tables only */
  SamsynPrint *read;   /* the same as read back */
};

struct _SamsynSheet
{
  SamsynBook *book;
  char       *name;
  char       *title;
  char       *purpose;
  gboolean    one_page;
  GPtrArray  *tables;
  GPtrArray  *charts;
};

struct _SamsynBook
{
  char       *language;
  char       *status_date;
  char       *report_id;
  char       *title;
  char       *subject;
  char       *author;
  GPtrArray  *sheets;
  GHashTable *sheet_names;
  GHashTable *table_names;

  gpointer       kept;
  GDestroyNotify free_kept;
};

#define SAMSYN_DEEPEST_FOLD 7
#define SAMSYN_FIRST_TABLE_ROW 3 /* A4, counted from 0: title, purpose and an empty row come first */

static inline const SamsynColumn *
samsyn_table_column (const SamsynTable *table,
                     guint              number)
{
  return &g_array_index (table->columns, SamsynColumn, number);
}

static inline const SamsynCell *
samsyn_table_cell (const SamsynTable *table,
                   guint              row,
                   guint              column)
{
  return &g_array_index (table->cells, SamsynCell, (gsize) row * table->columns->len + column);
}

/* The type of a cell: its own or its column's. */
static inline SamsynColumnType
samsyn_table_type (const SamsynTable *table,
                   guint              row,
                   guint              column)
{
  const SamsynCell *cell = samsyn_table_cell (table, row, column);
  return cell->has_type ? cell->type : samsyn_table_column (table, column)->type;
}

static inline gboolean
samsyn_table_row_is_settled (const SamsynTable *table,
                             guint              row)
{
  return row < table->settled->len && table->settled->data[row];
}

/* The sentence of A2; to be freed by the caller. */
char *samsyn_sheet_describe (const SamsynSheet *sheet);

/* ---- Columns and rows (book-rows.c) ---------------------------------------------------------------------------------------- */

/* A table without columns for the sheet, with that caption or NULL. */
SamsynTable *samsyn_table_new  (SamsynSheet *sheet,
                                const char  *caption);
void         samsyn_table_free (SamsynTable *table);

/* Whether any of its columns is summed. */
gboolean samsyn_table_has_total (const SamsynTable *table);

/* Whether its header has buttons to filter by: where there are rows enough. */
gboolean samsyn_table_has_filter (const SamsynTable *table);

/* ---- Cells as they stand in the file (book-cell.c) ------------------------------------------------------------------------- */

typedef enum
{
  SAMSYN_WRITTEN_NOTHING,
  SAMSYN_WRITTEN_TEXT,
  SAMSYN_WRITTEN_NUMBER,
  SAMSYN_WRITTEN_DATE
} SamsynWritten;

typedef struct
{
  SamsynWritten as;
  const char   *text; /* clean; the value's own, a word's, or the buffer's */
  double        number;
} SamsynResolved;

/* The words of cells in one language, and the room that cells are resolved in; free with samsyn_resolver_free(). */
typedef struct
{
  const char *language;
  char       *lights[4];
  char       *trends[3];
  char       *severities[3];
  GString    *buffer;
  GString    *light; /* one with words of its own */
} SamsynResolver;

SamsynResolver *samsyn_resolver_new  (const char *language);
void            samsyn_resolver_free (SamsynResolver *resolver);

/* What stands in a cell of that type.  Valid until the next call. */
void samsyn_resolve (SamsynResolver    *resolver,
                     SamsynColumnType   type,
                     const SamsynValue *value,
                     SamsynResolved    *resolved);

/* The sum of a column with SAMSYN_COLUMN_TOTAL, in the unit that its cells show. */
SamsynSum samsyn_table_sum (SamsynTable    *table,
                            SamsynResolver *resolver,
                            guint           column);

/* What the total row shows of a column: its sum, one that says what it lacks, or in words of how many it would be. */
typedef enum
{
  SAMSYN_TOTAL_NOTHING,
  SAMSYN_TOTAL_SUM,
  SAMSYN_TOTAL_PARTIAL,
  SAMSYN_TOTAL_WORDS
} SamsynTotal;
SamsynTotal samsyn_table_total (SamsynTable     *table,
                                guint            column,
                                const SamsynSum *sum);

/* “1 of 2”; to be freed by the caller. */
char *samsyn_text_share (const char *language,
                         guint       n_given,
                         guint       n_lines);

/* The decimals that a cell of that type shows of a number in the unit it shows; -1: it shows an exponent. */
int samsyn_cell_decimals (SamsynColumnType type,
                          double           number);

/* Adds a cell to a column's print. */
void samsyn_print_add (SamsynPrint          *print,
                       guint                 row,
                       const SamsynResolved *resolved);

/* ---- Texts (book-text.c) --------------------------------------------------------------------------------------------------- */

#define SAMSYN_CELL_UNITS 32767 /* UTF-16 units a cell may hold */

/* The UTF-16 units of a text, which is what spreadsheets count. */
gsize samsyn_text_units (const char *text);

/* The text without what a workbook cannot hold, cut with a mark in that language; the text itself if nothing is wrong with it. */
const char *samsyn_text_clean (const char *text,
                               const char *language,
                               GString    *buffer);

/* The same on one line and of at most so many UTF-16 units; to be freed by the caller. */
char *samsyn_text_line (const char *text,
                        gsize       max_units);

/* A text in which "_x0041_" stands for itself, as the file format asks; the text itself if it holds no such thing. */
const char *samsyn_text_escape (const char *text,
                                GString    *buffer);

/* `name`, with a number where `used` has it in any case, cut to `max_units`; `used` remembers it.  To be freed by the caller. */
char *samsyn_text_unique (GHashTable *used,
                          const char *name,
                          const char *number_format,
                          gsize       max_units);

/* What a sheet may be called; to be freed by the caller. */
char *samsyn_text_sheet_name (const char *name,
                              const char *language);

/* What a table may be called, made of its sheet's name; to be freed by the caller. */
char *samsyn_text_table_name (const char *sheet_name);

/* ---- Reading back (book-verify.c) ------------------------------------------------------------------------------------------ */

/* Compares every cell of the file with what was described. */
gboolean samsyn_book_verify (SamsynBook   *book,
                             const char   *path,
                             GCancellable *cancellable,
                             GError      **error);

/* ---- The file itself (book-write.c) ---------------------------------------------------------------------------------------- */

/* Makes the workbook in an existing, empty file; its temporary files in `folder`. */
gboolean samsyn_book_render (SamsynBook        *book,
                             const char        *path,
                             const char        *folder,
                             GCancellable      *cancellable,
                             SamsynProgressFunc progress,
                             gpointer           progress_data,
                             GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynResolver, samsyn_resolver_free)

G_END_DECLS
