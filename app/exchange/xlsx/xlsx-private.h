/* xlsx-private.h: the parts of a workbook, for the files that read and examine it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "xlsx-read.h"
#include "xml-part.h"

G_BEGIN_DECLS

typedef struct
{
  char    *name;
  char    *part;
  gboolean shown;
} SamsynXlsxSheet;

/* A name of the workbook's; `sheet` is -1 for names of the whole book. */
typedef struct
{
  char *name;
  char *refers_to;
  int   sheet;
} SamsynXlsxName;

/* Colours are 0xRRGGBB, or -1 where the file does not say, or says it by a theme. */
typedef struct
{
  gint64   ink;
  gint64   fill;
  gboolean is_date;
} SamsynXlsxStyle;

struct _SamsynXlsx
{
  SamsynZip    *zip;
  char         *workbook; /* the part */
  GHashTable   *relations; /* of the workbook: id → SamsynXlsxRelation */
  GPtrArray    *sheets;
  GPtrArray    *names;
  GPtrArray    *strings;
  GStringChunk *chunk;
  GArray       *styles;  /* SamsynXlsxStyle, by a cell's number */
  GArray       *marks;   /* SamsynXlsxStyle, of conditional formats */
  gboolean      is_1904;
};

typedef struct
{
  char *type; /* the last word of it: "worksheet", "table" */
  char *part; /* resolved inside the package; NULL for what lies outside */
} SamsynXlsxRelation;

/* What relates to a part: id → SamsynXlsxRelation; empty where nothing does. */
GHashTable *samsyn_xlsx_relations (SamsynZip  *zip,
                                   const char *part,
                                   GError    **error);

/* The first relation of a type, or NULL. */
const SamsynXlsxRelation *samsyn_xlsx_relation_of (GHashTable *relations,
                                                   const char *type);

/* Replaces "_x0041_" by what it stands for, in place. */
void samsyn_xlsx_unescape (GString *text);

/* Reads the part of styles (xlsx-styles.c). */
gboolean samsyn_xlsx_read_styles (SamsynXlsx *xlsx,
                                  const char *part,
                                  GError    **error);

/* A reference as "B3" or "A4:C9" to rows and columns from 0; FALSE if it is none. */
gboolean samsyn_xlsx_parse_cell  (const char *reference,
                                  guint      *row,
                                  guint      *column);
gboolean samsyn_xlsx_parse_range (const char *reference,
                                  guint      *first_row,
                                  guint      *first_column,
                                  guint      *last_row,
                                  guint      *last_column);

/* ---- What an audit looks at (xlsx-parts.c) --------------------------------------------------------------------------------- */

typedef struct
{
  guint first_row, first_column, last_row, last_column;
} SamsynXlsxRange;

/* How a sheet is laid out, without its cells. */
typedef struct
{
  guint    n_merged;
  guint    paper;
  gboolean landscape;
  gboolean fits;
  int      pages_wide;
  int      pages_high;
  char    *header;
  char    *footer;
  guint    frozen_rows;
  guint    frozen_columns;
  guint    n_hidden; /* columns */
  GArray  *lights; /* SamsynXlsxRange: where a symbol decides the format */
} SamsynXlsxPage;

/* A table of a sheet. */
typedef struct
{
  char      *name;
  guint      first_row, first_column, last_row, last_column;
  gboolean   has_header;
  gboolean   has_total;
  GPtrArray *titles;
} SamsynXlsxTable;

/* Free what a page, and a table, own. */
void samsyn_xlsx_page_clear (SamsynXlsxPage *page);
void samsyn_xlsx_table_free (SamsynXlsxTable *table);

/* The layout of a sheet; its tables, ordered from above; and the alt texts ("" where there is none) of what is drawn on it. */
gboolean   samsyn_xlsx_read_page     (SamsynXlsx     *xlsx,
                                      guint           sheet,
                                      SamsynXlsxPage *page,
                                      GError        **error);
GPtrArray *samsyn_xlsx_read_tables   (SamsynXlsx *xlsx,
                                      guint       sheet,
                                      GError    **error);
GPtrArray *samsyn_xlsx_read_drawings (SamsynXlsx *xlsx,
                                      guint       sheet,
                                      GError    **error);

/* The properties of the file by their names, custom ones too ("title", "subject", "creator", "Language"). */
GHashTable *samsyn_xlsx_read_properties (SamsynXlsx *xlsx,
                                         GError    **error);

/* What a name such as "_xlnm.Print_Area" of a sheet refers to, or NULL. */
const char *samsyn_xlsx_get_name (SamsynXlsx *xlsx,
                                  guint       sheet,
                                  const char *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SamsynXlsxPage, samsyn_xlsx_page_clear)

G_END_DECLS
