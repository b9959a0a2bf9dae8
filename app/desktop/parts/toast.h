/* toast.h: a message for a moment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A toast that says the text, wrapped where it is long, for as long as it takes to read; with a button that undoes what was done,
 * called `undo`, or without (NULL).  The caller's until an overlay takes it. */
AdwToast *samsyn_toast_new (const char *text,
                            const char *undo);

/* Takes the message away as soon as that can be done; it may have gone already. */
void samsyn_toast_dismiss (AdwToast *toast);

G_END_DECLS
