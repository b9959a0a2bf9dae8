/* paste-window.c: what pasted rows become, before they are added
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paste-window.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/announce.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/template.h"
#include "desktop/question/count.h"
#include "model/words.h"
#include "paste-table.h"
#include "plans/paste/paste.h"

#define MOST_SENTENCES 200 /* are listed */

struct _SamsynPasteWindow
{
  AdwWindow        parent_instance;
  SamsynSession   *session;
  SamsynPastePlan *plan;

  GtkButton         *add_button;
  GtkScrolledWindow *details;
  AdwHeaderBar      *header;
  GtkCheckButton    *headings;
  GtkCheckButton    *leave_out;
  GtkLabel          *notes;
  GtkLabel          *problems;
  GtkLabel          *summary;
  SamsynPasteTable  *table;
};

G_DEFINE_FINAL_TYPE (SamsynPasteWindow, samsyn_paste_window, ADW_TYPE_WINDOW)

/* ---- What there is to see -------------------------------------------------------------------------------------------------- */

static void
show_summary (SamsynPasteWindow *self)
{
  guint n_faulty = self->plan->n_faulty;
  g_autofree char *records = samsyn_count_records (self->plan->kind, self->plan->n_rows - n_faulty);
  /* TRANSLATORS: %s is "12 actions" */
  g_autofree char *text = g_strdup_printf (_ ("%s can be added."), records);
  g_autofree char *faulty = NULL, *both = NULL;

  if (n_faulty > 0)
    {
      faulty = g_strdup_printf (
          samsyn_words_n (NULL, "%u row has errors. Mend it where it was copied, and paste again; or leave it out.",
                          "%u rows have errors. Mend them where they were copied, and paste again; or leave them out.", n_faulty),
          n_faulty);
      both = g_strdup_printf ("%s %s", text, faulty);
    }
  samsyn_announce (self->summary, both != NULL ? both : text);
}

static char *
join (GPtrArray *sentences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (sentences->len, MOST_SENTENCES); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (sentences, i));
  if (sentences->len > MOST_SENTENCES)
    g_string_append (text, "\n…");
  return g_string_free (text, FALSE);
}

static void
show_details (SamsynPasteWindow *self)
{
  g_autoptr (GPtrArray) notes = samsyn_paste_plan_notes (self->plan), problems = samsyn_paste_plan_problems (self->plan);
  g_autofree char *note = join (notes), *problem = join (problems);

  gtk_widget_set_visible (GTK_WIDGET (self->details), notes->len + problems->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), notes->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), problems->len > 0);
  samsyn_announce (self->notes, note);
  gtk_label_set_text (self->problems, problem);
}

static void
update_add (SamsynPasteWindow *self)
{
  guint n_faulty = self->plan != NULL ? self->plan->n_faulty : 0;

  gtk_widget_set_visible (GTK_WIDGET (self->leave_out), n_faulty > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), self->plan != NULL && n_faulty < self->plan->n_rows
                                                             && (n_faulty == 0 || gtk_check_button_get_active (self->leave_out)));
}

static void
update (SamsynPasteWindow *self)
{
  show_summary (self);
  show_details (self);
  update_add (self);
}

static void
on_headings (SamsynPasteWindow *self)
{
  gboolean has_header = gtk_check_button_get_active (self->headings);

  if (self->plan == NULL || has_header == self->plan->has_header)
    return;
  samsyn_paste_plan_set_header (self->plan, has_header);
  samsyn_paste_table_update_rows (self->table);
  update (self);
}

static void
show_plan (SamsynPasteWindow *self)
{
  gtk_check_button_set_active (self->headings, self->plan->has_header);
  gtk_widget_set_sensitive (GTK_WIDGET (self->headings), self->plan->lines->len > 1);
  samsyn_paste_table_set_plan (self->table, self->plan);
  update (self);
}

/* ---- Adding ---------------------------------------------------------------------------------------------------------------- */

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
  changes = samsyn_paste_plan_changes (self->plan);
  step = samsyn_session_apply (self->session, "paste", changes, problems, &error);
  if (step == 0)
    {
      gtk_label_set_text (self->problems, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problems), TRUE);
      gtk_widget_set_visible (GTK_WIDGET (self->details), TRUE);
      return;
    }
  records = samsyn_count_records (self->plan->kind, changes->len);
  text = g_strdup_printf (C_ ("paste", "Added: %s"), records);
  gtk_window_close (GTK_WINDOW (self));
  samsyn_session_tell (self->session, text, step);
}

/* ---- Opening --------------------------------------------------------------------------------------------------------------- */

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
  g_autofree char *today = samsyn_clock_today (store != NULL ? samsyn_store_clock (store) : NULL);
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

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

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
  g_type_ensure (SAMSYN_TYPE_PASTE_TABLE);
  samsyn_template_set (widget_class, "paste-window");
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteWindow, details);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteWindow, header);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteWindow, headings);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteWindow, leave_out);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteWindow, problems);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteWindow, table);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_headings);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, update_add);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
samsyn_paste_window_init (SamsynPasteWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_narrow_wrap_header (self->header, GTK_WINDOW (self));
  samsyn_narrow_wrap (GTK_WIDGET (self->headings));
  samsyn_narrow_wrap (GTK_WIDGET (self->leave_out));
  samsyn_accessible_tidy (GTK_WIDGET (self), NULL);
  samsyn_accessible_name (GTK_WIDGET (self->details), C_ ("paste", "Notes and errors"));
}
