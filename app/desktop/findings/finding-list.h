/* finding-list.h: findings as a list on the screen: headings, and what stands under them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "findings/map/finding.h"

G_BEGIN_DECLS

/* Signals
 *   "changed"  what it shows is another, or it is open or closed */
#define SAMSYN_TYPE_FINDING_ITEM (samsyn_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (SamsynFindingItem, samsyn_finding_item, SAMSYN, FINDING_ITEM, GObject)

/* The finding, NULL for a heading; and those it is one of, which live as long as the list shows them. */
const SamsynFinding  *samsyn_finding_item_get          (SamsynFindingItem *item);
const SamsynFindings *samsyn_finding_item_get_findings (SamsynFindingItem *item);

/* What it says, in the program's language; owned by the item. */
const char *samsyn_finding_item_text (SamsynFindingItem *item);

/* The worst under a heading, or the finding's own; how many stand under a heading. */
SamsynSeverity samsyn_finding_item_severity (SamsynFindingItem *item);
guint          samsyn_finding_item_count    (SamsynFindingItem *item);

/* Whether its details are to be seen. */
gboolean samsyn_finding_item_is_open  (SamsynFindingItem *item);
void     samsyn_finding_item_set_open (SamsynFindingItem *item,
                                       gboolean           open);

typedef struct
{
  gboolean    by_organisation; /* otherwise by rule */
  int         severity;        /* only this one; -1: any */
  gboolean    accepted;        /* also those that are accepted */
  const char *text;            /* occurs in the sentence or its heading; as samsyn_fold_match() gives it */
} SamsynFindingFilter;

/* The items for the findings, in order. */
GPtrArray *samsyn_finding_list_make (const SamsynFindings      *findings,
                                     const SamsynFindingFilter *filter);

/* Makes a store of items hold these; what is the same stays in its place, and open. */
void samsyn_finding_list_update (GListStore *store,
                                 GPtrArray  *items);

G_END_DECLS
