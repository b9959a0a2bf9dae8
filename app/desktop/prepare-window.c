/* prepare-window.c: choosing and making a report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "prepare-window.h"

#include <string.h>

#include "accessible.h"
#include "chooser.h"
#include "kinds/kinds.h"
#include "model/date.h"
#include "model/format.h"
#include "model/words.h"
#include "preferences.h"
#include "prepare-job.h"
#include "template.h"

/* The records that a report can be about: its arguments, each chosen from a list. */
static const struct
{
  SamsynReportTakes takes;
  const char       *kind;
  const char       *newest; /* the newest first by this field; NULL: the kind's order */
  gsize             argument;
} choices[] = {
  { SAMSYN_REPORT_MEETING, "meeting", "starts_on", G_STRUCT_OFFSET (SamsynReportArguments, meeting) },
  { SAMSYN_REPORT_PROJECT, "project", NULL, G_STRUCT_OFFSET (SamsynReportArguments, project) },
  { SAMSYN_REPORT_ORGANISATION, "organisation", NULL, G_STRUCT_OFFSET (SamsynReportArguments, organisation) },
};

#define N_CHOICES G_N_ELEMENTS (choices)

struct _SamsynPrepareWindow
{
  AdwWindow      parent_instance;
  SamsynSession *session;
  GCancellable  *cancellable; /* while a workbook is made */
  char          *path;        /* of the one that was made */
  GArray        *ids[N_CHOICES]; /* gint64, as the rows list them */
  AdwComboRow   *rows[N_CHOICES];
  GPtrArray     *parts; /* GtkCheckButton, as the report numbers its parts */

  AdwEntryRow         *as_of_row;
  GtkButton           *cancel_button;
  GtkBox              *done_buttons;
  AdwComboRow         *language_row;
  GtkButton           *make_button;
  AdwStatusPage       *outcome;
  AdwPreferencesGroup *parts_group;
  GtkProgressBar      *progress;
  AdwComboRow         *report_row;
  GtkStack            *stack;
  AdwPreferencesGroup *what_group;
};

G_DEFINE_FINAL_TYPE (SamsynPrepareWindow, samsyn_prepare_window, ADW_TYPE_WINDOW)

static const SamsynReport *
get_report (SamsynPrepareWindow *self)
{
  return samsyn_reports ()[adw_combo_row_get_selected (self->report_row)];
}

/* ---- What is chosen ---------------------------------------------------------------------------------------------------------- */

static void
show_part (SamsynPrepareWindow    *self,
           const SamsynReportPart *part)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  const char *name = samsyn_words (NULL, "pack", part->name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  samsyn_accessible_name (check, name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->parts_group, row);
  g_object_set_data (G_OBJECT (check), "samsyn-row", row);
  g_ptr_array_add (self->parts, check);
}

static void
show_parts (SamsynPrepareWindow *self,
            const SamsynReport  *report)
{
  for (guint i = 0; i < self->parts->len; i++)
    adw_preferences_group_remove (self->parts_group,
                                  g_object_get_data (G_OBJECT (g_ptr_array_index (self->parts, i)), "samsyn-row"));
  g_ptr_array_set_size (self->parts, 0);
  for (guint i = 0; report->part != NULL && report->part (i) != NULL; i++)
    show_part (self, report->part (i));
  gtk_widget_set_visible (GTK_WIDGET (self->parts_group), self->parts->len > 0);
}

/* Whether everything that the report needs is there. */
static void
update_make (SamsynPrepareWindow *self)
{
  const SamsynReport *report = get_report (self);
  gboolean complete = !gtk_widget_has_css_class (GTK_WIDGET (self->as_of_row), "error");

  for (guint i = 0; i < N_CHOICES; i++)
    if ((report->needs & choices[i].takes) && self->ids[i]->len == 0)
      complete = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->make_button), complete);
}

static void
on_report_chosen (SamsynPrepareWindow *self)
{
  const SamsynReport *report = get_report (self);

  if (self->session == NULL)
    return;
  for (guint i = 0; i < N_CHOICES; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), (report->takes & choices[i].takes) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->as_of_row), (report->takes & SAMSYN_REPORT_AS_OF) != 0);
  adw_preferences_group_set_description (self->what_group, samsyn_words (NULL, "report", report->purpose));
  show_parts (self, report);
  update_make (self);
}

/* The date as typed, NULL where nothing is; FALSE for what is no date. */
static gboolean
read_as_of (SamsynPrepareWindow *self,
            char               **date)
{
  static const SamsynField field = { .id = "as_of", .label = "", .type = SAMSYN_TYPE_DATE };
  g_autofree char *today = samsyn_today ();
  g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;

  *date = NULL;
  if (!samsyn_value_parse_typed (samsyn_kinds ()[0], &field, samsyn_language (), today,
                                 gtk_editable_get_text (GTK_EDITABLE (self->as_of_row)), &value, NULL))
    return FALSE;
  *date = g_strdup (samsyn_value_get_text (&value));
  return TRUE;
}

