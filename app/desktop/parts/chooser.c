/* chooser.c: asking for a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chooser.h"

#include "model/words.h"
#include "question-dialog.h"

typedef struct
{
  SamsynChosenFunc func;
  gpointer         data;
  const char      *suffix;   /* of the files that are asked for, or NULL */
  gboolean         replaces; /* what gets the path replaces a file; otherwise it refuses one that is there */
} Asked;

typedef struct
{
  Asked asked;
  char *path;
} Replacing;

/* ---- The name -------------------------------------------------------------------------------------------------------------- */

char *
samsyn_chosen_path (const char *path,
                    const char *suffix)
{
  gsize length = strlen (path), ending = strlen (suffix);

  if (length > ending && path[length - ending - 1] == '.' && g_ascii_strcasecmp (path + length - ending, suffix) == 0)
    return g_strdup (path);
  return g_strconcat (path, ".", suffix, NULL);
}

static void
replacing_free (gpointer  data,
                GClosure *closure)
{
  Replacing *replacing = data;

  g_free (replacing->path);
  g_free (replacing);
}

static void
on_replacing (AdwMessageDialog *dialog,
              const char       *response,
              Replacing        *replacing)
{
  if (g_str_equal (response, "replace"))
    replacing->asked.func (replacing->path, replacing->asked.data);
}

static void
ask_replacing (GtkWindow  *parent,
               const char *path,
               Asked       asked)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *body = g_strdup_printf (_ ("“%s” is there already. What is in it is lost if it is replaced."), name);
  const SamsynAnswer answers[] = { { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
                                   { "replace", _ ("_Replace"), ADW_RESPONSE_DESTRUCTIVE } };
  Replacing *replacing = g_new0 (Replacing, 1);

  replacing->asked = asked;
  replacing->path = g_strdup (path);
  g_signal_connect_data (
      samsyn_question_dialog_show (parent, _ ("Replace the File?"), body, answers, G_N_ELEMENTS (answers), "cancel"), "response",
      G_CALLBACK (on_replacing), replacing, replacing_free, 0);
}

/* The dialog knows nothing of the ending, and so has asked about the name without it. */
static void
take_new (GtkWindow   *parent,
          const char  *path,
          const Asked *asked)
{
  g_autofree char *whole = samsyn_chosen_path (path, asked->suffix);

  if (asked->replaces && !g_str_equal (whole, path) && g_file_test (whole, G_FILE_TEST_EXISTS))
    ask_replacing (parent, whole, *asked);
  else
    asked->func (whole, asked->data);
}

/* ---- The path bar -------------------------------------------------------------------------------------------------------------

   GTK 4.8 gives the two arrows of its path bar a place with the first folder's name, which comes from a thread.  A frame before
   that would draw them without a place and warn.  The bar itself shows them with that. */

static void
hide_arrows (GtkWidget *widget)
{
  gboolean is_bar = g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkPathBar");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!is_bar)
      hide_arrows (child);
    else if (gtk_widget_has_css_class (child, "slider-button"))
      gtk_widget_set_child_visible (child, FALSE);
}

/* The dialog that GTK makes for a native one is no property of it; it is the only kind of window with such a bar. */
static void
hide_arrows_of_choosers (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window) && !gtk_widget_get_mapped (window))
        hide_arrows (window);
    }
}

/* ---- The dialog ------------------------------------------------------------------------------------------------------------ */

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
    {
      if (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE)
        take_new (parent, path, asked);
      else
        asked->func (path, asked->data);
    }
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

static const char *
name_of_files (const char *suffix)
{
  return g_str_equal (suffix, "samsyn") ? _ ("Workspaces") : g_str_equal (suffix, "json") ? _ ("JSON files") : _ ("Workbooks");
}

/* The name is proposed within the folder that stands before it, where there is one. */
static void
propose (GtkFileChooser *chooser,
         const char     *path)
{
  g_autofree char *folder = g_path_get_dirname (path), *name = g_path_get_basename (path);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  if (g_path_is_absolute (path) && g_file_test (folder, G_FILE_TEST_IS_DIR))
    gtk_file_chooser_set_current_folder (chooser, file, NULL);
  gtk_file_chooser_set_current_name (chooser, name);
}

static void
ask (GtkWindow           *parent,
     GtkFileChooserAction action,
     const char          *title,
     const char          *accept,
     const char          *name,
     Asked                asked)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, accept, NULL);
  Asked *copy = g_memdup2 (&asked, sizeof asked);

  hide_arrows_of_choosers ();
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (asked.suffix != NULL)
    add_filter (GTK_FILE_CHOOSER (dialog), name_of_files (asked.suffix), asked.suffix);
  if (name != NULL)
    propose (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), copy, (GClosureNotify) (GCallback) g_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
samsyn_choose_workspace (GtkWindow       *parent,
                         SamsynChosenFunc func,
                         gpointer         data)
{
  ask (parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open a Workspace"), _ ("_Open"), NULL, (Asked) { func, data, "samsyn", FALSE });
}

void
samsyn_choose_new_workspace (GtkWindow       *parent,
                             SamsynChosenFunc func,
                             gpointer         data)
{
  ask (parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("New Workspace"), _ ("_Create"), _ ("Workspace.samsyn"),
       (Asked) { func, data, "samsyn", FALSE });
}

void
samsyn_choose_workbook (GtkWindow       *parent,
                        const char      *path,
                        SamsynChosenFunc func,
                        gpointer         data)
{
  ask (parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save the Workbook"), _ ("_Save"), path, (Asked) { func, data, "xlsx", TRUE });
}

void
samsyn_choose_export (GtkWindow       *parent,
                      const char      *name,
                      SamsynChosenFunc func,
                      gpointer         data)
{
  ask (parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Export What Is Sound"), _ ("_Save"), name, (Asked) { func, data, "json", TRUE });
}

void
samsyn_choose_folder (GtkWindow       *parent,
                      SamsynChosenFunc func,
                      gpointer         data)
{
  ask (parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("Choose a Folder"), _ ("_Choose"), NULL,
       (Asked){ func, data, NULL, FALSE });
}

void
samsyn_choose_copy (GtkWindow       *parent,
                    const char      *name,
                    SamsynChosenFunc func,
                    gpointer         data)
{
  ask (parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save a Copy"), _ ("_Save"), name, (Asked) { func, data, "samsyn", FALSE });
}
