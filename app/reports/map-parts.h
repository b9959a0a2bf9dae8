/* map-parts.h: the responsibility map in workbooks, for the steering pack's appendices and for the reports about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "columns.h"
#include "findings/finding.h"

G_BEGIN_DECLS

/* The letters of a cell as they are written, the heavier first ("A/R"); "" for none.  To be freed by the caller. */
char *samsyn_map_letters_text (guint letters);

/* What a workbook shows of a map. */
typedef struct
{
  SamsynStore *store;
  SamsynMap   *map;
  const char  *language;
  gboolean     comments; /* basis and dates behind each letter */
} SamsynMapView;

#define SAMSYN_MAP_ALL -2     /* the rows of every process */
#define SAMSYN_MAP_NOWHERE -1 /* those of none */

/* Whether the process has a row in the map; SAMSYN_MAP_NOWHERE for tasks without process. */
gboolean samsyn_map_has_rows (const SamsynMap *map,
                              int              process);

/* The map as the main table of a sheet: tasks by process down, across the organisations with any letter in those rows, units folding
 * under their parent where it has one too. */
gboolean samsyn_map_add_table (const SamsynMapView *view,
                               SamsynSheet         *sheet,
                               int                  process,
                               GError             **error);

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

G_END_DECLS
