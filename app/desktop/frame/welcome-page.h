/* welcome-page.h: a window without a workspace: why, and what to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SAMSYN_TYPE_WELCOME_PAGE (samsyn_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (SamsynWelcomePage, samsyn_welcome_page, SAMSYN, WELCOME_PAGE, AdwBin)

/* Welcomes; or (error) tells what went wrong with which file, and offers the same ways on. */
GtkWidget *samsyn_welcome_page_new (const char   *path,
                                    const GError *error);

G_END_DECLS
