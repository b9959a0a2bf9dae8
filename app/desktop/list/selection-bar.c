/* selection-bar.c: what can be done with the selected records of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "selection-bar.h"

#include "bulk-edit.h"
#include "desktop/parts/accessible.h"
#include "desktop/parts/announce.h"
#include "desktop/parts/template.h"
#include "model/words.h"

struct _SamsynSelectionBar
{
  AdwBin             parent_instance;
  SamsynSession     *session;
  const SamsynKind  *kind;
  SamsynSelectedFunc selected;
  gpointer           data;

  SamsynBulkEdit *bulk_edit;
  GtkButton      *clear_button;
  GtkButton      *copy_button;
  GtkLabel       *count;
  GtkButton      *delete_button;
  GtkMenuButton  *edit_button;
};

G_DEFINE_FINAL_TYPE (SamsynSelectionBar, samsyn_selection_bar, ADW_TYPE_BIN)

static void
start_edit (GtkMenuButton *button,
            gpointer       data)
{
  SamsynSelectionBar *self = data;
  g_autoptr (GArray) ids = self->selected != NULL ? self->selected (self->data) : NULL;

  if (ids == NULL || samsyn_session_get_store (self->session) == NULL)
    return;
  samsyn_bulk_edit_start (self->bulk_edit, self->session, self->kind, ids);
}

void
samsyn_selection_bar_edit (SamsynSelectionBar *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && gtk_widget_get_sensitive (GTK_WIDGET (self->edit_button)))
    gtk_menu_button_popup (self->edit_button);
}

void
samsyn_selection_bar_set_count (SamsynSelectionBar *self,
                                guint               n_selected)
{
  /* TRANSLATORS: below a list: so many of its rows are selected */
  g_autofree char *text = g_strdup_printf (samsyn_words_n (NULL, "%u row selected", "%u rows selected", n_selected), n_selected);

  samsyn_announce (self->count, n_selected > 1 ? text : NULL);
}

void
samsyn_selection_bar_set_session (SamsynSelectionBar *self,
                                  SamsynSession      *session,
                                  const SamsynKind   *kind,
                                  SamsynSelectedFunc  selected,
                                  gpointer            data)
{
  gboolean writable = !samsyn_session_is_read_only (session);

  g_set_object (&self->session, session);
  self->kind = kind;
  self->selected = selected;
  self->data = data;
  gtk_widget_set_sensitive (GTK_WIDGET (self->edit_button), writable);
}

static void
samsyn_selection_bar_dispose (GObject *object)
{
  g_clear_object (&SAMSYN_SELECTION_BAR (object)->session);
  G_OBJECT_CLASS (samsyn_selection_bar_parent_class)->dispose (object);
}

static void
samsyn_selection_bar_class_init (SamsynSelectionBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_selection_bar_dispose;
  g_type_ensure (SAMSYN_TYPE_BULK_EDIT);
  samsyn_template_set (widget_class, "selection-bar");
  gtk_widget_class_bind_template_child (widget_class, SamsynSelectionBar, bulk_edit);
  gtk_widget_class_bind_template_child (widget_class, SamsynSelectionBar, clear_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynSelectionBar, copy_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynSelectionBar, count);
  gtk_widget_class_bind_template_child (widget_class, SamsynSelectionBar, delete_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynSelectionBar, edit_button);
}

static void
samsyn_selection_bar_init (SamsynSelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_name (GTK_WIDGET (self->clear_button), C_ ("selection", "Select None"));
  samsyn_accessible_name (GTK_WIDGET (self->copy_button), C_ ("selection", "Copy as a table"));
  samsyn_accessible_name (GTK_WIDGET (self->delete_button), C_ ("selection", "Delete"));
  samsyn_accessible_name (GTK_WIDGET (self->edit_button), C_ ("selection", "Change a field"));
  gtk_menu_button_set_create_popup_func (self->edit_button, start_edit, self, NULL);
}
