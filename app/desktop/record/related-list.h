/* related-list.h: the records of one kind that name a record in one of their fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"
#include "findings/evidence/referrers.h"

G_BEGIN_DECLS

/* How many are shown until all are asked for. */
#define SAMSYN_RELATED_FIRST 10

#define SAMSYN_TYPE_RELATED_LIST (samsyn_related_list_get_type ())
G_DECLARE_FINAL_TYPE (SamsynRelatedList, samsyn_related_list, SAMSYN, RELATED_LIST, AdwBin)

/* A list of what refers to the record by that kind and field; `can_add` offers a new one of them.  `with_field` names the field
 * in the heading. */
SamsynRelatedList *samsyn_related_list_new (SamsynSession         *session,
                                            gint64                 record,
                                            const SamsynReferrers *referrers,
                                            gboolean               can_add,
                                            gboolean               with_field);

G_END_DECLS
