/* filter-bar.c: what a list is filtered by, above it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "filter-bar.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/box.h"
#include "desktop/parts/filter-entry.h"
#include "desktop/parts/template.h"
#include "filter-popover.h"
#include "model/words.h"

struct _SamsynFilterBar
{
  GtkBox          parent_instance;
  SamsynQuestion *question;
  SamsynStore    *store; /* NULL when closed */
  char           *text;  /* the question's */

  GtkMenuButton       *button;
  GtkBox              *chips;
  GtkSearchEntry      *entry;
  GtkBox              *line;
  SamsynFilterPopover *popover;
};

G_DEFINE_FINAL_TYPE (SamsynFilterBar, samsyn_filter_bar, GTK_TYPE_BOX)

enum
{
  CHANGED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (SamsynFilterBar *self)
{
  if (self->store == NULL)
    return;
  g_free (self->text);
  self->question->text = self->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_stopped (SamsynFilterBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  tell (self);
  g_signal_emit (self, signals[LEFT], 0);
}

/* ---- Chips ---------------------------------------------------------------------------------------------------------------- */

static void update_chips (SamsynFilterBar *self);

/* A chip may go while its button is still being clicked: what it stood for is taken away once that is over. */
static gboolean
update_later (gpointer data)
{
  SamsynFilterBar *self = data;

  if (self->store != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->button));
      update_chips (self);
      tell (self);
    }
  g_object_unref (self);
  return G_SOURCE_REMOVE;
}

static void
on_remove (GtkButton       *button,
           SamsynFilterBar *self)
{
  samsyn_filters_set (self->question->filters, g_object_get_data (G_OBJECT (button), "samsyn-field"), NULL);
  g_idle_add (update_later, g_object_ref (self));
}

static void
on_clear_all (GtkButton       *button,
              SamsynFilterBar *self)
{
  samsyn_filters_clear (self->question->filters);
  g_idle_add (update_later, g_object_ref (self));
}

static void
on_chip (GtkButton       *button,
         SamsynFilterBar *self)
{
  const char *field = g_object_get_data (G_OBJECT (button), "samsyn-field");

  gtk_menu_button_popup (self->button);
  samsyn_filter_popover_show_field (self->popover, samsyn_kind_field (self->question->kind, field));
}

static void
add_chip (SamsynFilterBar   *self,
          const SamsynField *field)
{
  const char *label = samsyn_field_label (field, NULL);
  g_autofree char *values = samsyn_filters_describe (self->question->filters, field->id, self->store);
  g_autofree char *text = g_strdup_printf ("%s: %s", label, values);
  /* TRANSLATORS: takes the filter by a field away; %s is the field */
  g_autofree char *remove = g_strdup_printf (C_ ("filter", "Remove filter: %s"), label);
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *open = gtk_button_new (), *name = gtk_label_new (text);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 34);
  gtk_button_set_child (GTK_BUTTON (open), name);
  gtk_widget_add_css_class (chip, "linked");
  gtk_widget_add_css_class (chip, "samsyn-chip");
  samsyn_accessible_name (open, text);
  samsyn_accessible_name (close, remove);
  gtk_widget_set_tooltip_text (close, remove);
  g_object_set_data (G_OBJECT (open), "samsyn-field", (gpointer) field->id);
  g_object_set_data (G_OBJECT (close), "samsyn-field", (gpointer) field->id);
  g_signal_connect (open, "clicked", G_CALLBACK (on_chip), self);
  g_signal_connect (close, "clicked", G_CALLBACK (on_remove), self);
  gtk_box_append (GTK_BOX (chip), open);
  gtk_box_append (GTK_BOX (chip), close);
  gtk_box_append (self->chips, chip);
}

static void
update_chips (SamsynFilterBar *self)
{
  GtkWidget *child;

  samsyn_box_empty (self->chips);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), !samsyn_filters_is_empty (self->question->filters));
  if (samsyn_filters_is_empty (self->question->filters))
    return;
  for (guint i = 0; i < self->question->kind->n_fields; i++)
    if (samsyn_filters_get (self->question->filters, self->question->kind->fields[i].id) != NULL)
      add_chip (self, &self->question->kind->fields[i]);
  child = gtk_button_new_with_label (C_ ("filter", "Clear All"));
  gtk_widget_add_css_class (child, "flat");
  g_signal_connect (child, "clicked", G_CALLBACK (on_clear_all), self);
  gtk_box_append (self->chips, child);
}

