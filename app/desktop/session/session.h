/* session.h: an open workspace, as the window's parts share it
 *
 * The one place from which the window writes, and from which it hears of what was written.  Pages and panes hold a session, never
 * each other: what one wants of another it asks of the session.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "reader.h"

G_BEGIN_DECLS

/* Signals
 *   "changed" (gint64 step, GPtrArray *changes)  after each commit, whoever asked for it; changes are SamsynChange
 *   "show-record" (gint64 record)                a record is to be shown beside the page; 0: none
 *   "create-record" (SamsynRecord *given)        a new record of that kind is to be begun beside the page, with these values
 *   "show-page" (const char *page)               a page is to be shown, by its id (pages.h)
 *   "narrow" (SamsynKind *kind, const char *field, gint64 record)
 *                                                the list of the kind, which is shown, is to have only what names the record
 *                                                there
 *   "tell" (const char *text, gint64 step)       a message for a moment; with a step, that step can be undone from it;
 *                                                with SAMSYN_TELL_LEFT, undoing goes back to what was left
 *   "bent" (const char *text)                    records hold values that are wrong in the file: how many, and what to do
 *   "damaged" (const char *text)                 the file isn't sound: what is wrong, and what to do
 *   "unwritable" (const char *text)              a change could not be written, and none can be: why, and what to do
 *   "prefer"                                     the user prefers something else now (preferences.h)
 *   "save"                                       whoever holds values not yet written writes them now
 *   "close"                                      the store goes away: let go of it */
#define SAMSYN_TYPE_SESSION (samsyn_session_get_type ())
G_DECLARE_FINAL_TYPE (SamsynSession, samsyn_session, SAMSYN, SESSION, GObject)

/* A session that owns the store. */
SamsynSession *samsyn_session_new (SamsynStore *store);

/* Emits "save" and "close", then closes the store. */
void samsyn_session_close (SamsynSession *session);

/* The store, owned by the session; NULL when closed. */
SamsynStore *samsyn_session_get_store (SamsynSession *session);

/* Reads that store for the page that is shown; the session's, NULL when closed. */
SamsynReader *samsyn_session_get_reader (SamsynSession *session);

/* The same for who searches while the page is read. */
SamsynReader *samsyn_session_get_finder (SamsynSession *session);

/* Has memory given back when nothing was read or written for a while; for who reads a good deal. */
void samsyn_session_rest_soon (SamsynSession *session);

/* Whether nothing can be written. */
gboolean samsyn_session_is_read_only (SamsynSession *session);

/* Looks whether another program has written in the file since; if so, emits "changed" for each of its steps. */
void samsyn_session_look (SamsynSession *session);

/* ---- Writing --------------------------------------------------------------------------------------------------------------- */

/* Applies changes (SamsynChange) as a step with that action code.  The step, or 0. */
gint64 samsyn_session_apply (SamsynSession *session,
                             const char    *code,
                             GPtrArray     *changes,
                             GPtrArray     *problems,
                             GError       **error);

/* The same as a part of `step` where that is still the newest (0: as a step of its own). */
gint64 samsyn_session_amend (SamsynSession *session,
                             const char    *code,
                             gint64         step,
                             GPtrArray     *changes,
                             GPtrArray     *problems,
                             GError       **error);

/* Applies one change, which it takes, as a part of `step` where that is still the newest (0: as a step of its own). */
gint64 samsyn_session_save (SamsynSession *session,
                            gint64         step,
                            SamsynChange  *change,
                            GPtrArray     *problems,
                            GError       **error);

/* Deletes records with what depends on them, and tells what went, with the way to undo it.  What can't be done is told too. */
void samsyn_session_delete (SamsynSession *session,
                            const gint64  *records,
                            gsize          n_records);

/* Undo and redo, told in words.  What is not yet saved is saved first. */
void samsyn_session_undo (SamsynSession *session);
void samsyn_session_redo (SamsynSession *session);

/* ---- Asking the window ----------------------------------------------------------------------------------------------------- */

#define SAMSYN_TELL_LEFT G_GINT64_CONSTANT (-1)

/* Emit "show-record", "show-page" (and "narrow"), "tell". */
void samsyn_session_show_record   (SamsynSession *session,
                                   gint64         record);
void samsyn_session_show_bent     (SamsynSession *session); /* the next of the records with bent values */
void samsyn_session_show_page     (SamsynSession *session,
                                   const char    *page);
void samsyn_session_show_list     (SamsynSession    *session,
                                   const SamsynKind *kind,
                                   const char       *field,
                                   gint64            record);
void samsyn_session_tell          (SamsynSession *session,
                                   const char    *text,
                                   gint64         step);

/* Has a new record begun beside the one that is shown, and standing where that stands: with the values given, or of that kind,
 * with a reference field (or NULL) set to a record.  What is given stays the caller's, and is completed. */
void samsyn_session_create        (SamsynSession *session,
                                   SamsynRecord  *given);
void samsyn_session_create_record (SamsynSession    *session,
                                   const SamsynKind *kind,
                                   const char       *field,
                                   gint64            value);

/* Emits "prefer". */
void samsyn_session_prefer (SamsynSession *session);

/* The record shown beside the page, 0 for none. */
gint64 samsyn_session_get_record (SamsynSession *session);

/* ---- The way back ---------------------------------------------------------------------------------------------------------- */

/* Shows a record in the place of the one that is shown: from row to row of a list there is no way back. */
void samsyn_session_browse (SamsynSession *session,
                            gint64         record);

/* The record that was shown before this one and is there still, 0 for none; and shows it again. */
gint64 samsyn_session_get_previous (SamsynSession *session);
void   samsyn_session_go_back      (SamsynSession *session);

/* The record that was shown until this one was, whichever way was taken; 0 for none. */
gint64 samsyn_session_get_left (SamsynSession *session);

/* Has everybody save what is not yet written: before a report, a page, the end. */
void samsyn_session_save_all (SamsynSession *session);

G_END_DECLS
