/* keys.c: the keys that do something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "keys.h"

#include <adwaita.h>

#include "accessible.h"
#include "model/words.h"
#include "narrow.h"

typedef struct
{
  const char *action; /* NULL: GTK's own, only explained */
  const char *keys;   /* apart by blanks */
  const char *label;  /* English, context "keys" */
} Key;

typedef struct
{
  const char *label; /* English, context "keys" */
  const Key  *keys;  /* ends with an entry without keys */
} Group;

static const Group groups[] = {
  { NC_ ("keys", "Workspaces"),
    (const Key[]) { { "win.open", "<Control>o", NC_ ("keys", "Open a workspace") },
                    { "win.new", "<Control><Shift>n", NC_ ("keys", "New workspace") },
                    { "win.preferences", "<Control>comma", NC_ ("keys", "Preferences") },
                    { "window.close", "<Control>w", NC_ ("keys", "Close the window") },
                    { "app.quit", "<Control>q", NC_ ("keys", "Quit") },
                    { NULL } } },
  { NC_ ("keys", "In the window"),
    (const Key[]) { { "win.new-record", "<Control>n", NC_ ("keys", "New record in this list") },
                    { "record.delete", "<Control>Delete", NC_ ("keys", "Delete the record that is shown") },
                    { NULL, "Escape", NC_ ("keys", "Close the record that is shown") },
                    { "win.undo", "<Control>z", NC_ ("keys", "Undo") },
                    { "win.redo", "<Control><Shift>z", NC_ ("keys", "Do again") },
                    { "win.prepare-report(int64 0)", "<Control>e", NC_ ("keys", "Prepare a report") },
                    { "win.search", "<Control>k", NC_ ("keys", "Search everything, and jump") },
                    { "win.filter", "<Control>f", NC_ ("keys", "Filter the list") },
                    { "win.next-part", "F6", NC_ ("keys", "To the next part of the window") },
                    { "win.previous-part", "<Shift>F6", NC_ ("keys", "To the previous part of the window") },
                    { "win.back", "<Alt>Left", NC_ ("keys", "Back: to the record shown before, the list, the sidebar") },
                    { "win.show-sidebar", "F9", NC_ ("keys", "To the sidebar") },
                    { NULL, "Tab", NC_ ("keys", "To the next control") },
                    { "win.menu", "F10", NC_ ("keys", "Open the menu") },
                    { "win.shortcuts", "<Control>question F1", NC_ ("keys", "Show these keys") },
                    { NULL } } },
  { NC_ ("keys", "In a list"),
    (const Key[]) { { NULL, "<Shift>Down", NC_ ("keys", "Select the next row too") },
                    { NULL, "<Control>a", NC_ ("keys", "Select all rows") },
                    { NULL, "<Control><Shift>e", NC_ ("keys", "Change a field of the selected rows") },
                    { NULL, "<Control>c", NC_ ("keys", "Copy the selected rows as a table") },
                    { NULL, "<Control>v", NC_ ("keys", "Paste rows from a spreadsheet") },
                    { NULL, "Delete", NC_ ("keys", "Delete the selected rows") },
                    { NULL } } },
};

void
samsyn_keys_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const Key *key = groups[i].keys; key->keys != NULL; key++)
      if (key->action != NULL)
        {
          g_auto (GStrv) keys = g_strsplit (key->keys, " ", -1);

          gtk_application_set_accels_for_action (application, key->action, (const char *const *) keys);
        }
}

void
samsyn_keys_each (SamsynKeysFunc func,
                  gpointer       data)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const Key *key = groups[i].keys; key->keys != NULL; key++)
      if (key->action != NULL)
        func (key->action, key->keys, samsyn_words (NULL, "keys", key->label), data);
}

/* ---- The window that explains them ----------------------------------------------------------------------------------------- */

/* “Ctrl+Shift+Z” */
static char *
in_words (const char *keys)
{
  g_auto (GStrv) each = g_strsplit (keys, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      GdkModifierType modifiers;
      guint key;

      gtk_accelerator_parse (each[i], &key, &modifiers);
      g_free (each[i]);
      each[i] = gtk_accelerator_get_label (key, modifiers);
    }
  return g_strjoinv (", ", each);
}

/* Beside what they do, or below it. */
static GtkWidget *
new_row (const Key *key,
         gboolean   below)
{
  const char *label = samsyn_words (NULL, "keys", key->label);
  g_autofree char *keys = in_words (key->keys);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, keys);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  if (below)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), keys);
  else
    {
      GtkWidget *shown = gtk_shortcut_label_new (key->keys);

      gtk_widget_set_valign (shown, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), shown);
    }
  samsyn_accessible_name (row, name);
  return row;
}

/* The window's own button that opens its search has a picture only. */
static void
name_search (GtkWidget *widget)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    {
      gtk_widget_set_tooltip_text (widget, C_ ("keys", "Search"));
      samsyn_accessible_name (widget, C_ ("keys", "Search"));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_search (child);
}

/* GTK's own window for that sets lines that are never broken in columns, and has no room for large text. */
GtkWidget *
samsyn_keys_window_new (void)
{
  GtkWidget *window = adw_preferences_window_new (), *page = adw_preferences_page_new ();
  gboolean below = samsyn_narrow_is_text_large ();

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), samsyn_words (NULL, "keys", groups[i].label));
      samsyn_narrow_wrap (group);
      for (const Key *key = groups[i].keys; key->keys != NULL; key++)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (key, below));
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
    }
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  gtk_window_set_title (GTK_WINDOW (window), C_ ("keys", "Keyboard Shortcuts"));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  samsyn_narrow_wrap_titles (window);
  name_search (window);
  samsyn_accessible_tidy (window, gtk_window_get_title (GTK_WINDOW (window)));
  samsyn_accessible_lists (window, gtk_window_get_title (GTK_WINDOW (window)));
  return window;
}
