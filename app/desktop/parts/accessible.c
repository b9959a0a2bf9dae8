/* accessible.c: names for screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accessible.h"

#include "choice-rows.h"
#include "focus-within.h"

#define DESCRIPTION "samsyn-description" /* of a widget that is described: what with */
#define TOLD "samsyn-told"               /* of a widget that tells something else for a moment */

#define GONE 400 /* ms after which the focus is at another place for screen readers too */

void
samsyn_accessible_make_known (GtkWidget *widget)
{
  gboolean focusable = gtk_widget_get_focusable (widget);

  gtk_widget_set_focusable (widget, !focusable);
  gtk_widget_set_focusable (widget, focusable);
}

/* The text inside an entry, which takes the focus for it, or NULL. */
static GtkWidget *
inside_of (GtkWidget *widget)
{
  GtkWidget *inside = GTK_IS_EDITABLE (widget) ? GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget))) : NULL;

  return inside != widget ? inside : NULL;
}

void
samsyn_accessible_name (GtkWidget  *widget,
                        const char *name)
{
  GtkWidget *inside = inside_of (widget);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* A button with a mnemonic is also labelled by its own text, and would be read twice. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  /* So would a tooltip that says the same. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), name) == 0)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  if (inside != NULL)
    samsyn_accessible_name (inside, name);
}

static void
set_description (GtkWidget  *widget,
                 const char *text)
{
  GtkWidget *inside = inside_of (widget);

  /* First nothing, so that the same is told again. */
  gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  if (inside != NULL)
    set_description (inside, text);
}

/* What becomes known by getting the focus would be described twice: as what it is, and as what is new. */
static void
describe_first (GtkWidget *widget)
{
  g_signal_connect (widget, "map", G_CALLBACK (samsyn_accessible_make_known), NULL);
  if (gtk_widget_get_mapped (widget))
    samsyn_accessible_make_known (widget);
}

void
samsyn_accessible_describe (GtkWidget  *widget,
                            const char *text)
{
  const char *before = g_object_get_data (G_OBJECT (widget), DESCRIPTION);
  gboolean first = before == NULL;

  if (g_strcmp0 (before, text) == 0)
    return;
  g_object_set_data_full (G_OBJECT (widget), DESCRIPTION, g_strdup (text), g_free);
  set_description (widget, text);
  if (first)
    describe_first (widget);
}

/* ---- What the focus tells for a moment ------------------------------------------------------------------------------------- */

static gboolean
on_gone (gpointer data)
{
  GtkWidget *widget = data;
  const char *own = g_object_get_data (G_OBJECT (widget), DESCRIPTION);

  if (!samsyn_has_focus_within (widget) && g_object_get_data (G_OBJECT (widget), TOLD) != NULL)
    {
      g_object_set_data (G_OBJECT (widget), TOLD, NULL);
      set_description (widget, own != NULL ? own : gtk_widget_get_tooltip_text (widget));
    }
  return G_SOURCE_REMOVE;
}

/* Whoever comes back hears what it is, not what was told there.  What changes while the focus is there would be read at once. */
static void
on_state_flags (GtkWidget *widget)
{
  if (!samsyn_has_focus_within (widget) && g_object_get_data (G_OBJECT (widget), TOLD) != NULL)
    g_timeout_add_full (G_PRIORITY_DEFAULT, GONE, on_gone, g_object_ref (widget), g_object_unref);
}

void
samsyn_accessible_tell (GtkWidget  *focus,
                        const char *text)
{
  GtkWidget *outer = gtk_widget_get_parent (focus), *widget = outer != NULL && inside_of (outer) == focus ? outer : focus;
  const char *own = g_object_get_data (G_OBJECT (widget), DESCRIPTION);

  /* What it says of itself was read already. */
  if (own != NULL && *own != '\0' && strstr (text, own) != NULL)
    return;
  g_object_set_data_full (G_OBJECT (widget), TOLD, g_strdup (text), g_free);
  g_signal_handlers_disconnect_by_func (widget, on_state_flags, NULL);
  g_signal_connect (widget, "state-flags-changed", G_CALLBACK (on_state_flags), NULL);
  set_description (widget, text);
}

/* ---- What GTK tells wrong -------------------------------------------------------------------------------------------------- */

/* Without the underline of its mnemonic. */
static void
name_check_button (GtkCheckButton *button)
{
  g_auto (GStrv) parts = g_strsplit (gtk_check_button_get_label (button), "_", 2);
  g_autofree char *name = g_strjoinv ("", parts);

  samsyn_accessible_name (GTK_WIDGET (button), name);
}

/* The pages of a stack are no widgets, and are read as what the focus came into. */
static void
name_stack_pages (GtkStack   *stack,
                  const char *name)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (stack);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (GtkAccessible) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      gtk_accessible_update_property (page, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/* A button with an icon is labelled by the icon, which has no name, beside its own; and its tooltip, which the templates name it
 * by, would be read after the name. */
static void
name_icon_button (GtkWidget *button)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

void
samsyn_accessible_tidy (GtkWidget  *widget,
                        const char *name)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL
      && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  else if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    name_icon_button (widget);
  else if (GTK_IS_STACK (widget) && name != NULL)
    name_stack_pages (GTK_STACK (widget), name);
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

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
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
