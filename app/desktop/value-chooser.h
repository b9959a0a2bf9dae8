/* value-chooser.h: a value for any field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* What has choices is chosen from a list, a record found by its name, anything else typed.
 * Signals: "changed": another value; "activated": Enter in the entry. */
#define SAMSYN_TYPE_VALUE_CHOOSER (samsyn_value_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SamsynValueChooser, samsyn_value_chooser, SAMSYN, VALUE_CHOOSER, AdwBin)

/* Begins with the field, and no value.  The store is used until another field is set, or while the chooser is shown. */
void samsyn_value_chooser_set_field (SamsynValueChooser *chooser,
                                     SamsynStore        *store,
                                     const SamsynKind   *kind,
                                     const SamsynField  *field);

/* The value that stands there; FALSE with a reason for the user where it is none. */
gboolean samsyn_value_chooser_read (SamsynValueChooser *chooser,
                                    SamsynValue        *value,
                                    GError            **error);

/* The value as a reader sees it; to be freed by the caller. */
char *samsyn_value_chooser_describe (SamsynValueChooser *chooser);

G_END_DECLS
