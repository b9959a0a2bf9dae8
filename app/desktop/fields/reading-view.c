/* reading-view.c: reading a document's text and marking passages in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reading-view.h"

#include "desktop/parts/drawn.h"
#include "desktop/parts/focus-within.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/template.h"
#include "desktop/parts/value-text.h"
#include "desktop/parts/wheel.h"
#include "field-editor.h"
#include "kinds/kinds.h"
#include "marking.h"
#include "passages.h"

struct _SamsynReadingView
{
  AdwBin             parent_instance;
  SamsynSession     *session; /* NULL: nothing is shown */
  gint64             document;
  SamsynFieldEditor *tag;
  SamsynFieldEditor *about;
  SamsynFieldEditor *place;
  guint              refresh; /* source, or 0 */
  SamsynPassages    *passages;
  int                pressed_x; /* where the button went down */
  int                pressed_y;
  gboolean           arrived; /* where the passage is from which the user came */

  GtkBox        *editors;
  GtkMenuButton *make;
  GtkMenuButton *mark;
  GtkPopover    *popover;
  GtkTextView   *text;
};

G_DEFINE_FINAL_TYPE (SamsynReadingView, samsyn_reading_view, ADW_TYPE_BIN)

GtkTextView *
samsyn_reading_view_get_text (SamsynReadingView *self)
{
  return self->text;
}

/* ---- Passages that are there ----------------------------------------------------------------------------------------------- */

static void
scroll_to_text (GtkWidget *widget)
{
  SamsynReadingView *self = SAMSYN_READING_VIEW (widget);
  GtkWidget *around = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment = around != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (around)) : NULL;
  graphene_rect_t bounds;

  /* Who followed a reference has the keys here.  First, since the focus scrolls too, from where things were drawn last. */
  if (around != NULL && samsyn_has_focus_within (around))
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
  if (around != NULL && gtk_widget_compute_bounds (widget, gtk_viewport_get_child (GTK_VIEWPORT (around)), &bounds))
    gtk_adjustment_set_value (adjustment, bounds.origin.y);
  gtk_text_view_scroll_to_mark (self->text, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (self->text)), 0, TRUE, 0, 0.3);
}

/* Who comes from a passage, or goes back from it or from what was made of it, comes to its place in the text. */
static void
arrive (SamsynReadingView *self)
{
  GtkTextIter start, end;

  if (self->arrived || !samsyn_passages_where (self->passages, samsyn_session_get_left (self->session), &start, &end))
    return;
  self->arrived = TRUE;
  gtk_text_buffer_select_range (gtk_text_view_get_buffer (self->text), &start, &end);
  samsyn_when_drawn (GTK_WIDGET (self), scroll_to_text);
}

static gint64
passage_at_point (SamsynReadingView *self,
                  double             x,
                  double             y)
{
  GtkTextIter place;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (self->text, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  return gtk_text_view_get_iter_at_location (self->text, &place, buffer_x, buffer_y) ? samsyn_passages_at (self->passages, &place)
                                                                                     : 0;
}

/* A click opens a passage; pressing and drawing the pointer marks another one. */
static gboolean
on_event (SamsynReadingView *self,
          GdkEvent          *event)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self->text));
  GdkEventType type = gdk_event_get_event_type (event);
  double x, y, left, top;
  gint64 passage;

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE) || gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY
      || !gdk_event_get_position (event, &x, &y))
    return GDK_EVENT_PROPAGATE;
  gtk_native_get_surface_transform (native, &left, &top);
  gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self->text), x - left, y - top, &x, &y);
  passage = passage_at_point (self, x, y);
  if (type == GDK_BUTTON_PRESS)
    {
      self->pressed_x = (int) x;
      self->pressed_y = (int) y;
    }
  else if (passage != 0
           && !gtk_drag_check_threshold (GTK_WIDGET (self->text), self->pressed_x, self->pressed_y, (int) x, (int) y))
    samsyn_session_show_record (self->session, passage);
  return GDK_EVENT_PROPAGATE;
}

static void
on_motion (SamsynReadingView *self,
           double             x,
           double             y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->text), passage_at_point (self, x, y) != 0 ? "pointer" : "text");
}

