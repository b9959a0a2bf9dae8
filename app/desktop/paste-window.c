/* paste-window.c: what pasted rows become, before they are added
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paste-window.h"

#include "accessible.h"
#include "announce.h"
#include "count.h"
#include "exchange/paste.h"
#include "model/date.h"
#include "model/words.h"
#include "narrow.h"
#include "template.h"

#define MOST_PROBLEMS 200 /* are listed */

struct _SamsynPasteWindow
{
  AdwWindow        parent_instance;
  SamsynSession   *session;
  SamsynPastePlan *plan;

  GtkButton         *add_button;
  GtkBox            *faults;
  AdwHeaderBar      *header;
  GtkCheckButton    *leave_out;
  GtkLabel          *problems;
  GtkScrolledWindow *problems_scrolled;
  GtkLabel          *summary;
  GtkColumnView     *view;
};

G_DEFINE_FINAL_TYPE (SamsynPasteWindow, samsyn_paste_window, ADW_TYPE_WINDOW)

/* ---- What there is to see --------------------------------------------------------------------------------------------------- */

static void
update (SamsynPasteWindow *self)
{
  guint n_good;
  g_autofree char *records = NULL, *faulty = NULL, *text = NULL, *both = NULL;

  if (self->plan == NULL)
    return;
  n_good = self->plan->n_rows - self->plan->n_faulty;
  records = samsyn_count_records (self->plan->kind, n_good);
  /* TRANSLATORS: %s is "12 actions" */
  text = g_strdup_printf (_("%s can be added."), records);
  if (self->plan->n_faulty > 0)
    {
      faulty = g_strdup_printf (samsyn_words_n (NULL, "%u row has errors. Mend it where it was copied, and paste again; or leave it out.",
                                                "%u rows have errors. Mend them where they were copied, and paste again; or leave them out.",
                                                self->plan->n_faulty), self->plan->n_faulty);
      both = g_strdup_printf ("%s %s", text, faulty);
    }
  samsyn_announce (self->summary, both != NULL ? both : text);
  gtk_widget_set_visible (GTK_WIDGET (self->faults), self->plan->n_faulty > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button),
                            n_good > 0 && (self->plan->n_faulty == 0 || gtk_check_button_get_active (self->leave_out)));
}

static void
show_problems (SamsynPasteWindow *self,
               GPtrArray         *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (problems->len, MOST_PROBLEMS); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (problems, i));
  if (problems->len > MOST_PROBLEMS)
    g_string_append (text, "\n…");
  gtk_label_set_text (self->problems, text->str);
}

/* ---- The table -------------------------------------------------------------------------------------------------------------- */

static void
setup_cell (GtkSignalListItemFactory *factory,
            GtkListItem              *item,
            gpointer                  data)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 1);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_list_item_set_child (item, text);
}

static void
bind_cell (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  number)
{
  SamsynPasteWindow *self = g_object_get_data (G_OBJECT (factory), "samsyn-window");
  GtkWidget *text = gtk_list_item_get_child (item), *cell_widget = gtk_widget_get_parent (text);
  guint column = GPOINTER_TO_UINT (number);
  const SamsynPasteCell *cell = samsyn_paste_plan_cell (self->plan, gtk_list_item_get_position (item), column);
  const char *label = g_array_index (self->plan->columns, SamsynPasteColumn, column).label;
  g_autofree char *name = g_strdup_printf ("%s: %s%s%s", label, cell->shown, cell->problem != NULL ? ". " : "",
                                           cell->problem != NULL ? cell->problem : "");

  gtk_inscription_set_text (GTK_INSCRIPTION (text), cell->shown);
  gtk_widget_set_tooltip_text (text, cell->problem);
  if (cell->problem != NULL)
    gtk_widget_add_css_class (text, "error");
  else
    gtk_widget_remove_css_class (text, "error");
  if (cell_widget != NULL)
    samsyn_accessible_name (cell_widget, name);
  if (cell_widget != NULL && column == 0 && gtk_widget_get_parent (cell_widget) != NULL)
    samsyn_accessible_name (gtk_widget_get_parent (cell_widget), *cell->shown != '\0' ? cell->shown : name);
}

static void
add_column (SamsynPasteWindow *self,
            guint              number)
{
  const SamsynPasteColumn *column = &g_array_index (self->plan->columns, SamsynPasteColumn, number);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  /* TRANSLATORS: heading of a pasted column that belongs to no field; %s is its own heading */
  g_autofree char *left_out = g_strdup_printf (C_ ("paste", "(left out) %s"), column->label);
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_object_set_data (G_OBJECT (factory), "samsyn-window", self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), GUINT_TO_POINTER (number));
  view_column = gtk_column_view_column_new (column->field != NULL ? column->label : left_out, factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_fixed_width (view_column, number == 0 ? 260 : 150);
  gtk_column_view_append_column (self->view, view_column);
}

