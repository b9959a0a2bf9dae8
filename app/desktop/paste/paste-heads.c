/* paste-heads.c: which field each pasted column goes to, above the columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paste-heads.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/choice-rows.h"
#include "model/words.h"

#define COLUMN "samsyn-column"
#define BESIDE 2 /* pixels left free at either side of a list, so that its word stands above the column's */

struct _SamsynPasteHeads
{
  GtkWidget              parent_instance;
  const SamsynPastePlan *plan;
  GPtrArray             *lists;  /* GtkDropDown, one a column */
  GArray                *widths; /* int, one a column */
  gboolean               setting;
};

G_DEFINE_FINAL_TYPE (SamsynPasteHeads, samsyn_paste_heads, GTK_TYPE_WIDGET)

static guint chosen;

/* ---- What is chosen -------------------------------------------------------------------------------------------------------- */

/* The first item leaves the column out, those after it are the fields of the kind. */
static const SamsynField *
field_of (const SamsynKind *kind,
          guint             item)
{
  return item > 0 && item <= kind->n_fields ? &kind->fields[item - 1] : NULL;
}

static void
on_selected (GtkDropDown      *list,
             GParamSpec       *spec,
             SamsynPasteHeads *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (list), COLUMN));

  if (!self->setting)
    g_signal_emit (self, chosen, 0, column, field_of (self->plan->kind, gtk_drop_down_get_selected (list)));
}

void
samsyn_paste_heads_update (SamsynPasteHeads *self)
{
  self->setting = TRUE;
  for (guint i = 0; i < self->lists->len; i++)
    {
      const SamsynField *field = g_array_index (self->plan->columns, SamsynPasteColumn, i).field;
      guint item = 0;

      while (item <= self->plan->kind->n_fields && field_of (self->plan->kind, item) != field)
        item++;
      gtk_drop_down_set_selected (g_ptr_array_index (self->lists, i), item);
    }
  self->setting = FALSE;
}

void
samsyn_paste_heads_update_names (SamsynPasteHeads *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      const SamsynPasteColumn *column = &g_array_index (self->plan->columns, SamsynPasteColumn, i);
      /* TRANSLATORS: names the list above a pasted column in which its field is chosen; %s is the column's own heading */
      g_autofree char *name = g_strdup_printf (C_ ("paste", "Field for the column “%s”"), column->heading);

      samsyn_accessible_drop_down (g_ptr_array_index (self->lists, i), name);
      gtk_widget_set_tooltip_text (g_ptr_array_index (self->lists, i), name);
    }
}

/* ---- The lists ------------------------------------------------------------------------------------------------------------- */

static GtkStringList *
list_fields (const SamsynKind *kind)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  /* TRANSLATORS: chosen above a pasted column instead of a field */
  gtk_string_list_append (labels, C_ ("paste", "Leave Out"));
  for (guint i = 0; i < kind->n_fields; i++)
    gtk_string_list_append (labels, samsyn_field_label (&kind->fields[i], NULL));
  return labels;
}

void
samsyn_paste_heads_set_plan (SamsynPasteHeads      *self,
                             const SamsynPastePlan *plan)
{
  g_autoptr (GtkStringList) labels = list_fields (plan->kind);

  self->plan = plan;
  self->setting = TRUE;
  for (guint i = 0; i < plan->columns->len; i++)
    {
      GtkWidget *list = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (labels)), NULL);
      g_autoptr (GtkListItemFactory) factory = samsyn_choice_rows_new ();
      int width = 0;

      gtk_drop_down_set_factory (GTK_DROP_DOWN (list), factory);
      g_object_set_data (G_OBJECT (list), COLUMN, GUINT_TO_POINTER (i));
      g_signal_connect (list, "notify::selected", G_CALLBACK (on_selected), self);
      gtk_widget_set_parent (list, GTK_WIDGET (self));
      g_ptr_array_add (self->lists, list);
      g_array_append_val (self->widths, width);
    }
  self->setting = FALSE;
  samsyn_paste_heads_update (self);
  samsyn_paste_heads_update_names (self);
}

/* ---- Widths ---------------------------------------------------------------------------------------------------------------- */

int
samsyn_paste_heads_set_width (SamsynPasteHeads *self,
                              guint             column,
                              int               width)
{
  int least = 0, *its = &g_array_index (self->widths, int, column);

  gtk_widget_measure (g_ptr_array_index (self->lists, column), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  *its = MAX (width, least + 2 * BESIDE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return *its;
}

static void
samsyn_paste_heads_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  SamsynPasteHeads *self = SAMSYN_PASTE_HEADS (widget);

  *minimum = 0;
  for (guint i = 0; i < self->lists->len; i++)
    {
      int least = g_array_index (self->widths, int, i);

      if (orientation == GTK_ORIENTATION_VERTICAL)
        gtk_widget_measure (g_ptr_array_index (self->lists, i), orientation, -1, &least, NULL, NULL, NULL);
      *minimum = orientation == GTK_ORIENTATION_VERTICAL ? MAX (*minimum, least) : *minimum + least;
    }
  *natural = *minimum;
}

static void
samsyn_paste_heads_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  SamsynPasteHeads *self = SAMSYN_PASTE_HEADS (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int at = 0;

  for (guint i = 0; i < self->lists->len; i++)
    {
      int its = g_array_index (self->widths, int, i);

      gtk_widget_size_allocate (g_ptr_array_index (self->lists, i),
                                &(GtkAllocation){ (mirrored ? width - at - its : at) + BESIDE, 0, its - 2 * BESIDE, height }, -1);
      at += its;
    }
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_paste_heads_dispose (GObject *object)
{
  SamsynPasteHeads *self = SAMSYN_PASTE_HEADS (object);

  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->widths, g_array_unref);
  G_OBJECT_CLASS (samsyn_paste_heads_parent_class)->dispose (object);
}

static void
samsyn_paste_heads_class_init (SamsynPasteHeadsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_paste_heads_dispose;
  widget_class->measure = samsyn_paste_heads_measure;
  widget_class->size_allocate = samsyn_paste_heads_size_allocate;
  chosen = g_signal_new ("chosen", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                         G_TYPE_POINTER);
}

static void
samsyn_paste_heads_init (SamsynPasteHeads *self)
{
  self->lists = g_ptr_array_new ();
  self->widths = g_array_new (FALSE, TRUE, sizeof (int));
}
