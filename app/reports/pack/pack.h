/* pack.h: the steering pack, which every sheet of it is made from
 *
 * A sheet is one file with one description; pack.c goes through them all.  A sheet asks its questions first and opens itself
 * only when it has something to say: what is not opened is named in the first sheet as left out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/book/book.h"
#include "model/words.h"
#include "reports/ask.h"
#include "reports/columns.h"
#include "reports/report.h"

G_BEGIN_DECLS

typedef struct
{
  SamsynStore *store;
  SamsynStore *before; /* the workspace as it was when the last pack was published; NULL: there is none */
  SamsynBook  *book;
  const char  *language;
  gint64       meeting;
  gint64       group;
  gint64       project;  /* the group's; 0: it has none, and the pack is about all projects */
  GArray      *projects; /* gint64: the project and all below it */
  char        *date;     /* the status date: the meeting's day */
  char        *since;    /* the day the last pack was published; NULL: there is none */
  gint64       moment;   /* and when on it, UTC milliseconds: what is later is since */
  char        *before_date; /* the status date of the last pack */
  char        *project_title;
  SamsynSheet *sheet; /* the sheet now being added, once it is opened */
  /* or else why there is none although it has something to say, as a sentence; taken by what it is told in */
  char        *too_large;
} SamsynPack;

/* A sheet that is one table of what a query finds has columns, read and row; one that is more has add instead. */
typedef struct _SamsynPackSheet SamsynPackSheet;
struct _SamsynPackSheet
{
  SamsynReportPart part; /* its name stands on the tab */
  const char *title;   /* English, context "pack" */
  const char *purpose; /* one sentence; English, context "pack" */
  const SamsynPackColumn *columns;
  SamsynRows *(*read) (SamsynPack *pack,
                       GError    **error);
  void (*row) (SamsynPack       *pack,
               SamsynTable      *table,
               const SamsynRows *rows,
               guint             row);
  gboolean (*add) (SamsynPack            *pack,
                   const SamsynPackSheet *self,
                   GError               **error);
};

/* The frame of a pack for a meeting (pack-frame.c); free with samsyn_pack_free(). */
SamsynPack *samsyn_pack_new  (SamsynStore  *store,
                              gint64        meeting,
                              const char   *language,
                              SamsynBook   *book,
                              GCancellable *cancellable,
                              GError      **error);
void        samsyn_pack_free (SamsynPack *pack);

/* Opens the sheet: from now on it is in the book. */
SamsynSheet *samsyn_pack_open_sheet (SamsynPack            *pack,
                                     const SamsynPackSheet *sheet);

/* A table with these columns; `caption` (translated; NULL for the sheet's main table) is its heading. */
SamsynTable *samsyn_pack_add_table (SamsynPack             *pack,
                                    SamsynSheet            *sheet,
                                    const char             *caption,
                                    const SamsynPackColumn *columns);

/* The record must belong to the pack's projects, or to no project at all: what nobody has tied to a project is not lost. */
void samsyn_pack_where_project (SamsynPack  *pack,
                                SamsynQuery *query,
                                const char  *path);

/* Both dates included, either may be missing: what holds on the status date. */
void samsyn_pack_where_valid (SamsynPack  *pack,
                              SamsynQuery *query,
                              const char  *from,
                              const char  *to);

/* A lookup of values of a kind as they were when the last pack was published; NULL in `lookup` where there is no such pack. */
gboolean           samsyn_pack_look_before (SamsynPack    *pack,
                                            SamsynLookup **lookup,
                                            GError       **error,
                                            const char    *kind,
                                            ...) G_GNUC_NULL_TERMINATED;
const SamsynValue *samsyn_pack_before      (SamsynLookup *lookup,
                                            gint64        id); /* NULL: not there then */

/* The label of a choice, "" for none. */
const char *samsyn_pack_choice (SamsynPack *pack,
                                const char *kind,
                                const char *field,
                                const char *choice);

/* Worse, as before, better: -1, 0, 1, in a cell, from two values that can be compared. */
int samsyn_pack_sign (gint64 difference);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynPack, samsyn_pack_free)

/* One sheet as the first sheet tells of it: `sheet` NULL where it had nothing to say. */
typedef struct
{
  const SamsynPackSheet *description;
  SamsynSheet           *sheet;
  gboolean               left_out; /* as was asked for */
  char                  *too_large;
} SamsynPackContent;

/* The first sheet (pack-readme.c): opened before the others, filled when they are known. */
SamsynSheet *samsyn_pack_open_readme (SamsynPack *pack);
gboolean     samsyn_pack_fill_readme (SamsynPack              *pack,
                                      SamsynSheet             *readme,
                                      const SamsynPackContent *contents,
                                      guint                    n_contents,
                                      GError                 **error);

/* The sheets, each in the file of its name. */
extern const SamsynPackSheet samsyn_sheet_overview;
extern const SamsynPackSheet samsyn_sheet_agenda;
extern const SamsynPackSheet samsyn_sheet_decisions;
extern const SamsynPackSheet samsyn_sheet_decision_follow_up;
extern const SamsynPackSheet samsyn_sheet_changes;
extern const SamsynPackSheet samsyn_sheet_subprojects;
extern const SamsynPackSheet samsyn_sheet_timeline;
extern const SamsynPackSheet samsyn_sheet_economy;
extern const SamsynPackSheet samsyn_sheet_risks;
extern const SamsynPackSheet samsyn_sheet_actions;
extern const SamsynPackSheet samsyn_sheet_goals;
extern const SamsynPackSheet samsyn_sheet_calendar;
extern const SamsynPackSheet samsyn_sheet_responsibility_map;
extern const SamsynPackSheet samsyn_sheet_responsibility_findings;
extern const SamsynPackSheet samsyn_sheet_staffing;
extern const SamsynPackSheet samsyn_sheet_agreements;
extern const SamsynPackSheet samsyn_sheet_consultations;
extern const SamsynPackSheet samsyn_sheet_deliverables;
extern const SamsynPackSheet samsyn_sheet_documents;
extern const SamsynPackSheet samsyn_sheet_meetings;

G_END_DECLS
