/* book.h: a workbook as its readers know it, before it is a file
 *
 * A report describes sheets, tables, cells and charts; book-write.c makes an .xlsx of them, book-audit.c examines the result.
 * Nothing here knows of libxlsxwriter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/value.h"

G_BEGIN_DECLS

/* What a column shows; decides cell type, number format, alignment and conditional formats.  Only a date's columns hold dates: a
 * text that looks like one stays a text.  Numbers show their own decimals.  Where a table has HEAT columns, the first is impact 1
 * and so on, and a row's probability is the number that its first cell begins with; otherwise the rows fall from the top. */
typedef enum
{
  SAMSYN_COLUMN_TEXT,      /* wraps */
  SAMSYN_COLUMN_DATE,      /* value: YYYY-MM-DD text; a real date */
  SAMSYN_COLUMN_DUE,       /* a date; marked where before the book's status date and the row is not settled */
  SAMSYN_COLUMN_INTEGER,
  SAMSYN_COLUMN_NUMBER,    /* with its own decimals */
  SAMSYN_COLUMN_MONEY,     /* value: öre; kronor with two decimals */
  SAMSYN_COLUMN_THOUSANDS, /* value: öre; thousands of kronor */
  SAMSYN_COLUMN_PERCENT,   /* value: 0–100 */
  SAMSYN_COLUMN_LIGHT,     /* value: green, amber, red, not_assessed, no other; word + symbol + fill by
                            * condition.  After a blank it may go on in words: “green (computed)” */
  SAMSYN_COLUMN_TREND,     /* value: integer -1 worse, 0 as before, 1 better; word + arrow */
  SAMSYN_COLUMN_LETTER,    /* responsibility letters; fill by condition */
  SAMSYN_COLUMN_SEVERITY,  /* value: error, warning, note; word + symbol + fill */
  SAMSYN_COLUMN_STATE,     /* a short text, not wrapped */
  SAMSYN_COLUMN_SCORE,     /* a risk's value 1–25; fill by condition */
  SAMSYN_COLUMN_HEAT,      /* a count in a risk grid; fill by place, blank for zero */
  SAMSYN_N_COLUMN_TYPES
} SamsynColumnType;

typedef enum
{
  SAMSYN_COLUMN_TOTAL = 1 << 0,  /* summed in the table's total row */
  SAMSYN_COLUMN_HEADER = 1 << 1, /* names the row: bold */
  SAMSYN_COLUMN_LINES = 1 << 2,  /* with TOTAL: an empty cell is a value that is missing, and the total says of how many it is */
  SAMSYN_COLUMN_WHOLE = 1 << 3,  /* with LINES: no total where one is missing, only of how many it would be */
} SamsynColumnFlags;

typedef enum
{
  SAMSYN_CHART_COLUMN,
  SAMSYN_CHART_LINE,
  SAMSYN_CHART_TIMELINE, /* stacked bars: the first series is the (invisible) start date, the second the days */
} SamsynChartType;

typedef struct _SamsynBook  SamsynBook;
typedef struct _SamsynSheet SamsynSheet;
typedef struct _SamsynTable SamsynTable;

/* ---- Describing ------------------------------------------------------------------------------------------------------------ */

/* A book in a language ("sv", "en"), about a status date (YYYY-MM-DD), with the report's id; free with samsyn_book_free(). */
SamsynBook *samsyn_book_new  (const char *language,
                              const char *status_date,
                              const char *report_id);
void        samsyn_book_free (SamsynBook *book);

/* The properties of the file: all user text, copied. */
void samsyn_book_set_properties (SamsynBook *book,
                                 const char *title,
                                 const char *subject,
                                 const char *author);

/* Something that the sources of its tables need: freed with the book, after them.  One a book. */
void samsyn_book_keep (SamsynBook    *book,
                       gpointer       data,
                       GDestroyNotify free_data);

/* What the book was made with. */
const char *samsyn_book_get_language    (SamsynBook *book);
const char *samsyn_book_get_status_date (SamsynBook *book);
guint       samsyn_book_get_n_sheets    (SamsynBook *book);

/* A sheet; the first must be called samsyn_words (language, "workbook", "Read me").  `name` is what the tab says (made safe and
 * unique), `title` A1, `purpose` the sentence of A2, to which the report's id and status date are added.  Owned by the book. */
SamsynSheet *samsyn_book_add_sheet (SamsynBook *book,
                                    const char *name,
                                    const char *title,
                                    const char *purpose);

/* Whether the sheet must fit one page (the summary), and whether its tables may be wider than one page. */
void samsyn_sheet_set_one_page (SamsynSheet *sheet);

/* The tab's final name, for links; owned by the sheet. */
const char *samsyn_sheet_get_name (SamsynSheet *sheet);