static void
show_plan (SamsynPasteWindow *self)
{
  g_autoptr (GPtrArray) problems = samsyn_paste_plan_problems (self->plan);
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  GtkSelectionModel *selection;

  for (guint i = 0; i < self->plan->columns->len; i++)
    add_column (self, i);
  for (guint i = 0; i < self->plan->n_rows; i++)
    gtk_string_list_append (rows, "");
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&rows))));
  gtk_column_view_set_model (self->view, selection);
  g_object_unref (selection);
  show_problems (self, problems);
  update (self);
}

/* ---- Adding ----------------------------------------------------------------------------------------------------------------- */

static void
on_add (SamsynPasteWindow *self)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_problem_free);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *records = NULL, *text = NULL;
  gint64 step;

  if (self->plan == NULL || samsyn_session_get_store (self->session) == NULL)
    return;
  samsyn_session_save_all (self->session);
  changes = samsyn_paste_plan_changes (self->plan, samsyn_session_get_store (self->session));
  step = samsyn_session_apply (self->session, "paste", changes, problems, &error);
  if (step == 0)
    {
      gtk_label_set_text (self->problems, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->faults), TRUE);
      return;
    }
  records = samsyn_count_records (self->plan->kind, changes->len);
  text = g_strdup_printf (C_ ("paste", "Added: %s"), records);
  gtk_window_close (GTK_WINDOW (self));
  samsyn_session_tell (self->session, text, step);
}

/* ---- Opening ---------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWindow        *parent;
  SamsynSession    *session;
  const SamsynKind *kind;
  GPtrArray        *positions;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->parent);
  g_object_unref (opening->session);
  g_ptr_array_unref (opening->positions);
  g_free (opening);
}

static void
open_window (Opening         *opening,
             SamsynPastePlan *plan)
{
  SamsynPasteWindow *self = g_object_new (SAMSYN_TYPE_PASTE_WINDOW, "transient-for", opening->parent, "application",
                                          gtk_window_get_application (opening->parent), NULL);

  self->session = g_object_ref (opening->session);
  self->plan = plan;
  g_signal_connect_object (self->session, "close", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  show_plan (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
}

static void
on_text (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      data)
{
  Opening *opening = data;
  SamsynStore *store = samsyn_session_get_store (opening->session);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  g_autofree char *today = samsyn_today ();
  g_autoptr (GError) error = NULL;
  SamsynPastePlan *plan;

  if (store != NULL)
    {
      plan = samsyn_paste_plan_new (store, opening->kind, opening->positions, today, text != NULL ? text : "", &error);
      if (plan != NULL)
        open_window (opening, plan);
      else
        samsyn_session_tell (opening->session, error->message, 0);
    }
  opening_free (opening);
}

void
samsyn_paste_window_open (GtkWindow            *parent,
                          SamsynSession        *session,
                          const SamsynQuestion *question)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->parent = g_object_ref (parent);
  opening->session = g_object_ref (session);
  opening->kind = question->kind;
  opening->positions = g_ptr_array_new ();
  for (guint i = 0; i < question->columns->len; i++)
    {
      const SamsynColumn *column = g_ptr_array_index (question->columns, i);

      if (column->visible)
        g_ptr_array_add (opening->positions, (gpointer) samsyn_kind_field (question->kind, column->field.id));
    }
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (parent)), NULL, on_text, opening);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------- */

static void
samsyn_paste_window_dispose (GObject *object)
{
  g_clear_object (&SAMSYN_PASTE_WINDOW (object)->session);
  G_OBJECT_CLASS (samsyn_paste_window_parent_class)->dispose (object);
}

static void
samsyn_paste_window_finalize (GObject *object)
{
  g_clear_pointer (&SAMSYN_PASTE_WINDOW (object)->plan, samsyn_paste_plan_free);
  G_OBJECT_CLASS (samsyn_paste_window_parent_class)->finalize (object);
}

static void
samsyn_paste_window_class_init (SamsynPasteWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_paste_window_dispose;
  G_OBJECT_CLASS (class)->finalize = samsyn_paste_window_finalize;
  samsyn_template_set (widget_class, "paste-window");
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteWindow, faults);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteWindow, header);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteWindow, leave_out);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteWindow, problems);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteWindow, problems_scrolled);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
samsyn_paste_window_init (SamsynPasteWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_narrow_wrap_header (self->header, GTK_WINDOW (self));
  samsyn_narrow_wrap (GTK_WIDGET (self->leave_out));
  samsyn_accessible_tidy (GTK_WIDGET (self), C_ ("paste", "Rows"));
  samsyn_accessible_name (GTK_WIDGET (self->view), C_ ("paste", "Rows"));
  samsyn_accessible_name (GTK_WIDGET (self->problems_scrolled), C_ ("paste", "Errors"));
}
