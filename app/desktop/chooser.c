/* chooser.c: asking for a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chooser.h"

#include "model/words.h"

typedef struct
{
  SamsynChosenFunc func;
  gpointer         data;
} Asked;

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             Asked           *asked)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  GtkWindow *parent = gtk_native_dialog_get_transient_for (dialog);

  gtk_native_dialog_hide (dialog);
  if (path != NULL && parent != NULL)
    asked->func (path, asked->data);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser,
            const char     *name,
            const char     *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
ask (GtkWindow           *parent,
     GtkFileChooserAction action,
     const char          *title,
     const char          *accept,
     const char          *name,
     const char          *suffix,
     Asked                asked)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, accept, NULL);
  Asked *copy = g_memdup2 (&asked, sizeof asked);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (suffix != NULL)
    add_filter (GTK_FILE_CHOOSER (dialog), g_str_equal (suffix, "samsyn") ? _("Workspaces") : _("Workbooks"), suffix);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), copy, (GClosureNotify) (GCallback) g_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
samsyn_choose_workspace (GtkWindow       *parent,
                         SamsynChosenFunc func,
                         gpointer         data)
{
  ask (parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("Open a Workspace"), _("_Open"), NULL, "samsyn", (Asked) { func, data });
}

void
samsyn_choose_new_workspace (GtkWindow       *parent,
                             SamsynChosenFunc func,
                             gpointer         data)
{
  ask (parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("New Workspace"), _("_Create"), _("Workspace.samsyn"), "samsyn", (Asked) { func, data });
}

void
samsyn_choose_workbook (GtkWindow       *parent,
                        const char      *name,
                        SamsynChosenFunc func,
                        gpointer         data)
{
  ask (parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the Workbook"), _("_Save"), name, "xlsx", (Asked) { func, data });
}

void
samsyn_choose_folder (GtkWindow       *parent,
                      SamsynChosenFunc func,
                      gpointer         data)
{
  ask (parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("Choose a Folder"), _("_Choose"), NULL, NULL, (Asked) { func, data });
}

void
samsyn_choose_copy (GtkWindow       *parent,
                    const char      *name,
                    SamsynChosenFunc func,
                    gpointer         data)
{
  ask (parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save a Copy"), _("_Save"), name, "samsyn", (Asked) { func, data });
}
