/* watch-row.c: a line of the watch: a heading, or a date of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-row.h"

#include "desktop/parts/day-text.h"
#include "desktop/parts/wrapped-label.h"
#include "model/words.h"

#define DAY_CHARACTERS 18      /* "30 September 2016" */
#define DISTANCE_CHARACTERS 20 /* in smaller letters */

struct _SamsynWatchRow
{
  GObject               parent_instance;
  char                 *heading;
  const SamsynDeadline *deadline;
  GPtrArray            *owner;
};

G_DEFINE_FINAL_TYPE (SamsynWatchRow, samsyn_watch_row, G_TYPE_OBJECT)

SamsynWatchRow *
samsyn_watch_row_new_heading (const char *text)
{
  SamsynWatchRow *self = g_object_new (SAMSYN_TYPE_WATCH_ROW, NULL);

  self->heading = g_strdup (text);
  return self;
}

SamsynWatchRow *
samsyn_watch_row_new_deadline (const SamsynDeadline *deadline,
                               GPtrArray            *owner)
{
  SamsynWatchRow *self = g_object_new (SAMSYN_TYPE_WATCH_ROW, NULL);

  self->deadline = deadline;
  self->owner = g_ptr_array_ref (owner);
  return self;
}

const SamsynDeadline *
samsyn_watch_row_get_deadline (SamsynWatchRow *self)
{
  return self->deadline;
}

static void
samsyn_watch_row_finalize (GObject *object)
{
  SamsynWatchRow *self = SAMSYN_WATCH_ROW (object);

  g_free (self->heading);
  g_clear_pointer (&self->owner, g_ptr_array_unref);
  G_OBJECT_CLASS (samsyn_watch_row_parent_class)->finalize (object);
}

static void
samsyn_watch_row_class_init (SamsynWatchRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = samsyn_watch_row_finalize;
}

static void
samsyn_watch_row_init (SamsynWatchRow *self)
{
}

/* ---- Widgets --------------------------------------------------------------------------------------------------------------- */

/* The parts of a row's widget, which is used for headings and dates by turns. */
typedef struct
{
  GtkLabel  *heading;
  GtkWidget *line;
  GtkLabel  *day;
  GtkLabel  *distance;
  GtkLabel  *title;
  GtkLabel  *detail;
} Parts;

typedef struct
{
  char    *today;
  gboolean narrow;
} Rows;

static void
rows_free (gpointer data)
{
  g_free (((Rows *) data)->today);
  g_free (data);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *class)
{
  GtkWidget *label = samsyn_wrapped_label_new (NULL);

  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

/* A click is enough, as in every list; GTK's own way of it would also choose the rows that the pointer passes. */
static void
on_clicked (GtkGestureClick *gesture,
            int              n_presses,
            double           x,
            double           y,
            GtkListItem     *item)
{
  if (n_presses == 1 && gtk_list_item_get_activatable (item))
    gtk_widget_activate_action (gtk_list_item_get_child (item), "list.activate-item", "u", gtk_list_item_get_position (item));
}

static void
setup (GtkSignalListItemFactory *factory,
       GtkListItem              *item,
       const Rows               *rows)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *when = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *what = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkGesture *click = gtk_gesture_click_new ();
  Parts *parts = g_new0 (Parts, 1);

  g_signal_connect (click, "released", G_CALLBACK (on_clicked), item);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  parts->heading = add_label (box, "heading");
  gtk_widget_add_css_class (GTK_WIDGET (parts->heading), "samsyn-week");
  parts->line = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (parts->line), 2);
  gtk_grid_set_column_spacing (GTK_GRID (parts->line), 12);
  gtk_widget_add_css_class (parts->line, "samsyn-watch-line");
  parts->day = add_label (when, "numeric");
  parts->distance = add_label (when, "samsyn-card-detail");
  if (!rows->narrow)
    {
      gtk_label_set_width_chars (parts->day, DAY_CHARACTERS);
      gtk_label_set_width_chars (parts->distance, DISTANCE_CHARACTERS);
      gtk_label_set_max_width_chars (parts->distance, DISTANCE_CHARACTERS);
    }
  parts->title = add_label (what, NULL);
  parts->detail = add_label (what, "samsyn-card-detail");
  gtk_widget_set_hexpand (what, TRUE);
  gtk_grid_attach (GTK_GRID (parts->line), when, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (parts->line), what, rows->narrow ? 0 : 1, rows->narrow ? 1 : 0, 1, 1);
  gtk_box_append (GTK_BOX (box), parts->line);
  g_object_set_data_full (G_OBJECT (box), "samsyn-parts", parts, g_free);
  gtk_list_item_set_child (item, box);
}

/* The list's own row would be read by the name of its class. */
static void
name_row (GtkListItem *item,
          const char  *name)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (item));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_deadline (GtkListItem          *item,
               Parts                *parts,
               const SamsynDeadline *deadline,
               const char           *today)
{
  g_autofree char *date = samsyn_day_text (deadline->date), *distance = samsyn_day_distance (deadline->date, today);
  g_autofree char *when = g_strdup_printf ("%s · %s", samsyn_day_weekday (deadline->date), distance);
  g_autofree char *detail = g_strdup_printf ("%s · %s%s%s", samsyn_kind_label (deadline->kind, NULL),
                                             samsyn_field_label (deadline->field, NULL), *deadline->who != '\0' ? " · " : "",
                                             deadline->who);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s, %s", date, when, deadline->title, detail);

  gtk_label_set_text (parts->day, date);
  gtk_label_set_text (parts->distance, when);
  gtk_label_set_text (parts->title, deadline->title);
  gtk_label_set_text (parts->detail, detail);
  name_row (item, name);
}

static void
bind (GtkSignalListItemFactory *factory,
      GtkListItem              *item,
      const Rows               *rows)
{
  SamsynWatchRow *row = gtk_list_item_get_item (item);
  Parts *parts = g_object_get_data (G_OBJECT (gtk_list_item_get_child (item)), "samsyn-parts");
  gboolean is_heading = row->deadline == NULL;

  gtk_widget_set_visible (GTK_WIDGET (parts->heading), is_heading);
  gtk_widget_set_visible (parts->line, !is_heading);
  /* A heading can be selected: a row that can't doesn't take the focus, and where the first one doesn't, keys come to none. */
  gtk_list_item_set_activatable (item, !is_heading);
  if (is_heading)
    {
      gtk_label_set_text (parts->heading, row->heading);
      name_row (item, row->heading);
    }
  else
    show_deadline (item, parts, row->deadline, rows->today);
}

GtkListItemFactory *
samsyn_watch_row_factory (const char *today,
                          gboolean    narrow)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Rows *rows = g_new0 (Rows, 1);

  *rows = (Rows) { g_strdup (today), narrow };
  g_object_set_data_full (G_OBJECT (factory), "samsyn-rows", rows, rows_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup), rows);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), rows);
  return factory;
}
