/* application.h: the program with its windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SAMSYN_TYPE_APPLICATION (samsyn_application_get_type ())
G_DECLARE_FINAL_TYPE (SamsynApplication, samsyn_application, SAMSYN, APPLICATION, AdwApplication)

/* The application, of which there is one on a desktop. */
SamsynApplication *samsyn_application_new (void);

/* Makes the resources of this folder known, and GTK speak the program's language; to be called once, before GTK is
 * initialised. */
void samsyn_desktop_prepare (void);

/* Initialises GTK, with its settings; FALSE where there is no display.  Before there are threads. */
gboolean samsyn_desktop_open_display (void);

/* Opens the windows that the program's arguments ask for; returns the exit status when the last is closed. */
int samsyn_desktop_run (int    argc,
                        char **argv);

G_END_DECLS