static void
on_as_of_changed (SamsynPrepareWindow *self)
{
  g_autofree char *date = NULL;

  if (read_as_of (self, &date))
    gtk_widget_remove_css_class (GTK_WIDGET (self->as_of_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->as_of_row), "error");
  update_make (self);
}

static SamsynPrepareOrder *
make_order (SamsynPrepareWindow *self,
            const char          *path)
{
  SamsynPrepareOrder *order = g_new0 (SamsynPrepareOrder, 1);

  order->report = get_report (self);
  order->path = g_strdup (path);
  order->leave_out = g_ptr_array_new ();
  for (guint i = 0; i < self->parts->len; i++)
    if (!gtk_check_button_get_active (g_ptr_array_index (self->parts, i)))
      g_ptr_array_add (order->leave_out, (gpointer) order->report->part (i)->id);
  g_ptr_array_add (order->leave_out, NULL);
  if (order->report->takes & SAMSYN_REPORT_AS_OF)
    read_as_of (self, &order->as_of);
  order->arguments = (SamsynReportArguments) {
    .language = samsyn_languages ()[adw_combo_row_get_selected (self->language_row)],
    .as_of = order->as_of,
    .leave_out = (const char *const *) order->leave_out->pdata,
  };
  for (guint i = 0; i < N_CHOICES; i++)
    if ((order->report->takes & choices[i].takes) && adw_combo_row_get_selected (self->rows[i]) < self->ids[i]->len)
      G_STRUCT_MEMBER (gint64, &order->arguments, choices[i].argument)
          = g_array_index (self->ids[i], gint64, adw_combo_row_get_selected (self->rows[i]));
  return order;
}

/* ---- Making ------------------------------------------------------------------------------------------------------------------ */

static void
show_outcome (SamsynPrepareWindow *self,
              const GError        *error)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  /* TRANSLATORS: %s is a file's name */
  g_autofree char *good = g_strdup_printf (_ ("“%s” has been read back and checked: every cell is as in the workspace, and the rules "
                                              "for print, projector and screen readers are kept."), name);
  g_autofree char *text = g_markup_escape_text (error != NULL ? error->message : good, -1);

  adw_status_page_set_icon_name (self->outcome, error != NULL ? "dialog-error-symbolic" : "emblem-ok-symbolic");
  adw_status_page_set_title (self->outcome, error != NULL ? _ ("No Workbook Was Made") : _ ("The Workbook Is Ready"));
  adw_status_page_set_description (self->outcome, text);
  gtk_widget_set_visible (GTK_WIDGET (self->done_buttons), error == NULL);
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  gtk_stack_set_visible_child_name (self->stack, "done");
  samsyn_session_tell (self->session, error != NULL ? error->message : _ ("The workbook is ready"), 0);
  gtk_widget_child_focus (GTK_WIDGET (self->outcome), GTK_DIR_TAB_FORWARD);
}

static void
on_made (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (SamsynPrepareWindow) self = data;
  g_autoptr (GError) error = NULL;

  samsyn_prepare_job_finish (result, &error);
  g_clear_object (&self->cancellable);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_outcome (self, error);
}

static void
on_progress (double   fraction,
             gpointer self)
{
  gtk_progress_bar_set_fraction (SAMSYN_PREPARE_WINDOW (self)->progress, fraction);
}

void
samsyn_prepare_window_make (SamsynPrepareWindow *self,
                            const char          *path)
{
  samsyn_session_save_all (self->session);
  g_free (self->path);
  self->path = g_strdup (path);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "work");
  gtk_widget_set_visible (GTK_WIDGET (self->make_button), FALSE);
  samsyn_prepare_job_start (samsyn_session_get_store (self->session), make_order (self, path), self->cancellable, on_progress, self,
                            on_made, g_object_ref (self));
}

static void
path_chosen (const char *path,
             gpointer    self)
{
  samsyn_prepare_window_make (self, path);
}

static void
on_make (SamsynPrepareWindow *self)
{
  g_autofree char *today = samsyn_today ();
  g_autofree char *name = g_strdup_printf ("%s %s.xlsx", samsyn_words (NULL, "report", get_report (self)->title), today);

  samsyn_choose_workbook (GTK_WINDOW (self), name, path_chosen, self);
}

