/* reference-chooser.h: choosing the record that a field refers to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

/* Signal "chosen" (gint64 record): 0 clears.  Lives in a popover, which it doesn't close. */
#define SAMSYN_TYPE_REFERENCE_CHOOSER (samsyn_reference_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SamsynReferenceChooser, samsyn_reference_chooser, SAMSYN, REFERENCE_CHOOSER, AdwBin)

/* A chooser among the kinds that the field, a reference, may lead to. */
SamsynReferenceChooser *samsyn_reference_chooser_new (SamsynSession     *session,
                                                      const SamsynField *field);

/* Begins anew: nothing typed.  `own` is the record that is edited, which is not offered; `can_clear` offers to choose nothing. */
void samsyn_reference_chooser_begin (SamsynReferenceChooser *chooser,
                                     gint64                  own,
                                     gboolean                can_clear);

/* Types the key that was pressed elsewhere, while that is told. */
void samsyn_reference_chooser_take_key (SamsynReferenceChooser *chooser,
                                        GtkEventControllerKey  *keys);

G_END_DECLS
