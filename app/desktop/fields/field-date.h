/* field-date.h: an editor of dates, typed or picked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "field-editor.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_FIELD_DATE (samsyn_field_date_get_type ())
G_DECLARE_FINAL_TYPE (SamsynFieldDate, samsyn_field_date, SAMSYN, FIELD_DATE, SamsynFieldEditor)

G_END_DECLS