/* While a workbook is made, cancelling ends that; the window closes when it has ended. */
static void
on_cancel (SamsynPrepareWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
show_file (SamsynPrepareWindow *self,
           gboolean             folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (folder ? parent : file);

  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
on_open (SamsynPrepareWindow *self)
{
  show_file (self, FALSE);
}

static void
on_folder (SamsynPrepareWindow *self)
{
  show_file (self, TRUE);
}

/* ---- The window -------------------------------------------------------------------------------------------------------------- */

static void
set_words (AdwComboRow       *row,
           const char *const *words)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

/* The record asked for; otherwise, of records by date, the next one from today. */
static void
choose_first (SamsynPrepareWindow *self,
              guint                number,
              const SamsynRows    *rows,
              gint64               chosen)
{
  g_autofree char *today = samsyn_today ();

  for (guint i = 0; rows != NULL && i < rows->n_rows; i++)
    if (chosen != 0 ? samsyn_rows_integer (rows, i, 0, 0) == chosen
                    : choices[number].newest != NULL && strcmp (samsyn_rows_text (rows, i, 2), today) >= 0)
      adw_combo_row_set_selected (self->rows[number], i);
}

/* The records of a kind as a row to choose from, with `chosen` chosen. */
static void
add_choice (SamsynPrepareWindow *self,
            guint                number,
            gint64               chosen)
{
  const SamsynKind *kind = samsyn_kind_find (choices[number].kind);
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (SamsynRows) rows = NULL;

  samsyn_query_select (query, "@id");
  samsyn_query_select (query, "@title");
  samsyn_query_select (query, choices[number].newest != NULL ? choices[number].newest : "@id");
  if (choices[number].newest != NULL)
    samsyn_query_order (query, choices[number].newest, TRUE);
  samsyn_query_order_default (query);
  rows = samsyn_store_select (samsyn_session_get_store (self->session), query, NULL);
  self->ids[number] = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows[number] = ADW_COMBO_ROW (adw_combo_row_new ());
  for (guint i = 0; rows != NULL && i < rows->n_rows; i++)
    {
      gint64 id = samsyn_rows_integer (rows, i, 0, 0);

      gtk_string_list_append (titles, samsyn_rows_text (rows, i, 1));
      g_array_append_val (self->ids[number], id);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[number]), samsyn_kind_label (kind, NULL));
  adw_combo_row_set_model (self->rows[number], G_LIST_MODEL (titles));
  adw_combo_row_set_use_subtitle (self->rows[number], TRUE);
  choose_first (self, number, rows, chosen);
  adw_preferences_group_add (self->what_group, GTK_WIDGET (self->rows[number]));
}

static void
fill (SamsynPrepareWindow *self)
{
  /* TRANSLATORS: the name of each language in that language stays as it is */
  static const char *const languages[] = { "English", "Svenska", NULL };
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; samsyn_reports ()[i] != NULL; i++)
    g_ptr_array_add (titles, (gpointer) samsyn_words (NULL, "report", samsyn_reports ()[i]->title));
  g_ptr_array_add (titles, NULL);
  set_words (self->report_row, (const char *const *) titles->pdata);
  set_words (self->language_row, languages);
  for (guint i = 0; samsyn_languages ()[i] != NULL; i++)
    if (g_str_equal (samsyn_languages ()[i], samsyn_preferred_report_language ()))
      adw_combo_row_set_selected (self->language_row, i);
}

SamsynPrepareWindow *
samsyn_prepare_window_new (GtkWindow     *parent,
                           SamsynSession *session,
                           gint64         meeting)
{
  SamsynPrepareWindow *self = g_object_new (SAMSYN_TYPE_PREPARE_WINDOW, "transient-for", parent, NULL);

  samsyn_session_save_all (session);
  self->session = g_object_ref (session);
  for (guint i = 0; i < N_CHOICES; i++)
    add_choice (self, i, meeting);
  g_signal_connect_object (session, "close", G_CALLBACK (on_cancel), self, G_CONNECT_SWAPPED);
  on_report_chosen (self);
  samsyn_accessible_tidy (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));
  return self;
}

static gboolean
samsyn_prepare_window_close_request (GtkWindow *window)
{
  SamsynPrepareWindow *self = SAMSYN_PREPARE_WINDOW (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  return self->cancellable != NULL;
}

static void
samsyn_prepare_window_dispose (GObject *object)
{
  SamsynPrepareWindow *self = SAMSYN_PREPARE_WINDOW (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMSYN_TYPE_PREPARE_WINDOW);
  G_OBJECT_CLASS (samsyn_prepare_window_parent_class)->dispose (object);
}

static void
samsyn_prepare_window_finalize (GObject *object)
{
  SamsynPrepareWindow *self = SAMSYN_PREPARE_WINDOW (object);

  for (guint i = 0; i < N_CHOICES; i++)
    g_clear_pointer (&self->ids[i], g_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self->path);
  G_OBJECT_CLASS (samsyn_prepare_window_parent_class)->finalize (object);
}

static void
samsyn_prepare_window_class_init (SamsynPrepareWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_prepare_window_dispose;
  G_OBJECT_CLASS (class)->finalize = samsyn_prepare_window_finalize;
  GTK_WINDOW_CLASS (class)->close_request = samsyn_prepare_window_close_request;
  samsyn_template_set (widget_class, "prepare-window");
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, as_of_row);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, done_buttons);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, make_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, outcome);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, parts_group);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, report_row);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, what_group);
  gtk_widget_class_bind_template_callback (widget_class, on_as_of_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_folder);
  gtk_widget_class_bind_template_callback (widget_class, on_make);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_report_chosen);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
samsyn_prepare_window_init (SamsynPrepareWindow *self)
{
  self->parts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}
