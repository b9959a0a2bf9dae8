/* search-run.h: searching while somebody types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/session/session.h"
#include "search-find.h"

G_BEGIN_DECLS

typedef struct _SamsynSearchRun SamsynSearchRun;

/* Who hears what is found; what is found is the run's. */
typedef struct
{
  /* What the index finds, at once; NULL: it can't be asked. */
  void (*soon) (gpointer           data,
                const SamsynFound *found);
  /* The search goes on for so long that it is to be told. */
  void (*lasting) (gpointer data);
  /* All that there is; NULL with what went wrong.  The search is over. */
  void (*all) (gpointer           data,
               const SamsynFound *found,
               const GError      *error);
} SamsynSearchHearer;

/* Searches what the session has open; `hearer` is static, `data` must outlive the run. */
SamsynSearchRun *samsyn_search_run_new  (SamsynSession            *session,
                                         const SamsynSearchHearer *hearer,
                                         gpointer                  data);
void             samsyn_search_run_free (SamsynSearchRun *run);

/* Searches for the words: at once, or where that took long, when nothing was typed for a moment. */
void samsyn_search_run_type (SamsynSearchRun *run,
                             const char      *words);

/* The same at once. */
void samsyn_search_run_now (SamsynSearchRun *run,
                            const char      *words);

/* Searches now if it waits for more to be typed. */
void samsyn_search_run_hurry (SamsynSearchRun *run);

/* Nothing more is searched for, or heard. */
void samsyn_search_run_stop (SamsynSearchRun *run);

/* Whether it goes on, and for so long that it has been told. */
gboolean samsyn_search_run_goes_on (SamsynSearchRun *run);
gboolean samsyn_search_run_lasts   (SamsynSearchRun *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynSearchRun, samsyn_search_run_free)

G_END_DECLS