/* A table below what the sheet already has, under the same columns: what stands below takes mostly the widths of the first
 * table. Every sheet has one at least, and every table a row: what is empty is left out by the report.  `caption` (NULL for
 * the main, first table) is its heading in one cell above it. */
SamsynTable *samsyn_sheet_add_table (SamsynSheet *sheet,
                                     const char  *caption);

/* A column; `width` in characters.  Titles of one table are made unique.  Returns its number. */
guint samsyn_table_add_column (SamsynTable      *table,
                               const char       *title,
                               SamsynColumnType  type,
                               int               width,
                               SamsynColumnFlags flags);

/* The column folds, with those after it of at least the same level, under the one before it of a lower level.  Levels are 1 to 7;
 * columns begin with 0 and nothing is folded when the file is opened. */
void samsyn_table_fold_column (SamsynTable *table,
                               guint        column,
                               guint        level);

/* A row; then one call a cell, from the left.  Cells not given are empty. */
void samsyn_table_add_row  (SamsynTable *table);
void samsyn_table_empty    (SamsynTable *table);
void samsyn_table_text     (SamsynTable *table,
                            const char  *text); /* NULL and "": empty */
void samsyn_table_integer  (SamsynTable *table,
                            gint64       integer); /* also öre, trends */
void samsyn_table_number   (SamsynTable *table,
                            double       number);
void samsyn_table_value    (SamsynTable       *table,
                            const SamsynValue *value);
/* A value of another type than the column's: where a column holds dates, amounts and lights by turns. */
void samsyn_table_typed    (SamsynTable       *table,
                            SamsynColumnType   type,
                            const SamsynValue *value);
/* A text YYYY-MM-DD as a date, in a column of texts; NULL and "": empty. */
void samsyn_table_date     (SamsynTable *table,
                            const char  *date);
/* The cell just given is a sum that lacks some of its lines, and says so: “900 (1 of 2)”. */
void samsyn_table_partial  (SamsynTable *table,
                            guint        n_given,
                            guint        n_lines);
/* A text that leads to another sheet of the book. */
void samsyn_table_link     (SamsynTable *table,
                            const char  *text,
                            SamsynSheet *to);
/* What stands behind the cell just given: a comment that spreadsheets show beside it.  It is not printed. */
void samsyn_table_comment  (SamsynTable *table,
                            const char  *text); /* NULL and "": none */
/* The row just added begins a group of rows, which goes to the next page rather than being cut by the end of one. */
void samsyn_table_group    (SamsynTable *table);
/* The row just added is settled: its due dates are no longer marked. */
void samsyn_table_settled  (SamsynTable *table);

/* How many rows have been added. */
guint samsyn_table_get_n_rows (SamsynTable *table);

/* Instead of rows in memory: the writer calls `each` while it writes, which calls `row` with one value a column for each row.
 * Returns FALSE with the error set.  The table takes `data`. */
typedef gboolean (*SamsynTableRowFunc) (const SamsynValue *row,
                                        gpointer           writer);
typedef gboolean (*SamsynTableEachFunc) (SamsynTableRowFunc row,
                                         gpointer           writer,
                                         gpointer           data,
                                         GError           **error);
void samsyn_table_set_source (SamsynTable        *table,
                              guint               n_rows,
                              SamsynTableEachFunc each,
                              gpointer            data,
                              GDestroyNotify      free_data);

/* A chart of columns of a table of the same sheet, below the tables; `message` says in words what it shows (alt text). */
void samsyn_sheet_add_chart (SamsynSheet     *sheet,
                             SamsynChartType  type,
                             const char      *title,
                             const char      *message,
                             SamsynTable     *table,
                             guint            category,
                             const guint     *series,
                             guint            n_series);

/* ---- Writing (book-write.c) ------------------------------------------------------------------------------------------------ */

/* Writes the book: beside the target under a temporary name, reads it back with our own reader, compares cells, runs the audit,
 * syncs, renames.  Refuses an existing target without `replace` (G_IO_ERROR_EXISTS).  On failure nothing is left behind.
 * `progress` (may be NULL) gets 0 to 1.  Numbers are written with a decimal point whatever the process's locale. */
typedef void (*SamsynProgressFunc) (double   fraction,
                                    gpointer data);
gboolean samsyn_book_write (SamsynBook        *book,
                            const char        *path,
                            gboolean           replace,
                            GCancellable      *cancellable,
                            SamsynProgressFunc progress,
                            gpointer           progress_data,
                            GError           **error);

/* ---- Auditing (book-audit.c) ----------------------------------------------------------------------------------------------- */

/* Examines a finished workbook file against the rules for steering groups' workbooks; adds a translated sentence to `faults`
 * (char *) for each one it breaks.  FALSE only if the file could not be read. */
gboolean samsyn_book_audit (const char *path,
                            GPtrArray  *faults,
                            GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynBook, samsyn_book_free)

G_END_DECLS
