/* filter-popover.c: choosing by which values a list is filtered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "filter-popover.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/announce.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/template.h"
#include "desktop/session/widget-clock.h"
#include "model/words.h"

#define MOST_RECORDS 100 /* further ones are found by typing */

struct _SamsynFilterPopover
{
  GtkPopover         parent_instance;
  SamsynQuestion    *question;
  SamsynStore       *store;
  const SamsynField *field; /* whose values are shown */
  gboolean           filling;

  GtkButton         *back;
  GtkBox            *fields;
  GtkEntry          *from;
  GtkLabel          *heading;
  GtkBox            *range;
  GtkLabel          *range_problem;
  GtkSearchEntry    *search;
  GtkStack          *stack;
  GtkEntry          *to;
  GtkBox            *values;
  GtkScrolledWindow *values_scrolled;
};

G_DEFINE_FINAL_TYPE (SamsynFilterPopover, samsyn_filter_popover, GTK_TYPE_POPOVER)

static guint changed;

static void
empty_box (GtkBox *box)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL;)
    gtk_box_remove (box, child);
}

/* ---- Values --------------------------------------------------------------------------------------------------------------- */

static void
on_value_toggled (GtkCheckButton      *check,
                  SamsynFilterPopover *self)
{
  const char *value = g_object_get_data (G_OBJECT (check), "samsyn-value");

  if (self->filling)
    return;
  samsyn_filters_toggle (self->question->filters, self->field->id, value, gtk_check_button_get_active (check));
  g_signal_emit (self, changed, 0);
}

static void
add_check (SamsynFilterPopover *self,
           const char          *value,
           const char          *label)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *text = gtk_label_new (label);

  samsyn_narrow_wrap (text);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 40);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), text);
  gtk_widget_set_tooltip_text (check, label);
  samsyn_accessible_name (check, label);
  g_object_set_data_full (G_OBJECT (check), "samsyn-value", g_strdup (value), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), samsyn_filters_has (self->question->filters, self->field->id, value));
  g_signal_connect (check, "toggled", G_CALLBACK (on_value_toggled), self);
  gtk_box_append (self->values, check);
}

static void
add_value (SamsynFilterPopover *self,
           const char          *value)
{
  g_autofree char *label = samsyn_filters_describe_value (self->question->filters, self->field->id, value, self->store);

  add_check (self, value, label);
}

/* The records that the field refers to anywhere in the list, by name, with the number of those that do. */
static void
add_records (SamsynFilterPopover *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *title = g_strconcat (self->field->id, ".@title", NULL);
  g_autoptr (SamsynQuery) query = samsyn_query_new (self->question->kind);
  g_autoptr (SamsynRows) rows = NULL;

  samsyn_query_select (query, self->field->id);
  samsyn_query_select (query, title);
  samsyn_query_take (query, SAMSYN_QUERY_COUNT, "@id");
  samsyn_query_group (query, self->field->id);
  samsyn_query_order (query, self->field->id, FALSE);
  samsyn_query_where (query, self->field->id, SAMSYN_QUERY_GIVEN, NULL);
  if (*typed != '\0')
    samsyn_query_where_text (query, title, SAMSYN_QUERY_CONTAINS, typed);
  samsyn_query_limit (query, MOST_RECORDS);
  rows = samsyn_store_select (self->store, query, NULL);
  for (guint i = 0; rows != NULL && i < rows->n_rows; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, samsyn_rows_integer (rows, i, 0, 0));
      g_autofree char *label =
        g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", samsyn_rows_text (rows, i, 1), samsyn_rows_integer (rows, i, 2, 0));

      add_check (self, id, label);
    }
}

static void
on_period_toggled (GtkCheckButton      *check,
                   SamsynFilterPopover *self)
{
  const char *value = g_object_get_data (G_OBJECT (check), "samsyn-value");

  if (self->filling || !gtk_check_button_get_active (check))
    return;
  samsyn_filters_set (self->question->filters, self->field->id, (const char *[]) { value, NULL });
  g_signal_emit (self, changed, 0);
}

