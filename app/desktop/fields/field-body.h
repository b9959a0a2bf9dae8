/* field-body.h: an editor of the text of a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "field-editor.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_FIELD_BODY (samsyn_field_body_get_type ())
G_DECLARE_FINAL_TYPE (SamsynFieldBody, samsyn_field_body, SAMSYN, FIELD_BODY, SamsynFieldEditor)

G_END_DECLS
