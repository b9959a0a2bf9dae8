/* prepare-window.c: choosing and making a report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "prepare-window.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/announce.h"
#include "desktop/parts/choice-rows.h"
#include "desktop/parts/chooser.h"
#include "desktop/parts/layout-now.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/template.h"
#include "model/preferences.h"
#include "model/words.h"
#include "prepare-arguments.h"

#define FOLDER "samsyn-report-folder" /* of the session: where its last report was put */

struct _SamsynPrepareWindow
{
  AdwWindow      parent_instance;
  SamsynSession *session;
  GCancellable  *cancellable; /* while a workbook is made */
  char          *path;        /* of the one that was made */
  GPtrArray     *parts;       /* GtkCheckButton, as the report numbers its parts */
  SamsynPrepareArguments *arguments;

  GtkButton           *cancel_button;
  GtkButton           *change_button;
  GtkBox              *done_buttons;
  AdwHeaderBar        *header;
  AdwComboRow         *language_row;
  GtkButton           *folder_button;
  GtkButton           *make_button;
  GtkButton           *open_button;
  AdwStatusPage       *outcome;
  AdwPreferencesGroup *parts_group;
  GtkLabel            *problem;
  GtkProgressBar      *progress;
  GtkLabel            *progress_text;
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

/* ---- What is chosen -------------------------------------------------------------------------------------------------------- */

static void
show_part (SamsynPrepareWindow    *self,
           const SamsynReportPart *part)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  const char *name = samsyn_words (NULL, "pack", part->name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  samsyn_accessible_name (check, name); /* the row has named it a second time */
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

/* Whether everything that the report needs is there, or what is not. */
static void
update_make (SamsynPrepareWindow *self)
{
  g_autofree char *problem = NULL;
  gboolean complete = samsyn_prepare_arguments_check (self->arguments, get_report (self), &problem);

  gtk_widget_set_sensitive (GTK_WIDGET (self->make_button), complete);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->make_button), problem);
  samsyn_announce (self->problem, problem);
}

static void
on_argument (gpointer none,
             gpointer self)
{
  update_make (self);
}

static void
on_report_chosen (SamsynPrepareWindow *self)
{
  const SamsynReport *report = get_report (self);

  if (self->session == NULL)
    return;
  samsyn_prepare_arguments_show (self->arguments, report);
  adw_preferences_group_set_description (self->what_group, samsyn_words (NULL, "report", report->purpose));
  show_parts (self, report);
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
  order->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->parts->len; i++)
    if (!gtk_check_button_get_active (g_ptr_array_index (self->parts, i)))
      g_ptr_array_add (order->leave_out, (gpointer) order->report->part (i)->id);
  g_ptr_array_add (order->leave_out, NULL);
  order->arguments = (SamsynReportArguments) {
    .language = samsyn_languages ()[adw_combo_row_get_selected (self->language_row)],
    .leave_out = (const char *const *) order->leave_out->pdata,
  };
  samsyn_prepare_arguments_order (self->arguments, order);
  return order;
}

/* ---- Making ---------------------------------------------------------------------------------------------------------------- */

static void
set_cancel (SamsynPrepareWindow *self,
            const char          *label)
{
  gtk_button_set_label (self->cancel_button, label);
  samsyn_accessible_tidy (GTK_WIDGET (self->cancel_button), NULL);
}

static void
show_outcome (SamsynPrepareWindow *self,
              const GError        *error)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  /* TRANSLATORS: %s is a file's name */
  g_autofree char *good = g_strdup_printf (_ ("“%s” has been read back and checked: every cell is as in the workspace, and the "
                                              "rules "
                                              "for print, projector and screen readers are kept."),
                                           name);
  g_autofree char *text = g_markup_escape_text (error != NULL ? error->message : good, -1);

  adw_status_page_set_icon_name (self->outcome, error != NULL ? "dialog-error-symbolic" : "emblem-ok-symbolic");
  adw_status_page_set_title (self->outcome, error != NULL ? _ ("No Workbook Was Made") : _ ("The Workbook Is Ready"));
  adw_status_page_set_description (self->outcome, text);
  gtk_widget_set_visible (GTK_WIDGET (self->change_button), error != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), error == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->folder_button), error == NULL);
  set_cancel (self, _ ("_Close"));
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

/* In words, and not at each step: who listens has other things to hear. */
static void
tell_progress (SamsynPrepareWindow *self,
               double               fraction)
{
  int tenths = (int) (fraction * 10);
  /* TRANSLATORS: how much of a report is made: "30 % of the workbook is made" */
  g_autofree char *text = g_strdup_printf (_ ("%d %% of the workbook is made"), 10 * CLAMP (tenths, 0, 10));

  samsyn_announce (self->progress_text, text);
}

