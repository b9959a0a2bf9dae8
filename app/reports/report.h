/* report.h: the reports there are, and how one is made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/book/book.h"
#include "store/store.h"

G_BEGIN_DECLS

#define SAMSYN_REPORT_ERROR (samsyn_report_error_quark ())
GQuark samsyn_report_error_quark (void);

typedef enum
{
  SAMSYN_REPORT_ERROR_ARGUMENT, /* an argument is missing, unknown or names a record of the wrong kind */
} SamsynReportError;

typedef enum
{
  SAMSYN_REPORT_MEETING = 1 << 0,
  SAMSYN_REPORT_PROJECT = 1 << 1,
  SAMSYN_REPORT_ORGANISATION = 1 << 2,
  SAMSYN_REPORT_AS_OF = 1 << 3,
  SAMSYN_REPORT_SCENARIO = 1 << 4,
  SAMSYN_REPORT_SINCE = 1 << 5,
  SAMSYN_REPORT_SINCE_SCENARIO = 1 << 6, /* two sides are compared, each a date and a scenario */
} SamsynReportTakes;

/* What a report is asked for.  Ids 0 and NULL texts mean not given. */
typedef struct
{
  const char *language; /* "sv", "en" */
  gint64      meeting;
  gint64      project;
  gint64      organisation;
  const char *as_of; /* log time: the workspace as it was at the end of that local day; of some reports validity */
  const char *scenario;
  const char *since;
  const char *since_scenario; /* of the side that is compared with */
  const char *const *leave_out; /* ids of parts, NULL-terminated; NULL: none */
} SamsynReportArguments;

/* A sheet that can be left out. */
typedef struct
{
  const char *id;
  const char *name; /* English; context "pack" */
} SamsynReportPart;

typedef struct _SamsynReport SamsynReport;
struct _SamsynReport
{
  const char       *id;      /* "steering-pack" */
  const char       *title;   /* English; context "report" */
  const char       *purpose; /* one sentence; English; context "report" */
  SamsynReportTakes takes;
  SamsynReportTakes needs; /* must be given */
  gboolean          dates_validity; /* its date says when something holds in the world, not when it was written */

  /* Whether what is asked for is compared with itself; NULL where nothing is compared. */
  gboolean (*is_about_nothing) (const SamsynReportArguments *arguments,
                                const char                  *today);

  /* The parts that can be left out, by number; NULL after the last.  The hook is NULL where there are none. */
  const SamsynReportPart *(*part) (guint number);

  /* Describes the workbook from a store that nobody changes meanwhile. */
  gboolean (*describe) (SamsynStore                 *store,
                        const SamsynReportArguments *arguments,
                        SamsynBook                  *book,
                        GCancellable                *cancellable,
                        GError                     **error);
};

/* Every report, NULL-terminated, static; and the one with an id, or NULL. */
const SamsynReport *const *samsyn_reports     (void);
const SamsynReport        *samsyn_report_find (const char *id);

/* Makes a report's book from a private copy of the workspace: checks the arguments, computes the report's id, describes.
 * Free with samsyn_book_free(). */
SamsynBook *samsyn_report_make (const SamsynReport          *report,
                                SamsynStore                 *store,
                                const SamsynReportArguments *arguments,
                                GCancellable                *cancellable,
                                GError                     **error);

G_END_DECLS
