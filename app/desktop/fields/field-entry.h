/* field-entry.h: an editor of texts of one line, times, numbers and amounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "field-editor.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_FIELD_ENTRY (samsyn_field_entry_get_type ())
G_DECLARE_FINAL_TYPE (SamsynFieldEntry, samsyn_field_entry, SAMSYN, FIELD_ENTRY, SamsynFieldEditor)

G_END_DECLS
