/* search-results.h: what is found by typing: pages, records, commands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* One result; it leads to a page with a record, or does an action. */
typedef struct
{
  char       *group;  /* the heading it stands under */
  char       *markup; /* Pango markup: what it is called */
  char       *detail; /* Pango markup: the words around the hit, or the keys of a command; NULL: none */
  gint64      record; /* 0: none */
  const char *page;   /* id, NULL: none; static */
  const char *action; /* a detailed action name, NULL: none; static */
} SamsynSearchResult;

/* What is shown of the hits for those words, group by group, as an array of SamsynSearchResult that owns them: pages, then
 * records by kind, the best kind first, then commands. */
GPtrArray *samsyn_search_results (const GPtrArray *hits, /* SamsynHit */
                                  const char      *words);

G_END_DECLS
