/* page.h: a page of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kinds/kinds.h"
#include "session.h"

G_BEGIN_DECLS

/* A widget that fills the middle of the window.  It has a header bar of its own; where `narrow` is set, with the way back to the
 * sidebar. */
#define SAMSYN_TYPE_PAGE (samsyn_page_get_type ())
G_DECLARE_INTERFACE (SamsynPage, samsyn_page, SAMSYN, PAGE, GtkWidget)

struct _SamsynPageInterface
{
  GTypeInterface parent_interface;

  /* All may be NULL. */
  void     (*focus)        (SamsynPage *page);  /* moves the focus to the page's content */
  void     (*focus_filter) (SamsynPage *page);  /* moves the focus to the filter */
  gboolean (*in_filter)    (SamsynPage *page);  /* whether the focus is there */
  void     (*create)       (SamsynPage *page);  /* a new record, as fits the page */
  void     (*set_narrow)   (SamsynPage *page,
                            gboolean    narrow);
};

/* The interface's functions; those a page has not do nothing. */
void     samsyn_page_focus        (SamsynPage *page);
void     samsyn_page_focus_filter (SamsynPage *page);
gboolean samsyn_page_in_filter    (SamsynPage *page);
void     samsyn_page_create       (SamsynPage *page);
void     samsyn_page_set_narrow   (SamsynPage *page,
                                   gboolean    narrow);

/* What there is to know of a page before it is made. */
typedef struct
{
  const char       *id;    /* "overview", or the id of a kind */
  const char       *label; /* English, context "page"; NULL: the kind's plural */
  const SamsynKind *kind;  /* NULL: a page of its own */
  SamsynArea        area;  /* whose heading it stands under; SAMSYN_N_AREAS: none, at the top */
  SamsynPage *(*make) (SamsynSession    *session,
                       const SamsynKind *kind);
} SamsynPageInfo;

/* The pages in the order of the sidebar; an array of SamsynPageInfo, static. */
GArray *samsyn_pages (void);

/* The page with that id, or NULL; and its name in the program's language. */
const SamsynPageInfo *samsyn_page_find  (const char *id);
const char           *samsyn_page_label (const SamsynPageInfo *info);

G_END_DECLS