static GtkWidget *
add_period (SamsynFilterPopover *self,
            GtkWidget           *group,
            const char          *value,
            const char          *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  samsyn_narrow_wrap (check);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (group));
  g_object_set_data_full (G_OBJECT (check), "samsyn-value", g_strdup (value), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), samsyn_filters_has (self->question->filters, self->field->id, value));
  g_signal_connect (check, "toggled", G_CALLBACK (on_period_toggled), self);
  gtk_box_append (self->values, check);
  return check;
}

/* None of them is active where a range is asked for: the first, which is not shown, takes that part. */
static void
add_periods (SamsynFilterPopover *self)
{
  static const char *const periods[] = { "late", "past", "next:7", "next:30", "next:90", "" };
  GtkWidget *none = add_period (self, NULL, "none", "");

  gtk_widget_set_visible (none, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if ((self->field->flags & SAMSYN_FIELD_DEADLINE) || !g_str_equal (periods[i], "late"))
      {
        g_autofree char *label =
          samsyn_filters_describe_value (self->question->filters, self->field->id, periods[i], self->store);

        add_period (self, none, periods[i], label);
      }
}

static void
fill_values (SamsynFilterPopover *self)
{
  if (self->field == NULL || self->store == NULL)
    return;
  self->filling = TRUE;
  empty_box (self->values);
  if (self->field->type == SAMSYN_TYPE_DATE)
    add_periods (self);
  else if (self->field->type == SAMSYN_TYPE_REFERENCE)
    add_records (self);
  else if (self->field->type == SAMSYN_TYPE_BOOLEAN)
    {
      add_value (self, "1");
      add_value (self, "0");
    }
  for (const SamsynChoice *choice = self->field->choices; choice != NULL && choice->id != NULL; choice++)
    add_value (self, choice->id);
  if (self->field->type != SAMSYN_TYPE_DATE && !(self->field->flags & SAMSYN_FIELD_REQUIRED))
    add_value (self, "");
  self->filling = FALSE;
}

/* ---- Ranges of dates ------------------------------------------------------------------------------------------------------ */

static void
on_range_typed (SamsynFilterPopover *self)
{
  samsyn_announce (self->range_problem, NULL);
}

static void
take_range (SamsynFilterPopover *self)
{
  g_autofree char *today = samsyn_widget_today (self), *value = NULL;
  g_autoptr (GError) error = NULL;

  value = samsyn_filters_read_range (self->field, today, gtk_editable_get_text (GTK_EDITABLE (self->from)),
                                     gtk_editable_get_text (GTK_EDITABLE (self->to)), &error);
  if (value == NULL)
    {
      samsyn_announce (self->range_problem, error->message);
      return;
    }
  samsyn_filters_set (self->question->filters, self->field->id, (const char *[]) { value, NULL });
  fill_values (self);
  g_signal_emit (self, changed, 0);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* ---- Fields --------------------------------------------------------------------------------------------------------------- */

static void
show_values (SamsynFilterPopover *self,
             const SamsynField   *field)
{
  const char *label = samsyn_field_label (field, NULL);
  gboolean date = field->type == SAMSYN_TYPE_DATE;

  self->field = field;
  gtk_label_set_text (self->heading, label);
  samsyn_accessible_name (GTK_WIDGET (self->values_scrolled), label);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_editable_set_text (GTK_EDITABLE (self->from), "");
  gtk_editable_set_text (GTK_EDITABLE (self->to), "");
  gtk_widget_set_visible (GTK_WIDGET (self->search), field->type == SAMSYN_TYPE_REFERENCE);
  gtk_widget_set_visible (GTK_WIDGET (self->range), date);
  on_range_typed (self);
  fill_values (self);
  gtk_stack_set_visible_child_name (self->stack, "values");
  if (field->type == SAMSYN_TYPE_REFERENCE)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->values), GTK_DIR_TAB_FORWARD);
}

static void
on_field_clicked (GtkButton           *button,
                  SamsynFilterPopover *self)
{
  show_values (self, g_object_get_data (G_OBJECT (button), "samsyn-field"));
}

