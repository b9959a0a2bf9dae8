/* page.h: a page of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

/* What fills the middle of the window: a header bar with the title and, where the page has the window to itself, the way back to
 * the sidebar; below it the page's own parts and what is to be said instead of them.  The kinds of pages derive from it.  In
 * their templates the children of the page have a type:
 *   "start", "end"  in the header bar
 *   "top"           above the content, from the top down
 *   (none)          the content
 *   "empty"         instead of the content: what belongs here, and a first step
 *   "foot"          below the content
 *
 * Properties
 *   "title"      (string)   in the header bar, and what the content is called by screen readers
 *   "unmatched"  (string)   what is said where the filter leaves nothing over
 *   "problem"    (string)   the heading where the page can't be read
 *   "empty-icon" (string)   the name of the icon of the status page that is the "empty" child
 *   "narrow"     (boolean)  whether the page has the window to itself */
#define SAMSYN_TYPE_PAGE (samsyn_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SamsynPage, samsyn_page, SAMSYN, PAGE, AdwBin)

typedef enum
{
  SAMSYN_PAGE_CONTENT,
  SAMSYN_PAGE_EMPTY,
  SAMSYN_PAGE_UNMATCHED
} SamsynPageState;

struct _SamsynPageClass
{
  AdwBinClass parent_class;

  /* When the page is refreshed: at once, or when the main loop has nothing else to do; and how long a change is waited on by
   * those that follow it, in milliseconds. */
  gboolean when_idle;
  guint    settle;

  /* All may be NULL; a page has `reading`, with itself as the owner, or `refresh`. */
  const SamsynReading *reading;                  /* reads what the page shows, at once or on a thread */
  void (*open)         (SamsynPage       *page,  /* the session is there: set up what needs it */
                        const SamsynKind *kind);
  void (*refresh)      (SamsynPage *page);       /* reads what the page shows; called with the workspace open only */
  void (*close)        (SamsynPage *page);       /* lets go of the store; may be called twice */
  void (*focus)        (SamsynPage *page);       /* moves the focus to the content */
  void (*create)       (SamsynPage *page);       /* a new record, as fits the page */
  void (*clear_filter) (SamsynPage *page);       /* shows all again */
};

/* A page of that type on the session's workspace, floating as widgets are; of that kind's records where the type shows a kind. */
SamsynPage *samsyn_page_new (GType             type,
                             SamsynSession    *session,
                             const SamsynKind *kind);

/* The session, and its store: NULL when closed. */
SamsynSession *samsyn_page_get_session (SamsynPage *page);
SamsynStore   *samsyn_page_get_store   (SamsynPage *page);

/* For the derived: has the page read anew at once, or when the class says. */
void samsyn_page_refresh      (SamsynPage *page);
void samsyn_page_refresh_soon (SamsynPage *page);

/* For the derived: shows the content or what is said instead of it; or why the page can't be read. */
void samsyn_page_show         (SamsynPage     *page,
                               SamsynPageState state);
void samsyn_page_show_problem (SamsynPage   *page,
                               const GError *error);

/* For the derived: the widget that the page is filtered by, a search entry or one that holds it. */
void samsyn_page_set_filter (SamsynPage *page,
                             GtkWidget  *filter);

/* Moves the focus to the content, to the first thing in it that takes it, or to the filter. */
void samsyn_page_focus         (SamsynPage *page);
void samsyn_page_focus_content (SamsynPage *page);
void samsyn_page_focus_filter  (SamsynPage *page);

/* Whether the focus is in the filter. */
gboolean samsyn_page_in_filter (SamsynPage *page);

/* The class's functions; those a page has not do nothing. */
void samsyn_page_create       (SamsynPage *page);
void samsyn_page_clear_filter (SamsynPage *page);

G_END_DECLS
