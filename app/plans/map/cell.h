/* cell.h: what typing in a cell of the map changes
 *
 * Each function plans: it returns changes (SamsynChange) for samsyn_store_apply(), an empty array where there is nothing to do,
 * or NULL with an error.  Nothing is written here.
 *
 * With a scenario the proposal is changed, never what is in force: the first letter typed in a cell makes the whole cell the
 * scenario's own, the letters in force that are to stay copied with their basis.  A scenario that has been adopted or rejected is
 * closed: what it proposed is history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings/facts/facts.h"

G_BEGIN_DECLS

#define SAMSYN_PLANS_ERROR (samsyn_plans_error_quark ())
GQuark samsyn_plans_error_quark (void);

/* Messages are whole translated sentences for the user. */
typedef enum
{
  SAMSYN_PLANS_ERROR_LETTERS, /* these letters do not go together */
  SAMSYN_PLANS_ERROR_CLOSED,  /* the scenario has been adopted or rejected */
  SAMSYN_PLANS_ERROR_DATE,    /* no date, or one that does not fit */
  SAMSYN_PLANS_ERROR_MISSING, /* there is no such record any more */
} SamsynPlansError;

typedef struct
{
  gint64      task;
  gint64      organisation;
  gint64      scenario; /* 0: what is in force */
  const char *date;     /* YYYY-MM-DD: the day the map is looked at */
} SamsynCell;

/* A letter is typed: it becomes the cell's only one.  An assignment that is there is corrected, keeping its dates and basis; in
 * an empty cell one begins that holds as far as no other assignment of the cell does. */
GPtrArray *samsyn_cell_plan_set (SamsynStore      *store,
                                 const SamsynCell *cell,
                                 SamsynRole        role,
                                 GError          **error);

/* "/": the second of A and R beside the first. */
GPtrArray *samsyn_cell_plan_add (SamsynStore      *store,
                                 const SamsynCell *cell,
                                 SamsynRole        role,
                                 GError          **error);

/* The cell becomes empty: as if nothing had been there on that day; in a scenario, nothing is proposed to be there. */
GPtrArray *samsyn_cell_plan_clear (SamsynStore      *store,
                                   const SamsynCell *cell,
                                   GError          **error);

/* From the cell's date on the letter is another, or (SAMSYN_ROLE_NONE) there is none: what holds ends the day before. */
GPtrArray *samsyn_cell_plan_change (SamsynStore      *store,
                                    const SamsynCell *cell,
                                    SamsynRole        role,
                                    GError          **error);

/* What the scenario proposes for the cell is taken away, at all times: what is in force shows again. */
GPtrArray *samsyn_cell_plan_reset (SamsynStore      *store,
                                   const SamsynCell *cell,
                                   GError          **error);

/* ---- For the other files that plan ----------------------------------------------------------------------------------------- */

/* An array of changes that owns them. */
GPtrArray *samsyn_changes_new (void);

/* Adds the change that makes `after` of the record `before` (NULL: creates it), if any; frees both. */
void samsyn_changes_add (GPtrArray    *changes,
                         SamsynRecord *before,
                         SamsynRecord *after);

/* Adds the deletion of the records (gint64), with all that depends on them. */
gboolean samsyn_changes_delete (GPtrArray    *changes,
                                SamsynStore  *store,
                                const GArray *records,
                                GError      **error);

/* Sets a field of a record: text (NULL: none); a number (0: none). */
void samsyn_record_put_text    (SamsynRecord *record,
                                const char   *field,
                                const char   *text);
void samsyn_record_put_integer (SamsynRecord *record,
                                const char   *field,
                                gint64        integer);

/* The record, or an error that it is gone. */
SamsynRecord *samsyn_record_fetch (SamsynStore *store,
                                   gint64       id,
                                   GError     **error);

/* Whether the scenario can still be changed; 0, what is in force, can. */
gboolean samsyn_scenario_check_open (SamsynStore *store,
                                     gint64       scenario,
                                     GError     **error);

G_END_DECLS
