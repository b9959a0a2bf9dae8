/* book-sheet.h: writing the sheets of a workbook: formats, measures, tables, charts
 *
 * Only files that write include this: it is where libxlsxwriter is known.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <xlsxwriter.h>

#include "book-private.h"

G_BEGIN_DECLS

/* ---- Formats (book-format.c) ----------------------------------------------------------------------------------------------- */

typedef enum
{
  SAMSYN_PART_BODY,
  SAMSYN_PART_BOLD, /* the cell that names its row */
  SAMSYN_PART_TOTAL,
  SAMSYN_N_PARTS
} SamsynPart;

/* How a text stands out by its first characters, or a number by its size. */
typedef struct
{
  const char *condition; /* of the cell "@", as a formula; NULL ends a list */
  guint32     fill;
  guint32     ink;
  gboolean    bold;
  const char *number_format; /* NULL: as it was */
} SamsynMark;

typedef struct
{
  lxw_format *title;
  lxw_format *purpose;
  lxw_format *caption;
  lxw_format *header;
  lxw_format *header_right;
  lxw_format *header_center;
  lxw_format *header_turned;
  lxw_format *link;
  lxw_format *heat[4];
  lxw_format *column[SAMSYN_N_COLUMN_TYPES][SAMSYN_N_PARTS];
  lxw_format *unwrapped[2];             /* text of long tables: body, bold */
  GHashTable *marks;                    /* SamsynMark → lxw_format */
  GHashTable *numbers;                  /* by type, part, decimals and words: made where first used */
  lxw_workbook *workbook;
} SamsynFormats;

SamsynFormats *samsyn_formats_new  (lxw_workbook *workbook);
void           samsyn_formats_free (SamsynFormats *formats);

/* The marks of a type of column, ended by one without condition; NULL: none.  DUE is special: its condition holds a date. */
const SamsynMark *samsyn_format_marks (SamsynColumnType type);
lxw_format       *samsyn_format_mark  (SamsynFormats    *formats,
                                       const SamsynMark *mark);

/* A number of that type with so many decimals (-1: an exponent); `share` (“1 of 2”, NULL: none) stands after it in brackets. */
lxw_format *samsyn_format_number (SamsynFormats   *formats,
                                  SamsynColumnType type,
                                  SamsynPart       part,
                                  int              decimals,
                                  const char      *share);

/* Whether a type of column stands to the right or in the middle, and whether its texts take several lines. */
gboolean samsyn_format_is_right    (SamsynColumnType type);
gboolean samsyn_format_is_centered (SamsynColumnType type);
gboolean samsyn_format_is_wrapped  (SamsynColumnType type);

/* ---- Texts (book-measure.c) ------------------------------------------------------------------------------------------------ */

/* The width of a text, and of the longest word in it: up to and with a hyphen, or before a space.  `scale` is what a thousandth
 * of an em takes in the unit of the result. */
double samsyn_measure_text (const char *text,
                            gsize       length,
                            double      scale);
double samsyn_measure_word (const char *text,
                            double      scale);

/* The lines a text takes in so much room; a word too long for a line is broken. */
guint samsyn_measure_lines (const char *text,
                            double      room,
                            double      scale);

/* ---- Measures (book-layout.c) ---------------------------------------------------------------------------------------------- */

typedef struct
{
  guint   n_columns; /* of the widest table */
  double *widths;    /* in characters, as spreadsheets count them */
  guint   n_printed; /* columns of the page: as many as the texts above need */
} SamsynLayout;

void samsyn_layout_measure (SamsynLayout   *layout,
                            SamsynSheet    *sheet,
                            SamsynResolver *resolver);
void samsyn_layout_clear   (SamsynLayout *layout);

/* The lines that a cell takes in a column of that many characters. */
guint samsyn_layout_lines (SamsynTable    *table,
                           SamsynResolver *resolver,
                           guint           row,
                           guint           number,
                           double          width);

/* What a column claims of the page. */
typedef struct
{
  double   needed; /* characters, at least */
  gboolean wraps;  /* its texts may take several lines */
} SamsynClaim;

/* Moves room between the columns of a main table where that makes the table lower (book-share.c). */
void samsyn_layout_share (SamsynLayout      *layout,
                          SamsynTable       *table,
                          const SamsynClaim *claims,
                          SamsynResolver    *resolver);

