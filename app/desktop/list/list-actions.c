/* list-actions.c: what can be done with the rows of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list-actions.h"

#include "copy-table.h"
#include "desktop/paste/paste-window.h"
#include "desktop/session/selection.h"
#include "model/words.h"

#define PARTS "samsyn-list-parts"

static GArray *
selected_ids (const SamsynListParts *parts)
{
  return samsyn_selection_ids (parts->selection, parts->list);
}

static gboolean
can_write (const SamsynListParts *parts)
{
  return samsyn_session_get_store (parts->session) != NULL && !samsyn_session_is_read_only (parts->session);
}

static void
copy_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       widget)
{
  const SamsynListParts *parts = g_object_get_data (widget, PARTS);
  SamsynStore *store = samsyn_session_get_store (parts->session);
  g_autoptr (GArray) ids = selected_ids (parts);
  g_autoptr (GdkContentProvider) table = NULL;
  g_autofree char *text = NULL;

  if (store == NULL || ids->len == 0)
    return;
  table = samsyn_copy_table (store, parts->question, ids);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), table);
  text = g_strdup_printf (samsyn_words_n (NULL, "%u row was copied", "%u rows were copied", ids->len), ids->len);
  samsyn_session_tell (parts->session, text, 0);
}

static void
delete_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       widget)
{
  const SamsynListParts *parts = g_object_get_data (widget, PARTS);
  g_autoptr (GArray) ids = selected_ids (parts);

  if (can_write (parts) && ids->len > 0)
    samsyn_session_delete (parts->session, (const gint64 *) (gpointer) ids->data, ids->len);
}

static void
edit_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       widget)
{
  const SamsynListParts *parts = g_object_get_data (widget, PARTS);

  samsyn_selection_bar_edit (parts->bar);
}

static void
paste_activated (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       widget)
{
  const SamsynListParts *parts = g_object_get_data (widget, PARTS);

  if (can_write (parts))
    samsyn_paste_window_open (GTK_WINDOW (gtk_widget_get_root (widget)), parts->session, parts->question);
}

static void
select_none_activated (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       widget)
{
  const SamsynListParts *parts = g_object_get_data (widget, PARTS);

  gtk_selection_model_unselect_all (parts->selection);
}

void
samsyn_list_actions_add (GtkWidget             *widget,
                         const SamsynListParts *parts)
{
  static const GActionEntry entries[] = {
    { "copy", copy_activated, NULL, NULL, NULL },
    { "delete", delete_activated, NULL, NULL, NULL },
    { "edit", edit_activated, NULL, NULL, NULL },
    { "paste", paste_activated, NULL, NULL, NULL },
    { "select-none", select_none_activated, NULL, NULL, NULL },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_object_set_data_full (G_OBJECT (widget), PARTS, g_memdup2 (parts, sizeof *parts), g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), widget);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (actions), "paste")), can_write (parts));
  gtk_widget_insert_action_group (widget, "list", G_ACTION_GROUP (actions));
}

void
samsyn_list_actions_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "list.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "list.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "list.edit", NULL);
}
