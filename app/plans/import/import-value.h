/* import-value.h: a JSON value as the value of a field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/format.h"
#include "model/json.h"

G_BEGIN_DECLS

/* Reads the value of any field that is no reference; null and "" are the null value.  The message of the error is a clause for
 * the user (SAMSYN_VALUE_ERROR). */
gboolean samsyn_import_value (const SamsynJson  *json,
                              SamsynJsonNode     node,
                              const SamsynField *field,
                              SamsynValue       *value,
                              GError           **error);

G_END_DECLS