static void
on_progress (double   fraction,
             gpointer self)
{
  gtk_progress_bar_set_fraction (SAMSYN_PREPARE_WINDOW (self)->progress, fraction);
  tell_progress (self, fraction);
}

void
samsyn_prepare_window_make (SamsynPrepareWindow *self,
                            const char          *path)
{
  samsyn_session_save_all (self->session);
  g_free (self->path);
  self->path = g_strdup (path);
  g_object_set_data_full (G_OBJECT (self->session), FOLDER, g_path_get_dirname (path), g_free);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "work");
  tell_progress (self, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->make_button), FALSE);
  samsyn_prepare_job_start (samsyn_session_get_store (self->session), make_order (self, path), self->cancellable, on_progress,
                            self, on_made, g_object_ref (self));
}

static void
path_chosen (const char *path,
             gpointer    self)
{
  samsyn_prepare_window_make (self, path);
}

char *
samsyn_prepare_window_propose (SamsynPrepareWindow *self)
{
  const SamsynReport *report = get_report (self);
  const char *last = g_object_get_data (G_OBJECT (self->session), FOLDER);
  g_autofree char *beside = g_path_get_dirname (samsyn_store_get_path (samsyn_session_get_store (self->session)));
  g_autofree char *day = samsyn_prepare_arguments_get_date (self->arguments, report);
  g_autofree char *name = g_strdup_printf ("%s %s.xlsx", samsyn_words (NULL, "report", report->title), day);

  return g_build_filename (last != NULL ? last : beside, name, NULL);
}

static void
on_make (SamsynPrepareWindow *self)
{
  g_autofree char *path = samsyn_prepare_window_propose (self);

  samsyn_choose_workbook (GTK_WINDOW (self), path, path_chosen, self);
}

/* What could not be made may be with other choices: those that were made are there still. */
static void
on_change (SamsynPrepareWindow *self)
{
  set_cancel (self, _ ("_Cancel"));
  gtk_widget_set_visible (GTK_WIDGET (self->make_button), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "choose");
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
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

/* ---- The window ------------------------------------------------------------------------------------------------------------ */

static void
fill (SamsynPrepareWindow *self)
{
  /* TRANSLATORS: the name of each language in that language stays as it is */
  static const char *const languages[] = { "English", "Svenska", NULL };
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; samsyn_reports ()[i] != NULL; i++)
    g_ptr_array_add (titles, (gpointer) samsyn_words (NULL, "report", samsyn_reports ()[i]->title));
  g_ptr_array_add (titles, NULL);
  samsyn_choice_rows_set_words (self->report_row, (const char *const *) titles->pdata);
  samsyn_choice_rows_set_words (self->language_row, languages);
  for (guint i = 0; samsyn_languages ()[i] != NULL; i++)
    if (g_str_equal (samsyn_languages ()[i], samsyn_preferred_report_language ()))
      adw_combo_row_set_selected (self->language_row, i);
}

SamsynPrepareWindow *
samsyn_prepare_window_new (GtkWindow     *parent,
                           SamsynSession *session,
                           gint64         meeting)
{
  SamsynPrepareWindow *self = g_object_new (SAMSYN_TYPE_PREPARE_WINDOW, "transient-for", parent, "application",
                                            gtk_window_get_application (parent), NULL);

  samsyn_session_save_all (session);
  self->session = g_object_ref (session);
  self->arguments = samsyn_prepare_arguments_new (self->what_group, samsyn_session_get_store (session), on_argument, self);
  samsyn_prepare_arguments_set (self->arguments, &(SamsynReportArguments) { .meeting = meeting });
  g_signal_connect_object (session, "close", G_CALLBACK (on_cancel), self, G_CONNECT_SWAPPED);
  on_report_chosen (self);
  samsyn_accessible_tidy (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));
  samsyn_accessible_lists (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));
  return self;
}

void
samsyn_prepare_window_choose (SamsynPrepareWindow         *self,
                              const char                  *report,
                              const SamsynReportArguments *arguments)
{
  for (guint i = 0; samsyn_reports ()[i] != NULL; i++)
    if (g_str_equal (samsyn_reports ()[i]->id, report))
      adw_combo_row_set_selected (self->report_row, i);
  samsyn_prepare_arguments_set (self->arguments, arguments);
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

  g_clear_pointer (&self->arguments, samsyn_prepare_arguments_free);
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
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, change_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, done_buttons);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, folder_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, header);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, make_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, outcome);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, parts_group);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, progress_text);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, report_row);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SamsynPrepareWindow, what_group);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_change);
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
  samsyn_narrow_wrap_header (self->header, GTK_WINDOW (self));
  samsyn_layout_before_keys (GTK_WINDOW (self));
  samsyn_narrow_wrap (GTK_WIDGET (self->done_buttons));
  samsyn_narrow_wrap (GTK_WIDGET (self->parts_group));
  fill (self);
}