static void
on_filters_changed (SamsynFilterBar *self)
{
  update_chips (self);
  tell (self);
}

static void
before_popup (GtkMenuButton *button,
              gpointer       data)
{
  SamsynFilterBar *self = data;

  if (self->question != NULL)
    samsyn_filter_popover_show_field (self->popover, NULL);
}

/* ---- For the page --------------------------------------------------------------------------------------------------------- */

void
samsyn_filter_bar_set_question (SamsynFilterBar *self,
                                SamsynQuestion  *question,
                                SamsynStore     *store)
{
  gboolean any = FALSE;

  for (guint i = 0; i < question->kind->n_fields; i++)
    any |= samsyn_filters_can (&question->kind->fields[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->button), any);
  self->question = question;
  self->store = store;
  samsyn_filter_popover_set_question (self->popover, question, store);
  update_chips (self);
}

void
samsyn_filter_bar_close (SamsynFilterBar *self)
{
  self->store = NULL;
  if (self->popover != NULL)
    samsyn_filter_popover_set_question (self->popover, self->question, NULL);
}

void
samsyn_filter_bar_clear (SamsynFilterBar *self)
{
  samsyn_filters_clear (self->question->filters);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  on_filters_changed (self);
}

void
samsyn_filter_bar_only (SamsynFilterBar *self,
                        const char      *field,
                        gint64           record)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, record);

  samsyn_filters_clear (self->question->filters);
  samsyn_filters_set (self->question->filters, field, (const char *const[]) { value, NULL });
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  on_filters_changed (self);
}

void
samsyn_filter_bar_capture (SamsynFilterBar *self,
                           GtkWidget       *widget)
{
  gtk_search_entry_set_key_capture_widget (self->entry, widget);
}

void
samsyn_filter_bar_add (SamsynFilterBar *self,
                       GtkWidget       *widget)
{
  gtk_box_append (self->line, widget);
}

void
samsyn_filter_bar_open (SamsynFilterBar *self)
{
  gtk_menu_button_popup (self->button);
}

/* ---- The widget ----------------------------------------------------------------------------------------------------------- */

static void
samsyn_filter_bar_dispose (GObject *object)
{
  SAMSYN_FILTER_BAR (object)->store = NULL;
  G_OBJECT_CLASS (samsyn_filter_bar_parent_class)->dispose (object);
}

static void
samsyn_filter_bar_finalize (GObject *object)
{
  g_free (SAMSYN_FILTER_BAR (object)->text);
  G_OBJECT_CLASS (samsyn_filter_bar_parent_class)->finalize (object);
}

static gboolean
samsyn_filter_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SAMSYN_FILTER_BAR (widget)->entry));
}

static void
samsyn_filter_bar_class_init (SamsynFilterBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_filter_bar_dispose;
  G_OBJECT_CLASS (class)->finalize = samsyn_filter_bar_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (SAMSYN_TYPE_FILTER_POPOVER);
  samsyn_template_set (widget_class, "filter-bar");
  widget_class->grab_focus = samsyn_filter_bar_grab_focus;
  gtk_widget_class_bind_template_child (widget_class, SamsynFilterBar, button);
  gtk_widget_class_bind_template_child (widget_class, SamsynFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, SamsynFilterBar, entry);
  gtk_widget_class_bind_template_child (widget_class, SamsynFilterBar, line);
  gtk_widget_class_bind_template_child (widget_class, SamsynFilterBar, popover);
  gtk_widget_class_bind_template_callback (widget_class, on_filters_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stopped);
  gtk_widget_class_bind_template_callback (widget_class, tell);
}

static void
samsyn_filter_bar_init (SamsynFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_filter_entry_set_up (self->entry);
  samsyn_accessible_name (GTK_WIDGET (self->button), C_ ("list", "Filter by value"));
  samsyn_accessible_name (GTK_WIDGET (self->chips), C_ ("list", "Filters"));
  gtk_menu_button_set_create_popup_func (self->button, before_popup, self, NULL);
}