/* Points; 0 where the usual height does. */
double samsyn_layout_row_height    (const SamsynLayout *layout,
                                    SamsynTable        *table,
                                    SamsynResolver     *resolver,
                                    guint               row);
double samsyn_layout_header_height (const SamsynLayout *layout,
                                    SamsynTable        *table);
double samsyn_layout_comment_pixels (const char *text, /* how high a comment of that width must be */
                                     double      width);
gboolean samsyn_layout_header_turned (const SamsynLayout *layout,
                                      SamsynTable        *table,
                                      guint               column);

/* The width of a column, and of the page, in pixels of a screen (96 an inch). */
double samsyn_layout_pixels (double characters);
#define SAMSYN_PAGE_PIXELS 1026.0
#define SAMSYN_ROW_POINTS 15.75

/* ---- Pages (book-page.c) --------------------------------------------------------------------------------------------------- */

/* How far down a printed page the sheet has come: rows never break, pages do. */
typedef struct
{
  double   capacity; /* points; 0: all on one page */
  double   repeated; /* the header row on top of every page but the first */
  double   used;
  gboolean unsure; /* where the page began was the spreadsheet's choice */
  GArray  *breaks; /* lxw_row_t: rows that begin a page, ended by 0 */
} SamsynPaging;

/* The height of a table with its caption, in points. */
double samsyn_page_table_points (const SamsynLayout *layout,
                                 SamsynTable        *table,
                                 SamsynResolver     *resolver);

/* Whether the sheet, scaled to a page's width, is no higher than the page. */
gboolean samsyn_page_holds (const SamsynLayout *layout,
                            SamsynSheet        *sheet,
                            SamsynResolver     *resolver);

/* Where a sheet begins; its title is on the first page. */
void samsyn_paging_begin (SamsynPaging       *paging,
                          const SamsynLayout *layout,
                          SamsynSheet        *sheet);

/* Gives the sheet its page breaks. */
void samsyn_paging_end (SamsynPaging  *paging,
                        lxw_worksheet *worksheet);

/* So much more is used, at once. */
void samsyn_paging_add (SamsynPaging *paging,
                        double        points);

/* What comes at the row, so many points high, is not to be cut by the end of a page. */
void samsyn_paging_keep (SamsynPaging *paging,
                         guint         row,
                         double        points);

/* ---- Writing --------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SamsynBook        *book;
  SamsynSheet       *sheet;
  SamsynLayout       layout;
  SamsynPaging       paging;
  lxw_workbook      *workbook;
  lxw_worksheet     *worksheet;
  SamsynFormats     *formats;
  SamsynResolver    *resolver;
  GString           *escaped;
  GCancellable      *cancellable;
  SamsynProgressFunc progress;
  gpointer           progress_data;
  guint64            rows_done;
  guint64            rows_in_all;
  guint              n_links;
  GError            *error; /* the first thing that went wrong */
} SamsynWriter;

/* Notes a result of the library; FALSE if it is an error, or there was one. */
gboolean samsyn_writer_check (SamsynWriter *writer,
                              lxw_error     result);

/* Text as text, whatever it begins with. */
gboolean samsyn_writer_text (SamsynWriter *writer,
                             guint         row,
                             guint         column,
                             const char   *text,
                             lxw_format   *format);

/* Notes that a row is done: progress, and whether to go on. */
gboolean samsyn_writer_step (SamsynWriter *writer);

/* Writes a table with its caption at a row; the row after its last (book-table.c). */
guint samsyn_writer_table (SamsynWriter *writer,
                           SamsynTable  *table,
                           guint         row);

/* Adds the conditional formats of a table (book-marks.c). */
void samsyn_writer_marks (SamsynWriter *writer,
                          SamsynTable  *table);

/* Inserts a chart at a row; the row after its last (book-chart.c). */
guint samsyn_writer_chart (SamsynWriter *writer,
                           SamsynChart  *chart,
                           guint         row);

/* The chart of a table below the main one that has room to its right, or NULL; how high it is in points; inserts it there. */
SamsynChart *samsyn_writer_find_beside  (SamsynWriter *writer,
                                         SamsynTable  *table);
#define SAMSYN_BESIDE_POINTS (9 * SAMSYN_ROW_POINTS)
void         samsyn_writer_chart_beside (SamsynWriter *writer,
                                         SamsynChart  *chart,
                                         guint         row);

G_END_DECLS
