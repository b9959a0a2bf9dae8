/* map-parts.h: the responsibility map in workbooks, for the steering pack's appendices and for the reports about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings/map/finding.h"
#include "reports/columns.h"

G_BEGIN_DECLS

/* The letters of a cell as they are written, the heavier first ("A/R"); "" for none.  To be freed by the caller. */
char *samsyn_map_letters_text (guint letters);

/* What a workbook shows of a map. */
typedef struct
{
  SamsynStore *store;
  SamsynMap   *map;
  const char  *language;
} SamsynMapView;

#define SAMSYN_MAP_ALL -2     /* the rows of every process */
#define SAMSYN_MAP_NOWHERE -1 /* those of none */

/* ---- The map as a table (map-extent.c, map-table.c) ----------------------------------------------------------------------- */

/* The map's tasks of a process down, across the organisations with any letter in those rows or with two such units or more. */
typedef struct
{
  const SamsynMap *map;
  int              process; /* index of the facts, or one of the two above */
  guint8          *shown;   /* by organisation: whether it is a column */
  guint            n_rows;
  guint            n_columns; /* of organisations */
  guint            n_letters; /* assignments: there may be several in a cell */
} SamsynMapExtent;

/* Free with samsyn_map_extent_free(). */
SamsynMapExtent *samsyn_map_extent_new  (const SamsynMap *map,
                                         int              process);
void             samsyn_map_extent_free (SamsynMapExtent *extent);

/* Whether the task is one of its rows. */
gboolean samsyn_map_extent_has (const SamsynMapExtent *extent,
                                guint                  task);

/* Nobody reads a sheet of more columns, nor finds his way among more sheets; a book of more cells takes long to make and to open.
 * All letters are in a list, whatever the size of the map. */
#define SAMSYN_MAP_MOST_COLUMNS 250
#define SAMSYN_MAP_MOST_CELLS 200000 /* of a sheet */
#define SAMSYN_MAP_MOST_SHEETS 100   /* of processes */

/* Whether that fits a sheet, and so many cells; otherwise what the reader is told instead, to be freed by the caller. */
char *samsyn_map_extent_refuse (const SamsynMapExtent *extent,
                                gsize                  most_cells,
                                const char            *language);

/* The main table of a sheet, units folding under their parent where it is a column too; with a lookup of
 * SAMSYN_MAP_ASSIGNMENT_PATHS basis and dates behind each letter. */
void samsyn_map_add_table (const SamsynMapExtent *extent,
                           SamsynSheet           *sheet,
                           SamsynLookup          *behind,
                           const char            *language);

/* The findings as the main table of a sheet, worst first. */
void samsyn_map_add_findings (const SamsynFindings *findings,
                              SamsynSheet          *sheet,
                              const char           *language);

/* How an assignment is told, from rows or lookups of these columns. */
#define SAMSYN_MAP_ASSIGNMENT_PATHS                                                                                             \
  "standing", "basis.@title", "basis_place", "commitment.number", "commitment.agreement.title", "valid_from", "valid_to",       \
    "confirmed_on", "notes", "confirmed_by.title", "confirmed_by.name", "confirmed_by.organisation.short_name"
enum
{
  SAMSYN_MAP_STANDING,
  SAMSYN_MAP_BASIS,
  SAMSYN_MAP_PLACE,
  SAMSYN_MAP_NUMBER,
  SAMSYN_MAP_AGREEMENT,
  SAMSYN_MAP_FROM,
  SAMSYN_MAP_TO,
  SAMSYN_MAP_CONFIRMED,
  SAMSYN_MAP_NOTES,
  SAMSYN_MAP_BY,
  SAMSYN_MAP_N_PATHS = SAMSYN_MAP_BY + 3
};

/* A lookup of these columns of assignments. */
SamsynLookup *samsyn_map_look_up (SamsynStore *store,
                                  const char  *language,
                                  GError     **error);

/* The commitment in words: its number and agreement; "" for none.  To be freed by the caller. */
char *samsyn_map_commitment (const SamsynValue *row);

/* The standing's label, "" for none. */
const char *samsyn_map_standing (const SamsynValue *row,
                                 const char        *language);

/* The process of a task in the map, "" for none. */
const char *samsyn_map_process_name (const SamsynFacts *facts,
                                     guint              task);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynMapExtent, samsyn_map_extent_free)

G_END_DECLS
