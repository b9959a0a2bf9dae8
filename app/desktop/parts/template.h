/* template.h: templates of widgets, in the program's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the window's resources lie. */
#define SAMSYN_RESOURCES "/io/github/samsyn/Samsyn/"

/* Gives a class of widgets its template, ui/NAME.ui.  Texts marked as translatable are translated by samsyn_words(), as the texts
 * in code are: gettext's own look-up would need the locale and the catalogue to be installed. */
void samsyn_template_set (GtkWidgetClass *class,
                          const char     *name);

/* A template's text with its words translated; to be freed by the caller. */
char *samsyn_template_translate (const char *xml,
                                 gssize      length,
                                 GError    **error);

G_END_DECLS
