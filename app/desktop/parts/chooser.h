/* chooser.h: asking for a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gets the path that was chosen; isn't called where the user thought better of it, or the window is gone. */
typedef void (*SamsynChosenFunc) (const char *path,
                                  gpointer    data);

/* The path of a new file, with the ending that it was given none of; to be freed by the caller. */
char *samsyn_chosen_path (const char *path,
                          const char *suffix);

/* Asks for a workspace that there is, or for the place and name of a new one. */
void samsyn_choose_workspace     (GtkWindow       *parent,
                                  SamsynChosenFunc func,
                                  gpointer         data);
void samsyn_choose_new_workspace (GtkWindow       *parent,
                                  SamsynChosenFunc func,
                                  gpointer         data);

/* Asks where a workbook is to be saved, proposing the path; an existing file is replaced only after asking. */
void samsyn_choose_workbook (GtkWindow       *parent,
                             const char      *path,
                             SamsynChosenFunc func,
                             gpointer         data);

/* Asks where an export is to be saved, proposing its name; the same holds of an existing file. */
void samsyn_choose_export (GtkWindow       *parent,
                           const char      *name,
                           SamsynChosenFunc func,
                           gpointer         data);

/* Asks for a folder, or where a copy of a workspace is to be saved, proposing its name. */
void samsyn_choose_folder (GtkWindow       *parent,
                           SamsynChosenFunc func,
                           gpointer         data);
void samsyn_choose_copy   (GtkWindow       *parent,
                           const char      *name,
                           SamsynChosenFunc func,
                           gpointer         data);

G_END_DECLS
