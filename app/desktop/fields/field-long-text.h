/* field-long-text.h: an editor of texts of several lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "field-editor.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_FIELD_LONG_TEXT (samsyn_field_long_text_get_type ())
G_DECLARE_FINAL_TYPE (SamsynFieldLongText, samsyn_field_long_text, SAMSYN, FIELD_LONG_TEXT, SamsynFieldEditor)

G_END_DECLS
