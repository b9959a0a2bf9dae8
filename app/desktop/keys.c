/* keys.c: the keys that do something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "keys.h"

#include "accessible.h"
#include "model/words.h"

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
                    { "win.shortcuts", "<Control>question", NC_ ("keys", "Show these keys") },
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

/* GTK 4.8 lets such a window be put together by a template only. */
static char *
describe (void)
{
  g_autoptr (GString) xml = g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"window\">"
                                          "<property name=\"modal\">1</property><child><object class=\"GtkShortcutsSection\">"
                                          /* So many rows in each of two columns: all of them on one page. */
                                          "<property name=\"max-height\">22</property>");

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *title = g_markup_escape_text (samsyn_words (NULL, "keys", groups[i].label), -1);

      g_string_append_printf (xml, "<child><object class=\"GtkShortcutsGroup\"><property name=\"title\">%s</property>", title);
      for (const Key *key = groups[i].keys; key->keys != NULL; key++)
        {
          g_autofree char *keys = g_markup_escape_text (key->keys, -1);
          g_autofree char *label = g_markup_escape_text (samsyn_words (NULL, "keys", key->label), -1);

          g_string_append_printf (xml, "<child><object class=\"GtkShortcutsShortcut\"><property name=\"accelerator\">%s</property>"
                                  "<property name=\"title\">%s</property></object></child>", keys, label);
        }
      g_string_append (xml, "</object></child>");
    }
  g_string_append (xml, "</object></child></object></interface>");
  return g_string_free (g_steal_pointer (&xml), FALSE);
}

/* The window's own button that opens its search has a picture only. */
static void
name_search (GtkWidget *widget)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    samsyn_accessible_name (widget, C_ ("keys", "Search"));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_search (child);
}

GtkWidget *
samsyn_keys_window_new (void)
{
  g_autofree char *xml = describe ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (xml, -1);
  GtkWidget *window = GTK_WIDGET (gtk_builder_get_object (builder, "window"));

  name_search (window);
  return window;
}
