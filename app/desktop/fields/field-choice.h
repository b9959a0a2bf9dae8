/* field-choice.h: an editor of one of a few: choices, yes and no
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "field-editor.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_FIELD_CHOICE (samsyn_field_choice_get_type ())
G_DECLARE_FINAL_TYPE (SamsynFieldChoice, samsyn_field_choice, SAMSYN, FIELD_CHOICE, SamsynFieldEditor)

G_END_DECLS