static void
add_field (SamsynFilterPopover *self,
           const SamsynField   *field)
{
  const char *label = samsyn_field_label (field, NULL);
  g_autofree char *asked = samsyn_filters_describe (self->question->filters, field->id, self->store);
  g_autofree char *name = *asked != '\0' ? g_strdup_printf ("%s: %s", label, asked) : g_strdup (label);
  GtkWidget *button = gtk_button_new (), *text = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  samsyn_narrow_wrap (text);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 40);
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_widget_add_css_class (button, "flat");
  if (*asked == '\0')
    gtk_widget_add_css_class (button, "samsyn-plain");
  samsyn_accessible_name (button, name);
  g_object_set_data (G_OBJECT (button), "samsyn-field", (gpointer) field);
  g_signal_connect (button, "clicked", G_CALLBACK (on_field_clicked), self);
  gtk_box_append (self->fields, button);
}

static void
show_fields (SamsynFilterPopover *self)
{
  self->field = NULL;
  if (self->store == NULL)
    return;
  empty_box (self->fields);
  for (guint i = 0; i < self->question->kind->n_fields; i++)
    if (samsyn_filters_can (&self->question->kind->fields[i]))
      add_field (self, &self->question->kind->fields[i]);
  gtk_stack_set_visible_child_name (self->stack, "fields");
  gtk_widget_child_focus (GTK_WIDGET (self->fields), GTK_DIR_TAB_FORWARD);
}

void
samsyn_filter_popover_show_field (SamsynFilterPopover *self,
                                  const SamsynField   *field)
{
  if (field == NULL)
    show_fields (self);
  else if (self->store != NULL)
    show_values (self, field);
}

void
samsyn_filter_popover_set_question (SamsynFilterPopover *self,
                                    SamsynQuestion      *question,
                                    SamsynStore         *store)
{
  self->question = question;
  self->store = store;
}

/* ---- The widget ----------------------------------------------------------------------------------------------------------- */

static void
samsyn_filter_popover_dispose (GObject *object)
{
  SAMSYN_FILTER_POPOVER (object)->store = NULL;
  G_OBJECT_CLASS (samsyn_filter_popover_parent_class)->dispose (object);
}

static void
samsyn_filter_popover_class_init (SamsynFilterPopoverClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_filter_popover_dispose;
  changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  samsyn_template_set (widget_class, "filter-popover");
  gtk_widget_class_bind_template_child (widget_class, SamsynFilterPopover, back);
  gtk_widget_class_bind_template_child (widget_class, SamsynFilterPopover, fields);
  gtk_widget_class_bind_template_child (widget_class, SamsynFilterPopover, from);
  gtk_widget_class_bind_template_child (widget_class, SamsynFilterPopover, heading);
  gtk_widget_class_bind_template_child (widget_class, SamsynFilterPopover, range);
  gtk_widget_class_bind_template_child (widget_class, SamsynFilterPopover, range_problem);
  gtk_widget_class_bind_template_child (widget_class, SamsynFilterPopover, search);
  gtk_widget_class_bind_template_child (widget_class, SamsynFilterPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, SamsynFilterPopover, to);
  gtk_widget_class_bind_template_child (widget_class, SamsynFilterPopover, values);
  gtk_widget_class_bind_template_child (widget_class, SamsynFilterPopover, values_scrolled);
  gtk_widget_class_bind_template_callback (widget_class, fill_values);
  gtk_widget_class_bind_template_callback (widget_class, on_range_typed);
  gtk_widget_class_bind_template_callback (widget_class, show_fields);
  gtk_widget_class_bind_template_callback (widget_class, take_range);
}

static void
samsyn_filter_popover_init (SamsynFilterPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_narrow_wrap (GTK_WIDGET (self->back));
  samsyn_accessible_tidy (GTK_WIDGET (self->stack), C_ ("filter", "Fields"));
  samsyn_accessible_name (GTK_WIDGET (self->back), C_ ("filter", "Back to the fields"));
  samsyn_accessible_name (GTK_WIDGET (self->search), C_ ("filter", "Search for a value"));
  samsyn_accessible_name (GTK_WIDGET (self->from), C_ ("filter", "From a date"));
  samsyn_accessible_name (GTK_WIDGET (self->to), C_ ("filter", "Until a date"));
}