static gboolean
on_key (SamsynReadingView *self,
        guint              key)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter place;
  gint64 passage;

  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  gtk_text_buffer_get_iter_at_mark (buffer, &place, gtk_text_buffer_get_insert (buffer));
  passage = samsyn_passages_at (self->passages, &place);
  if (passage == 0)
    return GDK_EVENT_PROPAGATE;
  samsyn_session_show_record (self->session, passage);
  return GDK_EVENT_STOP;
}

/* What a passage says, before it is opened. */
static gboolean
on_tooltip (SamsynReadingView *self,
            int                x,
            int                y,
            gboolean           by_keyboard,
            GtkTooltip        *tooltip)
{
  gint64 passage = by_keyboard || self->session == NULL ? 0 : passage_at_point (self, x, y);
  SamsynStore *store = passage != 0 ? samsyn_session_get_store (self->session) : NULL;
  g_autoptr (SamsynRecord) record = store != NULL ? samsyn_store_get (store, passage, NULL) : NULL;
  g_autofree char *tag = NULL, *about = NULL, *text = NULL;

  if (record == NULL)
    return FALSE;
  tag = samsyn_value_text_short (store, record->kind, samsyn_kind_field (record->kind, "tag"), samsyn_record_get (record, "tag"));
  about = samsyn_value_text_short (store, record->kind, samsyn_kind_field (record->kind, "about"),
                                   samsyn_record_get (record, "about"));
  text = g_strdup_printf ("%s: %s\n%s: %s", samsyn_field_label (samsyn_kind_field (record->kind, "tag"), NULL), tag,
                          samsyn_field_label (samsyn_kind_field (record->kind, "about"), NULL), about);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static gboolean
on_idle (gpointer data)
{
  SamsynReadingView *self = data;

  self->refresh = 0;
  if (self->session != NULL && samsyn_session_get_store (self->session) != NULL && self->document != 0)
    {
      samsyn_passages_show (self->passages, samsyn_session_get_store (self->session), self->document);
      arrive (self);
    }
  return G_SOURCE_REMOVE;
}

static void
on_changed (SamsynReadingView *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (on_idle, self);
}

/* ---- Marking --------------------------------------------------------------------------------------------------------------- */

static void
update_buttons (SamsynReadingView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  gboolean can_mark = self->session != NULL && self->document != 0 && !samsyn_session_is_read_only (self->session);

  gtk_widget_set_visible (GTK_WIDGET (self->mark), can_mark);
  gtk_widget_set_visible (GTK_WIDGET (self->make), can_mark);
  gtk_widget_set_sensitive (GTK_WIDGET (self->mark), gtk_text_buffer_get_has_selection (buffer));
  gtk_widget_set_sensitive (GTK_WIDGET (self->make), gtk_text_buffer_get_has_selection (buffer));
}

static void
add_editor_value (SamsynChange      *change,
                  SamsynFieldEditor *editor)
{
  SamsynValue before = SAMSYN_VALUE_NULL, after = SAMSYN_VALUE_NULL;

  if (editor != NULL && samsyn_field_editor_get_value (editor, &after, NULL))
    samsyn_change_add (change, samsyn_field_editor_get_field (editor)->id, &before, &after);
}

static SamsynChange *
selected_passage (SamsynReadingView *self)
{
  return samsyn_marking_passage (gtk_text_view_get_buffer (self->text), self->session, self->document);
}

gint64
samsyn_reading_view_mark (SamsynReadingView *self,
                          const char        *tag,
                          gint64             about)
{
  SamsynChange *passage = selected_passage (self);

  if (passage == NULL)
    return 0;
  if (tag != NULL)
    samsyn_change_add_text (passage, "tag", tag);
  if (about != 0)
    samsyn_change_add_integer (passage, "about", about);
  return samsyn_marking_write (self->session, passage);
}

static void
on_mark (SamsynReadingView *self)
{
  SamsynChange *passage = selected_passage (self);

  gtk_popover_popdown (self->popover);
  if (passage == NULL)
    return;
  add_editor_value (passage, self->tag);
  add_editor_value (passage, self->about);
  add_editor_value (passage, self->place);
  samsyn_marking_write (self->session, passage);
}

/* What is made of a passage is shown, to be put in better words. */
static void
action_make (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SamsynReadingView *self = SAMSYN_READING_VIEW (widget);
  SamsynChange *passage = selected_passage (self);
  gint64 record;

  if (passage == NULL)
    return;
  record = samsyn_marking_make (self->session, passage, samsyn_kind_find (g_variant_get_string (parameter, NULL)));
  if (record != 0)
    samsyn_session_show_record (self->session, record);
}

/* ---- What is shown --------------------------------------------------------------------------------------------------------- */

static SamsynFieldEditor *
add_editor (SamsynReadingView *self,
            const char        *field_id)
{
  const SamsynField *field = samsyn_kind_field (samsyn_passages_kind (), field_id);
  SamsynFieldEditor *editor = samsyn_field_editor_new (self->session, samsyn_passages_kind (), field);
  GtkWidget *label = gtk_label_new (samsyn_field_label (field, NULL));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  samsyn_field_editor_set_label (editor, GTK_LABEL (label));
  gtk_box_append (self->editors, label);
  gtk_box_append (self->editors, GTK_WIDGET (editor));
  return editor;
}

static void
set_session (SamsynReadingView *self,
             SamsynSession     *session)
{
  g_autoptr (GMenuModel) menu = samsyn_marking_menu ("reading.make");

  self->session = g_object_ref (session);
  self->tag = add_editor (self, "tag");
  self->about = add_editor (self, "about");
  self->place = add_editor (self, "place");
  gtk_menu_button_set_menu_model (self->make, menu);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

void
samsyn_reading_view_show (SamsynReadingView *self,
                          SamsynSession     *session,
                          gint64             document,
                          const char        *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *shown = NULL;
  GtkTextIter start, end;

  if (self->session == NULL)
    set_session (self, session);
  self->document = document;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  if (!g_str_equal (shown, text))
    {
      gtk_text_buffer_set_text (buffer, text, -1);
      gtk_text_buffer_get_start_iter (buffer, &start);
      gtk_text_buffer_place_cursor (buffer, &start);
    }
  update_buttons (self);
  on_changed (self);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_reading_view_dispose (GObject *object)
{
  SamsynReadingView *self = SAMSYN_READING_VIEW (object);

  if (self->refresh != 0)
    g_source_remove (self->refresh);
  self->refresh = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMSYN_TYPE_READING_VIEW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (samsyn_reading_view_parent_class)->dispose (object);
}

static void
samsyn_reading_view_finalize (GObject *object)
{
  samsyn_passages_free (SAMSYN_READING_VIEW (object)->passages);
  G_OBJECT_CLASS (samsyn_reading_view_parent_class)->finalize (object);
}

static void
samsyn_reading_view_class_init (SamsynReadingViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_reading_view_dispose;
  G_OBJECT_CLASS (class)->finalize = samsyn_reading_view_finalize;
  samsyn_template_set (widget_class, "reading-view");
  gtk_widget_class_bind_template_child (widget_class, SamsynReadingView, editors);
  gtk_widget_class_bind_template_child (widget_class, SamsynReadingView, make);
  gtk_widget_class_bind_template_child (widget_class, SamsynReadingView, mark);
  gtk_widget_class_bind_template_child (widget_class, SamsynReadingView, popover);
  gtk_widget_class_bind_template_child (widget_class, SamsynReadingView, text);
  gtk_widget_class_bind_template_callback (widget_class, on_event);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_mark);
  gtk_widget_class_bind_template_callback (widget_class, on_motion);
  gtk_widget_class_bind_template_callback (widget_class, on_tooltip);
  gtk_widget_class_install_action (widget_class, "reading.make", "s", action_make);
}

static void
samsyn_reading_view_init (SamsynReadingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_wheel_pass_on (GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self->text), GTK_TYPE_SCROLLED_WINDOW)));
  self->passages = samsyn_passages_new (gtk_text_view_get_buffer (self->text));
  if (samsyn_narrow_is_text_large ())
    gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_parent (GTK_WIDGET (self->mark))), GTK_ORIENTATION_VERTICAL);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "notify::has-selection", G_CALLBACK (update_buttons), self,
                           G_CONNECT_SWAPPED);
}
