/* pages.h: all pages of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kinds/kinds.h"
#include "page.h"

G_BEGIN_DECLS

/* What there is to know of a page before it is made. */
typedef struct
{
  const char       *id;    /* "overview", or the id of a kind */
  const char       *label; /* English, context "page"; NULL: the kind's plural */
  const SamsynKind *kind;  /* NULL: a page of its own */
  SamsynArea        area;  /* whose heading it stands under; SAMSYN_N_AREAS: none, at the top */
  GType (*type) (void);    /* a SamsynPage */
} SamsynPageInfo;

/* Says once which pages there are: those of their own, in order, ended by one without id, and the type of the list of a kind. */
void samsyn_pages_register (const SamsynPageInfo *own,
                            GType (*list) (void));

/* The pages in the order of the sidebar; an array of SamsynPageInfo, static. */
GArray *samsyn_pages (void);

/* The page with that id, or NULL; and its name in the program's language. */
const SamsynPageInfo *samsyn_page_find  (const char *id);
const char           *samsyn_page_label (const SamsynPageInfo *info);

G_END_DECLS
