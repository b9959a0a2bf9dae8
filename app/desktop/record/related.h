/* related.h: what belongs to a record, and what refers to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_RELATED (samsyn_related_get_type ())
G_DECLARE_FINAL_TYPE (SamsynRelated, samsyn_related, SAMSYN, RELATED, AdwBin)

/* The lists of a record, kept in step with the workspace. */
SamsynRelated *samsyn_related_new (SamsynSession *session,
                                   gint64         record);

/* The field by which records of a kind belong to records of another: the required reference to it, or one that says where they
 * stand.  NULL if they don't. */
const SamsynField *samsyn_related_belongs (const SamsynKind *kind,
                                           const SamsynKind *owner);

G_END_DECLS
