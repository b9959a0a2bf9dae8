/* check-window.c: is the workspace whole, and what can be repaired?
 *
 * The check and the backup before a repair read the file through connections of their own, on a thread; what is repaired is
 * written by the session's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "check-window.h"

#include "check-tell.h"
#include "desktop/parts/accessible.h"
#include "desktop/parts/announce.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/template.h"
#include "model/preferences.h"
#include "model/words.h"
#include "store/backups.h"

struct _SamsynCheckWindow
{
  AdwWindow      parent_instance;
  SamsynSession *session;
  GCancellable  *cancellable;
  guint          n_repairable; /* as it was found the last time */
  gboolean       mending;      /* the check that is made is the one after a repair */

  GtkScrolledWindow *details;
  AdwHeaderBar      *header;
  GtkLabel          *list;
  GtkButton         *repair_button;
  GtkSpinner        *spinner;
  GtkLabel          *summary;
};

G_DEFINE_FINAL_TYPE (SamsynCheckWindow, samsyn_check_window, ADW_TYPE_WINDOW)

/* The store, as long as there is somebody to show something to. */
static SamsynStore *
store_of (SamsynCheckWindow *self)
{
  return self->session != NULL ? samsyn_session_get_store (self->session) : NULL;
}

/* ---- What is seen ---------------------------------------------------------------------------------------------------------- */

static void
show (SamsynCheckWindow *self,
      const char        *summary,
      const char        *details,
      gboolean           works)
{
  gtk_spinner_set_spinning (self->spinner, works);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), works);
  gtk_widget_set_sensitive (GTK_WIDGET (self->repair_button), !works);
  samsyn_announce (self->summary, summary);
  gtk_label_set_text (self->list, details);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *details != '\0');
}

static void
show_error (SamsynCheckWindow *self,
            const GError      *error)
{
  show (self, error->message, "", FALSE);
}

static void
show_checkup (SamsynCheckWindow   *self,
              const SamsynCheckup *checkup)
{
  guint n_mended = self->mending && checkup->n_repairable < self->n_repairable ? self->n_repairable - checkup->n_repairable : 0;
  g_autofree char *summary = samsyn_check_summary (checkup, n_mended), *details = samsyn_check_details (checkup);

  self->n_repairable = checkup->n_repairable;
  gtk_widget_set_visible (GTK_WIDGET (self->repair_button),
                          checkup->n_repairable > 0 && !samsyn_session_is_read_only (self->session));
  show (self, summary, details, FALSE);
}

/* ---- On a thread ----------------------------------------------------------------------------------------------------------- */

static void
start (SamsynCheckWindow  *self,
       GTaskThreadFunc     func,
       GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, callback, NULL);

  g_task_set_task_data (task, g_strdup (samsyn_store_get_path (store_of (self))), g_free);
  g_task_run_in_thread (task, func);
}

static void
check_on_thread (GTask        *task,
                 gpointer      source,
                 gpointer      path,
                 GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (SamsynStore) store = samsyn_store_open (path, SAMSYN_OPEN_READ, &error);
  SamsynCheckup *checkup = store != NULL ? samsyn_store_check (store, cancellable, &error) : NULL;

  if (checkup != NULL)
    g_task_return_pointer (task, checkup, (GDestroyNotify) samsyn_checkup_free);
  else
    g_task_return_error (task, error);
}

static void
back_up_on_thread (GTask        *task,
                   gpointer      source,
                   gpointer      path,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (SamsynStore) store = samsyn_store_open (path, SAMSYN_OPEN_READ, &error);
  g_autofree char *folder = samsyn_preferred_backup_folder ();

  if (store != NULL && samsyn_backups_make_before (store, folder, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* ---- Checking, repairing --------------------------------------------------------------------------------------------------- */

static void
on_checked (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  SamsynCheckWindow *self = SAMSYN_CHECK_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynCheckup) checkup = g_task_propagate_pointer (G_TASK (result), &error);

  if (store_of (self) == NULL)
    return;
  if (checkup != NULL)
    show_checkup (self, checkup);
  else
    show_error (self, error);
}

static void
check (SamsynCheckWindow *self,
       gboolean           mending)
{
  self->mending = mending;
  show (self, _ ("Checking pages, records, references, search index and history…"), "", TRUE);
  start (self, check_on_thread, on_checked);
}

static void
on_backed_up (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  SamsynCheckWindow *self = SAMSYN_CHECK_WINDOW (source);
  g_autoptr (GError) error = NULL;
  gboolean backed_up = g_task_propagate_boolean (G_TASK (result), &error);

  if (store_of (self) == NULL)
    return;
  if (!backed_up || !samsyn_store_repair (store_of (self), &error))
    {
      show_error (self, error);
      return;
    }
  /* What is shown is sorted and found by what was made anew. */
  samsyn_session_prefer (self->session);
  check (self, TRUE);
}

static void
on_repair (SamsynCheckWindow *self)
{
  if (store_of (self) == NULL)
    return;
  samsyn_session_save_all (self->session);
  show (self, _ ("Making a backup, then repairing…"), "", TRUE);
  start (self, back_up_on_thread, on_backed_up);
}

/* ---- The window ------------------------------------------------------------------------------------------------------------ */

GtkWidget *
samsyn_check_window_new (GtkWindow     *parent,
                         SamsynSession *session)
{
  SamsynCheckWindow *self = g_object_new (SAMSYN_TYPE_CHECK_WINDOW, "transient-for", parent, "application",
                                          parent != NULL ? gtk_window_get_application (parent) : NULL, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "close", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  samsyn_session_save_all (session);
  check (self, FALSE);
  return GTK_WIDGET (self);
}

static void
samsyn_check_window_dispose (GObject *object)
{
  SamsynCheckWindow *self = SAMSYN_CHECK_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMSYN_TYPE_CHECK_WINDOW);
  G_OBJECT_CLASS (samsyn_check_window_parent_class)->dispose (object);
}

static void
samsyn_check_window_finalize (GObject *object)
{
  g_object_unref (SAMSYN_CHECK_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (samsyn_check_window_parent_class)->finalize (object);
}

static void
samsyn_check_window_class_init (SamsynCheckWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_check_window_dispose;
  G_OBJECT_CLASS (class)->finalize = samsyn_check_window_finalize;
  samsyn_template_set (widget_class, "check-window");
  gtk_widget_class_bind_template_child (widget_class, SamsynCheckWindow, details);
  gtk_widget_class_bind_template_child (widget_class, SamsynCheckWindow, header);
  gtk_widget_class_bind_template_child (widget_class, SamsynCheckWindow, list);
  gtk_widget_class_bind_template_child (widget_class, SamsynCheckWindow, repair_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynCheckWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, SamsynCheckWindow, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_repair);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
samsyn_check_window_init (SamsynCheckWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_tidy (GTK_WIDGET (self), _ ("What was found"));
  samsyn_accessible_name (GTK_WIDGET (self->list), _ ("What was found"));
  samsyn_narrow_wrap_header (self->header, GTK_WINDOW (self));
}
