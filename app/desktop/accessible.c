/* accessible.c: names for screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accessible.h"

#include "choice-rows.h"

void
samsyn_accessible_name (GtkWidget  *widget,
                        const char *name)
{
  GtkWidget *inside = NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* A button with a mnemonic is also labelled by its own text, and would be read twice. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  if (GTK_IS_EDITABLE (widget))
    inside = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)));
  if (inside != NULL && inside != widget)
    samsyn_accessible_name (inside, name);
}

void
samsyn_accessible_describe (GtkWidget  *widget,
                            const char *text)
{
  GtkWidget *inside = GTK_IS_EDITABLE (widget) ? GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget))) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  if (inside != NULL && inside != widget)
    samsyn_accessible_describe (inside, text);
}

/* Without the underline of its mnemonic. */
static void
name_check_button (GtkCheckButton *button)
{
  g_auto (GStrv) parts = g_strsplit (gtk_check_button_get_label (button), "_", 2);
  g_autofree char *name = g_strjoinv ("", parts);

  samsyn_accessible_name (GTK_WIDGET (button), name);
}

void
samsyn_accessible_tidy (GtkWidget  *widget,
                        const char *name)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  else if (GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)) != NULL)
    name_check_button (GTK_CHECK_BUTTON (widget));
  else if (GTK_IS_SCROLLED_WINDOW (widget) && name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    samsyn_accessible_tidy (child, name);
}

void
samsyn_accessible_lists (GtkWidget  *widget,
                         const char *name)
{
  if (GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_BASE (widget) || GTK_IS_SCROLLED_WINDOW (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    samsyn_accessible_lists (child, name);
}

static void
name_choice (GtkDropDown *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  GObject *item = gtk_drop_down_get_selected_item (drop_down);
  const char *name = g_object_get_data (G_OBJECT (drop_down), "samsyn-name");
  const char *chosen = GTK_IS_STRING_OBJECT (item) ? gtk_string_object_get_string (GTK_STRING_OBJECT (item)) : "";
  g_autofree char *text = g_strdup_printf ("%s: %s", name, chosen);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
samsyn_accessible_drop_down (GtkDropDown *drop_down,
                             const char  *name)
{
  g_object_set_data_full (G_OBJECT (drop_down), "samsyn-name", g_strdup (name), g_free);
  g_signal_handlers_disconnect_by_func (drop_down, name_choice, NULL);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (name_choice), NULL);
  samsyn_choice_rows_widen (drop_down);
  name_choice (drop_down);
}
