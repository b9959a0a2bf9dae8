/* body-window.c: writing or pasting a long text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "body-window.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/question-dialog.h"
#include "desktop/parts/template.h"
#include "model/words.h"

struct _SamsynBodyWindow
{
  AdwWindow         parent_instance;
  SamsynWrittenFunc func;
  gpointer          data;
  char             *before; /* as it is stored */
  gboolean          asking; /* whether what was changed is to be saved */

  AdwHeaderBar *header;
  GtkTextView  *view;
};

G_DEFINE_FINAL_TYPE (SamsynBodyWindow, samsyn_body_window, ADW_TYPE_WINDOW)

static char *
get_text (SamsynBodyWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
keep (SamsynBodyWindow *self)
{
  g_autofree char *text = get_text (self);

  if (g_str_equal (text, self->before))
    return;
  g_free (self->before);
  self->before = g_strdup (text);
  self->func (text, self->data);
}

/* ---- Leaving it ------------------------------------------------------------------------------------------------------------ */

static void
action_save (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  keep (SAMSYN_BODY_WINDOW (widget));
  gtk_window_destroy (GTK_WINDOW (widget));
}

static void
on_answer (GtkWindow        *dialog,
           const char       *answer,
           SamsynBodyWindow *self)
{
  self->asking = FALSE;
  if (g_str_equal (answer, "save"))
    keep (self);
  if (!g_str_equal (answer, "cancel"))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
ask (SamsynBodyWindow *self)
{
  const SamsynAnswer answers[] = { { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
                                   { "discard", _ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
                                   { "save", _ ("_Save"), ADW_RESPONSE_SUGGESTED } };
  AdwMessageDialog *dialog = samsyn_question_dialog_show (GTK_WINDOW (self), _ ("Save Changes?"),
                                                          _ ("The text was changed. Changes that are not saved are lost."),
                                                          answers, G_N_ELEMENTS (answers), "save");

  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answer), self, 0);
  self->asking = TRUE;
}

/* A long text is not lost by a key that was pressed in error. */
static gboolean
on_close (SamsynBodyWindow *self)
{
  g_autofree char *text = get_text (self);

  if (g_str_equal (text, self->before))
    return FALSE;
  if (!self->asking)
    ask (self);
  return TRUE;
}

/* ---- The window ------------------------------------------------------------------------------------------------------------ */

SamsynBodyWindow *
samsyn_body_window_open (SamsynSession    *session,
                         GtkWidget        *over,
                         const char       *title,
                         const char       *text,
                         SamsynWrittenFunc func,
                         gpointer          data)
{
  SamsynBodyWindow *self = g_object_new (SAMSYN_TYPE_BODY_WINDOW, "title", title, NULL);
  GtkRoot *root = gtk_widget_get_root (over);

  self->func = func;
  self->data = data;
  self->before = g_strdup (text);
  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
      /* Without it the program's keys do nothing here. */
      gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (GTK_WINDOW (root)));
    }
  /* What is edited may be left while this is open: the text would have nowhere to go. */
  g_signal_connect_object (over, "unrealize", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "save", G_CALLBACK (keep), self, G_CONNECT_SWAPPED);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  samsyn_accessible_name (GTK_WIDGET (self->view), title);
  samsyn_accessible_tidy (GTK_WIDGET (self), title);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return self;
}

static void
samsyn_body_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMSYN_TYPE_BODY_WINDOW);
  G_OBJECT_CLASS (samsyn_body_window_parent_class)->dispose (object);
}

static void
samsyn_body_window_finalize (GObject *object)
{
  g_free (SAMSYN_BODY_WINDOW (object)->before);
  G_OBJECT_CLASS (samsyn_body_window_parent_class)->finalize (object);
}

static void
samsyn_body_window_class_init (SamsynBodyWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_body_window_dispose;
  G_OBJECT_CLASS (class)->finalize = samsyn_body_window_finalize;
  samsyn_template_set (widget_class, "body-window");
  gtk_widget_class_bind_template_child (widget_class, SamsynBodyWindow, header);
  gtk_widget_class_bind_template_child (widget_class, SamsynBodyWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_install_action (widget_class, "body.save", NULL, action_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
samsyn_body_window_init (SamsynBodyWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_narrow_wrap_header (self->header, GTK_WINDOW (self));
}
