/* combo-words.c: what a row offers to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "combo-words.h"

#include "accessible.h"
#include "narrow.h"

static void
setup (GtkSignalListItemFactory *factory,
       GtkListItem              *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);

  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, line);
}

/* What is chosen has a mark, which keeps its room with the others. */
static void
mark (AdwComboRow *row,
      GParamSpec  *spec,
      GtkListItem *item)
{
  GtkWidget *line = gtk_list_item_get_child (item);

  if (line != NULL)
    gtk_widget_set_opacity (gtk_widget_get_last_child (line), adw_combo_row_get_selected_item (row) == gtk_list_item_get_item (item) ? 1 : 0);
}

static void
bind (GtkSignalListItemFactory *factory,
      GtkListItem              *item,
      gpointer                  row)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *line = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (line)), text);
  if (gtk_widget_get_parent (line) != NULL)
    samsyn_accessible_name (gtk_widget_get_parent (line), text);
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (mark), item, 0);
  mark (row, NULL, item);
}

static void
unbind (GtkSignalListItemFactory *factory,
        GtkListItem              *item,
        gpointer                  row)
{
  g_signal_handlers_disconnect_by_func (row, mark, item);
}

void
samsyn_combo_words_set_list (AdwComboRow   *row,
                             GtkStringList *words)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind), row, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind), row, 0);
  adw_combo_row_set_list_factory (row, factory);
  if (samsyn_narrow_is_text_large ())
    adw_combo_row_set_use_subtitle (row, TRUE);
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
}

void
samsyn_combo_words_set (AdwComboRow       *row,
                        const char *const *words)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  samsyn_combo_words_set_list (row, list);
}
