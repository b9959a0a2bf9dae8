/* bent-json.h: bent values in the log
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bent.h"
#include "json.h"

G_BEGIN_DECLS

/* Appends what samsyn_bent_from_json() reads: an object. */
void samsyn_bent_append_json (GString          *json,
                              const SamsynBent *bent);

/* The bent value that an object of the log says; FALSE where it says none. */
gboolean samsyn_bent_from_json (const SamsynJson *json,
                                SamsynJsonNode    node,
                                SamsynValue      *value);

G_END_DECLS
