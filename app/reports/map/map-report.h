/* map-report.h: the reports about the responsibility map, which their sheets are made from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings/map/compare.h"
#include "map-parts.h"
#include "reports/report.h"

G_BEGIN_DECLS

/* What a report about one map, or about two that are compared, holds while it is described. */
typedef struct
{
  SamsynBook       *book;
  SamsynTable      *contents;   /* of the first sheet */
  SamsynMapView     view;       /* the map; where two are compared, the later one */
  SamsynFindings   *findings;   /* of the map */
  SamsynComparison *comparison; /* NULL: one map */
  SamsynLookup     *behind;     /* of all assignments, once they are asked for */
  gsize             n_cells;    /* of maps in the book, and the letters of those with comments */
  gsize             n_comments;
  const char       *elsewhere;  /* where all letters stand if a map is too large; English, context "pack" */
  char             *scenario;   /* its name in every title; NULL: what is in force, or two maps */
} SamsynMapReport;

/* ---- The frame (map-report.c) ---------------------------------------------------------------------------------------------- */

/* A sheet, or several of a sort, that can be left out. */
typedef struct
{
  SamsynReportPart part;
  const char      *purpose; /* English, context "pack" */

  /* Whether there is something to say. */
  gboolean (*has) (const SamsynMapReport *report);

  /* Fills the sheet that was opened for it. */
  gboolean (*add) (SamsynMapReport *report,
                   SamsynSheet     *sheet,
                   GError         **error);

  /* Instead of `add`: opens its sheets itself. */
  gboolean (*add_several) (SamsynMapReport *report,
                           const char      *name,
                           const char      *purpose,
                           GError         **error);
} SamsynMapSheet;

/* Opens the first sheet, with its legend.  `title` is translated; `subject` goes to the properties. */
void samsyn_map_report_open (SamsynMapReport *report,
                             const char      *title,
                             const char      *subject);

/* Adds a line to the first sheet. */
void samsyn_map_report_tell (SamsynMapReport *report,
                             const char      *name,
                             const char      *text);

/* Adds that a map is too large, in that sentence, and where its letters are. */
void samsyn_map_report_tell_large (SamsynMapReport *report,
                                   const char      *name,
                                   const char      *why);

/* Opens a sheet with that name (translated), which the first sheet leads to. */
SamsynSheet *samsyn_map_report_open_sheet (SamsynMapReport *report,
                                           const char      *name,
                                           const char      *purpose);

/* Adds all sheets but those that are to be left out or have nothing to say: of these the first sheet says so, in the words
 * `nothing` (English, context "pack"). */
gboolean samsyn_map_report_add_sheets (SamsynMapReport      *report,
                                       const SamsynMapSheet *sheets,
                                       guint                 n_sheets,
                                       const char *const    *leave_out,
                                       const char           *nothing,
                                       GCancellable         *cancellable,
                                       GError              **error);

/* Opens a sheet and fills it with a map's tasks of a process, and the legend of the letters.  Where that is too large the first
 * sheet says so instead; comments are left out, and the sheet says so, where there would be too many. */
gboolean samsyn_map_report_add_map (SamsynMapReport *report,
                                    const SamsynMap *map,
                                    int              process,
                                    const char      *name,
                                    const char      *purpose,
                                    GError         **error);

/* Basis and dates of all assignments, read once; owned by the report, NULL with the error set. */
SamsynLookup *samsyn_map_report_behind (SamsynMapReport *report,
                                        GError         **error);

/* Frees what was read; what was given stays the caller's. */
void samsyn_map_report_clear (SamsynMapReport *report);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SamsynMapReport, samsyn_map_report_clear)

/* The sheet's title, with the scenario's name; to be freed by the caller. */
char *samsyn_map_report_title (const SamsynMapReport *report,
                               const char            *title);

/* ---- Sheets about a map (map-counts.c, map-lists.c) ------------------------------------------------------------------------ */

/* Each fills a sheet that was opened for it. */
gboolean samsyn_map_report_add_overview    (SamsynMapReport *report,
                                            SamsynSheet     *sheet,
                                            GError         **error);
gboolean samsyn_map_report_add_tasks       (SamsynMapReport *report,
                                            SamsynSheet     *sheet,
                                            GError         **error);
gboolean samsyn_map_report_add_assignments (SamsynMapReport *report,
                                            SamsynSheet     *sheet,
                                            GError         **error);
gboolean samsyn_map_report_add_load        (SamsynMapReport *report,
                                            SamsynSheet     *sheet,
                                            GError         **error);

G_END_DECLS
