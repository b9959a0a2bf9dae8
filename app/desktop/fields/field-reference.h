/* field-reference.h: an editor of another record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "field-editor.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_FIELD_REFERENCE (samsyn_field_reference_get_type ())
G_DECLARE_FINAL_TYPE (SamsynFieldReference, samsyn_field_reference, SAMSYN, FIELD_REFERENCE, SamsynFieldEditor)

G_END_DECLS
